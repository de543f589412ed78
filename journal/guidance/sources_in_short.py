"""Where several sentences are from, in one line: who says it and when. The pages name each source in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.guidance.shipped import sources
from journal.guidance.values import Source
from journal.texts import Texts
from journal.texts.listing import first_of

_FIRST = 3


def sources_in_short(texts: Texts, ids: Iterable[str]) -> str:
    """ "Sources: NHS; US Food and Drug Administration, 2019.", each once; "" where nothing was said that has one."""
    return _line(texts, _named(texts, ids))


def first_sources(texts: Texts, ids: Iterable[str]) -> str:
    """The same above a page, where "Read more" leads to all of them: the first few, and how many more there are."""
    named = _named(texts, ids)
    return _line(texts, first_of(texts, named, _FIRST, str))


def _named(texts: Texts, ids: Iterable[str]) -> list[str]:
    known = sources()
    return [*dict.fromkeys(_in_short(texts, known[source]) for source in ids)]


def _line(texts: Texts, named: Sequence[str]) -> str:
    return texts("Sources: {sources}.", sources="; ".join(named)) if named else ""


def _in_short(texts: Texts, source: Source) -> str:
    if source.year is None or source.organisation.endswith(str(source.year)):
        return source.organisation  # a name may end in its day: "question of the day of 24 January 2020"
    return texts("{source}, {year}", source=source.organisation, year=source.year)
