"""Which words say that an amount is a guess."""

from __future__ import annotations

import pytest

from journal.core.typed_guesses import about, between


@pytest.mark.parametrize("typed", ["~3 g", "≈ 3 g", "about 3 g", "Around 3 g", "ca. 3 g"])
def test_about(typed: str) -> None:
    assert about(typed) == "3 g"


@pytest.mark.parametrize("typed", ["2-3 g", "2 g-3", "2 g to 3 g", "2 or 3 g"])
def test_a_unit_said_once_is_that_of_both(typed: str) -> None:
    assert between(typed) == ("2 g", "3 g")


@pytest.mark.parametrize("typed", ["", "3 g", "about", "about time", "-3 g", "3-", "1/2 g", "1-2 " + "g" * 60])
def test_what_is_no_guess(typed: str) -> None:
    assert about(typed) is None
    assert between(typed) is None
