"""A spreadsheet is opened in a process of its own first: a damaged .xls can make its reader take all of the memory.

One changed byte of a small file was enough to take 20 GB. Nothing in the file says so beforehand, and what the library
takes cannot be bounded from inside, so a child with a limit goes ahead. Where the reader gives up in the middle, it
prints a page about its own source: the child's is read by nobody, so the file is not opened again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from journal.errors import UserError

MOST_MEMORY = 2 << 30  # bytes; the largest sheet that .xls allows takes less than half of it
_SECONDS = 60
_OPENED, _REFUSED = 0, 3
# Without such a limit (Windows) the time alone ends it. What the reader itself refuses has a better sentence.
_TRIAL = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
except (ImportError, OSError, ValueError):
    pass
from python_calamine import CalamineError, CalamineWorkbook
try:
    with CalamineWorkbook.from_path(sys.argv[1]) as book:
        for name in book.sheet_names:
            book.get_sheet_by_name(name)
except CalamineError:
    sys.exit({_REFUSED})
"""


def refuse_what_ends_its_reader(path: Path) -> None:
    """UserError("sheet-broken") if opening the file takes more than 2 GiB or a minute, or ends the reader."""
    command = [sys.executable, "-c", _TRIAL, str(path)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows a console would flash up
    try:
        tried = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, creationflags=hidden)
    except subprocess.TimeoutExpired as problem:
        raise UserError("sheet-broken", path=path) from problem
    if tried.returncode not in (_OPENED, _REFUSED):
        raise UserError("sheet-broken", path=path)
