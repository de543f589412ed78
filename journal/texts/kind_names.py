"""What a journal holds many of, by name: each kind of entry, and its history."""

from __future__ import annotations

from journal.texts.language import Texts
from journal.texts.marked import marked

# By the names of their tables.
MANY = marked({
    "person": "details about you",
    "product": "products",
    "unit": "own units",
    "batch": "batches",
    "symptom": "symptoms",
    "substance": "medicines and substances",
    "condition": "conditions",
    "dose": "doses",
    "rating": "ratings",
    "day_mark": "days with a mark",
    "note": "notes",
    "intake": "other things taken",
    "check_in": "check-ins",
    "urge": "urges",
    "care": "care",
    "measurement": "measurements",
    "lab_result": "lab results",
    "statement": "answers about a list",
    "question": "questions for a visit",
    "attempt": "earlier attempts",
    "help": "what helps",
    "contact": "people to call",
    "plan": "parts of a plan",
    "prompt": "questions that were shown",
    "setting": "settings",
    "change": "earlier versions of entries",
    "change_set": "steps that can be undone",
})  # fmt: skip


def many(texts: Texts, table: str) -> str:
    """What the table holds, in lower case; its own name if it is of no kind that is known here."""
    return texts(MANY[table]) if table in MANY else table
