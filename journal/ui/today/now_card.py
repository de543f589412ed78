"""The question "How is it now?" at planned times: one row of digits that can be skipped and goes away by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journal.core.changes import BY_ITSELF
from journal.core.entries import Dose, Entry, Prompt, Rating, Symptom
from journal.core.moments import DAY_MS, MINUTE_MS, Moment, moment_now
from journal.core.prompts import Outcome
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.insights.prompts import Due, asked_of, due_on, open_now
from journal.texts.names import symptom_ends, symptom_name
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.digit_goes_on import WaitsForZero
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.push_button import ENTER_KEYS
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import visit_first
from journal.ui.kit.widgets import Card, heading, label

_REMEMBERED_MS = 7 * DAY_MS  # earlier questions that decide which symptom is asked about next
_JUST_RATED_MS = 15 * MINUTE_MS  # before the question came up
_DROWSINESS = "drowsiness"  # asked about as often as the main symptom


class NowCard(Card):
    """Asks at random times, with or without a dose before. One digit or click saves the rating."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(16, 6)
        self._bridge, self._texts = bridge, bridge.texts
        self._shown: Due | None = None
        self._symptom: Symptom | None = None
        self.title = heading("", "strong")
        self.name = label("", "quiet", wrap=True)
        self.skip = plain_button(self._texts("Skip"), self._skip)
        self.scale = RatingScale(self._texts, "", "", "")
        self.until = label("", "small", wrap=True)
        self.message = InlineMessage()
        self._typed_at = moment_now(bridge.clock)
        WaitsForZero(self.scale, self.until, self._texts("1, or 0 for 10; Enter saves"))
        self.scale.changed.connect(self._rated)
        self.scale.waits.connect(self._one_stands)
        self.scale.moved.connect(self.scale.let_stand)
        for part in (flowing(self.title, self.skip, far="last"), self.name, self.scale, self.until):
            self.body.addWidget(part)
        visit_first(self.scale)  # the question comes before what puts it away
        self.body.addWidget(self.message)
        self.hide()

    # --- whether it is shown ---

    def look(self, doses: Sequence[Dose], now: Moment) -> None:
        """Show the question that is due, if any; ``doses`` are today's. One whose time is over is kept as missed."""
        if self._shown is not None and now.utc_ms >= self._shown.ends_ms:
            self.let_one_stand()
        if self._shown is not None and now.utc_ms >= self._shown.ends_ms:
            self._miss(self._shown)
        asks = self._bridge.can_write and self._bridge.logbook.preferences.ask_now
        due = self._due(doses, now) if asks else None
        if due is not None and self._is_rated_since(due):
            due = None  # the answer is there already, and a question that is not shown cannot be missed
        if due != self._shown or due is None:
            self._show(due, now)

    def _due(self, doses: Sequence[Dose], now: Moment) -> Due | None:
        main = self._bridge.logbook.main_symptom()
        if main is None:
            return None
        midnight = now.utc_ms - now.local_ms % DAY_MS  # may not exist on a day when clocks go forward at midnight
        return open_now(due_on(now.local.date(), doses, midnight, main.id), self._recent(), now.utc_ms)

    def _is_rated_since(self, due: Due) -> bool:
        """Whether the person wrote it down unasked, since then or shortly before."""
        symptom = self._symptom if due == self._shown and self._symptom is not None else self._asked()
        rating = self._bridge.logbook.last_rating(symptom.id) if symptom is not None else None
        return rating is not None and rating.at.utc_ms >= due.due_ms - _JUST_RATED_MS

    def _recent(self) -> list[Prompt]:
        return self._bridge.logbook.prompts(self._bridge.clock.now_ms() - _REMEMBERED_MS)

    def _show(self, due: Due | None, now: Moment) -> None:
        self._shown = due
        self._symptom = self._asked() if due is not None else None
        if due is not None and self._symptom is not None:
            name, (low, high) = symptom_name(self._texts, self._symptom), symptom_ends(self._texts, self._symptom)
            self.title.setText(self._question(self._symptom))
            self.name.setText(self._texts("{name}: 0 {low}, 10 {high}", name=name, low=low, high=high))
            self.scale.rename(name, low, high)
            self.scale.set_value(None)
            ends = Moment(due.ends_ms, now.offset_s, now.zone).local
            words = self._texts(
                "Asked at times of its own. One digit saves it. It goes away at {time}; Settings can turn it off.",
                time=self._texts.time(ends),
            )
            self.until.setText(words)
            self.skip.setAccessibleDescription(self.title.text())
        self.setVisible(self._symptom is not None)

    def _question(self, symptom: Symptom) -> str:
        if symptom.code == _DROWSINESS:
            return self._texts("How drowsy are you now?")
        if symptom.kind is SymptomKind.PAIN:
            return self._texts("How is your pain now?")
        return self._texts("How is it now?")

    def _asked(self) -> Symptom | None:
        """The main symptom or drowsiness, in turn; one that the person hid is not asked about."""
        logbook = self._bridge.logbook
        main = logbook.main_symptom()
        if main is None or main.code == _DROWSINESS:
            return main
        known = next((symptom for symptom in logbook.symptoms() if symptom.code == _DROWSINESS), None)
        if known is not None and known.hidden:
            return main
        built_in = BY_CODE[_DROWSINESS]
        drowsiness = known or Symptom(code=built_in.code, kind=built_in.kind, position=len(logbook.symptoms()))
        return drowsiness if asked_of(main.id, drowsiness.id, self._recent()) == drowsiness.id else main

    # --- what becomes of it ---

    def _rated(self, value: object) -> None:
        """A 1 waits until something else is done, since a 0 behind it makes it 10, however slowly it comes."""
        self._typed_at = moment_now(self._bridge.clock)
        if self.scale.chosen_outside:
            self.until.setText(self._texts("Enter saves it."))
        elif not self.scale.one_waits:
            self._save(value)

    def _one_stands(self, waits: bool) -> None:
        if not waits:
            self._save(self.scale.value())

    def let_one_stand(self) -> None:
        """Save a 1 that waits for a 0, before the question goes."""
        self.scale.let_stand()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS and self.scale.one_waits:
            self.let_one_stand()
        elif event.key() in ENTER_KEYS and self.scale.chosen_outside:
            self._save(self.scale.value())
        else:
            super().keyPressEvent(event)

    def _save(self, value: object) -> None:
        due, symptom = self._shown, self._symptom
        if due is None or symptom is None or not isinstance(value, int):
            return
        rating = Rating(at=self._typed_at, symptom=symptom.id, value=value, prompted=True, due_ms=due.due_ms)
        known = self._bridge.logbook.get(symptom.id) is not None
        new: list[Entry] = [] if known else [symptom]
        self._keep(due, Outcome.ANSWERED, rating, *new)

    def _skip(self) -> None:
        if self._shown is not None:
            self._keep(self._shown, Outcome.SKIPPED)

    def _keep(self, due: Due, outcome: Outcome, *entries: Entry) -> None:
        prompt = Prompt(symptom=self._symptom_id(entries), due_ms=due.due_ms, outcome=outcome)
        step = "rating.added" if entries else "prompt.added"
        save = self._bridge.logbook.save
        # None before it is saved, because saving makes Today call ``look`` at once, which would keep it as missed.
        asked, self._shown = (self._shown, self._symptom), None
        if self._bridge.attempt(lambda: save(*entries, prompt, label=step), self.message) is None:
            self._shown, self._symptom = asked
            return
        self._symptom = None
        self.hide()

    def _miss(self, due: Due) -> None:
        """Save that the question was not answered; it is no step that Undo takes back."""
        prompt = Prompt(symptom=self._symptom_id(()), due_ms=due.due_ms, outcome=Outcome.MISSED)
        self._shown = self._symptom = None  # before it is saved, because saving makes Today call ``look`` at once
        if self._bridge.can_write:
            self._bridge.attempt(lambda: self._bridge.logbook.save(prompt, origin=BY_ITSELF), self.message)

    def _symptom_id(self, entries: Sequence[Entry]) -> str | None:
        """The symptom's id if the journal has it, or gets it with the same entries."""
        symptom = self._symptom
        if symptom is None:
            return None
        there = symptom in entries or self._bridge.logbook.get(symptom.id) is not None
        return symptom.id if there else None

    def take_keyboard(self) -> None:
        """Put the keyboard focus on the row as a whole, not on a digit."""
        self.scale.setFocus(Qt.FocusReason.TabFocusReason)
