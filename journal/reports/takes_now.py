"""What is taken now, of each group: how much on a day taken, on how many days, and what was taken since the period."""

from __future__ import annotations

import datetime as dt

from journal.core.moments import wall_clock
from journal.core.products import ProductKind
from journal.insights.cells import Scale, dose_count, missing_text, number_text, said_text
from journal.insights.change_words import can_be_compared, is_change, word_text
from journal.insights.group_words import amount_text, group_name
from journal.insights.summary import Figure, GroupFigures, Statistic, Unit, Word
from journal.insights.wording import Sentence
from journal.reports.after_period import after_period
from journal.reports.new_groups import outer_weeks
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
        paragraphs[-1] = (*paragraphs[-1], *_last_dose(inputs, wall_clock(inputs.last_dose)))
    if after := after_period(inputs):
        # What is taken now stands first where the period has nothing: a journal that begins today is not empty.
        is_first = not inputs.summary.groups and not inputs.later.unread
        paragraphs.insert(0 if is_first else len(paragraphs), (after,))
    return paragraphs


def _last_dose(inputs: PageInputs, at: dt.datetime) -> Paragraph:
    """That it is what was written down; where a day began since, it read as the time without any."""
    texts, time = inputs.texts, inputs.texts.time(at)
    last = Sentence("", texts("Last dose written down: {day}, {time}.", day=inputs.day(at.date()), time=time))
    if not inputs.unknown_since:
        return (last,)
    return (last, Sentence(texts("Any later dose: not known.")))


def _in_the_period(inputs: PageInputs) -> list[Paragraph]:
    texts, summary = inputs.texts, inputs.summary
    shown, rest = summary.groups[: inputs.rows_for], summary.groups[inputs.rows_for :]
    paragraphs: list[Paragraph] = [(_now(inputs, group),) for group in shown]
    if shown:
        paragraphs[0] = _with_last7(inputs, shown[0], *paragraphs[0])
    if rest:
        paragraphs.append(tuple(_now(inputs, group) for group in rest))
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


def _now(inputs: PageInputs, group: GroupFigures) -> Sentence:
    """ "Leaf, 8.0 g in 3 doses a day" "(28-day median), 18 of 19 known days of 28."

    Where the amount is known in part, only how little is known of it is bold: a bold "at least 8.0 g" was read as 8 g.
    """
    texts, name, summary = inputs.texts, _name(inputs.texts, group), inputs.summary
    days = _known_days(texts, group.days_taken.last28, summary.last28.days)
    if not group.current and group.last_taken is not None:
        return Sentence(texts("{group}: last taken on {day}.", group=name, day=inputs.day(group.last_taken)))
    if group.doses.last28.value is None:
        return Sentence(texts("{group}, on {days}:", group=name, days=days), texts("too few for a median."))
    parts = (_known_in_full(texts, group), _in_part(texts, group), _guessed(texts, group))
    median = "; ".join([_median_words(inputs, group), *(words for part in parts for words in part)])
    amount = group.amount.last28 if group.amount else None
    if amount is not None and amount.value is not None and amount.value.at_least:
        lead = texts("{group}, {use}", group=name, use=_use_in_part(texts, group, amount))
        least = _amount_words(texts, group, amount.value)
        return Sentence(lead, texts("{amount} a day ({median}), {days}.", amount=least,
                                    median=median, days=days))  # fmt: skip
    lead = texts("{group}, {use}", group=name, use=use_words(texts, group))
    return Sentence(lead, texts("({median}), {days}.", median=median, days=days))


def _with_last7(inputs: PageInputs, group: GroupFigures, now: Sentence) -> Paragraph:
    """The last week behind the median of the last 28 days; of an amount that moves, with the word for it.

    In bold where it is more than the median: that of a rising amount is too low.
    """
    texts, days, recent = inputs.texts, inputs.summary.last7.days, _recent(inputs.texts, group)
    has_median = group.current and group.doses.last28.value is not None
    if not recent or not has_median or days >= inputs.summary.last28.days:
        return (now,)
    word, more = _moved(group)
    words = texts("Last {n} days: {use}.", n=texts.integer(days), use=recent)
    if word is not None:
        word_said = word_text(texts, word)
        words = texts("Last {n} days, {word}: {use}.", n=texts.integer(days), word=word_said, use=recent)
    return (now, Sentence(words) if more else Sentence("", words))


def _moved(group: GroupFigures) -> tuple[Word | None, bool]:
    """The change word of what the last week tells if that lies where the word points to, and whether it is plainly
    more than the median of the 28 days.
    """
    measure = group.amount if group.amount is not None and _tells_amount_of_last7(group) else group.doses
    now, usual = measure.last7.value, measure.last28.value
    if now is None or usual is None or now.value == usual.value:
        return None, False
    more = now.value > usual.value
    if measure.word is Word.NEW:
        return None, more and outer_weeks(measure) is not None
    goes = is_change(measure.word) and (measure.word in (Word.RISING, Word.HIGHER)) is more
    return (measure.word, more) if goes else (None, False)


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


def _known_in_full(texts: Texts, group: GroupFigures) -> list[str]:
    """ "3 complete days: 10.5 to 12.0 g" behind an "at least", which was copied as the amount."""
    figure = None if group.amount is None else group.amount.last28
    if figure is None or figure.value is None or not figure.value.at_least or not group.complete28:
        return []
    low, high = (amount_text(texts, group.unit, Statistic(value, at_least=False)) for value in group.complete28)
    amount = low if low == high else texts("{low} to {high}", low=low, high=high)
    return [texts.plural("{n} complete day: {amount}", "{n} complete days: {amount}", figure.n - figure.incomplete,
                         amount=amount)]  # fmt: skip


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
    if doses is None:
        return ""
    if amount is None or not _tells_amount_of_last7(group):
        count = dose_count(texts, doses.value)
        count = texts("at least {doses}", doses=count) if doses.at_least else count
        return texts("{doses} a day", doses=count)
    count = number_text(texts, doses.value, Scale.SHORT)
    count = texts("at least {n}", n=count) if doses.at_least else count
    return texts("{amount} in {n}", amount=amount_text(texts, group.unit, amount), n=count)


def _tells_amount_of_last7(group: GroupFigures) -> bool:
    if group.amount is None or group.amount.last7.value is None:
        return False
    usual = group.amount.last28.value
    return usual is None or can_be_compared(group.amount.last7.value, usual)


def _use_in_part(texts: Texts, group: GroupFigures, amount: Figure) -> str:
    """ "3 doses a day; amount incomplete on 21 of 24 days:" """
    return texts.plural(
        "{doses} a day; amount incomplete on {k} of {n} day:", "{doses} a day; amount incomplete on {k} of {n} days:",
        amount.n, doses=_doses_words(texts, group), k=texts.integer(amount.incomplete),
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
