"""What the list of interactions says of what was searched for: names, or whole classes."""

from __future__ import annotations

from collections.abc import Mapping

from journal.guidance import Country, Found, Source
from journal.guidance.asked_names import check_classes, check_names
from journal.guidance.recognising import named_in
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.safety.checked_view import CheckedView


def classes_found(
    texts: Texts, results: Found, sources: Mapping[str, Source], country: Country, journal: Logbook
) -> CheckedView | None:
    """The classes of the list that a search found; None where it found none."""
    if not results.classes:
        return None
    return CheckedView(texts, check_classes(journal, results.classes), sources, country, searched=True)


def looked_up(
    texts: Texts, words: str, sources: Mapping[str, Source], country: Country, journal: Logbook
) -> CheckedView | None:
    """What the list says of each name that is asked about in a search; None where no name is."""
    named = named_in(words)
    if not named:
        return None
    return CheckedView(texts, check_names(journal, named), sources, country, searched=True)
