"""While a form is filled in no field moves: a click goes where it was aimed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Product
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.health.substance_line import SubstanceLine
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import Choice
from journal.ui.kit.form import Form
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tick_box import TickBox
from journal.ui.settings.symptom_form import SymptomForm
from tests.ui.conftest import BridgeTo, Known
from tests.ui.entries.test_typed_and_saved import FORMS, Make
from tests.ui.fits import settle

FIELDS = (QLineEdit, QPlainTextEdit, ChipRow, Choice, RatingScale, TickBox)
Change = tuple[str, Callable[[], object]]
MAY_MOVE = (
    "Amount: x",  # why it is not understood can need a second line
    "Product:",  # opens and closes what is asked of a new product, and the sentence about the first dose of it
    "Unit:",  # opens and closes what is asked of a new unit
)


def _substance_line(bridge: Bridge, _product: Product) -> Form:
    return SubstanceLine(bridge)


def _symptom(bridge: Bridge, _product: Product) -> Form:
    form = SymptomForm(bridge)
    form.open_new()
    return form


FILLED_IN: dict[str, Make] = {**FORMS, "line of a substance": _substance_line, "symptom": _symptom}


def _fields(form: Form) -> list[QWidget]:
    found = [each for kind in FIELDS for each in form.findChildren(kind)]
    return [each for each in found if each.isVisibleTo(form) and not isinstance(each.parentWidget(), FIELDS)]


def _place(form: Form, field: QWidget) -> int:
    inside = form.content.parentWidget()
    assert inside is not None
    return field.mapTo(inside if inside.isAncestorOf(field) else form, QPoint()).y()


def _changes(field: QWidget) -> Iterator[Change]:
    """All that can be chosen in it, or the first letters that are typed."""
    name = field.accessibleName()
    if not field.isEnabled():
        return
    if isinstance(field, QLineEdit):
        for typed in ("2", "x"):
            yield f"{name}: {typed}", partial(field.setText, typed)
    elif isinstance(field, QPlainTextEdit):
        yield f"{name}: x", partial(field.setPlainText, "x")
    elif isinstance(field, Choice):
        for number in range(field.count()):
            yield f"{name}: {field.itemText(number)}", partial(field.setCurrentIndex, number)
    elif isinstance(field, ChipRow):
        for number in range(1, len(field._pills()) + 1):
            yield f"{name}: {number}", partial(field.choose_number, number)


def _moved(form: Form, change: Change) -> list[str]:
    """Fields that are elsewhere after this; one that belongs to another choice may go, and leaves its place."""
    words, do = change
    before = {field: _place(form, field) for field in _fields(form)}
    do()
    settle()
    return [
        f"{words} moves {field.accessibleName() or type(field).__name__} by {_place(form, field) - place}"
        for field, place in before.items()
        if field.isVisibleTo(form) and _place(form, field) != place
    ]


@pytest.mark.parametrize("name", FILLED_IN)
def test_no_field_moves(plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, name: str) -> None:
    form = FILLED_IN[name](bridge_to(plain_book, english()), known.green)
    qtbot.addWidget(form)
    form.resize(520, 900)
    form.show()
    settle()
    other_questions = getattr(form, "which", None)  # a check-in's other questions are another form
    fields = [field for field in _fields(form) if field is not other_questions]
    changes = [change for field in fields for change in _changes(field)]
    assert [moved for change in changes if not change[0].startswith(MAY_MOVE) for moved in _moved(form, change)] == []


def test_a_field_that_moves_is_seen(qtbot: QtBot, plain_book: Logbook, known: Known, bridge_to: BridgeTo) -> None:
    form = FILLED_IN["lab_result"](bridge_to(plain_book, english()), known.green)
    qtbot.addWidget(form)
    form.resize(520, 900)
    form.show()
    settle()
    first = _fields(form)[0]
    assert _moved(form, ("hiding the first", first.hide))
