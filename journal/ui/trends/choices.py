"""What a person chooses above a chart of Trends: the range, the view, the group of products, one series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker

from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import Choice
from journal.ui.trends.charts import CHARTS, Chart
from journal.ui.trends.ranges import USUAL, Range, ranges

if TYPE_CHECKING:
    from journal.charts.group_days import GroupShown
    from journal.charts.one_series import SeriesSet
    from journal.insights.groups import Group


class RangeChips(ChipRow):
    """How many days are looked at."""

    def __init__(self, texts: Texts) -> None:
        self._ranges: dict[object, Range] = {choice.code: choice for choice in ranges(texts)}
        super().__init__(texts("Range"), [(code, choice.words) for code, choice in self._ranges.items()])
        self.set_value(USUAL)

    def range(self) -> Range:
        """The chosen one."""
        return self._ranges[self.value()]


class ViewChips(ChipRow):
    """Which chart is looked at."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("View"), [(chart.code, texts(chart.title)) for chart in CHARTS])
        self.set_value(CHARTS[0].code)

    def chart(self) -> Chart:
        """The chosen one."""
        return next(chart for chart in CHARTS if chart.code == self.value())


class MeasureChips(ChipRow):
    """What the calendar shows."""

    def __init__(self, texts: Texts) -> None:
        measures = [measure for chart in CHARTS for measure in chart.measures]
        super().__init__(texts("Shown in the calendar"), [(key, texts(name)) for key, name in measures])
        self.set_value(measures[0][0])


class GroupChips(ChipRow):
    """Which group of products leads."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("Group of products"))
        self._offered: list[tuple[object, str]] = []

    def offer(self, groups: Iterable[tuple[GroupShown, str]]) -> None:
        """The groups that were taken, the most used first; what was chosen stays chosen while it is there."""
        names: list[tuple[object, str]] = [(shown.group, name) for shown, name in groups]
        if names != self._offered:
            self._offered = names
            self.set_choices(names)
        if self.value() is None and names:
            self.set_value(names[0][0])

    @property
    def several(self) -> bool:
        """Whether there is something to choose from."""
        return len(self._offered) > 1

    def group(self) -> Group | None:
        """The chosen one."""
        value = self.value()
        return None if value is None else cast("Group", value)


class SeriesChoice(Choice):
    """One series of the period, or all of them, small."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("What to look at"), [("", texts("All, small, side by side"))])

    def offer(self, series: SeriesSet) -> None:
        """What was chosen stays chosen as long as the period holds it."""
        from journal.ui.trends.series_of_kinds import choices

        self.set_choices(choices(series))

    def shows_all(self) -> bool:
        """Whether no single one is chosen."""
        return not self.value()


class SymptomChoice(Choice):
    """Whose ratings the chart and its sentence show; every symptom that was rated in the period."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("Symptom"))
        self._offered: list[tuple[str, str]] = []

    def offer(self, rated: Sequence[tuple[str, str]], shown: str | None) -> None:
        """These, by id and name; the one that is shown is chosen."""
        if list(rated) != self._offered:
            self._offered = list(rated)
            self.set_choices(rated)
        if shown is not None:
            with QSignalBlocker(self):
                self.set_value(shown)

    @property
    def several(self) -> bool:
        """Whether there is something to choose from."""
        return len(self._offered) > 1
