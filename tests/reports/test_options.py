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
SPAN = Span(DAY, DAY)


def test_every_switch_is_a_choice_and_has_its_usual_value() -> None:
    usual = ReportOptions(SPAN)
    switches = {name for name in ReportOptions.__dataclass_fields__ if isinstance(getattr(usual, name), bool)}
    assert {choice.field for choice in CHOICES} == switches
    assert {choice.field: choice.usual for choice in CHOICES} == {name: getattr(usual, name) for name in switches}
    assert len({choice.code for choice in CHOICES}) == len(CHOICES)


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
