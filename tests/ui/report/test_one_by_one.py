"""Report: single things are left out by their ticks, and everything that stays out is listed beside the buttons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note, Product, ProductKind, Question
from journal.core.moments import DAY_MS
from journal.core.substances import Substance
from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme
from journal.ui.report.screen import ReportScreen
from tests.oracle.read_back import pages_of
from tests.ui.fits import NARROW, cut, longer, settle, unnamed, unreachable
from tests.ui.report.conftest import YESTERDAY, OpenScreen, settled, words
from tests.ui.report.test_asked_choice import drunk
from tests.ui.trends.weeks import DARK_URINE, SUICIDAL, rating_on

KEEPS = "What you hand over may be kept. You may ask what is written down before you show it."


def tick(screen: ReportScreen, title: str, on: bool) -> None:
    (single,) = [each for each in screen.choices.one_by_one._singles if each.title == title]
    screen.choices.one_by_one.boxes[single.id].tick(on)


def titles(screen: ReportScreen) -> list[str]:
    return [each.title for each in screen.choices.one_by_one._singles]


@pytest.fixture
def named(weeks: Logbook) -> Logbook:
    product = Product(name="Blue Star", kind=ProductKind.SEVEN_OH)
    weeks.save(product, Substance(name="Sertraline"), Substance(name="Ibuprofen"))
    at = rating_on(YESTERDAY, DARK_URINE, 3).at
    weeks.save(Dose(at=at, product=product.id))
    return weeks


def test_what_has_no_tick_is_on_no_page_and_is_listed(
    qtbot: QtBot, named: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen = open_screen(named)
    assert screen.stays_out.list.text() == "Left out: private entries, if there are any."
    for title in ("Blue Star", "Sertraline", "Lower back pain"):
        assert title in words(screen)
        tick(screen, title, False)
        settled(qtbot, screen)
        assert title not in words(screen)
    listed = (
        "Left out: product “Blue Star”; symptom “Lower back pain”; medicine “Sertraline”; private entries, if there "
        "are any."
    )
    assert screen.stays_out.list.text() == listed
    assert screen.stays_out.list.isVisible() and "1 dose was written down and is left out." in words(screen)
    path = tmp_path / "a.pdf"
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy and path.exists(), timeout=10_000)
    saved = " ".join(pages_of(path.read_bytes()))
    assert not any(title in saved for title in ("Blue Star", "Sertraline", "Lower back pain"))
    tick(screen, "Sertraline", True)
    settled(qtbot, screen)
    assert "Sertraline" in words(screen) and "Blue Star" not in words(screen)


@pytest.mark.slow
def test_it_stays_out_the_next_time(named: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(named)
    tick(screen, "Blue Star", False)
    screen.hide()
    again = open_screen(named)
    assert "product “Blue Star”" in again.stays_out.list.text()
    assert sum(not box.is_ticked() for box in again.choices.one_by_one.boxes.values()) == 1


@pytest.mark.slow
def test_only_what_the_pages_could_name_can_be_left_out(qtbot: QtBot, named: Logbook, open_screen: OpenScreen) -> None:
    rating = rating_on(YESTERDAY, DARK_URINE, 3)
    hidden = Product(name="Hidden", kind=ProductKind.LEAF_POWDER)
    named.save(rating, rating_on(YESTERDAY, SUICIDAL, 2), Note(at=rating.at, text="like cola\nand more"), hidden)
    named.save(Product(name="Unused"), Dose(at=rating.at, product=hidden.id, private=True))
    named.save(Substance(name="Secret tablets", private=True))
    screen = open_screen(named)
    assert {"Blue Star", "Ibuprofen", "Sertraline", "Dark urine"} <= {*titles(screen)}
    assert not {"Unused", "Hidden", "Secret tablets", "Thoughts of suicide"} & {*titles(screen)}
    assert not any("like cola" in title for title in titles(screen))
    screen.choices.boxes["notes"].tick()
    settled(qtbot, screen)
    (title,) = [each for each in titles(screen) if "like cola" in each]
    assert title.endswith(": like cola and more")
    assert screen.stays_out.list.text() == "Left out: Hidden rating; private entries, if there are any."


@pytest.mark.slow
def test_that_notes_are_never_printed_is_said_and_is_so(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    screen, rating = open_screen(weeks), rating_on(YESTERDAY, DARK_URINE, 3)
    said = [each.text() for each in screen.choices.findChildren(QLabel) if each.text().startswith("No notes")]
    assert said == [
        "No notes, unless you tick them below: those beside warning symptoms, or those in the list of every entry."
    ]
    weeks.save(Note(at=replace(rating.at, utc_ms=rating.at.utc_ms - 30 * DAY_MS), text="quarrel with my sister"))
    settled(qtbot, screen)
    assert not screen.choices.boxes["notes"].isVisible() and "quarrel" not in words(screen)
    weeks.save(rating, Note(at=rating.at, text="like cola"))
    settled(qtbot, screen)
    assert screen.choices.boxes["notes"].isVisible()
    screen.choices.boxes["notes"].tick()
    settled(qtbot, screen)
    assert "like cola" in words(screen) and "quarrel" not in words(screen)


@pytest.mark.slow
def test_a_single_note_is_left_out(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    rating = rating_on(YESTERDAY, DARK_URINE, 3)
    weeks.save(rating, Note(at=rating.at, text="like cola"))
    screen = open_screen(weeks)
    screen.choices.boxes["notes"].tick()
    settled(qtbot, screen)
    assert "like cola" in words(screen)
    tick(screen, next(each for each in titles(screen) if "like cola" in each), False)
    settled(qtbot, screen)
    assert "like cola" not in words(screen) and "dark urine on 1 day, 3 of 10" in words(screen)
    assert "note of 21 Nov 2026" in screen.stays_out.list.text() and "cola" not in screen.stays_out.list.text()


@pytest.mark.slow
def test_a_single_note_of_the_list_is_left_out(qtbot: QtBot, named: Logbook, open_screen: OpenScreen) -> None:
    at = rating_on(YESTERDAY, DARK_URINE, 3).at
    named.save(Note(at=at, text="quarrel with my sister"), Note(at=at, text="Blue Star again"))
    named.save(Note(at=at, text="never shown", private=True))
    screen = open_screen(named)
    for box in ("entries", "entry_notes"):
        screen.choices.boxes[box].tick()
        settled(qtbot, screen)
    assert "quarrel" in words(screen) and not any("never" in title for title in titles(screen))
    tick(screen, next(title for title in titles(screen) if "quarrel" in title), False)
    tick(screen, "Blue Star", False)
    settled(qtbot, screen)
    assert "quarrel" not in words(screen) and "note of 21 Nov 2026" in screen.stays_out.list.text()
    assert "Still named in your own words: “Blue Star”." in screen.stays_out.list.text()


@pytest.mark.slow
def test_choices_that_leave_something_out_are_listed(qtbot: QtBot, named: Logbook, open_screen: OpenScreen) -> None:
    named.save(drunk(named))
    screen = open_screen(named)
    assert "Alcohol (not decided yet);" in screen.stays_out.list.text()  # asked before anything is saved
    screen.choices.asked["alcohol"].set_answer(False)
    screen.choices.boxes["medicines"].tick(False)
    settled(qtbot, screen)
    assert screen.stays_out.list.text() == "Left out: Medicines listed; Alcohol; private entries, if there are any."
    assert "Sertraline" not in titles(screen)


@pytest.mark.usefixtures("same_pages")
def test_the_list_stands_beside_the_buttons_with_what_handing_over_means(
    weeks: Logbook, open_screen: OpenScreen
) -> None:
    screen = open_screen(weeks)
    shown = [each.text() for each in screen.stays_out.findChildren(type(screen.stays_out.list)) if each.isVisible()]
    assert shown == ["Left out: private entries, if there are any.", KEEPS]
    button = screen.outgoing.save_button
    below = screen.stays_out.mapTo(screen, screen.stays_out.rect().topLeft()).y()
    assert 0 <= below - button.mapTo(screen, button.rect().bottomLeft()).y() < 30


@pytest.mark.slow
def test_a_long_list_wraps_and_can_be_reached_at_200_percent(
    qapp: QApplication, qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    apply_theme(qapp, "dark", 200)
    weeks.save(*(Substance(name=f"Medicine number {number} with a long name") for number in range(12)))
    screen = open_screen(weeks, longer(), NARROW)
    screen.choices.one_by_one.unfold.click()
    for box in screen.choices.one_by_one.boxes.values():
        box.tick(False)
    settled(qtbot, screen)
    assert screen.stays_out.list.text().count("Medicine number") == 12
    assert cut(screen, NARROW) + unnamed(screen) + unreachable(screen) == []


@pytest.mark.usefixtures("same_pages")
def test_the_ticks_are_unfolded_by_the_keyboard(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    part = screen.choices.one_by_one
    assert part.isVisible() and not part.list.isVisible()
    part.unfold.click()
    assert part.list.isVisible() and all(box.is_ticked() for box in part.boxes.values())
    assert part.unfold.text() == "Choose one by one…"  # a tick in it does not leave out
    head = next(each for each in part.list.findChildren(QLabel) if each.isVisible())
    assert head.text() == "Ticked is printed." and head.y() < next(iter(part.boxes.values())).y()
    box = next(iter(part.boxes.values()))
    box.box.setFocus()
    box.box.click()
    settled(qtbot, screen)
    assert box.isVisible() and not box.is_ticked()  # the pages are made anew, and the tick is still the same one


@pytest.mark.slow
def test_a_name_in_own_words_is_pointed_out(qtbot: QtBot, named: Logbook, open_screen: OpenScreen) -> None:
    named.save(Question(text="Is Sertraline a problem?"))
    screen = open_screen(named)
    for title in ("Blue Star", "Sertraline"):
        tick(screen, title, False)
    screen.choices.words.set_text("since blue star, tired")
    settled(qtbot, screen)
    assert screen.stays_out.list.text().endswith("Still named in your own words: “Blue Star”, “Sertraline”.")
    screen.choices.words.set_text("since the blue stars")
    screen.choices.boxes["questions"].tick(False)
    settled(qtbot, screen)
    assert "Still named" not in screen.stays_out.list.text()


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
@pytest.mark.parametrize("width", [640, 1040])
def test_the_buttons_and_the_list_stay_where_they_are_whatever_is_ticked(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, width: int
) -> None:
    screen = open_screen(weeks, width=width)
    screen.resize(width, 480)
    settle()
    screen.shown()
    settle()
    assert screen.what.pills.visibleRegion().boundingRect().height() == screen.what.pills.height()
    box = next(iter(screen.choices.boxes.values()))
    bar = screen._sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    before = box.mapTo(screen, QPoint())
    for each in screen.choices.boxes.values():
        each.tick(False)
    settled(qtbot, screen)
    assert len(screen.stays_out.list.text()) > 100
    assert box.mapTo(screen, QPoint()) == before
    for widget in (screen.outgoing.save_button, screen.stays_out.area):
        assert widget.visibleRegion().boundingRect().size() == widget.size()
