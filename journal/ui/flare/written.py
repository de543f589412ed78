"""What the answers of a bad moment are as ordinary entries, each to be completed later."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from journal.core.entries import Dose, Entry, Intake, Rating, Symptom
from journal.core.moments import Moment
from journal.core.substances import Taken
from journal.texts import Texts
from journal.texts.marked import marked

_NOT_SAID = marked({"medicine": "A medicine. Which one was not said.", "something_else": "Which one was not said."})
_EARLIER = marked("It was earlier than this. When was not said.")


class Answered(StrEnum):
    """What was answered to "Taken anything?"."""

    NOT_NOW = "not_now"
    MEDICINE = "medicine"
    DOSE = "dose"
    SOMETHING_ELSE = "something_else"


def rated(symptom: Symptom, value: int, now: Moment) -> Rating:
    """How the main symptom is now."""
    return Rating(at=now, symptom=symptom.id, value=value, complete_later=True)


def taken(texts: Texts, what: Answered | None, at: Moment, time_said: bool) -> Sequence[Entry]:
    """What was taken, with nothing that was not said. "Not now" writes nothing: it is no statement about a day.

    ``time_said`` False: it was earlier, and nobody said when; the note says so, as every entry has a moment.
    """
    notes = [] if time_said else [texts(_EARLIER)]
    match what:
        case None | Answered.NOT_NOW:
            return ()
        case Answered.DOSE:
            return (Dose(at=at, note=" ".join(notes), complete_later=True),)
        case _:
            note = " ".join([texts(_NOT_SAID[what]), *notes])
            return (Intake(at=at, what=Taken.OWN, note=note, complete_later=True),)
