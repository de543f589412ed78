"""Every name is the same thing everywhere: in the table, a search, the own list, a notice and on the sheet."""

from __future__ import annotations

import datetime as dt

import pytest

from journal import cli
from journal.core.entries import Substance
from journal.guidance.interaction_rows import row_of
from journal.guidance.interactions import Level, classes_of, is_only_the_product
from journal.guidance.matching import Taken, check
from journal.guidance.own_list import taken_of
from journal.guidance.recognising import named_in, names, recognise
from journal.reports.substance_rows import known
from tests.journals import FixedClock

_DAY, _MS = dt.date(2026, 11, 29), 1_795_339_800_000
_ASKED = {"K2"}  # two things are called so: it is asked about everywhere
NAMES = sorted({each.name for each in names().values()} - _ASKED)
_PARTS = 200


@pytest.mark.quick_every(40)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("part", range(_PARTS))
def test_every_name_and_brand_is_the_same_thing_everywhere(part: int, capsys: pytest.CaptureFixture[str]) -> None:
    some = NAMES[part::_PARTS]
    for name in some:
        generics = names_of_it(name)
        row, (listed,) = row_of(name), check(taken_of([Substance(name=name)], []), _DAY, _MS).names
        assert row.is_known and set(row.generics) == set(listed.recognised.generics) == generics, name
        assert (
            set(row.classes)
            == set(known(name).classes)
            == {finding.of for finding in listed.findings} | _hidden(listed.recognised.generics)
        ), name
        assert known(name).recognised
        searched = {generic for each in named_in(name) for generic in each.generics}
        assert searched == (set() if is_only_the_product(generics) else generics), name
    assert cli.main(["interactions", *some], clock=FixedClock()) == 0
    said = capsys.readouterr().out
    assert "ot recognised" not in said and "Not checked" not in said and ": ." not in said


def names_of_it(name: str) -> set[str]:
    """What the table of names says itself."""
    return set(next(each.generics for each in names().values() if each.name == name))


def _hidden(generics: tuple[str, ...]) -> set[object]:
    """Naloxone beside an opioid in one tablet has no words of its own."""
    of = classes_of(generics)
    emergency = {each for each in of if each.advice == "emergency"}
    return set(emergency) if len(emergency) < len(of) else set()


@pytest.mark.parametrize("name", ["Narcan", "narcan nasal spray 4 mg", "NARCAN\u00ae", "Nyxoid"])
def test_naloxone_is_known_by_its_brands_and_is_always_right(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["interactions", name], clock=FixedClock()) == 0
    said = capsys.readouterr().out.splitlines()
    always = "Naloxone. In an emergency it is always right, for someone who does not breathe well."
    assert f"{always} It can bring on withdrawal; call " in said[0]
    assert check([Taken(name)], _DAY, _MS).names[0].level is Level.GOOD_TO_KNOW


def test_what_two_things_are_called_is_asked_about_everywhere() -> None:
    for name in _ASKED:
        assert not recognise(name).is_known and row_of(name).meant == recognise(name).meant != ()
        assert [each.given for each in check([Taken(name)], _DAY, _MS).not_checked] == [name]
