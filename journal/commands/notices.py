"""What log says of a medicine, something taken or a condition that was just saved: what the window would say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.commands.signs import chosen_country
from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Dose, Entry, Intake, Person, Product, Substance
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts import Texts

_OF_THE_LIST = (Condition, Intake, Person, Product, Substance)
_LATELY = dt.timedelta(days=3)


def notice_on(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """The lines, and the journal remembers that it was said; one quiet line where a class has spoken before."""
    if not (any(isinstance(entry, _OF_THE_LIST) for entry in saved) or _dose_after_intakes(saved, logbook)):
        return []
    # What is said of other kinds must not wait for the list of interactions.
    from journal.guidance.notice_lines import notice_lines
    from journal.guidance.notices_after_saving import speech_after
    from journal.guidance.same_group import silent_after, silent_lines
    from journal.guidance.sources_in_short import sources_in_short

    unknown = _not_recognised(saved, texts)
    speech = speech_after(logbook, saved, printed=True)
    if speech is None:
        silent = silent_after(logbook, saved)
        if not silent:
            return [*_said_before(saved, logbook, texts), *unknown]
        paragraphs = [words for _, words in silent_lines(texts, silent, chosen_country(), sources_in_short)]
        return [*paragraphs, texts("“interactions” says more about it."), *unknown]
    logbook.save(*speech.remember, origin=BY_ITSELF)
    lines = [words for _, words in notice_lines(texts, speech, chosen_country(), sources_in_short)]
    if speech.private_conditions:
        lines.append(texts("“leaf-journal interactions” prints what it says of what you keep private."))
    return [*lines, *unknown]


def _said_before(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """That it was said not long ago, of what is taken beside it again."""
    from journal.guidance.said_before import said_before, said_lines

    before = said_before(logbook, saved)
    if not before:
        return []
    lines = [words for _, words in said_lines(texts, before, logbook.clock, chosen_country())]
    return [*lines, texts("“interactions” says more about it.")]


def _dose_after_intakes(saved: Sequence[Entry], logbook: Logbook) -> bool:
    """Whether a dose is among these, and something else was taken in the last days."""
    lately = EntryQuery(kinds=("intake",), first_day=logbook.today() - _LATELY, limit=1)
    return any(isinstance(entry, Dose) for entry in saved) and bool(logbook.find(lately))


def _not_recognised(saved: Sequence[Entry], texts: Texts) -> list[str]:
    """That a name was not checked, and what may have been meant; what is private is not named."""
    from journal.guidance.interaction_words import not_recognised_words
    from journal.guidance.own_list import taken_of
    from journal.guidance.recognising import recognise
    from journal.guidance.unknown_parts import unknown_parts

    openly = [entry for entry in saved if isinstance(entry, Substance | Intake) and not entry.private]
    intakes = [entry for entry in openly if isinstance(entry, Intake) and entry.substance is None]
    taken = taken_of((entry for entry in openly if isinstance(entry, Substance)), intakes)
    names = [recognise(name) for name in dict.fromkeys(item.name for item in taken)]
    unknown = [part for name in names for part in ((name,) if not name.is_known else unknown_parts(name))]
    return [not_recognised_words(texts, part.given, part.meant) for part in unknown]
