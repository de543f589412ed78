"""Points 14 and 15: pages of a journal that cannot be read, and beginnings that were destroyed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from journal.core.entries import Entry, Note, Rating, Symptom
from journal.core.journal_day import day_from_number
from journal.core.moments import DAY_MS, moment_at
from journal.core.records import Record, to_record
from journal.core.refusal import Refused
from journal.core.rescued import Brought, Rescued
from journal.db import damaged_rows, damaged_source
from journal.db.missing_rows import MissingRows
from journal.db.rescue import rescue
from tests.journals import START_MS, JournalAt, new_journal

_PAGE = 4096
_BAD_IN = 200  # one page of so many: 100 of 20,000
_LOST_NAME = "could not be read"
_NO_ENTRY = 1_000_000  # a draw of its own: minus one draws as one does
_KINDS = ("symptom", "note", "rating")
_Entries = dict[tuple[str, str], Record]  # by kind and id


@dataclass(frozen=True, slots=True)
class Came:
    """Of a rescue: how many entries there were, came back, and came back as something else.

    ``told_otherwise``: how often it said of a kind, or of a day, something else than what is missing: another number,
    or a most that is too small. ``not_known``: how often it said of a kind that the number is not known.
    """

    pages: int
    bad: int
    entries: int
    back: int
    wrong: int
    told_otherwise: int = 0
    not_known: int = 0

    @property
    def share(self) -> float:
        """Of the entries, those that came back as they were saved."""
        return self.back / self.entries


def a_long_journal(folder: Path, passphrase: str | None, days: int) -> JournalAt:
    """About seven pages a day, of notes and ratings."""
    journal = new_journal(folder / "rescued.leaf", passphrase)
    symptom = Symptom(id=_id(_NO_ENTRY), name="Left knee")
    with journal.open() as book:
        book.save(symptom)
        book.save_all(list(_entries(symptom, days)), label="import.done", origin="import")
    return journal


def _entries(symptom: Symptom, days: int) -> Iterator[Entry]:
    for n in range(days * 12):
        at = moment_at(START_MS - n // 12 * DAY_MS - n % 12 * 3_600_000, "Europe/Berlin")
        # The same ids every time, so that a seed overwrites the same pages of the same file.
        yield Note(id=_id(n), at=at, text=f"note {n} " + "a day like any other " * 10)
        yield Rating(id=_id(n + 12 * days), at=at, symptom=symptom.id, value=n % 11, group=_id(n))


def _id(n: int) -> str:
    """As scattered as the ids of the program."""
    drawn = random.Random(n).randbytes(16).hex()
    return f"{drawn[:8]}-{drawn[8:12]}-4{drawn[13:16]}-9{drawn[17:20]}-{drawn[20:]}"


def bad_pages(journal: JournalAt, seed: int, times: int) -> Came:
    """One page in 200 behind those of the schema is overwritten in a copy, and the copy is rescued; all of it added."""
    chosen, content = random.Random(seed), journal.path.read_bytes()
    pages, first, before = len(content) // _PAGE, _of_schema(journal), _everything(journal)
    came = [_spoiled(journal, content, chosen.sample(range(first, pages), pages // _BAD_IN)) for _ in range(times)]
    back = sum(sum(before.get(each) == record for each, record in after.items()) for _, after in came)
    there = sum(record.get("name") != _LOST_NAME for _, after in came for record in after.values())
    otherwise = sum(_told_otherwise(told, before, after) for told, after in came)
    not_known = sum(told.of(kind).unknown for told, _ in came if told is not None for kind in _KINDS)
    wrong = there - back
    return Came(times * pages, times * (pages // _BAD_IN), times * len(before), back, wrong, otherwise, not_known)


def _told_otherwise(told: Rescued | None, before: _Entries, after: _Entries) -> int:
    """Of how many kinds and days a rescue said something else than what is missing."""
    if told is None:
        return 0
    missing = [each for each, record in before.items() if after.get(each) != record]
    wrong = sum(_is_otherwise(told.of(kind), sum(each[0] == kind for each in missing)) for kind in _KINDS)
    return wrong + len(set(told.days) - {_day(before[each]) for each in missing})


def _is_otherwise(told: Brought, missing: int) -> bool:
    if told.unknown:
        return False
    said = told.lost + told.doubtful
    return said < missing if told.at_most else said != missing


def _day(record: Record) -> dt.date | None:
    if "utc_ms" not in record:
        return None
    return day_from_number((int(record["utc_ms"] or 0) + int(record["offset_s"] or 0) * 1000) // DAY_MS)


@contextmanager
def told_too_little() -> Iterator[None]:
    """A rescue that brings back the same, and says of each kind that one entry less is missing."""
    brought = MissingRows.brought

    def one_less(*given: object) -> Brought:
        told = brought(*given)  # type: ignore[arg-type]
        return replace(told, lost=max(0, told.lost - 1))

    with patch.object(MissingRows, "brought", one_less):
        yield


def _spoiled(journal: JournalAt, content: bytes, bad: list[int]) -> tuple[Rescued | None, _Entries]:
    damaged = bytearray(content)
    for page in bad:
        damaged[page * _PAGE : (page + 1) * _PAGE] = random.Random(page).randbytes(_PAGE)
    return _rescued(journal, bytes(damaged))


def destroyed_beginnings(journal: JournalAt, times: int) -> int:
    """The first 16 bytes are overwritten, each time with others; how often everything came back."""
    content, before = journal.path.read_bytes(), _everything(journal)
    salt = content[:16].hex()
    noise = (random.Random(n).randbytes(16) for n in range(times))
    return sum(_rescued(journal, start + content[16:], salt)[1] == before for start in noise)


def lost_first_pages(journal: JournalAt, times: int) -> int:
    """The first page, with all that says where the tables begin, is overwritten; how often everything came back."""
    content, before = journal.path.read_bytes(), _everything(journal)
    salt = content[:16].hex()
    noise = (random.Random(n).randbytes(_PAGE) for n in range(times))
    return sum(_rescued(journal, start + content[_PAGE:], salt)[1] == before for start in noise)


@contextmanager
def first_page_alone_tells() -> Iterator[None]:
    """What a file is, and whether a key fits, is asked of its first page and of no other."""
    with (
        patch.object(damaged_source, "key_fits", lambda *_: False),
        patch.object(damaged_source, "is_plain_behind", lambda *_: False),
    ):
        yield


@contextmanager
def without_halving() -> Iterator[None]:
    """Each table is read up to the first page that cannot be read, and no further."""
    table = damaged_rows.DamagedTable
    with (
        patch.object(table, "rows", lambda damaged: damaged._run(damaged._up, 0)),
        patch.object(table, "passed_over", False),
    ):
        yield


def _of_schema(journal: JournalAt) -> int:
    """The pages that a journal has before anything is saved: without the schema nothing can be read of it."""
    empty = new_journal(journal.path.with_name("empty.leaf"), journal.passphrase)
    pages = empty.path.stat().st_size // _PAGE
    empty.path.unlink()
    return pages


def _rescued(journal: JournalAt, content: bytes, *salts: str) -> tuple[Rescued | None, _Entries]:
    """What the rescue told, and everything that came back; None and nothing where it was refused."""
    damaged, target = journal.path.with_name("damaged.leaf"), journal.path.with_name("new.leaf")
    damaged.write_bytes(content)
    try:
        told = rescue(damaged, target, journal.passphrase, salts, _LOST_NAME)
        return told, _everything(JournalAt(target, journal.passphrase, journal.clock))
    except Refused:
        return None, {}
    finally:
        target.unlink(missing_ok=True)


def _everything(journal: JournalAt) -> _Entries:
    with journal.open(read_only=True) as book:
        return {(kind, each.id): to_record(each) for kind in _KINDS for part in book.slices(kind) for each in part}
