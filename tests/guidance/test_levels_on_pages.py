"""What the page on mixing says under each heading is the level that the list of interactions has for that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest

from journal.guidance import Bullets, Heading, page
from journal.guidance.interaction_rows import row_of
from journal.guidance.interactions import Level, classes_of
from journal.guidance.recognising import named_in

# For what is not prescribed, and for what is where the heading says no more of it.
HEADINGS = {
    "Do not mix": (Level.DO_NOT_MIX, Level.CALL_TODAY),
    "Call today if it is prescribed": (None, Level.CALL_TODAY),
    "Ask a pharmacist or doctor first": (Level.ASK_FIRST, Level.ASK_WITHIN_DAYS),
    "Good to know": (Level.GOOD_TO_KNOW, Level.GOOD_TO_KNOW),
    "Not studied": (Level.NOT_STUDIED, Level.NOT_STUDIED),
}
WORDS = {Level.CALL_TODAY: "call today", Level.ASK_WITHIN_DAYS: "ask within days"}


def said_under() -> Mapping[tuple[str, str], str]:
    """Each name with the heading that it stands under, and all that is said of it there."""
    said: dict[tuple[str, str], str] = defaultdict(str)
    heading = ""
    for block in page("with-medicines").blocks:
        heading = block.text if isinstance(block, Heading) else heading
        if isinstance(block, Bullets) and heading in HEADINGS:
            for item in block.items:
                words = " ".join(each.text for each in item.statements)
                for name in names_in(item.statements[0].text):
                    said[heading, name.casefold()] += f" {words.casefold()}"
    return said


def names_in(sentence: str) -> Iterator[str]:
    """The names of a sentence, of which a search looks up a few words at a time; groups have both levels."""
    for part in (
        sentence.replace(":", ",")
        .replace("(", ",")
        .replace(")", ",")
        .replace(" and ", ",")
        .replace(" or ", ",")
        .split(",")
    ):
        for name in named_in(part.strip(" .")):
            if name.is_known and not any(of.asks_which for of in classes_of(name.generics)):
                yield name.given


def faults(heading: str, name: str, words: str) -> list[str]:
    """Where the page says less, more or other than the list."""
    row, (not_prescribed, prescribed) = row_of(name), HEADINGS[heading]
    found = []
    fits = not_prescribed is None or row.not_prescribed[-1] in (not_prescribed, Level.NONE)
    if not fits and not (heading == "Good to know" and row.prescribed[-1] is Level.GOOD_TO_KNOW):
        found.append(f"{name} under {heading} is {row.not_prescribed[-1]} in the list")
    if not_prescribed is None and row.prescribed[0] is not Level.CALL_TODAY:
        found.append(f"{name} under {heading} is {row.prescribed[0]} in the list")
    found += [
        f"{name} under {heading} does not say {WORDS[level]}"
        for level in row.prescribed
        if level in WORDS and level is not prescribed and WORDS[level] not in words
    ]
    return found


def test_every_name_stands_under_its_level_of_the_list() -> None:
    said = said_under()
    assert {heading for heading, _ in said} == set(HEADINGS)
    assert len(said) > 60
    assert [fault for (heading, name), words in said.items() for fault in faults(heading, name, words)] == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Ask a pharmacist or doctor first", "cannabis"), ("Ask a pharmacist or doctor first", "grapefruit"),
        ("Ask a pharmacist or doctor first", "tacrolimus"), ("Ask a pharmacist or doctor first", "quetiapine"),
        ("Do not mix", "hydroxyzine"), ("Do not mix", "sertraline"), ("Good to know", "codeine"),
    ],
)  # fmt: skip
def test_a_name_under_another_level_is_a_fault(heading: str, name: str) -> None:
    assert faults(heading, name, "")


def test_what_it_says_to_do_first_knows_of_both() -> None:
    first = next(each.text for each in page("with-medicines").statements() if "“Do not mix”" in each.text)
    assert "today, or within days where it says so" in first
