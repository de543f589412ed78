"""Takes PySide6's search for features out of every ``import`` of the program.

When it is loaded, PySide6 puts a function of its own in the place of ``import``. From then on it reads the source of
every imported module, in search of a switch (``from __feature__ import ...``) that nothing here uses, and Python keeps
the lines that were read: a tenth of the start, and megabytes.
"""

from __future__ import annotations

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - it is here that the import is replaced

_WITHOUT = "__orig_import__"  # where PySide6 keeps the import that it replaced


def search_no_features() -> None:
    """From now on a module is imported without its source."""
    without = vars(builtins).get(_WITHOUT)
    if without is not None:  # else this PySide6 searches nothing
        builtins.__import__ = without
    linecache.clearcache()
