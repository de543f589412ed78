"""Opens a journal's file, or makes a new one: whole under its final name or not at all."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db.backup_names import is_backup
from journal.db.beginning import beginning_problems, can_be_written, format_inside
from journal.db.connection import value
from journal.db.failures import is_no_database, told_plainly, user_error
from journal.db.foreign_schema import has_foreign_parts
from journal.db.journal_file import JournalFile
from journal.db.lock import refuse_in_window, take_lock, unfinished
from journal.db.probe import FileKind, Found, look, refuse_newer
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
from journal.errors import UserError
from journal.paths import sync_folder

if TYPE_CHECKING:
    from filelock import FileLock


def real_file(path: Path) -> Path:
    """Where a symbolic link leads, so that lock, backups and what is put in its place lie beside the journal itself."""
    with told_plainly(path):
        if not path.is_symlink():
            return path
        target = path.resolve()
        if not target.exists():
            raise Refused("link-leads-nowhere", path=path, target=target)
        return target


def open_file(
    path: Path,
    passphrase: str | None,
    read_only: bool,
    known_salt: str | None,
    watched: Watched = NOBODY,
    wait_s: float = 0,
) -> JournalFile:
    """Open an existing journal, brought to today's schema. Where it cannot be written, it opens view-only.

    So does a backup: what was written into one would be missing in the journal, and the backup be one no more.

    Raises Refused or UserError and leaves the file untouched when it is not a journal, is damaged, newer, locked, or
    when the passphrase is missing or wrong. ``watched`` waits where it is brought to today's schema. ``wait_s``: so
    many seconds for others to let it go, but not for a window; its key is made before.
    """
    seen = look(path, known_salt)
    if seen.kind is FileKind.MISSING:
        raise Refused("journal-missing", path=path)
    _refuse_wrong_use(seen, passphrase)
    if read_only:
        _settle(path, passphrase)
        return _opened(path, passphrase, seen, None, None, True, watched)
    keyed = _keyed(path, passphrase, seen) if wait_s else None
    try:
        lock, view_only = _lock_or_view(path, wait_s)
    except BaseException:
        _let_go(keyed)
        raise
    try:
        return _opened(path, passphrase, seen, lock, view_only, False, watched, keyed)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


class _Keyed:
    """A journal whose key was made before anybody waits for its lock: others need not wait meanwhile."""

    def __init__(self, path: Path, passphrase: str, seen: Found) -> None:
        self._is = _identity(path)
        self.file = JournalFile(path, passphrase, "rw", None, True)
        try:
            _version(self.file, passphrase, seen)
        except BaseException:
            self.file.disconnect()
            raise

    def file_under(self, lock: FileLock | None) -> JournalFile | None:
        """The file with its lock; None where another one lies there now, or nothing can be written."""
        if lock is None or _identity(self.file.path) != self._is:
            self.file.disconnect()
            return None
        self.file.hold(lock)
        return self.file


def _keyed(path: Path, passphrase: str | None, seen: Found) -> _Keyed | None:
    refuse_in_window(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return _Keyed(path, passphrase, seen) if passphrase is not None and writable else None


def _let_go(keyed: _Keyed | None) -> None:
    if keyed is not None:
        keyed.file.disconnect()


def _identity(path: Path) -> tuple[int, int]:
    with told_plainly(path):
        status = path.stat()
    return status.st_dev, status.st_ino


def _refuse_wrong_use(seen: Found, passphrase: str | None) -> None:
    if seen.kind is FileKind.ENCRYPTED and passphrase is None:
        raise Refused("passphrase-missing")
    if seen.kind is FileKind.PLAIN and passphrase is not None:
        raise Refused("passphrase-not-needed")


def _settle(path: Path, passphrase: str | None) -> None:
    """Let SQLite take back a write that a crash cut short, which it may not do on a connection that only reads."""
    if not path.with_name(path.name + "-journal").exists():
        return
    try:
        with told_plainly(path):
            lock = take_lock(path)
    except Refused:
        return  # someone is writing just now, or nothing can be written here
    file = JournalFile(path, passphrase, "rw")
    try:
        with file.connection() as connection:
            value(connection, "PRAGMA user_version")
    except UserError:
        return  # a wrong passphrase, for example: opening it will say so
    finally:
        file.disconnect()
        lock.release()


def _lock_or_view(path: Path, wait_s: float) -> tuple[FileLock | None, Refused | None]:
    if is_backup(path):
        return None, Refused("journal-is-backup", name=path.name)
    try:
        with told_plainly(path):
            lock = take_lock(path, wait_s)
            _refuse_unwritable(path)
            _remove_unfinished(path)
    except UserError as problem:
        if problem.code in ("folder-read-only", "no-permission"):
            return None, problem
        raise
    return lock, None


def _remove_unfinished(path: Path) -> None:
    """What a program that was killed was making in the journal's place; whoever makes one holds the lock.

    After a passphrase was to be removed it would be a copy that anyone can read.
    """
    made = unfinished(path.resolve())
    for leftover in (made, made.with_name(made.name + "-journal")):
        leftover.unlink(missing_ok=True)


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise user_error("no-permission", path)


def _opened(
    path: Path,
    passphrase: str | None,
    seen: Found,
    lock: FileLock | None,
    view_only: Refused | None,
    read_only: bool,
    watched: Watched,
    keyed: _Keyed | None = None,
) -> JournalFile:
    mode = "ro" if read_only or view_only else "rw"
    file = keyed.file_under(lock) if keyed is not None else None
    file = file or JournalFile(path, passphrase, mode, lock, seen.kind is FileKind.ENCRYPTED)
    try:
        version = _version(file, passphrase, seen)
        refuse_newer(path, version)
        file.salt = seen.salt or None
        file.beginning = tuple(beginning_problems(seen.head)) if seen.kind is FileKind.PLAIN else ()
        file.view_only = (
            view_only
            or _read_only_by_damage(path, seen)
            or _foreign(file)
            or (Refused("journal-view-only") if read_only else None)
        )
        if version < SCHEMA_VERSION:
            if file.view_only is not None:
                raise view_only or Refused("journal-older", path=path)
            from journal.db.migrate import bring_up_to_date

            bring_up_to_date(file, passphrase, watched)
    except BaseException:
        file.disconnect()
        raise
    return file


def _read_only_by_damage(path: Path, seen: Found) -> Refused | None:
    """SQLite says of it what it says of a folder that cannot be written to."""
    damaged = seen.kind is FileKind.PLAIN and not can_be_written(seen.head)
    return user_error("journal-header-damaged", path) if damaged else None


def _foreign(file: JournalFile) -> Refused | None:
    """Why nothing may be written to a file with parts that others planted: they would do their work at the next save.

    Reading runs none of them.
    """
    with file.reading() as connection:
        return UserError("journal-foreign-parts", path=file.path) if has_foreign_parts(connection) else None


def _version(file: JournalFile, passphrase: str | None, seen: Found) -> int:
    """The schema number; the first read proves the key."""
    try:
        with file.reading() as connection:
            if value(connection, "PRAGMA application_id") != APPLICATION_ID:
                raise Refused("journal-not-ours", path=file.path)
            version = int(value(connection, "PRAGMA user_version"))
            inside = format_inside(connection) if version < SCHEMA_VERSION else None
            if inside is not None and inside > version:
                raise user_error("journal-header-damaged", file.path)
            return version
    except UserError as problem:
        if passphrase is not None and is_no_database(problem):
            # SQLCipher gives the same error for a wrong key and a damaged first page, so the words name both; only
            # another salt than the known one makes damage likelier.
            raise user_error("journal-begins-otherwise" if seen.unlike else "passphrase-wrong", file.path) from problem
        raise


def create_file(path: Path, passphrase: str | None, wait_s: float = 0) -> JournalFile:
    """Make a new journal, whole under its final name or not at all, and open it.

    Refuses an existing file ("journal-exists"), also one that another program made in these seconds of waiting; makes
    missing folders.
    """
    for needed in ("journal.db.migrate", "alembic.command", "alembic.config"):
        import_module(needed)  # takes longer than making a journal: not while others wait
    with told_plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _refuse_existing(path)
        lock = take_lock(path, wait_s)
    try:
        _refuse_existing(path)
        _build(path, passphrase)
        return _opened(path, passphrase, look(path), lock, None, False, NOBODY)
    except BaseException:
        lock.release()
        raise


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise Refused("journal-exists", path=path)


def _build(path: Path, passphrase: str | None) -> None:
    from journal.db.migrate import upgrade

    made = unfinished(path)
    with told_plainly(path):
        _remove_unfinished(path)
    file = JournalFile(made, passphrase, "rwc", None, passphrase is not None)
    try:
        upgrade(file)
    except BaseException:
        file.disconnect()
        made.unlink(missing_ok=True)
        raise
    file.disconnect()
    with told_plainly(path):
        made.rename(path)
        sync_folder(path.parent)
