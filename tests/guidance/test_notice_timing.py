"""When a class is reported: once when it is added, seldom at intakes, and again only for something new."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.interactions import Level, classes
from journal.guidance.matching import Checked, CheckedName, Finding, Taken, check
from journal.guidance.notice_timing import Occasion, Spoken, now_spoken, speaking, speaks

NOW = 20_000 * DAY_MS
OF = classes()["ssris"]


def spoken(ms_ago: int, level: Level = Level.ASK_FIRST) -> list[Spoken]:
    return [Spoken("ssris", level, NOW - ms_ago)]


def checked(*taken: Taken) -> Checked:
    return check(taken, dt.date(2026, 11, 29), NOW)


def ids(found: list[tuple[CheckedName, Finding]]) -> list[str]:
    return [finding.of.id for _, finding in found]


@pytest.mark.parametrize("level", [Level.GOOD_TO_KNOW, Level.NOT_STUDIED, Level.NOTHING_IN_LIST, Level.NONE])
def test_quiet_levels_never_speak(level: Level) -> None:
    assert not speaks(OF, level, [], Occasion(NOW))
    assert not speaks(OF, level, [], Occasion(NOW, intake_of="x", sign_ms=NOW))


@pytest.mark.parametrize("level", [Level.CALL_TODAY, Level.DO_NOT_MIX, Level.ASK_WITHIN_DAYS, Level.ASK_FIRST])
def test_a_class_speaks_once_when_it_is_added(level: Level) -> None:
    assert speaks(OF, level, [], Occasion(NOW))
    assert not speaks(OF, level, spoken(400 * DAY_MS, level), Occasion(NOW))


@pytest.mark.parametrize(
    ("level", "ago", "expected"),
    [
        (Level.DO_NOT_MIX, 23 * HOUR_MS, False), (Level.DO_NOT_MIX, DAY_MS, True),
        (Level.ASK_FIRST, 6 * DAY_MS, False), (Level.ASK_FIRST, 7 * DAY_MS, True),
    ],
)  # fmt: skip
def test_intakes_speak_once_a_day_or_once_in_seven(level: Level, ago: int, expected: bool) -> None:
    assert speaks(OF, level, spoken(ago, level), Occasion(NOW, intake_of="x")) is expected


def test_a_higher_level_speaks_at_once_and_a_lower_one_does_not() -> None:
    assert speaks(OF, Level.CALL_TODAY, spoken(HOUR_MS), Occasion(NOW))
    assert not speaks(OF, Level.ASK_FIRST, spoken(HOUR_MS, Level.CALL_TODAY), Occasion(NOW))


def occasion(news: str, at_ms: int) -> Occasion:
    return dataclasses.replace(Occasion(NOW), **{news: at_ms})  # type: ignore[arg-type]


@pytest.mark.parametrize("news", ["sign_ms", "condition_ms", "changed_ms"])
def test_something_new_speaks_once(news: str) -> None:
    assert speaks(OF, Level.ASK_FIRST, spoken(2 * HOUR_MS), occasion(news, NOW - HOUR_MS))
    assert not speaks(OF, Level.ASK_FIRST, spoken(HOUR_MS), occasion(news, NOW - 2 * HOUR_MS))
    assert not speaks(OF, Level.ASK_FIRST, spoken(HOUR_MS), occasion(news, NOW + HOUR_MS))


def test_what_another_class_said_does_not_matter() -> None:
    assert speaks(OF, Level.ASK_FIRST, [Spoken("opioids", Level.CALL_TODAY, NOW)], Occasion(NOW))


def test_adding_a_second_medicine_of_a_class_says_nothing_again() -> None:
    first = checked(Taken("sertraline", False))
    said = speaking(first, [], Occasion(NOW))
    assert "ssris" in ids(said)
    both = checked(Taken("sertraline", False), Taken("fluoxetine", False))
    assert ids(speaking(both, now_spoken(said, NOW), Occasion(NOW))) == []


def test_at_an_intake_only_what_was_taken_speaks_and_what_is_prescribed_is_silent() -> None:
    result = checked(Taken("beer", False, at_ms=NOW), Taken("oxycodone", True), Taken("sertraline", False))
    assert ids(speaking(result, [], Occasion(NOW, intake_of="Beer"))) == ["alcohol"]
    assert speaking(result, [], Occasion(NOW, intake_of="oxycodone")) == []
    remembered = now_spoken(speaking(result, [], Occasion(NOW, intake_of="beer")), NOW)
    assert speaking(result, remembered, Occasion(NOW + HOUR_MS, intake_of="beer")) == []
    assert ids(speaking(result, remembered, Occasion(NOW + DAY_MS, intake_of="beer"))) == ["alcohol"]


def test_each_class_speaks_by_the_name_that_it_is_most_urgent_for() -> None:
    result = checked(Taken("codeine", False), Taken("oxycodone", True))
    by_class = {finding.of.id: name.given for name, finding in speaking(result, [], Occasion(NOW))}
    assert by_class["opioids"] == "oxycodone"


def test_a_group_speaks_when_it_is_added_and_not_at_each_intake() -> None:
    """ "Painkiller" may be an opioid, and mostly is none: said at each intake it would be heard no more."""
    added, taken = checked(Taken("painkillers")), checked(Taken("painkiller", at_ms=NOW))
    assert ids(speaking(added, [], Occasion(NOW))) == ["painkillers"]
    assert speaking(taken, [], Occasion(NOW, intake_of="painkiller")) == []
    assert ids(speaking(checked(Taken("codeine", at_ms=NOW)), [], Occasion(NOW, intake_of="codeine"))) == ["opioids"]
