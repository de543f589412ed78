"""Every word that the guidance itself uses, so that a word of a search that is none of them may be a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from journal.guidance.interactions import classes, name_table
from journal.guidance.known_names import folded_name
from journal.guidance.shipped import pages
from journal.guidance.synonyms import synonyms

_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "n", "y")
_SHORTEST_STEM = 3
_LISTS_OF_FORMS = ("words", "around", "denying", "more", "everyday")


def is_said_here(word: str) -> bool:
    """Whether a folded word, or another form of it, stands in the guidance or is one that people use around names."""
    return any(form in _every_word() for form in _other_forms(word))


def _other_forms(word: str) -> Iterator[str]:
    yield word
    yield from (word + ending for ending in _ENDINGS)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:  # stopped
                yield stem[:-1]


@cache
def _every_word() -> frozenset[str]:
    texts = [*_of_pages(), *_of_classes(), *_of_searches(), *_of_names()]
    return frozenset(word for text in texts for word in folded_name(text).split())


def _of_pages() -> Iterator[str]:
    for page in pages():
        yield from (page.title, page.summary)
        for passage in page.passages():
            yield from (passage.heading, passage.lead_in)
            yield from (statement.text for statement in passage.statements)


def _of_classes() -> Iterator[str]:
    for of in classes().values():
        yield from (of.name, of.in_short, of.mechanism)
        yield from (statement.text for statement in of.sentences)


def _of_searches() -> Iterator[str]:
    known = synonyms()
    yield from known.unasked
    for typed, alternatives in known.alternatives.items():
        yield " ".join(typed)
        yield from map(" ".join, alternatives)


def _of_names() -> Iterator[str]:
    yield from (word for group in _LISTS_OF_FORMS for word in name_table()["forms"][group])
