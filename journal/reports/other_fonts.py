"""Letters that DejaVu Sans lacks, from TrueType fonts of the system: looked for only when a text needs them."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from journal.charts.glyphs import UNKNOWN
from journal.reports.shaped_fonts import CODES, RUN, SHAPED, ShapedFont, groups

# Scripts that are right when printed letter by letter, or in shapes, each with a letter by which its fonts are known;
# and some that fonts with few Chinese letters or Korean syllables lack.
_PROBES: Mapping[str, str] = {
    "CJK": "一気们體", "HIRAGANA": "あ", "KATAKANA": "ア", "HANGUL": "가한", "LAO": "ກ",
    **SHAPED,
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
    """Of a letter in a script that is right when printed letter by letter, or in shapes; else "".

    >>> script_of("腰"), script_of("。"), script_of("ー"), script_of("성"), script_of("ท")
    ('CJK', 'CJK', 'KATAKANA', 'HANGUL', 'THAI')
    >>> script_of("क"), script_of("ក")
    ('DEVANAGARI', '')
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
        self._codes = iter(CODES)
        self._shaped: dict[str, ShapedFont | None] = {}  # by script
        self._of_shape: dict[str, ShapedFont] = {}

    def __contains__(self, letter: object) -> bool:
        return isinstance(letter, str) and self.font_of(letter) is not None

    def font_of(self, letter: str) -> TTFont | None:
        """None where there is no such font, or the letter would have to be joined to others."""
        if letter not in self._of:
            script = script_of(letter)
            find = self._found_for_shapes if script in SHAPED else self._found
            self._of[letter] = find(letter, script) if script else None
        return self._of[letter]

    def drawn_with(self, letter: str) -> TTFont | None:
        """The font of a letter, or of a shape that stands for letters (``shaped``)."""
        return self._of_shape.get(letter) or self.font_of(letter)

    def shaped(self, words: str) -> str:
        """The words as they are drawn: letters that join are one shape, which has a code for private use."""
        return RUN.sub(lambda run: "".join(self._drawn(group) or UNKNOWN for group in groups(run[0])), words)

    def written(self, words: str) -> str:
        """Shapes as the letters that they stand for."""
        shapes = {letter for letter in words if letter in self._of_shape}
        for letter in shapes:
            words = words.replace(letter, self._of_shape[letter].written(letter))
        return words

    def without_unshapable(self, words: str) -> tuple[str, int]:
        """Letters of which the font has no shape are replaced visibly, and counted; those of no font stay."""
        bad = {group for run in RUN.findall(words) for group in groups(run) if not self._is_shaped(group)}
        if not bad:
            return words, 0
        shown = RUN.sub(
            lambda run: "".join(UNKNOWN * len(group) if group in bad else group for group in groups(run[0])), words
        )
        return shown, shown.count(UNKNOWN) - words.count(UNKNOWN)

    def _is_shaped(self, group: str) -> bool:
        """Or has letters of no font, which are replaced one by one."""
        return not all(letter in self for letter in group) or bool(self._drawn(group))

    def _drawn(self, group: str) -> str:
        font = self._shaped_font(script_of(group[0]))
        letter = font.letter_of(group) if font is not None else ""
        if font is not None and letter:
            self._of_shape[letter] = font
        return letter

    def _found_for_shapes(self, letter: str, script: str) -> TTFont | None:
        font = self._shaped_font(script)
        return font if font is not None and ord(letter) in font.face.charToGlyph else None

    def _shaped_font(self, script: str) -> ShapedFont | None:
        """All of a script comes from one font, as its letters join: the first that shapes its best known letter."""
        if script not in self._shaped:
            fonts = (_shaped(font.file, self._codes) for font in self._fitting(script, SHAPED.get(script, "")))
            self._shaped[script] = next(
                (font for font in fonts if font is not None and font.letter_of(SHAPED[script])), None
            )
        return self._shaped[script]

    def _found(self, letter: str, script: str) -> TTFont | None:
        wished = "".join(_PROBES[beside] for beside in (_MIXED if script in _MIXED else (script,)))
        for candidate in self._fitting(script, wished):
            font = self._font(candidate.file)
            if font is not None and ord(letter) in font.face.charToGlyph:
                return font
        return None

    def _fitting(self, script: str, wished: str) -> list[_Candidate]:
        """Fonts of the script, those first that have most of the wished letters."""
        fitting = [candidate for candidate in self._candidates if _PROBES[script][0] in candidate.probes]
        return sorted(fitting, key=lambda each: (not each.upright, -len(each.probes.intersection(wished))))

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


def _shaped(file: str, codes: Iterator[int]) -> ShapedFont | None:
    """The same of a script whose letters join."""
    try:
        return ShapedFont(file, codes)
    except _BROKEN:
        return None
