"""The names of the symptoms that can be rated, and which of them typed words may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core.entries import Symptom
from journal.core.plaintext import folded
from journal.core.symptoms import BUILT_INS, MASKED, SymptomKind
from journal.core.warning_words import is_masked, sign_meant, signs_begun
from journal.texts import Texts
from journal.texts.names import HIDDEN_RATING, SYMPTOMS, shown_name, symptom_name

MOST_ASKED = 4
_LEAST_INSIDE = 3  # letters before a word inside a name counts


@dataclass(frozen=True, slots=True)
class Meant:
    """What typed words may mean: ``sure`` is that name; else one of ``perhaps``, which has to be asked; else new."""

    sure: str | None = None
    perhaps: tuple[str, ...] = ()


class SymptomChoices:
    """The built-in symptoms and those of the journal, hidden ones too, by the names that the person sees."""

    def __init__(self, texts: Texts, symptoms: Sequence[Symptom]) -> None:
        here = {symptom.code: symptom_name(texts, symptom) for symptom in symptoms if symptom.code is not None}
        self._of_code = {code: here.get(code, texts(name)) for code, name in SYMPTOMS.items()}
        new = [self._of_code[built_in.code] for built_in in BUILT_INS if built_in.offered and built_in.code not in here]
        self.names = tuple(dict.fromkeys([*new, *(symptom_name(texts, symptom) for symptom in symptoms)]))
        masked = [symptom for symptom in symptoms if is_masked(symptom)]
        self._texts = texts
        self._masked = {self._of_code[code] for code in MASKED} | {symptom_name(texts, symptom) for symptom in masked}
        # Every journal offers the built-in ones; what the person rates is not to be read in a list.
        self.listed = tuple(dict.fromkeys([*new, *(shown_name(texts, symptom) for symptom in symptoms)]))
        # A built-in one that the person calls otherwise is known by both names.
        self._exact = {folded(texts(text)): self._of_code[code] for code, text in SYMPTOMS.items()}
        self._exact |= {folded(name): name for name in self.names}
        self._exact |= {folded(shown_name(texts, symptom)): symptom_name(texts, symptom) for symptom in masked[:1]}

    def is_masked(self, name: str) -> bool:
        """Whether it is shown only when it is opened."""
        return name in self._masked

    def shown(self, name: str) -> str:
        """As it is offered."""
        return self._texts(HIDDEN_RATING) if self.is_masked(name) else name

    def signs(self) -> dict[str, str]:
        """The built-in warning signs, each with how it is shown; a private one that is rated is not to be read."""
        codes = [sign.code for sign in BUILT_INS if sign.offered and sign.kind is SymptomKind.WARNING]
        names = [self._of_code[code] for code in codes]
        return {name: name if name in self.listed else self.shown(name) for name in names}

    def meant(self, typed: str) -> Meant:
        """A whole name or the beginning of just one is sure; a word inside of one and other words are not."""
        key = folded(typed)
        if key in self._exact:
            return Meant(self._exact[key])
        begun = [name for name in self.names if folded(name).startswith(key)]
        code = sign_meant(typed)
        sign = [] if code is None else [self._of_code[code]]
        if len(begun) == 1 and sign in ([], begun):
            return Meant(begun[0])
        perhaps = [*begun, *sign] if begun else [*sign, *self._inside(key)]
        return Meant(perhaps=tuple(dict.fromkeys(perhaps))[:MOST_ASKED])

    def near(self, typed: str) -> tuple[str, ...]:
        """What is offered while it is typed, beside the names that begin so: by a word inside and by other words."""
        key = folded(typed)
        others = [*(self._of_code[code] for code in signs_begun(typed)), *self._inside(key)]
        return tuple(name for name in dict.fromkeys(others) if not folded(name).startswith(key))[:MOST_ASKED]

    def _inside(self, key: str) -> list[str]:
        """The names in which a later word begins so."""
        if len(key) < _LEAST_INSIDE:
            return []
        return [name for name in self.names if f" {key}" in folded(name)]
