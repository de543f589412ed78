"""The first of many in words."""

from __future__ import annotations

import pytest

from journal.texts import english
from journal.texts.listing import first_of


@pytest.mark.parametrize(
    ("most", "said"),
    [(2, ["1", "4", "and 1 more"]), (1, ["1", "and 2 more"]), (3, ["1", "4", "9"]), (9, ["1", "4", "9"])],
)
def test_the_first_are_said_and_the_others_counted(most: int, said: list[str]) -> None:
    assert first_of(english(), (1, 2, 3), most, lambda number: str(number**2)) == said


def test_what_is_only_counted_is_not_put_into_words() -> None:
    def words(number: int) -> str:
        assert number < 2
        return "said"

    assert first_of(english(), range(1000), 2, words) == ["said", "said", "and 998 more"]
