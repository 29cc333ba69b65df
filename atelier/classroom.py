"""What a whole class needs beyond grading: to be declared in a course, its feedback pages kept up to date, and to be erased."""

import contextlib
import shutil
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import GenerateFeedback
from rich.progress import track
from sqlalchemy import text

from atelier import courses, exporters, grading, results
from atelier.french import count


def declare(course: Path, lab: str) -> None:
    """Put an assignment into the gradebook of a course if it is not there yet; raise CommandFailed if nbgrader refuses it."""
    with courses.gradebook(course) if (course / "gradebook.db").exists() else contextlib.nullcontext() as book:
        with contextlib.suppress(MissingEntry, AttributeError):
            book.find_notebook(lab, lab)
            return
    if not (course / "source" / lab / f"{lab}.ipynb").exists():
        known = sorted(path.parent.name for path in course.glob("source/*/*.ipynb"))
        raise grading.GradingError(
            f"Le TP « {lab} » n'est pas dans {course / 'source'}. "
            + (f"TP de ce cours : {', '.join(known)}." if known else "Ce dossier n'est pas celui d'un cours."))
    courses.nbgrader(course, "generate_assignment", lab)


def refresh_feedback(command: NbGrader) -> int:
    """Write, with nbgrader's own converter, the feedback pages that are missing or older than the grades; return how many."""
    course, lab = Path(command.coursedir.root), command.coursedir.assignment_id
    stale = [outcome.student for outcome in results.read(course, lab) if exporters.needs_page(course, lab, outcome)]
    for student in track(stale, "Pages de retour", transient=True):
        command.coursedir.student_id = student
        GenerateFeedback(coursedir=command.coursedir, parent=command).start()
    command.coursedir.student_id = "*"
    return len(stale)


def erase(course: Path, lab: str, *, really: bool) -> list[str]:
    """Erase the copies, grades, pages and Moodle files of a class for a lab; return the lines that say it.

    Without ``really``, only say what would be erased. Students with nothing else in the gradebook leave it.
    Raise grading.GradingError if the course keeps nothing of that lab.
    """
    places = [f"{step}/*/{lab}" for step in ("submitted", "autograded", "feedback")]  # with autograded/.atelier, what the engine notes
    folders = [path for place in [*places, f"moodle/{lab}"] for path in sorted(course.glob(place))]
    files = [path for path in (course / "autograded" / f"rapport-{lab}.json", course / "grades.csv", course / ".nbgrader.log", course / "journal.txt")
             if path.exists()]
    graded = _forget(course, lab, really) if (course / "gradebook.db").exists() else 0
    if not folders and not graded:
        others = sorted({path.name for place in ("submitted/*/*", "moodle/*") for path in course.glob(place)})
        raise grading.GradingError(f"Le dossier {course} ne garde rien d'une classe pour « {lab} », rien n'est effacé."
                                   + (f" TP qui ont des données : {', '.join(others)}." if others else ""))
    if really:
        for folder in folders:
            shutil.rmtree(folder)
            with contextlib.suppress(OSError):  # another lab's work is there
                folder.parent.rmdir()
        for file in files:
            file.unlink()
    kept = sorted(path.name for path in course.glob("gradebook.db.*"))
    return [
        f"{'Effacé' if really else 'Serait effacé'} pour « {lab} » : {count(len(folders), 'dossier')} de copies, de retours et de Moodle, "
        f"{count(graded, 'copie')} du carnet de notes, vos notes et vos commentaires compris" + "".join(f", {file.name}" for file in files) + ".",
        *([f"Restent des sauvegardes du carnet de notes, à effacer vous-même : {', '.join(kept)}."] if kept else []),
        "L'archive et la feuille téléchargées de Moodle sont restées où vous les aviez mises." if really
        else f"Rien n'est effacé pour l'instant : ajoutez --oui pour le faire (atelier effacer {lab} --oui)."]


def _forget(course: Path, lab: str, really: bool) -> int:
    """Remove from the gradebook the submissions of a lab and the students who have no other; return how many submissions."""
    with courses.gradebook(course) as book:
        try:
            students = [submission.student.id for submission in book.assignment_submissions(lab)]
        except MissingEntry:
            return 0
        if really:
            for student in students:
                book.remove_submission(lab, student)
            for student in [student.id for student in book.students]:
                if not book.student_submissions(student):
                    book.remove_student(student)
            book.db.execute(text("VACUUM"))  # SQLite keeps what was deleted until then
    return len(students)
