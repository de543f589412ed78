"""What says that a sign is not there is never that sign; and a sign whose words hold "not" stays one."""

from __future__ import annotations

import pytest

from journal.core.denied_signs import is_practised, sign_denied
from journal.core.warning_words import WORDS, sign_meant


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no chest pain", "chest_pain"), ("Not suicidal", "suicidal_thoughts"), ("No more seizures", "seizure"),
        ("I don’t feel suicidal", "suicidal_thoughts"), ("seizure-free", "seizure"), ("chest pain: none", "chest_pain"),
        ("without any trouble breathing", "hard_to_breathe"), ("no longer suicidal", "suicidal_thoughts"),
        ("chest pain", None), ("not breathing", None), ("no reason to live", None), ("no longer want to live", None),
        ("I don't want to be alive", None), ("no sleep, chest pain", None), ("not waking", None),
        ("cant breathe", None), ("no urine", None), ("never", None), ("not want to wake up", None), ("nausea", None),
        ("no appetite", None),
    ],
)  # fmt: skip
def test_only_what_denies_a_sign_does(name: str, code: str | None) -> None:
    assert sign_denied(name) == code


def test_no_phrase_of_the_table_denies_its_own_sign() -> None:
    phrases = [phrase for each in WORDS.values() for phrase in each]
    plain = [" ".join(word.split("/")[0].rstrip("*") for word in each.removeprefix("=").split()) for each in phrases]
    assert [each for each in plain if sign_meant(each) and (sign_denied(each) or is_practised(each))] == []


def test_breathing_may_be_an_exercise() -> None:
    assert is_practised("Slow breathing exercise") and not is_practised("slow breathing")
