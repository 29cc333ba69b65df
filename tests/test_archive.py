"""ZIP archives from the Internet: every honest file comes back; what is dangerous or broken gives one French message."""

import io
import random
import stat
import struct
import tracemalloc
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atelier import archive

MIB = 2**20
pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")
fuzz = settings(deadline=None, derandomize=True, database=None, max_examples=300, suppress_health_check=list(HealthCheck))


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An honest archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name, (2026, 3, 2, 14, 30, 8)), content, method)
    return out.getvalue()


@dataclass
class Forged:
    """One entry of a forged archive, honest where nothing is said."""

    name: bytes = b"tp.ipynb"
    packed: bytes = b"{}"
    size: int | None = None
    crc: int | None = None
    method: int = 0
    flags: int = 0
    mode: int = 0
    extra: bytes = b""
    offset: int | None = None

    def headers(self, offset: int) -> tuple[bytes, bytes]:
        """The local header with the content, and what the directory says."""
        size = len(self.packed) if self.size is None else self.size
        crc = zlib.crc32(self.packed) if self.crc is None else self.crc
        common = struct.pack("<3H2H3L", 20, self.flags, self.method, 0, 0x5C62, crc, len(self.packed), size)
        local = b"PK\3\4" + common + struct.pack("<2H", len(self.name), 0) + self.name + self.packed
        lengths = struct.pack("<5H2L", len(self.name), len(self.extra), 0, 0, 0, self.mode << 16, offset if self.offset is None else self.offset)
        return local, b"PK\1\2\x14\0" + common + lengths + self.name + self.extra


def forge(*entries: Forged, zip64: bool = False) -> bytes:
    body, directory = bytearray(), bytearray()
    for entry in entries:
        local, central = entry.headers(len(body))
        body += local
        directory += central
    here, count = len(body + directory), len(entries)
    if zip64:
        tail = struct.pack("<4sQ2H2L4Q4sLQL4s4H2LH", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), len(body),
                           b"PK\6\7", 0, here, 1, b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    else:
        tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), len(body), 0)
    return bytes(body + directory + tail)


