"""Files into which the journal was exported: anyone can read them, whatever passphrase the journal has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.breakable import breakable
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.settings.listed_copies import ListedCopies


class ExportedFiles(ListedCopies):
    """``delete`` is given one of them; hidden where none is there any more."""

    def __init__(self, texts: Texts, delete: Callable[[list[Path]], object]) -> None:
        super().__init__(texts)
        self._delete = delete
        self.deletes: list[QPushButton] = []
        self.body.addWidget(label(texts(
            "They cannot be encrypted here. What a deleted file held can stay in old sectors of the disk for a while."
        ), "quiet", wrap=True))  # fmt: skip
        self.hide()

    def show_exported(self, files: list[Path]) -> None:
        """List these."""
        self.deletes = self.deletes if files == self.listed else []
        self.show_files(files)
        self._title.setText(
            self._texts.plural(
                "{n} exported file can be read by anyone", "{n} exported files can be read by anyone", len(files)
            )
        )

    def set_usable(self, on: bool) -> None:
        """Whether any can be deleted now."""
        for pressed in self.deletes:
            pressed.setEnabled(on)

    def make_row(self, file: Path) -> QWidget:
        delete = plain_button(self._texts("Delete…"), lambda: self._delete([file]))
        delete.setAccessibleName(self._texts("{action}: {name}", action=delete.text(), name=file.name))
        self.deletes.append(delete)
        row = QWidget()
        body = QVBoxLayout(row)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(label(breakable(file), "body", wrap=True))
        body.addWidget(flowing(delete))
        return row
