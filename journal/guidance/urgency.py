"""How urgent what is to be asked about is, in words that others may see: levels, and never a name."""

from __future__ import annotations

from collections.abc import Iterable

from journal.core import limits
from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import LEVELS_INSIDE, levels_in_short, one_or_other, possible_levels
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.notices_after_saving import Speech
from journal.guidance.said_of_conditions import soon_of
from journal.texts import Texts
from journal.texts.marked import marked

_UNDER = marked("{level} if what is said there holds for you, otherwise {anyway}")
_BESIDE = marked("{levels}; of something else: {other}")
_TAKEN_FIRST = marked("{first} (taken in the last {hours} hours), and {then}")


def urgency_of(texts: Texts, speech: Speech) -> str:
    """What a notice asked for, without the names: "call today, do not mix"."""
    return ", ".join(one_or_other(texts, levels) for levels in _levels_of(speech))


def urgency_ranks(speech: Speech) -> list[list[int]]:
    """By which notices are sorted, the most urgent first."""
    return [_ranks(levels) for levels in _levels_of(speech)]


def _levels_of(speech: Speech) -> list[tuple[Level, ...]]:
    """How urgent each part of a notice may be, the highest first."""
    names = (*speech.findings, *speech.private_findings)
    conditions = (*speech.conditions, *speech.private_conditions)
    possible = {*(possible_levels(name) for name, _ in names), *((soon_of(sentences),) for _, sentences in conditions)}
    return sorted(possible, key=_ranks)


def _ranks(levels: Iterable[Level]) -> list[int]:
    return [RANK[level] for level in levels]


def most_urgent(texts: Texts, checked: Checked) -> str:
    """The highest level of what is to be asked about; "" where there is nothing.

    Where it is not known whether it holds, so it says, and what holds otherwise: whether it is prescribed tells no
    name; a condition could, and is told on the page. What was taken and is not to be mixed comes before a call of
    today, as in the notice that speaks of it.
    """
    to_ask = [name for name in checked.names if RANK[name.level] <= RANK[Level.ASK_FIRST]]
    conditions = [(soon_of(sentences),) for _, sentences in checked.conditions]
    possible = [*(possible_levels(name) for name in to_ask), *conditions]
    if not possible:
        return ""
    highest = min(possible, key=_ranks)
    if len(highest) == 1:
        words = texts(LEVELS_INSIDE[highest[0]])
        if highest[0] is Level.CALL_TODAY and any(map(_is_taken_and_not_to_be_mixed, to_ask)):
            return texts(
                _TAKEN_FIRST, first=texts(LEVELS_INSIDE[Level.DO_NOT_MIX]), hours=limits.TAKEN_HOURS, then=words
            )
        return words
    first = next(name for name in to_ask if possible_levels(name) == highest)
    certain = min((levels[-1] for levels in possible), key=RANK.__getitem__)
    if len(first.by_column) < 2:
        return texts(_UNDER, level=texts(LEVELS_INSIDE[highest[0]]), anyway=texts(LEVELS_INSIDE[certain]))
    words = levels_in_short(texts, first)
    return words if certain is highest[-1] else texts(_BESIDE, levels=words, other=texts(LEVELS_INSIDE[certain]))


def _is_taken_and_not_to_be_mixed(name: CheckedName) -> bool:
    return name.intake_ms is not None and possible_levels(name) == (Level.DO_NOT_MIX,)
