"""How a file is read: its zone, and for a table encoding, separator, order of dates, decimal sign and unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journal.core.plaintext import clean_name
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_units import OwnUnits
from journal.exchange.mapping import UNITS, TableMapping, Zero
from journal.exchange.table_head import SEPARATORS
from journal.exchange.tables import ENCODINGS, Form
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.importing.sample import Sample
from journal.ui.kit.fields import Choice
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import label

_ENCODINGS = marked({
    "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16, big-endian", "cp1252": "Windows, Western European",
})  # fmt: skip
_SEPARATORS = marked({",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"})
_ORDERS = (
    ("", marked("not said: leave out what can be read in two ways")),
    (DateOrder.DMY, marked("day, month, year (20.11.2026)")),
    (DateOrder.MDY, marked("month, day, year (11/20/2026)")),
    (DateOrder.YMD, marked("year, month, day (2026-11-20)")),
)  # fmt: skip
_DECIMALS = (
    ("", marked("not said: leave out what can be read in two ways")),
    (".", marked("point (2.5)")),
    (",", marked("comma (2,5)")),
)
_LETTERS = 20
_BESIDE_FROM, _NAMES_WIDTH = 520, 280  # px at 100 %
# What was refused, and the choice that is missing then.
MISSING = {
    "day-ambiguous": "order", "amount-ambiguous": "decimal", "amount-unit-missing": "unit",
    "mapping-no-clock": "midday", "amount-zero": "zero", "mapping-no-rows": "kinds",
}  # fmt: skip
_MIDDAY = ((False, marked("leave out")), (True, marked("put at 12:00, to be completed later")))


_ZEROS = (
    (Zero.NOT_SAID, marked("not said: leave out")),
    (Zero.NONE, marked("none that day")),
    (Zero.LEFT_OUT, marked("leave out: it is not known")),
)


class ZoneChoice(QWidget):
    """The time zone of times without an offset."""

    changed = Signal()

    def __init__(self, texts: Texts, zone: str, zones: tuple[str, ...]) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        choices = [(name, name.replace("_", " ")) for name in dict.fromkeys([zone, *zones])]
        self.zone = Choice(texts("Time zone"), choices)
        self.zone.set_value(zone)
        self.zone.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._add(texts("Times that name no time zone are in"), self.zone)

    def _add(self, words: str, field: Choice, rows: QVBoxLayout | None = None) -> None:
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setMinimumContentsLength(_LETTERS)
        name = label(words)
        line = SideBySide(_BESIDE_FROM, 4)
        line.add(name, width=_NAMES_WIDTH)
        line.add(field, 1)
        (rows or self._rows).addWidget(line)


class TableChoices(ZoneChoice):
    """Everything else about a table. ``form_changed`` says that the file must be read anew.

    ``first`` holds the ``missing`` choices (values of ``MISSING``), to stand before all others.
    """

    form_changed = Signal()

    def __init__(self, texts: Texts, sample: Sample, mapping: TableMapping, missing: Collection[str] = ()) -> None:
        super().__init__(texts, mapping.zone, sample.zones)
        self._texts, self._form = texts, sample.recognised.form
        form = self._form
        self.first = QWidget()
        self._first_rows = QVBoxLayout(self.first)
        self._first_rows.setContentsMargins(0, 0, 0, 0)
        self._missing = missing
        self.written = self._sheet(sample.sheets) if form.sheet else self._text_file()
        named = [(True, texts("names of the columns")), (False, texts("entries"))]
        self.named = self._choice("", texts("The first row holds"), named)
        self.order = self._choice("order", texts("Dates are written"), _translated(texts, _ORDERS))
        self.decimal = self._choice("decimal", texts("The decimal sign is"), _translated(texts, _DECIMALS))
        own = [(name, name) for name in dict.fromkeys([*OwnUnits(sample.here).names(), mapping.unit]) if name]
        units = [("", texts("not said")), *((unit, texts(unit)) for unit in UNITS)]
        units += [(key, name) for key, name in own if key not in UNITS]
        self.unit = self._choice("unit", texts("Amounts without a unit are in"), units)
        self.midday = self._choice("midday", texts("Rows without a time of day"), _translated(texts, _MIDDAY))
        self.zero = self._choice("zero", texts("An amount of 0 means"), _translated(texts, _ZEROS))
        self._show(form, mapping)
        for field in (*self.written.values(), self.named):
            field.currentIndexChanged.connect(lambda _index: self.form_changed.emit())
        for field in (self.order, self.decimal, self.unit, self.midday, self.zero):
            field.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def _text_file(self) -> dict[str, Choice]:
        """How a file of text is written, by the names in ``Form``."""
        texts = self._texts
        encoding = self._choice("", texts("Letters are written in"), _keyed_words(texts, ENCODINGS, _ENCODINGS))
        separators = _keyed_words(texts, SEPARATORS, _SEPARATORS)
        return {
            "encoding": encoding,
            "separator": self._choice("", texts("Columns are separated by"), separators),
        }

    def _sheet(self, sheets: Sequence[str]) -> dict[str, Choice]:
        """Which sheet of a spreadsheet is read."""
        names = [(name, clean_name(name)) for name in sheets]
        return {"sheet": self._choice("", self._texts("The sheet that is read"), names)}

    def _choice(self, key: str, words: str, choices: Sequence[tuple[object, str]]) -> Choice:
        field = Choice(words, choices)
        self._add(words, field, self._first_rows if key in self._missing else self._rows)
        return field

    def named_by(self, key: str) -> Choice:
        """The choice that a value of ``MISSING`` names."""
        named = {"order": self.order, "decimal": self.decimal, "unit": self.unit, "midday": self.midday}
        return {**named, "zero": self.zero}[key]

    def _show(self, form: Form, mapping: TableMapping) -> None:
        for field, value in (
            *((field, getattr(form, name)) for name, field in self.written.items()), (self.named, form.named),
            (self.order, str(mapping.date_order or "")), (self.decimal, mapping.decimal), (self.unit, mapping.unit),
            (self.midday, mapping.midday), (self.zero, mapping.zero),
        ):  # fmt: skip
            field.set_value(value)

    def form(self) -> Form:
        """How the file is written."""
        written = {name: field.value() for name, field in self.written.items()}
        return replace(self._form, named=self.named.value(), **written)

    def applied_to(self, mapping: TableMapping) -> TableMapping:
        """The mapping with what was chosen here."""
        return replace(
            mapping,
            zone=self.zone.value(),
            date_order=DateOrder(self.order.value()) if self.order.value() else None,
            decimal=self.decimal.value(),
            unit=self.unit.value(),
            midday=self.midday.value(),
            zero=Zero(self.zero.value()),
        )


def _keyed_words(texts: Texts, keys: tuple[str, ...], words: dict[str, str]) -> list[tuple[object, str]]:
    return [(key, texts(words[key])) for key in keys]


def _translated(texts: Texts, choices: Sequence[tuple[object, str]]) -> list[tuple[object, str]]:
    return [(key, texts(words)) for key, words in choices]
