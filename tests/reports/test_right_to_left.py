"""Hebrew and Arabic: the order of every line, joined letters, sentences around them, and what is read aloud."""

from __future__ import annotations

import io
import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal.charts.glyphs import UNKNOWN, shown_characters
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.pen import Pen, width_of
from journal.reports.printed import Printed, paragraph, plain, strong, style
from journal.reports.right_to_left import as_unit, joined, visual, with_tail, without_marks
from journal.reports.tagged import TaggedCanvas
from tests.reports.drawn_letters import drawn_lines
from tests.reports.other_scripts import EAST_ASIAN, HINDI, KOREAN, THAI, pages_with, script_fonts

BACK, PAIN, DAY = "גב", "כאב", "יום"
_NAMES = {"seen": "س", "lam": "ل", "alef": "ا", "meem": "م", "beh": "ب", "dal": "د"}


def page(draw: Callable[[Pen], object]) -> bytes:
    register_fonts()
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=(400, 300), invariant=1, initialFontName=REGULAR)
    draw(Pen(canvas))
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("written", "from_left"),
    [
        (f"{PAIN} {BACK}", f"{BACK[::-1]} {PAIN[::-1]}"),
        (f"{PAIN} 12", f"12 {PAIN[::-1]}"),
        (f"{PAIN} 2.5 {BACK}", f"{BACK[::-1]} 2.5 {PAIN[::-1]}"),
        (f"{PAIN} Red Bali {BACK}", f"{BACK[::-1]} Red Bali {PAIN[::-1]}"),
        (f"{PAIN} ({BACK})!", f"!({BACK[::-1]}) {PAIN[::-1]}"),
        (f"Red {PAIN} {BACK} tea", f"Red {BACK[::-1]} {PAIN[::-1]} tea"),
        ("باب 12 mg", "mg 12 ﺏﺎﺑ"),
        ("باب (Sam) 12", "12 (Sam) ﺏﺎﺑ"),
        (f"{PAIN} [Sam] ({BACK}) 12", f"12 ({BACK[::-1]}) [Sam] {PAIN[::-1]}"),
        (f"Red {PAIN} ({BACK}) tea", f"Red ({BACK[::-1]}) {PAIN[::-1]} tea"),
        (f"{PAIN} (12)", f"(12) {PAIN[::-1]}"),
        ("Knee 2.5 g", "Knee 2.5 g"),
    ],
)
def test_a_line_is_drawn_in_the_order_of_its_places(written: str, from_left: str) -> None:
    assert visual(as_unit(written)) == from_left
    shown = Printed().words(written)
    at_once = drawn_lines(page(lambda pen: pen.text(20, 200, f"{shown}: 6 of 10", 9)))
    assert at_once == [f"{from_left}: 6 of 10"]  # the sentence around it stays as it is


def test_every_line_of_a_paragraph_has_its_own_order_and_the_direction_of_the_whole() -> None:
    written = f"{PAIN} {BACK} {DAY}, Red Bali 2.5 {PAIN} ({BACK}). Kava {DAY} {PAIN} {BACK}!"
    shown = Printed().words(written)
    width = width_of(f"{PAIN} {BACK} {DAY}, Red", 9)
    simple = paragraph(plain(f"{shown}: the end"), style(9))
    bold = paragraph(f"{strong('Note')} {plain(f'{shown}: the end')}", style(9))
    lines = drawn_lines(page(lambda pen: pen.block(simple, 20, 280, width)))
    assert lines == [
        f"Red ,{DAY[::-1]} {BACK[::-1]} {PAIN[::-1]}",
        f"{PAIN[::-1]} Bali 2.5",
        f"{DAY[::-1]} Kava .({BACK[::-1]})",
        f"!{BACK[::-1]} {PAIN[::-1]}: the",
        "end",
    ]
    mixed = drawn_lines(page(lambda pen: pen.block(bold, 20, 280, 400)))
    assert "".join(mixed).startswith("Note") and mixed[-1].endswith(": the end")
    assert f"!{BACK[::-1]} {PAIN[::-1]} {DAY[::-1]} Kava .({BACK[::-1]})" in "".join(mixed)


def test_a_name_that_is_cut_leaves_what_stands_behind_it_in_its_place() -> None:
    printed = Printed()
    long = " ".join([PAIN, BACK, DAY] * 6)
    names = [printed.fitted(printed.words(name), 60, 9) for name in (long, f"{BACK} {long}")]
    listed = f"{names[0]} (not known), {names[1]} and 1 more."
    first, second = (without_marks(name).removesuffix("…") for name in names)
    assert all(name.count("\u2067") == name.count("\u2069") == 1 for name in names)
    drawn = drawn_lines(page(lambda pen: pen.block(paragraph(plain(listed), style(9)), 20, 280, 380)))
    assert drawn == [f"…{first[::-1]} (not known), …{second[::-1]} and 1 more."]


def test_our_words_behind_a_cut_text_are_not_part_of_it() -> None:
    cut = with_tail(as_unit(f"{PAIN} {BACK} {DAY}")[:7], " … (page 2)")
    assert visual(cut) == f"{BACK[::-1]} {PAIN[::-1]} … (page 2)"
    assert with_tail("Knee", "… (page 2)") == "Knee… (page 2)"


