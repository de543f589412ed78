"""The first page of a journal that lost it: an empty one in its place, and what its other pages tell of the file.

In an encrypted journal it is the only page that begins with the salt. Each page has a check of its own, so whether a
key is right is told by any of them.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.db.connection import SqlConnection

PAGE = 4096
HEADER = 100
TREE_PAGES = (2, 5, 10, 13)  # how a page of SQLite begins; an encrypted one has any byte there
_EMPTY_LEAF = bytes((13, 0, 0, 0, 0, 0x10, 0, 0))  # a page of rows without one
_CONTINUES = 0  # how most pages begin that hold the rest of a long text, and empty ones
_OF_NOISE = 200  # different bytes of a page
_ENOUGH = 8  # pages; a new journal has more
_CHECK = 64  # bytes at the end of an encrypted page: HMAC-SHA512 of what stands before
_OF_CHECKS = 0x3A  # what each byte of the salt is mixed with, for the key of the checks
_ROUNDS_OF_CHECKS = 2


def emptied(copy: Path) -> bytes:
    """The first page of a plain file with the header that it has, and nothing else."""
    with copy.open("rb") as file:
        header = file.read(HEADER)
    return (header + _EMPTY_LEAF).ljust(PAGE, b"\0")


def empty_of_same_key(copy: Path, connect: Callable[[Path], SqlConnection], version: int = 0) -> bytes:
    """SQLCipher writes it: of an empty file with as many pages as the copy, all of which it takes for free."""
    empty = copy.with_name(copy.name + ".empty")
    try:
        empty.touch(0o600)
        with closing(connect(empty)) as connection:
            connection.execute("CREATE TABLE filler (bytes)")
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (copy.stat().st_size,))
            connection.execute("DROP TABLE filler")
            connection.execute(f"PRAGMA user_version = {version:d}")
        with empty.open("rb") as file:
            return file.read(PAGE)
    finally:
        with suppress(OSError):
            empty.unlink(missing_ok=True)


def replace_first_page(copy: Path, page: bytes) -> None:
    """Nothing else of the copy changes."""
    with copy.open("r+b") as file:
        file.write(page)


def key_fits(copy: Path, key: bytes, salt: bytes) -> bool:
    """Whether any page behind the first has the check that it would have with this key."""
    of_checks = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _OF_CHECKS for byte in salt), _ROUNDS_OF_CHECKS, 32)
    return any(
        hmac.digest(of_checks, page[:-_CHECK] + number.to_bytes(4, "little"), "sha512") == page[-_CHECK:]
        for number, page in _others(copy)
    )


def is_plain_behind(path: Path, most: int | None = None) -> bool:
    """Whether most pages behind the first begin as those of SQLite do: of noise it would be one in fifty.

    ``most``: so many pages are looked at.
    """
    begin = [page[0] in (_CONTINUES, *TREE_PAGES) for _, page in islice(_others(path), most) if any(page)]
    return len(begin) >= _ENOUGH and len(begin) > 3 * begin.count(False)


def may_be_encrypted(page: bytes) -> bool:
    """Whether it holds nearly all 256 bytes; of a page of words and numbers, or of zeros, that is not so."""
    return len(set(page)) > _OF_NOISE


def is_noise_somewhere(path: Path) -> bool:
    """Whether any page may be an encrypted one."""
    with path.open("rb") as file:
        return any(may_be_encrypted(page) for page in iter(lambda: file.read(PAGE), b""))


def _others(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        file.seek(PAGE)
        number = 2
        while len(page := file.read(PAGE)) == PAGE:
            yield number, page
            number += 1
