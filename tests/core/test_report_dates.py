"""The days on which reports went out: two are kept, a second one of a day is compared with the report before."""

import datetime as dt

import pytest

from journal.core.entries import Setting
from journal.core.preferences import preferences_from, setting_for
from journal.core.refusal import Refused
from journal.core.report_dates import days_read, days_written, last_before, with_report

SEPTEMBER, OCTOBER, NOVEMBER = (dt.date(2026, month, 11) for month in (9, 10, 11))


def test_the_last_two_days_are_kept_and_a_day_counts_once() -> None:
    days = with_report(with_report((), SEPTEMBER), OCTOBER)
    assert days == (SEPTEMBER, OCTOBER) and with_report(days, OCTOBER) == days
    assert with_report(days, NOVEMBER) == (OCTOBER, NOVEMBER)
    assert with_report(days, SEPTEMBER) == days  # the clock was set back
    assert days_read(days_written(days)) == days


def test_a_second_report_of_a_day_is_compared_with_the_one_before() -> None:
    assert last_before((SEPTEMBER, OCTOBER), OCTOBER) == SEPTEMBER
    assert last_before((SEPTEMBER, OCTOBER), NOVEMBER) == OCTOBER
    assert last_before((OCTOBER,), OCTOBER) is None and last_before((), OCTOBER) is None


def test_it_is_a_setting_and_nothing_else_is_taken_for_one() -> None:
    setting = setting_for("reports", days_written((SEPTEMBER, OCTOBER)))
    assert preferences_from([setting]).reports == (SEPTEMBER, OCTOBER)
    for text in ("soon", "2026-11-11 2026-10-11", "2026-09-11 2026-10-11 2026-11-11"):
        with pytest.raises(Refused):
            preferences_from([Setting(id="reports", value=text)])
