"""A sheet of paper on which the passphrase is written by hand; the program never prints it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout

from journal.core.preferences import paper_of
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.print_place import PrintPlace
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.written_document import HEADING, SMALL, TITLE, WrittenDocument

_LINE = "_" * 34  # one line of it fits on every paper
_LINES = 3


class RecoverySheet(PrintPlace):
    """A button that prints the sheet, or saves it where there is no printer; ``country`` has its usual paper."""

    def __init__(self, texts: Texts, country: str) -> None:
        super().__init__()
        self._texts, self._country = texts, country
        self._logbook: Logbook | None = None
        self.message = InlineMessage()
        self.print_button = plain_button(texts("Print a recovery sheet…"), self._print)
        self.print_button.setAccessibleDescription(texts("A place to write the passphrase by hand, and what it is for"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(flowing(self.print_button))
        body.addWidget(self.message)

    def refresh(self, logbook: Logbook) -> None:
        """For this journal; there is none for one without a passphrase."""
        self._logbook = logbook
        self.setVisible(logbook.encrypted)

    def _print(self) -> None:
        from journal.ui.safety.page_printing import PagePrinting

        book = self._logbook
        assert book is not None
        document = recovery_document(self._texts, book.path, book.today())
        paper = paper_of(book.preferences.paper, self._country)
        self.printing = PagePrinting(self._texts, document, self, paper, book.path, "recovery-sheet.pdf")
        self.printing.start()


def recovery_document(texts: Texts, journal: Path, today: dt.date) -> QTextDocument:
    """The sheet for a journal; it tells nothing of what is in it."""
    written = WrittenDocument()
    written.write(texts("Recovery sheet"), TITLE, bold=True)
    written.write(texts("For the journal {name}", name=journal.name), HEADING, bold=True, above=8)
    written.write(texts("It lies in {folder}", folder=journal.parent))
    written.write(texts("Printed on {day}", day=texts.short_day(today)), SMALL)
    written.write(texts("The passphrase, written by hand:"), HEADING, bold=True, above=18)
    for _ in range(_LINES):
        written.write(_LINE, TITLE, above=14)
    written.write(texts("What this sheet is for"), HEADING, bold=True, above=22)
    for sentence in (
        texts("The journal is encrypted. Without the passphrase nobody can open it, and there is no way around it."),
        texts("Write large and small letters, spaces and accents just as you type them."),
        texts("Whoever has this sheet and the file can read the journal. Keep it where you keep other papers, and not "
              "beside the computer."),
        texts("A photo or a copy in a file would be a second way in."),
        texts("When you change the passphrase, print a new sheet. Keep this one as long as there are backups from "
              "before: they open with the old passphrase. Then destroy it."),
    ):  # fmt: skip
        written.write(f"•  {sentence}", indent=12)
    written.write(texts("To open the journal"), HEADING, bold=True, above=14)
    for number, sentence in enumerate(
        (
            texts("Start Leaf Journal. On another computer, copy the file or a backup of it there first."),
            texts("Press Ctrl+O and choose the file."),
            texts("Type the passphrase and press Enter."),
        ),
        1,
    ):
        written.write(f"{number}.  {sentence}", indent=12)
    return written.document
