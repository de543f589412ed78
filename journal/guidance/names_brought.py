"""How many of the things that an import brought the list of interactions speaks of, and what it made more urgent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journal.core import limits
from journal.core.entries import Entry, Intake, Substance
from journal.core.moments import HOUR_MS
from journal.guidance.interaction_words import whom_to_ask
from journal.guidance.interactions import RANK, Level
from journal.guidance.kept_private import private_names
from journal.guidance.level_words import LEVELS_INSIDE, level_inside, one_or_other, possible_levels, private_with_kratom
from journal.guidance.matching import CheckedName
from journal.guidance.more_urgent import RAISING, more_urgent
from journal.guidance.own_list import ReadJournal, check_journal, taken_of
from journal.guidance.recognising import folded_name
from journal.texts import Texts


class Spoken(NamedTuple):
    """Of so many names that were checked, how many there are below each level, and how many were not recognised.

    Where it is not known which level holds, all that may hold stand together and are counted as one.

    ``risen`` were there before and are more urgent by what came; so are ``risen_private``, which are not named.
    """

    names: int
    levels: tuple[tuple[tuple[Level, ...], int], ...]
    not_recognised: int
    risen: tuple[CheckedName, ...] = ()
    risen_private: tuple[CheckedName, ...] = ()


class NamesBrought:
    """Remembers what passes by and could be on the list; ``now_ms`` is when it is imported."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._substances: list[Substance] = []
        self._intakes: list[Intake] = []
        self._beside: list[Entry] = []  # conditions and the like, on which a level can depend

    def watching(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries, one after the other."""
        self._substances.clear()  # a reading that is begun again counts anew
        self._intakes.clear()
        self._beside.clear()
        for entry in entries:
            if entry.deleted_ms is None and isinstance(entry, Substance):
                self._substances.append(entry)
            elif entry.deleted_ms is None and isinstance(entry, Intake) and self._is_recent(entry):
                self._intakes.append(entry)
            elif entry.deleted_ms is None and isinstance(entry, RAISING) and not isinstance(entry, Intake):
                self._beside.append(entry)
            yield entry

    def _is_recent(self, intake: Intake) -> bool:
        return self._now_ms - intake.at.utc_ms <= limits.TAKEN_HOURS * HOUR_MS

    def spoken_of(self, journal: ReadJournal) -> Spoken | None:
        """What the list says of them once they are in the journal; None where nothing of them is checked."""
        came = (*self._substances, *self._intakes, *self._beside)
        if not came:
            return None
        listed = {substance.id: substance for substance in (*journal.listed(Substance), *self._substances)}
        taken = taken_of(listed.values(), self._intakes)[len(listed) :]
        names = [*(substance.name for substance in self._substances), *(item.name for item in taken)]
        brought = set(map(folded_name, names))
        checked = check_journal(journal)
        known = [name for name in checked.names if folded_name(name.given) in brought]
        unknown = [name for name in checked.not_checked if folded_name(name.given) in brought]
        counts = Counter(possible_levels(name) for name in known if name.level in LEVELS_INSIDE)
        levels = tuple(sorted(counts.items(), key=lambda counted: [RANK[level] for level in counted[0]]))
        risen = {folded_name(name.given): name for name, _ in more_urgent(journal, came, checked.names)}
        private = private_names(journal) & risen.keys()
        if not (known or unknown or risen):
            return None
        return Spoken(
            len(known) + len(unknown),
            levels,
            len(unknown),
            tuple(name for given, name in risen.items() if given not in private),
            tuple(name for given, name in risen.items() if given in private),
        )


def spoken_words(texts: Texts, spoken: Spoken) -> str:
    """ "The list of interactions speaks of 3 of 5 imported names: call today 1, do not mix 2."

    None of these is told by name. What was there before and is more urgent by what came is, and stands first.
    """
    sentences = list(_more_urgent_words(texts, spoken))
    if spoken.levels:
        levels = (
            texts("{level} {n}", level=one_or_other(texts, possible), n=texts.integer(n))
            for possible, n in spoken.levels
        )
        sentences.append(
            texts.plural(
                "The list of interactions speaks of {some} of {n} imported name: {levels}.",
                "The list of interactions speaks of {some} of {n} imported names: {levels}.",
                spoken.names,
                some=texts.integer(sum(n for _, n in spoken.levels)),
                levels=", ".join(levels),
            )
        )
    if spoken.not_recognised:
        sentences.append(
            texts.plural(
                "{n} name was not recognised, so it was not checked.",
                "{n} names were not recognised, so they were not checked.",
                spoken.not_recognised,
            )
        )
    return " ".join(sentences)


def _more_urgent_words(texts: Texts, spoken: Spoken) -> Iterator[str]:
    """Each name with its level now and whom to call; what is private as the most urgent of it needs it."""
    for name in spoken.risen:
        yield texts("More urgent by what was imported: {name}: {level}.",
                    name=name.given, level=level_inside(texts, name))  # fmt: skip
        yield from whom_to_ask(texts, name)
    if spoken.risen_private:
        yield texts("{sentence}.", sentence=private_with_kratom(texts, spoken.risen_private))
        yield from whom_to_ask(texts, min(spoken.risen_private, key=lambda name: RANK[name.level]), conditions=False)
