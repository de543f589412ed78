"""What log says of a medicine, something taken or a condition that was just saved: what the window would say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.commands.signs import chosen_country
from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Entry, Intake, Substance
from journal.logbook import Logbook
from journal.texts import Texts

_OF_THE_LIST = (Condition, Intake, Substance)


def notice_on(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """The lines, and the journal remembers that it was said; one quiet line where a class has spoken before."""
    if not any(isinstance(entry, _OF_THE_LIST) for entry in saved):
        return []
    # What is said of other kinds must not wait for the list of interactions.
    from journal.guidance.notice_lines import notice_lines
    from journal.guidance.notices_after_saving import speech_after
    from journal.guidance.same_group import silent_after, silent_words

    speech = speech_after(logbook, saved)
    if speech is None:
        silent = silent_after(logbook, saved)
        return [silent_words(texts, silent), texts("“interactions” says more about it.")] if silent else []
    logbook.save(*speech.remember, origin=BY_ITSELF)
    lines = [words for _, words in notice_lines(texts, speech, chosen_country(), _sources)]
    if speech.private_conditions:
        lines.append(texts("“leaf-journal interactions” prints what it says of what you keep private."))
    return lines


def _sources(texts: Texts, ids: Iterable[str]) -> str:
    """By the codes under which “guidance” names them."""
    return texts("Sources: {sources}.", sources=", ".join(dict.fromkeys(ids)))
