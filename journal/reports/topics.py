"""What not every report tells of, so that not every last page explains it."""

from __future__ import annotations

from enum import Enum, auto

from journal.reports.page_inputs import PageInputs


class Topic(Enum):
    """One of them."""

    PAIRS = auto()
    NO_PAIRS = auto()
    EFFECTS = auto()
    NEW = auto()
    FUNCTION = auto()
    ALCOHOL = auto()


def topics_of(inputs: PageInputs) -> frozenset[Topic]:
    """What these pages tell of, beside what all of them do."""
    summary, visit = inputs.summary, inputs.visit
    told = {
        Topic.PAIRS: bool(summary.before_and_after.pairs),
        Topic.NO_PAIRS: not summary.before_and_after.pairs,
        Topic.EFFECTS: bool(summary.side_effects or summary.withdrawal.symptoms),
        Topic.NEW: any(group.new_on is not None for group in summary.groups),
        Topic.FUNCTION: bool(visit.function or visit.function_in_part),
        Topic.ALCOHOL: visit.alcohol is not None,
    }
    return frozenset(topic for topic, is_told in told.items() if is_told)
