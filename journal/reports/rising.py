"""Whether what is taken is rising: the change word of each group and of the gaps, and what it rests on or lacks."""

from __future__ import annotations

from collections.abc import Sequence

from journal.insights.cells import Scale, day_count, said_text, scale_of, window_days
from journal.insights.change_words import can_be_compared, is_change, part_known, word_text
from journal.insights.group_words import group_name, unit_sign
from journal.insights.summary import GroupFigures, Measure, Word
from journal.insights.trend import SMALLEST_SHARE
from journal.insights.windows import WEEK
from journal.insights.wording import Sentence
from journal.reports.new_groups import (
    amount_gone_since_new,
    doses_gone_since_new,
    is_too_new,
    lacking_of_new,
    of_a_new_group,
    outer_weeks,
    weeks_needed,
    weeks_of_new,
)
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts

_SAYING_NOTHING = (Word.NO_CLEAR_CHANGE, Word.NOT_KNOWN, Word.TOO_FEW_WEEKS, Word.NEW)


def rising(inputs: PageInputs) -> tuple[Sentence, ...]:
    """A sentence a group, then that of the gaps unless it contradicts them; nothing where nothing was taken."""
    texts, summary = inputs.texts, inputs.summary
    if not summary.groups:
        return ()
    if summary.before28 is None and not any(is_change(measure.word) for measure in _measures(summary.groups)):
        chosen = day_count(texts, summary.period.days)
        return (Sentence("", texts("only {days} chosen: no comparison.", days=chosen)),)
    groups = tuple(_going(inputs, group) for group in summary.groups)
    return groups if _gaps_would_reassure(summary.groups, summary.gap) else (*groups, _gaps(inputs))


def _measures(groups: Sequence[GroupFigures]) -> list[Measure]:
    return [
        measure for group in groups for measure in (group.amount, group.doses, group.days_taken) if measure is not None
    ]


def _going(inputs: PageInputs, group: GroupFigures) -> Sentence:
    """The word of the amount (of the doses, if there is none), and that of every other measure that went up or down."""
    texts, name = inputs.texts, group_name(inputs.texts, group.group)
    if not group.current and group.last_taken is not None:
        return Sentence("", texts("{group}: last taken on {day}.", group=name, day=inputs.day(group.last_taken)))
    first, *others = [(texts("amount"), group.amount), (texts("doses a day"), group.doses),
                      (texts("days taken"), group.days_taken)][group.amount is None :]  # fmt: skip
    changed = [(name, measure) for name, measure in others if measure is not None and is_change(measure.word)]
    new = [] if group.new_on is None else [texts("new on {day}", day=inputs.day(group.new_on))]
    if new and not changed and is_too_new(group):
        return of_a_new_group(inputs, group, texts("{group}: {words}", group=name, words=new[0]))
    parts = [
        _part(texts, group, measure_name if changed else "", measure)
        for measure_name, measure in (first, *changed)
        if measure is not None
    ]
    if doses := doses_gone_since_new(texts, group):
        parts.insert(1, doses)
    words, why = texts("{group}: {words}", group=name, words=", ".join([*new, *parts])), _unclear(inputs, group)
    if why and changed:
        why = texts("{measure}: {why}", measure=first[0], why=why)
    lead, rest = (words, texts("({why}).", why=why)) if why else (f"{words}.", "")
    gone = new or any(is_change(measure.word) for measure in _measures([group]))
    return Sentence(lead, rest) if gone else Sentence("", f"{lead} {rest}".strip())


def _part(texts: Texts, group: GroupFigures, measure_name: str, measure: Measure) -> str:
    """The word of a measure; of an amount so new that it has none, where its weeks went."""
    if measure is group.amount and (gone := amount_gone_since_new(texts, group)):
        return texts("{measure} {word}", measure=measure_name, word=gone) if measure_name else gone
    return _word(texts, measure_name, measure, _from_to(texts, group, measure))


