"""Batches with a laboratory's figures where a reaction was noted: product, lot, figures, source, and on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from journal.core.entries import Batch, Dose, Symptom
from journal.core.figure_facts import Facts
from journal.core.queries import EntryQuery
from journal.core.symptoms import SymptomKind
from journal.insights.batch_reactions import BatchReactions, batch_reactions, days_with_a_reaction
from journal.insights.symptom_days import NOTED
from journal.insights.visit_facts import VisitFacts
from journal.reports.as_chosen import Journal
from journal.reports.options import ReportOptions
from journal.reports.page_inputs import PageInputs
from journal.texts.listing import first_of

_DAYS = 4  # of a symptom
_MOST = 50_000


def with_figures(facts: VisitFacts) -> list[Batch]:
    """Those that may be told and of which a laboratory's figures are written down."""
    return [batch for batch in facts.batches if batch.figures.strip() and not batch.private]


def reactions_told(
    journal: Journal,
    facts: Facts,
    batches: Sequence[Batch],
    symptoms: Sequence[Symptom],
    signs: Collection[str],
    options: ReportOptions,
) -> tuple[BatchReactions, ...]:
    """``facts`` without what is withheld; ``signs``: the warning symptoms that the pages may name.

    Batches in the order of their products' names, then as they were opened: nothing is ranked.
    """
    if not (options.products and options.batches and batches):
        return ()
    effects = (symptom.id for symptom in symptoms if symptom.kind is SymptomKind.SIDE_EFFECT)
    symptom_ids = list(dict.fromkeys([*(symptom.id for symptom in symptoms if symptom.id in signs), *effects]))
    reactions = days_with_a_reaction(facts, symptom_ids)
    if not reactions:
        return ()
    names = {product.id: product.name.casefold() for product in journal.all_products()}
    in_order = sorted(batches, key=lambda batch: (names.get(batch.product, ""), batch.opened or dt.date.min, batch.lot))
    taken = EntryQuery(
        kinds=("dose",), products=tuple({batch.product for batch in batches}), first_day=min(reactions),
        last_day=max(reactions), private=False, limit=_MOST,
    )  # fmt: skip
    doses = [dose for dose in journal.find(taken) if isinstance(dose, Dose)]
    return batch_reactions(in_order, doses, reactions, symptom_ids, facts.day_start)


def batch_lines(inputs: PageInputs) -> Iterator[tuple[str, str]]:
    """A paragraph a batch, in the person's words, and the rule that lists them."""
    texts = inputs.texts
    if not inputs.batches:
        return
    for reactions in inputs.batches:
        batch = reactions.batch
        yield _name(inputs, batch), "; ".join([*_figures(inputs, batch), f"{_noted(inputs, reactions)}."])
    yield "", texts(
        "Listed is each batch with a laboratory’s figures of which a dose was written down on a day of this period on "
        "which a side effect of {noted} or more of 10, or a warning symptom, was rated, too. Nothing is said of a "
        "cause, and days without a rating are not known. Figures are as the person copied them, not checked.",
        noted=texts.integer(NOTED),
    )  # fmt: skip


def _name(inputs: PageInputs, batch: Batch) -> str:
    texts, known = inputs.texts, inputs.product_records.get(batch.product)
    product = inputs.printed.words(known.name) if known is not None else texts("Product not said")
    if batch.lot:
        return texts("{product}, lot {lot}", product=product, lot=inputs.printed.words(batch.lot))
    if batch.opened is not None:
        return texts("{product}, opened {day}", product=product, day=texts.short_day(batch.opened))
    return texts("{product}, lot not said", product=product)


def _figures(inputs: PageInputs, batch: Batch) -> Iterator[str]:
    texts, printed = inputs.texts, inputs.printed
    yield texts("“{figures}”", figures=printed.words(batch.figures))
    if batch.figures_source:
        yield texts("source: {source}", source=printed.words(batch.figures_source))
    else:
        yield texts("source not said")


def _noted(inputs: PageInputs, reactions: BatchReactions) -> str:
    """ "on days with a dose of it: nausea (3 Nov, 5 Nov), itching (5 Nov)"."""
    texts = inputs.texts

    def said(symptom: str) -> str:
        noted = reactions.noted[symptom]
        most = len(noted) if len(noted) <= _DAYS + 1 else _DAYS  # one more takes no more room than saying so
        days = first_of(texts, noted, most, inputs.day)
        return texts("{name} ({days})", name=inputs.inside_name(symptom), days=", ".join(days))

    return texts("on days with a dose of it: {noted}", noted=", ".join(map(said, reactions.noted)))
