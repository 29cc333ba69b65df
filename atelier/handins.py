"""What each student handed in: the notebook to grade among all that Moodle's archive holds, or why there is none.

Nothing is written here. The dates of an archive are poor witnesses (Moodle dates each file from the moment it sends it),
so only those that differ by more than ten minutes tell which notebook is the newest.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePosixPath

import nbformat

from atelier import moodle
from atelier.archive import MOST_BYTES, ArchiveError, Entry, printable, read
from atelier.french import count
from atelier.grading import LARGEST_COPY

LARGEST_ZIP = 256 * 2**20  # bytes, of an archive that a student handed in
MOST_SHOWN, LARGEST_SHOWN = 50, 2 * LARGEST_COPY  # files and bytes laid down for a human when there is no notebook
_SAME_TIME = timedelta(minutes=10)


@dataclass
class HandIn:
    """All that the archive holds of a student, hidden files left out. ``name`` is empty under blind marking."""

    folder: str
    name: str
    files: list[tuple[PurePosixPath, Entry]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass
class Lab:
    """What a notebook is compared with: its cells by grade_id, with what the release has where students answer (else None).

    ``budget``: bytes that the ZIPs handed in may still give.
    """

    name: str
    cells: dict[str, str | None]
    budget: int = MOST_BYTES


@dataclass(frozen=True)
class Choice:
    """What to lay down for a student. ``file`` is the path of the notebook taken, empty where none can be graded."""

    files: dict[str, bytes]
    file: str
    remarks: list[str]
    sure: bool = True


@dataclass(frozen=True)
class _Notebook:
    """A file that may be the notebook of the lab; ``fault`` says why it is not. ``answers`` is a digest of its cells."""

    path: str
    entry: Entry
    fault: str = ""
    readable: bool = True
    started: bool = False
    missing: tuple[str, ...] = ()
    answers: str = ""

    @property
    def date(self) -> datetime:
        try:
            return datetime(*self.entry.modified)
        except ValueError:
            return datetime(1980, 1, 1)


def by_student(entries: list[Entry]) -> tuple[dict[str, HandIn], list[str]]:
    """Return the hand-in of each participant, and the paths that are nobody's."""
    found: dict[str, HandIn] = {}
    strays = []
    for path, entry in _unwrapped(entries):
        owner = moodle.owner(path)
        if not owner:
            strays.append(str(path))
            continue
        student = found.setdefault(owner.participant, HandIn(owner.folder, "" if owner.full_name == "Participant" else owner.full_name))
        if moodle.deposit(path):
            if student.files and owner.folder != student.folder:
                student.remarks.append("deux dossiers de ce participant dans l'archive")
            elif not student.files:
                student.folder = owner.folder  # rather than an online text's
            if ".ipynb_checkpoints" not in path.parts:
                student.files.append((owner.path, entry))
        elif not moodle.hidden(owner.path):
            student.remarks.append("texte en ligne : à lire dans Moodle")
    return found, strays


def _unwrapped(entries: list[Entry]) -> list[tuple[PurePosixPath, Entry]]:
    """Return the entries with their paths in Moodle's archive, which a browser may have unpacked, and a person packed again in a folder."""
    paths = [(entry.path, entry) for entry in entries if entry.path.parts[0] != "__MACOSX"]
    tops = {path.parts[0] for path, _ in paths}
    if len(tops) == 1 and not moodle.owner(PurePosixPath(*tops)) and all(len(path.parts) > 1 for path, _ in paths):
        paths = [(path.relative_to(*tops), entry) for path, entry in paths]
    return [(path, entry) for path, entry in paths if not moodle.hidden(path) or moodle.owner(path)]


def choose(student: HandIn, lab: Lab) -> Choice:
    """Return the newest notebook of the lab in a hand-in; without any, its files themselves, for a human to open."""
    remarks = list(dict.fromkeys(student.remarks))
    notebooks = [_examined(path, entry, lab) for path, entry in _candidates(student, lab, remarks)]
    remarks += [notebook.fault for notebook in notebooks if notebook.fault]
    valid = [notebook for notebook in notebooks if not notebook.fault]
    if not valid:
        if not notebooks:
            remarks.append(f"aucun notebook : {names(path for path, _ in student.files)}" if student.files else "remise vide")
        return _shown(student, [notebook.path for notebook in notebooks if notebook.readable], remarks)
    newest = max(notebook.date for notebook in valid)
    best = max(valid, key=lambda notebook: _rank(notebook, newest, lab))
    others = [notebook for notebook in valid if notebook.answers != best.answers]
    sure = all(_rank(other, newest, lab) < _rank(best, newest, lab) for other in others)
    if others:
        why = "le plus récent" if sure else "mais rien ne dit lequel est le plus récent"
        remarks.append(f"« {printable(best.path)} » a été pris, {why} des notebooks de ce TP ; non pris : {names(other.path for other in others)}")
    elif best.path != f"{lab.name}.ipynb":
        remarks.append(f"notebook renommé ou rangé ailleurs : « {printable(best.path)} » a été pris")
    if best.missing:
        remarks.append(f"cellules du TP absentes : {', '.join(best.missing)}")
    left = [path for path, _ in student.files if not any(PurePosixPath(each.path).is_relative_to(path) for each in notebooks)]
    if left:
        remarks.append(f"laissé dans l'archive : {names(left)}")
    return Choice({f"{lab.name}.ipynb": best.entry.content}, best.path, remarks, sure)


