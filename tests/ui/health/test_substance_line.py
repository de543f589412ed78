"""Typing medicines: a line each, with Enter; nothing is filled in, computed or taken for known."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from journal.core.entries import Substance
from journal.core.rough_days import RoughDay
from journal.core.substances import Source, Use
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.health.screen import HealthScreen
from journal.ui.health.substance_line import SubstanceLine
from journal.ui.health.wording import substance_rows
from journal.ui.kit.theme import apply_theme
from tests.ui.conftest import ctrl, keys, tick
from tests.ui.health.conftest import OpenScreen, Taken, rows, settle, substances

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def line_of(screen: HealthScreen) -> SubstanceLine:
    return substances(screen).line


def stored(book: Logbook) -> list[Substance]:
    return book.listed(Substance)


def test_a_medicine_is_a_name_an_amount_in_words_and_enter(screen: HealthScreen, plain_book: Logbook) -> None:
    assert QApplication.focusWidget() is line_of(screen).name
    keys("  Magnesium  citrate", TAB, "one, at 1,500 mg", ENTER)
    settle()
    added = stored(plain_book)[-1]
    assert (added.name, added.amount) == ("Magnesium citrate", "one, at 1,500 mg")
    assert (added.source, added.use, added.since, added.until) == (None, None, None, None)
    assert rows(substances(screen)) == ["beer", "Magnesium citrate", "Sertraline <b>", "Gabapentin"]
    assert QApplication.focusWidget() is line_of(screen).name and not line_of(screen).dirty
    keys("Zinc", ENTER)
    settle()
    assert stored(plain_book)[-1].name == "Zinc"


@pytest.mark.parametrize(("typed", "said"), [("2019", "since 2019"), ("march 2019", "since Mar 2019")])
def test_since_a_year_or_a_month_is_shown_as_it_was_typed(
    screen: HealthScreen, plain_book: Logbook, typed: str, said: str
) -> None:
    line = line_of(screen)
    line.name.setText("Zinc")
    line.since.edit.setText(typed)
    line.save()
    settle()
    added = stored(plain_book)[-1]
    assert isinstance(added.since, RoughDay)
    (row,) = substance_rows(Texts(), [added], plain_book.today()).now
    assert row.fact_below == said


@pytest.mark.parametrize(("typed", "ended"), [("2025", True), ("2026", False), ("nov 2026", False)])
def test_until_this_year_or_month_may_still_go_on(
    screen: HealthScreen, plain_book: Logbook, typed: str, ended: bool
) -> None:
    line = line_of(screen)
    line.name.setText("Zinc")
    line.until.edit.setText(typed)
    line.save()
    settle()
    rows_of_it = substance_rows(Texts(), [stored(plain_book)[-1]], plain_book.today())
    assert bool(rows_of_it.earlier) is ended and bool(rows_of_it.now) is not ended


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 200])
def test_its_fields_stand_close_together_and_whole(
    taken: Taken, plain_book: Logbook, open_screen: OpenScreen, qapp: QApplication, percent: int
) -> None:
    apply_theme(qapp, "light", percent)
    line = line_of(open_screen(plain_book, width=1100))
    line.name.setText("beer")
    line.save()
    settle()
    fields = [line.name, line.source, line.use, line.message, line.save_button]
    edges = [(top := each.mapTo(line, QPoint()).y(), top + each.height()) for each in fields]
    assert all(each.isVisible() and each.height() >= 30 * percent // 100 for each in fields)
    gaps = [after[0] - before[1] for before, after in pairwise(edges)]
    assert min(gaps) > 0 and max(gaps) < 30 * percent // 100, gaps


def test_nothing_is_chosen_beforehand_and_what_is_chosen_is_saved(screen: HealthScreen, plain_book: Logbook) -> None:
    line = line_of(screen)
    assert line.source.value() is None and not line.days_chip.isChecked()
    line.name.setText("Tramadol")
    line.source.set_value(Source.PRESCRIBED)
    line.days_chip.setChecked(True)
    line.since.edit.setText("2026-01-05")
    line.save()
    added = stored(plain_book)[-1]
    assert (added.source, added.since) == (Source.PRESCRIBED, dt.date(2026, 1, 5))
    assert line.source.value() is None and line.since.edit.text() == ""


def test_how_often_is_offered_beside_an_amount_in_words(screen: HealthScreen, plain_book: Logbook) -> None:
    line = line_of(screen)
    assert line.use.isVisible() and line.source.y() < line.use.y()
    below = line.source.y()
    keys("Duloxetine", TAB, "60 mg daily in the morning")
    assert line.source.y() == below and line.use.value() is None
    line.use.set_value(Use.DAILY)
    line.save()
    added = stored(plain_book)[-1]
    assert (added.amount, added.use) == ("60 mg daily in the morning", Use.DAILY)
    assert line.use.value() is None


def test_what_cannot_be_is_refused_and_stays_typed(screen: HealthScreen, plain_book: Logbook) -> None:
    line, before = line_of(screen), len(stored(plain_book))
    line.amount.setText("two")
    line.save()
    assert line.message.text() == "Type a name first." and QApplication.focusWidget() is line.name
    line.name.setText("Tramadol")
    line.days_chip.setChecked(True)
    for since, until, said in (
        ("2026-12-24", "", "has not come yet"),
        ("2026-11-02", "2026-11-01", "is before the beginning"),
        ("last year", "", "last year"),
    ):
        line.since.edit.setText(since)
        line.until.edit.setText(until)
        line.save()
        assert said in line.message.text(), said
    assert line.name.text() == "Tramadol" and len(stored(plain_book)) == before


@pytest.mark.slow
def test_the_same_medicine_twice_is_offered_as_one(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    line, before = line_of(screen), len(stored(plain_book))
    keys(" BEER ", TAB, "4, Fridays", ENTER)
    settle()
    assert "“beer” is on your list already" in line.message.text() and len(stored(plain_book)) == before
    assert QApplication.focusWidget() is line.message.buttons()[0]
    keys(ENTER)  # bouncing: the first answer changes nothing
    assert line.name.text() == " BEER " and len(stored(plain_book)) == before
    line.save()
    line.message.buttons()[1].click()
    settle()
    assert screen.form is not None and screen.form.changes_any([taken.beer])
    screen.form.save()
    settle()
    beer = next(each for each in stored(plain_book) if each.id == taken.beer.id)
    assert (beer.name, beer.amount) == ("beer", "4, Fridays") and len(stored(plain_book)) == before


@pytest.mark.parametrize(("since", "until", "led_to"), [("2020", "abc", "until"), ("abc", "2020", "since")])
def test_the_keyboard_goes_to_the_day_that_cannot_be_read(
    screen: HealthScreen, since: str, until: str, led_to: str
) -> None:
    line = line_of(screen)
    line.name.setText("Zinc")
    line.since.edit.setText(since)
    line.until.edit.setText(until)
    line.save()
    settle()
    assert "“abc”" in line.message.text()
    assert QApplication.focusWidget() is getattr(line, led_to).edit


def test_all_of_it_in_one_line_is_taken_apart(screen: HealthScreen, plain_book: Logbook) -> None:
    keys("oxycodone 5 mg twice daily", ENTER)
    settle()
    added = stored(plain_book)[-1]
    assert (added.name, added.amount, added.how_often) == ("oxycodone", "5 mg", "twice daily")
    keys("blue pills 5 mg", ENTER)
    settle()
    added = stored(plain_book)[-1]
    assert (added.name, added.amount, added.how_often) == ("blue pills 5 mg", "", "")


@pytest.mark.parametrize("how", [("oxycodone", TAB, "10 mg"), ("oxycodone 10 mg",)])
def test_another_amount_leaves_no_strength_in_the_name(
    screen: HealthScreen, plain_book: Logbook, how: tuple[str | Qt.Key, ...]
) -> None:
    plain_book.save(kept := Substance(name="oxycodone 5 mg twice daily"))
    keys(*how, ENTER)
    settle()
    line_of(screen).message.buttons()[1].click()
    settle()
    assert screen.form is not None
    screen.form.save()
    settle()
    changed = next(each for each in stored(plain_book) if each.id == kept.id)
    assert (changed.name, changed.amount, changed.how_often) == ("oxycodone", "10 mg", "twice daily")


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("listed", "typed", "alike"),
    [("Xanax", "alprazolam 0.5 mg", False), ("Beloc-Zok", "beloc  zok", True), ("Koffein 1", "koffein-1", True)],
)
def test_another_name_of_the_same_medicine_is_asked_about(
    screen: HealthScreen, plain_book: Logbook, listed: str, typed: str, alike: bool
) -> None:
    plain_book.save(Substance(name=listed))
    before = len(stored(plain_book))
    line = line_of(screen)
    line.name.setText(typed)
    line.save()
    assert f"“{listed}” is on your list already" in line.message.text()
    assert ("may be another name of it" in line.message.text()) is not alike
    line.message.buttons()[2].click()
    assert len(stored(plain_book)) == before + 1


@pytest.mark.slow
def test_other_drinks_and_medicines_are_added_without_a_question(screen: HealthScreen, plain_book: Logbook) -> None:
    for name in ("Wine", "Zolpidem", "oxycodone", "Zinc"):  # beer is there
        before = len(stored(plain_book))
        line_of(screen).name.setText(name)
        line_of(screen).save()
        assert len(stored(plain_book)) == before + 1, line_of(screen).message.text()


def test_what_names_nothing_or_is_too_long_is_refused_whole(screen: HealthScreen, plain_book: Logbook) -> None:
    line, before = line_of(screen), len(stored(plain_book))
    for typed, said in (("...", "“...” names nothing."), ("x" * 500, "Up to 200 letters fit here; this has 500.")):
        line.name.setText(typed)
        line.save()
        assert line.message.text().startswith(said) and line.name.text() == typed
    assert len(stored(plain_book)) == before


def test_another_of_the_same_name_can_be_meant(screen: HealthScreen, plain_book: Logbook) -> None:
    line, before = line_of(screen), len(stored(plain_book))
    line.name.setText("Beer")
    line.save()
    line.message.buttons()[2].click()
    assert len(stored(plain_book)) == before + 1 and line.name.text() == ""


@pytest.mark.slow
def test_one_that_has_ended_can_begin_again_without_a_question(screen: HealthScreen, plain_book: Logbook) -> None:
    before = len(stored(plain_book))
    keys("gabapentin", ENTER)
    settle()
    assert len(stored(plain_book)) == before + 1 and line_of(screen).message.isHidden()


def test_what_is_typed_and_not_added_comes_back(
    screen: HealthScreen, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    line = line_of(screen)
    keys("Half a na", TAB, "three")
    line.source.set_value(Source.OVER_THE_COUNTER)
    assert screen.keep_what_waits() is None
    screen.close()
    again = line_of(open_screen(plain_book))
    assert (again.name.text(), again.amount.text()) == ("Half a na", "three")
    assert again.source.value() is Source.OVER_THE_COUNTER
    again.cancel()
    assert plain_book.drafts() == [] and again.name.text() == ""


def test_folded_days_are_kept_and_said(screen: HealthScreen, plain_book: Logbook) -> None:
    """Folding threw typed days away; the keyboard stayed on the pill, and Enter folded them again."""
    line = line_of(screen)
    keys("Zinc")
    line.days_chip.setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    assert QApplication.focusWidget() is line.since.edit
    keys("2026-01-02", TAB, "2026-02-03")
    line.days_chip.setFocus()
    keys(Qt.Key.Key_Space)
    settle()
    assert not line.since.isVisible() and line.days_chip.text() == "Since 2026-01-02, until 2026-02-03"
    line.until.edit.setText("2026-01-01")
    line.save()
    settle()
    assert "before the beginning" in line.message.text() and QApplication.focusWidget() is line.until.edit
    line.until.edit.setText("")
    line.days_chip.setChecked(False)
    assert line.days_chip.text() == "Since 2026-01-02"
    line.save()
    settle()
    assert (stored(plain_book)[-1].since, stored(plain_book)[-1].until) == (dt.date(2026, 1, 2), None)
    assert line.days_chip.text() == "Since, until" and line.since.edit.text() == ""


def test_escape_empties_the_line_and_undo_takes_back_what_was_added(screen: HealthScreen, plain_book: Logbook) -> None:
    line = line_of(screen)
    keys("Zinc", ESCAPE)
    assert line.name.text() == "" and QApplication.focusWidget() is line.name
    assert not line.cancel_button.isVisible()
    keys("Zinc", ENTER)
    settle()
    tick(plain_book, 1)
    keys(ctrl(Qt.Key.Key_Z))
    assert line.message.isHidden()  # nothing is typed: the window says why nothing is taken back
