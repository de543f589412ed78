"""Which words are part of a day, and which times that can be."""

import datetime as dt

import pytest

from journal.core.typed_day_parts import DayPart, day_part

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("yesterday evening", DayPart("yesterday", "", "evening", None)),
        ("late last night", DayPart("", "last", "night", None)),
        ("20 nov in the morning at 8:10", DayPart("20 nov", "", "morning", dt.time(8, 10))),
        ("tonight, 21:00", DayPart("", "", "tonight", dt.time(21))),
        ("fortnight", None), ("night owl", None), ("morning 8", None), ("8:10", None), ("", None),
    ],
)  # fmt: skip
def test_the_words_of_a_part(words: str, part: DayPart | None) -> None:
    assert day_part(words) == part


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("night 23:30", "2026-11-21 23:30"), ("night 2:00", "2026-11-22 02:00"), ("night 11:30", "2026-11-21 23:30"),
        ("evening 18:00", "2026-11-21 18:00"), ("afternoon 12:30", "2026-11-21 12:30"), ("morning 20:00", None),
    ],
)  # fmt: skip
def test_a_clock_is_read_in_its_part_alone(words: str, local: str | None) -> None:
    part = day_part(words)
    assert part is not None
    assert [str(time)[:16] for time in part.local_times(DAY)] == ([] if local is None else [local])
