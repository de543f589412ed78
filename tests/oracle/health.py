"""Medicines, alcohol, check-ins, values and conditions of a made-up person, drawn at random; the same for one seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator

from journal.core.care import WeightUnit
from journal.core.check_ins import SKIPPED, Instrument
from journal.core.entries import CheckIn, Condition, Intake, LabResult, Measurement, Statement, Substance
from journal.core.health import ConditionKind, Lab, Stated, Subject
from journal.core.moments import Moment
from journal.core.substances import Source, Taken
from journal.logbook import Logbook
from journal.reports import ReportOptions
from tests.journals import FixedClock

At = Callable[[dt.date], Moment]
# The row of the page by name, and what prints it; "" is a name that nobody knows.
NAMES = {
    "Diazepam": ("Benzodiazepine, z-drug", "medicines"), "Zopiclone": ("Benzodiazepine, z-drug", "medicines"),
    "Lyrica": ("Gabapentinoid", "medicines"), "Tramadol": ("Opioid", "medicines"),
    "Revia": ("Naltrexone, buprenorphine", "medicines"), "Sertraline": ("Antidepressant", "medicines"),
    "Ibuprofen": ("Other medicine", "medicines"), "Zzqx": ("", "medicines"), "Kava": ("", "other_substances"),
    "Marijuana": ("", "cannabis"),
}  # fmt: skip
BEFORE_THE_LIST, AFTER_THE_LIST = 1, 4_000_000_000_000  # when a statement was written (UTC milliseconds)
_MEDICINES = [name for name, (_, choice) in NAMES.items() if choice == "medicines"]


def may_tell(options: ReportOptions, name: str) -> bool:
    """Whether pages with these choices tell that something of this name, or of this kind, was taken."""
    return bool(getattr(options, NAMES[name][1] if name in NAMES else name))


class MadeUpHealth:
    """Draws for the ``days`` before ``last`` and the day after it, which is the running one."""

    def __init__(self, chance: random.Random, at: At, last: dt.date, days: int) -> None:
        self._chance, self._at, self._last, self._days = chance, at, last, days
        self._begun = random.Random()  # of its own, so that what is added here moves nothing else
        self._begun.setstate(chance.getstate())

    def write(self, book: Logbook, clock: FixedClock) -> None:
        """Nothing at all in a third of the journals; in half of them the statements come a moment after the list."""
        if self._chance.random() < 0.33:
            return
        substances = list(self._substances())
        earlier = random.Random(f"apart {len(substances)}").randrange(2)
        clock.tick(-earlier)
        book.save(*substances)
        clock.tick(earlier)
        others = [*self._intakes(substances), *self._check_ins(), *self._labs(), *self._conditions(), *self._said()]
        book.save_all(others, label="many.imported", origin="import")
        for entry in self._chance.sample(others, min(3, len(others))):
            book.delete([entry.id])
        book.save_all(list(self._measured(random.Random(f"measured {len(others)}"))), label="many.imported",
                      origin="import")  # fmt: skip

    def _hides(self, share: float = 0.12) -> bool:
        return self._chance.random() < share

    def _day(self, first_back: int = 0) -> dt.date:
        return self._last - dt.timedelta(days=self._chance.randrange(first_back, self._days + 10))

    def _substances(self) -> Iterator[Substance]:
        for name in self._chance.sample(list(NAMES), self._chance.randrange(1, 7)):
            since = self._day() if self._chance.random() < 0.5 else None
            until = self._last + dt.timedelta(days=self._chance.randrange(-40, 3)) if self._hides(0.3) else None
            if since is not None and until is not None and until < since:
                until = None
            source = Source.PRESCRIBED if name in _MEDICINES and self._hides(0.5) else None
            amount = self._chance.choice(("", "50 mg", "1 tablet"))
            yield Substance(
                name=name, since=since, until=until, amount=amount, source=source, private=self._hides(0.25)
            )

    def _intakes(self, substances: list[Substance]) -> Iterator[Intake]:
        for substance in substances:
            often = self._chance.random() * 0.6
            yield from (
                Intake(
                    at=self._at(day),
                    what=Taken.OWN,
                    name=substance.name,
                    substance=substance.id,
                    amount=substance.amount,
                    private=self._hides(),
                )  # fmt: skip
                for day in self._some_days(often)
            )
        drinks = self._chance.random()
        for day in self._some_days(0.3 if self._hides(0.8) else 0.0):
            counted = self._chance.choice((500, 1000, 1500, 2000, 4000)) if self._chance.random() < drinks else None
            yield Intake(at=self._at(day), what=Taken.ALCOHOL, drinks=counted, private=self._hides())

    def _some_days(self, share: float) -> Iterator[dt.date]:
        for back in range(-1, min(self._days, 60)):
            for _ in range(2):  # a second one of the same day is no second day
                if self._chance.random() < share / 2:
                    yield self._last - dt.timedelta(days=back)

    def _check_ins(self) -> Iterator[CheckIn]:
        for _ in range(self._chance.randrange(6)):
            answers = tuple(str(self._chance.randrange(11)) for _ in range(3))
            if self._hides(0.2):
                answers = (SKIPPED, *answers[1:])
            yield CheckIn(at=self._at(self._day()), instrument=Instrument.PEG, answers=answers, private=self._hides())

    def _labs(self) -> Iterator[LabResult]:
        for _ in range(self._chance.randrange(5)):
            value, what = str(self._chance.randrange(10, 99)), self._chance.choice((Lab.ALT, Lab.AST, Lab.CREATININE))
            normal = self._chance.choice(("", "0-45"))
            yield LabResult(day=self._day(), what=what, value=value, unit="U/l", normal=normal, private=self._hides())

    def _conditions(self) -> Iterator[Condition]:
        kinds = (ConditionKind.LIVER, ConditionKind.SEIZURES, ConditionKind.DIABETES, ConditionKind.MENTAL_HEALTH)
        for what in self._chance.sample(kinds, self._chance.randrange(4)):
            name, private = f"c{self._chance.randrange(100)}", self._hides()
            yield Condition(what=what, name=name, since=self._since(), private=private)
        if self._hides(0.3):
            yield Condition(what=ConditionKind.ALLERGY, name="latex", since=self._since(), private=self._hides())

    def _since(self) -> dt.date | None:
        return self._last - dt.timedelta(days=self._begun.randrange(90)) if self._begun.random() < 0.5 else None

    def _measured(self, chance: random.Random) -> Iterator[Measurement]:
        """In most journals; some blood pressures are high, and some of one number only."""
        for _ in range(chance.choice((0, 1, 9, 30))):
            at, private = (
                self._at(self._last - dt.timedelta(days=chance.randrange(-1, self._days))),
                chance.random() < 0.1,
            )
            what, optional = chance.randrange(4), chance.random() < 0.3
            if what == 0:
                upper, lower = chance.randrange(121, 220), chance.randrange(60, 121)
                keep_upper = chance.random() < 0.5
                yield Measurement(
                    at=at, systolic=None if optional and not keep_upper else upper,
                    diastolic=None if optional and keep_upper else lower, private=private,
                )  # fmt: skip
            elif what == 1:
                yield Measurement(at=at, pulse=chance.randrange(50, 130), private=private)
            elif what == 2:
                unit, size = chance.choice((WeightUnit.KG, WeightUnit.LB)), 500 * chance.randrange(100, 400)
                yield Measurement(at=at, weight=size, weight_unit=unit, private=private)
            else:
                quality = chance.randrange(11) if optional else None
                yield Measurement(at=at, sleep=500 * chance.randrange(1, 22), quality=quality, private=private)

    def _said(self) -> Iterator[Statement]:
        for _ in range(self._chance.choice((0, 1, 1, 1, 2))):
            day = self._last - dt.timedelta(days=self._chance.choice((0, 3, 30, 89, 90, 91, 120)))
            answer = self._chance.choice((Stated.YES, Stated.YES, Stated.YES, Stated.NO, Stated.NOT_SURE))
            written_ms = self._chance.choice((BEFORE_THE_LIST, AFTER_THE_LIST, AFTER_THE_LIST))
            yield Statement(
                day=day, subject=Subject.NOTHING_ELSE, answer=answer, private=self._hides(), recorded_ms=written_ms
            )
