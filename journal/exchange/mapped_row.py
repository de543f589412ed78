"""One row of a table, read as a mapping says, as the cells of the program's own CSV."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from journal.core.check_ins import QUESTIONNAIRES, SKIPPED
from journal.core.entries import Preparation, origin_id
from journal.core.kinds import KINDS, Placed
from journal.core.moments import Moment
from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.exchange.cells import text_cell
from journal.exchange.csv_columns import TEXT_COLUMNS
from journal.exchange.dose_names import amount_cells, names_a_dose
from journal.exchange.foreign_values import Times, day_and_clock, is_stamp, written_clock, written_day
from journal.exchange.herbal_tracker_rows import unquoted
from journal.exchange.identities import Alike, Occurrences
from journal.exchange.instants import moment_text
from journal.exchange.mapped_amount import Written, written_amount
from journal.exchange.mapped_cases import Cases, Others
from journal.exchange.mapped_fields import MAPPED_FIELDS, HeldCell, entries_of, own_cells
from journal.exchange.mapped_units import NOT_KNOWN, InUnits, OwnUnits
from journal.exchange.mapped_words import first_values
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.names import Names
from journal.exchange.preparation_words import PREPARATIONS
from journal.exchange.rated_directions import Directions
from journal.exchange.rating_cells import says_no_answer
from journal.exchange.said_beside import AMOUNT_IN_WORDS
from journal.exchange.short_scales import SeenRatings

_MIDDAY = dt.time(12)
# A choice about the whole table mends these in every row, so nothing of the row is taken without it.
_TO_BE_CHOSEN = ("amount-ambiguous", "amount-unit-missing")
_DOSE = (Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.PREPARATION)

Cells = dict[str, str]
Part = Callable[[], Cells]  # Refused with the reason, if nothing can be made of it


class RowRead(NamedTuple):
    """What can be used of a row, and why the rest cannot."""

    parts: list[Cells]
    lost: list[Refused]


class RefusedCell(Refused):
    """A refusal that knows its column."""

    def __init__(self, column: str, reason: Refused) -> None:
        super().__init__(reason.code, **reason.values)
        self.column = column


class MappedRow:
    """Reads the rows of one table after the other. ``times``, ``at_midday``, ``named_doses`` and ``alike`` count
    what must be said."""

    def __init__(self, names: Sequence[str], mapping: TableMapping, here: Names) -> None:
        self.times = Times(mapping.zone)
        self.at_midday = self.at_day_part = self.named_doses = 0
        self.alike, self.others, self.seen = Alike(), Others(), SeenRatings()
        self._names, self._texts = names, here.texts
        self._cases = Cases(mapping)
        self._case = self._cases.first  # of the row that is being read
        self.day = dt.date.min  # of the row that was read last
        self._own_units, self.directions = OwnUnits(here), Directions(here)
        self._occurrences = Occurrences()

    def read(self, cells: Sequence[str]) -> RowRead:
        """What the row says, as rows of the own CSV: a dose, ratings, a note; and what of it is lost, with the reason.
        Refused where nothing of it can be used."""
        if any(cells[len(self._names) :]):
            raise Refused("row-too-long")
        full = (*cells, *[""] * len(self._names))[: len(self._names)]
        written = [unquoted(cell).strip() for cell in full]
        case = self._cases.of(written)
        if case is None:
            self.others.count(self._cases.category(written))
            return RowRead([], [])
        self._case, row = case, case.meant(written)
        number = self._occurrences.number("\x1e".join(written))
        key = "\x1e".join((*written, str(number)))
        moment, complete = self._moment(row)
        self.day = moment.local.date()
        parts, lost = self._parts(row, written, key, self.day)
        if not parts and not lost:
            raise Refused("row-empty")
        if parts:
            self.alike.take(number)
        timed = [KINDS[part["kind"]].placed is Placed.AT_A_MOMENT for part in parts]
        in_words = complete and self._is_day_part(written, row)
        self.at_midday += not complete and any(timed)
        self.at_day_part += in_words and any(timed)
        when = self._when(moment, complete and not in_words)
        return RowRead([_safe({**when, **part} if at else part) for at, part in zip(timed, parts, strict=True)], lost)

    def _is_day_part(self, written: Sequence[str], row: Sequence[str]) -> bool:
        """Whether the time of day is a word that a time was said for."""
        place = self._mapping.place(Meaning.TIME)
        return place is not None and written[place] != row[place]

    def _parts(
        self, row: Sequence[str], written: Sequence[str], key: str, day: dt.date
    ) -> tuple[list[Cells], list[Refused]]:
        """Each part by itself: an amount that cannot be read takes the dose along, not the ratings beside it."""
        parts, lost = list[Cells](), list[Refused]()
        note = self._note_text(row, written)
        for make in (*self._dose(row, key, day, note), *self._ratings(row, key), *self._fields(row, key, day, note)):
            try:
                parts.append(make())
            except Refused as reason:
                if reason.code in _TO_BE_CHOSEN:
                    raise
                lost.append(reason)
        if note and not any(part["kind"] == "dose" for part in parts):
            parts.append({"kind": "note", "id": _identity(key, "note"), "note": note})
        return parts, lost

    @property
    def columns(self) -> Sequence[Column]:
        """What the columns are in the row that was read last."""
        return self._mapping.columns

    @property
    def has_amounts(self) -> bool:
        """Whether the row that was read last has a cell for an amount."""
        return self._mapping.place(Meaning.AMOUNT) is not None

    @property
    def _mapping(self) -> TableMapping:
        return self._case.mapping

    def strain(self, cells: Sequence[str]) -> str:
        """The strain label in the row."""
        place = self._mapping.place(Meaning.STRAIN)
        return "" if place is None or place >= len(cells) else clean_name(unquoted(cells[place]))

    # --- when ---

    def _when(self, moment: Moment, complete: bool) -> Cells:
        known = {"time": moment_text(moment), "zone": moment.zone}
        return known if complete else {**known, "complete_later": "1"}

    def _moment(self, row: Sequence[str]) -> tuple[Moment, bool]:
        """The row's moment, and whether its time of day is known."""
        place = self._mapping.place(Meaning.INSTANT)
        if place is None:
            return self._from_two(row)
        with _column(self._names[place]):
            cell = _filled(row[place])
            if is_stamp(cell):
                return self.times.stamp(cell), True
            return self._at(*day_and_clock(cell, self._mapping.date_order))

    def _from_two(self, row: Sequence[str]) -> tuple[Moment, bool]:
        place, clock = self._mapping.place(Meaning.DATE), self._mapping.place(Meaning.TIME)
        if place is None:
            raise Refused("mapping-no-time")
        with _column(self._names[place]):
            day = _filled(row[place])
            written_day(day, self._mapping.date_order)
        with _column(self._names[place if clock is None else clock]):
            return self._at(day, "" if clock is None else row[clock])

    def _at(self, day: str, clock: str) -> tuple[Moment, bool]:
        if not clock and not self._mapping.midday and self._mapping.needs_clock:
            raise Refused("row-no-clock")
        written = written_day(day.strip(" ,"), self._mapping.date_order)
        time = written_clock(clock) if clock else _MIDDAY
        return self.times.at(dt.datetime.combine(written, time)), bool(clock)

    # --- what ---

    def _dose(self, row: Sequence[str], key: str, day: dt.date, note: str) -> list[Part]:
        says = any(not says_no_answer(self._cell(row, meaning).removeprefix(f"{NOT_KNOWN} ")) for meaning in _DOSE)
        return [partial(self._made_dose, row, key, day, note)] if says else []

    def _made_dose(self, row: Sequence[str], key: str, day: dt.date, note: str) -> Cells:
        (preparation, kept), amount = self._preparation(row), self._amount(row, day)
        return {
            "kind": "dose",
            "id": _identity(key, "dose"),
            "product": self._product(row),
            **amount,
            "preparation": preparation,
            "note": self._noted(note, amount, kept),
        }

    def _noted(self, note: str, amount: Cells, kept: str = "") -> str:
        """The note of a dose; an amount in words alone is kept in it."""
        in_words = self._texts(AMOUNT_IN_WORDS, words=amount["typed"]) if {*amount} == {"typed"} else ""
        return "\n".join(text for text in (note, in_words, kept) if text)

    def _product(self, row: Sequence[str]) -> str:
        """Products of one name and several strains are several products here."""
        return ", ".join(filter(None, (self._cell(row, Meaning.PRODUCT), self._cell(row, Meaning.STRAIN))))

    def _amount(self, row: Sequence[str], day: dt.date) -> Cells:
        place = self._mapping.place(Meaning.AMOUNT)
        if place is None or not row[place]:
            return {}
        with _column(self._names[place]):
            if row[place].startswith(f"{NOT_KNOWN} "):  # as was said of these words
                return {"typed": row[place].removeprefix(f"{NOT_KNOWN} ")}
            written = _written(row[place], self._mapping.decimal)
            word = self._case.words[place].meant(written.word) or self._cell(row, Meaning.UNIT) or self._mapping.unit
            if not word:
                raise Refused("amount-unit-missing", text=row[place][:40])
            typed = row[place] if written.word else f"{row[place]} {word}"
            return InUnits(written, word, typed).cells(self._own_units.of(self._product(row), day), day)

    def _preparation(self, row: Sequence[str]) -> tuple[str, str]:
        """Its code, and the words to keep in the note where there is none for them."""
        words = self._cell(row, Meaning.PREPARATION)
        known = PREPARATIONS.get(folded(words))
        if known is not None or not words:
            return known or "", ""
        return Preparation.OTHER, self._texts("Preparation, as imported: {words}", words=words)

    def _ratings(self, row: Sequence[str], key: str) -> list[Part]:
        named = self._cell(row, Meaning.SYMPTOM)
        return [
            partial(self._rating, name, column.scale, column.symptom or named, cell, key)
            for name, column, cell in zip(self._names, self._mapping.columns, row, strict=True)
            if column.meaning is Meaning.RATING and not says_no_answer(cell)
        ]

    def _rating(self, name: str, scale: str, symptom: str, cell: str, key: str) -> Cells:
        with _column(name):
            value = self.directions.value(scale, symptom, cell, self._mapping.decimal)
        self.seen.see(name, value, has_scale=bool(scale) or "/" in cell)
        return {
            "kind": "rating",
            "id": _identity(key, f"rating {folded(symptom)}"),
            "group": _identity(key, "group"),
            "symptom": symptom,
            "value": str(value),
        }

    def _fields(self, row: Sequence[str], key: str, day: dt.date, note: str) -> list[Part]:
        """What the row says of kinds without peculiarities."""
        held = [
            HeldCell(name, column.of, column.symptom, self._with_unit(row, column, cell))
            for name, column, cell in zip(self._names, self._mapping.columns, row, strict=True)
            if column.meaning is Meaning.FIELD and cell
        ]
        return [partial(self._of_kind, cells, key, day, note) for cells in entries_of(held)]

    def _with_unit(self, row: Sequence[str], column: Column, cell: str) -> str:
        """A number of which the unit stands in another column; beside a dose that column is the dose's."""
        unit = self._cell(row, Meaning.UNIT).removeprefix(f"{NOT_KNOWN} ")
        alone = cell[-1].isdigit() and not self._cell(row, Meaning.AMOUNT)
        return f"{cell} {unit}" if unit and alone and MAPPED_FIELDS[column.of].takes_unit else cell

    def _of_kind(self, held: Sequence[HeldCell], key: str, day: dt.date, note: str) -> Cells:
        """One that was taken and is called kratom is a dose, whatever list it stands in."""
        _refuse_unfit_answers(held)
        with _column(held[0].column):
            cells = own_cells(held, self._mapping.decimal, day)
            if cells["kind"] == "intake" and names_a_dose(cells.get("name", "")):
                amount = amount_cells(cells.get("typed", ""))
                product, self.named_doses = cells["name"], self.named_doses + 1
                made = {"kind": "dose", "id": _identity(key, f"dose {folded(product)}"), "product": product}
                return {**made, **amount, "note": self._noted(note, amount)}
        kind, which = cells["kind"], folded(held[0].option) if held[0].mapped.must_say_which else ""
        return {**cells, "id": _identity(key, f"{kind} {which}")}

    def _note_text(self, row: Sequence[str], written: Sequence[str]) -> str:
        """The note; of several, each behind its column's name; and ratings as they were written on another scale."""
        places = [n for n, column in enumerate(self._mapping.columns) if column.meaning is Meaning.NOTE]
        lines = [row[places[0]]] if len(places) == 1 else [f"{self._names[n]}: {row[n]}" for n in places if row[n]]
        first = first_values(self._names, self._mapping, written, row, self._texts)
        return "\n".join(filter(None, (*lines, *first)))

    def _cell(self, row: Sequence[str], meaning: Meaning) -> str:
        place = self._mapping.place(meaning)
        return "" if place is None else row[place]


