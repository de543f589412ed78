"""Points 9 and 16: files that are no journal and backups that are none are refused; not a byte of them changes."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from journal.core.refusal import Refused
from journal.db import opening, probe, reading_backup
from journal.logbook import Logbook
from journal.logbook.backups import is_good
from tests.journals import FixedClock, JournalAt, new_journal, note, raw

_PAGE = 4096
Spoil = Callable[[Path, random.Random], object]


# --- point 9 ---------------------------------------------------------------------------------------------------------


def files(folder: Path, journal: JournalAt) -> Iterator[tuple[str, Path]]:
    """Twenty files that must not be opened, each with its name."""
    whole, some = journal.path.read_bytes(), random.Random(9)
    contents = {
        "nothing": b"",
        "one letter": b"x",
        "words": b"dear diary\n" * 900,
        "pdf": b"%PDF-1.7\n" + some.randbytes(_PAGE * 2),
        "zip": b"PK\x03\x04" + some.randbytes(_PAGE * 2),
        "picture": b"\x89PNG\r\n\x1a\n" + some.randbytes(_PAGE * 2),
        "noise, half a page": some.randbytes(_PAGE // 2),
        "noise, pages and a half": some.randbytes(_PAGE * 5 // 2),
        "zeros": bytes(_PAGE * 3),
        "one letter again and again": b"ab" * _PAGE,
        "json": b'{"format": "leaf-journal", "entries": []}' * 200,
        "cut in its header": whole[:90],
        "cut in a page": whole[:-100],
        "of another program": _with_pragma(folder, whole, "application_id = 7"),
        "of a newer program": _with_pragma(folder, whole, "user_version = 99"),
        "of a far newer program": _with_pragma(folder, whole, "user_version = 2147483647"),
    }
    for name, content in contents.items():
        path = folder / f"{name}.leaf"
        path.write_bytes(content)
        yield name, path
    (folder / "folder.leaf").mkdir()
    yield "folder", folder / "folder.leaf"
    os.mkfifo(folder / "pipe.leaf")
    yield "pipe", folder / "pipe.leaf"
    (folder / "link.leaf").symlink_to(folder / "gone.leaf")
    yield "link that leads nowhere", folder / "link.leaf"
    yield "missing", folder / "missing.leaf"


def _with_pragma(folder: Path, whole: bytes, pragma: str) -> bytes:
    path = folder / "changed"
    path.write_bytes(whole)
    with closing(sqlcipher.connect(str(path))) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.commit()
    return path.read_bytes()


def opened_or_changed(folder: Path) -> tuple[int, list[str]]:
    """How many files were tried, and those that were opened, changed, or refused without words."""
    journal = new_journal(folder / "journal.leaf", None)
    tried, wrong = 0, []
    for name, path in files(folder, journal):
        tried += 1
        before = _content(path)
        try:
            Logbook.open(path, clock=FixedClock()).close()
            wrong.append(name)
        except Refused:
            if _content(path) != before:
                wrong.append(name)
    return tried, wrong


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@contextmanager
def versions_not_looked_at() -> Iterator[None]:
    """The control: a file of a newer program is opened."""
    with patch.object(probe, "refuse_newer", _accept), patch.object(opening, "refuse_newer", _accept):
        yield


def _accept(*_: object) -> None:
    return None


# --- point 16 --------------------------------------------------------------------------------------------------------


def _cut(path: Path, some: random.Random) -> None:
    os.truncate(path, some.randrange(path.stat().st_size))


def _flip(path: Path, some: random.Random) -> None:
    """Of a page that holds something: SQLite has no check of bytes that nothing uses."""
    content = bytearray(path.read_bytes())
    used = [place for place in range(100, len(content)) if content[place]]
    content[some.choice(used)] ^= 1 << some.randrange(8)
    path.write_bytes(content)


def _zero_page(path: Path, some: random.Random) -> None:
    content = path.read_bytes()
    pages = [n for n in range(len(content) // _PAGE) if any(content[n * _PAGE : (n + 1) * _PAGE])]
    with path.open("r+b") as file:
        file.seek(some.choice(pages) * _PAGE)
        file.write(bytes(_PAGE))


def _empty(path: Path, _some: random.Random) -> None:
    os.truncate(path, 0)


def _noise(path: Path, some: random.Random) -> None:
    path.write_bytes(some.randbytes(path.stat().st_size))


SPOILED: dict[str, Spoil] = {"cut": _cut, "page of zeros": _zero_page, "0 bytes": _empty, "noise": _noise}


def a_backup(folder: Path, passphrase: str | None) -> JournalAt:
    """Of some entries; a copy of it is spoiled again and again."""
    journal = new_journal(folder / "journal.leaf", passphrase)
    with journal.open() as book:
        for n in range(40):
            note(book, f"note {n} " + "a day like any other " * 5)
        return JournalAt(book.backup(), passphrase, journal.clock)


def good_in_spite(backup: JournalAt, times: int, seed: int) -> tuple[int, list[str]]:
    """How many bad backups were tried, and what was wrong with those that were taken for good."""
    whole, some, wrong = backup.path.read_bytes(), random.Random(seed), []
    path = backup.path.with_name("spoiled.leaf")
    ways = {**SPOILED, "missing row": _row_gone(backup)}
    if backup.passphrase is not None:
        ways["flipped bit"] = _flip
    names = list(ways)
    for n in range(times):
        name = names[n % len(names)]
        path.write_bytes(whole)
        ways[name](path, some)
        if is_good(path, backup.passphrase):
            wrong.append(name)
    path.write_bytes(whole)
    for passphrase in {"another one", None} - {backup.passphrase}:
        if is_good(path, passphrase):
            wrong.append("another passphrase")
    path.unlink()
    return times, wrong


def _row_gone(backup: JournalAt) -> Spoil:
    def remove(path: Path, some: random.Random) -> None:
        with raw(JournalAt(path, backup.passphrase, backup.clock)) as connection:
            connection.execute("DELETE FROM note WHERE seq = ?", (some.randrange(1, 41),))

    return remove


@contextmanager
def not_looked_through() -> Iterator[None]:
    """The control: whatever opens is a good backup."""
    with patch.object(reading_backup, "problems_in", lambda *_: []):
        yield
