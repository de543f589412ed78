"""A person's own list held against the list of interactions: one value that screens and paper show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journal.core import limits
from journal.core.entries import Condition
from journal.core.moments import HOUR_MS
from journal.guidance.counts_still import counts_still
from journal.guidance.interactions import (
    RANK,
    Circumstance,
    InteractionClass,
    Level,
    classes_of,
    condition_sentences,
    is_only_the_product,
)
from journal.guidance.left_off import sentences_instead
from journal.guidance.recognising import Recognised, folded_name, recognise
from journal.guidance.unknown_parts import unknown_parts
from journal.guidance.values import Statement

_BREATHING = (Circumstance.SLEEP_APNOEA, Circumstance.LUNG_DISEASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that the person takes or took. ``prescribed`` None: not said.

    ``until`` None: it goes on. ``at_ms``: it is one intake at that time instead. What was prescribed to somebody else
    is not prescribed, nor is what is bought ``over_the_counter``. ``at_local``: that time as the person's clock had it.
    """

    name: str
    prescribed: bool | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    at_ms: int | None = None
    over_the_counter: bool = False
    at_local: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ColumnLevel:
    """One level of one column. ``under`` is the condition under which it holds, "" where it holds anyway.

    ``because`` is what the journal knows that makes it so high.
    """

    level: Level
    prescribed: bool
    under: str = ""
    because: tuple[Circumstance, ...] = ()


