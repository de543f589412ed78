"""An entry of a row as its details tell it: pieces from which each kind of entry puts its sections together."""

from __future__ import annotations

import datetime as dt

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Batch, Dose, Rating, Timed, Unit
from journal.core.moments import here
from journal.core.typed_amounts import said_in_milligrams
from journal.texts import Texts
from journal.texts.amounts import piece_text, spread_text
from journal.texts.marked import marked
from journal.texts.names import BASES, PREPARATIONS, STOMACHS
from journal.ui.entries.batch_words import batch_name
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.dose_words import amount_in_words
from journal.ui.entries.names import Names
from journal.ui.entries.rated_signs import answers_text, signs_in
from journal.ui.entries.rating_words import is_masked, rating_text
from journal.ui.kit.bridge import Bridge

# A label lays out all of its text at once; a note of 100,000 letters would hold up the window.
LONGEST_NOTE = 4000
_ONE_DAY = dt.timedelta(days=1)


class Details:
    """``opened``: masked ratings are shown, too. ``masked`` becomes true where something was left out."""

    def __init__(self, bridge: Bridge, names: Names, row: Row, opened: bool) -> None:
        self.bridge, self.texts, self.names, self.row = bridge, bridge.texts, names, row
        self.entry, self.opened = row.entries[0], opened
        self.masked = False

    def when_and_where(self, how: str = "") -> str:
        """The day of an entry at a moment, with what is unusual about it; ``how`` stands between."""
        entry, texts = self.entry, self.texts
        assert isinstance(entry, Timed)
        private = texts("private") if entry.private else ""
        parts = (texts.short_day(entry.at.local.date()), self._other_day(entry), how, self._zone(entry), private)
        return " · ".join(part for part in parts if part)

    def _other_day(self, entry: Timed) -> str:
        """An hour after midnight belongs to the day before, under whose heading the entry stands."""
        day, start = self.bridge.logbook.day_of(entry), self.bridge.logbook.preferences.day_start
        if day is None or day == entry.at.local.date():
            return ""
        begins = self.texts.time_of_day(start)
        return self.texts(
            "counts for {weekday}: the day begins at {time}", weekday=self.texts.weekday(day), time=begins
        )

    def how_taken(self, dose: Dose) -> str:
        """Product, preparation and stomach of a dose."""
        product = self.names.product(dose.product)
        words = [product.name] if product else []
        words += [self.texts(PREPARATIONS[dose.preparation])] if dose.preparation else []
        words += [self.texts(STOMACHS[dose.stomach])] if dose.stomach else []
        return " · ".join(words)

    def _zone(self, entry: Timed) -> str:
        """The zone of an entry that was made in another one than the present."""
        zone = entry.at.zone
        return "" if zone == here(self.bridge.clock, entry.at.utc_ms).zone else self.texts("{zone} time", zone=zone)

    def amount(self, amount: Amount) -> str:
        """An amount with its spread, how it is known, and its own unit as that was measured."""
        words = amount_in_words(self.texts, self.names, amount)
        unit = self.names.unit(amount.unit)
        measured = "" if unit is None else unit_text(self.texts, unit)
        known = "" if amount.basis is Basis.UNKNOWN else self.texts(BASES[amount.basis])
        first = " · ".join(part for part in (words + _spread(self.texts, amount), known) if part)
        return f"{first}\n({measured})" if measured else first

    def batch(self, dose: Dose) -> str:
        """The bought lot that a dose is from."""
        batch = self.bridge.logbook.get(dose.batch) if dose.batch else None
        return batch_name(self.texts, batch) if isinstance(batch, Batch) else ""

    def ratings(self) -> str:
        """The ratings of the row, a line each."""
        return "\n".join(
            " · ".join(part for part in (self._rating(rating), _place(rating)) if part) for rating in self.row.ratings
        )

    def _rating(self, rating: Rating) -> str:
        self.masked |= not self.opened and is_masked(self.names, rating)
        return rating_text(self.texts, self.names, rating, self.opened)

    def answers(self) -> str:
        """What was answered about warning signs; of masked ones only when they are opened."""
        return answers_text(self.texts, self.names, signs_in(self.names, self.row, self.opened))

    def linked_ratings(self, dose: Dose) -> str:
        """The ratings before and after a dose, a line each."""
        return "\n".join(self._link(rating) for rating in self._linked(dose))

    def _linked(self, dose: Dose) -> list[Rating]:
        """The ratings before and after a dose; the search ends with the day after it."""
        day = self.bridge.logbook.day_of(dose)
        if day is None or dose.deleted_ms is not None:
            return list(self.row.ratings)
        days = self.bridge.readable_days(day - _ONE_DAY, day + _ONE_DAY).days
        return [rating for recorded in days for rating in recorded.ratings if rating.dose == dose.id]

    def _link(self, rating: Rating) -> str:
        words = marked({"before": "before: {rating}, {time}", "after": "after: {rating}, {time}"})
        rated = self._rating(rating)
        sentence = words.get(rating.phase, marked("{rating}, {time}"))
        return self.texts(sentence, rating=rated, time=self.texts.time(rating.at.local))

    def long_text(self, text: str) -> str:
        """A note, as far as it is shown here."""
        if len(text) <= LONGEST_NOTE:
            return text
        one = "{n} more letter; Edit shows all of them."
        more = self.texts.plural(one, "{n} more letters; Edit shows all of them.", len(text) - LONGEST_NOTE)
        return f"{text[:LONGEST_NOTE]}…\n\n{more}"


def unit_text(texts: Texts, unit: Unit) -> str:
    """An own unit as it was measured: "own unit of 3 Mar 2026: 0.5 ± 0.04 g, 10 weighed"."""
    of = texts("own unit of {day}", day=texts.short_day(unit.since)) if unit.since else texts("own unit")
    if unit.quantity is None:
        return texts("{unit}, not measured", unit=of)
    size = piece_text(texts, unit.quantity, unit.dimension, unit.spread)
    return ", ".join(part for part in (f"{of}: {size}", unit.measured) if part)


def _spread(texts: Texts, amount: Amount) -> str:
    if not amount.spread:
        return ""
    milligrams = said_in_milligrams(amount)
    return f" ± {spread_text(texts, amount.spread, amount.dimension or Dimension.COUNT, milligrams)}"


def _place(rating: Rating) -> str:
    return " ".join(part for part in (rating.side, rating.site) if part)
