"""The emergency number of a country in the sentences of a page."""

from __future__ import annotations

import pytest

from journal.guidance import country, pages
from journal.guidance.number_on_page import page_with_number, statement_with_number, with_number


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
