"""Grade a small class, taken from the bank of copies, as an instructor would, and print the table of grades.

The class lives in ``build/notation``, a course of its own: the instructor's gradebook is never touched.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from atelier import copies, courses, display, generation

COURSE = generation.ROOT / "build" / "notation"
BLANK = "vierge"  # the released notebook, handed in untouched


def grade(course: Path, lab: str, *options: str) -> int:
    """Grade the copies of a course with ``atelier noter`` and return its exit status; raise courses.CommandFailed if it failed."""
    done = subprocess.run([sys.executable, "-m", "atelier.app", "noter", lab, *options], cwd=course)
    if done.returncode in (display.FAILED, display.INTERRUPTED):
        raise courses.CommandFailed("La notation n'a pas pu se faire (message ci-dessus).")
    return done.returncode


def fresh_course(course: Path, lab: str) -> None:
    """Make ``course`` a course folder that holds the settings and the lab's source, and nothing of an earlier one."""
    shutil.rmtree(course, ignore_errors=True)
    course.mkdir(parents=True)
    shutil.copy(generation.ROOT / "nbgrader_config.py", course)
    shutil.copytree(generation.ROOT / "source" / lab, course / "source" / lab, ignore=shutil.ignore_patterns(".*"))


def prepare(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> None:
    """Make ``course`` a fresh course with the lab's source, its release, the example copies and a blank one handed in."""
    fresh_course(course, lab)
    courses.nbgrader(course, "generate_assignment", lab)
    hand_in(course, lab, [copies.ExampleCopy(BLANK, {}, {}), *examples])


def hand_in(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> None:
    """Hand in example copies; the blank one is the release itself."""
    source, release = (nbformat.read(course / step / lab / f"{lab}.ipynb", as_version=4) for step in ("source", "release"))
    for example in examples:
        folder = course / "submitted" / example.name / lab
        folder.mkdir(parents=True)
        nbformat.write(release if example.name == BLANK else copies.submission(example, source, release), folder / f"{lab}.ipynb")


def table(course: Path, lab: str, examples: list[copies.ExampleCopy]) -> tuple[list[str], int]:
    """Return the lines of the table of grades, and the number of copies whose points are not the expected ones."""
    most = courses.maximum(course, lab)
    expected = {example.name: example.expected(most) for example in examples} | {BLANK: dict.fromkeys(most, 0)}
    width = max(map(len, expected))
    lines = [f"{'Copie':{width}}  Note auto  Attendu  Points perdus", "-" * (width + 60)]
    surprises = 0
    for student, wanted in expected.items():
        scores = courses.points(course, lab, student)
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
        examples = copies.sample(copies.read_all(lab))
        prepare(COURSE / lab, lab, examples)
        print(f"{lab} : notation de {len(examples) + 1} copies d'exemple…", flush=True)
        grade(COURSE / lab, lab)
        courses.nbgrader(COURSE / lab, "generate_feedback", lab)
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
    except (generation.GenerationError, courses.CommandFailed, ValueError) as error:
        sys.exit(str(error))
