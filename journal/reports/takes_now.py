"""What is taken now, of each group: how much on a day taken, on how many days, and what was taken since the period."""

from __future__ import annotations

import datetime as dt

from journal.core.moments import wall_clock
from journal.core.products import ProductKind
from journal.insights.cells import Scale, dose_count, missing_text, number_text, said_text
from journal.insights.change_words import can_be_compared
from journal.insights.group_words import amount_text, group_name
from journal.insights.summary import Figure, GroupFigures, Statistic, Unit
from journal.insights.wording import Sentence
from journal.reports.after_period import after_period
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts

GUESSED_FROM = 0.5  # of the known amounts of a group: from here on the line says how many are guesses
Paragraph = tuple[Sentence, ...]


def takes_now(inputs: PageInputs) -> list[Paragraph]:
    """Of the period, and of the running day after it, so that it never says less than is written down."""
    paragraphs = [*(_in_the_period(inputs) if inputs.summary.groups else _without(inputs))]
    about = inputs.visit.about
    if paragraphs and about is not None and about.since is not None:
        since = inputs.texts("Taking it since {day}.", day=inputs.texts.short_day(about.since))
        paragraphs[-1] = (*paragraphs[-1], Sentence("", since))
    if paragraphs and inputs.last_dose is not None:
        paragraphs[-1] = (*paragraphs[-1], _last_dose(inputs, wall_clock(inputs.last_dose)))
    if after := after_period(inputs):
        # What is taken now stands first where the period has nothing: a journal that begins today is not empty.
        is_first = not inputs.summary.groups and not inputs.later.unread
        paragraphs.insert(0 if is_first else len(paragraphs), (after,))
    return paragraphs


def _last_dose(inputs: PageInputs, at: dt.datetime) -> Sentence:
    """That it is what was written down: one taken since may not be."""
    time = inputs.texts.time(at)
    return Sentence("", inputs.texts("Last dose written down: {day}, {time}.", day=inputs.day(at.date()), time=time))


def _in_the_period(inputs: PageInputs) -> list[Paragraph]:
    texts, summary = inputs.texts, inputs.summary
    shown, rest = summary.groups[: inputs.rows_for], summary.groups[inputs.rows_for :]
    paragraphs: list[Paragraph] = [(_now(inputs, group, last7=number == 0),) for number, group in enumerate(shown)]
    if rest:
        paragraphs.append(tuple(_now(inputs, group, last7=False) for group in rest))
    if summary.quality.left_out_doses:
        out = texts("Some doses were written down and are left out of this: it was at least as much.")
        paragraphs[-1] = (*paragraphs[-1], Sentence("", out))
    return paragraphs


def _without(inputs: PageInputs) -> list[Paragraph]:
    """No dose in the period: what was said of its days. That none is written down is said beside later ones only."""
    texts, without, out = inputs.texts, inputs.summary.days_without.last28, inputs.summary.quality.left_out_doses
    if out:
        words = texts.plural("{n} dose was written down and is left out; no other is listed.",
                            "{n} doses were written down and are left out; no other is listed.", out)  # fmt: skip
    elif without.value is not None and without.value.value:
        days = _known_days(texts, without, inputs.summary.last28.days)
        words = texts("no dose is listed; the day was marked “none” on {days}.", days=days)
    elif inputs.later.any:
        words = texts("No dose is written down in this period.")
    else:
        return []
    return [(Sentence("", words),)]


def _now(inputs: PageInputs, group: GroupFigures, last7: bool) -> Sentence:
    """ "Leaf, at least 8.0 g in 3 doses a day" "(28-day median), 18 of 19 known days of 28; ..." """
    texts, name, summary = inputs.texts, _name(inputs.texts, group), inputs.summary
    days = _known_days(texts, group.days_taken.last28, summary.last28.days)
    if not group.current and group.last_taken is not None:
        return Sentence(texts("{group}: last taken on {day}.", group=name, day=inputs.day(group.last_taken)))
    if group.doses.last28.value is None:
        return Sentence(texts("{group}, on {days}:", group=name, days=days), texts("too few for a median."))
    lead = texts("{group}, {use}", group=name, use=_use_known_words(texts, group))
    median = _median_words(inputs, group)
    parts = [median, *_in_part(texts, group), *_guessed(texts, group)]
    words = texts("({median}), {days}", median="; ".join(parts), days=days)
    if recent := _recent(texts, group) if last7 and summary.last7.days < summary.last28.days else "":
        words = texts("{said}; last {n} days: {use}", said=words, n=texts.integer(summary.last7.days), use=recent)
    return Sentence(lead, f"{words}.")


