"""Twelve weeks typed through the real window; screen, summary and PDF must say what was counted beside them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from journal.core.entries import DayMark, Dose, Entry, Note, Product, Rating
from journal.core.moments import journal_day
from journal.core.queries import EntryQuery
from journal.insights.period import default_period, facts_span, summarise_period
from journal.insights.plain import Card, plain_cards
from journal.insights.summary import Figure, Summary
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import symptom_name
from tests.walk.account import Account, OfDay, Window, count, days_back, number, slope, weekly, window
from tests.walk.person import Person
from tests.walk.screen import Program, Seen, VirtualScreen, until

DAYS, WEEKS = 84, 12
TODAY = dt.date(2026, 11, 22)  # the clocks went back on 25 October
LAST = TODAY - dt.timedelta(days=1)
FIRST = LAST - dt.timedelta(days=DAYS - 1)
RESTARTS = (28, 56)
LEAF, EXTRACT, ELSEWHERE = "Green & Borneo", "Zest <b>", "Red Bali"
EXTRACT_DAYS = (40, 61, 75)
MAIN = "Lower back pain"
EVERYTHING = EntryQuery(limit=10_000)


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
            _same_entries(self.account, book.find(EVERYTHING), {each.id: each for each in book.products()})

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
                doses.append((journal_day(entry.at), kind, entry.amount.quantity))
            case Rating():
                ratings.append((journal_day(entry.at), entry.value))
            case DayMark():
                nones.append(entry.day)
            case Note():
                notes.append((journal_day(entry.at), entry.text))
    assert sorted(doses, key=str) == sorted(account.doses, key=str)
    assert sorted(ratings, key=str) == sorted(((day, value) for day, _, value in account.ratings), key=str)
    assert (sorted(nones), sorted(notes)) == (sorted(account.nones), sorted(account.notes))


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Season]:
    with VirtualScreen() as screen:
        walk = Season(tmp_path, screen)
        yield walk
        walk.close()
        if walk.program is not None:
            walk.program.kill()


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
@pytest.mark.timeout(600)
def test_twelve_weeks(season: Season, tmp_path: Path, qapp: object) -> None:
    season.at(FIRST, 8)
    season.first_start()
    for number_of_day in range(DAYS):
        season.begin_day(number_of_day)
        _one_day(season, number_of_day)
        if number_of_day + 1 in RESTARTS:
            season.leave()
            season.start()
    season.leave()
    season.at(TODAY, 10)
    program = season.start()
    _import_backup(season, program, tmp_path / "backup.json")
    screen = _read_trends(program)
    pdf = _save_report(program, tmp_path / "pages.pdf")
    season.leave()
    summary, cards = _summary(season)
    _screen_is_summary(screen, cards)
    _summary_is_account(summary, season.account)
    _screen_is_account(screen, season.account)
    _paper_is_account(pdf, season.account)
    _paper_is_screen(pdf, screen)


# --- typing ---


def _one_day(walk: Season, n: int) -> None:
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
    if n in EXTRACT_DAYS:
        walk.later(90)
        _extract(walk, first=n == EXTRACT_DAYS[0])


def _choose_product(walk: Season, name: str) -> None:
    assert walk.program is not None
    walk.program.press(f"Product: {name}", back=True)
    walk.program.go_to("Amount")


def _extract(walk: Season, first: bool) -> None:
    assert walk.program is not None
    walk.keys("ctrl+d")
    if first:
        walk.program.press("New product…", back=True)
        walk.type(EXTRACT)
        walk.keys("Tab", "e")
        walk.program.go_to("Amount")
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
    return [each for each in book.find(EVERYTHING) if isinstance(each, Dose)]


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


# --- another program's backup ---


def _import_backup(walk: Season, program: Program, path: Path) -> None:
    """Two doses on days without entries, one of a strain that is gone, one effect."""
    odd, ours, gone, effect = (FIRST + dt.timedelta(days=n) for n in (6, 20, 34, 8))
    path.write_text(json.dumps(_backup(odd, ours, gone, effect)), encoding="utf-8")
    size = walk.account.size
    program.keys("alt", "Down")
    program.choose_in_menu("Import…")
    program.shown("File name:")
    program.type(str(path))
    program.keys("Return")
    program.press("Import 5 entries")
    program.shown("5 entries were imported.")
    program.take_keyboard()
    walk.account.doses += [(odd, "other", 3000), (ours, "leaf", 2500), (gone, "unnamed", 1800)]
    walk.account.notes.append((effect, "Effects noted in Herbal Tracker+: mood 4, pain relief 2\ncalm"))
    walk.written()
    assert walk.account.size == size + 4  # the fifth is a product


def _backup(odd: dt.date, ours: dt.date, gone: dt.date, effect: dt.date) -> dict[str, object]:
    return {
        "version": 1,
        "strains": [{"id": "a", "name": LEAF, "code": "GB"}, {"id": "b", "name": ELSEWHERE, "code": "RB"}],
        "dosages": [
            {"id": "1", "strainId": "b", "amount": 3, "timestamp": f"{odd}T08:10:00.000", "notes": None},
            {"id": "2", "strainId": "a", "amount": "2.5", "timestamp": f"{ours}T21:30:12.345678", "notes": "late"},
            {"id": "3", "strainId": "c", "amount": 1.8000000000000003, "timestamp": f"{gone}T12:00:00.000Z"},
        ],
        "effects": [
            {"id": "x", "mood": 4, "painRelief": 2, "timestamp": f"{effect}T23:00:00.000", "notes": "calm"},
        ],
    }


# --- reading the screen ---


@dataclass
class Screen:
    """What Trends showed: the three cards, the table as it was copied, and its last rows as they were seen."""

    titles: list[str]
    said: list[str]
    numbers: list[list[str]]
    table: list[list[str]]
    rows_seen: list[list[str]]
    period: str


def _read_trends(program: Program) -> Screen:
    program.keys("ctrl+3")
    titles = ["Amount", "Doses", MAIN]
    for title in titles:
        program.press(f"{title}: Show the numbers")
        program.shown(f"{title}: Hide the numbers")
    seen = program.seen()
    said = [_below(seen, title) for title in titles]
    numbers = [lines[1:] for lines in said]
    period = next(each.name for each in seen if each.name.endswith("up to yesterday"))
    program.press("Show as table", back=True)
    program.press("Copy as CSV")
    program.shown(f"{DAYS} days were copied.")
    rows = next(each.cells for each in program.seen() if each.cells)
    table = list(csv.reader(io.StringIO(program.clipboard())))
    return Screen(titles, [lines[0] for lines in said], numbers, table[1:], rows, period)


def _below(seen: list[Seen], title: str) -> list[str]:
    """The sentences of a card: what is read between its title and its link."""
    names = [each.name for each in seen if each.name]
    end = names.index(f"{title}: Hide the numbers")
    start = max(place for place in range(end) if names[place] == title)
    return names[start + 1 : end]


def _save_report(program: Program, path: Path) -> str:
    program.keys("ctrl+4")
    program.press("Save PDF…", back=True)
    program.shown("File name:")
    program.type(str(path))
    program.keys("Return")
    program.shown(f"{path.name} is saved.")
    program.take_keyboard()
    pdf = QPdfDocument()
    assert pdf.load(str(path)) is QPdfDocument.Error.None_
    pages = [pdf.getAllText(number).text() for number in range(pdf.pageCount())]
    return re.sub(r"\s+", " ", " ".join(pages))


# --- comparing ---


def _summary(walk: Season) -> tuple[Summary, tuple[Card, ...]]:
    texts = english()
    with Logbook.open(walk.file, clock=walk.clock, read_only=True) as book:
        period = default_period(book.today())
        span = facts_span(period)
        symptoms = book.symptoms()
        products = {each.id: each for each in book.products()}
        summary = summarise_period(book.facts(span.first, span.last), products, symptoms, period)
    assert (period.first, period.last) == (FIRST, LAST)
    return summary, plain_cards(texts, summary, {each.id: symptom_name(texts, each) for each in symptoms})


def _screen_is_summary(screen: Screen, cards: tuple[Card, ...]) -> None:
    assert screen.titles == [each.title for each in cards]
    assert screen.said == [each.text for each in cards]
    assert [tuple(lines) for lines in screen.numbers] == [each.numbers for each in cards]


MEASURES = ("amount", "doses", "main")


def _of_day(account: Account, key: str) -> OfDay:
    return {"amount": account.grams, "doses": account.leaf_doses, "main": account.middle_rating(MAIN)}[key]


def _windows(account: Account, key: str) -> tuple[Window, Window, Window]:
    """The last 7 days, the last 28, the 28 before."""
    of_day, before = _of_day(account, key), LAST - dt.timedelta(days=28)
    week = window(of_day, days_back(LAST, 7), 4, quartiles=False)
    return week, window(of_day, days_back(LAST, 28), 5), window(of_day, days_back(before, 28), 5)


def _summary_is_account(summary: Summary, account: Account) -> None:
    for key in MEASURES:
        row = summary.rows[key]
        for figure, counted in zip((row.last7, row.last28, row.before28), _windows(account, key), strict=True):
            _same_figure(figure, counted)
        trend = summary.trends[key]
        assert (trend.weeks, trend.of) == (len(weekly(_of_day(account, key), LAST, WEEKS)), WEEKS)
        assert trend.slope == pytest.approx(slope(_of_day(account, key), LAST, WEEKS))
    quality, days = summary.quality, days_back(LAST, DAYS)
    assert quality.recorded == sum(account.state(day) != "not recorded" for day in days)
    assert quality.weight_missing_days == 1
    assert quality.no_leaf_days == 1
    assert summary.unnamed_doses == 1
    assert summary.strong_doses == 2  # the third was more than 28 days ago


def _same_figure(figure: Figure, counted: Window) -> None:
    assert figure.n == counted.n
    for found, wanted in ((figure.value, counted.median), (figure.low, counted.low), (figure.high, counted.high)):
        assert found == (wanted if wanted is None else pytest.approx(wanted))


UNITS = {"amount": " g/day", "doses": " doses/day", "main": ""}
SAY = {"amount": number, "doses": count, "main": number}


def _screen_is_account(screen: Screen, account: Account) -> None:
    for key, said, numbers in zip(MEASURES, screen.said, screen.numbers, strict=True):
        week, last, before = (
            f"{each.said(SAY[key])}{UNITS[key]} (n = {each.n})" for each in _windows(account, key)
        )  # fmt: skip
        assert numbers[0] == (
            f"Median {last} over the last 28 days; {before} in the 28 days before; {week} in the last 7 days."
        )
        assert f"{len(weekly(_of_day(account, key), LAST, WEEKS))} of {WEEKS} weeks usable" in numbers[2]
        assert f"Best estimate {_signed(slope(_of_day(account, key), LAST, WEEKS))}" in numbers[2]
        assert _plainly(key, _windows(account, key)) in said
    assert screen.table == [account.table_row(day, MAIN) for day in days_back(LAST, DAYS)]
    assert screen.rows_seen == screen.table[-len(screen.rows_seen) :]


def _plainly(key: str, windows: tuple[Window, Window, Window]) -> str:
    """The numbers that a card says in plain words."""
    week, last, before = (each.median for each in windows)
    assert week is not None and last is not None and before is not None
    if key == "main":
        return f"Usually {count(last)}; it was {count(before)} in the weeks before."
    return (
        f"{number(week)} g a day in the last 7 days." if key == "amount" else f"{count(week)} a day in the last 7 days."
    )


def _signed(value: float) -> str:
    said = number(abs(value))
    return said if not float(said) else f"{'−' if value < 0 else '+'}{said}"


def _paper_is_account(pdf: str, account: Account) -> None:
    labels = {"amount": "Amount, g a day", "doses": "Doses a day", "main": f"{MAIN} 0–10"}
    for key, label in labels.items():
        cells = [each.said(SAY[key]) for each in _windows(account, key)]
        assert " ".join([label, *cells]) in pdf
    days = ("used", "none, confirmed", "other entries only")
    assert " ".join(["Days recorded", *_of_windows(account, days, None)]) in pdf
    assert " ".join(["Days without, confirmed", *_of_windows(account, days[1:2], days[:2])]) in pdf
    recorded = sum(account.state(day) != "not recorded" for day in days_back(LAST, DAYS))
    assert f"Entries on {recorded} of {DAYS} days." in pdf
    weights = [mg for _, kind, mg in account.doses if kind == "leaf"]
    assert f"{LEAF} 100 % {len(weights)}" in pdf


def _of_windows(account: Account, counted: tuple[str, ...], of: tuple[str, ...] | None) -> list[str]:
    """ "26 of 28" for each window: days in these states, of those in other states (None: of all)."""
    windows = (days_back(LAST, 7), days_back(LAST, 28), days_back(LAST - dt.timedelta(days=28), 28))
    states = [[account.state(day) for day in days] for days in windows]
    return [
        f"{sum(each in counted for each in found)} of {sum(of is None or each in of for each in found)}"
        for found in states
    ]


def _paper_is_screen(pdf: str, screen: Screen) -> None:
    assert screen.numbers[0][1] in pdf  # the comparison of the amount
    assert screen.numbers[0][2] in pdf  # its trend
