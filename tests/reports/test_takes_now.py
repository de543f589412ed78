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
