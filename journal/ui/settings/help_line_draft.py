"""The draft of a help line: what is typed and not saved lies in the journal, until the form is saved or cancelled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from journal.core.entries import Draft
from journal.core.refusal import Refused
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.draft_timer import DraftTimer
from journal.ui.settings.help_line_form import HelpLineForm

LINE_DRAFT = "help_line"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """``of``: () for a new line, ("own", name, number, note) or ("shipped", country, name) for the one that changes."""

    of: tuple[str, ...]
    typed: tuple[str, ...]
    saved_ms: int = 0

    def as_draft(self) -> Draft:
        """As a draft keeps it."""
        content = json.dumps({"of": self.of, "typed": self.typed}, ensure_ascii=False)
        return Draft(LINE_DRAFT, content, self.saved_ms)

    @classmethod
    def read(cls, draft: Draft) -> TypedLine | None:
        """What a draft keeps; None for what cannot be read any more."""
        try:
            content = json.loads(draft.content)
            return cls(tuple(content["of"]), tuple(content["typed"]), draft.saved_ms)
        except (ValueError, KeyError, TypeError):
            return None


class LineDraft(QObject):
    """Follows the open form and writes down what is typed there, a moment after it was typed."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form: HelpLineForm | None = None
        self._of: tuple[str, ...] = ()
        self._kept = False
        self._typed_ms = 0  # when the last of it was typed
        self._later = DraftTimer(self, self.keep)

    def follow(self, form: HelpLineForm, of: Sequence[str]) -> None:
        """From now on this form is the one whose words are kept."""
        self._form, self._of = form, tuple(of)
        form.edited.connect(self._typed)

    def _typed(self) -> None:
        self._typed_ms = self._bridge.logbook.clock.now_ms()
        self._later.typed()

    def keep(self) -> None:
        """Write the draft now if there is something to keep."""
        self._later.stop()
        if self._form is None or not self._form.dirty or not self._bridge.can_write:
            return
        form, draft = self._form, TypedLine(self._of, self._form.typed(), self._typed_ms).as_draft()
        try:
            self._bridge.logbook.save_draft(draft.form, draft.content, draft.saved_ms)
        except Refused as refused:
            form.refuse(refused)
        else:
            self._kept = True

    def read(self) -> TypedLine | None:
        """What was typed before; one that cannot be read goes."""
        draft = self._bridge.logbook.draft(LINE_DRAFT)
        if draft is None:
            return None
        self._kept = True
        kept = TypedLine.read(draft)
        if kept is None:
            self.end()
        return kept

    def end(self) -> None:
        """The form was saved or cancelled, and its draft goes."""
        self._later.stop()
        self._form = None
        if self._kept:
            self._bridge.forget_draft(LINE_DRAFT)
        self._kept = False
