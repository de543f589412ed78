"""Made-up entries: a journal that looks like a real one and says everywhere that it is not.

The same seed, days and end give the same entries, ids included. There are days without entries, days marked as none,
unknown amounts, extract days, ratings before doses, skipped ratings, a journey, back-filled and deleted entries, odd
names and odd notes. What else there is (medicines, check-ins and so on) is in ``demo.what_else``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Basis, Dimension
from journal.core.entries import (
    Batch,
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Note,
    Person,
    Phase,
    Preparation,
    Product,
    ProductKind,
    Rating,
    Setting,
    Stomach,
    Symptom,
    Unit,
    YesOrNo,
)
from journal.core.moments import DAY_MS, MINUTE_MS, Moment
from journal.core.preferences import MADE_UP_MARK
from journal.core.symptoms import BY_CODE
from journal.demo.day_clock import DayClock
from journal.demo.what_else import batches, changed_to, what_else

_SYMPTOMS = ("back_pain", "nausea", "constipation", "drowsiness", "insomnia", "anxiety")
_NOTES = (
    "Made-up: slept badly, long day at the desk.", "Made-up: walked for half an hour.",
    "Made-up: rain, stiff all morning.", "Made-up: =1+1, “quotes”, 100 % and a\nsecond line.",
    "Made-up: <b>this is not bold</b> &amp; $5 bag, $6 bag.", "Made-up: physiotherapy 🙂, ça va, Łódź, 中文, שלום.",
)  # fmt: skip
# Of a day's hours: most doses lie between waking and the evening; some at night belong to the day before.
_HOURS = (7, 8, 9, 11, 12, 14, 15, 17, 18, 20, 21, 22, 24, 25)
_JOURNEY = range(30, 37)
_NEW_PRODUCT_DAYS = 20


class _MadeUp:
    """Draws everything from one generator, so that a seed decides it all."""

    def __init__(self, seed: int, last: dt.date, days: int, zone: str) -> None:
        self.seed, self.random = seed, Random(seed)
        self.last = last
        self.first = last - dt.timedelta(days=days - 1)
        self.zone = zone
        self.pain = 5.0
        self.products: list[Product] = []
        self.symptoms: list[Symptom] = []
        self.capsule = self.shot = ""
        self.batches: tuple[Batch, Batch]
        self.later_product: Product

    def new_id(self) -> str:
        """A random UUID of version 4."""
        digits = self.random.randbytes(15).hex()
        return f"{digits[:8]}-{digits[8:12]}-4{digits[12:15]}-a{digits[15:18]}-{digits[18:]}"


def made_up_entries(seed: int, last: dt.date, days: int, zone: str, until_ms: int) -> Iterator[Entry]:
    """The entries of so many days up to the last; none after ``until_ms``."""
    made = _MadeUp(seed, last, days, zone)
    yield from _settings()
    yield from _things(made)
    recorded: list[dt.date] = []
    for number in range(days):
        entries = [entry for entry in _day(made, number) if _recorded_until(entry, until_ms)]
        yield from entries
        if any(entry.deleted_ms is None for entry in entries):
            recorded.append(made.first + dt.timedelta(days=number))
    for entry in what_else(seed, recorded, zone):
        if _recorded_until(entry, until_ms):
            yield entry


def _recorded_until(entry: Entry, until_ms: int) -> bool:
    return getattr(entry, "recorded_ms", 0) <= until_ms


def _settings() -> list[Entry]:
    return [MADE_UP_MARK, Setting(id="welcomed", value="1")]


def _things(made: _MadeUp) -> Iterator[Entry]:
    """The person, products, own units and symptoms."""
    yield Person(
        id=made.new_id(), name="Made-up Person", purpose="Made-up: back pain", since=made.first,
        naloxone_at_home=YesOrNo.YES,
    )  # fmt: skip
    made.products = _products(made)
    made.symptoms = _symptoms(made)
    capsules, shot = made.products[2], made.products[3]
    early = Unit(
        id=made.new_id(), product=capsules.id, name="capsule", quantity=500, dimension=Dimension.MASS, spread=40,
        measured="Made-up: ten weighed together", since=made.first,
    )  # fmt: skip
    later = replace(early, id=made.new_id(), quantity=520, spread=25, since=made.first + dt.timedelta(days=40))
    bottle = Unit(
        id=made.new_id(), product=shot.id, name="shot", quantity=15_000, dimension=Dimension.VOLUME,
        measured="Made-up: from the label", since=made.first,
    )  # fmt: skip
    made.capsule, made.shot = early.id, bottle.id
    made.products[2] = replace(capsules, default_unit=later.id)
    made.products[3] = replace(shot, default_unit=bottle.id)
    made.later_product = changed_to(made.seed, made.products[1])
    made.batches = batches(made.seed, made.first, made.last, made.products[0])
    yield from made.products
    yield made.later_product
    yield from (early, later, bottle)
    yield from made.batches
    yield from made.symptoms


def _products(made: _MadeUp) -> list[Product]:
    kinds = (
        ("Made-up Green", ProductKind.LEAF_POWDER, Preparation.TOSS_AND_WASH),
        ("Made-up White <no. 2> & “Co”", ProductKind.CRUSHED_LEAF, Preparation.TEA),
        ("Made-up Capsules", ProductKind.CAPSULE, Preparation.CAPSULE),
        ("Made-up Extract Shot", ProductKind.SHOT, Preparation.EXTRACT),
        ("=Made-up +Żółty 红", ProductKind.LEAF_POWDER, Preparation.TOSS_AND_WASH),
    )
    return [
        Product(
            id=made.new_id(), name=name, kind=kind, default_preparation=preparation, vendor="Made-up Vendor",
            strain="Made-up", archived=number == 4,
        )
        for number, (name, kind, preparation) in enumerate(kinds)
    ]  # fmt: skip


def _symptoms(made: _MadeUp) -> list[Symptom]:
    built_in = [
        Symptom(id=made.new_id(), code=code, kind=BY_CODE[code].kind, position=n, main=n == 0)
        for n, code in enumerate(_SYMPTOMS)
    ]
    return [*built_in, Symptom(id=made.new_id(), name="Stiff hands (made-up)", position=len(built_in))]


# --- one day ---------------------------------------------------------------------------------------------------------


def _day(made: _MadeUp, number: int) -> Iterator[Entry]:
    day = made.first + dt.timedelta(days=number)
    clock = DayClock(day, _zone(made, number))
    made.pain = min(9.5, max(0.5, made.pain + made.random.gauss(0, 0.8) + 0.05 * (5 - made.pain)))
    chance = made.random.random()
    if chance < 0.07:
        return  # nothing recorded
    if chance < 0.13:
        yield _mark(made, clock, DayMarkKind.NONE_TODAY)
    elif chance < 0.15:
        yield _mark(made, clock, made.random.choice((DayMarkKind.NUMBER_NOT_KNOWN, DayMarkKind.DO_NOT_REMEMBER)))
    else:
        yield from _doses(made, clock, extract_only=chance > 0.97)
    yield from _check_ins(made, clock)
    if made.random.random() < 0.15:
        at = clock.at(made.random.randrange(8 * 60, 22 * 60))
        text = made.random.choice(_NOTES)
        yield Note(id=made.new_id(), at=at, recorded_ms=at.utc_ms, text=text, private=made.random.random() < 0.1)


def _zone(made: _MadeUp, number: int) -> str:
    """A week in another time zone, so that the demonstration shows such times."""
    if number not in _JOURNEY:
        return made.zone
    return "America/New_York" if made.zone != "America/New_York" else "Europe/Lisbon"


def _mark(made: _MadeUp, clock: DayClock, kind: DayMarkKind) -> DayMark:
    return DayMark(id=made.new_id(), day=clock.day, mark=kind, recorded_ms=clock.at(22 * 60).utc_ms)


def _doses(made: _MadeUp, clock: DayClock, extract_only: bool) -> Iterator[Entry]:
    hours = made.random.sample(_HOURS, made.random.randint(4, 10))
    backfilled = made.random.random() < 0.06
    for hour in sorted(hours):
        at = clock.at(hour * 60 + made.random.randrange(60))
        dose = _dose(made, at, extract_only, at.utc_ms + (20 * 60 * MINUTE_MS if backfilled else 0))
        yield dose
        if made.random.random() < 0.65:
            yield _rating(made, at, 0, dose.id, Phase.BEFORE, made.new_id(), dose.recorded_ms)
            if made.random.random() < 0.15:
                later = clock.after(at, made.random.randrange(60, 115))
                yield _rating(made, later, 0, dose.id, Phase.AFTER, made.new_id(), max(later.utc_ms, dose.recorded_ms))


def _dose(made: _MadeUp, at: Moment, extract_only: bool, recorded_ms: int) -> Dose:
    draw = made.random.random
    product = made.products[3] if extract_only or draw() < 0.015 else made.products[int(draw() ** 2 * 3)]
    return _as_of_its_day(made, _drawn(made, at, product, recorded_ms))


def _as_of_its_day(made: _MadeUp, dose: Dose) -> Dose:
    """Of the batch that was open then; one product was changed for another in the last weeks."""
    day = dose.at.local.date()
    if dose.product == made.products[0].id:
        before, after = made.batches
        return replace(dose, batch=(before if before.finished is None or day < before.finished else after).id)
    if dose.product == made.products[1].id and day > made.last - dt.timedelta(days=_NEW_PRODUCT_DAYS):
        return replace(dose, product=made.later_product.id)
    return dose


def _drawn(made: _MadeUp, at: Moment, product: Product, recorded_ms: int) -> Dose:
    draw = made.random.random
    return Dose(
        id=made.new_id(),
        at=at,
        recorded_ms=recorded_ms,
        product=product.id if draw() > 0.004 else None,
        amount=_amount(made, product),
        preparation=product.default_preparation,
        stomach=Stomach.EMPTY if draw() < 0.2 else None,
        note="Made-up: more than usual" if draw() < 0.01 else "",
        complete_later=draw() < 0.01,
        deleted_ms=recorded_ms + DAY_MS if draw() < 0.003 else None,
    )


def _amount(made: _MadeUp, product: Product) -> Amount:
    if made.random.random() < 0.01:
        return UNKNOWN_AMOUNT
    if product.kind is ProductKind.CAPSULE:
        return made.random.choice(_capsules(made.capsule))
    if product.kind is ProductKind.SHOT:
        return Amount("1 shot", 15_000, Dimension.VOLUME, Basis.LABEL, None, made.shot)
    return made.random.choice(_GRAMS)


def _capsules(unit: str) -> list[Amount]:
    return [
        Amount(f"{n} capsules", n * 500, Dimension.MASS, Basis.COUNTED, n * 40, unit)
        for n in (3, 4, 4, 5)
    ]  # fmt: skip


_GRAMS = [
    Amount(f"{grams} g", round(grams * 1000), Dimension.MASS, basis)
    for grams in (2, 2.5, 2.5, 3, 3.5)
    for basis in (Basis.WEIGHED, Basis.WEIGHED, Basis.AS_LAST_TIME, Basis.GUESSED)
]


def _check_ins(made: _MadeUp, clock: DayClock) -> Iterator[Entry]:
    """Morning and evening, several symptoms in one stroke."""
    for minute in (8 * 60, 21 * 60):
        if made.random.random() < 0.2:
            continue
        at = clock.at(minute + made.random.randrange(60))
        group = made.new_id()
        for symptom in range(made.random.randint(3, len(made.symptoms))):
            yield _rating(made, at, symptom, None, Phase.ROUTINE, group, at.utc_ms)


def _rating(
    made: _MadeUp, at: Moment, symptom: int, dose: str | None, phase: Phase, group: str, recorded_ms: int
) -> Rating:
    draw = made.random.random
    level = made.pain if symptom == 0 else made.pain * 0.5
    value = None if draw() < 0.02 else min(10, max(0, round(level + (draw() - 0.5) * 3)))
    return Rating(
        id=made.new_id(),
        at=at,
        recorded_ms=recorded_ms,
        symptom=made.symptoms[symptom].id,
        value=value,
        group=group,
        dose=dose,
        phase=phase,
        prompted=phase is Phase.ROUTINE and draw() < 0.3,
    )
