"""A copy of a damaged journal that can be read: what its first bytes must be is put together again where they are not.

The journal itself is read once, byte by byte, and never opened.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.db.beginning import NO_FORMAT, format_inside
from journal.db.connection import SqlConnection, connect, usable_passphrase, value
from journal.db.first_page import (
    HEADER,
    PAGE,
    TREE_PAGES,
    empty_of_same_key,
    is_noise_somewhere,
    is_plain_behind,
    key_fits,
    replace_first_page,
)
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"
_SALT = 16
_LONGER = (4, 64, 1024)  # times as long as it is; what is added takes no room on most disks
_OF_SQLITE = bytes((64, 32, 32))  # bytes 21 to 23 of every SQLite file


class Source(NamedTuple):
    """``connect`` makes a connection that reads the copy; ``mended``: its first bytes had been destroyed.

    ``scratch`` makes one that writes into a further copy, which nobody needs afterwards.
    """

    copy: Path
    connect: Callable[[], SqlConnection]
    scratch: Callable[[Path], SqlConnection]
    version: int
    mended: bool
    encrypted: bool
    pages: int = 0  # that the file says it has, 0 if it does not say
    pages_there: int = 0

    @property
    def pages_missing(self) -> int:
        """How many pages the file is too short."""
        return max(0, self.pages - self.pages_there)


def copy_bytes(damaged: Path, copy: Path) -> None:
    """Copy a file, and zeros for what the disk does not give any more."""
    with damaged.open("rb") as source, copy.open("wb") as target:
        size = damaged.stat().st_size
        for start in range(0, size, PAGE * 256):
            target.write(_read(source, start, min(PAGE * 256, size - start)))


def _read(source: BinaryIO, start: int, length: int) -> bytes:
    try:
        return _given(source, start, length)
    except OSError:
        if length <= PAGE:
            return bytes(length)
        pages = range(start, start + length, PAGE)
        return b"".join(_read(source, page, min(PAGE, start + length - page)) for page in pages)


def _given(source: BinaryIO, start: int, length: int) -> bytes:
    source.seek(start)
    return source.read(length)


def readable_source(copy: Path, passphrase: str | None, salts: Iterable[str]) -> Source:
    """The copy, ready to be read. ``salts`` (hex): what the beginning of an encrypted journal may have been."""
    _settle(copy, passphrase)
    source = _read_with(copy, passphrase, salts)
    # A beginning that was made anew says what is there, not what was.
    page_count = 0 if source.mended else _pages_said(copy, source.connect)
    return source._replace(pages=page_count, pages_there=copy.stat().st_size // PAGE)


def _pages_said(copy: Path, reads: Callable[[], SqlConnection]) -> int:
    """How many pages the header says there are: asked while the copy is longer, for SQLite never says more than it has.

    The header of an encrypted file is read in this way, too.
    """
    size = copy.stat().st_size
    try:
        for times in _LONGER:
            os.truncate(copy, size * times // PAGE * PAGE)
            with closing(reads()) as connection:
                page_count = int(value(connection, "PRAGMA page_count"))
            if page_count < size * times // PAGE:
                return page_count
    except (OSError, sqlcipher.Error):
        return 0
    finally:
        os.truncate(copy, size)
    return 0


def _read_with(copy: Path, passphrase: str | None, salts: Iterable[str]) -> Source:
    with copy.open("rb") as file:
        head = file.read(PAGE)
    if len(head) < PAGE:
        raise Refused("rescue-nothing", path=copy)
    plain = head.startswith(_MAGIC)
    if plain and passphrase is not None:
        raise Refused("passphrase-not-needed")
    if passphrase is not None:
        return _encrypted(copy, usable_passphrase(passphrase), head[:_SALT], salts)
    if not plain and head[HEADER] not in TREE_PAGES and not is_plain_behind(copy):
        raise Refused("passphrase-missing" if is_noise_somewhere(copy) else "rescue-nothing", path=copy)
    return _plain(copy, head)


def _settle(copy: Path, passphrase: str | None) -> None:
    """Let SQLite take back, in the copy, a write that was cut short."""
    if copy.with_name(copy.name + "-journal").exists():
        with suppress(sqlcipher.Error), closing(connect(copy, passphrase)) as connection:
            value(connection, "PRAGMA user_version")


def _plain(copy: Path, head: bytes) -> Source:
    mended = _mended_header(head, copy.stat().st_size)
    if mended != head[:HEADER]:
        with copy.open("r+b") as file:
            file.write(mended)
    reads = partial(_connect, copy, None)
    version = schema_number(reads)
    if version is None:
        raise Refused("rescue-nothing", path=copy)
    was_destroyed = _without_length(mended) != _without_length(head[:HEADER])
    return Source(copy, reads, partial(_scratch, key=None), _right(version, reads), was_destroyed, False)


def _without_length(header: bytes) -> bytes:
    """What is added behind a whole journal changes how many pages there are, and nothing else is wrong with it."""
    return header[:28] + header[32:]


def _right(version: int, reads: Callable[[], SqlConnection]) -> int:
    """The number that the tables give, where there is one: each column is then read that was written."""
    with closing(reads()) as connection:
        inside = format_inside(connection)
    if inside is not None:
        return inside
    return version if 0 < version <= NO_FORMAT else SCHEMA_VERSION


def _mended_header(head: bytes, size: int) -> bytes:
    """The first 100 bytes of a plain journal: as they are, with SQLite's first words, or made anew for today's."""
    if head[21:24] == _OF_SQLITE or int.from_bytes(head[68:72], "big") == APPLICATION_ID:
        return _put_right(head, size)
    header = bytearray(HEADER)
    header[:16] = _MAGIC
    header[16:24] = bytes((0x10, 0, 1, 1, 0)) + _OF_SQLITE
    numbers = {28: -(-size // PAGE), 40: 1, 44: 4, 56: 1, 60: SCHEMA_VERSION, 68: APPLICATION_ID}
    for place, number in numbers.items():
        header[place : place + 4] = number.to_bytes(4, "big")
    return bytes(header)


def _put_right(head: bytes, size: int) -> bytes:
    """What every journal has, in a header that is one apart from that; what is counted there stays."""
    header = bytearray(head[:HEADER])
    header[:24] = _MAGIC + PAGE.to_bytes(2, "big") + _modes(head) + bytes(1) + _OF_SQLITE
    fixed = {44: 4, 56: 1, 68: APPLICATION_ID}
    if int.from_bytes(head[28:32], "big") < size // PAGE:
        fixed[28] = size // PAGE  # or what lies behind would not be read
    for place, number in fixed.items():
        header[place : place + 4] = number.to_bytes(4, "big")
    return bytes(header)


def _modes(head: bytes) -> bytes:
    """For whom it is only to be read, as other programs may leave it, too."""
    return head[18:20] if head[18:20] == b"\x02\x02" else b"\x01\x01"


def _encrypted(copy: Path, passphrase: str, own: bytes, salts: Iterable[str]) -> Source:
    """With the salt that the file begins with, or another that it may have had: a page's check tells which is right.

    Where the first page itself cannot be read with it, an empty one of that key takes its place.
    """
    rounds = rounds_of_key()
    known = [bytes.fromhex(salt) for salt in salts]
    for salt in dict.fromkeys((own, *known)):
        key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, rounds, 32)
        raw = key.hex() + salt.hex()
        reads, scratch = partial(_connect, copy, raw), partial(_scratch, key=raw)
        version = schema_number(reads)
        if version is not None:
            return Source(copy, reads, scratch, version, salt != own, True)
        if key_fits(copy, key, salt):
            replace_first_page(copy, empty_of_same_key(copy, scratch, SCHEMA_VERSION))
            return Source(copy, reads, scratch, SCHEMA_VERSION, True, True)
    # Where a copy begins in the same way, nothing of the key is lost: then it is another passphrase.
    raise Refused("rescue-other-passphrase" if own in known else "rescue-no-key", path=copy)


def rounds_of_key() -> int:
    """How often SQLCipher mixes a passphrase until it is a key."""
    with closing(sqlcipher.connect(":memory:")) as connection:
        return int(connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()[0])


def _connect(copy: Path, key: str | None) -> SqlConnection:
    """A connection that reads, with the key itself: making one again costs no derivation.

    It takes a file that was cut for what it is, and text that is no text, so that the rows around it are read.
    """
    return _opened(copy, key, "ro", "query_only=ON")


def _scratch(copy: Path, key: str | None) -> SqlConnection:
    return _opened(copy, key, "rw", "journal_mode=OFF", "synchronous=OFF")


def _opened(copy: Path, key: str | None, mode: str, *pragmas: str) -> SqlConnection:
    return damaged_connection(f"file:{quote(str(copy.absolute()))}?mode={mode}", key, *pragmas)


def damaged_connection(uri: str, key: str | None, *pragmas: str) -> SqlConnection:
    """To a file that is damaged. ``key``: in hex, with its salt."""
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.text_factory = lambda written: written.decode("utf-8", "surrogateescape")
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key}'\"")
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "writable_schema=ON", *pragmas):
        connection.execute(f"PRAGMA {pragma}")
    return cast(SqlConnection, connection)


def schema_number(reads: Callable[[], SqlConnection]) -> int | None:
    """The schema number; None if not even that can be read."""
    try:
        with closing(reads()) as connection:
            return int(value(connection, "PRAGMA user_version"))
    except (sqlcipher.Error, UnicodeDecodeError):
        return None
