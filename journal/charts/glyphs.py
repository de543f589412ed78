"""What the charts' and pages' font can show; what it cannot is replaced visibly, because both drop it silently."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache
from itertools import groupby
from pathlib import Path

UNKNOWN = "▯"
_FIRST_PICTOGRAPH = 0x1F000
_NAMED = 6  # pictographs of a text: names are long, and a page has little room
_BLANKS = "\t\r\x0b\x0c"
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

    A pictograph becomes its name ("[grinning face]"), once where it is repeated ("[grinning face ×3]"); of many
    different ones the first are named. Anything else becomes "▯". Line ends stay, and so do ``others``: letters that
    come from another font.
    """
    shown = shown_characters()
    text = unicodedata.normalize("NFC", text)
    if all(character in shown or character == "\n" for character in text):
        return text, 0
    parts, replaced, named = list[str](), 0, 0
    for character, alike in groupby(
        sign for sign in text if sign in others or sign in shown or not _is_invisible(sign)
    ):
        count = sum(1 for _ in alike)
        if character in others or character == "\n" or character in shown:
            parts.append(character * count)
        elif character in _BLANKS:
            parts.append(" " * count)
        else:
            name = _pictograph(character) if named < _NAMED else ""
            named, replaced = named + bool(name), replaced + count
            parts.append(f"[{name} ×{count}]" if name and count > 1 else f"[{name}]" if name else UNKNOWN * count)
    return "".join(parts), replaced


def _pictograph(character: str) -> str:
    """Its name; "" of what is none."""
    name, category = unicodedata.name(character, ""), unicodedata.category(character)
    is_one = category == "So" or (category == "Sk" and ord(character) >= _FIRST_PICTOGRAPH)
    return name.lower() if is_one else ""


def _is_invisible(character: str) -> bool:
    """Joiners, direction marks and variation selectors: nothing is seen of them anyway."""
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector or unicodedata.category(character) == "Cf"


def one_line(text: str, others: Container[str] = ()) -> str:
    """The text as a label shows it: printable, on one line."""
    return " ".join(printable(text, others)[0].split())
