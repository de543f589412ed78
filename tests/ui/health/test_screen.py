"""Health as a place: its pages, its forms in their cards or alone, and everything by keyboard."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from journal.core.entries import Condition, Contact, LabResult, Person, Plan, Statement, Substance
from journal.core.health import ConditionKind, Lab
from journal.core.kinds import KINDS
from journal.core.substances import Source
from journal.logbook import Logbook
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.health.parts import PARTS, SECTIONS
from journal.ui.health.screen import HealthScreen
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from tests.ui.conftest import ctrl, keys, target
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable
from tests.ui.health.conftest import OpenScreen, Taken, rows, settle, substances, words

ENTER = Qt.Key.Key_Return


def form(screen: HealthScreen) -> DeclaredForm:
    assert isinstance(screen.form, DeclaredForm)
    return screen.form


def test_the_first_page_has_the_cards_of_medicine(screen: HealthScreen) -> None:
    assert list(screen.page.cards) == ["substance", "condition", "lab_result", "measurement"]
    shown = words(substances(screen))
    assert "Sertraline <b>" in shown and "50 mg, mornings" in shown and "since 1 Mar 2024" in shown
    assert "Earlier, not checked any more\nGabapentin" in shown
    assert "Nothing is written down here." in words(screen.card("lab_result"))


def test_it_says_where_a_person_to_call_is_printed(screen: HealthScreen) -> None:
    screen.add("contact")
    settle()
    assert "Printed only on an emergency card, and only if you choose it." in words(screen)


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("code", PARTS)
def test_every_card_opens_its_form_in_its_place_and_gives_the_keyboard_back(screen: HealthScreen, code: str) -> None:
    card = screen.card(code)
    screen.add(code)
    settle()
    assert form(screen).isVisible() and card.isAncestorOf(form(screen))
    focused = QApplication.focusWidget()
    assert focused is not None and form(screen).isAncestorOf(focused)
    keys(Qt.Key.Key_Escape)
    settle()
    assert screen.form is None and card.isVisible()
    assert QApplication.focusWidget() is card.home()


def test_a_condition_is_added_and_pregnancy_begins_private(screen: HealthScreen, plain_book: Logbook) -> None:
    screen.card("condition").add.click()
    settle()
    form(screen).save()
    assert form(screen).message.text().startswith("Choose one under “")
    what = form(screen).inputs["what"]
    what.restore("pregnancy")
    what.changed.emit(None)
    assert form(screen).private.is_ticked()
    form(screen).save()
    settle()
    (added,) = [each for each in plain_book.listed(Condition) if each.private]
    assert added.what is ConditionKind.PREGNANCY
    assert "Pregnancy\nprivate" in words(screen.card("condition"))


def test_a_name_that_is_typed_first_is_not_lost(screen: HealthScreen, plain_book: Logbook) -> None:
    screen.card("condition").add.click()
    settle()
    keys(*"Fatty liver", ENTER)  # letter by letter, each to whatever has the keyboard
    assert form(screen).inputs["name"].state() == "Fatty liver"
    assert form(screen).message.text().startswith("Choose one under “")
    pills = form(screen).inputs["what"].widget
    assert isinstance(pills, ChipRow) and target() in pills.findChildren(QPushButton)
    keys(Qt.Key.Key_Space, ENTER)
    settle()
    added = next(each for each in plain_book.listed(Condition) if each.name)
    assert (added.what, added.name) == (ConditionKind.PAIN, "Fatty liver")


@pytest.mark.slow
def test_digits_and_keys_with_ctrl_are_no_name(screen: HealthScreen) -> None:
    screen.card("condition").add.click()
    settle()
    keys("7", (Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier))
    assert form(screen).inputs["name"].state() == ""


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("code", [code for code, part in PARTS.items() if isinstance(part.kind, DeclaredKind)])
def test_only_what_can_be_printed_can_be_left_out_of_reports(screen: HealthScreen, code: str) -> None:
    screen.add(code)
    settle()
    assert form(screen).private.isVisibleTo(form(screen)) == KINDS[code].cls.printed
    assert KINDS[code].cls.printed == (code not in ("contact", "help", "plan"))


def test_a_day_still_to_come_is_for_plans_only(screen: HealthScreen, plain_book: Logbook) -> None:
    screen.add("condition")
    settle()
    form(screen).inputs["what"].restore("planned_operation")
    form(screen).inputs["since"].restore("2027-01-12")
    form(screen).save()
    assert "has not come yet" in form(screen).message.text()
    form(screen).inputs["since"].restore("")
    form(screen).inputs["planned"].restore("2027-01-12")
    form(screen).save()
    settle()
    assert "Planned operation\n12 Jan 2027" in words(screen.card("condition"))


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("code", ["condition", "substance", "attempt"])
def test_an_end_before_its_beginning_is_refused_where_it_is_typed(screen: HealthScreen, code: str) -> None:
    screen.add(code)
    settle()
    typed = {"what": "liver", "name": "Tramadol", "what_happened": "Went back."}
    for name in typed.keys() & form(screen).inputs.keys():
        form(screen).inputs[name].restore(typed[name])
    form(screen).inputs["since"].restore("2026-11-02")
    form(screen).inputs["until"].restore("2026-11-01")
    form(screen).save()
    assert form(screen).message.text() == (
        "The end (1 Nov 2026) is before the beginning (2 Nov 2026). Change one of the two days."
    )
    focused = QApplication.focusWidget()
    until = form(screen).inputs["until"].widget
    assert focused is not None and (focused is until or until.isAncestorOf(focused))


@pytest.mark.slow
def test_a_row_is_changed_by_its_keys(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    view = substances(screen).views()[0]
    view.more.setFocus()
    keys(Qt.Key.Key_F2)
    settle()
    assert form(screen).heading.text() == "Change: Medicine or other substance"
    form(screen).inputs["amount"].restore("none")
    keys(ENTER)
    settle()
    assert plain_book.get(taken.beer.id).amount == "none"  # type: ignore[union-attr]
    assert QApplication.focusWidget() is substances(screen).views()[0].more


@pytest.mark.slow
def test_a_form_that_is_being_filled_in_stays_when_another_is_wanted(screen: HealthScreen) -> None:
    screen.add("condition")
    settle()
    form(screen).inputs["name"].restore("Fatty liver")
    screen.sections.set_value("help")
    screen._show_section()
    settle()
    assert screen.section.key == "help"
    screen.add("contact")
    settle()
    assert screen.section.key == "medicines" and form(screen).inputs["name"].state() == "Fatty liver"
    assert form(screen).message.text() == "Save or cancel this first."


@pytest.mark.slow
def test_a_small_window_gives_an_open_form_the_screen(
    taken: Taken, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    screen = open_screen(plain_book, width=660, height=480)
    screen.add("condition")
    settle()
    assert form(screen).save_button.isVisible() and not screen.sections.isVisible()
    form(screen).inputs["name"].restore("Fatty liver")
    focused = QApplication.focusWidget()
    screen.resize(1100, 800)
    settle()
    assert screen.sections.isVisible() and screen.card("condition").isAncestorOf(form(screen))
    assert QApplication.focusWidget() is focused and form(screen).inputs["name"].state() == "Fatty liver"
    form(screen).cancel()
    settle()
    screen.resize(660, 480)
    settle()
    assert screen.sections.isVisible()


def test_an_open_form_comes_back_after_a_crash(
    screen: HealthScreen, plain_book: Logbook, open_screen: OpenScreen
) -> None:
    screen.add("contact")
    settle()
    form(screen).inputs["name"].restore("Ann")
    screen.keep_draft()
    screen.close()
    again = open_screen(plain_book)
    assert again.section.key == "help" and form(again).inputs["name"].state() == "Ann"
    form(again).save()
    settle()
    (ann,) = plain_book.listed(Contact)
    assert isinstance(ann, Contact) and ann.name == "Ann"


def test_what_is_said_about_oneself_is_one_entry(screen: HealthScreen, plain_book: Logbook) -> None:
    for day in ("2019-03-01", "2020-03-01"):
        screen.add("person")
        settle()
        form(screen).inputs["since"].restore(day)
        form(screen).inputs["next_visit"].restore("2027-01-12")
        form(screen).save()
        settle()
    (person,) = plain_book.listed(Person)
    assert isinstance(person, Person) and person.since == dt.date(2020, 3, 1)
    assert "Taking it since\n1 Mar 2020\nNext visit\n12 Jan 2027" in words(screen.card("person"))


def test_a_plan_begins_private(screen: HealthScreen, plain_book: Logbook) -> None:
    screen.add("plan")
    settle()
    form(screen).inputs["heading"].restore("At night")
    form(screen).save()
    (plan,) = plain_book.listed(Plan)
    assert isinstance(plan, Plan) and plan.private


def test_another_place_writes_and_health_shows_it(screen: HealthScreen, plain_book: Logbook) -> None:
    plain_book.save(LabResult(day=dt.date(2026, 10, 12), what=Lab.ALT, value="34", unit="U/L", normal="10–49"))
    settle()
    assert rows(screen.card("lab_result")) == ["ALT"]


# --- actions: a key, or a word typed, is one --------------------------------------------------------------------------


def test_a_medicine_takes_six_actions_and_nothing_else_takes_two(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_6))
    settle()
    screen = body.stack.currentWidget()
    assert isinstance(screen, HealthScreen)
    keys("Magnesium", Qt.Key.Key_Tab, "one at night")
    (prescribed,) = [each for each in screen.findChildren(QPushButton) if each.text() == "prescribed"]
    click(prescribed)
    keys(ENTER)
    settle()
    (added,) = plain_book.listed(Substance)
    assert (added.name, added.amount, added.source) == ("Magnesium", "one at night", Source.PRESCRIBED)
    keys(ctrl(Qt.Key.Key_1))
    settle()
    click(body.navigation.items["health"])
    settle()
    click(substances(screen).nothing_else.tick.box)
    assert [each.day for each in plain_book.listed(Statement)] == [plain_book.today()]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# --- the keyboard and room -------------------------------------------------------------------------------------------


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_page_has_names_is_reached_and_fits(
    taken: Taken, plain_book: Logbook, open_screen: OpenScreen, key: str
) -> None:
    apply_theme(QApplication.instance(), "dark", 200)  # type: ignore[arg-type]
    screen = open_screen(plain_book, longer(), NARROW, 700)
    screen.sections.set_value(key)
    screen._show_section()
    settle()
    assert unnamed(screen) == [] and unreachable(screen) == []
    assert cut(screen) == []


def test_nothing_suggests_anyone_or_judges(screen: HealthScreen, plain_book: Logbook) -> None:
    every = []
    for section in SECTIONS:
        screen.sections.set_value(section.key)
        screen._show_section()
        settle()
        every += [words(card).casefold() for card in screen.page.cards.values()]
    said = "\n".join(every)
    for never in ("kratom", "partner", "normal", "safe", "too much", "good", "bad value"):
        assert never not in said.replace("bad hours", ""), never


def test_a_low_window_opens_at_its_top_and_not_below_a_long_list(
    body: Body, plain_book: Logbook, qapp: QApplication
) -> None:
    plain_book.save(*(Substance(name=f"Made-up {number}", source=Source.OTHER) for number in range(8)))
    body.message.dismiss()
    apply_theme(qapp, "light", 200)
    body.main.resize(900, 600)
    settle()
    body.go("health")
    settle()
    screen = body.stack.currentWidget()
    assert isinstance(screen, HealthScreen)
    page_bar = body._around._sheet.verticalScrollBar()
    assert page_bar.maximum() > 0 and page_bar.value() == 0
    assert screen.sections.isAncestorOf(target())
    body.go("today")
    apply_theme(qapp, "light", 100)
    body.main.resize(1240, 900)
    settle()
    body.go("health")
    settle()
    assert target() is substances(screen).line.name  # where there is room one types at once
