"""Of a group so new that nothing can be compared: where its weeks went, each of them, and what a comparison lacks."""

from __future__ import annotations

import datetime as dt
from itertools import dropwhile

from journal.core import limits
from journal.insights import thresholds
from journal.insights.cells import Scale, scale_of, statistic_text, window_days
from journal.insights.change_words import word_text
from journal.insights.group_words import unit_a_day
from journal.insights.summary import GroupFigures, Measure, Statistic, Trend, Unit, Word
from journal.insights.trend import SMALLEST_SHARE
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts
from journal.texts.marked import marked


def is_too_new(group: GroupFigures) -> bool:
    """Whether the days before do not yet hold enough of it to compare."""
    measure = group.amount or group.doses
    return measure.word is Word.NEW and any(measure.weekly)


def of_a_new_group(inputs: PageInputs, group: GroupFigures, begun: str) -> Sentence:
    """ "7-OH: new on 10 Oct; up from 45 to 90 mg a day." "Median of each week: 45, 75, 90 mg a day."

    That it is too early for a trend is said only where the weeks went nowhere plainly: behind "from 45 to 90" it
    was read as "cannot be said".
    """
    texts, weeks = inputs.texts, weeks_of_new(inputs.texts, group)
    if gone := gone_since_new(texts, group):
        lead = texts("{begun}; {gone}.", begun=begun, gone="; ".join(gone))
        return Sentence(lead, texts("Median of each week: {weeks}.", weeks=weeks))
    early = texts("{word} ({why})", word=word_text(texts, Word.NEW), why=lacking_of_new(inputs, group))
    return Sentence(texts("{begun}; median of each week {weeks};", begun=begun, weeks=weeks), f"{early}.")


def gone_since_new(texts: Texts, group: GroupFigures) -> list[str]:
    """Where amount and doses went: the doses may double while each stays as it is."""
    return [*filter(None, (amount_gone_since_new(texts, group), doses_gone_since_new(texts, group)))]


def amount_gone_since_new(texts: Texts, group: GroupFigures) -> str:
    """ "up from 45 to 90 mg a day", below the chart too; of doses without amounts; "" where the weeks go both ways."""
    measure = group.amount or group.doses
    scale, unit = (scale_of(group.unit), group.unit) if group.amount else (Scale.SHORT, Unit.NONE)
    wordings = marked(("up from {first} to {last} {unit}", "down from {first} to {last} {unit}"))
    return _first_and_last(texts, measure, scale, wordings, unit=unit_a_day(texts, unit))


def doses_gone_since_new(texts: Texts, group: GroupFigures) -> str:
    """ "doses a day up from 3 to 6", beside an amount."""
    if group.amount is None:
        return ""
    wordings = marked(("doses a day up from {first} to {last}", "doses a day down from {first} to {last}"))
    return _first_and_last(texts, group.doses, Scale.SHORT, wordings)


def _first_and_last(texts: Texts, measure: Measure, scale: Scale, wordings: tuple[str, ...], **about: str) -> str:
    """Up or down, in the words of the one or the other."""
    if measure.word is not Word.NEW or (ends := outer_weeks(measure)) is None:
        return ""
    first, last = ends
    up, down = wordings
    return texts(up if last.value > first.value else down, first=statistic_text(texts, first, scale),
                 last=statistic_text(texts, last, scale), **about)  # fmt: skip


def outer_weeks(measure: Measure) -> tuple[Statistic, Statistic] | None:
    """The first and the last usable week, where one is the lowest and the other the highest, and all are exact."""
    weeks = [week for week in measure.weekly if week is not None]
    if len(weeks) < thresholds.WEEKS_COMPARED[0] or any(week.at_least for week in weeks):
        return None
    values = [week.value for week in weeks]
    outermost = {values[0], values[-1]} == {min(values), max(values)}
    differ = abs(values[-1] - values[0]) >= SMALLEST_SHARE * values[0]
    return (weeks[0], weeks[-1]) if outermost and differ else None


def weeks_of_new(texts: Texts, group: GroupFigures) -> str:
    """ "45, –, 75, 90 mg a day": the oldest usable week first; "–" for a later one of too few days."""
    measure = group.amount or group.doses
    scale, unit = (scale_of(group.unit), group.unit) if group.amount else (Scale.SHORT, Unit.NONE)
    usable = dropwhile(lambda week: week is None, measure.weekly)
    weeks = ["–" if week is None else statistic_text(texts, week, scale) for week in usable]
    return texts("{weeks} {unit}", weeks=", ".join(weeks), unit=unit_a_day(texts, unit))


def lacking_of_new(inputs: PageInputs, group: GroupFigures) -> str:
    """How many weeks are needed, or from when on there are enough days to compare."""
    texts, trend = inputs.texts, (group.amount or group.doses).trend
    if trend is None or group.new_on is None:
        return ""
    if trend.slope is None:
        return weeks_needed(texts, trend)
    enough = inputs.day(group.new_on + dt.timedelta(days=2 * limits.WINDOW_DAYS - 1))
    return texts("{n} days can be compared with the {n} before from {day} on", day=enough, n=window_days(texts))


def weeks_needed(texts: Texts, trend: Trend) -> str:
    """ "4 usable weeks, 6 needed"."""
    return texts.plural("{n} usable week, {needed} needed", "{n} usable weeks, {needed} needed", trend.weeks,
                        needed=texts.integer(thresholds.WEEKS_OF_A_TREND))  # fmt: skip
