"""The day at a glance: doses and amounts, the last dose, the last rating of the main symptom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from journal.core import limits
from journal.core.amounts import Dimension
from journal.core.entries import Dose, Rating, Symptom
from journal.core.journal_day import journal_day
from journal.core.moments import HOUR_MS, Moment
from journal.insights.groups import Group
from journal.insights.today import TodaySummary, Total
from journal.texts import Texts
from journal.texts.amounts import pieces_text, quantity_text
from journal.texts.marked import marked
from journal.texts.names import symptom_name
from journal.ui.kit.flow import EqualLayout
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, label, row

_OF_GROUP = marked({
    "leaf": "leaf {amount}", "extract": "extract {amount}", "seven_oh": "7-OH {amount}",
    "not_said": "{amount}, kind not said",
})  # fmt: skip


class StatCard(Card):
    """A caption, one number, and a quiet line below."""

    def __init__(self) -> None:
        super().__init__(margin=16, spacing=4)
        self._caption = label("", "small")
        self._value = label("", "title", wrap=True)
        self._of = label("", "quiet")
        self._detail = label("", "small", wrap=True)
        for part in (self._caption, None, self._detail):
            if part is None:
                line = row(self._value, self._of)
                line.setStretch(0, 1)
                self.body.addLayout(line)
            else:
                self.body.addWidget(part)
        self.body.addStretch(1)
        appearance().changed.connect(self._measure)
        self._measure()

    def show_fact(self, caption: str, value: str, detail: str = "", of: str = "") -> None:
        """Show one fact; the whole of it is the card's accessible name."""
        self._caption.setText(caption)
        self._value.setText(f"{value} {of}".strip() if of else value)
        self._of.hide()
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(
            ", ".join(part for part in (caption, f"{value} {of}".strip(), *detail.split("\n")) if part)
        )
        self.show()

    def _measure(self) -> None:
        self.setMinimumWidth(theme().px(150))


class Beside(NamedTuple):
    """The day before with its figures, and the dose before the last one; ``milligrams`` as for today.

    ``doses_lost``: a rescue could not bring all doses back.
    """

    day: dt.date
    summary: TodaySummary | None
    dose: Dose | None
    milligrams: Collection[Group] = ()
    doses_lost: bool = False


NOTHING_BESIDE = Beside(dt.date.min, None, None)


