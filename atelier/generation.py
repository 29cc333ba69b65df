"""The one-way road: ``notebooks/<lab>.md`` -> ``source/<lab>/<lab>.ipynb`` -> ``release/<lab>/<lab>.ipynb``.

``python -m atelier.generation`` walks it whole. Each step gives the same bytes when it is run twice.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from atelier import files

ROOT = Path(__file__).resolve().parent.parent
DIGEST_KEY = "atelier_empreinte"


class GenerationError(Exception):
    """A step cannot be done, or would lose somebody's work; the message is in French and says what to do."""


def labs(root: Path = ROOT) -> list[str]:
    """Return the names of the labs: one for each ``notebooks/<lab>.md`` that begins with a Jupytext header."""
    return sorted(path.stem for path in (root / "notebooks").glob("*.md") if path.read_text("utf-8").startswith("---\n"))


def read_text(path: Path) -> nbformat.NotebookNode:
    """Return the notebook that a text describes, each cell with a stable id (nbformat draws them at random).

    A graded cell takes its ``grade_id``, any other a digest of its source, numbered when it repeats.
    """
    import jupytext  # a tool of authors: a student's environment does without

    notebook = jupytext.read(path)
    seen: dict[str, int] = {}
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or hashlib.sha256(cell.source.encode()).hexdigest()[:12]
        seen[name] = seen.get(name, 0) + 1
        cell.id = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return notebook


def digest(notebook: nbformat.NotebookNode) -> str:
    """Return a digest of what an author writes in a notebook: its cells and their nbgrader metadata."""
    cells = [(cell.cell_type, cell.source, cell.metadata.get("nbgrader")) for cell in notebook.cells]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def make_source(lab: str, root: Path = ROOT) -> Path:
    """Write ``source/`` from the text and return its path.

    The notebook bears the digest of what was generated. Raise GenerationError if it was edited since, outside Jupytext's
    pairing: nothing is overwritten.
    """
    text, source = root / "notebooks" / f"{lab}.md", root / "source" / lab / f"{lab}.ipynb"
    notebook = read_text(text)
    if source.exists():
        present = nbformat.read(source, as_version=4)
        if digest(present) not in (digest(notebook), present.metadata.get(DIGEST_KEY)):
            raise GenerationError(
                f"{source.relative_to(root)} a été modifié à part et ne dit pas la même chose que {text.relative_to(root)}.\n"
                f"Pour garder le notebook (le texte sera réécrit) : {os.path.relpath(sys.executable, root)} -m jupytext "
                f"--to md --output {text.relative_to(root)} {source.relative_to(root)}\n"
                f"Pour garder le texte (le notebook sera réécrit) : effacez {source.relative_to(root)}\n"
                "Puis relancez make generer.")
    notebook.metadata[DIGEST_KEY] = digest(notebook)
    files.write(source, nbformat.writes(notebook) + "\n")
    return source


def make_release(lab: str, root: Path = ROOT) -> Path:
    """Write ``release/`` from ``source/`` with nbgrader's own command and return its path.

    Raise GenerationError, and put the former release back, if nbgrader refuses the source.
    """
    release = root / "release" / lab
    with tempfile.TemporaryDirectory() as folder:
        if release.exists():
            shutil.copytree(release, Path(folder, lab))
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "generate_assignment", lab], cwd=root, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(release, ignore_errors=True)
            if Path(folder, lab).exists():
                shutil.copytree(Path(folder, lab), release)
            said = [line for line in done.stderr.splitlines() if re.search(r"ERROR|Error:", line)]
            raise GenerationError(
                f"nbgrader n'a pas pu générer la version étudiante de {lab} ; l'ancienne est gardée. Il dit :\n" + "\n".join(said[:6]))
    return release / f"{lab}.ipynb"


if __name__ == "__main__":
    try:
        for name in labs():
            print(f"{make_source(name).relative_to(ROOT)} : écrit")
            print(f"{make_release(name).relative_to(ROOT)} : écrit")
    except GenerationError as error:
        sys.exit(str(error))
