"""The warm process: has TensorFlow, Keras, Matplotlib and the images in memory, and forks one kernel per request.

It runs inside the sandbox of ``sandbox.py``, is trusted and never runs code of a student. Its standard input is a
socket of packets. It says ``{"ready": …}`` once, then answers each request ``{"environment", "key", "ip"}``, which
comes with five listening sockets, by ``{"error": null}`` and the kernel's pidfd, or by an error.

TensorFlow runs no operation here: a process that has started its threads cannot be forked.
"""

import gc
import importlib
import io
import json
import os
import socket
import sys

from atelier import data, genuine, training, walls, witness
from atelier.sandbox import CHANNELS, FOLDER

IDLE_SECONDS = 600  # then the memory is given back; the next request starts another warm process

# What a kernel would import while it starts.
OF_A_KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "IPython.core.completerlib", "IPython.core.debugger", "IPython.core.magics.execution",
               "IPython.core.oinspect", "IPython.extensions.storemagic", "matplotlib_inline.backend_inline", "tornado.platform.asyncio")


def warm_up() -> None:
    """Import what every copy needs and read the data sets."""
    import keras
    import matplotlib.pyplot as plt
    import tensorflow  # noqa: F401
    from matplotlib.backends import backend_registry

    for name in OF_A_KERNEL:
        importlib.import_module(name)

    for name in filter(data.is_installed, data.DATASETS):
        getattr(keras.datasets, name).load_data()
    backend_registry.resolve_gui_or_backend("inline")  # reads what every package offers
    _, (curves, picture) = plt.subplots(1, 2, layout="constrained")  # reads the fonts, and what lays out, draws and writes
    curves.plot([1, 2], "o-", label="é")
    curves.legend()
    plt.colorbar(picture.imshow([[0, 1]]))
    plt.savefig(io.BytesIO(), bbox_inches="tight")
    plt.close("all")
    genuine.remember()
    gc.collect()
    gc.freeze()  # a kernel's collector leaves alone, and so does not copy, what it shares with the others


def kernel_app(ip: str, key: str, listening: list[int]):
    """Return a kernel application that serves on sockets which are already bound: it never sees their folder."""
    import zmq
    from ipykernel.heartbeat import Heartbeat
    from ipykernel.kernelapp import IPKernelApp

    class KernelApp(IPKernelApp):
        def _try_bind_socket(self, s, port):
            s.setsockopt(zmq.USE_FD, listening[port - 1])
            return super()._try_bind_socket(s, port)

        def init_heartbeat(self):
            self.heartbeat = Pulse(zmq.Context(), (self.transport, self.ip, self.hb_port))
            self.heartbeat.start()

        def init_connection_file(self):
            pass

        def write_connection_file(self, **kwargs):
            pass

    class Pulse(Heartbeat):
        def _try_bind_socket(self):
            self.socket.setsockopt(zmq.USE_FD, listening[self.port - 1])
            super()._try_bind_socket()

    app = KernelApp.instance(transport="ipc", ip=ip, capture_fd_output=False)
    for number, channel in enumerate(CHANNELS, 1):
        setattr(app, f"{channel}_port", number)
    app.session.key = key.encode()
    app.config.HistoryManager.enabled = False
    return app


def serve_kernel(request: dict, listening: list[int]) -> None:
    """Become the kernel: set its environment and threads, then serve until it is told to stop."""
    os.environ.update(request["environment"])
    import tensorflow as tf

    threads = int(os.environ.get(training.THREADS_VARIABLE) or 0)
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    if seed := os.environ.pop(training.SEED_VARIABLE, ""):
        import keras

        keras.utils.set_random_seed(int(seed))
    witness.arm(os.environ.pop(witness.SECRET, ""))
    os.mkdir(f"{FOLDER}/travail")
    os.chdir(f"{FOLDER}/travail")
    app = kernel_app(request["ip"], request["key"], listening)
    app.initialize([])
    app.shell.enable_matplotlib("inline")  # the backend was imported before there was a shell to show pictures
    app.shell.ask_exit = lambda: None  # exit() in a cell ends the cell, not the copy
    app.start()


def answer(channel: socket.socket, message: dict, fds: list[int] = ()) -> None:
    """Send one packet, with file descriptors."""
    socket.send_fds(channel, [json.dumps(message).encode()], list(fds))


def launch(channel: socket.socket, request: dict, listening: list[int], inner_walls: bool) -> None:
    """In a child of the warm process: leave its namespaces, fork the kernel, tell the host, and go."""
    failure_in, failure_out = os.pipe()
    try:
        if inner_walls:
            walls.separate()
        kernel = os.fork()
    except OSError as error:
        answer(channel, {"error": str(error)})
        return
    if kernel == 0:
        os.close(failure_in)
        channel.close()
        try:
            os.setsid()
            if inner_walls:
                walls.furnish()
            walls.limit()
            walls.filter_calls()
        except BaseException as error:
            os.write(failure_out, str(error).encode() or b"?")
            return
        os.close(failure_out)
        for stream in (1, 2):  # the host's log is not the copy's to fill
            os.dup2(0, stream)
        serve_kernel(request, listening)
        return
    os.close(failure_out)
    error = os.read(failure_in, 4096).decode()
    if error:
        answer(channel, {"error": error})
    else:
        answer(channel, {"error": None}, [os.pidfd_open(kernel)])


def plain_kernel() -> None:
    """Be one kernel without walls, for ``python -m atelier.warm -f connection_file``."""
    from ipykernel.kernelapp import launch_new_instance

    warm_up()
    witness.arm(os.environ.pop(witness.SECRET, ""))
    launch_new_instance()


def main() -> None:
    """Serve requests until the host closes its end, or asks for nothing for a while."""
    inner_walls = sys.argv[1] == "1"
    channel = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    walls.adopt_orphans()
    warm_up()
    answer(channel, {"ready": True})
    channel.settimeout(IDLE_SECONDS)
    while True:
        try:
            packet, fds, _, _ = socket.recv_fds(channel, 65536, len(CHANNELS))
        except TimeoutError:
            if reap():
                continue
            return
        if not packet:
            return
        child = os.fork()
        if child == 0:
            try:
                launch(channel, json.loads(packet), fds, inner_walls)
            except BaseException:  # noqa: S110 - a kernel that fails says so to its client, not here
                import traceback
                traceback.print_exc()
            finally:
                os._exit(0)
        for fd in fds:
            os.close(fd)
        reap()


def reap() -> bool:
    """Forget the kernels that have ended; tell whether some still run."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


if __name__ == "__main__":
    plain_kernel() if sys.argv[1] == "-f" else main()
