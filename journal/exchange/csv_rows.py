"""One CSV row as an entry, with the product or symptom that it names if the journal has none of that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from journal.core.amounts import Amount, Basis, Dimension, parse_amount
from journal.core.entries import (
    Answer,
    Content,
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Note,
    Phase,
    Preparation,
    Product,
    ProductKind,
    Rating,
    Stomach,
    Symptom,
    origin_id,
)
from journal.core.moments import Moment, moment_from_local
from journal.core.plaintext import clean_name, clean_note, folded
from journal.core.product_kinds import of_kind
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE
from journal.core.validity import refuse_invalid
from journal.exchange.cells import text_of
from journal.exchange.csv_out import COLUMNS, TEXT_COLUMNS, Names
from journal.exchange.instants import day_of, moment_of, utc_ms_of, wall_clock_of
from journal.texts.names import SYMPTOMS, symptom_name

_Choice = TypeVar("_Choice", bound=StrEnum)
_NUMBER = re.compile(r"([0-9]{1,12})(?:([.,])([0-9]{1,12}))?")
_RATING = re.compile(r"[0-9]|10")
_UNITS: dict[str, tuple[Dimension, int]] = {
    "g": (Dimension.MASS, 1000), "mg": (Dimension.MASS, 1), "ml": (Dimension.VOLUME, 1000),
    "pieces": (Dimension.COUNT, 1000), "piece": (Dimension.COUNT, 1000), "": (Dimension.MASS, 1000),
}  # fmt: skip

Cells = Mapping[str, str]


class RowReader:
    """Reads rows one after the other, remembering the products and symptoms that they brought."""

    def __init__(self, here: Names, zone: str) -> None:
        self.units_dropped = 0
        self._zone = zone
        self._units = here.units
        # By name alone and by name and kind; a product in the trash is only meant where its id is given.
        self._products: dict[str | tuple[str, ProductKind], str] = {}
        self._product_ids = set(here.products)
        self._remember([each for each in here.products.values() if each.deleted_ms is None])
        self._symptoms = {folded(symptom_name(here.texts, each)): each.id for each in here.symptoms.values()}
        self._symptom_ids = set(here.symptoms)
        self._built_in = {folded(here.texts(name)): code for code, name in SYMPTOMS.items()}
        self._readers: dict[str, Callable[[Cells, dict[str, Any]], tuple[Entry, list[Entry]]]] = {
            "dose": self._dose, "rating": self._rating, "day_mark": self._day_mark, "note": self._note,
        }  # fmt: skip

    def entries(self, cells: Cells) -> list[Entry]:
        """The row's entry, behind what it names that was not there; Refused with the reason."""
        cells = {name: text_of(cell) if name in TEXT_COLUMNS else cell.strip() for name, cell in cells.items()}
        kind = cells.get("kind", "")
        if kind not in self._readers:
            raise Refused("option-unknown", text=kind[:40], options=", ".join(self._readers))
        entry, named = self._readers[kind](cells, self._common(cells))
        for each in (*named, entry):
            refuse_invalid(each)
        self._remember(named)
        return [*named, entry]

    def _common(self, cells: Cells) -> dict[str, Any]:
        return {
            "id": cells.get("id") or _made_id(cells),
            "origin": cells.get("origin"),
            "private": _flag(cells, "private"),
            "complete_later": _flag(cells, "complete_later"),
            "recorded_ms": utc_ms_of(cells["recorded"]) if "recorded" in cells else 0,
        }

    def _dose(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        product, named = self._product(cells)
        dose = Dose(
            **common,
            at=self._moment(cells),
            product=product,
            amount=self._amount(cells),
            preparation=_choice(Preparation, cells, "preparation"),
            stomach=_choice(Stomach, cells, "stomach"),
            reasons=tuple(clean_name(each) for each in cells.get("reasons", "").split("\n") if each.strip()),
            finished_ms=_instant(cells, "finished"),
            note=clean_note(cells.get("note", "")),
        )
        return dose, named

    def _rating(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        symptom, named = self._symptom(cells)
        rating = Rating(
            **common,
            at=self._moment(cells),
            symptom=symptom,
            value=_rating(cells),
            group=cells.get("group") or common["id"],
            site=clean_name(cells.get("site", "")),
            side=clean_name(cells.get("side", "")),
            dose=cells.get("dose"),
            phase=_choice(Phase, cells, "phase") or Phase.ROUTINE,
            prompted=_flag(cells, "prompted"),
            due_ms=_instant(cells, "due"),
            answer=_choice(Answer, cells, "answer"),
        )
        return rating, named

    def _day_mark(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        mark = _choice(DayMarkKind, cells, "mark")
        if mark is None:
            raise Refused("key-missing", key="mark")
        return DayMark(**common, day=day_of(cells.get("day", "")), mark=mark), []

    def _note(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        return Note(**common, at=self._moment(cells), text=clean_note(cells.get("note", ""))), []

    def _moment(self, cells: Cells) -> Moment:
        text, zone = cells.get("time", ""), cells.get("zone") or self._zone
        wall_clock = wall_clock_of(text)
        return moment_of(text, zone) if wall_clock is None else moment_from_local(wall_clock, zone)

    def _amount(self, cells: Cells) -> Amount:
        basis = _choice(Basis, cells, "basis") or Basis.UNKNOWN
        typed = clean_note(cells.get("typed", ""))
        unit = cells.get("own_unit_id")
        if unit is not None and unit not in self._units:
            self.units_dropped += 1
            unit = None
        dimension, factor = _unit(cells)
        spread = None if "spread" not in cells else _thousandths(cells["spread"], factor)
        if "amount" not in cells:
            return Amount(typed, None, None, basis, spread, unit)
        quantity = _thousandths(cells["amount"], factor)
        # In a spreadsheet the number is corrected and the words beside it are forgotten: the number is what counts.
        if (not typed and "id" not in cells) or (unit is None and _says_another(typed, dimension, quantity)):
            typed = f"{cells['amount']} {cells.get('unit', 'g')}"
        return Amount(typed, quantity, dimension, basis, spread, unit)

    # --- products and symptoms ------------------------------------------------------------------------------------

    def _product(self, cells: Cells) -> tuple[str | None, list[Entry]]:
        name, wanted = clean_name(cells.get("product", "")), cells.get("product_id")
        if wanted in self._product_ids or not name:
            return wanted, []
        kind, content = _choice(ProductKind, cells, "product_kind"), _choice(Content, cells, "product_content")
        kind = None if kind is ProductKind.NOT_SAID else kind
        # A product whose kind was not said takes any of its name.
        ways = ((folded(name), kind), (folded(name), ProductKind.NOT_SAID)) if kind else (folded(name),)
        known = next((self._products[each] for each in ways if each in self._products), None)
        if wanted is None and known is not None:
            return known, []
        # Of one name there may be leaf and an extract.
        called = f"{folded(name)} {kind}" if folded(name) in self._products else folded(name)
        made = Product(id=wanted or origin_id("csv-product", called), name=name)
        return made.id, [of_kind(made, kind or ProductKind.NOT_SAID, content)]

    def _symptom(self, cells: Cells) -> tuple[str, list[Entry]]:
        name, wanted = clean_name(cells.get("symptom", "")), cells.get("symptom_id")
        if wanted is not None and (wanted in self._symptom_ids or not name):
            return wanted, []
        if not name:
            raise Refused("key-missing", key="symptom")
        if wanted is None and folded(name) in self._symptoms:
            return self._symptoms[folded(name)], []
        made = self._new_symptom(name, cells.get("symptom_code"), wanted)
        return made.id, [made]

    def _new_symptom(self, name: str, code: str | None, wanted: str | None) -> Symptom:
        code = code or self._built_in.get(folded(name))
        made = wanted or origin_id("csv-symptom", code or folded(name))
        if code is None:
            return Symptom(id=made, name=name)
        if code not in BY_CODE:
            raise Refused("invalid", field="symptom_code")
        built_in = BY_CODE[code]
        own_name = "" if self._built_in.get(folded(name)) == code else name
        symptom = Symptom(id=made, code=code, name=own_name, kind=built_in.kind)
        return replace(symptom, higher_is_better=built_in.higher_is_better)

    def _remember(self, named: Iterable[Entry]) -> None:
        for each in named:
            if isinstance(each, Product):
                self._products.setdefault(folded(each.name), each.id)
                self._products.setdefault((folded(each.name), each.kind), each.id)
                self._product_ids.add(each.id)
            elif isinstance(each, Symptom):
                name = each.name or next(name for name, code in self._built_in.items() if code == each.code)
                self._symptoms.setdefault(folded(name), each.id)
                self._symptom_ids.add(each.id)


# --- one cell --------------------------------------------------------------------------------------------------------


def _made_id(cells: Cells) -> str:
    return origin_id("csv-row", "\x1f".join(f"{name}\x1e{cells[name]}" for name in COLUMNS if name in cells))


def _says_another(typed: str, dimension: Dimension, quantity: int) -> bool:
    """Whether the words name another amount, unit included; a bare number, or words in own units, may mean this one."""
    try:
        said = parse_amount(typed, (), "?")
    except Refused:
        return False
    return said.known and (said.dimension, said.quantity) != (dimension, quantity)


def _flag(cells: Cells, name: str) -> bool:
    cell = cells.get(name, "0")
    if cell not in ("0", "1"):
        raise Refused("option-unknown", text=cell[:40], options="0, 1")
    return cell == "1"


def _instant(cells: Cells, name: str) -> int | None:
    return utc_ms_of(cells[name]) if name in cells else None


def _choice(enum: type[_Choice], cells: Cells, name: str) -> _Choice | None:
    cell = cells.get(name)
    if cell is None:
        return None
    try:
        return enum(cell)
    except ValueError:
        raise Refused("option-unknown", text=cell[:40], options=", ".join(enum)) from None


def _rating(cells: Cells) -> int | None:
    cell = cells.get("value")
    if cell is None:
        return None
    if not _RATING.fullmatch(cell):
        raise Refused("rating-unreadable", text=cell[:40])
    return int(cell)


def _unit(cells: Cells) -> tuple[Dimension, int]:
    name = cells.get("unit", "")
    if name not in _UNITS:
        raise Refused("option-unknown", text=name[:40], options="g, mg, ml, pieces")
    return _UNITS[name]


def _thousandths(cell: str, factor: int) -> int:
    """An exact decimal; a comma with three digits behind it could mean a thousand, so it is refused."""
    match = _NUMBER.fullmatch(cell)
    if match is None:
        raise Refused("amount-unreadable", text=cell[:40])
    whole, separator, fraction = match[1], match[2], match[3] or ""
    if separator == "," and len(fraction) == 3:
        raise Refused("amount-ambiguous", text=cell[:40], small=f"{whole}.{fraction}", large=f"{whole}{fraction}")
    scaled, scale = int(whole + fraction) * factor, 10 ** len(fraction)
    if scaled % scale:
        raise Refused("amount-too-fine")
    return int(scaled // scale)
