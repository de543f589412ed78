"""Text in a spreadsheet's cell: never taken for a formula, and read back exactly as it was."""

from __future__ import annotations

import re

# What starts a formula, also behind space that a spreadsheet drops. Full-width signs count too.
_SPACE, _SIGN = "[\\s\ufeff\u200b]*", "[=+\\-@|%\uff1d\uff0b\uff0d\uff20\u2212]"
_TRIGGER = re.compile(f"{_SPACE}{_SIGN}|[\t\r\n]|'")
# Where a spreadsheet that parts cells by another sign, as in another region, would begin a cell with it.
_BEHIND_A_SEPARATOR = re.compile(f"([,;\t\n]{_SPACE})('*{_SIGN})")
_PARTS = re.compile(r"[,;\t\n]")
_GUARDED = re.compile(f"([,;\t\n]{_SPACE})'('*{_SIGN})")


def text_cell(text: str) -> str:
    """The text with ``'`` before it if a spreadsheet could run it, or if it begins with ``'`` itself.

    The same behind each sign inside of it that parts cells somewhere.
    """
    if not text:
        return text
    inside = _BEHIND_A_SEPARATOR.sub(r"\1'\2", text) if _PARTS.search(text) else text
    # Nearly always it begins with a letter or a digit, and nothing that does is a formula.
    return f"'{inside}" if not text[0].isalnum() and _TRIGGER.match(text) else inside


def text_of(cell: str) -> str:
    """The text that ``text_cell`` wrote."""
    return _GUARDED.sub(r"\1\2", cell.removeprefix("'"))
