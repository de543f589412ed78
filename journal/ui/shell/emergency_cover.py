"""The emergency numbers over whatever fills the window: what they cover stays as it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.core.entries import Contact, Plan
from journal.core.refusal import Refused
from journal.core.symptoms import MASKED
from journal.texts import Texts
from journal.ui.kit.computer import Computer
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.pages import Pages
from journal.ui.shell.navigation import Navigation
from journal.ui.shell.places import EMERGENCY

if TYPE_CHECKING:
    from journal.guidance.help_lines import Country
    from journal.logbook import Logbook
    from journal.ui.safety.emergency import EmergencyScreen


class EmergencyCover(QObject):
    """Shown from anywhere and without a journal, too; it ends when the person closes it or something else is shown."""

    country_chosen = Signal(str)
    lines_wanted = Signal()

    def __init__(self, texts: Texts, computer: Computer, stack: Pages, navigation: Navigation) -> None:
        super().__init__(stack)
        self._texts, self._computer, self._stack, self._navigation = texts, computer, stack, navigation
        self._screen: EmergencyScreen | None = None
        self._covered: tuple[QWidget, str] | None = None  # what to come back to, and its place

    @property
    def shown(self) -> bool:
        """Whether the person looks at the numbers."""
        return self._covered is not None

    def show(self, logbook: Logbook | None) -> None:
        """Show them; with an open journal the person's own lines can be changed, their people and plan asked for."""
        from journal.ui.safety.emergency import EmergencyScreen

        covered = self._stack.currentWidget()
        if self.shown or covered is None:
            return
        self._covered = covered, self._navigation.current()
        settings = self._computer.settings
        screen = self._screen = EmergencyScreen(
            self._texts, settings.country or None, settings.help_lines, logbook is not None, self._stack,
            None if logbook is None else lambda: (logbook.listed(Contact), logbook.listed(Plan)),
            lambda: logbook is not None and _takes_no_more(logbook),
            lambda country: () if logbook is None else _open_still(self._texts, logbook, country),
            lambda: logbook is not None and _talks_first(logbook),
        )  # fmt: skip
        screen.country_chosen.connect(self.country_chosen)
        screen.lines_wanted.connect(self.lines_wanted)
        screen.closed.connect(self._close)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._stack.currentChanged.connect(self._other_shown)
        self._navigation.show_place(EMERGENCY.key)
        screen.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        screen.say_number()

    def show_again(self, logbook: Logbook | None) -> None:
        """Bring the numbers to the front again after something else opened."""
        self.show(logbook)
        if self._screen is not None:
            once_laid_out(self._screen, self._screen.first_field().setFocus)  # after forms that come back

    def forget(self) -> None:
        """Another place was asked for: closing the numbers will not return to the former one."""
        self._covered = None

    def _close(self) -> None:
        if self._covered is not None:
            covered, place = self._covered
            self._covered = None
            self._stack.setCurrentWidget(covered)
            self._navigation.show_place(place)

    def _other_shown(self) -> None:
        screen = self._screen
        if screen is not None and self._stack.currentWidget() is not screen:
            self._stack.currentChanged.disconnect(self._other_shown)
            self._screen, self._covered = None, None
            self._stack.removeWidget(screen)
            screen.deleteLater()


def _takes_no_more(logbook: Logbook) -> bool:
    """By the journal; where it cannot be read just now the numbers do not wait for it."""
    from journal.guidance.own_list import takes_no_more

    with suppress(Refused):
        return takes_no_more(logbook)
    return False


def _open_still(texts: Texts, logbook: Logbook, country: Country) -> tuple[str, ...]:
    """What was noted in the last day and is to be acted on, masked as everywhere, with what to do about each."""
    from journal.guidance.emergency_lines import all_that_is_open

    with suppress(Refused):
        return all_that_is_open(texts, logbook, logbook.clock.now_ms(), country)
    return ()


def _talks_first(logbook: Logbook) -> bool:
    """Whether somebody to talk to stands first among the help lines: beside a sign that is masked."""
    from journal.guidance.open_emergencies import less_urgent_signs, open_emergencies

    with suppress(Refused):
        now_ms = logbook.clock.now_ms()
        noted = (*open_emergencies(logbook, now_ms), *less_urgent_signs(logbook, now_ms))
        return any(emergency.noted.code in MASKED for emergency in noted)
    return False
