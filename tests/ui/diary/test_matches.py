"""What was found is underlined as the search understood it, and nothing of the text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.ui.diary.matches import pieces


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("back pain, backache", ["back"], ["back", "back"]),
        ("a trip to Łódź", ["lodz"], ["Łódź"]),
        ("cafe\u0301 au lait", ["café"], ["cafe\u0301"]),
        ("Smørrebrød", ["smorre", "lodz"], ["Smørre"]),
        ("c++ and c", ["c++"], ["c++"]),
        ("今日は頭痛がひどい", ["頭痛"], ["頭痛"]),
        ("good😀day", ["😀"], ["😀"]),
        ("aback", ["back"], []),
        ("Ærø", ["a"], []),
        ("nothing asked", [" ", ""], []),
    ],
)
def test_what_was_found_is_marked(text: str, words: list[str], marked: list[str]) -> None:
    cut = pieces(text, words)
    assert [part for part, was_found in cut if was_found] == marked
    assert "".join(part for part, _ in cut) == text


@given(st.text(max_size=40), st.lists(st.text(max_size=4), max_size=3))
def test_the_parts_are_the_text_again(text: str, words: list[str]) -> None:
    assert "".join(part for part, _ in pieces(text, words)) == text
