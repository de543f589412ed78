"""One source in full: what it is, who says it, when it was read, and where it stands."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.guidance import Source
from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.clipboard import copy_public
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import announce, label
from journal.ui.safety.prose import Prose, Sentence

_SUBJECT = re.compile("kratom|mitragyn", re.IGNORECASE)


def source_name(texts: Texts, source: Source) -> str:
    """ "Kratom. North Carolina Poison Control, 2017"; without a year where the source bears none."""
    end = "" if source.title.endswith(("?", "!", ".")) else "."
    name = f"{source.title}{end} {source.organisation}"
    return name if source.year is None else texts("{source}, {year}", source=name, year=source.year)


def citation(texts: Texts, source: Source) -> str:
    """The source in one line, to be pasted elsewhere: what it is, where it stands, and when it was read."""
    day = texts.short_day(source.read)
    return texts("{source}. {address} (read {day})", source=source_name(texts, source), address=source.address, day=day)


def discreet_title(source: Source) -> str:
    """The title, or who published it where the title says what the journal is about."""
    return source.organisation if _tells(source.title) else source.title


def _tells(text: str) -> bool:
    return _SUBJECT.search(text) is not None


class SourceCard(QFrame):
    """Shows a source below the sentence that rests on it; nothing is opened but by its own button.

    ``discreet`` outside Safety, where nothing says what the journal is about: neither a title nor an address.
    """

    closed = Signal()

    def __init__(self, texts: Texts, source: Source, number: int | None = None, discreet: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self._texts, self._source = texts, source
        self._title = discreet_title(source) if discreet else source.title
        self.message = label("", "small", wrap=True)
        self.copy = button(texts("Copy address"), self._copy)
        self.copy_source = None if discreet else button(texts("Copy source"), self._copy_source)
        self.open = button(texts("Open in browser"), self._open)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(4)
        title = self._title if number is None else f"{number}. {self._title}"
        body.addWidget(label(title, "strong", wrap=True))
        for fact in self._facts():
            body.addWidget(label(fact, wrap=True))
        if not (discreet and _tells(source.address)):
            body.addWidget(Prose([Sentence(source.address)], "quiet"))
        body.addWidget(self._buttons(closable=number is not None))
        body.addWidget(self.message)
        self.message.hide()

    def _facts(self) -> list[str]:
        source, texts = self._source, self._texts
        facts = [source.organisation] if source.year is None else [f"{source.organisation}, {source.year}"]
        facts.append(texts("Read {day}", day=texts.short_day(source.read)))
        if source.mark == "V2":
            facts.append(texts("Read only as others tell it; the original was not seen."))
        return facts

    def _buttons(self, closable: bool) -> QWidget:
        pressed = [made for made in (self.copy, self.copy_source, self.open) if made is not None]
        for made in pressed:
            made.setAccessibleName(f"{made.text()}: {self._title}")
        close = [plain_button(self._texts("Close"), self.closed.emit)] if closable else []
        return flowing(*pressed, *close)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def read_out(self) -> None:
        """Let a screen reader hear what was opened."""
        announce(self, ". ".join((self._title, *self._facts())))

    def _copy(self) -> None:
        copy_public(self._source.address)
        self._say(self._texts("The address was copied."))

    def _copy_source(self) -> None:
        copy_public(citation(self._texts, self._source))
        self._say(self._texts("The source was copied."))

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._source.address)):
            self._say(self._texts("No browser could be opened. The address can be copied."))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.show()
        announce(self, words)
