"""Attacks that really run, as an ordinary user: what a copy may reach, and what is left behind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.generation import ROOT

ATTACKS = {
    "réseau": ["""
import socket
for famille, adresse in [(socket.AF_INET, ("127.0.0.1", 24545)), (socket.AF_INET, ("1.1.1.1", 53)), (socket.AF_UNIX, "\\0atelier-attaque")]:
    try:
        prise = socket.socket(famille); prise.settimeout(3); prise.connect(adresse); print("PRIS", adresse)
    except OSError as erreur:
        print("refusé", erreur)
print([nom for _, nom in socket.if_nameindex()])
"""],
    "fichiers du cours": ["""
import os, glob
for racine, dossiers, fichiers in os.walk("/"):
    dossiers[:] = [d for d in dossiers if os.path.join(racine, d) not in ("/proc", "/sys", "/usr", "/dev") and d not in ("site-packages", "lib")]
    for fichier in fichiers:
        chemin = os.path.join(racine, fichier)
        if fichier.endswith((".db", ".ipynb")) or fichier in ("id_rsa", "prise"):
            print("PRIS", chemin)
        try:
            if "MARQUE" in open(chemin, errors="replace").read(200):
                print("PRIS", chemin)
        except OSError:
            pass
print("fini", sorted(os.listdir("/")))
"""],
    "environnement": ["""
import os, glob
print([nom for nom in os.environ if "SECRET" in nom or "ATELIER_TEMOINS" in nom])
for chemin in glob.glob("/proc/[0-9]*/environ") + ["/proc/1/cmdline"]:
    try:
        if "MARQUE" in open(chemin, errors="replace").read():
            print("PRIS", chemin)
    except OSError:
        pass
print("fini")
"""],
    "écriture": ["""
import os, sys
for dossier in {"/", "/usr", "/etc", "/dev", "/var", "/home", "/root", sys.prefix, os.path.dirname(os.__file__), __import__("atelier").__path__[0], "/sys", "/proc"}:
    try:
        open(os.path.join(dossier, "intrus"), "w").write("x"); print("PRIS", dossier)
    except OSError as erreur:
        pass
import tempfile; open(tempfile.gettempdir() + "/permis", "w").write("x")
print("fini")
"""],
    "disque": ["""
import tempfile
for dossier in (tempfile.gettempdir(), "/dev/shm"):
    try:
        for k in range(40):
            with open(f"{dossier}/gros{k}", "wb") as fichier:
                fichier.write(bytes(2**24))
        print("PRIS", dossier)
    except OSError as erreur:
        print("refusé", erreur.strerror)
"""],
    "descripteurs": ["""
try:
    ouverts = [open("/dev/null") for k in range(5000)]
    print("PRIS")
except OSError as erreur:
    print("refusé", erreur.strerror)
"""],
    "mémoire d'un processus": ["""
try:
    tout = bytearray(7 * 2**30); print("PRIS")
except MemoryError:
    print("refusé")
"""],
    "mémoire partagée": ["""
import mmap
tout = []
while True:
    tout.append(mmap.mmap(-1, 2**28, mmap.MAP_SHARED | mmap.MAP_POPULATE))
""", "print('la suite')"],
    "processus": ["""
import os
while True:
    os.fork()
""", "print('la suite')"],
    "famille unie": ["""
import os, time
tout = bytearray(2**30)
enfants = []
for _ in range(10):
    enfant = os.fork()
    if not enfant:
        time.sleep(4)
        os._exit(0)
    enfants.append(enfant)
print("ensemble", [os.waitpid(enfant, 0)[1] for enfant in enfants])
"""],
    "famille gourmande": ["""
import ctypes, os, time
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # ne montre plus ce qu'elle tient
enfants = []
for _ in range(5):
    enfant = os.fork()
    if not enfant:
        tout = bytearray(b"x" * (3 * 2**29))
        time.sleep(20)
        os._exit(0)
    enfants.append(enfant)
print("PRIS", [os.waitpid(enfant, 0)[1] for enfant in enfants])
""", "print('la suite')"],
    "signaux": ["""
import os, signal
for numero in [-1, *range(2, 300)]:
    for signe in (signal.SIGKILL, signal.SIGSTOP):
        try:
            os.kill(numero, signe); print("atteint", numero)
        except OSError:
            pass
print("fini", os.getpid(), os.getppid())
"""],
    "appels interdits": ["""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
essais = {
    "ptrace": lambda: libc.ptrace(16, os.getppid(), 0, 0), "unshare": lambda: libc.unshare(0x10000000),
    "mount": lambda: libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, b""), "memfd": lambda: libc.memfd_create(b"x", 0),
    "shmget": lambda: libc.shmget(0, 2**20, 0o1600), "clone3": lambda: libc.syscall(435, 0, 0), "chroot": lambda: libc.chroot(b"/tmp"),
    "setns": lambda: libc.setns(0, 0), "clone": lambda: libc.syscall(56 if os.uname().machine == "x86_64" else 220, 0x10000000 | 17, 0, 0, 0, 0),
}
for nom, essai in essais.items():
    if essai() >= 0:
        print("PRIS", nom)
print("fini")
"""],
    "traces laissées au voisin": ["""
import socket, subprocess, time, os, tempfile
for dossier in ("/dev/shm", tempfile.gettempdir()):
    open(f"{dossier}/rendez-vous", "w").write("MARQUE")
prise = socket.socket(socket.AF_UNIX); prise.bind("\\0rendez-vous"); prise.listen()
subprocess.Popen(["sleep", "1000"], start_new_session=True)
time.sleep(12)
"""],
    "voisin qui cherche": ["""
