"""The times at which Today asks how it is."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from journal.core.entries import Dose, Prompt
from journal.core.moments import DAY_MS, MINUTE_MS, Moment
from journal.core.prompts import Outcome
from journal.insights.prompts import (
    AFTER_FROM,
    AFTER_TO,
    GOES_AFTER,
    ONE_DOSE_IN,
    Due,
    asked_of,
    due_on,
    open_now,
)

MIDNIGHT = 1_795_000_000_000 // DAY_MS * DAY_MS
DAY = dt.date(2026, 11, 18)


def dose(minutes: int) -> Dose:
    return Dose(at=Moment(MIDNIGHT + minutes * MINUTE_MS, 0, "UTC"))


def test_a_day_without_doses_is_asked_about_too_and_the_same_day_gives_the_same_times() -> None:
    times = due_on(DAY, [], MIDNIGHT, "journal")
    assert len(times) == 2
    assert times == due_on(DAY, [], MIDNIGHT, "journal")
    others = {due.due_ms for number in range(40) for due in due_on(DAY, [], MIDNIGHT, str(number))}
    assert len(others) > 20  # nobody can know them beforehand
    hours = [(due.due_ms - MIDNIGHT) / MINUTE_MS / 60 for due in times]
    assert 10 <= hours[0] <= 14 < hours[1] <= 20


def test_about_one_dose_in_three_is_followed_by_a_question_and_never_at_once() -> None:
    alone = {due.due_ms for due in due_on(DAY, [], MIDNIGHT, "journal")}
    followed = 0
    for _ in range(600):
        taken = dose(3 * 60)  # long before the questions of the day's own
        extra = [due.due_ms for due in due_on(DAY, [taken], MIDNIGHT, "journal") if due.due_ms not in alone]
        assert all(AFTER_FROM <= (due_ms - taken.at.utc_ms) / MINUTE_MS <= AFTER_TO for due_ms in extra)
        followed += len(extra)
    assert 150 < followed < 250
    assert ONE_DOSE_IN == 3


@given(st.lists(st.integers(0, 24 * 60), max_size=20))
def test_two_questions_are_never_close(minutes: list[int]) -> None:
    times = [due.due_ms for due in due_on(DAY, [dose(minute) for minute in minutes], MIDNIGHT, "journal")]
    assert all(later - earlier >= 120 * MINUTE_MS for earlier, later in zip(times, times[1:], strict=False))


def test_a_question_is_open_until_it_goes_or_something_became_of_it() -> None:
    due = [Due(MIDNIGHT)]
    ends = MIDNIGHT + GOES_AFTER * MINUTE_MS
    assert open_now(due, [], MIDNIGHT - 1) is None
    assert open_now(due, [], MIDNIGHT) == due[0]
    assert open_now(due, [], ends - 1) == due[0]
    assert open_now(due, [], ends) is None
    assert open_now(due, [Prompt(due_ms=MIDNIGHT, outcome=Outcome.SKIPPED)], MIDNIGHT) is None


def test_both_symptoms_are_asked_about_as_often() -> None:
    prompts: list[Prompt] = []
    for number in range(10):
        symptom = asked_of("pain", "drowsiness", prompts)
        prompts.append(Prompt(symptom=symptom, due_ms=number, outcome=Outcome.MISSED))
    assert [prompt.symptom for prompt in prompts] == ["pain", "drowsiness"] * 5
    assert asked_of("pain", None, prompts) == "pain"
