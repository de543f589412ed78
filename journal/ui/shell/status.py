"""The line below every screen: what was saved last, and what Undo would take back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journal.core.changes import ChangeSet
from journal.core.moments import Moment, moment_at
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.undo import change_label
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.key_names import key_name
from journal.ui.kit.text_line import added_last, is_typed_in, may_keep_undo, means_redo, means_undo
from journal.ui.kit.widgets import announce, label, plain


class StatusLine(QWidget):
    """ "Saved 14:00 · encrypted" at the left, "Undo: rating at 14:00  Ctrl+Z" at the right.

    The keys are named only where they would do that: in a field or a form they take back what is typed there. In a
    field that has nothing more to take back they do nothing, and the line says so until the keyboard leaves it.
    ``reworded``: it may need another height now. Between them, where damage was told, what leads to it again.
    """

    reworded = Signal()

    def __init__(self, texts: Texts, undo: object) -> None:
        super().__init__()
        self._texts = texts
        self._undoes = self._saved = ""
        self._undo_step: int | None = None
        self._redo_step: int | None = None
        self._leaves_out_saved = False
        self.saved = label("", "small")
        self.undo = plain_button(texts("Undo"), undo)  # type: ignore[arg-type]
        self.undo.setProperty("role", "status")
        self.undo.hide()
        self.damage = plain_button(texts("Damage was found…"), self._tell_damage)
        self.damage.setProperty("role", "status")
        self._damage_again: Callable[[], object] | None = None
        self.damage.hide()
        line = FlowLayout(self, 12, far="last")
        line.addWidget(self.saved)
        line.addWidget(self.damage)
        line.addWidget(self.undo)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keyboard_moved)

    def show_state(self, bridge: Bridge, step: ChangeSet | None) -> None:
        """Read from the journal what to say."""
        self._saved = saved_text(self._texts, bridge)
        redo_step = bridge.logbook.redo_step
        self._undo_step = None if step is None else step.seq
        self._redo_step = None if redo_step is None else redo_step.seq
        self._say(self._saved)
        self.undo.setVisible(step is not None and bridge.can_write)
        if step is not None:
            self._undoes = undo_text(self._texts, bridge, step)
            self._name_undo()
        self.reworded.emit()

    def keep_damage(self, again: Callable[[], object]) -> None:
        """Damage was told; ``again`` tells it once more, with the ways on, until the journal is left."""
        self._damage_again = again
        self.damage.show()
        self.reworded.emit()

    @property
    def tells_damage(self) -> bool:
        """Whether it leads to damage that was told."""
        return self._damage_again is not None

    def _tell_damage(self) -> None:
        if self._damage_again is not None:
            self._damage_again()

    def leave_out_saved(self, left_out: bool) -> None:
        """Whether what was saved last gives way, so that there is room for all of Undo."""
        self._leaves_out_saved = left_out
        self._say(self.saved.text())

    def _say(self, words: str) -> None:
        self.saved.setText(words)
        self.saved.setVisible(not (self._leaves_out_saved and words == self._saved))

    def holds_back(self, event: QEvent) -> bool:
        """Whether the keys of Undo or Redo stop here, away from the journal, because a text field has the keyboard.

        A person who presses them there thinks of their typing, and would not see which saved entry went. In an empty
        line that added the last entry they can mean only that one.
        """
        step = self._undo_step if means_undo(event) else self._redo_step if means_redo(event) else None
        focused = QApplication.focusWidget()
        if step is None or not is_typed_in(focused) or added_last(focused) == step:
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._say_why(means_undo(event))
        event.accept()
        return True

    def _say_why(self, undo: bool) -> None:
        if undo:
            words = self._texts("Leave this field to take back what was saved.")
        else:
            words = self._texts("Leave this field to do again what was taken back.")
        self._say(words)
        announce(self, words)
        self.reworded.emit()

    def _keyboard_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:  # not to a menu or to another window
            self._say(self._saved)
            self._name_undo()
            self.reworded.emit()

    def _name_undo(self) -> None:
        keys = "" if may_keep_undo(QApplication.focusWidget()) else key_name("Ctrl+Z")
        words = self._undoes
        self.undo.setText(plain(f"{words}  {keys}" if keys else words))
        self.undo.setAccessibleName(f"{words}, {keys}" if keys else words)

    def name_nothing_saved(self) -> None:
        """What was saved here last may be in no file any more, and cannot be taken back now."""
        self._saved, self._undo_step, self._redo_step = "", None, None
        self._say("")
        self.undo.hide()
        self.reworded.emit()

    def clear(self) -> None:
        """No journal is open."""
        self._damage_again = None
        self.damage.hide()
        self.name_nothing_saved()


def saved_text(texts: Texts, bridge: Bridge) -> str:
    """ "Saved 14:00 · encrypted"."""
    encrypted, at_ms = bridge.logbook.encrypted, bridge.logbook.last_saved_ms
    if at_ms is None:
        return texts("Encrypted") if encrypted else texts("No passphrase")
    text = "Saved {time} · encrypted" if encrypted else "Saved {time} · no passphrase"
    return texts(text, time=_when(texts, bridge, at_ms))


def undo_text(texts: Texts, bridge: Bridge, step: ChangeSet) -> str:
    """ "Undo: dose at 12:36"; with its day when that is not today."""
    return texts("Undo: {change}", change=_change(texts, bridge, step))


def redo_text(texts: Texts, bridge: Bridge, step: ChangeSet) -> str:
    """ "Redo: dose at 12:36"; with its day when that is not today."""
    return texts("Redo: {change}", change=_change(texts, bridge, step))


def _change(texts: Texts, bridge: Bridge, step: ChangeSet) -> str:
    now = _moment(bridge.clock.now_ms(), bridge.clock.zone_name())
    return change_label(texts, step.label, step.arguments, now.local.date() if now is not None else None)


def _when(texts: Texts, bridge: Bridge, at_ms: int) -> str:
    zone = bridge.clock.zone_name()
    at, now = _moment(at_ms, zone), _moment(bridge.clock.now_ms(), zone)
    if at is None:
        return ""
    if now is not None and at.local.date() == now.local.date():
        return texts.time(at.local)
    return texts("{day} {time}", day=texts.short_day(at.local.date()), time=texts.time(at.local))


def _moment(ms: int, zone: str) -> Moment | None:
    try:
        return moment_at(ms, zone)
    except Refused:
        return None  # a clock outside of 1970 to 2100
