"""``make bench``, second part: the grading engine against stock nbgrader and against the floor, in one run.

The floor is what no engine can avoid: the same cells, up to the last graded one, without notebook, kernel, sandbox, witness or
picture, in a fork of a process that has TensorFlow in memory, with the same budget and one thread.
CPU is what this process and its descendants spent; wall times want a machine where nothing else runs.
"""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import nbformat
import psutil
from sqlalchemy.exc import SAWarning

from atelier import app, courses, execution, generation, grading, sandbox, training

COPIES = 8  # of the solution, for each measure of the engine and of the floor
STOCK_CONFIG = """
c = get_config()
c.Execute.timeout = 900
c.ClearSolutions.code_stub = {"python": "pass"}
"""
FLOOR = """
import os, sys, time
import tensorflow as tf, keras, matplotlib.pyplot as plt, nbformat
cells = [c for c in nbformat.read(sys.argv[1], as_version=4).cells if c.cell_type == "code"]
graded = [i for i, c in enumerate(cells) if c.metadata.get("nbgrader", {}).get("grade")]
cells = [c.source for c in cells[:graded[-1] + 1]]
keras.datasets.mnist.load_data(); plt.figure().canvas.draw(); plt.close("all")
print("prêt", flush=True)
for copy in range(int(sys.argv[2])):
    sys.stdin.readline()
    if os.fork() == 0:
        tf.config.threading.set_intra_op_parallelism_threads(1); tf.config.threading.set_inter_op_parallelism_threads(1)
        sys.stdout = open(os.devnull, "w"); names = {"__name__": "__main__"}
        for cell in cells:
            exec(cell, names)
        os._exit(0)
    os.wait()
    print("fait", flush=True)
"""


