"""A symptom, new or changed: its name, what 0 and 10 mean, and when it was rated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Entry, Symptom, new_id
from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.core.symptoms import BUILT_INS, BY_CODE, MASKED, SymptomKind
from journal.core.warning_words import sign_code
from journal.texts.names import HIDDEN_RATING, SYMPTOMS, symptom_ends, symptom_name
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField, optional_day
from journal.ui.kit.fields import PASTED_LIMIT, Choice, line_edit, too_long
from journal.ui.kit.form import Form, State
from journal.ui.kit.kept_place import OneOf, keep_place
from journal.ui.kit.widgets import label
from journal.ui.settings.symptom_words import KINDS

SYMPTOM_DRAFT = "symptom"
_OWN = ""


class SymptomForm(Form):
    """A built-in symptom keeps its kind and direction: reports and warnings go by them."""

    selects_first = False

    def __init__(self, bridge: Bridge, draft_key: str = SYMPTOM_DRAFT) -> None:
        super().__init__(bridge, bridge.texts("New symptom"), draft_key)
        self._editing: Symptom | None = None
        self.symptom_id = new_id()
        self._number = NumberAsName(self)
        self._own_name = ""  # that was said to be no warning sign
        self._make_fields()
        self._arrange()
        for edit in self._edits().values():
            edit.textChanged.connect(self.touched)
        for choice in (self.built_in, self.kind):
            choice.currentIndexChanged.connect(self.touched)
        for field in (self.start, self.end, self.direction):
            field.changed.connect(self.touched)
        self.built_in.currentIndexChanged.connect(self._show_fields)
        self.heading.setWordWrap(True)

    def _make_fields(self) -> None:
        texts = self.texts
        self.built_in = Choice(texts("Which symptom"), [(_OWN, texts("My own"))])
        self.name = line_edit(texts("Name of the symptom"), texts("Call it what you call it"), PASTED_LIMIT)
        own = [(kind, texts(text)) for kind, text in KINDS.items() if kind is not SymptomKind.WARNING]
        self.kind = Choice(texts("Kind of symptom"), own)
        self.kept_kind = label(wrap=True)
        self.low = line_edit(texts("What 0 means"), "", PASTED_LIMIT)
        self.high = line_edit(texts("What 10 means"), "", PASTED_LIMIT)
        self.direction = ChipRow(texts("Which end is good"), [(False, texts("0 is good")), (True, texts("10 is good"))])
        today = self.bridge.logbook.today
        self.start = DayField(texts, texts("Rated from"), today, optional_day(texts), may_be_ahead=True)
        self.end = DayField(texts, texts("Rated until"), today, optional_day(texts), may_be_ahead=True)

    def _arrange(self) -> None:
        texts = self.texts
        self._which = label(texts("Symptom"), "small", wrap=True)
        self._direction_caption = label(texts("Which end is good"), "small", wrap=True)
        self._name_caption = label(texts("Name"), "small", wrap=True)
        self._add(self._which, self.built_in, self._name_caption, self.name)
        self._kind_place = OneOf(self.kind, self.kept_kind)
        self.add(texts("Kind"), self._kind_place)
        self._add(self._direction_caption, self.direction)
        self.add(texts("What 0 means"), self.low)
        self.add(texts("What 10 means"), self.high)
        self.add(texts("Rated from"), self.start)
        self.add(texts("Rated until"), self.end)
        self.content.addStretch(1)

    def _add(self, *parts: QWidget) -> None:
        for part in parts:
            self.content.addWidget(part)

    def _edits(self) -> dict[str, QLineEdit]:
        return {"name": self.name, "low_label": self.low, "high_label": self.high}

    # --- opening ---

    def open_new(self) -> None:
        """One of the built-in symptoms that the journal does not rate yet, or one of the person's own."""
        here = {symptom.code for symptom in self.bridge.logbook.symptoms()}
        more = [
            (built_in.code, self.texts(SYMPTOMS[built_in.code]))
            for built_in in BUILT_INS
            if built_in.offered and built_in.code not in here
        ]
        self.built_in.set_choices([(_OWN, self.texts("My own")), *more])
        self.direction.set_value(False)
        keep_place(self._direction_caption, self.direction)
        self._show_fields()
        self.begin()

    def edit(self, symptom: Symptom) -> None:
        """Change an existing symptom; its ratings are not touched."""
        self._editing, self.symptom_id = symptom, symptom.id
        self.heading.setText(self.texts("Change the symptom"))
        for key, field in self._edits().items():
            field.setText(getattr(symptom, key))
        self.kind.set_value(symptom.kind)
        self.direction.set_value(symptom.higher_is_better)
        self.start.set_day(symptom.active_from)
        self.end.set_day(symptom.active_until)
        self._show_fields()
        self.begin(symptom)

    def _show_fields(self) -> None:
        """A new built-in symptom has its name already; what is built in cannot be turned round."""
        base = self._base()
        new, own = self._editing is None, base.code is None
        _show(new, self._which, self.built_in)
        for part in (self._name_caption, self.name):
            part.setEnabled(own or not new)
        self.name.setPlaceholderText(self.texts("Call it what you call it") if own else self._built_in_name(base))
        self._kind_place.show_part(self.kind if own else self.kept_kind)
        self.kept_kind.setText(self.texts(KINDS[base.kind]))
        # Reversing the scale would reverse the meaning of every earlier rating.
        _show(own and new, self._direction_caption, self.direction)
        low, high = symptom_ends(self.texts, replace(base, low_label="", high_label=""))
        self.low.setPlaceholderText(low)
        self.high.setPlaceholderText(high)

    def _built_in_name(self, symptom: Symptom) -> str:
        return symptom_name(self.texts, replace(symptom, name=""))

    def _base(self) -> Symptom:
        """What is being changed; for a new one what the choice makes of it."""
        if self._editing is not None:
            return self._editing
        code = self.built_in.value() or None
        if code is None:
            return Symptom(id=self.symptom_id, higher_is_better=self.direction.value() is True)
        known = BY_CODE[code]
        return Symptom(id=self.symptom_id, code=code, kind=known.kind, higher_is_better=known.higher_is_better)

    def first_field(self) -> QWidget:
        return self.built_in if self._editing is None else self.name

    def field_for(self, code: str) -> QWidget | None:
        if code == "name-too-long":
            return too_long(self._edits().values())
        if code.startswith(("day-", "time-")):
            return self.start if self.start.understood() and not self.start.understood().startswith("=") else self.end
        if code == "end-before-beginning":
            return self.end
        return self.name if code.startswith("name-") else super().field_for(code)

    # --- drafts ---

    def state(self) -> State:
        typed: State = {key: field.text() for key, field in self._edits().items()}
        chosen = {"code": self.built_in.value(), "kind": self.kind.value(), "better": self.direction.value()}
        days = {"start": self.start.edit.text(), "end": self.end.edit.text()}
        return {**typed, **chosen, **days, "editing": self._editing.id if self._editing else None}

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            self.edit(self.bridge.live_entry(state["editing"], Symptom))
        else:
            self.open_new()
        self.built_in.set_value(state["code"])
        self.kind.set_value(SymptomKind(state["kind"]))
        self.direction.set_value(state["better"])
        for key, field in self._edits().items():
            field.setText(state[key])
        self.start.edit.setText(state["start"])
        self.end.edit.setText(state["end"])
        self._show_fields()

    # --- saving ---

    def _stored(self) -> Symptom | None:
        """As the journal has it now: the list beside the form can be used while it is open."""
        symptom = self.bridge.logbook.get(self.symptom_id)
        return symptom if isinstance(symptom, Symptom) else None

    def asked_about(self, entry: Entry) -> Entry:
        return replace(entry, main=False, hidden=False, position=0) if isinstance(entry, Symptom) else entry

    def _write(self) -> ChangeSet | None:
        symptom = self._symptom()
        known = self._editing is not None and self._editing.name == symptom.name
        if self._asks_for_sign(symptom) or (not known and self._number.asks(self.name, symptom.name, self.save)):
            return None
        return self.bridge.logbook.save(symptom, discard_draft=self.draft_key or None)

    def _asks_for_sign(self, symptom: Symptom) -> bool:
        """A new one that is called by the words of a warning sign may be meant to be that sign."""
        code = sign_code(symptom) if self._editing is None and symptom.code is None else None
        if code is None or symptom.name == self._own_name:
            return False
        self._ask_for_sign(symptom.name, code, self._shown_name(code))
        return True

    def _ask_for_sign(self, own: str, code: str, shown: str) -> None:
        """Others may see the screen: a masked sign is named only on request."""
        answers: list[tuple[str, Callable[[], object]]] = [
            (self.texts("Yes"), lambda: self._take_sign(code)),
            (self.texts("No, it is something else"), lambda: self._keep_own(own)),
        ]
        name, asked = self._sign_name(code), "Do you mean “{name}”?"
        if shown != name:
            answers.append((self.texts("Show the name"), lambda: self._ask_for_sign(own, code, name)))
            asked = "“{name}” is the line for thoughts like these. It shows whom to call. Use it?"
        self.ask(self.texts(asked, name=shown), answers)

    def _shown_name(self, code: str) -> str:
        return self.texts(HIDDEN_RATING) if code in MASKED else self._sign_name(code)

    def _sign_name(self, code: str) -> str:
        """As the journal calls it."""
        here = next((symptom for symptom in self.bridge.logbook.symptoms() if symptom.code == code), None)
        return self.texts(SYMPTOMS[code]) if here is None else symptom_name(self.texts, here)

    def _take_sign(self, code: str) -> None:
        """Make the built-in sign of it; one that the journal has is said and not made again."""
        if any(symptom.code == code for symptom in self.bridge.logbook.symptoms()):
            self.refuse(Refused("name-taken", name=self._shown_name(code)))
            return
        self.name.clear()
        self.built_in.set_value(code)
        self.save()

    def _keep_own(self, name: str) -> None:
        self._own_name = name
        self.save()

    def _symptom(self) -> Symptom:
        # What the form does not show stays as it is now. A deleted symptom comes back: that was asked.
        base = replace(self._stored() or self._base(), deleted_ms=None)
        typed: dict[str, Any] = {key: clean_name(field.text()) for key, field in self._edits().items()}
        symptom = replace(base, **typed, active_from=self.start.day(), active_until=self.end.day())
        if base.code is None:
            symptom = replace(symptom, kind=self.kind.value())
        name = symptom_name(self.texts, symptom)
        if not name:
            raise Refused("name-empty")
        others = [other for other in self.bridge.logbook.symptoms() if other.id != symptom.id]
        if any(folded(symptom_name(self.texts, other)) == folded(name) for other in others):
            raise Refused("name-taken", name=name)
        if self._editing is None:
            return replace(symptom, position=max((other.position for other in others), default=-1) + 1)
        return symptom


def _show(visible: bool, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(visible)
