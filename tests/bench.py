"""``make bench``: what a headless run of the corrected notebook costs, against the same code run as a plain script.

Both train in full, in turn; the best of ``ROUNDS`` rounds is kept and the ratio is what counts, the machine being noisy.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jupytext
import nbformat

from atelier import generation

LIMIT = 1.15
ROUNDS = 2


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
            rounds = [{name: measure(command, folder) for name, command in commands.items()} for _ in range(ROUNDS)]
        script, headless = (min(done[name] for done in rounds) for name in commands)
        print(f"{lab:12}  {'':10}  temps (s)   CPU (s)")
        print(f"{'':12}  {'script':10}  {script[0]:9.1f} {script[1]:9.1f}")
        print(f"{'':12}  {'notebook':10}  {headless[0]:9.1f} {headless[1]:9.1f}")
        ratio = headless[0] / script[0]
        print(f"{'':12}  {'rapport':10}  {ratio:9.3f} {headless[1] / script[1]:9.3f}   (au plus {LIMIT} en temps)")


if __name__ == "__main__":
    main()
