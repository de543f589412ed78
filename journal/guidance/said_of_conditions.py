"""What is said beside the list of each condition that is known, and how soon, as the rest of the journal makes it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journal.guidance.interactions import RANK, Circumstance, Level, State, condition_sentences, joined_with
from journal.guidance.known_names import folded_name
from journal.guidance.left_off import sentences_instead, without_stopping
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.open_emergencies import is_emergency, less_urgent_signs, signs_to_leave_off
from journal.guidance.recent_pressure import ReadRecent
from journal.guidance.values import Statement

_OF_LIVER = frozenset({"yellow_skin", "dark_urine", "pale_stool"})  # signs with which no more is taken
_OF_KIDNEY = frozenset({"repeated_vomiting", "little_urine"})
_BREATHING = (Circumstance.SLEEP_APNOEA, Circumstance.LUNG_DISEASE)
# "Call your maternity team today.", and not what is to be called about if something is seen: "Yellow eyes: see ...".
_TODAY = re.compile(r"[^:]*\btoday\b", re.IGNORECASE)
_WITHIN_DAYS = re.compile(r"\bwithin days\b", re.IGNORECASE)
_BRACES = str.maketrans("", "", "{}")  # they would stand for a number
Said = tuple[Circumstance, tuple[Statement, ...]]


def said_of_conditions(
    journal: ReadRecent, now_ms: int, checked: Checked, nothing_taken: bool, private: Collection[str] = ()
) -> tuple[Said, ...]:
    """Each condition of a check with its sentences, what is to be done soonest first.

    Nobody is told not to stop who takes nothing; whom to call today comes after what is more urgent. What of the list
    adds to a condition is named; the folded names that are ``private`` are not.
    """
    codes = [code for code, _ in checked.conditions]
    states = _states(journal, now_ms, checked, nothing_taken) if codes else {}
    of_conditions = [(code, tuple(_sentences(code, states[code], nothing_taken))) for code in codes]
    if checked.take_no_more:
        of_conditions = [(code, sentences_instead(sentences)) for code, sentences in of_conditions]
    open_names = [name for name in checked.names if folded_name(name.given) not in private]
    of_conditions = [(code, (*sentences, *_joined(code, open_names))) for code, sentences in of_conditions]
    return tuple(sorted(of_conditions, key=lambda of_one: RANK[soon_of(of_one[1])]))


def _sentences(code: Circumstance, state: State, nothing_taken: bool) -> Iterator[Statement]:
    for sentence in condition_sentences(state)[code]:
        yield replace(sentence, text=without_stopping(sentence.text)) if nothing_taken else sentence


def _joined(code: Circumstance, names: Iterable[CheckedName]) -> Iterator[Statement]:
    """Which names of the list the references link with the same: tramadol with seizures."""
    words, sources_by_key = joined_with(code)
    keys = {name.given: _keys(name) & sources_by_key.keys() for name in names}
    named = {given.translate(_BRACES): of for given, of in keys.items() if of}
    if named:
        sources = dict.fromkeys(source for of in named.values() for key in sorted(of) for source in sources_by_key[key])
        yield Statement(words.replace("{names}", ", ".join(named)), tuple(sources))


def _keys(name: CheckedName) -> set[str]:
    return {*name.recognised.generics, *(finding.of.id for finding in name.findings)}


def _states(journal: ReadRecent, now_ms: int, checked: Checked, nothing_taken: bool) -> Mapping[Circumstance, State]:
    """The words of each condition: what is known to hold is said, and not what is to be done if it does."""
    in_emergency = is_emergency(journal, now_ms)
    usual: State = "in_emergency" if in_emergency else "nothing_taken" if nothing_taken else "sentences"
    states: dict[Circumstance, State] = dict.fromkeys(Circumstance, usual)
    if checked.has_sedative:
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


def is_today(sentences: Sequence[Statement]) -> bool:
    """Whether what is said of a condition begins with something to do today."""
    return bool(sentences) and _TODAY.match(sentences[0].text) is not None


def soon_of(sentences: Sequence[Statement]) -> Level:
    """How soon something is to be done about a condition; what names no day asks before more is taken."""
    if is_today(sentences):
        return Level.CALL_TODAY
    return (
        Level.ASK_WITHIN_DAYS if any(_WITHIN_DAYS.search(sentence.text) for sentence in sentences) else Level.ASK_FIRST
    )
