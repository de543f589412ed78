"""Times as a person types them."""

import datetime as dt

import pytest

from journal.core.moments import (
    HOUR_MS,
    MINUTE_MS,
    AmbiguousTime,
    moment_from_iso,
    moment_from_local,
    moment_now,
)
from journal.core.refusal import Refused
from journal.core.typed_day_parts import OneOfSeveral
from journal.core.typed_times import parse_moment


class FixedClock:
    """Now is Sunday 22 November 2026, 15:24 in Berlin, unless said otherwise."""

    def __init__(self, local: str = "2026-11-22T15:24:00", zone: str = "Europe/Berlin") -> None:
        self.ms = moment_from_local(dt.datetime.fromisoformat(local), zone, 0).utc_ms
        self.zone = zone

    def now_ms(self) -> int:
        return self.ms

    def zone_name(self) -> str:
        return self.zone

    def rules(self) -> dt.tzinfo | None:
        return None


CLOCK = FixedClock()


def said(text: str, clock: FixedClock = CLOCK) -> str:
    return parse_moment(text, clock).local.strftime("%Y-%m-%d %H:%M")


def refusal(text: str, clock: FixedClock = CLOCK) -> str:
    with pytest.raises(Refused) as caught:
        parse_moment(text, clock)
    return caught.value.code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("now", "2026-11-22 15:24"),
        ("", "2026-11-22 15:24"),
        ("about yesterday 20:00", "2026-11-21 20:00"),
        ("yesterday around 8pm", "2026-11-21 20:00"),
        ("~ 14:30", "2026-11-22 14:30"),
        ("about 2 h ago", "2026-11-22 13:24"),
        ("-15 min", "2026-11-22 15:09"),
        ("−15min", "2026-11-22 15:09"),
        ("-2 h", "2026-11-22 13:24"),
        ("-1 h 30 min", "2026-11-22 13:54"),
        ("90 min ago", "2026-11-22 13:54"),
        ("15 minutes ago", "2026-11-22 15:09"),
        ("2 h ago", "2026-11-22 13:24"),
        ("2h ago", "2026-11-22 13:24"),
        ("2 Hours Ago", "2026-11-22 13:24"),
        ("an hour ago", "2026-11-22 14:24"),
        ("one hour ago", "2026-11-22 14:24"),
        ("a minute ago", "2026-11-22 15:23"),
        ("1 h 30 min ago", "2026-11-22 13:54"),
        ("1 hour and 5 minutes ago", "2026-11-22 14:19"),
        ("half an hour ago", "2026-11-22 14:54"),
        ("1.5 h ago", "2026-11-22 13:54"),
        ("an hour and a half ago", "2026-11-22 13:54"),
        ("30 h ago", "2026-11-21 09:24"),
        ("8:10", "2026-11-22 08:10"),
        ("08.10", "2026-11-22 08:10"),
        ("15:28", "2026-11-22 15:28"),  # four minutes ahead: a clock that runs a little fast
        ("15:40", "2026-11-21 15:40"),  # the latest past one
        ("0810", "2026-11-22 08:10"),
        ("2026", "2026-11-21 20:26"),  # nobody means a year by a time
        ("20 nov 2026 0810", "2026-11-20 08:10"),
        ("20 nov 0810", "2026-11-20 08:10"),
        ("yesterday 9pm", "2026-11-21 21:00"),
        ("yesterday 21:30", "2026-11-21 21:30"),
        ("2 days ago 21:30", "2026-11-20 21:30"),
        ("two days ago, 8:10", "2026-11-20 08:10"),
        ("a week ago 21:30", "2026-11-15 21:30"),
        ("Today 0:05", "2026-11-22 00:05"),
        ("fri 21:30", "2026-11-20 21:30"),
        ("Sunday 9:00", "2026-11-15 09:00"),
        ("2026-11-20 21:30", "2026-11-20 21:30"),
        ("2026-11-20T21:30", "2026-11-20 21:30"),
        ("20 Nov 21:30", "2026-11-20 21:30"),
        ("24. December 18:00", "2025-12-24 18:00"),
        ("29 feb 12:00", "2024-02-29 12:00"),
        ("3 may 2019 7:05", "2019-05-03 07:05"),
    ],
)
def test_typed_times_are_understood(typed: str, meant: str) -> None:
    assert said(typed) == meant


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("soon", "time-unreadable"),
        ("20 nov 2026", "time-missing"),
        ("2460", "time-unreadable"),
        ("810", "time-unreadable"),
        ("25:00", "time-unreadable"),
        ("24:00", "time-end-of-day"),
        ("yesterday 24.00", "time-end-of-day"),
        ("2026-11-21T24:00", "time-end-of-day"),
        ("8:61", "time-unreadable"),
        ("8", "time-unreadable"),
        ("٨:١٠", "time-unreadable"),
        ("2026-02-30 10:00", "time-no-such-day"),
        ("31 apr 10:00", "time-no-such-day"),
        ("31 apr 2026 10:00", "time-no-such-day"),
        ("ma 3 10:00", "time-unreadable"),
        ("5 ju 10:00", "time-unreadable"),
        ("2026-11-22 15:30", "time-in-future"),
        ("2027-01-01 00:00", "time-in-future"),
        ("1969-12-31 10:00", "time-out-of-range"),
        ("9999-12-31 23:59", "time-out-of-range"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_reason(typed: str, code: str) -> None:
    assert refusal(typed) == code


def test_a_time_shown_twice_asks_which() -> None:
    clock = FixedClock("2026-10-25T12:00:00")
    with pytest.raises(AmbiguousTime) as caught:
        parse_moment("2:30", clock)
    assert caught.value.second.utc_ms - caught.value.first.utc_ms == HOUR_MS
    assert parse_moment("2:30 first", clock) == caught.value.first
    assert parse_moment("2:30 second", clock) == caught.value.second


FIRST, SECOND = "+02:00", "+01:00"


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-10-25T02:10:00" + SECOND, "2:30", "2026-10-25T02:30:00" + FIRST),
        ("2026-10-25T02:10:00" + SECOND, "2:30 first", "2026-10-25T02:30:00" + FIRST),
        ("2026-10-25T02:10:00" + SECOND, "today 2:30", "2026-10-25T02:30:00" + FIRST),
        ("2026-10-25T02:40:00" + FIRST, "2:30", "2026-10-25T02:30:00" + FIRST),
        ("2026-10-25T02:40:00" + FIRST, "2:50", "2026-10-24T02:50:00" + FIRST),
        ("2026-10-25T02:58:00" + FIRST, "3:02", "2026-10-24T03:02:00" + FIRST),  # an hour ahead, not four minutes
        ("2026-10-25T01:00:00" + FIRST, "2:30", "2026-10-24T02:30:00" + FIRST),
        ("2026-10-26T01:10:00" + SECOND, "2:30 second", "2026-10-25T02:30:00" + SECOND),
        ("2026-03-29T01:00:00+01:00", "2:30", "2026-03-28T02:30:00+01:00"),  # the hour that is left out is still ahead
    ],
)
def test_around_a_change_of_the_clocks_the_latest_past_instant_is_meant(now: str, typed: str, meant: str) -> None:
    clock = FixedClock()
    clock.ms = moment_from_iso(now, "Europe/Berlin").utc_ms
    assert parse_moment(typed, clock).isoformat() == meant


