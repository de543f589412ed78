"""A check-in: the questions of one instrument in their published words, or those of the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.check_ins import ABOUT_MOOD, QUESTIONNAIRES, SKIPPED, VERSION, Instrument
from journal.core.entries import CheckIn, Entry
from journal.core.plaintext import typed_note
from journal.texts.instruments import CHOICES, ENDS, ITEMS, NAMES, NOTICES, STEMS
from journal.texts.marked import marked
from journal.texts.typed import read_hours
from journal.ui.entries.answered_already import answered_already, save_them_again
from journal.ui.entries.check_in_item import CheckInItem
from journal.ui.entries.declared_form import BEGINS_PRIVATE
from journal.ui.entries.entry_form import EntryForm
from journal.ui.entries.helped_part import HelpedPart
from journal.ui.entries.last_check_in import answers_of, last_answers
from journal.ui.entries.other_answers import OtherAnswers
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.entries.typed_inputs import NumberInput
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import NoteEdit
from journal.ui.kit.form import State
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.timed_form import TimedForm
from journal.ui.kit.widgets import clear_layout, label

# The program's own questions of the day.
_QUALITY = marked(("Quality of sleep", "very bad", "very good"))
_FUNCTION = marked(("How much could you do?", "nothing", "all that was planned"))
_MOST_HOURS = 24_000  # thousandths; more is no sleep of one night


class CheckInForm(EntryForm, TimedForm):
    """Every question can be skipped. A skipped one means that there is no score, and the form says so."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("Check-in"), draft_key)
        self._editing: CheckIn | None = None
        self.instrument = Instrument.DAILY
        self.items: list[CheckInItem] = []
        self._told_open: set[int] = set()  # open questions of which it was said that they mean no score
        self._others, self._told_of_others = OtherAnswers(), frozenset[Instrument]()
        self._sure = False  # that they are to be saved a second time
        self._private_chosen = False  # by the person
        self.sleep: NumberInput | None = None
        self.helped: HelpedPart | None = None
        self.which = ChipRow(self.texts("Check-in"), self._offered())
        self.which.changed.connect(self._chosen)
        holder = QWidget()
        self._questions = QVBoxLayout(holder)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._questions.setSpacing(12)
        self.note = NoteEdit(self.texts("Note"), self.texts("optional"), lines=2)
        self.private = TickBox(self.texts("Private: leave it out of reports"))
        self.content.addWidget(self.which)
        self.content.addWidget(holder)
        self.add(self.texts("Note"), self.note)
        self.content.addWidget(self.private)
        self.add_time()
        self.time.offer_only_now()
        self.note.textChanged.connect(self.touched)
        self.private.toggled.connect(self._hear_private)
        self.private.toggled.connect(self.touched)

    def _offered(self) -> list[tuple[object, str]]:
        mood = self.bridge.logbook.preferences.ask_mood
        names = {Instrument.PEG: self.texts("Past week (PEG)"), Instrument.DAILY: self.texts("Today")}
        return [(code, names.get(code, self.texts(NAMES[code]))) for code in _ORDER if mood or code not in ABOUT_MOOD]

    # --- opening ---

    def open_new(self, day: dt.date | None = None) -> None:
        """The questions of the day; others are one press away."""
        self.open_instrument(Instrument.DAILY, day)

    def open_instrument(self, instrument: Instrument, day: dt.date | None = None) -> None:
        """These questions, none answered."""
        self._show_questions(instrument)
        self._tick_private()
        self.ask_time_of(day)
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """The check-in of the row."""
        (check_in,) = entries
        assert isinstance(check_in, CheckIn)
        self._editing = check_in
        self.heading.setText(self.texts("Change the check-in"))
        self.which.hide()
        self._show_questions(check_in.instrument)
        self._show_answers(check_in)
        self.time.set_moment(check_in.at)
        self.begin(check_in)

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """The same questions, to be answered now: answers are never carried over."""
        (check_in,) = entries
        assert isinstance(check_in, CheckIn)
        self.open_instrument(check_in.instrument)

    def first_field(self) -> QWidget:
        if self.time_asked:
            return self.time.edit
        return self.sleep.widget if self.sleep is not None else self.items[0].answers

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Where the questions were chosen by arrow keys, the keyboard stays there: a digit is the first answer.
        focused = self.focusWidget()
        choosing = focused is not None and self.which.isAncestorOf(focused)
        if not (choosing and self.sleep is None and self.items[0].take_digit(event)):
            super().keyPressEvent(event)

    # --- questions ---

    def _chosen(self, instrument: object) -> None:
        assert isinstance(instrument, Instrument)
        self._others.keep(self.instrument, self._answers_state())
        self._show_questions(instrument)
        if answers := self._others.take(instrument):
            self._show_state(answers)
        self._tick_private()
        self.touched()
        self.items[0].take_keyboard()

    def _tick_private(self) -> None:
        """What is about mood is private at first; a tick that the person made stays."""
        chosen = self._private_chosen and self.private.is_ticked()
        self.private.tick(self.instrument in ABOUT_MOOD or chosen)
        self._private_chosen = chosen

    def _hear_private(self) -> None:
        self._private_chosen = True

    def _show_questions(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.which.set_value(instrument)
        clear_layout(self._questions)
        self.items, self.sleep, self.helped, self._told_open = [], None, None, set()
        if instrument in QUESTIONNAIRES:
            self._show_items(instrument)
        else:
            self._show_day()
        self._show_last()
        for item in self.items:
            item.changed.connect(self.touched)
        for number, item in enumerate(self.items):
            item.moved.connect(lambda by, number=number: self._move(number + by))
            item.goes_on.connect(lambda digit, number=number: self._go_on(number, digit))
        self.items[-1].end_here()

    def _show_items(self, instrument: Instrument) -> None:
        if instrument in ABOUT_MOOD:
            self._put(label(self.texts(BEGINS_PRIVATE), "small", wrap=True))
        if instrument in STEMS:
            self._put(label(self.texts(STEMS[instrument]), "strong", wrap=True))
        choices = [self.texts(words) for words in CHOICES.get(instrument, ())]
        for number, words in enumerate(ITEMS[instrument]):
            low, high = ENDS[instrument][number] if instrument in ENDS else ("", "")
            ends = (self.texts(low), self.texts(high)) if low else None
            self._put_item(CheckInItem(self.texts, self.texts(words), ends, choices))
        if instrument in ENDS:
            words = self.texts("A digit answers, and the keyboard goes to the next question.")
            self._put(label(words, "small", wrap=True))
        kept = self.texts("A skipped question means that there is no score. The answers are kept.")
        self._put(label(kept, "small", wrap=True))
        if instrument in ABOUT_MOOD:
            self._put(QuietHelp(self.bridge))
        self._put(label(self.texts(NOTICES[instrument]), "small", wrap=True))

    def _show_day(self) -> None:
        self.sleep = NumberInput(self.texts, self.texts("Hours of sleep"), False, 0, _MOST_HOURS, read_hours)
        self._put(label(self.texts("Hours of sleep"), wrap=True))
        self._put(self.sleep.widget)
        words = self.texts("In the next questions a digit answers, and the keyboard goes to the next one.")
        self._put(label(words, "small", wrap=True))
        for words, low, high in (_QUALITY, _FUNCTION):
            self._put_item(CheckInItem(self.texts, self.texts(words), (self.texts(low), self.texts(high))))
        self.helped = HelpedPart(self.bridge, self.texts("What helped?"))
        self._put(label(self.texts("What helped?"), wrap=True))
        self._put(self.helped)
        self.sleep.changed.connect(self.touched)
        self.helped.changed.connect(self.touched)

    def _put(self, part: QWidget) -> None:
        self._questions.addWidget(part)
        part.show()

    def _put_item(self, item: CheckInItem) -> None:
        self.items.append(item)
        self._put(item)

    def _move(self, number: int) -> None:
        if 0 <= number < len(self.items):
            self.items[number].take_keyboard()
            self.scroller.ensureWidgetVisible(self.items[number])

    def _go_on(self, answered: int, digit: int | None) -> None:
        """To the next question that is not skipped; behind the last one the keyboard stays."""
        later = (number for number in range(answered + 1, len(self.items)) if not self.items[number].skip.isChecked())
        number = next(later, answered)
        if number != answered:
            self._move(number)
            self.items[number].reached_by_digit()
        if digit is not None:
            self.items[number].type_digit(digit)

    def _show_last(self) -> None:
        for item, answer in zip(self.items, last_answers(self.bridge, self.instrument, self._editing), strict=False):
            item.show_last(answer)

    def _show_answers(self, check_in: CheckIn) -> None:
        for item, answer in zip(self.items, answers_of(check_in), strict=False):
            item.show_answer(answer)
        if self.sleep is not None and self.helped is not None:
            self.sleep.show(check_in.sleep)
            self.helped.show_helped(check_in.helped)
        self.note.set_text(check_in.note)
        self.private.tick(check_in.private)

    # --- drafts ---

    def state(self) -> State:
        return {
            "instrument": self.instrument,
            **self._answers_state(),
            "others": self._others.state(),
            "note": self.note.text(),
            "private": self.private.is_ticked(),
            "time": self.time.edit.text(),
            "editing": self._editing.id if self._editing else None,
        }

    def _answers_state(self) -> State:
        return {
            "items": [[item.value(), item.skip.isChecked()] for item in self.items],
            "sleep": self.sleep.state() if self.sleep is not None else None,
            "helped": self.helped.state() if self.helped is not None else None,
        }

    def _show_state(self, state: Mapping[str, Any]) -> None:
        for item, (value, skipped) in zip(self.items, state["items"], strict=False):
            item.show_answer(SKIPPED if skipped else value)
        if self.sleep is not None and self.helped is not None:
            self.sleep.restore(state["sleep"] or "")
            self.helped.restore(state["helped"])

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit_entries([self.bridge.live_entry(state["editing"], CheckIn)])
        else:
            self.open_instrument(Instrument(state["instrument"]))
        self._show_state(state)
        self._others.restore(state.get("others", {}))  # a draft of an earlier version has none
        self.note.show_typed(state["note"])
        self.private.tick(state["private"])
        self.show_time_of(state)

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        if problem := self._problem():
            self.message.refuse(problem)
            return None
        if self._tells_of_open() or self._tells_of_others():
            return None
        at = self.time.moment()
        base = self._editing or CheckIn(at=at, instrument=self.instrument, version=VERSION)
        answers = tuple(item.answer() for item in self.items) if self.instrument in QUESTIONNAIRES else ()
        check_in = replace(
            base, at=at, answers=answers, **self._of_the_day(), note=typed_note(self.note.text()),
            private=self.private.is_ticked(),
        )  # fmt: skip
        if not (self._editing or self._sure) and self._asks_again(check_in):
            return None
        created = self.helped.created() if self.helped is not None else []
        label_key = "check_in.changed" if self._editing else "check_in.added"
        return self.bridge.logbook.save(check_in, *created, label=label_key, discard_draft=self.draft_key or None)

    def _asks_again(self, check_in: CheckIn) -> bool:
        """Ask whether the same questions are meant to be answered twice; No leaves everything as it is."""
        logbook = self.bridge.logbook
        answered = answered_already(logbook, check_in)
        if answered is None:
            return False
        no, again = (self.texts("No"), self.take_keyboard), (self.texts("Save them again"), self._save_again)
        self.ask(save_them_again(self.texts, logbook, answered), [no, again])
        return True

    def _save_again(self) -> None:
        self._sure = True
        self.save()
        self._sure = False

    def _tells_of_open(self) -> bool:
        """Say once that open questions mean no score, and go to the first of them; saving again goes on."""
        still_open = {number for number, item in enumerate(self.items) if item.open}
        if self.instrument not in QUESTIONNAIRES or still_open <= self._told_open:
            return False
        self._told_open = still_open
        words = self.texts.plural(
            "{n} question has no answer, so there will be no score. Answer it, or press Enter again to save it so.",
            "{n} questions have no answer, so there will be no score. Answer them, or press Enter again to save it so.",
            len(still_open),
        )
        self.message.show_message(words)
        self._move(min(still_open))
        return True

    def _tells_of_others(self) -> bool:
        """Say once that answers to other questions are not saved with these; saving again goes on."""
        others = self._others.instruments()
        if others <= self._told_of_others:
            return False
        self._told_of_others = others
        names = ", ".join(name for code, name in self._offered() if code in others)
        words = self.texts(
            "You also answered: {names}. That is not saved with this. Go back to it, or press Enter again to save "
            "this alone.",
            names=names,
        )
        self.message.show_message(words)
        return True

    def _problem(self) -> str:
        if self.sleep is not None and (problem := self.sleep.problem()):
            return problem
        answered = any(item.value() is not None for item in self.items)
        of_day = self._of_the_day()
        if answered or of_day.get("sleep") is not None or of_day.get("helped") or self.note.text().strip():
            return ""
        return self.texts("Nothing is answered yet. Choose an answer, or cancel.")

    def _of_the_day(self) -> dict[str, Any]:
        if self.sleep is None or self.helped is None:
            return {}
        quality, function = (item.value() for item in self.items)
        return {
            "sleep": self.sleep.value(), "quality": quality, "function": function, "helped": self.helped.all_helped(),
        }  # fmt: skip


_ORDER = (Instrument.DAILY, Instrument.PEG, Instrument.PHQ2, Instrument.GAD2)
assert set(_ORDER) == set(Instrument)
