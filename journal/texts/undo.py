"""Change sets in words, for the Edit menu, the status line and an entry's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from journal.core.kinds import KINDS, refuse_other_kinds
from journal.texts.language import Texts
from journal.texts.marked import marked, marked_plural


class Steps(NamedTuple):
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
        "answer whether anything is missing, {day}",
        "change to the answer whether anything is missing, {day}",
        "delete the answer whether anything is missing, {day}",
        "restore the answer whether anything is missing, {day}",
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
    "setting": Steps("change to the setting “{setting}”", "change to the setting “{setting}”"),
})  # fmt: skip
refuse_other_kinds(STEPS, "words for what is undone")
refuse_other_kinds(
    [kind for kind, steps in STEPS.items() if steps.deleted and steps.restored],
    "words for deleting and restoring",
    [kind.code for kind in KINDS.values() if kind.deletable],
)

# kind.verb: one entry, or several that are one step of their own.
LABELS: dict[str, str] = marked({
    **{f"{kind}.{verb}": words for kind, steps in STEPS.items() for verb, words in steps._asdict().items() if words},
    "rating.answered": "answer about the rating at {at}",
    # Not with its words: the change log keeps a step's words when the question itself is deleted for good.
    "question.asked": "question ticked as asked",
    "product.asked": "answer about a product",
    "start.set_up": "first choices",
    "import.remembered": "what was said of how such files are read",
    "flare.added": "flare at {at}",
})  # fmt: skip
# Several entries as one step; an import can bring a single one.
_MANY = {
    "many.added": marked_plural("add {n} entry", "add {n} entries"),
    "many.changed": marked_plural("change {n} entry", "change {n} entries"),
    "many.deleted": marked_plural("delete {n} entry", "delete {n} entries"),
    "many.restored": marked_plural("restore {n} entry", "restore {n} entries"),
    "many.imported": marked_plural("import {n} entry", "import {n} entries"),
    "many.demo": marked_plural("add {n} made-up entry", "add {n} made-up entries"),
}
_OF_ANOTHER_VERSION = marked("last change")
# Others are kept without a step of their own, or with what they belong to. No word tells a passer-by what is asked.
SETTINGS = marked({
    "day_start": "Start of the day", "paper": "Paper of reports", "ask_now": "Questions about now",
    "ask_weekly": "Weekly check-in", "ask_mood": "Questions of the check-in",
    "automatic_backups": "Automatic backups", "lock_after": "Lock when not used", "lock_on_sleep": "Lock on sleep",
    "backup_room": "Room for backups",
})  # fmt: skip
_SETTING_NOT_NAMED = marked({"setting.added": "new setting", "setting.changed": "change to a setting"})


def change_label(texts: Texts, label: str, arguments: Mapping[str, str], today: dt.date | None = None) -> str:
    """E.g. "dose at 12:36"; with the day when that is not ``today``, the day of reading."""
    if label in _MANY:
        return texts.plural(*_MANY[label], int(arguments["n"]))
    # Every step of this version has its words; a journal may hold steps that another one wrote.
    sentence = LABELS.get(label, _OF_ANOTHER_VERSION)
    if arguments.get("setting") not in SETTINGS:
        sentence = _SETTING_NOT_NAMED.get(label, sentence)
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
    if arguments.get("setting") in SETTINGS:
        filled["setting"] = texts(SETTINGS[arguments["setting"]])
    return filled
