"""Letters that DejaVu Sans lacks, from TrueType fonts of the system: looked for only when a text needs them."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFError, TTFont

# Scripts that are right when printed letter by letter, each with a letter by which its fonts are known; and some that
# fonts with few Chinese letters lack.
_PROBES: Mapping[str, str] = {
    "CJK": "一気们體", "HIRAGANA": "あ", "KATAKANA": "ア", "HANGUL": "가", "THAI": "ก", "LAO": "ກ",
}  # fmt: skip
_ALL_PROBES = "".join(_PROBES.values())
_MIXED = ("CJK", "HIRAGANA", "KATAKANA")  # written in one line: best from one font
_KOREAN_PARTS = tuple(
    f"HANGUL {part}SEONG" for part in ("CHO", "JUNG", "JONG")
)  # of syllables: would have to be joined
_NO_CHARACTER = 0xFDD0  # only fonts that show the same box for everything have it
_WEIGHTS = ("bold", "thin", "light", "medium", "black", "heavy", "condensed")
_MOST_FILES = 3000  # half a millisecond each
_BROKEN = (TTFError, OSError, RuntimeError, ValueError, LookupError, AssertionError, struct.error)


class _Candidate(NamedTuple):
    file: str
    name: str
    probes: frozenset[str]  # of them, those that it has
    upright: bool  # and neither bold nor thin


def font_files() -> Sequence[str]:
    """Where the system keeps its fonts."""
    from matplotlib.font_manager import findSystemFonts

    return findSystemFonts()


def script_of(letter: str) -> str:
    """Of a letter in a script that is right when printed letter by letter; else "".

    >>> script_of("腰"), script_of("。"), script_of("ー"), script_of("성"), script_of("ท"), script_of("क")
    ('CJK', 'CJK', 'KATAKANA', 'HANGUL', 'THAI', '')
    """
    if letter > "\uffff":  # PDF readers would copy another letter than they show
        return ""
    name, category = unicodedata.name(letter, ""), unicodedata.category(letter)
    if not name or category in ("So", "Sk") or name.startswith(_KOREAN_PARTS):  # pictographs are named in words
        return ""
    first = name.replace("-", " ").partition(" ")[0]
    if first in _PROBES:
        return first
    return "CJK" if unicodedata.east_asian_width(letter) in ("W", "F", "H") else ""


class OtherFonts:
    """Finds, of each letter, the first font of the system that has it; files are looked through once."""

    def __init__(self, files: Callable[[], Sequence[str]] = font_files) -> None:
        self._files = files
        self._of: dict[str, TTFont | None] = {}
        self._loaded: dict[str, TTFont | None] = {}

    def __contains__(self, letter: object) -> bool:
        return isinstance(letter, str) and self.font_of(letter) is not None

    def font_of(self, letter: str) -> TTFont | None:
        """None where there is no such font, or the letter would have to be joined to others."""
        if letter not in self._of:
            script = script_of(letter)
            self._of[letter] = self._found(letter, script) if script else None
        return self._of[letter]

    def _found(self, letter: str, script: str) -> TTFont | None:
        wished = "".join(_PROBES[beside] for beside in (_MIXED if script in _MIXED else (script,)))
        fitting = [candidate for candidate in self._candidates if _PROBES[script][0] in candidate.probes]
        fitting.sort(key=lambda candidate: (not candidate.upright, -len(candidate.probes.intersection(wished))))
        for candidate in fitting:
            font = self._font(candidate.file)
            if font is not None and ord(letter) in font.face.charToGlyph:
                return font
        return None

    def _font(self, file: str) -> TTFont | None:
        if file not in self._loaded:
            self._loaded[file] = _loaded(file)
        return self._loaded[file]

    @cached_property
    def _candidates(self) -> Sequence[_Candidate]:
        """In an order that does not depend on where the system looks first; of fonts of one name the first."""
        files = sorted(self._files(), key=lambda file: (*_manner(file), Path(file).name, file))
        named: dict[str, _Candidate] = {}
        for file in files[:_MOST_FILES]:
            for candidate in _probed(file):
                named.setdefault(candidate.name, candidate)
        return [*named.values()]


def _manner(file: str) -> tuple[bool, bool]:
    """Fonts like DejaVu Sans come first, those drawn in coarse dots last."""
    name = Path(file).name.lower()
    return "unifont" in name, not any(kind in name for kind in ("sans", "gothic", "hei", "gulim", "malgun"))


def _probed(file: str) -> Iterator[_Candidate]:
    """What is known of the font, if it has any of the scripts; of a collection the first font."""
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(file)
        probes = frozenset(probe for probe in _ALL_PROBES if font.get_char_index(ord(probe)))
        if probes and not font.get_char_index(_NO_CHARACTER):
            styled = font.style_flags or any(kind in font.postscript_name.lower() for kind in _WEIGHTS)
            yield _Candidate(file, font.postscript_name, probes, not styled)
    except _BROKEN:
        return


def _loaded(file: str) -> TTFont | None:
    """As ReportLab reads it; None of what it cannot embed: other outlines than TrueType's, a licence, broken files."""
    try:
        font = TTFont(file, file, asciiReadable=False)
        font.face.makeSubset([code for code in map(ord, _ALL_PROBES) if code in font.face.charToGlyph])
    except _BROKEN:
        return None
    return font
