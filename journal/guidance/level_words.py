"""A level in words: as a title and inside of a sentence, with the condition under which it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journal.guidance.interactions import RANK, Level
from journal.guidance.matching import CheckedName, ColumnLevel, Finding
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural

LEVELS: Mapping[Level, str] = marked({
    Level.CALL_TODAY: "Call today",
    Level.DO_NOT_MIX: "Do not mix",
    Level.ASK_WITHIN_DAYS: "Ask within days",
    Level.ASK_FIRST: "Ask first",
    Level.GOOD_TO_KNOW: "Good to know",
    Level.NOT_STUDIED: "Not studied",
    Level.NOTHING_IN_LIST: "Recognised, nothing in our list",
    Level.PRODUCT: "What the journal is about",
    Level.NONE: "Not recognised",
})  # fmt: skip
# The same inside of a sentence, for what can be asked about or known.
LEVELS_INSIDE: Mapping[Level, str] = marked({
    Level.CALL_TODAY: "call today",
    Level.DO_NOT_MIX: "do not mix",
    Level.ASK_WITHIN_DAYS: "ask within days",
    Level.ASK_FIRST: "ask first",
    Level.GOOD_TO_KNOW: "good to know",
    Level.NOT_STUDIED: "not studied",
})  # fmt: skip
IF_PRESCRIBED: Mapping[bool, str] = marked({
    True: "If prescribed: {levels}",
    False: "If not prescribed: {levels}",
})  # fmt: skip
_INSIDE_IF: Mapping[bool, str] = marked({
    True: "{first} if prescribed, {second} if not",
    False: "{first} if not prescribed, {second} if it is",
})  # fmt: skip
# A level that holds under a condition which the journal cannot know; in brackets where two columns are told.
_AFTER_COMMA = marked("{level}, {condition}; otherwise {other}")
_IN_BRACKETS = marked("{level} ({condition}; otherwise {other})")
_IN_SHORT = marked("{level} or {other}")
# Of what burdens the liver beside yellow eyes or the like: nobody waits for days there.
ASK_TODAY = marked("See a doctor today, and ask about this one there, too.")
_TODAY_INSIDE, _TODAY = marked("ask a doctor today"), marked("Ask a doctor today")
_PRIVATE = marked_plural(
    "Something that you keep private with kratom: {level}", "{n} things that you keep private with kratom: {level}"
)


def level_words(texts: Texts, column_level: ColumnLevel) -> str:
    """A level with the condition under which it holds: "Call today, with epilepsy"."""
    level = texts(LEVELS[column_level.level])
    return texts("{level}, {condition}", level=level, condition=column_level.under) if column_level.under else level


def level_titles(texts: Texts, name: CheckedName) -> list[str]:
    """What a name stands under: its level, or both where it is not said whether it is prescribed, the higher first.

    What holds only under a condition that the journal cannot know says so, and what holds otherwise.
    """
    columns = name.by_column
    if name.ask_today:
        return [texts(_TODAY)]
    if len(columns) < 2:
        return [_title(texts, name.level, *condition_of(texts, name, name.level))]
    return [
        texts(
            IF_PRESCRIBED[column.prescribed],
            levels=_title(texts, column.level, *condition_of(texts, name, column.level, column.prescribed)),
        )
        for column in columns
    ]


def _title(texts: Texts, level: Level, condition: str, other: Level | None) -> str:
    if other is None:
        return texts(LEVELS[level])
    above, below = texts(LEVELS[level]), texts(LEVELS[other])
    return texts("{level}, {condition}. Otherwise: {other}", level=above, condition=condition, other=below)


def level_inside(texts: Texts, name: CheckedName, conditions: bool = True) -> str:
    """The same inside of a sentence: "call today if prescribed, do not mix if not".

    Without ``conditions`` what they are is not said: it can tell which medicine is meant.
    """
    if not conditions:
        return levels_in_short(texts, name)
    return _levels_inside(texts, name, _AFTER_COMMA, _IN_BRACKETS)


def levels_in_short(texts: Texts, name: CheckedName) -> str:
    """The same where there is little room and the condition stands below: "call today or ask within days"."""
    return _levels_inside(texts, name, _IN_SHORT, _IN_SHORT)


def _levels_inside(texts: Texts, name: CheckedName, alone: str, beside_other: str) -> str:
    columns = name.by_column
    if name.ask_today:
        return texts(_TODAY_INSIDE)
    if len(columns) < 2:
        return _inside(texts, name.level, *condition_of(texts, name, name.level), alone)
    first, second = (
        _inside(texts, column.level, *condition_of(texts, name, column.level, column.prescribed), beside_other)
        for column in columns
    )
    return texts(_INSIDE_IF[columns[0].prescribed], first=first, second=second)


def _inside(texts: Texts, level: Level, condition: str, other: Level | None, words: str) -> str:
    inside = texts(LEVELS_INSIDE[level])
    if other is None:
        return inside
    return texts(words, level=inside, condition=condition, other=texts(LEVELS_INSIDE[other]))


def one_or_other(texts: Texts, levels: Iterable[Level]) -> str:
    """ "call today or do not mix", where it is not known which of them holds; "call today" where it is."""
    return texts(" or ").join(texts(LEVELS_INSIDE[level]) for level in levels if level in LEVELS_INSIDE)


def possible_levels(name: CheckedName) -> tuple[Level, ...]:
    """Every level that may be the one of a name, the highest first; one where nothing is left open.

    Open is whether it is prescribed, where nobody said so, and what the journal does not know of the person.
    """
    if name.ask_today:
        return (name.level,)
    columns = name.by_column
    asked = [(column.level, column.prescribed) for column in columns] if len(columns) == 2 else [(name.level, None)]
    otherwise = (_held_under(name, level, prescribed)[1] for level, prescribed in asked)
    levels = {*(level for level, _ in asked), *(level for level in otherwise if level is not None)}
    return tuple(sorted(levels, key=RANK.__getitem__))


def is_not_to_be_mixed_now(name: CheckedName) -> bool:
    """Whether it was taken in the last 48 hours and is not to be mixed, or may be: nothing says if it is prescribed."""
    return name.intake_ms is not None and Level.DO_NOT_MIX in possible_levels(name) and not name.ask_today


def condition_of(
    texts: Texts, name: CheckedName, level: Level, prescribed: bool | None = None
) -> tuple[str, Level | None]:
    """Under what this level of a name holds, and which one else; ("", None) where it holds anyway.

    ``prescribed``: only in this column. Of a group that asks which one it is the highest level stands.
    """
    conditions, other = _held_under(name, level, prescribed)
    return texts(", or ").join(conditions), other


def _held_under(name: CheckedName, level: Level, prescribed: bool | None) -> tuple[tuple[str, ...], Level | None]:
    levels = [
        column_level
        for finding in name.findings
        for column_level in finding.levels
        if column_level.level is not Level.NONE
        and prescribed in (None, column_level.prescribed)
        and not finding.of.asks_which
    ]
    highest = [column_level for column_level in levels if column_level.level is level]
    others = sorted((column_level.level for column_level in levels if not column_level.under), key=RANK.__getitem__)
    if not highest or not others or not all(column_level.under for column_level in highest):
        return (), None
    return tuple(dict.fromkeys(column_level.under for column_level in highest)), others[0]


def columns_inside(texts: Texts, columns: Sequence[ColumnLevel]) -> str:
    if len(columns) == 1:
        return texts(LEVELS_INSIDE[columns[0].level])
    higher, lower = columns
    first, second = texts(LEVELS_INSIDE[higher.level]), texts(LEVELS_INSIDE[lower.level])
    return texts(_INSIDE_IF[higher.prescribed], first=first, second=second)


def levels_line(texts: Texts, name: CheckedName, finding: Finding) -> str:
    """The levels of a class of a name in one line, the column with the higher one first; "" where it has none.

    What is to be asked about today has no later day beside it, whatever the class says by itself. Example:
    "If prescribed: Call today. If not prescribed: Do not mix."
    """
    if finding.level is Level.NONE:
        return ""
    if name.ask_today and RANK[finding.level] > RANK[name.level]:
        return texts("{level}.", level=texts(_TODAY))
    order = dict.fromkeys(level.prescribed for level in finding.levels)  # the highest level stands first
    by_column = {column: [level for level in finding.levels if level.prescribed is column] for column in order}
    columns = [(column, levels) for column, levels in by_column.items() if levels]
    lines = {
        column: texts(" Otherwise: ").join(level_words(texts, level) + "." for level in levels)
        for column, levels in columns
    }
    if len(columns) == 1:
        return next(iter(lines.values()))
    return " ".join(texts(IF_PRESCRIBED[column], levels=line) for column, line in lines.items())


def private_with_kratom(texts: Texts, names: Sequence[CheckedName]) -> str:
    """Names that are kept private, as the most urgent of them needs it; none is named."""
    most_urgent = min(names, key=lambda name: RANK[name.level])
    return texts.plural(*_PRIVATE, len(names), level=level_inside(texts, most_urgent, conditions=False))


def private_to_do(texts: Texts, count: int, level: Level) -> str:
    """The same of conditions about which somebody is to be asked so soon."""
    return texts.plural(*_PRIVATE, count, level=texts(LEVELS_INSIDE[level]))
