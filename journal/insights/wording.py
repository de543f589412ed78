"""The summary in the clinical voice: for the page, and for "Show the numbers".

Every function takes a language, so that a page may speak another one than the window. Values are put in as plain text.
Never said: a cause, an effect, a verdict; a percent sign beside a difference; "none" where nothing was recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from journal.insights import thresholds
from journal.insights.cells import Scale, day_count, figure_cell, last_days, missing_text, n_text, window_days
from journal.insights.change_words import part_known, too_few_days, word_text
from journal.insights.decimals import is_zero, signed
from journal.insights.summary import (
    WEAK_BELOW,
    BeforeAndAfter,
    Began,
    Direction,
    Figure,
    Measure,
    Quality,
    Span,
    Trend,
    Word,
)
from journal.insights.windows import WEEK
from journal.texts import Texts
from journal.texts.marked import marked_plural

UnitWords = Callable[[float], str]  # a unit beside this number: "dose a day" after 1
MANY = 0.5  # beside a number that is not known, or several: never the form of one
Names = Mapping[str, str]  # symptom id -> its name in the language of the sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence whose beginning may be set in bold."""

    lead: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.lead} {self.text}".strip()


# --- change and trend -----------------------------------------------------------------------------------------------


def trend_sentence(
    texts: Texts, title: str, unit: str, measure: Measure, gaps: bool = False, instead: str = ""
) -> Sentence:
    """ "Leaf, 11 of 12 weeks: no clear change," "−0.6 g a day per week (95 % CI −1.1 to +0.2)."

    The word is the measure's own, whatever it rests on. ``unit`` is what the slope is in: "g a day". ``instead``
    of "too early for a trend" it says where the weeks of something new went.
    """
    trend, word = measure.trend, measure.word
    if trend is None or word is None or word is Word.OUTSIDE:
        return Sentence(texts("{title}: no comparison,", title=title), texts("the period is too short."))
    about = {"title": title, "weeks": texts.integer(trend.weeks), "word": instead or word_text(texts, word, gaps)}
    if word is Word.TOO_FEW_WEEKS or (word is Word.NEW and trend.slope is None):
        return Sentence(
            texts("{title}: {word};", **about), texts("{not_computed}.", not_computed=_lacking(texts, measure, trend))
        )
    if trend.slope is None:
        return Sentence(texts("{title}: {word}", **about), _without_trend(texts, measure, trend))
    wording = marked_plural("{title}, {weeks} of {n} week: {word}", "{title}, {weeks} of {n} weeks: {word}")
    if trend.since is not None:
        wording = marked_plural(
            "{title}, {weeks} of {n} week since it began: {word}",
            "{title}, {weeks} of {n} weeks since it began: {word}",
        )
    lead = texts.plural(*wording, trend.of, **about)
    lead = texts("{said};", said=lead) if instead else lead  # a number follows upon a number
    estimate = _estimate(texts, trend, unit)
    if estimate and word in (Word.HIGHER, Word.LOWER):  # whose interval may hold 0, as it is of something else
        return Sentence(lead, texts("{weight}; trend of all weeks: {estimate}", weight=_weight(texts, measure),
                                    estimate=estimate))  # fmt: skip
    return Sentence(lead, " ".join(filter(None, (_weight(texts, measure), estimate))))


def _without_trend(texts: Texts, measure: Measure, trend: Trend) -> str:
    """What the word rests on where too few weeks can be used for a trend."""
    if measure.word is Word.NOT_KNOWN:
        rests = texts("({why})", why=part_known(texts, measure))
        return texts("{rests}; {not_computed}.", rests=rests, not_computed=_not_computed(texts, trend))
    rests = _weight(texts, measure) or texts("(last {n} days against the {n} before)", n=window_days(texts))
    return texts("{rests}; {not_computed}.", rests=rests, not_computed=_not_computed(texts, trend))


def _lacking(texts: Texts, measure: Measure, trend: Trend) -> str:
    """What is missing: weeks for a trend, or days of one of the windows where there are weeks enough."""
    return _not_computed(texts, trend) if trend.slope is None else too_few_days(texts, measure)


def _not_computed(texts: Texts, trend: Trend) -> str:
    """That there is no figure, and why: "no trend" would be read as a trend that is flat."""
    return texts.plural(
        "trend not computed: {k} usable of {n} week, {fewest} needed",
        "trend not computed: {k} usable of {n} weeks, {fewest} needed",
        trend.of, k=texts.integer(trend.weeks), fewest=texts.integer(thresholds.WEEKS_OF_A_TREND),
    )  # fmt: skip


def _weight(texts: Texts, measure: Measure) -> str:
    """How the word is meant, in brackets."""
    if measure.weak:
        return texts("(weak, under {n} weeks)", n=texts.integer(WEAK_BELOW))
    if measure.word in (Word.HIGHER, Word.LOWER):
        return texts("(last {n} days against the {n} before)", n=window_days(texts))
    return texts("(both {n} days)", n=window_days(texts)) if measure.word is Word.SAME else ""


def began_sentence(texts: Texts, trend: Trend | None) -> str:
    """Where a journal begins with its highest or lowest two weeks: what that may mean."""
    if trend is None or trend.began is None:
        return ""
    if trend.began is Began.HIGHEST:
        return texts("The journal begins with its highest weeks: people often begin to write on bad days.")
    # That people begin on bad days explains no low weeks, and would play down what rose after them.
    return texts("The journal begins with its lowest weeks.")


