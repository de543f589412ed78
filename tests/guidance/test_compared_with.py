"""A drink that only says how something looks is not asked about."""

from __future__ import annotations

import pytest

from journal.guidance.compared_with import is_only_compared
from journal.guidance.recognising import named_in


@pytest.mark.parametrize(
    "words",
    [
        "my urine looks like cola", "cola coloured urine", "cola-colored pee", "pee the colour of tea",
        "urine like a beer", "wine coloured pee", "stool as black as coffee", "vomit looks like coffee",
        "threw up something like coffee grounds", "pee like Coca-Cola and sore legs", "coffee grounds in it",
    ],
)  # fmt: skip
def test_what_comes_out_of_a_body_is_compared_with_a_drink(words: str) -> None:
    assert named_in(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("I like beer", ["beer"]), ("beer like every evening and xanax", ["beer", "xanax"]),
        ("can I drink coffee", ["coffee"]), ("vomited after wine", ["wine"]), ("threw up, had a beer", ["beer"]),
        ("does coffee make me pee", ["coffee"]), ("black tea with kratom", ["black tea"]), ("coffee", ["coffee"]),
    ],
)  # fmt: skip
def test_what_was_drunk_is_asked_about(words: str, names: list[str]) -> None:
    assert [name.given.casefold() for name in named_in(words)] == names


def test_both_may_stand_in_one_question() -> None:
    words = "had wine and my pee is like cola"
    assert is_only_compared("cola", words) and not is_only_compared("wine", words)
