"""What is said beside the list of each condition that is known, as the rest of the journal makes it urgent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journal.guidance.interactions import Circumstance, State, condition_sentences
from journal.guidance.left_off import sentences_instead, without_stopping
from journal.guidance.matching import Checked
from journal.guidance.open_emergencies import is_emergency, less_urgent_signs, signs_to_leave_off
from journal.guidance.recent_pressure import ReadRecent
from journal.guidance.values import Statement

_OF_LIVER = frozenset({"yellow_skin", "dark_urine", "pale_stool"})  # signs with which no more is taken
_OF_KIDNEY = frozenset({"repeated_vomiting", "little_urine"})
_BREATHING = (Circumstance.SLEEP_APNOEA, Circumstance.LUNG_DISEASE)
Said = tuple[Circumstance, tuple[Statement, ...]]


def said_of_conditions(journal: ReadRecent, now_ms: int, checked: Checked, nothing_taken: bool) -> Iterator[Said]:
    """Nobody is told not to stop who takes nothing; whom to call today comes after what is more urgent."""
    codes = [code for code, _ in checked.conditions]
    states = _states(journal, now_ms, checked, nothing_taken) if codes else {}
    for code in codes:
        sentences = condition_sentences(states[code])[code]
        if nothing_taken:
            sentences = tuple(replace(sentence, text=without_stopping(sentence.text)) for sentence in sentences)
        yield code, sentences_instead(sentences) if checked.take_no_more else sentences


def _states(journal: ReadRecent, now_ms: int, checked: Checked, nothing_taken: bool) -> Mapping[Circumstance, State]:
    """The words of each condition: what is known to hold is said, and not what is to be done if it does."""
    in_emergency = is_emergency(journal, now_ms)
    usual: State = "in_emergency" if in_emergency else "nothing_taken" if nothing_taken else "sentences"
    states: dict[Circumstance, State] = dict.fromkeys(Circumstance, usual)
    if any(name.is_sedative for name in checked.names):
        states |= dict.fromkeys(_BREATHING, "with_sedative")
    if in_emergency:  # which speaks of the signs by itself, and is not to be called "today"
        return states
    if noted_a_sign_of_liver(journal, now_ms):
        states[Circumstance.LIVER] = "sign_noted"
    if any(sign.noted.code in _OF_KIDNEY for sign in less_urgent_signs(journal, now_ms)):
        states[Circumstance.KIDNEY] = "sign_noted"
    return states


def noted_a_sign_of_liver(journal: ReadRecent, now_ms: int) -> bool:
    """Whether one was noted in the last days; no answer ends that before a doctor has spoken to the person."""
    return any(sign.noted.code in _OF_LIVER for sign in signs_to_leave_off(journal, now_ms))
