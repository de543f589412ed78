"""The summary in the plain voice, for the screens: short sentences, each with its numbers one click away."""

from __future__ import annotations

from dataclasses import dataclass

from journal.insights.cells import dose_count
from journal.insights.decimals import decimal, short
from journal.insights.summary import Comparison, Direction, Figure, Missing, Row, Summary, Trend
from journal.insights.trend import FEWEST_WEEKS
from journal.insights.windows import FEWEST_DAYS
from journal.insights.wording import Names, comparison_sentence, title_of, trend_sentence, window_sentence
from journal.texts import Texts

KEYS = ("amount", "doses", "main")


@dataclass(frozen=True, slots=True)
class Card:
    """A measure in plain words; ``numbers`` are what "Show the numbers" reveals, in the clinical voice."""

    key: str
    title: str
    text: str
    numbers: tuple[str, ...]


def plain_cards(texts: Texts, summary: Summary, names: Names) -> tuple[Card, ...]:
    """Amount, doses, main symptom."""
    said = {
        "amount": amount_text(texts, summary),
        "doses": doses_text(texts, summary),
        "main": main_text(texts, summary),
    }
    return tuple(
        Card(key, title_of(texts, summary, key, names), said[key], _numbers(texts, summary, key, names)) for key in KEYS
    )


def plain_sentence(texts: Texts, card: Card) -> str:
    """ "Amount: no clear change in these 12 weeks." The same for a screen reader and above a chart."""
    said = card.text if card.key == "doses" else card.text[:1].lower() + card.text[1:]
    return said if card.key == "doses" else texts("{title}: {text}", title=card.title, text=said)


def _numbers(texts: Texts, summary: Summary, key: str, names: Names) -> tuple[str, ...]:
    return (
        window_sentence(texts, summary, key),
        str(comparison_sentence(texts, summary, key, names)),
        str(trend_sentence(texts, summary, key, names)),
    )


# --- amount: where it goes ------------------------------------------------------------------------------------------


def amount_text(texts: Texts, summary: Summary) -> str:
    """ "No clear change in these 12 weeks. 12.5 g a day in the last 7 days." """
    row, trend = summary.rows["amount"], summary.trends["amount"]
    if row.last28.missing is Missing.NO_LEAF and trend.direction is None:
        return _too_few(texts, row.last28)
    going = _amount_now(texts, row) if _told_by_windows(row, trend) else _going(texts, trend)
    last7 = row.last7.value
    if last7 is None:
        # Where it went is said of weeks that may be long ago.
        unsaid = row.last28.value is None and trend.direction is not None
        return texts("{said} {going}", said=going, going=_too_few(texts, row.last28)) if unsaid else going
    return texts("{going} {grams} g a day in the last 7 days.", going=going, grams=decimal(texts, last7))


def _told_by_windows(row: Row, trend: Trend) -> bool:
    """Where a trend cannot be seen, but the two windows can be told apart, and in ranges too short for a trend."""
    unclear = trend.direction in (None, Direction.NO_CLEAR_TREND)
    apart = row.change is not None and row.change.comparison in (Comparison.HIGHER, Comparison.LOWER)
    return trend.of < FEWEST_WEEKS or (unclear and apart)


_GOING = {
    Direction.RISING: ("Rising over this {n} week.", "Rising over these {n} weeks."),
    Direction.FALLING: ("Falling over this {n} week.", "Falling over these {n} weeks."),
    Direction.NO_CLEAR_TREND: ("No clear change in this {n} week.", "No clear change in these {n} weeks."),
}
_GOING_IN_SOME = {
    Direction.RISING: "Rising over {weeks} of these {n} weeks; the others have too few known days.",
    Direction.FALLING: "Falling over {weeks} of these {n} weeks; the others have too few known days.",
    Direction.NO_CLEAR_TREND: "No clear change in {weeks} of these {n} weeks; the others have too few known days.",
}


def _going(texts: Texts, trend: Trend) -> str:
    if trend.direction is not None and trend.weeks < trend.of:
        return texts(_GOING_IN_SOME[trend.direction], weeks=texts.integer(trend.weeks), n=texts.integer(trend.of))
    if trend.direction is not None:
        return texts.plural(*_GOING[trend.direction], trend.of)
    return texts.plural(
        "Too few weeks with a known amount to say where it goes: {weeks} of {n}; {fewest} are needed.",
        "Too few weeks with a known amount to say where it goes: {weeks} of {n}; {fewest} are needed.",
        trend.of,
        weeks=texts.integer(trend.weeks),
        fewest=FEWEST_WEEKS,
    )


