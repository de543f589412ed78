"""How the rows of Health read; everything in the person's own words where they typed some, nothing judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from journal.core.entries import Attempt, Condition, Contact, Help, Person, Plan, Substance
from journal.core.health import PRIVATE_BY_NATURE, ConditionKind
from journal.core.plaintext import folded, shortened
from journal.core.substances import Source
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS, SOURCES, USES, YES_OR_NO
from journal.texts.isolates import isolated
from journal.texts.marked import marked
from journal.ui.health.part import Rows
from journal.ui.health.row_view import Row

PlacedT = TypeVar("PlacedT", Help, Contact, Plan)
BY_NATURE = marked("private by nature: reports leave it out")  # nobody needs to have chosen it
_LETTERS = 300  # of a long text in a row


def joined(*parts: str) -> str:
    """What there is of these, with a dot between."""
    return " · ".join(isolated(part) for part in parts if part)


def period(texts: Texts, since: dt.date | None, until: dt.date | None) -> str:
    """ "since 3 Mar 2024", "until 30 Sep 2026", "1 Jan 2025 – 30 Sep 2026"; nothing where nothing was said."""
    if since is not None and until is not None:
        return texts("{first} – {last}", first=texts.short_day(since), last=texts.short_day(until))
    if since is not None:
        return texts("since {day}", day=texts.short_day(since))
    return texts("until {day}", day=texts.short_day(until)) if until is not None else ""


def has_ended(until: dt.date | None, today: dt.date) -> bool:
    """Whether it has ended; what ends today counts as ended."""
    return until is not None and until <= today


# --- what else is taken ----------------------------------------------------------------------------------------------


def substance_rows(texts: Texts, entries: Sequence[Substance], today: dt.date) -> Rows:
    """By name, in which nothing is ranked."""
    ordered = sorted(entries, key=lambda substance: folded(substance.name))
    rows = [(substance, _substance_row(texts, substance)) for substance in ordered]
    return Rows(
        [row for substance, row in rows if not has_ended(substance.until, today)],
        [row for substance, row in rows if has_ended(substance.until, today)],
    )


def _substance_row(texts: Texts, entry: Substance) -> Row:
    # "Neither" says nothing without the question.
    source = texts(SOURCES[entry.source]) if entry.source not in (None, Source.OTHER) else ""
    use = texts(USES[entry.use]) if entry.use else ""
    below = joined(source, use, period(texts, entry.since, entry.until))
    fact = ", ".join(isolated(part) for part in (entry.amount, entry.how_often) if part)
    return Row(entry, entry.name, with_private(texts, entry.private, entry.reason), fact, below)


def with_private(texts: Texts, private: bool, *parts: str) -> str:
    """What there is of these, and that the entry is private."""
    return joined(*parts, texts("private") if private else "")


# --- conditions ------------------------------------------------------------------------------------------------------


def condition_rows(texts: Texts, entries: Sequence[Condition], today: dt.date) -> Rows:
    """Those that began last come last; planned operations after them, the next one first."""
    ordered = sorted(entries, key=lambda condition: (condition.planned or dt.date.min, condition.since or dt.date.min))
    rows = [(condition, _condition_row(texts, condition)) for condition in ordered]
    return Rows(
        [row for condition, row in rows if not has_ended(condition.until, today)],
        [row for condition, row in rows if has_ended(condition.until, today)],
    )


def _condition_row(texts: Texts, entry: Condition) -> Row:
    kind = texts(CONDITIONS[entry.what])
    named = entry.name or (entry.place if entry.what is ConditionKind.PAIN else "")
    place = entry.place if entry.name else ""
    by_nature = entry.private and entry.what in PRIVATE_BY_NATURE
    facts = (kind if named else "", place, period(texts, entry.since, entry.until))
    below = joined(*facts, texts(BY_NATURE)) if by_nature else with_private(texts, entry.private, *facts)
    return Row(entry, named or kind, below, texts.short_day(entry.planned) if entry.planned else "")


# --- what and who helps ----------------------------------------------------------------------------------------------


def help_rows(texts: Texts, entries: Sequence[Help], today: dt.date) -> Rows:
    """In the person's order."""
    return Rows([Row(entry, entry.text, with_private(texts, entry.private)) for entry in _placed(entries)])


def contact_rows(texts: Texts, entries: Sequence[Contact], today: dt.date) -> Rows:
    """In the person's order, with the number to call."""
    return Rows([
        Row(entry, entry.name, with_private(texts, entry.private, _beginning(entry.note)), entry.phone)
        for entry in _placed(entries)
    ])  # fmt: skip


def plan_rows(texts: Texts, entries: Sequence[Plan], today: dt.date) -> Rows:
    """In the person's order."""
    return Rows(
        [Row(entry, entry.heading, with_private(texts, entry.private), hint=entry.text) for entry in _placed(entries)]
    )


def _placed(entries: Iterable[PlacedT]) -> list[PlacedT]:
    return sorted(entries, key=lambda entry: entry.position)


# --- about the person ------------------------------------------------------------------------------------------------


def person_rows(texts: Texts, entries: Sequence[Person], today: dt.date) -> Rows:
    """A row for each answer; what was not answered has no row."""
    return Rows([row for person in entries for row in _person_rows(texts, person)])


def _person_rows(texts: Texts, entry: Person) -> list[Row]:
    naloxone = texts(YES_OR_NO[entry.naloxone_at_home]) if entry.naloxone_at_home else ""
    facts = (
        (texts("Taking it since"), texts.short_day(entry.since) if entry.since else ""),
        (texts("Next visit"), texts.short_day(entry.next_visit) if entry.next_visit else ""),
        (texts("Naloxone at home"), naloxone),
    )
    mark = with_private(texts, entry.private)
    rows = [Row(entry, title, mark, fact) for title, fact in facts if fact]
    goal = [Row(entry, texts("What I want to reach"), mark, hint=_beginning(entry.goal))] if entry.goal else []
    return [*rows, *goal]


def attempt_rows(texts: Texts, entries: Sequence[Attempt], today: dt.date) -> Rows:
    """The latest first."""
    ordered = sorted(entries, key=lambda attempt: attempt.since or attempt.until or dt.date.min, reverse=True)
    return Rows([_attempt_row(texts, attempt) for attempt in ordered])


def _attempt_row(texts: Texts, entry: Attempt) -> Row:
    when = period(texts, entry.since, entry.until) or texts("No dates")
    return Row(entry, when, with_private(texts, entry.private), hint=_beginning(entry.what_happened))


def _beginning(text: str) -> str:
    return shortened(" ".join(text[: 2 * _LETTERS].split()), _LETTERS)
