"""What the tests share: the notebooks of the road, one full run of each solution, one graded class for each lab."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from atelier import copies, courses, generation, grading, notation

LAB = "cnn_mnist"  # whose copies the graded class hands in
NAMED = {  # copies that a test speaks of
    "triche-arrete-le-noyau", "triche-boucle-sans-fin", "triche-memoire-et-processus", "triche-numpy-detourne",
    "triche-script-dans-la-page", "triche-sortie-enorme", "triche-transformateur-de-cellules",
}
ARTEFACTS = generation.ROOT / "build" / "artefacts"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """In CI a skipped test is a failure: it means that the machine lacks what the tests need."""
    report = (yield).get_result()
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Sauté, ce qui est un échec en CI : {report.longrepr[-1]}"


def grade_id(cell) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_test(cell) -> bool:
    return cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade", False)


def hidden_lines(source) -> list[str]:
    """The telling lines of the hidden tests: not those that a given cell shows too, nor those that are only a message."""
    hidden, shown = [], set()
    for cell in source.cells:
        before, _, after = cell.source.partition("### BEGIN HIDDEN TESTS")
        shown |= {line.strip() for line in before.splitlines()}
        hidden += [line.strip() for line in after.splitlines()]
    return [line for line in hidden if len(line) > 25 and line not in shown and not line.startswith(('"', 'f"'))]


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    return ARTEFACTS


def read(step: str, lab: str):
    return nbformat.read(generation.ROOT / step / lab / f"{lab}.ipynb", as_version=4)


@pytest.fixture(scope="session")
def source():
    return read("source", LAB)


@pytest.fixture(scope="session")
def release():
    return read("release", LAB)


@pytest.fixture(params=generation.labs())
def lab(request):
    """Each lab in turn: of no wider scope, or pytest would make anew what depends on it each time that the lab changes."""
    return request.param


@pytest.fixture
def every_source(lab):
    return read("source", lab)


@pytest.fixture
def every_release(lab):
    return read("release", lab)


@functools.cache
def run_solution(lab: str, folder: Path):
    """Run a solution headlessly from top to bottom with its full training; keep it as a page for CI."""
    folder.mkdir()
    shutil.copy(generation.ROOT / "source" / lab / f"{lab}.ipynb", folder)
    subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--inplace",
         "--ExecutePreprocessor.timeout=900", f"{lab}.ipynb"],
        cwd=folder, env={**os.environ, "ATELIER_LOTS": ""}, check=True)
    subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", f"{lab}.ipynb", f"--output-dir={ARTEFACTS}"],
        cwd=folder, check=True)
    return nbformat.read(folder / f"{lab}.ipynb", as_version=4)


@pytest.fixture
def executed(lab, tmp_path_factory, artefacts):
    """Each solution, executed."""
    return run_solution(lab, tmp_path_factory.getbasetemp() / f"executed-{lab}")


def class_of(lab: str) -> list[copies.ExampleCopy]:
    """Return the copies that the tests grade: a sample of the bank, and those that they name. ``make banc`` grades the whole bank."""
    bank = copies.read_all(lab)
    sample = copies.sample(bank)
    return [example for example in bank if example in sample or example.name in NAMED]


def spoil(course: Path) -> None:
    """Hand in what cannot be graded as it is; each student is named after the fault."""
    handed_in = course / "submitted"
    right = (handed_in / "juste-corrige" / LAB / f"{LAB}.ipynb").read_text("utf-8")
    blank = (handed_in / notation.BLANK / LAB / f"{LAB}.ipynb").read_text("utf-8")
    double = nbformat.reads(blank, as_version=4)
    double.cells += [cell.copy() for cell in double.cells if grade_id(cell) == "taille-flatten"]
    many = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1", id=f"c{k}") for k in range(grading.MOST_CELLS + 1)])
    (handed_in / "lien" / LAB).mkdir(parents=True)
    (handed_in / "lien" / LAB / f"{LAB}.ipynb").symlink_to(course / "source" / LAB / f"{LAB}.ipynb")
    files = {
        "json-coupe": {f"{LAB}.ipynb": right[:5000]}, "json-autre": {f"{LAB}.ipynb": "[1, 2]"}, "sans-notebook": {"reponses.py": "x = 1"},
        "renomme": {f"{LAB} (1).ipynb": right}, "plusieurs": {"a.ipynb": blank, "b.ipynb": blank}, "vide": {f"{LAB}.ipynb": ""},
        "trop-gros": {f"{LAB}.ipynb": right + " " * 31 * 2**20}, "en-double": {f"{LAB}.ipynb": nbformat.writes(double)},
        "emoji-coupe": {f"{LAB}.ipynb": blank.replace("VOTRE CODE ICI", "\\ud83d")}, "trop-de-cellules": {f"{LAB}.ipynb": nbformat.writes(many)},
        "cellules-etranges": {f"{LAB}.ipynb": blank.replace('"grade_id": "preparer"', '"grade_id": ["preparer"]')},
    }
    for student, contents in files.items():
        folder = handed_in / student / LAB
        folder.mkdir(parents=True)
        for name, text in contents.items():
            (folder / name).write_text(text, "utf-8")


@pytest.fixture(scope="session")
def graded(tmp_path_factory):
    """A class of example, hostile and broken copies, graded by the engine: the course folder, the examples, the exit status."""
    course = tmp_path_factory.mktemp("course") / LAB
    examples = class_of(LAB)
    notation.prepare(course, LAB, examples)
    spoil(course)
    status = notation.grade(course, LAB, "--secondes-cellule=60")
    courses.nbgrader(course, "generate_feedback", LAB)
    return course, examples, status


@functools.cache
def grade_class(lab: str, course: Path) -> Path:
    """Grade the class of a lab by the engine."""
    notation.prepare(course, lab, class_of(lab))
    notation.grade(course, lab, "--secondes-cellule=60")
    return course


@pytest.fixture
def graded_class(lab, graded, tmp_path_factory):
    """The course where the class of each lab was graded; the first lab's is that of ``graded``."""
    return graded[0] if lab == LAB else grade_class(lab, tmp_path_factory.getbasetemp() / f"course-{lab}")
