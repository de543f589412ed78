"""The settings: one section at a time, each of them small; two that are very small share one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Draft
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.pages import Pages
from journal.ui.kit.screen import ScreenOfSections
from journal.ui.kit.widgets import label
from journal.ui.settings.backups_page import BackupsPage
from journal.ui.settings.day_page import DayPage
from journal.ui.settings.help_line_draft import LINE_DRAFT
from journal.ui.settings.help_lines_page import HelpLinesPage
from journal.ui.settings.help_page import HelpPage
from journal.ui.settings.job_page import JobPage
from journal.ui.settings.journal_page import JournalPage
from journal.ui.settings.look_page import LookPage
from journal.ui.settings.page import SettingsPage
from journal.ui.settings.questions_page import QuestionsPage
from journal.ui.settings.report_page import ReportPage
from journal.ui.settings.symptoms_page import SymptomsPage
from journal.ui.settings.together import Together

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.ui.kit.computer import Computer

Page = SymptomsPage | SettingsPage
AnyPage = TypeVar(
    "AnyPage",
    SymptomsPage,
    DayPage,
    QuestionsPage,
    ReportPage,
    HelpLinesPage,
    LookPage,
    BackupsPage,
    JournalPage,
    HelpPage,
)
_CONCERNS = {"symptom", "setting", "trash"}
# Small pages that share a section with another, by the section's name; in this order.
_SHOWN_IN = {"day": "day", "questions": "day", "look": "look", "report": "look"}


class SettingsScreen(ScreenOfSections):
    """What the person chose, by section. ``computer`` keeps what belongs to this computer, the logbook the rest.

    Signals for the shell: ``appearance_changed()`` after colours, text size or contrast were written to the device
    file; ``country_changed(code)``; ``lines_changed()`` after help lines or an emergency number were written there;
    ``open_other()`` asks for another journal; ``journal_moved(path)`` when a verified copy lies there and the open
    journal refuses writing: call ``logbook.moving.open_moved`` in a worker and show the journal that it answers with,
    or ``give_up_move``; ``erase_wanted(others)`` asks to close the journal and to delete its files and these others;
    ``restore_wanted(path)`` to close it and to put a copy of that backup in its place; ``passphrase_wanted(new)`` to
    close it and to give it another passphrase, or (None) none.
    ``hide_wanted()`` to hide the window at once. ``help_wanted(topic)`` asks for a help dialog.
    """

    appearance_changed = Signal()
    country_changed = Signal(str)
    lines_changed = Signal()
    open_other = Signal()
    journal_moved = Signal(object)  # Path
    erase_wanted = Signal(object)  # tuple of Path
    restore_wanted = Signal(object)  # Path
    passphrase_wanted = Signal(object)  # str or None
    hide_wanted = Signal()
    help_wanted = Signal(object)  # HelpTopic

    def __init__(self, bridge: Bridge, computer: Computer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts, self._computer = bridge, bridge.texts, computer
        self._stale = True
        self._pages: dict[str, Page] = {}
        self._two: dict[str, Together] = {}
        self._covered: frozenset[str] = frozenset()  # the sections whose open form needs the screen for itself
        self._arrange()
        self.sections.changed.connect(lambda name: self.show_section(str(name)))
        bridge.changed.connect(self._journal_changed)

    def _arrange(self) -> None:
        texts = self._texts
        sections: tuple[tuple[str, str, Callable[[], Page]], ...] = (
            ("symptoms", texts("Symptoms"), lambda: self.symptoms),
            ("day", texts("Your day, questions"), lambda: self.day),
            ("lines", texts("Help lines"), lambda: self.lines),
            ("look", texts("Appearance, paper"), lambda: self.look),
            ("backups", texts("Backups"), lambda: self.backups),
            ("journal", texts("Your journal"), lambda: self.journal),
            ("help", texts("Help"), lambda: self.help),
        )
        self._page_of: dict[str, Callable[[], Page]] = {name: page for name, _, page in sections}
        self._page_of |= {"questions": lambda: self.questions, "report": lambda: self.report}
        self.sections = ChipRow(texts("Section"), [(name, words) for name, words, _ in sections])
        self.stack = Pages()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        self._title = label(texts("Settings"), "title", wrap=True)
        body.addWidget(self._title)
        body.addWidget(self.sections)
        body.addWidget(self.stack, 1)

    def bring_back(self, typed: Draft) -> bool:
        if typed.form == LINE_DRAFT:
            self.show_section("lines")
            return self.lines.bring_back(typed)
        self.show_section("symptoms")
        return super().bring_back(typed)

    # --- the sections, each made when it is first looked at ---

    @cached_property
    def symptoms(self) -> SymptomsPage:
        """Which symptoms the journal rates."""
        page = self._added("symptoms", SymptomsPage(self._bridge))
        page.covered.connect(lambda on: self._make_room("symptoms", on))
        return page

    @cached_property
    def day(self) -> DayPage:
        """When a day begins."""
        return self._added("day", DayPage(self._bridge))

    @cached_property
    def questions(self) -> QuestionsPage:
        """What Today asks by itself."""
        return self._added("questions", QuestionsPage(self._bridge))

    @cached_property
    def report(self) -> ReportPage:
        """The paper."""
        return self._added("report", ReportPage(self._bridge, self._computer))

    @cached_property
    def lines(self) -> HelpLinesPage:
        """The country, its emergency number and the help lines."""
        page = self._added("lines", HelpLinesPage(self._bridge, self._computer))
        page.country_changed.connect(self.country_changed)
        page.lines_changed.connect(self.lines_changed)
        page.covered.connect(lambda on: self._make_room("lines", on))
        return page

    @cached_property
    def look(self) -> LookPage:
        """Colours, text size, contrast, language."""
        page = self._added("look", LookPage(self._texts, self._computer))
        page.appearance_changed.connect(self.appearance_changed)
        return page

    @cached_property
    def backups(self) -> BackupsPage:
        """The backups, and the way back to one."""
        page = self._added("backups", BackupsPage(self._bridge, self._computer))
        page.restore_wanted.connect(self.restore_wanted)
        return page

    @cached_property
    def journal(self) -> JournalPage:
        """Where the journal lies."""
        page = self._added("journal", JournalPage(self._bridge, self._computer))
        page.open_other.connect(self.open_other)
        page.journal_moved.connect(self.journal_moved)
        page.passphrase_wanted.connect(self.passphrase_wanted)
        page.hide_wanted.connect(self.hide_wanted)
        page.erase_wanted.connect(self.erase_wanted)
        return page

    @cached_property
    def help(self) -> HelpPage:
        """Shortcuts, licences, about."""
        page = self._added("help", HelpPage(self._texts))
        page.help_wanted.connect(self.help_wanted)
        return page

    def _added(self, name: str, page: AnyPage) -> AnyPage:
        self._pages[name] = page
        if name in _SHOWN_IN:
            page.setParent(self)
            page.hide()
        else:
            self.stack.addWidget(page)
        return page

    def _together(self, section: str) -> Together:
        if section not in self._two:
            parts = [self._page_of[name]() for name, shown_in in _SHOWN_IN.items() if shown_in == section]
            made = Together(self._texts, [part for part in parts if isinstance(part, SettingsPage)])
            self._two[section] = made
            self.stack.addWidget(made)
        return self._two[section]

    @property
    def busy(self) -> bool:
        """Whether the journal is being copied or moved."""
        return any(isinstance(page, JobPage) and page.busy for page in self._pages.values())

    def show_section(self, name: str) -> None:
        """Show a section by its name."""
        page, section = self._page_of[name](), _SHOWN_IN.get(name, name)
        self.sections.set_value(section)
        if section in _SHOWN_IN:
            together = self._together(section)
            together.refresh()
            self.stack.setCurrentWidget(together)
            if name != section and isinstance(page, SettingsPage):
                together.bring_into_sight(page)
        else:
            page.refresh()
            self.stack.setCurrentWidget(page)
        self._make_room(name, name in self._covered)

    def _make_room(self, name: str, covered: bool) -> None:
        """In a small window an open form has the screen for itself, so that its foot is in sight."""
        self._covered = self._covered | {name} if covered else self._covered - {name}
        if self.sections.value() == name:
            for widget in (self._title, self.sections):
                widget.setVisible(not covered)

    def come_to(self, name: str) -> None:
        """Show a section and put the keyboard into it."""
        once_painted(self, partial(self._come_to, name))  # after the focus changes that showing the screen causes

    def _come_to(self, name: str) -> None:
        self.show_section(name)
        first = self._pages[name].first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_look(self) -> None:
        """Colours or text size were chosen in the menu: the section follows, if it was ever looked at."""
        if "look" in self._pages:
            self.look.refresh()

    def show_whom_to_call(self) -> None:
        """The country was chosen elsewhere: the sections that were looked at follow."""
        for name in ("lines", "report"):
            if name in self._pages:
                self._pages[name].refresh()

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to the open form or to the sections."""
        once_painted(self, self._come_in)

    def _come_in(self) -> None:
        self._catch_up()
        if self.symptoms.form is not None:
            self.show_section("symptoms")
            self.symptoms.host.focus()
        elif "lines" in self._pages and self.lines.form is not None:
            self._come_to("lines")
        else:
            self.sections.focus()

    def keep_draft(self) -> None:
        """Write down what is typed and not saved."""
        if "symptoms" in self._pages:
            self.symptoms.host.keep_draft()
        if "lines" in self._pages:
            self.lines.keep_draft()

    # --- changes ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the screen itself has been painted.
        once_painted(self, self._catch_up)

    def _catch_up(self) -> None:
        if not self._stale:
            return
        self._stale = False
        if not self._pages:
            self.show_section("symptoms")
            self.symptoms.open_draft()
            if self._bridge.logbook.draft(LINE_DRAFT) is not None and self.lines.open_draft():
                self.show_section("lines" if self.symptoms.form is None else "symptoms")
        else:
            self._refresh()

    def _journal_changed(self, change: ChangeSet) -> None:
        if not change.kinds & _CONCERNS:
            return
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _refresh(self) -> None:
        for page in self._pages.values():
            page.refresh()
