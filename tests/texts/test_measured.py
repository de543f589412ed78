"""A blood pressure reads as it is written by hand."""

from __future__ import annotations

import pytest

from journal.texts import english
from journal.texts.measured import pressure_text


@pytest.mark.parametrize(
    ("upper", "lower", "said"),
    [(195, 125, "195/125 mmHg"), (131, None, "131/? mmHg"), (None, 82, "?/82 mmHg"), (None, None, "")],
)
def test_what_was_not_measured_is_a_question_mark(upper: int | None, lower: int | None, said: str) -> None:
    assert pressure_text(english(), upper, lower) == said
