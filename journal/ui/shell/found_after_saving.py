"""What there is to say of entries that were just saved: by the list of interactions, and of a blood pressure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journal.core.entries import Entry
    from journal.guidance.blood_pressure import HighPressure
    from journal.guidance.notices_after_saving import Speech
    from journal.guidance.said_before import SaidBefore
    from journal.guidance.same_group import Silent
    from journal.logbook import Logbook

_OF_THE_LIST = frozenset({"substance", "intake", "dose", "condition", "product", "person"})
SPOKEN_OF = _OF_THE_LIST | {"measurement"}  # kinds of entries


class Found(NamedTuple):
    """What is to be said of what was ``saved``; a blood pressure comes first.

    ``silent``: medicines that were added and of which no class speaks; one quiet line names them. ``said_before``: what
    was spoken of not long ago and holds for what was taken now; one quiet line, too. ``again``: all that it is about.
    ``at_first``: what ``speech`` was; None: it is still that.
    """

    saved: list[Entry]
    speech: Speech | None = None
    high: HighPressure | None = None
    silent: tuple[Silent, ...] = ()
    said_before: tuple[SaidBefore, ...] = ()
    again: Speech | None = None
    at_first: Speech | None = None

    def by_now(self, speech: Speech | None) -> Found:
        """With what of it holds by now; what does not may hold again, as when a deletion is undone."""
        return self._replace(speech=speech, at_first=self.at_first or self.speech)


def found_in(logbook: Logbook, saved: list[Entry]) -> Found:
    """Look it up; the list and the table are loaded when they are needed first."""
    from journal.core.entries import Measurement, kind_of

    speech: Speech | None = None
    high: list[HighPressure] = []
    silent: tuple[Silent, ...] = ()
    before: tuple[SaidBefore, ...] = ()
    again: Speech | None = None
    if any(kind_of(entry) in _OF_THE_LIST for entry in saved):
        from journal.guidance.notices_after_saving import speech_after
        from journal.guidance.said_before import said_before
        from journal.guidance.same_group import silent_after
        from journal.guidance.speech_again import spoken_again

        speech = speech_after(logbook, saved)
        silent = silent_after(logbook, saved) if speech is None else ()
        before = said_before(logbook, saved) if speech is None else ()
        again = spoken_again(logbook, [earlier.name for earlier in before], saved) if before else None
    if any(isinstance(entry, Measurement) for entry in saved):
        from journal.guidance.blood_pressure import high_in_journal

        high = high_in_journal(logbook, saved)
    return Found(saved, speech, high[0] if high else None, silent, before, again)


def found_on_return(logbook: Logbook, back: list[Entry], heard: list[Speech]) -> Found:
    """The same of entries that are back, where nothing that was said of them is at hand; ``heard`` is said of others.

    A blood pressure that is still to be spoken of is read from the journal, whatever was looked up.
    """
    from journal.guidance.speech_again import said_on_return

    usual, again = found_in(logbook, back)._replace(high=None), said_on_return(logbook, back, heard)
    if again is None:
        return usual
    speech = again if usual.speech is None else usual.speech.with_earlier(again)
    return Found(back, speech)


def found_by_now(logbook: Logbook, earlier: list[Found]) -> list[Found]:
    """The same, with the words that hold since something was written down, changed, answered about or taken back."""
    from journal.guidance.speech_again import Said, said_by_now

    at_first = [(before.at_first or before.speech, before.saved) for before in earlier]
    now = iter(said_by_now(logbook, *(Said(speech, saved) for speech, saved in at_first if speech is not None)))
    return [before if before.speech is None else before.by_now(next(now)) for before in earlier]
