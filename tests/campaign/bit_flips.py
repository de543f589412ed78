"""Point 13: one bit of a journal's file is flipped, and everything that a person can be shown is read and compared.

Unsaved drafts and the ids of what was deleted for good have no checks, and are left out.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import TYPES, Dose, Entry, Note, Rating, Symptom
from journal.core.moments import DAY_MS, moment_at
from journal.core.queries import EntryQuery
from journal.core.records import to_record
from journal.core.refusal import Refused
from journal.db import change_log, checked_rows, row_checks, seals, select
from journal.logbook import Logbook
from tests.files.make import write
from tests.journals import START_MS, JournalAt, new_journal

DAYS = 40
FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 11, 24)
View = Callable[[Logbook], object]
Sign = Callable[[bytearray, int], object]


@dataclass
class Tally:
    """What became of the flips; ``silent``: what was shown had changed, and nothing told."""

    flips: int = 0
    changed: int = 0  # what was shown would have changed, or was refused
    told_in_reading: int = 0
    told_by_check: int = 0
    untold: int = 0  # neither reading nor the check found anything; harmless unless silent
    silent: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)

    def line(self) -> str:
        return (
            f"{self.flips} flips: {self.changed} changed something shown, {self.told_in_reading} told while reading, "
            f"{self.told_by_check} only by the check, {len(self.silent)} silent, {len(self.tracebacks)} tracebacks"
        )


def a_journal(folder: Path, passphrase: str | None) -> JournalAt:
    """Every kind of entry, every kind of change, and some weeks of doses, ratings and notes."""
    journal = new_journal(folder / "flipped.leaf", passphrase)
    with journal.open() as book:
        write(book)
        symptom = next(each for each in book.listed(Symptom))
        book.save_all(list(_weeks(symptom)), label="import.done", origin="import")
    return journal


def _weeks(symptom: Symptom) -> Iterator[Entry]:
    for day in range(DAYS):
        at = moment_at(START_MS - day * DAY_MS, "Europe/Berlin")
        mass = Amount("2.5 g", 2500 + day, Dimension.MASS, Basis.WEIGHED, None, None)
        # The same ids every time, so that a seed flips the same bit of the same file.
        yield Dose(id=_id(1, day), at=at, amount=mass, note=f"with breakfast {day}")
        yield Rating(id=_id(2, day), at=at, symptom=symptom.id, value=day % 11, group=_id(3, day))
        yield Note(id=_id(4, day), at=at, text=f"a day like any other, number {day}")


def _id(of: int, day: int) -> str:
    return f"0000000{of}-0000-4000-9000-{day:012d}"


def _slices(kind: str) -> View:
    return lambda book: [to_record(each) for part in book.slices(kind) for each in part]


def _listed(kind: str) -> View:
    return lambda book: [to_record(each) for each in book.listed(TYPES[kind])]


def _history(book: Logbook) -> object:
    return [book.history(each.id) for part in book.slices("note") for each in part]


# What a window, a report, an export and a command can show, each as one reading.
VIEWS: Mapping[str, View] = {
    **{f"export {kind}": _slices(kind) for kind in TYPES},
    **{f"list {kind}": _listed(kind) for kind in TYPES},
    "days": lambda book: book.days(FIRST, LAST),
    "figures": lambda book: book.facts(FIRST, LAST),
    "warning symptoms": lambda book: book.warning_facts(FIRST),
    "changed later": lambda book: book.changed_later(FIRST, LAST),
    "days marked": lambda book: book.days_marked_none(FIRST, LAST),
    "uses of products": lambda book: sorted(map(repr, book.product_uses())),
    "numbers of rows": lambda book: book.day_counts(),
    "totals": lambda book: book.totals(),
    "found": lambda book: book.find(EntryQuery("quiet")),
    "newest": lambda book: book.find(EntryQuery(limit=100)),
    "last dose": lambda book: book.last_dose(),
    "trash": lambda book: book.trash(),
    "undo": lambda book: (book.undo_step, book.redo_step),
    "history": _history,
}


def shown(book: Logbook, tracebacks: list[str]) -> dict[str, object]:
    """Everything that can be shown; a refusal where it is refused."""
    seen: dict[str, object] = {}
    for name, view in VIEWS.items():
        try:
            seen[name] = view(book)
        except Refused as refused:
            seen[name] = refused
        except Exception as problem:  # noqa: BLE001 - what would be a traceback is counted
            tracebacks.append(f"{name}: {type(problem).__name__} {problem}")
            seen[name] = Refused("traceback")
    return seen


def flip(journal: JournalAt, flips: int, seed: int) -> Tally:
    """Flip so many bits anywhere in the journal, one at a time."""
    chance, size = random.Random(seed), journal.path.stat().st_size
    return flip_at(journal, [(chance.randrange(size), chance.randrange(8)) for _ in range(flips)])


def places_of(journal: JournalAt, words: bytes) -> list[tuple[int, int]]:
    """The lowest bit of the last letter, wherever the file holds these words."""
    found = re.finditer(re.escape(words), journal.path.read_bytes())
    return [(each.end() - 1, 0) for each in found]


def flip_at(journal: JournalAt, places: Iterable[tuple[int, int]], sign: Sign = lambda *_: None) -> Tally:
    """Flip these bits, each a byte's place and a number from 0 to 7, one at a time.

    ``sign`` is given the damaged content and the place, to put out what SQLCipher itself would tell of it.
    """
    tally, content = Tally(), journal.path.read_bytes()
    with journal.open() as book:
        wanted = shown(book, tally.tracebacks)
    for place, bit in places:
        damaged = bytearray(content)
        damaged[place] ^= 1 << bit
        sign(damaged, place)
        journal.path.write_bytes(damaged)
        _judge(journal, wanted, tally, f"byte {place}, bit {bit}")
    journal.path.write_bytes(content)
    return tally


def _judge(journal: JournalAt, wanted: Mapping[str, object], tally: Tally, where: str) -> None:
    tally.flips += 1
    try:
        with journal.open() as book:
            seen = shown(book, tally.tracebacks)
            problems: Any = book.check()
    except Refused:
        tally.changed += 1
        tally.told_in_reading += 1  # it was not even opened, or the check could not be made
        return
    except Exception as problem:  # noqa: BLE001 - as above
        tally.tracebacks.append(f"{where}: {type(problem).__name__} {problem}")
        return
    refused = [name for name, each in seen.items() if isinstance(each, Refused)]
    differing = [name for name, each in seen.items() if name not in refused and each != wanted[name]]
    tally.changed += bool(refused or differing)
    if refused:
        tally.told_in_reading += 1
    elif problems:
        tally.told_by_check += 1
    else:
        tally.untold += 1
    if differing and not refused and not problems:
        tally.silent.append(f"{where}: {', '.join(differing)}")


@contextmanager
def checks_put_out() -> Iterator[None]:
    """The control: the program without its checks."""
    from contextlib import ExitStack
    from unittest.mock import patch

    with ExitStack() as out:
        for module in (row_checks, seals, select):
            out.enter_context(patch.object(module, "is_intact", lambda row: True))
        for module in (row_checks, seals, select, checked_rows, change_log):
            out.enter_context(patch.object(module, "refuse_damaged", lambda rows: None))
        for name, instead in (
            ("compare_days", lambda *_: None), ("compare_whole", lambda *_: None), ("seal_problems", lambda *_: []),
        ):  # fmt: skip
            out.enter_context(patch.object(seals, name, instead))
        out.enter_context(patch("journal.db.backup.seal_problems", lambda *_: []))
        out.enter_context(patch("journal.db.backup.search_problems", lambda *_: []))  # it compares words with rows
        yield
