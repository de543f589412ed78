"""Everything with numbers in a period: what is offered, by which name, and what is private."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from journal.charts.one_series import SeriesData
from journal.core.check_ins import Instrument
from journal.core.entries import CheckIn, LabResult, Measurement
from journal.core.health import Lab
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.tasks import Task
from journal.ui.trends.findings import read_findings, with_series
from journal.ui.trends.series_of_kinds import choices
from tests.ui.trends.conftest import TODAY
from tests.ui.trends.weeks import BACK, SUICIDAL, dose_on, rating_on

WEEK_AGO = TODAY - dt.timedelta(days=7)


def series_of(book: Logbook) -> dict[str, SeriesData]:
    findings = read_findings(book, 84, TODAY, english(), Task())
    found = with_series(book, findings, english(), Task()).series
    assert found is not None and Span(found.first, found.day(found.count - 2)) == findings.period
    return {each.name: each for each in found.series}


def at_noon(day: dt.date) -> Measurement:
    return Measurement(at=dose_on(day, 12).at, systolic=128, pulse=70)


def test_every_kind_is_there_by_itself(weeks: Logbook) -> None:
    at = dose_on(WEEK_AGO, 9).at
    weeks.save(
        at_noon(WEEK_AGO),
        CheckIn(at=at, instrument=Instrument.PEG, answers=("4", "5", "5")),
        CheckIn(at=at, sleep=6500, quality=4),
        LabResult(day=WEEK_AGO, what=Lab.OWN, name="Ferritin", value="80", unit="µg/L", normal="30–300"),
    )
    found = series_of(weeks)
    shown = {name: each.last_words() for name, each in found.items() if each.values}
    day = english().short_day(WEEK_AGO)
    assert shown.pop("Lower back pain, 0–10").startswith("last: ")
    assert shown == {
        "PEG, 0–10": f"last: 4.7 of 10, {day}",
        "Sleep, hours": f"last: 6.5 hours, {day}",
        "Sleep quality, 0–10, 10 best": f"last: 4 of 10, {day}",
        "Blood pressure, upper, mmHg": f"last: 128 mmHg, {day}",
        "Pulse, a minute": f"last: 70 a minute, {day}",
        "Ferritin, µg/L": f"last: 80 µg/L (the lab’s own range: 30–300), {day}",
    }


def test_what_was_never_written_down_is_offered_and_says_where(weeks: Logbook) -> None:
    found = series_of(weeks)
    assert "Health" in found["ALT, unit not said"].nothing_words()
    assert "Check-in" in found["PEG, 0–10"].nothing_words()
    assert "How I feel" in found["Dark urine, 0–10"].nothing_words()
    assert "PHQ-2, 0–6" not in found  # the questions about mood are offered to those who want them


def test_a_number_of_today_stands_with_the_others(weeks: Logbook) -> None:
    for day, value in ((WEEK_AGO, "44"), (TODAY, "48")):
        weeks.save(LabResult(day=day, what=Lab.ALT, value=value, unit="U/L"))
    skipped = replace(rating_on(TODAY, BACK, 7, 7), value=None)
    weeks.save(at_noon(TODAY), rating_on(TODAY, BACK, 9, 6), rating_on(TODAY, BACK, 3, 8), skipped)
    found = series_of(weeks)
    today = english().short_day(TODAY)
    assert found["ALT, U/L"].last_words() == f"last: 48 U/L, {today}"
    assert found["Pulse, a minute"].last_words() == f"last: 70 a minute, {today}"
    pain = found["Lower back pain, 0–10"]
    assert pain.last_words() == f"last: 3 of 10, {today}" and pain.cell(pain.count - 1) == "9, 3"
    assert pain.how_many().endswith("1 entry without a number")


def test_a_score_about_mood_that_was_answered_is_shown(weeks: Logbook) -> None:
    at = dose_on(WEEK_AGO, 9).at
    weeks.save(CheckIn(at=at, instrument=Instrument.PHQ2, answers=("1", "2"), private=True))
    assert series_of(weeks)["PHQ-2, 0–6"].last_words().startswith("last: 3 of 6")


def test_a_private_rating_gives_no_number(weeks: Logbook) -> None:
    weeks.save(rating_on(WEEK_AGO, SUICIDAL, 7))
    found = series_of(weeks)
    masked = found["Hidden rating"]
    assert not masked.values and not masked.without_number and "Diary" in masked.nothing_words()
    assert not any("suicide" in name.lower() for name in found)


def test_what_has_numbers_is_offered_first(weeks: Logbook) -> None:
    findings = with_series(weeks, read_findings(weeks, 84, TODAY, english(), Task()), english(), Task())
    assert findings.series is not None
    names = [name for _, name in choices(findings.series)]
    assert names[:2] == ["All, small, side by side", "Lower back pain, 0–10"]
    assert "ALT (none in this period)" in names[2:]
    assert f"symptom {BACK.id}" in [key for key, _ in choices(findings.series)]
