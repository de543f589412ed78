"""What was stated, in one plain sentence: "No allergies known" and the answer "no" would deny each other."""

from __future__ import annotations

from journal.core.entries import Statement
from journal.core.health import Stated, Subject
from journal.texts.health_names import SUBJECTS
from journal.texts.language import Texts
from journal.texts.marked import marked

_NOT_SO: dict[str, str] = marked({
    "nothing_else": "Medicines: something besides the list", "no_conditions": "Conditions are known",
    "no_allergies": "Allergies are known", "nothing_last_night": "Something to add from last night",
})  # fmt: skip
_NOT_SURE: dict[str, str] = marked({
    "nothing_else": "Medicines: not sure if there is something besides the list",
    "no_conditions": "Not sure if there are conditions", "no_allergies": "Not sure if there are allergies",
    "nothing_last_night": "Not sure if there is something to add from last night",
})  # fmt: skip
_SAID = {Stated.YES: SUBJECTS, Stated.NO: _NOT_SO, Stated.NOT_SURE: _NOT_SURE}
assert all(words.keys() == {*Subject} for words in _SAID.values())


def stated_words(texts: Texts, statement: Statement) -> str:
    """What it says, its subject and its answer as one."""
    return texts(_SAID[statement.answer][statement.subject])
