"""Report: what is chosen is on the pages, nothing typed is lost, and nothing leaves unlocked that was to be locked."""

from __future__ import annotations

import datetime as dt
import re
import time
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Symptom
from journal.core.health import Statement, Subject
from journal.core.preferences import setting_for
from journal.core.substances import Substance
from journal.demo import made_up_entries
from journal.logbook import Logbook
from journal.ui.kit.tasks import Task
from journal.ui.kit.theme import apply_theme
from journal.ui.report.choices import shortened
from journal.ui.report.making import Source
from journal.ui.report.screen import ReportScreen
from tests.journals import now
from tests.ui.conftest import ctrl, keys
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.fonts import both_fonts
from tests.ui.report.conftest import PASSWORD, YESTERDAY, OpenScreen, active, settled, type_password, words
from tests.ui.trends.weeks import DARK_URINE, SUICIDAL, rating_on


@pytest.fixture
def screen(weeks: Logbook, open_screen: OpenScreen) -> ReportScreen:
    return open_screen(weeks)


def pick(row: Any, key: str) -> None:
    row.set_value(key)
    row.changed.emit(key)


# --- what is on the pages -------------------------------------------------------------------------------------------


def test_the_pages_are_there_to_be_seen_and_heard(screen: ReportScreen) -> None:
    assert screen.preview.number.text() == "Page 1 of 3"
    assert "30 Aug 2026 – 21 Nov 2026" in words(screen)
    image = screen.preview.pages.image(0)
    assert image is not None and image.size() == screen.preview.pages._sizes[0] * screen.devicePixelRatioF()
    dark = [QColor(image.pixel(x, y)) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    assert sum(each.lightness() < 128 and each.alpha() > 128 for each in dark) > 20
    screen.preview.area.setFocus()
    assert screen.preview.area.accessibleName() == "Preview of the report. Page 1 of 3"
    assert "Lower back pain" in screen.preview.area.accessibleDescription()


@pytest.mark.slow
def test_own_words_and_goal_are_on_the_page(qtbot: QtBot, screen: ReportScreen) -> None:
    QTest.keyClicks(screen.choices.words, "Constipation <b>& more</b>")
    screen.choices.goal.setText("cut down")
    screen.choices.planned.setText("operation on 30 June")
    settled(qtbot, screen)
    assert "“Constipation <b>& more</b>” Wants cut down. Planned: operation on 30 June." in words(screen)


@pytest.mark.slow
def test_longer_words_are_kept_and_the_page_shows_their_beginning(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.choices.words.set_text("Pain " * 60 + "end")
    settled(qtbot, screen)
    assert screen.choices.length.text() == "303 of 240 letters. The page shows the beginning."
    assert words(screen).count("Pain Pain") > 10 and "Pain…”" in words(screen) and "Pain end" not in words(screen)
    screen.choices.words.set_text("x" * 210)
    assert screen.choices.length.text() == "210 of 240 letters"
    screen.choices.words.set_text("x")
    assert not screen.choices.length.isVisible()


def test_the_name_is_on_the_page_only_when_it_is_ticked(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.choices.name.setText("Sam Person")
    screen.choices.birth_year.setText("1980")
    settled(qtbot, screen)
    assert "Sam Person" not in words(screen) and not screen.choices.person.isVisible()
    screen.choices.named.tick()
    settled(qtbot, screen)
    assert "Sam Person" in words(screen) and "1980" in words(screen)
    screen.choices.birth_year.setText("19")
    settled(qtbot, screen)
    assert screen.choices.year_problem.text() == "Type a year, such as 1980." and "19 " not in words(screen)[:80]


def test_which_page_is_in_sight_is_said_anew_when_the_pages_grow(screen: ReportScreen) -> None:
    preview = screen.preview
    preview.pages.show_sizes([QSize(30, 40)] * 3)  # as drawn before the screen has its size
    preview._say_page()
    assert preview.number.text() == "Page 3 of 3"
    preview._draw()
    assert preview.number.text() == "Page 1 of 3"


def test_warning_symptoms_can_be_left_out_and_thoughts_of_suicide_need_a_yes(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook
) -> None:
    choices = screen.choices
    assert not choices.boxes["warnings"].isVisible() and not choices.boxes["suicidal"].isVisible()
    assert not screen.left_out.isVisible()
    weeks.save(rating_on(YESTERDAY, DARK_URINE, 3), rating_on(YESTERDAY, SUICIDAL, 2))
    settled(qtbot, screen)
    assert choices.boxes["warnings"].isVisible() and choices.boxes["suicidal"].isVisible()
    assert (
        choices.boxes["warnings"].is_ticked()
        and not choices.boxes["suicidal"].is_ticked()
        and not choices.boxes["notes"].isVisible()
    )
    assert re.search(
        r"dark urine on 1 day, 3 of 10, [^;.]*, \d\d:\d\d Whether it has passed is not written down\.", words(screen)
    )
    assert "suicide" not in words(screen)
    assert screen.left_out.isVisible() and "hidden rating" not in words(screen)
    assert screen.left_out.text() == "A hidden rating is left out of the page. Tick it to print it."
    choices.boxes["suicidal"].tick()
    settled(qtbot, screen)
    assert not screen.left_out.isVisible()
    assert "thoughts of suicide on 1 day, 2 of 10" in words(screen)
    choices.boxes["warnings"].tick(False)
    settled(qtbot, screen)
    assert "dark urine on 1 day, 3" not in words(screen)


def test_thoughts_of_suicide_in_own_words_need_the_same_yes(qtbot: QtBot, screen: ReportScreen, weeks: Logbook) -> None:
    own = Symptom(name="suicidal", position=8)
    weeks.save(own, rating_on(YESTERDAY, own, 7))
    settled(qtbot, screen)
    assert screen.choices.boxes["suicidal"].isVisible() and not screen.choices.boxes["suicidal"].is_ticked()
    assert "suicidal" not in words(screen)
    screen.choices.boxes["suicidal"].tick()
    settled(qtbot, screen)
    assert "suicidal on 1 day, 7 of 10" in words(screen)


@pytest.mark.slow
def test_what_keeps_thoughts_of_suicide_off_the_pages_is_there_to_be_seen(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook
) -> None:
    """A tick taken away in a longer period is not hidden in a shorter one with nothing but these."""
    choices = screen.choices
    weeks.save(rating_on(YESTERDAY - dt.timedelta(days=60), DARK_URINE, 3), rating_on(YESTERDAY, SUICIDAL, 7))
    settled(qtbot, screen)
    choices.boxes["warnings"].tick(False)
    assert not choices.boxes["suicidal"].isEnabled() and not choices.boxes["notes"].isEnabled()
    choices.period.restore({"range": "28", "first": "", "last": ""})
    choices.changed.emit()
    settled(qtbot, screen)
    assert choices.boxes["warnings"].isVisible() and choices.boxes["suicidal"].isVisible()
    choices.boxes["warnings"].tick()
    assert choices.boxes["suicidal"].isEnabled()
    choices.boxes["suicidal"].tick()
    settled(qtbot, screen)
    assert "thoughts of suicide on 1 day, 7 of 10" in words(screen)


@pytest.mark.usefixtures("same_pages")
def test_without_warning_symptoms_their_parts_have_no_tick_until_it_is_back(screen: ReportScreen) -> None:
    choices = screen.choices
    choices.boxes["suicidal"].tick()
    choices.boxes["warnings"].tick(False)
    assert not choices.boxes["suicidal"].is_ticked() and not choices.boxes["suicidal"].box.isEnabled()
    chosen = choices.chosen()
    assert chosen is not None and not chosen.suicidal and not chosen.notes
    choices.boxes["warnings"].tick()
    assert (
        choices.boxes["suicidal"].is_ticked()
        and choices.boxes["suicidal"].box.isEnabled()
        and not choices.boxes["notes"].is_ticked()
    )


@pytest.mark.slow
def test_notes_beside_warning_symptoms_are_shown_when_asked_for(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook
) -> None:
    rating = rating_on(YESTERDAY, DARK_URINE, 3)
    weeks.save(rating, Note(at=rating.at, text="like cola"))
    settled(qtbot, screen)
    assert screen.choices.boxes["notes"].isVisible() and not screen.choices.boxes["notes"].is_ticked()
    assert "dark urine on 1 day, 3 of 10" in words(screen) and "like cola" not in words(screen)
    screen.choices.boxes["notes"].tick()
    settled(qtbot, screen)
    assert re.search(r"dark urine on 1 day, 3 of 10, [^“]*“like cola”", words(screen))


@pytest.mark.slow
def test_other_periods_are_typed(qtbot: QtBot, screen: ReportScreen) -> None:
    period = screen.choices.period
    pick(period.chips, "28")
    settled(qtbot, screen)
    assert "25 Oct 2026 – 21 Nov 2026" in words(screen)
    pick(period.chips, "other")
    assert (period.first.edit.text(), period.last.edit.text()) == ("30 Aug 2026", "21 Nov 2026")
    period.first.edit.setText("2026-09-01")
    period.last.edit.setText("2026-10-01")
    settled(qtbot, screen)
    assert "1 Sep 2026 – 1 Oct 2026" in words(screen)


@pytest.mark.quick_every(3)
@pytest.mark.usefixtures("same_pages")
@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("2026-11-02", "2026-11-01", "The first day is after the last."),
        ("2026-11-02", "2026-11-23", "The last day is still to come."),
        ("", "2026-11-01", "Type the first and the last day."),
    ],
)
def test_a_period_that_is_none_is_said_and_not_saved(screen: ReportScreen, first: str, last: str, why: str) -> None:
    pick(screen.choices.period.chips, "other")
    screen.choices.period.first.edit.setText(first)
    screen.choices.period.last.edit.setText(last)
    assert screen.choices.period.problem.text() == why and screen.choices.chosen() is None
    screen.outgoing.save_button.click()
    assert screen.outgoing.message.text() == why and screen.outgoing.dialog is None


@pytest.mark.slow
def test_paper_is_the_usual_one_until_another_is_chosen(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks, paper="letter")
    assert screen.preview._pages[0].points.toSize() == QSize(612, 792)
    pick(screen.choices.paper, "a4")
    settled(qtbot, screen)
    assert screen.preview._pages[0].points.toSize() == QSize(595, 842)
    assert weeks.preferences.paper == "a4" and open_screen(weeks, paper="letter").choices.paper.value() == "a4"
    weeks.save(setting_for("paper", "auto"))
    assert screen.choices.paper.value() == "letter"


@pytest.mark.slow
def test_the_last_of_quick_changes_is_on_the_page(qtbot: QtBot, screen: ReportScreen) -> None:
    for number in range(4):
        screen.choices.goal.setText(f"goal {number}")
        screen._make()
    settled(qtbot, screen)
    assert "goal 3" in words(screen)


@pytest.mark.slow
def test_what_is_written_down_today_is_on_the_pages_at_once(qtbot: QtBot, screen: ReportScreen, weeks: Logbook) -> None:
    """Also after the last day of the period: today's doses, lists looked through today, new warning symptoms."""
    today = weeks.today()
    weeks.save(Dose(at=now(weeks), amount=Amount("7.25 g", 7250, Dimension.MASS, Basis.WEIGHED)))
    settled(qtbot, screen)
    assert "7.25 g" in words(screen)
    weeks.save(Statement(day=today, subject=Subject.NO_ALLERGIES))
    settled(qtbot, screen)
    assert "none that the person knows of" in words(screen)
    weeks.save(rating_on(today, DARK_URINE, 1))
    settled(qtbot, screen)
    assert "dark urine on 1 day, 1 of 10" in words(screen)


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_lists_are_read_once_while_words_are_typed(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[type[Entry]] = []
    listed = Logbook.listed

    def counted(book: Logbook, cls: type[Any]) -> list[Any]:
        reads.append(cls)
        return listed(book, cls)

    monkeypatch.setattr(Logbook, "listed", counted)
    for text in ("Can", "Can I", "Can I cut down?"):
        screen.choices.words.set_text(text)
        settled(qtbot, screen)
    weeks.save(Substance(name="Made-up tablets", since=YESTERDAY))
    settled(qtbot, screen)
    assert reads.count(Substance) == 1


# --- nothing is lost ------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("same_pages")
def test_the_words_wait_in_the_journal(weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    screen.choices.words.set_text("Can I cut down?\nSecond line")
    screen.choices.goal.setText("g")
    screen.choices.planned.setText("knee")
    screen.choices.named.tick()
    screen.choices.boxes["suicidal"].tick()
    type_password(screen, PASSWORD)
    screen.hide()
    kept = weeks.draft("report")
    assert kept is not None and PASSWORD not in kept.content
    again = open_screen(weeks).choices
    assert (again.words.text(), again.goal.text(), again.planned.text()) == (
        "Can I cut down?\nSecond line",
        "g",
        "knee",
    )
    assert not again.named.is_ticked() and not again.boxes["suicidal"].is_ticked() and again.lock.text() == ""


@pytest.mark.usefixtures("same_pages")
def test_a_pause_in_typing_keeps_the_draft(qtbot: QtBot, screen: ReportScreen, weeks: Logbook) -> None:
    screen.choices.words.set_text("kept")
    qtbot.waitUntil(lambda: weeks.draft("report") is not None, timeout=5000)


# --- how it behaves -------------------------------------------------------------------------------------------------


@pytest.mark.slow
@both_fonts
def test_everything_has_a_name_and_a_place_at_200_percent(
    qapp: QApplication, qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    apply_theme(qapp, "dark", 200)
    weeks.save(rating_on(YESTERDAY, DARK_URINE, 3), rating_on(YESTERDAY, SUICIDAL, 2))
    screen = open_screen(weeks, longer(), NARROW)
    pick(screen.choices.period.chips, "other")
    screen.choices.named.tick()
    settled(qtbot, screen)
    assert cut(screen, NARROW) + unnamed(screen) + unreachable(screen) == []


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_a_click_on_the_words_ticks(screen: ReportScreen) -> None:
    QTest.mouseClick(screen.choices.named.words, Qt.MouseButton.LeftButton)
    assert screen.choices.named.is_ticked() and screen.choices.person.isVisible()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", "one two"),
        ("one two three", "one two…"),
        ("one " + "x" * 20, "one xxxx…"),
        ("one two x", "one two x"),
    ],
)
def test_texts_are_cut_at_a_word_where_one_ends_late(text: str, expected: str) -> None:
    assert shortened(text, 9) == expected


def longest_part(qtbot: QtBot, screen: ReportScreen) -> float:
    """The longest stretch in which the main thread heard of nothing, as a part of the time in which pages were made.

    A part of the same making, not seconds: a slow machine makes both longer. Time in which other programs had the
    processors does not count. ``tests bench stalls`` measures the seconds.
    """
    beats: list[tuple[float, float]] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.process_time())))
    timer.start()
    screen._source = None
    screen._make()
    settled(qtbot, screen)
    timer.stop()
    gaps = [(later[0] - earlier[0], later[1] - earlier[1]) for earlier, later in pairwise(beats)]
    return max(min(passed, computed) for passed, computed in gaps) / (beats[-1][0] - beats[0][0])


