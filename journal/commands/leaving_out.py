"""What the report command is told to leave out: sections by their codes, and single things by their names."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentTypeError
from collections.abc import Callable, Sequence

from journal.core.entries import Note, Substance
from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.insights.leave_out import LeaveOut
from journal.logbook import Logbook
from journal.reports.options import CHOICES
from journal.reports.sheet_options import CHOICES as OF_SHEETS
from journal.texts import Texts
from journal.texts.names import symptom_name

CODES = [choice.code for choice in CHOICES]
ALL_CODES = list(dict.fromkeys([*CODES, *(choice.code for choices in OF_SHEETS.values() for choice in choices)]))
_ONE_BY_ONE = ("product", "symptom", "medicine", "note")
ON_SHEETS = ("product", "medicine")  # what can be left out of a sheet one by one
FORMS = "product:NAME, symptom:NAME, medicine:NAME, note:TIME"


def hideable(text: str) -> str:
    """A section's code, or "product:Red Bali"; anything else is wrong usage."""
    sort, _, name = text.partition(":")
    if text in ALL_CODES or (sort in _ONE_BY_ONE and name.strip()):
        return text
    raise ArgumentTypeError(f"invalid choice: {text!r} (choose from {', '.join(CODES)}, {FORMS})")


def left_out_one_by_one(hide: Sequence[str], logbook: Logbook, texts: Texts) -> LeaveOut:
    """What ``--hide`` names; Refused for what the journal does not have."""
    find: dict[str, Callable[[str], list[str]]] = {
        "product": lambda name: _products(logbook, name),
        "symptom": lambda name: _symptoms(logbook, texts, name),
        "medicine": lambda name: _medicines(logbook, name),
        "note": lambda name: _notes(logbook, name),
    }
    ids_of: dict[str, set[str]] = {sort: set() for sort in find}
    for text in hide:
        sort, colon, name = text.partition(":")
        if colon:
            ids = find[sort](name.strip())
            if not ids:
                raise Refused(f"{sort}-unknown", name=name.strip()[:40])
            ids_of[sort].update(ids)
    entries = frozenset(ids_of["medicine"] | ids_of["note"])
    return LeaveOut(frozenset(ids_of["product"]), frozenset(ids_of["symptom"]), entries)


def _products(logbook: Logbook, name: str) -> list[str]:
    """Every product of that name, those in the trash too: their doses are told."""
    return [product.id for product in logbook.all_products() if product.name.casefold() == name.casefold()]


def _symptoms(logbook: Logbook, texts: Texts, name: str) -> list[str]:
    wanted = name.casefold()
    return [
        symptom.id
        for symptom in logbook.symptoms()
        if wanted in (symptom_name(texts, symptom).casefold(), (symptom.code or "").replace("_", " "))
    ]


def _medicines(logbook: Logbook, name: str) -> list[str]:
    return [medicine.id for medicine in logbook.listed(Substance) if medicine.name.casefold() == name.casefold()]


def _notes(logbook: Logbook, text: str) -> list[str]:
    """The notes of that minute by the clock on the wall."""
    try:
        at = dt.datetime.fromisoformat(text).replace(second=0, microsecond=0)
    except ValueError:
        raise Refused("stamp-unreadable", text=text[:40]) from None
    return [note.id for note in _notes_of(logbook, at.date()) if note.at.local.replace(second=0, microsecond=0) == at]


def _notes_of(logbook: Logbook, day: dt.date) -> list[Note]:
    """Those of this date and of the one before: a journal day goes on after midnight."""
    query = EntryQuery(kinds=("note",), first_day=day - dt.timedelta(days=1), last_day=day)
    return [entry for entry in logbook.find(query) if isinstance(entry, Note)]
