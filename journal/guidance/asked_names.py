"""Names that somebody asks about, held against the list of interactions by what an open journal knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from journal.core.entries import Substance
from journal.guidance.counts_still import counts_still
from journal.guidance.interactions import InteractionClass
from journal.guidance.kept_private import private_names, reasons_told
from journal.guidance.matching import Checked, Taken, check, counts_now
from journal.guidance.own_list import (
    ReadJournal,
    is_prescribed,
    known_in,
    taken_in,
    takes_no_more,
    urgent_first,
    with_open_signs,
)
from journal.guidance.recognising import Recognised, folded_name, recognise
from journal.guidance.whole_classes import checked_classes

_MOST_WORDS, _SHORTEST_WORD = 8, 5


def check_names(journal: ReadJournal, named: Iterable[Recognised]) -> Checked:
    """What the list of interactions says of these names; the search and ``interactions NAME`` ask here.

    Whether one is prescribed is what the own list says of the same medicine, and the rest of that list adds up with
    them. Conditions count, and are not repeated. What is private counts, and is not told.
    """
    named, today, private = list(named), journal.today(), private_names(journal)
    openly = [substance for substance in journal.listed(Substance) if folded_name(substance.name) not in private]
    listed = [substance for substance in openly if counts_still(substance.name, substance.until, today)]
    asked = [Taken(name.given, _prescribed_on_list(name, listed)) for name in named]
    taken, now_ms = taken_in(journal), journal.clock.now_ms()
    rest = _without(taken, named)
    checked = check([*asked, *rest], today, now_ms, known_in(journal), takes_no_more(journal))
    every = with_open_signs(journal, checked)
    wanted = {folded_name(given) for name in named for given in (name.given, *name.unknown)}
    sedatives = [name for name in every.names if name.is_sedative and folded_name(name.given) not in wanted]
    open_sedatives = tuple(name for name in sedatives if folded_name(name.given) not in private)
    return replace(
        every,
        names=tuple(reasons_told(journal, name) for name in every.names if folded_name(name.given) in wanted),
        not_checked=tuple(name for name in every.not_checked if folded_name(name.given) in wanted),
        conditions=(),
        also=open_sedatives,
        also_private=len(sedatives) - len(open_sedatives),
        asked=_not_taken(named, (item for item in taken if counts_now(item, today, now_ms)), private),
    )


def check_classes(journal: ReadJournal, asked_classes: Iterable[InteractionClass]) -> Checked:
    """Whole classes that somebody asks about; those that make sleepy add up with the own list, as a name does.

    Example: "can I drink" is about alcohol, beside a sleeping pill that is on the list.
    """
    asked_classes = tuple(asked_classes)
    checked = urgent_first(journal, checked_classes(asked_classes, takes_no_more(journal)))
    asked = [recognise(member) for of in asked_classes if of.sedative for member in of.members]
    if not asked:
        return checked
    beside = check_names(journal, asked)
    nothing_taken = len(beside.asked) == len(asked)
    names = frozenset(folded_name(of.name) for of in asked_classes) if nothing_taken else frozenset[str]()
    return replace(checked, also=beside.also, also_private=beside.also_private, asked=names)


def meant_in(words: str) -> tuple[str, ...]:
    """Names to ask about where nothing was found for these words: close to all of them, or else to one of them."""
    long_words = (word for word in words.split()[:_MOST_WORDS] if len(word) >= _SHORTEST_WORD)
    close = (recognise(asked).meant for asked in dict.fromkeys([words, *long_words]))
    return next((names for names in close if names), ())


def _prescribed_on_list(name: Recognised, substances: Iterable[Substance]) -> bool | None:
    """What the list says of everything that is made of the same; None where it holds none of it, or says both."""
    same = [of for of in substances if name.generics and recognise(of.name).generics == name.generics]
    answers = {is_prescribed(of) for of in same}
    return answers.pop() if len(answers) == 1 else None


def _not_taken(named: Iterable[Recognised], counting: Iterable[Taken], private: Collection[str]) -> frozenset[str]:
    """Those of which the journal tells nothing by this name, and nothing that is made of the same."""
    taken = [item for item in counting if folded_name(item.name) not in private]
    names = {folded_name(item.name) for item in taken}
    generics = {generic for item in taken for generic in recognise(item.name).generics}
    folded = ((folded_name(name.given), name) for name in named)
    return frozenset(given for given, name in folded if given not in names and generics.isdisjoint(name.generics))


def _without(taken: Iterable[Taken], named: Iterable[Recognised]) -> list[Taken]:
    """What is taken beside these: nothing of the same name, and nothing that is made of the same."""
    names = {folded_name(name.given): name for name in named}
    generics = {generic for name in names.values() for generic in name.generics}
    return [
        item
        for item in taken
        if folded_name(item.name) not in names and generics.isdisjoint(recognise(item.name).generics)
    ]
