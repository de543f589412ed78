"""What was said after a save, as it is to be said by now: a sign that came or went since then changes the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.notices_after_saving import Conditions, Findings, Speech
from journal.guidance.own_list import ReadJournal, check_journal


def said_by_now(journal: ReadJournal, *said: Speech) -> list[Speech]:
    """The same names and conditions, each with the words that hold now: to stop, to leave off, or to take no more."""
    checked = check_journal(journal)
    return [_by_now(speech, checked) for speech in said]


def _by_now(speech: Speech, checked: Checked) -> Speech:
    names = {(name.given, name.prescribed): name for name in checked.names}
    return replace(
        speech,
        findings=_named_by_now(speech.findings, names),
        take_no_more=checked.take_no_more,
        conditions=_conditions_by_now(speech.conditions, checked),
        private_findings=_named_by_now(speech.private_findings, names),
        private_conditions=_conditions_by_now(speech.private_conditions, checked),
    )


def _named_by_now(
    findings: Findings, names: Mapping[tuple[str, bool | None], CheckedName]
) -> tuple[tuple[CheckedName, Finding], ...]:
    """Only whether it is left for now can be another; levels and columns are as they were said."""
    now = ((name, finding, names.get((name.given, name.prescribed), name)) for name, finding in findings)
    return tuple((replace(name, left_for_now=by_now.left_for_now), finding) for name, finding, by_now in now)


def _conditions_by_now(conditions: Conditions, checked: Checked) -> Conditions:
    said = dict(checked.conditions)
    return tuple((code, said.get(code, sentences)) for code, sentences in conditions)
