"""The form of a kind of entry that needs nothing special, made from what the kind declares."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Entry
from journal.core.fields import Field
from journal.core.plausible import Doubt, Why, doubts
from journal.core.refusal import Refused
from journal.core.validity import PERIODS
from journal.texts.marked import marked
from journal.ui.entries.entry_form import EntryForm
from journal.ui.entries.inputs import input_of
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.entries.typed_choice import TypedChoice, typed_choices
from journal.ui.entries.typed_first import letter_of, line_for_words
from journal.ui.entries.typed_inputs import Input
from journal.ui.entries.typed_pairs import TypedPair, typed_pairs
from journal.ui.entries.typed_units import TypedUnit, typed_units
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.form import State
from journal.ui.kit.kept_place import keep_place
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration

BEGINS_PRIVATE = marked("Private by nature: reports leave it out. You can change that.")
_ASKED_ONCE = (Why.PASSED, Why.NUMBER_NAMES, Why.RANGE_BACKWARDS, Why.NO_RANGE)


class DeclaredForm(EntryForm):
    """An input for each field that has a caption, whether it is private, and when it was."""

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts(kind.name), draft_key)
        self._kind = kind
        self._editing: Entry | None = None
        self._kept: list[Doubt] = []  # values that were asked about and are right
        self._filled_in: frozenset[str] = frozenset()
        self.placed_by: dict[str, object] = {}  # values of a new entry that the opener of the form sets
        self.inputs: dict[str, Input] = {}
        self._parts: dict[str, list[QWidget]] = {}  # a field with its caption
        self._put_aside: dict[str, object] = {}  # what was typed of fields that do not belong to what is chosen
        self.private = TickBox(self.texts("Private: leave it out of reports"))
        self.private_at_first = label(self.texts(BEGINS_PRIVATE), "small", wrap=True)
        self.private_at_first.hide()
        if kind.may_begin_private:
            keep_place(self.private_at_first)
        self._add_fields()
        self._private_chosen = False
        shown = kind.shown_fields()
        self._typed_as_one: list[TypedPair | TypedUnit | TypedChoice] = [
            *typed_pairs(shown, self.inputs),
            *typed_units(shown, self.inputs),
            *typed_choices(self.texts, kind.titled_by, kind.choices, self.inputs),
        ]
        self._add_when()
        for choice, _options in kind.cls.only_for.values():
            self.inputs[choice].changed.connect(self._show_what_belongs)
        self._show_what_belongs()
        for field_input in self.inputs.values():
            field_input.changed.connect(self._tick_private)
            field_input.changed.connect(self.touched)
        self.private.toggled.connect(self._hear_private)
        self.private.toggled.connect(self.touched)

    def _add_fields(self) -> None:
        kind = self._kind
        for field in kind.shown_fields():
            self._add_field(field)
            if field.name == kind.titled_by and kind.may_begin_private:
                self._add_private()  # beside the choice that ticks it, which would else be out of sight
        if kind.quiet_help:
            self.add("", QuietHelp(self.bridge))
        if not kind.may_begin_private:
            self._add_private()

    def _add_field(self, field: Field) -> None:
        kind, caption = self._kind, self.texts(self._kind.captions[field.name])
        choices = kind.choices.get(field.name, {})
        made = input_of(self.texts, field, caption, choices, self.bridge.logbook.today)
        self.inputs[field.name] = made
        unit = self.texts(kind.units[field.name]) if field.name in kind.units else ""
        before = len(widgets_in(self.content))
        self.add("" if made.names_itself else caption, made.widget, beside=unit)
        self._parts[field.name] = widgets_in(self.content)[before:]

    def _add_private(self) -> None:
        self.add("", self.private, self.private_at_first)
        self.private.setVisible(self._kind.cls.printed)

    def _show_what_belongs(self) -> None:
        """A field of some options can be used with these alone; what was typed in it comes back with them.

        It is greyed rather than hidden: what is below it stays where a person is about to click.
        """
        for name in self._kind.cls.only_for:
            field_input, belongs = self.inputs[name], self._belongs(name)
            if belongs and name in self._put_aside:
                field_input.restore(self._put_aside.pop(name))
            elif not belongs and field_input.state():
                self._put_aside[name] = field_input.state()
                field_input.restore("")
            for part in self._parts[name]:
                part.setEnabled(belongs)

    def _belongs(self, name: str) -> bool:
        """What an entry says already stays beside the option with which it was kept: it came so from a file."""
        choice, options = self._kind.cls.only_for[name]
        chosen, kept = self.inputs[choice].value(), self._editing
        as_kept = kept is not None and chosen == getattr(kept, choice) and bool(getattr(kept, name))
        return chosen in options or as_kept or (chosen is None and name in self._kind.asked_before_choice)

    # --- what is private by nature ---

    def _tick_private(self) -> None:
        """Tick "Private" as the typed values require, until the person changes the tick."""
        if self._editing is None and not self._private_chosen:
            self.private.tick(self._is_private_by_nature())
            self._private_chosen = False
        self._say_why_private()

    def _hear_private(self) -> None:
        self._private_chosen = True
        self._say_why_private()

    def _say_why_private(self) -> None:
        """Beside a tick that nobody set, new or kept."""
        ticked = self.private.is_ticked() and self._kind.cls.printed
        self.private_at_first.setVisible(ticked and self._is_private_by_nature())

    def _is_private_by_nature(self) -> bool:
        values = {name: field_input.value() for name, field_input in self.inputs.items() if not field_input.problem()}
        return self._kind.begins_private(values)

    # --- when it was: what the forms of declared_placed say ---

    @abstractmethod
    def _add_when(self) -> None:
        """Put it at the end of the form."""

    @abstractmethod
    def _ask_when(self, day: dt.date | None) -> None:
        """For a new entry of this day; None is today."""

    @abstractmethod
    def _show_when(self, entry: Entry) -> None:
        """As the entry says."""

    @abstractmethod
    def _when(self) -> dict[str, object]:
        """The field that holds it, with its value. May raise Refused."""

    # --- opening ---

    def open_new(self, day: dt.date | None = None) -> None:
        """Open it empty."""
        self._tick_private()
        self._ask_when(day)
        self.begin()

    def fill_in(self, **values: object) -> None:
        """Fill in what the opener of the form knows; the keyboard goes to the first other field."""
        for name, value in values.items():
            self.inputs[name].show(value)
        self._show_what_belongs()
        self._filled_in = frozenset(values)
        self._tick_private()
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """Change the entry of the row."""
        (self._editing,) = entries
        self.heading.setText(self.texts("Change: {what}", what=self.texts(self._kind.name)))
        self._show(entries[0])
        self._show_when(entries[0])
        self.begin(entries[0])

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """A new one that says the same."""
        self._show(entries[0])
        self._ask_when(None)
        self.begin()

    def _show(self, entry: Entry) -> None:
        values = self._kind.values_of(entry)
        for name, field_input in self.inputs.items():
            field_input.show(values[name])
        self._put_aside = {}
        self._show_what_belongs()
        self.private.tick(entry.private)
        self._say_why_private()

    def first_field(self) -> QWidget:
        open_still = (field_input for name, field_input in self.inputs.items() if name not in self._filled_in)
        return next(open_still, next(iter(self.inputs.values()))).widget

    def field_for(self, code: str) -> QWidget | None:
        if code != "end-before-beginning":
            return super().field_for(code)
        return next((self.inputs[end].widget for _, end in PERIODS[self._kind.code] if end in self.inputs), None)

    # --- the keyboard ---

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = letter_of(event)
        line = line_for_words(self.first_field(), self.focusWidget(), self.inputs.values()) if letter else None
        if line is None:
            super().keyPressEvent(event)
        else:
            self._lead_to(line)
            line.insert(letter)

    # --- drafts ---

    def state(self) -> State:
        return {
            "fields": {name: field_input.state() for name, field_input in self.inputs.items()} | self._put_aside,
            "private": self.private.is_ticked(),
            "editing": self._editing.id if self._editing else None,
            "placed_by": self.placed_by,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit_entries([self.bridge.live_entry(state["editing"], self._kind.cls)])
        else:
            self.open_new()
        self._put_aside = {}
        for name, field_input in self.inputs.items():
            if name in state["fields"]:  # a draft of an earlier version may lack one
                field_input.restore(state["fields"][name])
        self._show_what_belongs()
        self.private.tick(state["private"])
        self.placed_by = dict(state.get("placed_by", {}))

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        for typed in self._typed_as_one:
            typed.take_apart()
        for field_input in self.inputs.values():
            if problem := field_input.problem():
                self.message.refuse(problem)
                self._lead_to(field_input.widget)
                self._tell_not_saved()
                return None
        values = {name: field_input.value() for name, field_input in self.inputs.items()}
        if not (self._kind.says_something_empty or any(map(_says_something, values.values()))):
            self.message.refuse(self.texts("There is nothing to save yet."))
            return None
        values |= self.placed_by if self._editing is None else {}
        entry = self._kind.entry(self._editing, private=self.private.is_ticked(), **values, **self._when())
        return (
            None if self._asks_about(entry) else self.bridge.logbook.save(entry, discard_draft=self.draft_key or None)
        )

    def _lead_to(self, field: QWidget) -> None:
        if isinstance(field, ChipRow):
            field.focus()
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.ensureWidgetVisible(field)

    def _asks_about(self, entry: Entry) -> bool:
        """Ask about the first value that may be a slip and that the person has not kept yet."""
        today = self.bridge.logbook.today()
        # A day that was said earlier and has come since is no slip, nor is a name or a range that was kept.
        before = [doubt for doubt in doubts(self._editing, today) if doubt.why in _ASKED_ONCE] if self._editing else []
        open_still = (doubt for doubt in doubts(entry, today) if doubt not in [*self._kept, *before])
        doubt = next((doubt for doubt in open_still if doubt.field in self.inputs), None)
        if doubt is None:
            return False
        mended = self.inputs[doubt.mended_in].widget
        change = (self.texts("Change it"), lambda: self._lead_to(mended))
        keep = (self.texts("Keep it"), lambda: self._keep(doubt))
        self.ask(self._kind.asked_about(self.texts, doubt), [change, keep], about=mended)
        self._tell_not_saved()
        return True

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        self._tell_not_saved()

    def _tell_not_saved(self) -> None:
        """What is refused or asked about may need advice as what is saved does."""
        self.bridge.not_saved.emit(self._kind.code, {name: made.state() for name, made in self.inputs.items()})

    def leave(self) -> None:
        super().leave()
        self.bridge.not_saved.emit(self._kind.code, {})

    def _keep(self, doubt: Doubt) -> None:
        self._kept.append(doubt)
        self.save()


def _says_something(value: object) -> bool:
    """Zero is a number that was said; an empty text, list or choice says nothing."""
    return value not in (None, "", (), False) or value.__class__ is int
