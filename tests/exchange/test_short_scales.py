"""Ratings of which no number is high may be on a shorter scale: that is said, and the numbers are taken as they are."""

from __future__ import annotations

import pytest

from journal.exchange.short_scales import SeenRatings, Span, span_of
from journal.texts import english

MAYBE = "“Back” has no number above 4. If its scale ends there, say its scale: it is read as 0 to 10."


@pytest.mark.parametrize(
    ("values", "said", "remarks"),
    [
        ([1, 4, 2, 3, 4], False, [MAYBE]),
        ([1, 4, 2, None, 4, None], False, []),  # too few
        ([1, 4, 2, 3, 6], False, []),
        ([0, 0, 0, 0, 0], False, []),
        ([1, 4, 2, 3, 4], True, []),
    ],
)
def test_a_short_scale_is_asked_about(values: list[int | None], said: bool, remarks: list[str]) -> None:
    seen = SeenRatings()
    for value in values:
        seen.see("Back", value, said)
    assert seen.remarks(english()) == remarks


def test_the_span_is_of_whole_numbers() -> None:
    assert span_of(["3", " 1 ", "5", "x", "2.5", "-1"]) == Span(3, 1, 5)
    assert span_of(["x", ""]) is None
