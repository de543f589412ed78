"""What a checkout needs to run, and whether it is there: the parts, their locks, .venv; standard library only.

A second start may cost no more than Python itself, so this file imports next to nothing.
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
        "babel", "msgspec", "numpy", "matplotlib", "reportlab", "pypdf", "Crypto", "xlsxwriter", "python_calamine",
    ),
)  # fmt: skip
TESTS = Part(
    "requirements-dev.lock", "leaf-journal-tests-stamp", 110,
    (
        "pytest", "pytestqt", "pytest_randomly", "pytest_timeout", "xdist", "hypothesis", "time_machine", "packaging",
        "hatchling", "fastjsonschema",
    ),
)  # fmt: skip


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
