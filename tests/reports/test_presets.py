"""Sets of choices: each sets everything that is not asked, nothing of what is, and never what is private."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Question, Symptom
from journal.core.health import ConditionKind
from journal.core.symptoms import SymptomKind
from journal.insights.summary import Span
from journal.reports.offered import rated_in
from journal.reports.options import CHOICES, ReportOptions
from journal.reports.pdf import make_pdf
from journal.reports.presets import BY_CODE, PRESETS, Preset, preset_of
from journal.texts import english
from tests.insights.sheet import ITCHING, NAUSEA, PAIN, PERIOD, RESTLESS, SLEEP, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.test_page_words import MADE

ASKED = {choice.field for choice in CHOICES if choice.asked}
MOODS = ("mood", "anxiety")
USUAL = ReportOptions(Span(dt.date(2026, 11, 1), dt.date(2026, 11, 21)))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.code)
def test_each_sets_all_that_is_not_asked(preset: Preset) -> None:
    fields = preset.fields()
    assert fields.keys() | ASKED == {choice.field for choice in CHOICES} and not fields.keys() & ASKED
    assert not fields["private"] and not fields["suicidal"] and not fields["notes"]
    assert preset_of(fields) == preset.code
    chosen = replace(USUAL, **fields)
    assert all(getattr(chosen, field) is None for field in ASKED)


def test_what_they_are() -> None:
    assert replace(USUAL, **BY_CODE["doctor"].fields()) == USUAL
    amounts = {field for field, printed in BY_CODE["amounts"].fields().items() if printed}
    assert amounts == {"key_figures", "glance", "products", "methods"}
    clinic = BY_CODE["pain-clinic"].fields()
    needed = ("warnings", "medicines", "conditions", "function", "symptoms", "withdrawal", "attempts")
    assert all(clinic[field] for field in needed)
    assert {field for field, printed in BY_CODE["doctor"].fields().items() if printed and not clinic[field]} == {
        "lab_results"
    }
    assert preset_of({**clinic, "notes": True}) == ""


def pages(options: ReportOptions) -> str:
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day)
        for symptom in (PAIN, SLEEP, NAUSEA, ITCHING, RESTLESS):
            sheet.rating(day, 6, symptom=symptom)
    named = (PAIN, SLEEP, NAUSEA, ITCHING, RESTLESS)
    questions = (Question(text="What about sleep?"),)
    return " ".join(pages_of(make_pdf(OnPaper(sheet, named, questions), options, english(), MADE)))


@pytest.mark.slow
def test_each_kind_of_symptom_is_a_choice(qapp: QApplication) -> None:
    kinds = {
        "symptoms": ("Lower back pain", "Sleep quality"),
        "side_effects": ("Nausea", "Itching"),
        "withdrawal": ("estless legs",),
        "questions": ("What about sleep?",),
    }
    usual = pages(ReportOptions(PERIOD))
    for names in kinds.values():
        assert all(name in usual for name in names), names
    for field, hidden in kinds.items():
        without: dict[str, Any] = {field: False}
        said = pages(replace(ReportOptions(PERIOD), **without))
        assert not any(name in said for name in hidden), hidden
        for other, names in kinds.items():
            assert other == field or all(name in said for name in names), (field, names)


def test_a_pain_clinic_reads_of_allergies_and_of_the_liver(qapp: QApplication) -> None:
    known = (
        Condition(what=ConditionKind.LIVER, name="fatty liver"),
        Condition(what=ConditionKind.ALLERGY, name="penicillin"),
    )
    source, chosen = OnPaper(Sheet(), (), known), BY_CODE["pain-clinic"].fields()
    said = " ".join(pages_of(make_pdf(source, replace(ReportOptions(PERIOD), **chosen), english(), MADE)))
    assert "fatty liver" in said and "penicillin" in said


def test_only_amounts_tells_of_no_symptom(qapp: QApplication) -> None:
    own = replace(ReportOptions(PERIOD), words="so tired", goal="sleep", planned="knee in June")
    usual, said = pages(own), pages(replace(own, **BY_CODE["amounts"].fields()))
    for words in ("so tired", "Wants sleep.", "Planned: knee in June."):
        assert words in usual and words not in said
    assert "own words no" in said
    assert "Leaf, 2.0 g" in said and "Entries on 60 of 84 days" in said
    assert not any(name in said for name in ("Lower back pain", "Nausea", "estless", "Sleep quality", "of 10)"))


def test_a_warning_symptom_is_printed_by_its_own_choice(qapp: QApplication) -> None:
    heart = replace(NAUSEA, id="heart", code="palpitations", kind=SymptomKind.SIDE_EFFECT)
    sheet = Sheet()
    sheet.rating(2, 7, symptom=heart)
    options = replace(ReportOptions(PERIOD), side_effects=False)
    made = make_pdf(OnPaper(sheet, (heart,)), options, english(), MADE)
    assert "palpitations on 1 day, 7 of 10" in " ".join(pages_of(made))
    without = make_pdf(OnPaper(sheet, (heart,)), replace(options, warnings=False), english(), MADE)
    assert "7 of 10" not in " ".join(pages_of(without))


def test_scales_of_mood_are_told_only_after_a_yes(qapp: QApplication) -> None:
    """Wherever they would stand: as main symptom, second, in the chart, on later pages."""
    mood, anxiety = (Symptom(id=code, code=code, kind=SymptomKind.SYMPTOM, main=code == "mood") for code in MOODS)
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day)
        for symptom in (mood, anxiety, NAUSEA):
            sheet.rating(day, 6, symptom=symptom)
    source = OnPaper(sheet, (mood, anxiety, NAUSEA))
    for chosen in (None, False, True):
        options = ReportOptions(PERIOD, mood=chosen)
        said = " ".join(pages_of(make_pdf(source, options, english(), MADE)))
        assert ("Mood" in said, "Anxiety" in said) == (bool(chosen), bool(chosen)), chosen
        assert "Nausea" in said
    assert rated_in(source, PERIOD) == {"mood", "anxiety", NAUSEA.id}
