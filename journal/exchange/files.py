"""Files appear whole under their final name or not at all, and are opened with the reason when they cannot be."""

from __future__ import annotations

import codecs
import errno
import io
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from journal.errors import UserError
from journal.paths import remove_forgotten, sync_folder

MEGABYTE = 1_000_000
_UTF16_LIMIT_MB = 100  # held in memory while it is read
_DATABASE = b"SQLite format 3\0"
# As ``whole_file`` calls what it has not finished; the endings are those that the program writes.
_UNFINISHED = re.compile(r"\..+\.(json|csv|zip|xlsx|md|ics|pdf|png)\.[0-9a-f]{8}\.part", re.IGNORECASE)


@contextmanager
def whole_file(path: Path, *, never: Path | None = None, replace: bool = True) -> Iterator[BinaryIO]:
    """A file to write, put in place (0600, synced) only when the block ends well; ``never`` is the open journal.

    Without ``replace`` it is refused where there is a file already.
    """
    if not path.name:  # "", "." and "/"
        raise UserError("file-is-folder", path=path)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _refuse_target(path, never)
        if not replace:
            _refuse_existing(path)
        remove_forgotten(path.parent, _UNFINISHED)
        with _create(temporary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        raise _unwritable(path, problem) from problem
    finally:
        with suppress(OSError):
            temporary.unlink()


def _create(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _refuse_target(path: Path, never: Path | None) -> None:
    if never is not None and (path.absolute() == never.absolute() or _same_file(path, never)):
        raise UserError("file-is-journal", path=path)
    if path.is_dir():
        raise UserError("file-is-folder", path=path)
    if path.suffix.casefold() == ".leaf" or (path.is_file() and _is_database(path)):
        raise UserError("file-is-other-journal", path=path)
    if path.exists() and not path.is_file():
        raise UserError("journal-not-a-file", path=path)


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise UserError("file-exists", path=path)


def _is_database(path: Path) -> bool:
    """A journal without a passphrase, whatever it is called; one with a passphrase is known by its ending alone."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE
    return False


def _same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _unwritable(path: Path, problem: OSError) -> UserError:
    match problem.errno:
        case errno.ENAMETOOLONG:
            return UserError("file-name-too-long")
        case errno.ENOENT | errno.ENOTDIR:
            there = path.parent.is_dir()  # such as /proc, in which nothing can be made
            return UserError("folder-read-only" if there else "folder-missing", path=path.parent)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return UserError("folder-read-only", path=path.parent)
        case errno.ENOSPC | errno.EDQUOT:
            return UserError("disk-full-file", path=path)
        case errno.EMFILE | errno.ENFILE:
            return UserError("too-many-open")
    return UserError("file-unwritable", path=path, reason=problem.strerror or "")


@contextmanager
def readable_file(path: Path, limit_mb: int) -> Iterator[BinaryIO]:
    """The file, open for reading; refused if it is missing, no ordinary file, or larger than the limit."""
    try:
        # Not blocking: opening a named pipe would otherwise wait for ever before it can be refused.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    try:
        _refuse_source(path, os.fstat(descriptor), limit_mb)
        file = os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise
    with file:
        yield file


@contextmanager
def readable_json(path: Path, limit_mb: int) -> Iterator[BinaryIO]:
    """The same as UTF-8; a file that begins with the mark of UTF-16, as some editors write it, is read as that."""
    with readable_file(path, limit_mb) as file:
        marked = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        file.seek(0)
        if not marked:
            yield file
            return
        if os.fstat(file.fileno()).st_size > _UTF16_LIMIT_MB * MEGABYTE:
            raise UserError("file-too-large", path=path, limit=_UTF16_LIMIT_MB)
        try:
            text = file.read().decode("utf-16")
        except UnicodeDecodeError as problem:
            raise UserError("file-not-utf8", path=path) from problem
        yield io.BytesIO(text.encode("utf-8", "surrogatepass"))


def _refuse_source(path: Path, status: os.stat_result, limit_mb: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UserError("file-is-folder", path=path)
    if not stat.S_ISREG(status.st_mode):
        raise UserError("journal-not-a-file", path=path)
    if status.st_size > limit_mb * MEGABYTE:
        raise UserError("file-too-large", path=path, limit=limit_mb)


def _unreadable(path: Path, problem: OSError) -> UserError:
    if problem.errno in (errno.ENOENT, errno.ENOTDIR):
        return UserError("file-missing", path=path)
    if problem.errno == errno.ENAMETOOLONG:
        return UserError("file-name-too-long")
    if path.is_dir():
        return UserError("file-is-folder", path=path)
    if problem.errno in (errno.EACCES, errno.EPERM):
        return UserError("no-permission", path=path)
    return UserError("file-unreadable", path=path, reason=problem.strerror or "")
