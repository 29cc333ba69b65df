"""Read a ZIP archive received from the Internet, a whole class or one hand-in: in memory, all of it or nothing.

``zipfile`` reads it; here is what it lets through. Nothing is inflated before the directory's own figures are known to be
bearable, and each file is then inflated once, piece by piece, so that it gives exactly what the directory says.
"""

import contextlib
import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

MOST_ENTRIES = 20_000  # folders too; Moodle gives 500 students 10 000 files at most
MOST_BYTES = 4 * 2**30  # once inflated; a class of 500 is a tenth of that
MOST_RATIO, FREE_BYTES = 100, 512 * 2**20  # one student's empty file of 500 MB must not refuse the class
LONGEST_PATH = 1024  # bytes

_LARGEST_DIRECTORY = 8 * 2**20  # bytes; 20 000 entries take a quarter of that
_PIECE = 2**18  # bytes inflated at a time
_ENCRYPTED, _UTF8 = 0x01, 0x800  # flags
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, RuntimeError)  # zipfile's


class ArchiveError(Exception):
    """The archive is refused; the message says in French what was found, why it is refused and what to do."""


class _Fault(Exception):
    """What ArchiveError says after the archive's name."""


class _Content(io.BytesIO):
    """The archive's bytes. zipfile builds all the entries of a directory before any limit can apply, but reads it at once."""

    def read(self, size: int | None = -1) -> bytes:
        if size is not None and size > _LARGEST_DIRECTORY:
            raise _damaged("table des matières démesurée")
        return super().read(size)


@dataclass(frozen=True)
class Entry:
    """One file. Its content is inflated each time it is asked for: see first that ``size``, in bytes, is bearable.

    ``path`` is relative and stays inside the archive; it may come twice, and hold characters that are not printable.
    ``modified`` is without time zone: year, month, day, hours, minutes, seconds; nothing says that it is a real date.
    """

    path: PurePosixPath
    modified: tuple[int, ...]
    size: int
    _archive: zipfile.ZipFile = field(repr=False)
    _info: zipfile.ZipInfo = field(repr=False)

    @property
    def content(self) -> bytes:
        with self._archive.open(self._info) as file:
            return b"".join(iter(lambda: file.read(_PIECE), b""))  # without a size, zipfile inflates before it cuts


def read(content: bytes, name: str = "archive", most_bytes: int = MOST_BYTES) -> list[Entry]:
    """Return all the files of an archive, in its order; folders are skipped. ``most_bytes`` bounds their sizes' sum.

    Raises ArchiveError, which calls the archive ``name``, when anything in it is broken or dangerous.
    """
    try:
        if not content.startswith((b"PK\3\4", b"PK\5\6")):
            raise _Fault("ce n'est pas une archive ZIP. Choisissez l'archive elle-même, ou faites-la refaire au format ZIP.")
        opened = zipfile.ZipFile(_Content(content))
        _check_sizes(opened, len(content), most_bytes)
        entries = [entry for info in opened.infolist() if (entry := _entry(opened, info))]
        for entry in entries:
            _check_content(entry)
        return entries
    except _Fault as fault:
        reason = fault
    except _DAMAGE:
        reason = _damaged("elle n'a pas la structure d'un ZIP")
    raise ArchiveError(f"L'archive « {printable(name)} » est refusée : {reason}")


def is_zip(entry: Entry) -> bool:
    """Say whether a file begins like a ZIP archive; so do .docx, .npz and .keras files."""
    with entry._archive.open(entry._info) as file:
        return file.read(4) in (b"PK\3\4", b"PK\5\6")


def printable(name: str) -> str:
    """Return a name that can be printed in a terminal, shortened if need be."""
    text = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in name)
    return text if len(text) <= 120 else f"{text[:80]}…{text[-39:]}"


# --- What is refused --------------------------------------------------------------------------------------------------


