"""How urgent what is to be asked about is, in words that others may see: levels, and never a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import LEVELS_INSIDE, levels_in_short, one_or_other, possible_levels
from journal.guidance.matching import Checked
from journal.guidance.notices_after_saving import Speech
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.texts.marked import marked

_UNDER = marked("{level} if what is said there holds for you, otherwise {anyway}")
_BESIDE = marked("{levels}; of something else: {other}")

# "Call your maternity team today.", and not what is to be called about if something is seen: "Yellow eyes: see ...".
_TODAY = re.compile(r"[^:]*\btoday\b", re.IGNORECASE)
_WITHIN_DAYS = re.compile(r"\bwithin days\b", re.IGNORECASE)


def is_today(sentences: Sequence[Statement]) -> bool:
    """Whether what is said of a condition begins with something to do today."""
    return bool(sentences) and _TODAY.match(sentences[0].text) is not None


def soon_of(sentences: Sequence[Statement]) -> Level:
    """How soon something is to be done about a condition; what names no day asks before more is taken."""
    if is_today(sentences):
        return Level.CALL_TODAY
    return (
        Level.ASK_WITHIN_DAYS if any(_WITHIN_DAYS.search(sentence.text) for sentence in sentences) else Level.ASK_FIRST
    )


def urgency_of(texts: Texts, speech: Speech) -> str:
    """What a notice asked for, without the names: "call today, do not mix"."""
    names = (*speech.findings, *speech.private_findings)
    conditions = (*speech.conditions, *speech.private_conditions)
    possible = {*(possible_levels(name) for name, _ in names), *((soon_of(sentences),) for _, sentences in conditions)}
    return ", ".join(one_or_other(texts, levels) for levels in sorted(possible, key=_ranks))


def _ranks(levels: Iterable[Level]) -> list[int]:
    return [RANK[level] for level in levels]


def most_urgent(texts: Texts, checked: Checked) -> str:
    """The highest level of what is to be asked about; "" where there is nothing.

    Where it is not known whether it holds, so it says, and what holds otherwise: whether it is prescribed tells no
    name; a condition could, and is told on the page.
    """
    to_ask = [name for name in checked.names if RANK[name.level] <= RANK[Level.ASK_FIRST]]
    conditions = [(soon_of(sentences),) for _, sentences in checked.conditions]
    possible = [*(possible_levels(name) for name in to_ask), *conditions]
    if not possible:
        return ""
    highest = min(possible, key=_ranks)
    if len(highest) == 1:
        return texts(LEVELS_INSIDE[highest[0]])
    first = next(name for name in to_ask if possible_levels(name) == highest)
    certain = min((levels[-1] for levels in possible), key=RANK.__getitem__)
    if len(first.by_column) < 2:
        return texts(_UNDER, level=texts(LEVELS_INSIDE[highest[0]]), anyway=texts(LEVELS_INSIDE[certain]))
    words = levels_in_short(texts, first)
    return words if certain is highest[-1] else texts(_BESIDE, levels=words, other=texts(LEVELS_INSIDE[certain]))
