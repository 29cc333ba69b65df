"""The sandbox of a warm process, seen from the host: start it, ask it for kernels, watch and end them.

Outer walls are bubblewrap's: no network, no home folder, nothing of the course; only the Python environment, read-only.
Inner walls (``walls.py``) part the kernels of one warm process. Where the system refuses the inner ones (Ubuntu's
AppArmor), each kernel gets a warm process of its own instead: as safe, slower. Where bubblewrap itself cannot run,
grading is refused, unless the instructor accepts kernels without walls.
"""

import atexit
import contextlib
import json
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from enum import Enum
from pathlib import Path

CHANNELS = ("shell", "iopub", "stdin", "control", "hb")
FOLDER = "/copie"  # inside the sandbox: all that a kernel may write to; not /tmp, where the environment itself may lie
MIB = 2**20
MEMORY = 6144 * MIB  # what one process may write to, and what all the processes of a kernel may hold together
PROCESSES = 16  # of a kernel; one is usual
START_SECONDS = 120  # TensorFlow's import on a busy machine
STOP_SECONDS = 2  # for a warm process to end when it is told to
WATCH_SECONDS = 0.5
MEASURE_SECONDS = 1
PACKAGE = Path(__file__).resolve().parent
REMEDY = (
    "Sous Debian ou Ubuntu, installez le paquet « bubblewrap » (sudo apt install bubblewrap) ; sous Ubuntu 24.04 ou plus récent, "
    "installez aussi « apparmor-profiles ». Dans un conteneur, autorisez les espaces de noms utilisateur. macOS et Windows n'ont pas ce qu'il "
    "faut : notez sur une machine Linux. Pour noter quand même, sans protection, ajoutez l'option --sans-isolation : "
    "le code des étudiants s'exécutera alors avec tous vos droits.")


class SandboxError(Exception):
    """The sandbox cannot be raised; the message says in French why and what to do."""


class Isolation(Enum):
    """How the kernels of a run are walled; the value is what the report says."""

    SHARED = "bac à sable ; un processus chaud pour toutes les copies"
    SEPARATE = "bac à sable ; un processus chaud par copie (espaces de noms imbriqués refusés par le système)"
    NONE = "AUCUNE (option --sans-isolation)"


def bubblewrap(*command: str) -> list[str]:
    """Return the command line that runs ``command`` in a sandbox which sees this Python environment and nothing else."""
    arguments = [
        shutil.which("bwrap") or "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--hostname", "atelier",
        "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--tmpfs", FOLDER, "--clearenv"]
    environment = {
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin", "HOME": FOLDER, "TMPDIR": FOLDER, "LANG": "C.UTF-8", "MPLCONFIGDIR": f"{FOLDER}/matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline", "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONDONTWRITEBYTECODE": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1", "OMP_NUM_THREADS": "1",
        "TF_ENABLE_ONEDNN_OPTS": "1",  # fast convolutions, which TensorFlow leaves off where the processor has no AVX-512
    }
    for name, value in environment.items():
        arguments += ["--setenv", name, value]
    folders = ["/usr", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/alternatives",
               sys.base_prefix, sys.prefix, sysconfig.get_path("purelib"), str(PACKAGE)]
    for folder in folders:
        arguments += ["--ro-bind-try", folder, folder]
    if not any(folder.startswith("/tmp/") for folder in folders):
        arguments += ["--symlink", FOLDER, "/tmp"]
    for link in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if os.path.islink(link):
            arguments += ["--symlink", os.readlink(link), link]
        else:
            arguments += ["--ro-bind-try", link, link]
    return [*arguments, "--remount-ro", "/", "--chdir", FOLDER, *command]


def sockets_folder() -> tempfile.TemporaryDirectory:
    """Return a new folder for the sockets of a kernel; remove those that killed runs of this user left behind."""
    for folder in Path(tempfile.gettempdir()).glob("atelier-*-*"):
        owner = folder.name.split("-")[1]
        if owner.isdigit() and not Path("/proc", owner).exists():
            shutil.rmtree(folder, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"atelier-{os.getpid()}-")


