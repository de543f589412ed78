"""Figures as cells of a table and as parts of a sentence: every number with its n, or why there is none."""

from __future__ import annotations

from journal.insights.decimals import decimal, is_zero, short, signed
from journal.insights.summary import Comparison, Figure, Missing, Row
from journal.texts import Texts


def figure_text(texts: Texts, key: str, figure: Figure) -> str:
    """ "9.2 [3.5–11.9]", "2 of 22", "— (too few)", "not recorded"."""
    if figure.value is None:
        return texts(_CELLS[figure.missing or Missing.NOT_RECORDED])
    if figure.of is not None:
        return texts("{k} of {n}", k=texts.integer(round(figure.value)), n=texts.integer(figure.of))
    value = value_text(texts, key, figure.value)
    if figure.at_least:
        return texts("at least {amount}", amount=value)
    if figure.low is None or figure.high is None:
        return value
    low, high = (value_text(texts, key, each) for each in (figure.low, figure.high))
    return texts("{value} [{low}–{high}]", value=value, low=low, high=high)


_CELLS = {
    Missing.TOO_FEW: "— (too few)",
    Missing.TOO_FEW_WEEKS: "— (too few)",
    Missing.NOT_RECORDED: "not recorded",
    Missing.NOT_TRACKED: "not tracked",
    Missing.NO_LEAF: "— (no leaf)",
    Missing.NOT_SAID: "— (not said)",
}


def change_text(texts: Texts, key: str, row: Row) -> str:
    """ "+2.2 ≈", "same", "— (too few)". The sign ≈ is for a change within the usual week-to-week variation.

    "same" only where the quartiles are the same too; "0 ≈" where they differ.
    """
    change = row.change
    if change is None:
        return ""
    if change.value is None:
        return texts(_CELLS[change.missing or Missing.TOO_FEW])
    if _same(row, change.value):
        return texts("same")
    said = "0" if is_zero(change.value) else _signed(texts, key, change.value)
    if change.comparison is Comparison.TOO_FEW_WEEKS:
        return texts("{change} (few weeks)", change=said)
    return f"{said} ≈" if change.comparison is Comparison.WITHIN else said


def _same(row: Row, change: float) -> bool:
    ends = ((row.last28.low, row.before28.low), (row.last28.high, row.before28.high))
    return is_zero(change) and all(now is not None and now == earlier for now, earlier in ends)


def _signed(texts: Texts, key: str, value: float) -> str:
    return signed(texts, value, 0 if key == "doses" and value == round(value) else 1)


def value_text(texts: Texts, key: str, value: float) -> str:
    """Grams, hours and medians of days with one decimal; doses with one where there is one."""
    return short(texts, value) if key == "doses" else decimal(texts, value)


def missing_text(texts: Texts, figure: Figure) -> str:
    """Why there is no number, inside of a sentence, with what there is."""
    if figure.missing is Missing.TOO_FEW and figure.n:
        return texts("too few recorded (n = {n})", n=texts.integer(figure.n))
    said = {
        Missing.NOT_TRACKED: "not tracked",
        Missing.NO_LEAF: "other products than leaf only",
        Missing.NOT_SAID: "amount or product not said",
    }
    return texts(said.get(figure.missing or Missing.NOT_RECORDED, "not recorded"))


def dose_count(texts: Texts, doses: float) -> str:
    """ "1 dose", "3 doses", "2.5 doses"."""
    if doses == round(doses):
        return texts.plural("{n} dose", "{n} doses", round(doses))
    return texts("{n} doses", n=short(texts, doses))


def day_count(texts: Texts, n: int) -> str:
    return texts.plural("{n} day", "{n} days", n)
