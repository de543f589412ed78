"""What is typed into a form and not saved is kept as a draft, over lock and crash, and shown again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journal.core.entries import Draft, Entry
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.draft_content import DraftContent, fingerprint
from journal.ui.kit.draft_timer import DraftTimer
from journal.ui.kit.draft_words import not_saved_yet
from journal.ui.kit.inline_message import InlineMessage

State = dict[str, Any]


class DraftForm(QWidget):
    """``draft_key`` names the draft that keeps unsaved input ("" keeps none); a refusal to keep it is a message."""

    def __init__(self, bridge: Bridge, draft_key: str) -> None:
        super().__init__()
        self.bridge, self.texts, self.draft_key = bridge, bridge.texts, draft_key
        self.message = InlineMessage()
        self._initial: State = {}
        self._opened: dict[str, Entry] = {}
        self._outdated = self._draft_kept = False
        self._typed_ms: int | None = None  # when the last of it was typed, which may be long before it is written
        self._written_in = False  # something was typed or chosen, and maybe taken back
        self._not_kept: Refused | None = None
        self._saving = False  # it is on its way into the journal, or there: no draft any more
        self._draft_timer = DraftTimer(self, self.keep_draft)

    def state(self) -> State:
        """What was typed and chosen, as JSON can hold it."""
        raise NotImplementedError

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show a state again."""
        raise NotImplementedError

    def begin(self, *opened: Entry) -> None:
        """The form is filled in: from now on, what differs is worth keeping. ``opened`` is what it changes."""
        self._opened = {entry.id: self.asked_about(entry) for entry in opened}
        self._initial = self.state()
        self._typed_ms = None
        self._written_in = self._saving = False

    def changes_any(self, entries: Sequence[Entry]) -> bool:
        """Whether the form was opened to change one of these."""
        return any(entry.id in self._opened for entry in entries)

    @property
    def dirty(self) -> bool:
        """Whether something was typed or chosen that is not saved."""
        return self.state() != self._initial

    def touched(self) -> None:
        """Something was typed or chosen; a moment later the draft is written."""
        self.withdraw()
        self._written_in = True
        self._typed_ms = self.bridge.logbook.clock.now_ms()
        if self._initial and self.draft_key:
            self._draft_timer.typed()

    def withdraw(self) -> None:
        """What is asked or refused goes: it was about what stood here before the change."""
        self.message.withdraw()

    def keep_draft(self) -> bool:
        """Write the draft now if there is something to keep; False, and the reason said, where that is refused."""
        self._draft_timer.stop()
        was_refused, self._not_kept = self._not_kept, None
        if self._saving or not (self.draft_key and self.dirty):
            return True
        try:
            draft = self.as_draft()
            self.bridge.logbook.save_draft(draft.form, draft.content, draft.saved_ms)
        except Refused as refused:
            why = self.bridge.why_not(refused)
            if self.message.text() != why:  # not announced anew with every key
                self.message.refuse(why, lasting=True)
            self._not_kept = refused
            return False
        if was_refused is not None:
            self.message.dismiss()
        self._draft_kept = True
        return True

    def as_draft(self) -> Draft:
        """What stands here now, as a draft keeps it."""
        content = DraftContent(self.state(), self.draft_moment(), fingerprint(self._opened))
        return Draft(self.draft_key, content.as_text(), self._typed_ms or self.bridge.logbook.clock.now_ms())

    @property
    def not_kept(self) -> bool:
        """Whether what stands here was refused when it was to be written down."""
        return self._not_kept is not None

    def keep_what_waits(self) -> Refused | None:
        """Write the draft now if what was typed last is not in it yet; answers why not, where that is refused."""
        if self._draft_timer.isActive() or self._not_kept is not None:
            self.keep_draft()
        return self._not_kept

    def draft_moment(self) -> list[str]:
        """When the draft's entry happened, as a draft holds it; nothing for a form without a time."""
        return []

    def show_draft_moment(self, kept: list[str]) -> None:
        """Show the time that a draft was written about."""

    def restore_draft(self, draft: Draft) -> bool:
        """Show what was not saved; False if the draft cannot be read any more."""
        try:
            content = DraftContent.read(draft.content)
            self.restore(content.state)
            self.show_draft_moment(content.moment)
            self._outdated = content.opened not in (None, fingerprint(self._opened))
        except (ValueError, KeyError, TypeError, Refused):
            return False
        self._draft_kept = True
        self._typed_ms = draft.saved_ms or None
        sentence = not_saved_yet(self.texts, draft, self.bridge.logbook.clock)
        self.message.show_message(sentence, lasting=True)
        return True

    def _drop_draft(self) -> None:
        """Nothing of what was typed is wanted any more."""
        self._draft_timer.stop()
        self._not_kept = None
        if self._draft_kept:
            self.bridge.attempt(lambda: self.bridge.logbook.drop_draft(self.draft_key), self.message)
        self._draft_kept = False

    def _draft_saved(self) -> None:
        """What was typed is an entry now, and the draft went with the saving."""
        self._draft_timer.stop()
        self._not_kept = None
        self._draft_kept = False

    # --- what is changed elsewhere meanwhile ---

    def _changed_elsewhere(self) -> bool:
        stored = self.bridge.logbook.existing(list(self._opened)) if self._opened else {}
        now = {key: self.asked_about(entry) for key, entry in stored.items()}
        return fingerprint(now) != fingerprint(self._opened)

    def asked_about(self, entry: Entry) -> Entry:
        """The entry without the fields that this form does not write: a change of those alone needs no question."""
        return entry
