"""Open JupyterLab: on the student's own copy of the labs, or on the whole course for an instructor.

The student works in ``travail/``, which git ignores; a copy that is already there is never overwritten.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from atelier.generation import ROOT, labs

WORK = ROOT / "travail"

# What a student does not need of nbgrader: only the Validate button stays.
INSTRUCTOR_PANELS = ["assignment-list", "course-list", "create-assignment", "formgrader", "menu"]


def hand_out(work: Path) -> list[Path]:
    """Copy each released lab that is not yet in the working folder; return the notebooks, old and new."""
    notebooks = []
    for lab in labs():
        if not (ROOT / "release" / lab / f"{lab}.ipynb").exists():
            sys.exit(f"release/{lab}/{lab}.ipynb manque : lancez « make generer », ou rétablissez-le avec git.")
        target = work / lab
        notebook = target / f"{lab}.ipynb"
        if notebook.exists():
            print(f"Votre travail est conservé : {notebook.relative_to(work.parent)}")
        else:
            with tempfile.TemporaryDirectory(dir=work.parent, prefix=".distribution-") as folder:
                shutil.copytree(ROOT / "release" / lab, Path(folder, lab), ignore=shutil.ignore_patterns(".*"))
                target.mkdir(parents=True, exist_ok=True)
                for item in Path(folder, lab).iterdir():
                    if not (target / item.name).exists():
                        shutil.move(item, target / item.name)
            print(f"Nouvelle copie de travail : {notebook.relative_to(work.parent)}")
        notebooks.append(notebook)
    return notebooks


def quiet_config(folder: Path) -> Path:
    """Write the settings of the student's screen into ``folder`` and return it, for ``JUPYTER_CONFIG_PATH``."""
    page = folder / "labconfig" / "page_config.json"
    page.parent.mkdir(parents=True, exist_ok=True)
    disabled = {f"@jupyter/nbgrader:{panel}": True for panel in INSTRUCTOR_PANELS}
    page.write_text(json.dumps({"disabledExtensions": disabled}, indent=2) + "\n")
    return folder


def command(root: Path, *arguments: str) -> list[str]:
    """Return the JupyterLab command for a root folder."""
    root_allowed = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={root}", *root_allowed, *arguments]


def main(arguments: list[str]) -> None:
    """Open the student's lab, or the course with ``--cours``; other arguments go to JupyterLab."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    if "--cours" in arguments:
        os.chdir(ROOT)
        launch = command(ROOT, *(argument for argument in arguments if argument != "--cours"))
    else:
        WORK.mkdir(exist_ok=True)
        notebooks = hand_out(WORK)
        shown = notebooks[0].relative_to(WORK).as_posix() if len(notebooks) == 1 else ""  # several: the student picks a folder
        os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
            filter(None, [str(quiet_config(Path(sys.prefix, "etc", "atelier"))), os.environ.get("JUPYTER_CONFIG_PATH")]))
        os.chdir(WORK)
        launch = command(WORK, f"--LabApp.default_url=/lab/tree/{shown}", *arguments)
    print("JupyterLab s'ouvre dans le navigateur ; Ctrl+C ici pour l'arrêter.", flush=True)
    if os.name == "nt":  # there, execv would give the terminal back at once
        sys.exit(subprocess.call(launch))
    os.execv(launch[0], launch)


if __name__ == "__main__":
    main(sys.argv[1:])