def spent() -> float:
    """Return the CPU seconds that this process and all its descendants have spent so far, those that have ended included."""
    me, seconds = psutil.Process(), 0.0
    for process in [me, *me.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            seconds += sum(process.cpu_times()[:4])  # its own, then that of its ended children
    return seconds


class Memory:
    """While it is entered, follow the largest private and shared memory of one process (see psutil's uss)."""

    def __init__(self, find: Callable[[], list[psutil.Process]]):
        self.find, self.private, self.shared, self.over = find, 0, 0, threading.Event()

    def __enter__(self):
        self.thread = threading.Thread(target=self._follow)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()

    def _follow(self):
        while not self.over.wait(0.5):
            for process in self.find():
                try:
                    memory = process.memory_full_info()
                except psutil.Error:
                    continue
                if memory.uss > self.private:
                    self.private, self.shared = memory.uss, memory.rss - memory.uss


def measure(copies: int, run: Callable[[], None]) -> tuple[float, float]:
    """Return the wall and the CPU seconds of a copy."""
    cpu, start = spent(), time.perf_counter()
    run()
    return (time.perf_counter() - start) / copies, (spent() - cpu) / copies


def stock(folder: Path, lab: str, batches: str) -> None:
    """Grade the class with nbgrader as it comes."""
    subprocess.run([sys.executable, "-m", "nbgrader", "autograde", lab, "--force"], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env={**os.environ, training.BUDGET_VARIABLE: batches})


def make_course(folder: Path, lab: str, copies: int, config: str) -> None:
    """Make a course where the solution was handed in ``copies`` times."""
    shutil.copytree(generation.ROOT / "source" / lab, folder / "source" / lab)
    (folder / "nbgrader_config.py").write_text(config)
    courses.nbgrader(folder, "generate_assignment", lab)
    for copy in range(copies):
        shutil.copytree(folder / "source" / lab, folder / "submitted" / f"copie-{copy}" / lab)


def engine(course: Path, lab: str, workers: int) -> None:
    """Grade the class again with the engine, in this process, whose warm process is kept."""
    with contextlib.chdir(course):
        command = app.NoterApp()
        command.initialize([f"--assignment={lab}", f"--copies={workers}", "--Grader.threads=1", "--force"])
        grader = grading.Grader(coursedir=command.coursedir, parent=command)
        grader.check()
        grader.grade(lambda result: None)


def ready_kernel() -> list[float]:
    """Return the seconds from request to a kernel that has imported TensorFlow, five times, in a started sandbox."""
    import asyncio

    from jupyter_client.manager import AsyncKernelManager

    async def once() -> float:
        start = time.perf_counter()
        manager = AsyncKernelManager(kernel_name=execution.KERNEL, client_factory=execution.KernelClient)
        await manager.start_kernel()
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready()
        await client.execute_interactive("import tensorflow", timeout=60, output_hook=lambda message: None)
        seconds = time.perf_counter() - start
        client.stop_channels()
        await manager.shutdown_kernel(now=True)
        return seconds

    return [asyncio.run(once()) for _ in range(6)][1:]


def main() -> None:
    """Print the figures of each lab."""
    cores = os.cpu_count()
    warnings.filterwarnings("ignore", category=SAWarning)  # nbgrader's own, at each new student
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader calls alembic
    for lab in generation.labs():
        with tempfile.TemporaryDirectory() as folder:
            rows = {}
            print(f"\n{lab} : corrigé noté, par copie    secondes   CPU   copies/min", flush=True)

            def show(name: str, figures: tuple[float, float]) -> None:
                rows[name] = figures
                print(f"  {name:36} {figures[0]:8.1f} {figures[1]:6.1f} {60 / figures[0]:9.2f}", flush=True)

            plain, ours = Path(folder, "stock"), Path(folder, "moteur")
            make_course(plain, lab, 1, STOCK_CONFIG)
            make_course(ours, lab, COPIES, (generation.ROOT / "nbgrader_config.py").read_text("utf-8"))
            show("nbgrader, entraînement complet", measure(1, lambda: stock(plain, lab, "")))
            show("nbgrader, entraînement réduit", measure(1, lambda: stock(plain, lab, str(training.USUAL_BUDGET))))

            notebook = plain / "source" / lab / f"{lab}.ipynb"
            floor = subprocess.Popen(
                [sys.executable, "-c", FLOOR, str(notebook), str(COPIES + 1)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                stderr=subprocess.DEVNULL, env={**os.environ, training.BUDGET_VARIABLE: str(training.USUAL_BUDGET), "MPLBACKEND": "agg",
                                                "TF_ENABLE_ONEDNN_OPTS": "1"})  # as in the sandbox
            floor.stdout.readline()

            def one_after_the_other(copies: int) -> None:
                for _ in range(copies):
                    floor.stdin.write("\n")
                    floor.stdin.flush()
                    floor.stdout.readline()

            sandbox.mode()
            content, settings = nbformat.writes(nbformat.read(notebook, as_version=4)).encode(), execution.Settings()
            blank = nbformat.writes(nbformat.v4.new_notebook()).encode()
            show("démarrage du processus chaud", measure(1, lambda: execution.execute(blank, settings)))
            pairs = [(measure(1, lambda: one_after_the_other(1)), measure(1, lambda: execution.execute(content, settings)))
                     for _ in range(COPIES)]  # in turn: what the machine does beside hits both
            for name, figures in zip(("plancher, une copie à la fois", "moteur, étape d'exécution seule"), zip(*pairs)):
                show(name, tuple(statistics.median(column) for column in zip(*figures)))
            with Memory(lambda: psutil.Process(floor.pid).children()) as floor_memory:  # apart: looking costs CPU
                one_after_the_other(1)
            floor.wait()

            for workers in sorted({1, 2, cores}):
                show(f"moteur, {workers} copie(s) à la fois", measure(COPIES, lambda: engine(ours, lab, workers)))
            with Memory(lambda: psutil.Process().children(recursive=True)[3:]) as engine_memory:
                execution.execute(content, settings)
            ready = ready_kernel()

            def ratio(a: str, b: str, column: int = 0) -> float:
                return next(v for k, v in rows.items() if a in k)[column] / next(v for k, v in rows.items() if b in k)[column]

            print(f"  débit, 2 copies à la fois / nbgrader complet : {ratio('complet', '2 copie'):.1f} (au moins 20)")
            print(f"  débit, 2 copies à la fois / nbgrader réduit  : {ratio('réduit', '2 copie'):.1f}")
            print(f"  débit, 2 copies à la fois / 1                : {ratio('1 copie(s)', '2 copie'):.2f} (au moins 1,8)")
            print(f"  CPU, exécution / plancher                    : {ratio('étape', 'plancher', 1):.2f} (au plus 1,25)")
            print(f"  CPU, moteur entier / plancher                : {ratio('2 copie', 'plancher', 1):.2f}")
            print(f"  noyau prêt avec TensorFlow                   : {statistics.median(ready):.2f} s (au plus 0,3)")
            print(f"  mémoire privée d'une copie, plancher         : {floor_memory.private / 2**20:.0f} Mio")
            print(f"  mémoire privée d'une copie, moteur           : {engine_memory.private / 2**20:.0f} Mio, "
                  f"partagée {engine_memory.shared / 2**20:.0f} Mio (privée : au plus 100 de plus que le plancher)")


if __name__ == "__main__":
    main()
