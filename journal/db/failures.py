"""SQLite's and the disk's failures, sorted by what the person can do about them."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.backup_names import where_backups_lie
from journal.db.left_out import NOT_UTF8
from journal.db.row_checks import Damaged
from journal.errors import UserError

# sqlcipher3 carries SQLite's own sentences; their beginnings have been stable for decades.
_BY_MESSAGE = (
    ("database or disk is full", "disk-full"),
    ("disk i/o error", "disk-error"),
    ("attempt to write a readonly database", "folder-read-only"),
    ("database is locked", "journal-locked"),
    ("unable to open database", "disk-error"),
    ("database disk image is malformed", "journal-damaged"),
    ("file is not a database", "journal-damaged"),
    ("unsupported file format", "journal-damaged"),  # a number in the first 100 bytes that no version writes
    ("vtable constructor failed", "search-fails"),
    ("constraint failed", "search-fails"),  # its words are of rows that are gone
    ("malformed database schema", "journal-damaged"),
    ("fts5: ", "search-fails"),
    ("invalid fts5 file format", "search-fails"),
    (NOT_UTF8, "entries-damaged"),
    ("no such table", "journal-damaged"),
    ("no such column", "journal-damaged"),
    ("check constraint failed: rows_counted", "entries-damaged"),
)
_BY_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "folder-read-only",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
    errno.ENOENT: "folder-missing",
    errno.ENOTDIR: "folder-missing",
    errno.ENAMETOOLONG: "file-name-too-long",
    errno.EEXIST: "folder-is-file",
}


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what the person or the disk can put right into UserError; bugs pass through."""
    try:
        yield
    except OSError as problem:
        raise user_error(_BY_ERRNO.get(problem.errno or 0, "disk-error"), path) from problem
    except Damaged as problem:
        raise user_error("entries-damaged", path) from problem
    except UnicodeDecodeError as problem:
        # What was saved is UTF-8; sqlcipher3 raises this where it cannot even quote what it found in the file.
        raise user_error("entries-damaged", path) from problem
    except Exception as problem:
        code = _code(problem)
        if code is None:
            raise
        raise user_error(code, path) from problem


def is_no_database(problem: UserError) -> bool:
    """Whether the first page could not be read at all, as with a wrong key; damage further in has another message."""
    return "file is not a database" in str(problem.__cause__)


def user_error(code: str, path: Path) -> UserError:
    """The refusal with the file or folder it is about."""
    shown = path.parent if code.startswith("folder-") else path
    return UserError(code, path=shown, **where_backups_lie(path))


def _code(problem: Exception) -> str | None:
    # SQLAlchemy wraps SQLite's error, except where a statement was given to sqlcipher3 itself.
    from_sqlite = getattr(problem, "orig", problem)
    if not isinstance(from_sqlite, sqlcipher.Error):
        return None
    message = str(from_sqlite).casefold()
    if message.startswith("foreign key"):
        return "entry-in-use"
    return next((code for start, code in _BY_MESSAGE if message.startswith(start)), None)
