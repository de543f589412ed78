"""What the font lacks is replaced visibly and counted; what it has is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.glyphs import one_line, printable, shown_characters


@pytest.mark.parametrize("text", ["Lower back pain", "≤ ≥ ± − → ▲ ◇ ●", "Việt", "Ελληνικά", "Боль", "ألم", "a\nb", ""])
def test_what_the_font_has_is_left_alone(text: str) -> None:
    assert printable(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "shown", "replaced"),
    [
        ("hi 😀", "hi [grinning face]", 1),
        ("😀😀😀 ok 😀", "[grinning face ×3] ok [grinning face]", 4),
        ("❤\ufe0f😀\ufe0f😀", "❤[grinning face ×2]", 2),
        ("腰痛", "▯▯", 2),
        ("ปวด", "▯▯▯", 3),
        ("👩‍⚕️", "[woman]⚕", 1),
        ("a\x00b", "a▯b", 1),
        ("a\ud800b", "a▯b", 1),
        ("a\u200bb\u202e", "ab", 0),
        ("a\tb", "a b", 0),
    ],
)
def test_what_it_lacks_is_replaced_and_counted(text: str, shown: str, replaced: int) -> None:
    assert printable(text) == (shown, replaced)


def test_of_many_different_pictographs_the_first_are_named() -> None:
    """Names are long: a text of the usual length must not fill a page."""
    made, replaced = printable("".join(chr(0x1F600 + number) for number in range(60)))
    assert made.count("[") == 6 and made.count("▯") == 54 and replaced == 60


@given(st.text())
def test_only_shown_characters_come_out(text: str) -> None:
    made, replaced = printable(text)
    assert set(made) <= shown_characters() | {"\n"}
    assert printable(made) == (made, 0)
    assert replaced >= 0


def test_one_line() -> None:
    assert one_line(" a \n b\t c ") == "a b c"
