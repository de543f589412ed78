"""A paragraph whose sentences end in small numbered source marks, each a button that the keyboard reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journal.texts.unbroken import unbroken
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.theme import appearance, theme

# px at 100 %: what is pressed is at least that wide and high, and no line lies over the marks of the next one.
_TARGET, _LINE = 24, 21
_AROUND_DIGITS = 8  # px above and below them together: the edge of a mark and the ground around it
# A mark stands on a run of these, which keep it on the line of the word before it.
_GAP, _MAY_BREAK, _NEW_LINE = "\u00a0", "\u200b", "\u2028"
_KEPT = 12  # widths
_NARROWEST = 90  # px at 100 %
# Text that is read for longer stands in larger letters, in lines of at most so many: longer ones lose the eye.
READING, LETTERS_IN_LINE = 16, 70
_READING_LINE = 25  # px at 100 %
# So many letters as ordinary English is made of them; how wide a column of so many is.
_ORDINARY = "Some people feel ill for days after they stop, and others do hardly so"
# Where a bullet stands, and where its words begin; px at 100 %.
_BULLET, _BESIDE_BULLET = 8, 24


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A source's number on this page, and what a screen reader hears of it."""

    number: int
    source: str
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown; ``strong`` in heavier type, with ``own_line`` on a line of its own."""

    text: str
    marks: tuple[SourceMark, ...] = ()
    strong: bool = False
    own_line: bool = False


class MarkButton(EnterButton):
    """The number of a source, as high as a line of text; what is painted is a little smaller than what is pressed."""

    def __init__(self, mark: SourceMark, parent: QWidget) -> None:
        super().__init__(str(mark.number), parent)
        self.mark = mark
        self.setProperty("role", "note")
        self.setAutoDefault(False)
        self.setAccessibleName(mark.name)
        self.setToolTip(mark.name)


class Prose(QLabel):
    """Sentences in one paragraph; plain text, drawn line by line so that the marks find their places.

    With ``bullet`` it is an item of a list. The bullet is drawn too: as a label beside each item it doubled the time
    that a screen took to come. ``reading`` is the look of a page: larger, and no line of more than LETTERS_IN_LINE.
    """

    chosen = Signal(object)  # MarkButton

    def __init__(
        self, sentences: Sequence[Sentence], colour: str = "text", bullet: bool = False, reading: bool = False
    ) -> None:
        super().__init__(" ".join(sentence.text for sentence in sentences))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.sentences, self._colour, self._bullet, self._reading = tuple(sentences), colour, bullet, reading
        self._text: _Composed | None = None  # made once for each theme
        self._lines: dict[int, _Lines] = {}
        self.marks = [self._button(mark) for sentence in sentences for mark in sentence.marks]
        appearance().changed.connect(self._follow_theme)

    def _button(self, mark: SourceMark) -> MarkButton:
        made = MarkButton(mark, self)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(made))
        return made

    # --- lines ---

    def _composed(self) -> _Composed:
        if self._text is None:
            self._text = _compose(self.sentences, self._reading)
        return self._text

    def _laid_out(self, width: int) -> _Lines:
        """The lines at this width. The layout asks for a few widths again and again, so they are kept.

        It asks for widths of one or two px as well: letter by letter, these would take longer than all the others.
        """
        width = max(width, theme().px(_NARROWEST))
        if width not in self._lines:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            self._lines[width] = _lay_out(self.sentences, self._composed(), width - self._indent())
        return self._lines[width]

    def _indent(self) -> int:
        return theme().px(_BESIDE_BULLET) if self._bullet else 0

    @called_by_qt
    def hasHeightForWidth(self) -> bool:
        return True

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).height

    @called_by_qt
    def sizeHint(self) -> QSize:
        # The height comes from heightForWidth; laying the text out for a guessed width would be in vain.
        return QSize(theme().px(240), theme().px(21))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_NARROWEST), theme().px(21))

    # --- showing ---

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_marks()

    def _follow_theme(self) -> None:
        self._text = None
        self._lines.clear()
        self.updateGeometry()
        self._place_marks()

    def _place_marks(self) -> None:
        if not self.marks:
            return
        lines = self._laid_out(self.width())
        composed = lines.text
        for button, place in zip(self.marks, composed.places, strict=True):
            line = lines.layout.lineForTextPosition(place)
            middle = line.y() + line.height() / 2
            left = self._indent() + round(_x_of(line.cursorToX(place))) + theme().px(1)
            button.setGeometry(QRect(QPoint(left, round(middle - composed.mark.height() / 2)), composed.mark))

    @called_by_qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color(self._colour))
        self._laid_out(self.width()).layout.draw(painter, QPointF(self._indent(), 0))
        if self._bullet:
            painter.setFont(self._composed().font)
            first_line = QRect(theme().px(_BULLET), 0, self._indent(), self._composed().pitch)
            painter.drawText(first_line, Qt.AlignmentFlag.AlignVCenter, "•")


@dataclass(frozen=True, slots=True)
class _Composed:
    """The text with gaps, where each begins, how long all are, what is in heavier type, how large a mark is; px.

    ``reading``: whether no line of it may have more than LETTERS_IN_LINE.
    """

    text: str
    places: tuple[int, ...]
    gap: int
    strong: tuple[tuple[int, int], ...]
    font: QFont
    mark: QSize
    pitch: int
    reading: bool

    def letters(self, start: int, end: int) -> int:
        """How many letters stand there; the room of marks is none."""
        gaps = sum(max(0, min(end, place + self.gap) - max(start, place)) for place in self.places)
        return end - start - gaps


@dataclass(frozen=True, slots=True)
class _Lines:
    """The text as it is broken at one width, its lines, and their height in px."""

    text: _Composed
    layout: QTextLayout
    height: int


def _compose(sentences: Sequence[Sentence], reading: bool, loose: frozenset[int] = frozenset()) -> _Composed:
    """The first mark of a sentence stays with its last word, but for ``loose`` ones, by their number on the page."""
    font = theme().font(READING) if reading else theme().font()
    metrics = QFontMetrics(font)
    digits, target = QFontMetrics(theme().font(12.5, bold=True)), theme().px(_TARGET)
    mark = QSize(
        max(target, digits.horizontalAdvance("88") + theme().px(6)), max(target, digits.height() + _AROUND_DIGITS)
    )
    gap = _GAP * -(-(mark.width() + theme().px(2)) // max(1, metrics.horizontalAdvance(_GAP)))
    text, places, strong = "", list[int](), list[tuple[int, int]]()
    before: Sentence | None = None
    for sentence in sentences:
        if before is not None:
            text += _NEW_LINE if before.own_line or sentence.own_line else " "
        before = sentence
        if sentence.strong:
            strong.append((len(text), len(sentence.text)))
        text += unbroken(sentence.text)  # as long as before
        for number in range(len(sentence.marks)):
            # Between two of them the line may break.
            text += _MAY_BREAK if number or len(places) in loose else ""
            places.append(len(text))
            text += gap
    least = theme().px(_READING_LINE) if reading else mark.height() if places else theme().px(_LINE)
    pitch = max(least, metrics.lineSpacing(), mark.height() if places else 0)
    return _Composed(text, tuple(places), len(gap), tuple(strong), font, mark, pitch, reading)


def _lay_out(sentences: Sequence[Sentence], composed: _Composed, width: int) -> _Lines:
    """A word that is too long for a line leaves its mark no room there: such marks begin the next line."""
    lines, loose = _break(composed, width), frozenset[int]()
    while torn := _torn(lines) - loose:
        loose |= torn
        lines = _break(_compose(sentences, composed.reading, loose), width)
    return lines


def _torn(lines: _Lines) -> frozenset[int]:
    """The marks whose gap does not stand on one line."""
    line_of, gap = lines.layout.lineForTextPosition, lines.text.gap
    return frozenset(
        number
        for number, place in enumerate(lines.text.places)
        if line_of(place).lineNumber() != line_of(place + gap - 1).lineNumber()
    )


def _break(composed: _Composed, width: int) -> _Lines:
    layout = QTextLayout(composed.text, composed.font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_heavier(start, length) for start, length in composed.strong])
    height = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if composed.reading:
            _shorten(line, composed)
        line.setPosition(QPointF(0, height + (composed.pitch - line.height()) / 2))
        height += composed.pitch
    layout.endLayout()
    return _Lines(composed, layout, height)


def _shorten(line: QTextLine, composed: _Composed) -> None:
    """Where its letters are narrow, a line of this width would have too many."""
    start = line.textStart()
    end = start + len(composed.text[start : start + line.textLength()].rstrip(" "))
    if composed.letters(start, end) > LETTERS_IN_LINE:
        over = next(place for place in range(start, end) if composed.letters(start, place + 1) > LETTERS_IN_LINE)
        line.setLineWidth(_x_of(line.cursorToX(over)))


def reading_width() -> int:
    """The px in which ordinary letters stand in lines of LETTERS_IN_LINE."""
    return QFontMetrics(theme().font(READING)).horizontalAdvance(_ORDINARY)


def _heavier(start: int, length: int) -> QTextLayout.FormatRange:
    made, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setFontWeight(600)
    made.start, made.length, made.format = start, length, form
    return made


def _x_of(position: object) -> float:
    """PySide answers with the place and the position that it belongs to."""
    return float(position[0]) if isinstance(position, tuple) else float(position)  # type: ignore[arg-type]
