"""Where the parts of Trends stand: beside one another, or below where the window is narrow or the text large."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.pages import Sheet
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.tasks import TaskProgress
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import Card, heading
from journal.ui.trends.cards import TrendCards
from journal.ui.trends.chart_view import ChartView
from journal.ui.trends.chip_line import line_of
from journal.ui.trends.choices import GroupChips, MeasureChips, RangeChips, SeriesChoice, ViewChips
from journal.ui.trends.day_table import DayTable
from journal.ui.trends.few_days_card import FewDaysCard
from journal.ui.trends.open_points import OpenPoints
from journal.ui.trends.small_charts import SmallCharts

_WIDE_FROM, _BESIDE_FROM = 900, 760  # px at 100 %
_SCROLL_BAR, _CARD_MARGIN, _CHART, _SERIES = 12, 17, 320, 280
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Parts(Protocol):
    """What the screen is made of."""

    texts: Texts
    up_to: QLabel
    ranges: RangeChips
    as_table: PushButton
    views: ViewChips
    measures: MeasureChips
    series: SeriesChoice
    message: InlineMessage
    progress: TaskProgress
    groups: GroupChips
    cards: TrendCards
    open_points: OpenPoints
    empty_card: FewDaysCard
    chart_card: Card
    title: QLabel
    key_line: QLabel
    chart: ChartView
    small: SmallCharts
    table: DayTable


class Arrangement:
    """One page that scrolls as a whole: below a fixed head, large text would leave too little room for the chart."""

    def __init__(self, page: QWidget, parts: Parts) -> None:
        self._page, self._parts = page, parts
        self._head, self._choices, self._chart_head = _line(12), _line(12), _line(8)
        self._range_line = _line(12)
        self._fill_head()
        self._fill_chart_card()
        self._found = self._column_of_what_was_found()
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addLayout(self._head)
        body.addLayout(self._choices)
        body.addWidget(parts.message)
        body.addWidget(parts.progress)
        body.addWidget(self._found, 1)
        body.addStretch(0)
        around = QVBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(inside))

    def _fill_head(self) -> None:
        parts, middle = self._parts, Qt.AlignmentFlag.AlignVCenter
        name = QVBoxLayout()
        name.setSpacing(0)
        name.addWidget(heading(parts.texts("Trends"), "title"))
        name.addWidget(parts.up_to)
        self._head.addLayout(name, 1)
        self._range_line.addWidget(parts.ranges, 0, middle)
        self._range_line.addWidget(parts.as_table, 0, Qt.AlignmentFlag.AlignLeft | middle)
        self._range_line.addStretch(1)
        self._head.addLayout(self._range_line)
        self._choices.addWidget(parts.views)
        self._choices.addStretch(1)
        self._choices.addWidget(parts.measures)
        self._choices.addWidget(parts.series)

    def _fill_chart_card(self) -> None:
        parts = self._parts
        self._chart_head.addWidget(parts.title)
        self._chart_head.addWidget(parts.key_line, 1)
        parts.chart_card.body.addLayout(self._chart_head)
        parts.chart_card.body.addWidget(parts.chart, 1)
        parts.chart_card.body.addWidget(parts.small, 1)
        parts.chart_card.body.addWidget(parts.table, 1)

    def _column_of_what_was_found(self) -> QWidget:
        parts, results = self._parts, QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (parts.groups, parts.cards, parts.open_points, parts.empty_card):
            column.addWidget(widget)
        column.addWidget(parts.chart_card, 1)
        column.addStretch(0)
        results.hide()
        return results

    def show_found(self) -> None:
        """Show what is below the choices, once something was read."""
        self._found.show()

    def measure(self) -> None:
        """Choices stand beside the title in one line, or below it, as the width and the size of text allow."""
        parts = self._parts
        wide = self._page.width() >= theme().px(_WIDE_FROM)
        self._head.setDirection(_ACROSS if wide else _DOWN)
        beside = self._page.width() >= theme().px(_BESIDE_FROM)
        self._choices.setDirection(_ACROSS if beside else _DOWN)
        self._chart_head.setDirection(_ACROSS if beside else _DOWN)
        parts.title.setWordWrap(not beside)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        parts.key_line.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        room = self._page.width() - theme().px(_SCROLL_BAR)
        parts.cards.set_room(room)
        parts.small.set_room(room - 2 * _CARD_MARGIN)
        parts.series.setMinimumWidth(min(theme().px(_SERIES), room))
        parts.chart.setMinimumWidth(min(theme().px(_CHART), room - 2 * _CARD_MARGIN))
        range_line = line_of(parts.ranges) + self._range_line.spacing() + parts.as_table.sizeHint().width()
        in_one_line = wide or range_line <= room
        self._range_line.setDirection(_ACROSS if in_one_line else _DOWN)
        for chips, in_line in ((parts.ranges, in_one_line), (parts.views, beside), (parts.measures, beside)):
            chips.setMinimumWidth(line_of(chips) if in_line else 0)


def _line(spacing: int) -> QBoxLayout:
    line = QBoxLayout(_ACROSS)
    line.setSpacing(spacing)
    return line
