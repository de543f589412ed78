"""What a search finds on lists that are about no day: medicines, conditions, questions, one's own goal."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.entries import Condition, Entry, Person
from journal.core.plaintext import begins_a_word
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.health_names import ALSO_CALLED
from journal.ui.diary.filters import Filters
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.listed import KINDS_ON_LISTS

_OF_A_KIND = 4  # letters that find a kind by its name; fewer meet too many by chance


def found_on_lists(logbook: Logbook, texts: Texts, filters: Filters) -> list[Entry]:
    """In the order of the lists. Nothing without words, nor where a period, a kind or a product is asked for."""
    if not filters.text or filters != Filters(text=filters.text, private=filters.private):
        return []
    terms = filters.text.split()
    return [
        entry
        for kind in KINDS_ON_LISTS.values()
        for entry in _shown(logbook, kind)
        if (entry.private or not filters.private) and _all_met(terms, kind, texts, entry)
    ]


def _shown(logbook: Logbook, kind: DeclaredKind) -> Iterator[Entry]:
    """What has a row; of a person only if something is said that the window shows."""
    for entry in logbook.listed(kind.cls):
        if not isinstance(entry, Person) or any(kind.values_of(entry).values()):
            yield entry


def _all_met(terms: list[str], kind: DeclaredKind, texts: Texts, entry: Entry) -> bool:
    """Whether each word begins one of the entry's words, or of the kind's name."""
    words, name = kind.said_in_words(texts, entry) + _also_called(texts, entry), texts(kind.name)
    return all(begins_a_word(term, words) or (len(term) >= _OF_A_KIND and begins_a_word(term, name)) for term in terms)


def _also_called(texts: Texts, entry: Entry) -> str:
    spelled = ALSO_CALLED.get(entry.what) if isinstance(entry, Condition) else None
    return f"\n{texts(spelled)}" if spelled else ""
