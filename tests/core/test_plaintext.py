"""Typed text is kept as typed, except for what no one can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.plaintext import NAME_LIMIT, NOTE_LIMIT, clean_name, clean_note, is_clean_note, typed_note
from journal.core.refusal import Refused


@pytest.mark.parametrize("text", ["$\\frac{1}$", "<img src=/x>", "=1+1", "naïve 😀 ไทย عربي", "a\tb\nc", "ZWJ 👩‍👧"])
def test_text_that_looks_like_code_is_kept_as_typed(text: str) -> None:
    assert clean_note(text) == text


def test_controls_and_direction_overrides_go() -> None:
    assert clean_note("a\x00b\x1bc\r\nd\ud800") == "abc\nd"
    assert clean_name(" Green\u202e  Borneo\n") == "Green Borneo"
    assert clean_name("cafe\u0301") == "caf\u00e9"


def test_long_text_is_refused_and_never_cut() -> None:
    assert len(clean_note("x" * 100_000)) == 100_000
    with pytest.raises(Refused, match="note-too-long"):
        clean_note("x" * (NOTE_LIMIT + 1))
    with pytest.raises(Refused, match="name-too-long"):
        clean_name("x" * (NAME_LIMIT + 1))


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_note(text)
    assert clean_note(once) == once
    assert is_clean_note(once)
    name = clean_name(text[:150])
    assert clean_name(name) == name


@pytest.mark.parametrize("unseen", ["\u200b", " \u00a0\u2060 ", "\u200d\ufeff", "\u3164", "\u2800", "\u00ad"])
def test_what_nobody_can_see_names_nothing(unseen: str) -> None:
    assert clean_name(unseen) == ""
    assert clean_name(f"{unseen}👩\u200d🔬") != ""


@pytest.mark.parametrize("unseen", [" ", "\n \t\n", "\u200b", "\u00a0\u2060", "\u202e\u2066", "\x00\u00ad"])
def test_a_note_in_which_nothing_can_be_seen_is_none_where_it_was_typed(unseen: str) -> None:
    assert typed_note(unseen) == ""
    assert typed_note(f"{unseen}👩\u200d🔬") == clean_note(f"{unseen}👩\u200d🔬") != ""


@given(st.text(max_size=300))
def test_a_note_with_a_letter_is_kept_as_typed(text: str) -> None:
    assert typed_note(f"{text}a") == clean_note(f"{text}a")
