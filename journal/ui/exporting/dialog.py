"""What goes out and how: format, days, kinds and what is private, asked for before a file is named."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.exchange.chosen import Choice, usual_choice
from journal.exchange.export import FORMATS, Format
from journal.exchange.left_out import left_out
from journal.texts.marked import marked
from journal.texts.refusals import explain
from journal.ui.exporting.chosen_days import ChosenDays
from journal.ui.exporting.chosen_kinds import ChosenKinds
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.pages import Sheet
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight, move_in_reading_order
from journal.ui.kit.theme import theme
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import heading, label, quiet_label

_ABOUT = marked({
    ".json": "Everything, to keep it or to go on with it on another computer.",
    ".csv": "One long table of the Diary. This program can read it again.",
    ".zip": "A table for each kind of entry, the trash included. This program can read it again.",
    ".xlsx": "A sheet for each kind of entry, for Excel, LibreOffice and others: dates are dates, numbers are numbers.",
    ".md": "Markdown, a page for each day of the Diary, for any editor.",
    ".ics": "Whole days for a calendar.",
    ".fhir.json": "FHIR R4B: doses, medicines, ratings, measurements and values of laboratories, each with its note. "
    "It was not validated by the HL7 validator.",
})  # fmt: skip
_OPEN_TO_ALL = marked("The file is not encrypted: whoever has it can read it.")
_OF_ENCRYPTED = marked(
    "The journal is encrypted, and this file is not: whoever has it can read it. A copy that opens only with the "
    "passphrase is a backup: “Back up now” makes one."
)
_WITHOUT_CHOICE = (".ics",)
_SIZE = QSize(620, 640)  # at 100 %


class ExportDialog(QDialog):
    """Asks what goes out. ``chosen`` gives the format and the choice; where to is asked next."""

    chosen = Signal(object, object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts = bridge.texts
        self.setWindowTitle(texts("Export"))
        self.format = ChipRow(
            texts("Format"), [(export_format.ending, texts(export_format.name)) for export_format in FORMATS]
        )
        self.format.set_value(FORMATS[0].ending)
        self.about = quiet_label("", wrap=True)
        self.days, self.kinds = ChosenDays(texts, bridge.logbook.today), ChosenKinds(texts)
        self.private = TickBox(texts("Entries marked private, too"), ticked=True)
        self.question = InlineMessage()
        self.next_button = primary_button(texts("Choose where…"), "", self._go_on)
        self.next_button.setDefault(True)
        self.cancel_button = button(texts("Cancel"), self.reject)
        self._lay_out(bridge.logbook.encrypted)
        self.format.changed.connect(lambda _key: self._show_format())
        for part in (self.days, self.kinds):
            part.changed.connect(self.question.dismiss)
        self.private.toggled.connect(lambda _on: self.question.dismiss())
        self._show_format()
        fit_on_screen(self, QSize(max(_SIZE.width(), theme().px(460)), max(_SIZE.height(), theme().px(420))))

    def _lay_out(self, encrypted: bool) -> None:
        texts, page = self._texts, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 4)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "heading", wrap=True))
        column.addWidget(heading(texts("As what")))
        column.addWidget(self.format)
        column.addWidget(self.about)
        self._what = QWidget()
        what = QVBoxLayout(self._what)
        what.setContentsMargins(0, 0, 0, 0)
        what.setSpacing(10)
        for words, part in ((texts("Which days"), self.days), (texts("What"), self.kinds)):
            what.addWidget(heading(words))
            what.addWidget(part)
        column.addWidget(self._what)
        column.addWidget(self.private)
        column.addWidget(self.question)
        column.addWidget(label(texts(_OF_ENCRYPTED if encrypted else _OPEN_TO_ALL), wrap=True))
        column.addStretch(1)
        self._whole = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)
        around = QVBoxLayout(self._whole)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(page), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.addWidget(flowing(self.cancel_button, self.next_button, far="all"))
        around.addLayout(foot)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.format.focus()

    # --- what was chosen ---

    def file_format(self) -> Format:
        """The chosen one."""
        return next(export_format for export_format in FORMATS if export_format.ending == self.format.value())

    def _show_format(self) -> None:
        """What it is; private entries go into it unasked only where it is made for this program."""
        chosen = self.file_format()
        self.question.dismiss()
        leaves = left_out(chosen.ending, usual_choice(chosen.keeps), self._texts)
        self.about.setText("\n".join([self._texts(_ABOUT[chosen.ending]), *leaves]))
        self.private.tick(usual_choice(chosen.keeps).private)
        self._what.setVisible(chosen.ending not in _WITHOUT_CHOICE)

    def choice(self) -> Choice:
        """What is to go out. Refused where a day is none."""
        usual = usual_choice(self.file_format().keeps)
        if self.file_format().ending in _WITHOUT_CHOICE:
            return replace(usual, private=self.private.is_ticked())
        first, last = self.days.ends()
        return Choice(first, last, self.kinds.kinds(usual.kinds), self.private.is_ticked(), usual.trash)

    def _go_on(self) -> None:
        try:
            choice = self.choice()
        except Refused as reason:
            self._refuse(explain(self._texts, reason))
            return
        if not choice.kinds:
            self._refuse(self._texts("Tick at least one kind of entry."))
        elif choice.private and not self.file_format().keeps:
            self.question.ask(
                self._texts("Private entries would be in this file, which is for others. Put them in this time?"),
                [
                    (self._texts("Leave them out"), lambda: self._give(replace(choice, private=False))),
                    (self._texts("Put them in, too"), lambda: self._give(choice)),
                ],
            )
        else:
            self._give(choice)

    def _refuse(self, words: str) -> None:
        self.question.refuse(words)
        once_laid_out(self, lambda: bring_into_sight(self.question))

    def _give(self, choice: Choice) -> None:
        chosen = self.file_format()
        self.accept()
        self.chosen.emit(chosen, choice)

    @called_by_qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_in_reading_order(self._whole, forward) or super().focusNextPrevChild(forward)
