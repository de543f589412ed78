"""The symptom that a typed name is of: one that is known by it, a built-in one, or a new one of the person's own."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core.entries import Symptom
from journal.core.plaintext import folded
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.texts import Texts
from journal.texts.names import SYMPTOMS, symptom_name


def known_by_name(texts: Texts, symptoms: Iterable[Symptom], name: str) -> Symptom | None:
    """The first of these that bears the name."""
    return next((symptom for symptom in symptoms if folded(symptom_name(texts, symptom)) == folded(name)), None)


def new_symptom(texts: Texts, name: str, position: int) -> Symptom:
    """The built-in one of that name, or one of the person's own."""
    code = next((code for code, text in SYMPTOMS.items() if folded(texts(text)) == folded(name)), None)
    if code is None:
        return Symptom(name=name, kind=SymptomKind.SYMPTOM, position=position)
    built_in = BY_CODE[code]
    return Symptom(code=code, kind=built_in.kind, higher_is_better=built_in.higher_is_better, position=position)
