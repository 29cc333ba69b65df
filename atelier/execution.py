"""Execute one notebook with its witness cells: bytes in, bytes out.

The kernel is untrusted, this process is not: it drives the kernel over Jupyter's messages (JSON, limited in size) and
never reads a file or an object that the kernel made.
"""

import json
import logging
import os
import secrets
import time
from dataclasses import asdict, dataclass, field
from queue import Empty

import nbformat
import zmq.asyncio
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat.validator import NotebookValidationError
from traitlets.config import Config

from atelier import training, witness

KERNEL = "atelier"
MESSAGE_BYTES = 20 * 2**20
OUTPUT_BYTES = 10 * 2**20  # a whole copy; a full training with its progress bars writes 1 MiB
RESULT_BYTES = 50 * 2**20
RESTARTS = 3  # fresh kernels for a copy whose cells kill theirs
QUIET = logging.getLogger("atelier.nbclient")  # what it reports, the outcome says in French
QUIET.setLevel(logging.CRITICAL)
NOT_RUN = witness.error("Cette cellule n'a pas été exécutée : la copie s'est arrêtée avant.")
TOO_LONG = "la copie a dépassé le temps accordé"


class HostileResult(Exception):
    """What an execution returned is not the notebook that was sent, executed; the message says in French why."""


@dataclass(frozen=True)
class Settings:
    """How to execute: threads of a kernel, batches of a ``fit`` (0: full training), seconds of a cell and of a copy, seed."""

    threads: int = 1
    batches: int = training.USUAL_BUDGET
    cell_seconds: int = 180
    copy_seconds: int = 600
    isolated: bool = True
    seed: int | None = None


@dataclass
class Outcome:
    """What happened to a copy: a sentence for each cell that stopped its kernel, for each suspect test; its cost."""

    stopped: dict[str, str] = field(default_factory=dict)
    suspect: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    peak: int = 0


