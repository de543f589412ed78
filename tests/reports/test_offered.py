"""What there is to choose: only what was written down in the period can be left out."""

from __future__ import annotations

import datetime as dt
import importlib
import sys

import pytest

from journal.core.entries import Measurement, Symptom
from journal.core.figure_facts import TextFact
from journal.core.moments import MINUTE_MS, moment_from_iso, moment_now
from journal.core.symptoms import SymptomKind
from journal.core.warning_facts import SignFact, WarningFacts
from journal.insights.summary import Span
from journal.insights.visit_facts import VisitFacts
from journal.reports import options
from journal.reports.disclosed import choices_there
from journal.reports.offered import offered, visit_told
from journal.reports.options import CHOICES, Choice, ReportOptions
from tests.journals import JournalAt, clock, plain_journal, templates

__all__ = ["clock", "plain_journal", "templates"]

NOW = moment_from_iso("2026-11-22T15:24:00+01:00", "Europe/Berlin")
DAY = dt.date(2026, 11, 22)
FAINTING = Symptom(code="fainting", kind=SymptomKind.WARNING)
# Figures of the period, which are not looked up for the choices; and "private", so that it tells nobody of any.
ALWAYS = {
    "key_figures", "glance", "products", "symptoms", "before_after", "side_effects", "withdrawal", "own_words",
    "since_report", "courses", "quality", "weeks", "since_dose", "methods", "entries", "entry_notes", "private",
}  # fmt: skip
SUICIDAL = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING)


def there(*rated: Symptom, note: bool = False, private: int = 0) -> frozenset[str]:
    at = NOW.utc_ms - 90 * MINUTE_MS, NOW.local_ms - 90 * MINUTE_MS
    signs = tuple(SignFact(*at, symptom.id, 6, None, None, private) for symptom in rated)
    texts = (TextFact(*at, "“on the stairs”", None),) if note else ()
    facts = WarningFacts(DAY, signs=signs, texts=texts)
    return offered([FAINTING, SUICIDAL], facts, VisitFacts(), ReportOptions(Span(DAY, DAY)), NOW)


def test_only_what_was_written_down_is_a_choice() -> None:
    assert there() == ALWAYS
    assert there(FAINTING) == ALWAYS | {"warnings"}
    assert there(FAINTING, note=True) == ALWAYS | {"warnings", "notes"}
    assert there(SUICIDAL) == ALWAYS | {"warnings", "suicidal"}
    assert there(FAINTING, private=1) == ALWAYS


def test_mood_is_asked_where_a_scale_of_it_was_rated() -> None:
    mood = Symptom(id="mood", code="mood")
    facts = WarningFacts(DAY)
    for rated in ((), ("mood",), ("other",)):
        found = offered([FAINTING, mood], facts, VisitFacts(), ReportOptions(Span(DAY, DAY)), NOW, rated)
        assert ("mood" in found) is ("mood" in rated)


def test_a_choice_of_which_that_is_not_known_is_an_error_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "CHOICES", (*CHOICES, Choice("allergens", "Allergens", field="allergens")))
    monkeypatch.delitem(sys.modules, "journal.reports.offered")
    with pytest.raises(TypeError, match="allergens"):
        importlib.import_module("journal.reports.offered")


def test_a_value_of_the_running_day_is_offered_as_it_is_told(plain_journal: JournalAt) -> None:
    """The pages end yesterday and list values up to now: what is printed can be left out."""
    with plain_journal.open() as book:
        now, today = moment_now(book.clock), book.today()
        book.save(Measurement(at=now, systolic=190, diastolic=121))
        periods = [Span(today - dt.timedelta(days=84), today - dt.timedelta(days=back)) for back in (0, 1, 2)]
        told = ["measurements" in choices_there(visit_told(book, period, now)) for period in periods]
    assert told == [True, True, False]  # of days after a period that ended earlier nothing is told
