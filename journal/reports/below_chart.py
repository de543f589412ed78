"""What the three blocks below the chart of page 1 say: before and after a dose, side effects, products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core import limits
from journal.core.entries import Product
from journal.insights.cells import day_count
from journal.insights.named_products import ProductUse
from journal.insights.rated_days import Rated
from journal.insights.wording import before_and_after_caption
from journal.reports.page_inputs import PageInputs
from journal.reports.visit import effects_to_ask, is_effect_told_above
from journal.texts import Texts
from journal.texts.names import CONTENTS, PREPARATIONS, PRODUCT_KINDS


@dataclass(frozen=True, slots=True)
class BeforeAndAfterBlock:
    """``caption`` stands below the histogram, or alone."""

    title: str
    note: str
    caption: str


@dataclass(frozen=True, slots=True)
class EffectsBlock:
    """Rows of name, last 28 days (or as many as there are), 28 before; ``asked``: boxes where nothing was rated;
    ``never``: what never was.
    """

    title: str
    note: str
    head: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]
    never: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product: its name, how much it was used, and what its label says."""

    name: str
    used: str
    label: str


@dataclass(frozen=True, slots=True)
class ProductsBlock:
    """``unnamed`` counts doses that name no product; ``blank``: words before a line to write on."""

    title: str
    note: str
    rows: tuple[ProductRow, ...]
    unnamed: str
    blank: str


def before_and_after_block(inputs: PageInputs) -> BeforeAndAfterBlock:
    """Ratings, not amounts: all products together."""
    texts, figures = inputs.texts, inputs.summary.before_and_after
    window = inputs.summary.last28
    note = day_count(texts, window.days) if figures.pairs else ""
    return BeforeAndAfterBlock(texts("Before → after"), note, before_and_after_caption(texts, figures, window))


# --- side effects ---------------------------------------------------------------------------------------------------


def effects_block(inputs: PageInputs) -> EffectsBlock:
    """On k of n rated days, with the worst rating; never "none"."""
    texts, summary = inputs.texts, inputs.summary
    rows = tuple(
        (inputs.name_in_column(effect.symptom), _rated(texts, effect.last28),
         texts("not chosen") if effect.before28 is None else _rated(texts, effect.before28))
        for effect in summary.side_effects
    )  # fmt: skip
    days = day_count(texts, summary.days_compared)
    unsaid = texts("not told for {days}: ask", days=days)
    if is_effect_told_above(inputs):
        unsaid = texts("others not told for {days}: ask", days=days)
    note = texts("1+: k of n days rated") if rows else unsaid
    never = ", ".join(inputs.inside_name(symptom) for symptom in summary.never_rated)
    return EffectsBlock(
        texts("Side effects"), note, (_head(texts, summary.last28.days), texts("before")), rows,
        texts("Not rated in {days}: {names}.", days=days, names=never) if never and rows else "",
        () if rows else effects_to_ask(inputs),
    )  # fmt: skip


def _head(texts: Texts, days: int) -> str:
    return texts("last {n}", n=texts.integer(days)) if days == limits.WINDOW_DAYS else day_count(texts, days)


def _rated(texts: Texts, rated: Rated) -> str:
    """ "15 of 16, worst 5"."""
    if not rated.n:
        return texts("not rated")
    words = texts("{k} of {n}", k=texts.integer(rated.k), n=texts.integer(rated.n))
    return (
        words if rated.worst is None else texts("{said}, worst {worst}", said=words, worst=texts.integer(rated.worst))
    )


# --- products -------------------------------------------------------------------------------------------------------


def products_block(inputs: PageInputs) -> ProductsBlock:
    """Every product of the last 28 days, most doses first: names, kinds and strengths are those of labels."""
    texts, summary = inputs.texts, inputs.summary
    rows = tuple(_product(inputs, use) for use in summary.products)
    unnamed = ""
    if summary.unnamed_doses:
        unnamed = texts.plural("{n} dose names no product.", "{n} doses name no product.", summary.unnamed_doses)
    blank = "" if _something_said([inputs.product_records[use.product] for use in summary.products]) else (
        texts("Vendor, strength:") if rows else texts("Product, vendor, strength:")
    )  # fmt: skip
    return ProductsBlock(
        texts("Products, {days}", days=day_count(texts, summary.last28.days)),
        texts("labels, not checked"),
        rows,
        unnamed,
        blank,
    )


def _something_said(products: Sequence[Product]) -> bool:
    return any(product.vendor or product.strength for product in products)


def _product(inputs: PageInputs, use: ProductUse) -> ProductRow:
    texts, product = inputs.texts, inputs.product_records[use.product]
    doses = texts.plural("{n} dose", "{n} doses", use.doses)
    used = texts("{doses}, {days}", doses=doses, days=day_count(texts, use.days))
    return ProductRow(inputs.products[use.product], used, inputs.printed.words(_label(texts, product)))


def _label(texts: Texts, product: Product) -> str:
    """ "7-OH, Corner Shop, 15 mg, in water", or "leaf powder; vendor, strength and preparation not said"."""
    kind = texts(PRODUCT_KINDS[product.kind])
    if product.content:
        kind = texts("{kind} ({content})", kind=kind, content=texts(CONTENTS[product.content]))
    named = ((texts("vendor"), product.vendor), (texts("strength"), product.strength))
    preparation = texts(PREPARATIONS[product.default_preparation]) if product.default_preparation else ""
    words = ", ".join(filter(None, (kind, product.vendor, product.strength, preparation)))
    if missing := [name for name, value in named if not value]:
        return texts("{said}; {missing} not said", said=words, missing=_listed(texts, missing))
    return words


def _listed(texts: Texts, words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return texts("{some} and {last}", some=", ".join(words[:-1]), last=words[-1])
