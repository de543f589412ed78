"""Letters that do not decompose, scripts without spaces, and signs that count."""

import pytest

from journal.core.letters import is_literal, is_within_words, plain_letters, spellings
from journal.core.plaintext import begins_a_word


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Łódź", "lodz"), ("Smørrebrød", "smorrebrod"), ("Đorđe", "dorde"), ("Ærø", "aero"), ("Straße", "strasse"),
     ("cœur", "coeur"), ("ılık", "ilik"), ("þorn", "thorn")],
)  # fmt: skip
def test_what_is_not_on_the_keyboard_is_typed_plainly(written: str, typed: str) -> None:
    assert begins_a_word(typed, f"at {written}")
    assert begins_a_word(written, f"at {typed}")


@pytest.mark.parametrize("word", ["łodz", "smørrebrød", "đorđe", "ærø", "cœur", "ılık", "þorn", "plain"])
def test_each_word_is_among_the_spellings_of_its_plain_letters(word: str) -> None:
    assert word in spellings(plain_letters(word))
    assert len(spellings("oddlollodthings" * 9)) == 64


def test_signs_count_where_they_are_what_is_meant() -> None:
    assert all(map(is_literal, ["c++", "c#", "#tea", "~3", "38°", "😀", "->", "頭痛", "?"]))
    assert not any(map(is_literal, ["2.5", "7-oh", "don't", "tea", "1\u20442", "100%", "naïve"]))


def test_words_of_scripts_without_spaces_are_met_anywhere() -> None:
    assert all(map(is_within_words, ["頭痛", "いたみ", "หลัง", "두통", "ຫົວ"]))
    assert not any(map(is_within_words, ["back", "спина", "ظهر", "גב"]))
    assert begins_a_word("頭痛", "今日は頭痛がひどい")
    assert not begins_a_word("ack", "back")
    assert begins_a_word("❤", "so ❤️") and begins_a_word("❤️", "so ❤")
