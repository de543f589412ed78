"""Words and choices of the report wait in the journal, as a draft, for the next time."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from journal.ui.kit.bridge import Bridge
from journal.ui.kit.draft_timer import DraftTimer
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.report.choices import ReportChoices

_DRAFT = "report"


class KeptChoices(QObject):
    """Shows what was kept, and keeps what is typed a moment later; ``message`` says why it could not."""

    def __init__(self, bridge: Bridge, choices: ReportChoices, message: InlineMessage) -> None:
        super().__init__(choices)
        self._bridge, self._choices, self._message = bridge, choices, message
        draft = bridge.logbook.draft(_DRAFT)
        if draft is not None:
            choices.restore(json.loads(draft.content))
        self._kept = self._content()
        self._later = DraftTimer(self, self.keep)
        choices.edited.connect(self._later.typed)

    def keep(self) -> None:
        """Write down what was typed, now."""
        self._later.stop()
        content = self._content()
        if content == self._kept or not self._bridge.can_write:
            return

        def keep() -> bool:
            self._bridge.logbook.save_draft(_DRAFT, content)
            return True

        if self._bridge.attempt(keep, self._message):
            self._kept = content

    def _content(self) -> str:
        return json.dumps(self._choices.state(), ensure_ascii=False)