def _refuse_unfit_answers(held: Sequence[HeldCell]) -> None:
    """Here each answer's column is still known."""
    answers = [cell for cell in held if cell.of == "check_in.answers"]
    questionnaire = next((asked for of, asked in QUESTIONNAIRES.items() if answers and answers[0].option == of), None)
    if questionnaire is None:
        return
    possible = {SKIPPED, *map(str, range(questionnaire.highest + 1))}
    given = [(cell, line) for cell in answers for line in cell.text.splitlines()]
    for cell, line in given:
        if line not in possible:
            raise RefusedCell(cell.column, Refused("answer-unfit", text=line[:40], highest=questionnaire.highest))
    if len(given) != questionnaire.items:
        raise RefusedCell(answers[0].column, Refused("answers-few", given=len(given), n=questionnaire.items))


@contextmanager
def _column(name: str) -> Iterator[None]:
    """Names the column in what is refused inside."""
    try:
        yield
    except Refused as reason:
        raise RefusedCell(name, reason) from reason


def _written(cell: str, decimal: str) -> Written:
    try:
        return written_amount(cell, decimal)
    except Refused as reason:
        raise Refused("amount-in-words", text=cell[:40]) if reason.code == "amount-unreadable" else reason from reason


def _filled(cell: str) -> str:
    if not cell:
        raise Refused("cell-empty")
    return cell


def _identity(key: str, part: str) -> str:
    return origin_id("table-row", f"{key}\x1e{part}")


def _safe(cells: Cells) -> Cells:
    """As the program's own CSV has them: what is empty left out, texts neutral to a spreadsheet."""
    texts = TEXT_COLUMNS[cells["kind"]]
    return {name: text_cell(cell) if name in texts else cell for name, cell in cells.items() if cell}
