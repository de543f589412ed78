"""What is printed of wrong words follows the constants."""

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pytest

from journal.insights import change, reliability
from journal.insights.reliability import Counted
from journal.insights.reliability_words import false_words, looking_often, missed_changes, plain_sentences
from journal.texts import english

PRINTED = ("amount", "doses", "days_taken", "gap", "main", "lines", "page", "looking", "missed", "missed_before",
           "covered")  # fmt: skip


def measured() -> str:
    """All that is printed of it, but the short sentences for who reads no further."""
    texts = english()
    return " ".join((false_words(texts), looking_often(texts), missed_changes(texts)))


def test_in_words() -> None:
    sentences = measured()
    assert "said of the amount in 3.3 / 4.7 / 6.9 / 23 %" in sentences
    assert "the four figures are for phi 0 / 0.4 / 0.7 / 0.9." in sentences
    assert "Half as much again in the last 28 days is missed in 36 / 51 / 61 / 56 %" in sentences


@pytest.mark.parametrize("key", PRINTED)
def test_every_changed_constant_changes_it(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = measured()
    value: Any = Counted(77, 1000)
    cells = tuple(replace(cell, **{key: value}) for cell in reliability.RELIABILITY)
    monkeypatch.setattr(reliability, "RELIABILITY", cells)
    assert measured() != before and "7.7 / 7.7 / 7.7 / 7.7" in measured()


def test_unweighed_doses_take_the_words_away(monkeypatch: pytest.MonkeyPatch) -> None:
    missed = "with 2 / 10 % of the doses unweighed it is missed in 78 / 99.8 % at phi 0.4."
    assert missed in measured()
    monkeypatch.setattr(reliability, "MISSED_UNWEIGHED", ((0.05, Counted(1, 4)),))
    assert "with 5 % of the doses unweighed it is missed in 25 % at phi 0.4." in measured()


def test_the_other_constants_change_it(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [(reliability, "MEASURED_ON", dt.date(2027, 1, 2), "2 Jan 2027"), (reliability, "DAYS", 91, "91 days"),
               (reliability, "NOT_RECORDED", 0.33, "33 %"), (change, "MARGIN", 1.75, "1.75"),
               (reliability, "USUAL_PHI", 0.6, "at phi 0.6"),
               (reliability, "HIGHEST_FALSE", 0.08, "at most 8 %")]  # fmt: skip
    for module, name, value, words in changes:
        monkeypatch.setattr(module, name, value)
        assert words in measured()


def test_nothing_that_is_measured_is_kept_back() -> None:
    assert {field.name for field in fields(reliability.Reliability)} - {"phi", "second"} == set(PRINTED)


def test_it_begins_with_what_the_shares_mean_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    said = plain_sentences(english())
    assert "about 12 had such a word on page 1" in said and "about 51 of 100 had none" in said
    assert "phi" not in said and "%" not in said
    usual = next(cell for cell in reliability.RELIABILITY if cell.phi == reliability.USUAL_PHI)
    other = replace(usual, page=Counted(80, 4000), missed=Counted(3000, 4000))
    monkeypatch.setattr(reliability, "RELIABILITY", (other,))
    assert "about 2 had such a word" in plain_sentences(english())
    assert "about 75 of 100 had none" in plain_sentences(english())
