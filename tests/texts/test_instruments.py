"""Questionnaires in words: a score, or what was answered without one, each item by its short name."""

from __future__ import annotations

import pytest

from journal.core.check_ins import CheckIn, Instrument
from journal.core.moments import moment_at
from journal.texts import english
from journal.texts.instruments import score_words
from tests.journals import START_MS

AT = moment_at(START_MS, "UTC")


@pytest.mark.parametrize(
    ("instrument", "answers", "words"),
    [
        (Instrument.PEG, ("6", "4", "5"), "5"),
        (Instrument.PEG, ("6", "4", "4"), "4.7"),
        (Instrument.PEG, ("6", "skipped", "0"), "pain 6, general activity 0; 1 of 3 skipped: no score"),
        (Instrument.PEG, ("skipped", "skipped", "skipped"), "3 of 3 skipped: no score"),
        (Instrument.PHQ2, ("1", "2"), "3"),
        (Instrument.PHQ2, ("skipped", "2"), "feeling down: More than half the days; 1 of 2 skipped: no score"),
        (Instrument.GAD2, ("0", "skipped"), "feeling nervous: Not at all; 1 of 2 skipped: no score"),
    ],
)
def test_a_score_or_what_was_answered_without_one(instrument: Instrument, answers: tuple[str, ...], words: str) -> None:
    assert score_words(english(), CheckIn(at=AT, instrument=instrument, answers=answers)) == words
