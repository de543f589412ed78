"""What is at a path, known from its first bytes before any engine opens it: nothing, a journal, or something else."""

from __future__ import annotations

import stat
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from journal.core.refusal import Refused
from journal.db.beginning import HEADER, NO_FORMAT, format_of
from journal.db.failures import told_plainly, user_error
from journal.db.first_page import is_plain_behind
from journal.db.schema import APPLICATION_ID, SCHEMA_VERSION
from journal.errors import UserError

_MAGIC = b"SQLite format 3\x00"
_PAGE = 4096
_OF_A_SALT = 8  # different bytes; 16 random ones have fewer once in a hundred million times
_LOOKED_AT = 32  # pages
# How files of other programs begin. Four bytes at least: the first 16 of an encrypted journal are random.
_OF_OTHERS = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"GIF8", b"7z\xbc\xaf", b"Rar!",
    b"\xd0\xcf\x11\xe0", b"\x7fELF", b"RIFF", b"OggS", b"fLaC", b"\x1a\x45\xdf\xa3", b"\xfd7zX",
)  # fmt: skip
_TEXT_BYTES = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}


class FileKind(Enum):
    """What the first bytes say."""

    MISSING = "missing"
    PLAIN = "plain"
    ENCRYPTED = "encrypted"


class Found(NamedTuple):
    """``version`` is the schema number of a plain journal; ``salt`` the first 16 bytes (hex) of an encrypted one.

    ``head``: the first bytes. ``unlike``: it begins otherwise than when it was open here last, which a passphrase that
    opens it makes good.
    """

    kind: FileKind
    version: int = 0
    salt: str = ""
    unlike: bool = False
    head: bytes = b""


def look(path: Path, known_salt: str | None = None) -> Found:
    """What is there; raises Refused for what is no journal of ours, without changing a byte.

    An encrypted file cannot be told from noise, but it has whole pages and does not read as text. ``known_salt``
    (from the device file) tells a beginning that may be damaged, and a journal that was cut from a file that never was
    one; another beginning is right, too, where the passphrase was changed on another computer. It may be two,
    with a space between: see ``db.rekeying``.
    """
    with told_plainly(path):
        try:
            status = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return Found(FileKind.MISSING)
        _refuse_no_file(path, status.st_mode)
        with path.open("rb") as file:
            head = file.read(_PAGE)
        unfinished = path.with_name(path.name + "-journal")
        # A write that was cut short left the old pages beside the file: SQLite puts the length right when it opens.
        size = -(-status.st_size // _PAGE) * _PAGE if unfinished.exists() else status.st_size
    return _judge(path, head, size, known_salt)._replace(head=head[:HEADER])


def refuse_what_is_none(path: Path, known_salt: str | None) -> None:
    """What cannot be a damaged journal either: nothing, a folder, a pipe, or what another program wrote.

    A file that was open here before, as ``known_salt`` tells, is a journal whatever it begins with.
    """
    with told_plainly(path):
        try:
            status = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise Refused("journal-missing", path=path) from None
        _refuse_no_file(path, status.st_mode)
        with path.open("rb") as file:
            head = file.read(_PAGE)
        if known_salt is None and head.startswith(_OF_OTHERS) and not is_plain_behind(path, _LOOKED_AT):
            raise Refused("journal-not-ours", path=path)


def _refuse_no_file(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UserError("journal-is-folder", path=path)
    if not stat.S_ISREG(mode):
        raise UserError("journal-not-a-file", path=path)


def _judge(path: Path, head: bytes, size: int, known_salt: str | None) -> Found:
    if size == 0:
        raise user_error("journal-empty-file", path)
    if head.startswith(_MAGIC):
        return _plain(path, head, size)
    return _encrypted(path, head, size, known_salt)


def _plain(path: Path, head: bytes, size: int) -> Found:
    if size < 512 or len(head) < 100:
        raise user_error("journal-cut", path)
    version = int.from_bytes(head[60:64], "big")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        if format_of(path) is not None:
            raise user_error("journal-header-damaged", path)
        raise Refused("journal-not-ours", path=path)
    if version > SCHEMA_VERSION:
        refuse_newer(path, version, format_of(path))
    if size % _PAGE:
        raise user_error("journal-cut", path)
    return Found(FileKind.PLAIN, version)


def _encrypted(path: Path, head: bytes, size: int, known_salt: str | None) -> Found:
    salt = head[:16].hex()
    unlike = bool(known_salt) and salt not in (known_salt or "").split()
    if unlike and len(set(head[:16])) < _OF_A_SALT:
        raise user_error("journal-header-damaged", path)
    ours = known_salt is not None
    if not ours and (size < _PAGE or _is_text(head) or head.startswith(_OF_OTHERS)):
        raise Refused("journal-not-ours", path=path)
    if not ours and is_plain_behind(path, _LOOKED_AT):
        raise user_error("journal-header-damaged", path)  # it never had a passphrase, so none is asked for
    if len(set(head)) < 64:
        # 4,096 random bytes hold nearly all 256 values; zeros or a repeated pattern may be a wiped beginning.
        raise user_error("journal-header-damaged" if ours else "journal-unlike", path)
    if size % _PAGE:
        raise user_error("journal-cut" if ours else "journal-unlike", path)
    return Found(FileKind.ENCRYPTED, salt=salt, unlike=unlike)


def _is_text(head: bytes) -> bool:
    return sum(byte in _TEXT_BYTES for byte in head) > 0.9 * len(head)


def refuse_newer(path: Path, version: int, inside: int | None = None) -> None:
    """A file of a newer program is refused untouched, naming the versions.

    ``inside``: the number that its tables give. Where that is another, or none will ever have this one, it is damage.
    """
    if version > NO_FORMAT or (version > SCHEMA_VERSION and inside is not None and inside <= SCHEMA_VERSION):
        raise user_error("journal-header-damaged", path)
    if version > SCHEMA_VERSION:
        raise Refused("journal-newer", path=path, found=version, known=SCHEMA_VERSION)
