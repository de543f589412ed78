"""How often the change words mislead, in words: for the last page and the manual, from what was measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journal.insights import change, reliability
from journal.insights.cells import window_days
from journal.insights.decimals import decimal
from journal.insights.reliability import Counted, Reliability
from journal.texts import Texts

_WHOLE = range(10, 99)  # per cent; nearer to 0 or 100 with one decimal


def plain_sentences(texts: Texts) -> str:
    """What the measured shares mean for who reads the page: a word is no proof, and neither is its absence."""
    usual = next(cell for cell in reliability.RELIABILITY if cell.phi == reliability.USUAL_PHI)
    return texts(
        "A word such as “rising” is something to talk about, not proof: of 100 made-up journals without a change, "
        "about {false} had such a word on page 1. No word is no proof either: where the amount rose by half, about "
        "{missed} of 100 had none.",
        false=_of_hundred(texts, usual.page),
        missed=_of_hundred(texts, usual.missed),
    )


def _of_hundred(texts: Texts, counted: Counted) -> str:
    return texts.integer(round(100 * counted.share))


def false_words(texts: Texts) -> str:
    """What was measured, and how often a word is said where nothing changed."""
    cells = reliability.RELIABILITY
    return f"{_journals(texts, cells)} {_false(texts, cells)}"


def looking_often(texts: Texts) -> str:
    """How often who looks at every second page sees a false word."""
    return _looking(texts, reliability.RELIABILITY)


def missed_changes(texts: Texts) -> str:
    """How often a change has no word, and the interval does not hold the truth."""
    return f"{_missed(texts, reliability.RELIABILITY)} {_unweighed(texts)}"


def _journals(texts: Texts, cells: Sequence[Reliability]) -> str:
    return texts(
        "Measured on {day} with {n} made-up journals of {days} days, {missing} % of them missing at random. phi: how "
        "much a day is like the day before; the four figures are for phi {phis}.",
        day=texts.short_day(reliability.MEASURED_ON),
        n=texts.integer(cells[0].amount.n),
        days=texts.integer(reliability.DAYS),
        missing=decimal(texts, 100 * reliability.NOT_RECORDED, 0),
        phis=" / ".join(decimal(texts, cell.phi, 1 if cell.phi else 0) for cell in cells),
    )


def _false(texts: Texts, cells: Sequence[Reliability]) -> str:
    return texts(
        "Without a change, rising, falling, higher or lower is said of the amount in {amount} %, doses {doses} %, days "
        "taken {taken} %, hours between doses {gap} %, a symptom {main} % (the margin is such that at phi {usual} each "
        "is at most {most} %); of anything in the lines on top in {lines} %, on the page (one group, two symptoms) in "
        "{page} %.",
        usual=decimal(texts, reliability.USUAL_PHI),
        most=decimal(texts, 100 * reliability.HIGHEST_FALSE, 0),
        amount=_row(texts, cells, lambda cell: cell.amount),
        doses=_row(texts, cells, lambda cell: cell.doses),
        taken=_row(texts, cells, lambda cell: cell.days_taken),
        gap=_row(texts, cells, lambda cell: cell.gap),
        main=_row(texts, cells, lambda cell: cell.main),
        lines=_row(texts, cells, lambda cell: cell.lines),
        page=_row(texts, cells, lambda cell: cell.page),
    )


def _looking(texts: Texts, cells: Sequence[Reliability]) -> str:
    return texts(
        "Who looks every second day for {weeks} weeks sees a false word on top at least once in {looking} % (n {n}).",
        weeks=texts.integer(reliability.DAYS // 7),
        looking=_row(texts, cells, lambda cell: cell.looking),
        n=texts.integer(cells[0].looking.n),
    )


def _missed(texts: Texts, cells: Sequence[Reliability]) -> str:
    return texts(
        "Half as much again in the last {window} days is missed in {missed} % (with a margin of 1 in place of "
        "{margin}: {before} %). The 95 % interval of a trend holds the truth in {covered} %.",
        window=window_days(texts),
        missed=_row(texts, cells, lambda cell: cell.missed),
        margin=decimal(texts, change.MARGIN, 2),
        before=_row(texts, cells, lambda cell: cell.missed_before),
        covered=_row(texts, cells, lambda cell: cell.covered),
    )


def _unweighed(texts: Texts) -> str:
    return texts(
        "Doses without an amount take the words away: with {shares} % of the doses unweighed it is missed in {missed} "
        "% at phi {phi}.",
        shares=" / ".join(decimal(texts, 100 * share, 0) for share, _ in reliability.MISSED_UNWEIGHED),
        missed=" / ".join(_percent(texts, missed) for _, missed in reliability.MISSED_UNWEIGHED),
        phi=decimal(texts, reliability.USUAL_PHI),
    )


def _row(texts: Texts, cells: Sequence[Reliability], of: Callable[[Reliability], Counted]) -> str:
    """ "3.3 / 4.7 / 6.9 / 23"."""
    return " / ".join(_percent(texts, of(cell)) for cell in cells)


def _percent(texts: Texts, counted: Counted) -> str:
    percent = 100 * counted.share
    return decimal(texts, percent, 0 if int(percent) in _WHOLE else 1)
