"""A file of a known program, row by row: its own reader makes cells of our CSV, and all the rest is the same for each.

So products, symptoms, limits and refusals are those of the program's own CSV, and a reader is a function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from journal.core.entries import Product, ProductKind, origin_id
from journal.core.moments import Moment, moment_at
from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.core.substances import Taken
from journal.exchange.cells import text_cell
from journal.exchange.csv_columns import TEXT_COLUMNS
from journal.exchange.csv_rows import RowReader
from journal.exchange.dose_names import amount_cells, names_a_dose
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Where
from journal.exchange.foreign_values import Times
from journal.exchange.herbal_tracker_rows import remarks_on_times
from journal.exchange.identities import Occurrences
from journal.exchange.instants import moment_text
from journal.exchange.names import Names
from journal.exchange.tables import Form
from journal.texts import Texts
from journal.texts.marked import marked_plural

Cells = dict[str, str]
Placed = tuple[Where, Sequence[Cells] | Refused]
Words = tuple[str, str]
_WHAT = {
    **{folded(taken.value): taken for taken in Taken if taken is not Taken.OWN},
    "nicotine": Taken.NICOTINE, "tobacco": Taken.NICOTINE, "coffee": Taken.CAFFEINE,
}  # fmt: skip
_IN_WORDS = marked_plural(
    "{n} amount is kept in words: it names no number of g, mg or ml.",
    "{n} amounts are kept in words: they name no number of g, mg or ml.",
)


class Reading:
    """Makes the cells of one reading, and counts what must be said of it."""

    def __init__(self, program: str, zone: str, texts: Texts) -> None:
        self.texts, self.times = texts, Times(zone)
        self._program = program
        self._occurrences = Occurrences()
        self._counted: Counter[Words] = Counter()

    def count(self, words: Words) -> None:
        """One more of what is said in these words, as ``marked_plural`` gives them."""
        self._counted[words] += 1

    def remarks(self) -> list[str]:
        """What a person should know of this reading."""
        counted = [self.texts.plural(one, many, n) for (one, many), n in self._counted.items()]
        return [*counted, *remarks_on_times(self.times, self.texts)]

    def at_ms(self, utc_ms: int) -> Moment:
        """The instant, on the clock of the zone in which the file is read."""
        return moment_at(utc_ms, self.times.zone)

    def taken(self, name: str, amount: str, at: Moment, note: str, **more: str) -> Cells:
        """A dose if its name says so, else an intake; ``more``: further cells of a dose."""
        if not clean_name(name):
            raise Refused("key-missing", key="name")
        common = {**self._made("taken", at, name, amount), "note": note}
        if names_a_dose(name):
            return _safe({**common, "kind": "dose", "product": name, **self._amount(amount), **more})
        what = _WHAT.get(folded(name), Taken.OWN)
        return _safe({**common, "kind": "intake", "what": what, "name": name, "typed": clean_name(amount)})

    def dose(self, product: str, amount: str, at: Moment, note: str, **more: str) -> Cells:
        """A dose, of a program that knows of nothing else; ``more``: further cells."""
        made = {**self._made("taken", at, product, amount), "note": note, "kind": "dose", "product": product}
        return _safe({**made, **self._amount(amount), **more})

    def rating(self, code: str, name: str, value: str, at: Moment) -> Cells:
        """A rating of a built-in symptom from 0 to 10, on a day without a time."""
        made = {**self._made("rating", at, code), "kind": "rating", "symptom": name, "symptom_code": code}
        return self.of_a_day(_safe({**made, "value": value}))

    @staticmethod
    def of_a_day(cells: Cells) -> Cells:
        """The same, to be completed later: nobody said at which time of the day it was."""
        return {**cells, "complete_later": "1"}

    def note(self, text: str, at: Moment) -> Cells:
        """Words at a time."""
        return _safe({**self._made("note", at, text), "kind": "note", "note": text})

    def _made(self, part: str, at: Moment, *content: str) -> Cells:
        key = "\x1e".join((part, str(at.utc_ms // 1000), *content))
        made = origin_id(self._program, f"{key}\x1e{self._occurrences.number(key)}")
        return {"id": made, "time": moment_text(at), "zone": at.zone}

    def _amount(self, typed: str) -> Cells:
        """The amount; counted where it stays in words."""
        cells = amount_cells(typed)
        if {*cells} == {"typed"}:
            self.count(_IN_WORDS)
        return cells


Read = Callable[[Path, Form, Reading], Iterator[Placed]]


class ForeignFile:
    """A file of a program that ``read`` knows; ``remarks`` are known once the rows were read."""

    keeps_trash = False

    def __init__(self, path: Path, form: Form, read: Read, reading: Callable[[], Reading], here: Names) -> None:
        self.path = path
        self._form, self._read, self._reading, self._here = form, read, reading, here
        self._remarks: list[str] = []

    def rows(self) -> Iterator[Row]:
        """Every entry, behind the products that it names; or the reason why there is none."""
        reading = self._reading()
        reader = RowReader(self._here, reading.times.zone)
        for where, made in self._read(self.path, self._form, reading):
            yield from _rows(where, made, reader)
        self._remarks = reading.remarks()

    def remarks(self, _texts: Texts) -> list[str]:
        """What to know of the last reading, in plain words."""
        return self._remarks


def _rows(where: Where, made: Sequence[Cells] | Refused, reader: RowReader) -> Iterator[Row]:
    if isinstance(made, Refused):
        yield RefusedRow(where, made)
        return
    for cells in made:
        try:
            entries = reader.entries(cells)
        except Refused as reason:
            yield RefusedRow(where, reason)
            continue
        for entry in entries:
            kindless = isinstance(entry, Product) and entry.kind is ProductKind.NOT_SAID
            yield FoundRow(where, entry, kindless, without_id=True)


def placed(where: Where, make: Callable[[], Sequence[Cells]]) -> Placed:
    """What is made of one row of the file, or why nothing is."""
    try:
        return where, make()
    except Refused as reason:
        return where, reason


def _safe(cells: Cells) -> Cells:
    """As the program's own CSV has them: what is empty left out, texts neutral to a spreadsheet."""
    texts = TEXT_COLUMNS[cells["kind"]]
    return {name: text_cell(cell) if name in texts else cell for name, cell in cells.items() if cell}