def zeros(megabytes: int) -> bytes:
    """So many MiB of zeros, packed a thousand times smaller."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + packer.flush()


def names(content: bytes) -> list[str]:
    return [str(entry.path) for entry in archive.read(content)]


def refused(content: bytes, *words: str) -> str:
    """The one sentence of a refusal, which names the archive and holds these words; it takes little memory to come to."""
    tracemalloc.start()
    try:
        with pytest.raises(archive.ArchiveError) as caught:
            archive.read(content, "classe.zip")
        assert tracemalloc.get_traced_memory()[1] < 130 * MIB  # 8 MiB of directory, once built
    finally:
        tracemalloc.stop()
    message = str(caught.value)
    assert message.startswith("L'archive « classe.zip » est refusée : ") and message.endswith(".")
    assert message.isprintable() and len(message) < 600
    assert all(word in message for word in words), message
    return message


# --- Honest archives --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("size", [0, 1, archive._PIECE, archive._PIECE + 100, archive._LARGEST_DIRECTORY + 1])
def test_every_file_comes_back(method, size):
    files = [("a/tp.ipynb", random.Random(size).randbytes(size)), ("a/vide.png", b""), ("zéros", bytes(size))]
    found = archive.read(zipped(*files, method=method))
    assert [(str(entry.path), entry.content) for entry in found] == files
    assert [entry.size for entry in found] == [size, 0, size]
    assert {entry.modified for entry in found} == {(2026, 3, 2, 14, 30, 8)}


def test_folders_are_skipped_and_duplicates_kept():
    content = zipped(("a/", b""), ("a/tp.ipynb", b"1"), ("a/tp.ipynb", b"2"), ("./a//tp.ipynb", b"3"))
    assert names(content) == ["a/tp.ipynb"] * 3 and [entry.content for entry in archive.read(content)] == [b"1", b"2", b"3"]
    assert names(forge(Forged(b"a", b"", mode=stat.S_IFDIR | 0o755), Forged())) == ["tp.ipynb"]
    assert archive.read(zipped()) == []


def test_an_archive_written_as_a_stream_or_in_zip64():
    """As Moodle does: sizes unknown in the local headers, data descriptors after each file."""
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:
        for k in range(3):
            made.writestr(f"{k}.ipynb", b"x" * k * 1000)
    assert [entry.size for entry in archive.read(pipe.getvalue())] == [0, 1000, 2000]
    assert names(forge(Forged(), zip64=True)) == ["tp.ipynb"]


def test_names_in_utf8_with_or_without_the_flag_of_old_tools_and_of_macos():
    for name in ("Hélène Çelik/réponse à 8 h.ipynb", "王小明/卷积神经网络.ipynb", "עברית/شبكة عصبية.ipynb", "🦊/x.ipynb"):
        assert names(forge(Forged(name.encode()), Forged(name.encode(), flags=0x800))) == [name, name]
    old = forge(Forged("Zoé/été.ipynb".encode("cp437")), Forged(b"dossier\\tp.ipynb"), Forged(b"vide\\", b""), Forged(b"d/" * 511 + b"xx"))
    assert names(old) == ["Zoé/été.ipynb", "dossier/tp.ipynb", "d/" * 511 + "xx"]
    assert names(zipped((unicodedata.normalize("NFD", "Zoé/réseau 한국어"), b""))) == ["Zoé/réseau 한국어"]


def test_a_hand_in_that_is_an_archive_itself():
    outer = zipped(("a.zip", zipped(("tp.ipynb", b"{}"))), ("b.ipynb", b"{}"), ("vide.zip", zipped()), ("rien", b""))
    assert [archive.is_zip(entry) for entry in archive.read(outer)] == [True, False, True, False]
    assert names(archive.read(outer)[0].content) == ["tp.ipynb"]


def test_one_empty_file_does_not_refuse_a_class():
    huge = Forged(packed=zeros(64), size=64 * MIB, crc=zlib.crc32(bytes(64 * MIB)), method=8)
    assert [entry.size for entry in archive.read(forge(Forged(), huge))] == [2, 64 * MIB]
    with pytest.raises(archive.ArchiveError, match=r"64 Mio \(au plus 63\)"):
        archive.read(forge(Forged(), huge), most_bytes=63 * MIB)


# --- Broken archives --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"PK", b"{}", b"%PDF-1.7\n", b"Rar!\x1a\x07\x01\0" + bytes(3000), b"\nWarning: S3" + zipped(("a", b""))])
def test_what_is_not_an_archive(content):
    refused(content, "n'est pas une archive ZIP")


def test_an_archive_cut_anywhere():
    inner = zipped(("tp.ipynb", b"{}"), method=zipfile.ZIP_STORED)
    files = [("a/tp.ipynb", random.Random(1).randbytes(200)), ("a.zip", inner), ("vide.zip", zipped()), ("b", b"{}" * 50)]
    whole = zipped(*files, method=zipfile.ZIP_STORED)
    cut = whole[:whole.index(inner) + len(inner)]
    assert zipfile.ZipFile(io.BytesIO(cut)).namelist() == ["tp.ipynb"]  # what zipfile makes of it
    for length in range(4, len(whole)):
        refused(whole[:length], "incomplète ou abîmée")


@pytest.mark.parametrize("entry", [
    Forged(crc=1), Forged(size=3), Forged(size=1), Forged(size=0), Forged(offset=1), Forged(offset=10**9), Forged(b"dossier/", b"abc"),
    Forged(method=8, packed=b"\xff" * 9), Forged(method=8, size=2), Forged(extra=struct.pack("<2HL", 1, 4, 0), offset=0xFFFFFFFF)], ids=str)
def test_headers_that_do_not_hold_together(entry):
    refused(forge(entry), "incomplète ou abîmée")


# --- Dangerous archives -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name, words", [
    *((name, "hors de l'archive") for name in ("../x.ipynb", "a/../../x", "../", "/etc/passwd", "C:/x", ".. /x", "a\\..\\x", "\\\\serveur\\x")),
    *((name, "n'est pas un nom de fichier") for name in ("", ".", "./", "tp.ipynb\0.exe", "a/\0/b")),
    ("x" * 1025, "trop long"), ("a" + "\u0345" * 15_000 + "\u0334" * 15_000, "trop long"),  # takes long to compose
], ids=lambda text: text[:20])
def test_names_that_are_refused(name, words):
    refused(forge(Forged(), *[Forged(name.encode())] * 20), words)
    refused(forge(Forged(name.encode(), b"", mode=stat.S_IFDIR | 0o755)), words)


def test_a_message_does_not_command_the_terminal():
    refused(forge(Forged("\x1b[2J\u202e\r\n/../x".encode())), "hors de l'archive")
    assert archive.printable("\x1b[2J\udc80.zip" + "é" * 200).isprintable()


def test_files_that_are_refused():
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK, 0xF000):
        refused(forge(Forged(), Forged(b"lien", b"/etc/passwd", mode=kind | 0o777)), "« lien »", "lien ou un fichier spécial")
    refused(forge(Forged(b"a"), Forged(flags=1)), "« tp.ipynb » est chiffré", "sans mot de passe")
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        refused(zipped(("tp.ipynb", b"{}" * 100), method=method), f"n° {method}", "Deflate")
    refused(forge(Forged(flags=0x20)), "incomplète ou abîmée")


def test_bombs():
    bomb = Forged(packed=zeros(64), size=64 * MIB, crc=0, method=8)
    refused(forge(*[bomb] * 9), "bombe")
    refused(forge(*[bomb] * 70), "4480 Mio (au plus 4096)")
    refused(archive.read(zipped(("remise.zip", forge(*[bomb] * 9))))[0].content, "bombe")
    for size in (0, 2, 65536, MIB):  # 16 GiB, were it inflated
        refused(forge(Forged(packed=zeros(16_384), size=size, crc=1, method=8)), "n'est pas celui qui est annoncé")


def test_a_bomb_that_is_honest_about_its_first_bytes_gives_no_other():
    (entry,) = archive.read(forge(Forged(packed=zeros(4096), size=2, crc=zlib.crc32(bytes(2)), method=8)))
    tracemalloc.start()
    assert entry.content == bytes(2)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * MIB


def test_entries_that_overlap():
    """As in Fifield's bomb; here empty blocks, which take time to read and give no byte."""
    packed = b"\0\0\0\xff\xff" * 2000 + b"\1\0\0\xff\xff"
    local, central = Forged(packed=packed, size=0, crc=0, method=8).headers(0)
    directory = central * 10_000
    refused(local + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(local), 0), "se chevauchent")


