"""The box of warning symptoms: whatever the period, with day, time and answer, and what was written down before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Answer, Dose, Product, ProductKind, Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, moment_at, moment_now
from journal.core.symptoms import SymptomKind
from journal.insights.leave_out import LeaveOut
from journal.insights.summary import Span
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import START_MS, JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, noon

__all__ = ["clock", "plain_journal", "templates"]

CHEST = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=1)
HEART = Symptom(code="palpitations", kind=SymptomKind.SIDE_EFFECT, position=2)
SEVEN = Product(name="Secret brand", kind=ProductKind.SEVEN_OH)
NOTHING = LeaveOut()
SHORT = Span(LAST - dt.timedelta(days=6), LAST)


def page(at: JournalAt, period: Span = SHORT, warnings: bool = True, leave_out: LeaveOut = NOTHING) -> str:
    with at.open(read_only=True) as book:
        options = ReportOptions(period, warnings=warnings, leave_out=leave_out)
        return pages_of(make_pdf(book, options, english(), moment_now(at.clock)))[0]


def last_page(at: JournalAt, **options: Any) -> str:
    """What the last page says of warning symptoms."""
    with at.open(read_only=True) as book:
        pages = pages_of(make_pdf(book, ReportOptions(SHORT, **options), english(), moment_now(at.clock)))
    begun = pages[-1].partition("Warning symptoms.")[2]
    assert begun
    return begun.partition("A personal journal")[0]  # the foot of the page


def test_the_last_page_says_the_same_of_nothing_of_private_and_of_withheld_symptoms(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    nothing = last_page(plain_journal)
    assert "that are not left out" in " ".join(nothing.split())
    noted(plain_journal, replace(pain(1), private=True))
    assert last_page(plain_journal) == nothing
    with plain_journal.open() as book:
        book.save(pain(0))
    out = LeaveOut(symptoms=frozenset({CHEST.id}))
    assert last_page(plain_journal) == last_page(plain_journal, warnings=False) == nothing
    assert last_page(plain_journal, leave_out=out) == nothing
    assert not re.search(r"[Ee](very|ach) (warning )?symptom", nothing)


def noted(at: JournalAt, *entries: Rating | Dose | Symptom | Product) -> None:
    with at.open() as book:
        book.save(CHEST, HEART, SEVEN, *entries)


def pain(back: int, answer: Answer | None = None, value: int = 7) -> Rating:
    return Rating(at=noon(back), symptom=CHEST.id, value=value, answer=answer)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer.YES, "; answered then: happening"),
        (Answer.NOT_SURE, "; answered then: not sure"),
        (Answer.PASSED, "; answered then: it has passed"),
        (Answer.KNOWN, "; answered then: a doctor knows about this"),
        (None, " Whether it has passed is not written down."),
    ],
)
def test_day_time_rating_and_answer(
    qapp: QApplication, plain_journal: JournalAt, answer: Answer | None, said: str
) -> None:
    noted(plain_journal, pain(0, answer))
    first = page(plain_journal)
    looked = " Looked at: this period and the 90 days up to 22 Nov 2026, 10:30, when this page was made."
    assert f"Warning symptom: chest pain on 1 day, 7 of 10, yesterday, 21 Nov 2026, 11:00{said}{looked}" in first


def test_one_without_a_number_is_listed_and_never_denied(qapp: QApplication, plain_journal: JournalAt) -> None:
    noted(plain_journal, replace(pain(0, Answer.PASSED), value=None))
    first = page(plain_journal)
    assert (
        "chest pain on 1 day, noted, no number, yesterday, 21 Nov 2026, 11:00; answered then: it has passed" in first
        and "listed here" not in first
    )
    noted(plain_journal, pain(1, value=8))
    assert "chest pain on 2 days" in page(plain_journal) and "21 Nov 2026, 11:00: noted, no number" in page(
        plain_journal
    )


@pytest.mark.parametrize(
    ("back", "said"), [(-1, "(after this period)"), (30, "(before this period)"), (3, ""), (-400, "later than this")]
)
def test_signs_outside_of_the_period_say_so(qapp: QApplication, plain_journal: JournalAt, back: int, said: str) -> None:
    at = moment_at(START_MS - 60_000, "Europe/Berlin") if back == -1 else noon(back)
    noted(plain_journal, Rating(at=at, symptom=CHEST.id, value=2))
    first = page(plain_journal)
    assert "chest pain on 1 day, 2 of 10" in first and said in first
    assert ("this period)" in first) is (back in (-1, 30))


def test_what_is_older_than_90_days_is_of_its_own_period_only(qapp: QApplication, plain_journal: JournalAt) -> None:
    noted(plain_journal, pain(100))
    assert "No warning symptom is listed here." in page(plain_journal)
    then = LAST - dt.timedelta(days=100)
    assert "chest pain on 1 day, 7 of 10" in page(plain_journal, Span(then, then))


def test_days_of_a_sign_run_together_and_each_stands_on_a_later_page(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    beats = [Rating(at=noon(back), symptom=HEART.id, value=3 + back % 2) for back in range(0, 36, 3)]
    noted(plain_journal, *beats)
    with plain_journal.open(read_only=True) as book:
        options = ReportOptions(SHORT)
        first, *others = pages_of(make_pdf(book, options, english(), moment_now(plain_journal.clock)))
    assert "palpitations on 12 days, the first 19 Oct 2026, the last yesterday, 21 Nov 2026, 11:00: 3 of 10" in first
    assert "(9 of them before this period)" in first
    days = [noon(back).local.date() for back in range(0, 36, 3)]
    assert all(english().day_and_month(day) in " ".join(others) for day in days)


def test_what_stands_in_the_box_is_not_asked_below_as_if_nobody_had_said_it(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    fit, urine = (Symptom(code=code, kind=SymptomKind.WARNING) for code in ("seizure", "dark_urine"))
    noted(plain_journal, fit, urine)
    assert "Seizures no yes" in page(plain_journal) and "dark urine" in page(plain_journal)
    noted(plain_journal, *(Rating(at=noon(2), symptom=each.id, value=3) for each in (fit, urine)))
    said = page(plain_journal)
    assert "Other seizures no yes" in said and " Seizures no yes" not in said
    assert said.casefold().count("dark urine") == 1
    assert "Seizures no yes" in page(plain_journal, warnings=False)


@pytest.mark.parametrize(
    ("first", "last", "said"), [(10, 20, ""), (4, 20, " (14 of them before this period)"), (0, 3, "")]
)
def test_days_before_the_period_are_counted_once(
    qapp: QApplication, plain_journal: JournalAt, first: int, last: int, said: str
) -> None:
    noted(plain_journal, *(pain(back) for back in range(first, last + 1)))
    place = " (before this period)" if first > 6 else ""
    told = f": 7 of 10{place}{said} Whether it has passed is not written down. Looked at"
    assert told in page(plain_journal)


def test_the_worst_of_a_day_keeps_its_own_answer(qapp: QApplication, plain_journal: JournalAt) -> None:
    at = moment_at(noon(0).utc_ms - HOUR_MS, "Europe/Berlin")
    worst = Rating(at=at, symptom=CHEST.id, value=8, answer=Answer.YES)
    noted(plain_journal, worst, pain(0, Answer.PASSED, value=2))
    last, worst_of_day = (
        "2 of 10, yesterday, 21 Nov 2026, 11:00; answered then: it has passed",
        "10:00: 8 of 10; answered then: happening",
    )
    assert f"Warning symptom: chest pain on 1 day, {last}; worst that day {worst_of_day}" in page(plain_journal)


def test_what_was_written_down_in_the_hours_before_without_names(qapp: QApplication, plain_journal: JournalAt) -> None:
    amount = Amount("15 mg", 15, Dimension.MASS, Basis.LABEL)
    doses = [
        Dose(at=noon(0, minutes), product=SEVEN.id, amount=amount, private=minutes == -30)
        for minutes in (-500, -200, -30, -90, 10)
    ]
    noted(plain_journal, pain(0), *doses)
    said = page(plain_journal).partition("Written down in the 6 hours before it: ")[2].partition(". ")[0]
    assert said == "7-OH 15 mg (from the label) at 09:30, 7-OH 15 mg (from the label) at 07:40, 1 dose left out"
    said = page(plain_journal, leave_out=LeaveOut(products=frozenset({SEVEN.id})))
    assert "Written down in the 6 hours before it: 3 doses left out." in said


def test_the_worst_of_all_days_stands_beside_the_last(qapp: QApplication, plain_journal: JournalAt) -> None:
    noted(plain_journal, pain(25, Answer.YES, 9), pain(30, value=9), pain(3, value=4), pain(0, Answer.PASSED, 3))
    assert (
        "chest pain on 4 days, the first 22 Oct 2026, the last yesterday, 21 Nov 2026, 11:00: 3 of 10; answered then: "
        "it has passed; the worst 27 Oct 2026, 11:00: 9 of 10; answered then: happening (before this period)"
    ) in page(plain_journal)


def test_many_that_run_on_tell_last_and_worst(qapp: QApplication, plain_journal: JournalAt) -> None:
    others = [
        Symptom(code=code, kind=SymptomKind.WARNING)
        for code in ("seizure", "dark_urine", "swelling", "repeated_vomiting")
    ]
    ratings = [Rating(at=noon(2), symptom=each.id, value=5) for each in others]
    seizure = Rating(at=noon(5), symptom=others[0].id, value=9)
    earlier = Rating(at=noon(2, -60), symptom=others[1].id, value=8)
    noted(plain_journal, *others, *ratings, seizure, earlier, pain(25, value=9), pain(0, value=3))
    first = page(plain_journal)
    assert "chest pain on 2 days, last 21 Nov, 11:00: 3, worst 9 of 10 ·" in first
    assert "seizure on 2 days, last 19 Nov, 11:00 ·" in first  # what happens or does not has no number
    assert "dark urine 19 Nov, 11:00: 5, worst 8 of 10 Whether" in first


def test_before_which_sign_and_in_the_figures_of_the_page(qapp: QApplication, plain_journal: JournalAt) -> None:
    leaf = Product(name="Green", kind=ProductKind.LEAF_POWDER)
    amounts = [Amount("x", 2555, Dimension.MASS, Basis.LABEL), Amount("x", 20, Dimension.VOLUME, Basis.WEIGHED),
               Amount("x", 1000, Dimension.COUNT, Basis.COUNTED)]  # fmt: skip
    doses = [Dose(at=noon(0, -60 * n), product=leaf.id, amount=amount) for n, amount in enumerate(amounts, 1)]
    noted(plain_journal, leaf, pain(0), pain(4), *doses)
    assert (
        "Written down in the 6 hours before chest pain on 21 Nov 2026, 11:00: leaf 2.6 g (from the label) at 10:00, "
        "leaf 0.02 ml (weighed) at 09:00, leaf 1 piece (counted) at 08:00."
    ) in page(plain_journal)


def test_without_their_tick_nothing_of_it_is_left(qapp: QApplication, plain_journal: JournalAt) -> None:
    noted(plain_journal, pain(0))
    first = page(plain_journal, warnings=False)
    assert "chest pain" not in first and "No warning symptom is listed here." in first


def test_many_run_on_with_their_answers(qapp: QApplication, plain_journal: JournalAt) -> None:
    codes = ("seizure", "chest_pain", "dark_urine", "swelling", "black_stool")
    symptoms = [Symptom(code=code, kind=SymptomKind.WARNING) for code in codes]
    with plain_journal.open() as book:
        book.save(*symptoms)
        book.save(*(Rating(at=noon(n), symptom=each.id, value=n + 1, answer=Answer.PASSED)
                    for n, each in enumerate(symptoms)))  # fmt: skip
    first = page(plain_journal)
    assert "chest pain 20 Nov, 11:00: 2 of 10, has passed ·" in first
    assert "seizure 21 Nov, 11:00, has passed ·" in first and "black stool 17 Nov, 11:00, has passed" in first


@pytest.mark.parametrize("many", [2, 5])
def test_that_nothing_was_answered_is_said_once_for_all(
    qapp: QApplication, plain_journal: JournalAt, many: int
) -> None:
    codes = ("seizure", "dark_urine", "swelling", "repeated_vomiting", "fainting")[:many]
    symptoms = [Symptom(code=code, kind=SymptomKind.WARNING) for code in codes]
    noted(plain_journal, *symptoms, *(Rating(at=noon(back), symptom=each.id, value=3) for each in symptoms
                                      for back in (1, 4)))  # fmt: skip
    pages = page(plain_journal)
    assert pages.count("passed") == 1 and "Whether they have passed is not written down." in pages
    noted(plain_journal, pain(0, Answer.PASSED))
    pages = page(plain_journal)
    assert pages.count("not written down whether it has passed") == many and "Whether" not in pages


def test_of_what_happens_or_does_not_no_number_is_told(qapp: QApplication, plain_journal: JournalAt) -> None:
    fit = Symptom(code="seizure", kind=SymptomKind.WARNING)
    earlier = moment_at(noon(0).utc_ms - HOUR_MS, "Europe/Berlin")
    noted(
        plain_journal, fit, Rating(at=earlier, symptom=fit.id, value=9, answer=Answer.YES),
        *(Rating(at=noon(back), symptom=fit.id, value=6, answer=Answer.PASSED) for back in (0, 3)),
    )  # fmt: skip
    first = page(plain_journal)
    assert (
        "seizure on 2 days, the first 18 Nov 2026, the last yesterday, 21 Nov 2026, 11:00: noted; answered then: it "
        "has passed; also that day 10:00: noted; answered then: happening"
    ) in first
    assert "of 10; answered" not in first


def test_a_page_made_later_is_about_another_90_days(qapp: QApplication, plain_journal: JournalAt) -> None:
    noted(plain_journal, pain(0))
    plain_journal.clock.tick(100 * DAY_MS)
    assert "chest pain on 1 day, 7 of 10" in page(plain_journal)  # of its period
    later = Span(LAST + dt.timedelta(days=50), LAST + dt.timedelta(days=60))
    assert "No warning symptom is listed here." in page(plain_journal, later)


def test_the_most_urgent_stands_first_then_the_newest(qapp: QApplication, plain_journal: JournalAt) -> None:
    codes = ("dark_urine", "blood_in_stool", "seizure", "dark_urine_muscle_pain", "chest_pain", "pale_stool")
    symptoms = [Symptom(code=code, kind=SymptomKind.WARNING) for code in codes]
    own = Symptom(name="My own sign", kind=SymptomKind.WARNING)
    noted(plain_journal, *symptoms, own, *(Rating(at=noon(back), symptom=each.id, value=2)
                                           for back, each in enumerate((*symptoms, own))))  # fmt: skip
    with plain_journal.open(read_only=True) as book:
        pdf = make_pdf(book, ReportOptions(SHORT), english(), moment_now(plain_journal.clock))
    first = " ".join(pages_of(pdf)[0].split())
    names = ("seizure 19 Nov", "chest pain 17 Nov", "muscle pain 18 Nov", "blood in stool 20 Nov", "My own sign 15 Nov",
             "dark urine 21 Nov", "pale stool 16 Nov")  # fmt: skip
    places = [first.find(name) for name in names]
    assert -1 not in places and places == sorted(places)
