"""Days in words: a sentence and a table row for each, and what a whole period holds; screen readers get the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from journal.charts.group_days import GroupShown, Known, amount_on, doses_on
from journal.insights.days import DayFigures, DayState
from journal.insights.decimals import decimal, short
from journal.insights.group_words import group_inside, group_name, unit_a_day, unit_sign, unit_sign_beside
from journal.insights.statistics import median
from journal.insights.summary import Unit
from journal.texts import Texts
from journal.texts.marked import marked


@dataclass(frozen=True, slots=True)
class DayWords:
    """Days with the main symptom's ratings; ``symptom`` is its name, None when none is tracked.

    ``groups``: what each day describes, the most used first; never added to each other.
    """

    days: tuple[DayFigures, ...]
    ratings: tuple[Sequence[int], ...]
    texts: Texts
    symptom: str | None
    groups: tuple[GroupShown, ...]

    def sentence(self, index: int) -> str:
        """One day: what was taken, or why that is not known, and the ratings."""
        day = self.days[index]
        facts = ". ".join(part for part in (self._taken(day), self._rated(index)) if part)
        return self.texts("{day}: {facts}.", day=self.texts.full_day(day.day), facts=facts)

    def _taken(self, day: DayFigures) -> str:
        texts = self.texts
        if day.state is DayState.EMPTY:
            return texts("nothing recorded")
        if day.state is DayState.NONE:
            return texts("confirmed day without")
        parts = [self._group(day, shown) for shown in self.groups if shown.group in day.groups]
        if day.state is DayState.OTHER or not parts:
            return state_text(texts, day)
        return ", ".join([*parts, texts("number not known")] if day.more else parts)

    def _group(self, day: DayFigures, shown: GroupShown) -> str:
        """ "leaf: 3 doses, at least 7.5 g"."""
        texts, doses, amount = self.texts, doses_on(day, shown), amount_on(day, shown)
        assert doses is not None
        facts = texts.plural("{n} dose", "{n} doses", int(doses.value))
        facts = texts("at least {doses}", doses=facts) if doses.at_least else facts
        if amount is not None:
            facts = texts("{doses}, {amount}", doses=facts, amount=self._amount(amount, shown.unit))
        return texts("{group}: {facts}", group=group_inside(texts, shown.group), facts=facts)

    def _amount(self, amount: Known, unit: Unit) -> str:
        texts = self.texts
        if amount.at_least and not amount.value:
            return texts("amount not known")
        unit_words = unit_sign_beside(texts, unit, amount.value)
        amount_text = texts("{number} {unit}", number=short(texts, amount.value), unit=unit_words)
        return texts("at least {amount}", amount=amount_text) if amount.at_least else amount_text

    def _rated(self, index: int) -> str:
        if self.symptom is None or not self.ratings[index]:
            return ""
        values = ", ".join(map(str, self.ratings[index]))
        return self.texts("{symptom}: {values}", symptom=self.symptom, values=values)

    def description(self) -> str:
        """The period: its days, how many have entries, and on how many each group was taken."""
        texts, days = self.texts, self.days
        recorded = sum(day.recorded for day in days)
        parts = [
            texts.plural("{n} day", "{n} days", len(days))
            + texts(", {first} to {last}", first=texts.short_day(days[0].day), last=texts.short_day(days[-1].day)),
            texts.plural("{n} of them has entries", "{n} of them have entries", recorded),
            *(self._middle_of(shown) for shown in self.groups),
        ]
        if self.symptom is not None:
            values = [Known(median(rated)) if rated else None for rated in self.ratings]
            parts.append(self._middle(self.symptom, texts("of 10"), values))
        return "".join(f"{part}. " for part in parts).strip()

    def _middle_of(self, shown: GroupShown) -> str:
        of_day = doses_on if shown.unit is Unit.NONE else amount_on
        unit = unit_a_day(self.texts, shown.unit)
        return self._middle(group_name(self.texts, shown.group), unit, [of_day(day, shown) for day in self.days])

    def _middle(self, name: str, unit: str, values: Sequence[Known | None]) -> str:
        """The median over the days with a value; "at least" where days that are known in part could raise it."""
        texts, known = self.texts, [value for value in values if value is not None]
        if not known:
            return texts("{name}: not recorded", name=name)
        low = median([value.value for value in known])
        exact = median([math.inf if value.at_least else value.value for value in known]) == low
        median_text = decimal(texts, low) if exact else texts("at least {amount}", amount=decimal(texts, low))
        return texts.plural(
            "{name}: {median} {unit} on {n} day", "{name}: median {median} {unit} on {n} days", len(known),
            name=name, unit=unit, median=median_text,
        )  # fmt: skip

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        texts = self.texts
        names = [texts("Day"), texts("Recorded")]
        for shown in self.groups:
            name = group_name(texts, shown.group)
            if shown.unit is not Unit.NONE:
                names.append(texts("{group}, {unit}", group=name, unit=unit_sign(texts, shown.unit)))
            names.append(texts("{group}, doses", group=name))
        return [*names, self.symptom or texts("Main symptom")], [self._row(index) for index in range(len(self.days))]

    def _row(self, index: int) -> list[str]:
        day = self.days[index]
        cells = [self.texts.short_day(day.day), state_text(self.texts, day)]
        for shown in self.groups:
            if shown.unit is not Unit.NONE:
                cells.append(self._cell(amount_on(day, shown)))
            cells.append(self._cell(doses_on(day, shown)))
        return [*cells, ", ".join(map(str, self.ratings[index]))]

    def _cell(self, known: Known | None) -> str:
        texts = self.texts
        if known is None:
            return ""
        if known.at_least and not known.value:
            return texts("not known")
        number = short(texts, known.value)
        return texts("at least {amount}", amount=number) if known.at_least else number


def overview_words(
    days: Sequence[DayFigures],
    ratings_by_day: Sequence[Sequence[int]],
    texts: Texts,
    symptom: str | None,
    groups: Sequence[GroupShown],
) -> DayWords:
    """Words for these days; refuses ratings for another number of days (ValueError)."""
    if len(days) != len(ratings_by_day) or not days:
        raise ValueError(f"{len(days)} days, ratings of {len(ratings_by_day)}")
    return DayWords(tuple(days), tuple(ratings_by_day), texts, symptom, tuple(groups))


def state_text(texts: Texts, day: DayFigures) -> str:
    """What is known of a day, in words."""
    if day.state is DayState.OTHER and day.more:
        return texts("used, number not known")
    return texts(_STATES[day.state])


_STATES = marked({
    DayState.USE: "used",
    DayState.NONE: "none, confirmed",
    DayState.OTHER: "other entries only",
    DayState.EMPTY: "not recorded",
})  # fmt: skip
