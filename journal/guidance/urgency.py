"""How urgent what is to be asked about is, in words that others may see: levels, and never a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import LEVELS_INSIDE
from journal.guidance.matching import Checked
from journal.guidance.notices_after_saving import Speech
from journal.guidance.values import Statement
from journal.texts import Texts

# "Call your maternity team today.", and not what is to be called about if something is seen: "Yellow eyes: see ...".
_TODAY = re.compile(r"[^:]*\btoday\b", re.IGNORECASE)


def is_today(sentences: Sequence[Statement]) -> bool:
    """Whether what is said of a condition begins with something to do today."""
    return bool(sentences) and _TODAY.match(sentences[0].text) is not None


def urgency_of(texts: Texts, speech: Speech) -> str:
    """What a notice asked for, without the names: "call today, do not mix"."""
    conditions = [sentences for _, sentences in (*speech.conditions, *speech.private_conditions)]
    levels = {name.level for name, _ in (*speech.findings, *speech.private_findings)}
    return ", ".join(_words(texts, levels, conditions))


def _words(texts: Texts, levels: Iterable[Level], conditions: Sequence[Sequence[Statement]]) -> Iterator[str]:
    today = {Level.CALL_TODAY} if any(map(is_today, conditions)) else set()
    for level in sorted({*levels, *today}, key=RANK.__getitem__):
        yield texts(LEVELS_INSIDE[level])
    if not all(map(is_today, conditions)):
        yield texts("a condition")


def most_urgent(checked: Checked) -> Level | None:
    """The highest level of what is to be asked about; None where there are only conditions that have none."""
    levels = [name.level for name in checked.names if RANK[name.level] <= RANK[Level.ASK_FIRST]]
    today = [Level.CALL_TODAY for _, sentences in checked.conditions if is_today(sentences)]
    return min((*levels, *today), key=RANK.__getitem__, default=None)
