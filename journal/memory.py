"""What the system may write of the program's memory, in which an open journal and its passphrase lie."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4


def no_core_files() -> None:
    """No file with the memory is written if the program crashes. Windows has no such files of its own."""
    if sys.platform == "win32":
        return
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def keep_from_others() -> None:
    """No other program of this account can read the memory or have it written, whatever the limits are; Linux only.

    For the time from the first passphrase on; it cannot be taken back by the one who would read it.
    """
    if sys.platform != "linux":
        return
    import ctypes  # not at the start: a hundredth of a second

    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
