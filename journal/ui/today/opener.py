"""The button that a form came from: after the form the keyboard goes back there, never on to a dose nobody meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from journal.ui.kit.alive import is_alive
from journal.ui.kit.keyboard_before import put_back
from journal.ui.today.panel import FormPanel

if TYPE_CHECKING:
    from journal.ui.kit.push_button import EnterButton
    from journal.ui.today.aside import Aside
    from journal.ui.today.day_column import DayColumn
    from journal.ui.today.header import ActionRow


class Opener:
    """Follows the forms of ``panel``: each has a button that opens it, in the row, beside the day or below it."""

    def __init__(self, panel: FormPanel, row: ActionRow, aside: Aside, column: DayColumn) -> None:
        self._panel, self._row, self._aside, self._column = panel, row, aside, column
        self._kind, self._taken = "", ""
        self._before: QWidget | None = None
        panel.opened.connect(self._note_place)
        panel.host.saved.connect(lambda _done: self._note_form())

    def _note_place(self) -> None:
        """A form from a menu has no button here: after it the keyboard is where it was before."""
        focused = QApplication.focusWidget()
        if focused is not None and not self._panel.isAncestorOf(focused):
            self._before = focused
        self._note_form()

    def _note_form(self) -> None:
        form = self._panel.form
        if form is not None:
            self._kind = self._panel.kind_of_form()
            self._taken = str(form.state().get("fields", {}).get("what") or "")

    def take_keyboard(self) -> None:
        """Put the keyboard on the button of the last form; a second Enter opens that one again, at the most."""
        beside = self._beside()
        if beside is not None and beside.isVisible() and beside.isEnabled():
            beside.take_keyboard()
            return
        before = self._before
        own = self._row.of_kind.get(self._kind)
        if own is None and before is not None and is_alive(before) and before.isVisible() and before.isEnabled():
            put_back(before)
        else:
            (own or self._row.buttons[0]).take_keyboard()

    def _beside(self) -> EnterButton | None:
        if self._kind == "day_mark":
            return self._column.about_day
        if not self._aside.filled:
            return None
        pills = self._aside.something_else
        of_intake = {taken.value: pill for taken, pill in pills.taken.items()}
        return of_intake.get(self._taken) if self._kind == "intake" else pills.others.get(self._kind)
