"""Whatever a screen reader does, what is shown is what is meant: the page that is checked, the row that is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from journal.core.amounts import UNKNOWN_AMOUNT, Basis
from journal.core.changes import ChangeSet
from journal.core.entries import DayMark, Dose, Preparation, Product
from journal.core.moments import moment_at
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.health_names import REASONS
from journal.texts.names import DAY_MARKS, PREPARATIONS, STOMACHS
from journal.ui.entries.dose_form import DoseForm
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.form import Form
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.products.lines import LineList
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.page_view import PageView
from journal.ui.safety.register_view import RegisterView
from journal.ui.safety.screen import SafetyScreen
from journal.ui.safety.sources_view import SourcesView
from journal.ui.shell.body import Body
from journal.ui.shell.manual_reader import ManualReader
from journal.ui.shell.places import SCREENS
from journal.ui.today.entry_list import EntryList
from tests.ui import fits
from tests.ui.actions import Spot, actions, checked, close_what_opened, do, objects, stands_in, value_of
from tests.ui.conftest import Known
from tests.ui.scenes import SCENES, diary, products, today
from tests.ui.test_every_screen import WINDOW, Show, filled_book, settle, show

# The plugin without a screen says so whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

__all__ = ["filled_book", "show"]


class Part(Enum):
    """Whose actions are tried."""

    SCREEN = auto()
    AROUND = auto()


LEFT_OUT = {
    "Erase for good": "erases the journal of the test; tests/ui/settings does it",
    "Print…": "asks the computer for its printers",
    "Quit": "ends the program that runs the test",
    "Try again": "opens files; tests/ui/shell does it",
    "Open in browser": "starts a browser",
}
QUICK = ("today", "diary", "products", "emergency")
# Beside this one the quick suite tries navigation and menus, too; the slow one beside every fourth screen.
LEFT_FROM = ("today",)


def _around(number: int, name: str) -> list[pytest.MarkDecorator]:
    if name in LEFT_FROM:
        return []
    return [pytest.mark.slow] if number % 4 == 0 else [pytest.mark.campaign]


# These have hundreds of marks, sources and pages that are all alike: the slow suite tries every thirteenth action.
LONG = ("safety", "safety, source", "safety, found", "safety, sources", "safety, statements")
PARTS = [
    *(
        pytest.param(
            name, Part.SCREEN, 13 if name in LONG else 1, id=name, marks=[pytest.mark.slow] * (name not in QUICK)
        )
        for name in SCENES
    ),
    *(
        pytest.param(name, Part.AROUND, 1, id=f"around {name}", marks=_around(number, name))
        for number, name in enumerate(SCENES)
    ),
    *(pytest.param(name, Part.SCREEN, 1, id=f"all of {name}", marks=pytest.mark.campaign) for name in LONG),
]


def faults(body: Body) -> list[str]:
    """Where the screen says one thing and holds another."""
    return [*_of_place(body), *_of_pills(body.main), *_of_lists(body.main), *_of_guidance(body)]


def _of_place(body: Body) -> list[str]:
    place, page = body.navigation.current(), body.stack.currentWidget()
    if place == "emergency":
        right = isinstance(page, EmergencyScreen)
    elif place:
        right = page is not None and page is body._screens.seen(SCREENS[place])
    else:
        right = page not in list(body._screens.screens())
    return [] if right else [f"“{place}” is checked and {type(page).__name__} is shown"]


def _of_pills(root: QWidget) -> Iterator[str]:
    for row in [each for each in root.findChildren(ChipRow) if each.isVisible()]:
        chosen = [pill.accessibleName() for pill in row._pills() if pill.isChecked()]
        if len(chosen) > 1 or bool(chosen) != (row.value() is not None) or not set(chosen) <= set(checked(row)):
            yield f"{row.accessibleName()}: {chosen} for {row.value()}"


def _of_lists(root: QWidget) -> Iterator[str]:
    for view in root.findChildren(QAbstractItemView):
        chosen = view.selectionModel().selectedIndexes() if isinstance(view, LineList | EntryList) else []
        if view.isVisible() and chosen and chosen != [view.currentIndex()]:
            yield f"{view.accessibleName()}: another line is selected than the one that keys are about"


def _code_of(view: QWidget) -> str:
    """What of the list of guidance a view shows; "" for what is none of it, such as a name that is searched for."""
    match view:
        case PageView():
            return view.page.code
        case SourcesView():
            return "sources"
        case RegisterView():
            return "register"
        case CheckedView() if not view.searched:
            return "my-list"
    return ""


def _of_guidance(body: Body) -> list[str]:
    screen = body.stack.currentWidget()
    if not isinstance(screen, SafetyScreen):
        return []
    marked = [code for code, item in screen.items.items() if item.isChecked()]
    shown = [code for each in screen.findChildren(QWidget) if each.isVisible() and (code := _code_of(each))]
    return [] if marked == shown else [f"guidance: {marked} is checked and {shown} is shown"]


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(7)
@pytest.mark.timeout(600)  # the sources' page has hundreds of actions
@pytest.mark.parametrize(("name", "part", "step"), PARTS)
def test_after_every_action_the_screen_shows_what_is_checked(
    show: Show, filled_book: Logbook, qtbot: QtBot, name: str, part: Part, step: int
) -> None:
    body, stood = show(english(), WINDOW), filled_book.undo_step
    come_to = SCENES[name]
    come_to(body)
    settle(qtbot)
    every = [(spot, action) for spot, action in _actions_of(body, part) if _heard(spot) not in LEFT_OUT]
    assert len(every) > 2
    found = []
    for spot, action in every[::step]:
        put_back(filled_book, stood)
        if not do(body.main, spot, action):  # an earlier action led away
            come_to(body)
            settle(qtbot)
            do(body.main, spot, action)
        close_what_opened(body.main)
        wait_for_tasks()
        settle(qtbot)
        if body.bridge is not None and body._screens._coming is not None:
            body._screens.arrive()
            settle(qtbot)
        found += [f"{action} {spot.name}: {fault}" for fault in faults(body)]
    assert "\n".join(found) == ""


def _actions_of(body: Body, part: Part) -> list[tuple[Spot, str]]:
    on_screen = {spot for spot, each in objects(body.main) if stands_in(each, body.stack)}
    return [each for each in actions(body.main) if (each[0] in on_screen) == (part is Part.SCREEN)]


def put_back(book: Logbook, stood: ChangeSet | None) -> None:
    """Take back what the last action did to the journal, or do again what it took back."""
    assert stood is not None
    while book.undo_step is None or book.undo_step.seq < stood.seq:
        book.redo()
    while book.undo_step is not None and book.undo_step.seq > stood.seq:
        book.undo()


def _heard(spot: Spot) -> str:
    return spot.name.partition(",")[0]


@pytest.mark.slow
def test_the_manual_shows_the_page_that_is_checked(qtbot: QtBot) -> None:
    reader = ManualReader(english())
    qtbot.addWidget(reader)
    reader.show()
    titles = {page.title: page for page in reader.pages}
    for spot, action in [each for each in actions(reader) if each[0].name in titles]:
        do(reader, spot, action)
        assert checked(reader) == [reader.pages[reader.current].title]
        assert widgets_in(reader._shown.body)[0].text() == checked(reader)[0]  # type: ignore[attr-defined]
        assert action != "Toggle" or checked(reader) == [spot.name]


# --- what is saved is what is shown ----------------------------------------------------------------------------------


_BASES = {
    Basis.AS_LAST_TIME: "as last time", Basis.WEIGHED: "weighed", Basis.LABEL: "from the label",
    Basis.COUNTED: "counted", Basis.GUESSED: "guessed", Basis.UNKNOWN: None,
}  # fmt: skip


def open_dose(body: Body) -> DoseForm:
    today(body).act("dose")
    form = today_form(body)
    assert isinstance(form, DoseForm)
    form._open_more()
    fits.settle()
    return form


def today_form(body: Body) -> Form:
    assert body.today is not None and body.today.panel.form is not None
    return body.today.panel.form


def seen(root: QWidget, row: str) -> str | None:
    """What is checked in this row of pills, as a screen reader says it."""
    return next((each.removeprefix(f"{row}: ") for each in checked(root) if each.startswith(f"{row}: ")), None)


@pytest.fixture
def taken(known: Known, plain_book: Logbook) -> Known:
    """A dose of yesterday, from which the form is filled."""
    yesterday = moment_at(plain_book.clock.now_ms() - 86_400_000, plain_book.clock.zone_name())
    weighed = replace(parse_amount("2.5 g"), basis=Basis.WEIGHED)
    plain_book.save(Dose(at=yesterday, product=known.green.id, amount=weighed, preparation=Preparation.TEA))
    return known


_REASON = "Reason: "


def shown_dose(body: Body, book: Logbook) -> dict[str, object]:
    """The dose as the form shows it to a screen reader."""
    form = today_form(body)
    name = seen(form, "Product")
    product = next((each for each in book.products() if each.name == name), None)
    units = [each for each in book.all_units() if product is not None and each.product == product.id]
    typed, unit = value_of(form, "Amount"), value_of(form, "Unit")
    try:
        amount = parse_amount(typed if not typed or typed[-1].isalpha() else f"{typed} {unit}", units)
    except Refused:
        amount = UNKNOWN_AMOUNT
    return {
        "product": name, "quantity": amount.quantity, "dimension": amount.dimension,
        "basis": seen(form, "How the amount is known") if amount.known else None,
        "preparation": seen(form, "Preparation"), "stomach": seen(form, "Stomach"), "note": value_of(form, "Note"),
        "private": any(name.startswith("Private") for name in checked(form, QAccessible.Role.CheckBox)),
        "reasons": frozenset(
            name for name in checked(form, QAccessible.Role.CheckBox) if name.startswith(_REASON)
        ),
    }  # fmt: skip


def kept_dose(dose: Dose, book: Logbook) -> dict[str, object]:
    """The same of the saved row."""
    product = book.get(dose.product) if dose.product else None
    return {
        "product": product.name if isinstance(product, Product) else None, "quantity": dose.amount.quantity,
        "dimension": dose.amount.dimension, "basis": _BASES[dose.amount.basis],
        "preparation": PREPARATIONS[dose.preparation] if dose.preparation else None,
        "stomach": STOMACHS[dose.stomach] if dose.stomach else None, "note": dose.note, "private": dose.private,
        "reasons": frozenset(f"{_REASON}{REASONS[each]}" for each in dose.reasons),
    }  # fmt: skip


def saved_dose(book: Logbook) -> Dose | None:
    doses = book.days(book.today(), book.today())[0].doses
    return doses[0] if doses else None


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.campaign)], ids=["every fourth", "every one"])
def test_the_dose_that_is_saved_is_the_one_that_is_shown(
    taken: Known, body: Body, plain_book: Logbook, step: int
) -> None:
    every = actions(open_dose(body))
    saves, kept = 0, set()
    assert len(every) > 60
    every = every[::step]
    for spot, action in every:
        form = open_dose(body)
        assert do(form, spot, action), spot
        close_what_opened(body.main)
        if body.today is None or body.today.panel.form is None:
            assert spot.name.startswith(("Cancel", "Save"))
        elif form.picker.new:
            continue  # a new product has no name yet
        else:
            shown = shown_dose(body, plain_book)
            assert press(form, "Save")
            saved = saved_dose(plain_book)
            assert saved is not None and kept_dose(saved, plain_book) == shown, (action, spot.name)
            kept.add(tuple(shown.values()))
        saves += 1
        for each in plain_book.days(plain_book.today(), plain_book.today())[0].doses:
            plain_book.purge([each.id]) if plain_book.delete([each.id]) else None
    assert saves > 60 // step and len(kept) > 15 // step  # each pill made a dose of its own


def press(root: QWidget, words: str) -> bool:
    """The button that begins with these words."""
    found = next(spot for spot, _ in objects(root) if spot.name.startswith(words) and spot.role is _BUTTON)
    return do(root, found, "Press")


_BUTTON = QAccessible.Role.Button


def test_the_mark_that_is_saved_is_the_one_that_is_checked(known: Known, body: Body, plain_book: Logbook) -> None:
    for kind, words in DAY_MARKS.items():
        pane = diary(body).pane
        pane.add("day_mark", None)
        fits.settle()
        form = pane.host.form
        assert form is not None
        spot = next(spot for spot, _ in objects(form) if spot.name == f"Day mark: {words}")
        assert do(form, spot, "Toggle") and seen(form, "Day mark") == words
        assert do(form, spot, "Toggle") and seen(form, "Day mark") == words  # one has to be chosen
        press(form, "Save")
        marks = plain_book.days(plain_book.today(), plain_book.today())[0].marks
        assert kind in [each.mark for each in marks if isinstance(each, DayMark)]
        plain_book.delete([each.id for each in marks])


def test_an_optional_choice_is_taken_back_by_the_same_action(taken: Known, body: Body) -> None:
    form = open_dose(body)
    spot = next(spot for spot, _ in objects(form) if spot.name == "Product: Green Borneo")
    assert seen(form, "Product") == "Green Borneo"
    assert do(form, spot, "Toggle") and seen(form, "Product") is None and form.picker.product_id() is None
    assert do(form, spot, "Toggle") and seen(form, "Product") == "Green Borneo"


def test_what_is_deleted_is_the_line_that_is_selected(taken: Known, body: Body, plain_book: Logbook) -> None:
    screen = products(body)
    screen.list.choose(taken.green.id)
    other = next(spot for spot, _ in objects(screen.list) if "Capsules" in spot.name)
    assert do(screen.list, other, "Toggle")
    assert screen.selected() == plain_book.get(taken.capsules.id)
    screen.delete_selected()
    assert [each.name for each in plain_book.products()] == ["Green Borneo"]
