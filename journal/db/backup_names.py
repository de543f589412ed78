"""How the file of a backup is named: ``journal-2026-11-22-120000-backup.leaf``, its date in UTC; and where it lies."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path

_STAMP = "%Y-%m-%d-%H%M%S"


@cache  # compiled when first asked for: a start waits for nothing
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(.*)-(\d{4}-\d\d-\d\d-\d{6})-([a-z][a-z-]*?)(?:-\d+)?\.leaf")


def backup_name(stem: str, made: dt.datetime, reason: str, number: int = 1) -> str:
    """The name of the journal's backup of that date; ``number``: which of those of one second."""
    return f"{stem}-{made:{_STAMP}}-{reason}{f'-{number}' if number > 1 else ''}.leaf"


def parts_of(name: str) -> tuple[str, dt.datetime, str] | None:
    """The journal's stem, the date in UTC and the reason; None for a name of another form."""
    named = _pattern().fullmatch(name)
    if named is None:
        return None
    try:
        made = dt.datetime.strptime(named[2], _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return named[1], made, named[3]


def where_backups_lie(journal: Path) -> dict[str, object]:
    """What a refusal says of a journal's backups: the folder, and whether any of them is in it."""
    folder = journal.parent / "backups"
    try:
        there = [parts[0] for path in folder.iterdir() if (parts := parts_of(path.name)) is not None]
    except (FileNotFoundError, NotADirectoryError):
        return {"backups": folder, "copies": "none"}
    except OSError:
        return {"backups": folder, "copies": "not-read"}
    return {"backups": folder, "copies": "some" if journal.stem in there else "none"}


def is_backup(path: Path) -> bool:
    """Whether the file is named as a backup, wherever it lies."""
    return parts_of(path.name) is not None
