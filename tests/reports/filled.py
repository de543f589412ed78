"""Journals of every size for the pages: empty, a single entry, full, with gaps, extract only, ten years, odd names."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import (
    DayMark,
    Dose,
    Entry,
    Note,
    Product,
    ProductKind,
    Rating,
    Symptom,
)
from journal.core.symptoms import BUILT_INS, BY_CODE, SymptomKind
from journal.logbook import Logbook
from tests.journals import START_MS
from tests.reports.groups import group_journals
from tests.reports.moments import LAST, noon

__all__ = ["LAST", "noon"]

LONG = "W" * 240
Fill = Callable[[Logbook], None]


def filled_journals() -> Mapping[str, tuple[Fill, int]]:
    """What fills an empty journal, and the days of the period, by the case's name."""
    gaps = partial(fill, days=84, kept=0.7, unknown=0.2)
    return {
        "no data": (lambda book: None, 84),
        "1 entry": (lambda book: _one(book), 84),
        "7 days": (partial(fill, days=7), 84),
        "84 full days": (partial(fill, days=84), 84),
        "gaps and unknown amounts": (gaps, 84),
        "extract only": (partial(fill, days=84, kinds=(ProductKind.EXTRACT, ProductKind.SEVEN_OH)), 84),
        "10 years": (partial(fill, days=3652, doses=1), 3652),
        "long texts": (partial(fill, days=84, name="W" * 200), 84),
        "many warnings": (partial(fill, days=84, warnings=True), 84),
        "long texts and many warnings": (partial(fill, days=84, name=("name " * 40).strip(), warnings=True), 84),
        "great amounts": (partial(fill, days=84, grams=22.5, kept=0.9), 84),
        "one day": (partial(fill, days=84), 1),
        **group_journals(),
    }


def _one(book: Logbook) -> None:
    book.save(Note(at=noon(0), text="A first note"))


def fill(
    book: Logbook,
    days: int,
    kept: float = 1.0,
    unknown: float = 0.0,
    kinds: tuple[ProductKind, ...] = (
        ProductKind.LEAF_POWDER,
        ProductKind.CAPSULE,
        ProductKind.EXTRACT,
        ProductKind.TEA,
    ),
    doses: int = 3,
    name: str = "",
    grams: float = 2.5,
    warnings: bool = False,
) -> None:
    """Days of doses and ratings up to LAST, the same every time."""
    chance = random.Random(5)
    products = [Product(name=name or f"Product {number}", kind=kind) for number, kind in enumerate(kinds)]
    symptoms = _symptoms(name, warnings)
    book.save(*products, *symptoms)
    entries: list[Entry] = []
    for back in range(days):
        if chance.random() < kept:
            entries += _day(chance, back, products, symptoms, (doses, grams, unknown))
    book.save_all(entries, label="many.imported", origin="import")


def _symptoms(name: str, warnings: bool) -> list[Symptom]:
    own = [Symptom(name=name, kind=kind, position=0) for kind in (SymptomKind.SIDE_EFFECT,)] if name else []
    codes = ["neck_pain", "sleep_quality", "nausea", "constipation", "dizziness", "itching", "sweating", "craving"]
    codes += [each.code for each in BUILT_INS if each.kind is SymptomKind.WARNING] if warnings else []
    built_in = [Symptom(code=code, kind=BY_CODE[code].kind, position=n) for n, code in enumerate(codes, 1)]
    main = Symptom(name=name or "Lower back pain", kind=SymptomKind.PAIN, position=99, main=True)
    return [main, *own, *built_in]


def _day(
    chance: random.Random, back: int, products: list[Product], symptoms: list[Symptom], usual: tuple[int, float, float]
) -> Iterator[Entry]:
    doses, grams, unknown = usual
    if chance.random() < 0.06:
        yield DayMark(day=LAST - dt.timedelta(days=back), recorded_ms=START_MS)
        return
    for number in range(doses):
        at = noon(back, 200 * number - 180)
        amount = Amount("g", round(grams * chance.uniform(600, 1500)), Dimension.MASS, chance.choice(list(Basis)))
        known = amount if chance.random() >= unknown else Amount()
        product = chance.choices(products, [8] + [1] * (len(products) - 1))[0]
        yield Dose(at=at, product=product.id, amount=known, recorded_ms=at.utc_ms)
        for minutes in (-10, 90):
            near = noon(back, 200 * number - 180 + minutes)
            yield Rating(at=near, symptom=symptoms[0].id, value=chance.randint(2, 8), recorded_ms=near.utc_ms)
    for symptom in symptoms[1:]:
        if chance.random() < 0.3:
            at = noon(back, chance.randint(-300, 400))
            yield Rating(at=at, symptom=symptom.id, value=chance.randint(0, 9), recorded_ms=at.utc_ms)
