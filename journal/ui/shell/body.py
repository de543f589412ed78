"""What fills the window: navigation at the left, one screen at a time, what was saved below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.clipboard import copy_public
from journal.ui.kit.computer import Computer
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.pages import Pages
from journal.ui.kit.tab_order import move_in_reading_order
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import announce
from journal.ui.shell.around_screen import AroundScreen
from journal.ui.shell.damage_banner import DamageBanner
from journal.ui.shell.emergency_cover import EmergencyCover
from journal.ui.shell.journal_banner import JournalBanner
from journal.ui.shell.left_form_line import LeftFormLine
from journal.ui.shell.menus import Menus
from journal.ui.shell.navigation import Navigation
from journal.ui.shell.notice_board import NoticeBoard
from journal.ui.shell.notices_after_saving import NoticesAfterSaving
from journal.ui.shell.open_emergency_line import OpenEmergencyLine
from journal.ui.shell.places import DIARY, EMERGENCY, FLARE, SAFETY, SCREENS, SETTINGS, TODAY, Place, ScreenT
from journal.ui.shell.screens import make_screen
from journal.ui.shell.shown_screens import ShownScreens
from journal.ui.shell.status import StatusLine
from journal.ui.shell.steps import Steps, announcement_of
from journal.ui.shell.transfer_line import TransferLine
from journal.ui.shell.unsaved import keep_drafts
from journal.ui.shell.whom_to_call import show_whom_to_call

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from journal.core.changes import ChangeSet
    from journal.core.refusal import Refused
    from journal.guidance.warning_signs import Noted
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.help_topic import HelpTopic
    from journal.ui.kit.screen import Page
    from journal.ui.shell.transfer import Transfer
    from journal.ui.today.screen import TodayScreen


class Body(QWidget):
    """Everything inside the window. ``show_journal`` gives it a journal, ``show_page`` any page without one.

    ``open_other``, ``journal_brought`` (its path), ``lock_wanted``, ``hide_wanted``, ``journal_moved`` (the path of the
    verified copy), ``erase_wanted`` (other files that go, too), ``restore_wanted`` (the path of a backup),
    ``passphrase_wanted`` (the new one, or None), ``rescue_wanted`` (of the open journal) and ``rescue_seen`` (what came
    back was looked at) are for whoever opened the journal.
    """

    open_other = Signal()
    journal_brought = Signal(object)
    lock_wanted = Signal()
    hide_wanted = Signal()
    journal_moved = Signal(object)
    erase_wanted = Signal(object)
    restore_wanted = Signal(object)
    passphrase_wanted = Signal(object)
    rescue_wanted = Signal()
    rescue_seen = Signal()

    def __init__(self, window: QMainWindow, texts: Texts, computer: Computer) -> None:
        super().__init__(window)
        self.hide()  # beside the first picture, until it takes its place
        self.main, self.texts, self.computer = window, texts, computer
        self.bridge: Bridge | None = None
        self.today: TodayScreen | None = None
        self.notices: NoticeBoard | None = None
        self._before_flare = TODAY.key
        self.file_changed = False
        self.navigation = Navigation(texts)
        self.navigation.show_place(TODAY.key)
        self.navigation.chosen.connect(self.go)
        self.navigation.lock_wanted.connect(self.lock_now)
        self.banner = JournalBanner(texts, self.restore_wanted.emit, self.rescue_seen.emit, self.rescue_wanted.emit)
        self.damage = DamageBanner(
            texts, self._has_backups, lambda: self.reach(SETTINGS).come_to("backups"), self.rescue_wanted.emit
        )
        self.message = InlineMessage()
        self.stack = Pages()
        self._screens = ShownScreens(self.stack, self.navigation, partial(make_screen, self))
        self._emergency = EmergencyCover(texts, computer, self.stack, self.navigation)
        self._emergency.country_chosen.connect(self.set_country)
        self._emergency.lines_wanted.connect(self._edit_lines)
        self._status = StatusLine(texts, self.undo)
        self.left_form = LeftFormLine(texts, self._screens.key_of, self._screens.reopen)
        self.first_line = OpenEmergencyLine(texts, self._show_emergency, self._fit)
        messages = (self.banner, self.damage, self.message)
        self._around = AroundScreen(texts, messages, self.stack, self.first_line, self.left_form, self._status)
        self._lay_out()
        self._transfers = TransferLine(window, computer, self._around.add_message)
        self._steps = Steps(texts, self.message, self._transfers.of)
        self._menus = Menus(self)
        appearance().changed.connect(self._fit)
        self._status.reworded.connect(self._fit_foot)
        self.left_form.came_or_went.connect(self._fit_foot)
        self._around.room_changed.connect(self._fit_notice)
        self._around.scrolled.connect(self.first_line.look_here)
        self._around.line_above_form.turned.connect(self._fit_above)

    def _lay_out(self) -> None:
        self.stack.currentChanged.connect(self._other_screen)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.navigation)
        line.addLayout(self._around, 1)

    # --- what is shown ---

    def show_page(self, page: Page) -> None:
        """Show a page without a journal: first start, unlocking, or why it cannot be opened."""
        calling = self._emergency.shown
        self._replace(page)
        self._leave_journal()
        self.navigation.show_place("")
        self.navigation.set_open(False)
        self._update()
        first = page.first_field()
        if calling:
            self._emergency.show_again(self._open_book())
        elif first is not None:
            # Only a page that is laid out can take the keyboard.
            once_laid_out(page, lambda: first.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_journal(self, bridge: Bridge, quietly: bool = False) -> None:
        """Show Today of an open journal; ``quietly`` without unsaved forms and the keyboard's ring, for a picture."""
        calling = self._emergency.shown
        self._leave_journal()
        self.bridge, self.file_changed = bridge, False
        bridge.changed.connect(self._changed)
        bridge.form_came_or_went.connect(self._fit_above)
        bridge.form_spoke.connect(self._around.line_above_form.fold)
        bridge.damage_met.connect(self._tell_damage)
        bridge.form_left.connect(lambda left: self.left_form.offer(left, bridge.logbook))
        bridge.country_chosen.connect(self.set_country)
        self.notices = NoticeBoard(
            bridge, self._around.above, self._read_on, self._show_emergency, self.message, self._room_to_speak
        )
        NoticesAfterSaving(bridge, self.notices, self.message)
        self.notices.came_or_went.connect(self._fit)
        self.today = self._screens.begin(TODAY)
        self.today.advice_again.also_for(self.notices)
        self.first_line.follow(self.today, self.notices, self._say_first)
        self.today.panel.opened.connect(self._form_opened)
        self.today.panel.emptied.connect(self.notices.at_forms.gone)
        self.today.panel.emptied.connect(self._fit_notice)
        self.show_whom_to_call()
        self._replace(self.today)
        self.navigation.set_open(True, bridge.logbook.encrypted)
        self.navigation.show_place(TODAY.key)
        self.banner.say_of(bridge.logbook)
        self._update()
        self._fit()
        if not quietly:
            self._begin(self.today)
            once_painted(self.notices, self.notices.begin)  # Today comes first
        if calling:
            self._emergency.show_again(self._open_book())

    def _tell_damage(self, damage: Refused) -> None:
        if not self.file_changed:
            self.damage.tell(damage)

    def _form_opened(self) -> None:
        form = self.today.panel.form if self.today is not None else None
        if self.notices is not None and form is not None:
            self.notices.at_forms.opened(form.draft_key)

    def _leave_journal(self) -> None:
        """Forget what belonged to the journal shown before."""
        self._transfers.leave_journal()
        if self.notices is not None:
            self.notices.leave_journal()
            self.notices.deleteLater()
        self.bridge = self.today = self.notices = None
        self._emergency.forget()
        self.left_form.leave()
        self._status.clear()
        self._screens.end()
        for notice in (self.banner, self.damage, self.message, self.first_line):
            notice.dismiss()

    def _begin(self, today: TodayScreen) -> None:
        if not today.panel.restore_newest():
            today.action_row.buttons[0].take_keyboard()
        today.question.bring_back()
        self.left_form.offer_again(today.logbook)
        if today.logbook.draft(FLARE.key) is not None:
            self.go(FLARE.key)  # what was chosen in a bad moment and not saved

    def _replace(self, page: QWidget) -> None:
        self.stack.replace_all(page)
        if self.main.centralWidget() is not self:
            self.main.setCentralWidget(self)  # the first picture goes
            self.show()

    # --- places ---

    def go(self, place: str) -> None:
        """Go to a screen; to Today a second time is back to today's date."""
        if place == EMERGENCY.key:
            self._show_emergency()
        elif self.bridge is not None:
            self._emergency.forget()
            if place == FLARE.key:
                self._begin_flare()
                return
            if place == TODAY.key and self.today is not None and self.stack.currentWidget() is self.today:
                self.today.begin_again()
            self._screens.go(SCREENS[place])

    def _begin_flare(self) -> None:
        """In one step: the digits that are typed at once must not go nowhere."""
        here = self._screens.current()
        if here != FLARE.key:
            self._before_flare = here or self._before_flare
        self._screens.reach(FLARE)

    def flare_saved(self) -> None:
        """To Today, where it stands; Enter once more, or bouncing, presses nothing there."""
        today = self.reach(TODAY)
        today.go_today()
        today.action_row.buttons[0].take_keyboard()

    def tell_at_taking(self, kind: str) -> None:
        """An emergency of the last day is told of, as at the form of a dose."""
        if self.notices is None:
            return
        if kind:
            self.notices.at_forms.opened(kind)
        else:
            self.notices.at_forms.gone()

    def leave_flare(self) -> None:
        """Back to where the person was."""
        self.go(self._before_flare)

    def reach(self, place: Place[ScreenT]) -> ScreenT:
        """Go there in one step, and have its screen; a journal is open."""
        self._emergency.forget()
        return self._screens.reach(place)

    def _other_screen(self) -> None:
        flare = self._screens.seen(FLARE)
        self.navigation.setVisible(flare is None or self.stack.currentWidget() is not flare)
        if self.notices is not None:
            self.notices.stand_aside(self._emergency.shown)
        self._say_first()
        self._fit_above()

    def _say_first(self) -> None:
        """An emergency is told of everywhere; under Emergency it stands at length."""
        today = None if self._emergency.shown else self.today
        self.first_line.look(today, self.notices, self.stack.currentWidget() is self.today)

    def _show_emergency(self) -> None:
        if not self._emergency.shown:
            self._screens.arrive()
            self._emergency.show(self._open_book())

    def _open_book(self) -> Logbook | None:
        return self.bridge.logbook if self.bridge is not None else None

    def open_day(self, day: dt.date) -> None:
        """Show a day's entries in the Diary."""
        self.reach(DIARY).show_day(day)

    def show_list(self, about: str = "") -> None:
        """What the person takes, checked, where it speaks of this."""
        self.reach(SAFETY).show_list(about)

    def _read_on(self, page: str, about: str) -> None:
        """A page of guidance, or with "" what the person takes, checked, where it speaks of this."""
        if page:
            self.reach(SAFETY).open_page(page)
        else:
            self.show_list(about)

    def ask_about(self, noted: Sequence[Noted]) -> None:
        """Warning signs were saved elsewhere: Today asks whether help is needed."""
        if self.today is not None:
            self.reach(TODAY).ask_about(noted)

    def set_country(self, code: str) -> None:
        """Whose emergency number is shown, everywhere and from now on."""
        self.computer.change(country=code)
        self.show_whom_to_call()

    def show_whom_to_call(self) -> None:
        """Another country or other help lines: update every screen that shows them."""
        show_whom_to_call(self.computer, self.bridge, self._screens)
        self._say_first()
        self._tell_device_problem()

    def _edit_lines(self) -> None:
        """Where the numbers of the emergency screen are changed."""
        self.reach(SETTINGS).come_to("lines")

    def act(self, kind: str) -> None:
        """One of the four actions, by the kind of entry that it writes, from wherever the person is."""
        if self.today is None:
            return
        if self.stack.currentWidget() is not self.today:
            self.go(TODAY.key)
        self.today.act(kind)

    # --- undo, look, help, files ---

    def undo(self) -> None:
        """Take back the last change."""
        if self.bridge is not None:
            self._steps.undo(self.bridge)

    def redo(self) -> None:
        """Do it again."""
        if self.bridge is not None:
            self._steps.redo(self.bridge)

    def set_look(self, colour_scheme: str | None = None, text_size: int | None = None) -> None:
        """Other colours or another text size, at once and for the next start."""
        given = {"colour_scheme": colour_scheme, "text_size": text_size}
        self.computer.change(**{key: value for key, value in given.items() if value is not None})
        settings = self.computer.settings
        appearance().apply(settings.colour_scheme, settings.text_size, settings.high_contrast == "on")
        self._menus.show_look()
        if (screen := self._screens.seen(SETTINGS)) is not None:
            screen.show_look()
        self._tell_device_problem()

    def show_help(self, topic: HelpTopic) -> None:
        """One of the help dialogs."""
        from journal.ui.shell.help import DIALOGS

        shown = DIALOGS[topic](self.texts, self.main)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.addAction(self._menus.emergency)  # its keys reach no further than the window
        shown.open()

    def copy_diagnostics(self) -> None:
        """Versions and the newest bug's code locations onto the clipboard; nothing of the journal."""
        from journal.ui.shell.crash import newest_diagnostics

        copy_public(newest_diagnostics())
        copied = self.texts("Copied: versions and code locations, nothing from your journal.")
        self.message.show_message(copied, [(self.texts("OK"), lambda: None)])

    def transfer(self, work: Callable[[Transfer], object]) -> None:
        """Back up, import or export."""
        if self.bridge is not None:
            work(self._transfers.of(self.bridge))

    def import_from(self, path: Path) -> None:
        """Read this file and say what an import would do, or ask how it is to be read."""
        if self.bridge is not None:
            self._transfers.of(self.bridge).import_from(path)

    # --- news ---

    def _changed(self, change: ChangeSet) -> None:
        self.message.withdraw()
        self._update()
        if change.seq:
            self.left_form.forget()
            announce(self, announcement_of(self.texts, change))
        self._say_first()

    def keep_damage(self, again: Callable[[], object]) -> None:
        """What was told of damage can be told again from the line below the screens, until the journal is left."""
        self._status.keep_damage(again)

    def _has_backups(self) -> bool:
        from journal.ui.shell.known_backups import has_backups

        return self.bridge is not None and has_backups(self.bridge.logbook, self.computer)

    def open_another(self) -> None:
        """Ask for another journal, unless this one is at work."""
        if not self.at_work():
            self.open_other.emit()

    def open_journal(self, path: Path) -> None:
        """Open this journal instead, unless the one that is open is at work."""
        if not self.at_work():
            self.journal_brought.emit(path)

    def lock_now(self) -> None:
        """Ask for the passphrase again, unless the journal is at work."""
        if not self.at_work():
            self.lock_wanted.emit()

    def hide_now(self) -> None:
        """Show nothing, whatever is being done."""
        self.hide_wanted.emit()

    def at_work(self) -> bool:
        """Whether something long is being done with the journal; then that is said."""
        from journal.core.refusal import Refused
        from journal.texts.refusals import explain

        if not self.is_at_work():
            return False
        self.message.show_message(explain(self.texts, Refused("journal-busy")), [(self.texts("OK"), lambda: None)])
        return True

    def is_at_work(self) -> bool:
        """Whether something long is being done with the journal."""
        moving = self.bridge is not None and self.bridge.logbook.is_moved
        return moving or self._transfers.busy or any(screen.busy for screen in self._screens.screens())

    def stand_by(self, file_changed: bool) -> None:
        """Whether others changed the journal's file: then nothing is called saved, and nothing can be taken back."""
        self.file_changed = file_changed
        self._update()

    def _update(self) -> None:
        self._menus.update_state()
        if self.bridge is None:
            self._status.clear()
        elif self.file_changed:
            self._status.name_nothing_saved()
        else:
            self._status.show_state(self.bridge, self.bridge.logbook.undo_step)

    def _tell_device_problem(self) -> None:
        if self.computer.problem is not None:
            self.computer.problem = None
            words = self.texts("The settings of this computer could not be kept. The journal is not affected.")
            self.message.show_message(words, [(self.texts("OK"), lambda: None)])

    # --- room, keyboard, drafts ---

    @called_by_qt
    def event(self, event: QEvent) -> bool:
        held_back = isinstance(event, QKeyEvent) and self._status.holds_back(event)
        return held_back or super().event(event)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.first_line.look_here()

    @called_by_qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_in_reading_order(self, forward) or super().focusNextPrevChild(forward)

    def _fit(self) -> None:
        self.navigation.set_room(self.width(), self.first_line.says_above(self.notices))
        self._around.set_narrow(self.width() < theme().px(860))
        self._fit_above()
        if self.notices is not None or not self.left_form.isHidden():
            once_laid_out(self, self._fit_foot)

    def _fit_above(self) -> None:
        self._around.fit_above(self.height(), self.notices.notice if self.notices is not None else None)
        if self._around.line_above_form.is_read:
            once_laid_out(self, self._fit_notice)

    def _fit_foot(self) -> None:
        self._around.fit_foot(self.height(), speaks=self.notices is not None and self.notices.is_shown())

    def _fit_notice(self) -> None:
        if self.notices is not None:
            self.notices.fit()

    def _room_to_speak(self, in_place_of_form: bool) -> int:
        return self._around.room_for_notice(self.height(), in_place_of_form)

    def keep_drafts(self, anew: bool = False) -> Refused | None:
        """Write down what is typed and not saved; answers why not, if a form could not be kept.

        ``anew``: also what was written down before, as that lies in a journal that is left.
        """
        return keep_drafts(self._screens.screens(), anew)
