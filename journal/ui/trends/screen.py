"""Trends: what the weeks show, as sentences above their chart, with the days it is made of one key away."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from journal.core.entries import DIARY_KINDS
from journal.core.refusal import Refused
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.last_request import LastRequest, Request
from journal.ui.kit.screen import Screen
from journal.ui.kit.tasks import Task, TaskProgress
from journal.ui.kit.theme import appearance
from journal.ui.kit.widgets import Card, label, plain
from journal.ui.trends.arrangement import Arrangement
from journal.ui.trends.cards import TrendCards
from journal.ui.trends.chart_view import ChartView
from journal.ui.trends.choices import GroupChips, MeasureChips, RangeChips, SeriesChoice, SymptomChoice, ViewChips
from journal.ui.trends.day_table import DayTable
from journal.ui.trends.few_days_card import FewDaysCard
from journal.ui.trends.open_points import OpenPoints
from journal.ui.trends.ranges import ALL
from journal.ui.trends.small_charts import SmallCharts

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.insights.summary import Span
    from journal.ui.trends.findings import Findings, Shown

_CONCERNS = {*DIARY_KINDS, "product", "symptom", "setting", "trash"}
_CARDS = 4


class TrendsScreen(Screen):
    """Range, group and view at the top, cards of sentences, the chart or its table. ``day_wanted`` carries a date.

    ``kinds_wanted``: the person wants to say of which kind products are.
    """

    log_wanted = Signal()
    kinds_wanted = Signal()
    day_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.texts = bridge, bridge.texts
        self._stale = True
        self._today: dt.date | None = None
        self._findings: Findings | None = None
        self._looked_at: str | None = None
        self._shown: Shown | None = None
        self._make_choices()
        self._make_content()
        self._arrangement = Arrangement(self, self)
        self._requests = LastRequest(self, self.progress)
        bridge.changed.connect(self._journal_changed)
        appearance().changed.connect(self._measure)
        self._measure()

    # --- building ---

    def _make_choices(self) -> None:
        texts = self.texts
        self.up_to = label(role="quiet", wrap=True)
        self.ranges = RangeChips(texts)
        self.ranges.changed.connect(lambda _key: self.reload())
        self.as_table = button(texts("Show as table"), self.toggle_table)
        self.views = ViewChips(texts)
        self.views.changed.connect(lambda _key: self._view_chosen())
        self.groups = GroupChips(texts)
        self.groups.changed.connect(lambda _key: self._group_chosen())
        self.measures = MeasureChips(texts)
        self.measures.changed.connect(lambda _key: self._ask())
        self.series = SeriesChoice(texts)
        self.series.currentIndexChanged.connect(lambda _number: self._ask())
        self.symptoms = SymptomChoice(texts)
        self.symptoms.currentIndexChanged.connect(lambda _number: self._symptom_chosen())
        for choice in (self.groups, self.measures, self.series, self.symptoms):
            choice.hide()

    def _make_content(self) -> None:
        texts = self.texts
        self.message, self.progress = InlineMessage(), TaskProgress(texts)
        self.cards = TrendCards(texts, _CARDS)
        self.title, self.key_line = label(role="heading"), label(role="quiet", wrap=True)
        self.chart, self.table = ChartView(texts), DayTable(texts)
        self.table.hide()
        self.small = SmallCharts(texts)
        self.small.opened.connect(self._open_series)
        self.small.hide()
        for source in (self.chart, self.table):
            source.day_chosen.connect(self.day_wanted)
        self.chart_card = Card(spacing=12)
        self.open_points = OpenPoints(texts)
        self.open_points.kinds_wanted.connect(self.kinds_wanted)
        self.empty_card = FewDaysCard(texts, self.log_wanted.emit, self._show_all_days)
        self.empty_card.hide()

    # --- size ---

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        # A method of the screen, because a longer-lived object drops only connections to methods.
        self._arrangement.measure()

    # --- loading ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the screen itself has been painted.
        once_painted(self, self._catch_up)

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to the range."""
        once_painted(self, self._catch_up)
        self.ranges.focus()

    def keep_draft(self) -> None:
        """Nothing to do: nothing is typed here."""

    @property
    def busy(self) -> bool:
        """The journal is read a year at a time, and closing it ends that."""
        return False

    def _catch_up(self) -> None:
        if self._stale or self._today != self._bridge.logbook.today():
            self.reload()

    def _journal_changed(self, change: ChangeSet) -> None:
        if not self._concerns(change):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _concerns(self, change: ChangeSet) -> bool:
        """What is written on the running day is not shown; but that it is there is said where numbers are few."""
        if not change.kinds & _CONCERNS:
            return False
        only_today = change.first_day is not None and change.first_day >= self._bridge.logbook.today()
        known = self._findings
        if known is not None and (known.series is not None or not known.enough):
            return True
        return not (only_today and change.kinds <= set(DIARY_KINDS))

    def reload(self) -> None:
        """Read the range anew."""
        self._findings = None
        self._ask()

    def _show_all_days(self) -> None:
        self.ranges.set_value(ALL)
        self.ranges.focus()
        self.reload()

    def _view_chosen(self) -> None:
        self.measures.setVisible(bool(self.views.chart().measures))
        self.series.setVisible(self.views.chart().by_itself)
        self._measure()
        self._ask()

    def _group_chosen(self) -> None:
        if self._findings is not None:
            self.cards.show_words(self._findings.cards_of(self.groups.group()))
        self._ask()

    def _symptom_chosen(self) -> None:
        self._looked_at = str(self.symptoms.value())
        self.reload()

    def _open_series(self, key: str) -> None:
        """Show one series; the keyboard focus goes to the list, where one key brings back all of them."""
        self.series.set_value(key)
        self.series.setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure_key(self) -> str:
        return str((self.series if self.views.chart().by_itself else self.measures).value())

    def _ask(self) -> None:
        logbook, texts, known, looked_at = self._bridge.logbook, self.texts, self._findings, self._looked_at
        self._stale, self._today = False, logbook.today()
        today, days = self._today, self.ranges.range().days
        chart, measure, group = self.views.chart(), self._measure_key(), self.groups.group()

        def work(task: Task) -> Shown:
            from journal.ui.trends.findings import read_findings, with_series

            findings = known or read_findings(logbook, days, today, texts, task, looked_at)
            if chart.by_itself:
                findings = with_series(logbook, findings, texts, task)
            return chart.build(findings, measure, group, texts)

        self.message.dismiss()
        self._requests.ask(Request(work, self._show, self._refuse, texts("Reading the journal")))

    def _refuse(self, problem: Exception) -> None:
        """Reading was cancelled or failed: what was shown stays, and can be read anew."""
        self._stale = True
        if isinstance(problem, Refused):
            words = explain(self.texts, problem)
            if problem.code == "cancelled":
                words = self.texts("Stopped before everything was read.")
            self.message.show_message(words, [(self.texts("Read again"), self.reload)])

    # --- what is shown ---

    def _show(self, shown: Shown) -> None:
        self._shown, self._findings = shown, shown.findings
        self.groups.offer(shown.findings.groups)
        self.cards.show_words(shown.findings.cards_of(self.groups.group()))
        self._offer_series(shown.findings)
        self.symptoms.offer(shown.findings.to_choose(), shown.findings.shown)
        self._say_period(shown.findings.period)
        self.title.setText(shown.title or self.ranges.range().heading)
        self.empty_card.say(shown.findings.recorded, shown.findings.today, shown.findings.earlier)
        self.key_line.setText(shown.caption)
        self._show_parts()
        self.chart.show_chart(shown.chart, shown.draw)
        self._arrangement.show_found()
        self._fill_table()

    def _offer_series(self, findings: Findings) -> None:
        """What was chosen stays chosen as long as the period holds it."""
        if findings.series is not None:
            self.series.offer(findings.series)
            if self._shows_small():
                self.small.show_series(findings.series.series)

    def _shows_small(self) -> bool:
        return self.views.chart().by_itself and self.series.shows_all()

    def _say_period(self, period: Span) -> None:
        days = {"first": self.texts.short_day(period.first), "last": self.texts.short_day(period.last)}
        words = self.texts("{first} to {last}, up to yesterday", **days)
        if self.views.chart().by_itself:
            words = self.texts("{first} to {last}, and today", **days)
        self.up_to.setText(words)
        self.ranges.describe(words)

    def _show_parts(self) -> None:
        """With too few days there is nothing to say and to compare, but some charts show them all the same."""
        shown = self._shown
        enough = shown is not None and shown.findings.enough
        table, alone = self.as_table_shown(), self.views.chart().by_itself
        charted = enough or table or self.views.chart().with_few_days
        self.empty_card.setVisible(not enough and not alone)
        self.cards.setVisible(enough and not alone)
        self.groups.setVisible(self.groups.several and charted and not alone and self.views.chart().by_group)
        self.symptoms.setVisible(self.symptoms.several and charted and not alone)
        if shown is not None and not alone:
            findings = shown.findings
            self.open_points.show_points(findings.kind_missing, findings.unrecorded if enough else "")
        self.open_points.setVisible(self.open_points.has_points() and not alone)
        self.chart_card.setVisible(charted)
        self.chart.setVisible(not table and not self._shows_small())
        self.small.setVisible(not table and self._shows_small())
        self.key_line.setVisible(not table and bool(self.key_line.text()))
        self.table.setVisible(table)

    # --- the table ---

    def as_table_shown(self) -> bool:
        """Whether the table is shown instead of the chart."""
        return bool(self.as_table.property("table"))

    def toggle_table(self) -> None:
        """The chart's numbers as a table, or the chart again."""
        table = not self.as_table_shown()
        self.as_table.setProperty("table", table)
        words = self.texts("Show as chart") if table else self.texts("Show as table")
        self.as_table.setText(plain(words))
        self.as_table.setAccessibleName(words)
        self._show_parts()
        if not self._requests.busy:  # else the result of the worker fills it
            self._fill_table()

    def _fill_table(self) -> None:
        shown = self._shown
        if shown is None or not self.as_table_shown():
            return

        def work(_task: Task) -> tuple[list[str], list[list[str]], str]:
            from journal.ui.trends.findings import csv_of

            names, rows = shown.chart.table()
            return names, rows, csv_of(names, rows)

        done = partial(self._show_table, shown)
        self._requests.ask(Request(work, done, self._refuse, self.texts("Writing the table")))

    def _show_table(self, shown: Shown, made: tuple[list[str], list[list[str]], str]) -> None:
        from journal.charts.one_series import SeriesData  # what is shown is loaded

        names, rows, as_csv = made
        day = shown.chart.day_of_row if isinstance(shown.chart, SeriesData) else shown.chart.day
        self.table.show_table(names, rows, as_csv, day)
