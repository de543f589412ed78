"""The summary in the clinical voice: for the page, and for "Show the numbers". Templates of the report's section 3.4.

Every function takes a language, so that a page may speak another one than the window. Values are put in as plain text.
Never said: a cause, an effect, a verdict; a percent sign beside a difference; "none" where nothing was recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.insights.cells import day_count, dose_count, figure_text, missing_text
from journal.insights.decimals import decimal, is_zero, short, signed
from journal.insights.summary import (
    Comparison,
    Direction,
    Figure,
    Missing,
    PairFigures,
    Quality,
    Share,
    Summary,
    Trend,
)
from journal.insights.trend import FEWEST_WEEKS
from journal.texts import Texts

Names = Mapping[str, str]  # symptom id -> its name in the language of the sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence whose beginning may be set in bold."""

    lead: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.lead} {self.text}".strip()


# --- the headline ---------------------------------------------------------------------------------------------------


def headline(texts: Texts, summary: Summary, names: Names) -> tuple[Sentence, ...]:
    """Use in the three windows, the comparison, the main symptom, the days with side effects."""
    return (
        use_sentence(texts, summary),
        comparison_sentence(texts, summary, "amount", names),
        main_sentence(texts, summary, names),
        side_effect_sentence(texts, summary.side_effect_days, summary.side_effects_tracked),
    )


def use_sentence(texts: Texts, summary: Summary) -> Sentence:
    """ "Leaf: last 7 days median 12.5 g a day in 4 doses (6 days); last 28 days 9.2 g in 3 (22 days); ..." """
    amount, doses = summary.rows["amount"], summary.rows["doses"]
    said = texts(
        "last 7 days {last7}; last 28 days {last28}; the 28 days before {before28}.",
        last7=_use(texts, amount.last7, doses.last7, "median {grams} g a day in {doses} ({days})"),
        last28=_use(texts, amount.last28, doses.last28, "{grams} g in {n} ({days})"),
        before28=_use(texts, amount.before28, doses.before28, "{grams} g in {n} ({days})"),
    )
    return Sentence(texts("Leaf:"), said)


def _use(texts: Texts, amount: Figure, doses: Figure, usual: str) -> str:
    """``usual`` is how it is said when amount and doses are over the same days."""
    if doses.value is None:
        return missing_text(texts, doses)
    count, days = dose_count(texts, doses.value), day_count(texts, doses.n)
    if amount.value is None:
        amount_missing = texts("not said") if amount.missing is Missing.NOT_SAID else missing_text(texts, amount)
        return texts("{doses} a day ({days}), amount {missing}", doses=count, days=days, missing=amount_missing)
    grams = decimal(texts, amount.value)
    if amount.n == doses.n:
        return texts(usual, grams=grams, doses=count, n=short(texts, doses.value), days=days)
    fewer = day_count(texts, amount.n)
    return texts("{grams} g a day ({fewer}) in {doses} ({days})", grams=grams, fewer=fewer, doses=count, days=days)


def comparison_sentence(texts: Texts, summary: Summary, key: str, names: Names) -> Sentence:
    """ "Amount, last 28 days against the 28 before: clearly higher, every week above every week before, ..." (S4)"""
    change = summary.rows[key].change
    found = Comparison.TOO_FEW_WEEKS if change is None else change.comparison
    lead = texts("{title}, last 28 days against the 28 before:", title=title_of(texts, summary, key, names))
    return Sentence(lead, texts(_COMPARISONS[found]))


_COMPARISONS = {
    Comparison.HIGHER: "clearly higher, every week above every week before, beyond the usual week-to-week variation.",
    Comparison.LOWER: "clearly lower, every week below every week before, beyond the usual week-to-week variation.",
    Comparison.WITHIN: "a difference within the usual week-to-week variation.",
    Comparison.TOO_FEW_WEEKS: "too few recorded weeks to compare.",
}


def main_sentence(texts: Texts, summary: Summary, names: Names) -> Sentence:
    """ "Lower back pain: daily median 5.0 on 22 days (before: 6.0 on 20 days)." """
    row = summary.rows["main"]
    if summary.main is None:
        return Sentence(texts("Main symptom:"), texts("not tracked."))
    lead = texts("{name}:", name=names[summary.main])
    before = _rated(texts, row.before28)
    return Sentence(lead, texts("daily median {last28} (before: {before28}).", last28=_rated(texts, row.last28),
                                before28=before))  # fmt: skip


def _rated(texts: Texts, figure: Figure) -> str:
    if figure.value is None:
        return missing_text(texts, figure)
    return texts("{value} on {days}", value=decimal(texts, figure.value), days=day_count(texts, figure.n))


