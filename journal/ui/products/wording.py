"""Products in words: facts as recorded and as printed, by name, with no word of comparison."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from journal.core.entries import Product, ProductKind, Unit
from journal.core.plaintext import folded
from journal.core.product_kinds import open_question, questions
from journal.core.product_use import ProductUse, share_percent
from journal.core.typed_amounts import TYPED_UNITS
from journal.insights.groups import Group, group_of_product
from journal.texts import Texts
from journal.texts.amounts import piece_text
from journal.texts.names import PREPARATIONS
from journal.ui.entries.product_kind_words import badge_text, kind_text
from journal.ui.products.lines import Shown


@dataclass(frozen=True, slots=True)
class Uses:
    """The counts of all products; ``counted`` is False until they were read."""

    of: dict[str | None, ProductUse]
    counted: bool = True

    @property
    def doses(self) -> int:
        """All recorded doses, those without a product too."""
        return sum(use.doses for use in self.of.values())

    @property
    def unnamed(self) -> int:
        """Doses that name no product."""
        return self.of[None].doses if None in self.of else 0


NOT_COUNTED = Uses({}, counted=False)


def uses_of(uses: Iterable[ProductUse]) -> Uses:
    """The counts by product."""
    return Uses({use.product: use for use in uses})


def by_name(products: Iterable[Product]) -> list[Product]:
    """In the order of their names, and in no other."""
    return sorted(products, key=lambda product: (folded(product.name), product.id))


def product_line(texts: Texts, product: Product, uses: Uses, answered: Collection[str] = ()) -> Shown:
    """The product's line in the list; ``answered`` are the keys of the questions about kinds that were answered."""
    badge = _badge(texts, product, answered)
    kind = kind_text(texts, product) if product.kind is not ProductKind.NOT_SAID else ""
    detail = details_below(texts, product, kind=False)
    return Shown(product.id, product.name, detail, _facts(texts, product, uses), badge, kind)


def _badge(texts: Texts, product: Product, answered: Collection[str]) -> str:
    """What is still to be said of the kind; of a tablet whose label does not say it, also after the answer."""
    question = open_question(product, answered) or next(iter(questions(product)), None)
    if question is None or (question.kind_by_name is not None and question.key in answered):
        return ""
    return badge_text(texts, question)


def details_below(texts: Texts, product: Product, kind: bool = True) -> str:
    """ "capsules · Some Vendor · Red Bali, red vein · archived"; without the ``kind`` where a badge says it."""
    strain = ", ".join(part for part in (product.strain, product.vein) if part)
    archived = texts("archived") if product.archived else ""
    parts = (kind_text(texts, product) if kind else "", product.vendor, strain, archived)
    return " · ".join(part for part in parts if part)


def kind_hint(texts: Texts, product: Product) -> str:
    """What a product of no kind that figures know means for them; "" for every other."""
    if group_of_product(product) is not Group.NOT_SAID:
        return ""
    return texts("Its amounts stand under “kind not said” and are never added to leaf, extract or 7-OH.")


def _facts(texts: Texts, product: Product, uses: Uses) -> tuple[str, ...]:
    use = uses.of.get(product.id)
    if not uses.counted:
        return ()
    if use is None:
        return (texts("no doses recorded"),)
    doses = texts.plural("{n} dose", "{n} doses", use.doses)
    percent = texts("{n} %", n=share_percent(use.doses, uses.doses))
    return (f"{doses} · {percent}", days_text(texts, use.first, use.last))


def days_text(texts: Texts, first: dt.date, last: dt.date) -> str:
    """ "3 May 2025 – 22 Nov 2026", or the one day."""
    if first == last:
        return texts.short_day(first)
    return texts("{first} – {last}", first=texts.short_day(first), last=texts.short_day(last))


def sections(texts: Texts, product: Product, uses: Uses, units: Sequence[Unit]) -> list[tuple[str, str]]:
    """What is known of the product: a small heading and its text, empty ones left out."""
    named = [
        (texts("Vendor"), product.vendor),
        (texts("Strain label, as printed"), product.strain),
        (texts("Vein label, as printed"), product.vein),
        (texts("Stated strength"), strength_text(texts, product)),
        (texts("Usual unit"), _usual_unit(product, units)),
        (texts("Usual preparation"), _preparation(texts, product)),
        (texts("Recorded use"), _use(texts, product, uses)),
    ]
    return [(name, text) for name, text in named if text]


def strength_text(texts: Texts, product: Product) -> str:
    """As it is stated, with where that stands."""
    if not product.strength_source:
        return product.strength
    return texts("{strength} (source: {source})", strength=product.strength, source=product.strength_source)


def _usual_unit(product: Product, units: Sequence[Unit]) -> str:
    own = next((unit.name for unit in units if unit.id == product.default_unit), "")
    return own or (product.default_unit if product.default_unit in TYPED_UNITS else "")


def _preparation(texts: Texts, product: Product) -> str:
    return texts(PREPARATIONS[product.default_preparation]) if product.default_preparation else ""


def _use(texts: Texts, product: Product, uses: Uses) -> str:
    use = uses.of.get(product.id)
    if not uses.counted:
        return ""
    if use is None:
        return texts("no doses recorded")
    share = texts(
        "{n} of {all} recorded doses, {percent} %",
        n=texts.integer(use.doses), all=texts.integer(uses.doses), percent=share_percent(use.doses, uses.doses),
    )  # fmt: skip
    days = texts("first {first}, last {last}", first=texts.short_day(use.first), last=texts.short_day(use.last))
    return "\n".join(part for part in (share, _mass(texts, use), days) if part)


def _mass(texts: Texts, use: ProductUse) -> str:
    """The sum in grams, and of how many doses it is one; nothing where no dose has a weight."""
    if not use.with_mass:
        return ""
    grams = texts("{grams} g", grams=texts.number(use.mass))
    if use.with_mass == use.doses:
        return texts("{grams} in all", grams=grams)
    return texts.plural(
        "{grams} in the {n} dose with a known weight", "{grams} in the {n} doses with a known weight",
        use.with_mass, grams=grams,
    )  # fmt: skip


# --- own units ------------------------------------------------------------------------------------------------------


def versions(units: Sequence[Unit]) -> list[list[Unit]]:
    """A product's own units by name, each with its versions, newest first as they are given."""
    by_folded_name: dict[str, list[Unit]] = {}
    for unit in units:
        by_folded_name.setdefault(unit.name.casefold(), []).append(unit)
    return [by_folded_name[name] for name in sorted(by_folded_name)]


def unit_size(texts: Texts, unit: Unit) -> str:
    """ "2.2 ± 0.16 g, 5 weighed, from 22 Nov 2026" """
    if unit.quantity is None:
        size = texts("counted only")
    else:
        size = piece_text(texts, unit.quantity, unit.dimension, unit.spread)
    since = texts("from {day}", day=texts.short_day(unit.since)) if unit.since else ""
    return ", ".join(part for part in (size, unit.measured, since) if part)
