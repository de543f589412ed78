"""Tiny TrueType fonts of other scripts, made for a test: every letter is a box of its own width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.pdfbase import pdfmetrics

from journal.reports import fonts, pen
from journal.reports.other_fonts import OtherFonts

THAI = "กขคงจชดตทนบปผมยรลวสหอาปวดหลังเ้ํำ่ี็"
EAST_ASIAN = "一あアい痛み腰日本語頭背中、。青霉素"
KOREAN = "가한허리통증두통"
HINDI = "कखगदर्"
SHAPED_HINDI = " कषदरािी्।"
_JOINED = """
languagesystem DFLT dflt;
languagesystem dev2 dflt;
feature akhn { sub u0915 u094D u0937 by joined; } akhn;
"""


def write_font(folder: Path, name: str, letters: str, cff: bool = False, joined: str = "") -> Path:
    """A font file whose letters are boxes, 600 to 1000 thousandths wide. ``joined``: rules for a glyph "joined"."""
    builder = FontBuilder(1000, isTTF=not cff)
    glyphs = {f"u{ord(letter):04X}": letter for letter in dict.fromkeys(letters)}
    builder.setupGlyphOrder([".notdef", *glyphs, *(["joined"] if joined else [])])
    builder.setupCharacterMap({ord(letter): glyph for glyph, letter in glyphs.items()})
    wide = {".notdef": 500, **({"joined": 900} if joined else {})} | {
        glyph: 600 + ord(letter) % 401 for glyph, letter in glyphs.items()
    }
    if cff:
        builder.setupCFF(name, {}, {glyph: _box(T2CharStringPen(width, None)).getCharString()
                                    for glyph, width in wide.items()}, {})  # fmt: skip
    else:
        builder.setupGlyf({glyph: _box(TTGlyphPen(None)).glyph() for glyph in wide})
    builder.setupHorizontalMetrics({glyph: (width, 50) for glyph, width in wide.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "")})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    if joined:
        addOpenTypeFeaturesFromString(builder.font, joined)
    path = folder / f"{name}.{'otf' if cff else 'ttf'}"
    builder.save(path)
    return path


def hindi_font(folder: Path, name: str = "Box Hindi") -> str:
    """A font in which two letters and the sign between them are one glyph."""
    return str(write_font(folder, name, SHAPED_HINDI, joined=_JOINED))


def _box(pen: Any) -> Any:
    pen.moveTo((50, 0))
    for corner in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def script_fonts(folder: Path) -> list[str]:
    """One font each for Thai, Chinese and Japanese, Korean."""
    written = (("Box Thai", f"{THAI} "), ("Box East Asian", EAST_ASIAN), ("Box Korean", KOREAN))
    return [str(write_font(folder, name, letters)) for name, letters in written]


@contextmanager
def pages_with(files: Sequence[str]) -> Iterator[OtherFonts]:
    """The pages take letters that they lack from these fonts."""
    before, others = fonts.other_fonts(), OtherFonts(lambda: files)
    _take_from(others)
    try:
        yield others
    finally:
        _take_from(before)


def _take_from(others: OtherFonts) -> None:
    for name in (fonts.REGULAR, fonts.BOLD):
        pdfmetrics.getFont(name).take_from(others)
    pen.width_of.cache_clear()
