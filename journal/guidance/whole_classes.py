"""Whole classes that somebody searched for, each with the members that stand higher by another class."""

from __future__ import annotations

from collections.abc import Iterable

from journal.guidance.interactions import RANK, Circumstance, InteractionClass, Level, classes_of
from journal.guidance.matching import Checked, CheckedName, ColumnLevel, MemberLevels, Taken, findings_of, prescribed_of
from journal.guidance.recognising import Recognised

_NO_CONDITION = dict.fromkeys(Circumstance, False)


def checked_classes(asked_classes: Iterable[InteractionClass], take_no_more: bool) -> Checked:
    """Each class by its own name, as a check shows names, below the highest level of any of its members."""
    names = sorted(map(_of_class, asked_classes), key=lambda name: RANK[name.level])
    return Checked(tuple(names), (), (), take_no_more)


def _of_class(of: InteractionClass) -> CheckedName:
    recognised, prescribed = Recognised(of.name, of.members), prescribed_of((Taken(of.name),), (of,))
    findings, higher = tuple(findings_of((of,), None, {})), _higher_members(of)
    levels = [findings[0].level, *(column.level for some in higher for column in some.columns)]
    level = min(levels, key=RANK.__getitem__)
    shown = Level.GOOD_TO_KNOW if level is Level.NONE else level
    return CheckedName(recognised, prescribed, findings, shown, higher=higher, whole_class=True)


def _higher_members(of: InteractionClass) -> tuple[MemberLevels, ...]:
    """Members that another class gives a higher level, those with the highest first; the same levels together."""
    own = _columns((of,))
    by_columns: dict[tuple[ColumnLevel, ...], list[str]] = {}
    for member in of.members:
        columns = _columns(classes_of([member]))
        if _highest(columns) < _highest(own):
            by_columns.setdefault(columns, []).append(member)
    rows = [MemberLevels(tuple(members), columns) for columns, members in by_columns.items()]
    return tuple(sorted(rows, key=lambda row: _highest(row.columns)))


def _columns(of: Iterable[InteractionClass]) -> tuple[ColumnLevel, ...]:
    """Both columns, the higher one first, by what holds without a condition."""
    return CheckedName(Recognised("", ()), None, tuple(findings_of(of, None, _NO_CONDITION)), Level.NONE).by_column


def _highest(columns: Iterable[ColumnLevel]) -> int:
    return min((RANK[column.level] for column in columns), default=len(RANK))
