"""What a new journal begins with."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import Symptom
from journal.core.symptoms import BY_CODE, FIRST_WITHOUT_MAIN, OFFERED_AT_FIRST, SymptomKind
from journal.core.warning_words import means_sign


def starting_symptoms(main_code: str | None = None, main_name: str = "") -> list[Symptom]:
    """The main symptom (a built-in code, or the person's own name for it), then the few that are offered at first.

    A name that means a warning sign is asked for and is not the main one. Without either there is no main symptom yet,
    and pain is the first of those that are offered.
    """
    first = main_code or (None if main_name else FIRST_WITHOUT_MAIN)
    symptoms = [_built_in(code, main=code == main_code) for code in _codes(first)]
    if main_name:
        own = Symptom(name=main_name, kind=SymptomKind.SYMPTOM)
        symptoms.insert(0, replace(own, main=not means_sign(own)))
    return [replace(symptom, position=position) for position, symptom in enumerate(symptoms)]


def _codes(first: str | None) -> list[str]:
    return [*([first] if first else []), *(code for code in OFFERED_AT_FIRST if code != first)]


def _built_in(code: str, main: bool) -> Symptom:
    known = BY_CODE[code]
    return Symptom(code=code, kind=known.kind, higher_is_better=known.higher_is_better, main=main)