def isolation() -> Isolation:
    """Try the walls for real and return the mode that this machine allows; raise SandboxError if it allows none."""
    if not sys.platform.startswith("linux") or not shutil.which("bwrap"):
        raise SandboxError(f"Les copies ne peuvent pas être isolées sur cette machine : bubblewrap (bwrap) n'est pas installé. {REMEDY}")
    probe = [sys.executable, "-c"]
    outer = subprocess.run(bubblewrap(*probe, "import atelier.walls as w; w.limit(); w.filter_calls()"), capture_output=True, text=True)
    if outer.returncode:
        reason = (outer.stderr.strip().splitlines() or ["sans explication"])[-1]
        raise SandboxError(f"Les copies ne peuvent pas être isolées sur cette machine : bubblewrap a échoué ({reason}). {REMEDY}")
    nested = "import os, atelier.walls as w; w.separate(); p = os.fork(); p or w.furnish(); p and os._exit(os.waitpid(p, 0)[1] and 1)"
    inner = subprocess.run(bubblewrap(*probe, nested), capture_output=True)
    return Isolation.SEPARATE if inner.returncode else Isolation.SHARED


class Kernel:
    """One running kernel, with the methods of ``subprocess.Popen`` that a provisioner uses.

    ``stopped_because`` says why the watch stopped it, ``peak`` is the most memory it held, in bytes.
    """

    stdin = stdout = stderr = None

    def __init__(self, pidfd: int, at_end=lambda: None):
        self.pidfd = pidfd
        self.pid = host_pid(pidfd)
        self.at_end = at_end
        self.stopped_because = ""
        self.peak = 0
        self.done = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def poll(self) -> int | None:
        """Return None while the kernel runs."""
        return 0 if self.done.is_set() else None

    def wait(self) -> int:
        """Wait until the kernel has ended."""
        self.done.wait()
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel's first process; when that one dies, the system kills all the others."""
        if not self.done.is_set():
            try:
                signal.pidfd_send_signal(self.pidfd, number)
            except OSError:  # it has just ended
                pass

    def terminate(self) -> None:
        """Kill the kernel: nothing in it is worth a farewell."""
        self.send_signal(signal.SIGKILL)

    kill = terminate

    def _watch(self) -> None:
        poller = select.poll()
        poller.register(self.pidfd, select.POLLIN)
        while not poller.poll(WATCH_SECONDS * 1000):
            processes, memory = usage(self.pid)
            self.peak = max(self.peak, memory)
            if processes > PROCESSES:
                self.stopped_because = f"la copie a lancé trop de processus (plus de {PROCESSES})"
            elif memory > MEMORY:
                self.stopped_because = f"la copie a dépassé la mémoire accordée ({MEMORY // MIB} Mio)"
            if self.stopped_because:
                self.kill()
        self.done.set()
        os.close(self.pidfd)
        self.at_end()


def host_pid(pidfd: int) -> int:
    """Return the number that this host gives to a process."""
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    return -1


