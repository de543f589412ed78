"""Whole journals drawn at random and written through the logbook; the same for the same seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Answer, Batch, DayMark, DayMarkKind, Dose, Entry, Note, Phase, Rating, Symptom, new_id
from journal.core.moments import Moment, moment_at
from journal.core.preferences import setting_for
from journal.core.symptoms import SymptomKind
from journal.insights.summary import Span
from journal.logbook import Logbook
from tests.journals import FixedClock
from tests.oracle.health import MadeUpHealth
from tests.oracle.people import Keeper, Ware, draw_amount, draw_habit, draw_symptoms, draw_wares

LAST = dt.date(2026, 11, 21)  # the day before the tests' clock
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns")
MINUTE, DAY = 60_000, 86_400_000
LENGTHS = (7, 28, 56, 84, 84, 84, 84, 84, 112, 112, 200)
PERIODS = (84, 84, 84, 84, 84, 84, 84, 84, 84, 1, 4, 7, 10, 28, 55, 56, 60, 100)
KEEPERS = (Keeper.CROWDED, Keeper.TIDY, Keeper.ANY, Keeper.TIDY, Keeper.ANY)  # in turns: 40 of 200 are crowded
CLOSE_FROM = 1000  # from this seed on: a change that is hardly one


def period_of(seed: int) -> Span:
    """The period a page of this journal is about; some end before its last entry, some after the clock."""
    if seed >= CLOSE_FROM:
        return Span(LAST - dt.timedelta(days=83), LAST)
    chance = random.Random(f"period {seed}")
    days = 400 if seed % 50 == 20 else chance.choice(PERIODS)
    last = LAST + dt.timedelta(days=chance.choice((0, 0, 0, 0, 0, 0, -9, 3)))
    return Span(last - dt.timedelta(days=days - 1), last)


class MadeUp:
    """Draws entries one journal day at a time; a person moves now and then to another zone."""

    def __init__(self, book: Logbook, clock: FixedClock, seed: int) -> None:
        self._book, self._clock, self._chance = book, clock, random.Random(f"journal {seed}")
        self._later = random.Random(f"later {seed}")  # of its own, so that what is added here moves nothing else
        self._lots = random.Random(f"lots {seed}")  # for the same reason
        self._batches: dict[str, list[Batch]] = {}
        self._zone = self._chance.choice(ZONES)
        self.day_start = self._chance.choice((240, 240, 0, 90, 360))
        self._keeper = Keeper.CLOSE if seed >= CLOSE_FROM else KEEPERS[seed % len(KEEPERS)]
        self.days = 400 if seed % 50 == 20 else self._chance.choice(LENGTHS)
        self._habit = draw_habit(self._chance, self._keeper)
        self._wares = draw_wares(self._chance, self._keeper, self.days)
        self.symptoms = draw_symptoms(self._chance)
        self._secret_main = self._keeper is Keeper.CROWDED and self._chance.random() < 0.3

    def write(self) -> None:
        """Everything: settings, products, symptoms, the days, and then some entries changed, trashed and undone."""
        self._book.save(setting_for("day_start", self.day_start))
        for ware in self._wares:
            self._book.save(ware.product, ware.unit)
            self._book.save(*self._of(ware))
        if self.symptoms:
            self._book.save(*self.symptoms)
        ahead = 4 if self._later.random() < 0.3 else 0  # days later than the clock
        entries = [each for back in range(self.days - 1, -ahead - 1, -1) for each in self._day(back)]
        self._book.save_all(entries, label="many.imported", origin="import")
        self._changed_afterwards([each for each in entries if isinstance(each, Dose | Rating | DayMark | Note)])
        self._warned([each for each in entries if isinstance(each, Dose)])
        self._signs([each for each in entries if isinstance(each, Dose)], random.Random(f"signs {len(entries)}"))
        self._across_a_start(random.Random(f"start {self._zone} {len(entries)}"))
        self._today(random.Random(f"today {self._zone} {len(entries)}"))
        self._reported(random.Random(f"reports {self._zone} {len(entries)}"))
        MadeUpHealth(random.Random(f"health {self._zone} {len(entries)}"), self._at, LAST, self.days).write(
            self._book, self._clock
        )
        if self._wares and self._later.random() < 0.3:
            self._book.delete([self._later.choice(self._wares).product.id])  # its doses stay what they are
        if self.symptoms and self._later.random() < 0.2:
            self._book.delete([self._later.choice(self.symptoms).id])
        elif self.symptoms and self._later.random() < 0.2:
            self._book.save(replace(self._later.choice(self.symptoms), hidden=True))

    def _of(self, ware: Ware) -> list[Batch]:
        """Its batches, perhaps with a laboratory's figures."""
        pick, made = self._lots.choice, self._batches.setdefault(ware.product.id, [])
        for _ in range(pick((0, 1, 1, 2))):
            lot = f"L{sum(map(len, self._batches.values())):02}q"
            figures, source = pick(("", "mitragynine 1.4 %", "lead 0.2 ppm")), pick(("", "Lab X, report 77"))
            hidden = self._lots.random() < 0.4
            made.append(Batch(product=ware.product.id, lot=lot, figures=figures, figures_source=source, private=hidden))
        return made

    # --- a day ---

    def _day(self, back: int) -> Iterator[Entry]:
        day = LAST - dt.timedelta(days=back)
        if self._chance.random() < 0.02:
            self._zone = self._chance.choice(ZONES)
        if self._chance.random() > self._habit.kept:
            return
        what, without = self._chance.random(), self._habit.without * (self._habit.less_often if back >= 28 else 1)
        if what < without:
            yield self._mark(day, DayMarkKind.NONE_TODAY)
        elif what < without + 0.06:
            yield from self._other(day)
            return
        else:
            yield from self._used(day, back)
        yield from self._routine(day)

    def _other(self, day: dt.date) -> Iterator[Entry]:
        kind = self._chance.randrange(4)
        if kind == 0:
            yield Note(at=self._at(day), text="A note", private=self._hides())
        elif kind == 1 and self.symptoms:
            yield replace(self._rating(self._at(day)), value=None)
        else:
            marks = (DayMarkKind.NOTHING_TO_REPORT, DayMarkKind.NUMBER_NOT_KNOWN, DayMarkKind.DO_NOT_REMEMBER)
            yield self._mark(day, self._chance.choice(marks))

    def _used(self, day: dt.date, back: int) -> Iterator[Entry]:
        if self._chance.random() < self._habit.marked:
            yield self._mark(day, DayMarkKind.NUMBER_NOT_KNOWN)
        elif self._chance.random() < 0.02:
            yield self._mark(day, self._chance.choice(list(DayMarkKind)))
        step = self._habit.step if back >= 28 else 1
        wanted = self._habit.doses * step + self._chance.choice((-1, 0, 0, 0, 1)) * (self._habit.noise > 0)
        there = [each for each in self._wares if each.until <= back < each.since]
        wares = [each for each in there if self._chance.random() < each.often] or there[:1]
        for _ in range(max(1, round(wanted))):
            dose = self._dose(self._at(day), back, wares)
            yield dose
            if self.symptoms and self._chance.random() < self._habit.paired:
                yield from self._around(dose)

    def _routine(self, day: dt.date) -> Iterator[Entry]:
        for _ in range(self._chance.choice((0, 1, 2, 4)) if self.symptoms else 0):
            yield self._rating(self._at(day))
        if self.symptoms and self._keeper is Keeper.TIDY:
            yield replace(self._rating(self._at(day)), symptom=self._first().id)

    def _around(self, dose: Dose) -> Iterator[Rating]:
        """Ratings before and after, on the edges of the windows and just outside; some linked."""
        main = self._first()
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

    def _first(self) -> Symptom:
        return next((each for each in self.symptoms if each.main), self.symptoms[0])

    def _mark(self, day: dt.date, mark: DayMarkKind) -> DayMark:
        return DayMark(day=day, mark=mark, recorded_ms=self._clock.ms, private=self._hides())

    def _dose(self, at: Moment, back: int, wares: list[Ware]) -> Dose:
        ware = self._chance.choice(wares) if wares else None
        if self._chance.random() < self._habit.unnamed:
            ware = None
        private = (ware is not None and ware.secret) or self._chance.random() < self._habit.private_doses
        batch = self._lots.choice([None, *self._batches[ware.product.id]]) if ware else None
        return Dose(
            at=at, product=ware.product.id if ware else None, batch=batch.id if batch else None,
            amount=self._amount(ware, back), note="",
            recorded_ms=self._noted(at), private=private,
        )  # fmt: skip

    def _amount(self, ware: Ware | None, back: int) -> Amount:
        if self._chance.random() < self._habit.unknown:
            return Amount()
        change = max(0.2, 1 - self._habit.drift * back) * (self._habit.step if back >= 28 else 1)
        size = (ware.size if ware else 1) * change * self._chance.uniform(1 - self._habit.noise, 1 + self._habit.noise)
        return draw_amount(self._chance, ware, size)

    def _rating(self, at: Moment) -> Rating:
        rarely = self._chance.random() < 0.93
        usual = [each for each in self.symptoms if each.kind is not SymptomKind.WARNING] or self.symptoms
        symptom = self._chance.choice(usual if rarely else self.symptoms)
        value = None if self._chance.random() < 0.08 else self._value(at)
        private = self._hides() or (symptom.main and self._secret_main)
        return Rating(at=at, symptom=symptom.id, value=value, recorded_ms=self._noted(at), private=private)

    def _value(self, at: Moment) -> int:
        if self._habit.levels is None:
            return self._chance.randint(0, 10)
        late = (LAST - at.local.date()).days < 28
        return self._habit.levels[late] + self._chance.choice((-1, 0, 0, 0, 1))

    def _hides(self) -> bool:
        return self._chance.random() < self._habit.private_others

    def _noted(self, at: Moment) -> int:
        hours = self._chance.choice((0, 0, 0, 0.5, 1, 1.0001, 12, 24, 24.001, 50))
        return at.utc_ms + int(hours * 60 * MINUTE)

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
        product = self._wares[0].product.id if self._wares else None
        self._book.save(Dose(at=at, product=product, amount=Amount("7 g", 7000, Dimension.MASS, Basis.GUESSED)))
        self._book.undo()

    def _today(self, chance: random.Random) -> None:
        """In half of the journals doses of the running day, up to the clock's time and later."""
        if chance.random() < 0.5:
            return
        for _ in range(chance.randint(1, 4)):
            at = moment_at(self._clock.ms + chance.randint(-200, 30) * MINUTE, self._zone)
            ware = chance.choice([*self._wares, None])
            amount = draw_amount(chance, ware, ware.size if ware else 1) if chance.random() < 0.7 else Amount()
            product, private = ware.product.id if ware else None, chance.random() < 0.3 or bool(ware and ware.secret)
            self._book.save(Dose(at=at, product=product, amount=amount, private=private))
        if chance.random() < 0.2:
            day = LAST + dt.timedelta(days=1)
            self._book.save(DayMark(day=day, mark=DayMarkKind.NUMBER_NOT_KNOWN, recorded_ms=self._clock.ms))

    def _reported(self, chance: random.Random) -> None:
        """In most journals one or two reports went out before, perhaps one of today."""
        backs = chance.sample((*range(1, 60), 90, 130), chance.choice((0, 1, 1, 2)))
        days = [LAST - dt.timedelta(days=back) for back in sorted(backs, reverse=True)]
        if chance.random() < 0.2:
            days = [*days, LAST + dt.timedelta(days=1)][-2:]
        if days:
            self._book.save(setting_for("reports", " ".join(day.isoformat() for day in days)))

    # --- warning symptoms with notes ---

    def _warned(self, doses: list[Dose]) -> None:
        warnings = [each.id for each in self.symptoms if each.kind is SymptomKind.WARNING]
        pick, number = self._later.choice, self._later.randrange
        for turn in range(number(5) if warnings and doses else 0):
            dose = pick(doses[-30:])
            at = moment_at(dose.at.utc_ms + number(-90, 300) * MINUTE, dose.at.zone)
            linked, private = pick((None, None, dose.id)), number(6) == 0
            value, answer = pick((None, 0, 3, 5, 8)), pick((None, *Answer))
            rated = Rating(at=at, symptom=pick(warnings), value=value, dose=linked, private=private, answer=answer)
            self._book.save(rated, replace(rated, id=new_id(), symptom=pick(warnings), private=number(6) == 0))
            if linked:
                self._book.save(replace(dose, note=f"d{turn}", private=number(5) == 0))
            for minutes in self._later.sample((-61, -60, -59.99, -10, 0, 5, 60, 60.01, 90), number(3)):
                near = moment_at(at.utc_ms + int(minutes * MINUTE), at.zone)
                self._book.save(Note(at=near, text=f"n{turn}{number(3)}", private=number(5) == 0))

    def _signs(self, doses: list[Dose], chance: random.Random) -> None:
        """In some journals withdrawal signs around many doses, some of them rated in the same minute."""
        signs = [each.id for each in self.symptoms if each.kind is SymptomKind.WITHDRAWAL]
        ratings: list[Entry] = []
        for dose in doses[-90:] if signs and chance.random() < 0.5 else []:
            at = moment_at(
                dose.at.utc_ms + chance.choice((-200, -1, 0, 30, 60, 119, 120, 250, 400)) * MINUTE, dose.at.zone
            )
            for _ in range(chance.choice((0, 1, 1, 2))):
                value, private = chance.choice((None, *range(9))), chance.random() < 0.1
                ratings.append(Rating(at=at, symptom=chance.choice(signs), value=value, private=private))
                at = moment_at(at.utc_ms + chance.choice((0, 20_000)), at.zone)
        self._book.save_all(ratings, label="many.imported", origin="import")

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
