"""One CSV row as an entry, with the product or symptom that it names if the journal has none of that name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from journal.core.amounts import Amount, Basis
from journal.core.entries import (
    DIARY_KINDS,
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
from journal.core.fields import Field, Quantity, Refers, When
from journal.core.kinds import KINDS, Kind
from journal.core.moments import Moment
from journal.core.plaintext import clean_name, clean_note, folded
from journal.core.product_kinds import of_kind
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE
from journal.core.validity import refuse_invalid
from journal.core.words_of_amounts import number_in_words, says_otherwise
from journal.exchange.cells import text_of
from journal.exchange.csv_cells import (
    Cells,
    choice_in,
    declared_value,
    flag_in,
    instant_in,
    made_id,
    rating_in,
    says_another,
    thousandths_in,
    unit_in,
)
from journal.exchange.csv_columns import TEXT_COLUMNS
from journal.exchange.foreign_values import Times
from journal.exchange.instants import day_of, moment_of, utc_ms_of, wall_clock_of
from journal.exchange.names import Names
from journal.texts.names import SYMPTOMS, symptom_name

_MOST_NAMED = 20_000  # products, or symptoms: each is remembered as long as the file is read
_OF_THE_ID = {
    "product": ("product_id", "product_kind", "product_content", "own_unit_id", "batch"),
    "symptom": ("symptom_id", "symptom_code"),
}
_Reader = Callable[[Cells, dict[str, Any]], tuple[Entry, list[Entry]]]


class RowReader:
    """Reads rows one after the other, remembering the products and symptoms that they brought."""

    def __init__(self, here: Names, zone: str) -> None:
        self.units_dropped = self.times_twice = 0
        self._zone = zone
        self._units = here.units
        self._called_by_id: dict[str, str] = {}
        # A product in the trash is only meant where its id is given.
        self._products: dict[str, list[Product]] = {}
        self._product_ids = set(here.products)
        self._remember([product for product in here.products.values() if product.deleted_ms is None])
        self._called_by_id |= {product.id: product.name for product in here.products.values()}
        self._called_by_id |= {symptom.id: symptom_name(here.texts, symptom) for symptom in here.symptoms.values()}
        self._former = here.former
        self._symptoms = {folded(symptom_name(here.texts, symptom)): symptom.id for symptom in here.symptoms.values()}
        self._symptom_ids = set(here.symptoms)
        self._built_in = {folded(here.texts(name)): code for code, name in SYMPTOMS.items()}
        special: dict[str, _Reader] = {
            "dose": self._dose, "rating": self._rating, "day_mark": self._day_mark, "note": self._note,
        }  # fmt: skip
        self._readers = {kind: special.get(kind) or partial(self._declared, KINDS[kind]) for kind in DIARY_KINDS}

    def entries(self, cells: Cells) -> list[Entry]:
        """The row's entry, behind what it names that was not there; Refused with the reason."""
        kind = cells.get("kind", "").strip()
        if kind not in self._readers:
            raise Refused("option-unknown", text=kind[:40], options=", ".join(self._readers))
        texts = TEXT_COLUMNS[kind]
        cells = {name: text_of(cell) if name in texts else cell.strip() for name, cell in cells.items()}
        entry, named = self._readers[kind](self._as_named(cells), self._common(cells))
        for row_entry in (*named, entry):
            refuse_invalid(row_entry)
        self._remember(named)
        return [*named, entry]

    def _common(self, cells: Cells) -> dict[str, Any]:
        return {
            "id": cells.get("id") or made_id(cells),
            "origin": cells.get("origin"),
            "private": flag_in(cells, "private"),
            "complete_later": flag_in(cells, "complete_later"),
            "recorded_ms": utc_ms_of(cells["recorded"]) if "recorded" in cells else 0,
        }

    def _dose(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        product, named = self._product(cells)
        dose = Dose(
            **common,
            at=self._moment(cells),
            product=product,
            amount=self._amount(cells),
            preparation=choice_in(Preparation, cells, "preparation"),
            stomach=choice_in(Stomach, cells, "stomach"),
            reasons=tuple(clean_name(reason) for reason in cells.get("reasons", "").split("\n") if reason.strip()),
            finished_ms=instant_in(cells, "finished"),
            note=clean_note(cells.get("note", "")),
            batch=cells.get("batch"),
        )
        return dose, named

    def _rating(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        symptom, named = self._symptom(cells)
        rating = Rating(
            **common,
            at=self._moment(cells),
            symptom=symptom,
            value=rating_in(cells),
            group=cells.get("group") or common["id"],
            site=clean_name(cells.get("site", "")),
            side=clean_name(cells.get("side", "")),
            dose=cells.get("dose"),
            phase=choice_in(Phase, cells, "phase") or Phase.ROUTINE,
            prompted=flag_in(cells, "prompted"),
            due_ms=instant_in(cells, "due"),
            answer=choice_in(Answer, cells, "answer"),
        )
        return rating, named

    def _day_mark(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        mark = choice_in(DayMarkKind, cells, "mark")
        if mark is None:
            raise Refused("key-missing", key="mark")
        return DayMark(**common, day=day_of(cells.get("day", "")), mark=mark), []

    def _note(self, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        return Note(**common, at=self._moment(cells), text=clean_note(cells.get("note", ""))), []

    def _declared(self, kind: Kind, cells: Cells, common: dict[str, Any]) -> tuple[Entry, list[Entry]]:
        """An entry of a kind that needs no more than its declared fields; a field without a cell is not said."""
        values, named = dict(common), list[Entry]()
        for field in kind.fields:
            if field.name in common or field.name == "deleted_ms":
                continue
            value, made = self._value(field, cells)
            named += made
            if value is not None:
                values[field.name] = value
            elif field.required:
                raise Refused("key-missing", key=field.name_in_files)
        return kind.cls(**values), named

    def _value(self, field: Field, cells: Cells) -> tuple[Any, list[Entry]]:
        """A field's value, None if nothing is said, and what it names that was not there."""
        match field.declared:
            case When():
                return self._moment(cells), []
            case Quantity():
                return self._amount(cells), []
            case Refers("product"):
                return self._product(cells)
            case Refers("symptom"):
                return self._symptom(cells)
        return declared_value(field, cells), []

    def _moment(self, cells: Cells) -> Moment:
        text, zone = cells.get("time", ""), cells.get("zone") or self._zone
        wall_clock = wall_clock_of(text)
        if wall_clock is None:
            return moment_of(text, zone)
        times = Times(zone)
        moment = times.at(wall_clock)
        self.times_twice += times.twice
        return moment

    def _amount(self, cells: Cells) -> Amount:
        basis = choice_in(Basis, cells, "basis") or Basis.UNKNOWN
        typed = clean_note(cells.get("typed", ""))
        unit = cells.get("own_unit_id")
        if unit is not None and unit not in self._units:
            self.units_dropped += 1
            unit = None
        dimension, factor = unit_in(cells)
        spread = None if "spread" not in cells else thousandths_in(cells["spread"], factor, dimension)
        if "amount" not in cells:
            return Amount(typed, None, None, basis, spread, unit)
        quantity = thousandths_in(cells["amount"], factor, dimension)
        amount = Amount(typed, quantity, dimension, basis, spread, unit)
        if unit is not None and says_another(typed, dimension, quantity, self._units[unit]):
            # Which of both was corrected nobody can tell: the words and the number are bound by the unit's size.
            beside = number_in_words(amount)
            raise Refused("amounts-disagree", text=typed[:40], beside=beside, typed="typed", number="amount")
        # In a spreadsheet the number is corrected and the words beside it are forgotten: the number is what counts.
        if (not typed and "id" not in cells) or says_otherwise(amount):
            return replace(amount, text=f"{cells['amount']} {cells.get('unit', 'g')}")
        return amount

    # --- products and symptoms ------------------------------------------------------------------------------------

    def _product(self, cells: Cells) -> tuple[str | None, list[Entry]]:
        name, wanted = clean_name(cells.get("product", "")), cells.get("product_id")
        if wanted in self._product_ids or not name:
            return wanted, []
        kind, content = choice_in(ProductKind, cells, "product_kind"), choice_in(Content, cells, "product_content")
        kind = None if kind is ProductKind.NOT_SAID else kind
        known = self._called(name, kind) if wanted is None else None
        if known is not None:
            return known.id, []
        # Of one name there may be leaf and an extract.
        if len(self._product_ids) >= _MOST_NAMED:
            raise Refused("too-many-products", limit=_MOST_NAMED)
        called = f"{folded(name)} {kind}" if folded(name) in self._products else folded(name)
        private = flag_in(cells, "product_private")
        made = Product(id=wanted or origin_id("csv-product", called), name=name, private=private)
        return made.id, [of_kind(made, kind or ProductKind.NOT_SAID, content)]

    def _as_named(self, cells: Cells) -> Cells:
        """A name that is not that of the id beside it, nor one it had, was corrected: it is what a person sees. What
        belongs to that id goes with it."""
        for column, with_it in _OF_THE_ID.items():
            name, wanted = folded(clean_name(cells.get(column, ""))), cells.get(f"{column}_id", "")
            called = folded(self._called_by_id.get(wanted, name))
            if name and called != name and name not in self._former(wanted):
                cells = {key: cell for key, cell in cells.items() if key not in with_it}
        return cells

    def _called(self, name: str, kind: ProductKind | None) -> Product | None:
        """The one of exactly that name, else of the same letters; one whose kind was not said takes any of its name.

        Refused where it can be several: nobody is there to say which.
        """
        named = self._products.get(folded(name), [])
        named = [product for product in named if product.name == name] or named
        if kind is not None:
            of_kind_said = [product for product in named if product.kind is kind]
            named = of_kind_said or [product for product in named if product.kind is ProductKind.NOT_SAID]
        if len(named) > 1:
            raise Refused("product-of-several", name=name[:40])
        return named[0] if named else None

    def _symptom(self, cells: Cells) -> tuple[str, list[Entry]]:
        name, wanted = clean_name(cells.get("symptom", "")), cells.get("symptom_id")
        if wanted is not None and (wanted in self._symptom_ids or not name):
            return wanted, []
        if not name:
            raise Refused("key-missing", key="symptom")
        if wanted is None and folded(name) in self._symptoms:
            return self._symptoms[folded(name)], []
        if len(self._symptom_ids) >= _MOST_NAMED:
            raise Refused("too-many-symptoms", limit=_MOST_NAMED)
        made = self._new_symptom(name, cells.get("symptom_code"), wanted)
        return made.id, [replace(made, private=flag_in(cells, "symptom_private"))]

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
        for entry in named:
            if isinstance(entry, Product):
                self._products.setdefault(folded(entry.name), []).append(entry)
                self._product_ids.add(entry.id)
                self._called_by_id.setdefault(entry.id, entry.name)
            elif isinstance(entry, Symptom):
                name = entry.name or next(name for name, code in self._built_in.items() if code == entry.code)
                self._symptoms.setdefault(folded(name), entry.id)
                self._symptom_ids.add(entry.id)
                self._called_by_id.setdefault(entry.id, name)