def usage(pid: int) -> tuple[int, int]:
    """Return how many processes descend from ``pid``, itself included, and the bytes of memory they hold; past PROCESSES, count no more.

    The memory of processes that fork without end is long to read, and they multiply meanwhile: after MEASURE_SECONDS what was read
    is the answer. The order is drawn, so that none stays unread.
    """
    family, waiting = [], [pid]
    while waiting and len(family) <= PROCESSES:
        pid = waiting.pop()
        try:
            waiting += [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
        except OSError:
            continue
        family.append(pid)
    memory, end = 0, time.monotonic() + MEASURE_SECONDS
    for pid in random.sample(family, len(family)) if len(family) <= PROCESSES else []:
        if time.monotonic() < end:
            memory += held(pid, shared=len(family) > 1)
    return len(family), memory


def held(pid: int, shared: bool) -> int:
    """Return the bytes of memory that a process holds; ``shared`` counts only its part of what it holds with its parents and children.

    The system takes longer to tell the parts: most kernels are one process.
    """
    said, kinds = "", ("RssAnon", "RssShmem", "VmPTE", "VmSwap")
    with contextlib.suppress(OSError):  # it has just ended, or hides its parts: then the whole counts
        said = Path(f"/proc/{pid}/status").read_text()
        if shared:
            said += Path(f"/proc/{pid}/smaps_rollup").read_text()
            kinds = ("Pss_Anon", "Pss_Shmem", "VmPTE", "SwapPss")
    return sum(int(line.split()[1]) * 1024 for line in said.splitlines() if line.startswith(kinds))


class WarmProcess:
    """A warm process in its sandbox; ``launch`` gives kernels. Safe to use from several threads."""

    def __init__(self, mode: Isolation):
        self.mode = mode
        self.lock = threading.Lock()
        self.channel, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = bubblewrap(sys.executable, "-m", "atelier.warm", str(int(mode is Isolation.SHARED)))
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, stdin=inside, stdout=self.log, stderr=self.log, start_new_session=True)
        inside.close()
        self.is_ready = False

    def is_usable(self) -> bool:
        """Tell whether the process still runs."""
        return self.process.poll() is None

    def launch(self, environment: dict[str, str], key: str, folder: str) -> Kernel:
        """Fork a kernel that serves the five sockets ``folder/k-1`` to ``k-5``; raise SandboxError if it cannot."""
        ip = f"{folder}/k"
        listening = []
        try:
            for number in range(1, len(CHANNELS) + 1):
                listening.append(socket.socket(socket.AF_UNIX))
                listening[-1].bind(f"{ip}-{number}")
                listening[-1].listen()
            request = json.dumps({"environment": environment, "key": key, "ip": ip}).encode()
            with self.lock:
                self._wait_until_ready()
                socket.send_fds(self.channel, [request], [each.fileno() for each in listening])
                message, fds = self._receive()
        finally:
            for each in listening:
                each.close()
        if message["error"] is not None:
            raise SandboxError(f"Le bac à sable n'a pas pu être dressé ({message['error']}). {REMEDY}")
        return Kernel(fds[0], self.stop) if self.mode is Isolation.SEPARATE else Kernel(fds[0])

    def _wait_until_ready(self) -> None:
        if not self.is_ready:
            self._receive()
            self.is_ready = True

    def _receive(self) -> tuple[dict, list[int]]:
        self.channel.settimeout(START_SECONDS)
        try:
            packet, fds, _, _ = socket.recv_fds(self.channel, 65536, 1)
        except OSError as error:
            packet, fds = b"", []
            reason = str(error)
        else:
            reason = "il s'est arrêté"
        if not packet:
            self.log.seek(0)
            said = self.log.read().decode(errors="replace").strip().splitlines()
            raise SandboxError(f"Le processus chaud ne répond pas : {reason}. {said[-1] if said else ''}".strip())
        return json.loads(packet), fds

    def stop(self) -> None:
        """End the process and, with it, every kernel it forked."""
        self.channel.close()  # it ends by itself, and its CPU time is then counted with ours
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


_lock = threading.Lock()
_mode: Isolation | None = None
_warm: WarmProcess | None = None
_stopped = False


def mode() -> Isolation:
    """Return the mode that this machine allows, tried once."""
    global _mode
    with _lock:
        _mode = _mode or isolation()
    return _mode


def launch(environment: dict[str, str], key: str, folder: str) -> Kernel:
    """Fork a kernel from the warm process, started if need be; see ``WarmProcess.launch``."""
    global _warm
    allowed = mode()
    with _lock:
        if _stopped:
            raise SandboxError("La notation s'arrête.")
        if _warm is None or not _warm.is_usable():
            _warm = WarmProcess(allowed)
        warm = _warm
        if allowed is Isolation.SEPARATE:
            _warm = WarmProcess(allowed)  # warms up for the next copy while this one runs
    return warm.launch(environment, key, folder)


@atexit.register
def stop() -> None:
    """End the warm process and every kernel, for good."""
    global _warm, _stopped
    with _lock:
        _stopped = True
        if _warm:
            _warm.stop()
        _warm = None
