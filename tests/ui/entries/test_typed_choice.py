"""The name of a pill, typed instead of pressing it, on the real forms of conditions and of what else was taken."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Intake
from journal.core.health import ConditionKind as Kind
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_placed import declared_form
from journal.ui.entries.health import ConditionKind
from journal.ui.entries.substances import IntakeKind
from tests.ui.conftest import BridgeTo

TEXTS = english()


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> DeclaredForm:
    made = declared_form(bridge_to(plain_book, TEXTS), ConditionKind(), "plain.condition")
    qtbot.addWidget(made)
    made.open_new()
    return made


@pytest.mark.parametrize(
    ("chosen", "typed", "kept"),
    [
        (None, "sleep apnoea", (Kind.SLEEP_APNOEA, "")), (None, " Sleep Apnea ", (Kind.SLEEP_APNOEA, "")),
        (Kind.SLEEP_APNOEA, "Sleep apnoea", (Kind.SLEEP_APNOEA, "")), (Kind.OTHER, "diabetes", (Kind.DIABETES, "")),
        (Kind.HEART, "liver", (Kind.HEART, "liver")), (Kind.LIVER, "cirrhosis", (Kind.LIVER, "cirrhosis")),
        (Kind.OTHER, "gout", (Kind.OTHER, "gout")), (None, "gout", None),
    ],
)  # fmt: skip
def test_a_pills_name_chooses_it_and_is_kept_once(
    form: DeclaredForm, plain_book: Logbook, chosen: Kind | None, typed: str, kept: tuple[Kind, str] | None
) -> None:
    form.inputs["what"].restore(chosen)
    form.inputs["name"].restore(typed)
    form.save()
    assert [(each.what, each.name) for each in plain_book.listed(Condition)] == ([] if kept is None else [kept])


def test_what_is_private_by_nature_is_so_by_its_name_too(form: DeclaredForm, plain_book: Logbook) -> None:
    form.inputs["name"].restore("pregnancy")
    form.save()
    (condition,) = plain_book.listed(Condition)
    assert condition.what is Kind.PREGNANCY and condition.private


def test_what_was_taken_is_chosen_by_its_name(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), IntakeKind(), "plain.intake")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs["name"].restore("alcohol")
    form.save()
    (intake,) = plain_book.find(EntryQuery(kinds=("intake",)))
    assert isinstance(intake, Intake) and (intake.what, intake.name) == (Taken.ALCOHOL, "")
