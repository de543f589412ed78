"""Which entry an advice is about, and which crisis line it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.help_lines import country
from journal.guidance.signs_in_words import crisis_in, titled
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
        ("suicidal_thoughts", HOUR_MS, "Hidden rating, today 09:30"),
        ("suicidal_thoughts", DAY_MS, "Hidden rating, yesterday 10:30"),
    ],
)
def test_an_entry_is_named_by_its_sign_and_time(code: str, ago_ms: int, said: str) -> None:
    assert titled(english(), noted(code, ago_ms), START_MS) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("US", "988 Suicide and Crisis Lifeline"),
        ("GB", "Samaritans (116 123)"),
        ("BE", "Zelfmoordlijn (1813, Dutch) or Centre de Prévention du Suicide (0800 32 123, French)"),
        ("MY", "HEAL Line (15555, open: Every day from 8 to 24)"),  # it is not there at night
        ("ID", "a crisis line near you"),
        (None, "a crisis line near you"),
    ],
)
def test_where_lines_speak_different_languages_each_is_named(code: str | None, said: str) -> None:
    assert crisis_in(english(), country(code)) == said


def test_a_line_that_the_person_does_not_want_to_see_is_not_named() -> None:
    belgium = country("BE")
    left = replace(belgium, lines=tuple(line for line in belgium.lines if line.language != "Dutch"))
    assert crisis_in(english(), left) == "Centre de Prévention du Suicide (0800 32 123)"
