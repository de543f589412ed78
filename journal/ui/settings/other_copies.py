"""Copies of the journal that open with an earlier passphrase: each with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField
from journal.ui.settings.copy_names import CopyNames
from journal.ui.settings.listed_copies import ListedCopies


class OtherCopies(ListedCopies):
    """``give`` gets the copies and the passphrase that they had, ``delete`` one of them; hidden where there is none."""

    def __init__(
        self,
        texts: Texts,
        names: CopyNames,
        give: Callable[[list[Path], str], object],
        delete: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(texts)
        self._names, self._give, self._delete = names, give, delete
        name = texts("Passphrase that they had")
        self.old = PassphraseField(texts, name)
        self.old.entered.connect(self._submit)
        self.give = button(texts("Give them the journal’s passphrase"), self._submit)
        for part in (
            label(name, wrap=True),
            self.old,
            flowing(self.give),
            label(texts(
                "A copy with the new passphrase is made and checked before the old one goes. Neither way wipes the "
                "disk: what a file held can stay in old sectors for a while."
            ), "quiet", wrap=True),
        ):  # fmt: skip
            self.body.addWidget(part)
        self.hide()

    def show_copies(self, copies: list[Path]) -> None:
        """List these."""
        self.show_files(copies)
        self._title.setText(
            self._texts.plural(
                "{n} copy does not open with the journal’s passphrase, but with another one",
                "{n} copies do not open with the journal’s passphrase, but with another one",
                len(copies),
            )
        )

    def set_usable(self, on: bool) -> None:
        """Whether anything can be done with them now."""
        for pressed in (self.give, *self.deletes()):
            pressed.setEnabled(on)

    def deletes(self) -> list[QWidget]:
        """The buttons that delete one of them each."""
        return [widget for row in self.shown_rows for widget in row.findChildren(QWidget) if widget.property("deletes")]

    def make_row(self, file: Path) -> QWidget:
        name = self._names.of(file)
        delete = plain_button(self._texts("Delete…"), lambda: self._delete([file]))
        delete.setAccessibleName(self._texts("{action}: {name}", action=delete.text(), name=name))
        delete.setProperty("deletes", True)
        row = QWidget()
        body = QVBoxLayout(row)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(label(name, "body", wrap=True))
        body.addWidget(flowing(delete))
        return row

    def _submit(self) -> None:
        """What was typed is not kept."""
        if old := self.old.wanted():
            self.old.edit.clear()
            self._give(self.listed, old)
