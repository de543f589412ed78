"""Where several sentences are from, in one line: who says it and when. The pages name each source in full."""

from __future__ import annotations

from collections.abc import Iterable

from journal.guidance.shipped import sources
from journal.guidance.values import Source
from journal.texts import Texts


def sources_in_short(texts: Texts, ids: Iterable[str]) -> str:
    """ "Sources: NHS; US Food and Drug Administration, 2019.", each once; "" where nothing was said that has one."""
    known = sources()
    named = dict.fromkeys(_in_short(texts, known[source]) for source in ids)
    return texts("Sources: {sources}.", sources="; ".join(named)) if named else ""


def _in_short(texts: Texts, source: Source) -> str:
    if source.year is None:
        return source.organisation
    return texts("{source}, {year}", source=source.organisation, year=source.year)
