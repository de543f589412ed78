"""A language with its number and date formats; reports may speak another one than the window."""

from __future__ import annotations

import datetime as dt
import gettext
from dataclasses import dataclass, field

from journal.assets import asset

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Texts:
    """Says things in one language. ``texts("Saved {time}", time=...)`` translates, then fills in.

    Values are put in as plain text; no surface may read them as markup.
    """

    language: str = "en"
    decimal: str = "."
    hours_24: bool = True
    translations: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, compare=False)

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language with its ``{placeholders}`` filled."""
        said = self.translations.gettext(message)
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The right plural form, with ``{n}`` filled in."""
        return self.translations.ngettext(one, many, n).format(n=self.integer(n), **values)

    def integer(self, n: int) -> str:
        """A whole number with thin groups: 18,412."""
        return f"{n:,}" if self.decimal == "." else f"{n:,}".replace(",", ".")

    def number(self, thousandths: int, places: int | None = None) -> str:
        """Thousandths as a decimal: as short as exact (2500 is "2.5"), or rounded half up to ``places`` (0 to 3)."""
        # Here, because the window is painted before it needs a number.
        from journal.core.amounts import plain_number

        if places is None:
            return plain_number(thousandths).replace(".", self.decimal)
        step = 10 ** (3 - places)
        rounded = (thousandths + step // 2) // step * step
        digits = plain_number(rounded)
        if places and "." not in digits:
            digits += "."
        digits = digits.ljust(digits.find(".") + 1 + places, "0") if places else digits
        return digits.replace(".", self.decimal)

    def time(self, local: dt.datetime) -> str:
        """The time of day, e.g. 15:24 or 3:24 pm."""
        if self.hours_24:
            return local.strftime("%H:%M")
        return f"{local.hour % 12 or 12}:{local.minute:02d} {self('am') if local.hour < 12 else self('pm')}"

    def day(self, day: dt.date) -> str:
        """A day without its year: Sunday 22 November."""
        return self("{weekday} {day} {month}", weekday=self.weekday(day), day=day.day, month=self.month(day))

    def full_day(self, day: dt.date) -> str:
        """A day with its year: Sunday 22 November 2026."""
        return self("{day} {year}", day=self.day(day), year=day.year)

    def short_day(self, day: dt.date) -> str:
        """22 Nov 2026."""
        return self("{day} {month} {year}", day=day.day, month=self.month(day)[:3], year=day.year)

    def when(self, local: dt.datetime, today: dt.date) -> str:
        """A moment with its day, said on ``today``: "today 22:18", "yesterday 23:50", "12 Nov 08:00"."""
        day, time = local.date(), self.time(local)
        if (today - day).days in (0, 1):
            return self("today {time}" if day == today else "yesterday {time}", time=time)
        if day.year != today.year:
            return self("{day} {time}", day=self.short_day(day), time=time)
        return self("{day} {month} {time}", day=day.day, month=self.month(day)[:3], time=time)

    def weekday(self, day: dt.date) -> str:
        """The weekday's name."""
        return self(_WEEKDAYS[day.weekday()])

    def month(self, day: dt.date) -> str:
        """The month's name."""
        return self(_MONTHS[day.month - 1])

    def ago(self, ms: int) -> str:
        """How long ago in hours and minutes: "2 h 48 min ago"; days from 48 hours on.

        ``ms`` below 0 by a minute or more: it was written while a clock was ahead, and no time since then is known.
        """
        minutes = ms // 60_000
        if ms <= -60_000:
            return self("later than this computer's clock")
        if minutes < 1:
            return self("just now")
        if minutes < 60:
            return self("{m} min ago", m=minutes)
        if minutes < 48 * 60:
            return self("{h} h {m} min ago", h=minutes // 60, m=minutes % 60)
        return self.plural("{n} day ago", "{n} days ago", minutes // 1440)


def english(decimal: str = ".", hours_24: bool = True) -> Texts:
    """English with the person's own decimal sign and clock."""
    return Texts("en", decimal, hours_24)


def translated(language: str, decimal: str = ".", hours_24: bool = True) -> Texts:
    """The language if a translation is shipped, else English."""
    found = gettext.translation("leaf-journal", asset("i18n"), [language], fallback=True)
    return Texts(language, decimal, hours_24, found)
