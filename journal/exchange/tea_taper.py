"""Backups of Tea Taper (JSON): days, each with what was drunk, ratings from 0 to 10, and words.

``days`` is an object by date. What was drunk has its time in UTC and millilitres; ratings and words are of the day, and
have no time. Seven of the ratings are symptoms here, with the same ends; the others stay words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from journal.core.entries import Preparation, ProductKind
from journal.core.moments import Moment
from journal.core.plaintext import clean_name
from journal.core.refusal import Refused
from journal.exchange.file_rows import Where
from journal.exchange.foreign_file import Cells, Placed, Reading, placed
from journal.exchange.herbal_tracker_rows import first_text, text_in
from journal.exchange.instants import day_of
from journal.exchange.json_lists import as_object, members_of, number_text, objects_in, whole_in
from journal.exchange.tables import Form
from journal.texts.marked import marked
from journal.texts.names import SYMPTOMS

KEYS = frozenset({"acceptedAge"})
_MIDDAY = dt.time(12)
_PRODUCT = marked("Tea")
_SYMPTOMS = {
    "craving": "craving", "anxiety": "anxiety", "mood": "mood", "energy": "energy", "sleepQuality": "sleep_quality",
    "bodyPain": "pain", "sweating": "sweating",
}  # fmt: skip
_WORDS = marked({
    "withdrawal": "withdrawal: {n} of 10", "sleepHours": "length of sleep: {n} of 10", "focus": "focus: {n} of 10",
    "stress": "stress: {n} of 10", "stomach": "stomach, 10 is comfortable: {n} of 10",
    "appetite": "appetite: {n} of 10", "hydration": "water: {n} of 10", "productivity": "productivity: {n} of 10",
})  # fmt: skip
Fields = dict[str, Any]


def read(path: Path, _form: Form, reading: Reading) -> Iterator[Placed]:
    """Every day: each thing drunk, each rating, and its words."""
    for number, line, name, element in members_of(path, "days"):
        where = Where("days", number, line)
        try:
            day = as_object(element)
            at = reading.times.at(dt.datetime.combine(day_of(name), _MIDDAY))
            metrics = as_object(day.get("metrics") or {})
            parts = [
                *(partial(_drunk, entry, reading) for entry in objects_in(day, "entries")),
                *(partial(_rating, metrics, key, at, reading) for key in _SYMPTOMS if metrics.get(key) is not None),
                partial(_words, day, metrics, at, reading),
            ]
        except Refused as reason:
            yield where, reason
            continue
        for part in parts:
            yield placed(where, part)


def _drunk(fields: Fields, reading: Reading) -> list[Cells]:
    at = reading.times.stamp(first_text(fields, ("ts",)))
    number = number_text(fields, "ml")
    return [
        reading.dose(
            reading.texts(_PRODUCT),
            f"{number} ml" if number else "",
            at,
            text_in(fields, "note").strip(),
            product_kind=ProductKind.TEA,
            preparation=Preparation.TEA,
        )
    ]


def _rating(metrics: Fields, key: str, at: Moment, reading: Reading) -> list[Cells]:
    code = _SYMPTOMS[key]
    return [reading.rating(code, reading.texts(SYMPTOMS[code]), str(whole_in(metrics, key)), at)]


def _words(day: Fields, metrics: Fields, at: Moment, reading: Reading) -> list[Cells]:
    """The day's note, with what is rated and has no symptom here, what led to it and what helped."""
    texts = reading.texts
    lines = [text_in(day, "note").strip()]
    lines += [texts(words, n=whole_in(metrics, key)) for key, words in _WORDS.items() if metrics.get(key) is not None]
    if names := _names(day.get("triggers")):
        lines.append(texts("Triggers: {names}", names=names))
    if names := _names(day.get("helpers")):
        lines.append(texts("Helped: {names}", names=names))
    what_happened = day.get("relapse")
    if isinstance(what_happened, dict):
        lines.append(text_in(what_happened, "note").strip())
    text = "\n".join(filter(None, lines))
    return [reading.of_a_day(reading.note(text, at))] if text else []


def _names(listed: object) -> str:
    names: Sequence[object] = listed if isinstance(listed, list) else ()
    return ", ".join(clean_name(name) for name in names if isinstance(name, str) and clean_name(name))
