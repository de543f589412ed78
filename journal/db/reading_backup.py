"""A backup, opened to be read and looked through before anything in it is believed; it is never written to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.db.backup import problems_in
from journal.db.connection import SqlConnection, connect, value
from journal.db.contents import steps_of
from journal.db.failures import told_plainly
from journal.db.probe import FileKind, look, refuse_newer

# Of a journal: what to do about damage. A damaged backup is left for another one.
DAMAGED_JOURNAL = ("journal-damaged", "journal-header-damaged", "journal-cut", "journal-unlike", "journal-empty-file")


@contextmanager
def looked_through(backup: Path, passphrase: str | None) -> Iterator[SqlConnection]:
    """The backup, to read; Refused("backup-damaged") where SQLite or SQLCipher finds anything wrong."""
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(_opened(backup, passphrase))
            problems = problems_in(connection, passphrase is not None)
            if problems:
                raise Refused("backup-damaged", name=backup.name)
        except Refused as refused:
            if refused.code in DAMAGED_JOURNAL:
                raise Refused("backup-damaged", name=backup.name) from refused
            raise
        try:
            yield connection
        except sqlcipher.DatabaseError as problem:
            raise Refused("backup-damaged", name=backup.name) from problem


def opens(backup: Path, passphrase: str | None) -> bool:
    """Whether it opens with this passphrase, or without one; nothing more of it is looked at."""
    try:
        with _opened(backup, passphrase):
            return True
    except Refused:
        return False


def steps_in(backup: Path, passphrase: str | None) -> tuple[int, int, int] | None:
    """Its ``steps_of``; None where they cannot be read: it is damaged, in whatever way, or of another passphrase."""
    try:
        with told_plainly(backup), closing(connect(backup, passphrase, "ro")) as connection:
            return steps_of(connection)
    except (Refused, sqlcipher.Error):
        return None


@contextmanager
def _opened(backup: Path, passphrase: str | None) -> Iterator[SqlConnection]:
    """Opened with its key, which the first read proves: only a wrong one fails there."""
    kind = look(backup).kind
    if kind is FileKind.MISSING:
        raise Refused("file-missing", path=backup)
    if kind is FileKind.ENCRYPTED and passphrase is None:
        raise Refused("backup-has-passphrase", name=backup.name)
    if kind is not FileKind.ENCRYPTED and passphrase is not None:
        raise Refused("backup-plain" if kind is FileKind.PLAIN else "backup-passphrase", name=backup.name)
    with told_plainly(backup), ExitStack() as stack:
        try:
            connection = stack.enter_context(closing(connect(backup, passphrase, "ro")))
            version = value(connection, "PRAGMA user_version")
        except sqlcipher.DatabaseError as problem:
            # Whatever SQLite finds wrong at the first read is wrong with that file.
            code = "backup-passphrase" if kind is FileKind.ENCRYPTED else "backup-damaged"
            raise Refused(code, name=backup.name) from problem
        refuse_newer(backup, int(version))
        yield connection
