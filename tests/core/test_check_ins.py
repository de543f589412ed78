"""Scores are the published ones or none, and answers are those of their instrument."""

from __future__ import annotations

from fractions import Fraction

import pytest

from journal.core.check_ins import CheckIn, Instrument, field_that_does_not_fit
from journal.core.moments import moment_at
from journal.core.privacy import private_by_nature
from tests.journals import START_MS

AT = moment_at(START_MS, "UTC")


def check_in(instrument: Instrument, *answers: str, version: str = "1") -> CheckIn:
    return CheckIn(at=AT, instrument=instrument, answers=answers, version=version)


@pytest.mark.parametrize(
    ("instrument", "answers", "score"),
    [
        (Instrument.PEG, ("6", "4", "3"), Fraction(13, 3)),
        (Instrument.PEG, ("0", "0", "0"), Fraction(0)),
        (Instrument.PEG, ("6", "skipped", "3"), None),
        (Instrument.PHQ2, ("1", "3"), Fraction(4)),
        (Instrument.PHQ2, ("skipped", "0"), None),
        (Instrument.GAD2, ("0", "2"), Fraction(2)),
        (Instrument.DAILY, (), None),
    ],
)
def test_a_skipped_item_gives_no_score(
    instrument: Instrument, answers: tuple[str, ...], score: Fraction | None
) -> None:
    made = check_in(instrument, *answers)
    assert made.score == score
    assert field_that_does_not_fit(made) is None


@pytest.mark.parametrize(
    ("made", "field"),
    [
        (check_in(Instrument.PEG, "6", "4"), "answers"),
        (check_in(Instrument.PEG, "6", "4", "11"), "answers"),
        (check_in(Instrument.PEG, "6", "4", "03"), "answers"),
        (check_in(Instrument.PHQ2, "1", "4"), "answers"),
        (check_in(Instrument.DAILY, "1"), "answers"),
        (check_in(Instrument.PEG, "6", "4", "3", version="2"), "version"),
    ],
)
def test_what_is_no_answer_of_the_instrument(made: CheckIn, field: str) -> None:
    assert field_that_does_not_fit(made) == field


def test_mood_is_private_unless_someone_says_otherwise() -> None:
    private = {each for each in Instrument if private_by_nature(check_in(each))}
    assert private == {Instrument.PHQ2, Instrument.GAD2}
