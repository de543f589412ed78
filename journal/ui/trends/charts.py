"""The charts of Trends: one line each; what draws them is imported where they are made, in a worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.texts.marked import marked

if TYPE_CHECKING:
    from journal.insights.groups import Group
    from journal.texts import Texts
    from journal.ui.trends.findings import Findings, Shown

    Build = Callable[[Findings, str, Group | None, Texts], Shown]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to look at. ``build`` makes it of findings, one of its measures and the group that leads.

    ``measures``: what the person can have it show, with names. ``with_few_days``: shown even where the days are too few
    to compare anything. ``by_itself``: it shows one chosen series, without sentences beside it.
    ``by_group``: it shows one group of products before others.
    """

    code: str
    title: str
    build: Build
    measures: tuple[tuple[str, str], ...] = ()
    with_few_days: bool = False
    by_itself: bool = False
    by_group: bool = True


def _overview(findings: Findings, _measure: str, group: Group | None, texts: Texts) -> Shown:
    from journal.charts.drawing import draw_overview
    from journal.charts.overview import overview_data
    from journal.ui.trends.findings import Shown

    about = (findings.days, findings.ratings, texts, findings.symptom, findings.led_by(group))
    overview = overview_data(*about, findings.events)
    return Shown(findings, overview, draw_overview, overview.caption())


def _hours(findings: Findings, _measure: str, _group: Group | None, texts: Texts) -> Shown:
    from journal.charts.drawing import draw_wearing_off
    from journal.charts.hours_since_dose import HoursData
    from journal.ui.trends.findings import Shown

    hours = HoursData(texts, findings.since, findings.symptom or texts("Main symptom"))
    return Shown(findings, hours, draw_wearing_off, hours.caption(), hours.name)


def _changes(findings: Findings, _measure: str, _group: Group | None, texts: Texts) -> Shown:
    from journal.charts.changes_after_dose import changes_data
    from journal.charts.drawing import draw_before_and_after
    from journal.ui.trends.findings import Shown

    symptom = findings.symptom or texts("Main symptom")
    changes = changes_data(findings.changes, findings.days_changed, symptom, texts)
    return Shown(findings, changes, draw_before_and_after, changes.caption(), changes.name)


def _calendar(findings: Findings, measure: str, group: Group | None, texts: Texts) -> Shown:
    from journal.charts.calendar import Measure, calendar_data
    from journal.charts.drawing import draw_calendar
    from journal.ui.trends.findings import Shown

    about = (findings.days, findings.ratings, texts, findings.symptom, findings.led_by(group))
    return Shown(findings, calendar_data(*about, Measure(measure)), draw_calendar, "")


def _series(findings: Findings, key: str, _group: Group | None, texts: Texts) -> Shown:
    """The series with this key; all of them, small, if there is none."""
    from journal.charts.drawing import draw_series
    from journal.ui.trends.findings import Shown

    assert findings.series is not None
    chosen = next((series for series in findings.series.series if series.key == key), None)
    if chosen is None:
        return Shown(findings, findings.series, draw_series, "", findings.series.name)
    return Shown(findings, chosen, draw_series, chosen.caption(), chosen.title)


# In the order of the chips; the first is shown at the beginning.
CHARTS = (
    Chart("overview", marked("Overview"), _overview),
    Chart("hours", marked("Hours since last dose"), _hours, by_group=False),
    Chart(
        "calendar",
        marked("Calendar"),
        _calendar,
        measures=(("amount", marked("Amount")), ("doses", marked("Doses")), ("symptom", marked("Main symptom"))),
        with_few_days=True,
    ),
    Chart("changes", marked("Before and after"), _changes, by_group=False),
    Chart("series", marked("Each by itself"), _series, with_few_days=True, by_itself=True),
)
