"""The Report screen makes the sheet for a pharmacist and the emergency card: each only when it is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from journal.core.amounts import Dimension
from journal.core.entries import Condition, Contact, Entry, Intake, Question, Substance, Unit
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS, moment_at
from journal.core.substances import Source, Taken
from journal.logbook import Logbook
from journal.reports.sheet_options import WHO_CAN_READ_IT, SheetKind
from journal.ui.kit.theme import apply_theme
from journal.ui.report import printing
from journal.ui.report.pdf_pages import ONE_AT_A_TIME
from journal.ui.report.screen import ReportScreen
from tests.oracle.read_back import pages_of
from tests.ui.fits import cut, unnamed, unreachable
from tests.ui.report.conftest import OpenScreen, settled, words

PHARMACIST, EMERGENCY = SheetKind.PHARMACIST, SheetKind.EMERGENCY
KINDS = pytest.mark.parametrize("kind", SheetKind)


def health(book: Logbook) -> tuple[Entry, ...]:
    before = moment_at(book.clock.now_ms() - 30 * HOUR_MS, "Europe/Berlin")
    return (
        Substance(name="sertraline", source=Source.PRESCRIBED),
        Condition(what=ConditionKind.ALLERGY, name="penicillin"),
        Condition(what=ConditionKind.LIVER, name="fatty liver"),
        Contact(name="Alex Sample", phone="555-0100"),
        Question(text="May I take both?"),
        Intake(at=before, what=Taken.ALCOHOL, drinks=4000),
    )


@pytest.fixture
def book(weeks: Logbook) -> Logbook:
    weeks.save(*health(weeks))
    return weeks


@pytest.fixture
def screen(book: Logbook, open_screen: OpenScreen) -> ReportScreen:
    return open_screen(book)


def choose(qtbot: QtBot, screen: ReportScreen, kind: SheetKind | None) -> None:
    screen.what.choose(kind)
    settled(qtbot, screen)


def answered(qtbot: QtBot, screen: ReportScreen, kind: SheetKind, alcohol: bool = False) -> None:
    """Chosen, and what has to be answered answered."""
    choose(qtbot, screen, kind)
    screen.what.forms[kind].asked["alcohol"].set_answer(alcohol)
    settled(qtbot, screen)


@pytest.mark.slow
def test_at_first_the_pages_for_a_visit_are_made_and_no_sheet(screen: ReportScreen) -> None:
    assert screen.what.kind is None
    assert [form.isHidden() for form in screen.what.forms.values()] == [True, True]
    assert screen.who_reads.isHidden()
    assert "Kratom use and symptom summary" in words(screen)


@pytest.mark.slow
def test_a_sheet_is_shown_once_it_is_chosen_and_the_pages_come_back(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, PHARMACIST)
    assert words(screen).startswith("For the pharmacist: please check this list")
    assert screen.choices.of_pages.isHidden()
    assert not screen.choices.of_file.isHidden()
    choose(qtbot, screen, EMERGENCY)
    assert "Medical information" in words(screen)
    choose(qtbot, screen, None)
    assert "Kratom use and symptom summary" in words(screen)
    assert screen.choices.words.isVisible()


@pytest.mark.slow
def test_who_can_read_a_card_stands_in_sight_before_it_is_made(qtbot: QtBot, screen: ReportScreen) -> None:
    assert WHO_CAN_READ_IT == "Whoever finds this card can read it. In some places kratom is against the law."
    screen.what.choose(EMERGENCY)
    assert screen.who_reads.isVisible() and screen.who_reads.text() == WHO_CAN_READ_IT
    assert "Medical information" not in words(screen), "it is made after that"
    assert not screen.outgoing.save_button.isEnabled()
    settled(qtbot, screen)
    choose(qtbot, screen, PHARMACIST)
    assert screen.who_reads.isHidden()


def dialog_of(screen: ReportScreen, button: str) -> QDialog | None:
    """The dialog that the button opened."""
    return screen.outgoing.dialog if button == "save_button" else screen.outgoing.print_pages.dialog


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("button", ["save_button", "print_button"])
def test_and_again_before_it_is_saved_or_printed(
    qtbot: QtBot, screen: ReportScreen, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    monkeypatch.setattr(printing, "any_printer", lambda: True)
    answered(qtbot, screen, EMERGENCY)
    getattr(screen.outgoing, button).click()
    assert screen.outgoing.message.text() == WHO_CAN_READ_IT
    assert dialog_of(screen, button) is None and not screen.outgoing.busy
    go_on, not_now = screen.outgoing.message.buttons()
    assert go_on.hasFocus()
    not_now.click()
    assert dialog_of(screen, button) is None and not screen.outgoing.busy
    getattr(screen.outgoing, button).click()
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: dialog_of(screen, button) is not None, timeout=10_000)
    dialog = dialog_of(screen, button)
    assert dialog is not None
    dialog.reject()


def test_the_pharmacists_sheet_is_saved_without_that_question(qtbot: QtBot, screen: ReportScreen) -> None:
    answered(qtbot, screen, PHARMACIST)
    screen.outgoing.save_button.click()
    assert isinstance(screen.outgoing.dialog, QFileDialog)
    assert [Path(each).name for each in screen.outgoing.dialog.selectedFiles()] == ["pharmacy-list-2026-11-22.pdf"]
    screen.outgoing.dialog.reject()


@KINDS
def test_what_can_be_used_against_a_person_is_asked_first(
    qtbot: QtBot, screen: ReportScreen, kind: SheetKind, tmp_path: Path
) -> None:
    choose(qtbot, screen, kind)
    path, asked = tmp_path / "a.pdf", screen.what.forms[kind].asked
    assert {field for field, row in asked.items() if not row.isHidden()} == {"alcohol"}
    screen.outgoing.save_to(path)
    assert screen.outgoing.message.text() == "Alcohol: print it this time, or leave it out?"
    assert not path.exists()
    leave_out, print_it = screen.outgoing.message.buttons()
    assert (leave_out.text(), print_it.text()) == ("Leave it out", "Print it")
    leave_out.click()
    assert asked["alcohol"].answer() is False
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=10_000)
    said = " ".join(pages_of(path.read_bytes()))
    assert "at least 4 drinks" not in said and "Also takes" not in said


@pytest.mark.slow
@KINDS
def test_both_answers_are_followed(qtbot: QtBot, screen: ReportScreen, kind: SheetKind, tmp_path: Path) -> None:
    said = {PHARMACIST: "at least 4 drinks in 28 days", EMERGENCY: "Also takes: Alcohol"}[kind]
    for printed in (True, False):
        answered(qtbot, screen, kind, printed)
        assert (said in words(screen)) is printed
        path = tmp_path / f"{printed}.pdf"
        screen.outgoing.save_to(path)
        qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=10_000)
        assert (said in " ".join(pages_of(path.read_bytes()))) is printed


@pytest.mark.slow
def test_ticks_name_and_paper_are_followed(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, PHARMACIST)
    form = screen.what.forms[PHARMACIST]
    assert "fatty liver" not in words(screen)
    assert screen.stays_out.list.text().startswith("Left out: Liver, kidney, heart, breathing, seizures; Alcohol")
    form.boxes["conditions"].tick()
    form.boxes["questions"].tick(False)
    form.line.setText("Sam Doe")
    screen.choices.paper.set_value("letter")
    screen.choices.paper.changed.emit("letter")
    settled(qtbot, screen)
    assert "fatty liver" in words(screen)
    assert "May I take both?" not in words(screen)
    assert "Name: Sam Doe" in words(screen)
    assert round(screen.preview._pages[0].points.height()) == 792


@pytest.mark.slow
def test_the_card_says_what_was_chosen_for_it(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, EMERGENCY)
    form = screen.what.forms[EMERGENCY]
    assert "Takes kratom (acts on opioid receptors):" in words(screen)
    assert "Alex" not in words(screen)
    assert form.wording is not None
    form.wording.set_value("plant")
    form.wording.changed.emit("plant")
    form.boxes["contact"].tick()
    form.boxes["liver"].tick()
    form.line.setText("left kitchen drawer")
    settled(qtbot, screen)
    said = words(screen)
    assert "Takes a plant product that acts on opioid receptors:" in said
    assert "kratom" not in said.casefold()
    assert "Contact: Alex Sample, 555-0100" in said
    assert "Liver: fatty liver" in said
    assert "Naloxone is kept: left kitchen drawer" in said


@pytest.mark.slow
def test_only_what_is_written_down_is_offered(qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    for kind in SheetKind:
        choose(qtbot, screen, kind)
        form = screen.what.forms[kind]
        shown = {field for field, row in (*form.boxes.items(), *form.asked.items()) if not row.isHidden()}
        assert shown == ({"amounts"} if kind is EMERGENCY else set())
        assert not form.no_list.isHidden()
    weeks.save(*health(weeks))
    settled(qtbot, screen)
    assert screen.what.forms[EMERGENCY].no_list.isHidden()
    assert not screen.what.forms[EMERGENCY].boxes["contact"].isHidden()


@pytest.mark.slow
@KINDS
def test_what_is_left_out_is_named_above_the_choices_until_it_is_chosen(
    qtbot: QtBot, screen: ReportScreen, kind: SheetKind
) -> None:
    choose(qtbot, screen, kind)
    form = screen.what.forms[kind]
    liver = next(form.boxes[field] for field in ("conditions", "liver") if field in form.boxes)
    assert (
        form.left_out.isVisible() and liver.words.text() in form.left_out.text() and "Alcohol" in form.left_out.text()
    )
    assert form.left_out.y() < liver.y()
    liver.box.click()
    form.asked["alcohol"].set_answer(True)
    assert liver.words.text() not in form.left_out.text() and "Alcohol" not in form.left_out.text()


@pytest.mark.slow
def test_the_size_of_an_own_unit_comes_onto_the_sheet(qtbot: QtBot, screen: ReportScreen, book: Logbook) -> None:
    choose(qtbot, screen, PHARMACIST)
    assert "as entered" not in words(screen)
    product = next(each for each in book.all_products() if not each.strength)
    book.save(Unit(product=product.id, name="tablet", quantity=20, dimension=Dimension.MASS))
    settled(qtbot, screen)
    assert "1 tablet = 20 mg as entered" in words(screen)


@pytest.mark.slow
def test_what_is_planned_is_carried_to_the_pharmacist_and_not_to_the_card(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.choices.planned.setText("operation on 30 June")
    choose(qtbot, screen, PHARMACIST)
    assert "Planned operation or visit operation on 30 June" in words(screen)
    choose(qtbot, screen, EMERGENCY)
    assert "30 June" not in words(screen)


@pytest.mark.slow
def test_the_title_follows_what_is_made(screen: ReportScreen) -> None:
    titles = [(None, "Report for a clinician"), (PHARMACIST, "Sheet for the pharmacist"), (EMERGENCY, "Emergency card")]
    for kind, title in titles:
        screen.what.choose(kind)
        assert screen.title.text() == title


@pytest.mark.slow
@pytest.mark.parametrize("width", [700, 1040])
def test_another_paper_begins_at_its_first_page(
    qtbot: QtBot, book: Logbook, open_screen: OpenScreen, width: int
) -> None:
    screen = open_screen(book, width=width)
    bar = screen.preview.area.verticalScrollBar()
    for kind in (PHARMACIST, None, PHARMACIST, EMERGENCY):
        bar.setValue(bar.maximum())
        choose(qtbot, screen, kind)
        qtbot.wait(300)
        assert (bar.value(), screen.preview.number.text()[:6]) == (0, "Page 1")


@pytest.mark.slow
def test_what_is_typed_leaves_the_pages_where_they_were_scrolled_to(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, PHARMACIST)
    bar = screen.preview.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    there = bar.value()
    assert there > 0
    screen.what.forms[PHARMACIST].line.setText("Sam Doe")
    settled(qtbot, screen)
    assert bar.value() == there


def test_nothing_that_was_chosen_for_a_sheet_is_kept(
    qtbot: QtBot, screen: ReportScreen, book: Logbook, open_screen: OpenScreen
) -> None:
    answered(qtbot, screen, EMERGENCY, alcohol=True)
    screen.what.forms[EMERGENCY].line.setText("left kitchen drawer")
    screen.keep_draft()
    again = open_screen(book)
    assert again.what.kind is None
    assert again.what.forms[EMERGENCY].line.text() == ""
    assert again.what.forms[EMERGENCY].asked["alcohol"].answer() is None
    draft = book.draft("report")
    assert draft is None or "drawer" not in draft.content


@pytest.mark.slow
def test_a_password_locks_a_sheet_and_its_title_is_neutral(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    answered(qtbot, screen, EMERGENCY)
    for field in (screen.choices.lock.password, screen.choices.lock.again):
        field.edit.setText("pässword 1")
    path = tmp_path / "card.pdf"
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=10_000)
    with pytest.raises(PdfiumError, match="password"), ONE_AT_A_TIME:
        PdfDocument(path)
    reader = PdfReader(path, password="pässword 1")
    assert reader.metadata is not None and reader.metadata.title == "Medical information"


@pytest.mark.slow
def test_the_keyboard_alone_chooses_and_comes_back(qtbot: QtBot, screen: ReportScreen) -> None:
    screen.what.pills.focus()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    settled(qtbot, screen)
    assert screen.what.kind is PHARMACIST
    assert screen.focusWidget().accessibleName() == "What to make: Sheet for the pharmacist"
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    settled(qtbot, screen)
    assert screen.what.kind is EMERGENCY
    screen.shown()
    assert screen.what.pills.isAncestorOf(screen.focusWidget())
    screen.what.choose(None)
    screen.shown()
    assert screen.choices.words.hasFocus()


@pytest.mark.slow
@pytest.mark.slow_every(2)
@KINDS
@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 100), ("light", 200)])
def test_everything_has_room_and_a_name(
    qtbot: QtBot, qapp: QApplication, book: Logbook, open_screen: OpenScreen, kind: SheetKind, scheme: str, percent: int
) -> None:
    apply_theme(qapp, scheme, percent)
    screen = open_screen(book, width=900)
    choose(qtbot, screen, kind)
    assert cut(screen) + unnamed(screen) + unreachable(screen) == []


@pytest.mark.slow
@KINDS
def test_an_unfinished_period_of_the_pages_stops_no_sheet(qtbot: QtBot, screen: ReportScreen, kind: SheetKind) -> None:
    screen.choices.period.restore({"period": "own", "from": "x", "to": "y"})
    answered(qtbot, screen, kind)
    assert screen.what.why_not() == ""
    assert screen.what.chosen() is not None


@pytest.mark.slow
def test_the_card_bears_the_number_of_the_chosen_country(qtbot: QtBot, screen: ReportScreen) -> None:
    choose(qtbot, screen, EMERGENCY)
    assert "call the emergency number and give naloxone" in words(screen)
    screen._bridge.whom_to_call = ("US", "")
    screen.shown()
    qtbot.wait(50)
    settled(qtbot, screen)
    assert "call 911 and give naloxone" in words(screen)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [None, PHARMACIST, EMERGENCY])
def test_entries_dated_later_than_the_clock_are_said_to_be_in_no_figure(
    qtbot: QtBot, book: Logbook, open_screen: OpenScreen, kind: SheetKind | None
) -> None:
    tomorrow = moment_at(book.clock.now_ms() + 30 * HOUR_MS, "Europe/Berlin")
    book.save(Intake(at=tomorrow, what=Taken.ALCOHOL))
    screen = open_screen(book)
    choose(qtbot, screen, kind)
    assert "1 entry is dated later than this computer’s clock" in screen.stays_out.list.text()