def side_effect_sentence(texts: Texts, days: Share, tracked: bool) -> Sentence:
    """ "Side effects: on 10 of 22 recorded days." """
    lead = texts("Side effects:")
    if not tracked:
        return Sentence(lead, texts("not tracked."))
    if not days.n:
        return Sentence(lead, texts("no days recorded."))
    if not days.k:
        return Sentence(lead, texts.plural("not noted on {n} recorded day.", "not noted on {n} recorded days.", days.n))
    noted = texts.integer(days.k)
    return Sentence(lead, texts.plural("on {k} of {n} recorded day.", "on {k} of {n} recorded days.", days.n, k=noted))


# --- trends ---------------------------------------------------------------------------------------------------------

_TITLES = {"amount": "Amount", "doses": "Doses", "single_dose": "Single dose", "gap": "Hours between doses"}
_PER_DAY = {"amount": "{value} g/day", "doses": "{value} doses/day", "gap": "{value} h", "single_dose": "{value} g"}
_PER_WEEK = {
    "amount": "Estimated change {slope} g/day per week (95 % CI {low} to {high}).",
    "doses": "Estimated change {slope} doses/day per week (95 % CI {low} to {high}).",
    "gap": "Estimated change {slope} h per week (95 % CI {low} to {high}).",
    "main": "Estimated change {slope} points per week (95 % CI {low} to {high}).",
}
_IN_ALL = {
    "amount": "Estimated change {slope} g/day over {n} weeks (95 % CI {low} to {high}).",
    "doses": "Estimated change {slope} doses/day over {n} weeks (95 % CI {low} to {high}).",
    "gap": "Estimated change {slope} h over {n} weeks (95 % CI {low} to {high}).",
    "main": "Estimated change {slope} points over {n} weeks (95 % CI {low} to {high}).",
}
_DIRECTIONS = {
    Direction.RISING: "{title}, {weeks} of {of} weeks usable: rising.",
    Direction.FALLING: "{title}, {weeks} of {of} weeks usable: falling.",
    Direction.NO_CLEAR_TREND: "{title}, {weeks} of {of} weeks usable: no clear trend.",
}
_WEAK_DIRECTIONS = {
    Direction.RISING: "{title}, {weeks} of {of} weeks usable: rising (weak, fewer than 10 weeks).",
    Direction.FALLING: "{title}, {weeks} of {of} weeks usable: falling (weak, fewer than 10 weeks).",
    Direction.NO_CLEAR_TREND: "{title}, {weeks} of {of} weeks usable: no clear trend (weak, fewer than 10 weeks).",
}


def title_of(texts: Texts, summary: Summary, key: str, names: Names) -> str:
    """What a measure is called: "Amount", "Doses", the main symptom's name."""
    if key in _TITLES:
        return texts(_TITLES[key])
    symptom = summary.main if key == "main" else summary.second
    return texts("Main symptom") if symptom is None else names[symptom]


def trend_sentence(texts: Texts, summary: Summary, key: str, names: Names) -> Sentence:
    """ "Amount, 11 of 12 weeks usable: no clear trend. Estimated change +0.2 g/day per week (95 % CI ...)." """
    trend = summary.trends[key]
    weeks, of = texts.integer(trend.weeks), texts.integer(trend.of)
    about = {"title": title_of(texts, summary, key, names), "weeks": weeks, "of": of}
    if trend.direction is None or trend.slope is None or trend.low is None or trend.high is None:
        few = texts("too few for a trend; {fewest} are needed.", fewest=FEWEST_WEEKS)
        usable = "{title}, {weeks} of {n} week usable:", "{title}, {weeks} of {n} weeks usable:"
        return Sentence(texts.plural(*usable, trend.of, title=about["title"], weeks=weeks), few)
    lead = (_WEAK_DIRECTIONS if trend.weak else _DIRECTIONS)[trend.direction]
    return Sentence(texts(lead, **about), _estimate(texts, trend, key, (trend.slope, trend.low, trend.high)))


def _estimate(texts: Texts, trend: Trend, key: str, a_week: tuple[float, float, float]) -> str:
    """The change a week; over all the weeks where one decimal would show an end of its interval as 0.

    Ten years that end as they began may change by 0.0 (0.0 to 0.0) a week, but by +0.4 (−1.1 to +1.9) in 520 weeks.
    """
    coarse = any(is_zero(each) for each in a_week[1:])
    said, weeks = (_IN_ALL[key], trend.apart) if coarse else (_PER_WEEK[key], 1)
    shown = [each * weeks for each in a_week]
    places = _places(trend, shown)
    slope, low, high = (signed(texts, each, places) for each in shown)
    return texts(said, slope=slope, low=low, high=high, n=texts.integer(weeks))


