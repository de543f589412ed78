"""Every entry as a list: in order and in words, and nothing in it that the person does not let the pages tell."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import Instrument
from journal.core.entries import (
    Answer,
    Care,
    CheckIn,
    DayMark,
    Dose,
    Intake,
    LabResult,
    Measurement,
    Note,
    Phase,
    Preparation,
    Product,
    Rating,
    Statement,
    Substance,
    Symptom,
    Urge,
    kind_of_class,
)
from journal.core.health import Lab, Stated, Subject
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.insights.leave_out import LeaveOut
from journal.reports import ReportOptions, entry_list
from journal.reports.as_chosen import as_chosen
from journal.reports.entry_list import LISTED, EntryList
from journal.reports.pdf import make_pdf
from journal.reports.printed import Printed
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon
from tests.reports.moments import LAST
from tests.reports.test_pdf import OPTIONS

__all__ = ["clock", "plain_journal", "templates"]

ALL: dict[str, Any] = {
    "entries": True, "entry_notes": True, "suicidal": True, "alcohol": True, "cannabis": True,
    "other_substances": True, "mood": True,
}  # fmt: skip
LEAF = Product(name="Red")
WEIGHED = Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED)
PAIN = Symptom(code="back_pain", kind=SymptomKind.PAIN)
MOOD = Symptom(code="mood", kind=SymptomKind.WELLBEING)
FAINTING = Symptom(code="fainting", kind=SymptomKind.WARNING)
SUICIDAL = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING)


def listed(at: JournalAt, **chosen: Any) -> EntryList:
    options = ReportOptions(OPTIONS.period, **{**ALL, **chosen})
    with at.open(read_only=True) as book:
        return entry_list.entry_list(as_chosen(book, options), options, english(), Printed(), 240)


def rows(at: JournalAt, **chosen: Any) -> list[tuple[str, str]]:
    return [(row.what, row.said) for row in listed(at, **chosen).rows]


def save(at: JournalAt, *entries: Any) -> None:
    with at.open() as book:
        book.save(LEAF, PAIN, MOOD, FAINTING, SUICIDAL)
        book.save_all(entries, label="many.imported", origin="import")


def test_every_kind_of_the_diary_is_listed_but_what_may_deny_something() -> None:
    diary = {code for code, kind in KINDS.items() if kind.in_diary}
    assert {*LISTED} == diary - {kind_of_class(Statement)}


def test_each_kind_in_words_in_order_of_time(plain_journal: JournalAt) -> None:
    xanax = Substance(name="Xanax", source=Source.PRESCRIBED)
    day = LAST - dt.timedelta(days=3)
    save(
        plain_journal,
        xanax,
        Note(at=noon(3, 100), text="A walk\nin the wood"),
        Dose(
            at=noon(3, 10), product=LEAF.id, amount=WEIGHED, preparation=Preparation.TEA, reasons=("pain",), note="hot"
        ),
        Rating(at=noon(3, 11), symptom=PAIN.id, value=6, phase=Phase.BEFORE, side="left"),
        Rating(at=noon(3, 12), symptom=FAINTING.id, value=None, answer=Answer.PASSED),
        Dose(at=noon(3, 13)),
        Intake(at=noon(3, 14), what=Taken.ALCOHOL, drinks=1000),
        Intake(at=noon(3, 15), what=Taken.OWN, name="old name", substance=xanax.id, amount="0.5 mg"),
        CheckIn(at=noon(3, 16), instrument=Instrument.PEG, answers=("4", "5", "4")),
        CheckIn(at=noon(3, 16), instrument=Instrument.PEG, answers=("4", "skipped", "4")),
        CheckIn(at=noon(3, 17), sleep=6500, quality=4, helped=("heat",)),
        Urge(at=noon(3, 18), value=7, helped=("a walk",)),
        Care(at=noon(3, 19), what=CareKind.EXERCISE, minutes=1),
        Measurement(at=noon(3, 20), systolic=128, diastolic=82, weight=80_500, weight_unit=WeightUnit.KG),
        LabResult(day=day, what=Lab.ALT, value="68", unit="U/l", normal="0-45"),
        DayMark(day=day - dt.timedelta(days=1), recorded_ms=1),
    )
    assert rows(plain_journal) == [
        ("None that day", ""),
        ("ALT", "68 U/l; range printed there 0-45"),
        ("Red", "2.5 g; weighed; tea; for: pain; “hot”"),
        ("Lower back pain", "6 of 10; left; before a dose"),
        ("Fainting", "no number; answered: it has passed"),
        ("Dose", "unknown amount"),
        ("Alcohol", "1 drink"),
        ("Xanax", "0.5 mg"),
        ("PEG", "pain 4, general activity 4; 1 of 3 skipped: no score"),
        ("PEG", "score 4.3"),
        ("Daily check-in", "6.5 h of sleep; sleep quality 4 of 10; helped: heat"),
        ("Urge without a dose", "7 of 10; helped: a walk"),
        ("Exercise", "1 minute"),
        ("Measurement", "blood pressure 128/82 mmHg; weight 80.5 kg"),
        ("Note", "A walk in the wood"),
    ]


def test_when_it_was_is_said_by_the_clock_of_the_place(plain_journal: JournalAt) -> None:
    save(plain_journal, Dose(at=noon(3)), DayMark(day=LAST, recorded_ms=1))
    at = noon(3).local
    days = [english().short_day(day) for day in (at.date(), LAST)]
    assert [row.when for row in listed(plain_journal).rows] == [f"{days[0]}, {english().time(at)}", days[1]]


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        ("entry_notes", {"Note", "“hot”"}), ("suicidal", {"Thoughts of suicide"}),
        ("warnings", {"Thoughts of suicide", "Fainting"}), ("alcohol", {"Alcohol"}), ("mood", {"Mood", "PHQ-2"}),
        ("function", {"PEG"}), ("lab_results", {"ALT"}), ("symptoms", {"Lower back pain", "Mood"}),
        ("withdrawal", {"Urge without a dose"}), ("products", {"Red"}), ("medicines", {"Xanax"}),
    ],
)  # fmt: skip
def test_each_choice_keeps_its_entries_out(plain_journal: JournalAt, field: str, gone: set[str]) -> None:
    xanax = Substance(name="Xanax", source=Source.PRESCRIBED)
    save(
        plain_journal, xanax,
        Dose(at=noon(3), product=LEAF.id, amount=WEIGHED, note="hot"), Note(at=noon(3), text="words"),
        *(Rating(at=noon(3), symptom=each.id, value=5) for each in (PAIN, MOOD, FAINTING, SUICIDAL)),
        Intake(at=noon(3), what=Taken.ALCOHOL), Intake(at=noon(3), what=Taken.OWN, substance=xanax.id),
        CheckIn(at=noon(3), instrument=Instrument.PEG, answers=("4", "5", "4")),
        CheckIn(at=noon(3), instrument=Instrument.PHQ2, answers=("1", "1")), Urge(at=noon(3)),
        LabResult(day=LAST, what=Lab.ALT, value="68"),
    )  # fmt: skip
    every, without = (" ".join(map(" ".join, rows(plain_journal, **chosen))) for chosen in ({}, {field: False}))
    names = ("Note", "“hot”", "Thoughts of suicide", "Fainting", "Alcohol", "Mood", "PHQ-2", "PEG", "ALT", "Red",
             "Lower back pain", "Urge without a dose", "Xanax")  # fmt: skip
    assert all(name in every for name in names)
    assert {name for name in names if name not in without} == gone


def test_what_is_private_or_left_out_or_states_something_is_not_in_it(plain_journal: JournalAt) -> None:
    save(
        plain_journal, Dose(at=noon(3), product=LEAF.id), Dose(at=noon(4), private=True),
        Statement(day=LAST, subject=Subject.NOTHING_ELSE, answer=Stated.YES, recorded_ms=1),
        Rating(at=noon(5), symptom=PAIN.id, value=5), Rating(at=noon(6), symptom=PAIN.id, value=5, private=True),
    )  # fmt: skip
    assert len(rows(plain_journal)) == 2
    assert rows(plain_journal, leave_out=LeaveOut(products=frozenset({LEAF.id}))) == [("Lower back pain", "5 of 10")]
    assert rows(plain_journal, leave_out=LeaveOut(symptoms=frozenset({PAIN.id}))) == [("Red", "unknown amount")]
    assert len(rows(plain_journal, private=True)) == 4


def test_that_there_are_too_many_is_said(
    qapp: QApplication, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(plain_journal, *(Dose(at=noon(day)) for day in range(5)))
    assert listed(plain_journal).whole and "too many" not in " ".join(pages(plain_journal, **ALL))
    monkeypatch.setattr(entry_list, "MOST", 3)
    assert not listed(plain_journal).whole and len(rows(plain_journal)) == 3
    assert "Older entries of the period are not listed" in " ".join(pages(plain_journal, **ALL))


def pages(at: JournalAt, **chosen: Any) -> list[str]:
    with at.open(read_only=True) as book:
        options = ReportOptions(OPTIONS.period, **chosen)
        return pages_of(make_pdf(book, options, english(), moment_now(at.clock)))


def test_the_list_stands_before_the_last_page_and_only_where_it_is_wanted(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    save(plain_journal, *(Dose(at=noon(day, minute), product=LEAF.id) for day in range(40) for minute in range(5)))
    assert "Every entry" not in " ".join(pages(plain_journal))
    told = pages(plain_journal, entries=True)
    with_list = [page for page in told if page.startswith("Every entry") or "Every entry What was" in page]
    assert len(with_list) >= 4 and told[-1].startswith("How these figures are made")
    assert all("When What Written down" in page for page in with_list)
    assert sum(page.count("unknown amount") for page in with_list) == 200


def test_an_empty_list_says_that_nothing_is_listed(qapp: QApplication, plain_journal: JournalAt) -> None:
    told = " ".join(pages(plain_journal, entries=True))
    assert "are not in this list. No entry is listed here." in told and "none" not in told.split("Every entry")[1][:300]
