"""Warning symptoms on a later page: a row for each with how many days, first, last, worst and when, then every day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journal.core.moments import Moment
from journal.insights.summary import Span
from journal.insights.warning_signs import first_day_looked_at
from journal.insights.wording import Sentence
from journal.reports.entry_list import EntryRow
from journal.reports.entry_table import EntryTable, SetRows, Shape, set_rows
from journal.reports.page_inputs import PageInputs
from journal.reports.pen import HEADING_HEIGHT, RULE, SMALL, Pen, height_of, set_in, width_of
from journal.reports.printed import INK
from journal.reports.tagged import HeadOf, Role
from journal.reports.warning_items import SignDays
from journal.texts import Texts
from journal.texts.marked import marked

_PITCH = 11.1
_BELOW = 3.0
_NAMES, _DAYS, _FIRST, _LAST, _WORST, _STRIP = 0.0, 0.33, 0.35, 0.46, 0.57, 0.68  # of the width; days end there
_HIGH = 8.2  # a rating of 10 in the strip
_LEAST_BAR = 0.9  # on paper: more than a dot and a half of a fax
_MOST_BAR = 2.4
_DOT = 1.8
_MOST = 40  # rows: more signs than the program knows; the list below has all of them
_TEN = 10
_EACH = Shape(marked(("Month", "Warning symptom", "Days, the newest first")), 0.11, 0.22)


class SignTable:
    """A row a symptom; at its right a mark for each day on which it was noted, all over the same days."""

    def __init__(self, inputs: PageInputs, signs: Sequence[SignDays], width: float) -> None:
        self._inputs, self._signs, self._width = inputs, signs[:_MOST], width
        self._looked_at = looked_at(inputs.summary.period, inputs.made_at)
        self._said = set_in([Sentence("", self._words())], SMALL, 1.2)
        self.height = HEADING_HEIGHT + _PITCH * (len(self._signs) + 1) + _BELOW + height_of(self._said, width)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        texts = self._inputs.texts
        note = texts("bar: worst of the day, 0–10 high · dot: no number")
        y = pen.heading(left, top, self._width, texts("Warning symptoms"), note) - _PITCH
        with pen.part(Role.TABLE):
            self._heads(pen, left, y + 3.0)
            for sign in self._signs:
                pen.rule(left, y, left + self._width, 0.4)
                y -= _PITCH
                with pen.part(Role.ROW):
                    self._row(pen, left, y, sign)
        pen.rule(left, y, left + self._width, RULE)
        pen.block(self._said, left, y - _BELOW, self._width)

    def _heads(self, pen: Pen, left: float, y: float) -> None:
        texts, span = self._inputs.texts, self._looked_at
        with pen.part(Role.ROW):
            for at, head in ((_NAMES, ""), (_FIRST, texts("First")), (_LAST, texts("Last")), (_WORST, texts("Worst"))):
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    if head:
                        pen.text(left + at * self._width, y, head, SMALL)
                if at == _NAMES:
                    with pen.part(Role.HEAD, HeadOf.COLUMN):
                        pen.right(left + _DAYS * self._width, y, texts("Days"), SMALL)
            with pen.part(Role.HEAD, HeadOf.COLUMN):
                words = texts("{first} – {last}", first=texts.short_day(span.first), last=texts.short_day(span.last))
                pen.text(left + _STRIP * self._width, y, words, SMALL)

    def _row(self, pen: Pen, left: float, y: float, sign: SignDays) -> None:
        texts, foot = self._inputs.texts, y + 3.0
        with pen.part(Role.HEAD, HeadOf.ROW):
            room = _DAYS * self._width - width_of("000", SMALL) - 4
            pen.text(left, foot, self._inputs.printed.fitted(sign.name, room, SMALL), SMALL)
        with pen.part(Role.CELL):
            pen.right(left + _DAYS * self._width, foot, texts.integer(len(sign.marks)), SMALL, bold=True)
        for at, words in ((_FIRST, texts.short_day(sign.first)), (_LAST, texts.short_day(sign.last)),
                          (_WORST, self._worst(sign))):  # fmt: skip
            with pen.part(Role.CELL):
                pen.text(left + at * self._width, foot, words, SMALL)
        with pen.part(Role.CELL):
            self._strip(pen, left + _STRIP * self._width, y, sign)

    def _worst(self, sign: SignDays) -> str:
        texts = self._inputs.texts
        return "–" if sign.worst is None else texts("{value} of 10", value=texts.integer(sign.worst))

    def _strip(self, pen: Pen, left: float, y: float, sign: SignDays) -> None:
        """What it says is in the list below; who hears the page is told only what it is."""
        wide, days = (1 - _STRIP) * self._width, self._looked_at.days
        box = (left, y, left + wide, y + _PITCH)
        at = [(left + wide * (place + 0.5) / days, number) for day, number in sign.marks
              if 0 <= (place := (day - self._looked_at.first).days) < days]  # fmt: skip
        with pen.figure(self._inputs.texts("Its days, each of which is listed below."), box):
            pen.canvas.setStrokeColor(INK)
            pen.canvas.setLineWidth(max(_LEAST_BAR, min(_MOST_BAR, wide / days * 0.7)))
            pen.canvas.lines([(x, y, x, y + _HIGH * number / _TEN) for x, number in at if number is not None])
            pen.canvas.setLineWidth(_DOT)
            pen.canvas.lines([(x - _DOT / 2, y + _PITCH / 2, x + _DOT / 2, y + _PITCH / 2)
                              for x, number in at if number is None])  # fmt: skip

    def _words(self) -> str:
        texts = self._inputs.texts
        return texts("Days: on which it was noted. A day without a mark: nothing noted, which is not “none”.")


def looked_at(period: Span, made_at: Moment) -> Span:
    """All days whose warning symptoms are told, but for those dated later than the clock."""
    today = made_at.local.date()
    return Span(first_day_looked_at(period, today), max(today, period.last))


def every_day(inputs: PageInputs, signs: Sequence[SignDays], width: float) -> EntryTable:
    """Every one of their days, month by month."""
    texts = inputs.texts
    return EntryTable(SetRows(set_rows(_rows(texts, signs), width, texts, _EACH), _EACH), width, texts)


def _rows(texts: Texts, signs: Iterable[SignDays]) -> Iterator[EntryRow]:
    for sign in signs:
        for month, days in sign.months:
            yield EntryRow(month, sign.name, days)


def not_answered(texts: Texts, signs: Iterable[SignDays]) -> str:
    """Said once of all that nobody answered; never as "not answered"."""
    if not any(sign.unanswered for sign in signs):
        return ""
    return texts("Where no answer stands, it is not written down whether it has passed.")
