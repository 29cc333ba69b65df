"""A course folder as nbgrader keeps it: its commands run there, its gradebook, its graded copies."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook

from atelier import training, witness


class CommandFailed(Exception):
    """An nbgrader command failed; the message names it and holds the end of what it said."""


def nbgrader(course: Path, *arguments: str) -> None:
    """Run an nbgrader command in a course folder, with shortened training; raise CommandFailed if it fails.

    What the command says, TensorFlow's technical notes included, goes to ``journal.txt`` in that folder.
    """
    environment = {training.BUDGET_VARIABLE: str(training.USUAL_BUDGET), **os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments], cwd=course, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
    with open(course / "journal.txt", "a", encoding="utf-8") as journal:
        journal.write(done.stdout)
    if done.returncode:
        raise CommandFailed(f"La commande nbgrader {' '.join(arguments)} a échoué :\n{done.stdout[-2000:]}")


def gradebook(course: Path) -> Gradebook:
    """Open the gradebook of a course."""
    return Gradebook(f"sqlite:///{course / 'gradebook.db'}")


def points(course: Path, lab: str, student: str) -> dict[str, float | None]:
    """Return the points of each graded cell of a copy; None where a human has to read the answer first."""
    with gradebook(course) as book:
        submission = book.find_submission_notebook(lab, lab, student)
        return {grade.name: None if grade.auto_score is grade.manual_score is None else grade.score for grade in submission.grades}


def maximum(course: Path, lab: str) -> dict[str, float]:
    """Return the most that each automatically graded cell can score."""
    with gradebook(course) as book:
        cells = book.find_notebook(lab, lab).grade_cells
        return {cell.name: cell.max_score for cell in cells if cell.cell_type == "code"}


def awaiting(course: Path, lab: str, student: str) -> set[str]:
    """Return the tests of a graded copy whose judge was found tampered with: they await a human."""
    with gradebook(course) as book:
        grades = book.find_submission_notebook(lab, lab, student).grades
        return {grade.name for grade in grades if grade.needs_manual_grade and grade.cell_type == "code"}


def graded(course: Path, lab: str, student: str) -> nbformat.NotebookNode:
    """Return the graded notebook of a copy."""
    return nbformat.read(course / "autograded" / student / lab / f"{lab}.ipynb", as_version=4)


def messages(course: Path, lab: str, student: str) -> dict[str, str]:
    """Return, for each test that stopped on an error in a graded copy, the sentence that the student reads."""
    said = {}
    for cell in graded(course, lab, student).cells:
        errors = [output for output in cell.get("outputs", []) if output.output_type == "error"]
        if errors and cell.metadata.get("nbgrader", {}).get("grade"):
            said[cell.metadata.nbgrader.grade_id] = witness.sentence(errors[-1])
    return said
