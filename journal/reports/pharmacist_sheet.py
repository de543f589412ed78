"""Every word of the sheet for a pharmacist: a list to be checked, and what this program's own list says of it.

It carries no rating, no mood, no note, no count of days taken, no level, and never the word "none".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.insights.statements import Standing
from journal.reports.pharmacist_health import Asked, asked_with_boxes, health_told
from journal.reports.pharmacist_linked import linked_lines
from journal.reports.pharmacist_quotes import (
    Cited,
    adding_up_lines,
    below_quotes,
    classes_to_print,
    interaction_row,
    sum_lines,
)
from journal.reports.pharmacist_taken import (
    Row,
    not_recognised,
    product_row,
    products_note,
    taken_row,
    what_else_is_taken,
)
from journal.reports.sheet_inputs import SheetInputs
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts

RECEPTORS = "hill-2022"


@dataclass(frozen=True, slots=True)
class PharmacistSheet:
    """The words in the order of the sheet. ``unsaid``: rows to write on, below each table."""

    title: str
    identity: str
    made_on: str
    intro: tuple[tuple[str, str], ...]
    products_note: str
    products: tuple[Row, ...]
    receptors: str
    taken: tuple[Row, ...]
    not_recognised: str
    health: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]
    interactions: tuple[Row, ...]
    interactions_note: str
    below_interactions: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[str, ...]
    not_shown: tuple[str, ...]


def pharmacist_sheet(inputs: SheetInputs) -> PharmacistSheet:
    """What stands on it; everything that is typed went through ``inputs.printed``."""
    texts, taken = inputs.texts, [(item, inputs.name_of(item)) for item in what_else_is_taken(inputs)]
    cited = Cited()
    receptors = texts("Kratom products contain substances that act on opioid receptors {source}.",
                      source=cited.numbers([RECEPTORS]))  # fmt: skip
    interactions = tuple(interaction_row(texts, class_, names, cited) for class_, names in classes_to_print(taken))
    going_on = [item for item in taken if item[0].ended(inputs.made_at.local.date()) is None]
    adding_up = (
        *adding_up_lines(texts, _sedatives(inputs, taken), cited),
        *sum_lines(texts, going_on, cited),
        *linked_lines(inputs, going_on, cited),
    )
    return PharmacistSheet(
        title=texts("For the pharmacist: please check this list"),
        identity=texts("Name: {name}", name=inputs.printed.words(inputs.options.name) or "_" * 24),
        made_on=texts("Made {day}", day=texts.short_day(inputs.made_at.local.date())),
        intro=(_list_checked(inputs, taken),),
        products_note=products_note(inputs),
        products=tuple(product_row(inputs, product) for product in inputs.facts.products),
        receptors=receptors,
        taken=tuple(taken_row(inputs, *named) for named in taken),
        not_recognised=not_recognised(inputs, taken),
        health=tuple(health_told(inputs)),
        asked=tuple(asked_with_boxes(inputs)),
        interactions=interactions,
        interactions_note=texts("proposed by the program, not reviewed"),
        below_interactions=(*adding_up, *below_quotes(texts, interactions, taken)),
        questions=tuple(inputs.printed.words(question.text) for question in inputs.facts.questions),
        sources=tuple(cited.lines()),
        not_shown=tuple(inputs.not_shown()),
    )


def _sedatives(inputs: SheetInputs, taken: Sequence[tuple[TakenBeside, str]]) -> list[str]:
    """What makes sleepy among what is printed above and has not ended."""
    today = inputs.made_at.local.date()
    return [name for item, name in taken if item.known.sedative and item.ended(today) is None]


def _list_checked(inputs: SheetInputs, taken: Sequence[tuple[TakenBeside, str]]) -> tuple[str, str]:
    """When the person last said that the list is whole; nothing follows from it for what is not on it."""
    texts, checked = inputs.texts, inputs.facts.list_checked
    scope = texts("Written down by the person; not compared with prescriptions. People are not asked every day, and "
                  "entries can be left out.")  # fmt: skip
    if checked is None:
        return "", scope
    return f"{_checked_on(texts, checked)} {_written_since(texts, checked, taken)}".strip(), scope


def _checked_on(texts: Texts, checked: Standing) -> str:
    day = texts.short_day(checked.statement.day)
    if checked.outdated:
        return texts("List from {day}, not confirmed by the person since it changed.", day=day)
    if checked.ask_again:
        return texts("List from {day}, not checked by the person since.", day=day)
    return texts("List looked through by the person on {day}; not all of it need be here.", day=day)


def _written_since(texts: Texts, checked: Standing, taken: Sequence[tuple[TakenBeside, str]]) -> str:
    since = [name for item, name in taken if item.came_after(checked.statement)]
    return texts("Since then also written down: {names}.", names=", ".join(since)) if since else ""
