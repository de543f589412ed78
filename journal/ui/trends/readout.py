"""The line of words above a chart: what it says of the day that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from journal.texts.unbroken import unbroken
from journal.ui.kit.theme import theme

_ONE_LINE_FROM = 820  # px at 100 %: what is said of a day fits into one line
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def readout_height(width: int) -> int:
    """The same for every day, so that nothing jumps."""
    lines = 1 if width >= theme().px(_ONE_LINE_FROM) else 2
    return lines * QFontMetrics(theme().font(14)).lineSpacing() + theme().px(8)


def paint_readout(painter: QPainter, above: QRectF, sentence: str, colour: str) -> None:
    """Write the sentence into the room above the chart."""
    edge = theme().px(8)
    room = above.adjusted(edge, 0, -edge, 0)
    painter.setFont(theme().font(14))
    painter.setPen(theme().color(colour))
    painter.drawText(room, _FLAGS, _fitting(painter.fontMetrics(), room, unbroken(sentence)))


def _fitting(metrics: QFontMetrics, room: QRectF, words: str) -> str:
    """The sentence, cut where its lines cannot hold it; a screen reader gets all of it."""
    while words and metrics.boundingRect(room.toRect(), _FLAGS, words).height() > room.height():
        words = words[: len(words) * 9 // 10].rstrip("… ") + "…"
    return words