def _word(texts: Texts, measure_name: str, measure: Measure, medians: str) -> str:
    """ "higher (6 weeks: weak; 28-day medians 8.4 → 9.9 g)", with the measure's name where several are told."""
    word = word_text(texts, measure.word or Word.TOO_FEW_WEEKS)
    words = texts("{measure} {word}", measure=measure_name, word=word) if measure_name else word
    why = []
    if measure.weak and measure.trend is not None:
        why.append(texts.plural("{n} week: weak", "{n} weeks: weak", measure.trend.weeks))
    if medians and is_change(measure.word):
        why.append(medians)
    return texts("{said} ({why})", said=words, why="; ".join(why)) if why else words


def _unclear(inputs: PageInputs, group: GroupFigures) -> str:
    """What stands behind a word that says nothing of the amount (or the doses): weeks, and both windows' medians.

    "6 of 7 weeks; 28-day medians 45 → 75 mg: cannot be told apart from week-to-week variation"
    """
    texts, measure = inputs.texts, group.amount or group.doses
    if measure.trend is None or measure.word not in _SAYING_NOTHING:
        return ""
    if measure.word is Word.NOT_KNOWN:
        return "; ".join(filter(None, (part_known(texts, measure), _medians_of_part(texts, group, measure))))
    if is_too_new(group):
        weekly = texts("median of each week {weeks}", weeks=weeks_of_new(texts, group))
        if amount_gone_since_new(texts, group):
            return weekly
        return texts("{weekly}; {why}", weekly=weekly, why=lacking_of_new(inputs, group))
    weeks = weeks_needed(texts, measure.trend) if measure.word is Word.TOO_FEW_WEEKS else ""
    if measure.trend.slope is not None:
        weeks = texts.plural("{k} of {n} week", "{k} of {n} weeks", measure.trend.of,
                             k=texts.integer(measure.trend.weeks))  # fmt: skip
    now, before, medians = measure.last28.value, measure.before28.value, _medians(texts, group, measure)
    if now is None or before is None:
        return weeks
    differ = abs(now.value - before.value) >= SMALLEST_SHARE * before.value
    if differ and measure.word is Word.NO_CLEAR_CHANGE:
        medians = texts("{medians}: cannot be told apart from week-to-week variation", medians=medians)
    return "; ".join(filter(None, (weeks, medians)))


def _from_to(texts: Texts, group: GroupFigures, measure: Measure) -> str:
    """Behind a trend its first and last week, "first week 4.1 → last 7 days 18.2 g"; else the medians of both windows.

    So where these weeks are not known exactly, or go the other way. Before medians that are apart stands the first
    week, "first week 12.0; 28-day medians 9.0 → 6.0 g", where it lies on the side that they come from.
    """
    weeks = [week for week in measure.weekly if week is not None]
    if measure.word in (Word.HIGHER, Word.LOWER) and measure is not group.days_taken:
        return "; ".join(filter(None, (_first_week(texts, group, measure), _medians(texts, group, measure))))
    if measure.word not in (Word.RISING, Word.FALLING) or measure is group.days_taken or len(weeks) < 2:
        return _medians(texts, group, measure)
    first, last = weeks[0], weeks[-1]
    rises = last.value > first.value
    if first.at_least or last.at_least or first.value == last.value or rises != (measure.word is Word.RISING):
        return _medians(texts, group, measure)
    of_amount = measure is group.amount
    scale = scale_of(group.unit) if of_amount else Scale.SHORT
    values = {"first": said_text(texts, first, scale), "last": said_text(texts, last, scale),
            "unit": unit_sign(texts, group.unit) if of_amount else texts("doses")}  # fmt: skip
    if measure.weekly[-1] is None:
        return texts("first to last week {first} → {last} {unit}", **values)
    return texts("first week {first} → last {n} days {last} {unit}", n=texts.integer(WEEK), **values)


