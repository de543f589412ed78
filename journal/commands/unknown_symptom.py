"""Why a symptom is refused that no name stands for: what may be meant, and where all names stand."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from journal.core.entries import Symptom
from journal.core.plaintext import folded, shortened
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE
from journal.guidance.emergency_words import signs_to_look_for
from journal.guidance.warning_signs import is_sign
from journal.texts import Texts
from journal.texts.names import SYMPTOMS, symptom_name

_ALIKE = 0.7  # of 1: one or two letters of a word are other ones
_MOST_MEANT = 3


def unknown_symptom(texts: Texts, symptoms: Sequence[Symptom], name: str) -> Refused:
    """What can be rated instead: a sign that belongs to these words, a name written alike, else all that is known."""
    typed_name = shortened(name)
    meant = [texts(SYMPTOMS[code]) for code in signs_to_look_for(name) if code in SYMPTOMS]
    if meant or signs_to_look_for(name):
        code = "symptom-not-rated" if meant else "symptom-to-note"
        return Refused(code, name=typed_name, signs=_quoted(meant))
    own = [shortened(symptom_name(texts, symptom), 200) for symptom in symptoms][:30]
    rest = {code: texts(built_in) for code, built_in in SYMPTOMS.items() if code in BY_CODE}
    if alike := _alike(name, [*own, *rest.values()]):
        return Refused("symptom-mistyped", name=typed_name, names=_quoted(alike))
    others, signs = (
        ", ".join(words for code, words in rest.items() if words not in own and is_sign(code) is sign)
        for sign in (False, True)
    )
    code = "symptom-unknown-of" if own else "symptom-unknown-new"
    return Refused(code, name=typed_name, names=", ".join(own), others=others, signs=signs)


def _alike(name: str, names: Sequence[str]) -> list[str]:
    by_key = {folded(known_name): known_name for known_name in names}
    return [by_key[key] for key in get_close_matches(folded(name), by_key, _MOST_MEANT, _ALIKE)]


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def every_built_in() -> str:
    """The names of all that can be rated in every journal, for the help text."""
    others, signs = (
        ", ".join(name for code, name in SYMPTOMS.items() if code in BY_CODE and is_sign(code) is sign)
        for sign in (False, True)
    )
    return f"Can be rated in every journal: {others}. Warning signs that can be noted: {signs}."
