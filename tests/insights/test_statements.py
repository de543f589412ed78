"""The last statement of a subject: its age, and when it is asked again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from journal.core.entries import Statement, Substance
from journal.core.health import Stated, Subject
from journal.insights.statements import last_statement

TODAY = dt.date(2026, 11, 22)


def said(days_ago: int, answer: Stated = Stated.YES, recorded_ms: int = 1) -> Statement:
    day = TODAY - dt.timedelta(days=days_ago)
    return Statement(day=day, subject=Subject.NOTHING_ELSE, answer=answer, recorded_ms=recorded_ms)


def written(*times_ms: int) -> tuple[list[Substance], dict[str, int]]:
    """Medicines that were first written into this journal at these times."""
    listed = [Substance(name=f"medicine {number}") for number in range(len(times_ms))]
    return listed, {each.id: at_ms for each, at_ms in zip(listed, times_ms, strict=True)}


def test_nothing_said() -> None:
    assert last_statement([], Subject.NOTHING_ELSE, TODAY, (), {}) is None
    assert last_statement([said(1)], Subject.NO_ALLERGIES, TODAY, (), {}) is None
    assert last_statement([said(-1)], Subject.NOTHING_ELSE, TODAY, (), {}) is None


def test_it_is_asked_again_when_older_than_ninety_days() -> None:
    for age, again in ((0, False), (90, False), (91, True)):
        standing = last_statement([said(age)], Subject.NOTHING_ELSE, TODAY, (), {})
        assert standing is not None and (standing.age, standing.ask_again) == (age, again)


def test_the_last_one_holds_and_of_one_day_what_was_written_last() -> None:
    standing = last_statement(
        [said(3), said(1, Stated.NO, 5), said(1, recorded_ms=4)], Subject.NOTHING_ELSE, TODAY, (), {}
    )
    assert standing is not None and not standing.stands


def test_what_is_added_a_minute_after_it_on_the_same_day_outdates_it() -> None:
    """The time of writing decides: a day cannot tell a list that was said to be whole from one that grew since."""
    told = [said(0, recorded_ms=600)]
    before, after = (last_statement(told, Subject.NOTHING_ELSE, TODAY, *written(5, ms)) for ms in (600, 601))
    assert before is not None and before.holds and not before.outdated
    assert after is not None and after.outdated and after.stands and not after.holds


def test_a_newer_statement_holds_for_what_was_added_before_it() -> None:
    told = [said(0, recorded_ms=600), said(0, recorded_ms=900)]
    standing = last_statement(told, Subject.NOTHING_ELSE, TODAY, *written(700))
    assert standing is not None and standing.holds


def test_what_came_in_one_import_with_it_does_not_outdate_it() -> None:
    """Nobody knows when such a medicine was written down; only one that began after the statement came later."""
    told = said(30, recorded_ms=600)
    listed, times = written(9000, 9000)
    together = last_statement([told], Subject.NOTHING_ELSE, TODAY, listed, {**times, told.id: 9000})
    assert together is not None and together.holds
    elsewhere = last_statement([told], Subject.NOTHING_ELSE, TODAY, listed, {**times, told.id: 8000})
    assert elsewhere is not None and elsewhere.outdated
    for since, outdated in ((told.day, False), (told.day + dt.timedelta(days=1), True)):
        begun = [replace(each, since=since) for each in listed]
        found = last_statement([told], Subject.NOTHING_ELSE, TODAY, begun, {**times, told.id: 9000})
        assert found is not None and found.outdated is outdated
