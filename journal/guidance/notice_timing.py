"""When a class of interactions is reported by itself: once when it is added, seldom at intakes, else not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journal.core.moments import DAY_MS
from journal.guidance.interactions import RANK, InteractionClass, Level
from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.recognising import folded_name

# At intakes: how many days pass before a class speaks again. Levels that are not here never speak.
_QUIET_DAYS = {Level.CALL_TODAY: 1, Level.DO_NOT_MIX: 1, Level.ASK_WITHIN_DAYS: 7, Level.ASK_FIRST: 7}


@dataclass(frozen=True, slots=True)
class Spoken:
    """That a class spoke, when, and at which level."""

    class_id: str
    level: Level
    at_ms: int


@dataclass(frozen=True, slots=True)
class Occasion:
    """What happens now, and when the latest sign, condition and change were written down.

    ``intake_of`` is what was taken; "": something was added or changed. ``changed_ms``: the medicine or the kind of
    kratom was changed.
    """

    now_ms: int
    intake_of: str = ""
    sign_ms: int | None = None
    condition_ms: int | None = None
    changed_ms: int | None = None


def settled_by_column(finding: Finding) -> Mapping[bool, Level]:
    """What holds anyway if it is prescribed and if it is not, without what holds under a condition alone."""
    lowest_first = sorted(finding.levels, key=lambda level: RANK[level.level], reverse=True)
    return {column_level.prescribed: column_level.level for column_level in lowest_first if not column_level.under}


def settled(finding: Finding) -> Level:
    """The highest level that holds anyway; of what holds under conditions alone, such as a drink, the highest."""
    levels = settled_by_column(finding).values() or [column_level.level for column_level in finding.levels]
    return min(levels, key=RANK.__getitem__)


def may_speak(level: Level) -> bool:
    """Whether something of this level ever speaks by itself."""
    return level in _QUIET_DAYS


def is_acute(level: Level) -> bool:
    """Whether it is to be acted on today: it is said of what is taken by itself, and again when a dose joins it."""
    return _QUIET_DAYS.get(level) == 1


def speaks(
    of: InteractionClass, level: Level, spoken: Iterable[Spoken], occasion: Occasion, anyway: Level | None = None
) -> bool:
    """Whether a class says something now.

    It speaks when it never has, when its level is higher than it ever was, and when a sign, a condition or a change
    came after it last spoke. At intakes it speaks again after a day (do not mix) or seven (ask first). ``anyway`` is
    the level without what holds under a condition: that was said, and is higher once the condition is known.
    """
    if not may_speak(level):
        return False
    before = [earlier for earlier in spoken if earlier.class_id == of.id]
    if not before or all(RANK[anyway or level] < RANK[earlier.level] for earlier in before):
        return True
    last = max(earlier.at_ms for earlier in before)
    news = (occasion.sign_ms, occasion.condition_ms, occasion.changed_ms)
    if any(at is not None and last < at <= occasion.now_ms for at in news):
        return True
    return bool(occasion.intake_of) and occasion.now_ms - last >= _QUIET_DAYS[level] * DAY_MS


def speaking(checked: Checked, spoken: Iterable[Spoken], occasion: Occasion) -> list[tuple[CheckedName, Finding]]:
    """The findings of a check that speak now, each class once, by the name that it is most urgent for.

    At an intake only what was taken speaks, and what is prescribed is silent: it spoke when it was added; so is a
    group whose members differ ("painkiller"), which stands on the page.
    """
    before = list(spoken)
    by_class: dict[str, tuple[CheckedName, Finding]] = {}
    for name in checked.names:
        if occasion.intake_of and not _is_of_intake(name, occasion):
            continue
        for finding in name.findings:
            if occasion.intake_of and finding.of.asks_which:
                continue
            is_news = speaks(finding.of, finding.level, before, occasion, settled(finding))
            if finding.of.id not in by_class and is_news:
                by_class[finding.of.id] = (name, finding)
    return list(by_class.values())


def _is_of_intake(name: CheckedName, occasion: Occasion) -> bool:
    return name.prescribed is not True and folded_name(name.given) == folded_name(occasion.intake_of)


def now_spoken(findings: Iterable[tuple[CheckedName, Finding]], now_ms: int) -> list[Spoken]:
    """What to remember of classes that just spoke: the level that holds anyway."""
    return [Spoken(finding.of.id, settled(finding), now_ms) for _, finding in findings]
