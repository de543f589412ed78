"""Journals for tests: a clock that stands still, and real files made once and copied for every test."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
import sqlcipher3.dbapi2

from journal.core.entries import Dose, Entry, Note, Product, ProductKind, Rating, Symptom
from journal.core.moments import Moment, moment_at, moment_now
from journal.db import row_checks, seals
from journal.logbook import Logbook

START_MS = 1_795_339_800_000  # Sunday 2026-11-22 10:30 in Berlin
AnyEntry = TypeVar("AnyEntry", bound=Entry)
PASSPHRASE = "correct horse café"
BOTH = (None, PASSPHRASE)
MODES = ("plain", "encrypted")
# Where an encrypted journal differs by the time that deriving its keys takes: the quick suite has the plain one.
ENCRYPTED_IS_SLOW = (None, pytest.param(PASSPHRASE, marks=pytest.mark.slow))


@dataclass
class FixedClock:
    """Stands still until it is told otherwise."""

    ms: int = START_MS
    zone: str = "Europe/Berlin"

    def now_ms(self) -> int:
        return self.ms

    def zone_name(self) -> str:
        return self.zone

    def rules(self) -> dt.tzinfo | None:
        return None

    def tick(self, ms: int = 60_000) -> None:
        self.ms += ms


@dataclass
class JournalAt:
    """A journal's place and passphrase, to open it again and again."""

    path: Path
    passphrase: str | None
    clock: FixedClock

    def open(self, read_only: bool = False, known_salt: str | None = None) -> Logbook:
        return Logbook.open(self.path, self.passphrase, clock=self.clock, read_only=read_only, known_salt=known_salt)

    def sha256(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def new_journal(path: Path, passphrase: str | None, clock: FixedClock | None = None) -> JournalAt:
    """A new empty journal, closed again."""
    made = JournalAt(path, passphrase, clock or FixedClock())
    Logbook.open(path, passphrase, clock=made.clock, create=True).close()
    return made


def rounds() -> int:
    """How often SQLCipher mixes a passphrase in this process until it is the key of a journal that is opened."""
    with closing(sqlcipher3.dbapi2.connect(":memory:")) as connection:
        return int(connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()[0])


def _set_rounds(wanted: int) -> None:
    with closing(sqlcipher3.dbapi2.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA cipher_default_kdf_iter={wanted}")


_AS_IN_THE_PROGRAM, _FEW = rounds(), 1000


@pytest.fixture(autouse=True)
def quick_keys() -> Iterator[None]:
    """Where this is imported keys take no time; all else of an encrypted journal is as ever.

    Another process needs ``real_keys``, as do journals that it made.
    """
    with keys_take_no_time():
        yield


def backup_by_name(journal: Path, folder: Path | None = None) -> Path:
    """A file that lies where a backup of this journal does, and bears such a name; nothing is in it."""
    there = folder or journal.parent / "backups"
    there.mkdir(exist_ok=True)
    made = there / f"{journal.stem}-2026-11-20-100000-backup.leaf"
    made.touch()
    return made


@contextmanager
def keys_take_no_time() -> Iterator[None]:
    """In this process, until it is left."""
    _set_rounds(_FEW)
    yield
    _set_rounds(_AS_IN_THE_PROGRAM)


@pytest.fixture
def real_keys() -> None:
    """As strong as in the program, in spite of ``quick_keys`` around the test."""
    _set_rounds(_AS_IN_THE_PROGRAM)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | None], Path]:
    """An empty journal for each passphrase, made once: deriving a real key costs a tenth of a second each time."""
    folder = tmp_path_factory.mktemp("templates")
    made: dict[tuple[str, int] | None, Path] = {}

    def template(passphrase: str | None) -> Path:
        key = None if passphrase is None else (passphrase, rounds())
        if key not in made:
            made[key] = new_journal(folder / f"{len(made)}.leaf", passphrase).path
        return made[key]

    return template


@pytest.fixture(params=BOTH, ids=MODES)
def passphrase(request: pytest.FixtureRequest) -> str | None:
    found: str | None = request.param
    return found