@pytest.mark.parametrize(
    "now", ["2026-10-25T02:40:00" + SECOND, "2026-10-25T03:10:00" + SECOND, "2026-10-26T01:10:00" + SECOND]
)
def test_which_of_the_two_is_asked_once_both_are_past(now: str) -> None:
    clock = FixedClock()
    clock.ms = moment_from_iso(now, "Europe/Berlin").utc_ms
    with pytest.raises(AmbiguousTime):
        parse_moment("2:30", clock)


def test_a_second_that_is_still_to_come_is_refused_as_such() -> None:
    assert refusal("2:30 second", FixedClock("2026-10-25T02:40:00")) == "time-in-future"


def test_times_are_read_on_the_clock_of_another_place() -> None:
    there = moment_from_local(dt.datetime(2026, 11, 20, 21, 30), "Asia/Tokyo")
    read = {text: parse_moment(text, CLOCK, there).isoformat() for text in ("23:10", "today 22:00", "now", "-1 h")}
    assert read == {  # 15:24 in Berlin is 23:24 in Tokyo
        "23:10": "2026-11-22T23:10:00+09:00",
        "today 22:00": "2026-11-22T22:00:00+09:00",
        "now": "2026-11-22T15:24:00+01:00",
        "-1 h": "2026-11-22T14:24:00+01:00",
    }


@pytest.mark.parametrize("now", ["2026-03-29T12:00:00", "2026-03-29T03:10:00"])
def test_a_time_that_the_spring_change_left_out_is_named(now: str) -> None:
    assert refusal("2:30", FixedClock(now)) == "time-skipped"


