"""Where the parts of Trends stand: beside one another, or below where the window is narrow or the text large."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.pages import Sheet
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.tasks import TaskProgress
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import Card, heading
from journal.ui.trends.cards import TrendCards
from journal.ui.trends.chart_view import ChartView
from journal.ui.trends.chip_line import line_of
from journal.ui.trends.choices import GroupChips, MeasureChips, RangeChips, SeriesChoice, SymptomChoice, ViewChips
from journal.ui.trends.day_table import DayTable
from journal.ui.trends.few_days_card import FewDaysCard
from journal.ui.trends.open_points import OpenPoints
from journal.ui.trends.small_charts import SmallCharts

_WIDE_FROM = 900  # px at 100 %: room for the sentences beside the chart
_SCROLL_BAR, _CARD_MARGIN, _CHART, _SERIES = 12, 17, 320, 280
_TITLE, _SENTENCES, _SYMPTOM = 200, 300, 210  # px at 100 %: beside the ranges, beside the chart, and of a list
_LOWEST_CHART = 420  # px at 100 %
_ANY = 16_777_215
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
    symptoms: SymptomChoice
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
        self._head, self._choices = _line(12), _line(12)
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
        for choice in (parts.series, parts.symptoms):
            # Without a side, their greatest width would be that of the whole column, and the views would wrap in it.
            self._choices.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_chart_card(self) -> None:
        parts = self._parts
        for part in (parts.title, parts.chart, parts.small, parts.table, parts.key_line):
            parts.chart_card.body.addWidget(part, 0 if part in (parts.title, parts.key_line) else 1)

    def _column_of_what_was_found(self) -> QWidget:
        """The chart first; the sentences stand beside it, or below it where the window is narrow."""
        parts, results = self._parts, QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(parts.groups)
        column.addWidget(parts.empty_card)
        self._split, self._beside = _line(14), QWidget()
        chart = QVBoxLayout()
        chart.addWidget(parts.chart_card, 1)
        chart.addStretch(0)
        self._split.addLayout(chart, 1)
        self._split.addWidget(self._beside)
        findings_column = QVBoxLayout(self._beside)
        findings_column.setContentsMargins(0, 0, 0, 0)
        findings_column.setSpacing(14)
        findings_column.addWidget(parts.cards)
        findings_column.addWidget(parts.open_points)
        findings_column.addStretch(1)
        column.addLayout(self._split, 1)
        column.addStretch(0)
        results.hide()
        return results

    def show_found(self) -> None:
        """Show what is below the choices, once something was read."""
        self._found.show()
        self.measure()

    def measure(self) -> None:
        """Choices stand beside the title in one line, or below it, as the width and the size of text allow."""
        parts = self._parts
        room = self._page.width() - theme().px(_SCROLL_BAR)
        roomy = self._page.width() >= theme().px(_WIDE_FROM)
        range_line = line_of(parts.ranges) + self._range_line.spacing() + parts.as_table.sizeHint().width()
        wide = room >= theme().px(_TITLE if roomy else _TITLE // 2) + self._head.spacing() + range_line
        self._head.setDirection(_ACROSS if wide else _DOWN)
        beside = self._choices_beside(room)
        self._choices.setDirection(_ACROSS if beside else _DOWN)
        parts.title.setWordWrap(True)
        parts.up_to.setVisible(roomy)
        parts.title.setVisible(roomy or parts.views.chart().by_itself)
        parts.chart_card.body.setContentsMargins(*(16 if roomy else 12,) * 4)
        room = self._split_up(room, roomy)
        parts.small.set_room(room - 2 * _CARD_MARGIN)
        for choice, width in ((parts.series, _SERIES), (parts.symptoms, _SYMPTOM)):
            choice.setMinimumWidth(min(theme().px(width), room))
            choice.setMaximumWidth(max(theme().px(_SERIES), choice.minimumWidth()))
        parts.chart.setMinimumWidth(min(theme().px(_CHART), room - 2 * _CARD_MARGIN))
        in_one_line = wide or range_line <= room
        self._range_line.setDirection(_ACROSS if in_one_line else _DOWN)
        for chips, in_line in ((parts.ranges, in_one_line), (parts.views, beside), (parts.measures, beside)):
            chips.setMinimumWidth(line_of(chips) if in_line else 0)

    def _choices_beside(self, room: int) -> bool:
        """Whether what is chosen of a view has room beside the views."""
        parts = self._parts
        shown = [part for part in (parts.measures, parts.series, parts.symptoms) if not part.isHidden()]
        widths = [line_of(part) if isinstance(part, ChipRow) else theme().px(_SYMPTOM) for part in shown]
        return room >= line_of(parts.views) + sum(widths) + self._choices.spacing() * (len(shown) + 1)

    def _split_up(self, room: int, roomy: bool) -> int:
        """Put the sentences beside the chart or below it; the width that the chart has. It is whole in sight."""
        parts = self._parts
        has_findings = not (parts.cards.isHidden() and parts.open_points.isHidden())
        across = has_findings and roomy
        sentences = theme().px(_SENTENCES)
        self._split.setDirection(_ACROSS if across else _DOWN)
        self._beside.setMinimumWidth(sentences if across else 0)
        self._beside.setMaximumWidth(sentences if across else _ANY)
        self._beside.setVisible(has_findings)
        parts.cards.set_room(sentences if across else room)
        room -= sentences + self._split.spacing() if across else 0
        seen = self._page.height() - self._found.y() - self._split.geometry().y()
        parts.chart_card.setMaximumHeight(_ANY if parts.small.isVisible() else max(seen, self._least_height(room)))
        return room

    def _least_height(self, room: int) -> int:
        """What the card of the chart needs."""
        words = (self._parts.title, self._parts.key_line)
        around = sum(label.heightForWidth(room - 2 * _CARD_MARGIN) for label in words) + 4 * _CARD_MARGIN
        chart = self._parts.chart.heightForWidth(room - 2 * _CARD_MARGIN)
        return max(theme().px(_LOWEST_CHART), chart + around)


def _line(spacing: int) -> QBoxLayout:
    line = QBoxLayout(_ACROSS)
    line.setSpacing(spacing)
    return line
