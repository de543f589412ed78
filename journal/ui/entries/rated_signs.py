"""The warning signs in a row of the diary, and what was answered about them."""

from __future__ import annotations

from journal.core.warning_words import sign_code
from journal.guidance.warning_signs import Noted, is_sign
from journal.texts import Texts
from journal.texts.names import ANSWERS, symptom_name
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.names import Names
from journal.ui.entries.rating_words import is_masked


def signs_in(names: Names, row: Row, opened: bool) -> list[Noted]:
    """The row's warning signs that are not rated 0; those that are masked only where the person ``opened`` them."""
    signs = []
    for rating in row.ratings:
        symptom = names.symptom(rating.symptom)
        code = sign_code(symptom) if symptom is not None else None
        if code is not None and is_sign(code) and rating.value != 0 and (opened or not is_masked(names, rating)):
            signs.append(Noted(code, rating))
    return signs


def answers_text(texts: Texts, names: Names, noted: list[Noted]) -> str:
    """What was answered, a line each: "Answered: it has passed"; of several with the sign's name."""
    return "\n".join(_line(texts, names, sign, len(noted) > 1) for sign in noted)


def _line(texts: Texts, names: Names, noted: Noted, several: bool) -> str:
    given, symptom = noted.rating.answer, names.symptom(noted.rating.symptom)
    answer = texts(ANSWERS[given]) if given is not None else ""
    if several and symptom is not None:
        words = "{sign}, answered: {answer}" if answer else "{sign}, not answered"
        return texts(words, sign=symptom_name(texts, symptom), answer=answer)
    return texts("Answered: {answer}", answer=answer) if answer else texts("Not answered")
