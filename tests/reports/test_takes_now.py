"""What is taken now says where it may be more."""

from __future__ import annotations

import pytest

from journal.core.entries import Product
from journal.core.products import ProductKind
from tests.insights import sheet as sheets
from tests.insights.sheet import LEAF, Sheet
from tests.reports import test_page_words
from tests.reports.test_page_words import said_of


def test_days_known_in_part_are_counted_beside_an_exact_median() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5)
    sheet.dose(3, None)
    now = said_of(sheet).page.lines[0].paragraphs[0][0]
    assert str(now).startswith("Leaf, 2.5 g in 1 dose a day (28-day median; on 1 of 28 days at least), 28 of 28")


@pytest.mark.parametrize(("beside", "name"), [(False, "Leaf (capsules)"), (True, "Leaf")])
def test_leaf_in_capsules_alone_says_so(monkeypatch: pytest.MonkeyPatch, beside: bool, name: str) -> None:
    capsules = Product(id="capsules", name="White", kind=ProductKind.CAPSULE)
    monkeypatch.setattr(test_page_words, "PRODUCTS", {**sheets.PRODUCTS, capsules.id: capsules})
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9, capsules)
    if beside:
        sheet.dose(3, 2.5, 12, LEAF)
    now = said_of(sheet).page.lines[0].paragraphs[0][0]
    assert str(now).startswith(f"{name}, 2.5 g in 1 dose a day (")


def in_part(recent: float, usual: float) -> str:
    """Three doses a day: two of them are weighed on most days, so little in the last week and so much before."""
    sheet = Sheet()
    for day in range(28):
        for n in range(3):
            weighed = n < 2 or day in (9, 12)
            sheet.dose(day, (recent if day < 7 else usual) if weighed else None, 9 + n)
    return str(said_of(sheet).page.lines[0].paragraphs[0][0])


def test_how_little_is_known_of_an_amount_stands_before_it() -> None:
    words = in_part(4, 4)
    assert words.startswith("Leaf, 3 doses a day; amount known in full on 2 of 28 days: at least 8.0 g (28-day median)")


@pytest.mark.parametrize(("recent", "usual"), [(3, 4), (4, 4), (5, 4)])
def test_amounts_known_in_part_are_not_set_beside_each_other(recent: float, usual: float) -> None:
    """ "At least 6.0" behind "at least 8.0" reads as a fall."""
    assert in_part(recent, usual).endswith("; last 7 days: 3 doses a day.")


def test_amounts_that_can_be_compared_are() -> None:
    """All of the last week is known, and it is less than what is known of the days before."""
    sheet = Sheet()
    for day in range(28):
        for n in range(3):
            sheet.dose(day, 1 if day < 7 else None if n == 2 else 4, 9 + n)
    words = str(said_of(sheet).page.lines[0].paragraphs[0][0])
    assert "on 7 of 28 days: at least 8.0 g (" in words and words.endswith("; last 7 days: 3.0 g in 3.")
