"""Letters of other scripts: found in TrueType fonts of the system, measured, drawn, embedded, and copied as written."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from journal.reports.fonts import BOLD, REGULAR, missing_characters
from journal.reports.other_fonts import OtherFonts, script_of
from journal.reports.pen import Pen
from journal.reports.printed import Printed, paragraph, plain, strong, style
from journal.reports.right_to_left import visual
from journal.reports.tagged import TaggedCanvas
from tests.reports.other_scripts import EAST_ASIAN, HINDI, KOREAN, THAI, pages_with, script_fonts, write_font

WORDS = {"Thai": "ปวดหลัง", "Japanese": "腰痛、頭", "Chinese": "青霉素", "Korean": "허리통증"}


@pytest.fixture
def files(tmp_path: Path) -> Iterator[list[str]]:
    written = script_fonts(tmp_path)
    with pages_with(written):
        yield written


def page(words: str) -> bytes:
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=(400, 200), invariant=1, initialFontName=REGULAR)
    pen = Pen(canvas)
    pen.text(20, 160, f"Name: {words}, 2 of 7", 9)
    pen.right(380, 140, words, 9, bold=True)
    pen.block(paragraph(f"{strong(words)} {plain(f'taken as {words} by night')}", style(9)), 20, 120, 360)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_what_a_font_has_is_drawn_and_copied_as_it_was_written(files: list[str], words: str) -> None:
    assert Printed().words(words) == words
    text = PdfReader(io.BytesIO(page(words))).pages[0].extract_text()
    assert text.count(words) == 4 and f"Name: {words}, 2 of 7" in text


def test_the_fonts_are_named_and_nothing_counts_as_replaced(files: list[str]) -> None:
    printed = Printed()
    for words in WORDS.values():
        printed.words(words)
    assert printed.fonts() == ["Box East Asian", "Box Korean", "Box Thai"]
    assert printed.replaced == 0


def test_only_the_letters_that_are_used_are_embedded(files: list[str]) -> None:
    fonts = PdfReader(io.BytesIO(page("腰痛"))).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    about = {font.get_object()["/BaseFont"].partition("+")[2]: font.get_object() for font in fonts.values()}
    assert set(about) == {"DejaVuSans", "BoxEastAsian"}  # the bold words here have no letters of their own
    assert all("/FontFile2" in font["/FontDescriptor"] for font in about.values())
    assert about["BoxEastAsian"]["/LastChar"] < 40 + len("腰痛")


@pytest.mark.parametrize("font", [REGULAR, BOLD])
def test_a_line_is_as_wide_as_its_letters(files: list[str], font: str) -> None:
    own, other = stringWidth("Knee ", font, 10), sum(600 + ord(letter) % 401 for letter in "腰痛") / 100
    assert stringWidth("Knee 腰痛", font, 10) == pytest.approx(own + other)
    assert not missing_characters("Knee 腰痛", font)


def test_a_font_that_is_not_truetype_or_broken_is_passed_over(tmp_path: Path) -> None:
    outlines = write_font(tmp_path, "A Sans CFF", EAST_ASIAN, cff=True)
    whole = write_font(tmp_path, "B Sans", EAST_ASIAN).read_bytes()
    half, noise, empty = (tmp_path / f"{name}.ttf" for name in ("C Sans", "D Sans", "E Sans"))
    half.write_bytes(whole[: len(whole) // 2])
    noise.write_bytes(whole[:400] + bytes(reversed(whole[400:])))
    empty.write_bytes(b"")
    (tmp_path / "B Sans.ttf").unlink()
    broken = [str(file) for file in (outlines, half, noise, empty, tmp_path / "away.ttf")]
    assert OtherFonts(lambda: broken).font_of("腰") is None
    good = str(write_font(tmp_path, "Z Good", EAST_ASIAN))
    found = OtherFonts(lambda: [*broken, good]).font_of("腰")
    assert found is not None and found.face.filename == good


def test_what_no_font_has_and_what_must_be_joined_is_replaced(files: list[str], tmp_path: Path) -> None:
    with pages_with([*files, str(write_font(tmp_path, "Box Hindi", HINDI + "ก"))]):
        printed = Printed()
        assert printed.words("दर्द 腰 龜 a\U00020000") == "▯▯▯▯ 腰 ▯ a▯"
        assert printed.replaced == 6


def test_every_korean_syllable_is_looked_for_and_its_loose_parts_are_not() -> None:
    assert {script_of(chr(code)) for code in range(0xAC00, 0xD7A4)} == {"HANGUL"}
    assert {script_of(chr(code)) for code in range(0x1100, 0x1200)} == {""}


def test_a_font_with_one_box_for_everything_is_none(tmp_path: Path) -> None:
    last_resort = str(write_font(tmp_path, "A Last Resort", EAST_ASIAN + "\ufdd0"))
    assert OtherFonts(lambda: [last_resort]).font_of("腰") is None


def test_japanese_is_best_from_one_font(tmp_path: Path) -> None:
    chinese = write_font(tmp_path, "A Sans Chinese", "一腰痛")
    korean = write_font(tmp_path, "A Sans Korean", "가一あア痛")  # with the few Chinese letters that are usual in it
    japanese = write_font(tmp_path, "B Japanese", "一気あア腰痛")
    files = [str(file) for file in (chinese, korean, japanese)]
    for order in (files, files[::-1]):
        found = [OtherFonts(order.copy).font_of(letter) for letter in "腰痛あ"]
        assert {font and font.face.filename for font in found} == {str(japanese)}


def test_korean_is_best_from_one_font(tmp_path: Path) -> None:
    few = write_font(tmp_path, "A Sans Chinese", "一気们體あア가힣")  # with the first and the last syllable alone
    korean = write_font(tmp_path, "B Korean", "一가한힣통")
    for order in ([str(few), str(korean)], [str(korean), str(few)]):
        found = [OtherFonts(order.copy).font_of(letter) for letter in "가통"]
        assert {font and font.face.filename for font in found} == {str(korean)}


def test_of_a_collection_the_first_font_is_taken(tmp_path: Path) -> None:
    both = TTCollection()
    both.fonts = [TTFont(write_font(tmp_path, name, EAST_ASIAN)) for name in ("Box First", "Box Second")]
    both.save(collection := tmp_path / "boxes.ttc")
    with pages_with([str(collection)]):
        printed = Printed()
        assert printed.words("腰痛") == "腰痛" and printed.fonts() == ["Box First"]
        assert PdfReader(io.BytesIO(page("腰痛"))).pages[0].extract_text().count("腰痛") == 4


def test_what_is_cut_ends_where_its_writing_goes_to(files: list[str]) -> None:
    for written in ("כאב גב תחתון מאוד חזק", "腰痛頭背中痛腰痛頭背中"):
        shown = Printed().words(written)
        kept = Printed().fitted(shown, 60, 9)
        assert stringWidth(kept, REGULAR, 9) <= 60
        assert visual(kept).startswith("…") == (written[0] == "כ") and "…" in kept[-2:]  # inside its own unit


def test_a_bold_font_is_taken_only_where_there_is_no_other(tmp_path: Path) -> None:
    bold = str(write_font(tmp_path, "A Sans Bold", "腰一あア"))
    usual = str(write_font(tmp_path, "B Sans", "腰一"))
    for files, taken in (([bold, usual], usual), ([bold], bold)):
        font = OtherFonts(files.copy).font_of("腰")
        assert font is not None and font.face.filename == taken


def test_the_same_twice_is_the_same_to_the_byte_whatever_was_looked_for_before(tmp_path: Path) -> None:
    files = script_fonts(tmp_path)
    with pages_with(files):
        first = page("腰痛 ปวด")
    with pages_with(files[::-1]) as others:
        assert others.font_of("두") and others.font_of("あ")
        assert page("腰痛 ปวด") == first


def test_no_file_is_looked_for_unless_a_letter_is_missing() -> None:
    def never() -> list[str]:
        raise AssertionError

    with pages_with([]) as others:
        others._files = never
        assert Printed().words("Knee, ½, Ünï, ελ, ж") == "Knee, ½, Ünï, ελ, ж"
        page("Knee, ελ")


def test_every_script_of_the_fonts_is_a_script_that_is_looked_for(tmp_path: Path) -> None:
    others = OtherFonts(lambda: script_fonts(tmp_path))
    assert all(letter in others for letter in THAI + EAST_ASIAN + KOREAN)
