"""The key figures of page 1 as rows: the two most used groups, one row for every other, times, symptoms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.core import limits
from journal.core.entries import ProductKind
from journal.insights.cells import Cell, Scale, day_count, figure_cell, scale_of, window_days
from journal.insights.change_words import signs_of_no_change, word_sign
from journal.insights.group_words import group_inside, group_name, unit_a_day, unit_sign
from journal.insights.summary import Figure, GroupFigures, Measure, Missing, Unit, Word
from journal.insights.windows import WEEK
from journal.reports.new_groups import outer_weeks
from journal.reports.page_inputs import PageInputs
from journal.reports.printed import section_place
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import PRODUCT_KINDS, ten_best

NEW_AND_GONE = marked(("new, up", "new, down"))


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: three cells and the word for the change. ``spare``: on a full page it stands on the last page only.

    ``unit``: the end of the label, without which its numbers mean nothing; a label that is too long is cut before it.
    """

    label: str
    cells: tuple[Cell, ...]
    change: str = ""
    spare: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Rows under a heading with its note."""

    title: str
    note: str
    rows: tuple[FigureRow, ...]


def column_heads(inputs: PageInputs) -> tuple[str, ...]:
    """What the columns cover; of a short period as many days as it has."""
    texts, summary = inputs.texts, inputs.summary
    week, window = summary.last7.days, summary.last28.days
    return (
        texts("Last {n}", n=texts.integer(week)) if week == WEEK else day_count(texts, week),
        texts("Last {n} days", n=texts.integer(window)) if window == limits.WINDOW_DAYS else day_count(texts, window),
        texts("{n} before", n=window_days(texts)),
        texts("Change"),
    )


def page_groups(inputs: PageInputs) -> tuple[FigureGroup, ...]:
    """What page 1 shows."""
    groups, texts = inputs.summary.groups, inputs.texts
    shown = [_group(inputs, group) for group in groups[: inputs.rows_for]]
    if rest := groups[inputs.rows_for :]:
        rows = tuple(_last_taken(inputs, group, _one_row(texts, group)) for group in rest)
        page = inputs.printed.page_of(section_place("figures"))
        shown.append(
            FigureGroup(texts("Other groups"), texts("per day taken; in full on page {n}", n=texts.integer(page)), rows)
        )
    return (*shown, _all_products(inputs))


def rest_groups(inputs: PageInputs) -> tuple[FigureGroup, ...]:
    """The groups of which page 1 has a row only, in full."""
    return tuple(_group(inputs, group) for group in inputs.summary.groups[inputs.rows_for :])


def _group(inputs: PageInputs, group: GroupFigures) -> FigureGroup:
    texts = inputs.texts
    return FigureGroup(
        group_name(texts, group.group),
        _note(inputs, group),
        tuple(_last_taken(inputs, group, row) for row in _group_rows(texts, group)),
    )


def _note(inputs: PageInputs, group: GroupFigures) -> str:
    """ "powder, capsules: grams, per day taken; new on 17 Oct 2026"."""
    texts = inputs.texts
    said_kinds = [kind for kind in group.kinds if kind is not ProductKind.NOT_SAID]
    title = group_name(texts, group.group).casefold()  # which says it of the others, and of "extract" alone
    kinds = ", ".join(name for kind in said_kinds if (name := texts(PRODUCT_KINDS[kind.value])).casefold() != title)
    unit = texts("doses") if group.unit is Unit.NONE else unit_sign(texts, group.unit)
    if group.by_label and group.unit is not Unit.NONE:
        unit = texts("{unit} as labelled", unit=unit)
    words = texts("{unit}, per day taken", unit=unit)
    words = texts("{kinds}: {said}", kinds=kinds, said=words) if kinds else words
    if group.new_on is not None:
        words = texts("{said}; new on {day}", said=words, day=inputs.day(group.new_on))
    if not group.current and group.last_taken is not None:
        words = texts("{said}; last taken on {day}", said=words, day=inputs.day(group.last_taken))
    return words


def _last_taken(inputs: PageInputs, group: GroupFigures, row: FigureRow) -> FigureRow:
    """Of a group that is no longer taken, when it was: "≈" and "too few" would read as if it went on."""
    texts = inputs.texts
    nothing_said = (*signs_of_no_change(texts), *map(texts, NEW_AND_GONE))
    if group.current or group.last_taken is None or row.change not in nothing_said:
        return row
    return replace(row, change=texts("last {day}", day=inputs.day(group.last_taken)))


def _group_rows(texts: Texts, group: GroupFigures) -> Iterator[FigureRow]:
    """On a full page those without a figure stand with the spare ones: how many days it was taken says why."""
    yield _row(texts, texts("Days taken"), group.days_taken, Scale.SHORT)
    if group.amount is not None:
        label, spare = unit_a_day(texts, group.unit), _has_no_figure(group.amount)
        yield _row(texts, label, group.amount, scale_of(group.unit), spare)
    yield _row(texts, texts("Doses a day"), group.doses, Scale.SHORT, _has_no_figure(group.doses))
    if group.largest_day is not None:
        label = texts("{unit}, largest day", unit=unit_sign(texts, group.unit))
        yield _row(texts, label, group.largest_day, scale_of(group.unit), spare=True)


def _has_no_figure(measure: Measure) -> bool:
    return all(figure.value is None for figure in (measure.last7, measure.last28, measure.before28))


def _one_row(texts: Texts, group: GroupFigures) -> FigureRow:
    """The unit first: a label is cut at its end, and a number must not lose its unit."""
    name = group_inside(texts, group.group)
    if group.amount is None:
        return _row(texts, texts("doses, {group}", group=name), group.doses, Scale.SHORT)
    label = texts("{unit}, {group}", group=name, unit=unit_sign(texts, group.unit))
    return _row(texts, label, group.amount, scale_of(group.unit))


def _all_products(inputs: PageInputs) -> FigureGroup:
    texts, summary = inputs.texts, inputs.summary
    rows = [
        _gaps_row(inputs),
        *_night_rows(inputs),
        _row(texts, texts("Days without"), summary.days_without, Scale.SHORT, spare=True),
        _symptom_row(inputs, summary.main, summary.main_measure),
    ]
    if summary.second is not None:
        rows.append(_symptom_row(inputs, summary.second, summary.second_measure, spare=True))
    return FigureGroup(
        texts("All products"), texts("hours: n = gaps; ratings 0–10; amounts are never added"), tuple(rows)
    )


def _gaps_row(inputs: PageInputs) -> FigureRow:
    """Where no dose is listed at all, not "too few": they may be left out."""
    texts, summary = inputs.texts, inputs.summary
    row = _row(texts, texts("Hours between"), summary.gap, Scale.DECIMAL, gaps=True)
    if summary.groups:
        return row
    figures = (summary.gap.last7, summary.gap.last28, summary.gap.before28)
    unlisted = Cell(texts("not listed"), known=False)
    return replace(row, cells=tuple(
        unlisted if figure.missing is Missing.TOO_FEW and not figure.n else cell
        for figure, cell in zip(figures, row.cells, strict=True)
    ))  # fmt: skip


def _night_rows(inputs: PageInputs) -> list[FigureRow]:
    """Where there is a night between two days with doses: the hours between doses of a day say nothing of it."""
    night = inputs.summary.night
    if not any(figure.n for figure in (night.last28, night.before28)):
        return []
    return [_row(inputs.texts, inputs.texts("Hours overnight"), night, Scale.DECIMAL, spare=True)]


def _symptom_row(inputs: PageInputs, symptom: str | None, measure: Measure, spare: bool = False) -> FigureRow:
    texts = inputs.texts
    if symptom is None:
        return _row(texts, texts("Main symptom"), measure, Scale.DECIMAL, spare)
    best = ten_best(texts, inputs.symptoms[symptom])
    return _row(texts, inputs.names[symptom], measure, Scale.DECIMAL, spare, unit=best)


def _row(
    texts: Texts,
    name: str,
    measure: Measure,
    scale: Scale,
    spare: bool = False,
    gaps: bool = False,
    unit: str = "",
) -> FigureRow:
    cells = tuple(_cell(texts, figure, scale) for figure in (measure.last7, measure.last28, measure.before28))
    figures = (measure.last7, measure.last28, measure.before28)
    change = "" if all(map(_is_unlisted, figures)) else _change(texts, measure, gaps)
    return FigureRow(name + unit, cells, change, spare, unit)


def _change(texts: Texts, measure: Measure, gaps: bool) -> str:
    """The word for the change; of something new also where its weeks went: "new" alone hid that it had doubled."""
    ends = outer_weeks(measure) if measure.word is Word.NEW else None
    if ends is None:
        return word_sign(texts, measure, gaps)
    up, down = NEW_AND_GONE
    return texts(up if ends[1].value > ends[0].value else down)


def _cell(texts: Texts, figure: Figure, scale: Scale) -> Cell:
    """A number always has its n; "too few" without anything behind it needs no "n 0".

    Where no rating is there, it may be left out: the words must fit what was never rated, and what is withheld.
    """
    if _is_unlisted(figure):
        return Cell(texts("not listed"), known=False)
    cell = figure_cell(texts, figure, scale)
    return cell._replace(n="") if figure.value is None and not figure.n and not figure.incomplete else cell


def _is_unlisted(figure: Figure) -> bool:
    return figure.value is None and not figure.n and figure.missing in (Missing.NOT_RECORDED, Missing.NOT_RATED)
