"""Grade a small class, taken from the bank of copies, as an instructor would, and print the table of grades.

The class lives in ``build/notation``, a course of its own: the instructor's gradebook is never touched.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from atelier import app, copies, generation, training, witness

COURSE = generation.ROOT / "build" / "notation"
BLANK = "vierge"  # the released notebook, handed in untouched
SAMPLE = 15  # the small class has one copy of the bank in so many


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


def grade(course: Path, lab: str, *options: str) -> int:
    """Grade the copies of a course with ``atelier noter`` and return its exit status; raise CommandFailed if it failed."""
    done = subprocess.run([sys.executable, "-m", "atelier.app", "noter", lab, *options], cwd=course)
    if done.returncode in (app.FAILED, app.INTERRUPTED):
        raise CommandFailed("La notation n'a pas pu se faire (message ci-dessus).")
    return done.returncode


def prepare(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> None:
    """Make ``course`` a fresh course with the lab's source, its release, the example copies and a blank one handed in."""
    shutil.rmtree(course, ignore_errors=True)
    course.mkdir(parents=True)
    shutil.copy(generation.ROOT / "nbgrader_config.py", course)
    shutil.copytree(generation.ROOT / "source" / lab, course / "source" / lab, ignore=shutil.ignore_patterns(".*"))
    nbgrader(course, "generate_assignment", lab)
    source, release = (nbformat.read(course / step / lab / f"{lab}.ipynb", as_version=4) for step in ("source", "release"))
    handed_in = {example.name: copies.submission(example, source, release) for example in examples}
    for student, notebook in {**handed_in, BLANK: release}.items():
        folder = course / "submitted" / student / lab
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{lab}.ipynb")


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


def table(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> tuple[list[str], int]:
    """Return the lines of the table of grades, and the number of copies whose points are not the expected ones."""
    most = maximum(course, lab)
    expected = {example.name: example.expected(most) for example in examples} | {BLANK: dict.fromkeys(most, 0)}
    width = max(map(len, expected))
    lines = [f"{'Copie':{width}}  Note auto  Attendu  Points perdus", "-" * (width + 60)]
    surprises = 0
    for student, wanted in expected.items():
        scores = points(course, lab, student)
        obtained = {name: scores[name] for name in most}
        surprises += obtained != wanted
        lost = [name for name in most if obtained[name] != most[name]]
        detail = "aucun" if not lost else "tous" if len(lost) == len(most) else ", ".join(lost)
        lines.append(f"{student:{width}}  {sum(v or 0 for v in obtained.values()):5g}/{sum(most.values()):g}  "
                     f"{sum(wanted.values()):7g}  {detail}{'' if obtained == wanted else '   <- INATTENDU'}")
    return lines, surprises


def main() -> int:
    """Grade the small class of every lab; return the number of copies that did not get their expected points."""
    surprises = 0
    for lab in generation.labs():
        generation.make_source(lab)
        bank = copies.read_all(lab)
        examples = [example for example in bank if example.name == copies.SOLUTION or example in bank[::SAMPLE]]
        prepare(COURSE / lab, lab, examples)
        print(f"{lab} : notation de {len(examples) + 1} copies d'exemple…", flush=True)
        grade(COURSE / lab, lab)
        nbgrader(COURSE / lab, "generate_feedback", lab)
        lines, unexpected = table(COURSE / lab, lab, examples)
        surprises += unexpected
        print("\n".join(["", *lines, "", "La réponse écrite (1 point) attend la lecture de l'enseignant.", "", "Pages de retour :"]))
        for page in sorted((COURSE / lab / "feedback").glob("*/*/*.html")):
            print(f"  {page.relative_to(generation.ROOT)}")
    return surprises


if __name__ == "__main__":
    try:
        if main():
            sys.exit("\nDes copies n'ont pas les points attendus : voyez les lignes INATTENDU.")
    except (generation.GenerationError, CommandFailed, ValueError) as error:
        sys.exit(str(error))