@pytest.fixture(params=ENCRYPTED_IS_SLOW, ids=MODES)
def passphrase_if_slow(request: pytest.FixtureRequest) -> str | None:
    """In place of ``passphrase`` where an encrypted journal differs by the time that deriving its keys takes."""
    found: str | None = request.param
    return found


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def journal(
    tmp_path: Path, passphrase: str | None, clock: FixedClock, templates: Callable[[str | None], Path]
) -> JournalAt:
    """An empty journal, closed: once plain and once encrypted."""
    path = tmp_path / "journal.leaf"
    shutil.copyfile(templates(passphrase), path)
    return JournalAt(path, passphrase, clock)


@pytest.fixture
def plain_journal(tmp_path: Path, clock: FixedClock, templates: Callable[[str | None], Path]) -> JournalAt:
    """An empty journal without a passphrase, for what does not depend on one."""
    path = tmp_path / "plain.leaf"
    shutil.copyfile(templates(None), path)
    return JournalAt(path, None, clock)


@pytest.fixture
def book(journal: JournalAt) -> Iterator[Logbook]:
    """The open empty journal: once plain and once encrypted."""
    with journal.open() as logbook:
        yield logbook


@pytest.fixture
def plain_book(plain_journal: JournalAt) -> Iterator[Logbook]:
    with plain_journal.open() as logbook:
        yield logbook


@contextmanager
def raw(journal: JournalAt) -> Iterator[Any]:
    """A bare connection to a journal that nobody has open: no PRAGMA, no rule of ours between a test and the file."""
    connection = sqlcipher3.dbapi2.connect(journal.path, isolation_level=None)
    try:
        if journal.passphrase is not None:
            connection.execute("PRAGMA key='{}'".format(journal.passphrase.replace("'", "''")))
        yield connection
    finally:
        connection.close()


def empty_index(journal: JournalAt, name: str) -> None:
    """Take every row out of a partial index, as damage would: its table still has them all."""
    said = "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?"
    with raw(journal) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(said, (" IS NULL", " IS NULL AND seq < 0", name))
    with raw(journal) as connection:
        connection.execute(f"REINDEX {name}")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(said, (" AND seq < 0", "", name))


def seal_again(connection: Any) -> None:
    """New checks and seals for rows that a test changed behind the program's back."""
    row_checks.add_functions(connection)
    own = not connection.in_transaction
    if own:
        connection.execute("BEGIN")  # one write to the disk, not one for each seal
    connection.execute("DELETE FROM seal")
    for table, columns in row_checks.CHECKED.items():
        values = ", ".join(f'"{column}"' for column in (*columns, "seq"))
        connection.execute(f'UPDATE "{table}" SET "check" = row_check({values})')
        rows = connection.execute(f"SELECT {row_checks.whole_row(table)} FROM {table}").fetchall()
        for bucket, (count, total) in seals._sealed(table, rows).items():
            connection.execute("INSERT INTO seal VALUES (?, ?, ?, ?)", (table, bucket, count, total))
    if own:
        connection.execute("COMMIT")


# --- entries in few words -----------------------------------------------------------------------------------


def now(book: Logbook) -> Moment:
    return moment_now(book.clock)


def ago(book: Logbook, minutes: int) -> Moment:
    return moment_at(book.clock.now_ms() - minutes * 60_000, book.clock.zone_name())


def note(book: Logbook, text: str, minutes: int = 0) -> Note:
    """A saved note."""
    return saved(book, Note(at=ago(book, minutes), text=text))


def dose(book: Logbook, minutes: int = 0, product: Product | None = None, text: str = "") -> Dose:
    """A saved dose."""
    return saved(book, Dose(at=ago(book, minutes), product=product.id if product else None, note=text))


def product(book: Logbook, name: str = "Green") -> Product:
    return saved(book, Product(name=name, kind=ProductKind.LEAF_POWDER))


def symptom(book: Logbook, name: str = "Knee") -> Symptom:
    return saved(book, Symptom(name=name))


def rating(book: Logbook, of: Symptom, value: int | None = 5, minutes: int = 0, dose: str | None = None) -> Rating:
    return saved(book, Rating(at=ago(book, minutes), symptom=of.id, value=value, dose=dose))


def saved(book: Logbook, entry: AnyEntry) -> AnyEntry:
    """The entry as the journal now holds it."""
    book.save(entry)
    found = book.get(entry.id)
    assert type(found) is type(entry)
    return found
