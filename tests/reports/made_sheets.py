"""A sheet for a pharmacist or an emergency card made from few entries, and read back from its PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from journal.core.check_ins import Instrument
from journal.core.entries import (
    CheckIn,
    Condition,
    Contact,
    Entry,
    Intake,
    LabResult,
    Note,
    Person,
    Question,
    Statement,
    Substance,
)
from journal.core.health import ConditionKind, Lab, Subject
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, Moment, moment_at
from journal.core.substances import Source, Taken
from journal.reports.asked_twice import SURE
from journal.reports.sheet_options import CHOICES, SheetKind, SheetOptions
from journal.reports.sheets import make_sheet
from journal.texts import english
from tests.insights.sheet import PERIOD, SEVEN_OH, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper

MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS + 9 * 3_600_000, "UTC")  # nine o'clock of 1 Jun 2026
TODAY = PERIOD.last + dt.timedelta(days=1)


def at(back: int) -> Moment:
    """Noon of a day so many days before the last full one."""
    return moment_at((day_number(PERIOD.last) - back) * DAY_MS + 12 * 3_600_000, "UTC")


def everything(kind: SheetKind) -> frozenset[str]:
    """The fields of every choice."""
    return frozenset(choice.field for choice in CHOICES[kind])


def made(
    kind: SheetKind,
    entries: Iterable[Entry] = (),
    sheet: Sheet | None = None,
    written_ms: Mapping[str, int] | None = None,
    **options: Any,
) -> bytes:
    """The PDF of these entries; ``sheet`` holds doses and ratings, ``written_ms`` when entries were first written."""
    journal = OnPaper(sheet or Sheet(), SYMPTOMS, tuple(entries), written_ms or {})
    chosen = SheetOptions(kind, **{"private_printed": SURE, **options})
    return make_sheet(journal, chosen, english(), MADE).pdf


def words_of(kind: SheetKind, entries: Iterable[Entry] = (), sheet: Sheet | None = None, **options: Any) -> str:
    """The words of all its pages on one line."""
    return " ".join(" ".join(pages_of(made(kind, entries, sheet, **options))).split())


def daily() -> Sheet:
    """Three doses of leaf on each of 28 days, and 7-OH since ten of them."""
    sheet = Sheet()
    for day in range(28):
        for hour in (8, 13, 20):
            sheet.dose(day, 2.5, hour)
        if day < 10:
            sheet.dose(day, 0.015, 9, SEVEN_OH)
        sheet.rating(day, 7, 21)
    return sheet


# What was written down of everything, each under a word of its own that can be looked for.
EVERY_KIND: tuple[Entry, ...] = (
    Substance(name="zopiclone", amount="3.75 mg", how_often="at night", source=Source.PRESCRIBED,
              since=dt.date(2024, 5, 1), reason="reasonword", note="substancenote"),
    Substance(name="sertraline", amount="50 mg", source=Source.PRESCRIBED),
    Substance(name="Relax blend", source=Source.OVER_THE_COUNTER),
    Substance(name="privatemedicine", private=True),
    Substance(name="phenibut", source=Source.OTHER),
    Intake(at=at(3), what=Taken.ALCOHOL, name="Beer", drinks=9000, note="intakenote"),
    Intake(at=at(5), what=Taken.CANNABIS),
    Intake(at=at(4), what=Taken.OWN, name="ibuprofen"),
    Condition(what=ConditionKind.ALLERGY, name="penicillin rash", note="conditionnote"),
    Condition(what=ConditionKind.LIVER, name="fatty liver", since=dt.date(2020, 1, 1)),
    Condition(what=ConditionKind.KIDNEY, name="kidneyword"),
    Condition(what=ConditionKind.HEART, name="long QT"),
    Condition(what=ConditionKind.SEIZURES, name="epilepsyword", until=dt.date(2019, 1, 1)),
    Condition(what=ConditionKind.SLEEP_APNOEA, name="apnoeaword"),
    Condition(what=ConditionKind.MENTAL_HEALTH, name="depressionword"),
    Condition(what=ConditionKind.PAIN, name="painword", place="placeword"),
    Condition(what=ConditionKind.OTHER, name="dependenceword"),
    Condition(what=ConditionKind.PREGNANCY, name="weekword", private=True),
    Condition(what=ConditionKind.HEART, name="privateheart", private=True),
    Condition(what=ConditionKind.ALLERGY, name="privateallergy", private=True),
    Condition(what=ConditionKind.PLANNED_OPERATION, name="kneeword", planned=dt.date(2026, 8, 14)),
    LabResult(day=PERIOD.last, what=Lab.ALT, value="68", unit="U/l", normal="0-45", note="labnote"),
    LabResult(day=PERIOD.last, what=Lab.AST, value="privatevalue", private=True),
    Statement(day=PERIOD.last, subject=Subject.NOTHING_ELSE, note="statementnote"),
    Statement(day=PERIOD.last, subject=Subject.NO_CONDITIONS),
    Statement(day=PERIOD.last, subject=Subject.NO_ALLERGIES),
    Question(text="May I take both?"),
    Question(text="privatequestion", private=True),
    Note(at=at(2), text="noteword"),
    CheckIn(at=at(2), instrument=Instrument.PHQ2, answers=("3", "3")),
    CheckIn(at=at(2), instrument=Instrument.PEG, answers=("7", "7", "7")),
    Contact(name="Alex Sample", phone="555-0100", note="contactnote", position=1),
    Contact(name="privatecontact", private=True),
    Person(name="personname", goal="goalword", purpose="purposeword", since=dt.date(2021, 3, 1)),
)  # fmt: skip
