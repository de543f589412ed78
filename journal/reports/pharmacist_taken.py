"""The tables of the pharmacist's sheet: the products, and what else is taken, each with what was written down of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core.entries import Product
from journal.core.substances import Source
from journal.guidance.recognising import recognise
from journal.guidance.unknown_parts import unknown_in_short
from journal.insights.group_words import group_inside
from journal.insights.groups import Group, group_of_product
from journal.reports.drinks import drinks_in
from journal.reports.sheet_doses import ProductTaken
from journal.reports.sheet_inputs import SheetInputs, joined
from journal.reports.sheet_options import ALCOHOL
from journal.reports.substance_rows import known
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts
from journal.texts.amounts import piece_text
from journal.texts.health_names import SOURCES, USES
from journal.texts.names import CONTENTS, PRODUCT_KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a table; ``strong``: the first one's name, in bold before its words."""

    strong: str
    cells: tuple[str, ...]


def products_note(inputs: SheetInputs) -> str:
    """Of which days they are, those of the running day too, and what is not among them."""
    texts, facts = inputs.texts, inputs.facts
    at = inputs.made_at.local
    note = texts("last {n} days, to {day}, and since, to {now}, {time}; labels, not tested",
                 n=texts.integer(facts.last28.days), day=texts.short_day(facts.last28.last),
                 now=texts.day_and_month(at.date()), time=texts.time(at))  # fmt: skip
    if facts.since is not None:
        note = texts("{note}; taken since {month}", note=note, month=texts.month_and_year(facts.since))
    if facts.products and facts.left_out:
        note = texts("{note}. {left_out}", note=note, left_out=inputs.doses_left_out())
    return note


def product_row(inputs: SheetInputs, taken: ProductTaken) -> Row:
    """One product: what it is, how much of it a day, and since when."""
    texts, product = inputs.texts, taken.product
    since = "" if taken.since is None else texts.short_day(taken.since)
    if product is None:
        return Row(texts("Product not said"), ("", texts("kind not said"), _a_day(inputs, taken), since))
    kind = texts(PRODUCT_KINDS[product.kind])
    if product.content:
        kind = texts("{kind} ({content})", kind=kind, content=texts(CONTENTS[product.content]))
    group = group_of_product(product)
    if group is not Group.NOT_SAID and not product.content and group_inside(texts, group) not in kind:
        kind = texts("{kind} ({content})", kind=kind, content=group_inside(texts, group))
    strength = inputs.printed.words(product.strength) or _sizes(inputs, product) or texts("strength not said")
    return Row(inputs.printed.words(product.name), ("", joined((kind, strength)), _a_day(inputs, taken), since))


def _sizes(inputs: SheetInputs, product: Product) -> str:
    """ "1 tablet = 20 mg as entered": the person's own units, where no strength was written down."""
    texts = inputs.texts
    return joined(
        texts("1 {unit} = {size} as entered", unit=inputs.printed.words(unit.name),
              size=piece_text(texts, unit.quantity, unit.dimension, unit.spread))
        for unit in inputs.facts.units if unit.product == product.id and unit.quantity is not None
    )  # fmt: skip


def _a_day(inputs: SheetInputs, taken: ProductTaken) -> str:
    """ "2 on days it was taken (median)" or, of few days, "3 doses in all"; "at least" where any dose is left out."""
    texts = inputs.texts
    if taken.a_day is None:
        words = texts.plural("{n} dose in all", "{n} doses in all", taken.doses)
    else:
        words = texts("{n} on days it was taken (median)", n=texts.number(round(taken.a_day * 1000)))
    return texts("at least {doses}", doses=words) if inputs.facts.left_out else words


def what_else_is_taken(inputs: SheetInputs) -> list[TakenBeside]:
    """With alcohol, where it was counted in drinks and may be told."""
    taken, alcohol = [*inputs.facts.taken], inputs.facts.alcohol
    if alcohol is not None and not any(item.choice == ALCOHOL for item in taken):
        taken.append(TakenBeside(ALCOHOL, known(ALCOHOL), ALCOHOL, None, written_ms=alcohol.written_ms))
    return taken


def taken_row(inputs: SheetInputs, taken: TakenBeside, name: str) -> Row:
    """A medicine or another substance as it was written down, and what it was recognised as."""
    texts, listed = inputs.texts, taken.listed
    if listed is None:
        return Row(name, (_drinks(inputs, taken), _recognised(inputs, taken), "", _last(inputs, taken),
                                           ""))  # fmt: skip
    use = texts(USES[listed.use]) if listed.use and not listed.how_often else ""
    own = [inputs.printed.words(part) for part in (listed.amount, listed.how_often) if part]
    return Row(
        name,
        (", ".join(filter(None, [*own, use])), _recognised(inputs, taken), _source(texts, listed.source),
         _dates(inputs, taken), ""),
    )  # fmt: skip


def _drinks(inputs: SheetInputs, taken: TakenBeside) -> str:
    alcohol = inputs.facts.alcohol
    if taken.choice != ALCOHOL or alcohol is None or not alcohol.drinks:
        return ""
    days = inputs.facts.last28
    return inputs.texts("{drinks} to {day}, as written down", drinks=drinks_in(inputs.texts, alcohol.drinks, days.days),
                        day=inputs.texts.short_day(days.last))  # fmt: skip


def _recognised(inputs: SheetInputs, taken: TakenBeside) -> str:
    if not taken.known.recognised:
        return inputs.texts("not recognised")
    recognised = recognise(taken.name)
    unknown = unknown_in_short(inputs.texts, recognised)
    return " · ".join(filter(None, [", ".join(recognised.generics), unknown]))


def _source(texts: Texts, source: Source | None) -> str:
    return texts("not said") if source is None else texts(SOURCES[source])


def _dates(inputs: SheetInputs, taken: TakenBeside) -> str:
    texts, listed = inputs.texts, taken.listed
    if listed is None:
        return ""
    return ", ".join(inputs.dates(None, listed.since, listed.until)) or texts("not said")


def _last(inputs: SheetInputs, taken: TakenBeside) -> str:
    """Of what is on no list: the last day on which it was written down."""
    days, alcohol = list(taken.days), inputs.facts.alcohol
    if taken.choice == ALCOHOL and alcohol is not None and alcohol.last is not None:
        days.append(alcohol.last)
    return inputs.texts("last written down {day}", day=inputs.texts.short_day(max(days))) if days else ""


def not_recognised(inputs: SheetInputs, taken: Sequence[tuple[TakenBeside, str]]) -> str:
    """The names of which the list says nothing; "" where it knows them all."""
    names = [part for item, name in taken for part in (item.known.unknown if item.known.recognised else (name,))]
    if not names:
        return ""
    return inputs.texts("Names not recognised, so not checked: {names}. This does not mean safe.",
                        names=", ".join(names))  # fmt: skip
