"""Recognises what people write down as medicines and other things: whole names only, and what is misspelt is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

from journal.guidance.compared_with import is_only_compared
from journal.guidance.interactions import Level, classes_of, is_only_the_product, name_table
from journal.guidance.known_names import Known as Known
from journal.guidance.known_names import folded_name as folded_name
from journal.guidance.known_names import in_a_class
from journal.guidance.known_names import names as names
from journal.guidance.misspelt import meant_by
from journal.guidance.name_parts import MOST_PARTS, MOST_WORDS, parts_of, split_name
from journal.guidance.name_words import (
    denies,
    goes_on,
    left_over,
    says_more,
    shorter,
    without_beginning,
    wordings,
)

_MICROGRAMS = re.compile(r"(?:^|\s)\d+ ?(?:mcg|[\u00b5\u03bc]g|ug)(?:\s|$)")
_MOST_ASKED = 3  # words of a name among others
_MOST_NAMES = 3  # that are asked about
_SHORTEST_IN_A_CLASS, _SHORTEST_OF_NONE = 4, 5  # letters of a name that is asked about when it stands among others


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a name is: the generic names of what it is made of, none where it is not recognised.

    ``known_as`` are the folded names that were found. ``meant``: names to ask about; they are never taken for it.
    ``unknown``: parts of it that are not recognised beside those that are, as they were written.
    """

    given: str
    generics: tuple[str, ...]
    known_as: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it was recognised."""
        return bool(self.generics)


def is_paracetamol(name: str) -> bool:
    """Whether a name is one of paracetamol, alone or with others."""
    return "paracetamol" in recognise(name).generics


def recognise(given: str, known: Mapping[str, Known] | None = None) -> Recognised:
    """What a name is. Strengths, forms, makers, and how, when and whose are left off; a combination may name its parts.

    A name inside another one counts for nothing. A part that is not recognised is ``unknown`` and hides none of the
    others; what is denied is asked about and never taken.
    Examples: "my Xanax XR 0,5mg at night" is alprazolam, "oxycodone/APAP" is oxycodone and paracetamol, "no alcohol"
    is nothing.
    """
    return _remembered(given) if known is None else _recognise(given, known)


@lru_cache(maxsize=1000)
def _remembered(given: str) -> Recognised:
    return _recognise(given, names())


def _recognise(given: str, table: Mapping[str, Known]) -> Recognised:
    sure, complete = _looked_up(given, table)
    in_words, unknown = ([], []) if complete else _in_everyday_words(given, table)
    of_two_things = [name for folded, _ in (*sure, *in_words) for name in _asked().get(folded, ())]
    if of_two_things:
        return Recognised(given, (), meant=tuple(dict.fromkeys(of_two_things))[:_MOST_NAMES])
    if complete:
        return _recognised(given, sure)
    if in_words:
        return replace(_recognised(given, in_words), unknown=tuple(dict.fromkeys(unknown)))
    return Recognised(given, (), meant=_meant(folded_name(given).split()[:MOST_WORDS], sure, table))


@cache
def _asked() -> Mapping[str, tuple[str, ...]]:
    """Names of two things, each with what it may be; only a search takes them for the first."""
    return MappingProxyType({folded_name(name): tuple(meant) for name, meant in name_table().get("asked", {}).items()})


@cache
def _unplaced() -> frozenset[str]:
    """Other medicines whose names look like known ones; what they are is not known here."""
    return frozenset(folded_name(name) for name in name_table().get("unplaced", {}).get("names", ()))


def _looked_up(given: str, table: Mapping[str, Known]) -> tuple[list[_NameInIt], bool]:
    """The names that were found in it, and whether they are all of it."""
    words = folded_name(given).split()[:MOST_WORDS]
    whole_name = _name_in(words, table) or _without_hyphens(given, table)
    if whole_name is not None:
        return [whole_name], True
    parts = parts_of(given)
    of_parts = [_name_in(part, table) for part in parts] if len(parts) > 1 else _side_by_side(words, table)
    sure = [name for name in of_parts if name is not None]
    return sure, bool(sure) and len(sure) == len(of_parts)


def _in_everyday_words(given: str, table: Mapping[str, Known]) -> tuple[list[_NameInIt], list[str]]:
    """The names that are written as people talk, and the parts that are none of them."""
    parts = split_name(given)
    if len(parts) > MOST_PARTS or denies(folded_name(given).split()):
        return [], []
    recognised: list[_NameInIt] = []
    unknown: list[str] = []
    for part in parts:
        names_of_part, rest = _of_part(folded_name(part).split()[:MOST_WORDS], table)
        recognised += names_of_part
        if rest:
            unknown.append(rest if names_of_part else " ".join(part.split()))
    return recognised, unknown


def _of_part(words: Sequence[str], table: Mapping[str, Known]) -> tuple[Sequence[_NameInIt], str]:
    """The names in one part, and what of it is left over."""
    whole_part = _name_in(words, table)
    if whole_part is not None:
        return [whole_part], ""
    for wording in wordings(words):
        if wording in table and _is_sure_in_words(table[wording], wording):
            return [(wording, table[wording])], ""
    words = without_beginning(words)
    several = [name for name in _side_by_side(words, table) if name is not None]
    return (several, "") if several else _at_its_beginning(words, table)


def _is_sure_in_words(known: Known, folded: str) -> bool:
    """Whether it is no everyday word: "the same as before" names nothing."""
    return in_a_class(known) or len(folded) >= _SHORTEST_OF_NONE


def _at_its_beginning(words: Sequence[str], table: Mapping[str, Known]) -> tuple[Sequence[_NameInIt], str]:
    """A medicine before words that are not known: "Tramadol Qwertz" by its own name, "Xanax from Qwertz" by any.

    "Atacand plus" is Atacand and something that is not known.
    """
    for end in range(len(words) - 1, 0, -1):
        folded = " ".join(words[:end])
        known = table.get(folded)
        goes_behind = goes_on(words[end]) or says_more(words[end])
        if known is not None and (_is_own_name(folded, known) or (in_a_class(known) and goes_behind)):
            return [(folded, known)], left_over(words, end)
    return [], " ".join(words)


def _is_own_name(folded: str, known: Known) -> bool:
    """Whether it is what a medicine of a class is made of, in any language; a brand can be an everyday word, too."""
    is_medicine = any(of.prescribed is not Level.NONE for of in classes_of(known.generics))
    return is_medicine and any(folded[:4] == folded_name(generic)[:4] for generic in known.generics)


def named_in(words: str) -> list[Recognised]:
    """What is asked about in the words of a search: each name of a class, alone or among other words.

    Only for looking something up: in a list of what somebody takes a name stands for itself. Every page is about
    kratom, so a search for it asks about no name.
    Example: "can I take xanax with a beer" is about alprazolam and alcohol, "urine like beer" about neither.
    """
    typed = folded_name(words)
    sure, complete = _looked_up(words, names())
    if complete and len(sure) == 1:
        asked_names = [_recognised(words, sure)]
    elif complete:
        asked_names = [_alone(folded, known) for folded, known in sure]
    else:
        among = _among(typed.split()[:MOST_WORDS], names())
        asked_names = [
            _alone(folded, known) for folded, known in _each_once(name for name in among if in_a_class(name[1]))
        ]
    return [
        recognised
        for recognised in asked_names
        if not (is_only_the_product(recognised.generics) or is_only_compared(folded_name(recognised.given), typed))
    ]


def _alone(folded: str, known: Known) -> Recognised:
    return Recognised(known.name, known.generics, (folded,))


_NameInIt = tuple[str, Known]


def _name_in(words: Sequence[str], table: Mapping[str, Known]) -> _NameInIt | None:
    for candidate in shorter(_by_strength(words)):
        known = table.get(candidate)
        if known is not None:
            return candidate, known
    return None


def _without_hyphens(given: str, table: Mapping[str, Known]) -> _NameInIt | None:
    """ "Neo-codion" is "Neocodion"."""
    joined = given.replace("-", "")
    return None if joined == given else _name_in(folded_name(joined).split()[:MOST_WORDS], table)


@cache
def _in_micrograms() -> Mapping[str, tuple[str, ...]]:
    """Names that a strength in micrograms makes another thing, each with the words of that."""
    meant = name_table().get("in_micrograms", {}).items()
    return MappingProxyType({folded_name(name): tuple(folded_name(other).split()) for name, other in meant})


def _by_strength(words: Sequence[str]) -> Sequence[str]:
    """ "K2 100 µg" is the vitamin: nobody measures the drug of that name in micrograms."""
    other = _in_micrograms().get(words[0]) if words else None
    if other is None or not _MICROGRAMS.search(" ".join(words[1:])):
        return words
    return [*other, *words[1:]]


def _side_by_side(words: Sequence[str], table: Mapping[str, Known], most: int = 3) -> list[_NameInIt | None]:
    """Names of classes behind each other without a sign between them: "paracetamol codeine".

    Nothing where a word is left over, or where one of them is of no class: "ginger beer" is neither of the two.
    """
    for place in range(min(len(words) - 1, MOST_PARTS), 0, -1):
        first = " ".join(words[:place])
        if first in table and in_a_class(table[first]):
            rest = _name_in(words[place:], table)
            if rest is not None and in_a_class(rest[1]):
                return [(first, table[first]), rest]
            others = _side_by_side(words[place:], table, most - 1) if most > 2 and rest is None else []
            if others:
                return [(first, table[first]), *others]
    return []


def _recognised(given: str, names_in_it: Sequence[_NameInIt]) -> Recognised:
    generics = dict.fromkeys(generic for _, known in names_in_it for generic in known.generics)
    return Recognised(given, tuple(generics), tuple(folded for folded, _ in names_in_it))


def _among(words: Sequence[str], table: Mapping[str, Known]) -> Iterator[_NameInIt]:
    """Every name that stands as whole words among others, the ones of most words first."""
    for length in range(min(_MOST_ASKED, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            folded = " ".join(words[start : start + length])
            known = table.get(folded)
            if known is not None:
                yield folded, known


def _meant(words: Sequence[str], parts: Sequence[_NameInIt], table: Mapping[str, Known]) -> tuple[str, ...]:
    """What to ask about: names one slip from all of it, and those that stand in it; without such, close names."""
    of_each = {folded: (known.name, known.generics) for folded, known in table.items()}
    whole_name = " ".join(words)
    among = [name for name in _among(words, table) if _worth_asking(*name)]
    if parts or among:
        close = (*meant_by(whole_name, of_each, 1), *_longest_names([*parts, *among]))
    else:
        *_, shortest = shorter(words) if words else ("",)
        if shortest in _unplaced():
            return ()
        close = (*(meant_by(whole_name, of_each) if whole_name != shortest else ()), *meant_by(shortest, of_each))
    return tuple(dict.fromkeys(close))[:_MOST_NAMES]


def _worth_asking(folded: str, known: Known) -> bool:
    """Whether it is no everyday word: "same" and "acid" are names, too, of things that are in no class."""
    return len(folded) >= (_SHORTEST_IN_A_CLASS if in_a_class(known) else _SHORTEST_OF_NONE)


def _longest_names(names_in_it: Iterable[_NameInIt]) -> tuple[str, ...]:
    """At most three names."""
    return tuple(known.name for _, known in _each_once(names_in_it)[:_MOST_NAMES])


def _each_once(names_in_it: Iterable[_NameInIt]) -> list[_NameInIt]:
    """One name for each thing, and none that stands inside another: "Tylenol PM" and not "Tylenol"."""
    kept: list[_NameInIt] = []
    for folded, known in names_in_it:
        inside = any(f" {folded} " in f" {longer} " for longer, _ in kept)
        if not inside and all(known.generics != other.generics for _, other in kept):
            kept.append((folded, known))
    return kept
