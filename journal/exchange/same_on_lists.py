"""What helps, people to call and conditions that the file and the journal both name, under different ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from journal.core.entries import Entry, kind_of
from journal.core.listed_twice import is_same_thing
from journal.exchange.same_medicine import Read, says_nothing_else
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.texts.names_on_lists import name_on_list

_KINDS = ("condition", "contact", "help")
_WORDS = frozenset({"text", "name", "place", "position"})  # compared as words are, or of no meaning in another list
_NAMED = 5
E = TypeVar("E", bound=Entry)


class SameOnLists:
    """Knows the journal's. ``twice``: what would stand on a list twice and says different things."""

    def __init__(self, here: Read) -> None:
        self.twice: list[Entry] = []
        self._ours = [entry for kind in _KINDS for part in here.slices(kind) for entry in part if not entry.deleted_ms]
        self._taken = [*self._ours]

    def ours(self, entry: Entry) -> Entry | None:
        """The journal's only one of its words, if the file says nothing of it that the journal does not say, too."""
        if kind_of(entry) not in _KINDS or entry.deleted_ms is not None:
            return None
        same = [known for known in self._ours if is_same_thing(entry, known)]
        return same[0] if len(same) == 1 and _says_no_more(entry, same[0]) else None

    def take(self, entry: Entry) -> None:
        """This one comes in beside those of its words."""
        if kind_of(entry) in _KINDS and entry.deleted_ms is None:
            if any(is_same_thing(entry, known) for known in self._taken):
                self.twice.append(entry)
            self._taken.append(entry)


def _says_no_more(theirs: Entry, ours: Entry) -> bool:
    new_words = any(getattr(theirs, word, "") and not getattr(ours, word, "") for word in ("name", "place"))
    return not new_words and says_nothing_else(theirs, ours, _WORDS)


def remark_on_lists(twice: list[Entry], texts: Texts) -> list[str]:
    """What comes in beside one of its words; () without any. What is private is counted and not named."""
    if not twice:
        return []
    one = "{n} condition, person to call or thing that helps would be on its list twice."
    many = "{n} conditions, people to call or things that help would be on their lists twice."
    return twice_in_words(texts.plural(one, many, len(twice)), twice, lambda entry: name_on_list(texts, entry), texts)


def twice_in_words(sentence: str, twice: Sequence[E], name: Callable[[E], str], texts: Texts) -> list[str]:
    """The sentence, the first names, and what can be done. What is private is not named: others may look on."""
    openly = [entry for entry in twice if not entry.private]
    names = first_of(texts, openly, _NAMED, lambda entry: f"“{name(entry)}”")
    return [sentence, *names, texts("Under Health you can change or delete one of the two.")]