class KernelClient(AsyncKernelClient):
    """jupyter_client's client, ready as soon as its kernel is (the original goes on listening for 0.2 s), deaf to questions to the user."""

    def start_channels(self, shell=True, iopub=True, stdin=False, hb=True, control=True) -> None:
        """Open the channels; not that of questions, which nobody reads and a copy could fill."""
        super().start_channels(shell, iopub, stdin, hb, control)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return once the kernel has answered and the end of its answer has come by the channel of the outputs; raise RuntimeError if it has died."""
        end = time.monotonic() + (timeout or float("inf"))
        while time.monotonic() < end and await self.is_alive():
            asked = self.kernel_info()
            try:
                while (await self.shell_channel.get_msg(timeout=1))["parent_header"].get("msg_id") != asked:
                    pass
                state = ""
                while state != "idle":  # what this channel says before it is connected is lost: then ask again
                    message = await self.iopub_channel.get_msg(timeout=1)
                    state = message["content"].get("execution_state") if message["parent_header"].get("msg_id") == asked else ""
                return
            except Empty:
                continue
        raise RuntimeError("the kernel did not get ready")


class _Stopped(Exception):
    """A cell stopped its kernel: (index, reason)."""


class _Client(NotebookClient):
    """nbclient, where a cell that lasts too long, writes too much or kills the kernel ends the run with ``_Stopped``."""

    def __init__(self, notebook, deadline: float, skipped: dict[int, str], **options):
        super().__init__(notebook, **options)
        self.deadline, self.skipped = deadline, skipped
        self.written, self.too_much, self.peak = 0, "", 0

    def _get_timeout(self, cell):
        return max(1, min(self.timeout, self.deadline - time.monotonic()))

    async def _async_handle_timeout(self, timeout, cell=None):
        if time.monotonic() >= self.deadline:
            raise _Stopped(TOO_LONG)
        raise _Stopped(f"la cellule a dépassé le temps accordé ({self.timeout} s)")

    async def async_execute_cell(self, cell, cell_index, **options):
        if cell_index in self.skipped:
            cell.outputs = [witness.error(f"Cette cellule a arrêté l'exécution : {self.skipped[cell_index]}.")]
            return cell
        if time.monotonic() >= self.deadline:
            raise _Stopped(cell_index, TOO_LONG)
        kernel = self.km.provisioner.process
        try:
            return await super().async_execute_cell(cell, cell_index, **options)
        except _Stopped as stop:
            raise _Stopped(cell_index, stop.args[0]) from None
        except DeadKernelError:
            reason = self.too_much or getattr(kernel, "stopped_because", "") or "le noyau s'est arrêté (exit(), mémoire ?)"
            raise _Stopped(cell_index, reason) from None
        except Exception as error:  # a message that no honest kernel sends
            raise _Stopped(cell_index, f"le noyau a envoyé un message incorrect ({type(error).__name__})") from None
        finally:
            self.peak = max(self.peak, getattr(kernel, "peak", 0))

    async def on_executed(self, cell, cell_index, execute_reply):
        """Keep the error of the reply when the copy silenced its display."""
        reply = execute_reply["content"]
        if reply["status"] == "error" and not any(output.output_type == "error" for output in cell.outputs):
            cell.outputs.append(nbformat.v4.new_output(
                "error", ename=str(reply.get("ename"))[:200], evalue=str(reply.get("evalue"))[:5000], traceback=[]))

    def process_message(self, msg, cell, cell_index):
        """Take a message of the kernel, until the copy has written too much."""
        self.written += len(json.dumps(msg["content"])) + sum(memoryview(buffer).nbytes for buffer in msg.get("buffers", []))
        if self.written > OUTPUT_BYTES and msg["msg_type"] != "status":
            if not self.too_much:
                self.too_much = f"la copie a écrit plus de {OUTPUT_BYTES // 2**20} Mio"
                self.km.provisioner.process.kill()
            return None
        if msg["msg_type"].startswith("comm"):  # widgets: nothing to keep
            return None
        try:
            return super().process_message(msg, cell, cell_index)
        except NotebookValidationError:  # an output that is none: the cell goes on without it
            return None


def execute(notebook: bytes, settings: Settings) -> bytes:
    """Execute a notebook, outputs and ``Outcome`` (metadata ``atelier``) put in; raise SandboxError without sandbox.

    A cell that stops its kernel is skipped and the rest is executed again in a fresh one, ``RESTARTS`` times at most.
    """
    nb = nbformat.reads(notebook.decode(), as_version=4)
    secret, outcome, start = secrets.token_hex(), Outcome(), time.monotonic()
    expanded, judged = witness.expand(nb, secret)
    skipped: dict[int, str] = {}
    while not _run(expanded, start + settings.copy_seconds, skipped, secret, settings, outcome):
        pass
    outcome.stopped = {_name(nb.cells[index]): reason for index, reason in skipped.items()}
    for index, (cell, played) in enumerate(zip(nb.cells, expanded.cells)):
        if cell.cell_type != "code":
            continue
        cell.outputs = played.outputs
        if index in judged and index in skipped:  # the copy's own code killed the kernel of its judge: a failure, not a fraud
            cell.outputs = [witness.error(f"La vérification a été arrêtée : {skipped[index]}.")]
        elif index in judged and not any(output is NOT_RUN for output in played.outputs):
            cell.outputs, reason = witness.verdict(secret, judged[index], played.outputs)
            if reason:
                outcome.suspect[judged[index]] = reason
    outcome.seconds = time.monotonic() - start
    nb.metadata["atelier"] = asdict(outcome)
    return nbformat.writes(nb).encode("utf-8", "replace")


def _name(cell) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", "")


def _run(expanded, deadline, skipped, secret, settings, outcome) -> bool:
    """Run the cells in one kernel; tell whether the run came to its end, or no other should be tried."""
    for cell in expanded.cells:
        if cell.cell_type == "code":
            cell.outputs = [NOT_RUN] if cell.source else []
    environment = {
        **os.environ, witness.SECRET: secret, training.THREADS_VARIABLE: str(settings.threads),
        training.BUDGET_VARIABLE: str(settings.batches or ""), training.SEED_VARIABLE: "" if settings.seed is None else str(settings.seed)}
    config = Config({"SandboxProvisioner": {"isolated": settings.isolated}})
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.MAXMSGSIZE, MESSAGE_BYTES)
    client = _Client(
        expanded, deadline, skipped, km=AsyncKernelManager(kernel_name=KERNEL, client_factory=KernelClient, context=context, config=config, log=QUIET),
        allow_errors=True, log=QUIET, timeout=settings.cell_seconds, shutdown_kernel="immediate")
    client.owns_km = True
    client.on_cell_executed = client.on_executed
    try:
        client.execute(env=environment)
        return True
    except _Stopped as stop:
        index, reason = stop.args
        skipped[index] = reason
        return len(skipped) > RESTARTS or time.monotonic() > deadline
    finally:
        outcome.peak = max(outcome.peak, client.peak)
        context.destroy(linger=0)


def merge(trusted: nbformat.NotebookNode, result: bytes) -> Outcome:
    """Put the outputs of an execution, and nothing else of it, into the trusted notebook; return what happened.

    Raise HostileResult if ``result`` is too large or is not this notebook executed.
    """
    if len(result) > RESULT_BYTES:
        raise HostileResult("le notebook exécuté est trop volumineux")
    try:
        executed = nbformat.reads(result.decode(), as_version=4)
        nbformat.validate(executed)
        told = executed.metadata["atelier"]
        outcome = Outcome(*({str(k): str(v) for k, v in told[part].items()} for part in ("stopped", "suspect")),
                          float(told["seconds"]), int(told["peak"]))
        kinds = [cell.cell_type for cell in executed.cells]
    except Exception as error:  # hostile data: whatever it breaks, this copy alone is refused
        raise HostileResult(f"le notebook exécuté est illisible ({type(error).__name__})") from None
    if kinds != [cell.cell_type for cell in trusted.cells]:
        raise HostileResult("le notebook exécuté n'a pas les cellules de la copie")
    for cell, done in zip(trusted.cells, executed.cells):
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = done.outputs, None
    return outcome
