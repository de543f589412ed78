"""What Herbal Tracker+ writes down, as entries: shared by its JSON backups and its CSV exports.

A strain becomes a product of that name whose kind is not known, because the file does not say it. A dose's amount is
grams on an unknown basis. The scale of the effects that older versions asked for is not known: they are kept in words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.core.amounts import LIMITS, Amount, Dimension
from journal.core.entries import Dose, Note, Product, ProductKind, origin_id
from journal.core.moments import Moment
from journal.core.plaintext import clean_name, clean_note, folded
from journal.core.refusal import Refused
from journal.core.validity import refuse_invalid
from journal.exchange.foreign_values import Times, exact_number, stamp_key
from journal.exchange.identities import Alike, Occurrences
from journal.exchange.json_text import Odd
from journal.exchange.names import Names
from journal.texts import Texts
from journal.texts.marked import marked

NAME = "Herbal Tracker+"
_SOURCE = "herbal-tracker"
_MOST_STRAINS = 20_000
_UNKNOWN_STRAINS = frozenset({"", "???", "unknown strain"})
_FOREIGN_ID = 200
_SAME = 1e-6  # milligrams: what computing with floating numbers adds to 2.3 g
# As the file spells them, older spellings too, and as they are said.
_EFFECTS = marked({
    "mood": "mood", "energy": "energy", "painRelief": "pain relief", "pain_relief": "pain relief",
    "anxiety": "anxiety", "focus": "focus",
})  # fmt: skip
_QUOTED = re.compile("'[=+\\-@\t\r\n]")


class Tracked:
    """Makes entries out of fields, one reading of a file long, and counts what must be said about them."""

    def __init__(self, here: Names, zone: str, texts: Texts) -> None:
        self.times = Times(zone)
        self.without_product = 0
        self._alike = Alike()
        self._texts = texts
        self._ours = {folded(product.name): product.id for product in here.products.values()}
        self._brought: dict[str, str] = {}
        self._by_strain: dict[str, str] = {}
        self._occurrences = Occurrences()

    # --- strains ---

    def strain(self, name: str, archived: bool = False, foreign_id: str = "") -> Product | None:
        """The product for a strain; None if the journal or the file had one of that name before."""
        cleaned = clean_name(name)
        if not cleaned:
            raise Refused("key-missing", key="name")
        known = self._ours.get(folded(cleaned)) or self._brought.get(folded(cleaned))
        made = known or origin_id(f"{_SOURCE}-strain", folded(cleaned))
        if len(self._by_strain) >= _MOST_STRAINS:
            raise Refused("too-many-products", limit=_MOST_STRAINS)
        product = Product(id=made, name=cleaned, kind=ProductKind.NOT_SAID, strain=cleaned, archived=archived)
        refuse_invalid(product)
        self._by_strain[foreign_id or cleaned] = made
        if known:
            return None
        self._brought[folded(cleaned)] = made
        return product

    def product_of(self, foreign_id: str) -> str | None:
        """The product of a strain that the file has named before."""
        return self._by_strain.get(foreign_id)

    # --- doses and effects ---

    def dose(self, stamp: str, amount: Amount, note: str, foreign_id: str | None) -> Dose:
        """A dose. The same one has the same origin in a JSON and in a CSV, where it has no identity of its own."""
        at = self.times.stamp(stamp)
        key = f"{stamp_key(stamp)}\x1e{amount.quantity}"
        number = self._occurrences.number(key)
        origin = origin_id(f"{_SOURCE}-dose", f"{key}\x1e{number}")
        # With its time, because nothing says that two telephones never give the same identity.
        made = origin if foreign_id is None else origin_id(f"{_SOURCE}-id", f"{foreign_id}\x1e{stamp_key(stamp)}")
        dose = Dose(id=made, origin=origin, at=at, amount=amount, note=clean_note(note))
        refuse_invalid(dose)
        self._alike.take(number)
        return dose

    def with_product(self, dose: Dose, product: str | None) -> Dose:
        """The dose of this product, or of none, which is counted."""
        self.without_product += product is None
        return replace(dose, product=product)

    def effects(self, fields: Mapping[str, Any], at: Moment, key: str) -> Note | None:
        """The effects in words, because their scale is not known; None if nothing was noted."""
        effects = self._effects_in_words(fields)
        minutes = whole_number(fields, "duration")
        if minutes is not None:
            effects.append(self._texts.plural("lasted {n} minute", "lasted {n} minutes", minutes))
        text = text_in(fields, "notes")
        if not effects and not text.strip():
            return None
        heading = self._texts("Effects noted in Herbal Tracker+: {effects}", effects=", ".join(effects) or "–")
        note = Note(id=origin_id(f"{_SOURCE}-effect", key), at=at, text=clean_note("\n".join([heading, text]).rstrip()))
        refuse_invalid(note)
        return note

    def _effects_in_words(self, fields: Mapping[str, Any]) -> list[str]:
        values = {name: whole_number(fields, key) for key, name in _EFFECTS.items() if fields.get(key) is not None}
        return [f"{self._texts(name)} {value}" for name, value in values.items()]

    # --- what must be said ---

    def remarks(self) -> list[str]:
        """What a person should know of this reading, in plain words."""
        texts, remarks = self._texts, []
        if self._brought:
            remarks.append(texts("Strains become products."))
        if n := self.without_product:
            many = "{n} doses come without a product, because their strain is not in the file."
            remarks.append(
                texts.plural("{n} dose comes without a product, because its strain is not in the file.", many, n)
            )
        if n := self._alike.count:
            words = "{n} doses have the same time and amount as another one; all of them are taken."
            remarks.append(texts(words, n=texts.integer(n)))
        return [*remarks, *remarks_on_times(self.times, texts)]


def remarks_on_times(times: Times, texts: Texts) -> list[str]:
    """In which zone times were read, and how many came twice in an autumn night."""
    remarks = []
    if n := times.without_offset:
        many = "{n} times name no time zone; they were read as local time in {zone}."
        remarks.append(texts.plural("{n} time names no time zone; it was read as local time in {zone}.", many, n,
                                 zone=times.zone))  # fmt: skip
    return [*remarks, *remark_on_twice(times.twice, texts)]


def remark_on_twice(n: int, texts: Texts) -> list[str]:
    """That so many times came twice in an autumn night; () without any."""
    many = "{n} times came twice, because the clocks went back; the first was taken."
    one = "{n} time came twice, because the clocks went back; the first was taken."
    return [texts.plural(one, many, n)] if n else []


# --- single values ---------------------------------------------------------------------------------------------------


def grams(value: object) -> Amount:
    """The amount in a number or a numeric text of grams, above 0; Refused with an ``amount-`` code or "invalid"."""
    if isinstance(value, str):
        return _grams_in(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused("invalid", field="amount")
    if isinstance(value, int):
        return _grams_in(str(value)) if abs(value) < 10**12 else _absurd()
    return _grams_in(_as_written(value))


def _absurd() -> Amount:
    raise Refused("amount-absurd")


def _as_written(value: float) -> str:
    """2.3000000000000003, which is what 2.3 becomes after some computing, as 2.3."""
    if not math.isfinite(value):
        raise Refused("invalid", field="amount")
    if abs(value) >= 1e6:
        _absurd()
    milligrams = round(value * 1000)
    if abs(value * 1000 - milligrams) > _SAME:
        raise Refused("amount-too-fine")
    sign = "-" if milligrams < 0 else ""
    whole, rest = divmod(abs(milligrams), 1000)
    return f"{sign}{whole}.{rest:03d}".rstrip("0").rstrip(".")


def _grams_in(text: str) -> Amount:
    # The app writes a point; a comma is what a spreadsheet makes of it, and is never a thousand unless it could be one.
    number = exact_number(text, "" if "," in text else ".")
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) > 3:
        raise Refused("amount-too-fine")
    milligrams = int(whole + fraction.ljust(3, "0"))
    if milligrams == 0:
        raise Refused("amount-zero")
    if milligrams > LIMITS[Dimension.MASS]:
        _absurd()
    return Amount(f"{text} g", milligrams, Dimension.MASS)


def whole_number(fields: Mapping[str, Any], key: str) -> int | None:
    """A small whole number or None; Refused("invalid") for anything else."""
    value = fields.get(key)
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is not int or abs(value) > 1_000_000:
        raise Refused("invalid", field=key)
    return value


def text_in(fields: Mapping[str, Any], key: str) -> str:
    """A text, empty if there is none; Refused("invalid") for anything else."""
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused("invalid", field=key)
    return value


def foreign_id_in(fields: Mapping[str, Any], key: str) -> str | None:
    """Another program's identity, a text or a number; None if there is none."""
    value = fields.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, Odd) and value.text:
        return value.text
    if isinstance(value, bool) or not isinstance(value, str | int) or len(str(value)) > _FOREIGN_ID:
        raise Refused("invalid", field=key)
    return str(value)


def first_text(fields: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The first of these keys that is there; Refused("key-missing") if none is."""
    for key in keys:
        if text := text_in(fields, key).strip():
            return text
    raise Refused("key-missing", key=keys[0])


def unquoted(cell: str) -> str:
    """A text cell without the ``'`` that newer versions put before what a spreadsheet could run."""
    return cell[1:] if _QUOTED.match(cell) else cell


def is_known_strain(code: str, name: str) -> bool:
    """Whether the export names a strain; it writes ??? and Unknown strain where it has lost it."""
    return folded(name) not in _UNKNOWN_STRAINS or folded(code) not in _UNKNOWN_STRAINS