def test_too_many_entries():
    assert len(archive.read(forge(*[Forged(packed=b"")] * archive.MOST_ENTRIES))) == archive.MOST_ENTRIES
    refused(forge(*[Forged(packed=b"")] * (archive.MOST_ENTRIES + 1)), "20001 fichiers", "au plus 20000")
    refused(forge(*[Forged(packed=b"")] * 200_000), "démesurée")


# --- Hypothesis -------------------------------------------------------------------------------------------------------


part = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\\\0"), min_size=1, max_size=30)
path = st.lists(part, min_size=1, max_size=5).map("/".join).filter(
    lambda name: all(part.strip() not in ("", ".", "..") for part in name.split("/")) and name[1:2] != ":")
files = st.lists(st.tuples(path, st.binary(max_size=300), st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])), max_size=8)


def made(contents: list[tuple[str, bytes, int]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archived:
        for name, content, method in contents:
            archived.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def read_or_refuse(content: bytes) -> None:
    try:
        found = archive.read(content)
    except archive.ArchiveError as error:
        assert str(error).startswith("L'archive « archive » est refusée : ") and str(error).isprintable()
        return
    for entry in found:
        assert len(entry.content) == entry.size and archive.is_zip(entry) in (True, False)
        assert entry.path.parts and not entry.path.is_absolute() and ".." not in entry.path.parts


@fuzz
@given(files)
def test_no_file_is_lost(contents):
    expected = [(PurePosixPath(unicodedata.normalize("NFC", name)), content) for name, content, _ in contents]
    assert [(entry.path, entry.content) for entry in archive.read(made(contents))] == expected


def changed(content: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    for kind, where, data in changes:
        at = int(where * len(content))
        after = {"set": at + len(data), "insert": at, "delete": at + len(data), "cut": len(content)}[kind]
        content = content[:at] + (data if kind in ("set", "insert") else b"") + content[after:]
    return content


change = st.tuples(st.sampled_from(["set", "insert", "delete", "cut"]), st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8))


@settings(fuzz, max_examples=500)
@given(files, st.booleans(), st.lists(change, min_size=1, max_size=4))
def test_any_damage(contents, zip64, changes):
    content = forge(*[Forged(name.encode(), data) for name, data, _ in contents], zip64=True) if zip64 else made(contents)
    read_or_refuse(changed(content, changes))


number = st.one_of(st.none(), st.sampled_from([0, 1, 2, 100, 2**31, 2**32 - 1]))
sizes = st.lists(st.sampled_from([0, 1, 2, 2**32, 2**63, 2**64 - 1]), max_size=4)
wide = sizes.map(lambda each: struct.pack(f"<2H{len(each)}Q", 1, 8 * len(each), *each))
forged = st.builds(
    Forged, name=st.binary(max_size=40), packed=st.binary(max_size=40) | st.binary(max_size=40).map(lambda data: zlib.compress(data, wbits=-15)),
    size=number, crc=number, offset=number, method=st.sampled_from([0, 0, 8, 8, 9, 14]), flags=st.sampled_from([0, 0, 8, 0x800, 1, 0x20]),
    mode=st.sampled_from([0, 0, 0o100644, 0o40755, 0o120777]), extra=st.just(b"") | wide | st.binary(max_size=30))


@settings(fuzz, max_examples=500)
@given(st.lists(forged, max_size=3), st.booleans())
def test_any_forgery(entries, zip64):
    read_or_refuse(forge(*entries, zip64=zip64))
