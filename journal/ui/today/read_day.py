"""What Today shows of a journal day, read once for everything that shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from typing import NamedTuple

from journal.core.entries import Dose, Symptom
from journal.core.moments import Moment, moment_now
from journal.core.queries import Day
from journal.core.refusal import Refused
from journal.insights.groups import Group
from journal.insights.today import DayStrip, TodaySummary, after_midnight, day_strip, summarise, summarise_earlier
from journal.ui.entries.dose_words import groups_in_milligrams
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.today.day_figures import NOTHING_BESIDE, Beside


class ReadDay(NamedTuple):
    """A day with the day before it, and its figures; those of an earlier day hold what that day holds.

    ``main``: the main symptom.

    ``beside``: what stands quietly beside today's figures.

    ``milligrams``: the groups whose amounts are spoken of in milligrams. ``whole``: all that was saved can be read, so
    that figures can be made of it.
    """

    before: Day
    day: Day
    is_today: bool
    now: Moment
    day_start: int
    main: Symptom | None
    summary: TodaySummary
    milligrams: Collection[Group]
    strip: DayStrip
    whole: bool = True
    beside: Beside = NOTHING_BESIDE


def read_day(bridge: Bridge, names: Names, date: dt.date) -> ReadDay:
    """Read a day; today's strip holds last night's doses, too."""
    logbook, products = bridge.logbook, names.products
    (before, day), damage = bridge.readable_days(date - dt.timedelta(days=1), date)
    now, main, is_today = moment_now(bridge.clock), logbook.main_symptom(), date == logbook.today()
    day_start = logbook.preferences.day_start
    main_id = main.id if main else None
    night = after_midnight(before) if is_today else ()
    summary = summarise_earlier(day, products, main_id, names.of_units(day.doses))
    if is_today and damage is None:
        summary, damage = _today(bridge, names, day, main, now)
    return ReadDay(
        before=before,
        day=day,
        is_today=is_today,
        now=now,
        day_start=day_start,
        main=main,
        summary=summary,
        milligrams=groups_in_milligrams(day.doses, products),
        strip=day_strip(day, products, main_id, day_start, now, night),
        whole=damage is None,
        beside=_beside(before, day, names, main_id, summary.last_dose, _doses_lost(bridge))
        if is_today
        else NOTHING_BESIDE,
    )


def _beside(before: Day, day: Day, names: Names, main: str | None, last: Dose | None, lost: bool) -> Beside:
    """The day before, of which nothing is said without a dose, and the dose before the last one."""
    doses, products = before.doses, names.products
    earlier = summarise_earlier(before, products, main, names.of_units(doses)) if doses else None
    dose = _dose_before(last, (*doses, *day.doses))
    return Beside(before.day, earlier, dose, groups_in_milligrams(doses, products), lost)


def _doses_lost(bridge: Bridge) -> bool:
    rescued = bridge.logbook.preferences.rescued
    if not rescued:  # as nearly always: what a rescue says is not imported before the window can be used
        return False
    from journal.core.rescued import missing_read

    return "dose" in missing_read(rescued)


def _dose_before(last: Dose | None, doses: Iterable[Dose]) -> Dose | None:
    if last is None:
        return None
    earlier = [dose for dose in doses if dose.id != last.id and dose.at.utc_ms <= last.at.utc_ms]
    return max(earlier, key=lambda dose: dose.at.utc_ms, default=None)


def _today(
    bridge: Bridge, names: Names, day: Day, main: Symptom | None, now: Moment
) -> tuple[TodaySummary, Refused | None]:
    """How it is now: the journal's last dose and rating, whatever day they are of; why not, where they are damaged."""
    with bridge.logbook.leaving_out() as left_out:
        last_dose = bridge.logbook.last_dose()
        last_rating = bridge.logbook.last_rating(main.id) if main else None
        damage = left_out()
    if damage is not None:
        bridge.tell_damage(damage)
        return summarise(day, names.products, None, None, now), damage
    return summarise(day, names.products, last_dose, last_rating, now, names.of_units(day.doses)), None
