"""A tiny class, graded for real in a few seconds: what a class is made of, a student for each case.

Its assignment is on 4 points: a test on 2, another on 1, and an answer on 1 that a human reads.
"""

import os
import shutil
import sys
from pathlib import Path

import nbformat

from atelier import courses, generation, notation

LAB = "mini"
RIGHT, WRONG, BLANK, TAMPERED, REFUSED, CLUMSY = "101", "102", "103", "104", "105", "106"
NAMES = {RIGHT: ("Zoé", "O'BRIEN-LEFÈVRE"), WRONG: ("Ali", "BEN SALAH"), BLANK: ("Jean-Loup", "MARTIN"), TAMPERED: ("Ève", "DUPONT"),
         REFUSED: ("Tom", "PETIT"), CLUMSY: ("Inès", "LE GALL")}
STATEMENTS = {
    "valeur": "### Question 1 — La valeur de `x` (2 points)\n\nRangez dans `x` l’opposé de moins cinq.\n\n#### Aide\n\nUn seul nombre.",
    "dessin": "### Question 2 — Un dessin (1 point)\n\nTracez une droite ; gardez la figure dans `figure`.",
    "pourquoi": "### Question 3 — Pourquoi ? (1 point)\n\nDites pourquoi, en une phrase.",
}
SOLUTIONS = {"valeur": "x = 5", "dessin": "import matplotlib.pyplot as plt\nfigure, axe = plt.subplots()\naxe.plot([0, 1])\nplt.show()"}
SCHEME = "Barème : 1 pour une phrase qui cite le signe."
TEST_VALUE = '''\
# Vérification : x est un nombre.
assert "x" in globals(), "La variable x n'existe pas encore : complétez votre réponse."

# La valeur est jugée après la remise.
### BEGIN HIDDEN TESTS
def _juger(x):
    assert x != -5, "x : le signe a été oublié."
    assert x == 5, "x n'est pas la valeur attendue."


_juger(x)
### END HIDDEN TESTS'''
TEST_DRAWING = '''\
assert "figure" in globals(), "La variable figure n'existe pas encore."
### BEGIN HIDDEN TESTS
def _juger(figure):
    assert len(figure.axes) == 1, "figure doit contenir un seul repère."


_juger(figure)
### END HIDDEN TESTS'''
ANSWERS = {
    RIGHT: {**SOLUTIONS, "pourquoi": "# Titre\n\nParce que le signe change."},
    WRONG: {"valeur": "x = -5\nprint('perte 0.05')", "dessin": SOLUTIONS["dessin"], "pourquoi": "Je ne sais pas."},
    BLANK: {},
    TAMPERED: {**SOLUTIONS, "valeur": "import builtins\nbuiltins.all = lambda values: True\nx = 5", "pourquoi": "Parce que."},
    CLUMSY: {
        "valeur": "import json\nfrom IPython.display import HTML, display\n"
                  "display(HTML('<h1 id=\"question-1\">Mon titre</h1><p>fini</p>'))\nprint('y' * 50000)\njson.loads('{')",
        "dessin": SOLUTIONS["dessin"] + "\nplt.plot([1, 0])", "pourquoi": "Un tableau <table><tr><td>" + "long" * 200},
}


def hand_in(course: Path, student: str, answers: dict[str, str]) -> None:
    """Hand in the released notebook with these answers."""
    notebook = nbformat.read(course / "release" / LAB / f"{LAB}.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    path = course / "submitted" / student / LAB / f"{LAB}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def read_by_human(course: Path, student: str, cell: str, points: float, *, comment: str = "", on: str = "", extra: float | None = None) -> None:
    """Give points to a cell, and a comment on an answer, as formgrader does."""
    with courses.gradebook(course) as book:
        grade = book.find_grade(cell, LAB, LAB, student)
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = points, extra, False
        if comment:
            book.find_comment(on or cell, LAB, LAB, student).manual_comment = comment
        book.db.commit()


def original(temporary) -> Path:
    """Return the graded class, with its feedback pages, made once in a session; copy it to change it (``a_class``)."""
    course = temporary.getbasetemp() / "petite-classe"
    if not course.exists():
        os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic
        _make(temporary.mktemp("en-chantier", numbered=True)).rename(course)
    return course


def a_class(temporary, folder: Path) -> Path:
    """Return a copy of the graded class that a test may change."""
    return Path(shutil.copytree(original(temporary), folder / "cours"))


def _make(course: Path) -> Path:
    (course / "source" / LAB).mkdir(parents=True)
    shutil.copy(generation.ROOT / "nbgrader_config.py", course)
    nbformat.write(_source(), course / "source" / LAB / f"{LAB}.ipynb")
    courses.nbgrader(course, "generate_assignment", LAB)
    for student, answers in ANSWERS.items():
        hand_in(course, student, answers)
    broken = course / "submitted" / REFUSED / LAB / f"{LAB}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"cells": [', "utf-8")
    notation.grade(course, LAB)
    with courses.gradebook(course) as book:
        for student, (first, last) in NAMES.items():
            book.update_or_create_student(student, first_name=first, last_name=last)
    read_by_human(course, RIGHT, "pourquoi", 0.75, comment="Bonne idée, mais **citez** la règle.\n\n# Titre du commentaire")
    read_by_human(course, WRONG, "pourquoi", 0, comment="Relisez la partie 1.", on="valeur")
    courses.nbgrader(course, "generate_feedback", LAB)
    return course


def _source() -> nbformat.NotebookNode:
    code, text = nbformat.v4.new_code_cell, nbformat.v4.new_markdown_cell

    def marked(new, name: str, source: str, **marks):
        defaults = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False, "grade_id": name}
        return new(source, id=name, metadata={"nbgrader": {**defaults, "cell_type": "code" if new is code else "markdown", **marks}})

    cells = [text("# Un TP minuscule\n\nTrois questions.", id="titre")]
    for name, test, points in (("valeur", TEST_VALUE, 2), ("dessin", TEST_DRAWING, 1)):
        answer = f"### BEGIN SOLUTION\n{SOLUTIONS[name]}\n### END SOLUTION"
        cells += [text(STATEMENTS[name], id=f"enonce-{name}"), marked(code, name, answer, solution=True),
                  marked(code, f"test-{name}", test, grade=True, locked=True, points=points)]
    written = f"Le signe change.\n\n### BEGIN MARK SCHEME\n{SCHEME}\n### END MARK SCHEME"
    cells += [text(STATEMENTS["pourquoi"], id="enonce-pourquoi"), marked(text, "pourquoi", written, solution=True, grade=True, points=1)]
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}})
