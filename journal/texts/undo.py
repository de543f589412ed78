"""Change sets in words, for the Edit menu, the status line and an entry's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from journal.core.kinds import KINDS, refuse_other_kinds
from journal.texts.language import Texts
from journal.texts.marked import marked


@dataclass(frozen=True, slots=True)
class Steps:
    """What was done to one entry of a kind; ``deleted`` and ``restored`` only of kinds that can be."""

    added: str
    changed: str
    deleted: str = ""
    restored: str = ""


STEPS = marked({
    "person": Steps("details about you", "change to the details about you"),
    "product": Steps("new product", "change to a product", "delete a product", "restore a product"),
    "unit": Steps("new unit", "change to a unit", "delete a unit", "restore a unit"),
    "symptom": Steps("new symptom", "change to a symptom", "delete a symptom", "restore a symptom"),
    "dose": Steps("dose at {at}", "change to the dose at {at}", "delete the dose at {at}", "restore the dose at {at}"),
    "rating": Steps(
        "rating at {at}", "change to the rating at {at}", "delete the rating at {at}", "restore the rating at {at}"
    ),
    "day_mark": Steps(
        "day mark for {day}",
        "change to the day mark for {day}",
        "delete the day mark for {day}",
        "restore the day mark for {day}",
    ),
    "note": Steps("note at {at}", "change to the note at {at}", "delete the note at {at}", "restore the note at {at}"),
    "setting": Steps("new setting", "change to a setting"),
})  # fmt: skip
refuse_other_kinds(STEPS, "words for what is undone")
refuse_other_kinds(
    [kind for kind, steps in STEPS.items() if steps.deleted and steps.restored],
    "words for deleting and restoring",
    [kind.code for kind in KINDS.values() if kind.deletable],
)

# kind.verb: one entry, or several that are one step of their own; many: several of any kind.
LABELS: dict[str, str] = marked({
    **{f"{kind}.{verb}": words for kind, steps in STEPS.items() for verb, words in asdict(steps).items() if words},
    "rating.answered": "answer about the rating at {at}",
    "product.asked": "answer about a product",
    "many.added": "add {n} entries",
    "many.changed": "change {n} entries",
    "many.deleted": "delete {n} entries",
    "many.restored": "restore {n} entries",
    "many.imported": "import {n} entries",
    "many.demo": "add {n} made-up entries",
    "start.set_up": "first choices",
})  # fmt: skip
_OF_ANOTHER_VERSION = marked("last change")


def change_label(texts: Texts, label: str, arguments: Mapping[str, str]) -> str:
    """E.g. "dose at 12:36"; with the day when it is not the day of reading."""
    # Every step of this version has its words; a journal may hold steps that another one wrote.
    sentence = LABELS.get(label, _OF_ANOTHER_VERSION)
    return texts(sentence, **_filled(texts, arguments))


def _filled(texts: Texts, arguments: Mapping[str, str]) -> dict[str, str]:
    filled = dict(arguments)
    if "at" in filled:
        filled["at"] = texts.time(dt.datetime.fromisoformat(filled["at"]))
    if "day" in filled:
        filled["day"] = texts.day(dt.date.fromisoformat(filled["day"]))
    if "n" in filled:
        filled["n"] = texts.integer(int(filled["n"]))
    return filled
