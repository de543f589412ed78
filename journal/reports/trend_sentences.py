"""The sentences below the chart of page 1: of each group that has panels, where its amount goes."""

from __future__ import annotations

from journal.insights import thresholds
from journal.insights.change_words import is_change
from journal.insights.group_words import group_name, unit_a_day
from journal.insights.summary import GroupFigures, Word
from journal.insights.windows import WEEK
from journal.insights.wording import Sentence, began_sentence, trend_sentence
from journal.reports.new_groups import amount_gone_since_new
from journal.reports.page_inputs import PageInputs


def trends(inputs: PageInputs) -> tuple[Sentence, ...]:
    """Below the chart: of each group that has panels, its amount, or its doses where it has none.

    What the line "Change" says as fully is said there alone, unless nothing else would stand below the chart.
    """
    texts, summary = inputs.texts, inputs.summary
    if summary.before28 is None and summary.period.days < thresholds.WEEKS_OF_A_TREND * WEEK:
        return ()
    shown = summary.groups[: inputs.rows_for]
    told = [group for group in shown if not (group.current and _is_said_above(group))] or shown
    sentences = [_trend(inputs, group) for group in told]
    began = [began_sentence(texts, (group.amount or group.doses).trend) for group in told]
    return (*sentences, *(Sentence("", sentence) for sentence in dict.fromkeys(began) if sentence))


def _is_said_above(group: GroupFigures) -> bool:
    """How many weeks it has of those that a trend needs."""
    measure = group.amount or group.doses
    return measure.word is Word.TOO_FEW_WEEKS and measure.trend is not None and measure.trend.slope is None


def _trend(inputs: PageInputs, group: GroupFigures) -> Sentence:
    texts, name = inputs.texts, group_name(inputs.texts, group.group)
    if not group.current and group.last_taken is not None and not is_change((group.amount or group.doses).word):
        return Sentence(texts("{group}: last taken on {day}.", group=name, day=inputs.day(group.last_taken)))
    gone = amount_gone_since_new(texts, group)
    if group.amount is None:
        title = texts("{group} doses", group=name)
        return trend_sentence(texts, title, texts("doses a day"), group.doses, instead=gone)
    return trend_sentence(texts, name, unit_a_day(texts, group.unit), group.amount, instead=gone)
