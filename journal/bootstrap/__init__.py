"""Prepares a fresh checkout: system libraries, .venv and the locked packages; standard library only.

`python3 -m journal` and `python3 -m tests` pass through here. An installed program, and an environment which
already has what is needed, are left alone. A second start may cost no more than Python itself, so this file
imports next to nothing; the modules beside it are only loaded when something has to be prepared.
"""

import os
import sys
from importlib.util import find_spec

SWITCH = "LEAF_JOURNAL_NO_BOOTSTRAP"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(ROOT, ".venv")


class Part:
    """Packages that are installed together: their lock, the modules that show them, what they take on the disk."""

    def __init__(self, lock: str, stamp: str, megabytes: int, modules: tuple[str, ...]) -> None:
        self._lock, self._stamp = lock, stamp
        self.megabytes, self.modules = megabytes, modules

    @property
    def lock(self) -> str:
        return os.path.join(ROOT, "resources", self._lock)

    @property
    def stamp(self) -> str:
        """The file in .venv which says that the part was installed, and from which lock."""
        return os.path.join(VENV, self._stamp)

    def is_installed(self) -> bool:
        """Whether .venv has it whole, from this lock and for this Python. Compares two files, hashes nothing."""
        try:
            with open(self.stamp, "rb") as stamp:
                return stamp.read() == self.stamp_of_now() and os.path.exists(venv_python())
        except FileNotFoundError:
            return False

    def stamp_of_now(self) -> bytes:
        """The whole lock and the kind of Python: what was installed from anything else is installed anew."""
        with open(self.lock, "rb") as lock:
            return f"Python {sys.version_info[0]}.{sys.version_info[1]} on {sys.platform}\n".encode() + lock.read()


PROGRAM = Part(
    "requirements.lock", "leaf-journal-stamp", 540,
    (
        "PySide6", "pypdfium2", "sqlalchemy", "alembic", "sqlcipher3", "platformdirs", "filelock", "tzlocal", "tzdata",
        "babel", "msgspec", "numpy", "matplotlib", "reportlab", "pypdf", "Crypto",
    ),
)  # fmt: skip
TESTS = Part(
    "requirements-dev.lock", "leaf-journal-tests-stamp", 110,
    (
        "pytest", "pytestqt", "pytest_randomly", "pytest_timeout", "xdist", "hypothesis", "time_machine", "packaging",
        "hatchling",
    ),
)  # fmt: skip


def prepare(*parts: Part) -> None:
    """Return if this Python has these parts; otherwise replace it by the one of .venv, prepared first if need be."""
    if os.environ.get(SWITCH) or not _is_checkout() or not _lacks(parts):
        return
    if not is_ready(*parts):
        if _runs_in_venv():
            _continue_with(_python_that_made_this())  # .venv itself has no pip
        from journal.bootstrap import building

        building.build_or_exit(parts)
    elif _runs_in_venv():
        return  # a package was taken out by hand: its import will say which
    _continue_with(venv_python())


def is_ready(*parts: Part) -> bool:
    """Whether these were prepared already, for a window too if there is a display to show one."""
    return all(part.is_installed() for part in parts) and (not draws_by_x11() or os.path.exists(display_stamp()))


def venv_python() -> str:
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def display_stamp() -> str:
    """The file which says that what the window of an X display needs was looked for, and is there."""
    return os.path.join(VENV, "leaf-journal-display-stamp")


def draws_by_x11() -> bool:
    """Whether Qt will draw by X11. A Wayland desktop sets DISPLAY too, and brings all that Qt needs there."""
    return sys.platform.startswith("linux") and "DISPLAY" in os.environ and "WAYLAND_DISPLAY" not in os.environ


def is_importable(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # of the package around it
        return False


def _is_checkout() -> bool:
    return os.path.exists(os.path.join(ROOT, "pyproject.toml")) and os.path.exists(PROGRAM.lock)


def _runs_in_venv() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def _python_that_made_this() -> str:
    """The Python outside of the environment, as venv itself asks for it."""
    return str(sys._base_executable)  # type: ignore[attr-defined]


def _lacks(parts: tuple[Part, ...]) -> bool:
    return any(not is_importable(name) for part in parts for name in part.modules)


def _continue_with(python: str) -> None:
    """Run the same command line with another Python; its exit code is ours."""
    command = [python, *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # On Windows execv returns to the shell at once and loses the exit code.

    sys.exit(subprocess.call(command))
