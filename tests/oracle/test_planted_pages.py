"""The reading of pages can fail: each fault, planted in what makes the page, is seen in a few of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.charts import multiples, wearing_off_drawing
from journal.core.entries import Substance, Symptom
from journal.core.warning_facts import WarningFacts
from journal.guidance.blood_pressure import Pressure
from journal.insights import batch_reactions, cells, check_ins, measured, period, warning_signs
from journal.insights.after_period import Later
from journal.insights.named_products import ProductUse
from journal.insights.summary import Measure, Span, Summary
from journal.reports import (
    as_chosen,
    batch_lines,
    below_chart,
    course_blocks,
    disclosed,
    figure_rows,
    health_pages,
    measured_lines,
    page_1_layout,
    pdf,
    quality_lines,
    rising,
    rooms,
    sections,
    sign_blocks,
    since_report,
    taken_words,
    visit_answers,
    visit_shown,
    warning_items,
    warning_symptoms,
)
from journal.reports.below_chart import EffectsBlock
from tests.journals import templates
from tests.oracle.recounted import Recounted, Template
from tests.oracle.when_asked import WhenAsked

__all__ = ["templates"]

Plant = pytest.MonkeyPatch
FEW = (0, 3, 4, 8, 12, 31, 35, 69)  # page 1 of the last has no room for its key figures


def _plant_at_least_is_dropped(plant: Plant) -> None:
    plant.setattr(cells, "AT_LEAST", "")


def _plant_windows_change_places(plant: Plant) -> None:
    found = figure_rows._row

    def row(texts: Any, label: str, measure: Measure, *rest: Any, **named: Any) -> object:
        turned = replace(measure, last28=measure.before28, before28=measure.last28)
        return found(texts, label, turned, *rest, **named)

    plant.setattr(figure_rows, "_row", row)


def _plant_another_word_in_the_line(plant: Plant) -> None:
    plant.setattr(rising, "word_text", lambda texts, word, gaps=False: texts("no clear change"))


def _plant_rated_days_are_not_said(plant: Plant) -> None:
    plant.setattr(below_chart, "_rated", lambda texts, rated: f"{rated.k} of 28")


def _plant_a_side_effect_is_left_out(plant: Plant) -> None:
    found = below_chart.effects_block

    def effects_block(told: Any) -> EffectsBlock:
        block = found(told)
        return replace(block, rows=block.rows[1:])

    plant.setattr("journal.reports.page_one.effects_block", effects_block)


def _plant_every_product_is_named(plant: Plant) -> None:
    found = period.summarise_period

    def summarise_period(facts: Any, products: Any, symptoms: Sequence[Symptom], span: Span, days: Any) -> Summary:
        summary = found(facts, products, symptoms, span, days)
        uses = tuple(ProductUse(each, 1, 1, span.first, span.last) for each in products)
        return replace(summary, products=uses)

    plant.setattr(pdf, "summarise_period", summarise_period)


def _plant_pictures_of_the_window_before(plant: Plant) -> None:
    plant.setattr(multiples, "_note", lambda texts, course: multiples._median(texts, course.before28))


def _plant_cells_without_their_days(plant: Plant) -> None:
    plant.setattr(course_blocks.WeekTable, "_cell", lambda table, week: f"{week.k}/7")


def _plant_bins_without_their_n(plant: Plant) -> None:
    found = wearing_off_drawing._WearingOff._line
    plant.setattr(
        wearing_off_drawing._WearingOff,
        "_line",
        lambda self, row, *words: None if row == 2 else found(self, row, *words),
    )


def _plant_private_entries_are_printed(plant: Plant) -> None:
    plant.setattr(pdf, "without_private", lambda facts: facts)


def _plant_private_signs_are_told(plant: Plant) -> None:
    found = warning_signs.noted_signs

    def noted_signs(symptoms: Any, facts: WarningFacts, *rest: Any) -> object:
        told = tuple(each._replace(private=0) for each in facts.signs)
        return found(symptoms, replace(facts, signs=told), *rest)

    plant.setattr(warning_symptoms, "noted_signs", noted_signs)


def _plant_suicidal_thoughts_are_told(plant: Plant) -> None:
    plant.setattr(warning_symptoms, "withheld", lambda symptoms, suicidal: frozenset())
    plant.setattr(as_chosen, "is_masked", lambda symptom: False)


def _plant_signs_of_the_period_only(plant: Plant) -> None:
    plant.setattr("journal.core.warning_facts.DAYS_LOOKED_BACK", 0)


def _plant_doses_of_today_are_forgotten(plant: Plant) -> None:
    plant.setattr(pdf, "later_doses", lambda *about: Later())


def _plant_private_intakes_are_counted(plant: Plant) -> None:
    plant.setattr(disclosed.Chosen, "intake", lambda chosen, intake, substance: True)


def _plant_what_was_not_chosen_is_printed(plant: Plant) -> None:
    plant.setattr(disclosed.Chosen, "prints", lambda chosen, choice: True)


def _plant_drinks_are_rounded_up(plant: Plant) -> None:
    found = visit_answers.drinks_words

    def drinks_words(inputs: Any, alcohol: Any) -> str:
        return found(inputs, replace(alcohol, drinks=alcohol.drinks and alcohol.drinks + 8000))

    plant.setattr(visit_answers, "drinks_words", drinks_words)


def _plant_a_hidden_medicine_is_denied(plant: Plant) -> None:
    plant.setattr(visit_shown, "_withholds_a_medicine", lambda *about: False)


def _plant_the_first_check_in_is_lost(plant: Plant) -> None:
    found = check_ins.scores
    plant.setattr(visit_shown, "scores", lambda entries, instrument: found(entries, instrument)[1:])


def _plant_every_day_counts_as_recorded(plant: Plant) -> None:
    def taken_days(inputs: Any, days: int, later: bool = False) -> str:
        return f"written down on {days} of 28 recorded days"

    for module in (health_pages, taken_words, visit_answers):
        plant.setattr(module, "taken_days", taken_days)


def _plant_private_medicines_are_new(plant: Plant) -> None:
    class TellsAll(disclosed.Chosen):
        def substance(self, substance: Substance) -> bool:
            return True

    plant.setattr(since_report, "Chosen", TellsAll)


def _plant_what_was_there_before_is_new(plant: Plant) -> None:
    found = since_report.since_report

    def earlier(facts: Any, options: Any, report: dt.date, until: dt.date, *rest: Any) -> since_report.SinceReport:
        return replace(found(facts, options, report - dt.timedelta(days=40), until, *rest), report=report)

    plant.setattr(pdf, "since_report", earlier)


def _plant_what_ended_is_not_told(plant: Plant) -> None:
    found = since_report.since_report
    plant.setattr(pdf, "since_report", lambda *about: replace(found(*about), ended=()))


def _plant_warning_symptoms_since_then_are_forgotten(plant: Plant) -> None:
    found = since_report.since_report
    plant.setattr(pdf, "since_report", lambda *about: replace(found(*about), signs=()))


def _plant_days_before_the_period_are_forgotten(plant: Plant) -> None:
    found = since_report.since_report

    def of_the_period(
        facts: Any, options: Any, report: Any, until: Any, labs: Any, products: Any, signs: Any
    ) -> object:
        inside = [each for each in products if each.day >= options.period.first]
        return found(facts, options, report, until, facts.lab_results, inside, signs)

    plant.setattr(pdf, "since_report", of_the_period)


def _plant_a_report_of_today_is_the_last(plant: Plant) -> None:
    plant.setattr(pdf, "last_before", lambda days, today: max(days, default=None))


def _plant_amounts_not_said_how_are_dropped(plant: Plant) -> None:
    plant.setattr(quality_lines, "_BASES_IN_ORDER", quality_lines._BASES_IN_ORDER[:-1])


def _plant_days_of_other_entries_are_days_of_nothing(plant: Plant) -> None:
    found = quality_lines._days

    def days(inputs: Any) -> str:
        quality = inputs.summary.quality
        fewer = replace(quality, recorded=quality.recorded - quality.other_days)
        return found(replace(inputs, summary=replace(inputs.summary, quality=fewer)))

    plant.setattr(quality_lines, "_days", days)


def _plant_batches_of_every_rating(plant: Plant) -> None:
    plant.setattr(batch_reactions, "NOTED", 0)


def _plant_a_day_of_a_batch_is_lost(plant: Plant) -> None:
    found = batch_reactions.batch_reactions

    def without_the_last(batches: Any, doses: Any, *rest: Any) -> object:
        return found(batches, sorted(doses, key=lambda dose: dose.at.utc_ms)[:-9], *rest)

    plant.setattr(batch_lines, "batch_reactions", without_the_last)


def _plant_private_batches_are_told(plant: Plant) -> None:
    plant.setattr(pdf, "with_figures", lambda facts: [each for each in facts.batches if each.figures])


def _plant_an_old_measurement_is_the_last(plant: Plant) -> None:
    found = measured.measured

    def first_is_last(entries: Any) -> object:
        first = {each.thing: each for each in found(entries[:1])}
        return [
            replace(each, last=first[each.thing].last if each.thing in first else each.last) for each in found(entries)
        ]

    plant.setattr(measured_lines, "measured", first_is_last)


def _plant_high_pressures_are_not_named(plant: Plant) -> None:
    plant.setattr(measured_lines, "pressure_limit", lambda: Pressure(300, 200))


def _plant_private_measurements_are_told(plant: Plant) -> None:
    def all_of_them(facts: Any) -> tuple[Any, ...]:
        return tuple(each for each in (*facts.measurements, *facts.check_ins) if measured.measured([each]))

    plant.setattr(visit_shown, "measured_openly", all_of_them)


def _plant_a_day_of_a_sign_is_lost(plant: Plant) -> None:
    plant.setattr(warning_items, "groupby", lambda days, key: groupby(days[1:] or days, key))


def _plant_first_days_of_signs_are_their_last(plant: Plant) -> None:
    found = sign_blocks.SignTable

    def turned(inputs: Any, signs: Any, width: float) -> object:
        return found(inputs, [each._replace(first=each.last) for each in signs], width)

    plant.setattr(sections, "SignTable", turned)


def _plant_key_figures_without_room_are_lost(plant: Plant) -> None:
    """Page 2 has the rows alone that every full page gives up."""
    plant.setattr(sections, "page_groups", lambda inputs: sections._spare(figure_rows.page_groups(inputs)))


def _plant_key_figures_give_way_before_the_chart(plant: Plant) -> None:
    at_once = replace(rooms.ROOMS[0], running=True, figures=False)
    plant.setattr(page_1_layout, "ROOMS", (at_once, *rooms.ROOMS[1:]))


PLANTED = [value for name, value in dict(globals()).items() if name.startswith("_plant_")]


@pytest.fixture(scope="module")
def few(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, templates: Template) -> WhenAsked[Recounted]:
    folder = tmp_path_factory.mktemp("few")
    return WhenAsked(lambda seed: Recounted(seed, folder, templates), FEW)


@pytest.mark.parametrize("count", [1, pytest.param(len(FEW), marks=pytest.mark.slow)])
def test_without_a_fault_the_pages_are_right(few: WhenAsked[Recounted], count: int) -> None:
    assert [words for each in few.first(count) for words in each.missing_words()] == []


@pytest.mark.slow
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(few: WhenAsked[Recounted], fault: Callable[[Plant], None], monkeypatch: Plant) -> None:
    fault(monkeypatch)
    assert any(each.missing_words() for each in few)
