"""A statement is one sentence: no "no" stands beside a "no"."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from journal.core.entries import Statement
from journal.core.health import Stated, Subject
from journal.texts import english
from journal.texts.statements import stated_words

DAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("subject", "answer", "words"),
    [
        (Subject.NO_ALLERGIES, Stated.YES, "No allergies known"),
        (Subject.NO_ALLERGIES, Stated.NO, "Allergies are known"),
        (Subject.NO_CONDITIONS, Stated.NO, "Conditions are known"),
        (Subject.NOTHING_ELSE, Stated.NO, "Medicines: something besides the list"),
        (Subject.NOTHING_LAST_NIGHT, Stated.NOT_SURE, "Not sure if there is something to add from last night"),
    ],
)
def test_subject_and_answer_are_one_sentence(subject: Subject, answer: Stated, words: str) -> None:
    assert stated_words(english(), Statement(day=DAY, subject=subject, answer=answer)) == words


def test_each_answer_reads_otherwise() -> None:
    statements = [Statement(day=DAY, subject=subject, answer=answer) for subject, answer in product(Subject, Stated)]
    assert len({stated_words(english(), statement) for statement in statements}) == len(statements)
