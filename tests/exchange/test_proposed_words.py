"""Proposals for words of a table can all be answers, and none is made where only the person can know."""

from __future__ import annotations

import re

import pytest

from journal.core.entries import Preparation
from journal.exchange import proposed_words
from journal.exchange.foreign_values import written_clock
from journal.exchange.mapped_units import WORDS
from journal.exchange.mapping import UNITS, Column, Meaning
from journal.exchange.open_words import open_words
from journal.exchange.preparation_words import PREPARATIONS
from journal.exchange.proposed_words import are_moods, proposed


@pytest.mark.parametrize(
    ("meaning", "word", "meant"),
    [
        (Meaning.TIME, "Morgens", "08:00"),
        (Meaning.TIME, "after work", None),
        (Meaning.PREPARATION, "Mit Joghurt", "food_or_drink"),
        (Meaning.PREPARATION, "as always", None),
        (Meaning.UNIT, "Gramos", "g"),
        (Meaning.AMOUNT, "tsp", "? tsp"),
        (Meaning.UNIT, "Tsp.", "? Tsp."),
        (Meaning.UNIT, "C", None),
        (Meaning.AMOUNT, "N/A", "? N/A"),
        (Meaning.AMOUNT, "unbekannt", "? unbekannt"),
        (Meaning.AMOUNT, "> 3 g", "? > 3 g"),
        (Meaning.AMOUNT, "-", None),
        (Meaning.AMOUNT, "-2 g", None),
        (Meaning.AMOUNT, "none", None),
        (Meaning.RATING, "Meh", None),
        (Meaning.SYMPTOM, "Rücken", None),
        (None, "Tee", None),
    ],
)
def test_what_is_proposed(meaning: Meaning | None, word: str, meant: str | None) -> None:
    assert proposed(meaning, word) == meant


@pytest.mark.parametrize(
    ("word", "scale", "meant"),
    [("Sehr schlecht", "1-5 best", "1"), ("rad", "1-5 best", "5"), ("okayish", "1-5 best", None), ("gut", "", None),
     ("gut", "1-5 worst", None)],
)  # fmt: skip
def test_words_for_how_it_was_are_proposed_where_the_best_end_is_known(
    word: str, scale: str, meant: str | None
) -> None:
    assert proposed(Meaning.RATING, word, scale) == meant


def test_a_column_of_moods_is_told_from_numbers_and_other_words() -> None:
    assert are_moods(["rad", "", "awful", "like a stone"])
    assert not are_moods(["rad", "rad", ""]) and not are_moods(["good", "bad", "7"]) and not are_moods(["mild", "x"])


def test_each_proposal_is_what_its_reader_takes() -> None:
    for time in proposed_words._TIMES.values():
        assert re.fullmatch(r"\d\d:[03]0", time) and written_clock(time)
    assert set(proposed_words._PREPARATIONS.values()) <= set(Preparation)
    assert set(proposed_words._UNITS.values()) <= set(UNITS)


def test_no_word_is_proposed_that_is_understood_anyway() -> None:
    times = open_words(Column(Meaning.TIME), list(proposed_words._TIMES), (), "")
    assert set(times) == set(proposed_words._TIMES)
    assert not proposed_words._PREPARATIONS.keys() & PREPARATIONS.keys()
    assert not (proposed_words._UNITS.keys() | proposed_words._HOW_MUCH_NOT_KNOWN) & WORDS.keys()
