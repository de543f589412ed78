"""Whole journals drawn at random and written through the logbook; the same for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import (
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Note,
    Phase,
    Product,
    ProductKind,
    Rating,
    Symptom,
    Unit,
    new_id,
)
from journal.core.moments import Moment, moment_at
from journal.core.preferences import setting_for
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.logbook import Logbook
from tests.journals import FixedClock

LAST = dt.date(2026, 11, 21)  # the day before the tests' clock
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns")
MINUTE, DAY = 60_000, 86_400_000
SYMPTOM_CODES = (
    "back_pain", "headache", "anxiety", "insomnia", "sleep_quality", "mood", "nausea", "constipation", "itching",
    "dizziness", "restless_legs", "craving", "runny_nose", "yellow_skin", "chest_pain", "suicidal_thoughts",
)  # fmt: skip
BASES = (Basis.WEIGHED, Basis.WEIGHED, Basis.LABEL, Basis.GUESSED, Basis.COUNTED, Basis.AS_LAST_TIME)


@dataclass
class Habit:
    """How one person of this seed keeps a journal."""

    kept: float  # share of days with an entry
    doses: int
    grams: float
    drift: float
    unknown: float
    unnamed: float
    paired: float


class MadeUp:
    """Draws entries one journal day at a time; a person moves now and then to another zone."""

    def __init__(self, book: Logbook, clock: FixedClock, seed: int) -> None:
        self._book, self._clock, self._chance = book, clock, random.Random(seed)
        self._later = random.Random(f"later {seed}")  # of its own, so that what is added here moves nothing else
        self._zone = self._chance.choice(ZONES)
        self.day_start = self._chance.choice((240, 240, 0, 90, 360))
        self.days = self._chance.choice((7, 20, 28, 56, 60, 84, 84, 84, 84, 84, 112, 200))
        self.products: list[Product] = []
        self.symptoms: list[Symptom] = []
        self._units: dict[str, Unit] = {}
        self._habit = self._draw_habit()

    def _draw_habit(self) -> Habit:
        pick = self._chance.choice
        return Habit(
            kept=pick((0.15, 0.6, 0.8, 0.9, 0.97, 1.0)), doses=pick((1, 2, 3, 5)), grams=pick((0.5, 2.0, 3.3)),
            drift=pick((-0.02, 0, 0, 0.03)), unknown=pick((0, 0, 0.03, 0.3)), unnamed=pick((0, 0.01, 0.01, 0.2)),
            paired=pick((0, 0.2, 0.6)),
        )  # fmt: skip

    def write(self) -> None:
        """Everything: settings, products, symptoms, the days, and then some entries changed, trashed and undone."""
        self._book.save(setting_for("day_start", self.day_start))
        self._save_products()
        self._save_symptoms()
        entries = [entry for back in range(self.days, 0, -1) for entry in self._day(LAST - dt.timedelta(days=back - 1))]
        self._book.save_all(entries, label="many.imported", origin="import")
        self._changed_afterwards([each for each in entries if isinstance(each, Dose | Rating | DayMark | Note)])
        self._warned([each for each in entries if isinstance(each, Dose)])
        self._across_a_start(random.Random(f"start {self._zone} {len(entries)}"))
        if self.products and self._later.random() < 0.3:
            self._book.delete([self._later.choice(self.products).id])  # its doses stay what they are

    # --- lists ---

    def _save_products(self) -> None:
        kinds = list(ProductKind)
        if self._chance.random() < 0.1:
            kinds = [ProductKind.EXTRACT, ProductKind.SEVEN_OH]
        elif self._chance.random() < 0.4:
            kinds = [ProductKind.LEAF_POWDER, ProductKind.CAPSULE]
        wanted = self._chance.choice((0, 2, 3, 5)) if self._chance.random() < 0.2 else self._chance.choice((2, 3, 5))
        for number in range(wanted):
            kind = kinds[number] if number < min(2, len(kinds)) else self._chance.choice(kinds)
            product = Product(name=f"P{number} {kind.value}", kind=kind)
            weight = self._chance.choice((None, 500, 612))
            dimension = Dimension.COUNT if weight is None else Dimension.MASS
            unit = Unit(product=product.id, name="piece", quantity=weight, dimension=dimension)
            self._book.save(product, unit)
            self.products.append(product)
            self._units[product.id] = unit

    def _save_symptoms(self) -> None:
        codes = [each for each in SYMPTOM_CODES if self._chance.random() < 0.7]
        main = self._chance.choice([*codes, None, None])
        kinds = {code: BY_CODE[code].kind for code in codes}
        for position, code in enumerate(codes):
            self.symptoms.append(Symptom(code=code, kind=kinds[code], position=position, main=code == main))
        own = Symptom(name="Left knee", kind=SymptomKind.SYMPTOM, position=len(codes))
        self.symptoms += [own] * (self._chance.random() < 0.4)
        if self.symptoms:
            self._book.save(*self.symptoms)

    # --- a day ---

    def _day(self, day: dt.date) -> Iterator[Entry]:
        if self._chance.random() < 0.02:
            self._zone = self._chance.choice(ZONES)
        if self._chance.random() > self._habit.kept:
            return
        what = self._chance.random()
        if what < 0.08:
            yield self._mark(day, DayMarkKind.NONE_TODAY)
        elif what < 0.14:
            yield from self._other(day)
            return
        else:
            yield from self._used(day)
        yield from self._routine(day)

    def _other(self, day: dt.date) -> Iterator[Entry]:
        kind = self._chance.randrange(4)
        if kind == 0:
            yield Note(at=self._at(day), text="A note")
        elif kind == 1 and self.symptoms:
            yield replace(self._rating(self._at(day)), value=None)
        else:
            marks = (DayMarkKind.NOTHING_TO_REPORT, DayMarkKind.NUMBER_NOT_KNOWN, DayMarkKind.DO_NOT_REMEMBER)
            yield self._mark(day, self._chance.choice(marks))

    def _used(self, day: dt.date) -> Iterator[Entry]:
        if self._chance.random() < 0.03:
            yield self._mark(day, self._chance.choice(list(DayMarkKind)))
        for _ in range(max(1, self._habit.doses + self._chance.choice((-1, 0, 0, 0, 1)))):
            dose = self._dose(self._at(day))
            yield dose
            if self.symptoms and self._chance.random() < self._habit.paired:
                yield from self._around(dose)

    def _routine(self, day: dt.date) -> Iterator[Entry]:
        for _ in range(self._chance.choice((0, 1, 2, 4)) if self.symptoms else 0):
            yield self._rating(self._at(day))

    def _around(self, dose: Dose) -> Iterator[Rating]:
        """Ratings before and after, on the edges of the windows and just outside; some linked."""
        main = next((each for each in self.symptoms if each.main), self.symptoms[0])
        linked = self._chance.random() < 0.3
        for phase, minutes in (
            (Phase.BEFORE, (-61, -60, -59.99, -30, -5, 0, 5, 5.01)),
            (Phase.AFTER, (44.99, 45, 60, 90, 91, 119, 120, 120.02)),
        ):
            at = moment_at(dose.at.utc_ms + int(self._chance.choice(minutes) * MINUTE), dose.at.zone)
            rating = replace(self._rating(at), symptom=main.id)
            if linked and self._chance.random() < 0.8:
                rating = replace(rating, dose=dose.id, phase=self._chance.choice((phase, phase, phase, Phase.ROUTINE)))
            yield rating

    def _mark(self, day: dt.date, mark: DayMarkKind) -> DayMark:
        return DayMark(day=day, mark=mark, recorded_ms=self._clock.ms)

    def _dose(self, at: Moment) -> Dose:
        product = self._chance.choice(self.products) if self.products else None
        if self._chance.random() < self._habit.unnamed:
            product = None
        return Dose(
            at=at, product=product.id if product else None, amount=self._amount(product, at), note="",
            recorded_ms=at.utc_ms + self._late(),
        )  # fmt: skip

    def _amount(self, product: Product | None, at: Moment) -> Amount:
        if self._chance.random() < self._habit.unknown:
            return Amount()
        basis = self._chance.choice(BASES)
        unit = None if product is None else self._units[product.id]
        if unit is not None and self._chance.random() < (0.05 if unit.quantity is None else 0.3):
            pieces = self._chance.randint(1, 6)
            each = 1000 if unit.quantity is None else unit.quantity
            return Amount(f"{pieces} piece", pieces * each, unit.dimension, basis, unit=unit.id)
        if self._chance.random() < 0.02:
            return Amount("40 ml", 40_000, Dimension.VOLUME, basis)
        back = (LAST - at.local.date()).days
        grams = self._habit.grams * max(0.2, 1 - self._habit.drift * back) * self._chance.uniform(0.6, 1.4)
        return Amount("x g", max(1, round(grams * 1000)), Dimension.MASS, basis)

    def _rating(self, at: Moment) -> Rating:
        rarely = self._chance.random() < 0.93
        usual = [each for each in self.symptoms if each.kind is not SymptomKind.WARNING] or self.symptoms
        symptom = self._chance.choice(usual if rarely else self.symptoms)
        value = None if self._chance.random() < 0.08 else self._chance.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        return Rating(at=at, symptom=symptom.id, value=value, recorded_ms=at.utc_ms + self._late())

    def _late(self) -> int:
        hours = self._chance.choice((0, 0, 0, 0.5, 1, 1.0001, 12, 24, 24.001, 50))
        return int(hours * 60 * MINUTE)

    def _at(self, day: dt.date) -> Moment:
        """Some time of the journal day, its first and last minute more often than others."""
        minute = self._chance.choice((0, 1439, *(self._chance.randrange(1440) for _ in range(30))))
        local = (day.toordinal() - dt.date(1970, 1, 1).toordinal()) * DAY + (self.day_start + minute) * MINUTE
        wanted = moment_at(local, self._zone)
        return moment_at(local - wanted.offset_s * 1000, self._zone)

    # --- afterwards ---

    def _changed_afterwards(self, entries: list[Dose | Rating | DayMark | Note]) -> None:
        for entry in self._chance.sample(entries, min(6, len(entries))):
            self._book.delete([entry.id])
        if entries and self._chance.random() < 0.5:
            self._book.undo()
        doses = [each for each in entries if isinstance(each, Dose)]
        for dose in self._chance.sample(doses, min(3, len(doses))):
            self._book.save(replace(dose, amount=Amount("9 g", 9000, Dimension.MASS, Basis.WEIGHED), deleted_ms=None))
            if self._chance.random() < 0.7:
                self._book.undo()
        at = moment_at(self._clock.ms - 30 * 60 * MINUTE, self._zone)
        product = self.products[0].id if self.products else None
        self._book.save(Dose(at=at, product=product, amount=Amount("7 g", 7000, Dimension.MASS, Basis.GUESSED)))
        self._book.undo()

    # --- warning symptoms with notes ---

    def _warned(self, doses: list[Dose]) -> None:
        warnings = [each.id for each in self.symptoms if each.kind is SymptomKind.WARNING]
        pick, number = self._later.choice, self._later.randrange
        for turn in range(number(5) if warnings and doses else 0):
            dose = pick(doses[-30:])
            at = moment_at(dose.at.utc_ms + number(-90, 300) * MINUTE, dose.at.zone)
            linked, private = pick((None, None, dose.id)), number(6) == 0
            value = pick((0, 3, 5, 8))
            rated = Rating(at=at, symptom=pick(warnings), value=value, dose=linked, private=private)
            self._book.save(rated, replace(rated, id=new_id(), symptom=pick(warnings), private=number(6) == 0))
            if linked:
                self._book.save(replace(dose, note=f"d{turn}", private=number(5) == 0))
            for minutes in self._later.sample((-61, -60, -59.99, -10, 0, 5, 60, 60.01, 90), number(3)):
                near = moment_at(at.utc_ms + int(minutes * MINUTE), at.zone)
                self._book.save(Note(at=near, text=f"n{turn}{number(3)}", private=number(5) == 0))

    def _across_a_start(self, chance: random.Random) -> None:
        """Rated just before a journal day starts, told just after, and another rated then; perhaps one is private."""
        warnings = [each.id for each in self.symptoms if each.kind is SymptomKind.WARNING]
        if not warnings or chance.random() < 0.5:
            return
        local = (LAST - dt.date(1970, 1, 1)).days * DAY + self.day_start * MINUTE
        start = local - moment_at(local, self._zone).offset_s * 1000
        before, after = (moment_at(start + minutes * MINUTE, self._zone) for minutes in (-5, 10))
        one, other = chance.choice(warnings), chance.choice(warnings)
        self._book.save(Rating(at=before, symptom=one, value=7, private=chance.random() < 0.5))
        self._book.save(Note(at=moment_at(start + 5 * MINUTE, self._zone), text="across"))
        self._book.save(Rating(at=after, symptom=other, value=4))


def write_journal(path: Path, seed: int) -> MadeUp:
    """A plain journal of this seed, in an empty one if it is there, closed again."""
    clock = FixedClock()
    with Logbook.open(path, None, clock=clock, create=not path.exists()) as book:
        made = MadeUp(book, clock, seed)
        made.write()
    return made