@pytest.mark.slow
def test_the_window_never_stands_still_while_ten_years_are_put_on_pages(
    qtbot: QtBot, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    entries = made_up_entries(1, plain_book.today(), 3653, "Europe/Berlin", plain_book.clock.now_ms())
    plain_book.save_all(entries, label="many.imported", origin="import")
    screen = open_screen(plain_book)
    pick(screen.choices.period.chips, "other")
    screen.choices.period.first.edit.setText("2016-11-22")
    settled(qtbot, screen)
    assert "22 Nov 2016 – 21 Nov 2026" in words(screen)
    # The best of three: code that stands still does so each time, a machine that is busy for a moment does not.
    assert min(longest_part(qtbot, screen) for _ in range(3)) < 0.15


@pytest.mark.slow
def test_typing_reads_the_journal_once(qtbot: QtBot, screen: ReportScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    source = screen._current_source()
    assert isinstance(source, Source)
    kept = source._kept
    assert len(kept) == 2  # the period, and the day on which the page is made
    screen.choices.words.set_text("more")
    settled(qtbot, screen)
    assert screen._current_source() is source and source._kept is kept


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_stopped_it_says_so_and_makes_the_pages_again(
    qtbot: QtBot, screen: ReportScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr(Task, "cancelled", lambda _task: True)
        screen._make()
        qtbot.waitUntil(lambda: not screen._requests.busy)
    assert screen.message.text() == "Stopped before the pages were made."
    screen.message.buttons()[0].click()
    settled(qtbot, screen)
    assert screen.message.text() == ""


@pytest.mark.slow
def test_standard_keys_save_and_print(qtbot: QtBot, screen: ReportScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    active(qtbot, screen)
    screen.choices.words.setFocus()
    monkeypatch.setattr("journal.ui.report.printing.any_printer", lambda: False)
    keys(ctrl(Qt.Key.Key_P))
    assert screen.outgoing.message.text().startswith("No printer is set up")
    keys(ctrl(Qt.Key.Key_S))
    assert isinstance(screen.outgoing.dialog, QFileDialog)
    screen.outgoing.dialog.reject()
