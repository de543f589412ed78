"""Symptoms in words, for the list and the form of the settings."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import symptom_ends, symptom_name
from journal.ui.products.lines import Shown

KINDS: dict[SymptomKind, str] = marked({
    SymptomKind.PAIN: "pain", SymptomKind.SYMPTOM: "symptom", SymptomKind.SIDE_EFFECT: "side effect",
    SymptomKind.WITHDRAWAL: "withdrawal-type", SymptomKind.WELLBEING: "wellbeing",
    SymptomKind.WARNING: "warning symptom",
})  # fmt: skip


def symptom_line(texts: Texts, symptom: Symptom) -> Shown:
    """The symptom's line: what kind it is, its end labels, and what is special about it."""
    low, high = symptom_ends(texts, symptom)
    ends = texts("0 {low}, 10 {high}", low=low, high=high)
    special = [texts("main symptom")] if symptom.main else []
    special += [texts("hidden")] if symptom.hidden else []
    special += [active] if (active := active_text(texts, symptom.active_from, symptom.active_until)) else []
    detail = " · ".join((texts(KINDS[symptom.kind]), ends))
    return Shown(symptom.id, symptom_name(texts, symptom), detail, tuple(special))


def active_text(texts: Texts, first: dt.date | None, last: dt.date | None) -> str:
    """ "from 1 Oct 2026", "until 30 Nov 2026", both, or nothing."""
    parts = [texts("from {day}", day=texts.short_day(first))] if first else []
    parts += [texts("until {day}", day=texts.short_day(last))] if last else []
    return " ".join(parts)
