"""Days in words: a sentence and a table row for each, and what a whole period holds; screen readers get the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.insights.days import DayFigures, DayState
from journal.insights.decimals import decimal
from journal.insights.statistics import median
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class DayWords:
    """Days with the main symptom's ratings; ``symptom`` is its name, None when none is tracked."""

    days: tuple[DayFigures, ...]
    ratings: tuple[Sequence[int], ...]
    texts: Texts
    symptom: str | None

    def sentence(self, index: int) -> str:
        """One day: what was taken, or why that is not known, and the ratings."""
        day = self.days[index]
        said = ". ".join(each for each in (self._taken(day), self._rated(index)) if each)
        return self.texts("{day}: {facts}.", day=self.texts.full_day(day.day), facts=said)

    def _taken(self, day: DayFigures) -> str:
        texts = self.texts
        if day.state is DayState.EMPTY:
            return texts("nothing recorded")
        if day.state is DayState.NONE:
            return texts("confirmed day without")
        if day.state is DayState.OTHER:
            return state_text(texts, day)
        doses = texts.plural("{n} dose", "{n} doses", day.doses)
        parts = [texts("at least {doses}", doses=doses) if day.number_missing else doses, self._leaf(day)]
        if day.strong_doses:
            parts.append(texts.plural("{n} of extract or 7-OH", "{n} of extract or 7-OH", day.strong_doses))
        return ", ".join(each for each in parts if each)

    def _leaf(self, day: DayFigures) -> str:
        texts, grams = self.texts, self.texts.number(day.leaf_mg, 1)
        if not day.weight_missing:
            return texts("{grams} g of leaf", grams=grams) if day.leaf_doses else ""
        return texts("at least {grams} g of leaf", grams=grams) if day.leaf_mg else texts("amount of leaf not known")

    def _rated(self, index: int) -> str:
        if self.symptom is None or not self.ratings[index]:
            return ""
        values = ", ".join(map(str, self.ratings[index]))
        return self.texts("{symptom}: {values}", symptom=self.symptom, values=values)

    def description(self) -> str:
        """The period: its days, how many have entries, and the median of each measure with its n."""
        texts, days = self.texts, self.days
        recorded = sum(day.recorded for day in days)
        said = [
            texts.plural("{n} day", "{n} days", len(days))
            + texts(", {first} to {last}", first=texts.short_day(days[0].day), last=texts.short_day(days[-1].day)),
            texts.plural("{n} of them has entries", "{n} of them have entries", recorded),
            self._middle(texts("Leaf"), texts("g a day"), [day.leaf_amount for day in days]),
            self._middle(texts("Doses"), texts("a day"), [_counted(day) for day in days]),
        ]
        if self.symptom is not None:
            values = [median(each) * 1000 if each else None for each in self.ratings]
            said.append(self._middle(self.symptom, texts("of 10"), values))
        return "".join(f"{each}. " for each in said).strip()

    def _middle(self, name: str, unit: str, thousandths: Sequence[float | None]) -> str:
        known = [value for value in thousandths if value is not None]
        if not known:
            return self.texts("{name}: not recorded", name=name)
        values = {"name": name, "unit": unit, "median": decimal(self.texts, median(known) / 1000)}
        return self.texts.plural(
            "{name}: {median} {unit} on {n} day", "{name}: median {median} {unit} on {n} days", len(known), **values
        )

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        texts = self.texts
        names = [texts("Day"), texts("Recorded"), texts("Leaf, g"), texts("Doses, all products"),
                 texts("Extract or 7-OH, doses"), self.symptom or texts("Main symptom")]  # fmt: skip
        return names, [self._row(index) for index in range(len(self.days))]

    def _row(self, index: int) -> list[str]:
        day = self.days[index]
        return [
            self.texts.short_day(day.day),
            state_text(self.texts, day),
            self._amount_cell(day),
            self._doses_cell(day),
            str(day.strong_doses) if day.strong_doses else "",
            ", ".join(map(str, self.ratings[index])),
        ]

    def _amount_cell(self, day: DayFigures) -> str:
        texts, amount = self.texts, day.leaf_amount
        if day.weight_missing and day.leaf_mg:
            return texts("at least {amount}", amount=texts.number(day.leaf_mg, 1))
        if day.weight_missing:
            return texts("not known")
        return "" if amount is None else texts.number(amount, 1)

    def _doses_cell(self, day: DayFigures) -> str:
        if day.number_missing:
            return self.texts("at least {amount}", amount=day.doses) if day.doses else self.texts("not known")
        return str(day.doses) if day.known else ""


def overview_words(
    days: Sequence[DayFigures], ratings_by_day: Sequence[Sequence[int]], texts: Texts, symptom: str | None
) -> DayWords:
    """Words for these days; refuses ratings for another number of days (ValueError)."""
    if len(days) != len(ratings_by_day) or not days:
        raise ValueError(f"{len(days)} days, ratings of {len(ratings_by_day)}")
    return DayWords(tuple(days), tuple(ratings_by_day), texts, symptom)


def state_text(texts: Texts, day: DayFigures) -> str:
    """What is known of a day, in words."""
    if day.state is DayState.OTHER and day.number_missing:
        return texts("used, number not known")
    return texts(_STATES[day.state])


_STATES = {
    DayState.USE: "used",
    DayState.NONE: "none, confirmed",
    DayState.OTHER: "other entries only",
    DayState.EMPTY: "not recorded",
}


def _counted(day: DayFigures) -> float | None:
    return day.doses * 1000 if day.known and not day.number_missing else None
