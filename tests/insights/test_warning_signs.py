"""Warning symptoms: each with its day and answer, wherever it lies; nothing of what is held back, nor beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest

from journal.core.entries import Answer, Symptom
from journal.core.figure_facts import TextFact
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, Moment
from journal.core.symptoms import BY_CODE
from journal.core.warning_facts import DAYS_LOOKED_BACK, HOURS_BEFORE, NearDose, SignFact, WarningFacts
from journal.insights.summary import Span
from journal.insights.warning_signs import (
    Noted,
    When,
    doses_before,
    first_day_looked_at,
    last_before_now,
    noted_signs,
)

TODAY = dt.date(2026, 11, 28)
PERIOD = Span(dt.date(2026, 11, 1), dt.date(2026, 11, 20))


def symptom(code: str) -> Symptom:
    return Symptom(id=code, code=code, kind=BY_CODE[code].kind)


SYMPTOMS = tuple(
    symptom(code) for code in ("yellow_skin", "pale_stool", "suicidal_thoughts", "palpitations", "nausea", "back_pain")
)


@dataclass
class Written:
    """What was written down; days count back from today, hours are those of a clock at UTC, days start at 4."""

    signs: list[SignFact] = field(default_factory=list)
    texts: list[TextFact] = field(default_factory=list)
    doses: list[NearDose] = field(default_factory=list)

    def at(self, day: int, hour: float) -> int:
        return (day_number(TODAY) - day) * DAY_MS + round(hour * HOUR_MS)

    def sign(
        self, day: int, hour: float = 12, code: str = "yellow_skin", value: int | None = 3,
        answer: Answer | None = None, private: bool = False, dose: str | None = None,
    ) -> None:  # fmt: skip
        at = self.at(day, hour)
        self.signs.append(SignFact(at, at, code, value, answer, dose, int(private)))

    def text(self, day: int, hour: float, words: str, dose: str | None = None) -> None:
        at = self.at(day, hour)
        self.texts.append(TextFact(at, at, words, dose))

    def facts(self) -> WarningFacts:
        return WarningFacts(
            first_day_looked_at(PERIOD, TODAY),
            signs=tuple(sorted(self.signs)),
            texts=tuple(sorted(self.texts, key=lambda text: text.utc_ms)),
            doses=tuple(sorted(self.doses)),
        )

    def noted(self, hour: float = 12, withheld: tuple[str, ...] = ()) -> list[Noted]:
        return noted_signs(SYMPTOMS, self.facts(), PERIOD, Moment(self.at(0, hour), 0, "UTC"), withheld)


@pytest.mark.parametrize(
    ("day", "when"),
    [(0, When.AFTER), (-1, When.LATER), (8, When.IN_PERIOD), (27, When.IN_PERIOD), (28, When.BEFORE),
     (DAYS_LOOKED_BACK, When.BEFORE), (DAYS_LOOKED_BACK + 1, None)],
)  # fmt: skip
def test_where_a_sign_lies(day: int, when: When | None) -> None:
    written = Written()
    written.sign(day, 11)
    assert [noted.last.when for noted in written.noted()] == ([when] if when else [])


def test_a_long_period_is_looked_at_from_its_first_day() -> None:
    assert first_day_looked_at(Span(dt.date(2025, 1, 1), TODAY), TODAY) == dt.date(2025, 1, 1)
    assert first_day_looked_at(PERIOD, TODAY) == TODAY - dt.timedelta(days=DAYS_LOOKED_BACK)


def test_a_day_has_its_last_rating_and_the_worst_with_its_own_answer() -> None:
    written = Written()
    written.sign(2, 8, value=9, answer=Answer.YES)
    written.sign(2, 20, value=4, answer=Answer.PASSED)
    ((days,),) = [noted.days for noted in written.noted()]
    assert (days.value, days.answer, days.at.hour) == (4, Answer.PASSED, 20)
    assert days.worst is not None
    assert (days.worst.value, days.worst.answer, days.worst.at.hour) == (9, Answer.YES, 8)


def test_a_rating_without_a_number_is_noted_and_hides_no_worse_one() -> None:
    written = Written()
    written.sign(2, 8, value=9)
    written.sign(2, 20, value=None)
    (noted,) = written.noted()
    assert noted.last.value is None and noted.worst is not None and noted.worst.value == 9
    written.sign(1, 8, value=3)
    written.sign(1, 7, value=None)
    assert written.noted()[0].last.worst is None


def test_the_last_rating_of_a_day_may_be_its_worst() -> None:
    written = Written()
    written.sign(2, 8, value=4)
    written.sign(2, 20, value=4)
    assert written.noted()[0].last.worst is None


def test_the_worst_of_all_days_is_known_where_the_last_is_lower() -> None:
    written = Written()
    for day, hour, value in ((9, 12, 8), (5, 8, 8), (5, 20, 2), (1, 12, 3)):
        written.sign(day, hour, value=value)
    (noted,) = written.noted()
    assert noted.worst is not None and ((TODAY - noted.worst.day).days, noted.worst.value) == (5, 8)
    written.sign(0, 11, value=8)
    assert written.noted()[0].worst is None


def test_what_is_dated_later_than_the_clock_hides_nothing_of_that_day() -> None:
    written = Written()
    written.sign(0, 9, value=8)
    written.sign(0, 20, value=2)
    later, today = written.noted(hour=12)
    assert [(noted.last.when, noted.last.value) for noted in (later, today)] == [(When.LATER, 2), (When.AFTER, 8)]
    last = last_before_now([later, today])
    assert last is today.last


def test_days_of_a_sign_run_together_the_newest_first() -> None:
    written = Written()
    for day in (3, 9, 1):
        written.sign(day, code="palpitations")
    written.sign(2, code="pale_stool")
    palpitations, pale = written.noted()
    assert (palpitations.symptom, pale.symptom) == ("palpitations", "pale_stool")
    assert [(TODAY - day.day).days for day in palpitations.days] == [1, 3, 9]


def test_side_effects_but_palpitations_and_pain_are_no_signs() -> None:
    written = Written()
    for code in ("nausea", "back_pain"):
        written.sign(1, code=code)
    assert written.noted() == []


@pytest.mark.parametrize("hold", ["private", "withheld"])
def test_nothing_is_told_of_what_is_held_back_nor_of_a_note_beside_it(hold: str) -> None:
    written = Written()
    written.sign(2, 8, "suicidal_thoughts", private=hold == "private")
    written.sign(2, 8.5)
    written.text(2, 8.2, "I cannot go on")
    written.text(2, 9.4, "eyes")
    (noted,) = written.noted(withheld=() if hold == "private" else ("suicidal_thoughts",))
    assert noted.symptom == "yellow_skin" and noted.last.notes == ("eyes",)


def test_a_private_rating_of_the_same_sign_and_day_does_not_count() -> None:
    written = Written()
    written.sign(2, 8, value=9, private=True)
    written.sign(2, 20, value=4)
    assert written.noted()[0].last.value == 4


def test_a_note_across_the_start_of_the_day_is_held_back_too() -> None:
    written = Written()
    written.sign(2, 3.9, private=True)
    written.text(2, 4.1, "about the private one")
    written.sign(2, 4.2, "pale_stool")
    assert written.noted()[0].last.notes == ()


def test_a_note_beside_a_private_sign_of_the_day_before_all_is_held_back() -> None:
    """The first day that is looked at begins at 4; the private rating was at 3:55, the note at 4:05."""
    written = Written()
    written.sign(DAYS_LOOKED_BACK, 3.9, private=True)
    written.text(DAYS_LOOKED_BACK, 4.1, "about the private one")
    written.sign(DAYS_LOOKED_BACK, 4.2, "pale_stool")
    (noted,) = written.noted()
    assert noted.last.notes == ()


def test_notes_within_the_hour_and_of_its_dose_stand_beside_it_once() -> None:
    written = Written()
    written.sign(2, 12, dose="d")
    written.sign(2, 12.5)
    for hour, words in ((10.9, "long before"), (11, "an hour before"), (12.2, "twice"), (13.6, "later")):
        written.text(2, hour, words)
    written.text(2, 9, "on an empty stomach", "d")
    written.text(2, 12, "of another dose", "e")
    assert written.noted()[0].last.notes == ("on an empty stomach", "an hour before", "twice")


def test_the_last_is_the_newest_that_is_not_later_than_the_clock() -> None:
    written = Written()
    written.sign(3)
    written.sign(-2, code="pale_stool")
    last = last_before_now(written.noted())
    assert last is not None and last.symptom == "yellow_skin"
    written.signs.pop(0)
    last = last_before_now(written.noted())
    assert last is not None and last.when is When.LATER
    assert last_before_now([]) is None


def test_doses_of_the_hours_before_newest_first() -> None:
    written = Written()
    written.sign(2, 20)
    for hour in (20 - HOURS_BEFORE - 0.1, 20 - HOURS_BEFORE, 19, 20.1):
        at = written.at(2, hour)
        written.doses.append(NearDose(at, at, None, None, None, "unknown"))
    doses = doses_before(written.facts(), written.noted()[0].last)
    assert [dose.utc_ms for dose in doses] == [written.at(2, 19), written.at(2, 20 - HOURS_BEFORE)]
