"""A name that is written from the right keeps the numbers beside it where they are, in every sentence of the window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.texts import english
from journal.texts.isolates import isolated

KRATOM_5 = "\u05e7\u05e8\u05d8\u05d5\u05dd 5"
WINDOW = replace(english(), isolating=True)


@pytest.mark.parametrize("name", ["", "Green Borneo", "Äpfel", "5 µg", "红 3"])
def test_other_names_are_as_they_are(name: str) -> None:
    assert isolated(name) == name


def test_it_is_isolated_once_as_it_begins() -> None:
    assert isolated(KRATOM_5) == f"\u2067{KRATOM_5}\u2069" == isolated(isolated(KRATOM_5))
    assert isolated(f"Red {KRATOM_5}") == f"\u2066Red {KRATOM_5}\u2069"


def test_the_window_does_so_in_every_sentence_and_files_do_not() -> None:
    assert WINDOW("{product}, {rest}", product=KRATOM_5, rest="2.5 g") == f"\u2067{KRATOM_5}\u2069, 2.5 g"
    assert WINDOW.plural("{n} of {name}", "{n} of {name}", 2, name=KRATOM_5) == f"2 of \u2067{KRATOM_5}\u2069"
    assert english()("{product}, {rest}", product=KRATOM_5, rest="2.5 g") == f"{KRATOM_5}, 2.5 g"
