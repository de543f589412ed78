"""The product that a dose on the command line names: one of the journal's, or a new one whose kind may be said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from journal.core.entries import Content, Entry, Product, ProductKind, Unit
from journal.core.plaintext import clean_name, folded
from journal.core.product_kinds import COUNTED_TOO, USUAL_UNITS, Doubt, of_kind, questions, unit_at_first
from journal.core.refusal import Refused
from journal.core.typed_amounts import find_unit
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import PRODUCT_KINDS

_Choice = TypeVar("_Choice", bound=StrEnum)
_SAID_KINDS = tuple(kind for kind in ProductKind if kind is not ProductKind.NOT_SAID)
_SAID_ONCE = marked({
    Doubt.NOT_SAID: "The kind of {name} is not said. Figures that need it leave it out. "
    "Say it with --kind, or in the window, under Products.",
    Doubt.CONTENT: "What a tablet of {name} holds is not said. Figures that need it leave it out. "
    "Say it with --content, or in the window, under Products.",
})  # fmt: skip


class ProductMaker:
    """Finds the products of one journal by name, remembering those that it has just made."""

    def __init__(self, logbook: Logbook, texts: Texts) -> None:
        self._logbook, self._texts = logbook, texts
        self._products = logbook.products()
        self._made_units: list[Unit] = []

    def product(self, asked: Mapping[str, Any]) -> tuple[Product, list[Entry]]:
        """The product of that name, and what must be saved for it; a new one only when that was asked for."""
        name = clean_name(asked["product"])
        if not name:
            raise Refused("name-empty")
        kind, content = _kind_asked_for(asked)
        known = self._called(name, kind)
        if known is not None:
            updated = _with_what_is_said(known, kind, content)
            if updated != known:
                self._products[self._products.index(known)] = updated
            return updated, [updated] if updated != known else []
        if not asked.get("new_product"):
            raise self._unknown(name)
        return self._made(name, kind, content)

    def known(self, text: str) -> Product:
        """The one product of that name, for what belongs to a product; Refused where there is none or more than one."""
        name = clean_name(text)
        if not name:
            raise Refused("name-empty")
        named = self._named(name)
        if not named:
            raise Refused("product-to-log-first", name=name[:40])
        if len(named) > 1:
            raise Refused("product-more-than-once", name=name[:40])
        return named[0]

    def keep(self, changed: Product) -> None:
        """This version of a product is to be saved."""
        self._products = [changed if product.id == changed.id else product for product in self._products]

    def keep_unit(self, unit: Unit) -> None:
        """This unit is to be saved."""
        self._made_units.append(unit)

    def _named(self, name: str) -> list[Product]:
        """Those of exactly that name; else those of the same letters, small or large."""
        named = [product for product in self._products if folded(product.name) == folded(name)]
        return [product for product in named if product.name == name] or named

    def _called(self, name: str, kind: ProductKind | None) -> Product | None:
        """The product of that name; of several the one of that kind. Refused where that leaves more than one."""
        named = self._named(name)
        fit = [product for product in named if product.kind is kind] or named
        if len(fit) > 1:
            kinds = ", ".join(product.kind for product in named)
            raise Refused("product-several", name=name[:40], kinds=kinds)
        return fit[0] if fit else None

    def units(self, product: Product, day: dt.date) -> list[Unit]:
        """The product's own units as they hold on that day, the one that was just made too."""
        made = [unit for unit in self._made_units if unit.product == product.id]
        return [*self._logbook.units(product.id, day), *made]

    def counted(self, product: Product, unit_text: str) -> Unit | None:
        """A unit that counts the pieces that were typed ("tablets", "caps"), where such a product comes in them."""
        for usual in COUNTED_TOO.get(product.kind, ()):
            unit = Unit(product=product.id, name=self._texts(usual), since=self._logbook.today())
            if find_unit(unit_text, [unit]) is unit:
                self._made_units.append(unit)
                return unit
        return None

    def _made(self, name: str, kind: ProductKind | None, content: Content | None) -> tuple[Product, list[Entry]]:
        if content is not None and kind is not ProductKind.TABLET:
            raise Refused("content-not-tablet")
        made = of_kind(Product(name=name), kind or ProductKind.NOT_SAID, content)
        made = replace(made, default_unit=unit_at_first(made.kind))
        units: list[Unit] = []
        if usual := USUAL_UNITS.get(made.kind):  # counted, so that one capsule is never taken for a gram
            units = [Unit(product=made.id, name=self._texts(usual), since=self._logbook.today())]
            made = replace(made, default_unit=units[0].id)
        self._products.append(made)
        self._made_units += units
        return made, [made, *units]

    def _unknown(self, name: str) -> Refused:
        names = [product.name for product in self._products][:30]
        return Refused(
            "product-unknown-of" if names else "product-unknown-none", name=name[:40], names=", ".join(names)
        )


def still_to_say(texts: Texts, entries: Iterable[Entry]) -> Iterator[str]:
    """A line for each of these products whose kind is not said, or is not what its name says."""
    for product in entries:
        if not isinstance(product, Product):
            continue
        for question in questions(product)[:1]:
            if question.kind_by_name is None:
                yield texts(_SAID_ONCE[question.doubt], name=product.name)
            else:
                kind_by_name = texts(PRODUCT_KINDS[question.kind_by_name])
                yield texts(
                    "The name of {name} speaks of {told}; what was said is: {kind}. Say what it is in the window, "
                    "under Products.",
                    name=product.name, told=kind_by_name, kind=texts(PRODUCT_KINDS[product.kind]),
                )  # fmt: skip


def newest_of_each(entries: Sequence[Entry]) -> list[Entry]:
    """Of an entry in two versions the later one, in the earlier one's place: a later line may have said a kind."""
    newest = {entry.id: entry for entry in entries}
    return [newest.pop(entry.id) for entry in entries if entry.id in newest]


def _kind_asked_for(asked: Mapping[str, Any]) -> tuple[ProductKind | None, Content | None]:
    kind, content = choice(ProductKind, asked, "kind", _SAID_KINDS), choice(Content, asked, "content")
    if content is not None and kind not in (None, ProductKind.TABLET):
        raise Refused("content-not-tablet")
    return kind, content


def _with_what_is_said(product: Product, kind: ProductKind | None, content: Content | None) -> Product:
    """The product with what nobody had said before; Refused where somebody said something else."""
    if kind is None and content is None:
        return product
    open_still = product.kind is ProductKind.NOT_SAID or product.ask_kind
    wanted = kind or product.kind
    if wanted is not product.kind and not open_still:
        raise Refused("kind-differs", name=product.name[:40], kind=product.kind, given=wanted)
    if content is not None and wanted is not ProductKind.TABLET:
        raise Refused("content-not-tablet")
    if content is not None and product.content not in (None, content):
        raise Refused("kind-differs", name=product.name[:40], kind=product.content, given=content)
    return of_kind(product, wanted, content or product.content)


def choice(
    enum: type[_Choice], asked: Mapping[str, Any], key: str, options: Iterable[_Choice] | None = None
) -> _Choice | None:
    """What was asked for under this key out of the ``options``; None if nothing was, Refused if it is none of them."""
    if key not in asked:
        return None
    chosen = next((option for option in options or enum if option == asked[key]), None)
    if chosen is None:
        raise Refused("option-unknown", text=str(asked[key])[:40], options=", ".join(options or enum))
    return chosen
