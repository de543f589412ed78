"""Made-up medicines, conditions, check-ins and whatever else a journal holds beside doses and ratings.

They are drawn from a generator of their own, so that doses and ratings of a seed stay what they were.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import QUESTIONNAIRES, SKIPPED, Instrument
from journal.core.entries import (
    Answer,
    Attempt,
    Batch,
    Care,
    CheckIn,
    Condition,
    Contact,
    Entry,
    Help,
    Intake,
    LabResult,
    Measurement,
    Plan,
    Product,
    Prompt,
    Question,
    Rating,
    Statement,
    Substance,
    Symptom,
    Urge,
)
from journal.core.health import ConditionKind, Lab, Subject
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, MINUTE_MS, Moment, moment_at
from journal.core.prompts import Outcome
from journal.core.substances import Source, Taken, Use
from journal.core.symptoms import BY_CODE

_WEIGHING_DAY, _PEG_DAY = 2, 6
_WITHDRAWAL, _WARNING = ("restless_legs", "runny_nose"), "repeated_vomiting"
_LATE_MS = 20 * 60 * MINUTE_MS  # what is filled in on the next day
_HELPED = ("Made-up: heat", "Made-up: a walk", "Made-up: stretching", "Made-up: a call")
_DRINKS = (1000, 1000, 1500, 2000, 3000, None)


class _Made:
    """The generator, and the moments of the days on which something was recorded; days without entries stay so."""

    def __init__(self, seed: int, days: list[dt.date], zone: str) -> None:
        self.random = Random(f"what else {seed}")
        self.days, self.first, self.last, self.zone = days, days[0], days[-1], zone

    def new_id(self) -> str:
        """A random UUID of version 4."""
        return _new_id(self.random)

    def at(self, day: dt.date, hour: int) -> Moment:
        """Some minute of an hour."""
        midnight = day_number(day) * DAY_MS
        offset_ms = moment_at(midnight, self.zone).offset_s * 1000
        return moment_at(midnight + (hour * 60 + self.random.randrange(60)) * MINUTE_MS - offset_ms, self.zone)

    def day(self, part: float) -> dt.date:
        """The day behind that part of the days."""
        return self.days[int((len(self.days) - 1) * part)]

    def chance(self, share: float) -> bool:
        """True so often."""
        return self.random.random() < share


def batches(seed: int, first: dt.date, last: dt.date, product: Product) -> tuple[Batch, Batch]:
    """The lot before, and the one that is open now."""
    ids, changed = Random(f"batches {seed}"), first + (last - first) / 2
    before = Batch(
        id=_new_id(ids), product=product.id, lot="MU-0815", opened=first, finished=changed,
        figures="Made-up: mitragynine 1.3 %", figures_source="Made-up lab report",
    )  # fmt: skip
    return before, Batch(id=_new_id(ids), product=product.id, lot="MU-0816", opened=changed)


def changed_to(seed: int, product: Product) -> Product:
    """The product that takes this one's place in the last weeks."""
    return replace(product, id=_new_id(Random(f"product {seed}")), name="Made-up Red", strain="Made-up red")


def _new_id(random: Random) -> str:
    """A random UUID of version 4."""
    digits = random.randbytes(15).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[12:15]}-a{digits[15:18]}-{digits[18:]}"


def what_else(seed: int, days: list[dt.date], zone: str) -> Iterator[Entry]:
    """What there is beside doses, ratings, marks and notes, lists first; ``days``: those with any of these."""
    if not days:
        return
    made = _Made(seed, days, zone)
    substances = _substances(made)
    yield from substances
    yield from _conditions(made)
    yield from _own_lists(made)
    yield from _lab_results(made)
    yield Statement(
        id=made.new_id(), day=made.first, subject=Subject.NOTHING_ELSE, recorded_ms=made.at(made.first, 20).utc_ms,
        note="Made-up: looked through the bathroom cabinet",
    )  # fmt: skip
    yield from _signs(made)
    yield Prompt(id=made.new_id(), due_ms=made.at(made.last, 11).utc_ms, outcome=Outcome.MISSED)
    for day in days:
        yield from _day(made, day, substances[1])


