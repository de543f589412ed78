"""The headers of the Diary in words: a day with what it holds, or a run of days with nothing."""

from __future__ import annotations

from journal.core.amounts import Dimension
from journal.core.entries import Dose
from journal.core.queries import Day
from journal.insights.today import Total, day_totals
from journal.texts import Texts
from journal.texts.amounts import pieces_text, quantity_text
from journal.texts.marked import marked
from journal.texts.names import mark_inside
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.dose_words import groups_in_milligrams
from journal.ui.entries.kinds import line_of_entry
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

_OF_GROUP = marked({
    "leaf": "{amount} leaf", "extract": "{amount} extract", "seven_oh": "{amount} 7-OH",
    "not_said": "{amount} of a kind not said",
})  # fmt: skip


def line_of(texts: Texts, names: Names, row: Row) -> Line:
    """The words of any row."""
    if row.kind is RowKind.RUN:
        return _run_line(texts, row)
    if row.kind is RowKind.LISTS:
        return _lists_line(texts, row)
    if row.kind is RowKind.DAY:
        return _day_line(texts, names, row)
    return line_of_entry(texts, names, row)


def _day_line(texts: Texts, names: Names, row: Row) -> Line:
    day = texts.full_day(row.day)
    in_year = row.day.year == names.today.year
    shown = texts.day(row.day) if in_year else day
    fact = (
        texts.plural("{n} found", "{n} found", row.rows_found)
        if row.rows_found
        else day_facts(texts, names, row.contents)
    )
    short_title = texts.day_and_month(row.day) if in_year else texts.short_day(row.day)
    short_fact = "" if row.rows_found or row.contents is None else _totals(texts, names, row.contents.doses)
    return Line(shown, fact=fact, spoken=f"{day}, {fact}", short_title=short_title, short_fact=short_fact)


def _lists_line(texts: Texts, row: Row) -> Line:
    title, fact = texts("On your lists"), texts.plural("{n} found", "{n} found", row.rows_found)
    return Line(title, fact=fact, spoken=f"{title}, {fact}")


def _run_line(texts: Texts, row: Row) -> Line:
    first, last = row.oldest or row.day, row.day
    begin, end = texts.first_and_last(first, last)
    words = texts("Nothing recorded from {first} to {last}", first=begin, last=end)
    return Line("", detail=words, spoken=words)


def day_facts(texts: Texts, names: Names, day: Day | None) -> str:
    """A day in short: "3 doses · at least 6.5 g, 1 unknown", "none that day, confirmed", "nothing recorded"."""
    if day is None or day.empty:
        return texts("nothing recorded")
    if day.doses:
        count = texts.plural("{n} dose", "{n} doses", len(day.doses))
        return " · ".join(part for part in (count, _totals(texts, names, day.doses)) if part)
    if day.marks:
        mark = day.marks[0]
        words = mark_inside(texts, mark, names.today)
        return texts("{mark}, confirmed", mark=words) if mark.mark == "none_today" else words
    return texts("no dose recorded")


def _totals(texts: Texts, names: Names, doses: tuple[Dose, ...]) -> str:
    """The day's amounts; what may not be added is named and set apart."""
    products = {dose.product or "": product for dose in doses if (product := names.product(dose.product))}
    totals = [total for total in day_totals(doses, products, names.of_units(doses)) if total.quantity is not None]
    apart = len({total.group for total in totals}) > 1
    milligrams = groups_in_milligrams(doses, products)
    amounts = " + ".join(_total(texts, total, apart, total.group in milligrams) for total in totals)
    unknown = sum(not dose.amount.known for dose in doses)
    if not unknown:
        return amounts
    missing = texts.plural("{n} unknown", "{n} unknown", unknown)
    return texts("at least {amounts}, {missing}", amounts=amounts, missing=missing) if amounts else missing


def _total(texts: Texts, total: Total, apart: bool, milligrams: bool) -> str:
    quantity, dimension = total.quantity or 0, total.dimension or Dimension.COUNT
    if dimension is Dimension.COUNT:
        amount = pieces_text(texts, quantity, total.unit)
    else:
        amount = quantity_text(texts, quantity, dimension, milligrams)
    return texts(_OF_GROUP[total.group], amount=amount) if apart else amount
