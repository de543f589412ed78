"""The amount field says beside it what it understood, and takes steps with + and -."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Unit
from journal.texts import Texts, english
from journal.texts.refusals import SENTENCES
from journal.ui.kit.amount_field import AmountField
from journal.ui.kit.fields import line_edit

CAPSULE = Unit(product="x", name="capsule", quantity=500, dimension=Dimension.MASS)
SPOON = Unit(product="x", name="spoon")


@pytest.fixture
def amount(qtbot: QtBot) -> AmountField:
    field = AmountField(english(), "Amount")
    qtbot.addWidget(field)
    field.set_units([CAPSULE, SPOON], "g")
    return field


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "The amount will be kept as unknown."), ("2.5", ""), ("2.5 g", ""), ("2,5", "= 2.5 g"),
        ("3 caps", "= 1.5 g"), ("2 spoons", ""), ("2 spoon", ""), ("30 ml", ""),
        ("3500 mg", "= 3.5 g"), ("25 mg", ""),
        ("1,500", "“1,500” can mean 1.5 or 1500. Type one of the two."),
        ("0.0001 ml", "That is finer than a thousandth of a unit, which cannot be stored exactly. Use fewer digits."),
        ("7.5 mg", SENTENCES["amount-part-milligram"].format(low=7, high=8)),
        ("-1", "An amount cannot be negative. Type it without the minus sign."),
        *((typed, "not understood yet") for typed in ("2.", "2,", "2-", "~", "1/", "2-3.")),
        ("2.5.", SENTENCES["amount-unreadable"].format(text="2.5.")),
    ],
)  # fmt: skip
def test_what_it_says(amount: AmountField, typed: str, said: str) -> None:
    amount.set_text(typed)
    assert amount.understood() == said
    assert amount.edit.accessibleDescription() == said


@pytest.mark.parametrize(
    ("typed", "direction", "shown"),
    [
        ("2.5", 1, "3"),
        ("2.5", -1, "2"),
        ("", 1, "0.5"),
        ("", -1, ""),
        ("x", -1, "x"),
        ("0.5", -1, "0.5"),
        ("200 mg", 1, "300 mg"),
        ("x", 1, "0.5"),
        ("1 1/2", 1, "2"),
        ("2½ g", -1, "2 g"),
        ("٢٫٥", 1, "3"),
        ("２", 1, "2.5"),  # noqa: RUF001
    ],
)
def test_plus_and_minus(amount: AmountField, typed: str, direction: int, shown: str) -> None:
    amount.set_text(typed)
    amount.step(direction)
    assert amount.edit.text() == shown


def test_plus_and_minus_write_the_persons_own_decimal_sign(qtbot: QtBot) -> None:
    field = AmountField(Texts("de", "de_DE", "de_DE"), "Menge")
    qtbot.addWidget(field)
    field.set_text("2")
    field.step(1)
    assert field.edit.text() == "2,5" and field.amount().quantity == 2500


def test_an_unknown_amount_is_none_and_not_zero(amount: AmountField) -> None:
    assert amount.amount() == Amount()


def test_the_example_is_told_of_an_empty_field_only(qtbot: QtBot) -> None:
    line = line_edit("Amount", "unknown")
    qtbot.addWidget(line)
    spoken = QAccessible.queryAccessibleInterface(line)
    assert spoken.text(QAccessible.Text.Description) == "unknown"
    line.setText("2.5 g")
    assert spoken.text(QAccessible.Text.Description) == ""
    line.clear()
    assert line.placeholderText() == "unknown"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("2-3 g", "= 2.5 ± 0.5 g, a guess"), ("~3 g", "= 3 g, a guess"), ("200-300 mg", "= 250 ± 50 mg, a guess")],
)
def test_a_guess_says_what_it_is_taken_for_and_has_no_steps(amount: AmountField, typed: str, said: str) -> None:
    amount.set_text(typed)
    assert amount.understood() == said
    amount.step(1)
    assert amount.edit.text() == typed
    assert amount.amount(Basis.WEIGHED).basis is Basis.GUESSED
