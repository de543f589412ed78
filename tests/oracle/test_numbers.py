"""Page 1 of random journals: the program's numbers and words beside a recount by SQL that knows nothing of its code."""

from __future__ import annotations

import datetime as dt
import shutil
import statistics
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.facts import Facts
from journal.core.moments import DAY_MS, day_number, moment_now
from journal.insights import days, measures, pairs, warned, windows
from journal.insights.period import facts_span, summarise_period
from journal.insights.summary import Span, Summary
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.pdf import undated_pdf
from journal.texts import english
from journal.texts.names import symptom_name
from tests.journals import FixedClock, templates
from tests.oracle.compared import differences
from tests.oracle.made_up import LAST, write_journal
from tests.oracle.printed import expected
from tests.oracle.read_back import pages_of
from tests.oracle.recomputed import recompute

__all__ = ["templates"]

TEXTS = english()
PERIODS = (84, 84, 28, 7, 100)
Template = Callable[[str | None], Path]
Found = dict[str, Any]


class Recounted:
    """One random journal, counted by the program and by the oracle."""

    def __init__(self, seed: int, folder: Path, templates: Template) -> None:
        self._path, self._clock = folder / f"{seed}.leaf", FixedClock()
        shutil.copyfile(templates(None), self._path)
        write_journal(self._path, seed)
        self.period = Span(LAST - dt.timedelta(days=PERIODS[seed % len(PERIODS)] - 1), LAST)
        self.oracle: Found = recompute(self._path, self.period.first, self.period.last)

    def _open(self) -> Logbook:
        return Logbook.open(self._path, None, clock=self._clock)

    def summary(self) -> Summary:
        read = facts_span(self.period)
        with self._open() as book:
            facts, products = book.facts(read.first, read.last), {each.id: each for each in book.all_products()}
            return summarise_period(facts, products, book.symptoms(), self.period)

    def wrong_numbers(self) -> list[str]:
        return list(differences(self.summary(), self.oracle))

    def missing_words(self) -> list[str]:
        """What page 1 should say and does not."""
        with self._open() as book:
            options = ReportOptions(self.period, goal="sleep better", planned="operation on 30 June", notes=True)
            pdf = undated_pdf(book, options, TEXTS, moment_now(self._clock))
            symptoms = {each.id: symptom_name(TEXTS, each) for each in book.symptoms()}
            products = {each.id: each.name for each in book.all_products()}
            best = {each.id for each in book.symptoms() if each.higher_is_better}
        page = pages_of(pdf)[0]
        stated = "Goal: sleep better · Planned: operation on 30 June"
        wanted = [stated, *expected(self.oracle, symptoms, products, best)]
        return [each for each in wanted if each not in page]


def _compared(seeds: range, printed: range, folder: Path, templates: Template) -> Counter[str]:
    """How often each outcome of a rule came up; fails with every difference. ``printed``: seeds of pages."""
    wrong, met = {}, Counter[str]()
    for seed in seeds:
        journal = Recounted(seed, folder, templates)
        unsaid = journal.missing_words() if seed in printed else []
        if found := [*journal.wrong_numbers(), *(f"not on the page: {each}" for each in unsaid)]:
            wrong[seed] = found
        met.update(_outcomes(journal.oracle))
    print(f"\n{len(seeds) - len(wrong)} of {len(seeds)} random journals equal ({len(printed)} pages); met: {dict(met)}")
    assert not wrong
    return met


def _outcomes(found: Found) -> set[str]:
    rows = found["rows"].values()
    figures = [row[window] for row in rows for window in ("last7", "last28", "before28")]
    changes = [row["change"] for row in rows if row["change"]]
    paired = found["pairs"]
    return {
        *(str(each["missing"]) for each in figures),
        *(each["comparison"] for each in changes),
        *(str(trend["direction"]) for trend in found["trends"].values()),
        "pairs on 6 days" if paired["median"] is not None else "pairs" if paired["pairs"] else "no pairs",
        "warnings" if found["warnings"] else "no warnings",
        "notes" if any(each["notes"] for each in found["warnings"]) else "",
        "near" if any(each["near"] != each["notes"] for each in found["warnings"]) else "",
        "private" if any(each["private"] for each in found["warnings"]) else "",
        "new product" if found["new_products"] else "",
        "before the first dose" if found["withdrawal"]["before_first_dose"] else "",
        "weight missing" if found["quality"]["weight_missing_days"] else "",
    }


def test_random_journals_are_counted_alike(qapp: QApplication, tmp_path: Path, templates: Template) -> None:
    _compared(range(12), range(5, 13), tmp_path, templates)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_many_random_journals_are_counted_alike(qapp: QApplication, tmp_path: Path, templates: Template) -> None:
    met = _compared(range(200), range(200), tmp_path, templates)
    assert met.keys() >= {
        "None", "too_few", "not_recorded", "not_tracked", "no_leaf", "within", "higher", "lower", "too_few_weeks",
        "rising", "falling", "no_clear_trend", "pairs", "pairs on 6 days", "no pairs", "warnings",
        "notes", "near", "private", "new product",
        "before the first dose", "weight missing",
    }  # fmt: skip


# --- the comparison can fail ------------------------------------------------------------------------------------------


def _plant_empty_is_zero(plant: pytest.MonkeyPatch) -> None:
    for name in ("leaf_amount", "leaf_count"):
        plant.setattr(days.DayFigures, name, property(_or_zero(getattr(days.DayFigures, name).fget)))


def _or_zero(found: Callable[[days.DayFigures], int | None]) -> Callable[[days.DayFigures], int | None]:
    return lambda day: 0 if day.state is days.DayState.EMPTY else found(day)


def _plant_extract_is_leaf(plant: pytest.MonkeyPatch) -> None:
    for module in (days, measures):
        plant.setattr(module, "group_of_product", lambda product: "other" if product is None else "leaf")


def _plant_windows_a_day_early(plant: pytest.MonkeyPatch) -> None:
    found = windows.span_back
    plant.setattr("journal.insights.period.span_back", lambda last, length: found(last - dt.timedelta(days=1), length))


def _plant_means(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(windows, "median", statistics.fmean)


def _plant_midnight(plant: pytest.MonkeyPatch) -> None:
    def index_of(facts: Facts, local_ms: int) -> int:
        return min(local_ms // DAY_MS - day_number(facts.first), facts.days - 1)

    plant.setattr(Facts, "index_of", index_of)


def _plant_any_rating_pairs(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(pairs, "_following", lambda times, before: [before] * len(times))


def _plant_separation_alone(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(windows, "week_to_week", lambda later, earlier: 0.0)


def _plant_any_note(plant: pytest.MonkeyPatch) -> None:
    plant.setattr(warned, "NOTE_NEAR", 24 * 60)


PLANTED = (
    _plant_empty_is_zero, _plant_extract_is_leaf, _plant_windows_a_day_early, _plant_means, _plant_midnight,
    _plant_any_rating_pairs, _plant_separation_alone, _plant_any_note,
)  # fmt: skip


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, templates: Template) -> list[Recounted]:
    folder = tmp_path_factory.mktemp("few")
    return [Recounted(seed, folder, templates) for seed in range(8)]  # the last one has weeks apart, but not clearly


def test_without_a_fault_the_few_are_equal(few: list[Recounted]) -> None:
    assert not any(each.wrong_numbers() for each in few)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(
    few: list[Recounted], fault: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fault(monkeypatch)
    assert any(each.wrong_numbers() for each in few)
