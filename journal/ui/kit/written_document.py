"""A document for paper, written block after block; every text is written as it is, so nothing is taken for markup."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from journal.ui.kit.theme import theme

TITLE, HEADING, TEXT, SMALL = 18.0, 13.0, 11.0, 9.0  # points


class WrittenDocument:
    """``document`` is what was written so far."""

    def __init__(self) -> None:
        self.document = QTextDocument()
        self.document.setDefaultFont(_font(TEXT))
        self._cursor = QTextCursor(self.document)
        self._begun = False

    def write(self, text: str, points: float = TEXT, bold: bool = False, above: float = 0, indent: float = 0) -> None:
        """One more block."""
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(above)
        block.setBottomMargin(4)
        block.setLeftMargin(indent)
        letters.setFont(_font(points, bold))
        if self._begun:
            self._cursor.insertBlock(block, letters)
        else:
            self._cursor.setBlockFormat(block)
        self._begun = True
        self._cursor.insertText(text, letters)


def _font(points: float, bold: bool = False) -> QFont:
    font = QFont(theme().font())
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
