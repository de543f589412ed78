"""What stands around the table of signs, against the guidance page and its sources."""

from __future__ import annotations

import re

import pytest

from journal import guidance
from journal.guidance.warning_signs import WarningSign, signs
from journal.ui.safety.signs import (
    CALL_NOW,
    EITHER,
    NOW,
    SEEN_NOW,
    SEEN_TODAY,
    TODAY,
    TOO_MUCH,
    UNTIL_HELP,
    every_sentence,
    no_more_sentences,
    of_urgency,
    pressures,
    seizure_in_pregnancy,
    until_help,
)

PAGE = [each.text for each in guidance.page("emergency-signs").statements()]


def test_every_sign_stands_in_exactly_one_group() -> None:
    grouped = [each.code for urgent in (NOW, EITHER, TODAY) for each in of_urgency(urgent)]
    assert sorted(grouped) == sorted(each.code for each in signs())


def test_every_sentence_rests_on_sources_of_the_guidance_page() -> None:
    on_the_page = {source for each in guidance.page("emergency-signs").statements() for source in each.sources}
    around = [*CALL_NOW, *SEEN_NOW, *UNTIL_HELP, *TOO_MUCH, *SEEN_TODAY, *no_more_sentences()]
    of_pressure = [seizure_in_pregnancy(), *pressures()]
    assert len(every_sentence()) == len(signs()) + len(around) + len(of_pressure)
    for _, sources in every_sentence():
        assert sources and set(sources) <= on_the_page


@pytest.mark.parametrize("text", [text for text, _ in (*UNTIL_HELP, *TOO_MUCH)])
def test_what_to_do_is_said_as_on_the_page(text: str) -> None:
    on_the_page = words_of(" ".join(PAGE))
    assert words_of(text) <= on_the_page | {"even", "up"}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("slow_breathing", UNTIL_HELP[0]),
        ("seizure", UNTIL_HELP[5]),
        ("cannot_be_woken", UNTIL_HELP[5]),
        ("chest_pain", UNTIL_HELP[5]),
        ("fainting", UNTIL_HELP[5]),
        ("suicidal_thoughts", None),
        ("yellow_skin", None),
        ("pinpoint_pupils", None),
    ],
)
def test_one_sentence_until_help_comes(code: str, said: object) -> None:
    assert until_help(code) == said


@pytest.mark.parametrize("each", [each for each in signs() if each.rated], ids=lambda each: each.code)
def test_how_to_lie_is_said_once(each: WarningSign) -> None:
    beside = until_help(each.code)
    assert f"{each.now.text} {beside[0] if beside else ''}".count(" side") <= 1


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def test_nothing_says_what_is_in_the_journal() -> None:
    said = " ".join(said for said, _ in every_sentence()).casefold()
    for word in ("kratom", "mitragyn", "7-oh", "leaf", "dose", "journal"):
        assert word not in said
