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
    "batch": Steps("new batch", "change to a batch", "delete a batch", "restore a batch"),
    "substance": Steps(
        "new medicine or substance",
        "change to a medicine or substance",
        "delete a medicine or substance",
        "restore a medicine or substance",
    ),
    "condition": Steps("new condition", "change to a condition", "delete a condition", "restore a condition"),
    "intake": Steps(
        "something else taken at {at}",
        "change to what was taken at {at}",
        "delete what was taken at {at}",
        "restore what was taken at {at}",
    ),
    "check_in": Steps(
        "check-in at {at}",
        "change to the check-in at {at}",
        "delete the check-in at {at}",
        "restore the check-in at {at}",
    ),
    "urge": Steps("urge at {at}", "change to the urge at {at}", "delete the urge at {at}", "restore the urge at {at}"),
    "care": Steps("care at {at}", "change to the care at {at}", "delete the care at {at}", "restore the care at {at}"),
    "measurement": Steps(
        "measurement at {at}",
        "change to the measurement at {at}",
        "delete the measurement at {at}",
        "restore the measurement at {at}",
    ),
    "lab_result": Steps(
        "lab result of {day}",
        "change to the lab result of {day}",
        "delete the lab result of {day}",
        "restore the lab result of {day}",
    ),
    "statement": Steps(
        "statement of {day}",
        "change to the statement of {day}",
        "delete the statement of {day}",
        "restore the statement of {day}",
    ),
    "question": Steps("new question", "change to a question", "delete a question", "restore a question"),
    "attempt": Steps(
        "earlier attempt",
        "change to an earlier attempt",
        "delete an earlier attempt",
        "restore an earlier attempt",
    ),
    "help": Steps(
        "something that helps",
        "change to what helps",
        "delete something that helps",
        "restore something that helps",
    ),
    "contact": Steps(
        "someone to call", "change to someone to call", "delete someone to call", "restore someone to call"
    ),
    "plan": Steps(
        "part of the plan", "change to a part of the plan", "delete a part of the plan", "restore a part of the plan"
    ),
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
    "prompt": Steps("question about now", "change to a question about now"),
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


def change_label(texts: Texts, label: str, arguments: Mapping[str, str], today: dt.date | None = None) -> str:
    """E.g. "dose at 12:36"; with the day when that is not ``today``, the day of reading."""
    # Every step of this version has its words; a journal may hold steps that another one wrote.
    sentence = LABELS.get(label, _OF_ANOTHER_VERSION)
    return texts(sentence, **_filled(texts, arguments, today))


def _filled(texts: Texts, arguments: Mapping[str, str], today: dt.date | None) -> dict[str, str]:
    filled = dict(arguments)
    if "at" in filled:
        at = dt.datetime.fromisoformat(filled["at"])
        filled["at"] = texts.time(at)
        if today is not None and at.date() != today:
            filled["at"] = texts("{day} {time}", day=texts.short_day(at.date()), time=filled["at"])
    if "day" in filled:
        filled["day"] = texts.day(dt.date.fromisoformat(filled["day"]))
    if "n" in filled:
        filled["n"] = texts.integer(int(filled["n"]))
    return filled
