"""Text in a spreadsheet's cell: never taken for a formula, and read back exactly as it was."""

from __future__ import annotations

import re

# What starts a formula, also behind space that a spreadsheet drops. Full-width signs count too.
_TRIGGER = re.compile("[\\s\ufeff\u200b]*[=+\\-@|%\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]|'")


def text_cell(text: str) -> str:
    """The text with ``'`` before it if a spreadsheet could run it, or if it begins with ``'`` itself."""
    if not text or text[0].isalnum():  # nearly always, and nothing that begins so is a formula
        return text
    return f"'{text}" if _TRIGGER.match(text) else text


def text_of(cell: str) -> str:
    """The text that ``text_cell`` wrote."""
    return cell.removeprefix("'")
