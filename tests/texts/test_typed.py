"""What is shown can be typed again, in every region; what could mean two things is still refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.clock import SystemClock
from journal.core.moments import Moment, moment_from_local
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.texts import Texts
from journal.texts.amounts import quantity_text
from journal.texts.language import translated
from journal.texts.typed import is_time_alone, read_amount, read_day, read_hours, read_moment, read_size

REGIONS = (
    ("en", ""), ("en", "en_US"), ("en", "en_GB"), ("en", "de_DE"), ("en", "ar_EG"), ("de", "de_DE"), ("fr", "fr_FR"),
    ("sv", "sv_SE"), ("es", "es_ES"), ("ar", "ar_EG"),
)  # fmt: skip
EVERY = [translated(language, region, region) for language, region in REGIONS]
NOW = dt.datetime(2026, 11, 22, 15, 24)
UTC = "Etc/UTC"


class Noon(SystemClock):
    """A clock that stands, in a place without summer time."""

    def now_ms(self) -> int:
        return moment_from_local(NOW, UTC).utc_ms

    def zone_name(self) -> str:
        return UTC

    def rules(self) -> dt.tzinfo | None:
        return None


CLOCK = Noon()
texts_of_every_region = st.sampled_from(EVERY)
moments = st.datetimes(dt.datetime(1990, 1, 1), NOW).map(lambda at: at.replace(second=0, microsecond=0))


@given(texts_of_every_region, moments)
def test_every_shown_day_and_time_reads_as_itself(texts: Texts, at: dt.datetime) -> None:
    for day in (texts.full_day(at), texts.long_day(at), texts.short_day(at)):
        assert read_day(texts, day) == at.date()
        assert read_moment(texts, f"{day} {texts.time(at)}", CLOCK).local == at
        assert read_moment(texts, texts("{day}, {time}", day=day, time=texts.time(at)), CLOCK).local == at


@given(texts_of_every_region, st.integers(1, 365))
def test_a_day_without_its_year_is_the_latest_past_one(texts: Texts, days: int) -> None:
    at = NOW - dt.timedelta(days=days)
    for day in (texts.day(at), texts.day_and_month(at)):
        meant = read_moment(texts, f"{day} {texts.time(at)}", CLOCK).local
        assert meant == at if days < 365 else meant in (at, NOW)


@given(texts_of_every_region, st.integers(0, 23 * 60 + 59))
def test_every_shown_time_reads_as_the_latest_such_time(texts: Texts, minutes: int) -> None:
    said = texts.time_of_day(minutes)
    assert read_moment(texts, said, CLOCK) == read_moment(Texts(), f"{minutes // 60}:{minutes % 60:02d}", CLOCK)


@given(texts_of_every_region, st.integers(1, 999_999))
def test_every_shown_amount_reads_as_itself(texts: Texts, quantity: int) -> None:
    shown = quantity_text(texts, quantity, parse_amount("1 g").dimension)  # type: ignore[arg-type]
    if quantity % 10 and quantity > 1000:
        with pytest.raises(Refused) as refused:
            read_amount(shown)  # 1.234 may be a thousand, in every region
        assert refused.value.code == "amount-ambiguous"
    else:
        assert read_amount(shown).quantity == quantity


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("٢٫٥ g", 2500),
        ("２．５ｇ", 2500),  # noqa: RUF001
        ("१२ mg", 12),
        ("1\u202f500 mg", 1500),
        ("1\u00a0500 mg", 1500),
        ("1’500 mg", 1500),
        ("١٬٥٠٠ mg", 1500),
        ("2.5\u00a0g", 2500),
        ("2.5\u202fg", 2500),
    ],
)
def test_digits_of_any_script_and_spaces_in_numbers(typed: str, quantity: int) -> None:
    assert read_amount(typed).quantity == quantity


@pytest.mark.parametrize("typed", ["1,500", "1.500 g", "1,234.5", "3 500 mg"])
def test_what_may_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_amount(typed)


@pytest.mark.parametrize("typed", ["2-3 g", "~3 g", "about 500 mg"])
def test_what_one_piece_holds_is_no_guess(typed: str) -> None:
    with pytest.raises(Refused, match="amount-guessed"):
        read_size(typed)
    assert read_size("500 mg").quantity == 500


def at(year: int, month: int, day: int, hour: int, minute: int) -> Moment:
    return moment_from_local(dt.datetime(year, month, day, hour, minute), UTC)


@pytest.mark.parametrize(
    ("language", "region", "typed", "meant"),
    [
        ("en", "", "3:04 pm", at(2026, 11, 22, 15, 4)),
        ("en", "", "12:10 AM", at(2026, 11, 22, 0, 10)),
        ("en", "", "12.10 p.m.", at(2026, 11, 22, 12, 10)),
        ("en", "", "yesterday 9 pm", at(2026, 11, 21, 21, 0)),
        ("en", "", "fri 21:30", at(2026, 11, 20, 21, 30)),
        ("en", "", "2026-11-20 21:30", at(2026, 11, 20, 21, 30)),
        ("en", "en_US", "11/9/2026 3:04 PM", at(2026, 11, 9, 15, 4)),
        ("en", "en_GB", "9/11/2026 15:04", at(2026, 11, 9, 15, 4)),
        ("en", "de_DE", "9.11.2026 15:04", at(2026, 11, 9, 15, 4)),
        ("de", "de_DE", "Freitag 21:30", at(2026, 11, 20, 21, 30)),
        ("de", "de_DE", "9. März 8:10", at(2026, 3, 9, 8, 10)),
        ("en", "", "٨:١٠", at(2026, 11, 22, 8, 10)),
    ],
)
def test_typed_times(language: str, region: str, typed: str, meant: Moment) -> None:
    assert read_moment(translated(language, region), typed, CLOCK) == meant


@pytest.mark.parametrize("typed", ["13:00 pm", "0:10 am", "Nov 2026 15:04", "24/13 15:04 o", "8", "2460"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(Texts(), typed, CLOCK)
    assert refused.value.code == "time-unreadable"


@pytest.mark.parametrize(
    ("region", "typed", "meant"),
    [
        ("", "0810", at(2026, 11, 22, 8, 10)), ("", "9pm", at(2026, 11, 21, 21, 0)),
        ("", "930 pm", at(2026, 11, 21, 21, 30)), ("", "yesterday 2130", at(2026, 11, 21, 21, 30)),
        ("", "20 Nov 0810", at(2026, 11, 20, 8, 10)), ("", "20 Nov 2130", at(2026, 11, 20, 21, 30)),
        ("", "20 Nov 2026 0810", at(2026, 11, 20, 8, 10)), ("", "2026-11-20 0810", at(2026, 11, 20, 8, 10)),
        ("de_DE", "20.11. 21:30", at(2026, 11, 20, 21, 30)), ("de_DE", "20.11 8.10", at(2026, 11, 20, 8, 10)),
        ("de_DE", "20.11. 2130", at(2026, 11, 20, 21, 30)), ("de_DE", "9.11.26 0810", at(2026, 11, 9, 8, 10)),
        ("en_US", "11/20 9pm", at(2026, 11, 20, 21, 0)), ("en_US", "11/9 9pm", at(2026, 11, 9, 21, 0)),
        ("en_GB", "9/11 21:00", at(2026, 11, 9, 21, 0)), ("en_US", "11/9/26 9pm", at(2026, 11, 9, 21, 0)),
        ("en_US", "12/24 9pm", at(2025, 12, 24, 21, 0)), ("en_US", "20.11. 21:30", at(2026, 11, 20, 21, 30)),
        ("", "11/20 21:30", at(2026, 11, 20, 21, 30)), ("", "20.11.2026 21:30", at(2026, 11, 20, 21, 30)),
    ],
)  # fmt: skip
def test_days_in_numbers_and_times_without_a_sign(region: str, typed: str, meant: Moment) -> None:
    assert read_moment(translated("en", region), typed, CLOCK) == meant


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [("9/11/2026 15:04", (2026, 9, 11), (2026, 11, 9)), ("11/12 9pm", (2026, 11, 12), (2025, 12, 11))],
)
def test_where_no_region_says_the_order_both_days_are_named(
    typed: str, first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(Texts(), typed, CLOCK)
    assert refused.value.code == "day-two-ways"
    assert refused.value.values == {"text": typed, "first": dt.date(*first), "second": dt.date(*second)}


@pytest.mark.parametrize("typed", ["20 Nov 2026", "20.11. 2026", "11/20 2026", "Nov 20, 2026", "20.11.", "11/20"])
def test_a_year_at_the_end_is_no_time(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(Texts(), typed, CLOCK)
    assert refused.value.code == "time-missing"


@pytest.mark.parametrize("typed", ["Monday", "Nov 14, 2026", "14.11.2026"])
def test_of_a_day_alone_as_it_is_shown_the_time_is_missing(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(translated("en", "en_US" if "," in typed else "de_DE"), typed, CLOCK)
    assert (refused.value.code, refused.value.values["text"]) == ("time-missing", typed)


@pytest.mark.parametrize("typed", ["31 April 2026 8:10", "2026-02-30T10:00", "30 Feb 8:10 PM"])
def test_a_day_that_does_not_exist_is_named_as_it_was_typed(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_moment(Texts(), typed, CLOCK)
    assert refused.value.code.startswith("time-no-such-day") and refused.value.values["text"] == typed


@pytest.mark.parametrize("typed", ["", "22 November", "tomorrow", "2026-13-01", "9/11/26"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(Texts(), typed)
    assert refused.value.code == "day-not-iso"


DAY_TYPED = dt.date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("region", "typed", "meant"),
    [
        ("en_US", "11/20/2026", (2026, 11, 20)), ("en_US", "11/12/2026", (2026, 11, 12)),
        ("en_GB", "11/12/2026", (2026, 12, 11)), ("de_DE", "11.12.2026", (2026, 12, 11)),
        ("", "11/20/2026", (2026, 11, 20)), ("", "20/11/2026", (2026, 11, 20)), ("", "9/9/2026", (2026, 9, 9)),
        ("en_US", "Nov 20", (2026, 11, 20)), ("", "20 Nov", (2026, 11, 20)), ("", "Dec 24", (2025, 12, 24)),
        ("", "24.12.", (2025, 12, 24)), ("de_DE", "24.12", (2025, 12, 24)), ("", "20. 11.", (2026, 11, 20)),
        ("de_DE", "5.11.", (2026, 11, 5)), ("", "29.2.", (2024, 2, 29)),
        ("", "yesterday", (2026, 11, 21)), ("", "Today", (2026, 11, 22)), ("", "last Monday", (2026, 11, 16)),
        ("", "Monday", (2026, 11, 16)), ("", "last Sunday", (2026, 11, 15)),
    ],
)  # fmt: skip
def test_a_day_is_understood_as_it_is_said(region: str, typed: str, meant: tuple[int, int, int]) -> None:
    assert read_day(translated("en", region), typed, DAY_TYPED) == dt.date(*meant)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("11/12/2026", "day-two-ways"), ("Nov 31", "time-no-such-day-ever"),
     ("last", "day-not-iso"), ("soon", "day-not-iso"),
     ("31.2.", "time-no-such-day-ever"), ("2/31", "time-no-such-day-ever"), ("45.13", "time-no-such-day"),
     ("5.11.", "day-two-ways"), ("3/19", "day-not-iso"), ("31.02.2020", "time-no-such-day-then"),
     ("2020-13-01", "time-no-such-day"),
     ("2020", "day-not-said"), ("March 2020", "day-not-said"), ("3/2020", "day-not-said"),
     ("2020-01-019", "day-not-iso"), ("019.01.2020", "day-not-iso"),
     ("019 Jan 2020", "day-not-iso"), ("2020-001-19", "day-not-iso")],
)  # fmt: skip
def test_a_day_that_is_not_clear_is_asked_for(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(Texts(), typed, DAY_TYPED)
    assert refused.value.code == code


def test_a_day_that_may_lie_ahead_needs_its_year() -> None:
    with pytest.raises(Refused) as refused:
        read_day(Texts(), "Dec 15", DAY_TYPED, may_be_ahead=True)
    assert refused.value.code == "day-without-year"
    with pytest.raises(Refused) as refused:
        read_day(Texts(), "24.12.", DAY_TYPED, may_be_ahead=True)
    assert (refused.value.code, refused.value.values["text"]) == ("day-without-year", "24.12.")
    assert read_day(Texts(), "tomorrow", DAY_TYPED, may_be_ahead=True) == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("21:30", True),
        ("9.30 pm", True),
        ("9 PM", True),
        (" ٨:١٠ ", True),
        ("0810", True),
        ("11/12 9pm", False),
        ("fri 21:30", False),
        ("now", False),
    ],
)
def test_a_time_alone(typed: str, alone: bool) -> None:
    assert is_time_alone(Texts(), typed) is alone


@pytest.mark.parametrize(("typed", "hours"), [
    ("7", 7000), ("7,5", 7500), ("7.25", 7250), ("7 h", 7000), ("7h", 7000), ("7.5 hours", 7500), ("7 hrs", 7000),
    ("7:30", 7500), ("07:15", 7250), ("7h30", 7500), ("7 h 30", 7500), ("7 h 30 min", 7500),
    ("7 hours 45 minutes", 7750),
    ("7 1/2", 7500), ("7 1/2 h", 7500), ("7½", 7500), ("7 ¾ hours", 7750), ("1/2", 500), ("7:20", 7333), ("٧", 7000),
])  # fmt: skip
def test_a_length_of_sleep_is_understood_as_it_is_said(typed: str, hours: int) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["", "h", "7:60", "7 1/3", "7 min", "seven", "7:30:00", "7 h 30 h", "1/0"])
def test_what_is_no_length_of_sleep_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_hours(typed)