import os, socket, time, tempfile
for k in range(10):
    for chemin in ("/dev/shm/rendez-vous", tempfile.gettempdir() + "/rendez-vous"):
        if os.path.exists(chemin):
            print("PRIS", chemin)
    try:
        prise = socket.socket(socket.AF_UNIX); prise.connect("\\0rendez-vous"); print("PRIS")
    except OSError:
        pass
    time.sleep(1)
print("fini", [numero for numero in os.listdir("/proc") if numero.isdigit()])
"""],
    "sortie sans fin": ["while True: print('x' * 10000)", "print('la suite')"],
    "boucle sourde": ["""
while True:
    try:
        import time; time.sleep(100)
    except KeyboardInterrupt:
        pass
""", "print('la suite')"],
    "après les attaques": ["import tensorflow as tf; print(float(tf.reduce_sum(tf.ones(3))))"],
}


def as_ordinary_user(command: list[str]) -> list[str]:
    """Return the command that runs ``command`` without root's rights, even where this Python lies in root's home."""
    if os.geteuid():
        return command
    binds = []
    for path in map(Path, (sys.base_prefix, ROOT)):
        parents = [parent for parent in reversed(path.parents) if {Path("/root"), Path("/tmp")} & set(parent.parents)]
        binds += [argument for parent in parents for argument in ("--perms", "0755", "--dir", str(parent))]
        binds += ["--ro-bind", str(path), str(path)]
    return ["bwrap", "--cap-add", "ALL", "--dev-bind", "/", "/", "--tmpfs", "/root", "--tmpfs", "/tmp", "--chmod", "1777", "/tmp", *binds,
            "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *command]


@pytest.fixture(scope="module")
def attacked():
    done = subprocess.run(
        as_ordinary_user([sys.executable, str(Path(__file__).with_name("attack_runner.py"))]), input=json.dumps(ATTACKS), text=True,
        capture_output=True, timeout=400, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_attacks_run_as_an_ordinary_user(attacked):
    assert attacked["uid"] != 0
    assert attacked["isolation"] in ("SHARED", "SEPARATE")


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_is_reached(attacked, name):
    assert "PRIS" not in "".join(attacked["results"][name]["outputs"]), attacked["results"][name]


@pytest.mark.parametrize("name, said", [
    ("réseau", "['lo']"), ("fichiers du cours", "fini"), ("environnement", "[]\nfini"), ("écriture", "fini"), ("descripteurs", "refusé"),
    ("disque", "refusé"), ("mémoire d'un processus", "refusé"), ("famille unie", "ensemble [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"), ("signaux", "fini 1 0"), ("appels interdits", "fini"), ("voisin qui cherche", "fini"),
    ("après les attaques", "3.0"),
])
def test_the_attack_went_to_its_end(attacked, name, said):
    """An attack that failed by itself would prove nothing."""
    assert said in attacked["results"][name]["outputs"][0], attacked["results"][name]


@pytest.mark.parametrize("name, reason", [
    ("mémoire partagée", "mémoire"), ("famille gourmande", "mémoire"), ("processus", "processus"), ("sortie sans fin", "Mio"), ("boucle sourde", "temps"),
])
def test_what_exceeds_a_limit_is_stopped_and_the_rest_goes_on(attacked, name, reason):
    result = attacked["results"][name]
    assert reason in result["stopped"]["c0"], result
    assert "la suite" in result["outputs"][1]


def test_a_copy_cannot_see_its_neighbours_processes(attacked):
    assert attacked["results"]["voisin qui cherche"]["outputs"][0].strip().endswith("['1']")


def test_nothing_is_left_behind(attacked):
    assert attacked["processes_left"] == [] and attacked["sockets_left"] == []


def test_without_bubblewrap_grading_is_refused_in_french(tmp_path, source):
    """The sentence names the package and the option."""
    script = "from atelier import sandbox\ntry:\n    sandbox.mode()\nexcept sandbox.SandboxError as error:\n    print(error)"
    empty = {name: value for name, value in os.environ.items() if name != "PATH"}
    said = subprocess.run([sys.executable, "-c", script], env={**empty, "PATH": str(tmp_path)}, text=True, capture_output=True).stdout
    assert "bubblewrap" in said and "--sans-isolation" in said


def test_without_user_namespaces_grading_is_refused_in_french(tmp_path):
    """A bwrap that fails, as in a container that forbids namespaces."""
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    script = "from atelier import sandbox\ntry:\n    sandbox.mode()\nexcept sandbox.SandboxError as error:\n    print(error)"
    said = subprocess.run([sys.executable, "-c", script], env={**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin"}, text=True, capture_output=True).stdout
    assert "No permissions to create new namespace" in said and "--sans-isolation" in said


def test_where_nested_namespaces_are_refused_each_copy_has_its_own_warm_process(tmp_path):
    """Ubuntu's case, made with bubblewrap's own option: the same attack, nothing reached, and the mode says so."""
    bwrap = shutil.which("bwrap")
    (tmp_path / "bwrap").write_text(f'#!/bin/sh\nexec {bwrap} --unshare-user --disable-userns "$@"\n')
    (tmp_path / "bwrap").chmod(0o755)
    attacks = {name: ATTACKS[name] for name in ("réseau", "fichiers du cours", "signaux", "après les attaques")}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("attack_runner.py"))], input=json.dumps(attacks), text=True, capture_output=True,
        timeout=300, cwd=ROOT, env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["isolation"] == "SEPARATE"
    assert not any("PRIS" in text for result in report["results"].values() for text in result["outputs"])
    assert "3.0" in report["results"]["après les attaques"]["outputs"][0]
    assert report["processes_left"] == []
