"""Whom to talk to in a bad hour, in words: what there is in the chosen country, and after which entries it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.core.check_ins import ABOUT_MOOD, CheckIn
from journal.core.entries import Attempt, Entry, Urge
from journal.guidance.help_lines import Country
from journal.guidance.signs_in_words import crisis_in, number_in, without_crisis_line
from journal.texts import Texts
from journal.texts.unbroken import unbroken


def help_stands_with(entries: Iterable[Entry]) -> bool:
    """Whether one of these is about mood, an urge or cutting down; whatever was answered."""
    return any(
        isinstance(entry, Urge | Attempt) or (isinstance(entry, CheckIn) and entry.instrument in ABOUT_MOOD)
        for entry in entries
    )


def help_lines_of(texts: Texts, country: Country) -> Iterator[str]:
    """Its crisis line; where none was verified that is said, with what the person added and the emergency number."""
    missing = without_crisis_line(texts, country)
    if not missing:
        yield texts("If you want to talk to someone: {crisis}.", crisis=unbroken(crisis_in(texts, country)))
        if not country.code:
            yield texts("No number stands here, because no country is chosen yet.")
        return
    yield missing
    own = [unbroken(f"{line.name} {line.number}") for line in country.of_kind("own")]
    if own:
        yield texts("Your own lines: {lines}.", lines=", ".join(own))
    yield texts("If you are in danger: {number}.", number=unbroken(number_in(texts, country)))
