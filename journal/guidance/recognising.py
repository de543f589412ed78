"""Recognises what people write down as medicines and other things: whole names only, and what is misspelt is asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from journal.guidance.interactions import classes_of, is_only_the_product, name_table
from journal.guidance.markdown import PageFault
from journal.guidance.misspelt import meant_by

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "'": "", "\u2019": "", "`": ""})
_UNIT = r"(?:mg|mcg|[\u00b5\u03bc]g|ug|g|kg|ml|l|ie|iu|e|u|units?|einheiten|h|hr|hrs|s|x|mmol|meq)"
_NUMBER = re.compile(rf"\d+{_UNIT}?")
_ONLY_UNIT = re.compile(_UNIT)
_MICROGRAMS = re.compile(r"(?:^|\s)\d+ ?(?:mcg|[\u00b5\u03bc]g|ug)(?:\s|$)")
# What parts the medicines of a combination, in the languages of the countries whose names are known. A comma between
# two digits parts nothing: "1,4-BD" is one name and "0,5 mg" one strength.
_SEPARATOR = re.compile(
    r"[/+&;()]|,(?!\d)|(?<!\d),|(?<!\w)(?:and|with|plus|und|mit|et|avec|con|oraz|y|i|z)(?!\w)", re.IGNORECASE
)
_MOST_WORDS, _MOST_PARTS = 12, 6
_MOST_ASKED = 3  # words of a name among others
_MOST_NAMES = 3  # that are asked about
_SHORTEST_IN_A_CLASS, _SHORTEST_OF_NONE = 4, 5  # letters of a name that is asked about when it stands among others
_NO_NAME = re.compile(r"[\d ]*[^\W\d_]?[\d ]*")  # numbers, and at most one letter with them
_SHORT_ON_PURPOSE = frozenset({"m30", "b12", "k2", "d3"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a name is: the generic names of what it is made of, none where it is not recognised.

    ``known_as`` are the folded names that were found. ``meant``: names to ask about; they are never taken for it.
    """

    given: str
    generics: tuple[str, ...]
    known_as: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it was recognised."""
        return bool(self.generics)


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the table as it is written, and the generic names of what it is."""

    name: str
    generics: tuple[str, ...]


def folded_name(text: str) -> str:
    """A name as names are compared: without case, accents, apostrophes and signs. "Beloc-Zok" is "beloc zok".

    What has no width, such as a space of none between two letters, is not there.
    """
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():  # nearly all of some thousand names are, and have nothing that is not seen
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not _unseen(letter))
    return " ".join(re.findall(r"[^\W_]+", plain))


def _unseen(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) == "Cf"


@cache
def names() -> Mapping[str, Known]:
    """Every name by its folded form. Raises PageFault for a name of two things, or one without two letters."""
    by_folded: dict[str, Known] = {}
    for name, generics in _named():
        folded = folded_name(name)
        if _NO_NAME.fullmatch(folded) and folded not in _SHORT_ON_PURPOSE:
            raise PageFault(f"{name!r} is no name: numbers and single letters name nothing")
        if by_folded.setdefault(folded, Known(name, generics)).generics != generics:
            raise PageFault(f"the name {name!r} is of two things")
    return MappingProxyType(by_folded)


def _named() -> Iterator[tuple[str, tuple[str, ...]]]:
    table = name_table()
    for group in (table["names"], table["product"], table["nothing"]):
        for generic, others in group.items():
            yield from ((name, (generic,)) for name in (generic, *others))
    for name, parts in table["combinations"].items():
        yield name, tuple(parts)


def is_paracetamol(name: str) -> bool:
    """Whether a name is one of paracetamol, alone or with others."""
    return "paracetamol" in recognise(name).generics


@cache
def _forms() -> frozenset[str]:
    return frozenset(name_table()["forms"]["words"])


def recognise(given: str, known: Mapping[str, Known] | None = None) -> Recognised:
    """What a name is. Strengths, forms and makers behind it are left off; a combination may name its parts.

    A name inside another one counts for nothing, and a part that is not recognised makes all of it not recognised; a
    name among other words is asked about ("my tramadol") and never taken for it.
    Examples: "Xanax XR 0,5mg" is alprazolam, "oxycodone/APAP" is oxycodone and paracetamol, "no alcohol" is nothing.
    """
    return _remembered(given) if known is None else _recognise(given, known)


@lru_cache(maxsize=1000)
def _remembered(given: str) -> Recognised:
    return _recognise(given, names())


def _recognise(given: str, table: Mapping[str, Known]) -> Recognised:
    sure, complete = _looked_up(given, table)
    of_two_things = [name for folded, _ in sure for name in _asked().get(folded, ())]
    if of_two_things:
        return Recognised(given, (), meant=tuple(of_two_things[:_MOST_NAMES]))
    if complete:
        return _recognised(given, sure)
    return Recognised(given, (), meant=_meant(folded_name(given).split()[:_MOST_WORDS], sure, table))


