"""Example copies: a short text file says how a copy differs from the solution and what each test must score.

The file is a Jupytext percent script. Its header names the points that are not full (and, under ``a-verifier``, the tests
whose judge the copy tampers with); each cell bears the ``grade_id``
of the cell it replaces, and the cell's metadata are added to that cell's::

    # ---
    # points: {test-taille-flatten: 0}
    # ---

    # %% taille-flatten
    taille_flatten = 26 * 26 * 32

    # %% test-nb-parametres tags=["skip-execution"]

An empty cell keeps the source; ``supprimer=true`` removes the cell. The file's name says what the copy is: ``juste-…``
(right, given differently), ``faux-…`` (wrong), ``triche-…`` (tampered with).
"""

import copy
import re
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
import yaml

from atelier.generation import ROOT

FOLDER = ROOT / "tests" / "copies"
KINDS = ("juste", "faux", "triche")
SOLUTION = "juste-corrige"
ONE_IN = 10  # of the right and tampered copies, in a sample


@dataclass(frozen=True)
class ExampleCopy:
    """One example copy: its name, the cells it changes, the points that are not full, the tests it tampers with."""

    name: str
    cells: dict[str, nbformat.NotebookNode]
    points: dict[str, float]
    suspect: frozenset[str] = frozenset()

    @property
    def wrong(self) -> bool:
        return self.name.startswith("faux-")

    @property
    def tampered(self) -> bool:
        return self.name.startswith("triche-")

    def expected(self, maximum: dict[str, float]) -> dict[str, float]:
        """Return what each test cell must score, given the maximum of each."""
        unknown = set(self.points) - set(maximum)
        if unknown:
            raise ValueError(f"{self.name} : cellules de test inconnues {sorted(unknown)}")
        return {**maximum, **self.points}


def read(path: Path) -> ExampleCopy:
    """Read one copy's text file."""
    notebook = jupytext.read(path, fmt="py:percent")
    header, cells = {}, {}
    for cell in notebook.cells:
        if cell.cell_type == "raw":
            header = yaml.safe_load(cell.source.strip("-\n")) or {}
        elif cell.metadata.get("title"):
            cell.metadata.pop("lines_to_next_cell", None)  # Jupytext's own
            cells[cell.metadata.pop("title")] = cell
    return ExampleCopy(path.stem, cells, header.get("points", {}), frozenset(header.get("a-verifier", ())))


def read_all(lab: str) -> list[ExampleCopy]:
    """Return the example copies of a lab, by name."""
    return [read(path) for path in sorted((FOLDER / lab).glob("*.py"))]


def sample(examples: list[ExampleCopy]) -> list[ExampleCopy]:
    """Return the few copies that show what a bank shows: the solution, wrong ones that fail every test, one in ten of the others."""
    others = [example for example in examples if not example.wrong]
    kept = [example for example in others if example.name == SOLUTION or example in others[::ONE_IN]]
    missing = {test for example in examples if example.wrong for test in example.points}
    for example in examples:
        if example.wrong and missing & set(example.points):
            kept.append(example)
            missing -= set(example.points)
    return kept


def solution(source: nbformat.NotebookNode) -> dict[str, str]:
    """Return the reference answer of each answer cell of the instructor's notebook, without nbgrader's marks."""
    answers = {}
    for cell in source.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            text = re.sub(r"### BEGIN MARK SCHEME.*### END MARK SCHEME", "", cell.source, flags=re.DOTALL)
            answers[cell.metadata.nbgrader.grade_id] = re.sub(r"^ *### (BEGIN|END) SOLUTION\n?", "", text, flags=re.M).strip()
    return answers


def submission(example: ExampleCopy, source: nbformat.NotebookNode, release: nbformat.NotebookNode):
    """Return the notebook that this student would hand in: the released one, answered as the copy says."""
    notebook, answers, kept = copy.deepcopy(release), solution(source), []
    unknown = set(example.cells) - {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in release.cells}
    if unknown:
        raise ValueError(f"{example.name} : cellules inconnues {sorted(unknown)}")
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        change = example.cells.get(name)
        cell.source = answers.get(name, cell.source)
        if change is not None:
            cell.source = change.source or cell.source
            cell.metadata.update(change.metadata)
        if not cell.metadata.pop("supprimer", False):
            kept.append(cell)
    notebook.cells = kept
    return notebook
