"""What a row that cannot be taken says of symptoms and blood pressure, as it is written: it may need an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journal.core.plaintext import clean_name, shortened
from journal.exchange.mapping import Column, Meaning

# A symptom by its name, code or id with its rating, or one of the two numbers below with its value.
Written = tuple[str, str]
_PRESSURE = ("systolic", "diastolic")
_LONGEST, _SHORT = 200, 120
_FOUND_BY = (
    Meaning.INSTANT, Meaning.DATE, Meaning.TIME, Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.UNIT,
)  # fmt: skip


def written_in(members: Mapping[str, Any]) -> tuple[Written, ...]:
    """What the cells of a CSV's row or the members of a JSON object say."""
    pressures = [(name, members[name]) for name in _PRESSURE if name in members]
    ratings = [(members[name], members.get("value")) for name in ("symptom", "symptom_code") if name in members]
    return _as_texts([*pressures, *ratings])


def written_in_columns(columns: Sequence[Column], cells: Sequence[str]) -> tuple[Written, ...]:
    """What the cells of a table's row say, as its columns are read."""
    named_cells: list[tuple[Any, Any]] = []
    for column, cell in zip(columns, cells, strict=False):
        if column.meaning is Meaning.RATING:
            named_cells.append((column.symptom, cell))
        elif column.meaning is Meaning.FIELD and column.of.startswith("measurement."):
            named_cells += [
                (name, cell) for name in (column.of.partition(".")[2].partition("/")[0],) if name in _PRESSURE
            ]
    return _as_texts(named_cells)


def found_by(columns: Sequence[Column], cells: Sequence[str]) -> str:
    """The cells that tell which row it is: its time, product and amount. Ratings and notes are a person's own."""
    return _one_line(cell for column, cell in zip(columns, cells, strict=False) if column.meaning in _FOUND_BY)


def found_in(cells: Mapping[str, str]) -> str:
    """The same of a row of the program's own CSV."""
    return _one_line(cells.get(name, "") for name in ("time", "day", "product", "amount", "unit"))


def _one_line(cells: Iterable[str]) -> str:
    return shortened(" · ".join(filter(None, (clean_name(cell[: _SHORT // 2]) for cell in cells))), _SHORT)


def _as_texts(named_cells: Sequence[tuple[Any, Any]]) -> tuple[Written, ...]:
    """Without what says nothing: refused rows may be many, and are kept until they are shown."""
    texts = [(str(name)[:_LONGEST], str(value).strip()[:_LONGEST]) for name, value in named_cells if value is not None]
    return tuple((name, value) for name, value in texts if value)
