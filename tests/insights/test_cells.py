"""Cells of the key figures: every number with its n, "≥" where it is only a part, or why there is none."""

from __future__ import annotations

import pytest

from journal.insights.cells import Scale, dose_count, figure_cell, missing_text, said_text
from journal.insights.summary import Figure, Missing, Statistic
from journal.texts import english

TEXTS = english()


def exact(value: float) -> Statistic:
    return Statistic(value)


def least(value: float) -> Statistic:
    return Statistic(value, at_least=True)


@pytest.mark.parametrize(
    ("figure", "scale", "said"),
    [
        (Figure(exact(8), 18, exact(7.5), exact(9)), Scale.DECIMAL, "8.0 [7.5–9.0] n 18"),
        (Figure(least(8), 18, exact(7.5), least(9), incomplete=3), Scale.DECIMAL, "≥ 8.0 [7.5–≥9.0] n 18 (3)"),
        (Figure(exact(3.5), 18, exact(3), exact(4)), Scale.SHORT, "3.5 [3–4] n 18"),
        (Figure(exact(9), 5), Scale.DECIMAL, "9.0 n 5"),
        (Figure(least(12), 19, of=19), Scale.SHORT, "≥ 12 of 19"),
        (Figure(None, 3, missing=Missing.TOO_FEW), Scale.SHORT, "too few n 3"),
        (Figure(None, 0, missing=Missing.NOT_TAKEN), Scale.SHORT, "— n 0"),
        (Figure(None, 12, incomplete=12, missing=Missing.NOT_SAID), Scale.DECIMAL, "not said n 12 (12)"),
        (Figure(None, 0, missing=Missing.OUTSIDE), Scale.DECIMAL, "not chosen"),
        (Figure(None, 0, missing=Missing.NOT_RATED), Scale.DECIMAL, "not rated n 0"),
    ],
)
def test_cells(figure: Figure, scale: Scale, said: str) -> None:
    cell = figure_cell(TEXTS, figure, scale)
    assert str(cell) == said and cell.known is (figure.value is not None)


@pytest.mark.parametrize("missing", Missing)
def test_every_reason_has_its_words(missing: Missing) -> None:
    assert missing_text(TEXTS, Figure(None, 3, missing=missing))
    assert figure_cell(TEXTS, Figure(None, 3, missing=missing), Scale.SHORT).value


def test_why_an_amount_is_not_said() -> None:
    assert missing_text(TEXTS, Figure(None, 12, incomplete=9, missing=Missing.NOT_SAID)) == (
        "amount not said on 9 of 12 days"
    )


def test_in_words_and_with_the_language_s_decimal_sign() -> None:
    assert said_text(TEXTS, least(8), Scale.DECIMAL) == "at least 8.0"
    assert str(figure_cell(english(numbers="de_DE"), Figure(exact(9.2), 5), Scale.DECIMAL)) == "9,2 n 5"


def test_doses_are_counted_in_the_right_number() -> None:
    assert [dose_count(TEXTS, doses) for doses in (0, 1, 2, 2.5)] == ["0 doses", "1 dose", "2 doses", "2.5 doses"]
