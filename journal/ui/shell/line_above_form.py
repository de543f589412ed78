"""In a low window, one line in place of what stands above an open form: what is urgent with its number, and "Read"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.key_names import MORE_KEY, key_name
from journal.ui.kit.widgets import announce

_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_HEADING = 2  # lines: what it is about, and what to do first


class LineAboveForm(QFrame):
    """``turned``: the person wants to read all of it, or to go on with the form."""

    turned = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._read, self._less = texts("Read {key}", key=key_name(MORE_KEY)), texts("Less")
        self.setAccessibleName(texts("What to do first"))
        self.words = _OneLine()
        self.button = plain_button(self._read, self._turn)
        self._key = QShortcut(QKeySequence(MORE_KEY), self, activated=self._turn)  # type: ignore[call-overload]
        self.is_read = False
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 4, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def stand_for(self, urgent: Sequence[str], quiet: Sequence[str]) -> None:
        """Stand in place of these words, all of which a screen reader gets; without any it is not there."""
        heading = quiet[:_HEADING]
        is_first = number_first(self._texts, heading) != _sentences(heading)
        then = number_first(self._texts, quiet) if is_first else _sentences(quiet)
        sentences = [*number_first(self._texts, urgent), *then]
        words = " ".join(sentences)
        if not words:
            self.is_read = False
        self.words.say("" if self.is_read else words, sentences[0] if ends_with_number(self._texts, sentences) else "")
        self.button.setText(self._less if self.is_read else self._read)
        self.button.setAccessibleDescription(words)
        self._key.setEnabled(not self.is_read)  # what is unfolded has the key itself
        self.setProperty("role", "caution" if urgent else "info")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(words))

    def fold(self) -> None:
        """Something below comes first: one line again."""
        self.is_read = False
        self.turned.emit()

    def _turn(self) -> None:
        self.is_read = not self.is_read
        if self.is_read:
            announce(self, self.button.accessibleDescription())
        self.turned.emit()


class _OneLine(QLabel):
    """Words of which the end is left out where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._whole_end = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str, whole_end: str = "") -> None:
        """Show as much of them as there is room for; of ``whole_end``, the first sentence, its end in any case."""
        self._words, self._whole_end = words, whole_end
        self.setAccessibleName(words)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), max(1, self.width())
        if self._whole_end and metrics.horizontalAdvance(self._whole_end) > room:
            self.setText(metrics.elidedText(self._whole_end, Qt.TextElideMode.ElideMiddle, room))
        else:
            self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _sentences(lines: Sequence[str]) -> list[str]:
    whole = " ".join(line if line[-1:] in ".!?" else f"{line}." for line in lines)
    return _SENTENCES.split(whole) if whole else []


def number_first(texts: Texts, lines: Sequence[str]) -> list[str]:
    """Every sentence, but first the sentence that says whom to call: in one line the end may be left out.

    Where no country was chosen that one has no digits: it is told by how it begins.
    """
    sentences, says = _sentences(lines), _whom_to_call(texts)
    begins = (sentence for sentence in sentences if says.match(f"{sentence} "))
    names_it = (sentence for sentence in sentences if says.search(sentence))
    calls = next(chain(begins, names_it), None)
    return sentences if calls is None else [calls, *(sentence for sentence in sentences if sentence != calls)]


def ends_with_number(texts: Texts, sentences: Sequence[str]) -> bool:
    """Whether the first sentence says whom to call, and not at its beginning: "With chest pain: call 999."."""
    return bool(sentences) and _whom_to_call(texts).search(sentences[0], 1) is not None


def _whom_to_call(texts: Texts) -> re.Pattern[str]:
    """The words before every number to call."""
    return re.compile(rf"\b{re.escape(texts('Call {number}', number='').strip())}\b", re.IGNORECASE)
