"""What the last page says: how every figure is made, in one page, and what this report was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal import __version__
from journal.core.facts import Facts
from journal.insights.summary import Quality
from journal.texts import Texts
from journal.texts.names import symptom_ends

if TYPE_CHECKING:
    from journal.reports.content import Told

# Every term and rule with its minimum, in the order of page 1.
_METHODS = (
    (
        "Day",
        (
            "A calendar day in the UTC offset kept with each entry; it begins at the hour the person set (usually"
            " 04:00). Weeks are blocks of 7 days counted back from the end of the period."
        ),
    ),
    (
        "State of a day",
        (
            "Used: at least one dose. Without, confirmed: the person marked the day “none today”. Other: some "
            "other entry, or use whose number is not known (counted as known only in “days without”). Not recorded: no "
            "entry; never counted as zero."
        ),
    ),
    (
        "Known-use day, recorded day",
        (
            "Known use: used or confirmed without; amounts and doses use only these days. Recorded: a day in any "
            "state but “not recorded”."
        ),
    ),
    (
        "Amount of a day",
        (
            "Grams of leaf products. A day is left out if a dose has no weight or no product. Extract and 7-OH "
            "have a line of their own and are never added; a day with only those has no leaf amount. Days "
            "confirmed without count as 0, unless most days of use have no known amount (“not said”). The largest day "
            "is “at least” what is known of a day where that is more than any whole day."
        ),
    ),
    (
        "Single dose",
        "One entry; entries close together are not joined.",
    ),
    (
        "Hours between doses",
        "Between consecutive leaf doses of the same day; nights are left out.",
    ),
    (
        "Symptom of a day",
        (
            "Median of that day’s ratings (0–10), ratings before and after doses included. A skipped rating is no "
            "rating. The main symptom is the person’s choice, otherwise the one rated on most days; the second is "
            "sleep, if it was rated."
        ),
    ),
    (
        "Medians and middle 50 %",
        (
            "Over days (doses for single dose, gaps for hours between), quartiles by linear interpolation; from 5"
            " days on. Last 7 days: from 4 days on."
        ),
    ),
    (
        "Last 28, 28 before",
        (
            "Four whole weeks each. A change is printed from 14 days in both. It is called clear only if every "
            "weekly median of one period lies above or below every one of the other (weeks with 4 or more days; 4"
            " and 3 weeks at least) and the change is larger than the weekly medians of a period vary (highest "
            "minus lowest, mean of both periods) and can be seen "
            "with one decimal. Otherwise it is within the usual week-to-week variation (≈)."
        ),
    ),
    (
        "Trend",
        (
            "Theil–Sen slope of weekly medians with Sen’s 95 % interval; from 6 usable weeks, weak below 10. "
            "Rising or falling only if the interval leaves out 0 and the change over the period is at least 15 % "
            "of the median. “No clear trend” does not mean that there is none. The change is given a week, or, where "
            "an end of the interval would then be 0.0, from the first to the last usable week."
        ),
    ),
    (
        "Chart",
        (
            "The line is the median of 7 days around each day with at least 4 values, broken where nothing is "
            "recorded; above 400 days of weeks, above 5 years of months. A bar above 1.5 times the 95th percentile is "
            "cut and its value written above it. “New” marks the first dose of a product that the journal had not "
            "named before."
        ),
    ),
    (
        "Before and after a dose",
        (
            "Ratings of the main symptom up to 60 minutes before (5 after) and 45 to 120 minutes after a dose, "
            "with no other dose between; what the person linked comes first; each rating is used once. Not a "
            "measure of effect: doses are taken when a symptom is strong, so part of any change is expected without"
            " one."
        ),
    ),
    (
        "Side effects, warning symptoms",
        (
            "Days with a rating above 0; the denominator is recorded days. Beside a warning symptom: its worst rating "
            "of the day, and notes written on that day within 60 minutes of it or with its dose. A warning symptom or "
            "a note that is marked private is left out, and so is a note beside one that is left out."
        ),
    ),
    (
        "Products",
        "Share of the grams of leaf on days on which every weight is known, if the product was taken on one.",
    ),
    (
        "Noted later",
        "Within the hour: written at most 60 minutes after its time. Back-filled: more than 24 hours after.",
    ),
    (
        "Not used",
        "No averages of a few values, no p-values, no scores of our own, no predictions.",
    ),
)


def method_lines(texts: Texts) -> Iterator[tuple[str, str]]:
    """Every term and rule with its minimum, in the order of page 1."""
    return ((texts(term), texts(said)) for term, said in _METHODS)


def own_lines(told: Told, facts: Facts) -> Iterator[tuple[str, str]]:
    """How complete this period is, and what the report was made from."""
    texts, quality = told.texts, told.summary.quality
    yield texts("This period"), _completeness(texts, quality)
    yield texts("Noted when"), texts(
        "back-filled: {k} of {n} doses and ratings", k=texts.integer(quality.back_filled.k),
        n=texts.integer(quality.back_filled.n),
    )  # fmt: skip
    yield texts("This report"), _settings(told, facts)
    if scales := _scales(told):
        yield texts("Scales"), scales
    if told.printed.right_to_left:
        yield (
            texts("Right-to-left texts"),
            texts("Printed letter by letter from the left, and not joined. The program shows them as written."),
        )
    if told.printed.replaced:
        yield (
            texts("Characters"),
            texts.plural(
                "{n} character of names and texts cannot be shown in this PDF and is replaced.",
                "{n} characters of names and texts cannot be shown in this PDF and are replaced.",
                told.printed.replaced,
            ),
        )


def _scales(told: Told) -> str:
    """What 0 and 10 mean, of the symptoms in the key figures."""
    chosen = [told.symptoms[each] for each in (told.summary.main, told.summary.second) if each is not None]
    ends = [(told.names[each.id], *symptom_ends(told.texts, each)) for each in chosen]
    said = [told.texts("{name}: 0 {low}, 10 {high}", name=name, low=low, high=high) for name, low, high in ends]
    return told.printed.words("; ".join(said))


def _completeness(texts: Texts, quality: Quality) -> str:
    return texts(
        "days with entries: {recorded} of {days}; with known use: {known}; left out of gram figures for a missing "
        "weight or product: {weight}, for extract, 7-OH or other products only: {other}; with other entries only: "
        "{only}",
        recorded=texts.integer(quality.recorded), days=texts.integer(quality.days), known=texts.integer(quality.known),
        weight=texts.integer(quality.weight_missing_days), other=texts.integer(quality.no_leaf_days),
        only=texts.integer(quality.other_days),
    )  # fmt: skip


def _settings(told: Told, facts: Facts) -> str:
    texts, options = told.texts, told.options
    yes, no = texts("yes"), texts("no")
    return texts(
        "Leaf Journal {version}; day begins at {start}; name {name}; birth year {year}; own words {words}; warning "
        "symptoms {warnings}; notes beside them {notes}; thoughts of suicide {suicidal}; fingerprint of "
        "the data {mark}",
        version=__version__, start=f"{facts.day_start // 60:02d}:{facts.day_start % 60:02d}",
        name=yes if options.name else no, year=no if options.birth_year is None else yes,
        words=yes if options.words or options.goal or options.planned else no,
        warnings=yes if options.warnings else no, notes=yes if options.warnings and options.notes else no,
        suicidal=yes if options.warnings and options.suicidal else no, mark=fingerprint(facts),
    )  # fmt: skip


def fingerprint(facts: Facts) -> str:
    """The same for the same entries: 16 letters of a SHA-256."""
    plain_facts = (str(facts.first), str(facts.last), facts.day_start, facts.doses, facts.ratings, facts.marks)
    told = repr((*plain_facts, facts.notes, facts.told)).encode()
    return hashlib.sha256(told).hexdigest()[:16]
