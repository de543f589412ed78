"""Which interactions are reported after a save, and how the journal remembers it: a setting a class or condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from journal.core.entries import Condition, Entry, Intake, Setting, Substance
from journal.core.moments import DAY_MS
from journal.guidance.at_taking import at_taking
from journal.guidance.interactions import RANK, Circumstance, InteractionClass, Level
from journal.guidance.kept_private import private_names, reasons_told
from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.more_urgent import speaking_as_more_urgent
from journal.guidance.notice_timing import Occasion, Spoken, now_spoken, speaking
from journal.guidance.own_list import PASSES, check_journal, circumstance_of, taken_of
from journal.guidance.recognising import folded_name
from journal.guidance.same_group import just_added
from journal.guidance.spoken_before import RemembersSpoken, read_spoken, remembered
from journal.guidance.values import Statement

_CONDITION_KEY = "spoken.condition."
_ANOTHER_AFTER_MS = 270 * DAY_MS  # a pregnancy that is written down so much later is another one
_NOT_SUDDENLY = {Circumstance.PREGNANCY, Circumstance.BREASTFEEDING}  # is kratom stopped
_STAYING = (Level.CALL_TODAY, Level.DO_NOT_MIX)

Findings = Sequence[tuple[CheckedName, Finding]]
ByName = Mapping[str, tuple[CheckedName, tuple[Finding, ...]]]
Conditions = tuple[tuple[Circumstance, tuple[Statement, ...]], ...]


class Others(NamedTuple):
    """What else is on the list and acts on sleepiness or, if ``rhythm``, on that; ``private`` names are not told.

    ``checked`` are all of them.
    """

    rhythm: bool
    names: tuple[str, ...]
    private: tuple[str, ...]
    sources: tuple[str, ...]
    checked: tuple[CheckedName, ...]


class OneKind(NamedTuple):
    """Two or more names of one class that makes sleepy."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said now. ``remember`` is to be saved with it.

    ``conditions`` are those that were just written down, each with what is said of it. ``others`` are not news. What is
    private stands apart: it is not named, and what is to be done about it is said all the same.
    """

    findings: tuple[tuple[CheckedName, Finding], ...]
    take_no_more: bool
    remember: tuple[Setting, ...]
    conditions: Conditions = ()
    others: tuple[Others, ...] = ()
    private_findings: tuple[tuple[CheckedName, Finding], ...] = ()
    private_conditions: Conditions = ()
    one_kind: tuple[OneKind, ...] = ()

    @property
    def private(self) -> bool:
        """Whether some of it is not to be named."""
        return bool(self.private_findings or self.private_conditions)

    @property
    def makes_sleepy(self) -> bool:
        """Whether something that makes sleepy is spoken of."""
        return any(finding.of.sedative for _, finding in (*self.findings, *self.private_findings))

    @property
    def may_leave(self) -> bool:
        """Whether it may go by itself: what is to be done today, or must not be mixed, stays until it is closed."""
        staying = any(name.level in _STAYING for name, _ in (*self.findings, *self.private_findings))
        return not (self.conditions or self.private_conditions or staying)

    def with_earlier(self, earlier: Speech) -> Speech:
        """This together with what was said before and not closed; what both say is said once."""
        findings = _joined(self.findings, earlier.findings)
        private_findings = _joined(self.private_findings, earlier.private_findings)
        spoken = {folded_name(name.given) for name, _ in (*findings, *private_findings)}
        return Speech(
            findings,
            self.take_no_more or earlier.take_no_more,
            self.remember,
            _joined_conditions(self.conditions, earlier.conditions),
            tuple(_without(self.others or earlier.others, spoken)),
            private_findings,
            _joined_conditions(self.private_conditions, earlier.private_conditions),
            tuple({one_kind.kind: one_kind for one_kind in (*earlier.one_kind, *self.one_kind)}.values()),
        )

    @property
    def to_ask(self) -> int:
        """How many names and conditions it is about."""
        return sum(map(len, (self.by_name(), self.private_by_name(), self.conditions, self.private_conditions)))

    def by_name(self) -> ByName:
        """Each name with what speaks of it, the most urgent name first."""
        return _by_name(self.findings)

    def private_by_name(self) -> ByName:
        """The same of those that are not to be named."""
        return _by_name(self.private_findings)


def _by_name(findings: Findings) -> ByName:
    names: dict[str, tuple[CheckedName, tuple[Finding, ...]]] = {}
    for name, finding in sorted(findings, key=lambda named: RANK[named[0].level]):
        known = names.get(name.given, (name, ()))[1]
        names[name.given] = (name, (*known, finding))
    return names


def _joined(now: Findings, earlier: Findings) -> tuple[tuple[CheckedName, Finding], ...]:
    classes_here = {finding.of.id for _, finding in now}
    return (*now, *(pair for pair in earlier if pair[1].of.id not in classes_here))


def _joined_conditions(now: Conditions, earlier: Conditions) -> Conditions:
    codes_here = {code for code, _ in now}
    return (*now, *(condition for condition in earlier if condition[0] not in codes_here))


def _without(others: Iterable[Others], spoken: set[str]) -> Iterator[Others]:
    """The others without the names that are spoken of themselves."""
    for same_way in others:
        names = tuple(name for name in same_way.names if folded_name(name) not in spoken)
        private = tuple(name for name in same_way.private if folded_name(name) not in spoken)
        if names or private:
            yield same_way._replace(names=names, private=private)


def speech_after(journal: RemembersSpoken, saved: Sequence[Entry], printed: bool = False) -> Speech | None:
    """What is reported after saving these entries; None: nothing.

    ``printed``: a command tells of it, not the window. What a command told of something taken is told again, in full,
    by the window.
    """
    now_ms = journal.clock.now_ms()
    live = [entry for entry in saved if entry.deleted_ms is None]
    checked, spoken = check_journal(journal), read_spoken(journal)
    by_class: dict[str, tuple[CheckedName, Finding]] = {}
    at_taking_now = at_taking(journal, live, checked, now_ms, printed)
    added = (_when_added(live, checked, spoken, now_ms), _adding_up_now(journal, live, checked))
    for findings in (at_taking_now.pairs, *added):
        by_class |= {finding.of.id: (name, finding) for name, finding in findings if finding.of.id not in by_class}
    risen = speaking_as_more_urgent(journal, live, checked.names, spoken)
    pairs = (*by_class.values(), *(pair for pair in risen if by_class.get(pair[1].of.id) != pair))
    new_conditions = _new_conditions(journal, live, checked)
    conditions = (*new_conditions, *_stopping_beside(new_conditions, checked))
    if not pairs and not conditions:
        return None
    told = [pair for pair in pairs if pair not in at_taking_now.pairs] if printed else pairs
    remember = (
        *remembered(now_spoken({finding.of.id: (name, finding) for name, finding in told}.values(), now_ms), spoken),
        *at_taking_now.remembered(now_ms, printed),
        *_remembered_conditions(new_conditions, now_ms),
    )
    private = private_names(journal, live) - told_openly(journal, live)
    openly = codes_told_openly(journal)
    return Speech(
        tuple((reasons_told(journal, name), of) for name, of in pairs if folded_name(name.given) not in private),
        checked.take_no_more,
        remember,
        tuple(condition for condition in conditions if condition[0] in openly),
        tuple(others_beside(pairs, checked, private)),
        tuple(pair for pair in pairs if folded_name(pair[0].given) in private),
        tuple(condition for condition in conditions if condition[0] not in openly),
        tuple(of_one_kind(pairs, checked, private)),
    )


def told_openly(journal: RemembersSpoken, saved: Iterable[Entry]) -> set[str]:
    """The folded names of what was just written down and is not private: whoever looks on has read them already."""
    openly = [entry for entry in saved if isinstance(entry, Substance | Intake) and not entry.private]
    substances = [entry for entry in openly if isinstance(entry, Substance)]
    listed = [*journal.listed(Substance), *substances]
    taken = taken_of(listed, [entry for entry in openly if isinstance(entry, Intake)])
    named = (*(entry.name for entry in substances), *(item.name for item in taken if item.at_ms is not None))
    return {folded_name(name) for name in named}


def codes_told_openly(journal: RemembersSpoken) -> set[Circumstance | None]:
    """The conditions of the journal that are not private, or of which one that is not says the same."""
    return {circumstance_of(entry, journal.today()) for entry in journal.listed(Condition) if not entry.private}


def others_beside(findings: Findings, checked: Checked, private: set[str]) -> Iterator[Others]:
    """What acts as something does that is spoken of: alcohol is no news beside a sleeping pill that nobody names."""
    spoken = {folded_name(name.given) for name, _ in findings}
    rest = [name for name in checked.names if folded_name(name.given) not in spoken]
    for rhythm in (False, True):
        if any(_acts(finding.of, rhythm) for _, finding in findings):
            names = [name for name in rest if any(_acts(finding.of, rhythm) for finding in name.findings)]
            if names:
                yield _as_others(rhythm, names, private)


def _acts(of: InteractionClass, rhythm: bool) -> bool:
    return of.rhythm if rhythm else of.sedative


def _as_others(rhythm: bool, names: Sequence[CheckedName], private: set[str]) -> Others:
    named = [name for name in names if folded_name(name.given) not in private]
    sources = dict.fromkeys(
        source
        for name in named
        for finding in name.findings
        if _acts(finding.of, rhythm)
        for source in finding.of.sources_about(name.recognised.generics)
    )
    hidden = tuple(name.given for name in names if folded_name(name.given) in private)
    return Others(rhythm, tuple(name.given for name in named), hidden, tuple(sources), tuple(names))


def of_one_kind(findings: Findings, checked: Checked, private: set[str]) -> Iterator[OneKind]:
    """Two sleeping pills, or two drinks: what is spoken of, with what else is taken of the same class."""
    for spoken, finding in findings:
        of = finding.of
        named = [
            name.given
            for name in checked.names
            if any(other.of.id == of.id for other in name.findings) and folded_name(name.given) not in private
        ]
        if of.sedative and spoken.given in named and len(named) > 1:
            yield OneKind(of.name, (spoken.given, *(name for name in named if name != spoken.given)))


def _new_conditions(journal: RemembersSpoken, saved: Iterable[Entry], checked: Checked) -> Conditions:
    """What is said of the conditions that were saved, each once; of a pregnancy once for each."""
    written = [entry for entry in saved if isinstance(entry, Condition)]
    codes = {circumstance_of(condition, journal.today()) for condition in written}
    new = tuple((code, sentences) for code, sentences in checked.conditions if code in codes)
    remembered = journal.existing([_CONDITION_KEY + code for code, _ in new])
    return tuple(
        (code, sentences) for code, sentences in new if _is_news(code, remembered.get(_CONDITION_KEY + code), journal)
    )


def _stopping_beside(new: Conditions, checked: Checked) -> Iterator[tuple[Circumstance, tuple[Statement, ...]]]:
    """Whose liver is ill asks before taking more, who is pregnant does not stop suddenly: neither is read alone."""
    codes = {code for code, _ in new}
    for code, sentences in checked.conditions:
        beside = (
            _NOT_SUDDENLY if code is Circumstance.LIVER else {Circumstance.LIVER} if code in _NOT_SUDDENLY else set()
        )
        if code not in codes and codes & beside:
            yield code, sentences


def _is_news(code: Circumstance, remembered: Entry | None, journal: RemembersSpoken) -> bool:
    """Nothing counts that was said of what has been taken back since: it is written down anew, and said anew."""
    if not isinstance(remembered, Setting):
        return True
    said_ms, today = int(remembered.value), journal.today()
    there = [entry.id for entry in journal.listed(Condition) if circumstance_of(entry, today) == code]
    if all(written_ms > said_ms for written_ms in journal.first_written(there).values()):
        return True
    return code in PASSES and journal.clock.now_ms() - said_ms >= _ANOTHER_AFTER_MS


def _remembered_conditions(conditions: Conditions, now_ms: int) -> tuple[Setting, ...]:
    return tuple(Setting(id=_CONDITION_KEY + code, value=str(now_ms)) for code, _ in conditions)


def _when_added(saved: Iterable[Entry], checked: Checked, spoken: Sequence[Spoken], now_ms: int) -> Findings:
    """A medicine that was added or changed; a new condition may make more urgent what is on the list."""
    saved = list(saved)
    names = {folded_name(entry.name) for entry in saved if isinstance(entry, Substance)}
    if any(isinstance(entry, Condition) for entry in saved):
        names |= {folded_name(checked_name.given) for checked_name in checked.names if checked_name.intake_ms is None}
    meant = tuple(checked_name for checked_name in checked.names if folded_name(checked_name.given) in names)
    return speaking(replace(checked, names=meant), spoken, Occasion(now_ms))


def _adding_up_now(journal: RemembersSpoken, saved: Sequence[Entry], checked: Checked) -> Findings:
    """What was just added and makes sleepy beside something else that does; also where its class spoke before."""
    added = {folded_name(entry.name) for entry in just_added(journal, saved)} if checked.adding_up else set()
    return [
        (name, finding)
        for name in checked.adding_up
        for finding in name.findings
        if folded_name(name.given) in added and finding.of.sedative and RANK[finding.level] <= RANK[Level.ASK_FIRST]
    ]
