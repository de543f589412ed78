"""Journals of people who take one group of products, several, or of no said kind; partly weighed; nothing rated."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import partial

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Basis, Dimension
from journal.core.entries import Answer, Content, Dose, Entry, Note, Product, ProductKind, Rating, Symptom
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.logbook import Logbook
from tests.reports.moments import noon

LEAF = Product(
    name="Sample Green", vendor="Sample Botanicals", kind=ProductKind.LEAF_POWDER, strength="1.4 % mitragynine"
)
EXTRACT = Product(name="Sample Shot", kind=ProductKind.SHOT)
SEVEN_OH = Product(
    name="Sample Seven", vendor="Corner Shop", kind=ProductKind.TABLET, content=Content.SEVEN_OH, strength="15 mg"
)
UNSAID = Product(name="From a friend")
PAIN = Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True)
NAUSEA = Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=1)
RESTLESS = Symptom(code="restless_legs", kind=SymptomKind.WITHDRAWAL, position=2)
FAINTING = Symptom(code="fainting", kind=BY_CODE["fainting"].kind, position=3)
ALL = (LEAF, EXTRACT, SEVEN_OH, UNSAID, PAIN, NAUSEA, RESTLESS, FAINTING)
Fill = Callable[[Logbook], None]


def group_journals() -> Mapping[str, tuple[Fill, int]]:
    """What fills an empty journal, and the days of the period, by the case's name."""
    return {
        "leaf only": (partial(_fill, takes=_leaf), 84),
        "leaf to 7-OH": (partial(_fill, takes=_leaf_to_seven), 84),
        "shots only": (partial(_fill, takes=_shots), 84),
        "kind not said": (partial(_fill, takes=_unsaid), 84),
        "four groups": (partial(_fill, takes=_four), 84),
        "partly weighed": (partial(_fill, takes=partial(_leaf, weighed=0.7)), 84),
        "nothing rated": (partial(_fill, takes=_leaf, rated=False), 84),
        "a sign today": (partial(_fill, takes=_leaf_to_seven, sign=True), 84),
        "one day chosen": (partial(_fill, takes=_leaf), 1),
        "all private": (partial(_fill, takes=_leaf, private=True, sign=True), 84),
    }


Takes = Callable[[random.Random, int], list[tuple[Product, Amount, float]]]


def _grams(chance: random.Random, usual: float, weighed: float = 1.0) -> Amount:
    if chance.random() >= weighed:
        return UNKNOWN_AMOUNT
    return Amount("g", round(1000 * usual * chance.uniform(0.7, 1.3)), Dimension.MASS, Basis.WEIGHED)


def _leaf(chance: random.Random, back: int, weighed: float = 1.0) -> list[tuple[Product, Amount, float]]:
    return [(LEAF, _grams(chance, 2.7, weighed), 4.1 * n - 3) for n in range(chance.choice((2, 3, 3, 4)))]


def _leaf_to_seven(chance: random.Random, back: int) -> list[tuple[Product, Amount, float]]:
    """Leaf throughout, less of it since there are tablets; those became more from week to week."""
    taken = _leaf(chance, back)[: 1 + (back > 42) * 3]
    if back <= 42:
        many = 2 + round((42 - back) / 11) + chance.choice((0, 0, 1))
        amount = Amount("15 mg", 15, Dimension.MASS, Basis.LABEL)
        taken += [(SEVEN_OH, amount, 2.2 * n - 4.5) for n in range(many)]
    return taken


def _shots(chance: random.Random, back: int) -> list[tuple[Product, Amount, float]]:
    bottle = Amount("1 bottle", 1000, Dimension.COUNT, Basis.COUNTED)
    return [(EXTRACT, bottle, 5.5 * n - 2) for n in range(chance.choice((1, 1, 2)))]


def _unsaid(chance: random.Random, back: int) -> list[tuple[Product, Amount, float]]:
    return [(UNSAID, UNKNOWN_AMOUNT, 4 * n - 3.0) for n in range(chance.choice((1, 2, 3)))]


def _four(chance: random.Random, back: int) -> list[tuple[Product, Amount, float]]:
    taken = _leaf_to_seven(chance, back)
    if chance.random() < 0.3:
        taken += _shots(chance, back)[:1]
    return taken + (_unsaid(chance, back)[:2] if chance.random() < 0.35 else [])


def _fill(book: Logbook, takes: Takes, rated: bool = True, sign: bool = False, private: bool = False) -> None:
    chance, entries = random.Random(7), list[Entry]()
    book.save(*ALL)
    for back in range(84):
        if chance.random() < 0.15:
            continue
        entries += [_dose(back, *each, private=private) for each in takes(chance, back)]
        if rated:
            entries += _ratings(chance, back, private)
    if sign:
        at = noon(0, 580)
        entries.append(Rating(at=at, symptom=FAINTING.id, value=7, recorded_ms=at.utc_ms, answer=Answer.PASSED,
                              private=private))  # fmt: skip
        entries.append(Note(at=noon(0, 590), text="blacked out in the kitchen", recorded_ms=at.utc_ms, private=private))
    book.save_all(entries, label="many.imported", origin="import")


def _dose(back: int, product: Product, amount: Amount, hour: float, private: bool) -> Dose:
    at = noon(back, round(60 * hour))
    return Dose(at=at, product=product.id, amount=amount, recorded_ms=at.utc_ms, private=private)


def _ratings(chance: random.Random, back: int, private: bool) -> list[Entry]:
    found: list[Entry] = []
    for symptom, share in ((PAIN, 1.0), (NAUSEA, 0.5), (RESTLESS, 0.6)):
        for minutes in (-200, 250):
            if chance.random() < share:
                at = noon(back, minutes)
                value = chance.randint(2, 8) if symptom is PAIN else chance.choice((0, 0, 3, 5))
                found.append(Rating(at=at, symptom=symptom.id, value=value, recorded_ms=at.utc_ms, private=private))
    return found