def test_minutes_ago_count_real_time_across_the_autumn_change() -> None:
    clock = FixedClock("2026-10-25T03:10:00")
    before = parse_moment("-90 min", clock)
    assert moment_now(clock).utc_ms - before.utc_ms == 90 * MINUTE_MS
    assert before.local.strftime("%H:%M") == "02:40"  # 03:10 less 90 minutes, in which the clock went back by one hour


@pytest.mark.parametrize("day", ["2026-11-14", "2026-11-14 ", "14 Nov 2026", "14. nov", "yesterday", "fri"])
def test_of_a_day_alone_the_time_is_missing(day: str) -> None:
    assert refusal(day) == "time-missing"


@pytest.mark.parametrize("words", ["14", "nov", "fr", "fri at"])
def test_what_is_no_day_is_no_time(words: str) -> None:
    assert refusal(words) == "time-unreadable"


@pytest.mark.parametrize(
    ("typed", "example"),
    [
        ("last night", "yesterday 22:00"), ("Yesterday evening", "yesterday 19:00"), ("this morning", "today 8:00"),
        ("late last night", "yesterday 22:00"), ("in the afternoon", "today 15:00"), ("noon", "today 12:00"),
        ("evening", "yesterday 19:00"), ("Friday evening", "2026-11-20 19:00"), ("at midnight", "yesterday 23:00"),
    ],
)  # fmt: skip
def test_a_part_of_a_day_is_no_time_and_some_are_offered_that_can_be_typed(typed: str, example: str) -> None:
    with pytest.raises(OneOfSeveral) as caught:
        parse_moment(typed, CLOCK)
    assert (caught.value.code, caught.value.values) == ("time-of-many", {"text": typed, "example": example})
    offered = [moment.as_typed() for moment in caught.value.times]
    assert (
        said(example) in offered and max(offered) <= "2026-11-22 15:24" and [said(time) for time in offered] == offered
    )


@pytest.mark.parametrize(
    ("typed", "now", "first", "last"),
    [
        ("last night", "2026-11-22T15:24:00", "2026-11-21 22:00", "2026-11-22 03:00"),
        ("last night", "2026-11-22T01:10:00", "2026-11-21 22:00", "2026-11-22 01:00"),
        ("tonight", "2026-11-22T01:10:00", "2026-11-21 22:00", "2026-11-22 01:00"),
        ("tonight", "2026-11-22T23:10:00", "2026-11-22 22:00", "2026-11-22 23:00"),
        ("this morning", "2026-11-22T08:10:00", "2026-11-22 06:00", "2026-11-22 08:00"),
        ("sunday night", "2026-11-23T09:00:00", "2026-11-22 22:00", "2026-11-23 03:00"),
    ],
)
def test_a_night_goes_on_after_midnight_and_ends_where_now_is(typed: str, now: str, first: str, last: str) -> None:
    with pytest.raises(OneOfSeveral) as caught:
        parse_moment(typed, FixedClock(now))
    offered = [moment.as_typed() for moment in caught.value.times]
    assert (offered[0], offered[-1]) == (first, last)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("last night 23:30", "2026-11-21 23:30"), ("last night at 2:00", "2026-11-22 02:00"),
        ("this morning 8:10", "2026-11-22 08:10"), ("yesterday evening 9:30", "2026-11-21 21:30"),
        ("fri afternoon, 3:15", "2026-11-20 15:15"),
    ],
)  # fmt: skip
def test_a_time_in_a_part_of_a_day_is_one_time(typed: str, meant: str) -> None:
    assert said(typed) == meant


@pytest.mark.parametrize(
    "typed", ["this morning 14:00", "yesterday evening 3:00", "someday evening", "last night 25:00"]
)
def test_a_time_outside_of_its_part_of_the_day_is_none(typed: str) -> None:
    assert refusal(typed) == "time-unreadable"


@pytest.mark.parametrize("typed", ["this evening", "tonight", "this evening 20:00"])
def test_what_has_not_come_yet_today_is_not_taken_for_yesterday(typed: str) -> None:
    assert refusal(typed) == "time-in-future"


@pytest.mark.parametrize("typed", ["ago", " h ago", "2 ago", "h ago", "half ago", "2 h", "night owl"])
def test_what_is_not_quite_a_time_ago_is_refused(typed: str) -> None:
    assert refusal(typed) == "time-unreadable"


@pytest.mark.parametrize("typed", ["2 days ago", "a week ago"])
def test_days_ago_without_a_time_is_a_day_and_no_time_is_made_up(typed: str) -> None:
    assert refusal(typed) == "time-missing"