def _places(trend: Trend, numbers: Sequence[float]) -> int:
    """One decimal; more only where a clear trend would otherwise be shown as 0.0."""
    if trend.direction is Direction.NO_CLEAR_TREND:
        return 1
    return next((places for places in (1, 2) if not any(is_zero(each, places) for each in numbers)), 3)


# --- before and after a dose ----------------------------------------------------------------------------------------


def pairs_caption(texts: Texts, pairs: PairFigures, name: str) -> str:
    """Below the histogram of page 1: how many, of which symptom, and why it shows no effect, whichever way it goes."""
    if not pairs.pairs:
        return texts("No ratings before and after a dose.")
    counted = texts.plural(
        "{k} of {n} dose was rated before and after ({name}).",
        "{k} of {n} doses were rated before and after ({name}).",
        pairs.doses, k=texts.integer(len(pairs.pairs)), name=name,
    )  # fmt: skip
    caution = texts(
        "After a high or low point a rating often moves back even without a dose, so this does not show what the dose "
        "did."
    )
    return f"{counted} {caution}"


def pairs_sentence(texts: Texts, pairs: PairFigures) -> str:
    """ "typically 2.0 points lower (n = 22 pairs on 12 days; 95 % CI −3.0 to −1.0)"; page 2 and Symptoms only."""
    if pairs.median is None or pairs.low is None or pairs.high is None:
        return texts.plural(
            "n = {n} day with ratings before and after a dose: too few to summarise",
            "n = {n} days with ratings before and after a dose: too few to summarise",
            pairs.days,
        )
    over = texts(
        "n = {pairs} pairs on {days}; 95 % CI {low} to {high}", pairs=texts.integer(len(pairs.pairs)),
        days=day_count(texts, pairs.days), low=signed(texts, pairs.low), high=signed(texts, pairs.high),
    )  # fmt: skip
    if is_zero(pairs.median):
        return texts("typically the same ({over})", over=over)
    said = (
        "typically {points} points lower ({over})" if pairs.median < 0 else "typically {points} points higher ({over})"
    )
    return texts(said, points=decimal(texts, abs(pairs.median)), over=over)


def lower_sentence(texts: Texts, lower: Share | None) -> str:
    """ "at least 2 points lower on 8 of 12 days (95 % CI 39 to 86 of 100 days)"."""
    if lower is None or lower.low is None or lower.high is None:
        return texts("at least 2 points lower: too few days to summarise")
    return texts(
        "at least 2 points lower on {k} of {days} (95 % CI {low} to {high} of 100 days)",
        k=texts.integer(lower.k), days=day_count(texts, lower.n),
        low=decimal(texts, 100 * lower.low, 0), high=decimal(texts, 100 * lower.high, 0),
    )  # fmt: skip


# --- how complete ---------------------------------------------------------------------------------------------------


def trust_sentence(texts: Texts, quality: Quality) -> Sentence:
    """ "Entries on 67 of 84 days. ..."; the lead warns where fewer than half of the days have any."""
    recorded = texts.integer(quality.recorded)
    said = texts.plural(
        "Recorded by the patient; not checked by a clinician. Entries on {recorded} of {n} day. Grey = nothing "
        "recorded, never counted as zero.",
        "Recorded by the patient; not checked by a clinician. Entries on {recorded} of {n} days. Grey = nothing "
        "recorded, never counted as zero.",
        quality.days, recorded=recorded,
    )  # fmt: skip
    sparse = 2 * quality.recorded < quality.days
    return Sentence(texts("Fewer than half of the days have entries.") if sparse else "", said)


# --- the numbers of one measure ------------------------------------------------------------------------------------


def window_sentence(texts: Texts, summary: Summary, key: str) -> str:
    """ "Median 9.2 [3.5–11.9] g/day (n = 22) over the last 28 days; ... in the 28 days before; ..." """
    row = summary.rows[key]
    return texts(
        "Median {last28} over the last 28 days; {before28} in the 28 days before; {last7} in the last 7 days.",
        last28=_with_n(texts, key, row.last28),
        before28=_with_n(texts, key, row.before28),
        last7=_with_n(texts, key, row.last7),
    )


def _with_n(texts: Texts, key: str, figure: Figure) -> str:
    if figure.value is None:
        return missing_text(texts, figure)
    value = (
        texts(_PER_DAY[key], value=figure_text(texts, key, figure))
        if key in _PER_DAY
        else figure_text(texts, key, figure)
    )
    return texts("{value} (n = {n})", value=value, n=texts.integer(figure.n))
