"""Whether it is rising: of a group too new for a verdict its weeks stand on page 1, and what a verdict lacks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from journal.insights.days import day_figures
from journal.insights.period import summarise_period
from journal.insights.without_private import without_private
from journal.reports import ReportOptions
from journal.reports.fonts import register_fonts
from journal.reports.page_inputs import PageInputs
from journal.reports.page_one import page_inputs
from journal.reports.rising import rising
from journal.reports.trend_sentences import trends
from journal.texts import english
from tests.insights.sheet import PERIOD, PRODUCTS, SEVEN_OH, SHOT, SYMPTOMS, UNSAID, Sheet
from tests.reports.made_sheets import MADE


def inputs_of(sheet: Sheet) -> PageInputs:
    register_fonts()
    facts = without_private(sheet.facts(PERIOD))
    days = day_figures(facts, PRODUCTS)
    summary = summarise_period(facts, PRODUCTS, SYMPTOMS, PERIOD, days)
    return page_inputs(summary, PRODUCTS, SYMPTOMS, ReportOptions(PERIOD), english(), MADE)


def said(sheet: Sheet) -> str:
    return " ".join(f"{each.lead} {each.text}".strip() for each in rising(inputs_of(sheet)))


def leaf() -> Sheet:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5)
    return sheet


def with_tablets(weeks: dict[int, int], days: int = 7) -> Sheet:
    """Leaf all along; tablets of 15 mg in these weeks (5 the oldest): so many on so many days of each."""
    sheet = leaf()
    for week, tablets in weeks.items():
        for day in range(week * 7 + 7 - days, week * 7 + 7):
            for n in range(tablets):
                sheet.dose(day, 0.015, 9 + n / 2, SEVEN_OH)
    return sheet


def test_what_grows_is_seen_although_there_is_no_verdict() -> None:
    words = said(with_tablets({5: 3, 4: 3, 3: 5, 2: 5, 1: 6, 0: 6}))
    assert (
        "7-OH: new on 20 Apr; up from 45 to 90 mg a day; doses a day up from 3 to 6. "
        "Median of each week: 45, 45, 75, 75, 90, 90 mg a day. Leaf:"
    ) in words
    assert "too early" not in words


def test_what_shrinks_is_seen_too() -> None:
    words = said(with_tablets({5: 6, 4: 6, 3: 5, 2: 5, 1: 3, 0: 3}))
    assert "7-OH: new on 20 Apr; down from 90 to 45 mg a day; doses a day down from 6 to 3. Median" in words


def test_the_sentence_below_the_chart_says_what_grows_in_place_of_too_early() -> None:
    grows, falls_back = ({5: 3, 4: 3, 3: 5, 2: 5, 1: 6, 0: 6}, {5: 3, 4: 6, 3: 3, 2: 5, 1: 3, 0: 4})
    first = str(trends(inputs_of(with_tablets(grows)))[0])
    assert first.startswith("7-OH, 6 of 6 weeks since it began: up from 45 to 90 mg a day; +")
    back = str(trends(inputs_of(with_tablets(falls_back)))[0])
    assert back.startswith("7-OH, 6 of 6 weeks since it began: too early for a trend ")


def test_too_few_weeks_are_said_in_one_place_unless_nothing_else_stands_below_the_chart() -> None:
    sheet = leaf()
    for day in (2, 9, 60):
        sheet.dose(day, 1, 15, SHOT)
    assert "Extract: too few weeks (0 usable weeks, 6 needed)." in said(sheet)
    assert [str(each).partition(",")[0] for each in trends(inputs_of(sheet))] == ["Leaf"]
    alone = Sheet()
    for day in (2, 9, 60):
        alone.dose(day, 1, 15, SHOT)
    assert str(trends(inputs_of(alone))[0]).startswith("Extract: too few weeks; trend not computed: 0 usable")


def test_below_six_usable_weeks_it_says_how_many_are_needed_where_they_go_both_ways() -> None:
    words = said(with_tablets({3: 3, 2: 6, 1: 5, 0: 4}))
    assert (
        "7-OH: new on 4 May; median of each week 45, 90, 75, 60 mg a day; too early for a trend (4 usable weeks, "
        "6 needed)."
    ) in words
    grows = with_tablets({3: 3, 2: 5, 1: 6, 0: 6})
    assert "7-OH: new on 4 May; up from 45 to 90 mg a day; doses a day up from 3 to 6. Median of each" in said(grows)
    assert str(trends(inputs_of(grows))[0]).startswith("7-OH: up from 45 to 90 mg a day; trend not computed: 4 usable")


def test_a_week_of_too_few_days_has_no_number() -> None:
    sheet = with_tablets({3: 3, 1: 6, 0: 6})
    for day in (14, 15):
        sheet.dose(day, 0.015, 9, SEVEN_OH)
    assert "; doses a day up from 3 to 6. Median of each week: 45, –, 90, 90 mg a day." in said(sheet)


def test_a_first_week_of_too_few_days_is_left_out() -> None:
    sheet = with_tablets({4: 3, 3: 3, 2: 5, 1: 6})
    for day in (35, 36):
        sheet.dose(day, 0.015, 9, SEVEN_OH)
    words = said(sheet)
    assert "7-OH: new on 25 Apr; up from 45 to 90 mg a day; doses a day up" in words
    assert "Median of each week: 45, 45, 75, 90, – mg a day." in words


def test_a_time_between_doses_that_stays_does_not_contradict_doses_that_go_up() -> None:
    """Begun earlier and ended later, each as far from the last as before."""
    for new in (True, False):
        for often, few in ((3, 6), (6, 3)):
            sheet = Sheet() if new is False else leaf()
            for day in range(42 if new else 84):
                for n in range(few if day < (21 if new else 28) else often):
                    sheet.dose(day, 0.015 if new else 2, 9 + n / 2, *((SEVEN_OH,) if new else ()))
            goes_up = often < few
            assert ("Time between doses:" in said(sheet)) is not goes_up, (new, often, few)
            if new:
                assert f"doses a day {'up' if goes_up else 'down'} from {often} to {few}. Median" in said(sheet)


def test_weeks_known_in_part_are_at_least() -> None:
    sheet = with_tablets({3: 3, 2: 3, 1: 3, 0: 3})
    for day in range(7):
        sheet.dose(day, None, 20, SEVEN_OH)
    assert "new on 4 May; doses a day up from 3 to 4. Median of each week: 45, 45, 45, ≥ 45 mg a day." in said(sheet)


def test_without_an_amount_it_is_doses() -> None:
    sheet = leaf()
    for day in range(28):
        for n in range(1 + (27 - day) // 7):
            sheet.dose(day, None, 9 + n, UNSAID)
    words = said(sheet)
    assert "new on 4 May; up from 1 to 4 doses a day. Median of each week: 1, 2, 3, 4 doses a day." in words


@pytest.mark.parametrize("back", [55, 54])
def test_from_the_day_that_it_names_on_there_is_a_comparison(back: int) -> None:
    """Begun 55 days before the last one, the two windows are all of it; one day later they are not."""
    sheet = leaf()
    for day in range(back + 1):
        for n in range((5, 2, 6, 3)[day // 7 % 4]):
            sheet.dose(day, 0.015, 9 + n, SEVEN_OH)
    words = said(sheet)
    since = english().day_and_month(PERIOD.last + dt.timedelta(days=55 - back))
    named = f"28 days can be compared with the 28 before from {since} on"
    assert (named in words) is (back == 54) and ("7-OH: new on" in words)
    assert ("too early for a trend" in words) is (back == 54)


@pytest.mark.parametrize(("now", "words"), [(1.2, "shorter, 1."), (1.5, "shorter over 12 weeks, 1.")])
def test_a_trend_against_the_last_two_windows_says_how_many_weeks_it_is_of(now: float, words: str) -> None:
    """Five hours at first, 1.3 in the second four weeks, in the last four a little more or less."""
    sheet = Sheet()
    for day in range(84):
        window, week = divmod(day // 7, 4)
        for n in range(3):
            sheet.dose(day, 2.5, 8 + n * ((now, 1.3, 5)[window] + week / 25))
    assert said(sheet).partition("Time between doses: ")[2].startswith(words)


@pytest.mark.parametrize("weeks", [2, 4])
def test_too_few_weeks_say_how_many_are_needed(weeks: int) -> None:
    sheet = Sheet()
    for week in range(weeks):
        for day in range(28 * (week % 2) + 7 * (week // 2), 28 * (week % 2) + 7 * (week // 2) + 5):
            sheet.dose(day, 2.5)
    assert f"too few weeks ({weeks} usable weeks, 6 needed" in said(sheet)


def growing(grams: Callable[[int], float]) -> Sheet:
    """Leaf, so much on each day back."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, grams(day))
    return sheet


