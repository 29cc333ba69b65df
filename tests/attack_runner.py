"""Run attacks as an ordinary user of a machine that has something to steal; read and write JSON. See test_isolation.py."""

import json
import os
import socket
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import psutil

from atelier import execution, sandbox

SETTINGS = execution.Settings(cell_seconds=30, copy_seconds=90)


def furnish(home: Path) -> None:
    """Make a course, a home folder, an environment and servers that no copy may reach."""
    for name in ["course/gradebook.db", "course/source/tp/tp.ipynb", "course/submitted/autre/tp/tp.ipynb", "course/autograded/autre/tp/tp.ipynb",
                 ".ssh/id_rsa"]:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("MARQUE SECRETE")
    os.chdir(home / "course")
    os.environ.update(HOME=str(home), JETON_SECRET="MARQUE SECRETE")
    for address in [("127.0.0.1", 24545), "\0atelier-attaque", str(home / "prise")]:
        server = socket.socket(socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX)
        server.bind(address)
        server.listen()


def attack(cells: list[str]) -> dict:
    """Run one attack; return the text of each cell's outputs and what the engine says happened."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, id=f"c{k}") for k, cell in enumerate(cells)])
    done = nbformat.reads(execution.execute(nbformat.writes(notebook).encode(), SETTINGS).decode(), as_version=4)
    texts = ["".join(output.get("text") or output.get("evalue") or "" for output in cell.outputs)[-3000:] for cell in done.cells]
    return {"outputs": texts, **done.metadata["atelier"]}


def main() -> None:
    attacks = json.load(sys.stdin)
    report = {"uid": os.getuid(), "results": {}}
    with tempfile.TemporaryDirectory(prefix="maison-") as home:
        furnish(Path(home))
        report["isolation"] = sandbox.mode().name
        with ThreadPoolExecutor(2) as pool:  # each attack has a neighbour
            futures = {name: pool.submit(attack, cells) for name, cells in attacks.items()}
            report["results"] = {name: future.result() for name, future in futures.items()}
        family = psutil.Process().children(recursive=True)
        sandbox.stop()
        report["processes_left"] = [str(process) for process in psutil.wait_procs(family, timeout=5)[1]]
        report["sockets_left"] = [path.name for path in Path(tempfile.gettempdir()).glob("atelier-*")]
        os.chdir("/")
    print("\n" + json.dumps(report))


if __name__ == "__main__":
    main()
