"""After a save: what the list of interactions, or the table of blood pressures, says of it, above whatever is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from journal.core.changes import BY_ITSELF
from journal.core.moments import MINUTE_MS, moment_now
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.closed_notices import ClosedNotices, spoken
from journal.ui.shell.found_after_saving import SPOKEN_OF, Found, found_by_now, found_in
from journal.ui.shell.open_pressures import OpenPressures

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.core.entries import Entry
    from journal.guidance.blood_pressure import HighPressure
    from journal.guidance.notices_after_saving import Speech
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.safety.pressure_notice import PressureNotice
    from journal.ui.safety.quiet_notice import QuietNotice

_MOST = 20  # entries that a person writes in one step; more were chosen or read from somewhere
_TAKING = ("dose", "intake")  # the forms before which an emergency is told of
_ON_EMERGENCIES = frozenset({"rating", "symptom", "measurement", "condition"})  # what such words are made of
# What the words about a medicine or a condition depend on; any of these may come, go or be changed while they stand.
_ON_THE_LIST = _ON_EMERGENCIES | {"substance", "intake", "product", "statement", "person"}
_OF_ONE_LINE = frozenset({"substance", "intake", "dose"})
_STAYS_MS = 2 * MINUTE_MS  # an entry written right after the notice may belong to it


class NoticesAfterSaving(QObject):
    """Holds the notice, if there is one, in ``column``. Refusals go to ``message``.

    What was not closed does not go because something else is said: it is said together with that, or after it.

    ``read_more`` leads to a page, or with "" to what a name or condition says in the list, ``call`` to the emergency
    numbers; ``room`` is the height that there is for it. The list is read in a worker and not before the first save
    that it may concern.
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
        room: Callable[[], int],
    ) -> None:
        super().__init__(bridge)
        self._bridge, self._column, self._message = bridge, column, message
        self._read_more, self._call, self._room = read_more, call, room
        self._pressures = OpenPressures(bridge, message)
        self._closed = ClosedNotices(bridge, self._pressures)
        self._waiting: list[Entry] = []
        self._at_work = self._aside = False
        self._taken_back = self._shown_ms = 0  # how often something was, and when the notice came
        self._followed = 0  # how often something changed of which the list's words are made
        self._open: list[Found] = []  # what the list said and nobody closed, the oldest first
        self._first: tuple[str, ...] = ()  # what the notice says before all else
        self._high: HighPressure | None = None  # of which the notice speaks
        self._line_of: Found | None = None  # of which one line speaks
        self._gone: list[Found] = []  # what was said of entries that undo took back
        self.notice: QuietNotice | None = None
        self._is_unsaved = False  # whether the notice speaks of something that could not be saved
        self._just_saved = ""  # the pressure of which is told what was understood
        self._at_form = ""  # the form for which the notice came, and with which it goes
        bridge.changed.connect(self._journal_changed)
        bridge.not_saved.connect(self._hear_not_saved)

    def bring_back(self) -> None:
        """Say again what is to be done about a blood pressure whose notice was not closed: after a lock, a crash, or
        once a command wrote it down."""
        if self._bridge.logbook.closed or not self._bridge.can_write:
            return
        high = self._pressures.newest()
        if high is not None:
            self._show_pressure(high)
        self.put_away.emit()

    def _hear_not_saved(self, kind: str, typed: Mapping[str, object]) -> None:
        """A form refused a sign or a blood pressure, or asks about it: help does not wait until it is saved."""
        if kind == "rating":
            self._show_unsaved_signs(typed)
        if kind != "measurement" or not (typed.get("systolic") or typed.get("diastolic")):
            return
        from journal.guidance.pressure_as_typed import high_as_typed

        high = high_as_typed(self._bridge.logbook, typed, moment_now(self._bridge.clock))
        if high is not None and not self._says_more_than(high):
            self._show_pressure(high)
            self._is_unsaved = True

    def _show_unsaved_signs(self, typed: Mapping[str, object]) -> None:
        from journal.guidance.around_signs import around_signs
        from journal.guidance.open_emergencies import emergencies_unsaved, emergency_first
        from journal.guidance.signs_in_words import country_of
        from journal.ui.safety.emergency_notice import EmergencyNotice

        at, country = moment_now(self._bridge.clock), country_of(*self._bridge.whom_to_call)
        high = self._high or self._pressures.newest()
        unsaved = emergencies_unsaved(typed, at, around_signs(self._bridge.logbook, at.utc_ms))
        first = emergency_first(self._bridge.texts, unsaved, at.utc_ms, country, high)
        if first:
            notice = EmergencyNotice(self._bridge.texts, first)
            notice.more_wanted.connect(self._call)
            self._show(notice)
            self._is_unsaved = True
            notice.closed.connect(self._show_what_waits)

    def form_opened(self, kind: str) -> None:
        """Something that is taken is about to be written down: an emergency of the last day is told of beside it."""
        if kind not in _TAKING or self._is_unsaved:
            return
        from journal.guidance.open_emergencies import first_at_taking
        from journal.guidance.signs_in_words import country_of
        from journal.ui.safety.emergency_notice import EmergencyNotice

        texts, now_ms, country = self._bridge.texts, self._bridge.clock.now_ms(), country_of(*self._bridge.whom_to_call)
        high = self._high or self._pressures.newest()
        first, more = first_at_taking(texts, self._bridge.logbook, now_ms, country, high)
        if first:
            self._first = first
            notice = EmergencyNotice(texts, first, True, more)
            notice.more_wanted.connect(self._call)
            self._show(notice)
            notice.closed.connect(self._show_what_waits)
            self._at_form = kind

    def form_gone(self) -> None:
        """It was saved or put away."""
        if self._at_form:
            self._show_what_waits()

    def _show_what_waits(self) -> None:
        """In place of what stood before it: at the form of a dose, or of what could not be saved."""
        self._take_away()
        self._show_open()
        self.bring_back()

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.origin == BY_ITSELF:
            return
        if change.origin == "undo":
            self._taken_back += 1
            self._waiting.clear()
            self._forget_what_was_taken_back()
            self._follow(change.kinds)
            self.put_away.emit()
            return
        if self._is_unsaved and change.kinds & {"measurement", "rating"}:
            self._show_what_waits()
        if change.origin == "redo":
            self._bring_what_was_done_again()
        self._follow(change.kinds)
        if self._may_leave() and self._bridge.clock.now_ms() - self._shown_ms >= _STAYS_MS:
            self.close()
        if change.origin == "window" and change.kinds & SPOKEN_OF and change.count <= _MOST:
            self._waiting += self._bridge.logbook.written_by(change)
            self._look()

    def _forget_what_was_taken_back(self) -> None:
        """What is said of the rest waits where something else stands before it."""
        left = list(filter(self._is_there, self._open))
        self._closed.found = list(filter(self._is_there, self._closed.found))
        gone, self._open = [found for found in self._open if found not in left], left
        self._gone = [*self._gone, *gone][-_MOST:]
        if gone and self.notice is not None and not (self._at_form or self._is_unsaved):
            self._show_again()

    def _bring_what_was_done_again(self) -> None:
        """What is said of entries that redo brought back."""
        back = list(filter(self._is_there, self._gone))
        self._gone = [found for found in self._gone if found not in back]
        self._open += back
        if back and not (self._at_form or self._is_unsaved):
            self._show_again()
        if self._high is None:
            self.bring_back()

    def _is_there(self, found: Found) -> bool:
        """Whether all of what was saved is there as it was."""
        stored = self._bridge.logbook.existing([entry.id for entry in found.saved])
        return all(stored.get(entry.id) == entry for entry in found.saved)

    def _follow(self, kinds: frozenset[str]) -> None:
        """Whatever was changed while a notice is shown: it says what holds now, or goes."""
        if kinds & _OF_ONE_LINE and self._line_of is not None and not self._is_there(self._line_of):
            self._take_away()
        if kinds & _ON_EMERGENCIES:
            self._follow_emergencies()
        if self._high is not None and not self._at_form and kinds & _ON_EMERGENCIES:
            self._follow_pressure()
        elif self._high is None and "condition" in kinds:
            self.bring_back()  # in a pregnancy less is spoken of
        if kinds & _ON_THE_LIST:
            self._say_as_it_is_now()

    def _may_leave(self) -> bool:
        """Whether what is shown may go by itself; a high blood pressure stays until it is closed."""
        if self._is_one_line():
            return True
        said = [found.speech for found in self._open if found.speech is not None]
        return self.notice is not None and bool(said) and all(speech.may_leave for speech in said)

    def _look(self) -> None:
        if self._at_work or not self._waiting:
            return
        saved, self._waiting, self._at_work = self._waiting, [], True
        logbook, ticket = self._bridge.logbook, self._taken_back
        run_in_background(
            lambda: found_in(logbook, saved),
            while_alive(self, lambda found: self._say(found, ticket)),
            while_alive(self, lambda _problem: self._say(Found(saved), ticket)),
        )

    def _say(self, found: Found, ticket: int) -> None:
        """Show the notice, unless the entries were taken back meanwhile."""
        self._at_work = False
        if self._bridge.can_write and ticket == self._taken_back:
            if (speech := found.speech) is not None:
                self._bridge.attempt(
                    lambda: self._bridge.logbook.save(*speech.remember, origin=BY_ITSELF), self._message
                )
                self._open.append(found)
            if found.high is not None and not self._says_more_than(found.high):
                self._just_saved = "" if found.high.measured.private else found.high.measured.id
                self._show_pressure(found.high)
            elif speech is not None:
                self._show_again()
            elif (found.silent or found.said_before) and (self.notice is None or self._is_one_line()):
                self._show_silent(found)
        self._look()

    def _says_more_than(self, high: HighPressure) -> bool:
        """Whether a very high pressure is spoken of, beside which one that is only raised is no news."""
        return high.is_raised_only and self._high is not None and not self._high.is_raised_only

    def _show_open(self) -> None:
        """All that the list said and nobody closed, in one notice."""
        if (speech := spoken(self._open)) is not None:
            self._show_speech(speech)

    def _show_again(self) -> None:
        """With what is new: of a blood pressure that is spoken of, or else of what the list said."""
        if self._high is None:
            if self._line_of is not None and not self._open:
                self._show_silent(self._line_of)
                return
            if not self._open:
                self._take_away()
            self._show_open()
            return
        unsaved = self._is_unsaved
        self._show_pressure(self._high)
        self._is_unsaved = unsaved

    def _show_speech(self, speech: Speech) -> None:
        from journal.guidance.signs_in_words import country_of
        from journal.ui.safety.interaction_notice import InteractionNotice

        country = country_of(*self._bridge.whom_to_call)
        notice = InteractionNotice(self._bridge.texts, speech, country, self._said_first())
        notice.more_wanted.connect(lambda: self._go_on(notice.page, notice.about))
        self._show(notice)
        notice.closed.connect(self._close_speech)

    def _close_speech(self) -> None:
        self._closed.close(self._open)
        self._open.clear()
        self.put_away.emit()

    def _close_pressure(self, notice: PressureNotice, high: HighPressure) -> None:
        """What it says of the pressure stays where it was folded away, and nobody had it shown."""
        if notice.is_unread:
            self._show_pressure(high, alone=True)
            return
        self._pressures.close()
        self.put_away.emit()
        self._show_open()

    def has_closed(self) -> bool:
        """Whether the person closed a notice in the last 24 hours."""
        return self._closed.are_any()

    def closed_names(self) -> list[str]:
        """What of it may be named where others can see it."""
        return self._closed.names()

    def closed_unanswered(self) -> str:
        """Nothing is asked here."""
        return ""

    def show_closed_again(self) -> None:
        """Say again what was closed; a blood pressure first."""
        self._open = [*self._closed.take(), *self._open]
        if self._pressures.has_closed():
            self._pressures.open_again()
            self.bring_back()
        else:
            self._show_open()
        self.put_away.emit()

    def _show_silent(self, found: Found) -> None:
        from journal.guidance.open_emergencies import in_one_line
        from journal.guidance.recognising import folded_name
        from journal.guidance.signs_in_words import country_of
        from journal.ui.safety.said_before_line import SaidBeforeLine
        from journal.ui.safety.same_group_line import SameGroupLine

        texts, bridge = self._bridge.texts, self._bridge
        first = in_one_line(self._said_first()[:2])
        line: QuietNotice
        if found.silent:
            line = SameGroupLine(texts, found.silent, country_of(*bridge.whom_to_call), first)
            about = folded_name(found.silent[0].name.given)
            line.more_wanted.connect(lambda: self._go_on("", about))
        else:
            line = SaidBeforeLine(texts, found.said_before, bridge.clock, first)
            line.more_wanted.connect(lambda: self._say_it_again(found))
        self._show(line)
        self._line_of = found

    def _say_it_again(self, found: Found) -> None:
        """The notice that was closed; after a start the list says the same."""
        from journal.guidance.recognising import folded_name

        if self._closed.recent():
            self.show_closed_again()
        else:
            self._go_on("", folded_name(found.said_before[0].name.given))

    def _is_one_line(self) -> bool:
        from journal.ui.safety.said_before_line import SaidBeforeLine
        from journal.ui.safety.same_group_line import SameGroupLine

        return isinstance(self.notice, SameGroupLine | SaidBeforeLine)

    def _show_pressure(self, high: HighPressure, alone: bool = False) -> None:
        """``alone``: what to do about an emergency was said before it, in the notice that was closed."""
        from journal.guidance.notice_lines import adding_up
        from journal.guidance.open_emergencies import in_one_line
        from journal.guidance.signs_in_words import country_of
        from journal.ui.safety.pressure_notice import PressureNotice

        country, now_ms = country_of(*self._bridge.whom_to_call), self._bridge.clock.now_ms()
        speech, texts = spoken(self._open), self._bridge.texts
        together = "" if speech is None else adding_up(texts, speech)
        just_saved = high.measured.id == self._just_saved
        first = self._said_first(high)
        said, again = ((), in_one_line(first[:2])) if alone else (first, "")
        notice = PressureNotice(texts, high, now_ms, country, said, together, just_saved, again)
        notice.more_wanted.connect(self._call)  # it comes back after the numbers
        self._show(notice)
        self._high = high
        notice.closed.connect(lambda: self._close_pressure(notice, high))

    def _said_first(self, beside: HighPressure | None = None) -> tuple[str, ...]:
        """What to do about a warning sign that is an emergency by now; ``beside`` as in ``emergency_first``."""
        from journal.guidance.open_emergencies import emergency_first, open_emergencies
        from journal.guidance.signs_in_words import country_of

        now_ms = self._bridge.clock.now_ms()
        emergencies = open_emergencies(self._bridge.logbook, now_ms)
        country = country_of(*self._bridge.whom_to_call)
        self._first = emergency_first(self._bridge.texts, emergencies, now_ms, country, beside)
        return self._first

    def _follow_emergencies(self) -> None:
        """What is said first may be another since a sign or a pressure came, went or was answered about."""
        before, at_form = self._first, self._at_form
        if at_form:
            self._show_what_waits()
            self.form_opened(at_form)
        elif self.notice is not None and self._said_first(self._high) != before and not self._is_unsaved_sign():
            self._show_again()

    def _is_unsaved_sign(self) -> bool:
        return self._is_unsaved and self._high is None

    def _say_as_it_is_now(self) -> None:
        """What the list said, closed or not, was right without what came, or with what went."""
        self._followed += 1
        said, logbook, ticket = [*self._open, *self._closed.found], self._bridge.logbook, self._followed
        if said:
            run_in_background(
                lambda: found_by_now(logbook, said),
                while_alive(self, lambda now: self._take_over(said, now, ticket)),
                # What cannot be read again stands as it was; what is said first is right all the same.
                while_alive(self, lambda _problem: None),
            )

    def _take_over(self, said: list[Found], now: list[Found], ticket: int) -> None:
        """Unless a later sign is followed already. Each is known by the list of what was saved with it."""
        if ticket != self._followed:
            return
        by_now = {id(before.saved): after for before, after in zip(said, now, strict=True)}
        opened, closed = (
            [after for each in among if (after := by_now.get(id(each.saved), each)).speech is not None]
            for among in (self._open, self._closed.found)
        )
        changed, closed_less = opened != self._open, len(closed) != len(self._closed.found)
        self._open, self._closed.found = opened, closed
        if changed and self.notice is not None and not (self._at_form or self._is_unsaved_sign()):
            self._show_again()
        if closed_less:
            self.put_away.emit()

    def _follow_pressure(self) -> None:
        """In a pregnancy less is spoken of, a bad headache counts beside it, and it may be another one or gone."""
        before, unsaved = self._high, self._is_unsaved
        if before is None:
            return
        from journal.guidance.blood_pressure import high_in_journal

        logbook, id_ = self._bridge.logbook, before.measured.id
        measured = before.measured if unsaved else logbook.existing([id_]).get(id_)
        now = next(iter(high_in_journal(logbook, [measured])), None)
        if now is None:
            self._take_away()
            self._show_open()
            self.bring_back()
        elif now != before:
            self._show_pressure(now)
            self._is_unsaved = unsaved

    def _show(self, notice: QuietNotice) -> None:
        self._take_away()
        self.notice = notice
        notice.room = self._room
        notice.closed.connect(self._take_away)
        self._column.insertWidget(0, notice)
        notice.setVisible(not self._aside)
        once_laid_out(notice, notice.fit)
        self._shown_ms = self._bridge.clock.now_ms()
        self.came_or_went.emit()
        notice.read_out()

    def _go_on(self, page: str, about: str) -> None:
        self.close()
        self._read_more(page, about)

    def begins_with_emergency(self) -> bool:
        """Whether the notice says what is to be done first."""
        return (
            self.is_shown() and self.notice is not None and bool(self._first) and self._first[0] in self.notice.words()
        )

    def stand_aside(self, aside: bool) -> None:
        """Whether the emergency numbers need the room; the notice comes back after them."""
        self._aside = aside
        if self.notice is not None:
            self.notice.setVisible(not aside)
            self.came_or_went.emit()

    def is_shown(self) -> bool:
        """Whether something is said and does not stand aside."""
        return self.notice is not None and not self._aside

    def close(self) -> None:
        """Take the notice away, if there is one, and all that waits behind it."""
        self._open.clear()
        self._take_away()

    def _take_away(self) -> None:
        if self.notice is not None:
            hand_keyboard_on(self.notice)
            self.notice.hide()
            self.notice.deleteLater()
            self.notice, self._high, self._is_unsaved, self._at_form, self._line_of = None, None, False, "", None
            self.came_or_went.emit()
