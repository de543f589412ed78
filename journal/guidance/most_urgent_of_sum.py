"""Where things add up, the most urgent of them says how soon, also where it is no news itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.guidance.interaction_words import whom_to_ask
from journal.guidance.interactions import RANK, Level
from journal.guidance.level_words import levels_in_short, private_with_kratom
from journal.guidance.matching import Checked, CheckedName
from journal.texts import Texts


def more_urgent_of(name: CheckedName, others: Iterable[CheckedName]) -> CheckedName | None:
    """The most urgent of the others, where it is more urgent than this one."""
    first = min(others, key=lambda other: RANK[other.level], default=name)
    return first if RANK[first.level] < RANK[name.level] else None


def more_urgent_words(texts: Texts, other: CheckedName, private: bool = False) -> str:
    """Its level and whom to call: "oxycodone with kratom: call today. Call your ...". A private one is not named."""
    if private:
        of_level = private_with_kratom(texts, [other])
    else:
        of_level = texts("{name} with kratom: {level}", name=other.given, level=levels_in_short(texts, other))
    whom = " ".join(whom_to_ask(texts, other, conditions=not private))
    return " ".join([texts("{sentence}.", sentence=of_level), whom]).strip()


def covers(other: CheckedName, name: CheckedName) -> bool:
    """Whether what is to be done about the other one is said of both: who calls today asks about this one, too."""
    return other.level is Level.CALL_TODAY and name.level is Level.ASK_WITHIN_DAYS and len(name.by_column) < 2


def more_urgent_in(texts: Texts, checked: Checked) -> Iterator[str]:
    """The same of a name that is only looked up beside the own list, which is not shown there."""
    asked = [name for name in checked.adding_up if name not in checked.also]
    if checked.also and asked:
        other = more_urgent_of(asked[0], checked.also)
        if other is not None:
            yield more_urgent_words(texts, other)
