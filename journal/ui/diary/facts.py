"""Everything about one row in words, for the details pane: amount, links, note and history as titled sections."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from journal.core.amounts import Amount, Basis, Dimension, said_in_milligrams
from journal.core.entries import DayMark, Dose, Entry, Note, Rating, Timed, Unit
from journal.texts import Texts
from journal.texts.amounts import piece_text, spread_text
from journal.texts.names import BASES, DAY_MARKS, PREPARATIONS, STOMACHS
from journal.ui.diary.history import history_text
from journal.ui.diary.names import Names
from journal.ui.diary.rows import Row, RowKind
from journal.ui.diary.warned import answers_text, signs_in
from journal.ui.diary.wording import day_facts, is_masked, line_of, rating_text, ratings_detail, said_amount
from journal.ui.kit.bridge import Bridge

# A label lays out all of its text at once; a note of 100,000 letters would hold up the window.
LONGEST_NOTE = 4000
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """A title, a quiet line below it, and sections of heading and text.

    ``masked``: something in it is not shown before the person asks for it.
    """

    title: str
    below: str = ""
    sections: tuple[tuple[str, str], ...] = ()
    masked: bool = False


def facts_of(bridge: Bridge, names: Names, row: Row, opened: bool = False) -> Facts:
    """What the details pane shows of a row; ``opened``: masked ratings too."""
    if not row.entries:
        return _day_facts(bridge.texts, names, row)
    return _EntryFacts(bridge, names, row, opened).tell()


def _day_facts(texts: Texts, names: Names, row: Row) -> Facts:
    if row.kind is RowKind.RUN:
        return Facts(line_of(texts, names, row).detail)
    if row.contents is None:
        return Facts(texts.full_day(row.day))
    return Facts(texts.full_day(row.day), day_facts(texts, names, row.contents))


class _EntryFacts:
    def __init__(self, bridge: Bridge, names: Names, row: Row, opened: bool) -> None:
        self._bridge, self._texts, self._names, self._row = bridge, bridge.texts, names, row
        self._entry, self._opened = row.entries[0], opened
        self._masked = False  # whether something was left out

    def tell(self) -> Facts:
        """Title, quiet line and every section that has something to say."""
        sections = (
            (self._texts("Amount"), self._amount()),
            (self._texts("Ratings"), self._ratings()),
            (self._texts("Warning symptom"), self._answers()),
            (self._texts("Linked"), self._links()),
            (self._texts("Reasons"), ", ".join(self._entry.reasons) if isinstance(self._entry, Dose) else ""),
            (self._texts("Note"), self._note()),
            (self._texts("History"), self._history()),
        )
        return Facts(self._title(), self._below(), tuple(each for each in sections if each[1]), self._masked)

    def _title(self) -> str:
        entry, texts = self._entry, self._texts
        if isinstance(entry, DayMark):
            return texts("{what}, {when}", what=texts("Day mark"), when=texts.full_day(entry.day))
        if not isinstance(entry, Timed):
            return line_of(texts, self._names, self._row).title
        what = {Dose: texts("Dose"), Rating: texts("How I felt"), Note: texts("Note")}[type(entry)]
        when = f"{texts.weekday(entry.at.local.date())} {texts.time(entry.at.local)}"
        return texts("{what}, {when}", what=what, when=when)

    def _below(self) -> str:
        entry, texts = self._entry, self._texts
        if isinstance(entry, DayMark):
            return texts(DAY_MARKS[entry.mark])
        if not isinstance(entry, Timed):
            return line_of(texts, self._names, self._row).detail
        private = texts("private") if entry.private else ""
        parts = (texts.short_day(entry.at.local.date()), self._other_day(entry), self._how(), self._zone(), private)
        return " · ".join(each for each in parts if each)

    def _other_day(self, entry: Timed) -> str:
        """An hour after midnight belongs to the day before, under whose heading the entry stands."""
        day, start = self._bridge.logbook.day_of(entry), self._bridge.logbook.preferences.day_start
        if day is None or day == entry.at.local.date():
            return ""
        begins = self._texts.time(dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=start))
        return self._texts(
            "counts for {weekday}: the day begins at {time}", weekday=self._texts.weekday(day), time=begins
        )

    def _how(self) -> str:
        """Product, preparation and stomach of a dose."""
        if not isinstance(self._entry, Dose):
            return ""
        product = self._names.product(self._entry.product)
        words = [product.name] if product else []
        words += [self._texts(PREPARATIONS[self._entry.preparation])] if self._entry.preparation else []
        words += [self._texts(STOMACHS[self._entry.stomach])] if self._entry.stomach else []
        return " · ".join(words)

    def _zone(self) -> str:
        """The zone of an entry that was made in another one than the present."""
        assert isinstance(self._entry, Timed)
        zone = self._entry.at.zone
        return "" if zone == self._bridge.clock.zone_name() else self._texts("{zone} time", zone=zone)

    def _amount(self) -> str:
        if not isinstance(self._entry, Dose):
            return ""
        amount = self._entry.amount
        said = said_amount(self._texts, self._names, amount)
        unit = self._names.unit(amount.unit)
        measured = "" if unit is None else unit_text(self._texts, unit)
        known = "" if amount.basis is Basis.UNKNOWN else self._texts(BASES[amount.basis])
        first = " · ".join(each for each in (said + _spread(self._texts, amount), known) if each)
        return f"{first}\n({measured})" if measured else first

    def _ratings(self) -> str:
        if not isinstance(self._entry, Rating):
            return ""
        return "\n".join(
            " · ".join(each for each in (self._rating(rating), _place(rating)) if each) for rating in self._row.ratings
        )

    def _rating(self, rating: Rating) -> str:
        self._masked |= not self._opened and is_masked(self._names, rating)
        return rating_text(self._texts, self._names, rating, self._opened)

    def _answers(self) -> str:
        """What was answered about warning signs; of masked ones only when they are opened."""
        return answers_text(self._texts, self._names, signs_in(self._names, self._row, self._opened))

    def _links(self) -> str:
        if isinstance(self._entry, Rating):
            return ratings_detail(self._texts, self._names, self._entry) if self._entry.dose else ""
        if not isinstance(self._entry, Dose):
            return ""
        return "\n".join(self._link(rating) for rating in self._linked(self._entry))

    def _linked(self, dose: Dose) -> list[Rating]:
        """The ratings before and after a dose; none is asked for later than the day after it."""
        day = self._bridge.logbook.day_of(dose)
        if day is None or dose.deleted_ms is not None:
            return list(self._row.ratings)
        days = self._bridge.logbook.days(day - _ONE_DAY, day + _ONE_DAY)
        return [rating for each in days for rating in each.ratings if rating.dose == dose.id]

    def _link(self, rating: Rating) -> str:
        words = {"before": "before: {rating}, {time}", "after": "after: {rating}, {time}"}
        said = self._rating(rating)
        sentence = words.get(rating.phase, "{rating}, {time}")
        return self._texts(sentence, rating=said, time=self._texts.time(rating.at.local))

    def _note(self) -> str:
        text = _text_of(self._entry)
        if len(text) <= LONGEST_NOTE:
            return text
        more = self._texts("{n} more letters; Edit shows all of them.", n=self._texts.integer(len(text) - LONGEST_NOTE))
        return f"{text[:LONGEST_NOTE]}…\n\n{more}"

    def _history(self) -> str:
        logbook = self._bridge.logbook
        revisions = logbook.history(self._entry.id)
        start = logbook.preferences.day_start
        entry = self._entry
        masked = isinstance(entry, Rating) and is_masked(self._names, entry) and not self._opened
        return history_text(self._texts, self._names, logbook.clock, entry, revisions, start, masked)


def unit_text(texts: Texts, unit: Unit) -> str:
    """An own unit as it was measured: "own unit of 3 Mar 2026: 0.5 ± 0.04 g, 10 weighed"."""
    of = texts("own unit of {day}", day=texts.short_day(unit.since)) if unit.since else texts("own unit")
    if unit.quantity is None:
        return texts("{unit}, not measured", unit=of)
    size = piece_text(texts, unit.quantity, unit.dimension, unit.spread)
    return ", ".join(each for each in (f"{of}: {size}", unit.measured) if each)


def _spread(texts: Texts, amount: Amount) -> str:
    if not amount.spread:
        return ""
    milligrams = said_in_milligrams(amount)
    return f" ± {spread_text(texts, amount.spread, amount.dimension or Dimension.COUNT, milligrams)}"


def _place(rating: Rating) -> str:
    return " ".join(each for each in (rating.side, rating.site) if each)


def _text_of(entry: Entry) -> str:
    if isinstance(entry, Dose):
        return entry.note
    return entry.text if isinstance(entry, Note) else ""
