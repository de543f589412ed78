"""What is said after words in any note that are those of a warning sign: whom to call. Nothing is kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from journal.core.denied_signs import sign_denied
from journal.core.entries import Entry, kind_of
from journal.core.kinds import free_texts
from journal.core.symptoms import MASKED
from journal.core.warning_words import sign_meant
from journal.guidance.help_lines import Country
from journal.guidance.signs_in_words import number_in
from journal.guidance.whom_to_talk_to import help_lines_of
from journal.texts import Texts
from journal.texts.unbroken import unbroken

_CLAUSE = re.compile(r"[.!?;:,\n]+|\b(?:but|although)\b", re.IGNORECASE)
_OF_THINGS = frozenset({"product", "batch", "contact", "help", "person"})
_LONGEST, _MOST = 160, 60  # letters of a clause and clauses of a note that are looked at


def may_tell_signs(entry: Entry) -> bool:
    """Whether somebody may have written there what happened; not where it is said what a thing or a person is."""
    return entry.deleted_ms is None and kind_of(entry) not in _OF_THINGS


def signs_in_notes(entries: Iterable[Entry]) -> set[str]:
    """The signs that words of these mean, clause by clause; what is denied there is not meant.

    Of every entry what was typed freely is read: a note, that of a dose or of any other kind, a question.
    """
    notes = (text for entry in entries if may_tell_signs(entry) for text in free_texts(entry))
    clauses = (clause.strip()[:_LONGEST] for text in notes for clause in _CLAUSE.split(text)[:_MOST])
    return {code for clause in clauses if (code := sign_meant(clause)) is not None and sign_denied(clause) is None}


def lines_after_notes(texts: Texts, entries: Iterable[Entry], place: Country) -> Iterator[str]:
    """Whom to call, without a word of what was read; nothing where no sign is meant."""
    codes = signs_in_notes(entries)
    if not codes:
        return
    if codes & MASKED:
        yield from help_lines_of(texts, place)
    yield texts("If it is happening now, or you are not sure, call {number}.", number=unbroken(number_in(texts, place)))
