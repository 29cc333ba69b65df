"""Collect a class from Moodle: its archive of submissions goes into ``submitted/``, its grading sheet into the gradebook.

What Moodle gave is kept in ``moodle/<lab>/``: ``feuille.csv``, ``remises.json`` (what was taken from whom) and
``anciennes/<date>/<participant>/`` (copies that a newer archive replaced). All is prepared in a temporary folder of the same
disk, then renamed copy by copy; ``remises.json`` is told beforehand, so that the same command finishes what was interrupted.
No timestamp.txt is written: the dates of the archive are not those of the hand-ins.
"""

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

import nbformat
from nbgrader.api import MissingEntry
from sqlalchemy.exc import SQLAlchemyError

from atelier import courses, files, handins, moodle
from atelier.archive import MOST_BYTES, ArchiveError, printable, read
from atelier.french import count

TAKEN, REPLACED, UNCHANGED, KEPT, TO_SEE, NOTHING = "prise", "remplacée", "inchangée", "gardée", "à voir", "rien remis"
_ABSENT = "absente de cette archive : la copie reçue auparavant est gardée"


class CollectError(Exception):
    """The class cannot be collected; the message says in French why and what to do. Nothing was lost."""


@dataclass(frozen=True)
class Arrival:
    """What became of a student. ``folder`` is Moodle's, ``file`` the notebook taken from it, ``sha256`` that of what was laid down.

    ``placed`` says that the copy in ``submitted/`` is the import's own, not one that a person put there.
    """

    participant: str
    name: str
    state: str
    remarks: list[str] = field(default_factory=list)
    folder: str = ""
    file: str = ""
    sha256: str = ""
    placed: bool = False


def handed_in(course: Path, lab: str) -> dict[str, Arrival]:
    """Return what is known of each participant since the last import, empty without any; raise CollectError if it cannot be read."""
    path = course / "moodle" / lab / "remises.json"
    try:
        return {participant: Arrival(**known) for participant, known in json.loads(path.read_text("utf-8")).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError):
        raise CollectError(f"{path} est illisible : rétablissez-le d'après une sauvegarde.") from None


def collect(course: Path, lab: str, archive: Path, sheet: Path | None = None) -> list[Arrival]:
    """Lay down in a course the hand-ins of a lab that Moodle's ``archive`` holds; return what became of each student, by name.

    Without a ``sheet``, the one of an earlier import is used. Raises CollectError; nothing is changed when the archive is refused.
    """
    known, home = handed_in(course, lab), course / "moodle" / lab
    try:
        compared = handins.Lab(lab, _cells(course, lab))
        saved = sheet or home / "feuille.csv"
        if sheet and not sheet.is_file():
            raise CollectError(f"{sheet} n'est pas un fichier : donnez la feuille « Télécharger la feuille d'évaluation » de Moodle.")
        content = saved.read_bytes() if sheet or saved.exists() else b""
        if content.startswith(b"PK"):
            raise CollectError(f"{saved.name} est une archive, et non une feuille de notes : les deux sont-elles inversées ?")
        rows = moodle.Sheet.read(content).rows if content else {}
        students, strays = _students(archive, rows)
        with _workshop(course) as workshop:
            arrivals = [_prepare(course, compared, each, students[each], known.get(each), workshop) for each in students]
            if not any(each.file for each in arrivals):
                raise CollectError(f"Aucun notebook du TP « {lab} » à prendre parmi les {len(students)} remises : est-ce l'archive d'un autre "
                                   f"devoir ? Première remise : {' ; '.join(arrivals[0].remarks)}.")
            if rows:
                arrivals = [_checked(each, rows.get(each.participant)) for each in arrivals]
            arrivals += _absent(rows, known, students)
            _publish(course, lab, {each.participant: each for each in arrivals}, workshop, content, rows)
    except (ArchiveError, moodle.SheetError) as error:
        raise CollectError(str(error)) from None
    except SQLAlchemyError as error:
        raise CollectError(f"Le carnet de notes n'a pas pu être écrit ({type(error).__name__}) : fermez formgrader "
                           "et relancez la même commande.") from None
    except OSError as error:
        raise CollectError(f"L'import s'est arrêté ({error}). Rien n'est perdu : remédiez-y et relancez la même commande.") from None
    arrivals = sorted(arrivals, key=lambda each: (each.name.casefold(), int(each.participant)))
    return arrivals + ([Arrival("", "", TO_SEE, [f"hors de toute remise, ignoré : {handins.names(strays)}"])] if strays else [])


