"""Kinds that stand in lists: their forms, rows and details follow from the declaration; what begins as private."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Batch, Condition, Draft, Entry, LabResult, Plan, Product
from journal.core.health import ConditionKind, Lab
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.details_text import details_text
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.health import LabResultKind
from journal.ui.entries.kinds import ENTRY_KINDS, line_of_entry
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from tests.samples import sample
from tests.ui.conftest import BridgeTo, Known

EVERY = pytest.mark.parametrize("code", LISTED_KINDS)
TEXTS = english()


def made(book: Logbook, code: str) -> Entry:
    entries = sample(code, moment_now(book.clock))
    book.save(*entries)
    return entries[-1]


def form_of(book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, code: str) -> DeclaredForm:
    form = (LISTED_KINDS.get(code) or LabResultKind()).form(bridge_to(book, TEXTS), f"list.{code}")
    assert isinstance(form, DeclaredForm)
    qtbot.addWidget(form)
    return form


def test_every_kind_is_in_the_diary_in_a_list_or_has_a_screen_of_its_own() -> None:
    assert {*KINDS} - {*ENTRY_KINDS} - {*LISTED_KINDS} == {
        "person", "product", "unit", "symptom", "prompt", "setting",
    }  # fmt: skip


@EVERY
def test_its_row_and_details_say_what_it_is(plain_book: Logbook, known: Known, bridge_to: BridgeTo, code: str) -> None:
    entry, names = made(plain_book, code), Names(Bridge(plain_book, TEXTS))
    row = Row(RowKind.ENTRIES, plain_book.today(), (entry,))
    line = line_of_entry(TEXTS, names, row)
    assert line.title and line.icon == LISTED_KINDS[code].icon
    shown = details_text(bridge_to(plain_book, TEXTS), names, row)
    assert shown.title == LISTED_KINDS[code].title_word and shown.sections[-1][0] == "History"


@pytest.mark.quick_every(3)
@EVERY
def test_its_form_changes_it_copies_it_and_keeps_a_draft(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, code: str
) -> None:
    entry = made(plain_book, code)
    form, again = (form_of(plain_book, bridge_to, qtbot, code) for _ in range(2))
    form.edit_entries([entry])
    assert not form.dirty
    content = json.dumps({"state": form.state(), "moment": []})
    assert again.restore_draft(Draft(f"list.{code}", content)) and again.state() == form.state()
    form.private.tick(not entry.private)
    form.save()
    for _field in form.inputs:  # the sample has words that only another choice would have
        keep = [button for button in form.message.buttons() if button.text() == "Keep it"]
        if keep and not form.message.isHidden():
            keep[0].click()
    # A form that is saved completes what was marked to be completed later.
    assert plain_book.get(entry.id) == replace(entry, private=not entry.private, complete_later=False)
    again.copy_entries([entry])


@pytest.mark.quick_every(3)
@EVERY
def test_nothing_typed_is_nothing_to_save(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, code: str
) -> None:
    form = form_of(plain_book, bridge_to, qtbot, code)
    form.open_new()
    form.save()
    assert form.message.text()
    assert not [each for part in plain_book.slices(code) for each in part]


def test_pregnancy_begins_as_private_until_the_person_says_otherwise(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    form = form_of(plain_book, bridge_to, qtbot, "condition")
    form.open_new()
    for what, private in ((ConditionKind.LIVER, False), (ConditionKind.PREGNANCY, True), (ConditionKind.PAIN, False)):
        form.inputs["what"].restore(what)
        form._tick_private()
        assert form.private.is_ticked() is private
    form.inputs["what"].restore(ConditionKind.PREGNANCY)
    form._tick_private()
    form.private.tick(False)
    form.save()
    (condition,) = plain_book.listed(Condition)
    assert (condition.what, condition.private) == (ConditionKind.PREGNANCY, False)


def test_the_plan_begins_as_private(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = form_of(plain_book, bridge_to, qtbot, "plan")
    form.open_new()
    form.inputs["heading"].restore("At night")
    form.save()
    (plan,) = plain_book.listed(Plan)
    assert plan.private


def test_a_batch_is_of_the_product_where_its_form_was_opened(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    form, again = (form_of(plain_book, bridge_to, qtbot, "batch") for _ in range(2))
    form.placed_by = {"product": known.green.id}
    form.open_new()
    form.inputs["lot"].restore("L 7")
    assert again.restore_draft(Draft("list.batch", json.dumps({"state": form.state(), "moment": []})))
    again.save()
    (batch,) = plain_book.listed(Batch)
    assert (batch.product, batch.lot) == (known.green.id, "L 7")
    plain_book.delete([batch.id])
    assert plain_book.listed(Batch) == [] and len(plain_book.listed(Product)) == 2


def lab_form(book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, **typed: Any) -> DeclaredForm:
    form = form_of(book, bridge_to, qtbot, "lab_result")
    form.open_new(book.today())
    for name, value in typed.items():
        form.inputs[name].restore(value)
    form.save()
    return form


def test_a_value_without_a_unit_asks_once_and_is_kept(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = lab_form(plain_book, bridge_to, qtbot, what=Lab.ALT, value="37.5")
    assert form.message.text() == "Value: 37.5 of what? The unit is not said."
    assert plain_book.listed(LabResult) == []
    form.message.buttons()[1].click()
    (kept,) = plain_book.listed(LabResult)
    assert (kept.value, kept.unit, kept.number) == ("37.5", "", 37_500)


def test_a_value_that_is_no_number_is_kept_as_printed(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = lab_form(plain_book, bridge_to, qtbot, what=Lab.ALT, value="< 5")
    assert form.message.text() == "Value: < 5 of what? The unit is not said."
    form.message.buttons()[1].click()
    (kept,) = plain_book.listed(LabResult)
    assert (kept.value, kept.number) == ("< 5", None)
