"""Every word of the emergency card: for someone who finds the person and knows nothing of them.

It carries no amount unless that was chosen, no rating, no mood, no diagnosis of dependence, no address and not the
name of this program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.core.health import ConditionKind
from journal.guidance.shipped import sources
from journal.insights import thresholds
from journal.insights.group_words import group_inside
from journal.insights.groups import Group, group_of_product
from journal.reports.seizures_noted import noted_words
from journal.reports.sheet_inputs import SheetInputs
from journal.reports.sheet_options import (
    ALCOHOL,
    AMOUNTS,
    CANNABIS,
    CONTACT,
    HEART,
    LIVER,
    MEDICINES,
    OTHER,
    SEIZURES,
)
from journal.reports.takes_now import use_words
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts
from journal.texts.health_names import TAKEN
from journal.texts.marked import marked

# Each sentence that states a fact with where it was read, in the order of the card.
_STATED = (
    (marked("Not breathing well: call {number} and give naloxone. May be needed again."),
     ("asam-naloxone-2025", "westjem-naloxone")),
    (marked("Usual drug tests do not find it."), ("eldridge-2018",)),
    (marked("If admitted: withdrawal is possible, please treat it."), ("uic-2023", "kucharik-2019")),
)  # fmt: skip
_RECEPTORS = ("hill-2022",)
_GROUPS = (Group.LEAF, Group.EXTRACT, Group.SEVEN_OH)
_BOX = "☐"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A term in bold, and what is said of it.

    Where there is no room, ``names`` are cut, and left out from the end and counted. Before that, amounts are left
    out from the end: ``short`` are the same names without theirs, where amounts were chosen. ``bold``: all of it.
    """

    term: str
    names: tuple[str, ...] = ()
    bold: bool = False
    short: tuple[str, ...] = ()

    def name(self, number: int, amounts: int) -> str:
        """The name at this place: with its amount, if it is among the first so many, and amounts are known."""
        return self.short[number] if self.short and number >= amounts else self.names[number]

    @property
    def amounts(self) -> int:
        """Of how many names an amount can be left out."""
        return len(self.short)


@dataclass(frozen=True, slots=True)
class EmergencyCard:
    """``outside`` is all that is read on the folded card; ``left`` and ``right`` stand inside.

    ``to_write``: lines for a pen, at the end of the right side as far as there is room: nobody is named unasked.
    """

    outside: str
    made_on: str
    left: tuple[CardLine, ...]
    right: tuple[CardLine, ...]
    to_write: tuple[CardLine, ...]
    sources: tuple[str, ...]


def emergency_card(inputs: SheetInputs) -> EmergencyCard:
    """What stands on it; everything that is typed went through ``inputs.printed``."""
    texts = inputs.texts
    return EmergencyCard(
        outside=texts("Medical information"),
        made_on=texts("Made {day}. May be out of date.", day=texts.short_day(inputs.made_at.local.date())),
        left=tuple(_left(inputs)),
        right=tuple(_right(inputs)),
        to_write=tuple(_lines_to_write(inputs)),
        sources=() if inputs.options.plant else tuple(_sources(inputs)),
    )


def _stated(inputs: SheetInputs) -> list[str]:
    """The sentences with the emergency number; words stand in its place where no country is chosen."""
    number = inputs.printed.words(inputs.options.emergency) or inputs.texts("the emergency number")
    return [inputs.texts(words, number=number) for words, _ in _STATED]


def _sources(inputs: SheetInputs) -> Iterator[str]:
    """They name what is taken, so they stand only where the card does, too."""
    ids_of = (ids for _, ids in _STATED)
    stated = zip(_stated(inputs), ids_of, strict=True)
    cited = [(inputs.texts("Acts on opioid receptors."), _RECEPTORS), *stated]
    for words, ids in cited:
        read = "; ".join(f"{sources()[source].organisation}, {sources()[source].address}" for source in ids)
        yield f"{words} {read}"


