"""The fullest page 1: every word stays in its room on both papers, and what has none stands on the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Attempt, Condition, Person, Product, ProductKind, Question, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.symptoms import BUILT_INS, SymptomKind
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import PAIN, PERIOD, SEVEN_OH, SHOT, UNSAID, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.made_sheets import MADE
from tests.reports.test_page_one import faults

LONG = "W" * 200
MANY = {f"many {number}": Product(id=f"many {number}", name=f"{number} {LONG}", kind=ProductKind.LEAF_POWDER)
        for number in range(50)}  # fmt: skip
EFFECTS = tuple(
    Symptom(id=f"effect {number}", name=f"{number} {LONG}", kind=SymptomKind.SIDE_EFFECT, position=number)
    for number in range(12)
)
SIGNS = tuple(
    Symptom(id=each.code, code=each.code, kind=each.kind) for each in BUILT_INS if each.kind is SymptomKind.WARNING
)


@dataclass(frozen=True)
class ManyProducts(OnPaper):
    def all_products(self) -> list[Product]:
        return [*super().all_products(), *MANY.values()]


def fullest(signs: int) -> OnPaper:
    """Four groups, fifty products, twelve side effects, the longest names, and so many warning symptoms."""
    sheet = Sheet()
    for day in range(84):
        for number, product in enumerate((SEVEN_OH, SHOT, UNSAID)):
            sheet.dose(day, 1, hour=8 + number, product=product)
        taken = sheet.dose(day, 2, hour=13, product=MANY[f"many {day % 28}"])
        sheet.dose(day, None, hour=14, product=MANY[f"many {day % 22 + 28}"])
        sheet.rating(day, 6, 12.9, dose=taken)
        sheet.rating(day, 3, 14.2, dose=taken)
        for effect in EFFECTS:
            sheet.rating(day, 4, 18, effect)
        for sign in SIGNS[:signs]:
            sheet.rating(day, 6, 20, sign)
    main = replace(PAIN, code=None, name=LONG)
    medicines = [Substance(name=f"{number} {LONG}", amount=LONG, how_often=LONG) for number in range(12)]
    known = [Substance(name=name, amount=LONG, how_often=LONG)
             for name in ("zopiclone", "diazepam", "oxycodone", "pregabalin", "sertraline", "naltrexone")]  # fmt: skip
    conditions = [Condition(what=kind, name=f"{kind} {LONG}", place=LONG)
                  for kind in (ConditionKind.PAIN, *[ConditionKind.ALLERGY] * 6, ConditionKind.LIVER)]  # fmt: skip
    told = (Attempt(what_happened=LONG), *(Question(text=f"{n} {LONG}") for n in range(9)), Person(goal=LONG[:120]))
    others = (*medicines, *known, *conditions, *told)
    return ManyProducts(sheet, (main, *EFFECTS, *SIGNS), others)


def made(journal: OnPaper, paper: Paper) -> bytes:
    options = ReportOptions(
        PERIOD, paper, words=LONG + LONG[:40], goal="goal of mine " * 9, planned="planned " * 15, name=LONG,
        birth_year=1970, suicidal=True, alcohol=True, cannabis=True, other_substances=True, conditions=True,
    )  # fmt: skip
    return make_pdf(journal, options, english(), MADE)


@pytest.mark.slow
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("signs", [len(SIGNS), 4, 1])
def test_nothing_of_the_fullest_page_leaves_its_room(signs: int, paper: Paper, qapp: QApplication) -> None:
    pdf = made(fullest(signs), paper)
    assert faults(pdf, paper) == []
    first, *later = pages_of(pdf)
    assert "Wants goal of mine" in first and "Planned: planned" in first
    assert re.search(r"53 products: page \d+\.", first) and re.search(r"12 rated: page \d+\.", first)
    assert "more: page" not in first
    assert all(f"{number} WWW" in " ".join(later) for number in range(50))


@pytest.mark.slow
def test_key_figures_without_room_stand_on_the_next_page(qapp: QApplication) -> None:
    """Where the key figures have no room, all of them stand on the next page."""
    first, second, *_ = pages_of(made(fullest(len(SIGNS)), "letter"))
    assert "Key figures: page 2." in first and "Days taken" not in first
    assert second.count("Days taken") == 4


@pytest.mark.slow
def test_page_1_refers_to_the_pages_on_which_the_rest_stands(qapp: QApplication) -> None:
    """Days of many warning symptoms fill the pages before what else had no room."""
    journal = fullest(len(SIGNS))
    for day in range(84):
        for sign in SIGNS:
            journal.sheet.rating(day, 4, 21, sign)
    pages = [" ".join(page.split()) for page in pages_of(made(journal, "a4"))]
    for words, found in (("53 products", "Cut on page 1"), ("12 rated", "Cut on page 1")):
        assert found in " ".join(pages)
        number = int(re.search(rf"{words}: page (\d+)\.", pages[0])[1])  # type: ignore[index]
        assert number > 2, words
        row = r"0 WWW.*? \d+ doses?, \d+ days?;" if words == "53 products" else r"0 WWW.*? \d+ of \d+, worst 4"
        first = next(page for page, said in enumerate(pages[1:], 2) if re.search(row, said))
        assert number == first
