"""Buttons that Enter presses, and whose words stand in one line where they can, else in several."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import later
from journal.ui.kit.words import WIDEST_IN_LINE, letters

_ROUNDING = 2
ONCE_MORE_MS = 1000
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class EnterButton(QPushButton):
    """Enter presses the button that has the keyboard, as Space does; Qt would do so in dialogs alone.

    ``again``: it is one of several of which one is checked, and was pressed though it is that one.
    """

    again = Signal()
    _leaves_enter = _leaves_arrows = _was_checked = False

    def make_one_of(self, group: QButtonGroup) -> None:
        """One of several of which one is checked: a screen reader hears of a radio button."""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a group alone would leave it a check box to a screen reader
        group.addButton(self)
        self.pressed.connect(self._note_state)
        self.clicked.connect(self._say_again)

    def _note_state(self) -> None:
        self._was_checked = self.isChecked()

    def _say_again(self) -> None:
        # Qt asks nothing of a checked button of an exclusive group, so that only the press itself tells.
        if self._was_checked and self.isChecked():
            self.again.emit()

    def leave_enter(self, leaves: bool = True) -> None:
        """Enter is for what is around this one: pills and steppers in a form, where it saves."""
        self._leaves_enter = leaves

    def leave_arrows(self) -> None:
        """Arrow keys are for the row around this one: Qt goes by places, and jumps over a pill where the row wraps."""
        self._leaves_arrows = True

    def take_keyboard(self) -> None:
        """Put the keyboard here after Enter closed something; once more, or bouncing, it must not press this, too."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leaves_enter = True
        later(self, ONCE_MORE_MS, self._take_enter)

    def _take_enter(self) -> None:
        self._leaves_enter = False

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # saves a form, and must not answer a question that has taken the keyboard meanwhile
        elif event.key() in _ARROWS and self._leaves_arrows:
            event.ignore()
        elif event.key() not in ENTER_KEYS or self._leaves_enter:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key that is held down would also press the button that appears in its place
            self.click()


class FittedButton(EnterButton):
    """Asks for a size that depends on the width that it was given: ``_room``, 0 until then."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._room = 0

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.sizeHint()
        self._room = self.width()
        if self.sizeHint() != before:
            self.updateGeometry()


class PushButton(FittedButton):
    """Qt's own button cuts what does not fit; this one breaks it, between words if it can, and grows downwards."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._measured: tuple[str, QFont, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # --- size ---

    @called_by_qt
    def sizeHint(self) -> QSize:
        one = self.one_line()
        narrow = 0 < self._room < one.width()
        return QSize(one.width(), self.heightForWidth(self._room)) if narrow else one

    def one_line(self) -> QSize:
        """The size in which nothing is broken; Qt measures ordinary letters, and a chosen button has bold ones."""
        size = super().sizeHint()
        return size + QSize(self._bolder(), 0) if self.isCheckable() else size

    def _bolder(self) -> int:
        """How much wider the words are in bold letters, in pixels; measured once for a text and a font."""
        words, font = self._words(), self.font()
        if self._measured is None or self._measured[0] != words or self._measured[1] != font:
            wider = self._advance(words) - self.fontMetrics().horizontalAdvance(words)
            self._measured = (words, font, max(0, wider))
        return self._measured[2]

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        one = self.one_line()
        widest = max((self._advance(word) for word in self._words().split()), default=0)
        least = min(widest, WIDEST_IN_LINE * self.fontMetrics().averageCharWidth())
        return QSize(min(one.width(), least + self._around() + _ROUNDING), one.height())

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        one = self.one_line()
        if width >= one.width():
            return one.height()
        return one.height() + (len(self.lines(width)) - 1) * self.fontMetrics().lineSpacing()

    # --- words ---

    def lines(self, width: int) -> list[str]:
        """The words as they are broken at this width of the button, in pixels."""
        room = width - self._around()
        lines: list[str] = []
        for word in self._words().split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._advance(longer) <= room:
                lines[-1] = longer
            else:
                lines += self._pieces(word, room)
        return lines or [""]

    def _pieces(self, word: str, room: int) -> list[str]:
        """The word, or as much of it on each line as there is room for."""
        if self._advance(word) <= room:
            return [word]
        pieces = [""]
        for letter in letters(word):
            if pieces[-1] and self._advance(pieces[-1] + letter) > room:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _around(self) -> int:
        """Edge, padding and icon, in pixels."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self._words())

    def _advance(self, text: str) -> int:
        if not self.isCheckable():
            return self.fontMetrics().horizontalAdvance(text)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text)

    # --- look ---

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.one_line().width():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        lines, step = self.lines(self.width()), self.fontMetrics().lineSpacing()
        top = inside.center().y() - len(lines) * step // 2
        for number, line in enumerate(lines):
            self._paint_line(painter, QRect(inside.left(), top + number * step, inside.width(), step), line)

    def _paint_line(self, painter: QStylePainter, place: QRect, line: str) -> None:
        """The style draws each line as it would draw the words of a button of that size."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect, option.text = place, line.replace("&", "&&")
        if self.lines(self.width())[0] != line:
            option.icon = QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
