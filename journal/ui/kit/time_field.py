"""The time field, which understands what was typed and says beside it what will be kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.core.moments import (
    MINUTE_MS,
    AmbiguousTime,
    Clock,
    Moment,
    here,
    moment_now,
)
from journal.core.refusal import Refused
from journal.core.typed_day_parts import OneOfSeveral
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.refusals import explain
from journal.texts.typed import read_moment
from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.fields import line_edit
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.kept_place import keep_place
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import label, set_role

_PRESETS = (
    (marked("now"), "now"),
    (marked("15 min ago"), "-15 min"),
    (marked("30 min ago"), "-30 min"),
    (marked("1 h ago"), "-1 h"),
)


class TimeField(QWidget):
    """A moment as the person types it, presets for the usual ones, and the choice where the clock showed it twice.

    What was understood while typing is what is saved, however long the form stays open; only now goes on being now.
    """

    changed = Signal()
    minute_passed = Signal()  # "today" may have become "yesterday"

    def __init__(self, texts: Texts, clock: Clock, name: str) -> None:
        super().__init__()
        self._texts, self._clock = texts, clock
        self._fixed: Moment | None = None
        self._place: Moment | None = None
        self.edit = line_edit(name, texts("now"), 60)
        self._understood = label(role="small", wrap=True)
        keep_place(self._understood)
        self._question = InlineMessage()
        presets = QWidget()
        flow = FlowLayout(presets, 6)
        self.presets: list[PushButton] = [
            chip(texts(words), checkable=False, on_click=lambda text=text: self.set_text(text))  # type: ignore[misc]
            for words, text in _PRESETS
        ]
        for preset in self.presets:
            flow.addWidget(preset)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        for part in (self.edit, self._understood, self._question, presets):
            body.addWidget(part)
        self.edit.textChanged.connect(self._typed)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        # Over night "today" becomes the day before.
        self._minutely = QTimer(self)
        self._minutely.timeout.connect(self._say_fixed)
        self._minutely.timeout.connect(self.minute_passed)
        self._minutely.timeout.connect(self._wait_a_minute)
        self._wait_a_minute()
        self._typed()

    def offer_only_now(self) -> None:
        """For what is about a day or a week: minutes ago say nothing of it."""
        for preset in self.presets[1:]:
            preset.hide()

    def _wait_a_minute(self) -> None:
        """Until the clock shows the next one."""
        self._minutely.start(MINUTE_MS - self._clock.now_ms() % MINUTE_MS)

    def set_text(self, text: str) -> None:
        """Show a text as if it was typed; "-15 min" said again later counts from then."""
        if text == self.edit.text():
            self._typed()
        else:
            self.edit.setText(text)

    def set_moment(self, moment: Moment) -> None:
        """Show an entry's own moment; while its text is left alone, that very moment is kept, offset and all.

        A time typed over it is read on the clock of the entry's zone; "now" and "-15 min" mean this computer's clock.
        """
        self._place = moment
        self.edit.setText(moment.as_typed())
        self._fixed = moment
        self._typed_same()

    def moment(self) -> Moment:
        """What is meant; empty is now. Raises Refused (AmbiguousTime, OneOfSeveral until one is chosen)."""
        if self._fixed is not None:
            return self._fixed
        return read_moment(self._texts, self.edit.text(), self._clock, self._place)

    @property
    def is_as_kept(self) -> bool:
        """Whether it is still the moment of the entry that is changed."""
        return self._fixed is not None and self._fixed is self._place

    def ask(self, open_still: AmbiguousTime | OneOfSeveral) -> None:
        """Show the question of which of the times that it can be is meant, beside the field."""
        self._question.show_message(self.question(open_still), self.answers(open_still))

    def question(self, open_still: AmbiguousTime | OneOfSeveral) -> str:
        """What is asked where several times can be meant."""
        if isinstance(open_still, AmbiguousTime):
            return explain(self._texts, open_still)
        typed = self.edit.text().strip()
        return self._texts("“{text}” can be any of several hours. Which is nearest? Or type a time.", text=typed)

    def answers(self, open_still: AmbiguousTime | OneOfSeveral) -> list[tuple[str, Callable[[], object]]]:
        """The times that it can be, and what choosing one does to the field."""
        if isinstance(open_still, OneOfSeveral):
            today = moment_now(self._clock).local.date()
            return [(self._texts.when(at.local, today), lambda at=at: self._take(at)) for at in open_still.times]  # type: ignore[misc]
        first, second = (
            self._texts.time(moment.local) + _offset(moment) for moment in (open_still.first, open_still.second)
        )
        return [
            (self._texts("First, {time}", time=first), lambda: self._choose("first")),
            (self._texts("Second, {time}", time=second), lambda: self._choose("second")),
        ]

    def choices(self) -> list[QPushButton]:
        """The buttons of the open question, if there is one."""
        return [] if self._question.isHidden() else self._question.buttons()

    def understood(self) -> str:
        """The words below the field."""
        return self._understood.text()

    def leave_unsaid(self) -> None:
        """Show nothing below the field until something else is typed: it stands elsewhere."""
        self._question.dismiss()
        self._understood.setText("")
        self._understood.hide()

    def _take(self, at: Moment) -> None:
        self.edit.setText(at.as_typed())
        self.edit.setFocus()

    def _choose(self, which: str) -> None:
        self.edit.setText(f"{self.edit.text().strip()} {which}")
        self.edit.setFocus()

    def _typed(self) -> None:
        self._fixed = None
        self._typed_same()

    def _typed_same(self) -> None:
        self._question.dismiss()
        self._leave_enter()
        try:
            meant = self.moment()
            if not self.is_now():
                self._fixed = meant
            self._show(self._moment_in_words(meant))
        except (AmbiguousTime, OneOfSeveral) as open_still:
            self._show("")
            self.ask(open_still)
        except Refused as refused:
            self._show(explain(self._texts, refused), "hint")
        self.changed.emit()

    def _leave_enter(self) -> None:
        """Behind a time that was typed Enter saves it, also where Tab went on to the presets; Space presses them."""
        text = self.edit.text().strip()
        typed = not self.is_as_kept and text not in ("", *(preset for _words, preset in _PRESETS))
        for button in self.presets:
            button.leave_enter(typed)

    def _say_fixed(self) -> None:
        if self._fixed is not None:
            self._show(self._moment_in_words(self._fixed))

    def is_now(self) -> bool:
        """Whether the time goes on being now until it is saved."""
        return self.edit.text().strip().casefold() in ("", "now")

    def _show(self, words: str, role: str = "small") -> None:
        set_role(self._understood, role)
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)
        self._keep_words_in_sight()

    def _keep_words_in_sight(self) -> None:
        """What was understood is read while it is typed: the form scrolls to it, not to the line alone."""
        if self.edit.hasFocus() and self._understood.text():
            once_laid_out(self, self._show_words)

    def _show_words(self) -> None:
        bring_into_sight(self._understood)
        bring_into_sight(self.edit)  # where there is no room for both, the line that is typed in

    @called_by_qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self._keep_words_in_sight()
        return super().eventFilter(watched, event)

    def _moment_in_words(self, moment: Moment) -> str:
        if self.is_now():
            return ""
        now = moment_now(self._clock)
        date = moment.local.date()
        day = self._texts("today") if date == now.local.date() else self._texts.full_day(date)
        there = here(self._clock, moment.utc_ms)
        time = self._texts.time(moment.local) + ("" if there.offset_s == moment.offset_s else _offset(moment))
        if moment.zone == there.zone:
            return self._texts("= {day} {time}", day=day, time=time)
        return self._texts("= {day} {time}, {zone} time", day=day, time=time, zone=moment.zone)


def _offset(moment: Moment) -> str:
    """ " (UTC+2)": what tells the two apart."""
    hours, minutes = divmod(abs(moment.offset_s) // 60, 60)
    sign = "-" if moment.offset_s < 0 else "+"
    return f" (UTC{sign}{hours}{f':{minutes:02d}' if minutes else ''})"
