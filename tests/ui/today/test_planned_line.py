"""The day of a planned operation stands on Today, and nothing else of it."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Condition
from journal.core.health import ConditionKind
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from journal.ui.today.planned_line import next_operation
from tests.ui.conftest import tick

TODAY = dt.date(2026, 11, 22)
OPERATION = ConditionKind.PLANNED_OPERATION


def test_the_next_day_is_shown_until_it_has_passed(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    line = body.today.plans
    assert line.isHidden()
    knee = Condition(what=OPERATION, name="Knee", planned=dt.date(2026, 11, 24))
    plain_book.save(knee)
    assert not line.isHidden() and line.text() == "Planned operation: 24 Nov 2026"
    tick(plain_book, 2 * 24 * 60)
    body.today.tick()
    assert not line.isHidden()
    tick(plain_book, 24 * 60)
    body.today.tick()
    assert line.isHidden()


def test_a_private_one_and_one_that_was_called_off_are_not_shown() -> None:
    later, sooner = dt.date(2027, 1, 12), dt.date(2026, 12, 1)
    assert next_operation([Condition(what=OPERATION, planned=day) for day in (later, sooner)], TODAY) == sooner
    unseen = [
        Condition(what=OPERATION, planned=sooner, private=True),
        Condition(what=OPERATION, planned=sooner, until=TODAY),
        Condition(what=OPERATION),
        Condition(what=ConditionKind.HEART, planned=sooner),
    ]
    assert next_operation(unseen, TODAY) is None
