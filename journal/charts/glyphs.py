"""What the charts' and pages' font can show; what it cannot is replaced visibly, because both drop it silently."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from pathlib import Path

UNKNOWN = "▯"
_FIRST_PICTOGRAPH = 0x1F000
_LAST = 0xFFFF  # beyond it PDF readers copy another letter than they show


@cache
def font_file(bold: bool = False) -> Path:
    """DejaVu Sans, which Matplotlib brings along."""
    import matplotlib

    return Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def shown_characters() -> frozenset[str]:
    """Every character that both weights of the font show, on paper as on screen."""
    from matplotlib.ft2font import FT2Font

    regular, bold = (FT2Font(str(font_file(weight))).get_charmap() for weight in (False, True))
    shown = (chr(code) for code in regular.keys() & bold.keys() if code <= _LAST)
    return frozenset(sign for sign in shown if not _is_invisible(sign) and unicodedata.category(sign) != "Cc")


def printable(text: str, others: Container[str] = ()) -> tuple[str, int]:
    """The text with every character that the font lacks replaced, and how many were.

    A pictograph becomes its name ("[grinning face]"), anything else "▯". Line ends stay, and so do ``others``: letters
    that come from another font.
    """
    shown = shown_characters()
    text = unicodedata.normalize("NFC", text)
    if all(character in shown or character == "\n" for character in text):
        return text, 0
    parts = [(character, False) if character in others else _part(character, shown) for character in text]
    return "".join(part for part, _ in parts), sum(replaced for _, replaced in parts)


def _part(character: str, shown: frozenset[str]) -> tuple[str, bool]:
    if character == "\n" or character in shown:
        return character, False
    if character in "\t\r\x0b\x0c":
        return " ", False
    if _is_invisible(character):
        return "", False
    name = unicodedata.name(character, "")
    category = unicodedata.category(character)
    if name and (category == "So" or (category == "Sk" and ord(character) >= _FIRST_PICTOGRAPH)):
        return f"[{name.lower()}]", True
    return UNKNOWN, True


def _is_invisible(character: str) -> bool:
    """Joiners, direction marks and variation selectors: nothing is seen of them anyway."""
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector or unicodedata.category(character) == "Cf"


def one_line(text: str, others: Container[str] = ()) -> str:
    """The text as a label shows it: printable, on one line."""
    return " ".join(printable(text, others)[0].split())
