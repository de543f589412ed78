"""Which symptoms a period shows as small pictures on the same days, and what was rated of each on every day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.core import limits
from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.insights import thresholds
from journal.insights.measure_windows import OUTSIDE
from journal.insights.measures import day_values
from journal.insights.summary import Figure, Missing
from journal.insights.symptom_days import Ratings, may_be_main, of_kind, worst_of_days
from journal.insights.windows import median_figure

MOST = 8
FEWEST_DAYS_RATED = limits.FEWEST_RECORDED_DAYS
_MOOD = "mood"  # the code of a scale


@dataclass(frozen=True, slots=True)
class SymptomCourse:
    """Ratings by day of the period; ``symptom`` None: of each day the worst withdrawal-type one.

    The figures are medians of days: of a day with several ratings their median.
    """

    symptom: str | None
    ratings: Mapping[int, Sequence[int]]
    last28: Figure
    before28: Figure


@dataclass(frozen=True, slots=True)
class SymptomCourses:
    """``shown``: the main symptom, then the second, mood, withdrawal, others and side effects by the days rated.

    ``few`` were rated on fewer days than a picture needs, each with their number; ``more`` have none because there are
    enough of them already.
    """

    shown: tuple[SymptomCourse, ...]
    few: tuple[tuple[str | None, int], ...]
    more: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Windows:
    """Index ranges of days; ``before28`` None: the period does not hold it."""

    last28: range
    before28: range | None


def symptom_courses(
    symptoms: Sequence[Symptom], ratings: Ratings, days: int, first: Sequence[str | None], windows: Windows
) -> SymptomCourses:
    """``symptoms`` in the person's order, ``first`` the main and the second one; of a period of so many ``days``."""
    period = range(days)
    by_symptom = {key: dict(of) for key, of in _by_symptom(symptoms, ratings, first, period) if of}
    enough = [key for key, of in by_symptom.items() if len(of) >= FEWEST_DAYS_RATED]
    return SymptomCourses(
        tuple(_course(key, by_symptom[key], windows) for key in enough[:MOST]),
        tuple((key, len(of)) for key, of in by_symptom.items() if len(of) < FEWEST_DAYS_RATED),
        tuple(enough[MOST:]),
    )


def _by_symptom(
    symptoms: Sequence[Symptom], ratings: Ratings, first: Sequence[str | None], period: range
) -> Iterator[tuple[str | None, Mapping[int, Sequence[int]]]]:
    """In the order in which they are shown; a symptom that comes twice keeps its first place."""
    shown = {symptom.id: symptom for symptom in symptoms if may_be_main(symptom)}
    yield from ((key, ratings.get(key, {})) for key in first if key in shown)
    yield from ((key, ratings.get(key, {})) for key, symptom in shown.items() if symptom.code == _MOOD)
    worst = worst_of_days(ratings, of_kind(symptoms, SymptomKind.WITHDRAWAL), period)
    yield None, {day: (value,) for day, value in worst.items()}
    others = [key for key, symptom in shown.items() if symptom.kind is not SymptomKind.WITHDRAWAL]
    for keys in (others, of_kind(symptoms, SymptomKind.SIDE_EFFECT)):
        by_days = sorted(keys, key=lambda key: -len(ratings.get(key, {})))
        yield from ((key, ratings.get(key, {})) for key in by_days)


def _course(symptom: str | None, ratings: Mapping[int, Sequence[int]], windows: Windows) -> SymptomCourse:
    series = day_values(ratings)

    def figure(window: range) -> Figure:
        absent = Missing.TOO_FEW if series.within(window) else Missing.NOT_RECORDED
        return median_figure(series, window, thresholds.DAYS_OF_A_WINDOW, absent)

    before = OUTSIDE if windows.before28 is None else figure(windows.before28)
    return SymptomCourse(symptom, ratings, figure(windows.last28), before)
