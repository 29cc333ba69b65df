"""The one-way road: ``notebooks/<lab>.md`` -> ``source/<lab>/<lab>.ipynb`` -> ``release/<lab>/<lab>.ipynb``.

``python -m atelier.generation`` walks it whole. Each step gives the same bytes when it is run twice.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat

ROOT = Path(__file__).resolve().parent.parent


class StaleText(Exception):
    """The notebook in ``source/`` holds changes that its text does not have; the message is in French."""


def labs(root: Path = ROOT) -> list[str]:
    """Return the names of the labs: one for each ``notebooks/<lab>.md`` that begins with a Jupytext header."""
    return sorted(path.stem for path in (root / "notebooks").glob("*.md") if path.read_text("utf-8").startswith("---\n"))


def read_text(path: Path) -> nbformat.NotebookNode:
    """Return the notebook that a text describes, each cell with a stable id (nbformat draws them at random).

    A graded cell takes its ``grade_id``, any other a digest of its source, numbered when it repeats.
    """
    notebook = jupytext.read(path)
    seen: dict[str, int] = {}
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or hashlib.sha256(cell.source.encode()).hexdigest()[:12]
        seen[name] = seen.get(name, 0) + 1
        cell.id = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return notebook


def write(path: Path, content: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(path.suffix + ".tmp")
    temporary.write_text(content, encoding="utf-8")
    os.replace(temporary, path)


def make_source(lab: str, root: Path = ROOT) -> Path:
    """Write ``source/`` from the text and return its path.

    Raise StaleText if somebody edited the notebook in ``source/`` outside Jupytext's pairing: nothing is overwritten.
    """
    text, source = root / "notebooks" / f"{lab}.md", root / "source" / lab / f"{lab}.ipynb"
    notebook = read_text(text)
    if source.exists() and source.stat().st_mtime > text.stat().st_mtime:
        written, wanted = ([(c.cell_type, c.source, c.metadata.get("nbgrader")) for c in n.cells]
                           for n in (nbformat.read(source, as_version=4), notebook))
        if written != wanted:
            raise StaleText(
                f"{source.relative_to(root)} est plus récent que {text.relative_to(root)} et ne dit pas la même chose. "
                f"Pour garder le notebook : jupytext --sync {source.relative_to(root)}. "
                f"Pour garder le texte : touch {text.relative_to(root)}. Puis relancez make generer.")
    write(source, nbformat.writes(notebook) + "\n")
    return source


def make_release(lab: str, root: Path = ROOT) -> Path:
    """Write ``release/`` from ``source/`` with nbgrader's own command and return its path."""
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", lab, "--log-level=ERROR"], cwd=root, check=True)
    return root / "release" / lab / f"{lab}.ipynb"


if __name__ == "__main__":
    try:
        for name in labs():
            print(f"{make_source(name).relative_to(ROOT)} : écrit")
            print(f"{make_release(name).relative_to(ROOT)} : écrit")
    except StaleText as error:
        sys.exit(str(error))
    except subprocess.CalledProcessError:
        sys.exit("nbgrader n'a pas pu générer la version étudiante : voyez son message ci-dessus.")
