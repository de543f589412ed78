"""What is read as two numbers that are written as one, and what is not."""

from __future__ import annotations

import pytest

from journal.core.pairs import pair_in


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("195/125", ("195", "125")), (" 128 / 82 mmHg ", ("128", "82")), ("128/82MM HG", ("128", "82")),
        ("128", None), ("128/", None), ("128/82/60", None), ("12.8/8", None), ("1/2 tablet", None), ("", None),
    ],
)  # fmt: skip
def test_two_numbers_with_a_slash(text: str, both: tuple[str, str] | None) -> None:
    assert pair_in(text) == both
