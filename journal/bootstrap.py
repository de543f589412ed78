"""Prepares a fresh checkout: system libraries, .venv and the locked packages; standard library only.

`python3 -m journal` and `python3 -m tests` pass through here. An installed program, and an environment which
already has what is needed, are left alone. A second start may cost no more than Python itself, so what it touches
imports next to nothing.
"""

import os
import sys
from importlib.util import find_spec

RUNTIME = (
    "PySide6",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "platformdirs",
    "filelock",
    "tzlocal",
    "tzdata",
    "msgspec",
)
TESTS = (*RUNTIME, "pytest", "pytestqt", "pytest_randomly", "pytest_timeout", "hypothesis", "time_machine")

SWITCH = "LEAF_JOURNAL_NO_BOOTSTRAP"
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "leaf-journal-stamp")
DISPLAY_STAMP = os.path.join(VENV, "leaf-journal-display-stamp")
LOCK = os.path.join(ROOT, "resources", "requirements.lock")

# What Qt's wheels expect of the system, and the Debian package that has it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Only the window of an X display needs these.
DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
APT_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
# The oldest C library that the wheels of PySide6 run on.
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}


class RefusedError(Exception):
    """The environment lacks something that this program may not install; the text says what to do."""


def prepare(needed: tuple[str, ...]) -> None:
    """Return if this Python can run the program; otherwise replace it by the one of .venv, made first if need be."""
    if os.environ.get(SWITCH) or not _is_checkout() or _runs_in_venv() or not _lacks(needed):
        return
    if not is_ready():
        _build_or_exit()
    _continue_in_venv()


def is_ready() -> bool:
    """Whether everything was prepared already, for a window too if there is a display to show one."""
    return _is_made() and (not _draws_by_x11() or os.path.exists(DISPLAY_STAMP))


