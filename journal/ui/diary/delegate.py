"""Paints the diary's rows: plain text, cut with an ellipsis, in the theme's colours and size."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.diary.header_words import header_words
from journal.ui.diary.matches import pieces
from journal.ui.diary.row_model import LineRole, RowRole
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import paint_icon
from journal.ui.kit.theme import Theme, theme

Index = QModelIndex | QPersistentModelIndex
_RATED, _OTHER = ("mark_ground", "mark_digits"), ("accent_ground", "accent")
_ICON_FROM = 260  # px at 100 %; a narrower row shows no icon, to leave room for words
_LEFT = Qt.AlignmentFlag.AlignLeft
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


def row_height(shown: Theme) -> int:
    """Every row is this high, headers included."""
    return shown.px(44)


def more_width(shown: Theme) -> int:
    """The place of the three dots at the end of a row."""
    return shown.px(36)


class DiaryDelegate(QStyledItemDelegate):
    """Time, icon, bold title, quiet detail and the fact at the right; found words are underlined."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()

    @called_by_qt
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(240), row_height(theme()))

    @called_by_qt
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, row = index.data(LineRole), index.data(RowRole)
        if not isinstance(line, Line) or not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Painting(painter, option, row, line, self.words).paint()
        painter.restore()


class _Painting:
    """One row being painted; ``left`` and ``right`` close in on what is still free."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, line: Line, words: tuple[str, ...]
    ) -> None:
        self.painter, self.row, self.line, self.words = painter, row, line, words
        self.theme = theme()
        self.box: QRect = option.rect
        state = option.state
        self.selected = bool(state & QStyle.StateFlag.State_Selected)
        self.focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self.hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.left = self.box.left() + self.theme.px(10)
        self.right = self.box.right() - self.theme.px(10)

    def paint(self) -> None:
        self._ground()
        if self.row.entries:
            self._entry()
        else:
            self._header()
        self._focus()

    def _ground(self) -> None:
        inside = QRectF(self.box).adjusted(1, 1, -1, -1)
        if self.row.entries and (self.selected or self.hovered):
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self.theme.color("accent_ground" if self.selected else "hover"))
            self.painter.drawRoundedRect(inside, 8, 8)
        self.painter.setPen(QPen(self.theme.color("hairline"), 1))
        self.painter.drawLine(self.box.left(), self.box.bottom(), self.box.right(), self.box.bottom())

    def _focus(self) -> None:
        if self.focused:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.setPen(QPen(self.theme.color("accent"), 2))
            self.painter.drawRoundedRect(QRectF(self.box).adjusted(1, 1, -2, -2), 8, 8)

    def _header(self) -> None:
        bold, plain = self.theme.font(14, bold=True), self.theme.font(14)
        free = self.right - self.left - self.theme.px(16)
        title, fact = header_words(
            self.line, free, QFontMetrics(bold).horizontalAdvance, QFontMetrics(plain).horizontalAdvance
        )
        self._fact(fact, self.right - self.left)
        self._text(title, bold, self.theme.color("text"))
        self._text(self.line.detail, self.theme.font(14), self.theme.color("quiet"))

    def _entry(self) -> None:
        self._dots()
        self._time()
        if self.box.width() >= self.theme.px(_ICON_FROM):  # the words say what it is, too
            self._icon()
        self._title()
        self._text(self.line.detail, self.theme.font(14), self.theme.color("quiet"))

    def _title(self) -> None:
        title = self.theme.font(14, bold=True)
        wanted = QFontMetrics(title).horizontalAdvance(self.line.title)
        # The fact gives way to the title, not the other way round.
        free = max(1, self.right - self.left)
        least = 0.25 if free >= self.theme.px(_ICON_FROM) else 0
        share = max(least, min(0.5, (free - wanted - self.theme.px(16)) / free))
        self._fact(self.line.fact, int((self.right - self.left) * share))
        self._text(self.line.title, title, self.theme.color("text"))

    def _dots(self) -> None:
        self.right = self.box.right() - more_width(self.theme)
        side = self.theme.px(16)
        spot = QRectF(self.right + (more_width(self.theme) - side) / 2, self.box.center().y() - side / 2, side, side)
        paint_icon(self.painter, spot, "more", self.theme.quiet)
        self.right -= self.theme.px(4)

    def _time(self) -> None:
        font = self.theme.font(14)
        width = max(self.theme.px(50), QFontMetrics(font).horizontalAdvance(self.line.time) + self.theme.px(10))
        box = QRect(self.left, self.box.top(), width, self.box.height())
        self._draw(self.line.time, font, self.theme.color("quiet"), box)
        self.left += width

    def _icon(self) -> None:
        ground, colour = _RATED if self.line.rated else _OTHER
        side = self.theme.px(26)
        circle = QRectF(self.left, self.box.center().y() - side / 2 + 0.5, side, side)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.color(ground))
        self.painter.drawEllipse(circle)
        inset = side * 0.22
        inside = circle.adjusted(inset, inset, -inset, -inset)
        paint_icon(self.painter, inside, self.line.icon, getattr(self.theme, colour))
        self.left += side + self.theme.px(12)

    def _fact(self, words: str, room: int) -> None:
        """The fact at the right, in at most so much width."""
        font = self.theme.font(14)
        metrics = QFontMetrics(font)
        fact = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(fact)
        if not fact:
            return
        box = QRect(self.right - width, self.box.top(), width + 1, self.box.height())
        self._draw(fact, font, self.theme.color("quiet"), box)
        self.right -= width + self.theme.px(12)

    def _text(self, text: str, font: QFont, colour: QColor) -> None:
        """Text at the left of what is free, found words underlined."""
        metrics = QFontMetrics(font)
        shown_text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, self.right - self.left))
        underlined = QFont(font)
        underlined.setUnderline(True)
        for piece, marked in pieces(shown_text, self.words):
            width = metrics.horizontalAdvance(piece)
            box = QRect(self.left, self.box.top(), width, self.box.height())
            self._draw(piece, underlined if marked else font, colour, box)
            self.left += width
        self.left += self.theme.px(6) if shown_text else 0

    def _draw(self, text: str, font: QFont, colour: QColor, box: QRect) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        self.painter.drawText(box, _LEFT | _ONE_LINE, text)
