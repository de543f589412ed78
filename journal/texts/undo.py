"""Change sets in words, for the Edit menu, the status line and an entry's history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from journal.texts.language import Texts

# kind.verb -> one entry; many entries have their own sentence below.
LABELS: dict[str, str] = {
    "dose.added": "dose at {at}",
    "dose.changed": "change to the dose at {at}",
    "dose.deleted": "delete the dose at {at}",
    "dose.restored": "restore the dose at {at}",
    "rating.added": "rating at {at}",
    "rating.changed": "change to the rating at {at}",
    "rating.answered": "answer about the rating at {at}",
    "rating.deleted": "delete the rating at {at}",
    "rating.restored": "restore the rating at {at}",
    "note.added": "note at {at}",
    "note.changed": "change to the note at {at}",
    "note.deleted": "delete the note at {at}",
    "note.restored": "restore the note at {at}",
    "day_mark.added": "day mark for {day}",
    "day_mark.changed": "change to the day mark for {day}",
    "day_mark.deleted": "delete the day mark for {day}",
    "day_mark.restored": "restore the day mark for {day}",
    "product.added": "new product",
    "product.changed": "change to a product",
    "product.asked": "answer about a product",
    "product.deleted": "delete a product",
    "product.restored": "restore a product",
    "unit.added": "new unit",
    "unit.changed": "change to a unit",
    "unit.deleted": "delete a unit",
    "unit.restored": "restore a unit",
    "symptom.added": "new symptom",
    "symptom.changed": "change to a symptom",
    "symptom.deleted": "delete a symptom",
    "symptom.restored": "restore a symptom",
    "setting.added": "new setting",
    "setting.changed": "change to a setting",
    "person.added": "details about you",
    "person.changed": "change to the details about you",
    "many.added": "add {n} entries",
    "many.changed": "change {n} entries",
    "many.deleted": "delete {n} entries",
    "many.restored": "restore {n} entries",
    "many.imported": "import {n} entries",
    "many.demo": "add {n} made-up entries",
    "start.set_up": "first choices",
}


def change_label(texts: Texts, label: str, arguments: Mapping[str, str]) -> str:
    """E.g. "dose at 12:36"; with the day when it is not the day of reading."""
    sentence = LABELS.get(label, "last change")
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
