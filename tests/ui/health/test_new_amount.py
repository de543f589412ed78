"""Another amount of a medicine that is on the list: each word has one place, and none is lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Substance
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.substances import SubstanceKind
from journal.ui.health.new_amount import fill_amount
from tests.ui.conftest import BridgeTo

OLD = Substance(name="oxycodone 5 mg twice daily")


@pytest.mark.parametrize(
    ("known", "typed", "filled"),
    [
        (OLD, Substance(name="oxycodone", amount="10 mg"), ("oxycodone", "10 mg", "twice daily")),
        (OLD, Substance(name="oxycodone", how_often="at night"), ("oxycodone", "5 mg", "at night")),
        (OLD, Substance(name="oxycodone"), (OLD.name, "", "")),
        (Substance(name="beer", how_often="often"), Substance(name="beer", amount="4"), ("beer", "4", "often")),
    ],
)
def test_each_part_has_its_field(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, known: Substance, typed: Substance,
    filled: tuple[str, str, str],
) -> None:  # fmt: skip
    plain_book.save(known)
    form = SubstanceKind().form(bridge_to(plain_book, english()), "plain.substance")
    assert isinstance(form, DeclaredForm)
    qtbot.addWidget(form)
    form.edit_entries([known])
    fill_amount(form, known, typed)
    assert tuple(form.inputs[field].state() for field in ("name", "amount", "how_often")) == filled