@cache
def _asked() -> Mapping[str, tuple[str, ...]]:
    """Names of two things, each with what it may be; only a search takes them for the first."""
    return MappingProxyType({folded_name(name): tuple(meant) for name, meant in name_table().get("asked", {}).items()})


def _looked_up(given: str, table: Mapping[str, Known]) -> tuple[list[_NameInIt], bool]:
    """The names that were found in it, and whether they are all of it."""
    words = folded_name(given).split()[:_MOST_WORDS]
    whole_name = _name_in(words, table)
    if whole_name is not None:
        return [whole_name], True
    parts = _parts(given)
    of_parts = [_name_in(part, table) for part in parts] if len(parts) > 1 else _side_by_side(words, table)
    sure = [name for name in of_parts if name is not None]
    return sure, bool(sure) and len(sure) == len(of_parts)


def _parts(given: str) -> list[list[str]]:
    """The words of each part of a combination; strengths alone are none. Nothing where there are too many."""
    parts = [folded_name(part).split()[:_MOST_WORDS] for part in _SEPARATOR.split(given)]
    parts = [part for part in parts if part and not all(_dropped(part, place) for place in range(len(part)))]
    return parts if len(parts) <= _MOST_PARTS else []


def named_in(words: str) -> list[Recognised]:
    """What is asked about in the words of a search: each name of a class, alone or among other words.

    Only for looking something up: in a list of what somebody takes a name stands for itself. Every page is about
    kratom, so a search for it asks about no name.
    Example: "can I take xanax with a beer" is about alprazolam and alcohol.
    """
    sure, complete = _looked_up(words, names())
    if complete and len(sure) == 1:
        asked_names = [_recognised(words, sure)]
    elif complete:
        asked_names = [_alone(folded, known) for folded, known in sure]
    else:
        among = _among(folded_name(words).split()[:_MOST_WORDS], names())
        asked_names = [
            _alone(folded, known) for folded, known in _each_once(name for name in among if _in_a_class(name[1]))
        ]
    return [recognised for recognised in asked_names if not is_only_the_product(recognised.generics)]


def _alone(folded: str, known: Known) -> Recognised:
    return Recognised(known.name, known.generics, (folded,))


_NameInIt = tuple[str, Known]


def _name_in(words: Sequence[str], table: Mapping[str, Known]) -> _NameInIt | None:
    for shorter in _shorter(_by_strength(words)):
        known = table.get(shorter)
        if known is not None:
            return shorter, known
    return None


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


def _shorter(words: Sequence[str]) -> Iterator[str]:
    """The words as they are, then without what stands behind the name, then without a number before it."""
    if not words:
        return
    yield " ".join(words)
    end = len(words)
    while end > 1 and _dropped(words, end - 1):
        end -= 1
        yield " ".join(words[:end])
    start = 0
    while start < end - 1 and (_NUMBER.fullmatch(words[start]) or (start and _ONLY_UNIT.fullmatch(words[start]))):
        start += 1
    if start:
        yield " ".join(words[start:])
        if end < len(words):
            yield " ".join(words[start:end])


def _dropped(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if word in _forms() or _NUMBER.fullmatch(word):
        return True
    before = words[place - 1] if place else ""
    return bool(_ONLY_UNIT.fullmatch(word) and (_NUMBER.fullmatch(before) or _ONLY_UNIT.fullmatch(before)))


def _side_by_side(words: Sequence[str], table: Mapping[str, Known], most: int = 3) -> list[_NameInIt | None]:
    """Names of classes behind each other without a sign between them: "paracetamol codeine".

    Nothing where a word is left over, or where one of them is of no class: "ginger beer" is neither of the two.
    """
    for place in range(min(len(words) - 1, _MOST_PARTS), 0, -1):
        first = " ".join(words[:place])
        if first in table and _in_a_class(table[first]):
            rest = _name_in(words[place:], table)
            if rest is not None and _in_a_class(rest[1]):
                return [(first, table[first]), rest]
            others = _side_by_side(words[place:], table, most - 1) if most > 2 and rest is None else []
            if others:
                return [(first, table[first]), *others]
    return []


def _in_a_class(known: Known) -> bool:
    return bool(classes_of(known.generics))


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
        *_, shortest = _shorter(words) if words else ("",)
        close = (*(meant_by(whole_name, of_each) if whole_name != shortest else ()), *meant_by(shortest, of_each))
    return tuple(dict.fromkeys(close))[:_MOST_NAMES]


def _worth_asking(folded: str, known: Known) -> bool:
    """Whether it is no everyday word: "same" and "acid" are names, too, of things that are in no class."""
    return len(folded) >= (_SHORTEST_IN_A_CLASS if _in_a_class(known) else _SHORTEST_OF_NONE)


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
