"""Prescribed or not, every level, every condition known or not: each cell as the window shows it, in reading order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.core.moments import DAY_MS
from journal.guidance.interaction_words import CONDITION_NAMES
from journal.guidance.interactions import Circumstance, Level, classes
from journal.guidance.level_words import level_titles, level_words
from journal.guidance.matching import Checked, CheckedName, Taken, check
from journal.guidance.recognising import recognise
from journal.texts import english
from journal.ui.safety.checked_view import CheckedView
from tests.ui.actions import objects
from tests.ui.fits import shown, words

TODAY, NOW = dt.date(2026, 11, 29), 20_000 * DAY_MS
ORDER = (
    "Call today", "Do not mix", "Ask within days", "Ask first", "Good to know", "Not studied",
    "Recognised, nothing in our list", "Not recognised",
)  # fmt: skip


def every_member() -> Iterator[str]:
    """One name of each class, and one each that is in no class and that is no name."""
    for of in classes().values():
        yield next((each for each in of.members if recognise(each).is_known), of.members[0])
    yield "magnesium"
    yield "Qwertyol"


def checked(prescribed: bool | None, holds: bool | None) -> Checked:
    known = {} if holds is None else dict.fromkeys(Circumstance, holds)
    return check([Taken(name, prescribed) for name in dict.fromkeys(every_member())], TODAY, NOW, known)


def read_aloud(view: CheckedView) -> list[str]:
    """The names of everything in the order in which a screen reader comes to it."""
    return [spot.name for spot, _ in objects(view) if spot.name]


def level_of_title(title: str) -> str:
    level = title.removeprefix("If prescribed: ").removeprefix("If not prescribed: ")
    conditional, otherwise, _ = level.partition(". Otherwise: ")
    return conditional.partition(", ")[0] if otherwise else level


def titled_sections(of: Checked) -> list[tuple[list[str], list[CheckedName]]]:
    """The titles of each section with its names: both levels where it is not said whether something is prescribed."""
    sections: dict[tuple[str, ...], list[CheckedName]] = {}
    for _, listed in of.sections():
        for name in listed:
            sections.setdefault(tuple(level_titles(english(), name)), []).append(name)
    return [(list(titles), names) for titles, names in sections.items()]


@pytest.mark.quick_every(16)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("holds", [None, True, False])
@pytest.mark.parametrize("prescribed", [None, True, False])
def test_every_cell_is_shown_and_read_in_order(qtbot: QtBot, prescribed: bool | None, holds: bool | None) -> None:
    of, texts = checked(prescribed, holds), english()
    view = CheckedView(texts, of, guidance.sources(), guidance.country("US"))
    shown(qtbot, view, 900)
    read = read_aloud(view)
    conditions = set(CONDITION_NAMES.values())  # these have their level below their name
    places = [place for place, each in enumerate(read) if level_of_title(each) in ORDER]
    places = [place for place in places if read[place - 1] not in conditions]
    sections = titled_sections(of)
    expected = [title for titles, _ in sections for title in titles]
    assert [read[place] for place in places] == [*expected, "Not recognised"]
    urgency = [ORDER.index(level_of_title(titles[0])) for titles, _ in sections]
    assert urgency == sorted(urgency)
    for titles, names in sections:
        place, places = places[len(titles) - 1], places[len(titles) :]
        assert all(place < read.index(name.given) < places[0] for name in names)
    in_order = [name for _, names in sections for name in names]
    said = dict(zip([*in_order, *of.not_checked], map(words, view.names), strict=True))
    for name, block in said.items():
        for finding in name.findings:
            cells = [level_words(texts, each) for each in finding.levels if each.level is not Level.NONE]
            assert all(cell in block for cell in cells), name.given


def test_every_level_is_met_on_its_side() -> None:
    """The matrix has no empty column: what is asked for above is there to be seen."""
    met = {
        (each.prescribed, each.level)
        for prescribed in (True, False)
        for holds in (None, True, False)
        for name in checked(prescribed, holds).names
        for finding in name.findings
        for each in finding.levels
    }
    assert {(True, level) for level in (Level.CALL_TODAY, Level.ASK_WITHIN_DAYS, Level.GOOD_TO_KNOW)} <= met
    assert {
        (False, level) for level in (Level.DO_NOT_MIX, Level.ASK_FIRST, Level.GOOD_TO_KNOW, Level.NOT_STUDIED)
    } <= met
