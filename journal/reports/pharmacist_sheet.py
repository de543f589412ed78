"""Every word of the sheet for a pharmacist: a list to be checked, and what this program's own list says of it.

It carries no rating, no mood, no note, no count of days taken, no level, and never the word "none".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.core.entries import Condition, Product
from journal.core.health import ConditionKind
from journal.core.substances import Source
from journal.guidance.interaction_words import NOT_STUDIED, evidence_words
from journal.guidance.interactions import RANK, InteractionClass, is_only_the_product
from journal.guidance.recognising import recognise
from journal.guidance.shipped import sources
from journal.insights.group_words import group_inside
from journal.insights.groups import Group, group_of_product
from journal.reports.dated_later import since_words
from journal.reports.sheet_facts import ProductTaken
from journal.reports.sheet_inputs import SheetInputs, joined
from journal.reports.sheet_options import ALCOHOL, CANNABIS, CONDITIONS, OTHER
from journal.reports.substance_rows import known
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts
from journal.texts.amounts import piece_text
from journal.texts.health_names import LABS as LAB_NAMES
from journal.texts.health_names import SOURCES, USES
from journal.texts.marked import marked
from journal.texts.names import CONTENTS, PRODUCT_KINDS

MOST_INTERACTIONS = 10
_SOURCES_OF_ONE = 2
RECEPTORS = "hill-2022"
_DRINK = 1000
# As the list of what is asked names them; sleep apnoea is breathing, too.
_ORGANS = (
    (marked("Liver"), (ConditionKind.LIVER,)),
    (marked("Kidney"), (ConditionKind.KIDNEY,)),
    (marked("Heart"), (ConditionKind.HEART,)),
    (marked("Breathing, sleep apnoea"), (ConditionKind.BREATHING, ConditionKind.SLEEP_APNOEA)),
    (marked("Seizures"), (ConditionKind.SEIZURES,)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a table; ``strong``: the first one's name, in bold before its words."""

    strong: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What has no answer here: two boxes, and a line to write on; ``unit`` stands before the line."""

    label: str
    unit: str = ""


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
    texts, taken = inputs.texts, [(item, inputs.name_of(item)) for item in _taken(inputs)]
    classes, more = _classes_to_print(taken)
    cited = _Cited()
    receptors = texts("Kratom products contain substances that act on opioid receptors {source}.",
                      source=cited.numbers([RECEPTORS]))  # fmt: skip
    interactions = tuple(_interaction(texts, class_, names, cited) for class_, names in classes)
    return PharmacistSheet(
        title=texts("For the pharmacist: please check this list"),
        identity=texts("Name: {name}", name=inputs.printed.words(inputs.options.name) or "_" * 24),
        made_on=texts("Made {day}", day=texts.short_day(inputs.made_at.local.date())),
        intro=(_list_checked(inputs),),
        products_note=_products_note(inputs),
        products=tuple(_product(inputs, product) for product in inputs.facts.products),
        receptors=receptors,
        taken=tuple(_row(inputs, *named) for named in taken),
        not_recognised=_not_recognised(inputs, taken),
        health=tuple(_health(inputs)),
        asked=tuple(_asked(inputs)),
        interactions=interactions,
        interactions_note=texts("proposed by the program, not reviewed"),
        below_interactions=tuple(_below(texts, interactions, more)),
        questions=tuple(inputs.printed.words(question.text) for question in inputs.facts.questions),
        sources=tuple(cited.lines()),
        not_shown=tuple(inputs.not_shown()),
    )


def _list_checked(inputs: SheetInputs) -> tuple[str, str]:
    """When the person last said that the list is whole; nothing follows from it for what is not on it."""
    texts, checked = inputs.texts, inputs.facts.list_checked
    scope = texts("Written down by the person; not compared with prescriptions. People are not asked every day, and "
                  "entries can be left out.")  # fmt: skip
    if checked is None:
        return "", scope
    day = texts.short_day(checked.statement.day)
    if checked.ask_again:
        return texts("List from {day}, not checked by the person since.", day=day), scope
    return texts("List checked by the person on {day}.", day=day), scope


# --- products --------------------------------------------------------------------------------------------------------


def _products_note(inputs: SheetInputs) -> str:
    texts, facts = inputs.texts, inputs.facts
    note = texts("last {n} days, to {day}; labels, not tested", n=texts.integer(facts.last28.days),
                 day=texts.short_day(facts.last28.last))  # fmt: skip
    if facts.since is not None:
        note = texts("{note}; taken since {month}", note=note, month=texts.month_and_year(facts.since))
    if facts.products and facts.left_out:
        note = texts("{note}. {left_out}", note=note, left_out=inputs.doses_left_out())
    return note


def _product(inputs: SheetInputs, taken: ProductTaken) -> Row:
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


# --- what else is taken ----------------------------------------------------------------------------------------------


def _taken(inputs: SheetInputs) -> list[TakenBeside]:
    """With alcohol, where it was counted in drinks and may be told."""
    taken = [*inputs.facts.taken]
    if inputs.facts.alcohol is not None and not any(item.choice == ALCOHOL for item in taken):
        taken.append(TakenBeside(ALCOHOL, known(ALCOHOL), ALCOHOL, None))
    return taken


def _row(inputs: SheetInputs, taken: TakenBeside, name: str) -> Row:
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
    if taken.choice != ALCOHOL or alcohol is None or alcohol.drinks is None:
        return ""
    return inputs.texts.plural(
        "{n}+ drink written down in {days} days to {day}", "{n}+ drinks written down in {days} days to {day}",
        alcohol.drinks // _DRINK, days=inputs.texts.integer(inputs.facts.last28.days),
        day=inputs.texts.short_day(inputs.facts.last28.last),
    )  # fmt: skip


def _recognised(inputs: SheetInputs, taken: TakenBeside) -> str:
    if not taken.known.recognised:
        return inputs.texts("not recognised")
    return ", ".join(recognise(taken.name).generics)


def _source(texts: Texts, source: Source | None) -> str:
    return texts("not said") if source is None else texts(SOURCES[source])


def _dates(inputs: SheetInputs, taken: TakenBeside) -> str:
    texts, listed = inputs.texts, taken.listed
    if listed is None:
        return ""
    return ", ".join(_dated(inputs, None, listed.since, listed.until)) or texts("not said")


def _dated(inputs: SheetInputs, planned: dt.date | None, since: dt.date | None, until: dt.date | None) -> Iterator[str]:
    texts = inputs.texts
    if planned is not None:
        yield texts("on {day}", day=texts.short_day(planned))
    if since is not None:
        yield since_words(texts, since, inputs.made_at.local.date())
    if until is not None:
        yield texts("until {day}", day=texts.short_day(until))


def _last(inputs: SheetInputs, taken: TakenBeside) -> str:
    """Of what is on no list: the last day on which it was written down."""
    if not taken.days:
        return ""
    return inputs.texts("last written down {day}", day=inputs.texts.short_day(max(taken.days)))


def _not_recognised(inputs: SheetInputs, taken: Sequence[tuple[TakenBeside, str]]) -> str:
    names = [name for item, name in taken if not item.known.recognised]
    if not names:
        return ""
    return inputs.texts("Names not recognised, so not checked: {names}. This does not mean safe.",
                        names=", ".join(names))  # fmt: skip


# --- health ----------------------------------------------------------------------------------------------------------


def _health(inputs: SheetInputs) -> Iterator[tuple[str, str]]:
    """What the person wrote, under a term in bold; what was not told is asked with boxes."""
    texts, facts = inputs.texts, inputs.facts
    if inputs.options.planned:
        yield texts("Planned operation or visit"), joined(_planned(inputs))
    elif facts.operations:
        yield texts("Planned operation"), joined(_planned(inputs))
    if facts.allergies:
        yield texts("Allergies"), joined(_with_dates(inputs, allergy) for allergy in facts.allergies)
    for label, kinds in _ORGANS:
        if conditions := _of(inputs, kinds):
            yield texts(label), joined(_with_dates(inputs, condition) for condition in conditions)
    if facts.pregnancies:
        yield texts("Pregnancy, breastfeeding"), joined(_with_dates(inputs, state) for state in facts.pregnancies)
    if facts.labs:
        yield texts("Laboratory values"), joined(_labs(inputs))


def _planned(inputs: SheetInputs) -> Iterator[str]:
    """What was typed for this printing, and every operation that is written down as ahead."""
    yield inputs.printed.words(inputs.options.planned)
    for operation in inputs.facts.operations:
        yield _with_dates(inputs, operation)


def _of(inputs: SheetInputs, kinds: Sequence[ConditionKind]) -> list[Condition]:
    if not inputs.options.prints(CONDITIONS):
        return []
    return [condition for condition in inputs.facts.conditions if condition.what in kinds]


def _with_dates(inputs: SheetInputs, condition: Condition) -> str:
    """ "knee on 14 Dec 2026", "fatty liver since 1 May 2024"."""
    dates = _dated(inputs, condition.planned, condition.since, condition.until)
    return " ".join([inputs.condition(condition), *dates])


def _labs(inputs: SheetInputs) -> Iterator[str]:
    texts, printed = inputs.texts, inputs.printed
    for lab in inputs.facts.labs:
        name = lab.name or texts(LAB_NAMES[lab.what])
        value = printed.words(" ".join(part for part in (name, lab.value, lab.unit) if part))
        words = texts("{value} on {day}", value=value, day=texts.short_day(lab.day))
        yield (
            texts("{said} (range printed there {range})", said=words, range=printed.words(lab.normal))
            if (lab.normal)
            else words
        )


def _asked(inputs: SheetInputs) -> Iterator[Asked]:
    """Boxes for whatever is not told above, whether it was never asked, answered with no, or left out."""
    texts, facts = inputs.texts, inputs.facts
    if not facts.operations and not inputs.options.planned:
        yield Asked(texts("Planned operation"), texts("date"))
    if not facts.allergies:
        yield Asked(texts("Allergies"), texts("to"))
    for label, kinds in _ORGANS:
        if not _of(inputs, kinds):
            yield Asked(texts(label))
    if not facts.pregnancies:
        yield Asked(texts("Pregnant, breastfeeding"))
    choices = {item.choice for item in _taken(inputs)}
    for label, choice in _BESIDE:
        if choice not in choices:
            yield Asked(texts(label))
    if not facts.labs:
        yield Asked(texts("Laboratory values"))


_BESIDE = ((marked("Alcohol"), ALCOHOL), (marked("Cannabis"), CANNABIS), (marked("Other substances"), OTHER))


# --- what the list says ----------------------------------------------------------------------------------------------


class _Cited:
    """Sources by the number under which they stand at the end."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def numbers(self, ids: Sequence[str]) -> str:
        """ "[1, 2]"."""
        self._ids += [source for source in ids if source not in self._ids]
        return f"[{', '.join(str(self._ids.index(source) + 1) for source in ids)}]" if ids else ""

    def lines(self) -> Iterator[str]:
        """Where each stands."""
        for number, source_id in enumerate(self._ids, 1):
            source = sources()[source_id]
            year = "" if source.year is None else f", {source.year}"
            yield f"[{number}] {source.organisation}: {source.title}{year}. {source.address}"


