"""Entries for every card of Health."""

from __future__ import annotations

import datetime as dt

from journal.core.care import Care, CareKind, Measurement, WeightUnit
from journal.core.entries import Attempt, Condition, Contact, Help, LabResult, Person, Plan, Substance, YesOrNo
from journal.core.health import ConditionKind, Lab
from journal.core.moments import moment_now
from journal.core.substances import Source, Use
from journal.logbook import Logbook


def fill_health(book: Logbook) -> None:
    """Something of each kind, long and short, current and ended."""
    now = moment_now(book.clock)
    book.save(
        Substance(
            name="Sertraline", amount="50 mg", how_often="mornings", source=Source.PRESCRIBED, use=Use.DAILY,
            since=dt.date(2024, 3, 1),
        ),
        Substance(name="Beer", amount="2 or 3", how_often="weekends", source=Source.OTHER),
        Substance(
            name="Diphenhydramine", amount="25 mg", how_often="some nights", source=Source.OVER_THE_COUNTER,
            use=Use.AS_NEEDED, reason="to fall asleep", since=dt.date(2026, 10, 1), private=True,
        ),
        Substance(name="Gabapentin", source=Source.PRESCRIBED, since=dt.date(2025, 1, 1), until=dt.date(2026, 9, 30)),
        Condition(what=ConditionKind.PAIN, place="Lower back", since=dt.date(2019, 1, 1)),
        Condition(what=ConditionKind.LIVER, name="Fatty liver", since=dt.date(2025, 5, 1)),
        Condition(what=ConditionKind.PLANNED_OPERATION, name="Knee operation", planned=dt.date(2027, 1, 12)),
        LabResult(day=dt.date(2026, 10, 12), what=Lab.ALT, value="34", unit="U/L", normal="10–49"),
        LabResult(day=dt.date(2026, 4, 2), what=Lab.ALT, value="31", unit="U/L", normal="10–49"),
        LabResult(day=dt.date(2026, 10, 12), what=Lab.CREATININE, value="0.9", unit="mg/dL"),
        Measurement(at=now, systolic=128, diastolic=82, pulse=71),
        Measurement(at=now, weight=81500, weight_unit=WeightUnit.KG),
        Care(at=now, what=CareKind.EXERCISE, name="swimming", minutes=45),
        Care(at=now, what=CareKind.HEAT),
        Help(text="A slow walk around the block"),
        Help(text="Music", position=1),
        Contact(name="Ann", phone="030 555 0100", note="evenings"),
        Plan(heading="At night", text="Lamp on, tea, the blue book. Nothing has to be decided now."),
        Person(
            since=dt.date(2019, 3, 1), goal="Sleep through, and take less.", next_visit=dt.date(2027, 1, 12),
            naloxone_at_home=YesOrNo.NO,
        ),
        Attempt(since=dt.date(2025, 3, 1), until=dt.date(2025, 3, 9), what_happened="Too fast. Restless legs."),
    )  # fmt: skip