class MemberLevels(NamedTuple):
    """Some members of a class and the levels that another class gives them, by column, the higher one first."""

    members: tuple[str, ...]
    columns: tuple[ColumnLevel, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one class says of one name: its levels, the highest first."""

    of: InteractionClass
    levels: tuple[ColumnLevel, ...]

    @property
    def level(self) -> Level:
        """The highest of its levels."""
        return self.levels[0].level


@dataclass(frozen=True, slots=True)
class CheckedName:
    """One name of the person's list, and what was found for it, the class with the highest level first.

    ``ended`` is the day on which it ended where that is why it counts still; ``intake_ms`` the latest intake of the
    last 48 hours, if there was one, and ``intake_local`` its time as the person's clock had it. ``left_for_now``: it
    makes sleepy, and somebody is hard to wake or breathes slowly. ``higher``: it is a whole class, and these members
    stand higher by another one. ``because``: what is written down of the person makes its level higher. ``ask_today``:
    it burdens the liver, and a doctor is to be seen today about that. ``whole_class``: a class was looked up; a
    medicine of a list can bear the name of its class ("Methadone"). ``urgent_first``: a warning sign is open that may
    come from it, so that who looks at that says how to go on.
    """

    recognised: Recognised
    prescribed: bool | None
    findings: tuple[Finding, ...]
    level: Level
    ended: dt.date | None = None
    intake_ms: int | None = None
    left_for_now: bool = False
    higher: tuple[MemberLevels, ...] = ()
    because: tuple[Circumstance, ...] = ()
    over_the_counter: bool = False
    ask_today: bool = False
    whole_class: bool = False
    urgent_first: bool = False
    intake_local: dt.datetime | None = None

    @property
    def given(self) -> str:
        """The name as the person wrote it."""
        return self.recognised.given

    @property
    def by_column(self) -> tuple[ColumnLevel, ...]:
        """The highest level if it is prescribed and if it is not, the higher one first; one where both are the same.

        () where no class has a level for it. What is said to be prescribed, or not, has the level of that alone.
        """
        level_groups = (*(finding.levels for finding in self.findings), *(some.columns for some in self.higher))
        levels = [level for several in level_groups for level in several if level.level is not Level.NONE]
        highest = {
            level.prescribed: level for level in sorted(levels, key=lambda level: RANK[level.level], reverse=True)
        }
        columns = sorted(highest.values(), key=lambda level: RANK[level.level])
        return tuple(columns[:1] if len({level.level for level in columns}) == 1 else columns)

    @property
    def is_sedative(self) -> bool:
        """Whether a class that makes sleepy speaks of it."""
        return any(finding.of.sedative for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole result. ``names`` in the order in which a page shows them; those not recognised are in ``not_checked``.

    ``conditions`` are the sentences beside the list. ``take_no_more``: a sign for which the product is left off was
    noted in the last 90 days, so nothing says not to stop it. Where only some names are asked about, ``also`` are those
    of the person's list that make sleepy, too, and ``also_private`` counts those that are not to be named; ``asked``
    are the names that nothing says are taken. ``not_held`` are conditions of which the list knows nothing.
    """

    names: tuple[CheckedName, ...]
    not_checked: tuple[CheckedName, ...]
    conditions: tuple[tuple[Circumstance, tuple[Statement, ...]], ...]
    take_no_more: bool
    also: tuple[CheckedName, ...] = ()
    also_private: int = 0
    asked: frozenset[str] = frozenset()
    not_held: tuple[Condition, ...] = ()

    @property
    def nothing_entered(self) -> bool:
        """Whether there was nothing to check, which is not the same as taking nothing."""
        return not self.names and not self.not_checked

    @property
    def has_sedative(self) -> bool:
        """Whether one of the names makes sleepy."""
        return any(name.is_sedative for name in self.names)

    @property
    def adding_up(self) -> tuple[CheckedName, ...]:
        """The names that make sleepy, where there are two or more of them, those of the list counted, too."""
        sedatives = tuple(name for name in self.names if name.is_sedative)
        together = len(sedatives) + len(self.also) + self.also_private
        return (*sedatives, *self.also) if sedatives and together > 1 else ()

    def sections(self) -> Iterator[tuple[Level, tuple[CheckedName, ...]]]:
        """The names below each level that has any, the most urgent first."""
        for level in Level:
            below = tuple(name for name in self.names if name.level is level)
            if below:
                yield level, below

    @property
    def held_against(self) -> int:
        """How many names were held against the list; one that is not recognised was not, nor the product itself."""
        return sum(name.level is not Level.PRODUCT for name in self.names)

    @property
    def to_ask(self) -> int:
        """How many names and conditions there are something to ask about; Today says the number and names none."""
        return sum(RANK[name.level] <= RANK[Level.ASK_FIRST] for name in self.names) + len(self.conditions)


def place_on_page(name: CheckedName) -> tuple[int, bool, int]:
    """Its level; then what is in the body by now, as it was taken lately; then how urgent the lower of two levels is.

    What has one level stands before what has two.
    """
    other = RANK[name.by_column[1].level] if len(name.by_column) == 2 else 0
    return RANK[name.level], name.intake_ms is None, other


def check(
    taken: Iterable[Taken],
    today: dt.date,
    now_ms: int,
    known: Mapping[Circumstance, bool] | None = None,
    take_no_more: bool = False,
) -> Checked:
    """Hold what is taken now, what ended not long ago and the newest intakes against the list.

    ``known``: conditions that the journal knows, True or False; one that it does not know leaves both levels. A name
    stands once: what goes on counts before what ended, and that before intakes.
    """
    by_name: dict[str, list[tuple[Taken, Recognised]]] = {}
    for item in taken:
        if counts_now(item, today, now_ms):
            by_name.setdefault(folded_name(item.name), []).append((item, recognise(item.name)))
    groups = list(by_name.values())
    holds = dict(known or {})
    names = [_checked(group, today, _with_others(holds, group, groups)) for group in groups]
    return Checked(
        tuple(sorted((name for name in names if name.recognised.is_known), key=place_on_page)),
        tuple(_not_checked(names)),
        tuple(_of_conditions(holds, take_no_more)),
        take_no_more,
    )


def _not_checked(names: Iterable[CheckedName]) -> Iterator[CheckedName]:
    """What is not recognised, and such parts of what is."""
    for name in names:
        if not name.recognised.is_known:
            yield name
        yield from (CheckedName(part, None, (), Level.NONE) for part in unknown_parts(name.recognised))


def _of_conditions(
    holds: Mapping[Circumstance, bool], take_no_more: bool
) -> Iterator[tuple[Circumstance, tuple[Statement, ...]]]:
    for code, sentences in condition_sentences().items():
        if holds.get(code):
            yield code, sentences_instead(sentences) if take_no_more else sentences


def counts_now(taken: Taken, today: dt.date, now_ms: int) -> bool:
    """Whether it goes on, ended not long ago, or is an intake of the last 48 hours; what begins later counts, too."""
    if taken.at_ms is not None:
        return now_ms - taken.at_ms <= limits.TAKEN_HOURS * HOUR_MS
    return counts_still(taken.name, taken.until, today)


_Group = Sequence[tuple[Taken, Recognised]]


def _with_others(
    known: Mapping[Circumstance, bool], group: _Group, groups: Iterable[_Group]
) -> Mapping[Circumstance, bool]:
    """What is known, with what the rest of the list says; what is not on the list is not known to be absent."""
    others = [class_ for other in groups if other is not group for class_ in classes_of(other[0][1].generics)]
    seen = {
        Circumstance.ANOTHER_SEDATIVE: any(class_.sedative for class_ in others),
        Circumstance.ANOTHER_RHYTHM_MEDICINE: any(class_.rhythm for class_ in others),
        Circumstance.WITH_ALCOHOL: any("alcohol" in class_.members for class_ in others),
    }
    return {**known, **{code: True for code, there in seen.items() if there}}


def _checked(group: _Group, today: dt.date, holds: Mapping[Circumstance, bool]) -> CheckedName:
    recognised = group[0][1]
    of = classes_of(recognised.generics)
    prescribed = prescribed_of([taken for taken, _ in group], of)
    findings = findings_of(of, prescribed, holds)
    listed = [taken for taken, _ in group if taken.at_ms is None]
    going_on = any(taken.until is None or taken.until >= today for taken in listed)
    ended = None if going_on else max((taken.until for taken in listed if taken.until), default=None)
    at_last = max((taken for taken, _ in group if taken.at_ms is not None), key=_at_ms, default=None)
    intake, local = (None, None) if at_last is None else (at_last.at_ms, at_last.at_local)
    level, because = _level_on_page(recognised, findings), tuple(dict.fromkeys(_because(findings)))
    bought = prescribed is False and all(taken.over_the_counter for taken in listed or [taken for taken, _ in group])
    return CheckedName(
        recognised,
        prescribed,
        tuple(findings),
        level,
        ended,
        intake,
        because=because,
        over_the_counter=bought,
        intake_local=local,
    )


def _at_ms(taken: Taken) -> int:
    return taken.at_ms or 0


def _because(findings: Sequence[Finding]) -> Iterator[Circumstance]:
    """What makes the level of a column so high; nothing where it stands at that level anyway, by whatever class."""
    for column in (True, False):
        levels = [level for of in findings for level in of.levels if level.prescribed is column and not level.under]
        highest = [level for level in levels if RANK[level.level] == min(RANK[other.level] for other in levels)]
        if all(level.because for level in highest):
            yield from (code for level in highest for code in level.because)


def prescribed_of(taken: Sequence[Taken], of: Sequence[InteractionClass]) -> bool | None:
    """What was said of it; alcohol or grapefruit is nobody's prescription, also where nothing was said.

    That something was taken says nothing of that by itself, and takes away nothing that the list says.
    """
    answered = [item for item in taken if item.at_ms is None or item.prescribed is not None]
    answers = {item.prescribed for item in answered} or {None}
    if answers == {None} and of and all(class_.prescribed is Level.NONE and class_.advice == "keep" for class_ in of):
        return False
    return answers.pop() if len(answers) == 1 else None


def _level_on_page(recognised: Recognised, findings: Sequence[Finding]) -> Level:
    """Where a page shows it; what has words and no level (naloxone) stands under good to know."""
    if not recognised.is_known:
        return Level.NONE
    if not findings:
        return Level.PRODUCT if is_only_the_product(recognised.generics) else Level.NOTHING_IN_LIST
    return Level.GOOD_TO_KNOW if findings[0].level is Level.NONE else findings[0].level


def findings_of(
    of: Iterable[InteractionClass], prescribed: bool | None, holds: Mapping[Circumstance, bool]
) -> list[Finding]:
    """What each class says. Where the column applies to none of them, the other one is all that is known.

    Naloxone in a tablet beside an opioid is nothing to be given in an emergency: only alone it speaks as that.
    """
    of = tuple(of)
    of = tuple(class_ for class_ in of if class_.advice != "emergency") or of
    columns = (True, False) if prescribed is None else (prescribed,)
    findings = [_finding(class_, columns, holds) for class_ in of]
    if all(finding.level is Level.NONE for finding in findings):
        findings = [_finding(class_, (True, False), holds) for class_ in of]
    return sorted(findings, key=lambda finding: RANK[finding.level])


def _finding(of: InteractionClass, columns: Iterable[bool], holds: Mapping[Circumstance, bool]) -> Finding:
    levels = [level for column in columns for level in _levels(of, column, holds)]
    applying = [level for level in levels if level.level is not Level.NONE] or levels[:1]
    return Finding(of, tuple(sorted(applying, key=lambda level: RANK[level.level])))


def _levels(of: InteractionClass, prescribed: bool, holds: Mapping[Circumstance, bool]) -> list[ColumnLevel]:
    levels: list[ColumnLevel] = []
    for higher in of.higher_of(prescribed):
        known = [holds.get(code) for code in higher.when]
        if True in known:
            because = tuple(code for code in higher.when if holds.get(code))
            return [*levels, ColumnLevel(higher.level, prescribed, because=because)]
        if None in known:
            levels.append(ColumnLevel(higher.level, prescribed, higher.words))
    makes_today = tuple(code for code in _made_urgent_by(of) if holds.get(code))
    if makes_today and of.base(prescribed) is Level.ASK_WITHIN_DAYS:
        return [ColumnLevel(Level.CALL_TODAY, prescribed, because=makes_today)]
    return [*levels, ColumnLevel(of.base(prescribed), prescribed)]


def _made_urgent_by(of: InteractionClass) -> tuple[Circumstance, ...]:
    """What makes "within days" today for what makes sleepy: what goes with hard breathing, as beside that itself.

    What is not to be mixed where it is not prescribed is as urgent beside another sedative as gabapentin is.
    """
    if not of.sedative:
        return ()
    return (*_BREATHING, Circumstance.ANOTHER_SEDATIVE) if of.not_prescribed is Level.DO_NOT_MIX else _BREATHING
