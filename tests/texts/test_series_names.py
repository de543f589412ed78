"""Names and units of series: none is missing, scores name their range and version, and nobody is told a cut-off."""

from __future__ import annotations

import re

import pytest

from journal.core.check_ins import Instrument
from journal.core.health import Lab
from journal.texts import english
from journal.texts.series_names import about_series, highest_score, series_name, series_unit, where_to_write

MEASURED = ("systolic", "diastolic", "pulse", "weight", "sleep", "quality", "function")
CODES = (*MEASURED, *(each.value for each in Instrument if each is not Instrument.DAILY), *(each.value for each in Lab))


@pytest.mark.parametrize("code", CODES)
def test_everything_has_a_name_a_unit_and_a_place(code: str) -> None:
    texts = english()
    assert series_name(texts, code) and series_unit(texts, code) and where_to_write(texts, code)
    words = f"{about_series(texts, code)} {where_to_write(texts, code)}"
    assert not re.search(r"cut.?off|normal|severe|positive", words)


def test_own_words_stand_as_they_are() -> None:
    assert series_name(english(), "own", "Ferritin") == "Ferritin"
    assert series_unit(english(), "own", "µg/L") == "µg/L" and series_unit(english(), "alt") == "unit not said"


def test_scores_have_their_range_and_version() -> None:
    texts = english()
    assert {code: series_unit(texts, code) for code in ("peg", "phq2", "gad2")} == {
        "peg": "0–10", "phq2": "0–6", "gad2": "0–6",
    }  # fmt: skip
    assert about_series(texts, "peg") == "version 1, mean of 3 questions"
    assert about_series(texts, "gad2") == "version 1, sum of 2 questions"
    assert highest_score("pulse") is None and about_series(texts, "pulse") == ""