# --- the left side: what it is, and what to do -----------------------------------------------------------------------


def _left(inputs: SheetInputs) -> Iterator[CardLine]:
    kinds, often = tuple(_kinds(inputs)), _how_often(inputs)
    if len(kinds) == 1 and often == inputs.texts("Daily."):  # in a line of its own it read as something else
        kinds, often = (inputs.texts("{what}, daily.", what=kinds[0]),), ""
    yield CardLine(_takes(inputs), kinds)
    if often:
        yield CardLine(often)
    if inputs.options.prints(AMOUNTS) and inputs.facts.products and inputs.facts.left_out:
        yield CardLine("", (inputs.doses_left_out(),))
    first, *others = _stated(inputs)
    yield CardLine(first, bold=True)
    yield from (CardLine("", (words,)) for words in others)


def _takes(inputs: SheetInputs) -> str:
    if inputs.options.plant:
        return inputs.texts("Takes a plant product that acts on opioid receptors:")
    return inputs.texts("Takes kratom (acts on opioid receptors):")


def _kinds(inputs: SheetInputs) -> Iterator[str]:
    """Leaf, extract or 7-OH, with amounts where they were chosen; boxes where nothing is known."""
    groups = _groups(inputs)
    if not {*groups} & {*_GROUPS}:
        yield " ".join(f"{_BOX} {group_inside(inputs.texts, group)}" for group in _GROUPS)
        return
    for group in groups:
        yield _kind(inputs, group)


def _groups(inputs: SheetInputs) -> list[Group]:
    """What was taken, in the order of the card."""
    taken = {group_of_product(product.product) for product in inputs.facts.products}
    return [group for group in (*_GROUPS, Group.NOT_SAID) if group in taken]


def _kind(inputs: SheetInputs, group: Group) -> str:
    name, figures = group_inside(inputs.texts, group), inputs.facts.figures.group(group)
    if not inputs.options.prints(AMOUNTS) or figures is None or figures.doses.last28.value is None:
        return name
    return inputs.texts("{group} {use}", group=name, use=use_words(inputs.texts, figures))


def _how_often(inputs: SheetInputs) -> str:
    """Daily or not, as far as days are known; never from days of which nothing is. Of several kinds, each by itself."""
    texts, days, groups = inputs.texts, inputs.facts.days, _groups(inputs)
    if days.known < thresholds.DAYS_KNOWN:
        return texts("{box} daily {box} not daily", box=_BOX)
    if len(groups) > 1:
        return _of_each(inputs, groups)
    if days.taken == inputs.facts.last28.days:
        return texts("Daily.")
    if not days.without:
        return texts("On each of the {n} days written down in the last {of} days.", n=texts.integer(days.taken),
                     of=texts.integer(inputs.facts.last28.days))  # fmt: skip
    return texts("Not daily: on {k} of {n} days written down.", k=texts.integer(days.taken),
                 n=texts.integer(days.known))  # fmt: skip


def _of_each(inputs: SheetInputs, groups: Sequence[Group]) -> str:
    """ "Of 11 days written down in the last 28 days: leaf on each; 7-OH on 1 day." """
    texts, known, of = inputs.texts, inputs.facts.days.known, inputs.facts.last28.days
    kinds = "; ".join(_of_one(inputs, group) for group in groups)
    if known == of:
        return texts("In the last {of} days: {kinds}.", of=texts.integer(of), kinds=kinds)
    return texts("Of {n} days written down in the last {of} days: {kinds}.", n=texts.integer(known),
                 of=texts.integer(of), kinds=kinds)  # fmt: skip


