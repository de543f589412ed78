"""Makes what other entries name: products, their own units, and symptoms of the person's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journal.commands.declared_entries import DeclaredMaker, fields_asked, refuse_nothing_said
from journal.commands.products import ProductMaker, choice
from journal.core.amounts import Amount, Dimension
from journal.core.entries import Entry, Product, Symptom, Unit
from journal.core.kinds import KINDS
from journal.core.plaintext import clean_name, folded, shortened
from journal.core.products import STANDARD_UNITS
from journal.core.refusal import Refused
from journal.core.symptoms import SymptomKind
from journal.core.typed_fractions import is_number_alone
from journal.core.validity import refuse_invalid
from journal.core.warning_words import sign_meant
from journal.guidance.emergency_words import signs_to_look_for
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.names import SYMPTOMS, symptom_name
from journal.texts.typed import read_size

NAMED = ("product", "unit", "symptom")
_OWN_KINDS = tuple(kind for kind in SymptomKind if kind is not SymptomKind.WARNING)
_OF_THE_KIND = ("kind", "content")  # said with the name, as of a dose


class NamedMaker:
    """Makes them for one journal; ``symptoms`` are all that it has, the ones just made too."""

    def __init__(
        self, logbook: Logbook, texts: Texts, products: ProductMaker, declared: DeclaredMaker, symptoms: list[Symptom]
    ) -> None:
        self._logbook, self._texts = logbook, texts
        self._products, self._declared, self._symptoms = products, declared, symptoms

    def entries(self, code: str, asked: Mapping[str, Any]) -> list[Entry]:
        """What has to be saved, the one that was asked for first; Refused with the reason."""
        make = {"product": self._product, "unit": self._unit, "symptom": self._symptom}[code]
        _refuse_too_little(code, asked)
        made = make(asked)
        refuse_invalid(made[0])
        return made

    def _product(self, asked: Mapping[str, Any]) -> list[Entry]:
        """A new one; or one of that name with what was said, all else as it was."""
        named = {"product": asked["name"], "new_product": True, **_only(asked, *_OF_THE_KIND)}
        product, made = self._products.product(named)
        rest = {key: value for key, value in asked.items() if key not in ("name", *_OF_THE_KIND)}
        values = self._declared.values(KINDS["product"], rest)
        changed = replace(product, **values, private=asked.get("private", product.private))
        self._products.keep(changed)
        return [changed, *(entry for entry in made if entry.id != product.id)]

    # --- units ---

    def _unit(self, asked: Mapping[str, Any]) -> list[Entry]:
        """A new one; or, of one that the product has, a version from its day on."""
        product, name = self._products.known(asked["product"]), clean_name(asked["name"])
        if not name:
            raise Refused("name-empty")
        if folded(name) in STANDARD_UNITS:
            raise Refused("name-taken", name=name)
        since = self._declared.values(KINDS["unit"], _only(asked, "since")).get("since", self._logbook.today())
        quantity, spread = _size(asked, "quantity"), _size(asked, "spread")
        if spread is not None and (quantity is None or quantity.dimension is not spread.dimension):
            raise Refused("spread-without-quantity", text=asked["spread"].strip()[:40])
        made = Unit(
            product=product.id, name=name, since=since, measured=clean_name(asked.get("measured", "")),
            quantity=quantity.quantity if quantity else None, spread=spread.quantity if spread else None,
            dimension=(quantity.dimension if quantity else None) or Dimension.COUNT,
            private=asked.get("private", False),
        )  # fmt: skip
        self._products.keep_unit(made)
        return [made, *self._with_new_default(product, made)]

    def _with_new_default(self, product: Product, unit: Unit) -> list[Entry]:
        """The product, where its usual unit was an earlier version of this one."""
        before = self._logbook.get(product.default_unit)
        if not isinstance(before, Unit) or folded(before.name) != folded(unit.name):
            return []
        changed = replace(product, default_unit=unit.id)
        self._products.keep(changed)
        return [changed]

    # --- symptoms ---

    def _symptom(self, asked: Mapping[str, Any]) -> list[Entry]:
        """One of the person's own. What means a warning sign is rated as that sign, so that it is heard."""
        name = clean_name(asked["name"])
        if not name:
            raise Refused("name-empty")
        self._refuse_known(name)
        kind = choice(SymptomKind, asked, "kind", _OWN_KINDS) or SymptomKind.SYMPTOM
        rest = {key: value for key, value in asked.items() if key not in ("name", "kind")}
        values = self._declared.values(KINDS["symptom"], rest)
        position = 1 + max((symptom.position for symptom in self._symptoms), default=-1)
        made = Symptom(name=name, kind=kind, position=position, private=asked.get("private", False), **values)
        self._symptoms.append(made)
        return [made]

    def _refuse_known(self, name: str) -> None:
        if any(folded(symptom_name(self._texts, known)) == folded(name) for known in self._symptoms):
            raise Refused("name-taken", name=name)
        if any(folded(self._texts(built_in)) == folded(name) for built_in in SYMPTOMS.values()):
            raise Refused("symptom-built-in", name=shortened(name))
        meant = sign_meant(name)
        if meant is not None or signs_to_look_for(name):
            signs = [meant] if meant is not None else signs_to_look_for(name)
            named = ", ".join(f"“{self._texts(SYMPTOMS[code])}”" for code in signs if code in SYMPTOMS)
            raise Refused("symptom-not-rated" if named else "symptom-to-note", name=shortened(name), signs=named)


def _refuse_too_little(code: str, asked: Mapping[str, Any]) -> None:
    """Each needs its name, and a unit its product."""
    fields = fields_asked(code)
    if not any(field.name in asked for field in fields):
        refuse_nothing_said(KINDS[code], asked)
    for field in fields:
        if (field.required or field.name == "name") and field.name not in asked:
            raise Refused("key-missing", key=field.name)


def _only(asked: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: asked[key] for key in keys if key in asked}


def _size(asked: Mapping[str, Any], key: str) -> Amount | None:
    """A mass or a volume with its unit."""
    if key not in asked:
        return None
    text = asked[key]
    if is_number_alone(text):
        raise Refused("amount-without-unit", text=text.strip()[:40])
    size = read_size(text)
    if size.quantity is None:
        raise Refused("amount-unreadable", text=text.strip()[:40])
    return size