def _classes_to_print(taken: Sequence[tuple[TakenBeside, str]]) -> tuple[list[tuple[InteractionClass, list[str]]], int]:
    """The classes of what is printed above with the names in them, those to ask about first, and how many are more."""
    named: dict[str, list[str]] = {}
    of: list[InteractionClass] = []
    for item, name in taken:
        if is_only_the_product(recognise(item.name).generics):
            continue
        for class_ in item.known.classes:
            named.setdefault(class_.id, []).append(name)
            of.append(class_)
    ordered = sorted({class_.id: class_ for class_ in of}.values(), key=_first_asked)
    rows = [(class_, [*dict.fromkeys(named[class_.id])]) for class_ in ordered]
    return rows[:MOST_INTERACTIONS], len(rows[MOST_INTERACTIONS:])


def _first_asked(of: InteractionClass) -> int:
    return min(RANK[level] for column in (True, False) for level in of.levels(column))


def _interaction(texts: Texts, of: InteractionClass, names: Sequence[str], cited: _Cited) -> Row:
    source = cited.numbers(of.sources[:_SOURCES_OF_ONE]) or texts("no source found")
    return Row(", ".join(names), (of.name, of.mechanism or texts(NOT_STUDIED), evidence_words(texts, of), source))


def _below(texts: Texts, rows: Sequence[Row], more: int) -> Iterator[str]:
    if not rows:
        yield texts("This program’s list has nothing to quote for what is written above.")
    if more:
        yield texts.plural("{n} more class of what is written above is in the program’s list and has no room here.",
                           "{n} more classes of what is written above are in the program’s list and have no room "
                           "here.", more)  # fmt: skip
    yield texts("Not listed does not mean safe. No prescribed medicine should be stopped because of this sheet.")
