"""Figures as cells of a table and as parts of a sentence: every number with its n, or why there is none."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from journal.core import limits
from journal.insights.decimals import decimal, short
from journal.insights.summary import Figure, Missing, Statistic, Unit
from journal.texts import Texts
from journal.texts.marked import marked

AT_LEAST = "≥"


class Scale(StrEnum):
    """How numbers of a measure are printed."""

    DECIMAL = "decimal"  # always one decimal: grams, hours, points of 10
    SHORT = "short"  # one decimal where there is one: doses, milligrams, pieces


class Cell(NamedTuple):
    """``value`` is what is read first, ``spread`` its quartiles, ``n`` what it is over; ``known``: it is a number."""

    value: str
    spread: str = ""
    n: str = ""
    known: bool = True

    @property
    def rest(self) -> str:
        """What is printed after the value."""
        return " ".join(filter(None, (self.spread, self.n)))

    def __str__(self) -> str:
        return f"{self.value} {self.rest}".strip()


def scale_of(unit: Unit) -> Scale:
    """How amounts in this unit are printed."""
    return Scale.DECIMAL if unit in (Unit.GRAMS, Unit.MILLILITRES) else Scale.SHORT


def figure_cell(texts: Texts, figure: Figure, scale: Scale) -> Cell:
    """ "≥ 8.0" with "[7.5–≥9.0] n 18 (3)"; "≥ 18 of 19"; "too few" with "n 3"."""
    n = n_text(texts, figure)
    if figure.value is None:
        return _missing_cell(texts, figure, n)
    value = statistic_text(texts, figure.value, scale)
    if figure.of is not None:
        return Cell(texts("{k} of {n}", k=value, n=texts.integer(figure.of)))
    if figure.low is None or figure.high is None:
        return Cell(value, n=n)
    # Without the space: two such cells are printed side by side.
    low, high = (statistic_text(texts, quartile, scale).replace(" ", "") for quartile in (figure.low, figure.high))
    return Cell(value, texts("[{low}–{high}]", low=low, high=high), n)


def _missing_cell(texts: Texts, figure: Figure, n: str) -> Cell:
    if figure.missing is Missing.NOT_SAID:
        return Cell(texts("not said"), n=n, known=False)
    words = _CELLS[figure.missing or Missing.NOT_RECORDED]
    return Cell(texts(words), n="" if figure.missing is Missing.OUTSIDE else n, known=False)


_CELLS = marked({
    Missing.TOO_FEW: "too few",
    Missing.NOT_RECORDED: "not rated",  # only ratings can be missing for this reason
    Missing.NOT_RATED: "not rated",
    Missing.NOT_TAKEN: "—",
    Missing.OUTSIDE: "not chosen",
})  # fmt: skip


def n_text(texts: Texts, figure: Figure) -> str:
    """ "n 18", "n 18 (3)": days, or gaps; 3 of them are known in part."""
    if figure.incomplete:
        return texts("n {n} ({k})", n=texts.integer(figure.n), k=texts.integer(figure.incomplete))
    return texts("n {n}", n=texts.integer(figure.n))


def statistic_text(texts: Texts, value: Statistic, scale: Scale) -> str:
    """ "8.0", "≥ 8.0"."""
    number = number_text(texts, value.value, scale)
    return f"{AT_LEAST} {number}" if value.at_least else number


def number_text(texts: Texts, value: float, scale: Scale) -> str:
    """As the measure's numbers are printed."""
    return decimal(texts, value) if scale is Scale.DECIMAL else short(texts, value)


def said_text(texts: Texts, value: Statistic, scale: Scale) -> str:
    """In words: "at least 8.0"."""
    number = number_text(texts, value.value, scale)
    return texts("at least {amount}", amount=number) if value.at_least else number


def missing_text(texts: Texts, figure: Figure) -> str:
    """Why there is no number, inside of a sentence, with what there is."""
    n = texts.integer(figure.n)
    match figure.missing:
        case Missing.TOO_FEW:
            return texts("too few recorded (n = {n})", n=n)
        case Missing.NOT_SAID:
            return texts("amount not said on {k} of {days}", k=texts.integer(figure.incomplete),
                         days=day_count(texts, figure.n))  # fmt: skip
        case Missing.NOT_TAKEN:
            return texts("no day with it recorded")
        case Missing.OUTSIDE:
            return texts("outside of the chosen period")
        case Missing.NOT_RATED:
            return texts("not rated")
        case _:
            return texts("not recorded")


def dose_count(texts: Texts, doses: float) -> str:
    """ "1 dose", "3 doses", "2.5 doses"."""
    if doses == round(doses):
        return texts.plural("{n} dose", "{n} doses", round(doses))
    return texts("{n} doses", n=short(texts, doses))


def last_days(texts: Texts, n: int) -> str:
    """Inside of a sentence: "the last 28 days", or all days of a shorter period, "this 1 day"."""
    if n == limits.WINDOW_DAYS:
        return texts("the last {n} days", n=texts.integer(n))
    return texts.plural("this {n} day", "these {n} days", n)


def window_days(texts: Texts) -> str:
    """How many days each of the two windows has that are compared: "28"."""
    return texts.integer(limits.WINDOW_DAYS)


def day_count(texts: Texts, n: int) -> str:
    """ "1 day", "3 days"."""
    return texts.plural("{n} day", "{n} days", n)
