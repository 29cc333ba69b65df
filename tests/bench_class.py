"""``make bench``, third part: a class of 300 copies of a tiny assignment, of which 45 are broken or hostile.

What is shown is what no small class shows: every copy accounted for, the honest ones graded as alone, no process and no file
left, the memory of the grader steady.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import psutil

from atelier import courses, generation

LAB = "mini"
HONEST = {"juste": ("x = 5", 1.0), "calculee": ("x = 2 + 3", 1.0), "fausse": ("x = 4", 0.0)}
HOSTILE = {
    "quitte": "import os; os._exit(0)", "bombe": "import os\nwhile True:\n    os.fork()", "inonde": "while True:\n    print('x' * 10000)",
    "boucle": "while True:\n    try:\n        import time; time.sleep(9)\n    except KeyboardInterrupt:\n        pass",
    "vide-les-tests": "get_ipython().input_transformers_cleanup.append(lambda l: ['pass\\n'])", "demon": "import subprocess; subprocess.Popen(['sleep', '999']); x = 0",
    "remplit": "open('/tmp/x', 'wb').write(bytes(2**30))", "tue": "import os, signal\nfor n in range(2, 99):\n    os.kill(n, 9)",
}
BROKEN = {"coupee": '{"cells": [', "autre": "[]"}
PER_HONEST = 85


def cell(name: str, source: str, **marks) -> nbformat.NotebookNode:
    """Return a code cell of the assignment."""
    defaults = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False, "grade_id": name, "cell_type": "code"}
    return nbformat.v4.new_code_cell(source, id=name, metadata={"nbgrader": {**defaults, **marks}})


def make_course(course: Path) -> dict[str, float | None]:
    """Write the course and its 300 copies; return the points of the honest ones, None for the others."""
    judge = 'assert "x" in globals()\n### BEGIN HIDDEN TESTS\ndef _juger(x):\n    assert x == 5, "non"\n\n\n_juger(x)\n### END HIDDEN TESTS'
    source = nbformat.v4.new_notebook(
        cells=[cell("reponse", "### BEGIN SOLUTION\nx = 5\n### END SOLUTION", solution=True), cell("test-x", judge, grade=True, locked=True, points=1)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}})
    (course / "source" / LAB).mkdir(parents=True)
    nbformat.write(source, course / "source" / LAB / f"{LAB}.ipynb")
    (course / "nbgrader_config.py").write_text((generation.ROOT / "nbgrader_config.py").read_text("utf-8"), "utf-8")
    courses.nbgrader(course, "generate_assignment", LAB)
    released = nbformat.read(course / "release" / LAB / f"{LAB}.ipynb", as_version=4)
    expected, texts = {}, {}
    for kind, (answer, points) in HONEST.items():
        for k in range(PER_HONEST):
            expected[f"{kind}-{k}"], texts[f"{kind}-{k}"] = points, answer
    for k in range(45):
        kinds = [*HOSTILE, *BROKEN]
        expected[f"{kinds[k % len(kinds)]}-{k}"], texts[f"{kinds[k % len(kinds)]}-{k}"] = None, HOSTILE.get(kinds[k % len(kinds)])
    for student, answer in texts.items():
        path = course / "submitted" / student / LAB / f"{LAB}.ipynb"
        path.parent.mkdir(parents=True)
        released.cells[0].source = answer or ""
        path.write_text(nbformat.writes(released) if answer else BROKEN[student.rsplit("-", 1)[0]], "utf-8")
    return expected


def main() -> None:
    """Grade the class and print what is to be seen."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder, "cours")
        expected = make_course(course)
        start = time.monotonic()
        run = subprocess.Popen([sys.executable, "-m", "atelier.app", "noter", LAB, "--secondes-cellule=8"], cwd=course, stdout=subprocess.PIPE, text=True)
        memory = []
        for line in run.stdout:
            if " s)" in line or "non corrigeable" in line:
                memory.append(psutil.Process(run.pid).memory_info().rss / 2**20)
        status = run.wait()
        copies = {copy["etudiant"]: copy for copy in json.loads((course / "autograded" / f"rapport-{LAB}.json").read_text("utf-8"))["copies"]}
        wrong = [student for student, points in expected.items() if points is not None and copies[student]["points_automatiques"] != points]
        gained = [student for student, points in expected.items() if points is None and copies[student]["points_automatiques"]]
        time.sleep(1)
        left = [process for process in psutil.process_iter(["cmdline"]) if "atelier.warm" in (process.info["cmdline"] or [])]
        files = list(Path(tempfile.gettempdir()).glob("atelier-*"))
        third = len(memory) // 3
        print(f"\n{len(expected)} copies, dont 45 cassées ou hostiles, en {time.monotonic() - start:.0f} s (état de sortie {status})")
        print(f"  dans le compte rendu : {len(copies)} ; honnêtes mal notées : {len(wrong)} ; hostiles qui gagnent : {len(gained)}")
        print(f"  processus restés : {len(left)} ; dossiers restés : {len(files)}")
        print(f"  mémoire du noteur, au tiers et à la fin : {memory[third]:.0f} et {memory[-1]:.0f} Mio")


if __name__ == "__main__":
    main()