def _candidates(student: HandIn, lab: Lab, remarks: list[str]) -> Iterator[tuple[str, Entry]]:
    """Give each file that may be a notebook, also in the ZIPs of the hand-in; browsers add to names, even after .ipynb."""
    for path, entry in student.files:
        if path.suffix.lower() != ".zip":
            if ".ipynb" in path.name.lower():
                yield str(path), entry
            continue
        if entry.size > LARGEST_ZIP:
            remarks.append(f"« {printable(str(path))} » est trop volumineux pour être ouvert ({entry.size // 2**20} Mio)")
            continue
        try:
            inside = read(entry.content, str(path), lab.budget)
        except ArchiveError as error:
            remarks.append(str(error))
            continue
        lab.budget -= sum(each.size for each in inside)
        for each in inside:
            if ".ipynb" in each.path.name.lower() and ".ipynb_checkpoints" not in each.path.parts and not moodle.hidden(each.path):
                yield f"{path}/{each.path}", each


def _examined(path: str, entry: Entry, lab: Lab) -> _Notebook:
    """Say whether a file is a notebook of the lab: it has at least half of its cells."""
    shown = f"« {printable(path)} »"
    if entry.size > LARGEST_COPY:
        return _Notebook(path, entry, f"{shown} est trop volumineux ({entry.size // 2**20} Mio, au plus {LARGEST_COPY // 2**20})", readable=False)
    try:
        notebook = nbformat.convert(nbformat.reader.reads(entry.content.decode("utf-8-sig")), 4)  # without a log
        answers = {str(cell.metadata.get("nbgrader", {}).get("grade_id")): str(cell.source) for cell in notebook.cells}
    except Exception:  # whatever a student's file breaks
        reason = "n'est pas un notebook lisible : demandez une nouvelle remise" if entry.size else "est vide"
        return _Notebook(path, entry, f"{shown} {reason}", readable=False)
    present = answers.keys() & lab.cells.keys()
    if 2 * len(present) < len(lab.cells):
        return _Notebook(path, entry, f"{shown} n'est pas le notebook de ce TP")
    started = any(lab.cells[name] not in (None, answers[name]) for name in present)
    digest = hashlib.sha256(repr(sorted(answers.items())).encode("utf-8", "replace")).hexdigest()
    return _Notebook(path, entry, started=started, missing=tuple(name for name in lab.cells if name not in present), answers=digest)


def _rank(notebook: _Notebook, newest: datetime, lab: Lab) -> tuple:
    """Return what orders notebooks: one that was worked on, the date, the number that a browser or Moodle adds, the plain name."""
    name = PurePosixPath(notebook.path).name
    number = re.search(r"\(([0-9]{1,4})\)", name)
    return notebook.started, newest - notebook.date <= _SAME_TIME, int(number[1]) if number else 0, name == f"{lab.name}.ipynb"


def _shown(student: HandIn, others: list[str], remarks: list[str]) -> Choice:
    """Return the files of a hand-in without a notebook, with safe names, within bounds.

    ``others``, notebooks of something else, become .txt: graded as the only notebook there is, they would get 0.
    """
    files: dict[str, bytes] = {}
    left, taken = [], {"timestamp.txt"}  # nbgrader's own
    for path, entry in student.files:
        if len(files) >= MOST_SHOWN or sum(map(len, files.values())) + entry.size > LARGEST_SHOWN:
            left.append(path)
            continue
        name = "".join(each if each.isprintable() and each not in '\\/:*?"<>|' else "_" for each in "-".join(path.parts))
        name = (name.encode()[-180:].decode(errors="ignore").lstrip(".") or "fichier") + (".txt" if str(path) in others else "")
        while name.casefold() in taken:
            name = f"_{name}"
        taken.add(name.casefold())
        files[name] = entry.content
    return Choice(files, "", remarks + ([f"trop volumineux, laissé dans l'archive : {names(left)}"] if left else []))


def names(paths: Iterable[object]) -> str:
    """Return some paths to print, the first five."""
    shown = [f"« {printable(str(path))} »" for path in paths]
    return ", ".join(shown[:5]) + (f" et {count(len(shown) - 5, 'autre')}" if len(shown) > 5 else "")
