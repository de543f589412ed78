"""Somebody who types twelve weeks, with restarts, edits, deletions and undo, and keeps an own account of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.entries import DayMark, Dose, Entry, Note, Product, Rating
from journal.core.journal_day import journal_day
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.walk.account import Account
from tests.walk.comparing import FIRST, LEAF, MAIN
from tests.walk.person import Person
from tests.walk.screen import VirtualScreen, until

EXTRACT, ELSEWHERE = "Zest <b>", "Red Bali"
_EXTRACT_DAYS = (40, 61, 75)
_EVERYTHING = EntryQuery(limit=10_000)


class Season(Person):
    """Types days into the program, and keeps its own account."""

    def __init__(self, folder: Path, screen: VirtualScreen) -> None:
        super().__init__(folder, screen)
        self.account = Account()
        self.day = FIRST
        self._watched: Logbook | None = None

    def begin_day(self, count: int) -> None:
        """Half past nine on this day of the walk."""
        self.day = FIRST + dt.timedelta(days=count)
        self.at(self.day, 9, 30)

    def took(self, kind: str, mg: int) -> None:
        """A dose was typed."""
        self.account.doses.append((self.day, kind, mg))
        self.written()

    def written(self) -> None:
        """Wait until the journal holds as many entries as were typed; another process reads it."""
        if self._watched is None:
            self._watched = Logbook.open(self.file, clock=self.clock, read_only=True)
        book, size = self._watched, self.account.size
        until(lambda: book.totals()[0] == size or None, f"{size} entries on {self.day}")

    def leave(self) -> None:
        """Quit, and compare everything with the account."""
        assert self.program is not None
        self.program.quit()
        self.close()
        with Logbook.open(self.file, clock=self.clock, read_only=True) as book:
            _same_entries(self.account, book.find(_EVERYTHING), {each.id: each for each in book.products()})

    def close(self) -> None:
        """Look no longer."""
        if self._watched is not None:
            self._watched.close()
        self._watched = None


def _same_entries(account: Account, entries: list[Entry], products: dict[str, Product]) -> None:
    kinds = {LEAF: "leaf", EXTRACT: "strong", ELSEWHERE: "other"}
    doses, ratings, nones, notes = [], [], [], []
    for entry in entries:
        match entry:
            case Dose():
                kind = kinds[products[entry.product].name] if entry.product else "unnamed"
                doses.append((journal_day(entry.at, DEFAULT_DAY_START), kind, entry.amount.quantity))
            case Rating():
                ratings.append((journal_day(entry.at, DEFAULT_DAY_START), entry.value))
            case DayMark():
                nones.append(entry.day)
            case Note():
                notes.append((journal_day(entry.at, DEFAULT_DAY_START), entry.text))
    assert sorted(doses, key=str) == sorted(account.doses, key=str)
    assert sorted(ratings, key=str) == sorted(((day, value) for day, _, value in account.ratings), key=str)
    assert (sorted(nones), sorted(notes)) == (sorted(account.nones), sorted(account.notes))


# --- typing ---


def type_day(walk: Season, n: int) -> None:
    """What a day of the walk holds."""
    if n % 14 == 6:
        return  # nothing is written down
    if n % 7 == 3:
        _none(walk)
        return
    _doses(walk, n)
    if n % 9 == 2:
        _note(walk, f"=1+1 $x$ <i> night {n}")
    if n % 3 != 1:
        _rate(walk, n)
    if n in (25, 46):
        _edit_newest_dose(walk, 5000 + 100 * n)
    if n in (30, 66):
        _delete_newest(walk, undo=n == 66)


def _none(walk: Season) -> None:
    assert walk.program is not None
    walk.keys("ctrl+1")  # time has jumped: back to today's date
    walk.program.press("None today")
    walk.account.nones.append(walk.day)
    walk.written()


def _doses(walk: Season, n: int) -> None:
    """One to three of leaf: capsules, grams, and the same again; on some days one of extract after them."""
    capsules, grams = 2 + n % 3, 2 + n // 7 % 4
    if n == 0:
        walk.first_dose(LEAF)
        capsules = 3
    else:
        walk.keys("ctrl+d")
        if walk.account.doses[-1][1] == "strong":
            _choose_product(walk, LEAF)
        walk.type(f"{capsules} caps")
        walk.keys("Return")
    walk.took("leaf", capsules * 500)
    for _ in range(n * 5 % 3):
        walk.later(240)
        walk.keys("ctrl+d")
        walk.type(f"{grams},5 g")
        walk.keys("Return")
        walk.took("leaf", grams * 1000 + 500)
    if n in _EXTRACT_DAYS:
        walk.later(90)
        _extract(walk, first=n == _EXTRACT_DAYS[0])


def _choose_product(walk: Season, name: str) -> None:
    """There are two: the one that is chosen was used last and stands first."""
    assert walk.program is not None
    walk.program.go_to("Product: ", back=True)
    walk.keys("Right")
    until(lambda: walk.program and walk.program.focus_is(f"Product: {name}") or None, f"{name} was not chosen")
    walk.program.go_to("Amount")


def _extract(walk: Season, first: bool) -> None:
    assert walk.program is not None
    walk.keys("ctrl+d")
    if first:
        walk.program.press("New product…", back=True)
        walk.type(EXTRACT)
        walk.program.go_to("choose, or leave open", hidden=True)  # the kind
        walk.keys("e")
        walk.program.go_to("Amount", back=True, hidden=True)
    else:
        _choose_product(walk, EXTRACT)
    walk.type("0,4 g")
    walk.keys("Return")
    walk.took("strong", 400)


def _note(walk: Season, text: str) -> None:
    walk.later(20)
    walk.keys("ctrl+k")
    walk.type(text)
    walk.keys("ctrl+Return")
    walk.account.notes.append((walk.day, text))
    walk.written()


def _rate(walk: Season, n: int) -> None:
    main, second = 3 + n // 14 + n % 2, n * 3 % 10
    walk.later(30)
    walk.keys("ctrl+r", str(main), *(("Down", str(second)) if n % 2 else ()), "Return")
    walk.account.ratings.append((walk.day, MAIN, main))
    if n % 2:
        walk.account.ratings.append((walk.day, "second", second))
    walk.written()


def _edit_newest_dose(walk: Season, mg: int) -> None:
    """One more dose, then another amount for it."""
    walk.later(60)
    walk.keys("ctrl+d", "Return")
    walk.took("leaf", walk.account.doses[-1][2])
    _newest_in_diary(walk, "Return")
    walk.keys("ctrl+a")
    walk.type(f"{mg} mg")
    walk.keys("Return")
    walk.account.doses[-1] = (walk.day, "leaf", mg)
    book = walk._watched
    assert book is not None
    until(lambda: any(dose.amount.quantity == mg for dose in _doses_in(book)) or None, "nothing was changed")
    walk.keys("ctrl+1")


def _doses_in(book: Logbook) -> list[Dose]:
    return [each for each in book.find(_EVERYTHING) if isinstance(each, Dose)]


def _delete_newest(walk: Season, undo: bool) -> None:
    """A dose that was one too many."""
    walk.later(60)
    walk.keys("ctrl+d", "Return")
    walk.took("leaf", walk.account.doses[-1][2])
    last = walk.account.doses.pop()
    _newest_in_diary(walk, "Delete")
    walk.written()
    if undo:
        walk.keys("ctrl+z")
        walk.took("leaf", last[2])
    walk.keys("ctrl+1")


def _newest_in_diary(walk: Season, key: str) -> None:
    assert walk.program is not None
    walk.keys("ctrl+2")
    walk.program.shown("Diary")
    until(lambda: _diary_counted(walk) or None, "the diary was not shown")
    walk.keys("Home", "Down", key)
    if key == "Return":
        walk.program.shown("Change the dose")


def _diary_counted(walk: Season) -> bool:
    assert walk.program is not None
    return any(each.cells for each in walk.program.seen() if each.focused)