def _check_sizes(opened: zipfile.ZipFile, length: int, most_bytes: int) -> None:
    """Refuse cut archives and bombs by what the directory says, which no file may then exceed."""
    infos = opened.infolist()
    if min((info.header_offset for info in infos), default=opened.start_dir) != 0:
        # Cut after a hand-in that is itself a ZIP, the archive ends like that one: zipfile would give its files.
        raise _damaged("la fin manque, ou autre chose est devant")
    if len(infos) > MOST_ENTRIES:
        raise _Fault(f"elle contient {len(infos)} fichiers et dossiers (au plus {MOST_ENTRIES}). "
                     "N'y mettez que les travaux remis, en plusieurs archives s'il le faut.")
    total = sum(info.file_size for info in infos)
    if total > most_bytes:
        raise _Fault(f"décompressée, elle occuperait {total // 2**20} Mio (au plus {most_bytes // 2**20}). "
                     "Téléchargez les travaux en plusieurs fois, par exemple par groupe.")
    if total > max(FREE_BYTES, MOST_RATIO * length):
        raise _Fault(f"ses {length} octets en donneraient {total}, comme une bombe de décompression. "
                     "Aucun vrai travail ne se comprime ainsi : demandez d'où elle vient.")
    if sum(info.compress_size for info in infos) > length:  # costs time even where it gives no byte
        raise _Fault("ses fichiers se chevauchent, comme dans une bombe de décompression. Demandez d'où elle vient.")


def _entry(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry | None:
    """Return one file, None for a folder; refuse what is neither, leaves the archive or cannot be inflated within bounds."""
    path, mode = _path(info), info.external_attr >> 16
    if info.flag_bits & _ENCRYPTED:
        raise _Fault(f"« {printable(path)} » est chiffré. Demandez une archive sans mot de passe.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _Fault(f"« {printable(path)} » est compressé par une méthode que ce programme n'ouvre pas "
                     f"(n° {info.compress_type}). Faites-la refaire au format ZIP ordinaire (Deflate).")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _Fault(f"« {printable(path)} » est un lien ou un fichier spécial. Faites-la refaire avec le fichier lui-même.")
    if path.endswith("/") or stat.S_ISDIR(mode):
        if info.file_size:
            raise _damaged(f"« {printable(path)} » est un dossier, et a pourtant un contenu")
        return None
    return Entry(PurePosixPath(path), info.date_time, info.file_size, opened, info)


def _path(info: zipfile.ZipInfo) -> str:
    """Return a file's path, with / between its folders; refuse what is not one, or leaves the archive."""
    path = info.orig_filename
    if not info.flag_bits & _UTF8:
        with contextlib.suppress(UnicodeDecodeError):  # old tools write UTF-8 without saying so
            path = path.encode("cp437").decode("utf-8")
    if len(path.encode()) > LONGEST_PATH:  # before normalize, whose time is quadratic
        raise _Fault(f"« {printable(path)} » est trop long (au plus {LONGEST_PATH} octets). Faites-la refaire avec des noms plus courts.")
    path = unicodedata.normalize("NFC", path).replace("\\", "/")
    if "\0" in path or not PurePosixPath(path).parts:
        raise _Fault(f"« {printable(path)} » n'est pas un nom de fichier. Demandez d'où elle vient.")
    if path.startswith("/") or re.match("[A-Za-z]:", path) or any(part.strip() == ".." for part in path.split("/")):
        raise _Fault(f"« {printable(path)} » désigne un fichier hors de l'archive. "
                     "Une archive ordinaire n'en contient pas : demandez d'où elle vient.")
    return path


def _check_content(entry: Entry) -> None:
    """Inflate a file, keeping nothing, to see that it is whole; zipfile checks its sum and gives no byte beyond its size."""
    found = 0
    try:
        with entry._archive.open(entry._info) as file:
            while piece := file.read(_PIECE):
                found += len(piece)
    except _DAMAGE:
        found = -1
    if found != entry.size:
        raise _damaged(f"le contenu de « {printable(str(entry.path))} » n'est pas celui qui est annoncé")


def _damaged(reason: str) -> _Fault:
    return _Fault(f"elle est incomplète ou abîmée ({reason}). Téléchargez-la de nouveau, ou faites-la refaire.")