def _of_one(inputs: SheetInputs, group: Group) -> str:
    texts, facts = inputs.texts, inputs.facts
    name, taken = group_inside(texts, group), facts.days_of.get(group, 0)
    if not taken:  # but listed: it was taken on the day of the card
        return texts("{group} on {day} only", group=name, day=texts.short_day(facts.today))
    if taken == facts.last28.days:
        return texts("{group} daily", group=name)
    if taken == facts.days.known:
        return texts("{group} on each", group=name)
    return texts.plural("{group} on {n} day", "{group} on {n} days", taken, group=name)


# --- the right side: allergies, what was chosen, medicines -----------------------------------------------------------


def _right(inputs: SheetInputs) -> Iterator[CardLine]:
    texts, facts, options = inputs.texts, inputs.facts, inputs.options
    allergies = tuple(inputs.printed.words(allergy.name) or texts("not said to what") for allergy in facts.allergies)
    yield CardLine(texts("Allergies:"), allergies or _to_write(texts))
    for label, field, kind in _CHOSEN:
        if options.prints(field) and (names := tuple(_conditions(inputs, kind))):
            yield CardLine(texts("{condition}:", condition=texts(label)), names)
    if facts.pregnancies:
        yield CardLine(texts("Pregnancy:"), tuple(map(inputs.condition, facts.pregnancies)))
    medicines = _names(inputs, (MEDICINES,)) if options.prints(MEDICINES) else {}
    yield _taken(texts("Medicines:"), medicines or {"_" * 30: "_" * 30})
    if also := _names(inputs, (ALCOHOL, CANNABIS, OTHER)):
        yield _taken(texts("Also takes:"), also)
    if options.naloxone:
        yield CardLine(texts("Naloxone is kept:"), (inputs.printed.words(options.naloxone),))
    if options.prints(CONTACT) and facts.contacts:
        contact = facts.contacts[0]
        yield CardLine(
            texts("Contact:"), tuple(inputs.printed.words(part) for part in (contact.name, contact.phone) if part)
        )


def _lines_to_write(inputs: SheetInputs) -> Iterator[CardLine]:
    """Who it is, and whom to call where that is not printed."""
    texts = inputs.texts
    if not (inputs.options.prints(CONTACT) and inputs.facts.contacts):
        yield CardLine(texts("Contact:"), ("_" * 32,))
    yield CardLine(texts("Name, born:"), ("_" * 30,))


def _conditions(inputs: SheetInputs, kind: ConditionKind) -> Iterator[str]:
    """Of seizures also when they were noted."""
    yield from (inputs.condition(condition) for condition in inputs.facts.conditions if condition.what is kind)
    if kind is ConditionKind.SEIZURES and (words := noted_words(inputs.texts, inputs.facts.seizure_days)):
        yield words


_CHOSEN = (
    (marked("Seizures"), SEIZURES, ConditionKind.SEIZURES),
    (marked("Heart"), HEART, ConditionKind.HEART),
    (marked("Liver"), LIVER, ConditionKind.LIVER),
)


def _to_write(texts: Texts) -> tuple[str, ...]:
    """Boxes for what was never asked, answered with no, or left out."""
    return (texts("{box} no {box} yes, to {line}", box=_BOX, line="_" * 20),)


def _taken(term: str, names: Mapping[str, str]) -> CardLine:
    full, short = tuple(names), tuple(names.values())
    return CardLine(term, full, short=short if short != full else ())


def _names(inputs: SheetInputs, choices: Sequence[str]) -> dict[str, str]:
    """What is taken now, ended lately or was written down lately, sedatives first, each once, with its amount if that
    was chosen; and the same without.
    """
    words = inputs.texts(TAKEN[ALCOHOL])
    names = {words: words} if ALCOHOL in choices and inputs.facts.alcohol is not None else {}
    chosen = [item for item in _on_card(inputs) if item.choice in choices]
    return names | {inputs.with_amount(item): inputs.without_amount(item) for item in chosen}


def _on_card(inputs: SheetInputs) -> list[TakenBeside]:
    return [item for item in inputs.facts.taken if inputs.counts_on_card(item)]
