"""What was said of a table, written into a file: the command line reads the next one like it by that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.files import whole_file
from journal.exchange.kept_mapping import to_text
from journal.exchange.mapping import TableMapping
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.importing.sample import Sample
from journal.ui.kit.buttons import button
from journal.ui.kit.file_dialogs import ask_where_to_write
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing


class MappingFile(QWidget):
    """A button, and what came of it; ``mapping`` gives what is said now."""

    def __init__(self, texts: Texts, sample: Sample, mapping: Callable[[], TableMapping | None]) -> None:
        super().__init__()
        self._texts, self._sample, self._mapping = texts, sample, mapping
        self.saving: QFileDialog | None = None
        self.message = InlineMessage()
        self.save_button = button(texts("Save these answers as a file"), self._ask_where)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(flowing(self.save_button))
        lines.addWidget(self.message)

    def _ask_where(self) -> None:
        kinds = [self._texts("{format} (*{ending})", format=self._texts("Mapping"), ending=".json")]
        title = self._texts("Save these answers as a file")
        self.saving = ask_where_to_write(self.window(), title, kinds, self.save_to)
        self.saving.setDefaultSuffix("json")  # so that Qt asks before it is written over

    def save_to(self, path: Path) -> None:
        """Write it there, and say so or why not."""
        mapping = self._mapping()
        if mapping is None:
            return
        try:
            if path.exists() and path.samefile(self._sample.path):
                raise UserError("file-is-read", path=path)
            text = json.dumps(json.loads(to_text(self._sample.columns, mapping)), indent=1, ensure_ascii=False)
            with whole_file(path, replace=True) as file:
                file.write(f"{text}\n".encode())
        except Refused as refused:
            self.message.refuse(explain(self._texts, refused))
        else:
            words = "The answers were written to {path}. “import --mapping” reads a file like this one by them."
            self.message.show_message(self._texts(words, path=path))
