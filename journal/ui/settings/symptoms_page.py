"""Symptoms: which ones the journal rates, in the person's order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Symptom
from journal.insights.symptom_days import may_be_main
from journal.texts.names import symptom_name
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.icons import set_icon
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import DETAILS_SHARE, SideBySide, flowing
from journal.ui.kit.widgets import Card, announce, label
from journal.ui.products.column import Column
from journal.ui.products.lines import LineList
from journal.ui.settings.symptom_form import SYMPTOM_DRAFT, SymptomForm
from journal.ui.settings.symptom_words import symptom_line

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet

_FORM_WIDTH = 320
_Reverse = Callable[[Sequence[Symptom]], list[Symptom]]


class SymptomsPage(QWidget):
    """Alt with an arrow key moves a symptom; none can be deleted, because its ratings would lose their meaning."""

    covered = Signal(bool)  # whether the open form needs the screen for itself

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self.texts = bridge, bridge.texts
        self._symptoms: list[Symptom] = []
        self.message = InlineMessage()
        self.list = LineList(self.texts("Symptoms in your order"), movable=True, full_height=True)
        self._make_buttons()
        self._arrange()
        self._connect()

    def _make_buttons(self) -> None:
        texts = self.texts
        self.add = button(texts("Add symptom"), self.add_symptom)
        set_icon(self.add, "plus")
        self.edit = button(texts("Edit"), self.edit_selected)
        self.main = button("", self.make_main)
        self.hide_button = button("", self.hide_selected)
        self.up = button(texts("Move up"), lambda: self.move_selected(-1))
        self.down = button(texts("Move down"), lambda: self.move_selected(1))
        self.buttons = flowing(self.add, self.edit, self.main, self.hide_button, self.up, self.down)

    def _arrange(self) -> None:
        card = Card(margin=8)
        words = self.texts("The first ones are asked first. Alt ↑ and Alt ↓ move the selected one.")
        for part in (self.buttons, label(words, "small", wrap=True), self.list):
            card.body.addWidget(part)
        holder = Column()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(card)
        column.addStretch(1)
        self._holder, self._area = holder, scrolling(holder)
        self._form_card = Card()
        self._form_card.hide()
        self.host = FormHost(self._bridge, self._form_card.body, {SYMPTOM_DRAFT: self._empty_form}, self)
        self.host.opened.connect(self._measure)
        self.host.closed.connect(self._form_gone)
        self._split = SideBySide()
        self._split.add(self._area, 1, below=1)
        self._split.add(self._form_card, width=_FORM_WIDTH, share=DETAILS_SHARE, below=1)
        self._split.turned.connect(lambda _narrow: self._measure())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self.message)
        body.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _key: self._chosen())
        self.list.opened.connect(self.edit_selected)
        self.list.moved.connect(self.move_selected)

    @property
    def form(self) -> SymptomForm | None:
        """The form that is open."""
        return cast("SymptomForm | None", self.host.form)

    # --- size ---

    def _measure(self) -> None:
        """The form stands beside the list, or in its place where the window is narrow or the text large."""
        wide = not self._split.narrow
        side = 16 if wide else 8
        self._form_card.body.setContentsMargins(side, 16, side, 16)
        # Hide one before showing the other: both at once could make the window wider.
        if self.form is None:
            self._form_card.hide()
        self._area.setVisible(wide or self.form is None)
        self._form_card.setVisible(self.form is not None)
        self.covered.emit(not wide and self.form is not None)

    # --- what is shown ---

    def refresh(self) -> None:
        """Read the symptoms anew."""
        self._symptoms = self._bridge.readable_list(Symptom)
        self.list.show_lines([symptom_line(self.texts, symptom) for symptom in self._symptoms])
        self._update()

    def first_field(self) -> QWidget:
        """Where the keyboard goes when the section is chosen."""
        if self.form is not None:
            return self.form.first_field()
        return self.list if self._symptoms else self.add

    def selected(self) -> Symptom | None:
        """The symptom that the keyboard is on."""
        return next((symptom for symptom in self._symptoms if symptom.id == self.list.key()), None)

    def _chosen(self) -> None:
        self._update()
        if self.list.hasFocus():
            box = self.list.visualRect(self.list.currentIndex())
            at = self.list.viewport().mapTo(self._holder, box.center())
            self._area.ensureVisible(at.x(), at.y(), 0, box.height())

    def _update(self) -> None:
        """What can be done with the selected one."""
        symptom, texts = self.selected(), self.texts
        can = self._bridge.can_write and symptom is not None
        self.main.setText(texts("Not main") if symptom and symptom.main else texts("Make main"))
        self.hide_button.setText(texts("Show again") if symptom and symptom.hidden else texts("Hide"))
        for pressed in (self.main, self.hide_button):
            pressed.setAccessibleName(pressed.text())
        place = self._symptoms.index(symptom) if symptom else 0
        self.add.setEnabled(self._bridge.can_write)
        for pressed in (self.edit, self.hide_button):
            pressed.setEnabled(can)
        # The report has places of its own for side effects and warning symptoms.
        self.main.setEnabled(can and symptom is not None and (symptom.main or may_be_main(symptom)))
        self.up.setEnabled(can and place > 0)
        self.down.setEnabled(can and place < len(self._symptoms) - 1)

    # --- what can be done ---

    def make_main(self) -> None:
        """The one with its own number on Today; pressed again, none is."""
        chosen = self.selected()
        if chosen is None:
            return
        name = symptom_name(self.texts, chosen)
        changed = [
            replace(symptom, main=False) for symptom in self._symptoms if symptom.main and symptom.id != chosen.id
        ]
        words = self.texts("There is no main symptom now.")
        if not chosen.main:
            words = self.texts("“{name}” is the main symptom now.", name=name)
        self._do([replace(chosen, main=not chosen.main), *changed], words, self._main_as)

    def hide_selected(self) -> None:
        """Stop asking for it, or ask for it again; its ratings stay."""
        chosen = self.selected()
        if chosen is None:
            return
        name = symptom_name(self.texts, chosen)
        words = self.texts("“{name}” is hidden: its ratings stay, and it is not asked for.", name=name)
        if chosen.hidden:
            words = self.texts("“{name}” is asked for again.", name=name)
        self._do([replace(chosen, hidden=not chosen.hidden)], words, self._hidden_as)

    def move_selected(self, by: int) -> None:
        """One place up or down in the order."""
        chosen = self.selected()
        if chosen is None or not self._bridge.can_write:
            return
        place = self._symptoms.index(chosen) + by
        if not 0 <= place < len(self._symptoms):
            return
        order = [symptom for symptom in self._symptoms if symptom.id != chosen.id]
        order.insert(place, chosen)
        placed = [
            replace(symptom, position=number) for number, symptom in enumerate(order) if symptom.position != number
        ]
        if self._save(placed) is not None:
            words = self.texts("place {n} of {all}", n=place + 1, all=len(order))
            announce(self.list, f"{symptom_name(self.texts, chosen)}, {words}")

    def _do(self, symptoms: Sequence[Symptom], words: str, reverse: _Reverse) -> None:
        """Save and offer to take it back."""
        before = [symptom for symptom in self._symptoms if symptom.id in {changed.id for changed in symptoms}]
        change = self._save(symptoms)
        if change is not None:
            undo: Callable[[], object] = partial(self._take_back, change, before, reverse)
            self.message.show_message(words, [(self.texts("Undo"), undo)])

    def _take_back(self, change: ChangeSet, before: Sequence[Symptom], reverse: _Reverse) -> None:
        """Undo it if it is the last change; else reverse only this change, so that later edits stay."""
        logbook = self._bridge.logbook
        last = logbook.undo_step
        if last is not None and last.seq == change.seq:
            self._bridge.attempt(logbook.undo, self.message)
        else:
            self._save(reverse(before))
        self.list.setFocus()

    def _hidden_as(self, before: Sequence[Symptom]) -> list[Symptom]:
        now = {symptom.id: symptom for symptom in self._bridge.logbook.symptoms()}
        return [replace(now[was.id], hidden=was.hidden) for was in before if was.id in now]

    def _main_as(self, before: Sequence[Symptom]) -> list[Symptom]:
        """The symptom, without "main" if another one was made the main symptom since then."""
        now = {symptom.id: symptom for symptom in self._bridge.logbook.symptoms()}
        taken = any(current.main for current in now.values() if current.id not in {was.id for was in before})
        return [replace(now[was.id], main=was.main and not taken) for was in before if was.id in now]

    def _save(self, symptoms: Sequence[Symptom]) -> ChangeSet | None:
        logbook = self._bridge.logbook
        done = self._bridge.attempt(lambda: logbook.save(*symptoms, label="symptom.changed"), self.message)
        self.refresh()
        return done

    # --- the form ---

    def add_symptom(self) -> None:
        """Open an empty form."""
        if self._free():
            form = self._empty_form()
            form.open_new()
            self.host.open(form)

    def edit_selected(self) -> None:
        """Open the form of the selected symptom."""
        chosen = self.selected()
        if chosen is not None and self._free():
            form = self._empty_form()
            form.edit(chosen)
            self.host.open(form)

    def open_draft(self) -> None:
        """Bring back a form that was not saved when the program ended."""
        if self.form is None and self._bridge.can_write:
            self.host.restore_newest()

    def _empty_form(self) -> SymptomForm:
        form = SymptomForm(self._bridge)
        form.saved.connect(lambda _change: self._saved(form.symptom_id))
        return form

    def _free(self) -> bool:
        free = self.host.free()
        if not self.host.busy:
            self.message.dismiss()
        return free

    def _saved(self, symptom_id: str) -> None:
        self.message.dismiss()
        self.refresh()
        self.list.choose(symptom_id)

    def _form_gone(self) -> None:
        self._measure()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
