"""A dose or an intake beside what was spoken of not long ago: one line says so, where the notice itself is silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from journal.core import limits
from journal.core.entries import Dose, Entry, Intake, Substance
from journal.core.moments import DAY_MS, HOUR_MS, Clock, moment_at
from journal.core.queries import EntryQuery
from journal.guidance.call_for import CALL
from journal.guidance.help_lines import Country
from journal.guidance.interaction_words import NOTHING_MORE, whom_to_ask
from journal.guidance.kept_private import private_names
from journal.guidance.level_words import levels_in_short, private_with_kratom
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.notice_timing import is_acute
from journal.guidance.own_list import check_journal, taken_of
from journal.guidance.recognising import folded_name
from journal.guidance.signs_in_words import number_in
from journal.guidance.spoken_before import RemembersSpoken, spoken_whenever
from journal.texts import Texts

_RECENT_DAYS, _MOST_INTAKES = dt.timedelta(days=3), 500


class SaidBefore(NamedTuple):
    """A name that was taken just now, or before a dose, and when its class spoke; a ``private`` one is not said.

    ``by_name``: it was written down by then. Else what was said was said of something else of its group.
    """

    name: CheckedName
    at_ms: int
    private: bool
    by_name: bool


def said_before(journal: RemembersSpoken, saved: Sequence[Entry]) -> tuple[SaidBefore, ...]:
    """What was spoken of in the last day and holds for these too; for a save of which nothing speaks."""
    now_ms = journal.clock.now_ms()
    live = [entry for entry in saved if entry.deleted_ms is None]
    doses = any(isinstance(entry, Dose) and now_ms - entry.at.utc_ms <= limits.TAKEN_HOURS * HOUR_MS for entry in live)
    intakes = [entry for entry in live if isinstance(entry, Intake)]
    if not (doses or intakes):
        return ()
    checked = check_journal(journal)
    spoken: dict[str, int] = {}
    for earlier in spoken_whenever(journal):
        spoken[earlier.class_id] = max(earlier.at_ms, spoken.get(earlier.class_id, 0))
    taken = {folded_name(item.name) for item in taken_of(journal.listed(Substance), intakes) if item.at_ms is not None}
    private, written_ms = private_names(journal, live), _first_written(journal, {entry.id for entry in live})
    return tuple(
        SaidBefore(
            name,
            at_ms,
            folded_name(name.given) in private,
            written_ms.get(folded_name(name.given), now_ms) <= at_ms,
        )
        for name in _taken(checked, taken, doses)
        if (at_ms := max((spoken.get(finding.of.id, 0) for finding in name.findings), default=0)) > now_ms - DAY_MS
    )


def _first_written(journal: RemembersSpoken, just_saved: set[str]) -> dict[str, int]:
    """When each name was first written down, by its folded form; what was saved just now bears its name since then."""
    lately = EntryQuery(kinds=("intake",), first_day=journal.today() - _RECENT_DAYS, limit=_MOST_INTAKES)
    intakes = [entry for entry in journal.find(lately) if isinstance(entry, Intake) and entry.id not in just_saved]
    listed = journal.listed(Substance)
    ids = [entry.id for entry in (*intakes, *listed) if entry.id not in just_saved]
    written = journal.first_written(ids) if ids else {}
    named = [(entry.name, entry.id) for entry in listed]
    named += [(item.name, intake.id) for intake in intakes for item in taken_of(listed, [intake])[len(listed) :]]
    first: dict[str, int] = {}
    for name, id_ in named:
        if id_ in written:
            first[folded_name(name)] = min(written[id_], first.get(folded_name(name), written[id_]))
    return first


def _taken(checked: Checked, names: set[str], all_recent: bool) -> Iterator[CheckedName]:
    """What was taken just now, or beside a dose all of ``limits.TAKEN_HOURS``, and is not to be mixed."""
    for name in checked.names:
        is_meant = all_recent or folded_name(name.given) in names
        if is_meant and name.intake_ms is not None and is_acute(name.level):
            yield name


def said_words(texts: Texts, earlier: Sequence[SaidBefore], clock: Clock) -> str:
    """One line: "Said at 02:14: beer with kratom: do not mix.". What is private is not named.

    What was said stays as it was said: of a name that was not written down by then only its group was spoken of.
    """
    by_when: dict[tuple[str, bool], list[SaidBefore]] = {}
    for before in sorted(earlier, key=lambda before: before.at_ms):
        by_when.setdefault((_when(texts, before.at_ms, clock), before.by_name), []).append(before)
    return " ".join(_of_one_time(texts, when, by_name, several) for (when, by_name), several in by_when.items())


def said_lines(
    texts: Texts, earlier: Sequence[SaidBefore], clock: Clock, country: Country
) -> Iterator[tuple[str, str]]:
    """Role and words: that it was said, to take no more, and for which signs to call, however short it is said."""
    yield "small", said_words(texts, earlier, clock)
    for words in _no_more(texts, earlier):
        yield "", words
    yield "", texts(CALL, number=number_in(texts, country))


def _no_more(texts: Texts, earlier: Sequence[SaidBefore]) -> list[str]:
    """That nothing more of either is taken now, where the notice says so of one of these; each sentence once."""
    whom = [words for before in earlier for words in whom_to_ask(texts, before.name, conditions=not before.private)]
    return list(dict.fromkeys(words for words in whom if texts(NOTHING_MORE) in words))


def _when(texts: Texts, at_ms: int, clock: Clock) -> str:
    zone = clock.zone_name()
    return texts.when(moment_at(at_ms, zone).local, moment_at(clock.now_ms(), zone).local.date())


def _of_one_time(texts: Texts, when: str, by_name: bool, earlier: Sequence[SaidBefore]) -> str:
    hidden = [before.name for before in earlier if before.private]
    lines = [
        texts("{name} with kratom: {level}", name=before.name.given, level=levels_in_short(texts, before.name))
        for before in earlier
        if not before.private
    ]
    if hidden:
        lines.append(private_with_kratom(texts, hidden))
    if by_name:
        return texts("Said {when}: {lines}.", when=when, lines="; ".join(lines))
    return texts("{lines}. The same group was spoken of {when}.", when=when, lines="; ".join(lines))
