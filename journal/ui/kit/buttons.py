"""Every kind of button: actions with their key, plain ones, icons and pills."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
)

from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.icons import IconMark, set_icon
from journal.ui.kit.key_names import key_name
from journal.ui.kit.push_button import FittedButton, PushButton
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import label, plain


class Button(FittedButton):
    """Icon, text and a shortcut ("Ctrl+D") in small letters; the accessible name holds text and shortcut."""

    def __init__(self, text: str, role: str = "", icon_name: str = "", shortcut: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(False)
        on_accent, shortcut = role == "primary", key_name(shortcut)
        self._text = label(text, "on_accent" if on_accent else "strong")
        self._hint = label(shortcut, "on_accent_small" if on_accent else "hint")
        self._row = line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        line.addStretch()
        if icon_name:
            line.addWidget(IconMark(icon_name))
        line.addWidget(self._text)
        line.addWidget(self._hint)
        line.addStretch()
        # Only once it has a parent: a visible widget without one would be a window of its own for a moment.
        self._hint.setVisible(bool(shortcut))
        self.setMinimumHeight(theme().px(36))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self._text, self._hint):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{text}, {shortcut}" if shortcut else text)

    def set_words(self, text: str, shortcut: str | None = None) -> None:
        """Another text, and another shortcut if one is given."""
        self._text.setText(text)
        if shortcut is not None:
            self._hint.setText(key_name(shortcut))
            self._hint.setVisible(bool(shortcut))
        self.setAccessibleName(f"{text}, {self._hint.text()}" if self._hint.text() else text)
        self.updateGeometry()

    def words(self) -> str:
        """The text without the shortcut."""
        return self._text.text()

    @called_by_qt
    def sizeHint(self) -> QSize:
        width = self._row.sizeHint().width()
        return QSize(width, self.heightForWidth(min(width, self._room) or width))

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), theme().px(36))

    @called_by_qt
    def heightForWidth(self, width: int) -> int:
        return max(theme().px(36), self._row.totalHeightForWidth(width))

    @called_by_qt
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMinimumHeight(theme().px(36))


def action_button(
    text: str, icon_name: str = "", shortcut: str = "", on_click: Callable[[], object] | None = None
) -> Button:
    """One of a row of equal actions, its shortcut shown beside it."""
    return _connected(Button(text, "action", icon_name, shortcut), on_click)


def primary_button(text: str, shortcut: str = "", on_click: Callable[[], object] | None = None) -> Button:
    """The one button that finishes what is open."""
    return _connected(Button(text, "primary", "", shortcut), on_click)


def button(text: str, on_click: Callable[[], object] | None = None) -> PushButton:
    """An ordinary button with an edge."""
    return _simple(text, "", on_click)


def plain_button(text: str, on_click: Callable[[], object] | None = None) -> PushButton:
    """A button without an edge, for what is there but not pressed upon anyone (Cancel, Later)."""
    return _simple(text, "plain", on_click)


def icon_button(
    icon_name: str, name: str, on_click: Callable[[], object] | None = None, role: str = "icon"
) -> PushButton:
    """A button with an icon only; ``name`` is its accessible name. Role "bare" has no edge."""
    made = _simple("", role, on_click)
    set_icon(made, icon_name)
    made.setAccessibleName(name)
    return made


def _simple(text: str, role: str, on_click: Callable[[], object] | None) -> PushButton:
    made = PushButton(plain(text))
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if text:
        made.setAccessibleName(text)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def _connected(made: Button, on_click: Callable[[], object] | None) -> Button:
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def chip(text: str, checkable: bool = True, on_click: Callable[[], object] | None = None) -> PushButton:
    """A pill: a choice (checkable) or a small action."""
    made = _simple(text, "chip", on_click)
    made.setCheckable(checkable)
    return made
