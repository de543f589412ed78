"""The clinical sentences: the measure's own word, each number with its n, its form for too few."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given

from journal.insights.cells import scale_of
from journal.insights.change_words import word_text
from journal.insights.decimals import decimal, short, signed
from journal.insights.group_words import group_name, unit_a_day
from journal.insights.groups import Group
from journal.insights.summary import Summary, Word
from journal.insights.windows import span_back
from journal.insights.wording import (
    Sentence,
    always,
    before_and_after_caption,
    began_sentence,
    entries_sentence,
    trend_sentence,
    window_sentence,
)
from journal.texts import english
from tests.insights.random_journals import sheets
from tests.insights.sheet import LAST, Sheet

TEXTS = english()


def weekly(grams: list[float | None], period: int = 84) -> Sheet:
    """Four days a week with that amount, the first week first."""
    sheet = Sheet(period=span_back(LAST, period))
    for week, amount in enumerate(grams):
        for day in range(4):
            if amount is not None:
                sheet.dose(period - 1 - 7 * week - day, amount)
    return sheet


def trend(sheet: Sheet, comma: bool = False) -> Sentence:
    measure = sheet.group().amount
    assert measure is not None
    return trend_sentence(english(numbers="de_DE" if comma else ""), "Leaf", "g a day", measure)


@pytest.mark.parametrize(
    ("value", "fixed", "plus", "brief"),
    [
        (9.25, "9.3", "+9.3", "9.3"),
        (-0.3, "−0.3", "−0.3", "−0.3"),
        (0, "0.0", "0.0", "0"),
        (-0.04, "0.0", "0.0", "0"),
        (-0.05, "−0.1", "−0.1", "−0.1"),
        (3, "3.0", "+3.0", "3"),
        (2.96, "3.0", "+3.0", "3"),
        (1234.5, "1235", "+1235", "1235"),
    ],
)
def test_decimals(value: float, fixed: str, plus: str, brief: str) -> None:
    assert (decimal(TEXTS, value), signed(TEXTS, value), short(TEXTS, value)) == (fixed, plus, brief)


# --- trends ---


def test_the_trend_as_the_page_says_it() -> None:
    sheet = weekly([5, 6, 5, 7, None, 6, 5, 6, 7, 5, 6, 6])
    assert str(trend(sheet)) == ("Leaf, 11 of 12 weeks: no clear change 0.0 g a day per week (95 % CI −0.1 to +0.3).")
    assert str(trend(sheet, comma=True)).endswith("(95 % CI −0,1 to +0,3).")


def test_a_word_of_two_windows_is_kept_apart_from_the_trend_of_all_weeks() -> None:
    """ "Lower" beside an interval up to 0.0 read as if the one denied the other: they are of different weeks."""
    said = str(trend(weekly([*[12] * 4, *[9] * 4, *[6] * 4])))
    assert said == (
        "Leaf, 12 of 12 weeks: lower (last 28 days against the 28 before); trend of all weeks: −7.0 g a day over 11 "
        "weeks (95 % CI −9.4 to 0.0)."
    )


def test_next_to_no_change_is_not_a_certain_zero() -> None:
    little = "over 11 weeks no steady change that the figures could show (95 % CI within −0.05 to +0.05 g a day)."
    assert str(trend(weekly([5, 5.001] * 6))).endswith(little)
    fewer = trend(weekly([None] * 5 + [5, 5.001, 5, 5.001, 5, 5.001, 5]))
    assert fewer.text.endswith(
        "no steady change that the figures could show (95 % CI within −0.05 to +0.05 g a day per week)."
    )


def test_a_clear_trend_bears_its_word_and_few_weeks_are_weak() -> None:
    assert trend(weekly([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).lead == "Leaf, 12 of 12 weeks: rising"
    sentence = trend(weekly([None, None, None, None, 1, 2, 3, 4, 5, 6, 7, 8]))
    assert "rising" in sentence.lead and sentence.text.startswith("(weak, under 10 weeks)")


def test_too_few_weeks_say_how_many_there_are() -> None:
    assert (
        str(trend(weekly([None] * 10 + [5, 5])))
        == "Leaf: too few weeks; trend not computed: 2 usable of 12 weeks, 6 needed."
    )


def test_a_change_too_small_for_a_week_is_said_over_all_of_them() -> None:
    """Ten years at about 3 g: each week's change is far below a tenth of a gram."""
    sheet = Sheet(period=span_back(LAST, 3640))
    for day in range(3640):
        sheet.dose(day, 3 + (day // 7 * 37 % 101 - 50) / 50)
    text = trend(sheet).text
    assert re.fullmatch(r"\S+ g a day over 519 weeks \(95 % CI −0\.\d to \+0\.\d\)\.", text), text


def test_a_clear_trend_is_never_shown_as_nothing() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 1 - day / 7 * 0.02)
    sentence = trend(sheet)
    assert sentence.lead.endswith("rising") and sentence.text == "+0.2 g a day over 11 weeks (95 % CI +0.2 to +0.2)."


def test_a_journal_that_begins_on_bad_days_says_so() -> None:
    measure = weekly([9, 9, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]).group().amount
    assert measure is not None
    assert "begin to write on bad days" in began_sentence(TEXTS, measure.trend)
    rising = weekly([2, 2, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]).group().amount
    assert rising is not None
    assert began_sentence(TEXTS, rising.trend) == "The journal begins with its lowest weeks."  # no rise is played down
    steady = weekly([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]).group().amount
    assert steady is not None and began_sentence(TEXTS, steady.trend) == ""


@given(sheets())
def test_the_sentence_bears_the_word_of_its_measure(sheet: Sheet) -> None:
    for sentence, word in sentences(sheet.summary()):
        if word is not Word.OUTSIDE:
            assert f": {word_text(TEXTS, word)}" in str(sentence)
        assert rule_breaks(str(sentence)) == []


def sentences(summary: Summary) -> list[tuple[Sentence, Word]]:
    found = []
    for group in summary.groups:
        measure = group.amount or group.doses
        title = group_name(TEXTS, group.group)
        assert measure.word is not None
        found.append((trend_sentence(TEXTS, title, unit_a_day(TEXTS, group.unit), measure), measure.word))
    return found


FORBIDDEN = (
    "cause", "caused", "because of", "works", "effective", "helps", "safe", "best", "optimal", "addicted", "abuse",
    "kratom", "improved", "none", "warning", "!",
)  # fmt: skip


def rule_breaks(sentence: str) -> list[str]:
    allowed = sentence.replace("95 % CI", "")
    words = [word for word in FORBIDDEN if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", allowed, re.IGNORECASE)]
    return words + [sign for sign in ("%", "None", "nan", "{", "}", "  ", "-0", " -") if sign in allowed]


@pytest.mark.parametrize("planted", ["It works.", "a dose helps", "Best of all", "+32 %", "none", "-0.3"])
def test_a_planted_claim_is_caught(planted: str) -> None:
    assert rule_breaks(planted)


# --- the numbers behind a card ---


def test_each_window_with_its_n() -> None:
    figures = weekly([3.0] * 12).group(Group.LEAF)
    assert figures.amount is not None
    assert window_sentence(TEXTS, figures.amount, always("g a day"), scale_of(figures.unit)) == (
        "Median 3.0 [3.0–3.0] g a day (n 16) over the last 28 days; 3.0 [3.0–3.0] g a day (n 16) in the 28 days "
        "before; 3.0 g a day (n 4) in the last 7 days."
    )


# --- before and after ---


def test_pairs_in_words() -> None:
    sheet = Sheet()
    assert before_and_after_caption(TEXTS, sheet.summary().before_and_after, sheet.summary().last28) == (
        "0 of 0 doses of the last 28 days have a rating before and after."
    )
    for day in range(8):
        sheet.dose(day)
        sheet.dose(day, hour=18)
        sheet.rating(day, 6, hour=7.9)
        sheet.rating(day, 4, hour=9.5)
    pairs = sheet.summary().before_and_after
    assert before_and_after_caption(TEXTS, pairs, span_back(LAST, 28)).startswith(
        "8 pairs on 8 days, of 16 doses. A rating often moves back"
    )


# --- how complete ---


@pytest.mark.parametrize(("days", "sparse"), [(41, True), (42, False)])
def test_fewer_than_half_of_the_days_is_said_first(days: int, sparse: bool) -> None:
    sheet = Sheet(begun=dt.date(2025, 5, 1))
    for day in range(days):
        sheet.note(day)
    sentence = entries_sentence(TEXTS, sheet.summary().quality)
    assert sentence.lead == ("Fewer than half of the days have entries." if sparse else "")
    assert sentence.text.startswith(f"Entries on {days} of 84 days, 28 of the last 28. Last entry of this period ")


def test_the_last_day_with_an_entry_stands_beside_the_first() -> None:
    sheet = Sheet(period=span_back(LAST, 20))
    sheet.note(9)
    sheet.note(3)
    said = entries_sentence(TEXTS, sheet.summary().quality).text
    assert said.endswith("First entry 22 May 2026, last of this period 28 May 2026.")


def test_a_short_period_has_no_last_28_of_its_own() -> None:
    sheet = Sheet(period=span_back(LAST, 20))
    sheet.note(3)
    assert entries_sentence(TEXTS, sheet.summary().quality).text == "Entries on 1 of 20 days. First entry 28 May 2026."
