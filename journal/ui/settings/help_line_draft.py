"""The draft of a help line: what is typed and not saved lies in the journal, until the form is saved or cancelled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

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


class LineDraft(QObject):
    """Follows the open form and writes down what is typed there, a moment after it was typed."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._form: HelpLineForm | None = None
        self._of: tuple[str, ...] = ()
        self._kept = False
        self._later = DraftTimer(self, self.keep)

    def follow(self, form: HelpLineForm, of: Sequence[str]) -> None:
        """From now on this form is the one whose words are kept."""
        self._form, self._of = form, tuple(of)
        form.edited.connect(self._later.typed)

    def keep(self) -> None:
        """Write the draft now if there is something to keep."""
        self._later.stop()
        if self._form is None or not self._form.dirty or not self._bridge.can_write:
            return
        form, content = self._form, json.dumps({"of": self._of, "typed": self._form.typed()}, ensure_ascii=False)
        try:
            self._bridge.logbook.save_draft(LINE_DRAFT, content)
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
        try:
            content = json.loads(draft.content)
            return TypedLine(tuple(content["of"]), tuple(content["typed"]))
        except (ValueError, KeyError, TypeError):
            self.end()
            return None

    def end(self) -> None:
        """The form was saved or cancelled, and its draft goes."""
        self._later.stop()
        self._form = None
        if self._kept:
            self._bridge.forget_draft(LINE_DRAFT)
        self._kept = False
