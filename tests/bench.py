"""``make bench``: what a headless run of the corrected notebook costs, against the same code run as a plain script.

Both train in full, in turn, ``ROUNDS`` times. On a shared machine a single pair says little (the same run may take half as
long again): the median of the pairs' ratios is what counts.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jupytext
import nbformat

from atelier import generation

LIMIT = 1.15
ROUNDS = 3


def measure(command: list[str], folder: str) -> tuple[float, float]:
    """Run a command and return its wall seconds and its CPU seconds, children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "ATELIER_LOTS": "", "MPLBACKEND": "agg"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the figures of each lab."""
    for lab in generation.labs():
        with tempfile.TemporaryDirectory() as folder:
            notebook = nbformat.read(generation.ROOT / "source" / lab / f"{lab}.ipynb", as_version=4)
            nbformat.write(notebook, Path(folder, f"{lab}.ipynb"))
            jupytext.write(notebook, Path(folder, f"{lab}.py"), fmt="py:percent")
            commands = {
                "script": [sys.executable, f"{lab}.py"],
                "notebook": [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute",
                             "--ExecutePreprocessor.timeout=900", f"{lab}.ipynb"],
            }
            print(f"{lab}, en secondes   script (CPU)      notebook (CPU)    rapport (CPU)", flush=True)
            pairs = []
            for _ in range(ROUNDS):
                script, headless = (measure(command, folder) for command in commands.values())
                pairs.append([headless[k] / script[k] for k in (0, 1)])
                print(f"{'':24} {script[0]:6.1f} ({script[1]:6.1f})   {headless[0]:6.1f} ({headless[1]:6.1f})   "
                      f"{pairs[-1][0]:.3f} ({pairs[-1][1]:.3f})", flush=True)
            wall, cpu = (statistics.median(pair[k] for pair in pairs) for k in (0, 1))
            print(f"{'médiane':24} {'':36} {wall:.3f} ({cpu:.3f}), au plus {LIMIT}")


if __name__ == "__main__":
    main()
