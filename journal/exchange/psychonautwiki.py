"""Exports of PsychonautWiki Journal (JSON): experiences with what was taken, notes at a time, and ratings.

Times are milliseconds since 1970 in UTC, amounts a number with the name of its unit, or a number of a unit of the
person's own, which ``customUnits`` names. What another person took has a ``consumerName`` and is not ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from journal.core.amounts import Basis
from journal.core.entries import Stomach
from journal.core.refusal import Refused
from journal.exchange.file_rows import Where
from journal.exchange.foreign_file import Cells, Placed, Reading, placed
from journal.exchange.herbal_tracker_rows import first_text, text_in
from journal.exchange.json_lists import as_object, elements_of, number_text, objects_in, whole_in
from journal.exchange.tables import Form
from journal.texts.marked import marked, marked_plural

KEYS = frozenset({"experiences", "substanceCompanions", "customSubstances"})
Fields = dict[str, Any]
_STOMACH = {"EMPTY": Stomach.EMPTY, "QUARTERFULL": Stomach.LIGHT, "FULL": Stomach.FULL, "VERYFULL": Stomach.FULL}
_SIGNS = {
    "minus": "-", "plusMinus": "±", "plus": "+", "twoPlus": "++", "threePlus": "+++", "fourPlus": "++++",
}  # fmt: skip
_ROUTES = marked({
    "SUBLINGUAL": "sublingual", "BUCCAL": "buccal", "INSUFFLATED": "insufflated", "RECTAL": "rectal",
    "TRANSDERMAL": "transdermal", "SUBCUTANEOUS": "subcutaneous", "INTRAMUSCULAR": "intramuscular",
    "INTRAVENOUS": "intravenous", "SMOKED": "smoked", "INHALED": "inhaled",
})  # fmt: skip
OF_OTHERS = marked_plural(
    "{n} thing that another person took is left out.", "{n} things that another person took are left out."
)
BARE_TITLES = marked_plural(
    "The title of {n} experience without a text is left out.",
    "The titles of {n} experiences without a text are left out.",
)
PLACES = marked_plural("{n} place is left out.", "{n} places are left out.")


def read(path: Path, _form: Form, reading: Reading) -> Iterator[Placed]:
    """Every experience: each thing taken, note and rating in it, and its text."""
    units = _own_units(path)
    for number, line, element in elements_of(path, "experiences"):
        where = Where("experiences", number, line)
        try:
            experience = as_object(element)
            parts = [
                *(partial(_taken, ingestion, units, reading) for ingestion in objects_in(experience, "ingestions")),
                *(partial(_timed_note, timed_note, reading) for timed_note in objects_in(experience, "timedNotes")),
                *(partial(_rating, rating, experience, reading) for rating in objects_in(experience, "ratings")),
                partial(_text, experience, reading),
            ]
        except Refused as reason:
            yield where, reason
            continue
        for part in parts:
            yield placed(where, part)


def _own_units(path: Path) -> Mapping[str, str]:
    """The names of units by their number; one that cannot be read has none."""
    units = {}
    for _, _, element in elements_of(path, "customUnits"):
        if isinstance(element, dict) and isinstance(unit := element.get("unit"), str):
            units[str(element.get("id"))] = unit
    return units


def _taken(fields: Fields, units: Mapping[str, str], reading: Reading) -> list[Cells]:
    if text_in(fields, "consumerName").strip():
        reading.count(OF_OTHERS)
        return []
    at, number = reading.at_ms(whole_in(fields, "time")), number_text(fields, "dose")
    own = fields.get("customUnitId")
    unit = text_in(fields, "units") if own is None else units.get(str(own), "")
    return [
        reading.taken(
            first_text(fields, ("substanceName",)),
            f"{number} {unit}".strip() if number else "",
            at,
            _notes(fields, reading),
            basis=Basis.GUESSED if number and fields.get("isDoseAnEstimate") is True else "",
            stomach=_STOMACH.get(text_in(fields, "stomachFullness"), ""),
        )
    ]


def _notes(fields: Fields, reading: Reading) -> str:
    texts, lines = reading.texts, [text_in(fields, "notes")]
    route = text_in(fields, "administrationRoute")
    if route in _ROUTES:
        lines.append(texts("Taken, as imported: {how}", how=texts(_ROUTES[route])))
    if text_in(fields, "stomachFullness") == "HALFFULL":
        lines.append(texts("Stomach, as imported: half full"))
    return "\n".join(line for line in lines if line)


def _timed_note(fields: Fields, reading: Reading) -> list[Cells]:
    text, at = text_in(fields, "note").strip(), reading.at_ms(whole_in(fields, "time"))
    return [reading.note(text, at)] if text else []


def _rating(fields: Fields, experience: Fields, reading: Reading) -> list[Cells]:
    """In words: the scale is one of effects, not of a symptom from 0 to 10."""
    option = first_text(fields, ("option",))
    at = whole_in(fields, "time") if fields.get("time") is not None else whole_in(experience, "sortDate")
    words = reading.texts("Effects rated in PsychonautWiki Journal: {sign}", sign=_SIGNS.get(option, option))
    return [reading.note(words, reading.at_ms(at))]


def _text(experience: Fields, reading: Reading) -> list[Cells]:
    if experience.get("location") is not None:
        reading.count(PLACES)
    title, text = (text_in(experience, key).strip() for key in ("title", "text"))
    if not text:
        if title:
            reading.count(BARE_TITLES)
        return []
    at = reading.at_ms(whole_in(experience, "sortDate"))
    return [reading.note("\n".join(filter(None, (title, text))), at)]
