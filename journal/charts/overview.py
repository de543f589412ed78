"""The overview: two groups of products and the main symptom over the same days; what is not recorded stays open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journal.charts.day_words import DayWords, overview_words
from journal.charts.group_days import PANELS_FOR, GroupShown, any_other
from journal.charts.panels import Panel, Tone, group_panels, no_panel, symptom_panel
from journal.charts.series import Grain, Step, grain_of, spans, steps_of
from journal.core import limits
from journal.insights.days import DayFigures, DayState
from journal.insights.group_words import group_inside
from journal.insights.statistics import RUNNING_DAYS
from journal.insights.summary import Summary
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed on a day: a medicine started, another product, a limit set."""

    day: dt.date
    label: str


@dataclass(frozen=True, slots=True)
class OverviewData:
    """Everything the overview shows. ``panels`` is empty while too few days are recorded, and ``message`` says so.

    ``gaps`` are runs of days without any entry, ``others`` the middles of steps with doses of a group that has no panel
    (``others_name``), ``last28`` is where the last 28 days begin, None in a period that is not longer.
    """

    words: DayWords
    grain: Grain
    recorded: int
    enough_data: bool
    message: str
    panels: tuple[Panel, ...] = ()
    gaps: tuple[Step, ...] = ()
    others: tuple[float, ...] = ()
    others_name: str = ""
    events: tuple[tuple[float, str], ...] = ()
    last28: int | None = None

    @property
    def texts(self) -> Texts:
        """The language it speaks."""
        return self.words.texts

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.texts("Overview: amounts, doses and main symptom by day")

    @property
    def first(self) -> dt.date:
        """The first day."""
        return self.words.days[0].day

    @property
    def count(self) -> int:
        """How many days."""
        return len(self.words.days)

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next day, down is the next week."""
        return 1, 7

    def day(self, index: int) -> dt.date:
        """The date of a day."""
        return self.words.days[index].day

    def sentence(self, index: int) -> str:
        """A day in words."""
        return self.words.sentence(index)

    def description(self) -> str:
        """The whole chart in words."""
        if not self.enough_data:
            return f"{self.words.description()} {self.message}"
        events = ", ".join(f"{label} ({self.texts.short_day(self.day(int(x)))})" for x, label in self.events)
        return self.words.description() + (f" {events}." if events else "")

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row a day."""
        return self.words.table()

    def with_one_panel_a_group(self) -> OverviewData:
        """For little room: of a group its amount only, or its doses where no amount is known."""
        amounts = {panel.tone for panel in self.panels}
        kept = [panel for panel in self.panels if panel.tone is not Tone.DOSES or amounts <= {Tone.DOSES, Tone.SYMPTOM}]
        return replace(self, panels=tuple(kept))

    def with_one_group(self) -> OverviewData:
        """For the least room: the most used group, and the symptom."""
        return replace(
            self, panels=(*self.panels[:1], *(panel for panel in self.panels[1:] if panel.tone is Tone.SYMPTOM))
        )

    def least_height(self, width: float, label: float) -> float:
        """Room for every panel, whatever its width."""
        return label * (8 + 6 * max(3, len(self.panels)))

    def caption(self, grey: bool = True) -> str:
        """How to read it: the marks that occur, on paper as on screen. ``grey``: nothing else beside it says that."""
        texts = self.texts
        line = {
            Grain.DAY: texts("bar: a day · line: {n}-day median", n=texts.integer(RUNNING_DAYS)),
            Grain.WEEK: texts("line: weekly median, band: middle half of the days"),
            Grain.MONTH: texts("line: monthly median, band: middle half of the days"),
        }[self.grain]
        parts = [
            (True, line),
            (any(bar.hollow for panel in self.panels for bar in panel.bars), texts("hollow: at least")),
            (any(panel.nones for panel in self.panels), texts("○ confirmed none")),
            (any(panel.unsaid for panel in self.panels), texts("• other entries only: doses not recorded")),
            (any(panel.unknown for panel in self.panels), texts("◇ amount unknown")),
            (any(panel.unlisted for panel in self.panels), texts("× doses not listed: may be more")),
            (bool(self.others), texts("▲ {groups}", groups=self.others_name)),
            (grey and bool(self.gaps), texts("grey: not recorded")),
        ]
        return " · ".join(words for shown, words in parts if shown)


def new_group_events(texts: Texts, summary: Summary) -> tuple[Event, ...]:
    """The first doses of the groups that have panels, where they are new in the period."""
    return tuple(
        Event(group.new_on, texts("first {group} {day}", group=group_inside(texts, group.group),
                                 day=texts.day_and_month(group.new_on)))
        for group in summary.groups[:PANELS_FOR]
        if group.new_on is not None
    )  # fmt: skip


def new_product_events(texts: Texts, summary: Summary, names: Mapping[str, str]) -> tuple[Event, ...]:
    """The first doses of products, the only events that this version records; ``names`` by product id."""
    return tuple(
        Event(product.day, texts("new: {name}", name=names[product.product])) for product in summary.new_products
    )


def overview_data(
    days: Sequence[DayFigures],
    ratings_by_day: Sequence[Sequence[int]],
    texts: Texts,
    symptom: str | None,
    groups: Sequence[GroupShown],
    events: Sequence[Event] = (),
) -> OverviewData:
    """The chart of these days, at least one, in order; ``symptom`` is the main symptom's name, None: not tracked.

    ``groups``: the most used first; the first two have panels of their own, of the others only the days are marked.
    """
    words = overview_words(days, ratings_by_day, texts, symptom, groups)
    recorded = sum(day.state is not DayState.EMPTY for day in days)
    grain = grain_of(len(days))
    if recorded < limits.FEWEST_RECORDED_DAYS:
        few = texts.plural(
            "{fewest} recorded days are needed for this chart; there is {n}.",
            "{fewest} recorded days are needed for this chart; there are {n}.",
            recorded, fewest=texts.integer(limits.FEWEST_RECORDED_DAYS),
        )  # fmt: skip
        return OverviewData(words, grain, recorded, False, few)
    steps = steps_of(days[0].day, len(days), grain)
    shown, rest = groups[:PANELS_FOR], groups[PANELS_FOR:]
    panels = [panel for group in shown for panel in group_panels(words, steps, group, group is shown[0])]
    empty = [all(day.state is DayState.EMPTY for day in days[start:end]) for start, end in steps]
    others = [any(any_other(day, shown) for day in days[start:end]) for start, end in steps]
    return OverviewData(
        words, grain, recorded, True, "", (*(panels or [no_panel(words)]), symptom_panel(words, steps)),
        gaps=spans(empty, steps),
        others=tuple((start + end) / 2 for (start, end), flag in zip(steps, others, strict=True) if flag),
        others_name=", ".join(group_inside(texts, group.group) for group in rest),
        events=_placed(events, days[0].day, len(days)),
        last28=len(days) - limits.WINDOW_DAYS if len(days) > limits.WINDOW_DAYS else None,
    )  # fmt: skip


def _placed(events: Sequence[Event], first: dt.date, count: int) -> tuple[tuple[float, str], ...]:
    places = sorted(((event.day - first).days, event.label) for event in events)
    return tuple((float(place), label) for place, label in places if 0 <= place < count)
