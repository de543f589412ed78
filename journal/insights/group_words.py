"""What groups of products and their units are called."""

from __future__ import annotations

from journal.insights.cells import said_text, scale_of
from journal.insights.groups import Group
from journal.insights.summary import Statistic, Unit
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural

_GROUPS = marked({
    Group.LEAF: "Leaf",
    Group.EXTRACT: "Extract",
    Group.SEVEN_OH: "7-OH",
    Group.NOT_SAID: "Kind not said",
})  # fmt: skip
_INSIDE = marked({
    Group.LEAF: "leaf",
    Group.EXTRACT: "extract",
    Group.SEVEN_OH: "7-OH",
    Group.NOT_SAID: "kind not said",
})  # fmt: skip
_A_DAY = marked({
    Unit.GRAMS: "g a day",
    Unit.MILLIGRAMS: "mg a day",
    Unit.MILLILITRES: "ml a day",
    Unit.PIECES: "pieces a day",
    Unit.NONE: "doses a day",
})  # fmt: skip


# The forms beside a number, where they differ.
_COUNTED_A_DAY = {
    Unit.PIECES: marked_plural("piece a day", "pieces a day"), Unit.NONE: marked_plural("dose a day", "doses a day"),
}  # fmt: skip


def group_name(texts: Texts, group: Group) -> str:
    """At the beginning of a line: Leaf."""
    return texts(_GROUPS[group])


def group_inside(texts: Texts, group: Group) -> str:
    """Inside of a sentence: leaf."""
    return texts(_INSIDE[group])


def unit_a_day(texts: Texts, unit: Unit) -> str:
    """ "g a day"; of ``Unit.NONE`` "doses a day"."""
    return texts(_A_DAY[unit])


def unit_a_day_beside(texts: Texts, unit: Unit, number: float) -> str:
    """The same beside a number: "piece a day" after 1."""
    forms = _COUNTED_A_DAY.get(unit)
    if forms is None or number != round(number):
        return unit_a_day(texts, unit)
    return texts.plural(*forms, round(number))


def unit_sign(texts: Texts, unit: Unit) -> str:
    """ "g"; of ``Unit.NONE`` nothing."""
    return texts(unit.value) if unit.value else ""


def amount_text(texts: Texts, unit: Unit, value: Statistic) -> str:
    """ "at least 8.0 g", "1 piece"."""
    words = said_text(texts, value, scale_of(unit))
    return texts("{amount} {unit}", amount=words, unit=unit_sign_beside(texts, unit, value.value))


def unit_sign_beside(texts: Texts, unit: Unit, number: float) -> str:
    """ "g", "piece" after 1, "pieces"."""
    return texts("piece") if unit is Unit.PIECES and number == 1 else unit_sign(texts, unit)
