"""Every name that is known, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from journal.guidance.interactions import classes_of, name_table
from journal.guidance.markdown import PageFault

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "'": "", "\u2019": "", "`": ""})
_NO_NAME = re.compile(r"[\d ]*[^\W\d_]?[\d ]*")  # numbers, and at most one letter with them
_SHORT_ON_PURPOSE = frozenset({"m30", "b12", "k2", "d3"})


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


def in_a_class(known: Known) -> bool:
    """Whether a class speaks of it."""
    return bool(classes_of(known.generics))