class Cards(QWidget):
    """The cards side by side, below each other where it is narrow."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.day, self.dose, self.rating = StatCard(), StatCard(), StatCard()
        layout = EqualLayout(self, 12)
        for card in (self.day, self.dose, self.rating):
            layout.addWidget(card)

    def show_summary(
        self, summary: TodaySummary, main: Symptom | None, caption: str, now: Moment, day_start: int,
        milligrams: Collection[Group] = (), beside: Beside = NOTHING_BESIDE,
    ) -> None:  # fmt: skip
        """Fill the cards, the day's with this caption; the rating's is there only once a main symptom is chosen.

        ``milligrams``: the groups whose amounts are spoken of in milligrams. ``beside``: what stands below, quietly.
        """
        value, detail = day_fact(self._texts, summary, milligrams)
        self.day.show_fact(caption, value, _lines(detail, self._day_before(beside)))
        self._show_dose(summary, now, day_start, beside)
        self._show_rating(summary, main, now, day_start)

    def show_earlier(
        self, summary: TodaySummary, main: Symptom | None, day: dt.date, milligrams: Collection[Group] = ()
    ) -> None:
        """Fill the cards with what belongs to a day that is over."""
        texts, dose, rating = self._texts, summary.last_dose, summary.last_rating
        self.day.show_fact(texts.day(day), *day_fact(texts, summary, milligrams, over=True))
        if dose is None:
            none = texts("None that day") if summary.marked_none else texts("Not recorded")
            self.dose.show_fact(texts("Last dose that day"), none)
        else:
            self.dose.show_fact(
                texts("Last dose that day"), texts.time(dose.at.local), _after_midnight(texts, dose, day)
            )
        if main is None:
            self.rating.hide()
        elif rating is None:
            self.rating.show_fact(symptom_name(texts, main), texts("Not rated that day"))
        else:
            when = texts("at {time}", time=texts.time(rating.at.local))
            when = " · ".join(part for part in (when, _after_midnight(texts, rating, day)) if part)
            self.rating.show_fact(symptom_name(texts, main), str(rating.value), when, texts("of 10"))

    def _day_before(self, beside: Beside) -> str:
        """ "Friday: 3 doses, 7 g"."""
        if beside.summary is None:
            return ""
        facts, detail = day_fact(self._texts, beside.summary, beside.milligrams, over=True)
        facts = f"{facts} · {detail}" if detail else facts
        return self._texts("{day}: {facts}", day=self._texts.weekday(beside.day), facts=facts)

    def _show_dose(self, summary: TodaySummary, now: Moment, day_start: int, beside: Beside) -> None:
        caption, before = self._texts("Last dose"), beside.dose
        if summary.last_dose is None or summary.ms_since_last_dose is None:
            lost, none = self._texts("Not known, doses were lost"), self._texts("None written down")
            self.dose.show_fact(caption, lost if beside.doses_lost else none)
        else:
            when = when_text(self._texts, summary.last_dose.at, now, day_start)
            ago = _ago(self._texts, summary.last_dose.at, summary.ms_since_last_dose, now)
            earlier = when_text(self._texts, before.at, now, day_start) if before is not None else ""
            before_it = self._texts("before it: {when}", when=earlier) if earlier else ""
            self.dose.show_fact(caption, when, _lines(ago, before_it))

    def _show_rating(self, summary: TodaySummary, main: Symptom | None, now: Moment, day_start: int) -> None:
        if main is None:
            self.rating.hide()
            return
        caption, last = symptom_name(self._texts, main), summary.last_rating
        if last is None or last.value is None:
            self.rating.show_fact(caption, self._texts("Not rated yet"))
        else:
            when = when_text(self._texts, last.at, now, day_start)
            if when == self._texts.time(last.at.local):
                when = self._texts("at {time}", time=when)
            self.rating.show_fact(caption, str(last.value), when, self._texts("of 10"))


def _lines(*words: str) -> str:
    return "\n".join(part for part in words if part)


def _after_midnight(texts: Texts, entry: Dose | Rating, day: dt.date) -> str:
    """A journal day ends some hours after midnight, and the clock alone would not say on which side an entry was."""
    return texts("after midnight") if entry.at.local.date() > day else ""


def when_text(texts: Texts, at: Moment, now: Moment, day_start: int) -> str:
    """ "12:36", "last night, Sat 01:16", "yesterday 21:15" or "3 Nov 2026 21:15".

    The words are those of the journal day that is shown as Today, which is said without a day: at one in the night
    "yesterday 22:00" would contradict its place there, and what came after midnight a day ago was last night.
    """
    time, date = texts.time(at.local), at.local.date()
    days = (journal_day(now, day_start) - journal_day(at, day_start)).days
    if days == 0:
        return time
    if days == 1 and date > journal_day(at, day_start):
        weekday = texts.short_weekday(date.weekday())
        return texts("last night, {weekday} {time}", weekday=weekday, time=time)
    if days == 1:
        return texts("yesterday {time}", time=time)
    return texts("{day} {time}", day=texts.short_day(date), time=time)


def _ago(texts: Texts, at: Moment, ms: int, now: Moment) -> str:
    """How long ago; days are counted by the calendar, as the date beside it is: 19 Nov is 10 days before 29 Nov."""
    return (
        texts.days_ago((now.local.date() - at.local.date()).days) if ms >= limits.AGO_HOURS * HOUR_MS else texts.ago(ms)
    )


def day_fact(
    texts: Texts, summary: TodaySummary, milligrams: Collection[Group] = (), over: bool = False
) -> tuple[str, str]:
    """The day's number and the line below it: ("2 doses, 5 g", ""), ("3 doses", "leaf at least 5 g · extract 2 ml").

    ``over``: it is of a day before today.
    """
    if summary.doses == 0:
        if summary.marked_none:
            return texts("None that day") if over else texts("None today"), texts("as you said")
        return texts("Not recorded"), texts("no dose is written down")
    count = texts.plural("{n} dose", "{n} doses", summary.doses)
    sums = [total_text(texts, total, total.group in milligrams) for total in summary.totals]
    if len(sums) == 1:
        (amount,) = sums
        unknown = texts.plural("{n} amount is unknown", "{n} amounts are unknown", summary.amounts_unknown)
        return texts("{count}, {amount}", count=count, amount=amount), unknown if summary.amounts_unknown else ""
    parts = [texts(_OF_GROUP[total.group], amount=amount) for total, amount in zip(summary.totals, sums, strict=True)]
    return count, " · ".join(parts)


def total_text(texts: Texts, total: Total, milligrams: bool = False) -> str:
    """ "5 g", "75 mg", "at least 2.5 g", "amount unknown"."""
    if total.quantity is None or total.dimension is None:
        return texts("amount unknown")
    pieces = total.dimension is Dimension.COUNT
    total_words = quantity_text(texts, total.quantity, total.dimension, milligrams)
    total_words = pieces_text(texts, total.quantity, total.unit) if pieces else total_words
    return texts("at least {amount}", amount=total_words) if total.at_least else total_words
