"""Which entry an advice is about: the sign, when it was, and no name where it is masked."""

from __future__ import annotations

import pytest

from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.signs_in_words import titled
from journal.texts import english
from tests.journals import START_MS
from tests.signs import noted


@pytest.mark.parametrize(
    ("code", "ago_ms", "said"),
    [
        ("chest_pain", 0, "Chest pain, today 10:30"),
        ("chest_pain", 10 * HOUR_MS, "Chest pain, today 00:30"),
        ("chest_pain", 11 * HOUR_MS, "Chest pain, yesterday 23:30"),
        ("chest_pain", 2 * DAY_MS, "Chest pain, 20 Nov 10:30"),
        ("chest_pain", 365 * DAY_MS, "Chest pain, 22 Nov 2025 10:30"),
        ("chest_pain", -DAY_MS, "Chest pain, 23 Nov 10:30"),
        ("suicidal_thoughts", HOUR_MS, "Private rating, today 09:30"),
        ("suicidal_thoughts", DAY_MS, "Private rating, yesterday 10:30"),
    ],
)
def test_an_entry_is_named_by_its_sign_and_time(code: str, ago_ms: int, said: str) -> None:
    assert titled(english(), noted(code, ago_ms), START_MS) == said
