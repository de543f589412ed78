"""The line in which a medicine or substance is typed: name, amount in words, Enter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Substance
from journal.core.plaintext import clean_name
from journal.core.refusal import Refused
from journal.core.rough_days import has_come
from journal.core.substances import Source, Use
from journal.guidance.medicine_line import MedicineLine, taken_apart
from journal.texts.health_names import SOURCES, USES
from journal.texts.refusals import explain
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.health.same_name import is_alike, same_name
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField, example_day
from journal.ui.kit.fields import PASTED_LIMIT, line_edit
from journal.ui.kit.form import Form, State
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.text_line import has_added

_BESIDE_FROM = 440  # px at 100 %, of name and amount in one line
SUBSTANCE_DRAFT = "health.substance line"


class SubstanceLine(Form):
    """Always there: once something is added, the next can be typed. Nothing is chosen beforehand.

    All of it typed in the line of the name is taken apart. ``same_wanted`` with the entry that has this name already,
    and what was typed.
    """

    always_there = True

    same_wanted = Signal(object, object)

    head_stays = True  # out of sight: the card says what it is

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", SUBSTANCE_DRAFT)
        texts = self.texts
        self._twice = False
        self._number = NumberAsName(self)
        self.name = line_edit(texts("Name of the medicine or substance"), texts("e.g. ibuprofen"), PASTED_LIMIT)
        self.amount = line_edit(texts("Amount, in words"), texts("e.g. 400 mg, as needed"), PASTED_LIMIT)
        self.source = ChipRow(
            texts("Prescribed or not"), [(source, texts(SOURCES[source])) for source in Source], optional=True
        )
        self.days_chip = self.source.add_action(texts("Since, until"), list)
        self.days_chip.setCheckable(True)
        self.use = ChipRow(texts("How often"), [(use, texts(USES[use])) for use in Use], optional=True)
        today = self.bridge.logbook.today
        since = texts("since, e.g. {day}, or {year}", day=example_day(texts), year="2019")
        self.since = DayField(texts, texts("Since"), today, since, rough=True)
        self.until = DayField(
            texts, texts("Until"), today, texts("until, if it has ended"), True, rough=True, ends=True
        )
        self._lay_out()
        for changed in (self.name.textChanged, self.amount.textChanged, self.source.changed, self.use.changed):
            changed.connect(self._typed)
        for day in (self.since, self.until):
            day.changed.connect(self._typed)
        self.days_chip.toggled.connect(self._show_days)
        self.closed.connect(self.clear)
        self.clear()

    def _lay_out(self) -> None:
        line = SideBySide(_BESIDE_FROM, 8)
        line.add(self.name, 3)
        line.add(self.amount, 2)
        self._days = SideBySide(_BESIDE_FROM, 8)
        self._days.add(self.since, 1)
        self._days.add(self.until, 1)
        for part in (line, self.source, self.use, self._days):  # what appears is below what is there
            self.content.addWidget(part)
        self.top.hide()
        self._do_not_scroll()
        self.save_button.set_words(self.texts("Add"))
        self.cancel_button.setText(self.texts("Clear"))
        self.cancel_button.setAccessibleName(self.texts("Clear"))

    def _do_not_scroll(self) -> None:
        """The card around the line scrolls; a place that scrolls in it would ask for more height than its fields."""
        fields, body = self.scroller.takeWidget(), self.layout()
        assert fields is not None and isinstance(body, QVBoxLayout)
        self.scroller.setWidget(QWidget())  # refusals look for their field there
        self.scroller.hide()
        body.insertWidget(1, fields)
        fields.show()

    def _typed(self) -> None:
        self._twice = False
        self.cancel_button.setVisible(self.dirty)
        self.touched()

    def _show_days(self, on: bool) -> None:
        """Folded, what is typed stays and counts, and the pill says it."""
        self._days.setVisible(on)
        self.days_chip.setText(self._days_in_words(on))
        if on and self.days_chip.hasFocus():
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def _days_in_words(self, shown: bool) -> str:
        since, until = (day.edit.text().strip() for day in (self.since, self.until))
        if shown or not (since or until):
            return self.texts("Since, until")
        if not until:
            return self.texts("Since {since}", since=since)
        if not since:
            return self.texts("Until {until}", until=until)
        return self.texts("Since {since}, until {until}", since=since, until=until)

    def clear(self) -> None:
        """Empty for the next one; the keyboard goes to the name if it was here."""
        inside = self.window().focusWidget()
        follow = inside is not None and self.isAncestorOf(inside)
        self.name.clear()
        self.amount.clear()
        self.source.set_value(None)
        self.use.set_value(None)
        self.since.set_day(None)
        self.until.set_day(None)
        self.days_chip.setChecked(False)
        self._show_days(False)
        self.message.dismiss()
        self.begin()
        self.cancel_button.hide()
        if follow:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget:
        return self.name

    def _holds_back(self, event: QEvent) -> bool:
        # The line never closes: with nothing typed here, Undo on its buttons takes back what was saved before.
        return self.dirty and super()._holds_back(event)

    # --- drafts ---

    def state(self) -> State:
        return {
            "name": self.name.text(), "amount": self.amount.text(), "source": self.source.value(),
            "use": self.use.value(),
            "days": self.days_chip.isChecked(), "since": self.since.edit.text(), "until": self.until.edit.text(),
        }  # fmt: skip

    def restore(self, state: Mapping[str, Any]) -> None:
        self.name.setText(state["name"])
        self.amount.setText(state["amount"])
        self.source.set_value(Source(state["source"]) if state["source"] else None)
        kept = state.get("use")  # drafts of earlier versions have none
        self.use.set_value(Use(kept) if kept else None)
        self.since.edit.setText(state["since"])
        self.until.edit.setText(state["until"])
        self.days_chip.setChecked(state["days"])
        self._show_days(state["days"])

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        entry = self._entry()
        if entry is None:
            return None
        if self._number.asks(self.name, entry.name, self.save):
            return None
        listed = [] if self._twice else self.bridge.logbook.listed(Substance)
        same = same_name(entry.name, listed, self.bridge.logbook.today())
        if same is not None:
            self._ask_about(same, entry)
            return None
        return self.bridge.logbook.save(entry, discard_draft=self.draft_key)

    def _finish(self, done: ChangeSet) -> None:
        super()._finish(done)
        has_added(self.name, done.seq)

    def _entry(self) -> Substance | None:
        """What is typed; None, and said why, where it cannot be. May raise Refused for a day that cannot be read."""
        name, since, until = clean_name(self.name.text()), self.since.day(), self.until.day()
        wrong = self._wrong(name, since, until)
        if wrong is not None:
            field, words = wrong
            self.message.show_message(words)
            self._unfold_for(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        source, use = self.source.value(), self.use.value()
        parts = self._parts(name, clean_name(self.amount.text()))
        return Substance(
            name=parts.name, amount=parts.amount, how_often=parts.how_often, since=since, until=until,
            source=source if isinstance(source, Source) else None, use=use if isinstance(use, Use) else None,
        )  # fmt: skip

    def _parts(self, name: str, amount: str) -> MedicineLine:
        """An amount of its own leaves the name as it was typed."""
        return (None if amount else taken_apart(name)) or MedicineLine(name, amount, "")

    def _wrong(self, name: str, since: dt.date | None, until: dt.date | None) -> tuple[QWidget, str] | None:
        if not name:
            return self.name, self.texts("Type a name first.")
        if not any(sign.isalnum() for sign in name):
            return self.name, self.texts("“{typed}” names nothing. Type a name with letters.", typed=name)
        for field, day in ((self.since, since), (self.until, until)):
            if day is not None and not has_come(day, self.bridge.logbook.today()):
                return field, explain(self.texts, Refused("day-in-future", day=day))
        return None

    def refuse(self, refused: Refused) -> None:
        self._unfold_for(self.field_for(refused.code))
        super().refuse(refused)

    def _unfold_for(self, field: QWidget | None) -> None:
        """A day that is refused is in sight, and takes the keyboard."""
        if field in (self.since, self.until):
            self.days_chip.setChecked(True)

    def field_for(self, code: str) -> QWidget | None:
        if code == "end-before-beginning":
            return self.until
        days = code.startswith(("day-", "time-"))
        return self._unreadable_day() if days else super().field_for(code)

    def _unreadable_day(self) -> DayField:
        """The first day that cannot be read: one that can is left alone."""
        try:
            self.since.day()
        except Refused:
            return self.since
        return self.until

    def _ask_about(self, same: Substance, typed: Substance) -> None:
        texts = self.texts
        if is_alike(typed.name, same.name):
            question = texts("“{name}” is on your list already. Is this the same one?", name=same.name)
        else:
            question = texts(
                "“{name}” is on your list already, and “{typed}” may be another name of it. Is this the same one?",
                name=same.name, typed=typed.name,
            )  # fmt: skip
        self.ask(
            question,
            [
                (texts("Do not add it yet"), self.take_keyboard),
                (texts("The same: change that one"), lambda: self._change_that(same, typed)),
                (texts("Another: add it too"), self._add_too),
            ],
        )

    def _change_that(self, same: Substance, typed: Substance) -> None:
        self.leave()
        self.same_wanted.emit(same, typed)

    def _add_too(self) -> None:
        self._twice = True
        self.save()
