"""The day as a strip: bars for amounts, dots for the main symptom, the time still to come in grey, the night beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.core.moments import MINUTE_MS, wall_clock
from journal.core.typed_amounts import said_in_milligrams
from journal.insights.today import Bar, DayStrip, Dot
from journal.texts import Texts
from journal.texts.amounts import amount_text, quantity_text
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.theme import appearance, theme

_DOT = 4.0
_BAR, _GAP = 4.0, 2.0
_BAR_SHARE = 0.36  # of the height, of the tallest bar
_AMOUNTS_BESIDE = 2  # of a night; of more there is only their number, so that the lane stays narrow


class StripView(QWidget):
    """Paints a ``DayStrip``; its accessible name says the same in words."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._strip: DayStrip | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def show_strip(self, strip: DayStrip, symptom: str) -> None:
        """Show a day."""
        self._strip = strip
        self.setAccessibleName(strip_text(self._texts, strip, symptom))
        self.update()

    @called_by_qt
    def sizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(132))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(132))

    # --- where things stand ---

    def _plot(self) -> QRectF:
        line = QFontMetrics(theme().font(12.5)).height()
        lane = self._lane_width() if self._strip is not None and self._strip.night else 0
        return QRectF(self.rect()).adjusted(theme().px(14) + lane, line + 2, -theme().px(14), -line - 6)

    def _lane_width(self) -> float:
        """With the words above it, and room for two times below it."""
        metrics = QFontMetrics(theme().font(12.5))
        words = max(self._lane_words(), key=metrics.horizontalAdvance)
        return metrics.horizontalAdvance(words) + theme().px(26)

    def _lane_words(self) -> tuple[str, ...]:
        """Above the lane what it is, inside how much, below it when."""
        night = self._strip.night if self._strip is not None else ()
        first, last = _time(self._texts, night[0].local_ms), _time(self._texts, night[-1].local_ms)
        when = first if first == last else self._texts("{first}–{last}", first=first, last=last)
        amounts = " + ".join(map(self._amount, night))
        if len(night) > _AMOUNTS_BESIDE:
            amounts = self._texts.plural("{n} dose", "{n} doses", len(night))
        return self._texts("last night"), amounts, when

    def _x(self, local_ms: int) -> float:
        assert self._strip is not None
        plot = self._plot()
        share = (local_ms - self._strip.start) / (self._strip.end - self._strip.start)
        return plot.left() + plot.width() * min(1.0, max(0.0, share))

    def _y(self, value: int) -> float:
        """Dots keep to the upper part, so that they do not lie on the bars."""
        plot = self._plot()
        return plot.top() + _DOT + plot.height() * 0.55 * (10 - value) / 10

    # --- painting ---

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._strip is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(12.5))
        self._paint_time(painter, self._strip)
        if self._strip.night:
            self._paint_night(painter, self._strip.night)
        self._paint_bars(painter, self._strip.bars)
        for dot, left in zip(self._strip.dots, self.digits_places(), strict=True):
            self._paint_dot(painter, dot, left)

    def _paint_time(self, painter: QPainter, strip: DayStrip) -> None:
        plot, shown = self._plot(), theme()
        if strip.now is not None:
            coming = QRectF(QPointF(self._x(strip.now), plot.top()), plot.bottomRight())
            painter.fillRect(coming, shown.color("ground"))
        metrics = painter.fontMetrics()
        last = plot.left() - 1000.0
        for ms in strip.hours:
            name = self._texts.hour(wall_clock(ms))
            x, width = self._x(ms), metrics.horizontalAdvance(name)
            painter.setPen(QPen(shown.color("hairline"), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            if x - width / 2 > last + 4:
                painter.setPen(shown.color("quiet"))
                painter.drawText(QPointF(x - width / 2, self.height() - metrics.descent()), name)
                last = x + width / 2
        if strip.now is not None:
            self._paint_now(painter, strip.now)

    def _paint_night(self, painter: QPainter, night: Sequence[Bar]) -> None:
        """A lane of its own: it is counted to the day before, and no hour of this day is meant."""
        plot, metrics, shown = self._plot(), painter.fontMetrics(), theme()
        lane = QRectF(theme().px(2), plot.top(), self._lane_width() - theme().px(4), plot.height())
        painter.setPen(QPen(shown.color("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(lane, 4, 4)
        for n, bar in enumerate(night, 1):
            place = lane.left() + lane.width() * n / (len(night) + 1)
            self._paint_bar(painter, bar, self._bar_box(bar, place))
        above, amounts, below = self._lane_words()
        places = (plot.top() - 4, plot.top() + metrics.ascent() + 2, self.height() - metrics.descent())
        for words, y, colour in zip((above, amounts, below), places, ("quiet", "accent", "quiet"), strict=True):
            painter.setPen(shown.color(colour))
            painter.drawText(QPointF(lane.center().x() - metrics.horizontalAdvance(words) / 2, y), words)

    def _paint_now(self, painter: QPainter, now: int) -> None:
        plot, x = self._plot(), self._x(now)
        painter.setPen(QPen(theme().color("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom()))
        words = self._texts("now {time}", time=_time(self._texts, now))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(theme().color("text"))
        painter.drawText(QPointF(self._left_beside(x, width), plot.top() - 4), words)

    def _left_beside(self, x: float, width: int) -> float:
        """Where words of this width begin at the right of a line, or at its left where the strip ends before."""
        return x + 4 if x + 4 + width <= self.width() else x - 4 - width

    def bar_places(self) -> list[float]:
        """Where the middle of each bar stands: at its time.

        What was taken just now stands left of the line of now: what is right of it has not come yet.
        """
        bars = self._strip.bars if self._strip is not None else ()
        return [max(self._plot().left(), min(self._x(bar.local_ms), self._end_of(bar))) for bar in bars]

    def bar_boxes(self) -> list[QRectF]:
        """What is painted of each bar: those that would cover each other stand one above the other, all in one scale.

        So each is at its time and is seen, and a stack is as high as its doses together.
        """
        bars, bottom = self._strip.bars if self._strip is not None else (), self._plot().bottom()
        boxes: list[QRectF] = []
        for bar, place in zip(bars, self.bar_places(), strict=True):
            box = self._bar_box(bar, place)
            beside = [mark.top() - _GAP for mark in boxes if abs(mark.center().x() - place) < _BAR + 1]
            box.moveBottom(min([bottom, *beside]))
            boxes.append(box)
        highest = max((bottom - box.top() for box in boxes), default=0.0)
        scale = min(1.0, self._plot().height() * _BAR_SHARE / highest) if highest else 1.0
        return [QRectF(box.left(), bottom - (bottom - box.top()) * scale, _BAR, box.height() * scale) for box in boxes]

    def _end_of(self, bar: Bar) -> float:
        now = self._strip.now if self._strip is not None else None
        right = self._plot().right()
        return right if now is None or bar.local_ms > now else min(right, self._x(now) - _BAR / 2 - 1)

    def amounts_shown(self) -> list[tuple[str, float]]:
        """The words beside the bars and where they begin: of bars that stand too close for words between them together.

        They stand behind the last of them, or before the first where there is no room behind, or now lies there.
        """
        bars, places = self._strip.bars if self._strip else (), self.bar_places()
        metrics, free = QFontMetrics(theme().font(12.5)), self._plot().left()
        shown: list[tuple[str, float]] = []
        first, same = 0, list[str]()
        for n, (bar, place) in enumerate(zip(bars, places, strict=True)):
            same.append(self._amount(bar))
            following = places[n + 1] - _BAR if n + 1 < len(bars) else None
            if following is not None and place + 6 + metrics.horizontalAdvance(same[-1]) > following:
                continue
            counted = self._texts.plural("{n} dose", "{n} doses", len(same))
            for words in (" + ".join(same), *([counted] if len(same) > 1 else [])):
                width, room = metrics.horizontalAdvance(words), following or float(self.width())
                sides = [place + 6, places[first] - 6 - width]
                if self._has_now_between(place, place + 6 + width):
                    sides.reverse()
                left = next((side for side in sides if free <= side and (side < place or side + width <= room)), None)
                if left is not None:
                    shown.append((words, left))
                    free = max(left + width + 4, place + _BAR)
                    break
            first, same = n + 1, []
        return shown

    def _has_now_between(self, left: float, right: float) -> bool:
        now = self._strip.now if self._strip is not None else None
        return now is not None and left <= self._x(now) < right

    def _paint_bars(self, painter: QPainter, bars: Sequence[Bar]) -> None:
        """All bars, and their amounts where there is room."""
        for bar, box in zip(bars, self.bar_boxes(), strict=True):
            self._paint_bar(painter, bar, box)
        painter.setPen(theme().color("accent"))
        low = self._plot().bottom() - self._plot().height() * _BAR_SHARE
        for words, left in self.amounts_shown():
            painter.drawText(QPointF(left, low + painter.fontMetrics().ascent() - 2), words)

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        shown = theme()
        known = bar.fraction is not None
        painter.setPen(QPen(shown.color("accent"), 1, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DotLine))
        painter.setBrush(shown.color("accent") if known else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)

    def _bar_box(self, bar: Bar, x: float) -> QRectF:
        plot = self._plot()
        full = plot.height() * _BAR_SHARE
        height = full if bar.fraction is None else max(6.0, full * bar.fraction)
        return QRectF(x - _BAR / 2, plot.bottom() - height, _BAR, height)

    def _amount(self, bar: Bar) -> str:
        amount = bar.dose.amount
        if amount.quantity is None or amount.dimension is None:
            return "?"
        return quantity_text(self._texts, amount.quantity, amount.dimension, said_in_milligrams(amount))

    def digits_places(self) -> list[float | None]:
        """Where the number beside each dot begins: right or left of it, where it covers nothing, or None."""
        dots = self._strip.dots if self._strip else ()
        centres = [QPointF(self._x(dot.local_ms), self._y(dot.value)) for dot in dots]
        taken = [QRectF(point.x() - _DOT, point.y() - _DOT, 2 * _DOT, 2 * _DOT) for point in centres]
        metrics = QFontMetrics(theme().font(12.5, bold=True))
        places: list[float | None] = []
        for dot, centre in zip(dots, centres, strict=True):
            width, height = metrics.horizontalAdvance(str(dot.value)), metrics.capHeight() + 2.0
            sides = (centre.x() + _DOT + 3, centre.x() - _DOT - 3 - width)
            boxes = [QRectF(left, centre.y() - height / 2, width, height) for left in sides]
            free = [box for box in boxes if self.rect().contains(box.toAlignedRect()) and not _meets(box, taken)]
            places.append(free[0].left() if free else None)
            taken += free[:1]
        return places

    def _paint_dot(self, painter: QPainter, dot: Dot, left: float | None) -> None:
        shown, centre = theme(), QPointF(self._x(dot.local_ms), self._y(dot.value))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.color("mark"))
        painter.drawEllipse(centre, _DOT, _DOT)
        if left is not None:
            painter.setFont(shown.font(12.5, bold=True))
            painter.setPen(shown.color("mark_digits"))
            painter.drawText(QPointF(left, centre.y() + painter.fontMetrics().ascent() / 2 - 1), str(dot.value))
            painter.setFont(shown.font(12.5))


def _meets(box: QRectF, taken: Sequence[QRectF]) -> bool:
    return any(box.intersects(other) for other in taken)


def strip_text(texts: Texts, strip: DayStrip, symptom: str) -> str:
    """The strip in words."""
    doses, night = _doses_in_words(texts, strip.bars), _doses_in_words(texts, strip.night)
    ratings = [f"{_time(texts, dot.local_ms)} {dot.value}" for dot in strip.dots]
    facts = [
        texts.plural("{n} dose: {list}", "{n} doses: {list}", len(doses), list=", ".join(doses))
        if doses
        else texts("No doses"),
        texts("{symptom}: {list}", symptom=symptom, list=", ".join(ratings)) if ratings else "",
        texts("now {time}", time=_time(texts, strip.now)) if strip.now is not None else "",
        texts("Last night, counted to the day before: {list}", list=", ".join(night)) if night else "",
    ]
    return texts("The day: {facts}", facts=". ".join(fact for fact in facts if fact))


def _doses_in_words(texts: Texts, bars: Sequence[Bar]) -> list[str]:
    return [f"{_time(texts, bar.local_ms)} {amount_text(texts, bar.dose.amount)}" for bar in bars]


def _minute(bar: Bar) -> int:
    return bar.local_ms // MINUTE_MS


def _time(texts: Texts, local_ms: int) -> str:
    return texts.time(wall_clock(local_ms))
