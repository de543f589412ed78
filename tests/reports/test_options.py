"""What can be chosen for the pages is declared once, beside its switch."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

import pytest

from journal.insights.summary import Span
from journal.reports import options
from journal.reports.options import CHOICES, Choice, ReportOptions

DAY = dt.date(2026, 11, 21)
# What can be used against a person is never printed, and never left out, by itself.
ASKED = {"alcohol", "cannabis", "other_substances", "mood", "pregnancy"}
SPAN = Span(DAY, DAY)


def test_every_switch_is_a_choice_and_has_its_usual_value() -> None:
    usual = ReportOptions(SPAN)
    values = {choice.field: getattr(usual, choice.field) for choice in CHOICES}
    switches = {name for name in ReportOptions.__dataclass_fields__ if isinstance(getattr(usual, name), bool)}
    assert {choice.field for choice in CHOICES if not choice.asked} == switches
    assert {choice.field: None if choice.asked else choice.usual for choice in CHOICES} == values
    assert len({choice.code for choice in CHOICES}) == len(CHOICES)


def test_what_can_be_used_against_a_person_is_asked_each_time() -> None:
    assert {choice.field for choice in CHOICES if choice.asked} == ASKED


@dataclass
class _Undeclared:
    forgotten: bool = False


@dataclass
class _OutOfOrder:
    part: Annotated[bool, Choice("part", "A part", "whole")] = False
    whole: Annotated[bool, Choice("whole", "All of it")] = True


@pytest.mark.parametrize(("faulty", "about"), [(_Undeclared, "forgotten"), (_OutOfOrder, "no choice above it")])
def test_a_forgotten_switch_is_an_error_at_import(
    monkeypatch: pytest.MonkeyPatch, faulty: type[object], about: str
) -> None:
    monkeypatch.setattr(options, "ReportOptions", faulty)
    with pytest.raises(TypeError, match=about):
        options._choices()
