"""The summary in the plain voice, for the screens: short sentences, each with its numbers one click away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from journal.insights.cells import Scale, day_count, missing_text, said_text, scale_of, window_days
from journal.insights.change_words import change_sentence, word_text
from journal.insights.group_words import group_name, unit_a_day_beside
from journal.insights.groups import Group
from journal.insights.summary import Figure, GroupFigures, Measure, Missing, Summary, Unit, Word
from journal.insights.windows import WEEK
from journal.insights.wording import MANY, Names, UnitWords, always, began_sentence, trend_sentence, window_sentence
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class Card:
    """A measure in plain words; ``numbers`` are what "Show the numbers" reveals, in the clinical voice."""

    key: str
    title: str
    text: str
    numbers: tuple[str, ...] = ()


def plain_cards(texts: Texts, summary: Summary, names: Names, group: Group | None = None) -> tuple[Card, ...]:
    """Amount and doses of a group, the most used one if it is not said which; time between doses; main symptom."""
    figures = summary.groups[0] if group is None and summary.groups else group and summary.group(group)
    of_group = _group_cards(texts, figures) if figures else _no_group_cards(texts)
    return (*of_group, _gap_card(texts, summary.gap), _main_card(texts, summary, names))


def _no_group_cards(texts: Texts) -> tuple[Card, Card]:
    no_doses = texts("No doses recorded in this period.")
    return Card("amount", texts("Amount"), no_doses), Card("doses", texts("Doses"), no_doses)


# --- a group --------------------------------------------------------------------------------------------------------


def _group_cards(texts: Texts, figures: GroupFigures) -> tuple[Card, Card]:
    name = group_name(texts, figures.group)
    amount = texts("{group}: amount per day taken", group=name)
    if figures.amount is None:
        return Card("amount", amount, _amount_not_said(texts, figures)), _doses_card(texts, figures, name)
    unit, scale = partial(unit_a_day_beside, texts, figures.unit), scale_of(figures.unit)
    sentences = [_beginning(texts, figures), _measure_text(texts, figures.amount, unit, scale)]
    numbers = _numbers(texts, amount, unit, figures.amount, scale)
    return Card("amount", amount, _joined(sentences), numbers), _doses_card(texts, figures, name)


def _amount_not_said(texts: Texts, figures: GroupFigures) -> str:
    days = figures.doses.last28.n
    if not days:
        return _joined([_beginning(texts, figures), missing_text(texts, figures.doses.last28)])
    return texts("Amount not said on {k} of {days} taken in the last {window}.", k=texts.integer(days),
                 days=day_count(texts, days), window=window_days(texts))  # fmt: skip


def _beginning(texts: Texts, figures: GroupFigures) -> str:
    """ "New on 17 Oct 2026." or "Last taken on 3 May 2026."."""
    if not figures.current and figures.last_taken is not None:
        return texts("Last taken on {day}.", day=texts.short_day(figures.last_taken))
    return "" if figures.new_on is None else texts("New on {day}.", day=texts.short_day(figures.new_on))


def _doses_card(texts: Texts, figures: GroupFigures, name: str) -> Card:
    title, unit = texts("{group}: doses per day taken", group=name), partial(unit_a_day_beside, texts, Unit.NONE)
    text = _joined([_measure_text(texts, figures.doses, unit, Scale.SHORT), _days_taken(texts, figures.days_taken)])
    days = texts("{group}: days taken", group=name)
    trend = str(trend_sentence(texts, days, texts("days a week"), figures.days_taken))
    return Card("doses", title, text, (*_numbers(texts, title, unit, figures.doses, Scale.SHORT), trend))


def _days_taken(texts: Texts, taken: Measure) -> str:
    """ "Taken on 22 of 24 known days in the last 28; on 20 of 22 in the 28 before. No clear change in days taken."."""
    now, before = _days_of(texts, taken.last28), _days_of(texts, taken.before28)
    if not now:
        return ""
    known = taken.last28.of or 0
    one = "Taken on {now} known day in the last {window}."
    many = "Taken on {now} known days in the last {window}."
    sentence = texts.plural(one, many, known, now=now, window=window_days(texts))
    if before:
        sentence = texts.plural(
            "Taken on {now} known day in the last {window}; on {before} in the {window} before.",
            "Taken on {now} known days in the last {window}; on {before} in the {window} before.",
            known,
            now=now,
            before=before,
            window=window_days(texts),
        )
    if taken.word in (None, Word.OUTSIDE):
        return sentence
    return texts("{said} Days taken: {word}.", said=sentence, word=word_text(texts, taken.word))


def _days_of(texts: Texts, figure: Figure) -> str:
    """ "22 of 24", "at least 22 of 24"; nothing where no day is known."""
    if figure.value is None or figure.of is None:
        return ""
    k = said_text(texts, figure.value, Scale.SHORT)
    return texts("{k} of {n}", k=k, n=texts.integer(figure.of))


# --- time between doses, main symptom -------------------------------------------------------------------------------


def _gap_card(texts: Texts, gap: Measure) -> Card:
    title, unit = texts("Hours between doses, all products"), always(texts("hours"))
    text = _measure_text(texts, gap, unit, Scale.DECIMAL, gaps=True)
    return Card("gap", title, text, _numbers(texts, title, unit, gap, Scale.DECIMAL, gaps=True))


def _main_card(texts: Texts, summary: Summary, names: Names) -> Card:
    if summary.main is None:
        return Card("main", texts("Main symptom"), texts("No main symptom rated in this period."))
    title, unit = names[summary.main], always(texts("of 10"))
    text = _measure_text(texts, summary.main_measure, unit, Scale.DECIMAL)
    return Card("main", title, text, _numbers(texts, title, unit, summary.main_measure, Scale.DECIMAL))


# --- sentences of any measure ---------------------------------------------------------------------------------------


def _measure_text(texts: Texts, measure: Measure, unit: UnitWords, scale: Scale, gaps: bool = False) -> str:
    """ "No clear change: ... Last 28 days: 9.2 g a day (22 days). The 28 days before: 7.0 (20 days). ..."."""
    counted = _gap_count if gaps else _day_count
    last28 = texts("Last {n} days: {figure}.", n=window_days(texts),
                   figure=_worded(texts, measure.last28, scale, counted(texts, measure.last28), unit))  # fmt: skip
    sentences = [change_sentence(texts, measure, gaps), began_sentence(texts, measure.trend), last28]
    if measure.before28.missing is not Missing.OUTSIDE:
        before = _worded(texts, measure.before28, scale, counted(texts, measure.before28))
        sentences.append(texts("The {n} days before: {figure}.", n=window_days(texts), figure=before))
    if measure.last28.value is not None:
        last7 = _worded(texts, measure.last7, scale, counted(texts, measure.last7))
        sentences.append(texts("Last {n} days: {figure}.", n=texts.integer(WEEK), figure=last7))
    return _joined(sentences)


def _worded(texts: Texts, figure: Figure, scale: Scale, n: str, unit: UnitWords | None = None) -> str:
    if figure.value is None:
        return missing_text(texts, figure)
    value = said_text(texts, figure.value, scale)
    amount = texts("{value} {unit}", value=value, unit=unit(figure.value.value)) if unit else value
    return texts("{value} ({n})", value=amount, n=n)


def _day_count(texts: Texts, figure: Figure) -> str:
    days = day_count(texts, figure.n)
    if not figure.incomplete:
        return days
    return texts("{days}, {k} known in part", days=days, k=texts.integer(figure.incomplete))


def _gap_count(texts: Texts, figure: Figure) -> str:
    return texts.plural("{n} gap", "{n} gaps", figure.n)


def _numbers(
    texts: Texts, title: str, unit: UnitWords, measure: Measure, scale: Scale, gaps: bool = False
) -> tuple[str, ...]:
    return (
        window_sentence(texts, measure, unit, scale),
        str(trend_sentence(texts, title, unit(MANY), measure, gaps)),
    )


def _joined(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


# --- what every figure of a screen leaves open ----------------------------------------------------------------------


def kind_not_said(texts: Texts, summary: Summary) -> str:
    """ "Kind not said on 4 of 28 days with doses: ..."; nothing where every dose has a kind."""
    days = summary.quality.kind_missing_days
    if not days.k:
        return ""
    return texts.plural(
        "Kind not said on {k} of {n} day with doses. What was taken then is counted in no other group.",
        "Kind not said on {k} of {n} days with doses. What was taken then is counted in no other group.",
        days.n,
        k=texts.integer(days.k),
    )


def not_recorded(texts: Texts, summary: Summary) -> str:
    """What days without entries leave open; nothing where every day has one."""
    quality = summary.quality
    if quality.recorded == quality.days:
        return ""
    return texts.plural(
        "Entries on {k} of {n} day. Days that were not recorded may differ: busy days are written down less often.",
        "Entries on {k} of {n} days. Days that were not recorded may differ: busy days are written down less often.",
        quality.days,
        k=texts.integer(quality.recorded),
    )
