"""Raise the walls around one grading kernel: namespaces, a private file system, limits, a system-call filter.

Called inside the sandbox of ``sandbox.py``, by a child of the warm process and before any code of a student runs. The
outer sandbox already took away the network, the home folder and the course; these walls keep two kernels that descend
from the same warm process apart. Linux only; ctypes, because Python 3.11 has no ``os.unshare`` and no version mounts.
"""

import ctypes
import os
import platform
import resource
import struct

from atelier.sandbox import FOLDER, MEMORY, MIB

THREADS = 64  # processes included; TensorFlow and the kernel need about 20
OPEN_FILES = 256
DISK = 256 * MIB  # the temporary folder, which is memory too

CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
NAMESPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
MNT_DETACH = 2
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER = 24, 38, 22, 36

# What a kernel never needs and an attack does, by machine: (x86_64, aarch64). Making namespaces or mounts would give
# memory that nothing counts (a larger tmpfs), and so do memfd and System V segments.
FORBIDDEN = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "unshare": (272, 97),
    "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "open_tree": (428, 428),
    "move_mount": (429, 429), "fsopen": (430, 430), "memfd_create": (319, 279), "memfd_secret": (447, 447),
    "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190), "add_key": (248, 217), "request_key": (249, 218),
    "keyctl": (250, 219), "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
}
CLONE3 = (435, 435)  # its flags are out of a filter's reach: refused as unknown, and the C library falls back on clone
CLONE = (56, 220)
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what} : {os.strerror(number)}")


def _mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    _check(_libc.mount(source.encode(), target.encode(), kind.encode(), flags, options.encode()), f"mount {target}")


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose parent has gone, so that they can be reaped."""
    _check(_libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "subreaper")


def separate() -> None:
    """Leave the warm process's namespaces; the next child is process 1 of the new ones. Raise OSError if refused."""
    uid, gid = os.getuid(), os.getgid()
    _check(_libc.unshare(NAMESPACES), "unshare")
    for name, text in [("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")]:
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def furnish() -> None:
    """Mount what this kernel alone sees: an empty temporary folder, its own /proc, terminals and shared memory."""
    _mount("none", "/", flags=MS_REC | MS_PRIVATE)
    _mount("tmpfs", FOLDER, "tmpfs", MS_NOSUID | MS_NODEV, f"size={DISK},nr_inodes=20000,mode=700")
    _mount("tmpfs", "/dev/shm", "tmpfs", MS_NOSUID | MS_NODEV, f"size={DISK // 4},nr_inodes=2000,mode=700")
    _mount("devpts", "/dev/pts", "devpts", MS_NOSUID, "newinstance,ptmxmode=0666,mode=620")
    try:
        _mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV)
    except PermissionError:  # the sandbox of a root user masks parts of /proc, and the system then refuses a whole one
        _furnish_proc()


def _furnish_proc() -> None:
    """Put in the place of /proc a folder with what TensorFlow reads: this process and four files."""
    kept = {name: f"{FOLDER}/.{name}" for name in (os.readlink("/proc/self"), "cpuinfo", "meminfo", "stat", "version")}
    for name, place in kept.items():
        _make_like(f"/proc/{name}", place)
        _mount(f"/proc/{name}", place, flags=MS_BIND)
    _mount("tmpfs", "/proc", "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=755")
    for name, place in kept.items():
        target = f"/proc/{1 if name.isdigit() else name}"
        _make_like(place, target)
        _mount(place, target, flags=MS_BIND)
        _check(_libc.umount2(place.encode(), MNT_DETACH), f"umount {place}")
        (os.rmdir if os.path.isdir(place) else os.unlink)(place)
    os.symlink("1", "/proc/self")
    _mount("none", "/proc", flags=MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def _make_like(model: str, place: str) -> None:
    if os.path.isdir(model):
        os.mkdir(place)
    else:
        os.close(os.open(place, os.O_CREAT))


def limit() -> None:
    """Set the limits that the system keeps for each process."""
    for kind, most in [(resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_NPROC, THREADS), (resource.RLIMIT_CORE, 0),
                       (resource.RLIMIT_NOFILE, OPEN_FILES), (resource.RLIMIT_FSIZE, DISK), (resource.RLIMIT_MSGQUEUE, 0)]:
        resource.setrlimit(kind, (most, most))


def filter_calls() -> None:
    """Give up every privilege for good and refuse the FORBIDDEN system calls (seccomp, see seccomp(2))."""
    for capability in range(64):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header, empty = struct.pack("Ii", 0x20080522, 0), bytes(24)
    _check(_libc.capset(header, empty), "capset")
    _check(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    if platform.machine() not in MACHINES:
        raise OSError(f"machine {platform.machine()} inconnue")
    column, architecture = MACHINES[platform.machine()]
    load, equal, at_least, any_bit, give = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, refuse, unknown, kill = 0x7FFF0000, 0x50001, 0x50026, 0x80000000
    numbers = [pair[column] for pair in FORBIDDEN.values()]
    program = [
        (load, 0, 0, 4), (equal, 1, 0, architecture), (give, 0, 0, kill),
        (load, 0, 0, 0), (at_least, 0, 1, 0x40000000), (give, 0, 0, refuse),
        (equal, 0, 1, CLONE3[column]), (give, 0, 0, unknown),
        *[step for number in numbers for step in [(equal, 0, 1, number), (give, 0, 0, refuse)]],
        (equal, 0, 3, CLONE[column]), (load, 0, 0, 16), (any_bit, 0, 1, NAMESPACES), (give, 0, 0, refuse),
        (give, 0, 0, allow),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    filters = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program), ctypes.addressof(code)))
    _check(_libc.prctl(PR_SET_SECCOMP, 2, filters, 0, 0), "seccomp")
