"""What Qt expects of a Linux system, and the Debian packages that have it."""

import ctypes
import os
import shutil
import sys

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


def missing_libraries(display: bool) -> dict[str, str]:
    """Libraries which the system's loader does not find, with the package that has each."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {**LIBRARIES, **(DISPLAY_LIBRARIES if display else {})}
    return {soname: package for soname, package in wanted.items() if not _loads(soname)}


def may_install() -> bool:
    """Whether packages of the system can be installed without asking anybody for a password."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def how_to_install(packages: list[str], libraries: list[str]) -> str:
    """The line to type. Never sudo by ourselves: the person decides."""
    if shutil.which("apt-get"):
        line = " ".join(["sudo", *APT_INSTALL, *packages])
        return f"System packages are missing. Run this line, then start again:\n\n    {line}\n"
    wanted = ", ".join(libraries) or "pip"
    return f"The system lacks: {wanted}. Install them with your system's package manager, then start again."


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
