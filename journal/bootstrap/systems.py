"""The systems that every locked library has a wheel for, and whether this one is among them."""

import platform
import sys
import sysconfig
from typing import NamedTuple

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)


class System(NamedTuple):
    """A kind of system: how it is named to a person, and from which version on."""

    words: str
    platform: str  # as sys.platform has it
    machines: tuple[str, ...]
    oldest: tuple[int, int]  # of glibc on Linux, elsewhere of the system


# The README names the same ones; `python3 -m tests platforms` compares them with the files that the index has.
SUPPORTED = (
    System("Linux on x64 with glibc 2.34 or newer (Debian 12, Ubuntu 22.04, Fedora 35)", "linux", ("x86_64",), (2, 34)),
    System("Linux on ARM64 with glibc 2.39 or newer (Debian 13, Ubuntu 24.04, Fedora 40)",
           "linux", ("aarch64",), (2, 39)),
    System("macOS 13 or newer, on Apple silicon and on Intel", "darwin", ("arm64", "x86_64"), (13, 0)),
    System("Windows 10 or newer, on x64 and on ARM64", "win32", ("amd64", "arm64"), (10, 0)),
)  # fmt: skip


class Here(NamedTuple):
    """What a computer and its Python are, as far as wheels depend on it."""

    platform: str
    machine: str
    version: tuple[int, int]
    libc: str = ""  # on Linux only
    python: tuple[int, int] = OLDEST_PYTHON
    kind: str = "CPython"


def this_system() -> Here:
    """The system that this runs on."""
    libc, version = "", platform.version()
    if sys.platform == "darwin":
        version = platform.mac_ver()[0]
    elif sys.platform.startswith("linux"):
        libc, version = platform.libc_ver()
    return Here(sys.platform, platform.machine().lower(), _numbers(version), libc, sys.version_info[:2], _kind())


def why_not(here: Here) -> str:
    """Why nothing can be installed on such a system, and where it can; "" if it can."""
    unknown = [*_unfit_system(here), *_unfit_python(here)]
    if not unknown:
        return ""
    return (
        "Leaf Journal cannot be installed here. Some of its libraries do not exist ready-made for "
        f"{' and '.join(unknown)}.\n"
        "It can be installed on:\n"
        + "".join(f"- {system.words}\n" for system in SUPPORTED)
        + f"each with Python {_dotted(OLDEST_PYTHON)} to {_dotted(NEWEST_PYTHON)} (CPython, 64-bit, not free-threaded)."
    )


def _unfit_system(here: Here) -> list[str]:
    return [] if any(_is_one(here, system) for system in SUPPORTED) else [_described(here)]


def _is_one(here: Here, system: System) -> bool:
    if (here.platform, here.libc) != (system.platform, "glibc" if system.platform == "linux" else ""):
        return False
    return here.machine in system.machines and here.version >= system.oldest


def _described(here: Here) -> str:
    name = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}.get(here.platform, here.platform)
    if here.platform == "linux":
        libc = f"with glibc {_dotted(here.version)}" if here.libc == "glibc" else "without glibc"
        return f"{name} on {here.machine} {libc}"
    return f"{name} {_dotted(here.version)} on {here.machine}"


def _unfit_python(here: Here) -> list[str]:
    fits = here.kind == "CPython" and OLDEST_PYTHON <= here.python <= NEWEST_PYTHON
    return [] if fits else [f"{here.kind.replace('CPython', 'Python')} {_dotted(here.python)}"]


def _kind() -> str:
    kind = platform.python_implementation()
    if sys.maxsize < 2**32:
        return f"32-bit {kind}"
    return f"free-threaded {kind}" if sysconfig.get_config_var("Py_GIL_DISABLED") else kind


def _numbers(version: str) -> tuple[int, int]:
    """The first two numbers of a version; what is not told is 0."""
    parts = [int(part) for part in version.split(".")[:2] if part.isdigit()]
    first, second = (*parts, 0, 0)[:2]
    return first, second


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
