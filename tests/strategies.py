"""Hypothesis strategies for every kind of entry: whatever a form or a file could lawfully make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from hypothesis import strategies as st

from journal.core import fields
from journal.core.amounts import LIMITS, UNKNOWN_AMOUNT, Amount, Basis, Dimension
from journal.core.check_ins import QUESTIONNAIRES, SKIPPED, VERSION, CheckIn, Instrument
from journal.core.entries import (
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
    kind_of,
    origin_id,
)
from journal.core.kinds import KINDS
from journal.core.moments import EARLIEST_MS, LATEST_MS, Moment, moment_at
from journal.core.plaintext import clean_name, clean_note
from journal.core.rough_days import rough_day
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.core.validity import PERIODS

# Letters that once broke something: quotes, wildcards, operators, joiners, right-to-left, markup, formulas.
_TRICKY = "'\"%_*\\()-:^=+@<>&$`#|;,./?!~ \t\n\u00a0\u200d\u200f\u202e\u00e9e\u0301\u00df\u0130ﬁ½№中文עבא👍🏽AZaz09"
_LETTERS = st.one_of(st.sampled_from(_TRICKY), st.characters(exclude_categories=["Cs"]))
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe", "UTC")

ids = st.uuids(version=4).map(str)


def own_ids(kind: str) -> st.SearchStrategy[str]:
    """Ids that no entry of another kind has, however often Hypothesis draws the same one."""
    return ids.map(lambda drawn: origin_id(kind, drawn))


instants = st.integers(EARLIEST_MS, LATEST_MS - 1)
dates = st.dates(dt.date(1970, 1, 1), dt.date(2100, 12, 31))
rough_days = st.builds(rough_day, st.integers(1970, 2100), st.none() | st.integers(1, 12))
rough_ends = st.builds(rough_day, st.integers(1970, 2100), st.none() | st.integers(1, 12), st.just(True))
names = st.text(_LETTERS, max_size=30).map(lambda text: clean_name(text))
full_names = names.filter(bool)
notes = st.text(_LETTERS, max_size=60).map(clean_note)
full_notes = notes.filter(lambda text: bool(text.strip()))


def moments(earliest: int = EARLIEST_MS, latest: int = LATEST_MS - 1) -> st.SearchStrategy[Moment]:
    """Instants with the offset that their zone had."""
    return st.builds(moment_at, st.integers(earliest, latest), st.sampled_from(ZONES))


def _known_amounts(dimension: Dimension) -> st.SearchStrategy[Amount]:
    most = LIMITS[dimension]
    spread = st.none() | st.integers(0, most)
    return st.builds(Amount, notes, st.integers(1, most), st.just(dimension), st.sampled_from(Basis), spread)


amounts = st.one_of(st.just(UNKNOWN_AMOUNT), *(_known_amounts(each) for each in Dimension))


def _common(kind: str) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "id": own_ids(kind),
        "origin": st.none() | ids,
        "private": st.booleans(),
        "complete_later": st.booleans(),
    }


def _timed(kind: str) -> dict[str, st.SearchStrategy[Any]]:
    return {**_common(kind), "at": moments(), "recorded_ms": st.integers(1, LATEST_MS - 1)}


persons = st.builds(
    Person,
    **_common("person"),
    name=names,
    birth_year=st.none() | st.integers(1890, 2100),
    purpose=notes,
    since=st.none() | dates | rough_days,
    goal=notes,
    next_visit=st.none() | dates,
)
products = st.builds(
    Product,
    **_common("product"),
    name=full_names,
    vendor=names,
    kind=st.sampled_from(ProductKind),
    strain=names,
    vein=names,
    default_unit=st.sampled_from(["g", "mg", "ml"]) | ids,
    default_preparation=st.none() | st.sampled_from(Preparation),
    strength=names,
    strength_source=names,
    archived=st.booleans(),
)
symptoms = st.builds(
    Symptom,
    **_common("symptom"),
    code=st.none() | st.sampled_from(sorted(BY_CODE)),
    name=full_names,
    kind=st.sampled_from(SymptomKind),
    low_label=names,
    high_label=names,
    higher_is_better=st.booleans(),
    active_from=st.none() | dates,
    active_until=st.none() | dates,
    position=st.integers(0, 99),
    main=st.booleans(),
    hidden=st.booleans(),
).filter(lambda each: each.active_until is None or (each.active_from or dt.date.min) <= each.active_until)
_reasons = st.lists(full_names, max_size=3).map(tuple)
day_marks = st.builds(
    DayMark,
    **_common("day_mark"),
    day=dates,
    mark=st.sampled_from(DayMarkKind),
    recorded_ms=st.integers(1, LATEST_MS - 1),
)
note_entries = st.builds(Note, **_timed("note"), text=full_notes)
settings = st.builds(
    Setting,
    **{**_common("setting"), "id": st.sampled_from(["day_start", "demo", "welcomed", "of a newer version"])},
    value=st.sampled_from(["0", "1", "240"]),
)


def units(product: str) -> st.SearchStrategy[Unit]:
    """Own units of a product."""
    return st.builds(
        Unit,
        **_common("unit"),
        product=st.just(product),
        name=full_names,
        quantity=st.none() | st.integers(1, 1_000_000),
        dimension=st.sampled_from(Dimension),
        spread=st.none() | st.integers(0, 1000),
        measured=names,
        since=st.none() | dates,
    )


def doses(product: str | None = None) -> st.SearchStrategy[Dose]:
    """Doses of a product, or of none."""
    return st.builds(
        Dose,
        **_timed("dose"),
        product=st.just(product),
        amount=amounts,
        preparation=st.none() | st.sampled_from(Preparation),
        stomach=st.none() | st.sampled_from(Stomach),
        reasons=_reasons,
        finished_ms=st.none() | instants,
        note=notes,
    )


def ratings(symptom: str, dose: str | None = None) -> st.SearchStrategy[Rating]:
    """Ratings of a symptom, at a dose or at none."""
    return st.builds(
        Rating,
        **_timed("rating"),
        symptom=st.just(symptom),
        value=st.none() | st.integers(0, 10),
        group=ids,
        site=names,
        side=names,
        dose=st.just(dose),
        phase=st.sampled_from(Phase),
        prompted=st.booleans(),
        due_ms=st.none() | instants,
    )


# --- kinds without peculiarities: from what they declare ---


def declared(code: str, named: Mapping[str, str]) -> st.SearchStrategy[Any]:
    """Entries of a kind; ``named``: what they may refer to, by kind."""
    values = {field.name: _value(code, field, named) for field in KINDS[code].fields}
    if code == "check_in":
        return st.sampled_from(Instrument).flatmap(
            lambda each: st.builds(CheckIn, **{**values, "instrument": st.just(each), "answers": _answers(each)})
        )
    return st.builds(KINDS[code].cls, **values).map(lambda entry: _in_order(code, entry))


def _in_order(code: str, entry: Any) -> Any:
    """No end before its beginning."""
    for begins, ends in PERIODS[code]:
        beginning, end = getattr(entry, begins), getattr(entry, ends)
        if beginning is not None and end is not None and end < beginning:
            entry = replace(
                entry,
                **{begins: dt.date.fromordinal(end.toordinal()), ends: dt.date.fromordinal(beginning.toordinal())},
            )
    return entry


def _answers(instrument: Instrument) -> st.SearchStrategy[tuple[str, ...]]:
    asked = QUESTIONNAIRES.get(instrument)
    if asked is None:
        return st.just(())
    answer = st.sampled_from([SKIPPED, *map(str, range(asked.highest + 1))])
    return st.tuples(*[answer] * asked.items)


def _value(code: str, field: fields.Field, named: Mapping[str, str]) -> st.SearchStrategy[Any]:
    if field.name == "deleted_ms":
        return st.none()
    values = _said(code, field.declared, named)
    return st.none() | values if field.optional else values


def _said(code: str, declared: fields.Declared, named: Mapping[str, str]) -> st.SearchStrategy[Any]:
    match declared:
        case fields.Identity():
            return own_ids(code)
        case fields.Code():
            return st.just(VERSION) if code == "check_in" else ids
        case fields.Name(required=required):
            return full_names if required else names
        case fields.Lines():
            return st.lists(full_names, max_size=3).map(tuple)
        case fields.Free(required=required):
            return full_notes if required else notes
        case fields.Whole(low, high):
            return st.integers(low, high)
        case fields.Flag():
            return st.booleans()
        case fields.Choice(options):
            return st.sampled_from(options)
        case fields.Recorded():
            return st.integers(1, LATEST_MS - 1)
        case fields.Instant():
            return instants
        case fields.Day(rough=True, ends=ends):
            return dates | (rough_ends if ends else rough_days)
        case fields.Day():
            return dates
        case fields.When():
            return moments()
        case fields.Refers(kind):
            return st.just(named[kind])
    raise TypeError(f"{declared} has no strategy")


_BY_HAND = {"person", "product", "unit", "symptom", "dose", "rating", "day_mark", "note", "setting"}


@st.composite
def one_of_each(draw: st.DrawFn) -> list[Entry]:
    """One entry of every kind, each after what it refers to."""
    product, symptom = draw(products), draw(symptoms)
    dose = draw(doses(product.id))
    rating = draw(ratings(symptom.id, dose.id))
    others = map(partial(draw), (persons, day_marks, note_entries, settings))
    made = [product, draw(units(product.id)), symptom, dose, rating, *others]
    named = {kind_of(entry): entry.id for entry in made}
    for code in (code for code in KINDS if code not in _BY_HAND):
        made.append(draw(declared(code, named)))
        named[code] = made[-1].id
    return made
