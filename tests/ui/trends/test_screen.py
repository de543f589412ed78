"""Trends: sentences, chart, table and calendar of a range; read in a worker, read again only when it matters."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Note, Rating, Symptom
from journal.core.moments import moment_from_local
from journal.core.symptoms import SymptomKind
from journal.insights.period import summarise_period
from journal.insights.plain import plain_cards
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import symptom_name
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.tasks import Task
from journal.ui.kit.theme import apply_theme
from journal.ui.trends import findings
from journal.ui.trends.screen import TrendsScreen
from tests.journals import now
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.trends.conftest import TODAY, OpenScreen, settled
from tests.ui.trends.weeks import BACK, GREEN, dose_on, fill, rating_on

Key = Qt.Key
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def screen(weeks: Logbook, open_screen: OpenScreen) -> TrendsScreen:
    return open_screen(weeks)


def pick(row: ChipRow, key: str) -> None:
    row.set_value(key)
    row.changed.emit(key)


def choose(qtbot: QtBot, screen: TrendsScreen, row: ChipRow, key: str) -> None:
    pick(row, key)
    settled(qtbot, screen)


def days_shown(screen: TrendsScreen) -> int:
    assert screen._shown is not None
    return screen._shown.chart.count


# --- what it says ---------------------------------------------------------------------------------------------------


def test_the_cards_say_the_summary_of_the_twelve_weeks_up_to_yesterday(screen: TrendsScreen, weeks: Logbook) -> None:
    period = Span(YESTERDAY - dt.timedelta(days=83), YESTERDAY)
    facts = weeks.facts(period.first, period.last)
    summary = summarise_period(facts, {GREEN.id: GREEN}, weeks.symptoms(), period)
    names = {each.id: symptom_name(english(), each) for each in weeks.symptoms()}
    shown = [(card.title.text(), card.sentence.text()) for card in screen.cards.cards]
    assert shown == [(card.title, card.text) for card in plain_cards(english(), summary, names)]
    assert shown[3][0] == "Lower back pain"
    assert screen.up_to.text() == "30 Aug 2026 to 21 Nov 2026, up to yesterday"
    assert screen.title.text() == "12 weeks at a glance" and "7-day median" in screen.key_line.text()


def test_the_numbers_are_one_click_away(screen: TrendsScreen) -> None:
    card = screen.cards.cards[0]
    assert not card.numbers.isVisible() and card.link.accessibleName() == "Leaf: amount per day taken: Show the numbers"
    card.link.click()
    assert card.numbers.isVisible() and card.link.words() == "Hide the numbers"
    said = [line.text() for line in widgets_in(card._lines)]  # type: ignore[attr-defined]
    assert said[0].startswith("Median 5.0 ") and "(n 2" in said[0]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("key", "days"), [("28", 28), ("84", 84), ("365", 365), ("all", 100)])
def test_the_range_decides_the_days(qtbot: QtBot, screen: TrendsScreen, key: str, days: int) -> None:
    choose(qtbot, screen, screen.ranges, key)
    assert days_shown(screen) == days
    assert screen._shown is not None and screen._shown.chart.day(days - 1) == YESTERDAY


def test_the_last_of_quick_requests_is_shown(qtbot: QtBot, screen: TrendsScreen) -> None:
    for key in ("365", "28", "all", "28"):
        pick(screen.ranges, key)
    pick(screen.views, "calendar")
    settled(qtbot, screen)
    assert days_shown(screen) == 28 and screen.chart.accessibleName() == "Calendar: leaf, g a day by day"


def test_the_calendar_shows_the_chosen_measure(qtbot: QtBot, screen: TrendsScreen) -> None:
    assert not screen.measures.isVisible()
    choose(qtbot, screen, screen.views, "calendar")
    assert screen.measures.isVisible()
    choose(qtbot, screen, screen.measures, "symptom")
    assert screen.chart.accessibleName() == "Calendar: Lower back pain by day"


# --- too little -----------------------------------------------------------------------------------------------------


def test_with_fewer_than_seven_days_it_asks_for_more(
    qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    fill(plain_book, 5)
    screen = open_screen(plain_book)
    assert screen.empty_card.words.text() == "Log 7 days to see a trend. 5 so far."
    assert not screen.cards.isVisible() and not screen.chart.isVisible()
    with qtbot.waitSignal(screen.log_wanted):
        screen.empty_card.log_now.click()
    choose(qtbot, screen, screen.views, "calendar")
    assert screen.chart.isVisible() and screen.empty_card.isVisible()


def test_where_only_today_has_entries_it_says_from_when_they_count(
    qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    plain_book.save(GREEN)
    screen = open_screen(plain_book)
    plain_book.save(dose_on(TODAY, 9))
    settled(qtbot, screen)
    assert screen.empty_card.words.text() == (
        "Log 7 days to see a trend. 0 so far. Today has entries and is counted from tomorrow on."
    )


def test_where_all_data_are_older_it_says_since_when_and_shows_them_with_one_action(
    qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    plain_book.save(GREEN, BACK)
    long_ago = dt.date(2024, 3, 3)
    plain_book.save(*(rating_on(long_ago - dt.timedelta(days=n), BACK, 5) for n in range(10)))
    screen = open_screen(plain_book)
    assert screen.empty_card.words.text() == (
        "Log 7 days to see a trend. 0 so far. The last day before that is 3 Mar 2024."
    )
    screen.empty_card.show_all.click()
    settled(qtbot, screen)
    assert screen.ranges.value() == "all" and not screen.empty_card.isVisible() and screen.chart.isVisible()
    choose(qtbot, screen, screen.ranges, "28")
    assert screen.empty_card.show_all.isVisible()


def test_an_empty_journal_has_all_ranges(qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(plain_book)
    choose(qtbot, screen, screen.ranges, "all")
    assert not screen.empty_card.show_all.isVisible()
    assert days_shown(screen) == 28 and screen.empty_card.words.text() == "Log 7 days to see a trend. 0 so far."


# --- the days behind it ---------------------------------------------------------------------------------------------


def test_enter_on_a_day_of_the_chart_wants_its_entries(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.chart.setFocus()
    with qtbot.waitSignal(screen.day_wanted) as wanted:
        for key in (Key.Key_End, Key.Key_Left, Key.Key_Return):
            QTest.keyClick(screen.chart, key)
    assert wanted.args == [YESTERDAY - dt.timedelta(days=1)]


def test_the_table_is_the_charts_own(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.as_table.click()
    settled(qtbot, screen)
    names, rows = screen.chart.table()
    assert (screen.table.rows.names, screen.table.rows.rows) == (names, rows) and len(rows) == 84
    assert screen.table.view.isVisible() and not screen.chart.isVisible()
    assert screen.as_table.text() == screen.as_table.accessibleName() == "Show as chart"
    with qtbot.waitSignal(screen.day_wanted) as wanted:
        QTest.keyClick(screen.table.view, Key.Key_Return)
    assert wanted.args == [YESTERDAY]
    screen.as_table.click()
    assert screen.chart.isVisible() and not screen.table.isVisible()


def test_the_table_follows_the_range(qtbot: QtBot, screen: TrendsScreen) -> None:
    screen.as_table.click()
    choose(qtbot, screen, screen.ranges, "28")
    qtbot.waitUntil(lambda: len(screen.table.rows.rows) == 28)


def test_the_copy_is_csv_without_formulas(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    back = weeks.get(BACK.id)
    assert isinstance(back, Symptom)
    weeks.save(replace(back, name="=1+1, “x”"))
    screen = open_screen(weeks)
    screen.as_table.click()
    settled(qtbot, screen)
    screen.table.copy.click()
    rows = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert rows[0][-1] == "'=1+1, “x”" and len(rows) == 85 and rows[-1] == screen.chart.table()[1][-1]
    assert screen.table.copied.text() == "84 days were copied."


# --- what is new ----------------------------------------------------------------------------------------------------


def reads(screen: TrendsScreen, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    asked: list[int] = []
    real = findings.read_findings

    def counted(*arguments: object) -> findings.Findings:
        asked.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(findings, "read_findings", counted)
    return asked


def test_an_entry_of_a_shown_day_is_seen_and_undone(qtbot: QtBot, screen: TrendsScreen, weeks: Logbook) -> None:
    before = screen.chart.table()[1][-1]
    weeks.save(dose_on(YESTERDAY, 20))
    qtbot.waitUntil(lambda: screen.chart.table()[1][-1] != before)
    settled(qtbot, screen)
    weeks.undo()
    qtbot.waitUntil(lambda: screen.chart.table()[1][-1] == before)


def test_what_is_written_on_the_running_day_is_not_read(
    qtbot: QtBot, screen: TrendsScreen, weeks: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = reads(screen, monkeypatch)
    weeks.save(Note(at=now(weeks), text="x"))
    assert not screen._requests.busy
    weeks.save(replace(GREEN, name="Other name"))
    assert screen._requests.busy
    settled(qtbot, screen)
    assert asked == [1]


def test_hidden_it_reads_when_it_is_shown_again(
    qtbot: QtBot, screen: TrendsScreen, weeks: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = reads(screen, monkeypatch)
    screen.hide()
    weeks.save(dose_on(YESTERDAY, 20))
    weeks.save(dose_on(YESTERDAY, 21))
    assert not screen._requests.busy
    screen.show()
    screen.shown()
    settled(qtbot, screen)
    screen.shown()
    settled(qtbot, screen)
    assert asked == [1] and screen.chart.table()[1][-1][3] == "4"


def test_stopped_it_says_so_and_reads_again(
    qtbot: QtBot, screen: TrendsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr(Task, "cancelled", lambda _task: True)
        pick(screen.ranges, "all")
        qtbot.waitUntil(lambda: not screen._requests.busy)
    assert screen.message.text() == "Stopped before everything was read."
    screen.message.buttons()[0].click()
    settled(qtbot, screen)
    assert days_shown(screen) == 100 and screen.message.text() == ""


# --- how it looks ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_everything_has_a_name_and_a_place_at_200_percent(
    qapp: QApplication, qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    apply_theme(qapp, "dark", 200)
    screen = open_screen(weeks, longer(), NARROW)
    found = {}
    for state in ("chart", "numbers", "calendar", "table"):
        if state == "numbers":
            screen.cards.cards[0].link.click()
        elif state == "calendar":
            choose(qtbot, screen, screen.views, "calendar")
        elif state == "table":
            screen.as_table.click()
            settled(qtbot, screen)
        qtbot.wait(20)
        found[state] = cut(screen, NARROW) + unnamed(screen) + unreachable(screen)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_any_rated_symptom_is_shown_in_chart_and_sentence(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    sleep = Symptom(name="Sleep badly", position=7)
    side = Symptom(name="Itching", position=8, kind=SymptomKind.SIDE_EFFECT)
    never = Symptom(name="Never rated", position=9)
    at = [moment_from_local(dt.datetime.combine(YESTERDAY - dt.timedelta(days=n), dt.time(9)), "UTC") for n in range(9)]
    weeks.save(
        sleep, side, never, *(Rating(at=each, symptom=known.id, value=4) for each in at for known in (sleep, side))
    )
    screen = open_screen(weeks)
    offered = [screen.symptoms.itemText(number) for number in range(screen.symptoms.count())]
    assert screen.symptoms.isVisible() and offered == ["Lower back pain", "Sleep badly", "Itching"]
    assert screen.symptoms.currentText() == "Lower back pain"
    screen.symptoms.setCurrentIndex(1)
    settled(qtbot, screen)
    assert screen.cards.cards[3].title.text() == "Sleep badly" and screen.symptoms.currentText() == "Sleep badly"
    assert screen._findings is not None and screen._findings.symptom == "Sleep badly"
    choose(qtbot, screen, screen.views, "calendar")
    choose(qtbot, screen, screen.measures, "symptom")
    assert screen.chart.accessibleName() == "Calendar: Sleep badly by day"
    choose(qtbot, screen, screen.ranges, "365")
    assert screen._findings.symptom == "Sleep badly", "it stays chosen in another range"
    choose(qtbot, screen, screen.views, "series")
    assert not screen.symptoms.isVisible()


def test_hours_since_the_last_dose_are_columns_that_open_no_day(qtbot: QtBot, screen: TrendsScreen) -> None:
    choose(qtbot, screen, screen.views, "hours")
    assert screen.chart.accessibleName() == "Lower back pain by hours since the last dose"
    assert screen.title.text() == screen.chart.accessibleName() and "cause" in screen.key_line.text()
    qtbot.waitUntil(lambda: screen.chart.image() is not None, timeout=20_000)
    wanted: list[object] = []
    screen.day_wanted.connect(wanted.append)
    screen.chart.setFocus()
    QTest.keyClick(screen.chart, Key.Key_Home)
    QTest.keyClick(screen.chart, Key.Key_Return)
    assert screen.chart.sentence().startswith("< 1 hours after a dose: ") and wanted == []
    screen.toggle_table()
    settled(qtbot, screen)
    assert screen.table.rows.rowCount() == 6
    screen.table.view.setFocus()
    QTest.keyClick(screen.table.view, Key.Key_Return)
    assert wanted == []


def test_before_and_after_follows_the_symptom_and_opens_no_day(qtbot: QtBot, screen: TrendsScreen) -> None:
    choose(qtbot, screen, screen.views, "changes")
    assert screen.chart.accessibleName() == "Lower back pain before and after a dose"
    qtbot.waitUntil(lambda: screen.chart.image() is not None, timeout=20_000)
    wanted: list[object] = []
    screen.day_wanted.connect(wanted.append)
    screen.chart.setFocus()
    QTest.keyClick(screen.chart, Key.Key_End)
    QTest.keyClick(screen.chart, Key.Key_Return)
    assert "higher after the dose" in screen.chart.sentence() and wanted == []
    assert not screen.groups.isVisible()