def missing_libraries(display: bool) -> dict[str, str]:
    """Libraries which the system's loader does not find, with the package that has each."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {**LIBRARIES, **(DISPLAY_LIBRARIES if display else {})}
    return {soname: package for soname, package in wanted.items() if not _loads(soname)}


def _is_checkout() -> bool:
    return os.path.exists(os.path.join(ROOT, "pyproject.toml")) and os.path.exists(LOCK)


def _runs_in_venv() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def _lacks(needed: tuple[str, ...]) -> bool:
    return any(not _is_importable(name) for name in needed)


def _is_importable(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # of the package around it
        return False


def _draws_by_x11() -> bool:
    """Whether Qt will draw by X11. A Wayland desktop sets DISPLAY too, and brings all that Qt needs there."""
    return sys.platform.startswith("linux") and "DISPLAY" in os.environ and "WAYLAND_DISPLAY" not in os.environ


def _venv_python() -> str:
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def _stamp_of_now() -> bytes:
    """The whole lock and the kind of Python: a .venv made from anything else is made anew."""
    with open(LOCK, "rb") as lock:
        return f"Python {sys.version_info[0]}.{sys.version_info[1]} on {sys.platform}\n".encode() + lock.read()


def _continue_in_venv() -> None:
    """Run the same command line with the Python of .venv; its exit code is ours."""
    command = [_venv_python(), *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # On Windows execv returns to the shell at once and loses the exit code.

    sys.exit(subprocess.call(command))


def _build_or_exit() -> None:
    try:
        with _OneAtATime():
            if not is_ready():
                _build()
    except RefusedError as refusal:
        _say(str(refusal))
        sys.exit(1)
    except OSError as problem:
        _say(f"This folder could not be prepared: {problem}")
        sys.exit(1)
    except KeyboardInterrupt:
        _say("Stopped. The next start begins the preparation again.")
        sys.exit(130)


class _OneAtATime:
    """Two first starts at once: the second waits for the first. The system frees the lock of one that was killed."""

    def __enter__(self) -> None:
        self._file = open(os.path.join(ROOT, ".venv.lock"), "a+b")  # noqa: SIM115 - closed in __exit__
        if not self._try_lock():
            _say("Another start is preparing this folder. Waiting for it.")
            self._wait()

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _wait(self) -> None:
        import time

        while not self._try_lock():
            time.sleep(0.2)

    def _try_lock(self) -> bool:
        try:
            if sys.platform == "win32":
                import msvcrt

                self._file.seek(0)
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


def _build() -> None:
    _refuse_old_system()
    _refuse_foreign_venv()
    packages = _missing_packages()
    if packages and not _may_install():
        raise RefusedError(_how_to_install(packages))
    _announce(packages)
    if packages:
        _install_packages(packages)
    if not _is_made():
        _make_venv()
    if _draws_by_x11():
        _write(DISPLAY_STAMP, b"")


def _is_made() -> bool:
    """Whether .venv was finished, from this lock and for this kind of Python. Compares two files, hashes nothing."""
    try:
        with open(STAMP, "rb") as stamp:
            return stamp.read() == _stamp_of_now() and os.path.exists(_venv_python())
    except FileNotFoundError:
        return False


def _refuse_old_system() -> None:
    import platform

    oldest = OLDEST_GLIBC.get(platform.machine())
    name, version = platform.libc_ver()
    if not sys.platform.startswith("linux") or oldest is None:
        return
    if name != "glibc" or tuple(int(part) for part in version.split(".")[:2]) < oldest:
        found = f"{name} {version}".strip() or "another C library"
        raise RefusedError(f"Leaf Journal needs glibc {oldest[0]}.{oldest[1]} or newer here; this is {found}.")


def _refuse_foreign_venv() -> None:
    """A .venv that somebody made by other means is theirs."""
    if os.path.isdir(VENV) and os.listdir(VENV) and not os.path.exists(STAMP):
        raise RefusedError(
            f"{VENV} was not made by this program and lacks what it needs.\n"
            "Install the requirements there and start with its own Python, or delete the folder."
        )


def _missing_packages() -> list[str]:
    packages = set(missing_libraries(_draws_by_x11()).values())
    if not _is_made() and not _is_importable("pip") and not _is_importable("ensurepip"):
        packages.add("python3-pip")
    return sorted(packages)


def _loads(soname: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _announce(packages: list[str]) -> None:
    _say("First start in this folder: a few things have to be prepared.")
    if packages:
        _say(f"- System packages are installed with apt-get: {' '.join(packages)}")
    if not _is_made():
        _say(f"- Python packages are downloaded, checked by their hashes and put into {VENV} (about 630 MB).")
    _say(f"({SWITCH}=1 switches this off.)")


def _may_install() -> bool:
    import shutil

    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install_packages(packages: list[str]) -> None:
    unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update"], unattended)
    _run([*APT_INSTALL, *packages], unattended)


def _how_to_install(packages: list[str]) -> str:
    """Never sudo by ourselves: the person decides."""
    import shutil

    if shutil.which("apt-get"):
        line = " ".join(["sudo", *APT_INSTALL, *packages])
        return f"System packages are missing. Run this line, then start again:\n\n    {line}\n"
    wanted = ", ".join(missing_libraries(_draws_by_x11())) or "pip"
    return f"The system lacks: {wanted}. Install them with your system's package manager, then start again."


def _make_venv() -> None:
    """The stamp comes first, saying that the folder is ours, and last, saying that it is finished."""
    _put_aside_unfinished()
    os.makedirs(VENV + ".new", exist_ok=True)
    _write(os.path.join(VENV + ".new", os.path.basename(STAMP)), b"unfinished\n")
    os.rename(VENV + ".new", VENV)
    _run([sys.executable, "-m", "venv", "--without-pip", VENV])
    _run([*_pip(), "install", "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    _write(STAMP, _stamp_of_now())


def _put_aside_unfinished() -> None:
    """Renamed before it is deleted: a deletion that was cut short must not look like somebody else's .venv."""
    import shutil

    old = VENV + ".old"
    shutil.rmtree(old, ignore_errors=True)
    if os.path.isdir(VENV):
        os.rename(VENV, old)
        shutil.rmtree(old)


def _pip() -> list[str]:
    """This Python's pip, working on .venv: Debian ships no ensurepip and forbids pip outside of environments."""
    import importlib

    importlib.invalidate_caches()
    if _is_importable("pip"):
        return [sys.executable, "-m", "pip", "--python", _venv_python()]
    _run([_venv_python(), "-m", "ensurepip"])
    return [_venv_python(), "-m", "pip"]


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """A person at a terminal sees the progress; elsewhere only what failed is worth reading. Never on stdout: that
    belongs to the program's own answer."""
    import subprocess

    watched = sys.stderr.isatty()
    sys.stderr.flush()
    done = subprocess.run(command, env=environment, stdout=2 if watched else subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.stderr.buffer.write(done.stdout or b"")
        raise RefusedError(f"This did not work, so nothing was started:\n\n    {' '.join(command)}\n")


def _write(path: str, content: bytes) -> None:
    """Whole or not at all."""
    with open(path + ".new", "wb") as file:
        file.write(content)
    os.replace(path + ".new", path)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