def _with_trend(texts: Texts, said: str, trend: Trend) -> str:
    """A clear trend is never left out: "as before" alone would hide a slow rise."""
    if trend.direction in (None, Direction.NO_CLEAR_TREND):
        return said
    return texts("{said} {going}", said=said, going=_going(texts, trend))


def _amount_now(texts: Texts, row: Row) -> str:
    """For a range too short for a trend."""
    if row.last28.value is None:
        return _too_few(texts, row.last28)
    now = texts("{grams} g a day", grams=decimal(texts, row.last28.value))
    before = None if row.before28.value is None else decimal(texts, row.before28.value)
    return _against(texts, row, now, before, same=decimal(texts, row.last28.value) == before)


# --- doses: now and before ------------------------------------------------------------------------------------------


def doses_text(texts: Texts, summary: Summary) -> str:
    """ "3 doses a day, as before. 4 a day in the last 7 days." Doses of leaf: where there were others, that is said."""
    said = _with_trend(texts, _leaf_doses(texts, summary.rows["doses"]), summary.trends["doses"])
    if summary.strong_doses:
        said = texts.plural(
            "{said} Not counted: {n} dose of extract or 7-OH in the last 28 days.",
            "{said} Not counted: {n} doses of extract or 7-OH in the last 28 days.",
            summary.strong_doses,
            said=said,
        )
    if summary.other_doses:
        said = texts.plural(
            "{said} Not counted: {n} dose of a product of another kind in the last 28 days.",
            "{said} Not counted: {n} doses of products of another kind in the last 28 days.",
            summary.other_doses,
            said=said,
        )
    return said


def _leaf_doses(texts: Texts, row: Row) -> str:
    if row.last28.value is None:
        return _too_few(texts, row.last28)
    now = texts("{doses} a day", doses=dose_count(texts, row.last28.value))
    before = None if row.before28.value is None else short(texts, row.before28.value)
    said = _against(texts, row, now, before, same=short(texts, row.last28.value) == before)
    if row.last7.value is None:
        return said
    return texts("{said} {n} a day in the last 7 days.", said=said, n=short(texts, row.last7.value))


def _against(texts: Texts, row: Row, now: str, before: str | None, same: bool) -> str:
    """What is now, and how it stands to the 28 days before."""
    if before is None:
        return texts("{now}. Too few days in the weeks before to compare.", now=now)
    found = Comparison.TOO_FEW_WEEKS if row.change is None else row.change.comparison
    if found is Comparison.WITHIN and same:
        return texts("{now}, as before.", now=now)
    return texts(_AGAINST[found], now=now, before=before)


_AGAINST = {
    Comparison.HIGHER: "{now}; it was {before} in the weeks before, and every week is above every week before.",
    Comparison.LOWER: "{now}; it was {before} in the weeks before, and every week is below every week before.",
    Comparison.WITHIN: "{now}; it was {before} in the weeks before. "
    "The difference is within what is usual from week to week.",
    Comparison.TOO_FEW_WEEKS: "{now}; it was {before} in the weeks before. Too few weeks to compare.",
}


# --- the main symptom -----------------------------------------------------------------------------------------------


def main_text(texts: Texts, summary: Summary) -> str:
    """ "Usually 5; it was 6 in the weeks before." """
    if summary.main is None:
        return texts("No symptom rated in this period.")
    return _with_trend(texts, _usually(texts, summary.rows["main"]), summary.trends["main"])


def _usually(texts: Texts, row: Row) -> str:
    if row.last28.value is None:
        return _too_few(texts, row.last28)
    now = short(texts, row.last28.value)
    if row.before28.value is None:
        return texts("Usually {now}. Too few days in the weeks before to compare.", now=now)
    before = short(texts, row.before28.value)
    if now == before:
        return texts("Usually {now}, as before.", now=now)
    return texts("Usually {now}; it was {before} in the weeks before.", now=now, before=before)


def _too_few(texts: Texts, figure: Figure) -> str:
    if figure.missing is Missing.NO_LEAF:
        return texts("In the last 28 days other products than leaf only.")
    if figure.missing is Missing.NOT_SAID:
        return texts("Not known in the last 28 days: on most days of use the amount or the product is not said.")
    if figure.missing is Missing.NOT_RECORDED or not figure.n:
        return texts("Not recorded in the last 28 days.")
    return texts("Too few days in the last 28 to say; {fewest} are needed.", fewest=FEWEST_DAYS)
