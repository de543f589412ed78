"""The widgets that every screen is put together from; all of them show plain text and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.icons import IconMark, set_icon
from journal.ui.kit.keys import key_name
from journal.ui.kit.push_button import EnterButton, PushButton
from journal.ui.kit.theme import theme
from journal.ui.kit.words import Line, Paragraph

_LOWEST_AREA = 200  # px at 100 %

# --- words -----------------------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """The text for a button, menu or tab, where Qt would take & for a shortcut letter."""
    return text.replace("&", "&&")


def label(text: str = "", role: str = "body", wrap: bool = False) -> QLabel:
    """Plain text. Roles: body, quiet, small (quiet and small), strong, heading (16 px), title (22 px), caution.

    With ``wrap`` it takes the width that is there; without, as much as one line needs, and less if it must.
    """
    made = Paragraph(text) if wrap else Line(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def quiet_label(text: str = "", wrap: bool = False) -> QLabel:
    """Plain text in the quiet colour."""
    return label(text, "quiet", wrap)


def heading(text: str, role: str = "heading") -> QLabel:
    """A heading of a card (16 px) or, with role "title", of a screen (22 px)."""
    return label(text, role)


def announce(widget: QWidget, text: str) -> None:
    """Say this to a screen reader now; nothing happens where none is running."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget that is already shown another look."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


# --- buttons ---------------------------------------------------------------------------------------------------------


