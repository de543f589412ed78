"""What is planned as a calendar: whole days, marked private, lines as RFC 5545 wants them."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from journal.core.entries import Condition, Entry, Person, kind_of
from journal.core.health import ConditionKind
from journal.core.refusal import Refused
from journal.exchange.calendar_out import write_calendar
from journal.texts import english


def written(*entries: Entry) -> list[str]:
    """The lines, unfolded."""
    file = io.BytesIO()
    write_calendar(file, lambda kind: (each for each in entries if kind_of(each) == kind), english())
    content = file.getvalue()
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_visit_and_an_operation_are_whole_days() -> None:
    person = Person(next_visit=dt.date(2026, 12, 31), purpose="kratom")
    knee = Condition(what=ConditionKind.PLANNED_OPERATION, name="Knee, left; again", planned=dt.date(2027, 1, 12))
    done = Condition(what=ConditionKind.PLANNED_OPERATION, name="no day")
    lines = written(person, knee, done)
    assert lines.count("BEGIN:VEVENT") == 2 and "CLASS:PRIVATE" in lines
    assert lines[lines.index("DTSTART;VALUE=DATE:20261231") + 1] == "DTEND;VALUE=DATE:20270101"
    assert "SUMMARY:Visit" in lines and "SUMMARY:Planned operation: Knee\\, left\\; again" in lines
    assert not any("kratom" in line for line in lines)


def test_a_long_name_is_folded_between_letters() -> None:
    name = "Größere Operation 😀" * 9
    knee = Condition(what=ConditionKind.PLANNED_OPERATION, name=name, planned=dt.date(2027, 1, 12))
    assert f"SUMMARY:Planned operation: {name}" in written(knee)


def test_another_reader_takes_it() -> None:
    icalendar = pytest.importorskip("icalendar")
    file = io.BytesIO()
    write_calendar(file, lambda kind: [Person(next_visit=dt.date(2026, 12, 31))] * (kind == "person"), english())
    (event,) = icalendar.Calendar.from_ical(file.getvalue()).walk("VEVENT")
    assert event.decoded("DTSTART") == dt.date(2026, 12, 31)


def test_without_a_plan_nothing_is_written() -> None:
    with pytest.raises(Refused, match="nothing-planned"):
        written(Person())
