"""The line beside the heading of a form says when, and to which day it is counted."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.moments import moment_from_iso
from journal.texts import english
from journal.ui.kit.time_line import HeadingAndTime, TimeLine
from journal.ui.kit.widgets import label
from journal.ui.kit.words import Line
from tests.ui.fits import settle


@pytest.mark.parametrize(
    ("at", "now", "journal_day", "region", "said"),
    [
        ("2026-11-28T13:58:00+00:00", True, "2026-11-28", "", "Now · Sat 28 Nov, 13:58"),
        ("2026-11-28T01:16:00+00:00", True, "2026-11-27", "", "Now · Sat 28 Nov, 01:16 · counted to Friday"),
        ("2026-11-27T21:30:00+00:00", False, "2026-11-27", "", "21:30 · Fri 27 Nov"),
        ("1970-01-01T12:00:00+00:00", False, "1970-01-01", "", "12:00 · Thu 1 Jan 1970"),
        ("2026-11-28T13:58:00+00:00", True, "2026-11-28", "en_US", "Now · Sat Nov 28, 1:58\u202fPM"),
    ],
)
def test_words(qtbot: QtBot, light: None, at: str, now: bool, journal_day: str, region: str, said: str) -> None:
    line = TimeLine(english(region, region), lambda: None)
    qtbot.addWidget(line)
    line.say_moment(moment_from_iso(at, "UTC"), now, dt.date.fromisoformat(journal_day), 2026)
    assert line.text() == said and line.change.accessibleDescription() == said


@pytest.mark.parametrize("heading", ["Dose", "Something else taken"])
def test_the_time_stands_in_one_line_beside_the_heading_or_below_it(qtbot: QtBot, light: None, heading: str) -> None:
    time_line = TimeLine(english(), lambda: None)
    both = HeadingAndTime(label(heading, "heading"), time_line, 330)
    qtbot.addWidget(both)
    both.show()
    for at, day in (("2026-11-28T13:58:00+00:00", "2026-11-28"), ("2026-11-28T01:16:00+00:00", "2026-11-27")):
        time_line.say_moment(moment_from_iso(at, "UTC"), True, dt.date.fromisoformat(day), 2026)
        for width in (420, 900):
            both.resize(width, 200)
            both.fit()
            settle()
            parts = both.findChildren(Line)
            lines = [part.heightForWidth(part.width()) // part.fontMetrics().height() for part in parts]
            assert max(lines) <= (2 if both.narrow else 1), (at, width)
            assert both.narrow is (width < time_line.one_line() + 12 + parts[0].sizeHint().width())
