"""What a later page must say of warning symptoms that have more days than page 1 tells, from the rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tests.oracle.warned import EVENTS, LONG_ITEMS, Box, Sign, clock_of, date_of

MOST = 100  # days in words


def sign_days(box: Box) -> Iterator[str]:
    """A row for each, and a row for each of its months with every day."""
    signs = box.by_symptom()
    for days in signs:
        if len(days) == 1 and len(signs) <= LONG_ITEMS:
            continue
        name = box.names[days[0].symptom] + (" (dated later)" if days[0].place == "later" else "")
        first, last = (date_of(clock_of(day.last["local_ms"])) for day in (days[-1], days[0]))
        yield f"{name} {len(days)} {first} {last} {_worst(days)}"
        yield from _months(box, name, days)


def _worst(days: list[Sign]) -> str:
    rated = [each["value"] for day in days for each in day.ratings if each["value"] is not None]
    return f"{max(rated)} of 10" if rated and days[0].last["code"] not in EVENTS else "–"


def _months(box: Box, name: str, days: list[Sign]) -> Iterator[str]:
    answers = any(each["answer"] is not None for day in days for each in (day.last, day.worst) if each is not None)
    for month, found in groupby(days[:MOST], key=lambda day: f"{clock_of(day.last['local_ms']):%b %Y}"):
        of_month = [*found]
        said = " · ".join(_day(box, day, answers) for day in of_month)
        if len(days) > MOST and of_month[-1] is days[MOST - 1]:
            said += f" and {len(days) - MOST} day"
        yield f"{month} {name} {said}"


def _day(box: Box, day: Sign, answers: bool) -> str:
    at = clock_of(day.last["local_ms"])
    said = f"{at.day} {at:%b}, {at:%H:%M}"
    facts = box.facts(day, answers)
    return said if facts == "noted" else f"{said}: {facts}"