def _first_week(texts: Texts, group: GroupFigures, measure: Measure) -> str:
    """ "first week 12.0", further off than the medians: the way of a change that goes on is more than its last part."""
    first, before = next((week for week in measure.weekly if week is not None), None), measure.before28.value
    if first is None or before is None or first.at_least or before.at_least or first.value == before.value:
        return ""
    if (first.value > before.value) is not (measure.word is Word.LOWER):
        return ""
    scale = scale_of(group.unit) if measure is group.amount else Scale.SHORT
    return texts("first week {first}", first=said_text(texts, first, scale))


def _medians(texts: Texts, group: GroupFigures, measure: Measure) -> str:
    """ "28-day medians 45 → 75 mg"; nothing of days taken, which have none, or without both windows."""
    now, before = measure.last28.value, measure.before28.value
    if measure is group.days_taken or now is None or before is None:
        return ""
    of_amount = measure is group.amount
    scale = scale_of(group.unit) if of_amount else Scale.SHORT
    return texts("{n}-day medians {before} → {now} {unit}", n=window_days(texts),
                 before=said_text(texts, before, scale), now=said_text(texts, now, scale),
                 unit=unit_sign(texts, group.unit) if of_amount else texts("doses"))  # fmt: skip


def _medians_of_part(texts: Texts, group: GroupFigures, measure: Measure) -> str:
    """The same where they say something: "at least 8.0 → at least 8.0 g" reads as if nothing had changed."""
    now, before = measure.last28.value, measure.before28.value
    told = now is not None and before is not None and can_be_compared(now, before)
    return _medians(texts, group, measure) if told else ""


def _gaps_would_reassure(groups: Sequence[GroupFigures], gap: Measure) -> bool:
    """Whether doses a day go up while the time between them does not get shorter, as they begin earlier or end later.

    "Same" beside doses that doubled reads as a use that stays as it is; the table tells the hours.
    """
    seem_calm = gap.word in (Word.SAME, Word.NO_CLEAR_CHANGE, Word.RISING, Word.HIGHER)
    return seem_calm and any(group.current and _doses_go_up(group.doses) for group in groups)


def _doses_go_up(doses: Measure) -> bool:
    ends = outer_weeks(doses) if doses.word is Word.NEW else None
    return doses.word in (Word.RISING, Word.HIGHER) or (ends is not None and ends[1].value > ends[0].value)


def _gaps(inputs: PageInputs) -> Sentence:
    """ "Time between doses: shorter, 2.5 hours (28 days before: 3.7)." """
    texts, gap = inputs.texts, inputs.summary.gap
    lead, word = texts("Time between doses:"), gap.word or Word.TOO_FEW_WEEKS
    words = word_text(texts, word, gaps=True)
    if gap.last28.value is None or gap.before28.value is None:
        words = texts("{word}.", word=words)
    else:
        if _trend_goes_against(gap):
            words = texts.plural("{word} over {n} week", "{word} over {n} weeks", gap.trend.weeks if gap.trend else 0,
                                 word=words)  # fmt: skip
        now, before = (said_text(texts, mean.value, Scale.DECIMAL) for mean in (gap.last28, gap.before28) if mean.value)
        words = texts("{word}, {now} hours ({n} days before: {before}).", word=words, now=now, before=before,
                      n=window_days(texts))  # fmt: skip
    sentence = texts("{lead} {said}", lead=lead, said=words)
    return Sentence(sentence) if is_change(gap.word) else Sentence("", sentence)


def _trend_goes_against(measure: Measure) -> bool:
    """Whether a trend of all weeks says the contrary of the two windows that stand beside it."""
    now, before = measure.last28.value, measure.before28.value
    if measure.word not in (Word.RISING, Word.FALLING) or now is None or before is None or now.value == before.value:
        return False
    return (now.value > before.value) != (measure.word is Word.RISING)
