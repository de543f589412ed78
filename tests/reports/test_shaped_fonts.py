"""Hindi on paper: letters that join are one shape, in the right order, embedded, and copied as they were written."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from journal.charts.glyphs import UNKNOWN, shown_characters
from journal.reports.fonts import REGULAR
from journal.reports.other_fonts import OtherFonts
from journal.reports.pen import Pen
from journal.reports.printed import Printed, paragraph, plain, strong, style
from journal.reports.shaped_fonts import CODES, RUN, SHAPED, ShapedFont, groups
from journal.reports.tagged import TaggedCanvas
from tests.oracle.read_back import pages_of
from tests.reports.other_scripts import hindi_font, pages_with, script_fonts, write_font
from tests.reports.test_other_fonts import page

WORDS = "क्षि दर्द का।"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[str]:
    written = hindi_font(tmp_path)
    with pages_with([written]):
        yield written


def embedded(pdf: bytes) -> tuple[Any, Any]:
    """The part of the Hindi font in a file, and how the file describes it."""
    fonts: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    found = next(font.get_object() for font in fonts.values() if "Hindi" in font.get_object()["/BaseFont"])
    return TTFont(io.BytesIO(found["/FontDescriptor"]["/FontFile2"].get_data())), found


def glyphs_of(file: str, group: str) -> list[str]:
    font = ShapedFont(file, iter(CODES))
    letter, names = font.letter_of(group), TTFont(file).getGlyphOrder()
    return [names[number] for number, _, _ in font._shapes[ord(letter)].parts]


def test_letters_that_join_are_one_group() -> None:
    assert [*groups("क्षि")] == ["क्षि"] and [*groups("दर्द")] == ["द", "र्द"]
    assert [*groups("का।१")] == ["का", "।", "१"] and [*groups("ि")] == ["ि"]


def test_a_tone_joins_its_letter_and_what_is_written_around_them() -> None:
    assert [*groups("น้ำที่เจ็บ")] == ["น้ำ", "ที่", "เจ็", "บ"]
    assert [*groups("ปวด")] == ["ป", "ว", "ด"] and RUN.findall("500 ฿ ปวด") == ["ปวด"]


@pytest.mark.parametrize("words", ["ที่น้ำหลังเ" * 40, "क्षिर्दका" * 40], ids=["Thai", "Hindi"])
@pytest.mark.parametrize("bold", [False, True])
def test_no_line_ends_within_letters_that_join(words: str, bold: bool, tmp_path: Path) -> None:
    with pages_with([*script_fonts(tmp_path), hindi_font(tmp_path)]) as others:
        block = paragraph(f"{strong('Note') if bold else ''}{plain(words)}", style(9))
        assert block.wrap(100, 2000)[1] > 40
        lines = [others.written(line) for line in lines_of_block(block)]
        assert "".join(lines).removeprefix("Note") == words
        begins = {group for line in lines for group in [*groups(line.removeprefix("Note"))][:1]}
        assert begins <= {*groups(words)}, "a mark stands alone at the beginning of a line"


def lines_of_block(block: Any) -> list[str]:
    if block.blPara.kind == 0:
        return [" ".join(line[1]) for line in block.blPara.lines]
    return ["".join(part.text for part in line.words) for line in block.blPara.lines]


def test_nothing_is_cut_within_letters_that_join(tmp_path: Path) -> None:
    with pages_with(script_fonts(tmp_path)):
        for width in range(30, 90, 3):
            kept = Printed().fitted("ที่น้ำที่น้ำที่น้ำที่น้ำ", width, 9).removesuffix("…")
            assert {*groups(kept)} <= {"ที่", "น้ำ"}


def test_lines_of_shapes_are_read_as_they_were_written(tmp_path: Path) -> None:
    with pages_with(script_fonts(tmp_path)):
        out = io.BytesIO()
        canvas = TaggedCanvas(out, pagesize=(400, 200), invariant=1, initialFontName=REGULAR, pageCompression=0)
        Pen(canvas).block(paragraph(plain(words := "ที่น้ำ" * 20), style(9)), 20, 120, 200)
        canvas.save()
        assert f"/ActualText <feff{words.encode('utf-16-be').hex()}>".encode() in out.getvalue()


def test_a_shape_has_the_glyphs_in_the_order_in_which_they_are_drawn(file: str) -> None:
    assert glyphs_of(file, "कि") == ["u093F", "u0915"]  # the sign is written behind its letter, and drawn before it
    assert glyphs_of(file, "क्ष") == ["joined"]
    assert glyphs_of(file, "की") == ["u0915", "u0940"]


def test_it_is_drawn_and_copied_as_it_was_written(file: str) -> None:
    printed = Printed()
    assert printed.words(WORDS) == WORDS
    assert (printed.replaced, printed.fonts()) == (0, ["Box Hindi"])
    text = PdfReader(io.BytesIO(page(WORDS))).pages[0].extract_text()
    assert text.count(WORDS) == 4 and f"Name: {WORDS}, 2 of 7" in text
    assert pages_of(page("क्षि का।"))[0].count("क्षि का।") == 4  # another reader


def test_a_line_is_as_wide_as_its_shapes(file: str) -> None:
    def wide(letter: str) -> int:
        return 600 + ord(letter) % 401

    assert stringWidth("क्ष", REGULAR, 1000) == 900
    assert stringWidth("कि", REGULAR, 1000) == wide("क") + wide("ि")
    assert stringWidth("Knee क्ष", REGULAR, 1000) == pytest.approx(stringWidth("Knee ", REGULAR, 1000) + 900)


def test_a_shape_stands_where_its_first_glyph_begins(file: str) -> None:
    """Readers move a glyph so that its left edge is where the table of widths says."""
    font, about = embedded(page("कि"))
    shapes = [name for name in font.getGlyphOrder() if font["glyf"][name].isComposite()]
    assert len(shapes) == 1 and 600 + ord("क") % 401 + 600 + ord("ि") % 401 in about["/Widths"]
    assert font["hmtx"][shapes[0]][1] == font["glyf"][shapes[0]].xMin == 50
    assert [part.x for part in font["glyf"][shapes[0]].components] == [0, 600 + ord("ि") % 401]


def test_the_same_twice_is_the_same_to_the_byte_whatever_was_shaped_before(tmp_path: Path) -> None:
    file = hindi_font(tmp_path)
    with pages_with([file]):
        first = page(WORDS)
    with pages_with([file]):
        page("षद की दि")
        assert page(WORDS) == first


def test_what_the_font_lacks_or_cannot_shape_is_replaced_and_counted(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = Printed()
    assert printed.words("क्षि ख") == f"क्षि {UNKNOWN}" and printed.replaced == 1
    shape = ShapedFont._shape
    monkeypatch.setattr(ShapedFont, "_shape", lambda font, group: None if "ी" in group else shape(font, group))
    with pages_with([file]):
        printed = Printed()
        assert printed.words("दर्द की") == f"दर्द {UNKNOWN * 2}" and printed.replaced == 2


def test_without_a_layout_nothing_is_shaped(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShapedFont, "_shape", lambda font, group: None)
    with pages_with([file]):
        printed = Printed()
        assert printed.words("दर्द") == UNKNOWN * 4 and printed.replaced == 4


def test_when_no_code_is_left_the_letters_are_replaced(file: str) -> None:
    font = ShapedFont(file, iter(CODES[:1]))
    assert font.letter_of("क") and not font.letter_of("द") and font.letter_of("क")


def test_a_code_for_private_use_in_a_text_is_no_shape(file: str) -> None:
    page(WORDS)
    assert Printed().words(chr(CODES[0])) == UNKNOWN
    assert not [code for code in CODES if chr(code) in shown_characters()]


def test_every_script_has_a_known_letter_and_lies_in_the_run() -> None:
    for script, letter in SHAPED.items():
        assert unicodedata.name(letter).startswith((f"{script} LETTER", f"{script} CHARACTER")) and RUN.fullmatch(
            letter
        )


def test_a_font_whose_letters_stand_by_themselves_is_passed_over(tmp_path: Path) -> None:
    """Without a space it is not known where the next shape would begin."""
    bare, good = write_font(tmp_path, "A Sans Hindi", "कद"), hindi_font(tmp_path)
    font = OtherFonts(lambda: [str(bare), good]).font_of("द")
    assert font is not None and font.face.filename == good
