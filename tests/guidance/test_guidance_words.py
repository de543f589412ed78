"""The words of the guidance in all their forms, and no names that it does not speak of."""

from __future__ import annotations

import pytest

from journal.guidance.guidance_words import is_said_here
from journal.guidance.interactions import name_table


@pytest.mark.parametrize(
    "word", ["liver", "livers", "stop", "stopped", "stopping", "breathe", "breathing", "sleepy", "tonight"]
)
def test_a_word_is_said_in_any_of_its_forms(word: str) -> None:
    assert is_said_here(word)


@pytest.mark.parametrize("word", ["qwertzol", "vuxipan", "tramdol", "hydroxizine"])
def test_what_stands_nowhere_is_not_said(word: str) -> None:
    assert not is_said_here(word)


def test_everyday_words_are_listed_only_where_nothing_else_knows_them() -> None:
    listed = name_table()["forms"]["everyday"]
    assert len(listed) == len(set(listed)) and all(word.isalpha() and word.islower() for word in listed)
    assert not set(listed) & {*name_table()["forms"]["words"], *name_table()["forms"]["around"]}