class Button(EnterButton):
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
        # Only now: a widget without a parent that is made visible is a window of its own for a moment.
        self._hint.setVisible(bool(shortcut))
        self._room = 0  # the width that it was given; 0 until then
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

    def sizeHint(self) -> QSize:
        width = self._row.sizeHint().width()
        return QSize(width, self.heightForWidth(min(width, self._room) or width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), theme().px(36))

    def heightForWidth(self, width: int) -> int:
        return max(theme().px(36), self._row.totalHeightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMinimumHeight(theme().px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.sizeHint()
        self._room = self.width()
        if self.sizeHint() != before:
            self.updateGeometry()


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


# --- chips -----------------------------------------------------------------------------------------------------------


def chip(text: str, checkable: bool = True, on_click: Callable[[], object] | None = None) -> PushButton:
    """A pill: a choice (checkable) or a small action."""
    made = _simple(text, "chip", on_click)
    made.setCheckable(checkable)
    return made


class ChipRow(QWidget):
    """One choice out of a few, as wrapping pills; arrow keys move the choice, Delete clears it where it is optional."""

    changed = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]] = (), optional: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name, self._optional = name, optional
        self._group = QButtonGroup(self)
        self._keys: list[object] = []
        self._before: int = -1
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idPressed.connect(self._remember)
        self._group.idClicked.connect(self._clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other pills; what was chosen stays chosen if it is still there."""
        chosen = self.value()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()  # else it is seen behind the others until it is deleted
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for number, (_, text) in enumerate(choices):
            pill = chip(text)
            pill.leave_enter()
            pill.setAccessibleName(f"{self._name}: {text}")
            self._group.addButton(pill, number)
            self._flow.insert_widget(number, pill)
        self.set_value(chosen)

    def add_action(self, text: str, on_click: Callable[[], object]) -> PushButton:
        """A pill at the end that is not a choice ("New product")."""
        made = chip(text, checkable=False, on_click=on_click)
        self._flow.addWidget(made)
        return made

    def value(self) -> object | None:
        """The chosen key, or None."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else None

    def set_value(self, key: object | None) -> None:
        """Choose a pill without a signal; None or an unknown key chooses none."""
        self._group.setExclusive(False)
        for number, pill in enumerate(self._pills()):
            pill.setChecked(key is not None and self._keys[number] == key)
        self._group.setExclusive(True)
        self._put_tab_stop()

    def _put_tab_stop(self) -> None:
        """Tab comes to the chosen pill, or the first: Qt sees to it only after a pill has had the keyboard."""
        stop = self._group.checkedButton() or next(iter(self._pills()), None)
        for pill in self._pills():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)

    def clear(self) -> None:
        """Choose none, and say so."""
        self.set_value(None)
        self.changed.emit(None)

    def focus(self) -> None:
        """Put the keyboard on the chosen pill, or the first."""
        pills = self._pills()
        if pills:
            (self._group.checkedButton() or pills[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _pills(self) -> list[QPushButton]:
        found = (self._group.button(number) for number in range(len(self._keys)))
        return [each for each in found if isinstance(each, QPushButton)]

    def _remember(self, _number: int) -> None:
        # Pressed comes before the check moves: a second press on the chosen pill takes an optional choice back.
        self._before = self._group.checkedId()

    def _clicked(self, number: int) -> None:
        if self._optional and number == self._before:
            self.clear()
        else:
            self.changed.emit(self._keys[number])
        self._before = -1


# --- frames ----------------------------------------------------------------------------------------------------------


class Card(QFrame):
    """A white frame with rounded corners; put things into ``body``."""

    def __init__(self, margin: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)


def hairline() -> QFrame:
    """A thin line between rows."""
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None is a stretch."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    for each in widgets:
        if each is None:
            made.addStretch(1)
        else:
            made.addWidget(each)
    return made


def scrolling(inside: QWidget) -> ScrollArea:
    """Something that may be taller than its place; never wider."""
    area = ScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Qt fills both by default, which would hide the ground below.
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


class ScrollArea(QScrollArea):
    """Never so low that one looks through a slit: what holds it scrolls before that."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._width_decides = False

    def show_whole(self, whole: bool) -> None:
        """Whether it asks for all the height that its inside needs, because what holds it scrolls."""
        if whole != self._whole:
            self._whole = whole
            policies = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if whole else policies.ScrollBarAsNeeded)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            if self._width_decides:
                self._forget_least_height()
            if self._whole:  # what gives it its room has to hear of it as well
                self.updateGeometry()
        return super().eventFilter(watched, event)

    def let_width_decide(self) -> None:
        """For what holds pills and scales: Qt would make it as high as they are where they are narrowest."""
        self._width_decides = True
        self._forget_least_height()

    def _forget_least_height(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside else None
        if inside and layout:
            inside.setMinimumHeight(1 if layout.hasHeightForWidth() else 0)

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        wanted = theme().px(_LOWEST_AREA)
        if inside and self._whole:
            wanted = max(wanted, inside.heightForWidth(self.viewport().width()))
        elif inside:
            wanted = min(wanted, inside.sizeHint().height())
        return QSize(super().minimumSizeHint().width(), wanted)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)


class InlineMessage(QFrame):
    """Something to know or to decide, in its place instead of a dialog. Amber (caution) is for health risks only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "info")
        self._words = label(wrap=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, 8)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(8)
        body.addWidget(self._words)
        body.addWidget(self._buttons)
        self.hide()

    def show_message(
        self, text: str, buttons: Sequence[tuple[str, Callable[[], object]]] = (), caution: bool = False
    ) -> None:
        """Show and announce it; each button closes the message, then does its work."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        set_role(self, "caution" if caution else "info")
        clear_layout(self._flow)
        for words, work in buttons:
            self._flow.addWidget(button(words, lambda work=work: self._pressed(work)))  # type: ignore[misc]
        self._buttons.setVisible(bool(buttons))
        self.show()
        for each in self.buttons():
            each.show()  # at once, so that the keyboard can be put on one
        announce(self, text)

    def text(self) -> str:
        """What it says, "" when it is not shown."""
        return "" if self.isHidden() else self._words.text()

    def buttons(self) -> list[QPushButton]:
        """Its buttons, for the keyboard to go to."""
        found = (self._flow.itemAt(number) for number in range(self._flow.count()))
        return [each for item in found if item is not None and isinstance(each := item.widget(), QPushButton)]

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()

    def _pressed(self, work: Callable[[], object]) -> None:
        self.hide()
        work()
