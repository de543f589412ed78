"""What the last page says of its figures: first what a reader needs, then, as an appendix, the rules in small steps.

Every number stands as the constant that the code uses.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from enum import Enum, auto

from journal.charts import series
from journal.core import limits, warning_facts
from journal.insights import (
    amounts_a_day,
    before_and_after,
    change,
    statistics,
    summary,
    symptom_days,
    thresholds,
    trend,
    windows,
)
from journal.insights.reliability_words import false_words, looking_often, missed_changes, plain_sentences
from journal.reports.topics import Topic
from journal.texts import Texts
from journal.texts.marked import marked

Line = tuple[str, str]


class Part(Enum):
    """Where a line stands: before everything else, or in the appendix."""

    READ_FIRST = auto()
    RULES = auto()


def method_lines(
    texts: Texts, told: Container[Topic] = frozenset(Topic), parts: Container[Part] = frozenset(Part)
) -> Iterator[Line]:
    """Terms and rules with their minimum, in the order of page 1; of a topic only where the pages tell of it."""
    of_parts = ((Part.READ_FIRST, _READ_FIRST), (Part.RULES, _RULES))
    methods = (method for part, methods in of_parts if part in parts for method in methods)
    return ((texts(term), text_of(texts)) for term, text_of, topic in methods if topic is None or topic in told)


# Each reads its constants when the page is made, so that page and code always agree.


def _day(texts: Texts) -> str:
    return texts(
        "A calendar day in the UTC offset kept with each entry; it begins at the hour the person set. Weeks are blocks "
        "of {week} days counted back from the end of the period; of a group begun in the period, the first week "
        "counts from its first day on. Nothing outside the chosen period enters a figure: later doses and ratings of "
        "the main symptom are told beside them. The {window} days before are compared only if the period holds {both} "
        "days.",
        week=windows.WEEK, window=limits.WINDOW_DAYS, both=2 * limits.WINDOW_DAYS,
    )  # fmt: skip


def _states(texts: Texts) -> str:
    return texts(
        "Used: at least one dose. Without: the person marked the day “none today”. Other: another entry, but for "
        "values and statements. Not recorded: no entry; never counted as zero. Known days: used or without. A day "
        "marked “number not known”, or "
        "one with doses marked “do not remember”, is one with use, of which only a part is known."
    )


def _groups(texts: Texts) -> str:
    return texts(
        "Leaf: powder, crushed leaf, capsules, tea. Extract: extract, tincture, shot. 7-OH. Kind not said: not said, "
        "other, tablets until it is said what they hold, doses that name no product. Amounts and doses of groups are "
        "never added. The two most used of the last {window} days (days, then doses) have rows and panels. “Last taken "
        "on”: no dose in the last {current} days.",
        window=limits.WINDOW_DAYS, current=amounts_a_day.CURRENT_DAYS,
    )  # fmt: skip


def _units(texts: Texts) -> str:
    return texts(
        "What most doses of the group have an amount in (leaf g, 7-OH mg; extract and kind not said g if a day has 1 g "
        "or more, else mg). Amounts by label are those the person entered, never read from a strength."
    )


def _per_day(texts: Texts) -> str:
    return texts(
        "Amounts and doses are per day taken: days without do not lower them. “Days taken” counts them, of the known "
        "days. A day with a dose of no said kind may hold more of every group: it is known in part for those taken "
        "that day, enters no amount of the others, and makes their days taken “at least”."
    )


def _in_part(texts: Texts) -> str:
    return texts(
        "A day with a dose without an amount, with doses and marked “number not known” or “do not remember”, or with "
        "left-out doses counts with its known part. Every figure is computed on the known parts and again with each "
        "such day put at the top: where both are equal it is exact, otherwise it has “≥”; (k) counts such days. If "
        "nothing but “more than nothing” is known of the median: “not said”. Largest day: “≥” whenever a day is known "
        "in part. Complete days: the smallest and the largest of them, no median, as they are no sample of all days."
    )


def _medians(texts: Texts) -> str:
    return texts(
        "Quartiles by linear interpolation (type 7). Last {week}: from {seven} days taken on, without quartiles; last "
        "{window} and {window} before: from {fewest} on. n counts the days that enter.",
        week=windows.WEEK, seven=thresholds.DAYS_OF_SEVEN, window=limits.WINDOW_DAYS,
        fewest=thresholds.DAYS_OF_A_WINDOW,
    )  # fmt: skip


def _gaps(texts: Texts) -> str:
    return texts(
        "Between consecutive doses of any product on one day; nights are left out, and so are days known in part. n = "
        "gaps; doses of the same minute are one time of taking. Overnight: from the last dose of a day to the first of "
        "the next, if both are known in full; n = nights. Days without: of the days known to be with or without."
    )


def _change(texts: Texts) -> str:
    fewer, more = thresholds.WEEKS_COMPARED
    return texts(
        "One word a measure, the first of these that holds. Rising, falling: a clear trend. Higher, lower: every "
        "weekly median of the last {window} days above (below) every one of the {window} before ({more} and {fewer} "
        "weeks of {days} or more days), and the two medians further apart than {margin} × the usual variation of weeks "
        "(highest minus lowest, mean of both) and at least {step} as printed; days known in part count against the "
        "word.",
        window=limits.WINDOW_DAYS, more=more, fewer=fewer, days=thresholds.DAYS_OF_A_WEEK,
        margin=_number(texts, change.MARGIN), step=_number(texts, change.SMALLEST_PRINTED),
    )  # fmt: skip


def _no_change(texts: Texts) -> str:
    return texts(
        "Same: enough weeks, median and quartiles equal as printed, and exact. No clear change (≈): enough weeks, and "
        "none of the words above; “not known” if a median is “at least”, without a trend. Too few: weeks, or a window "
        "without a figure. New: instead of all these, of a group begun in these days."
    )


def _trend(texts: Texts) -> str:
    return texts(
        "Theil–Sen slope of weekly medians with Sen’s 95 % interval, of weeks with {days} or more days whose median is "
        "exact; from {fewest} weeks, weak (*) below {firm}. Clear if the interval leaves out 0 and the change over the "
        "weeks is at least {share} % of their median, both also whatever the medians of weeks known in part were. If "
        "one decimal would show an end of the interval as 0.0, the change is given over all weeks. A journal that "
        "begins in the period with its {first} highest or lowest weeks says so.",
        days=thresholds.DAYS_OF_A_WEEK, fewest=thresholds.WEEKS_OF_A_TREND, firm=summary.WEAK_BELOW,
        share=round(100 * trend.SMALLEST_SHARE), first=trend.FIRST_WEEKS,
    )  # fmt: skip


def _chart(texts: Texts) -> str:
    return texts(
        "Hollow bars are known in part. The line is the median of {days} days around each day with at least {least} "
        "values, broken where nothing is recorded or where days known in part could raise it; one of a day or two is "
        "left out; above {limit} days of weeks, above {years} years of months. A bar above {times} times the "
        "{percent}th percentile is cut and its value written above it.",
        days=statistics.RUNNING_DAYS, least=statistics.RUNNING_AT_LEAST, limit=series.DAYS_AT_MOST,
        years=series.WEEKS_AT_MOST // 366, times=_number(texts, series.OUTLIER), percent=round(100 * series.OUTLIER_OF),
    )  # fmt: skip


def _symptom(texts: Texts) -> str:
    return texts(
        "The median of a day’s ratings (0–10), those before and after doses included; a skipped rating is none. Main "
        "symptom: the person’s choice, else the one rated on most days; the second is sleep, if it was rated."
    )


def _pairs(texts: Texts) -> str:
    return texts(
        "Ratings of the main symptom up to {before} minutes before ({late} after) and {from_} to {to} minutes after a "
        "dose of any product, the nearest to the dose in absolute minutes (1 minute after counts before 2 before) and "
        "the nearest to {best} after it, no other dose between, private ones included; a rating in the minute of the "
        "next dose is none. What the person linked comes first; each rating is used once. Not a measure of effect: "
        "doses are taken when a symptom is strong, so part of any change comes without one.",
        before=-before_and_after.BEFORE[0], late=before_and_after.BEFORE[1], from_=before_and_after.AFTER[0],
        to=before_and_after.AFTER[1], best=before_and_after.BEST_AFTER,
    )  # fmt: skip


def _no_pairs(texts: Texts) -> str:
    return texts(
        "Ratings of the main symptom up to {before} minutes before and {from_} to {to} minutes after a dose of any "
        "product, no other dose between.",
        before=-before_and_after.BEFORE[0], from_=before_and_after.AFTER[0], to=before_and_after.AFTER[1],
    )  # fmt: skip


def _effects(texts: Texts) -> str:
    return texts(
        "On k of n days on which that symptom was rated, it was {noted} or more of 10 at least once; (worst rating). "
        "Not rated is not “none”. Withdrawal signs: days with one of {strong} or more, of the days on which any was "
        "rated; before the first dose: of the days rated before that day’s first.",
        noted=symptom_days.NOTED, strong=symptom_days.STRONG,
    )  # fmt: skip


def _warned(texts: Texts) -> str:
    return texts(
        "Of those, and of palpitations, that are not left out: rated above 0 in the period or in the {days} days "
        "before the page was made, also if dated later than the clock; time, rating and answer of the day’s last one, "
        "its worst and that of all days, notes within {near} minutes or of its dose, doses and other things taken in "
        "the {hours} hours before the one that stands first. Of what happens or does not (not to be woken, seizure, "
        "fainting, blood, black stool) no number.",
        days=warning_facts.DAYS_LOOKED_BACK, near=warning_facts.NOTE_NEAR, hours=warning_facts.HOURS_BEFORE,
    )  # fmt: skip


def _left_out(texts: Texts) -> str:
    return texts(
        "Doses that the person left out, or marked as private, are counted; their days are known in part. Other "
        "entries that are left out are as if never written, and so is a note beside a symptom that is left out. A "
        "product or group used only in left-out doses is not named."
    )


def _new(texts: Texts) -> str:
    return texts(
        "“New on”: the group’s first dose in the journal, from {days} days after the journal’s first dose of a named "
        "product on.",
        days=limits.WINDOW_DAYS,
    )  # fmt: skip


def _unused(texts: Texts) -> str:
    return texts("No averages, no p-values, no scores of our own, no predictions, no figure of change by product.")


def _number(texts: Texts, value: float) -> str:
    return texts.number(round(value * 1000))


def _drinks(texts: Texts) -> str:
    return texts(
        "Drinks written down in the last {window} days, added up and rounded down to tenths (“at least”: more may have "
        "been drunk). A drink is what the person counted as one; one without a number adds none. Days without a drink "
        "written down may have had some.",
        window=limits.WINDOW_DAYS,
    )  # fmt: skip


def _peg(texts: Texts) -> str:
    return texts(
        "Three questions about the past week, each answered from 0 to 10: pain on average, and how much pain "
        "interfered with enjoyment of life and with general activity. The score is the mean of the three; where one "
        "was skipped there is none. Krebs EE and colleagues, J Gen Intern Med 2009;24:733–738."
    )


_Method = tuple[str, Callable[[Texts], str], Topic | None]
_READ_FIRST: tuple[_Method, ...] = (
    (marked("In short"), plain_sentences, None),
    (marked("State of a day"), _states, None),
    (marked("Per day taken"), _per_day, None),
    (marked("Left out"), _left_out, None),
    (marked("Not used"), _unused, None),
)
_RULES: tuple[_Method, ...] = (
    (marked("Day, week, period"), _day, None),
    (marked("Groups"), _groups, None),
    (marked("Unit of a group"), _units, None),
    (marked("Known in part"), _in_part, None),
    (marked("Median, middle half"), _medians, None),
    (marked("Hours between, overnight; days without"), _gaps, None),
    (marked("Change: rising, falling, higher, lower"), _change, None),
    (marked("Change: the other words"), _no_change, None),
    (marked("Trend"), _trend, None),
    (marked("How often a word misleads"), false_words, None),
    (marked("Looking often"), looking_often, None),
    (marked("Changes that have no word"), missed_changes, None),
    (marked("New"), _new, Topic.NEW),
    (marked("Chart"), _chart, None),
    (marked("Symptom of a day"), _symptom, None),
    (marked("Before and after a dose"), _pairs, Topic.PAIRS),
    (marked("Before and after a dose"), _no_pairs, Topic.NO_PAIRS),
    (marked("Side effects, withdrawal signs"), _effects, Topic.EFFECTS),
    (marked("Warning symptoms"), _warned, None),
    (marked("PEG"), _peg, Topic.FUNCTION),
    (marked("Alcohol"), _drinks, Topic.ALCOHOL),
)
