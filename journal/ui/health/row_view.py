"""A row of a card of Health: what it says, and the button with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journal.core.entries import Entry
from journal.texts import Texts
from journal.texts.isolates import isolated
from journal.ui.kit.buttons import icon_button, plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.kept_place import keep_place
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import hairline, label, plain

_COLUMNS_FROM, _THREE_FROM = 440, 560  # px at 100 %, of a row whose parts stand in two or three columns
CHANGE_KEYS = (Qt.Key.Key_F2,)
DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of an entry: ``fact`` stands at the right, ``hint`` is a quiet line of its own.

    ``level``: how urgent what the hint says is; ``about``: where the checked list says more of it. "" for neither.
    """

    entry: Entry
    title: str
    below: str = ""
    fact: str = ""
    fact_below: str = ""
    level: str = ""
    hint: str = ""
    about: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.title, self.below, self.fact, self.fact_below, self.level, self.hint)
        return ", ".join(isolated(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class RowAction:
    """Something that can be done with a row; ``keys`` do it from its button."""

    words: str
    work: Callable[[], object]
    keys: Sequence[Qt.Key] = ()


class RowView(QWidget):
    """``wide``: its parts stand in columns where there is room. ``parted``: a line parts it from the one above.

    Without actions it has no button for them. ``why_wanted`` when the sentences behind its hint are asked for.
    """

    why_wanted = Signal(str)

    def __init__(
        self, texts: Texts, row: Row, actions: Sequence[RowAction], wide: bool = False, parted: bool = False
    ) -> None:
        super().__init__()
        self.row, self._actions = row, actions
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        if parted:
            body.addWidget(hairline())
        line = QHBoxLayout()
        line.setSpacing(8)
        body.addLayout(line)
        words = _in_columns(row) if wide else _stacked(row)
        words.setContentsMargins(0, 8, 0, 8)
        line.addWidget(words, 1)
        if row.hint:
            why = plain_button(texts("Why"), lambda: self.why_wanted.emit(row.about))
            why.setObjectName("why")
            why.setAccessibleName(texts("{name}: why, with the sources", name=row.title))
            line.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
            if not row.about:  # its place stays, so that the columns of all rows stand below each other
                keep_place(why)
                why.hide()
        self.more = icon_button("more", texts("{name}: what can be done", name=row.title), self._open_menu, "bare")
        self.more.setAccessibleDescription(row.spoken)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        if not actions:
            self.more.hide()

    def menu(self) -> QMenu:
        """What can be done with it."""
        menu = QMenu(self)
        for action in self._actions:
            menu.addAction(plain(action.words), action.work)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = next((action for action in self._actions if event.key() in action.keys), None)
        if wanted is None:
            super().keyPressEvent(event)
        else:
            wanted.work()


def _stacked(row: Row) -> QWidget:
    """The title with the fact at its far end, the quiet words below."""
    made, body = _column()
    head = [label(row.title, "strong")]
    if row.fact:
        head.append(label(row.fact))
    body.addWidget(flowing(*head, far="last"))
    _add_words(body, " · ".join(part for part in (row.below, row.fact_below) if part))
    if row.level:
        body.addWidget(label(row.level, "body", wrap=True))
    _add_words(body, row.hint)
    return made


def _in_columns(row: Row) -> QWidget:
    """Title, fact and hint side by side, each with its quiet words below."""
    cells = [_cell(row.title, "strong", row.below), _cell(row.fact, "body", row.fact_below)]
    return _columns([*cells, _cell(row.level, "body", row.hint)] if row.hint else cells)


def _columns(cells: Sequence[QWidget]) -> SideBySide:
    made = SideBySide(_THREE_FROM if len(cells) == 3 else _COLUMNS_FROM, spacing=12)
    for cell, share in zip(cells, (4, 5, 5), strict=False):
        made.add(cell, share)
    return made


def _cell(text: str, role: str, below: str) -> QWidget:
    made, body = _column()
    if text:
        body.addWidget(label(text, role, wrap=True))
    _add_words(body, below)
    body.addStretch(1)
    return made


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(2)
    return made, body


def _add_words(body: QVBoxLayout, *texts: str) -> None:
    for text in texts:
        if text:
            body.addWidget(label(text, "small", wrap=True))