def test_behind_a_trend_stand_its_first_and_its_last_week() -> None:
    words = said(growing(lambda day: 18 - day // 7))
    assert "Leaf: rising (first week 7.0 → last 7 days 18.0 g)." in words
    assert "Leaf: falling (first week 18.0 → last 7 days 7.0 g)." in said(growing(lambda day: 7 + day // 7))


def test_before_medians_that_are_apart_stands_the_week_that_all_began_with() -> None:
    def grams(first: float, before: float, now: float) -> str:
        return said(growing(lambda day: now if day < 28 else before if day < 56 else first))

    assert "Leaf: lower (first week 12.0; 28-day medians 9.0 → 6.0 g)." in grams(12, 9, 6)
    assert "(28-day medians 9.0 → 6.0 g)" in grams(4, 9, 6)


def test_outer_weeks_that_go_the_other_way_are_not_set_behind_a_trend() -> None:
    words = said(growing(lambda day: 19.5 if day >= 77 else 18 - day // 7))
    assert "Leaf: rising (28-day medians" in words
    assert "first week" not in words


@pytest.mark.parametrize("tablets", [{5: 2, 4: 4, 3: 3, 2: 6, 1: 2, 0: 5}, {3: 3, 2: 3, 1: 3, 0: 3}])
def test_weeks_up_and_down_are_not_told_by_their_ends(tablets: dict[int, int]) -> None:
    words = said(with_tablets(tablets))
    assert "7-OH: new on" in words
    assert " up from " not in words and " down from " not in words and "; median of each week" in words
