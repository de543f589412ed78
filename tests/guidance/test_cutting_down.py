"""The page on cutting down: a clinician comes first, no plan of steps, and nothing that keeps a harmed person at it."""

from __future__ import annotations

import re

import pytest

from journal import guidance
from journal.guidance import Heading, Page
from journal.guidance.warning_signs import stopping

# A share, a step or a pace: what a plan to cut down is made of.
_PLAN = re.compile(
    r"%|\bper ?cent\b|\b(?:reduce|reducing|lower|drop|cut|less)\b[^.]*\b(?:each|every|per|a) (?:day|week|month)\b"
    r"|\btaper|\bby (?:half|a (?:third|quarter|tenth))\b|\b(?:day|week) (?:\d|one|two|three)\b",
    re.IGNORECASE,
)


@pytest.fixture
def page() -> Page:
    return guidance.page("cutting-down")


def test_it_has_no_plan_of_steps(page: Page) -> None:
    assert [each.text for each in page.statements() if _PLAN.search(each.text)] == []


@pytest.mark.parametrize(
    "planted",
    ["Take 10 % off.", "Reduce it a little each week.", "Drop one a day.", "Taper it.", "Cut it by half.", "Week one."],
)
def test_a_plan_would_be_found(planted: str) -> None:
    assert _PLAN.search(planted)


def test_a_clinician_comes_first(page: Page) -> None:
    assert isinstance(page.blocks[0], Heading) and page.blocks[0].text == "What to do first"
    assert "doctor or another clinician first" in next(iter(page.statements())).text


def test_with_signs_of_harm_it_says_to_take_no_more(page: Page) -> None:
    said = [each.text for heading, each in page.under_headings() if heading == "When to take no more"]
    stop = "Take no more kratom until a doctor has spoken to you."
    assert any("yellow eyes" in text and stop in text for text in said)
    not_to_stop = [text for text in said if "do not stop" in text.casefold()]
    assert not_to_stop == [f"{stopping().goes_on_with} {stopping().goes_on}"]


def test_naltrexone_and_lost_tolerance_are_warned_of(page: Page) -> None:
    text = " ".join(each.text for each in page.statements())
    assert "Do not take the first dose before the prescriber knows of kratom." in text
    assert "The amount from before may be too strong now." in text


def test_help_is_named_outside_the_united_states_too(page: Page) -> None:
    said = [each for heading, each in page.under_headings() if heading == "Services, by country"]
    countries = [each.text.split(":")[0] for each in said if ":" in each.text]
    assert len(countries) >= 6 and "United States" in countries
    assert all(each.sources for each in said if ":" in each.text)
