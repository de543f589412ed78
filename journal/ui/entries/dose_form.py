"""The dose form, filled from last time so that opening it and Enter is a dose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.core.amounts import UNKNOWN_AMOUNT, Amount
from journal.core.changes import ChangeSet
from journal.core.entries import Batch, Dose, Entry, Preparation, Product, Rating, Unit
from journal.core.journal_day import journal_day
from journal.core.moments import moment_now
from journal.core.plaintext import clean_name, folded, typed_note
from journal.core.product_kinds import unit_at_first
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.guidance.too_strong_now import NOT_FILLED_IN, Why, too_strong_words, why_too_strong
from journal.guidance.warning_signs import Noted
from journal.texts.names import PREPARATIONS, symptom_ends, symptom_name
from journal.ui.entries.amount_part import AmountPart
from journal.ui.entries.batch_words import batch_of_form
from journal.ui.entries.before_ratings import BeforeRatings
from journal.ui.entries.dose_batch import batch_of_dose
from journal.ui.entries.entry_form import EntryForm, ratings_in
from journal.ui.entries.more_part import MorePart
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.entries.product_picker import ProductPicker, UnitPanel
from journal.ui.entries.reasons_part import own_reasons
from journal.ui.entries.saved_already import AskedAbout, asked_again, saved_already
from journal.ui.entries.ten_times import is_it_right, usual_if_ten_times
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.fields import NoteEdit, too_long
from journal.ui.kit.folded_chips import FoldedChips
from journal.ui.kit.form import State
from journal.ui.kit.push_button import ENTER_KEYS
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.timed_form import TimedForm
from journal.ui.kit.widgets import label

_LATEST = 200  # doses whose own reasons are offered
_WAYS_SHOWN = 3  # ways of preparing it, as many as have room in one line


class DoseForm(EntryForm, TimedForm):
    """Product, amount, preparation, a rating before, a note and the time of one dose."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("Dose"), draft_key)
        self._editing: Dose | None = None
        self._before = BeforeRatings(bridge)
        self._warnings: tuple[Noted, ...] = ()
        self._copied: Dose | None = None
        self._sure = False
        self._number = NumberAsName(self)
        self._filled_way: Preparation | None = None
        self._units_day: dt.date | None = None
        self._strength_day: dt.date | None = None
        self._day_asked: dt.date | None = None
        self.picker = ProductPicker(bridge)
        self.amount = AmountPart(bridge)
        self.too_strong = label("", "small", wrap=True)
        self.too_strong.hide()
        ways = [(way, self.texts(PREPARATIONS[way])) for way in Preparation]
        self.preparation = FoldedChips(self.texts("Preparation"), ways, _WAYS_SHOWN, self.texts("Other…"))
        self.more = MorePart(self.texts)
        self.more_button = chip(self.texts("More…"), checkable=False, on_click=self._open_more)
        self.more_line = flowing(self.more_button, label(self.texts("stomach, reasons, note, private"), "small"))
        self.batch = label("", "small", wrap=True)
        self.note = NoteEdit(self.texts("Note"), self.texts("optional"), lines=2)
        self.note_caption = label(self.texts("Note"), "small")
        self.symptom = self._before.symptom
        self.scale = self._scale()
        self.before_asked = label("", "small")
        self._lay_out()
        self.ask_at_foot(self.picker.panel.kind.question)
        self._connect()
        self._say_what_is_saved()

    def _connect(self) -> None:
        self.picker.changed.connect(self._product_changed)
        self.time.changed.connect(self._day_changed)
        for signal in (self.amount.changed, self.preparation.changed, self.more.changed, self.note.textChanged):
            signal.connect(self.touched)
        for signal in (self.picker.changed, self.amount.changed, self.time.changed, self.time.minute_passed):
            signal.connect(self._say_what_is_saved)
        self.picker.changed.connect(self._say_if_too_strong)
        self.picker.changed.connect(self._say_batch)
        self.amount.unit_wanted.connect(self.picker.add_unit)

    def _scale(self) -> RatingScale | None:
        if self.symptom is None:
            return None
        low, high = symptom_ends(self.texts, self.symptom)
        scale = RatingScale(self.texts, symptom_name(self.texts, self.symptom), low, high)
        scale.changed.connect(self.touched)
        return scale

    def _lay_out(self) -> None:
        self.content.setSpacing(6)  # all of it is in sight in a window of 900 × 600
        self.add(self.texts("Product"), self.picker)
        self.add(self.texts("Amount"), self.too_strong, self.amount)
        self.content.addWidget(self.picker.panel.further)
        self.add(self.texts("Preparation"), self.preparation)
        if self.scale is not None and self.symptom is not None:
            worst = self.texts("10 {high}", high=symptom_ends(self.texts, self.symptom)[1])
            self.content.addWidget(flowing(self.before_asked, label(worst, "small"), far="last"))
            self.content.addWidget(self.scale)
        self.add("", self.more_line, *self._further())
        self.content.addStretch(1)
        for part in self._further():
            part.hide()
        self.begin_with_time()

    def _further(self) -> tuple[QWidget, ...]:
        """What stands behind More; the batch only where there is one."""
        return self.batch, self.more, self.note_caption, self.note

    # --- opening ---

    def begin(self, *opened: Entry) -> None:
        self._say_if_too_strong()
        super().begin(*opened)

    def open_new(self, day: dt.date | None = None) -> None:
        """A new dose, filled from the last one; for another day than today the time must be typed."""
        last = self.bridge.logbook.dose_to_go_by()
        product = last.product if last else next((known.id for known in self.picker.products), None)
        self.ask_time_of(day)
        self._day_asked = day
        self._fill(product, last)
        if not self.picker.products:
            self.picker.show_new()
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """The dose of the row with its before-ratings."""
        dose = entries[0]
        assert isinstance(dose, Dose)
        self.edit(dose, ratings_in(entries))

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """The dose of the row; how it felt before is not carried over."""
        dose = entries[0]
        assert isinstance(dose, Dose)
        self.copy(dose)

    def edit(self, dose: Dose, ratings: Sequence[Rating] = ()) -> None:
        """Change an existing dose; ``ratings`` are those made before it."""
        self._editing = dose
        self._before.show(ratings)
        self.heading.setText(self.texts("Change the dose"))
        self._show(dose, again=False)
        self.note.set_text(dose.note)
        self._show_more()
        self.time.set_moment(dose.at)
        if self.scale is not None and self._before.shown is not None:
            self.scale.set_value(self._before.shown.value)
        self.begin(dose, *ratings)

    def copy(self, dose: Dose) -> None:
        """A new dose like this one, now."""
        self._copied = dose
        self._show(dose, again=True)
        if self._is_left_out():
            self.amount.fill_from(UNKNOWN_AMOUNT, again=True)
        self._show_more()
        self.begin()

    def _show(self, dose: Dose, again: bool) -> None:
        self.picker.choose(dose.product)
        self._offer_units()
        self.amount.fill_from(dose.amount, again)
        self.preparation.set_value(dose.preparation)
        self.more.show_dose(dose)

    def _open_more(self) -> None:
        self._unfold_more()
        self.more.stomach.focus()

    def _unfold_more(self) -> None:
        latest = self.bridge.logbook.find(EntryQuery(kinds=("dose",), limit=_LATEST))
        self.more.reasons.offer(own_reasons(entry for entry in latest if isinstance(entry, Dose)))
        for part in self._further():
            part.show()
        self.more_line.hide()
        self._say_batch()

    def _say_batch(self) -> None:
        """Which batch the dose is saved with; not asked while the further questions are folded."""
        if not self.more_line.isHidden():
            return
        batch = self.bridge.logbook.get(self._batch() or "")
        words = batch_of_form(self.texts, batch, self.bridge.logbook.today()) if isinstance(batch, Batch) else ""
        self.batch.setText(words)
        self.batch.setVisible(bool(words))

    def _batch(self) -> str | None:
        return batch_of_dose(self.bridge.logbook, self._editing, self.picker.product_id(), self._day())

    def _show_more(self) -> None:
        """Unfold the further questions if any of them is answered."""
        if not self.more.empty or self.note.text():
            self._unfold_more()

    def _fill(self, product: str | None, last: Dose | None) -> None:
        self.picker.choose(product)
        self._refill(last)

    def _refill(self, last: Dose | None) -> None:
        """Amount and preparation as they were the last time with this product; a preparation chosen here stays."""
        self._offer_units()
        chosen = self.picker.product()
        from_before = last is not None and not self._is_left_out()
        self.amount.fill_from(last.amount if last and from_before else UNKNOWN_AMOUNT, again=True)
        if self.preparation.value() == self._filled_way:
            usual = chosen.default_preparation if chosen else None
            self._filled_way = last.preparation if last else usual
            self.preparation.set_value(self._filled_way)

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the name of a new product goes on to the amount while there is none; Ctrl+Enter saves anywhere."""
        enter = event.key() in ENTER_KEYS
        if enter and event.isAutoRepeat():
            return  # a key held down must not go on and then save
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._amount_comes_next():
            self.amount.field.edit.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(self.amount.field)
            return
        super().keyPressEvent(event)

    def _amount_comes_next(self) -> bool:
        name = self.picker.panel.name
        return not self.message.asks and name.hasFocus() and bool(name.text().strip()) and self.amount.empty

    def first_field(self) -> QWidget:
        if self.picker.new:
            return self.picker.panel.name
        return self.time.edit if self.time_asked else self.amount.field.edit

    def refuse(self, refused: Refused) -> None:
        """A refused amount is said at the foot; below its field it is not said a second time."""
        super().refuse(refused)
        if refused.code.startswith("amount-"):
            self.amount.field.leave_unsaid()

    def field_for(self, code: str) -> QWidget | None:
        unit_panel = self._open_unit_panel()
        if code.startswith(("amount-", "unit-")) and unit_panel and (in_doubt := unit_panel.field_in_doubt()):
            return in_doubt
        if code.startswith("amount-"):
            return self.amount.field.edit
        if code.startswith("name-"):
            names = self.picker.panel.name, self.picker.panel.unit_panel.name
            return (too_long(names) or names[0]) if self.picker.new else self.amount.unit_panel.name
        return super().field_for(code)

    # --- while it is open ---

    def _say_what_is_saved(self) -> None:
        """Enter saves from every field, also while product and amount are scrolled out of sight."""
        amount_and_time = self.texts("{amount}, {time}", amount=self.amount.in_words(), time=self.time_in_words())
        self.will_save.say(self.picker.shown_name(), amount_and_time)
        self.before_asked.setText(self._before_in_words())

    def _before_in_words(self) -> str:
        """What the scale asks: how it was before the dose, at its time."""
        name = symptom_name(self.texts, self.symptom) if self.symptom is not None else ""
        if self.time.is_now():
            return self.texts("{symptom} now, if you like", symptom=name)
        return self.texts("{symptom} then, if you like", symptom=name)

    def _may_be_too_strong(self) -> Why | None:
        """Why the last amount is not filled in, which stands beside the field; None: it is."""
        product, new = self.picker.product(), self.picker.new
        return None if self._editing else why_too_strong(self.bridge.logbook, product, new, self._day())

    def _is_told_first(self) -> bool:
        """Whether an emergency, or to take no more, is said beside the form; nothing is filled in beside that."""
        from journal.guidance.lines_at_taking import is_told_first

        return self._editing is None and is_told_first(self.bridge.logbook, self.bridge.clock.now_ms())

    def _is_left_out(self) -> bool:
        """Whether the last amount is not filled in; it can be typed."""
        return self._may_be_too_strong() is not None or self._is_told_first()

    def _say_if_too_strong(self) -> None:
        self._strength_day = self._day()
        why = self._may_be_too_strong()
        first = [self.texts(NOT_FILLED_IN)] if self._is_told_first() else []
        strong = [too_strong_words(self.texts, self.bridge.logbook, why)] if why else []
        words = " ".join([*first, *strong])
        self.too_strong.setText(words)
        self.too_strong.setVisible(bool(words))
        self.amount.field.edit.setAccessibleDescription(words)

    def _product_changed(self) -> None:
        if self._editing is None and self._copied is None and self.amount.untouched:
            self._refill(self._last_of(self.picker.product()))
        else:
            self._offer_units()
        self.touched()

    def _day_changed(self) -> None:
        """An own unit that was weighed again counts on each day as it did then."""
        day = self._day()
        if self._units_day not in (None, day):
            self._offer_units()
        if self._strength_day != day:  # not at every key, because this reads the journal
            self._say_if_too_strong()
            self._say_batch()

    def _day(self) -> dt.date:
        """The journal day of the dose; while its time cannot be read the day that the form was opened for."""
        try:
            return journal_day(self.time.moment(), self.bridge.logbook.preferences.day_start)
        except Refused:
            return self._day_asked or self.bridge.logbook.today()

    def _last_of(self, product: Product | None) -> Dose | None:
        return self.bridge.logbook.dose_to_go_by(product.id) if product else None

    def _offer_units(self) -> None:
        self._units_day = self._day()
        units = self._with_its_own(self.picker.units(self._units_day))
        product = self.picker.product()
        kind, content = self.picker.kind()
        default = product.default_unit if product else units[0].id if units else unit_at_first(kind)
        can_add = product is not None and not self.picker.new
        self.amount.set_kind(kind, content)
        self.amount.set_product(self.picker.product_id(), units, default, can_add)

    def _with_its_own(self, units: list[Unit]) -> list[Unit]:
        """A dose that is being changed keeps the version of the unit it was written in, whatever was weighed later."""
        written_in = self._editing.amount.unit if self._editing else None
        own = self.bridge.logbook.get(written_in) if written_in else None
        if not isinstance(own, Unit) or own.deleted_ms is not None or own.product != self.picker.product_id():
            return units
        return [own if folded(unit.name) == folded(own.name) else unit for unit in units]

    def state(self) -> State:
        return {
            **self.picker.state(),
            **self.amount.state(),
            **self.more.state(),
            "preparation": self.preparation.value(),
            "before": self.scale.value() if self.scale else None,
            "note": self.note.text(),
            "time": self.time.edit.text(),
            "editing": self._editing.id if self._editing else None,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self._restore_editing(state["editing"])
        else:
            self.open_new()
        self.picker.restore(dict(state))
        self._offer_units()
        self.amount.restore(dict(state))
        self.preparation.set_value(Preparation(state["preparation"]) if state["preparation"] else None)
        self.more.restore(dict(state))
        if self.scale is not None:
            self.scale.set_value(state["before"])
        self.note.show_typed(state["note"])
        self._show_more()
        self.show_time_of(state)
        self._say_if_too_strong()

    def _restore_editing(self, dose_id: str) -> None:
        dose = self.bridge.live_entry(dose_id, Dose)
        self.edit(dose, self._before.of_dose(dose))

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        dose, others = self._entries()
        if not self._sure and self._asks(dose):
            return None
        label = "dose.changed" if self._editing else "dose.added"
        done = self.bridge.logbook.save(dose, *others, label=label, discard_draft=self.draft_key or None)
        self._warnings = self._before.warnings_in(others)
        return done

    def warnings(self) -> tuple[Noted, ...]:
        return self._warnings

    def asked_about(self, entry: Entry) -> Entry:
        return replace(entry, answer=None) if isinstance(entry, Rating) else entry

    def _entries(self) -> tuple[Dose, list[Entry]]:
        at = self.time.moment()
        created = (*self.picker.created(), *self.amount.created())
        base = self._editing or Dose(at=at)
        way, (stomach, reasons) = self.preparation.value(), self.more.stomach_and_reasons()
        dose = replace(
            base, at=at, product=self.picker.product_id(), amount=self.amount.amount(),
            preparation=way if isinstance(way, Preparation) else None, stomach=stomach, reasons=reasons,
            note=typed_note(self.note.text()), private=self.more.private.is_ticked(),
            batch=self._batch(), complete_later=False,
        )  # fmt: skip
        value = self.scale.value() if self.scale else None
        return dose, [*created, *self._before.entries(dose, self._editing, value)]

    def _open_unit_panel(self) -> UnitPanel | None:
        """The fields of an own unit that this dose may bring, beside a new product or a known one."""
        return self.picker.panel.unit_panel if self.picker.new else self.amount.open_unit_panel()

    def _new_names(self) -> tuple[QLineEdit, ...]:
        """The fields that name a product or a unit which this dose brings."""
        unit_panel = self._open_unit_panel()
        product = (self.picker.panel.name,) if self.picker.new else ()
        return (*product, *((unit_panel.name,) if unit_panel else ()))

    def _asks(self, dose: Dose) -> bool:
        """Ask what is more often a slip than meant, if it is; saving waits for the answer."""
        logbook, new = self.bridge.logbook, self._editing is None
        if any(self._number.asks(field, clean_name(field.text()), self.save) for field in self._new_names()):
            return True
        if new and (same := saved_already(logbook, dose)):
            self._ask_again(same)
            return True
        changed = self._editing is None or self._editing.amount != dose.amount
        usual = usual_if_ten_times(logbook, dose) if changed else None
        if usual is not None:
            self._ask_if_right(dose.amount, usual)
        return usual is not None

    def _ask_if_right(self, amount: Amount, usual: Amount) -> None:
        amounts = [self.amount.say(asked_amount) for asked_amount in (amount, usual)]
        change = (self.texts("Change it"), self.take_keyboard)
        save = (self.texts("Save {amount}", amount=amounts[0]), self._save_again)
        self.ask(is_it_right(self.texts, *amounts), [change, save])

    def _ask_again(self, same: AskedAbout) -> None:
        question = asked_again(self.texts, same, moment_now(self.bridge.clock))
        # No leaves the form as it is: a bouncing Enter key must neither make a dose nor throw away what was typed.
        self.ask(question, [(self.texts("No"), self.take_keyboard), (self.texts("Save it again"), self._save_again)])

    def _save_again(self) -> None:
        self._sure = True
        self.save()
        self._sure = False
