"""A guard for Python 3.11, where Qt's binding would wear out None, True and False until the program dies."""

from __future__ import annotations

import sys

_FIRST_SAFE = (3, 12)
# More than a window could use up in centuries, and far from overflowing.
_SPARE = 1 << 40


def guard_singletons() -> None:
    """Give the singletons references to spare; nothing to do from Python 3.12 on, where they are immortal.

    PySide6 6.12.0 returns True from ``Signal.emit`` and ``connect``, and None from ``QTimer.singleShot``, without
    taking a reference (its limited API counts on Python 3.12). On 3.11 each call takes one reference away, and after
    some thousands Python stops with "deallocating None". ``tests/ui/test_immortal.py`` shows the fault, so that this
    can go when it is mended.
    """
    if sys.version_info >= _FIRST_SAFE or sys.implementation.name != "cpython":
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        # The count is the first field of every object.
        ctypes.c_ssize_t.from_address(id(singleton)).value += _SPARE
