"""Besides doses, what was taken in the hours before the sign that stands first: named, or neither named nor counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Intake, Rating, Substance, Symptom, new_id
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.insights.leave_out import LeaveOut
from journal.insights.summary import Span
from journal.reports import ReportOptions
from journal.reports.disclosed import choices_there
from journal.reports.offered import visit_told
from journal.reports.pdf import make_pdf
from journal.reports.singles import singles
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon
from tests.reports.test_warning_symptoms import SHORT

__all__ = ["clock", "plain_journal", "templates"]

SLOW = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
YELLOW = Symptom(code="yellow_skin", kind=SymptomKind.WARNING)
ZOPICLONE = Substance(name="Zopiclone", source=Source.PRESCRIBED)
PILL = Intake(at=noon(20, -20), what=Taken.OWN, name="Zopiclone", substance=ZOPICLONE.id, amount="7.5 mg")
WINE = Intake(at=noon(20, -40), what=Taken.ALCOHOL, drinks=2000)
LEAF = Dose(at=noon(20, -60), amount=Amount("4", 4000, Dimension.MASS, Basis.WEIGHED))
BEGINS = "Written down in the 6 hours before slow or shallow breathing on 1 Nov 2026, 11:00: "


def before(at: JournalAt, *entries: Entry, period: Span = SHORT, **options: Any) -> str:
    """The sentence of page 1 behind what it is about; slow breathing long ago, yellow eyes yesterday."""
    signs = (Rating(at=noon(20), symptom=SLOW.id, value=5), Rating(at=noon(0), symptom=YELLOW.id, value=5))
    with at.open() as book:
        book.save(*{entry.id: entry for entry in (SLOW, YELLOW, ZOPICLONE, *signs, *entries)}.values())
    with at.open(read_only=True) as book:
        chosen = ReportOptions(period, **options)
        page = pages_of(make_pdf(book, chosen, english(), moment_now(at.clock)))[0]
    assert "Written down in the 6 hours before yellow" not in page
    return page.partition(BEGINS)[2].partition(". ")[0]


def test_it_is_named_before_the_most_urgent_sign_however_long_ago(qapp: QApplication, plain_journal: JournalAt) -> None:
    early, after = replace(PILL, id=new_id(), at=noon(20, -361)), replace(PILL, id=new_id(), at=noon(20, 1))
    said = before(plain_journal, LEAF, PILL, WINE, early, after, alcohol=True)
    leaf = "kind not said 4.0 g (weighed) at 10:00"
    assert said == f"{leaf}, Zopiclone 7.5 mg at 10:40, alcohol 2 drinks at 10:20"


def test_without_a_dose_it_is_named_alone(qapp: QApplication, plain_journal: JournalAt) -> None:
    assert before(plain_journal, PILL) == "Zopiclone 7.5 mg at 10:40"


def test_what_has_neither_name_nor_amount_is_called_by_what_it_is(qapp: QApplication, plain_journal: JournalAt) -> None:
    said = before(plain_journal, Intake(at=noon(20, -10), what=Taken.PAINKILLER))
    assert said == "a painkiller at 10:50"


@pytest.mark.parametrize(
    ("entries", "options"),
    [
        ((WINE,), {}),
        ((WINE,), {"alcohol": False}),
        ((PILL,), {"medicines": False}),
        ((PILL,), {"leave_out": LeaveOut(entries=frozenset({ZOPICLONE.id}))}),
        ((PILL,), {"leave_out": LeaveOut(entries=frozenset({PILL.id}))}),
        ((replace(PILL, private=True),), {}),
        ((replace(ZOPICLONE, private=True), PILL), {}),
        ((PILL, WINE), {"warnings": False, "alcohol": True}),
    ],
)
def test_what_is_withheld_leaves_no_trace(
    qapp: QApplication, plain_journal: JournalAt, entries: tuple[Entry, ...], options: dict[str, Any]
) -> None:
    assert before(plain_journal, *entries, **options) == ""
    said = before(plain_journal, *entries, LEAF, **options)
    assert said == ("" if options.get("warnings") is False else "kind not said 4.0 g (weighed) at 10:00")


def test_more_than_six_are_counted(qapp: QApplication, plain_journal: JournalAt) -> None:
    cups = [Intake(at=noon(20, -minutes), what=Taken.CAFFEINE) for minutes in range(10, 90, 10)]
    said = before(plain_journal, *cups, other_substances=True)
    assert said.startswith("caffeine at 10:50, ") and said.endswith("caffeine at 10:00, and 2 more things taken")


def test_what_could_stand_there_is_offered_to_be_left_out(qapp: QApplication, plain_journal: JournalAt) -> None:
    """Also what was taken, and ended, before the period."""
    ended = replace(ZOPICLONE, until=noon(19).local.date())
    before(plain_journal, ended, PILL, WINE)
    with plain_journal.open(read_only=True) as book:
        now = moment_now(plain_journal.clock)
        assert {"alcohol", "medicines"} <= choices_there(visit_told(book, SHORT, now))
        assert "Zopiclone" in [single.title for single in singles(english(), book, ReportOptions(SHORT), now)]
