"""What page 1 has no room for of medicines, health and questions, in full: one line each, in the person's words.

No levels stand on paper, as they are proposals: what is possible is told by mechanism and by kind of evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from journal.core.entries import Attempt, Condition, LabResult
from journal.core.substances import Source
from journal.guidance.interaction_words import NOT_STUDIED, evidence_words
from journal.insights.lab_range import beside_range
from journal.reports.dated_later import since_words
from journal.reports.page_inputs import PageInputs
from journal.reports.substance_rows import ALCOHOL, Known, known
from journal.reports.taken_words import taken_days
from journal.reports.visit_answers import drinks_words, result_words
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS, LABS, SOURCES, TAKEN, USES
from journal.texts.marked import marked

_UNTIL, _PLANNED = marked(("until {day}", "planned for {day}"))
Lines = Iterator[tuple[str, str]]  # a term in bold, and what is said of it


def taken_lines(inputs: PageInputs) -> Lines:
    """Each medicine or substance as written, since when, on how many days, and what is possible with kratom."""
    texts, shown = inputs.texts, inputs.visit
    if not shown.taken and shown.alcohol is None:
        return
    for taken in shown.taken:
        yield _name(inputs, taken), "; ".join([*_as_written(inputs, taken), _possible(texts, taken.known)])
    if shown.alcohol is not None:
        counted = (drinks_words(inputs, shown.alcohol), taken_days(inputs, shown.alcohol.days, shown.alcohol.later))
        yield texts(TAKEN[ALCOHOL]), "; ".join([*filter(None, counted), _possible(texts, known(ALCOHOL))])
    yield (
        "",
        texts(
            "What is possible with kratom is from this program’s own list, proposed and not reviewed by a pharmacist. "
            "Medicines are looked at with kratom, not with each other. "
            "Not listed does not mean safe. No prescribed medicine should be stopped because of this page."
        ),
    )


def _name(inputs: PageInputs, taken: TakenBeside) -> str:
    named = taken.listed is not None or taken.name not in TAKEN
    return inputs.printed.words(taken.name) if named else inputs.texts(TAKEN[taken.name])


def _as_written(inputs: PageInputs, taken: TakenBeside) -> Iterator[str]:
    texts, listed = inputs.texts, taken.listed
    if listed is not None:
        use = texts(USES[listed.use]) if listed.use else ""
        own = [inputs.printed.words(part) for part in (listed.amount, listed.how_often) if part]
        amount_and_use = ", ".join([*own, *([use] if use else [])])
        if amount_and_use:
            yield amount_and_use
        if listed.source in (Source.PRESCRIBED, Source.OVER_THE_COUNTER):
            yield texts(SOURCES[listed.source])
        if listed.since is not None:
            yield since_words(texts, listed.since, inputs.made_at.local.date())
        if listed.until is not None:
            yield texts(_UNTIL, day=texts.short_day(listed.until))
        if listed.reason:
            yield texts("for: {reason}", reason=inputs.printed.words(listed.reason))
    if words := taken_days(inputs, len(taken.days), taken.later):
        yield words


def _possible(texts: Texts, substance: Known) -> str:
    """Mechanism and kinds of evidence of each class, or which of the empty results it is."""
    if not substance.recognised:
        return texts("name not recognised: not checked. This does not mean safe.")
    if not substance.classes:
        return texts("nothing about it in the list; not listed does not mean safe.")
    of_classes = [
        texts("{mechanism} ({evidence})", mechanism=class_.mechanism, evidence=evidence_words(texts, class_))
        if class_.mechanism
        else texts(NOT_STUDIED).rstrip(".")
        for class_ in substance.classes
    ]
    first, *others = of_classes
    return " ".join([
        texts("possible with kratom: {said}.", said=first),
        *(texts("Also possible: {said}.", said=of_class) for of_class in others),
    ])  # fmt: skip


def health_lines(inputs: PageInputs) -> Lines:
    """Conditions, allergies and planned operations."""
    texts, shown = inputs.texts, inputs.visit
    for condition in (*shown.conditions, *shown.allergies, *shown.operations):
        yield texts(CONDITIONS[condition.what]), _condition(inputs, condition)


def _condition(inputs: PageInputs, condition: Condition) -> str:
    texts = inputs.texts
    parts = [inputs.printed.words(part) for part in (condition.name, condition.place) if part]
    if condition.since is not None:
        parts.append(since_words(texts, condition.since, inputs.made_at.local.date()))
    days = ((_UNTIL, condition.until), (_PLANNED, condition.planned))
    parts += [texts(words, day=texts.short_day(day)) for words, day in days if day is not None]
    return f"{'; '.join(parts) or texts('no more was written')}."


def laboratory_lines(inputs: PageInputs) -> Lines:
    """Every value of the period as the laboratory printed it, the last one first; those of one name together.

    Names whose last value is outside of the range printed with it come first.
    """
    named: dict[str, list[LabResult]] = {}
    for lab in sorted(inputs.visit.labs, key=lambda lab: lab.day, reverse=True):
        named.setdefault(inputs.printed.words(lab.name) or inputs.texts(LABS[lab.what]), []).append(lab)
    for name, results in sorted(named.items(), key=lambda item: beside_range(item[1][0]) is None):
        yield name, f"{'; '.join(result_words(inputs, lab) for lab in results)}."


def attempt_lines(inputs: PageInputs) -> Lines:
    """Earlier attempts to cut down or stop, in the person's words."""
    for attempt in inputs.visit.attempts:
        yield _time(inputs.texts, attempt), inputs.printed.words(attempt.what_happened)


def attempts_in_short(inputs: PageInputs) -> str:
    """ "1 Feb 2026 – 9 Feb 2026: “Stopped from one day to the next”": the last one, and how many more there are."""
    texts, attempts = inputs.texts, inputs.visit.attempts
    if not attempts:
        return ""
    last = max(attempts, key=lambda attempt: attempt.until or attempt.since or dt.date.min)
    days, words = _days(texts, last), texts("“{words}”", words=inputs.printed.words(last.what_happened))
    words = texts("{days}: {said}", days=days, said=words) if days else words
    if more := len(attempts) - 1:
        count = texts.plural("{n} more time: next pages", "{n} more times: next pages", more)
        words = texts("{count}; the last {said}", count=count, said=words)
    return words


def _days(texts: Texts, attempt: Attempt) -> str:
    first, last = (day and texts.short_day(day) for day in (attempt.since, attempt.until))
    return f"{first} – {last}" if first and last else first or last or ""


def _time(texts: Texts, attempt: Attempt) -> str:
    first, last = (day and texts.short_day(day) for day in (attempt.since, attempt.until))
    if first and last:
        return texts("Tried to cut down or stop, {first} – {last}", first=first, last=last)
    day = first or last
    return texts("Tried to cut down or stop, {day}", day=day) if day else texts("Tried to cut down or stop")


def question_lines(inputs: PageInputs) -> Lines:
    """The person's own questions, unchanged, in the order in which they were written."""
    for number, question in enumerate(inputs.visit.questions, 1):
        yield inputs.texts("Question {n}", n=inputs.texts.integer(number)), inputs.printed.words(question.text)
