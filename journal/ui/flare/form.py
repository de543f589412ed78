"""The questions of a bad moment: how it is, what helps, whether something was taken, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Rating, Symptom
from journal.core.journal_day import journal_day
from journal.core.moments import Moment, moment_now
from journal.core.warning_words import means_sign, sign_code
from journal.guidance.too_strong_now import too_strong_words, why_too_strong
from journal.texts.names import symptom_ends, symptom_name
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.flare.own_list import OwnList
from journal.ui.flare.written import Answered, rated, taken
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import Button, action_button, button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.digit_goes_on import DigitGoesOn
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.form import State
from journal.ui.kit.key_names import key_name
from journal.ui.kit.key_places import typed_digit
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight, see_with
from journal.ui.kit.timed_form import TimedForm
from journal.ui.kit.widgets import heading, label

if TYPE_CHECKING:
    from journal.guidance.warning_signs import Noted

DRAFT = "flare"
_NOW, _EARLIER = "now", "earlier"


class FlareForm(TimedForm):
    """Large targets, every answer optional, nothing chosen beforehand. A digit answers and goes on; Enter saves."""

    emergency_wanted = Signal()
    taking = Signal(str)  # the kind of what was taken, or is about to be; "" for nothing

    head_stays = True

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", DRAFT)
        self._warnings: tuple[Noted, ...] = ()
        self.symptom: Symptom | None = bridge.logbook.main_symptom()
        self.scale = self._made_scale()
        self.own_list = OwnList(bridge)
        self.taken = ChipRow(self.texts("Taken anything?"), self._answers(), optional=True, large=True)
        self.taken.describe(self.own_list.spoken(self.texts))
        self.too_strong = label("", "small", wrap=True)
        self.too_strong.hide()
        times = [(_NOW, self.texts("now")), (_EARLIER, self.texts("earlier"))]
        self.when = ChipRow(self.texts("When?"), times, optional=True, large=True)
        self.emergency = self._emergency_button()
        self.leave_button: Button = action_button(self.texts("Leave"), "", "Esc", self.cancel)
        self.time.edit.setPlaceholderText(self.texts("for example 1 h ago; empty if you do not know"))
        self.time.presets[0].hide()  # "now" has an answer of its own
        self._lay_out()
        self.taken.changed.connect(self._taken_answered)
        self.when.changed.connect(self._when_answered)
        self.time.minute_passed.connect(self._show_clock)
        self._show_clock()
        self._show_what_belongs()

    # --- building ---

    def _made_scale(self) -> RatingScale | None:
        if self.symptom is None:
            return None
        name, (low, high) = symptom_name(self.texts, self.symptom), symptom_ends(self.texts, self.symptom)
        scale = RatingScale(self.texts, self.texts("{symptom} now?", symptom=name), low, high, large=True)
        scale.changed.connect(self.touched)
        scale.moved.connect(lambda by: self.taken.focus() if by > 0 else None)
        return scale

    def _answers(self) -> list[tuple[object, str]]:
        texts = self.texts
        return [
            (Answered.NOT_NOW, texts("Not now")), (Answered.MEDICINE, texts("A medicine")),
            (Answered.DOSE, texts("A dose")), (Answered.SOMETHING_ELSE, texts("Something else")),
        ]  # fmt: skip

    def _emergency_button(self) -> QPushButton:
        made = button(self.texts("Emergency help, {key}", key=key_name("F1")), self.emergency_wanted.emit)
        made.setProperty("role", "emergency_item")
        return made

    def _lay_out(self) -> None:
        self.content.setSpacing(12)
        self.head.addWidget(self.emergency)
        self.head.addWidget(self.leave_button)
        self.cancel_button.hide()
        if self.scale is not None and self.symptom is not None:
            low, high = symptom_ends(self.texts, self.symptom)
            ends = self.texts("0 {low}, 10 {high}", low=low, high=high)
            asked = self.texts("{symptom} now?", symptom=symptom_name(self.texts, self.symptom))
            meaning = label(ends, "small")
            self._ask(asked, meaning, self.scale)
            DigitGoesOn(self.texts, self.scale, meaning).goes_on.connect(self._go_on)
        self.content.addWidget(self.own_list)
        self._ask(self.texts("Taken anything?"), label(self.texts("keys 1 to 4"), "small"), self.taken)
        self.content.addWidget(self.too_strong)
        self._when_asked = self._asked(self.texts("When?"), label(self.texts("keys 1 and 2"), "small"))
        see_with(self._when_asked, self.when)
        for part in (self._when_asked, self.when, self.time):
            self.content.addWidget(part)
        every = self.texts("Every answer is optional. You can complete this later.")
        self.content.addWidget(label(every, "small", wrap=True))
        self.content.addWidget(QuietHelp(self.bridge))
        self.content.addStretch(1)

    def _ask(self, question: str, beside: QLabel, answers: QWidget) -> None:
        asked = self._asked(question, beside)
        see_with(asked, answers)
        self.content.addWidget(asked)
        self.content.addWidget(answers)

    @staticmethod
    def _asked(question: str, beside: QLabel) -> QWidget:
        return flowing(heading(question), beside, far="last")

    # --- opening ---

    def open_new(self) -> None:
        """Nothing is chosen."""
        self.begin()

    def first_field(self) -> QWidget:
        return self.scale or self.taken

    def take_keyboard(self) -> None:
        super().take_keyboard()
        first = self.first_field()
        once_laid_out(first, lambda: bring_into_sight(first))

    def _show_clock(self) -> None:
        self.heading.setText(self.texts.time(self._now().local))

    def _now(self) -> Moment:
        return moment_now(self.bridge.clock)

    # --- while it is open ---

    def _taken_answered(self) -> None:
        self._show_what_belongs()
        self.taking.emit(self._kind_taken())
        self.touched()

    def _kind_taken(self) -> str:
        match self.taken.value():
            case None | Answered.NOT_NOW:
                return ""
            case Answered.DOSE:
                return "dose"
            case _:
                return "intake"

    def warnings(self) -> tuple[Noted, ...]:
        return self._warnings

    def _when_answered(self) -> None:
        if self.when.value() != _EARLIER:
            self.time.set_text("")
        self._show_what_belongs()
        self.touched()

    def _show_what_belongs(self) -> None:
        """ "When?" belongs to what was taken, and a time to "earlier"."""
        some = self.taken.value() not in (None, Answered.NOT_NOW)
        for part in (self._when_asked, self.when):
            part.setVisible(some)
        self.time.setVisible(some and self.when.value() == _EARLIER)
        words = self._too_strong_words() if self.taken.value() == Answered.DOSE else ""
        self.too_strong.setText(words)
        self.too_strong.setVisible(bool(words))

    def _too_strong_words(self) -> str:
        logbook = self.bridge.logbook
        why = why_too_strong(logbook, None, False, journal_day(self._now(), logbook.preferences.day_start))
        return too_strong_words(self.texts, logbook, why) if why else ""

    # --- the keyboard ---

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = typed_digit(event)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if not (plain and digit is not None and self._digit(digit)):
            super().keyPressEvent(event)

    def _digit(self, digit: int) -> bool:
        """Answer the question that has the keyboard; what has it answers nothing itself."""
        focused = self.focusWidget()
        if focused is None or self.message.asks:
            return False
        if self.when.isAncestorOf(focused):
            return self._answer_when(digit)
        if self.taken.isAncestorOf(focused):
            return self._answer_taken(digit)
        return False

    def _go_on(self, digit: int | None) -> None:
        self._come_to(self.taken)
        if digit is not None:
            self._answer_taken(digit)

    def _answer_taken(self, digit: int) -> bool:
        answered = self.taken.choose_number(digit)
        if answered and not self.when.isHidden():
            self._come_to(self.when)
        return answered

    def _answer_when(self, digit: int) -> bool:
        answered = self.when.choose_number(digit)
        if answered and not self.time.isHidden():
            self._come_to(self.time)
        return answered

    @staticmethod
    def _come_to(question: QWidget) -> None:
        """The keyboard goes to the first answer, and all of them come into sight."""
        if isinstance(question, ChipRow):
            question.focus()
        else:
            question.setFocus(Qt.FocusReason.TabFocusReason)
        once_laid_out(question, lambda: bring_into_sight(question))

    # --- drafts ---

    def state(self) -> State:
        return {
            "value": self.scale.value() if self.scale is not None else None,
            "taken": self.taken.value(),
            "when": self.when.value(),
            "time": self.time.edit.text(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        self.begin()
        if self.scale is not None:
            self.scale.set_value(state["value"])
        self.taken.set_value(state["taken"])
        self.when.set_value(state["when"])
        self.show_time_of(state)
        self._show_what_belongs()
        self.taking.emit(self._kind_taken())

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        now, value = self._now(), self.scale.value() if self.scale is not None else None
        answer = self.taken.value()
        what = answer if isinstance(answer, Answered) else None
        earlier = self.when.value() == _EARLIER and not self.time.isHidden()
        at = self.time.moment() if earlier else now
        entries = [rated(self.symptom, value, now)] if value is not None and self.symptom is not None else []
        done = [*entries, *taken(self.texts, what, at, time_said=not (earlier and self.time.is_now()))]
        if not done:
            self.message.refuse(self._nothing_to_save(what))
            self.take_keyboard()
            return None
        saved = self.bridge.logbook.save(*done, label="flare.added", discard_draft=self.draft_key)
        self._warnings = self._warnings_in(entries)
        return saved

    def _warnings_in(self, rated: Sequence[Rating]) -> tuple[Noted, ...]:
        """The main symptom, if the person calls it by the words of a warning sign."""
        if self.symptom is None or not means_sign(self.symptom):
            return ()
        from journal.guidance.warning_signs import noted_in

        return tuple(noted_in(rated, {self.symptom.id: sign_code(self.symptom)}))

    def _nothing_to_save(self, what: Answered | None) -> str:
        if what is Answered.NOT_NOW:
            return self.texts("“Not now” alone writes nothing down. Choose a number, or leave with Esc.")
        return self.texts("Nothing is chosen yet. Choose a number, or leave with Esc.")