def _name(texts: Texts, group: GroupFigures) -> str:
    """ "Leaf", which reads as a powder or a tea: of capsules alone it says so."""
    name = group_name(texts, group.group)
    if group.kinds != (ProductKind.CAPSULE,):
        return name
    return texts("{group} (capsules)", group=name)


def _median_words(inputs: PageInputs, group: GroupFigures) -> str:
    """ "28-day median"; of a journal that has not so many days, of how many days it is."""
    texts, window, first = inputs.texts, inputs.summary.last28, inputs.summary.quality.first_entry
    if first is not None and first > window.first:
        taken = group.doses.last28.n
        return texts.plural("median of {n} day taken", "median of {n} days taken", taken)
    return texts("{n}-day median", n=texts.integer(window.days))


def _in_part(texts: Texts, group: GroupFigures) -> list[str]:
    """ "on 2 of 11 days at least": a median may be exact although some of its days are known in part.

    Where the median itself is "at least", that is said already.
    """
    figure = group.doses.last28 if group.amount is None else group.amount.last28
    if not figure.incomplete or figure.value is None or figure.value.at_least:
        return []
    return [texts.plural("on {k} of {n} day at least", "on {k} of {n} days at least", figure.n,
                         k=texts.integer(figure.incomplete))]  # fmt: skip


def _guessed(texts: Texts, group: GroupFigures) -> list[str]:
    """ "24 of 24 amounts guessed", where that holds for at least so many."""
    guessed = group.guessed28
    if group.amount is None or group.amount.last28.value is None or guessed.k < GUESSED_FROM * guessed.n:
        return []
    return [texts.plural("{k} of {n} amount guessed", "{k} of {n} amounts guessed", guessed.n,
                         k=texts.integer(guessed.k))]  # fmt: skip


def _recent(texts: Texts, group: GroupFigures) -> str:
    """ "9.0 g in 4", "4 doses a day"; nothing where there are too few days.

    Doses alone where the amount cannot be compared with the one of the 28 days that stands before it.
    """
    doses, amount = group.doses.last7.value, group.amount.last7.value if group.amount else None
    usual = group.amount.last28.value if group.amount else None
    if doses is None:
        return ""
    if amount is None or (usual is not None and not can_be_compared(amount, usual)):
        count = dose_count(texts, doses.value)
        count = texts("at least {doses}", doses=count) if doses.at_least else count
        return texts("{doses} a day", doses=count)
    count = number_text(texts, doses.value, Scale.SHORT)
    count = texts("at least {n}", n=count) if doses.at_least else count
    return texts("{amount} in {n}", amount=amount_text(texts, group.unit, amount), n=count)


def _use_known_words(texts: Texts, group: GroupFigures) -> str:
    """ "3 doses a day; amount known in full on 3 of 24 days: at least 8.0 g": how little is known stands first."""
    amount = group.amount.last28 if group.amount else None
    if amount is None or amount.value is None or not amount.value.at_least:
        return use_words(texts, group)
    return texts.plural(
        "{doses} a day; amount known in full on {k} of {n} day: {amount}",
        "{doses} a day; amount known in full on {k} of {n} days: {amount}",
        amount.n, doses=_doses_words(texts, group), k=texts.integer(amount.n - amount.incomplete),
        amount=_amount_words(texts, group, amount.value),
    )  # fmt: skip


def use_words(texts: Texts, group: GroupFigures) -> str:
    """ "at least 8.0 g in 3 doses a day", "2 doses a day", or why there is none."""
    amount, count = group.amount.last28 if group.amount else None, _doses_words(texts, group)
    if amount is None:
        return texts("{doses} a day", doses=count)
    if amount.value is None:
        return texts("{doses} a day, {why}", doses=count, why=missing_text(texts, amount))
    return texts("{amount} in {doses} a day", amount=_amount_words(texts, group, amount.value), doses=count)


def _doses_words(texts: Texts, group: GroupFigures) -> str:
    doses = group.doses.last28.value
    assert doses is not None
    count = dose_count(texts, doses.value)
    return texts("at least {doses}", doses=count) if doses.at_least else count


def _amount_words(texts: Texts, group: GroupFigures, amount: Statistic) -> str:
    words = amount_text(texts, group.unit, amount)
    by_label = group.by_label and group.unit is not Unit.PIECES
    return texts("{amount} by label", amount=words) if by_label else words


def _known_days(texts: Texts, counted: Figure, window: int) -> str:
    """ "11 of 11 known days of 28": of how many, where not all are known, so that it does not read as daily use."""
    if counted.value is None:
        return missing_text(texts, counted)
    known = counted.of or counted.n
    number = said_text(texts, counted.value, Scale.SHORT)
    words = texts.plural("{k} of {n} known day", "{k} of {n} known days", known, k=number)
    return words if known == window else texts("{days} of {window}", days=words, window=texts.integer(window))
