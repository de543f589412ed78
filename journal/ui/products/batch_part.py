"""The batches of a product, in its pane: added, changed, finished and deleted there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Batch
from journal.core.refusal import Refused
from journal.ui.entries.batch_words import batch_days, batch_figures, batch_name, latest_first
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label


class BatchPart(QWidget):
    """``wanted`` with the batch whose form is to be opened, None for a new one."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, batches: Sequence[Batch]) -> None:
        super().__init__()
        self._bridge, self._texts = bridge, bridge.texts
        self.message = InlineMessage()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._body.addWidget(label(self._texts("Batches"), "strong"))
        for batch in latest_first(batches):
            self._add(batch)
        if not batches:
            self._body.addWidget(label(self._texts("None written down."), "quiet", wrap=True))
        self._body.addWidget(self.message)
        if bridge.can_write:
            self._body.addWidget(flowing(button(self._texts("Add batch"), lambda: self.wanted.emit(None))))

    def _add(self, batch: Batch) -> None:
        texts = self._texts
        lines = (batch_name(texts, batch), batch_days(texts, batch), batch_figures(texts, batch))
        for text, role in zip(lines, ("body", "quiet", "small"), strict=True):
            if text:
                self._body.addWidget(label(text, role, wrap=True))
        if self._bridge.can_write:
            self._body.addWidget(flowing(*self._buttons(batch)))

    def _buttons(self, batch: Batch) -> list[QWidget]:
        texts, name = self._texts, batch_name(self._texts, batch)
        made = [(button(texts("Change"), lambda: self.wanted.emit(batch)), texts("Change: {what}", what=name))]
        if batch.finished is None:
            finished = button(texts("Finished today"), lambda: self._finish(batch))
            made.append((finished, texts("Finished today: {what}", what=name)))
        made.append((plain_button(texts("Delete"), lambda: self._delete(batch)), texts("Delete: {what}", what=name)))
        for pressed, name_read in made:
            pressed.setAccessibleName(name_read)
        return [pressed for pressed, _ in made]

    # --- what can be done ---

    def _finish(self, batch: Batch) -> None:
        self._bridge.attempt(lambda: self._finished(batch.id), self.message)

    def _finished(self, batch_id: str) -> ChangeSet:
        """Change only the day on which it was finished: the rest may have been edited since it was shown."""
        logbook = self._bridge.logbook
        batch = logbook.get(batch_id)
        if not isinstance(batch, Batch):
            raise Refused("not-in-journal")
        return logbook.save(replace(batch, finished=logbook.today()))

    def _delete(self, batch: Batch) -> None:
        self._bridge.attempt(lambda: self._bridge.logbook.delete([batch.id]), self.message)
