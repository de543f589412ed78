"""Private entries stay out of the pages unless that is chosen, and asked a second time at each saving and printing."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Dose, Note, Plan, Product, ProductKind
from journal.core.health import ConditionKind
from journal.logbook import Logbook
from journal.reports import pdf
from journal.reports.sheet_options import SheetKind
from journal.ui.report import printing
from journal.ui.report.screen import ReportScreen
from tests.oracle.read_back import pages_of
from tests.ui.report.conftest import YESTERDAY, OpenScreen, settled, words
from tests.ui.trends.weeks import DARK_URINE, rating_on

QUESTION = "Private entries would be on these pages. Print them this time?"


@pytest.fixture
def screen(weeks: Logbook, open_screen: OpenScreen) -> ReportScreen:
    secret = Product(name="Secret Leaf", kind=ProductKind.LEAF_POWDER)
    weeks.save(secret, Dose(at=rating_on(YESTERDAY, DARK_URINE, 3).at, product=secret.id, private=True))
    return open_screen(weeks)


def choose(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.choices.boxes["private"].tick()
    settled(qtbot, screen)


def asked(qtbot: QtBot, screen: ReportScreen) -> None:
    """Wait until it is known whether the pages tell anything private, and that is asked."""
    qtbot.waitUntil(lambda: screen.outgoing.message.text() == QUESTION and not screen.outgoing.busy, timeout=20_000)


def test_they_stay_out_until_they_are_chosen(qtbot: QtBot, screen: ReportScreen) -> None:
    assert not screen.choices.boxes["private"].is_ticked()
    assert "Secret Leaf" not in words(screen) and "1 dose was written down and is left out." in words(screen)
    choose(qtbot, screen)
    assert "Secret Leaf" in words(screen) and "1 dose was written down and is left out." not in words(screen)
    assert screen.stays_out.list.isHidden()
    assert "Secret Leaf" in [each.title for each in screen.choices.one_by_one._singles]


def test_the_choice_is_offered_where_nothing_is_private_too(weeks: Logbook, open_screen: OpenScreen) -> None:
    assert open_screen(weeks).choices.boxes["private"].isVisible()


def test_nothing_is_saved_before_it_is_answered_again(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    choose(qtbot, screen)
    path = tmp_path / "a.pdf"
    screen.outgoing.save_to(path)
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION and not path.exists() and not screen.outgoing.busy
    leave, print_them = screen.outgoing.message.buttons()
    assert (leave.text(), print_them.text()) == ("Leave them out", "Print them, too")
    print_them.click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy and path.exists(), timeout=20_000)
    assert "Secret Leaf" in " ".join(pages_of(path.read_bytes()))
    assert not screen.choices.boxes["private"].is_ticked()  # it was for one saving
    assert screen.outgoing.message.text() == f"a.pdf is saved in {tmp_path}. This file is not locked."
    choose(qtbot, screen)
    screen.outgoing.save_to(tmp_path / "b.pdf")
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION and not (tmp_path / "b.pdf").exists()


@pytest.mark.slow
def test_a_no_goes_on_without_them_and_says_so(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    choose(qtbot, screen)
    screen.outgoing.save_button.click()
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION and screen.outgoing.dialog is None
    screen.outgoing.message.buttons()[0].click()
    assert screen.outgoing.dialog is not None and not screen.choices.boxes["private"].is_ticked()
    path = tmp_path / "a.pdf"
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy and path.exists(), timeout=20_000)
    said = f"a.pdf is saved in {tmp_path}. This file is not locked. Private entries are left out of it."
    assert screen.outgoing.message.text() == said
    assert "Secret Leaf" not in " ".join(pages_of(path.read_bytes()))
    settled(qtbot, screen)
    assert "Secret Leaf" not in words(screen)
    screen.outgoing.save_to(tmp_path / "b.pdf")
    qtbot.waitUntil(lambda: not screen.outgoing.busy and (tmp_path / "b.pdf").exists(), timeout=20_000)
    assert (
        screen.outgoing.message.text() == f"b.pdf is saved in {tmp_path}. This file is not locked."
    )  # it was said of the other


@pytest.mark.slow
def test_nothing_is_asked_where_no_page_would_tell_anything_private(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    at = rating_on(YESTERDAY, DARK_URINE, 3).at
    weeks.save(Note(at=at, text="quarrel", private=True), Plan(heading="Alone at night"))
    screen, path = open_screen(weeks), tmp_path / "a.pdf"
    choose(qtbot, screen)
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy and path.exists(), timeout=20_000)
    assert not screen.choices.boxes["private"].is_ticked()
    choose(qtbot, screen)
    weeks.save(Dose(at=at, private=True))  # the pages in sight are older than this
    screen.outgoing.save_to(tmp_path / "b.pdf")
    assert screen.outgoing.message.text() == QUESTION
    settled(qtbot, screen)
    screen.outgoing.save_to(tmp_path / "b.pdf")
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION and not (tmp_path / "b.pdf").exists()


@pytest.mark.slow
def test_after_another_choice_it_is_asked_once_more(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    choose(qtbot, screen)
    screen.outgoing.save_button.click()
    asked(qtbot, screen)
    screen.outgoing.message.buttons()[1].click()
    assert screen.outgoing.dialog is not None
    screen.outgoing.dialog.reject()
    screen.outgoing.save_to(tmp_path / "a.pdf")
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION and not (tmp_path / "a.pdf").exists()


def test_before_printing_it_is_asked_again(qtbot: QtBot, screen: ReportScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "any_printer", lambda: False)
    choose(qtbot, screen)
    screen.outgoing.print_button.click()
    asked(qtbot, screen)
    assert screen.outgoing.message.text() == QUESTION
    screen.outgoing.message.buttons()[1].click()
    assert screen.outgoing.message.text().startswith("No printer is set up")


@pytest.mark.slow
def test_the_tick_is_gone_the_next_time(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook, open_screen: OpenScreen
) -> None:
    choose(qtbot, screen)
    screen.hide()
    assert not open_screen(weeks).choices.boxes["private"].is_ticked()


ABOUT_PREGNANCY = "An entry marked private, about pregnancy, would be on these pages. Print it this time?"


@pytest.mark.slow
@pytest.mark.parametrize("kind", [None, *SheetKind])
def test_a_private_pregnancy_is_asked_about_again(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path, kind: SheetKind | None
) -> None:
    weeks.save(Condition(what=ConditionKind.PREGNANCY, name="weekword", private=True))
    screen = open_screen(weeks)
    screen.what.choose(kind)
    settled(qtbot, screen)
    asked = (screen.choices if kind is None else screen.what.forms[kind]).asked["pregnancy"]
    asked.set_answer(True)
    settled(qtbot, screen)
    assert "weekword" in words(screen)
    assert "other private entries, if there are any" in screen.stays_out.list.text()
    path = tmp_path / "a.pdf"
    screen.outgoing.save_to(path)
    assert screen.outgoing.message.text() == ABOUT_PREGNANCY
    assert not path.exists()
    screen.outgoing.message.buttons()[1].click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy and path.exists(), timeout=20_000)
    assert "weekword" in " ".join(pages_of(path.read_bytes()))
    assert asked.open  # the answer was for one printing
    screen.outgoing.save_to(tmp_path / "b.pdf")
    assert screen.outgoing.message.text() == "Pregnancy, breastfeeding: print it this time, or leave it out?"
    screen.outgoing.message.buttons()[1].click()
    assert screen.outgoing.message.text() == ABOUT_PREGNANCY
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy and (tmp_path / "b.pdf").exists(), timeout=20_000)
    assert screen.outgoing.message.text().endswith("Private entries are left out of it.")
    assert "weekword" not in " ".join(pages_of((tmp_path / "b.pdf").read_bytes()))
    settled(qtbot, screen)
    assert asked.open
    assert "weekword" not in words(screen)


@pytest.mark.slow
def test_a_pregnancy_that_is_not_private_needs_no_second_yes(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    weeks.save(Condition(what=ConditionKind.PREGNANCY, name="weekword"))
    screen = open_screen(weeks)
    screen.choices.asked["pregnancy"].set_answer(True)
    settled(qtbot, screen)
    screen.outgoing.save_to(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: not screen.outgoing.busy and (tmp_path / "a.pdf").exists(), timeout=20_000)


@pytest.mark.slow
def test_a_preview_makes_the_pages_once(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = mock.Mock(wraps=pdf.make_pdf)
    monkeypatch.setattr(pdf, "make_pdf", made)
    choose(qtbot, screen)
    assert made.call_count == 1
    screen.outgoing.save_button.click()
    asked(qtbot, screen)
    screen.outgoing.save_button.click()
    assert screen.outgoing.message.text() == QUESTION and made.call_count == 2  # compared once for these pages
