"""What painted rows of text have in common: how their words wrap, and the ground they stand on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from journal.texts.unbroken import unbroken
from journal.ui.kit.theme import theme


def wrapping(text: str, font: QFont, width: int) -> int:
    """Between words; inside of them only where one is wider than the line."""
    metrics = QFontMetrics(font)
    fits = all(metrics.horizontalAdvance(word) <= width for word in unbroken(text).split(" ") if len(word) > 8)
    wrap = Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    return wrap.value | Qt.AlignmentFlag.AlignTop.value


def text_height(text: str, font: QFont, width: int) -> int:
    """How high the text is in this width."""
    room = QRect(0, 0, max(20, width), 100_000)
    return QFontMetrics(font).boundingRect(room, wrapping(text, font, room.width()), unbroken(text)).height()


def draw_words(painter: QPainter, box: QRect, text: str, flags: int) -> None:
    """Draw text whose height ``text_height`` told; ``flags`` as from ``wrapping``."""
    painter.drawText(box, flags, unbroken(text))


def paint_ground(painter: QPainter, box: QRect, line_above: bool, state: QStyle.StateFlag, chosen: bool) -> None:
    """A hairline to the row above, the ground of a ``chosen`` or hovered row, and the ring of the keyboard."""
    shown, inside = theme(), QRectF(box).adjusted(1, 2, -2, -2)
    if line_above:
        painter.setPen(QPen(shown.color("hairline"), 1))
        painter.drawLine(QPointF(box.left(), box.top() + 0.5), QPointF(box.right(), box.top() + 0.5))
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.color("accent_ground" if chosen else "hover"))
        painter.drawRoundedRect(inside, 8, 8)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(shown.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, 8, 8)
