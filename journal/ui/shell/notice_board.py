"""One notice above whatever is shown: what it says, in which order, and what its "Close" closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from journal.core.moments import MINUTE_MS
from journal.ui.shell.closed_notices import ClosedNotices
from journal.ui.shell.notice_about import THE_LIST, About
from journal.ui.shell.notice_made import NoticeMaker
from journal.ui.shell.notice_place import NoticePlace
from journal.ui.shell.notices_at_forms import NoticesAtForms
from journal.ui.shell.open_pressures import OpenPressures
from journal.ui.shell.said_of_list import SaidOfList

if TYPE_CHECKING:
    from journal.guidance.blood_pressure import HighPressure
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.safety.quiet_notice import QuietNotice
    from journal.ui.shell.found_after_saving import Found

_OF_ONE_LINE = frozenset({"substance", "intake", "dose"})
_ON_EMERGENCIES = _OF_ONE_LINE | {"rating", "symptom", "measurement", "condition"}  # what such words are made of
# What the words about a medicine or a condition depend on; any of these may come, go or be changed while they stand.
_ON_THE_LIST = (_ON_EMERGENCIES - {"dose"}) | {"product", "statement", "person"}
_STAYS_MS = 2 * MINUTE_MS  # an entry written right after the notice may belong to it


class NoticeBoard(QObject):
    """One notice, with the most urgent first; "Close" closes that alone, and what stood below it is said next.

    The order: an emergency, a blood pressure, what the list said, one quiet line (``_say_what_is_open``). What was not
    closed does not go because something else is said. Refusals go to ``message``.

    ``read_more`` leads to a page, or with "" to what a name or condition says in the list, ``call`` to the emergency
    numbers; ``room`` is the height that there is for it.
    """

    put_away = Signal()  # what is closed is another than before
    came_or_went = Signal()  # what is shown

    def __init__(
        self,
        bridge: Bridge,
        column: QVBoxLayout,
        read_more: Callable[[str, str], object],
        call: Callable[[], object],
        message: InlineMessage,
        room: Callable[[bool], int],
    ) -> None:
        super().__init__(bridge)
        self._bridge, self._read_more, self._call = bridge, read_more, call
        self._place, self._make = NoticePlace(self, column, room), NoticeMaker(bridge)
        self.fit = self._place.fit
        self._place.came_or_went.connect(self.came_or_went)
        self._pressures = OpenPressures(bridge, message)
        self._closed = ClosedNotices(bridge, self._pressures)
        self.of_list = SaidOfList(bridge, self._closed, message)
        self.of_list.reworded.connect(self._say_reworded)
        self.of_list.came_back.connect(self._say_came_back)
        self.of_list.closed_changed.connect(self.put_away)
        self.about = THE_LIST
        self._shown_ms = 0  # when the notice came
        self._just_saved = ""  # the pressure of which is told what was understood
        self.at_forms = NoticesAtForms(self, bridge, self, self._make, call, self._pressures)

    @property
    def notice(self) -> QuietNotice | None:
        """What is shown."""
        return self._place.notice

    # --- what is said, and in which order ---

    def _say_what_is_open(self) -> None:
        """The most urgent of it; an emergency stands before each of these."""
        about, speech = self.about, self.of_list.speech()
        if about.high is not None:
            high = about.high
            notice = self._make.of_pressure(high, high.measured.id == self._just_saved, speech)
            notice.more_wanted.connect(self._call)  # it comes back after the numbers
            self.show(notice, About(high=high, unsaved=about.unsaved))
        elif speech is not None:
            list_notice = self._make.of_speech(speech)
            list_notice.more_wanted.connect(lambda: self._go_on(list_notice.page, list_notice.about))
            self.show(list_notice, THE_LIST)
        elif about.line is not None:
            self._show_one_line(about.line)
        else:
            self._take_away()

    def _close_first(self) -> None:
        """What stands first in the notice is closed, and what stood below it is said."""
        about = self.about
        if about.waits_for_form:
            if about.at_form:
                self._make.look_at_signs()
                self._make.close_first()
            self.say_what_waits()
        elif self._make.begins_at_length:
            self._make.close_first()
            self._say_what_is_open()
        elif about.high is not None:
            self._pressures.close()
            self.about = THE_LIST
            self._say_what_is_open()
            self.put_away.emit()
        else:
            if about.line is None:
                self.of_list.close()
            self._take_away()
            self.put_away.emit()

    def say_what_waits(self) -> None:
        """In place of what stood before it: at the form of a dose, or of what could not be saved."""
        readable = self._bridge.can_write and not self._bridge.logbook.closed
        self.about = About(high=self._pressures.newest() if readable else None)
        self._say_what_is_open()
        self.put_away.emit()

    def begin(self) -> None:
        """A journal was opened: say what was said in it and not closed."""
        self.bring_back()
        if self._bridge.can_write and not self._bridge.logbook.closed:
            self.of_list.come_back()

    def bring_back(self) -> None:
        """Say again what is to be done about a blood pressure whose notice was not closed: after a lock, a crash, or
        once a command wrote it down."""
        if self._bridge.logbook.closed or not self._bridge.can_write:
            return
        self.say_pressure(self._pressures.newest())
        self.put_away.emit()

    def say_pressure(self, high: HighPressure | None, unsaved: bool = False) -> None:
        """What to do about a blood pressure, if there is one."""
        if high is not None:
            self.about = About(high=high, unsaved=unsaved)
            self._say_what_is_open()

    def _show_one_line(self, after_saving: Found) -> None:
        from journal.guidance.recognising import folded_name

        line = self._make.of_one_line(after_saving)
        if after_saving.silent:
            about = folded_name(after_saving.silent[0].name.given)
            line.more_wanted.connect(lambda: self._go_on("", about))
        else:
            line.more_wanted.connect(lambda: self._say_it_again(after_saving))
        self.show(line, About(line=after_saving))

    def show(self, notice: QuietNotice, about: About) -> None:
        """In place of what was said before."""
        self.about = about
        notice.closed.connect(self._close_first)
        self._shown_ms = self._bridge.clock.now_ms()
        self._place.show(notice)

    def _take_away(self) -> None:
        self.about = THE_LIST
        self._place.take_away()

    # --- the journal ---

    def say(self, after_saving: Found) -> None:
        """What is to be said of something that was saved."""
        if after_saving.speech is not None:
            self.of_list.add(after_saving)
        if after_saving.high is not None and not self.says_more_than(after_saving.high):
            self._just_saved = "" if after_saving.high.measured.private else after_saving.high.measured.id
            self.say_pressure(after_saving.high)
        elif after_saving.speech is not None:
            self._say_anew()
        elif (after_saving.silent or after_saving.said_before) and (self.notice is None or self.about.line is not None):
            self._show_one_line(after_saving)

    def _say_anew(self) -> None:
        """With other words, or more of them; what could not be saved is still to be put right."""
        if self.about.at_form:
            self.at_forms.opened(self.about.at_form)
        elif not self.about.signs:
            self._say_what_is_open()

    def take_back(self) -> None:
        """Something was undone."""
        if self.of_list.take_back() and self.notice is not None:
            self._say_anew()

    def follow(self, kinds: frozenset[str], may_bring_back: bool) -> None:
        """Whatever was changed while a notice is shown: it says what holds now, goes, or comes back with its entry."""
        line = self.about.line
        if kinds & _OF_ONE_LINE and line is not None and not self.of_list.is_there(line):
            self._take_away()
        if kinds & _ON_EMERGENCIES:
            self._follow_emergencies()
        if self.about.high is not None and kinds & _ON_EMERGENCIES:
            self._follow_pressure(self.about.high)
        elif not self.about.waits_for_form and "condition" in kinds:
            self.bring_back()  # in a pregnancy less is spoken of
        if may_bring_back and "measurement" in kinds and not (self.about.unsaved or self.about.waits_for_form):
            self.bring_back()
        if may_bring_back or kinds & _ON_THE_LIST:
            self.of_list.follow()

    def _follow_emergencies(self) -> None:
        """What is said first may be another since a sign or a pressure came, went or was answered about."""
        before, about = self._make.first, self.about
        if about.at_form:
            self.at_forms.opened(about.at_form)
        elif self.notice is not None and not about.signs and self._make.look_at_signs(about.high) != before:
            self._say_what_is_open()

    def _follow_pressure(self, before: HighPressure) -> None:
        """In a pregnancy less is spoken of, a bad headache counts beside it, and it may be another one or gone."""
        from journal.guidance.blood_pressure import high_in_journal

        logbook, id_ = self._bridge.logbook, before.measured.id
        measured = before.measured if self.about.unsaved else logbook.existing([id_]).get(id_)
        now = next(iter(high_in_journal(logbook, [measured])), None)
        if now is None:
            self.say_what_waits()
        elif now != before:
            self.say_pressure(now, self.about.unsaved)

    def _say_came_back(self) -> None:
        self._say_anew()
        self.put_away.emit()

    def _say_reworded(self) -> None:
        if self.notice is not None:
            self._say_anew()

    def leave_if_old(self) -> None:
        """What may go by itself goes with what is written later; a high blood pressure stays until it is closed."""
        of_list = self.notice is not None and self.about == THE_LIST and self.of_list.may_leave()
        may_leave = of_list or self.about.line is not None
        if may_leave and self._bridge.clock.now_ms() - self._shown_ms >= _STAYS_MS:
            self.close()

    def says_more_than(self, high: HighPressure) -> bool:
        """Whether a very high pressure is spoken of, beside which one that is only raised is no news."""
        shown = self.about.high
        return high.is_raised_only and shown is not None and not shown.is_raised_only

    # --- what was closed, and where it can be had again ---

    def has_closed(self) -> bool:
        """Whether the person closed a notice in the last 24 hours."""
        return self._closed.are_any()

    def line_of_closed(self) -> str:
        """What is said in one line of a very high blood pressure whose notice was closed; "" for none."""
        if self._bridge.logbook.closed or not self._bridge.can_write or self.about.high is not None:
            return ""
        high = self._pressures.closed_and_open()
        return "" if high is None else self._make.line_of_pressure(high)

    def closed_names(self) -> list[str]:
        """What of it may be named where others can see it."""
        return self._closed.names()

    def show_closed_again(self) -> None:
        """Say again what was closed; a blood pressure first."""
        self.of_list.open_closed()
        if self._pressures.has_closed():
            self._pressures.open_again()
            self.bring_back()
        else:
            self._say_anew()
        self.put_away.emit()

    def _say_it_again(self, after_saving: Found) -> None:
        """What the line is about, and nothing else that was closed."""
        if after_saving.again is None:
            return
        self._closed.forget(after_saving.again)
        self.of_list.add(after_saving._replace(speech=after_saving.again, said_before=(), again=None))
        self._say_anew()
        self.put_away.emit()

    def _go_on(self, page: str, about: str) -> None:
        self.close()
        self._read_more(page, about)

    # --- the place ---

    def begins_with_emergency(self) -> bool:
        """Whether the notice says what is to be done first."""
        first, notice = self._make.first, self.notice
        return self.is_shown() and notice is not None and bool(first) and first[0] in notice.words()

    def stand_aside(self, aside: bool) -> None:
        """Whether the emergency numbers need the room; the notice comes back after them."""
        self._place.stand_aside(aside)

    def is_shown(self) -> bool:
        """Whether something is said and does not stand aside."""
        return self._place.is_shown()

    def close(self) -> None:
        """Take the notice away, if there is one, and all that waits behind it."""
        self.of_list.leave()
        self._take_away()

    def leave_journal(self) -> None:
        """The journal is closed: what was open in it comes back with it."""
        self._take_away()
