"""Hindi, other scripts of India and Thai on paper: letters that join become one shape, copied as it was written.

A shape is a glyph of the embedded font, put together from those that the layout library chose and placed. It has a code
of its own for private use, so lines, paragraphs and charts measure and draw it like a letter.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont, TTFontFile

# Each with a letter by which its fonts are known. All but the last follow each other in Unicode without a gap.
SHAPED: Mapping[str, str] = {
    "DEVANAGARI": "क", "BENGALI": "ক", "GURMUKHI": "ਕ", "GUJARATI": "ક", "ORIYA": "କ", "TAMIL": "க", "TELUGU": "క",
    "KANNADA": "ಕ", "MALAYALAM": "ക", "THAI": "ก",
}  # fmt: skip
RUN = re.compile("[\u0900-\u0d7f\u0e01-\u0e3a\u0e40-\u0e5b]+")
CODES = range(0xE000, 0xEF00)  # for private use, and no letter of DejaVu Sans
_DRAWN_BEFORE = "เแโใไ"  # Thai vowels that are written before the consonant after which they are spoken
_DRAWN_OVER = "ำ"  # and one whose ring stands over the consonant, below its tone
_JOINS_THE_NEXT = 9  # Unicode's class of the sign that takes a consonant its vowel
_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "DSIG", "kern", "hdmx", "VDMX", "LTSH")
_PRIVATE = re.compile("<(E[0-9A-E][0-9A-F]{2})>")


@dataclass(frozen=True, slots=True)
class Shape:
    """Glyphs by their numbers, each moved so far right and up, and how wide all of it is, in units of the font."""

    parts: tuple[tuple[int, float, float], ...]
    advance: float


def groups(run: str) -> Iterator[str]:
    """The letters that may become one shape, in the order in which they are written.

    >>> [*groups("हिन्दी")], [*groups("น้ำเปล่า")]
    (['हि', 'न्दी'], ['น้ำ', 'เป', 'ล่', 'า'])
    """
    begin = 0
    for place in range(1, len(run)):
        if not joins(run[place - 1], run[place]):
            yield run[begin:place]
            begin = place
    yield run[begin:]


def joins(before: str, letter: str) -> bool:
    """Whether no line may end, and no text be cut, between these two."""
    category = unicodedata.category(letter)
    joins_the_next = before in _DRAWN_BEFORE or unicodedata.combining(before) == _JOINS_THE_NEXT
    return category[0] == "M" or letter in _DRAWN_OVER or (category == "Lo" and joins_the_next)


class ShapedFont(TTFont):  # type: ignore[misc]  # ReportLab knows no types
    """A font of the system whose letters join; a shape is looked for once. ``codes``: those that no shape has yet."""

    def __init__(self, file: str, codes: Iterator[int]) -> None:
        from matplotlib.ft2font import FT2Font

        super().__init__(file, file, asciiReadable=False, shapable=False)
        self._file, self._codes = file, codes
        self._font = FT2Font(file)
        self._font.set_size(self._font.units_per_EM, 72)  # a point is a unit of the font
        self._written: dict[int, str] = {}
        self._shapes: dict[int, Shape] = {}
        self._known: dict[str, str] = {}
        self._embed, self.face.makeSubset = self.face.makeSubset, self._subset

    def letter_of(self, group: str) -> str:
        """What stands for the shape of these letters on its way to the page; "" where the font has none."""
        if group not in self._known:
            self._known[group] = self._new(group)
        return self._known[group]

    def written(self, letter: str) -> str:
        """The letters of a shape."""
        return self._written[ord(letter)]

    def _new(self, group: str) -> str:
        shape = self._shape(group)
        code = next(self._codes, None) if shape is not None else None
        if shape is None or code is None:
            return ""
        self._written[code], self._shapes[code] = group, shape
        self.face.charWidths[code] = shape.advance * 1000 / self._font.units_per_EM
        self.face.charToGlyph[code] = 0  # until it is embedded
        return chr(code)

    def _shape(self, group: str) -> Shape | None:
        from matplotlib.ft2font import LoadFlags

        # Private in Matplotlib, whose version is locked: where it is missing, the letters are replaced, as before.
        layout = getattr(self._font, "_layout", None)
        if layout is None:
            return None
        *glyphs, space = layout(f"{group} ", LoadFlags.NO_HINTING)  # where the next letter would begin
        if not glyphs or not all(glyph.glyph_index for glyph in (*glyphs, space)):
            return None
        return Shape(tuple((glyph.glyph_index, glyph.x, glyph.y) for glyph in glyphs), space.x)

    def _subset(self, codes: Sequence[int]) -> Any:
        """ReportLab's way to ask for the part of the font that a file embeds."""
        if not any(code in self._shapes for code in codes):
            return self._embed(codes)
        return TTFontFile(io.BytesIO(self._with_shapes(codes))).makeSubset(codes)

    def _with_shapes(self, codes: Sequence[int]) -> bytes:
        """The font with a glyph for each shape."""
        from fontTools.pens.ttGlyphPen import TTGlyphPen
        from fontTools.ttLib import TTFont as FontFile

        font: Any = FontFile(self._file, fontNumber=0, recalcTimestamp=False)
        names = font.getGlyphOrder()
        for code in dict.fromkeys(code for code in codes if code in self._shapes):
            name, shape, pen = f"shape{code:04X}", self._shapes[code], TTGlyphPen(font.getGlyphSet())
            for number, right, up in shape.parts:
                pen.addComponent(names[number], (1, 0, 0, 1, round(right), round(up)))
            font["glyf"][name] = glyph = pen.glyph()
            glyph.recalcBounds(font["glyf"])
            font["hmtx"][name] = (round(shape.advance), getattr(glyph, "xMin", 0))  # else it is moved to the left
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[code] = name
        for tag in _UNUSED_TABLES:
            if tag in font:
                del font[tag]
        font.save(out := io.BytesIO())
        return out.getvalue()

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """As ReportLab embeds it; a shape is copied as the letters that it was written with."""
        before = {*doc.idToObject}
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name not in before:
                stream.content = _PRIVATE.sub(self._letters, stream.content)

    def _letters(self, match: re.Match[str]) -> str:
        written = self._written.get(int(match[1], 16))
        return f"<{written.encode('utf-16-be').hex()}>" if written else match[0]
