"""Where the public has no poison centre no sentence of the table sends anybody there."""

from __future__ import annotations

import pytest

from journal.guidance.help_lines import country
from journal.guidance.number_on_page import with_number
from journal.guidance.poison_line import with_poison_line
from journal.guidance.signs_in_words import filled
from journal.guidance.warning_signs import signs
from journal.texts import english

NOW, PASSED = next((sign.now.text, sign.passed.text) for sign in signs() if sign.code == "child" and sign.passed)


def test_of_a_child_the_line_that_answers_is_called() -> None:
    here = country("GB")
    now, passed = (filled(english(), text, here) for text in (NOW, PASSED))
    assert "No sign: call NHS 111 (in Northern Ireland a doctor or pharmacist) now; do not wait." in now
    assert passed.startswith("Call NHS 111 (in Northern Ireland a doctor or pharmacist) today, even if")
    for sign in signs():
        for words in filter(None, (sign.now, sign.passed)):
            assert "oison centre" not in filled(english(), words.text, here)
            assert "oison centre" not in with_number(words.text, here)


@pytest.mark.parametrize("code", ["US", "DE", None])
def test_elsewhere_it_stays(code: str | None) -> None:
    assert "No sign: poison centre now; do not wait." in filled(english(), NOW, country(code))
    assert with_poison_line(PASSED, country(code)) == PASSED
