"""Hand a graded class back to Moodle: the archive of feedback pages, and the instructor's own grading sheet, filled.

``nbgrader export --exporter=atelier.exporters.MoodleExporter --assignment '["cnn_mnist"]'``, or ``hand_back`` from Python.
A copy that awaits a human has an empty grade, never 0, and is listed; its page says that the grade is not final.
"""

import os
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.plugins import ExportPlugin
from traitlets import List, Unicode

from atelier import collect, files, grading, moodle, results
from atelier.french import count, number
from atelier.results import Outcome


class ExportError(Exception):
    """Nothing can be handed back; the message says in French why and what to do. What an earlier export wrote is kept."""


@dataclass(frozen=True)
class HandedBack:
    """What was written: the archive, the sheet (None when the instructor gave none), whose page, which grades.

    ``left`` says, for each student without a grade, why and what to do.
    """

    archive: Path
    sheet: Path | None
    pages: list[str]
    grades: dict[str, float]
    left: dict[str, list[str]]


class MoodleExporter(ExportPlugin):
    """Prépare ce qui se dépose dans Moodle : l'archive des pages de retour et la feuille de notes remplie."""

    to = Unicode("", help="Dossier où écrire (par défaut : moodle/<TP>/rendu dans le dossier du cours).").tag(config=True)
    student = List([], help="Identifiants des étudiants à qui rendre leur copie (par défaut : tous).").tag(config=True)
    assignment = List([], help="TP à rendre (par défaut : tous ceux qui viennent de Moodle).").tag(config=True)

    def export(self, gradebook) -> None:
        """Hand back each assignment asked for; print what was written and who is left. Exit with a sentence on an error."""
        course = Path(self.parent.coursedir.root)
        labs = [*map(str, self.assignment)] or sorted(path.parent.name for path in course.glob("moodle/*/remises.json"))
        if not labs:
            sys.exit("Aucun TP de ce cours ne vient de Moodle : importez d'abord l'archive des travaux remis.")
        for lab in labs:
            try:
                done = hand_back(course, lab, Path(self.to) if self.to else None, map(str, self.student))
            except (ExportError, grading.GradingError, collect.CollectError, moodle.SheetError) as error:
                sys.exit(str(error))
            print("\n".join(summary(done)))


def hand_back(course: Path, lab: str, to: Path | None = None, students: Iterable[str] = ()) -> HandedBack:
    """Write ``retours-<lab>.zip`` and ``notes-<lab>.csv`` for these students (all by default) and return what was done.

    Raises ExportError, grading.GradingError, collect.CollectError or moodle.SheetError; no file is replaced then.
    """
    outcomes = {outcome.student: outcome for outcome in results.read(course, lab)}
    records = {student: record for student, record in collect.handed_in(course, lab).items() if record.folder}
    maximum = max((outcome.maximum for outcome in outcomes.values()), default=0)
    pages, grades, left = {}, {}, {}
    for student in sorted(set(students) or outcomes.keys() | records.keys()):
        outcome, record = outcomes.get(student), records.get(student)
        unfit = _unfit(course, lab, student, outcome) if record else ["ne vient pas de Moodle : à rendre à la main"]
        reasons = [*dict.fromkeys([*unfit, *(outcome.waiting if outcome and record else [])])]
        if not reasons and outcome.total > maximum:
            reasons = [f"note au-dessus de {number(maximum)} : à ramener dans formgrader"]
        if reasons:
            left[student] = reasons
        if not unfit:
            pages[student] = moodle.feedback_name(record.folder, f"retour_{lab}.html")
        if record:
            grades[student] = (None, None) if reasons else (outcome.total, results.comment(outcome))
    if not pages:
        raise ExportError("\n".join(["Aucune page de retour n'est prête, rien n'est écrit :", *_by_reason(left)]))
    return _write(course, lab, to or course / "moodle" / lab / "rendu", maximum, pages, grades, left)


def summary(done: HandedBack) -> list[str]:
    """Return the lines that an instructor reads: what was written, then who is left and why, by id."""
    size = number(done.archive.stat().st_size / 2**20)
    none = "Aucune feuille de notes à l'import : seules les pages de retour sont prêtes."
    notes = f"{done.sheet} : {count(len(done.grades), 'note')}" if done.sheet else none
    left = ["Sans note pour l'instant :"] * bool(done.left) + _by_reason(done.left)
    return [f"{done.archive} : {count(len(done.pages), 'page de retour', 'pages de retour')}, {size} Mio", notes, *left]


def _page(course: Path, lab: str, student: str) -> Path:
    return course / "feedback" / student / lab / f"{lab}.html"


def _unfit(course: Path, lab: str, student: str, outcome: Outcome | None) -> list[str]:
    """Return why the page of a student cannot be given back as it is, and what to do; nothing if it can."""
    again = f"nbgrader generate_feedback {lab}"
    if not outcome:
        return [f"pas encore notée : lancez atelier noter {lab}"]
    if outcome.state == grading.REFUSED or not outcome.questions:
        return outcome.waiting
    graded = (course / "autograded" / student / lab / f"{lab}.ipynb").stat().st_mtime
    if any(each.stat().st_mtime > graded for each in (course / "submitted" / student / lab).rglob("*.ipynb")):
        return [f"remise après sa notation : lancez atelier noter {lab}, puis {again}"]
    return [f"page de retour absente, ou plus ancienne que la note : lancez {again}"] if needs_page(course, lab, outcome) else []


def needs_page(course: Path, lab: str, outcome: Outcome) -> bool:
    """Say whether the feedback page of a graded copy is missing, or older than its points and comments."""
    page, graded = _page(course, lab, outcome.student), course / "autograded" / outcome.student / lab / f"{lab}.ipynb"
    if not graded.exists():  # refused: no page
        return False
    if not page.exists() or page.stat().st_mtime < graded.stat().st_mtime:
        return True
    return f'content="{outcome.gradebook_state}"' not in page.read_text("utf-8")[:2000]


def _write(course: Path, lab: str, target: Path, maximum: float, pages: dict, grades: dict, left: dict) -> HandedBack:
    """Write the archive and the sheet beside their places, then rename them."""
    given, archive, notes = course / "moodle" / lab / "feuille.csv", target / f"retours-{lab}.zip", target / f"notes-{lab}.csv"
    filled = None
    if given.exists():
        sheet = moodle.Sheet.read(given.read_bytes())
        filled = sheet.filled(grades, maximum)
        kept = {student: f"Moodle garde sa note précédente ({number(sheet.rows[student].grade)})"
                for student in left if student in sheet.rows and sheet.rows[student].grade is not None}
        for student, reason in [*sheet.left_alone(grades).items(), *kept.items()]:
            left.setdefault(student, []).append(reason)
    target.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(files.beside(archive), "w", zipfile.ZIP_DEFLATED) as new:
        for student, name in pages.items():
            new.write(_page(course, lab, student), name)
    if filled is not None:
        files.beside(notes).write_bytes(filled)
        os.replace(files.beside(notes), notes)
    os.replace(files.beside(archive), archive)
    return HandedBack(archive, filled and notes, list(pages), {each: grade for each, (grade, _) in grades.items() if each not in left}, left)


def _by_reason(left: dict[str, list[str]]) -> list[str]:
    """Return a line per reason, with the ids of the students it holds for."""
    reasons = dict.fromkeys(reason for each in left.values() for reason in each)
    return [f"  {reason} : {', '.join(student for student in left if reason in left[student])}" for reason in reasons]
