"""A rating in a cell is read by one rule, in the own CSV as in any table."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Rating
from journal.core.refusal import Refused
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.opening import opened
from journal.exchange.rating_cells import rating_written, seem_rated
from journal.exchange.sniffing import recognised
from tests.exchange.foreign import BERLIN, NOBODY

OWN = 'kind,time,zone,symptom,value\nrating,2026-11-20T08:10,Europe/Berlin,Nausea,"{cell}"\n'
TABLE = 'When,Nausea,Note\n2026-11-20 08:10,"{cell}",as it was\n'
MAPPING = TableMapping(
    (Column(Meaning.INSTANT), Column(Meaning.RATING, "Nausea"), Column(Meaning.NOTE)), BERLIN, DateOrder.YMD
)
WRITTEN = {
    "6": 6, "6.0": 6, "6,00": 6, "6.0000": 6, "10": 10, "10.0": 10, "7/10": 7, "7 / 10": 7, "7.0/10": 7, "0/10": 0,
}  # fmt: skip
NOT_ANSWERED = ("", "n/a", "N/A", "#N/A", "n.a.", "NaN", "-", "–")
REFUSED = ("6.5", "6,5", "6.5/10", "7/5", "11", "11/10", "6.000", "-1", "six", "3/4", "none")


@pytest.mark.parametrize("cell", WRITTEN)
@pytest.mark.parametrize("file", [OWN, TABLE])
def test_a_rating_is_read(tmp_path: Path, file: str, cell: str) -> None:
    assert _ratings(tmp_path / "a.csv", file, cell) == ([WRITTEN[cell]], [])


@pytest.mark.parametrize("cell", NOT_ANSWERED)
def test_what_says_that_there_was_no_answer_is_none(tmp_path: Path, cell: str) -> None:
    assert rating_written(cell) is None
    assert _ratings(tmp_path / "a.csv", OWN, cell) == ([None], [])
    assert _ratings(tmp_path / "b.csv", TABLE, cell) == ([], [])


@pytest.mark.parametrize("cell", REFUSED)
@pytest.mark.parametrize("file", [OWN, TABLE])
def test_nothing_is_rounded_or_guessed(tmp_path: Path, file: str, cell: str) -> None:
    with pytest.raises(Refused):
        rating_written(cell)
    ratings, refused = _ratings(tmp_path / "a.csv", file, cell)
    assert (ratings, refused) == ([], ["rating-unreadable"])


@pytest.mark.parametrize(
    ("cells", "seem"),
    [
        (("6", "n/a", "7/10", ""), True), (("6.5", "8"), True), (("3/10", "2/10"), True), (("3", "4", "5"), False),
        (("3/5", "8"), False), (("8", "fine"), False), (("n/a", ""), False), (("12", "8"), False), ((), False),
    ],
)  # fmt: skip
def test_what_seems_to_be_rated(cells: tuple[str, ...], seem: bool) -> None:
    assert seem_rated(cells) is seem


def _ratings(path: Path, file: str, cell: str) -> tuple[list[int | None], list[str]]:
    """What was read, and why the rest was refused."""
    path.write_text(file.format(cell=cell), encoding="utf-8")
    rows = list(opened(path, recognised(path), NOBODY, BERLIN, MAPPING).rows())
    ratings = [row.entry.value for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Rating)]
    return ratings, [row.reason.code for row in rows if isinstance(row, RefusedRow)]