# --- lists -----------------------------------------------------------------------------------------------------------


def _substances(made: _Made) -> list[Substance]:
    year_ago = made.first - dt.timedelta(days=365)
    return [
        Substance(
            id=made.new_id(), name="Sertraline", source=Source.PRESCRIBED, amount="50 mg",
            how_often="every morning", use=Use.DAILY, reason="Made-up: low mood", since=year_ago,
        ),
        Substance(
            id=made.new_id(), name="Paracetamol", classes=("paracetamol",),
            source=Source.OVER_THE_COUNTER, amount="500 mg",
            how_often="on bad days", use=Use.AS_NEEDED, reason="Made-up: headache",
        ),
        Substance(
            id=made.new_id(), name="Magnesium", source=Source.OVER_THE_COUNTER, use=Use.DAILY, since=year_ago,
            until=made.day(0.3),
        ),
    ]  # fmt: skip


def _conditions(made: _Made) -> Iterator[Entry]:
    yield Condition(
        id=made.new_id(), what=ConditionKind.PAIN, name="Made-up: disc", place="Lower back",
        since=made.first - dt.timedelta(days=2000),
    )  # fmt: skip
    apnoea = made.first - dt.timedelta(days=800)
    yield Condition(id=made.new_id(), what=ConditionKind.SLEEP_APNOEA, since=apnoea, note="Made-up")
    yield Condition(id=made.new_id(), what=ConditionKind.ALLERGY, name="Made-up: penicillin")
    yield Condition(
        id=made.new_id(), what=ConditionKind.PLANNED_OPERATION, name="Made-up: knee",
        planned=made.last + dt.timedelta(days=33),
    )  # fmt: skip


def _own_lists(made: _Made) -> Iterator[Entry]:
    for position, text in enumerate(_HELPED):
        yield Help(id=made.new_id(), text=text, position=position)
    yield Contact(id=made.new_id(), name="Made-up Sam", phone="555 0100", note="Made-up: evenings")
    yield Plan(id=made.new_id(), heading="Made-up: at night", text="Made-up: warm bath, then call Sam.")
    questions = {"Made-up: are my liver values all right?": made.day(0.3), "Made-up: what about the operation?": None}
    for text, asked_on in questions.items():
        recorded_ms = made.at(made.first, 19).utc_ms
        yield Question(id=made.new_id(), text=text, asked_on=asked_on, recorded_ms=recorded_ms)
    begun = made.first - dt.timedelta(days=210)
    yield Attempt(
        id=made.new_id(), since=begun, until=begun + dt.timedelta(days=12),
        what_happened="Made-up: half as much for a week, then took as before.",
    )  # fmt: skip


def _lab_results(made: _Made) -> Iterator[Entry]:
    """Filled in on the day after."""
    for part, alt, creatinine in ((0.1, "31", "0.91"), (0.5, "44", "0.93"), (0.9, "38", "0.9")):
        day = made.day(part)
        recorded_ms = made.at(day, 18).utc_ms + _LATE_MS
        for lab, value, unit, normal in (
            (Lab.ALT, alt, "U/L", "< 50"), (Lab.CREATININE, creatinine, "mg/dL", "0.7 - 1.2"),
        ):  # fmt: skip
            yield LabResult(
                id=made.new_id(), day=day, what=lab, value=value, unit=unit, normal=normal, recorded_ms=recorded_ms,
                note="Made-up",
            )  # fmt: skip


def _signs(made: _Made) -> Iterator[Entry]:
    """Signs of withdrawal on some mornings, and a warning sign that had passed when it was asked about."""
    withdrawal = [Symptom(id=made.new_id(), code=code, kind=BY_CODE[code].kind, position=90) for code in _WITHDRAWAL]
    warning = Symptom(id=made.new_id(), code=_WARNING, kind=BY_CODE[_WARNING].kind, position=91)
    yield from (*withdrawal, warning)
    for day in (day for day in made.days if made.chance(0.12)):
        at, group = made.at(day, 7), made.new_id()
        for symptom in withdrawal:
            yield Rating(
                id=made.new_id(), at=at, recorded_ms=at.utc_ms, symptom=symptom.id, value=made.random.randint(2, 7),
                group=group,
            )  # fmt: skip
    at = made.at(made.day(0.4), 16)
    yield Rating(
        id=made.new_id(), at=at, recorded_ms=at.utc_ms + _LATE_MS, symptom=warning.id, value=4, group=made.new_id(),
        answer=Answer.PASSED,
    )  # fmt: skip


