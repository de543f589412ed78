"""Where the keyboard was before it went into something that is about to go: there it comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from journal.ui.kit.alive import is_alive
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.tab_order import hand_keyboard_on


class KeyboardBefore(QObject):
    """Remembers it for one place above others, ``above``, whose content comes and goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._above: QWidget | None = None
        self._before: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._see)

    def watch(self, above: QWidget) -> None:
        """It stands there now."""
        self._above = above

    def give_back(self, going: QWidget) -> None:
        """Before ``going`` is taken away: if the keyboard is in it, it goes back, or into an open form.

        Else what stands next has it. It never lies on a button beside which nothing was being done.
        """
        focused = QApplication.focusWidget()
        if focused is None or not going.isAncestorOf(focused):
            return
        from journal.ui.kit.form import Form  # no form is needed before the window can be used

        form = next((form for form in going.window().findChildren(Form) if form.isVisible()), None)
        if form is not None:
            form.wait_with_enter()
        before = self._before
        if before is not None and is_alive(before) and before.isVisible() and before.isEnabled():
            put_back(before)
        elif form is not None:
            form.take_keyboard()
        else:
            hand_keyboard_on(going)

    def _see(self, old: QWidget | None, now: QWidget | None) -> None:
        above = self._above
        if above is None or not is_alive(above) or now is None or not above.isAncestorOf(now):
            return
        if old is not None and not above.isAncestorOf(old):
            self._before = old


def put_back(before: QWidget) -> None:
    """The key that closed what is going presses nothing there."""
    if isinstance(before, EnterButton):
        before.take_keyboard()
    else:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
