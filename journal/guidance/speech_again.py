"""What was said after a save, as it is to be said by now: whatever came, went or was changed since then is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from journal.core.entries import Condition, Dose, Entry, Intake, Setting, Substance
from journal.guidance.interactions import RANK
from journal.guidance.kept_private import private_names
from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.more_urgent import Without, stands_higher
from journal.guidance.notice_timing import may_speak
from journal.guidance.notices_after_saving import (
    Conditions,
    Speech,
    codes_told_openly,
    of_one_kind,
    others_beside,
    speech_after,
    told_openly,
)
from journal.guidance.own_list import check_journal, circumstance_of, taken_of
from journal.guidance.recognising import folded_name
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.spoken_before import RemembersSpoken


class Said(NamedTuple):
    """A speech, and the entries after whose saving it was said."""

    speech: Speech
    saved: Sequence[Entry]


class _AsIfUnsaid(Without):
    """An open journal that remembers nothing of what was said."""

    def __init__(self, journal: RemembersSpoken) -> None:
        super().__init__(journal, ())
        self._remembers = journal

    def existing(self, ids: Sequence[str]) -> Mapping[str, Entry]:
        """Of these ids, the entries that are here and are no setting."""
        stored = self._remembers.existing(ids).items()
        return {key: entry for key, entry in stored if not isinstance(entry, Setting)}


def has_risen(before: Speech, now: Speech) -> bool:
    """Whether something of it is more urgent now; who closed it then has not read how urgent it is."""
    earlier = {_named(pair): pair[1] for pair in (*before.findings, *before.private_findings)}
    pairs = ((pair[1], earlier.get(_named(pair))) for pair in (*now.findings, *now.private_findings))
    if any(known is not None and stands_higher(finding, known) for finding, known in pairs):
        return True
    soon = {code: RANK[soon_of(sentences)] for code, sentences in (*before.conditions, *before.private_conditions)}
    return any(
        RANK[soon_of(sentences)] < soon.get(code, -1) for code, sentences in (*now.conditions, *now.private_conditions)
    )


def _named(pair: tuple[CheckedName, Finding]) -> tuple[str, str]:
    return folded_name(pair[0].given), pair[1].of.id


def said_by_now(journal: RemembersSpoken, *earlier: Said) -> list[Speech | None]:
    """The same names and conditions as the journal holds them now; None where nothing of it is left to be said.

    What went or was changed: the medicine, what was taken with it, a sign, a condition, the kind of a product.
    """
    if not earlier:
        return []
    checked = check_journal(journal)
    stored = journal.existing([entry.id for before in earlier for entry in before.saved])
    return [
        _by_now(journal, before.speech, [stored[entry.id] for entry in before.saved if entry.id in stored], checked)
        for before in earlier
    ]


def spoken_again(journal: RemembersSpoken, names: Sequence[CheckedName], saved: Sequence[Entry]) -> Speech | None:
    """All that is said of these names, as if it had never been said: for who asks for it again."""
    pairs = tuple((name, finding) for name in names for finding in name.findings)
    return said_by_now(journal, Said(Speech(pairs, take_no_more=False, remember=()), saved))[0]


def spoken_of(journal: RemembersSpoken, saved: Sequence[Entry]) -> Speech | None:
    """All that is said of what these wrote down, as if it had never been said: once the program was left meanwhile."""
    checked, live = check_journal(journal), [entry for entry in saved if entry.deleted_ms is None]
    listed, intakes = journal.listed(Substance), [entry for entry in live if isinstance(entry, Intake)]
    names = {folded_name(entry.name) for entry in live if isinstance(entry, Substance)}
    names |= {folded_name(item.name) for item in taken_of(listed, intakes) if item.at_ms is not None}
    dose = any(isinstance(entry, Dose) for entry in live)
    meant = (name for name in checked.names if folded_name(name.given) in names or (dose and name.intake_ms))
    pairs = tuple((name, finding) for name in meant for finding in name.findings)
    written = {circumstance_of(entry, journal.today()) for entry in live if isinstance(entry, Condition)}
    conditions = tuple(condition for condition in checked.conditions if condition[0] in written)
    return _by_now(journal, Speech(pairs, take_no_more=False, remember=(), conditions=conditions), live, checked)


def said_on_return(journal: RemembersSpoken, back: Sequence[Entry], heard: Sequence[Speech]) -> Speech | None:
    """What saving these says, for entries that are back: that it was said before they went does not count.

    Without what ``heard`` says already, of anything else: a class as urgently, or a condition.
    """
    speech = speech_after(_AsIfUnsaid(journal), back)
    if speech is None:
        return None
    rest = replace(
        speech,
        remember=(),
        findings=tuple(pair for pair in speech.findings if not _is_heard(pair, heard)),
        private_findings=tuple(pair for pair in speech.private_findings if not _is_heard(pair, heard)),
        conditions=_unheard(speech.conditions, heard),
        private_conditions=_unheard(speech.private_conditions, heard),
    )
    return rest if rest.to_ask else None


def _is_heard(pair: tuple[CheckedName, Finding], heard: Sequence[Speech]) -> bool:
    finding = pair[1]
    return any(
        other.of.id == finding.of.id and RANK[other.level] <= RANK[finding.level]
        for speech in heard
        for _, other in (*speech.findings, *speech.private_findings)
    )


def _unheard(conditions: Conditions, heard: Sequence[Speech]) -> Conditions:
    codes = {code for speech in heard for code, _ in (*speech.conditions, *speech.private_conditions)}
    return tuple(condition for condition in conditions if condition[0] not in codes)


def _by_now(journal: RemembersSpoken, speech: Speech, saved: Sequence[Entry], checked: Checked) -> Speech | None:
    saved = [entry for entry in saved if entry.deleted_ms is None]
    names = {folded_name(name.given): name for name in checked.names}
    pairs = tuple(_findings_by_now((*speech.findings, *speech.private_findings), names))
    conditions = _conditions_by_now((*speech.conditions, *speech.private_conditions), checked)
    if not pairs and not conditions:
        return None
    private = private_names(journal, saved) - told_openly(journal, saved)
    openly = codes_told_openly(journal)
    return replace(
        speech,
        findings=tuple(pair for pair in pairs if folded_name(pair[0].given) not in private),
        take_no_more=checked.take_no_more,
        conditions=tuple(condition for condition in conditions if condition[0] in openly),
        others=tuple(others_beside(pairs, checked, private)),
        private_findings=tuple(pair for pair in pairs if folded_name(pair[0].given) in private),
        private_conditions=tuple(condition for condition in conditions if condition[0] not in openly),
        one_kind=tuple(of_one_kind(pairs, checked, private)),
    )


def _findings_by_now(
    findings: Sequence[tuple[CheckedName, Finding]], names: Mapping[str, CheckedName]
) -> Iterator[tuple[CheckedName, Finding]]:
    """Those whose name is still there and whose class still speaks of it."""
    for before, spoken_finding in findings:
        name = names.get(folded_name(before.given))
        for finding in () if name is None else name.findings:
            if name is not None and finding.of.id == spoken_finding.of.id and may_speak(finding.level):
                yield name, finding


def _conditions_by_now(conditions: Conditions, checked: Checked) -> Conditions:
    now = dict(checked.conditions)
    return tuple((code, now[code]) for code, _ in conditions if code in now)
