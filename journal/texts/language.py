"""A language with its number and date formats; reports may speak another one than the window."""

from __future__ import annotations

import datetime as dt
import gettext
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from journal.assets import asset
from journal.core import limits
from journal.core.rough_days import RoughDay
from journal.texts.chosen_formats import AS_THE_SYSTEM, Chosen
from journal.texts.isolates import isolated

if TYPE_CHECKING:
    from journal.texts.formats import Formats

_FROM_THE_RIGHT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


@dataclass(frozen=True)
class Texts:
    """Says things in one language. ``texts("Saved {time}", time=...)`` translates, then fills in.

    ``dates`` and ``numbers`` are the regions ("de_DE") whose order of dates, clock and decimal sign are used; "", or
    one that is not known, is English as most of the world writes it, with 24 hours. What is ``chosen`` goes before.
    Values are put in as plain text; no surface may read them as markup. ``for_commands``: they are read beside a
    command, where a button of the window cannot be pressed. ``isolating``: they are read in the window, where a
    name that is written from the right would take the numbers beside it along.
    """

    language: str = "en"
    dates: str = ""
    numbers: str = ""
    chosen: Chosen = AS_THE_SYSTEM
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, compare=False)
    for_commands: bool = False
    isolating: bool = False

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language with its ``{placeholders}`` filled."""
        translated = self.translations.gettext(message)
        return translated.format(**self._as_shown(values)) if values else translated

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The right plural form, with ``{n}`` filled in."""
        return self.translations.ngettext(one, many, n).format(n=self.integer(n), **self._as_shown(values))

    def _as_shown(self, values: dict[str, object]) -> dict[str, object]:
        if not self.isolating:
            return values
        return {key: isolated(value) if isinstance(value, str) else value for key, value in values.items()}

    @property
    def from_the_right(self) -> bool:
        """Whether the words are written from the right, so that windows are mirrored.

        The words decide, not the region: English in a mirrored window reads "doses · 5 g 2".
        """
        return self.language in _FROM_THE_RIGHT

    @cached_property
    def formats(self) -> Formats:
        """Dates, times and numbers of this language and region. They are loaded here: the first paint needs none."""
        from journal.texts.formats import formats_of

        return formats_of(self.language, self.dates, self.numbers, self.chosen)

    def integer(self, n: int) -> str:
        """A whole number in groups: 18,412."""
        return self.formats.integer(n)

    def number(self, thousandths: int, places: int | None = None) -> str:
        """Thousandths as a decimal: as short as exact (2500 is "2.5"), or rounded half up to ``places`` (0 to 3)."""
        if places is not None:
            step = 10 ** (3 - places)
            thousandths = (thousandths + step // 2) // step * step
        return self.formats.number(thousandths, places)

    def time(self, at: dt.datetime | dt.time) -> str:
        """The time of day, e.g. 15:24 or 3:24 PM."""
        return self.formats.written("time", at.time() if isinstance(at, dt.datetime) else at)

    def time_of_day(self, minutes: int) -> str:
        """The time so many minutes after midnight: 240 is 04:00."""
        return self.time(dt.time(*divmod(minutes, 60)))

    def hour(self, at: dt.datetime) -> str:
        """A full hour, as short as it can be said: 15 or 3 PM."""
        return self.formats.written("hour", at.time())

    def day(self, day: dt.date) -> str:
        """A day without its year: Sunday 22 November."""
        return self._written("day", day)

    def full_day(self, day: dt.date) -> str:
        """A day with its year: Sunday 22 November 2026."""
        return self._written("full_day", day)

    def long_day(self, day: dt.date) -> str:
        """22 November 2026."""
        return self._written("long_day", day)

    def short_day(self, day: dt.date) -> str:
        """22 Nov 2026."""
        return self._written("short_day", day)

    def day_and_month(self, day: dt.date) -> str:
        """A day without its year, short: 22 Nov."""
        return self._written("short_month_day", day)

    def month_and_year(self, day: dt.date) -> str:
        """Nov 2026; the year alone where no more of it is known."""
        return self._written("short_month_year", day)

    def _written(self, pattern: str, day: dt.date) -> str:
        """In that pattern; what is known by its month or year alone never as the day that it is compared by."""
        if not isinstance(day, RoughDay):
            return self.formats.written(pattern, day)
        return self.formats.written("short_month_year", day) if day.month_known else str(day.year)

    def short_month(self, day: dt.date) -> str:
        """Nov."""
        return self.formats.of_dates.short_month(day.month)

    def when(self, local: dt.datetime, today: dt.date) -> str:
        """A moment with its day, said on ``today``: "today 22:18", "yesterday 23:50", "12 Nov 08:00"."""
        day, time = local.date(), self.time(local)
        if (today - day).days in (0, 1):
            return self("today {time}" if day == today else "yesterday {time}", time=time)
        if day.year != today.year:
            return self("{day} {time}", day=self.short_day(day), time=time)
        return self("{day} {time}", day=self.day_and_month(day), time=time)

    def weekday(self, day: dt.date) -> str:
        """The weekday's name."""
        return self.formats.of_dates.weekday(day.weekday())

    def short_weekday(self, weekday: int) -> str:
        """The short name of a weekday; 0 is Monday."""
        return self.formats.of_dates.short_weekday(weekday)

    @property
    def first_weekday(self) -> int:
        """The day that a week begins with; 0 is Monday."""
        return self.formats.first_weekday

    def first_and_last(self, first: dt.date, last: dt.date) -> tuple[str, str]:
        """Two days, as "from … to …" says them: "9" and "15 March 2026"; what they share is said once."""
        whole_day = self.long_day(first)
        if first.year != last.year:
            return whole_day, self.long_day(last)
        begin = self.formats.written("month_day", first)
        alone = str(first.day)
        if first.month == last.month and begin.startswith(alone) and whole_day.startswith(begin):
            begin = alone
        return begin, self.long_day(last)

    def ago(self, ms: int) -> str:
        """How long ago in hours and minutes: "2 h 48 min ago"; days from ``limits.AGO_HOURS`` on.

        ``ms`` below 0 by a minute or more: it was written while a clock was ahead, and no time since then is known.
        """
        minutes = ms // 60_000
        if ms <= -60_000:
            return self("later than this computer's clock")
        if minutes < 1:
            return self("just now")
        if minutes < 60:
            return self("{m} min ago", m=minutes)
        if minutes < limits.AGO_HOURS * 60:
            return self("{h} h {m} min ago", h=minutes // 60, m=minutes % 60)
        return self.days_ago(minutes // 1440)

    def days_ago(self, days: int) -> str:
        """How many days ago: "10 days ago"."""
        return self.plural("{n} day ago", "{n} days ago", days)


def english(dates: str = "", numbers: str = "", chosen: Chosen = AS_THE_SYSTEM) -> Texts:
    """English with the dates and the numbers of these regions, and what a person chose by themselves."""
    return Texts("en", dates, numbers, chosen)


def translated(language: str, dates: str = "", numbers: str = "") -> Texts:
    """The language if a translation is shipped, else English."""
    translations = gettext.translation("leaf-journal", asset("i18n"), [language], fallback=True)
    return Texts(language, dates, numbers, translations=translations)
