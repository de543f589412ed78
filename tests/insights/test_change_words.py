"""The word for a change, in sentences and signs: the same on every surface, and never a claim that nothing changed."""

import datetime as dt
from dataclasses import replace

import pytest

from journal.insights.change_words import can_be_compared, change_sentence, is_change, word_sign, word_text
from journal.insights.summary import Direction, Figure, Measure, Missing, Statistic, Trend, Word
from journal.texts import english

TEXTS = english()
FIGURE = Figure(Statistic(5), 28, Statistic(4), Statistic(6))
FEW_DAYS = Figure(None, 3, missing=Missing.TOO_FEW)


def in_part(days: int) -> Figure:
    return Figure(Statistic(8, at_least=True), 24, incomplete=days)


def measure(word: Word | None, weeks: int = 12, of: int = 12, since: dt.date | None = None) -> Measure:
    way = {Word.RISING: Direction.RISING, Word.FALLING: Direction.FALLING}.get(word or Word.SAME)
    direction = way or Direction.NO_CLEAR_TREND
    enough = weeks >= 6
    slope = 1.0 if enough else None
    trend = Trend(direction if enough else None, slope, slope, slope, weeks, of, of - 1, since=since)
    return Measure(FIGURE, FIGURE, FIGURE, trend, word)


@pytest.mark.parametrize(
    ("found", "sentence", "sign"),
    [
        (measure(Word.RISING), "Rising over these 12 weeks.", "rising"),
        (measure(Word.FALLING, 11), "Falling over 11 of these 12 weeks.", "falling"),
        (measure(Word.RISING, 7), "Rising over 7 of these 12 weeks (weak: under 10 weeks).", "rising*"),
        (
            measure(Word.RISING, 6, 7, dt.date(2026, 10, 17)),
            "Rising since 17 Oct 2026, over 6 of 7 weeks (weak: under 10 weeks).",
            "rising*",
        ),
        (
            measure(Word.HIGHER, 7),
            "Higher: every week of the last 28 days is above every week of the 28 days before.",
            "higher",  # not of the trend, so not weak
        ),
        (
            measure(Word.LOWER),
            "Lower: every week of the last 28 days is below every week of the 28 days before.",
            "lower",
        ),
        (measure(Word.SAME), "The same in the last 28 days as in the 28 days before.", "same"),
        (
            measure(Word.NO_CLEAR_CHANGE),
            "No clear change: cannot be told apart from week-to-week variation.",
            "≈",
        ),
        (
            replace(measure(Word.NOT_KNOWN, 0), last28=in_part(21), before28=in_part(15)),
            "Not known where it goes: known only in part on 21 of 24 days, before that on 15 of 24.",
            "not known",
        ),
        (
            replace(measure(Word.NOT_KNOWN, 0), before28=in_part(15)),
            "Not known where it goes: known only in part on 15 of 24 days of the 28 before.",
            "not known",
        ),
        (
            measure(Word.TOO_FEW_WEEKS, 3),
            "Too few weeks to say where it goes: 3 of 12 can be used; 6 are needed.",
            "too few",
        ),
        (
            replace(measure(Word.TOO_FEW_WEEKS, 133, 156), last28=FEW_DAYS),
            "Not said where it goes: too few days of the last 28 can be used.",
            "too few",
        ),
        (
            replace(measure(Word.TOO_FEW_WEEKS, 133, 156), before28=FEW_DAYS),
            "Not said where it goes: too few days of the 28 before can be used.",
            "too few",
        ),
        (measure(Word.OUTSIDE, 4, 4), "No comparison: fewer than 56 days are chosen.", "–"),
        (Measure(FIGURE, FIGURE, FIGURE), "", ""),
    ],
)
def test_words(found: Measure, sentence: str, sign: str) -> None:
    assert change_sentence(TEXTS, found) == sentence
    assert word_sign(TEXTS, found) == sign


@pytest.mark.parametrize(
    ("word", "said"),
    [(Word.RISING, "longer"), (Word.FALLING, "shorter"), (Word.HIGHER, "longer"), (Word.LOWER, "shorter")],
)
def test_gaps_are_shorter_or_longer(word: Word, said: str) -> None:
    assert word_text(TEXTS, word, gaps=True) == said
    assert change_sentence(TEXTS, measure(word), gaps=True).startswith(said.capitalize())
    assert word_sign(TEXTS, measure(word), gaps=True) == said


def test_every_word_is_said_and_only_four_are_changes() -> None:
    all_words = [word_text(TEXTS, word, gaps) for word in Word for gaps in (False, True)]
    assert all(all_words) and not any("variation" in word or "usual" in word for word in all_words)
    assert [word for word in Word if is_change(word)] == [Word.RISING, Word.FALLING, Word.HIGHER, Word.LOWER]


@pytest.mark.parametrize(
    ("now", "before", "plain"),
    [
        (Statistic(6), Statistic(8), True),
        (Statistic(6, at_least=True), Statistic(8, at_least=True), False),
        (Statistic(6, at_least=True), Statistic(8), False),
        (Statistic(9, at_least=True), Statistic(8), True),
        (Statistic(9), Statistic(8, at_least=True), False),
        (Statistic(6), Statistic(8, at_least=True), True),
    ],
)
def test_what_is_at_least_so_much_is_compared_only_where_the_rest_cannot_matter(
    now: Statistic, before: Statistic, plain: bool
) -> None:
    assert can_be_compared(now, before) is plain
