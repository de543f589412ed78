"""What stands on a list already is offered as one: not yet, the same, or another one beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition, Contact, Entry, Help
from journal.core.health import ConditionKind
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries import health, own_help
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.listed_once import ListedOnceForm
from tests.ui.conftest import BridgeTo

KNEE = Condition(what=ConditionKind.PAIN, place="knee", since=dt.date(2020, 3, 1))
CASES = [
    (own_help.HelpKind(), Help(text="a walk"), {"text": "A walk"}, "a walk"),
    (own_help.ContactKind(), Contact(name="Ada"), {"name": "ada", "phone": "555 0100"}, "Ada"),
    (health.ConditionKind(), KNEE, {"what": ConditionKind.PAIN, "place": "Knee"}, "Pain condition · knee"),
]


def form_of(kind: DeclaredKind, book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> ListedOnceForm:
    made = kind.form(bridge_to(book, english()), "plain.twice")
    assert isinstance(made, ListedOnceForm)
    qtbot.addWidget(made)
    made.open_new()
    made.show()
    return made


@pytest.mark.parametrize(("kind", "known", "typed", "named"), CASES)
def test_the_same_one_is_asked_about(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot,
    kind: DeclaredKind, known: Entry, typed: dict[str, object], named: str,
) -> None:  # fmt: skip
    plain_book.save(known)
    form = form_of(kind, plain_book, bridge_to, qtbot)
    form.fill_in(**typed)
    form.save()
    assert form.message.text() == f"“{named}” is on your list already. Is this the same one?"
    not_yet, same, another = form.message.buttons()
    not_yet.click()
    assert len(plain_book.listed(kind.cls)) == 1
    form.save()
    form.message.buttons()[2].click()
    assert len(plain_book.listed(kind.cls)) == 2


def test_the_same_one_takes_what_was_typed(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    plain_book.save(KNEE)
    form = form_of(health.ConditionKind(), plain_book, bridge_to, qtbot)
    form.fill_in(what=ConditionKind.PAIN, place="Knee", note="worse on stairs")
    form.save()
    form.message.buttons()[1].click()
    assert form.heading.text() == "Change: Condition"
    form.save()
    (changed,) = plain_book.listed(Condition)
    assert (changed.id, changed.place, changed.since, changed.note) == (KNEE.id, "Knee", KNEE.since, "worse on stairs")


def test_a_time_that_is_over_is_another_one(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    plain_book.save(Condition(what=ConditionKind.PAIN, place="knee", until=dt.date(2020, 3, 1)))
    form = form_of(health.ConditionKind(), plain_book, bridge_to, qtbot)
    form.fill_in(what=ConditionKind.PAIN, place="knee", since=dt.date(2024, 3, 1))
    form.save()
    assert len(plain_book.listed(Condition)) == 2
