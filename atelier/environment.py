"""Set up ``.venv``: packages at the locked versions, a French and quiet Jupyter, the images; bubblewrap and Chromium.

Run by the system's Python, so it uses the standard library only: ``python3 -m atelier.environment [lab|complet]``.
``lab`` is what a student needs; ``complet`` adds the tools of authors, instructors and tests. A finished set-up leaves
a stamp in ``.venv`` and costs nothing the next time.
"""

from __future__ import annotations  # read by older Pythons too, to tell them what to install

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "atelier.json"
SUPPORTED = [(3, 13), (3, 12), (3, 11)]  # TensorFlow's wheels
PROFILES = {"lab": ".", "complet": ".[outils]"}

JUPYTER_FRENCH_AND_QUIET = {
    "@jupyterlab/translation-extension:plugin": {"locale": "fr_FR"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}
# TensorFlow's C++ notes about GPUs go to the terminal, not in red under the student's first cell (nor in a test cell).
KERNEL_CONFIG = "c = get_config()\nc.IPKernelApp.capture_fd_output = False\n"
# The kernel of grading: its provisioner forks it from a warm process, in a sandbox.
GRADING_KERNEL = {
    "argv": [str(VENV / "bin/python"), "-m", "atelier.warm", "-f", "{connection_file}"],
    "display_name": "Notation (bac à sable)", "language": "python", "interrupt_mode": "signal",
    "metadata": {"kernel_provisioner": {"provisioner_name": "atelier"}},
}
# What nbgrader's Validate button needs to know wherever the notebook lies.
VALIDATION_CONFIG = '''\
c = get_config()
c.Execute.timeout = 900
c.Validator.failed_warning = "VÉRIFICATION : {num_failed} cellule(s) de test signalent une erreur.\\n"
c.Validator.changed_warning = "ATTENTION : {num_changed} cellule(s) de test ont été modifiées.\\n"
c.Validator.type_changed_warning = "ATTENTION : {num_changed} cellule(s) ont changé de type.\\n"
'''


class SetupError(Exception):
    """The set-up cannot go on; the message says in French what is missing and what to do."""


def venv_python() -> Path:
    """Return the path of the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest() -> str:
    """Return a digest of everything that decides what gets installed."""
    parts = ["requirements.txt", "requirements.lock", "pyproject.toml", "atelier/requirements-outils.txt",
             "atelier/environment.py", "atelier/data.py"]
    return hashlib.sha256(b"".join((ROOT / part).read_bytes() for part in parts) + str(ROOT).encode()).hexdigest()


def is_ready(profile: str) -> bool:
    """Tell whether a set-up of this profile, or of a larger one, was finished from the present files."""
    try:
        stamp = json.loads(STAMP.read_text())
        return venv_python().exists() and stamp["digest"] == digest() and stamp["profile"] in (profile, "complet")
    except (OSError, ValueError, KeyError):
        return False


def supported_python() -> str:
    """Return a Python that the lab supports: this one if it fits, else one found on the machine."""
    if sys.version_info[:2] in SUPPORTED:
        return sys.executable
    for major, minor in SUPPORTED:
        found = shutil.which(f"python{major}.{minor}")
        if found and subprocess.run([found, "-c", ""], capture_output=True).returncode == 0:
            return found
    raise SetupError(
        f"Python {sys.version.split()[0]} ne convient pas : TensorFlow demande Python 3.11, 3.12 ou 3.13. "
        "Installez l'un d'eux, puis relancez la commande.")


def apt_install(package: str) -> bool:
    """Install a Debian package if we are allowed to; tell whether it was done."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and (not shutil.which("sudo") or subprocess.run([*sudo, "true"], capture_output=True).returncode):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*sudo, "apt-get", "install", "-y", "-q", "--no-install-recommends", package]
    for command in ([*sudo, "apt-get", "update", "-q"], install):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return subprocess.run(["dpkg", "-s", package], capture_output=True).returncode == 0


def create_venv() -> None:
    """Create ``.venv``, or keep it if its Python still works."""
    if venv_python().exists() and subprocess.run([venv_python(), "-c", "import pip"], capture_output=True).returncode == 0:
        return
    python = supported_python()
    command = [python, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        package = f"{Path(python).name if '.' in Path(python).name else 'python3'}-venv"
        if not apt_install(package) or subprocess.run(command).returncode:
            raise SetupError(
                f"Python ne sait pas créer d'environnement. Sur Debian ou Ubuntu : sudo apt install {package}. "
                "Puis relancez la commande.")


def install_packages(profile: str) -> None:
    """Install the profile's packages at the versions of ``requirements.lock``."""
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if sys.stdout.isatty():
        pip.append("--progress-bar=on")
        pip.remove("--quiet")
    if subprocess.run([*pip, "-c", "requirements.lock", "-e", PROFILES[profile]], cwd=ROOT).returncode:
        raise SetupError(
            "L'installation des paquets a échoué (message de pip ci-dessus). Vérifiez la connexion et l'espace disque "
            "(il faut environ 3 Go), puis relancez la commande : elle reprend où elle s'est arrêtée.")


def write_settings(profile: str) -> None:
    """Write the environment's settings: hooks of every Python process, French Jupyter, quiet kernels, that of grading."""
    purelib = subprocess.run(
        [venv_python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True, text=True, check=True).stdout.strip()
    files = {
        Path(purelib, "atelier.pth"): "import atelier.process_start\n",
        VENV / "share/jupyter/lab/settings/overrides.json": json.dumps(JUPYTER_FRENCH_AND_QUIET, indent=2) + "\n",
        VENV / "etc/ipython/ipython_kernel_config.py": KERNEL_CONFIG,
        VENV / "etc/jupyter/nbgrader_config.py": VALIDATION_CONFIG,
    }
    if profile == "complet":  # a student's launcher offers one kernel only
        files[VENV / "share/jupyter/kernels/atelier/kernel.json"] = json.dumps(GRADING_KERNEL, indent=2) + "\n"
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def install_data() -> bool:
    """Install the data sets into the environment; tell whether all are there, and name those that are not: the other labs open."""
    done = subprocess.run([venv_python(), "-m", "atelier.data"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print("     ", (done.stdout.strip() or done.stderr.strip()).splitlines()[-1])
    return not done.returncode


def install_browser() -> None:
    """Install Chromium for the browser tests where we may; elsewhere name the package and go on."""
    if browser() is None and not apt_install("chromium"):
        print("      Chromium manque : les tests du navigateur seront sautés. Installez le paquet « chromium » pour les avoir.")


def install_sandbox() -> None:
    """Install bubblewrap, which isolates the copies, where we may; elsewhere name the package and go on."""
    if sys.platform.startswith("linux") and not shutil.which("bwrap") and not apt_install("bubblewrap"):
        print("      bubblewrap manque : les copies ne pourront pas être isolées. Installez le paquet « bubblewrap » avant de noter.")


def browser() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next(filter(None, map(shutil.which, names)), None)


def main(profile: str) -> None:
    """Set up the environment for this profile, resuming what is not finished; raise SetupError if it cannot serve."""
    if is_ready(profile):
        return
    steps = [
        ("Environnement Python (.venv)", create_venv),
        ("Paquets (TensorFlow, JupyterLab… : quelques minutes la première fois)", lambda: install_packages(profile)),
        ("Réglages : JupyterLab en français", lambda: write_settings(profile)),
    ]
    if profile == "complet":
        steps += [("Bac à sable de la notation : bubblewrap", install_sandbox), ("Navigateur des tests : Chromium", install_browser)]
    steps.append(("Données : MNIST et Fashion-MNIST, téléchargés une fois et vérifiés", install_data))
    for number, (title, step) in enumerate(steps, 1):
        print(f"[{number}/{len(steps)}] {title}", flush=True)
        complete = step()  # what the last one says, the data
    if not complete:
        print("Installation incomplète : le prochain lancement la reprendra.", flush=True)
        return
    STAMP.write_text(json.dumps({"profile": profile, "digest": digest()}))
    print("Installation terminée.", flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "lab")
    except SetupError as error:
        sys.exit(f"\n{error}")
    except KeyboardInterrupt:
        sys.exit("\nInstallation interrompue ; relancez la commande pour la reprendre.")