def _estimate(texts: Texts, trend: Trend, unit: str) -> str:
    """The change a week; over all the weeks where one decimal would show an end of its interval as 0.

    Ten years that end as they began may change by 0.0 (0.0 to 0.0) a week, but by +0.4 (−1.1 to +1.9) in 520 weeks.
    """
    if trend.slope is None or trend.low is None or trend.high is None:
        return ""
    coarse = any(is_zero(end) for end in (trend.low, trend.high)) and trend.apart > thresholds.WEEKS_OF_A_TREND
    weeks = trend.apart if coarse else 1
    shown = [number * weeks for number in (trend.slope, trend.low, trend.high)]
    places = _places(trend, shown)
    slope, low, high = (signed(texts, number, places) for number in shown)
    if places == 1 and all(map(is_zero, shown)):
        return _next_to_none(texts, unit, weeks)
    if coarse:
        return texts("{slope} {unit} over {n} weeks (95 % CI {low} to {high}).", slope=slope, unit=unit, low=low,
                     high=high, n=texts.integer(weeks))  # fmt: skip
    return texts("{slope} {unit} per week (95 % CI {low} to {high}).", slope=slope, unit=unit, low=low, high=high)


def _next_to_none(texts: Texts, unit: str, weeks: int) -> str:
    """Where the change and its interval would all be shown as 0.0, which reads as certain: how little it is.

    "Steady", as the last 28 days may differ from those before while no trend runs through the weeks.
    """
    about = {"least": texts.number(50, 2), "unit": unit}
    if weeks == 1:
        return texts(
            "no steady change that the figures could show (95 % CI within −{least} to +{least} {unit} per week).",
            **about,
        )
    return texts(
        "over {n} weeks no steady change that the figures could show (95 % CI within −{least} to +{least} {unit}).",
        n=texts.integer(weeks), **about,
    )  # fmt: skip


def _places(trend: Trend, numbers: Sequence[float]) -> int:
    """One decimal; more only where a clear trend would otherwise be shown as 0.0."""
    if trend.direction is Direction.NO_CLEAR_TREND:
        return 1
    return next((places for places in (1, 2) if not any(is_zero(number, places) for number in numbers)), 3)


# --- before and after a dose ----------------------------------------------------------------------------------------


def before_and_after_caption(texts: Texts, figures: BeforeAndAfter, window: Span) -> str:
    """Below the histogram of page 1: on how many days, of how many doses, and why it shows no effect."""
    if not figures.pairs:
        return texts.plural(
            "{k} of {n} dose of {days} has a rating before and after.",
            "{k} of {n} doses of {days} have a rating before and after.",
            figures.doses, k=texts.integer(0), days=last_days(texts, window.days),
        )  # fmt: skip
    about = {"days": day_count(texts, figures.days), "doses": texts.integer(figures.doses)}
    counted = texts.plural(
        "{n} pair on {days}, of {doses} doses.", "{n} pairs on {days}, of {doses} doses.", len(figures.pairs), **about
    )
    caution = texts("A rating often moves back after a peak without a dose, so this does not show what the dose did.")
    return f"{counted} {caution}"


# --- how complete ---------------------------------------------------------------------------------------------------


def entries_sentence(texts: Texts, quality: Quality) -> Sentence:
    """ "Entries on 70 of 84 days, 23 of the last 28."

    The lead warns where fewer than half of the days have any, counted from the journal's first entry on.
    """
    recorded = texts.integer(quality.recorded)
    sentence = texts.plural("Entries on {k} of {n} day", "Entries on {k} of {n} days", quality.days, k=recorded)
    if quality.days > quality.recorded28.n:
        sentence = texts("{said}, {k} of the last {n}", said=sentence, k=texts.integer(quality.recorded28.k),
                     n=texts.integer(quality.recorded28.n))  # fmt: skip
    sentences = [texts("{sentence}.", sentence=sentence)]
    if ends := _first_and_last(texts, quality):
        sentences.append(ends)
    return Sentence(_too_few(texts, quality), " ".join(sentences))


def _too_few(texts: Texts, quality: Quality) -> str:
    if not quality.recorded:
        return texts("No day of this period has an entry.")
    if 2 * quality.recorded >= quality.days_since_first_entry:
        return ""
    return texts("Fewer than half of the days have entries.")


def _first_and_last(texts: Texts, quality: Quality) -> str:
    """When the journal began, if that is in the period, and when it was written into last."""
    first, last = quality.first_entry, quality.last_entry
    if last is None:
        return ""
    if first is None:
        return texts("Last entry of this period {last}.", last=texts.short_day(last))
    if first == last:
        return texts("First entry {first}.", first=texts.short_day(first))
    return texts("First entry {first}, last of this period {last}.", first=texts.short_day(first),
                 last=texts.short_day(last))  # fmt: skip


# --- the numbers of one measure ------------------------------------------------------------------------------------


def always(words: str) -> UnitWords:
    """A unit whose words are the same beside every number."""
    return lambda _number: words


def window_sentence(texts: Texts, measure: Measure, unit: UnitWords, scale: Scale) -> str:
    """ "Median 9.2 [3.5–11.9] g a day (n 22) over the last 28 days; ... in the 28 days before; ..." """
    return texts(
        "Median {last28} over the last {window} days; {before28} in the {window} days before; {last7} in the last "
        "{week} days.",
        window=window_days(texts),
        week=texts.integer(WEEK),
        last28=_with_n(texts, measure.last28, unit, scale),
        before28=_with_n(texts, measure.before28, unit, scale),
        last7=_with_n(texts, measure.last7, unit, scale),
    )


def _with_n(texts: Texts, figure: Figure, unit: UnitWords, scale: Scale) -> str:
    if figure.value is None:
        return missing_text(texts, figure)
    cell = figure_cell(texts, figure, scale)
    value = f"{cell.value} {cell.spread}".strip()
    beside = MANY if cell.spread else figure.value.value  # a range of numbers stands between it and its unit
    return texts("{value} {unit} ({n})", value=value, unit=unit(beside), n=n_text(texts, figure))
