"""Symptoms in their course on paper: the weeks as a table, and withdrawal signs by the hours since the last dose."""

from __future__ import annotations

from collections.abc import Sequence

from journal.charts.drawing import draw_multiples, draw_wearing_off, multiples_height
from journal.charts.multiples import multiples_data
from journal.charts.picture import new_figure
from journal.charts.theme import PRINT
from journal.charts.wearing_off import WearingOffData
from journal.insights import thresholds
from journal.insights.cells import day_count, last_days
from journal.insights.days import DayFigures
from journal.insights.since_dose import (
    SinceDose,
)
from journal.insights.symptom_courses import FEWEST_DAYS_RATED, SymptomCourses
from journal.insights.symptom_days import STRONG
from journal.insights.week_by_week import Of, Week, WeekByWeek, WeekRow
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.reports.pen import HEADING_HEIGHT, SMALL, Pen, height_of, set_in, width_of
from journal.reports.printed import theme
from journal.reports.tagged import HeadOf, Role
from journal.reports.taken_words import also_wears_off
from journal.reports.vector import draw_figure
from journal.texts.names import ten_best

_PITCH = 11.0
_LABELS = 98.0  # room for the name of a row
_BELOW = 3.0
_CHART = 128.0  # high
_EVERY = 2  # weeks, from one date in the head to the next


class Courses:
    """Every symptom as a small picture, and those that were rated too rarely for one."""

    def __init__(self, inputs: PageInputs, days: Sequence[DayFigures], courses: SymptomCourses, width: float) -> None:
        self._inputs, self._courses, self._width = inputs, courses, width
        self._data = multiples_data(days, courses.shown, lambda course: self._titled(course.symptom), inputs.texts)
        self._said = set_in([Sentence("", words)], SMALL, 1.2) if (words := self._words()) else None
        self._high = multiples_height(len(courses.shown), width, PRINT.label) if courses.shown else 0.0
        self.height = HEADING_HEIGHT + _BELOW + self._high + (height_of(self._said, width) if self._said else 0.0)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        caption = self._data.caption() if self._courses.shown else ""
        y = pen.heading(left, top, self._width, self._inputs.texts("Symptoms"), caption) - _BELOW
        if self._high:
            figure = new_figure(self._width, self._high)
            draw_multiples(figure, self._data, theme())
            y -= self._high
            with pen.figure(self._data.description(), (left, y, left + self._width, y + self._high)):
                draw_figure(pen.canvas, figure, left, y, self._width, self._high)
        if self._said:
            pen.block(self._said, left, y, self._width)

    def _titled(self, symptom: str | None) -> str:
        texts = self._inputs.texts
        if symptom is None:
            return texts("Withdrawal, worst sign")
        return self._inputs.name_in_column(symptom) + ten_best(texts, self._inputs.symptoms[symptom])

    def _inside(self, symptom: str | None) -> str:
        return self._inputs.texts("withdrawal signs") if symptom is None else self._inputs.inside_name(symptom)

    def _words(self) -> str:
        """What has no picture."""
        texts, sentences = self._inputs.texts, list[str]()
        few = [texts("{name} (n {n})", name=self._inside(key), n=texts.integer(n)) for key, n in self._courses.few]
        if few:
            sentences.append(texts("Rated on fewer than {least} days: {names}.", least=texts.integer(FEWEST_DAYS_RATED),
                              names=", ".join(few)))  # fmt: skip
        if self._courses.more:
            names = ", ".join(map(self._inside, self._courses.more))
            sentences.append(texts("Rated too, without a picture: {names}.", names=names))
        return " ".join(sentences)


