"""Words on their way to paper: what the font lacks is replaced and counted, what has no room is cut and kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import normalize
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from journal.charts.glyphs import printable, shown_characters
from journal.charts.theme import PRINT, Theme
from journal.reports.fonts import BOLD, REGULAR, other_fonts
from journal.reports.right_to_left import MARKS, as_unit, needs_care, still_open, units, with_tail, without_unjoinable
from journal.reports.shaped_fonts import joins
from journal.texts import Texts
from journal.texts.unbroken import unbroken

_NEXT = 2  # the page behind the first
INK = HexColor("#000000")  # all type: on a fax grey letters break into dots


@dataclass(slots=True)
class Printed:
    """Counts the characters that cannot be shown, and keeps in full what was cut.

    ``pages``: where what was cut, and where sections stand, as far as that is known before they are drawn;
    ``referred``: on which page each of those stands that a page refers to, as that page says.
    """

    replaced: int = 0
    others: set[str] = field(default_factory=set)  # letters that come from other fonts than the pages'
    cut: list[str] = field(default_factory=list)
    pages: Mapping[str, int] = field(default_factory=dict)
    referred: dict[str, int] = field(default_factory=dict)

    def words(self, text: str) -> str:
        """The text with every character that no font shows replaced, on one line; in Hebrew or Arabic a unit."""
        line = normalize("NFC", " ".join(text.split()))
        if len(parts := [*units(line)]) > 1:  # a sentence made of words that were here before
            return "".join(f"{begin}{self._shown(words)}{end}" for begin, words, end in parts)
        return as_unit(self._shown(line))

    def _shown(self, words: str) -> str:
        joinable, unjoinable = without_unjoinable(words)
        shapable, unshapable = other_fonts().without_unshapable(joinable)
        shown, replaced = printable(shapable, other_fonts())
        self.others.update(set(shown) - shown_characters())
        self.replaced += replaced + unjoinable + unshapable
        return shown

    def fitted(
        self, text: str, width: float, size: float, bold: bool = False, tail: str = "…", kept_text: str = ""
    ) -> str:
        """As much of a line as there is room for, cut at a word where one ends in its second half, and ``tail``.

        What is then kept is ``kept_text``, by default the text.
        """
        font = BOLD if bold else REGULAR
        if stringWidth(text, font, size) <= width:
            return text
        self.keep(kept_text or text)
        room = width - stringWidth(tail, font, size)
        # The longest beginning that fits, halving: a note may have ten thousand letters.
        kept = bisect_right(range(1, len(text)), room, key=lambda length: stringWidth(text[:length], font, size))
        while 0 < kept < len(text) and joins(text[kept - 1], text[kept]):
            kept -= 1
        return with_tail(whole_words(text, kept), tail)

    def fonts(self) -> Sequence[str]:
        """The names of the other fonts that letters come from."""
        fonts = {other_fonts().font_of(letter) for letter in self.others}
        return sorted({font.face.familyName.decode() for font in fonts if font is not None})

    def learn(self, other: Printed) -> None:
        """What another one counted and kept."""
        self.replaced += other.replaced
        self.others |= other.others
        self.cut += other.cut

    def page_of(self, place: str) -> int:
        """The page of a text that was cut, or of a section (``section_place``), to refer readers to."""
        return self.referred.setdefault(place, self.pages.get(place, _NEXT))

    def keep(self, text: str) -> None:
        """Remember a text that page 1 shows only in part."""
        if text not in self.cut:
            self.cut.append(text)


def replaced_words(texts: Texts, count: int) -> str:
    """How many characters are not shown as they were written; "" if there is none."""
    if not count:
        return ""
    return texts.plural(
        "{n} character of names and texts cannot be shown in this PDF and is replaced.",
        "{n} characters of names and texts cannot be shown in this PDF and are replaced.",
        count,
    )


def section_place(code: str) -> str:
    """What a section is called among the places of a report."""
    return f"section {code}"


class _Shown:
    """What charts on the pages show beside the letters of their own font."""

    def __contains__(self, letter: object) -> bool:
        return letter in MARKS or letter in other_fonts()


def theme() -> Theme:
    """What charts may know of the pages."""
    return replace(PRINT, others=_Shown())


def whole_words(text: str, length: int) -> str:
    """The first so many letters, cut at the end of a word where one ends in their second half.

    >>> whole_words("one two three", 9), whole_words("incomprehensible", 9), whole_words("one two", 7)
    ('one two', 'incompreh', 'one two')
    """
    kept = text[:length]
    word = kept if text[length : length + 1].strip() == "" else kept.rpartition(" ")[0]
    return (word if len(word) > len(kept) / 2 else kept).rstrip()


def style(size: float, colour: Color = INK, bold: bool = False, leading: float = 1.28) -> ParagraphStyle:
    """A paragraph's look; long words are broken rather than drawn over the edge."""
    return ParagraphStyle(
        name=f"{size}{colour}{bold}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * leading,
        textColor=colour,
        splitLongWords=1,
    )


def plain(text: str) -> str:
    """The only way for words into a paragraph: nothing in them is read as markup, and no amount is broken."""
    return escape(unbroken(text))


def strong(text: str) -> str:
    """The same in bold."""
    return f"<b>{plain(text)}</b>"


def paragraph(markup: str, look: ParagraphStyle) -> Paragraph:
    """A paragraph of words that went through ``plain`` or ``strong``; no line ends within letters that join."""
    markup = markup if markup.isascii() else other_fonts().shaped(markup)
    return _InUnits(markup, look) if needs_care(markup) else Paragraph(markup, look)


class _InUnits(Paragraph):  # type: ignore[misc]  # ReportLab knows no types
    """A paragraph with Hebrew or Arabic words: a line that begins inside of a unit knows that it does."""

    def breakLines(self, *given: Any) -> Any:  # noqa: N802
        """As ReportLab breaks them, of words in their written order."""
        broken, mark = super().breakLines(*given), ""
        for line in broken.lines:
            if broken.kind == 0:
                words = line[1]
                if mark and words and not still_open(words[0][:1]):
                    words[0] = mark + words[0]
                mark = still_open(" ".join(words), mark)
                continue
            for part in line.words[:1]:
                if mark and not still_open(part.text[:1]):
                    part.text = mark + part.text
            mark = still_open("".join(part.text for part in line.words), mark)
        return broken
