"""Searching the guidance."""

import pytest

from journal.guidance import Hit, pages, search
from tests.guidance.samples import sample

PAGE = sample(
    body="Above.[-]\n\n## After stopping\n\n"
    "Poor sleep is common.[^a] Café au lait is not.[^a]\n\n- 7-OH is strong.[^a]\n"
)


def texts(words: str) -> list[str]:
    return [hit.statement.text for hit in search([PAGE], words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sleep", ["Poor sleep is common."]),
        ("SLEEP poor", ["Poor sleep is common."]),
        ("slee", ["Poor sleep is common."]),
        ("leep", []),
        ("sleep lait", []),
        ("stopping sleep", ["Poor sleep is common."]),
        ("cafe", ["Café au lait is not."]),
        ("CAFÉ", ["Café au lait is not."]),
        ("7oh", ["7-OH is strong."]),
        ("7 OH", ["7-OH is strong."]),
        ("7-oh", ["7-OH is strong."]),
        ("7\N{NON-BREAKING HYPHEN}OH", ["7-OH is strong."]),
        ("is", ["Poor sleep is common.", "Café au lait is not.", "7-OH is strong."]),
        ("", []),
        ("  \t", []),
        ("?!", []),
        ("(", []),
    ],
)
def test_search(words: str, found: list[str]) -> None:
    assert texts(words) == found


def test_a_title_alone_is_no_hit() -> None:
    assert texts("stopping") == []
    assert texts("sample") == []


def test_a_hit_says_where_it_stands() -> None:
    statement = next(each for each in PAGE.statements() if "sleep" in each.text)
    assert search([PAGE], "sleep") == [Hit(PAGE, "After stopping", statement)]
    assert search([PAGE], "above")[0].heading == ""


def test_the_shipped_pages_are_searched_in_their_order() -> None:
    codes = [hit.page.code for hit in search(pages(), "withdrawal")]
    assert codes == sorted(codes, key=[page.code for page in pages()].index)
    assert {"emergency-signs", "in-the-product", "dependence"} <= set(codes)