class WeekTable:
    """A row a sign or side effect, a column a week: days with a strong rating of the days rated."""

    def __init__(self, inputs: PageInputs, weeks: WeekByWeek, width: float) -> None:
        self._inputs, self._weeks, self._width = inputs, weeks, width
        self._step = (width - _LABELS) / len(weeks.starts)
        self._said = set_in([Sentence("", words)], SMALL, 1.2) if (words := self._words()) else None
        self.height = HEADING_HEIGHT + _PITCH * (len(weeks.rows) + 1) + _BELOW
        self.height += height_of(self._said, width) if self._said else 0.0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        texts = self._inputs.texts
        note = texts("days with {strong} or more of 10 / days rated", strong=texts.integer(STRONG))
        y = pen.heading(left, top, self._width, texts("Week by week"), note) - _PITCH
        with pen.part(Role.TABLE):
            self._head(pen, left, y + 3)
            for row in self._weeks.rows:
                pen.rule(left, y, left + self._width, 0.4)
                y -= _PITCH
                with pen.part(Role.ROW):
                    self._row(pen, left, y + 3, row)
        pen.rule(left, y, left + self._width, 0.4)
        if self._said:
            pen.block(self._said, left, y - _BELOW, self._width)

    def _head(self, pen: Pen, left: float, y: float) -> None:
        """Dates of every second week, the last one without, so that they have room."""
        with pen.part(Role.ROW):
            with pen.part(Role.HEAD, HeadOf.COLUMN):
                pen.text(left, y, self._inputs.texts("Week from"), SMALL)
            for number, start in enumerate(self._weeks.starts):
                with pen.part(Role.HEAD, HeadOf.COLUMN):
                    if (number - len(self._weeks.starts)) % _EVERY == 0:
                        day = self._inputs.texts.day_and_month(start)
                        pen.right(self._right(left, number) + width_of(day, SMALL) * 0.32, y, day, SMALL)

    def _right(self, left: float, number: int) -> float:
        """Where the cell of a week ends."""
        return left + _LABELS + (number + 1) * self._step - 1

    def _row(self, pen: Pen, left: float, y: float, row: WeekRow) -> None:
        name = self._inputs.printed.fitted(self._name(row), _LABELS - 4, SMALL)
        with pen.part(Role.HEAD, HeadOf.ROW):
            pen.text(left, y, name, SMALL)
        for number, week in enumerate(row.weeks):
            with pen.part(Role.CELL):
                pen.right(self._right(left, number), y, self._cell(week), SMALL, bold=bool(week.k))

    def _name(self, row: WeekRow) -> str:
        texts = self._inputs.texts
        if row.symptom is not None:
            return self._inputs.name_in_column(row.symptom)
        return texts("Withdrawal signs") if row.of is Of.WITHDRAWAL else texts("– before 1st dose")

    def _cell(self, week: Week) -> str:
        texts = self._inputs.texts
        return texts("{k}/{n}", k=texts.integer(week.k), n=texts.integer(week.n)) if week.n else "–"

    def _words(self) -> str:
        texts = self._inputs.texts
        dashes = any(not week.n for row in self._weeks.rows for week in row.weeks)
        sentences = [texts("– not rated, which is not 0.")] if dashes else []
        kinds = {row.of for row in self._weeks.rows}
        if Of.BEFORE_FIRST in kinds:
            sentences.append(texts("Before the 1st dose: of days rated before it."))
        elif Of.WITHDRAWAL in kinds:
            sentences.append(texts("Withdrawal signs: not rated before the 1st dose of a day."))
        if self._weeks.left_out:
            names = ", ".join(self._inputs.inside_name(symptom) for symptom in self._weeks.left_out)
            sentences.append(texts("Rated on fewer days, without a row: {names}.", names=names))
        return " ".join(sentences)


class WearingOff:
    """The chart with its sentence."""

    def __init__(self, inputs: PageInputs, since_dose: SinceDose, width: float) -> None:
        self._inputs, self._since_dose, self._width = inputs, since_dose, width
        self._said = set_in([Sentence("", self._words())], SMALL, 1.2)
        self._high = _CHART if since_dose.enough else 0.0  # a few dots in an empty frame tell less than the sentence
        self.height = HEADING_HEIGHT + self._high + _BELOW + height_of(self._said, width)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""
        texts = self._inputs.texts
        y = pen.heading(left, top, self._width, texts("When it wears off"), texts("withdrawal signs, 0–10"))
        if self._high:
            figure, data = new_figure(self._width, self._high), WearingOffData(texts, self._since_dose)
            draw_wearing_off(figure, data, theme())
            y -= self._high
            with pen.figure(data.description(), (left, y, left + self._width, y + self._high)):
                draw_figure(pen.canvas, figure, left, y, self._width, self._high)
        pen.block(self._said, left, y - _BELOW, self._width)

    def _words(self) -> str:
        """How many ratings, what a bar needs, and what is not in the chart."""
        texts, since_dose = self._inputs.texts, self._since_dose
        n = texts.plural("{n} rating", "{n} ratings", since_dose.ratings)
        counted = texts("{n} on {days} of {window}, the worst sign of each time.", n=n,
                        days=day_count(texts, since_dose.days),
                        window=last_days(texts, self._inputs.summary.last28.days))  # fmt: skip
        sentences = [counted, self._rule()]
        if since_dose.unplaced:
            sentences.append(
                texts.plural(
                    "{n} is left out, as a dose before it may not be written down.",
                    "{n} are left out, as a dose before them may not be written down.",
                    since_dose.unplaced,
                )
            )
        return " ".join(filter(None, (*sentences, also_wears_off(self._inputs))))

    def _rule(self) -> str:
        texts = self._inputs.texts
        if not self._since_dose.enough:
            return texts("Not enough for a picture: it needs {ratings} ratings on {days} days.",
                         ratings=thresholds.RATINGS_OF_ALL_BINS, days=thresholds.DAYS_OF_ALL_BINS)  # fmt: skip
        return texts("Bar: median, middle half; from {ratings} ratings on {days} days.",
                     ratings=thresholds.RATINGS_OF_A_BIN, days=thresholds.DAYS_OF_A_BIN)  # fmt: skip
