"""The emergency number of a country in the sentences of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.guidance import country, pages
from journal.guidance.number_on_page import page_with_number, statement_with_number, with_number
from journal.guidance.poison_line import with_poison_line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Slow breathing: call the emergency number.", "Slow breathing: call 911."),
        ("Seizure. Call your local emergency number. Clear the space.", "Seizure. Call 911. Clear the space."),
        ("a crisis line or the emergency numbers", "a crisis line or the emergency numbers"),
    ],
)
def test_the_number_stands_for_its_words(text: str, said: str) -> None:
    assert with_number(text, country("US")) == said
    assert with_number(text, country(None)) == text


def test_no_page_has_words_for_a_number_that_is_known() -> None:
    for page in pages():
        said = page_with_number(page, country("US"))
        text = " ".join((said.summary, *(each.text for each in said.statements())))
        assert "your local emergency number" not in text and "the emergency number" not in text, page.code
        assert [each.sources for each in said.statements()] == [each.sources for each in page.statements()]
        assert list(said.statements()) == [statement_with_number(each, country("US")) for each in page.statements()]


def test_where_the_public_has_no_poison_centre_the_line_that_answers_is_named() -> None:
    here = country("GB")
    for page in pages():
        said = page_with_number(page, here)
        assert not any("call a poison centre" in each.text for each in said.statements()), page.code
    asked = with_number("A child with no sign: call a poison centre now.", here)
    assert asked == "A child with no sign: call NHS 111 (in Northern Ireland a doctor or pharmacist) now."


@pytest.mark.parametrize("code", ["US", "DE", None])
def test_elsewhere_the_poison_centre_stays(code: str | None) -> None:
    assert with_poison_line("call a poison centre", country(code)) == "call a poison centre"


def test_a_line_that_the_person_renamed_is_named_as_they_do() -> None:
    here = country("GB")
    (line,) = here.for_poisons
    own = replace(line, name="My doctor", number="1", in_place_of_poison="", came=line)
    assert with_poison_line("call a poison centre", replace(here, lines=(own,))) == "call My doctor"
