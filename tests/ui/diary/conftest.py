"""A diary on a real journal: two products, two symptoms, a few days of entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Note, Phase, Product, ProductKind, Rating, Symptom
from journal.core.moments import Moment, moment_from_local
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.row_model import DiaryRows
from journal.ui.diary.screen import DiaryScreen
from journal.ui.kit.theme import apply_theme
from tests.journals import clock, plain_book, plain_journal, templates
from tests.ui.conftest import BridgeTo
from tests.ui.workers import let_workers_end

__all__ = ["clock", "plain_book", "plain_journal", "templates"]

TODAY = dt.date(2026, 11, 22)
WEIGHED = Amount("2.5", 2500, Dimension.MASS, Basis.WEIGHED)


def at(time: str, days_ago: int = 0) -> Moment:
    """That time of day in Berlin, so many days before the tests' today."""
    local = dt.datetime.combine(TODAY - dt.timedelta(days=days_ago), dt.time.fromisoformat(time))
    return moment_from_local(local, "Europe/Berlin")


@dataclass(frozen=True)
class Filled:
    """A journal with entries that the tests know by name."""

    book: Logbook
    green: Product
    red: Product
    back: Symptom
    nausea: Symptom
    dose: Dose
    before: Rating
    felt: tuple[Rating, Rating]
    note: Note
    mark: DayMark
    old: Dose


def fill(book: Logbook) -> Filled:
    green, red = Product(name="Green Borneo", kind=ProductKind.LEAF_POWDER), Product(name="Red Bali & Co")
    back = Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True)
    nausea = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=1)
    dose = Dose(at=at("08:10"), product=green.id, amount=WEIGHED)
    before = Rating(at=at("08:10"), symptom=back.id, value=6, dose=dose.id, phase=Phase.BEFORE)
    first = Rating(at=at("09:00"), symptom=back.id, value=5, dose=dose.id, phase=Phase.AFTER)
    felt = (first, Rating(at=at("09:00"), symptom=nausea.id, value=2, group=first.group))
    note = Note(at=at("21:15", 1), text="Slept badly <b>x</b>")
    mark = DayMark(day=TODAY - dt.timedelta(days=2))
    old = Dose(at=at("12:00", 40), product=red.id)
    filled = Filled(book, green, red, back, nausea, dose, before, felt, note, mark, old)
    book.save(green, red, back, nausea, label="start.set_up")
    for entries in ((dose, before), felt, (note,), (mark,), (old,)):
        book.save(*entries)
    return filled


@pytest.fixture
def filled(plain_book: Logbook) -> Filled:
    return fill(plain_book)


@pytest.fixture
def open_screen(qtbot: QtBot, qapp: QApplication, bridge_to: BridgeTo) -> Callable[[Logbook], DiaryScreen]:
    """Opens the diary on a journal and waits until it is filled."""
    apply_theme(qapp, "light", 100)

    def show(book: Logbook) -> DiaryScreen:
        screen = DiaryScreen(bridge_to(book, english()))
        qtbot.addWidget(screen)
        screen.resize(1000, 800)
        screen.show()
        with qtbot.waitExposed(screen):
            pass
        settle(qtbot, screen)
        return screen

    return show


@pytest.fixture
def screen(filled: Filled, open_screen: Callable[[Logbook], DiaryScreen]) -> DiaryScreen:
    return open_screen(filled.book)


def settle(qtbot: QtBot, screen: DiaryScreen) -> None:
    """Until the workers are done and the list is there."""
    qtbot.waitUntil(lambda: screen.diary.is_loaded)
    let_workers_end()
    qtbot.wait(1)


def titles(screen: DiaryScreen) -> list[str]:
    """What the list shows, row by row: a header by its fact, an entry by its title."""
    model = screen.list.model()
    assert isinstance(model, DiaryRows)
    shown = []
    for number in range(model.rowCount()):
        line, row = model.line(number), model.row(number)
        assert line is not None and row is not None
        shown.append(line.title if row.entries else f"[{line.title or line.detail}: {line.fact}]")
    return shown


def select(screen: DiaryScreen, entry: Entry) -> None:
    """Put the keyboard on this entry."""
    assert screen.rows.show_entry(entry)
    screen.list.setFocus()
