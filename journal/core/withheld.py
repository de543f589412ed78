"""What is withheld with what is private: what is about it, and names that only private entries use.

Pages and files ask here, so that none of them names what the other keeps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter

from journal.core.entries import Entry, kind_of
from journal.core.fields import Gone
from journal.core.kinds import KINDS, Kind, Placed, Reference

# What an entry is about. Its time and amount alone would tell of a private one, so it goes with that.
_SUBJECTS = ("product", "symptom", "substance")
# A medicine of the list is told or kept by its own mark: what was taken of it once in private does not take it away.
_NAMED_BY_ITSELF = ("substance",)


def _listed(kind: Kind) -> bool:
    return kind.placed is Placed.NOWHERE and kind.code not in _NAMED_BY_ITSELF


def _uses(kind: Kind) -> Iterator[Reference]:
    """Its references that show a thing in use. A unit or a batch is a part of its product and shows nothing of it."""
    if kind.placed is not Placed.NOWHERE:
        yield from (
            reference
            for reference in kind.references
            if reference.gone is not Gone.GOES and _listed(KINDS[reference.to])
        )


_ABOUT = {
    kind.code: tuple(attrgetter(reference.path) for reference in kind.references if reference.to in _SUBJECTS)
    for kind in KINDS.values()
}
_USED = {kind.code: tuple(attrgetter(reference.path) for reference in _uses(kind)) for kind in KINDS.values()}


def is_about(entry: Entry, ids: Collection[str]) -> bool:
    """Whether it is about one of these: a dose, a unit or a batch of a product, a rating of a symptom."""
    return any(fetch(entry) in ids for fetch in _ABOUT[kind_of(entry)])


def names_used_by(entry: Entry) -> Iterator[str]:
    """The ids of what this entry shows in use: the product, unit and batch of a dose, the symptom of a rating."""
    return (named for fetch in _USED[kind_of(entry)] if (named := fetch(entry)) is not None)
