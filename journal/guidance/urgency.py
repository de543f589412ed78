"""How urgent what is to be asked about is, in words that others may see: levels, and never a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import LEVELS_INSIDE, one_or_other, settled_level
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.notices_after_saving import Speech
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.texts.marked import marked

_UNDER = marked("{level} if what is said there holds for you, otherwise {anyway}")

# "Call your maternity team today.", and not what is to be called about if something is seen: "Yellow eyes: see ...".
_TODAY = re.compile(r"[^:]*\btoday\b", re.IGNORECASE)


def is_today(sentences: Sequence[Statement]) -> bool:
    """Whether what is said of a condition begins with something to do today."""
    return bool(sentences) and _TODAY.match(sentences[0].text) is not None


def urgency_of(texts: Texts, speech: Speech) -> str:
    """What a notice asked for, without the names: "call today, do not mix"."""
    conditions = [sentences for _, sentences in (*speech.conditions, *speech.private_conditions)]
    levels = {_level_and_anyway(name) for name, _ in (*speech.findings, *speech.private_findings)}
    return ", ".join(_words(texts, levels, conditions))


# A level, and the one that holds where the first holds under a condition alone; else both are the same.
_Levels = tuple[Level, Level]
_TODAY_ANYWAY = (Level.CALL_TODAY, Level.CALL_TODAY)


def _level_and_anyway(name: CheckedName) -> _Levels:
    return name.level, settled_level(name)


def _ranks(levels: _Levels) -> list[int]:
    return [RANK[level] for level in levels]


def _words(texts: Texts, levels: Iterable[_Levels], conditions: Sequence[Sequence[Statement]]) -> Iterator[str]:
    today = {_TODAY_ANYWAY} if any(map(is_today, conditions)) else set()
    for level, anyway in sorted({*levels, *today}, key=_ranks):
        yield one_or_other(texts, level, anyway)
    if not all(map(is_today, conditions)):
        yield texts("a condition")


def most_urgent(texts: Texts, checked: Checked) -> str:
    """The highest level of what is to be asked about; "" where there are only conditions that have none.

    Where it holds under a condition alone, so it says, and what holds anyway; the condition could tell a name.
    """
    levels = [_level_and_anyway(name) for name in checked.names if RANK[name.level] <= RANK[Level.ASK_FIRST]]
    today = [_TODAY_ANYWAY for _, sentences in checked.conditions if is_today(sentences)]
    if not (levels or today):
        return ""
    level, _ = min((*levels, *today), key=_ranks)
    anyway = min((anyway for _, anyway in (*levels, *today)), key=RANK.__getitem__)
    if level is anyway or anyway not in LEVELS_INSIDE:
        return texts(LEVELS_INSIDE[level])
    return texts(_UNDER, level=texts(LEVELS_INSIDE[level]), anyway=texts(LEVELS_INSIDE[anyway]))