def test_a_paragraph_keeps_its_words_wherever_it_is_broken() -> None:
    written = " ".join([PAIN, "Red", BACK, "2.5", DAY, "(tea)"] * 12)
    shown = Printed().words(written)
    for width in range(60, 380, 17):
        block = paragraph(f"{strong('Note')} {plain(f'{shown}: the end')}", style(9))
        lines = drawn_lines(page(lambda pen, block=block, width=width: pen.block(block, 20, 290, width)))  # type: ignore[misc]
        drawn = sorted(letter for letter in "".join(lines) if letter.strip())
        assert drawn == sorted(letter for letter in f"Note{written}:theend" if letter.strip())


@pytest.mark.parametrize(
    ("letters", "forms"),
    [
        ("beh", "ISOLATED"), ("beh beh", "INITIAL FINAL"), ("beh beh beh", "INITIAL MEDIAL FINAL"),
        ("beh alef beh", "INITIAL FINAL ISOLATED"), ("dal beh", "ISOLATED ISOLATED"), ("beh dal", "INITIAL FINAL"),
    ],
)  # fmt: skip
def test_arabic_letters_join(letters: str, forms: str) -> None:
    made = joined("".join(_NAMES[name] for name in letters.split()))
    expected = [
        f"ARABIC LETTER {name.upper()} {form} FORM" for name, form in zip(letters.split(), forms.split(), strict=True)
    ]
    assert [unicodedata.name(letter) for letter in made] == expected


def test_lam_and_alef_are_one_and_marks_stay() -> None:
    assert [unicodedata.name(letter) for letter in joined("سلام")] == [
        "ARABIC LETTER SEEN INITIAL FORM",
        "ARABIC LIGATURE LAM WITH ALEF FINAL FORM",
        "ARABIC LETTER MEEM ISOLATED FORM",
    ]  # fmt: skip
    assert joined("بَب") == "ﺑَﺐ"
    assert joined("بـ") == "ﺑـ" and joined("Knee 12 ½") == "Knee 12 ½"
    for text in ("سلام عليكم", "ألم أسفل الظهر", "میل پژوهش چگونه"):
        assert unicodedata.normalize("NFKC", joined(text)) == text
        assert shown_characters().issuperset(joined(text))


def test_letters_whose_joined_forms_are_not_named_are_replaced_and_counted() -> None:
    printed = Printed()
    assert without_marks(printed.words("ڵب ߊ")) == f"{UNKNOWN}ب {UNKNOWN}"
    assert printed.replaced == 2


def test_what_is_read_aloud_is_in_the_order_of_writing() -> None:
    shown = Printed().words(f"{PAIN} (2 {BACK})")
    block = paragraph(plain(f"{shown} and tea"), style(9))

    def draw(pen: Pen) -> None:
        pen.text(20, 200, f"Name: {shown}", 9)
        pen.block(block, 20, 180, 300)
        with pen.figure(f"Chart of {shown}", (0, 0, 10, 10)):
            pass

    pdf = page(draw)
    written = f"{PAIN} (2 {BACK})"
    stream = PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert stream is not None
    for said in (f"Name: {written}", f"{written} and tea"):
        assert f"/ActualText <feff{said.encode('utf-16-be').hex()}>".encode() in stream.get_data()
    tree = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]  # type: ignore[index]
    assert f"Chart of {written}" in [part.get_object().get("/Alt") for part in tree]


def test_words_that_were_made_ready_keep_their_place_in_a_longer_text() -> None:
    printed = Printed()
    name = printed.words(PAIN)
    both = printed.words(f"{name}: 0 none, 10 worst; 腰")
    assert both == f"{name}: 0 none, 10 worst; {UNKNOWN}" and printed.replaced == 1
    assert visual(both).startswith(f"{PAIN[::-1]}: 0 none")


def test_text_without_such_letters_is_left_as_it_is() -> None:
    for text in ("Knee 2.5 g", "Ünï ½ ελ ж", "腰"):
        assert as_unit(text) == joined(text) == visual(text) == text


@pytest.mark.slow
@pytest.mark.parametrize("texts", [40, pytest.param(200, marks=pytest.mark.campaign)])
def test_odd_texts_are_drawn_and_counted(tmp_path: Path, texts: int) -> None:
    chance = random.Random(7)
    blocks = (
        "abc XYZ 0123 .,()-½", f"{PAIN}{BACK}{DAY}\u05b8", "سلامبدپچگۀڵ\u064b\u0640٣", THAI, EAST_ASIAN + "龜鬱",
        KOREAN, HINDI, "😀🦴⌚",
        "\u2066\u2067\u2069\u200f\u202e\u200d\ufeff", "\x00\x1b\t\n", "\ue000\ud800\U00020000ߊܐ𐤀",
        "e\u0301\u0332", "<b>&amp;$x$",
    )  # fmt: skip
    with pages_with(script_fonts(tmp_path)) as others:
        for _ in range(texts):
            text = "".join(chance.choice(chance.choice(blocks)) for _ in range(chance.randrange(1, 60)))
            printed = Printed()
            shown = printed.words(text)
            pictures = [int(many or 1) for many in re.findall(r"\[[^]×]+(?: ×(\d+))?\]", shown)]
            assert printed.replaced == shown.count(UNKNOWN) + sum(pictures)
            assert all(letter in shown_characters() or letter in others for letter in without_marks(shown))
            kept = printed.fitted(shown, 80, 9)
            block = paragraph(f"{strong(shown)} {plain(f'{shown}: 6 of 10')}", style(9))

            def draw(pen: Pen, shown: str = shown, kept: str = kept, block: object = block) -> None:
                pen.text(20, 280, kept, 9)
                pen.right(380, 270, shown, 9, bold=True)
                pen.block(block, 20, 260, 90)

            assert drawn_lines(page(draw))
