"""Two weeks typed through the real window by key events, with restarts, edits, deletions, undo and redo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import DayMark, Dose, Entry, Note, Rating
from journal.core.journal_day import journal_day
from journal.core.moments import moment_from_local, moment_now
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.walk.person import ZONE, Person
from tests.walk.screen import NothingHappenedError, VirtualScreen, until

# The first days cross the end of summer time.
FIRST = dt.date(2026, 10, 20)
DAYS, DAYS_PLAIN = 14, 7  # one week without a passphrase, before a release: the window is the same
PASSPHRASE = "wind & weather"
EVERYTHING = EntryQuery(limit=10_000)


class Fortnight(Person):
    """Types days into the program and keeps its own account of what must be in the journal."""

    def __init__(self, folder: Path, screen: VirtualScreen, passphrase: str | None) -> None:
        super().__init__(folder, screen, passphrase)
        self.account: list[tuple[str, dt.date, str]] = []
        self._read: Logbook | None = None

    def entries(self) -> list[Entry]:
        """What the journal holds, read by another process than the window's, which opens it once."""
        self._read = self._read or Logbook.open(self.file, self.passphrase, clock=self.clock, read_only=True)
        return self._read.find(EVERYTHING)

    def close(self) -> None:
        """Look no longer."""
        if self._read is not None:
            self._read.close()
        self._read = None

    def wrote(self, *added: tuple[str, str]) -> None:
        """Note in the account what was just typed, and wait until the journal says the same."""
        day = journal_day(moment_from_local(self._now(), ZONE, fold=0), DEFAULT_DAY_START)
        self.account += [(kind, day, value) for kind, value in added]
        self.agrees()

    def took_back(self, *gone: tuple[str, dt.date, str]) -> None:
        """Strike from the account, and wait until the journal says the same."""
        for line in gone:
            self.account.remove(line)
        self.agrees()

    def agrees(self) -> None:
        """Wait until journal and account are equal."""
        try:
            until(lambda: sorted(self.account) == self.said() or None, "journal and account differ")
        except NothingHappenedError:
            self.here.picture(self.file.with_name("differs.png"))
            assert self.said() == sorted(self.account), self.file.with_name("differs.png")
            raise

    def said(self) -> list[tuple[str, dt.date, str]]:
        """The journal in the words of the account."""
        return sorted(_line(entry) for entry in self.entries())

    def _now(self) -> dt.datetime:
        return moment_now(self.clock).local


def _line(entry: Entry) -> tuple[str, dt.date, str]:
    match entry:
        case Dose():
            return "dose", journal_day(entry.at, DEFAULT_DAY_START), str(entry.amount.quantity)
        case Rating():
            return "rating", journal_day(entry.at, DEFAULT_DAY_START), str(entry.value)
        case Note():
            return "note", journal_day(entry.at, DEFAULT_DAY_START), entry.text
        case DayMark():
            return "none", entry.day, ""
    raise AssertionError(entry)


@pytest.fixture
def fortnight(passphrase: str | None, tmp_path: Path) -> Iterator[Fortnight]:
    with VirtualScreen() as screen:
        walk = Fortnight(tmp_path, screen, passphrase)
        yield walk
        walk.close()
        if walk.program is not None:
            walk.program.kill()


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("passphrase", "days"),
    [
        pytest.param(None, DAYS_PLAIN, id="plain", marks=pytest.mark.campaign),
        pytest.param(PASSPHRASE, DAYS, id="encrypted"),
    ],
)
def test_two_weeks(fortnight: Fortnight, days: int, tmp_path: Path) -> None:
    fortnight.at(FIRST, 8)
    fortnight.first_start()
    fortnight.first_dose("Green & <b> Borneo")
    fortnight.wrote(("dose", "1500"))
    for number in range(days):
        fortnight.at(FIRST + dt.timedelta(days=number), 9, 30)
        _one_day(fortnight, number)
        if number % 3 == 1:
            _restart(fortnight)
            _undo_and_redo(fortnight)
    _delete_in_the_diary(fortnight)
    fortnight.here.quit()
    _same_bytes_elsewhere(fortnight, tmp_path)


def _one_day(walk: Fortnight, number: int) -> None:
    if number % 5 == 4:
        walk.keys("ctrl+1")  # time has jumped: back to today's date
        walk.here.press("None today")
        walk.wrote(("none", ""))
        return
    walk.keys("ctrl+d", "Return")
    walk.wrote(("dose", _last_amount(walk)))
    walk.later(50)
    walk.keys("ctrl+r", "1", "0", "Down", str(number % 10), "Return")
    walk.wrote(("rating", "10"), ("rating", str(number % 10)))
    walk.later(180)
    walk.keys("ctrl+d")
    amount = 2 + number % 4
    walk.type(f"{amount},5 g")
    walk.keys("Return")
    walk.wrote(("dose", str(amount * 1000 + 500)))
    if number % 2:
        walk.later(30)
        walk.keys("ctrl+k")
        walk.type(f"=1+1 $x$ <i> night {number}")
        walk.keys("ctrl+Return")
        walk.wrote(("note", f"=1+1 $x$ <i> night {number}"))


def _last_amount(walk: Fortnight) -> str:
    doses = [entry for entry in walk.entries() if isinstance(entry, Dose)]
    return str(doses[0].amount.quantity) if len(doses) == len(_lines(walk, "dose")) else _lines(walk, "dose")[-1]


def _lines(walk: Fortnight, kind: str) -> list[str]:
    return [value for each, _, value in walk.account if each == kind]


def _restart(walk: Fortnight) -> None:
    walk.here.quit()
    walk.start()
    walk.agrees()


def _undo_and_redo(walk: Fortnight) -> None:
    """The last entry goes and comes back, across the restart before it and one more between the two."""
    before = list(walk.account)
    last = before[-1]
    walk.keys("ctrl+z")
    walk.took_back(last)
    _restart(walk)
    walk.keys("ctrl+shift+z")
    walk.account = before
    walk.agrees()


def _delete_in_the_diary(walk: Fortnight) -> None:
    """The newest row is deleted in the Diary, and undone there."""
    before = list(walk.account)
    walk.keys("ctrl+2")
    walk.in_list()
    walk.keys("Home", "Down")
    walk.here.shown(f"{before[-1][0].capitalize()}, ")
    walk.keys("Delete")
    until(lambda: len(walk.entries()) < len(before) or None, "nothing was deleted")
    walk.keys("ctrl+z")
    walk.account = before
    walk.agrees()


def _same_bytes_elsewhere(walk: Fortnight, folder: Path) -> None:
    """Exported, imported elsewhere, exported again: the same bytes."""
    secret = folder / "secret"
    secret.write_text((walk.passphrase or "") + "\n", encoding="utf-8")
    unlock = [] if walk.passphrase is None else ["--passphrase-file", str(secret)]
    first, again, other = folder / "first.json", folder / "again.json", folder / "other.leaf"
    assert cli.main(["--journal", str(walk.file), *unlock, "export", str(first)], clock=walk.clock) == 0
    Logbook.open(other, clock=walk.clock, create=True).close()
    assert cli.main(["--journal", str(other), "import", str(first)], clock=walk.clock) == 0
    assert cli.main(["--journal", str(other), "export", str(again)], clock=walk.clock) == 0
    assert first.read_bytes() == again.read_bytes()
