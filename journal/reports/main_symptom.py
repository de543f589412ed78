"""What page 1 says of the main symptom: how it was rated in the period, and since."""

from __future__ import annotations

from collections.abc import Sequence

from journal.insights.cells import Scale, day_count, missing_text, number_text, window_days
from journal.insights.summary import Figure
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts
from journal.texts.names import ten_best

_LISTED = 2  # ratings one by one


def main_id(inputs: PageInputs) -> str:
    """That of the period; where it has none, the one rated since."""
    return inputs.summary.main or (inputs.rated_later.symptom if inputs.rated_later else "")


def main_symptom(inputs: PageInputs) -> tuple[Sentence, ...]:
    """In the period, and after it, so that it never says less than is written down."""
    in_period, since = _rated_in_the_period(inputs), _rated_since(inputs)
    if in_period is None and since is not None:
        name, days = _name(inputs), days_compared_words(inputs)
        in_period = Sentence("", inputs.texts("{name} not rated in {days}.", name=name, days=days))
    return tuple(filter(None, (in_period, since)))


def _name(inputs: PageInputs) -> str:
    """ "lower back pain", "quality of sleep (10 best)"."""
    symptom = main_id(inputs)
    return inputs.fitted_inside(inputs.inside_name(symptom), 150) + ten_best(inputs.texts, inputs.symptoms[symptom])


def days_compared_words(inputs: PageInputs) -> str:
    """ "56 days": both windows of the figures."""
    return day_count(inputs.texts, inputs.summary.days_compared)


def _rated_in_the_period(inputs: PageInputs) -> Sentence | None:
    texts, summary = inputs.texts, inputs.summary
    measure = summary.main_measure
    if summary.main is None or (not measure.last28.n and not measure.before28.n):
        return None
    name = _name(inputs)
    now, before = _rated_median(texts, measure.last28, summary.last28.days), _rated_median(texts, measure.before28)
    if (
        measure.last7.value is not None
        and measure.last28.value is not None
        and summary.last7.days < summary.last28.days
    ):
        recent = number_text(texts, measure.last7.value.value, Scale.DECIMAL)
        now = texts("{now}; last {n} days: {recent}", now=now, recent=recent, n=texts.integer(summary.last7.days))
    if summary.before28 is None:
        return Sentence("", texts("{name} {now}.", name=name, now=now))
    words = texts("{name} {now}; {n} days before: {before}.", name=name, now=now, before=before, n=window_days(texts))
    return Sentence("", words)


def _rated_median(texts: Texts, figure: Figure, of: int = 0) -> str:
    """ "6.0 on 14 rated days of 28"; ``of``: how many days the window has."""
    if figure.value is None:
        return missing_text(texts, figure)
    value = number_text(texts, figure.value.value, Scale.DECIMAL)
    return texts("{value} on {days}", value=value, days=rated_days(texts, figure.n, of))


def rated_days(texts: Texts, rated: int, of: int) -> str:
    """ "14 rated days of 28": of how many, where not all are rated, so that it does not read as every day."""
    if rated >= of:
        return texts.plural("{n} rated day", "{n} rated days", rated)
    return texts.plural("{n} rated day of {all}", "{n} rated days of {all}", rated, all=texts.integer(of))


def _rated_since(inputs: PageInputs) -> Sentence | None:
    """ "Rated after this period, up to 28 Nov, 14:05:" "6 of 10; not in the figures." """
    texts, rated = inputs.texts, inputs.rated_later
    if rated is None:
        return None
    at = inputs.made_at.local
    lead = texts("Rated after this period, up to {day}, {time}:", day=inputs.day(at.date()), time=texts.time(at))
    return Sentence(lead, texts("{ratings}; not in the figures.", ratings=_ratings(texts, rated.values)))


def _ratings(texts: Texts, values: Sequence[int]) -> str:
    """ "6 of 10", "4, then 7 of 10", "5 times, 2 to 7 of 10, the last 4"; exact, as they were rated."""
    low, high, last = (texts.integer(value) for value in (min(values), max(values), values[-1]))
    if len(values) == 1:
        return texts("{value} of 10", value=last)
    if len(values) == _LISTED:
        return texts("{first}, then {last} of 10", first=texts.integer(values[0]), last=last)
    return texts.plural("{n} time, {low} to {high} of 10, the last {last}",
                        "{n} times, {low} to {high} of 10, the last {last}",
                        len(values), low=low, high=high, last=last)  # fmt: skip
