"""The program's figures beside a recount by SQL that knows nothing of its code, in many made-up journals."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journals import templates
from tests.oracle.printed import FIGURES_LATER
from tests.oracle.recounted import Recounted, Template, outcomes

__all__ = ["templates"]

WORDS = ("rising", "falling", "higher", "lower", "same", "no_clear_change", "too_few_weeks", "outside")
# No drawn journal has an amount that is the same in weeks enough: tests/insights/test_change does.
MET = {
    *(f"{key} {why}" for key in ("amount", "largest_day") for why in ("None", "not_taken", "not_said", "at least")),
    *(f"amount {word}" for word in (*WORDS, "too_few") if word != "same"),
    *(f"doses {word}" for word in WORDS if word[-3:] != "ing"),
    "amount new", "days_taken new",
    *(f"days_taken {word}" for word in ("None", "at least", "too_few", "lower", "same", "no_clear_change", "outside")),
    *(f"gap {word}" for word in ("None", "too_few", "rising", "falling", "no_clear_change")),
    *(f"main {word}" for word in ("None", "too_few", "not_recorded", "not_rated", "higher", "lower", "same")),
    *(f"group {name}" for name in ("leaf", "extract", "seven_oh", "not_said")), *(f"{n} groups" for n in range(5)),
    *(f"unit {name}" for name in ("g", "mg", "ml", "pieces", "")), "since trend", "began trend", "new_on", "by_label",
    "left out", "before first", "not rated before first", "pairs None", "pairs too_few",
    "pairs not_recorded", "new_products", "never_rated",
}  # fmt: skip
FEW = 5  # of 200 pages: so many may be too full for their key figures, which page 2 then has


def _compared(seeds: range, printed: range, folder: Path, templates: Template) -> Counter[str]:
    """How often each outcome of a rule came up; fails with every difference. ``printed``: seeds of pages."""
    wrong, met = {}, Counter[str]()
    for seed in seeds:
        journal = Recounted(seed, folder, templates)
        words = journal.missing_words() if seed in printed else []
        if found := [*journal.wrong_numbers(), *words]:
            wrong[seed] = found
        met.update(outcomes(journal.page))
        met[FIGURES_LATER] += journal.figures_later
    print(
        f"\n{len(seeds) - len(wrong)} of {len(seeds)} made-up journals equal ({len(printed)} pages); met: {dict(met)}"
    )
    assert not wrong
    return met


def test_random_journals_are_counted_alike(qapp: QApplication, tmp_path: Path, templates: Template) -> None:
    assert not _compared(range(8), range(4), tmp_path, templates)[FIGURES_LATER]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_page_that_goes_on_with_other_words_than_the_next_hides_no_batch(
    qapp: QApplication, tmp_path: Path, templates: Template
) -> None:
    _compared(range(185, 186), range(185, 186), tmp_path, templates)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_more_random_journals_are_counted_alike(qapp: QApplication, tmp_path: Path, templates: Template) -> None:
    _compared(range(8, 15), range(8, 15), tmp_path, templates)


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_many_random_journals_are_counted_alike(qapp: QApplication, tmp_path: Path, templates: Template) -> None:
    met = _compared(range(200), range(200), tmp_path, templates)
    assert not MET - met.keys()
    assert met[FIGURES_LATER] <= FEW
