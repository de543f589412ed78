"""Who keeps a made-up journal: what they take, how much of it is written down, and how it changes."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Content, Product, ProductKind, Symptom, Unit
from journal.core.symptoms import BY_CODE, SymptomKind

SYMPTOM_CODES = (
    "back_pain", "headache", "anxiety", "insomnia", "sleep_quality", "mood", "nausea", "constipation", "itching",
    "palpitations", "restless_legs", "craving", "runny_nose", "yellow_skin", "chest_pain", "suicidal_thoughts",
)  # fmt: skip
LEAF = (ProductKind.LEAF_POWDER, ProductKind.CAPSULE, ProductKind.CRUSHED_LEAF, ProductKind.TEA)
GUESSED = (Basis.WEIGHED, Basis.WEIGHED, Basis.GUESSED, Basis.COUNTED, Basis.AS_LAST_TIME)
PIECE = 1000


@dataclass(frozen=True)
class Habit:
    """How one person keeps a journal; shares lie between 0 and 1."""

    kept: float  # of days with an entry
    without: float  # of these, confirmed without
    doses: int
    noise: float  # how much an amount varies
    drift: float  # change of amounts a day
    step: float  # factor of amounts and doses before the last 28 days
    unknown: float  # of doses without an amount
    unnamed: float
    marked: float  # of days with "number not known"
    paired: float
    private_doses: float
    private_others: float
    levels: tuple[int, int] | None  # of ratings before and in the last 28 days; None: any
    less_often: float  # factor of the days without, before the last 28 days


@dataclass(frozen=True)
class Ware:
    """A product as it is taken: ``since`` and ``until`` are days before the last one."""

    product: Product
    unit: Unit
    size: float  # of a usual dose, in its own unit
    unit_text: str  # what that is written in: g, mg, ml or pieces
    basis: Basis | None  # None: as it comes
    since: int
    until: int
    secret: bool  # only in private doses
    often: float  # the share of days of use on which it is taken
    plain: bool  # always written down alike


class Keeper(StrEnum):
    """What sort of journal it is."""

    TIDY = "tidy"  # few products, written down on most days: its weeks can be compared
    ANY = "any"
    CROWDED = "crowded"  # several groups, kinds not said, amounts not known, private entries
    CLOSE = "close"  # a change that is hardly one, some amounts not known


def draw_habit(chance: random.Random, keeper: Keeper) -> Habit:
    """``private_doses`` of a crowded one are many, of others few."""
    pick = chance.choice
    if keeper is Keeper.CLOSE:
        return Habit(
            kept=1, without=0, doses=pick((1, 2)), noise=pick((0.02, 0.1, 0.15)), drift=0,
            step=pick((0.7, 0.8, 0.9, 0.95, 1.1, 1.2, 1.3)), unknown=pick((0, 0.1, 0.15)), unnamed=0, marked=0,
            paired=0, private_doses=0, private_others=0, levels=None, less_often=1,
        )  # fmt: skip
    crowded, tidy = keeper is Keeper.CROWDED, keeper is Keeper.TIDY
    return Habit(
        kept=pick((0.9, 0.97, 1.0) if tidy else (0.15, 0.6, 0.85, 0.9, 0.97, 1.0, 1.0)),
        without=pick((0, 0, 0.08, 0.3)), doses=pick((1, 2, 3, 5)),
        noise=pick((0, 0.02, 0.1, 0.4)), drift=pick((-0.02, 0, 0, 0.001, 0.004, 0.008)),
        step=pick((1, 1, 0.5, 0.7, 0.85, 0.97, 1.6, 2)),
        unknown=pick((0.05, 0.1, 0.3, 0.6) if crowded else (0, 0, 0, 0.02, 0.1, 0.3)),
        unnamed=0 if tidy else pick((0, 0.01, 0.1, 0.3) if crowded else (0, 0, 0, 0.01, 0.2)),
        marked=pick((0, 0.02, 0.1) if crowded else (0, 0, 0.02)), paired=pick((0, 0.2, 0.6)),
        private_doses=pick((0, 0.02, 0.1, 0.4) if crowded else (0, 0, 0, 0.02)),
        private_others=pick((0, 0.1, 0.5) if crowded else (0, 0, 0.05)),
        levels=pick((None, (5, 5), (7, 3), (2, 6))), less_often=pick((1, 1, 0, 0.5, 2)),
    )  # fmt: skip


def draw_wares(chance: random.Random, keeper: Keeper, days: int) -> list[Ware]:
    """Leaf alone in most, several groups in others, some begun later or given up, perhaps one in private doses only."""
    if keeper is Keeper.CLOSE:
        return [_draw_ware(chance, 0, ProductKind.LEAF_POWDER, days, Keeper.TIDY)]
    if keeper is Keeper.TIDY:
        kinds = chance.choice(([ProductKind.LEAF_POWDER], [ProductKind.CAPSULE, ProductKind.SEVEN_OH], [*LEAF]))
        return [_draw_ware(chance, number, kind, days, keeper) for number, kind in enumerate(kinds[:2])]
    if keeper is Keeper.ANY and chance.random() < 0.05:
        return []
    kinds = list(LEAF) if keeper is Keeper.ANY and chance.random() < 0.5 else list(ProductKind)
    wanted = chance.randint(3, 6) if keeper is Keeper.CROWDED else chance.randint(1, 4)
    return [_draw_ware(chance, number, chance.choice(kinds), days, keeper) for number in range(wanted)]


def _draw_ware(chance: random.Random, number: int, kind: ProductKind, days: int, keeper: Keeper) -> Ware:
    content = chance.choice((None, *Content)) if kind is ProductKind.TABLET else None
    product = Product(name=chance.choice("PQpq") + f"{number} {kind.value}", kind=kind, content=content)
    weight = chance.choice((None, 500, 612))
    dimension = Dimension.COUNT if weight is None else Dimension.MASS
    unit = Unit(product=product.id, name="piece", quantity=weight, dimension=dimension)
    size, text = chance.choice(_written(kind, content))
    since, until = days, 0
    if number and chance.random() < 0.5:
        since = chance.randrange(days)
    if number and chance.random() < 0.2:
        until = chance.randrange(since + 1)
    basis = Basis.LABEL if text == "mg" or chance.random() < 0.2 else None
    secret = keeper is Keeper.CROWDED and chance.random() < 0.15
    often = (1, 1, 0.5, 0.3) if number else (1, 0.7)
    return Ware(product, unit, size, text, basis, since, until, secret, chance.choice(often), keeper is Keeper.TIDY)


def _written(kind: ProductKind, content: Content | None) -> tuple[tuple[float, str], ...]:
    if kind in LEAF or content is Content.LEAF:
        return (2.0, "g"), (3.3, "g"), (0.5, "g"), (3, "pieces")
    if kind is ProductKind.SEVEN_OH or content is Content.SEVEN_OH:
        return (15, "mg"), (0.02, "g"), (2, "pieces")
    return (150, "mg"), (1.2, "g"), (15, "ml"), (0.3, "g"), (1, "pieces")


def draw_amount(chance: random.Random, ware: Ware | None, size: float) -> Amount:
    """A known amount; mostly as the product is usually written down."""
    text = (
        ware.unit_text
        if ware and (ware.plain or chance.random() < 0.9)
        else chance.choice(("g", "g", "ml", "pieces", "mg"))
    )
    basis = ware.basis if ware and ware.basis and chance.random() < 0.97 else chance.choice(GUESSED)
    if text == "pieces":
        unit = ware.unit if ware else None
        count = max(1, round(size if ware and ware.unit_text == "pieces" else 2))
        if unit is None or unit.quantity is None:
            return Amount(f"{count} piece", count * PIECE, Dimension.COUNT, basis, unit=unit.id if unit else None)
        return Amount(f"{count} piece", count * unit.quantity, Dimension.MASS, basis, unit=unit.id)
    factor = {"g": 1000, "ml": 1000, "mg": 1}[text]
    if not ware or ware.unit_text != text:
        size = {"g": 1.0, "ml": 20.0, "mg": 25.0}[text]
    dimension = Dimension.VOLUME if text == "ml" else Dimension.MASS
    return Amount(f"x {text}", max(1, round(size * factor)), dimension, basis)


def draw_symptoms(chance: random.Random) -> list[Symptom]:
    """Some built-in ones, perhaps one of them chosen, and perhaps one of the person's own."""
    codes = [each for each in SYMPTOM_CODES if chance.random() < 0.7]
    main = chance.choice([*codes, None, None])
    found = [
        Symptom(code=code, kind=BY_CODE[code].kind, position=position, main=code == main)
        for position, code in enumerate(codes)
    ]
    own = Symptom(name="Left knee", kind=SymptomKind.SYMPTOM, position=len(codes))
    return found + [own] * (chance.random() < 0.4)