def table(arrivals: list[Arrival]) -> list[str]:
    """Return the lines of the table that an instructor reads: each student, the remarks under it, then the count of each state."""
    width = max([3, *(len(printable(each.name)) for each in arrivals)])
    lines = [f"  {'N°':>8}  {'Nom':{width}}  État"]
    for each in arrivals:
        lines.append(f"  {each.participant or '—':>8}  {printable(each.name) or '—':{width}}  {each.state}")
        lines += [f"            ! {remark}" for remark in each.remarks]
    states = {state: sum(each.state == state for each in arrivals) for state in (TAKEN, REPLACED, UNCHANGED, KEPT, TO_SEE, NOTHING)}
    return [*lines, "", ", ".join(f"{state} : {count}" for state, count in states.items() if count)]


def split_name(full_name: str) -> tuple[str, str]:
    """Return the last name and the first name: the last name is what is in capitals, else all but the first word."""
    words = full_name.split()
    capitals = [word for word in words if word.isupper() and len(word) > 1 and not word.endswith(".")]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals), " ".join(word for word in words if word not in capitals)
    return (" ".join(words[1:]), words[0]) if len(words) > 1 else (full_name.strip(), "")


# --- What to do -------------------------------------------------------------------------------------------------------


def _cells(course: Path, lab: str) -> dict[str, str | None]:
    """Return the cells that nbgrader knows in the released notebook, with their text where students answer.

    Raises CollectError if the lab is not in the course yet.
    """
    do = f"lancez d'abord nbgrader generate_assignment {lab} dans le dossier du cours ({course})."
    try:
        notebook = nbformat.read(course / "release" / lab / f"{lab}.ipynb", as_version=4)
    except (OSError, ValueError):
        raise CollectError(f"Le TP « {lab} » n'est pas dans release/ : {do}") from None
    if not (course / "gradebook.db").exists():
        raise CollectError(f"Ce cours n'a pas de carnet de notes : {do}")
    with courses.gradebook(course) as book:
        try:
            book.find_notebook(lab, lab)
        except MissingEntry:
            raise CollectError(f"Le TP « {lab} » n'est pas dans le carnet de notes : {do}") from None
    marks = [(cell.metadata.nbgrader, cell.source) for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {mark.grade_id: source if mark.get("solution") else None for mark, source in marks}


def _students(archive: Path, rows: dict[str, moodle.Row]) -> tuple[dict[str, handins.HandIn], list[str]]:
    """Return the hand-ins of the archive and the paths that are nobody's; raise CollectError if it is not Moodle's, or not this sheet's."""
    if not archive.is_file():
        raise CollectError(f"{archive} n'est pas un fichier : donnez l'archive « Télécharger tous les travaux remis » de Moodle.")
    if archive.stat().st_size > MOST_BYTES:
        raise CollectError(f"{archive.name} est trop volumineuse : téléchargez les travaux en plusieurs fois, par exemple par groupe.")
    students, strays = handins.by_student(read(archive.read_bytes(), archive.name))
    if not students:
        raise CollectError(f"« {printable(archive.name)} » ne contient aucune remise de Moodle (Nom_numéro_assignsubmission_file) : "
                           "donnez l'archive « Télécharger tous les travaux remis » telle quelle.")
    common = rows.keys() & students.keys()
    if rows and 2 * len(common) < len(students):
        raise CollectError(f"L'archive et la feuille de notes n'ont que {count(len(common), 'participant')} en commun, sur {count(len(students), 'remise')} : elles "
                           "viennent de deux devoirs ou de deux groupes, ou les travaux sont remis par groupe. Téléchargez les deux dans le même devoir, à remises individuelles.")
    return students, strays


def _prepare(course: Path, lab: handins.Lab, participant: str, student: handins.HandIn, before: Arrival | None, workshop: Path) -> Arrival:
    """Return what becomes of a hand-in; write it into the workshop if it is to move into ``submitted/``."""
    choice = handins.choose(student, lab)
    remarks = list(choice.remarks)
    digest = hashlib.sha256(b"".join(content for _, content in sorted(choice.files.items()))).hexdigest()
    target, ours, state = course / "submitted" / participant / lab.name, bool(before and before.placed), TAKEN
    if os.path.lexists(target):
        if not ours and not _same(target, choice.files):
            remarks.append(f"submitted/{participant}/{lab.name}/ contient une autre copie, déposée à la main : elle y reste. "
                           "Déplacez-la et relancez la même commande pour prendre celle de Moodle")
            return Arrival(participant, student.name, TO_SEE, remarks, student.folder)
        state = UNCHANGED if _same(target, choice.files) or before.sha256 == digest else REPLACED
    if state == REPLACED:
        remarks.append(f"l'ancienne copie est gardée dans moodle/{lab.name}/anciennes/")
    if state != UNCHANGED:
        (workshop / participant).mkdir()
        for name, content in choice.files.items():
            (workshop / participant / name).write_bytes(content)
    return Arrival(participant, student.name, state if choice.file and choice.sure else TO_SEE, remarks, student.folder, choice.file, digest, True)


def _checked(arrival: Arrival, row: moodle.Row | None) -> Arrival:
    """Add to an arrival what the sheet says of the student."""
    if not row:
        unknown = "absent de la feuille de notes : étudiant désinscrit, ou feuille à télécharger de nouveau"
        return replace(arrival, remarks=[*arrival.remarks, unknown])
    draft = ["dans Moodle, ce travail est encore un brouillon"] if row.status.startswith(("Brouillon", "Draft")) else []
    return replace(arrival, name=row.full_name or arrival.name, remarks=arrival.remarks + draft)


def _same(folder: Path, files: dict[str, bytes]) -> bool:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return found.keys() == files.keys() and all(found[name].read_bytes() == content for name, content in files.items())


def _absent(rows: dict[str, moodle.Row], known: dict[str, Arrival], students: dict) -> list[Arrival]:
    """Return what becomes of those who are not in the archive: received before, or nothing handed in."""
    kept = [replace(each, state=KEPT, remarks=list(dict.fromkeys([*each.remarks, _ABSENT])))
            for each in known.values() if each.folder and each.participant not in students]
    here = students.keys() | {each.participant for each in kept}
    for row in rows.values():
        if row.participant not in here:
            submitted = row.status.startswith(("Remis pour", "Submitted for"))
            remarks = [f"Moodle dit « {printable(row.status)} », et l'archive n'a rien : elle date peut-être d'avant"] if submitted else []
            kept.append(Arrival(row.participant, row.full_name, TO_SEE if submitted else NOTHING, remarks))
    return kept


# --- Doing it ---------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _workshop(course: Path) -> Iterator[Path]:
    """Give a temporary folder on the disk of the course, and remove it, with what an interrupted import left."""
    home = course / "moodle"
    home.mkdir(exist_ok=True)
    for left in home.glob(".import-*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=".import-") as folder:
            yield Path(folder)
    finally:
        with contextlib.suppress(OSError):  # not empty: an earlier import
            home.rmdir()


def _publish(course: Path, lab: str, arrivals: dict[str, Arrival], workshop: Path, sheet: bytes, rows: dict[str, moodle.Row]) -> None:
    """Move the copies of the workshop into ``submitted/``, keep the sheet, name the students, and say it in ``remises.json``."""
    home, moves = course / "moodle" / lab, sorted(folder.name for folder in workshop.iterdir())
    home.mkdir(exist_ok=True)
    coming = {each: replace(arrivals[each], state=TO_SEE, sha256="", remarks=["import interrompu : relancez la même commande"]) for each in moves}
    _record(home, arrivals | coming)
    former = home / "anciennes" / datetime.now().strftime("%Y-%m-%d_%Hh%M_%S_%f")
    for participant in moves:
        _swap(workshop / participant, course / "submitted" / participant / lab, former / participant)
    if sheet:
        files.write(home / "feuille.csv", sheet)
    with courses.gradebook(course) as book:
        for participant, arrival in arrivals.items():
            last_name, first_name = split_name(arrival.name)
            email = rows[participant].email if participant in rows else ""
            known = {"last_name": last_name, "first_name": first_name, "email": email}
            book.update_or_create_student(participant, **{name: text for name, text in known.items() if text})
    _record(home, arrivals)


def _swap(new: Path, target: Path, former: Path) -> None:
    """Put a new copy in its place, the old one aside; if that is interrupted, the old one is back."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if os.path.lexists(target):
            former.parent.mkdir(parents=True, exist_ok=True)
            target.rename(former)
        new.rename(target)
    except BaseException:
        if os.path.lexists(former) and not os.path.lexists(target):
            former.rename(target)
        raise


def _record(home: Path, arrivals: dict[str, Arrival]) -> None:
    content = {participant: asdict(arrival) for participant, arrival in arrivals.items()}
    files.write_json(home / "remises.json", content)