# --- one day ---------------------------------------------------------------------------------------------------------


def _day(made: _Made, day: dt.date, paracetamol: Substance) -> Iterator[Entry]:
    yield from _intakes(made, day, paracetamol)
    yield from _check_ins(made, day)
    if day.weekday() == _WEIGHING_DAY:
        at = made.at(day, 8)
        yield Measurement(
            id=made.new_id(), at=at, recorded_ms=at.utc_ms, systolic=made.random.randint(122, 149),
            diastolic=made.random.randint(76, 94), pulse=made.random.randint(62, 96),
            weight=made.random.randint(700, 740) * 100, weight_unit=WeightUnit.KG, note="Made-up",
        )  # fmt: skip
    if made.chance(0.25):
        at = made.at(day, 17)
        care_kind = made.random.choice((CareKind.PHYSICAL_THERAPY, CareKind.EXERCISE, CareKind.HEAT, CareKind.REST))
        minutes = made.random.choice((15, 20, 30, 45))
        yield Care(id=made.new_id(), at=at, recorded_ms=at.utc_ms, what=care_kind, minutes=minutes, note="Made-up")
    if made.chance(0.06):
        at = made.at(day, 22)
        value, helped = made.random.randint(3, 9), (made.random.choice(_HELPED),)
        yield Urge(id=made.new_id(), at=at, recorded_ms=at.utc_ms, value=value, helped=helped, note="Made-up")


def _intakes(made: _Made, day: dt.date, paracetamol: Substance) -> Iterator[Entry]:
    if made.chance(0.18):
        at, drinks = made.at(day, 20), made.random.choice(_DRINKS)
        late = _LATE_MS if made.chance(0.3) else 0
        yield Intake(
            id=made.new_id(), at=at, recorded_ms=at.utc_ms + late, what=Taken.ALCOHOL, amount="Made-up: beer",
            drinks=drinks,
        )  # fmt: skip
    if made.chance(0.15):
        at = made.at(day, 13)
        yield Intake(
            id=made.new_id(), at=at, recorded_ms=at.utc_ms, what=Taken.PAINKILLER, name=paracetamol.name,
            substance=paracetamol.id, amount="500 mg",
        )  # fmt: skip
    if made.chance(0.3):
        at = made.at(day, 9)
        yield Intake(id=made.new_id(), at=at, recorded_ms=at.utc_ms, what=Taken.CAFFEINE, amount="Made-up: 2 cups")


def _check_ins(made: _Made, day: dt.date) -> Iterator[Entry]:
    if day.weekday() == _PEG_DAY:
        yield _answered(made, day, Instrument.PEG, private=False)
    if day_number(day) % 28 == 0:
        yield _answered(made, day, Instrument.PHQ2, private=True)
        yield _answered(made, day, Instrument.GAD2, private=True)
    if made.chance(0.5):
        at = made.at(day, 8)
        yield CheckIn(
            id=made.new_id(), at=at, recorded_ms=at.utc_ms, sleep=made.random.randint(9, 17) * 500,
            quality=made.random.randint(2, 8), function=made.random.randint(2, 9),
            helped=(made.random.choice(_HELPED),) if made.chance(0.4) else (), note="Made-up",
        )  # fmt: skip


def _answered(made: _Made, day: dt.date, instrument: Instrument, private: bool) -> CheckIn:
    """One in twelve items is skipped."""
    asked, at = QUESTIONNAIRES[instrument], made.at(day, 19)
    lowest = asked.highest // 4
    answers = tuple(
        SKIPPED if made.chance(1 / 12) else str(made.random.randint(lowest, asked.highest - lowest))
        for _ in range(asked.items)
    )
    return CheckIn(
        id=made.new_id(), at=at, recorded_ms=at.utc_ms, instrument=instrument, answers=answers, private=private
    )  # fmt: skip
