"""All rows of a file of which something is left out, to read and to keep as a list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journal.core.refusal import Refused
from journal.exchange.losses import write_losses
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.importing.refused import RowsDialog
from journal.ui.kit.buttons import button
from journal.ui.kit.file_dialogs import ask_where_to_write
from journal.ui.kit.inline_message import InlineMessage


class LeftOutDialog(RowsDialog):
    """The rows that are refused, and those in which ours is kept though the file says something else."""

    def __init__(self, texts: Texts, read: Path, rows: Sequence[str], parent: QWidget | None = None) -> None:
        self._texts, self._read, self._rows = texts, read, list(rows)
        self.saving: QFileDialog | None = None
        title = texts("Rows of {name} that are left out", name=read.name)
        super().__init__(texts, title, texts("Rows that are left out"), rows, parent)

    def below_list(self) -> Sequence[QWidget]:
        self.message = InlineMessage()
        return (self.message,)

    def beside_close(self) -> Sequence[QWidget]:
        self.save_button = button(self._texts("Save this list"), self._ask_where)
        return (self.save_button,)

    def _ask_where(self) -> None:
        kinds = [self._texts("{format} (*{ending})", format=self._texts("Text"), ending=".txt")]
        self.saving = ask_where_to_write(self, self._texts("Save this list"), kinds, self.save_to)
        self.saving.setDefaultSuffix("txt")  # so that Qt asks before it is written over

    def save_to(self, path: Path) -> None:
        """Write the list there, and say so or why not."""
        try:
            write_losses(self._rows, self._read, path, self._texts, replace=True)
        except Refused as refused:
            self.message.refuse(explain(self._texts, refused))
        else:
            words = self._texts("The list was written to {path}. It is not encrypted: whoever has it can read it.",
                                path=path)  # fmt: skip
            self.message.show_message(words)
