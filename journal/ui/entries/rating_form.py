"""How I feel: several symptoms in one stroke, by digits and arrow keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Answer, Entry, Rating, Symptom, new_id
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.core.symptoms import SymptomKind
from journal.core.warning_words import means_sign, sign_code
from journal.guidance.warning_signs import Noted, newly_there, noted_in
from journal.texts.names import shown_name, symptom_name
from journal.ui.entries.add_symptom import AddSymptom
from journal.ui.entries.asked_on_day import asked_on
from journal.ui.entries.entry_form import EntryForm, ratings_in
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.entries.rating_row import RatingRow
from journal.ui.entries.symptom_choices import SymptomChoices
from journal.ui.entries.symptom_of_name import known_by_name, new_symptom
from journal.ui.entries.warning_sign_choice import WarningSignChoice
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import chip
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.form import State
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.timed_form import TimedForm
from journal.ui.kit.widgets import label


class RatingForm(EntryForm, TimedForm):
    """One scale for each symptom that the journal rates; what is left open is not saved."""

    def __init__(self, bridge: Bridge, draft_key: str = "") -> None:
        super().__init__(bridge, bridge.texts("How I feel"), draft_key)
        self._editing: tuple[Rating, ...] = ()
        self._group = new_id()
        self._rows: list[tuple[Symptom, RatingScale]] = []
        self._row_of: dict[RatingScale, RatingRow] = {}
        self._changed: dict[RatingScale, Rating] = {}
        self._added: list[Symptom] = []
        self._chosen_signs: set[str] = set()  # symptoms that are noted, with a number or without
        self._last_taken: RatingRow | None = None  # of the symptom that the person chose by its name
        self._told_open: frozenset[str] = frozenset()  # symptoms without a number of which it was told
        self._warnings: tuple[Noted, ...] = ()
        self._help: QuietHelp | None = None
        holder = QWidget()
        self._scales = QVBoxLayout(holder)
        self._scales.setContentsMargins(0, 0, 0, 0)
        self._scales.setSpacing(8)
        self._more = chip(self.texts("Add a symptom…"), checkable=False, on_click=self._show_add)
        self._adding = AddSymptom(self)
        self._adding.taken.connect(self._take)
        self._one_by_one = label(self.texts("A digit answers its line. Tab goes to the next one."), "small", wrap=True)
        self._one_by_one.hide()
        self._signs = WarningSignChoice(self.texts, lambda: SymptomChoices(self.texts, self._offered()).signs())
        self._signs.taken.connect(self._take)
        self.head.addWidget(self._signs.button)
        self.head.addWidget(self._more)
        self.content.addWidget(self._adding)
        self.content.addWidget(self._signs)
        self.content.addWidget(self._one_by_one)
        self.content.addWidget(holder)
        self.add_time()

    def _add_rows(self, day: dt.date) -> None:
        for symptom in asked_on(day, self.bridge.readable_list(Symptom)):
            self._add_row(symptom)

    # --- opening ---

    def open_new(self, day: dt.date | None = None) -> None:
        """Open it with nothing chosen; for another day than today the time must be typed."""
        self._add_rows(day or self.bridge.logbook.today())
        self.ask_time_of(day)
        if self._begins_with_adding:
            self._show_add()
        self.begin()

    def edit_entries(self, entries: Sequence[Entry]) -> None:
        """All of the row."""
        self.edit(ratings_in(entries))

    def copy_entries(self, entries: Sequence[Entry]) -> None:
        """All of the row."""
        self.copy(ratings_in(entries))

    def edit(self, ratings: Sequence[Rating]) -> None:
        """Change what was rated together."""
        self._editing, self._group = tuple(ratings), ratings[0].group
        self._add_rows(self.bridge.logbook.day_of(ratings[0]) or self.bridge.logbook.today())
        self.heading.setText(self.texts("Change the rating"))
        self.time.set_moment(ratings[0].at)
        for rating in ratings:
            scale = self._free_scale_of(rating.symptom)
            self._changed[scale] = rating
            self._row_of[scale].show_earlier(rating.value)
        self.begin(*ratings)

    def copy(self, ratings: Sequence[Rating]) -> None:
        """The same symptoms to be rated now; values are never carried over."""
        self._add_rows(self.bridge.logbook.today())
        for rating in ratings:
            self._free_scale_of(rating.symptom)
        self.begin()

    def _free_scale_of(self, symptom_id: str) -> RatingScale:
        """One for each rating: an imported group may hold two of one symptom."""
        for symptom, scale in self._rows:
            if symptom.id == symptom_id and scale not in self._changed:
                return scale
        stored = self.bridge.logbook.get(symptom_id)
        if not isinstance(stored, Symptom):
            raise Refused("not-in-journal")
        return self._add_row(stored)

    @property
    def _begins_with_adding(self) -> bool:
        """Where there are signs only, nobody is asked for the number of one first."""
        return not (self._rows and (self._editing or not means_sign(self._rows[0][0])))

    def first_field(self) -> QWidget:
        if self.time_asked:
            return self.time.edit
        first = self._last_taken or (None if self._begins_with_adding else self._row_of[self._rows[0][1]])
        return self._adding.field if first is None else first.place

    def take_keyboard(self) -> None:
        super().take_keyboard()
        once_laid_out(self, self._show_first)

    def _show_first(self) -> None:
        """Scroll so that the symptom's name is seen above its digits."""
        for row in self._row_of.values():
            if row.place.hasFocus():
                self.scroller.ensureWidgetVisible(row)

    # --- scales ---

    def _add_row(self, symptom: Symptom) -> RatingScale:
        row = RatingRow(self.texts, symptom)
        scale = row.scale
        self._row_of[scale] = row
        self._scales.addWidget(row)
        self._rows.append((symptom, scale))
        self._one_by_one.setVisible(len(self._rows) > 1)
        if symptom.kind is SymptomKind.WITHDRAWAL:
            self._put_help_below()
        scale.moved.connect(partial(self._move, len(self._rows) - 1))
        scale.changed.connect(self.touched)
        return scale

    def _put_help_below(self) -> None:
        """Whom to talk to stands below the last sign of withdrawal, whatever is rated."""
        self._help = self._help or QuietHelp(self.bridge)
        self._scales.removeWidget(self._help)
        self._scales.addWidget(self._help)

    def _move(self, start: int, by: int) -> None:
        if 0 <= start + by < len(self._rows):
            row = self._row_of[self._rows[start + by][1]]
            row.place.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(row)

    # --- adding a symptom ---

    def _show_add(self) -> None:
        self._more.hide()
        self._adding.open(self._offered())

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters on the digits of a scale are the name of another symptom: none is lost without a word."""
        if event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            if not self._adding.isVisible():
                self._show_add()
            self._adding.type(event.text())
        else:
            super().keyPressEvent(event)

    def _offered(self) -> list[Symptom]:
        """What is in the form comes too: a symptom that was just added is in no journal yet."""
        known = (*self.bridge.logbook.symptoms(), *(symptom for symptom, _ in self._rows))
        return list({symptom.id: symptom for symptom in known}.values())

    def _take(self, name: str) -> RatingScale:
        """Go to the symptom of this name, which is added if it is not there."""
        here = known_by_name(self.texts, (symptom for symptom, _ in self._rows), name)
        there = [scale for symptom, scale in self._rows if symptom is here]
        scale = there[0] if there else self._add_new(self._known(name) or self._new_symptom(name))
        row = self._last_taken = self._row_of[scale]
        taken = next(symptom for symptom, its in self._rows if its is scale)
        if means_sign(taken):  # who chooses one by its name notes it, with a number or without
            self._chosen_signs.add(taken.id)
        row.show()  # only what is shown can take the keyboard
        row.place.setFocus()
        once_laid_out(row, lambda: bring_into_sight(row))  # its name, too, and not before it has its place
        if self._adding.isVisible():
            self._adding.wait_for_another(self._offered())
        self.touched()
        return scale

    def _add_new(self, symptom: Symptom) -> RatingScale:
        self._added.append(symptom)
        return self._add_row(symptom)

    def _known(self, name: str) -> Symptom | None:
        """A hidden symptom of the journal that bears this name comes back instead of a second one."""
        known = known_by_name(self.texts, self.bridge.logbook.symptoms(), name)
        return None if known is None else replace(known, hidden=False)

    def _new_symptom(self, name: str) -> Symptom:
        last = max((symptom.position for symptom in self.bridge.logbook.symptoms()), default=0)
        made = new_symptom(self.texts, name, last + 1 + len(self._added))
        first = not self._rows and self.bridge.logbook.main_symptom() is None
        return replace(made, main=first and not means_sign(made))

    # --- drafts ---

    def state(self) -> State:
        return {
            "values": {key: scale.value() for key, scale in self._keyed().items() if scale.value() is not None},
            "added": [[added.id, symptom_name(self.texts, added)] for added in self._added],
            "signs": sorted(self._chosen_signs),
            "time": self.time.edit.text(),
            "editing": [entry.id for entry in self._editing],
        }

    def _keyed(self) -> dict[str, RatingScale]:
        """The scales by symptom; a second one of the same symptom by the rating that it changes."""
        keyed: dict[str, RatingScale] = {}
        for symptom, scale in self._rows:
            again = symptom.id in keyed and scale in self._changed
            keyed[self._changed[scale].id if again else symptom.id] = scale
        return keyed

    def restore(self, state: Mapping[str, Any]) -> None:
        if state["editing"]:
            stored = self.bridge.logbook.existing(state["editing"])
            kept = [stored[entry_id] for entry_id in state["editing"] if entry_id in stored]
            ratings = [entry for entry in kept if isinstance(entry, Rating) and entry.deleted_ms is None]
            if not ratings:
                raise Refused("not-in-journal")
            self.edit(ratings)
        else:
            self.open_new()
        for symptom_id, name in state["added"]:
            self._add_new(self._known(name) or replace(self._new_symptom(name), id=symptom_id))
        self._chosen_signs = set(state.get("signs", ()))  # drafts of earlier versions have none
        self._add_chosen({**dict.fromkeys(self._chosen_signs), **state["values"]})
        for key, scale in self._keyed().items():
            self._row_of[scale].show_earlier(state["values"].get(key))
        self.show_time_of(state)

    def _add_chosen(self, values: Mapping[str, int | None]) -> None:
        """A number that was chosen stays, though its symptom is asked for no more on the day of reading."""
        here = {symptom.id for symptom, _ in self._rows}
        for entry in self.bridge.logbook.existing([key for key in values if key not in here]).values():
            if isinstance(entry, Symptom) and entry.deleted_ms is None:
                self._add_row(entry)

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        if self._adding.adds_what_waits():
            return None
        if all(scale.value() is None for _, scale in self._rows) and not self._chosen_signs:
            self.message.refuse(self._nothing_chosen())
            self.take_keyboard()
            return None
        if self._tells_what_is_open():
            return None
        entries = self._entries(self.time.moment())
        name = "rating.changed" if self._editing else "rating.added"
        done = self.bridge.logbook.save(*entries, label=name, discard_draft=self.draft_key or None)
        self._warnings = self._warnings_in(entries)
        return done

    def _tells_what_is_open(self) -> bool:
        """Once: what was chosen by its name and has no number would not be saved, and nobody would see it."""
        noted = self._chosen_signs
        open_still = [
            symptom for symptom, scale in self._rows
            if symptom in self._added and scale.value() is None and symptom.id not in noted
        ]  # fmt: skip
        told_before, self._told_open = self._told_open, frozenset(symptom.id for symptom in open_still)
        if not self._told_open - told_before:
            return False
        name = shown_name(self.texts, open_still[0])
        self.message.refuse(
            self.texts("“{symptom}” has no number. Choose one, or press Enter again to leave it out.", symptom=name)
        )
        return True

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        there = 1  # a sign without a number is noted
        rated = (
            (sign_code(symptom), there if scale.value() is None and symptom.id in self._chosen_signs else scale.value())
            for symptom, scale in self._rows
        )
        self.bridge.not_saved.emit("rating", {code: value for code, value in rated if code is not None})

    def leave(self) -> None:
        super().leave()
        self.bridge.not_saved.emit("rating", {})

    def warnings(self) -> tuple[Noted, ...]:
        return self._warnings

    def _warnings_in(self, saved: Sequence[Entry]) -> tuple[Noted, ...]:
        """What is rated 0, or was so before and answered about, needs no question."""
        before = {entry.id: entry for entry in self._editing}
        # A built-in symptom may be called anything: its code decides. One's own is what its name means.
        noted = noted_in(saved, {symptom.id: sign_code(symptom) for symptom, _ in self._rows})
        return tuple(sign for sign in noted if newly_there(before.get(sign.rating.id), sign.rating))

    def asked_about(self, entry: Entry) -> Entry:
        return replace(entry, answer=None) if isinstance(entry, Rating) else entry

    def _nothing_chosen(self) -> str:
        if self._editing:
            return self.texts("No number is left. To take this rating away, use Delete.")
        return self.texts("Choose a number first, with a digit, the arrow keys or the mouse.")

    def _entries(self, at: Moment) -> list[Entry]:
        ratings: list[Entry] = []
        for symptom, scale in self._rows:
            ratings += self._entry(symptom, scale.value(), self._changed.get(scale), at)
        # A rating comes first: it names the change set.
        rated = {rating.symptom for rating in ratings if isinstance(rating, Rating)}
        return [*ratings, *(self._to_save(added) for added in self._added if added.id in rated)]

    def _to_save(self, symptom: Symptom) -> Symptom:
        """One that came back is as the journal has it now; a new one is main only where there is still none."""
        stored = self.bridge.logbook.get(symptom.id)
        if isinstance(stored, Symptom):
            return replace(stored, hidden=False, deleted_ms=None)
        return replace(symptom, main=symptom.main and self.bridge.logbook.main_symptom() is None)

    def _entry(self, symptom: Symptom, value: int | None, before: Rating | None, at: Moment) -> list[Entry]:
        if before is None:
            is_rated = value is not None or symptom.id in self._chosen_signs
            return [Rating(at=at, symptom=symptom.id, value=value, group=self._group)] if is_rated else []
        if value is None and before.value is not None:
            return [replace(before, deleted_ms=self.bridge.clock.now_ms())]
        answer = self._kept_answer(before, value)
        return [replace(before, value=value, at=at, answer=answer, complete_later=False)]

    def _kept_answer(self, before: Rating, value: int | None) -> Answer | None:
        """The answer as it stands in the journal now; another number is asked about again."""
        stored = self.bridge.logbook.get(before.id)
        return stored.answer if isinstance(stored, Rating) and value == before.value else None
