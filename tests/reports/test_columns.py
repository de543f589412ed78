"""The columns of the key figures: what gives way where they have no room, so that no cell reads into the next."""

from __future__ import annotations

from dataclasses import replace

from journal.insights.cells import Cell
from journal.reports.columns import Columns, cell_width, columns_of
from journal.reports.figure_rows import FigureRow
from journal.reports.fonts import register_fonts
from journal.reports.pen import width_of

HEADS = ("Last 7", "Last 28 days", "28 before", "Change")
WIDTH = 348.0  # beside the boxes for the visit
HOURS = FigureRow(
    "Hours between",
    (Cell("5.0", "", "n 12"), Cell("5.0", "[5.0–5.0]", "n 48"), Cell("5.0", "[5.0–5.0]", "n 48")),
    "same",
)
IN_PART = FigureRow(
    "g a day",
    (
        Cell("≥ 6.0", "", "n 6 (5)"),
        Cell("≥ 8.0", "[≥4.0–≥8.0]", "n 24 (21)"),
        Cell("≥ 8.0", "[≥8.0–≥12.0]", "n 24 (15)"),
    ),
    "not known",
)


def placed(*rows: FigureRow) -> Columns:
    register_fonts()
    return columns_of(rows, HEADS, WIDTH)


def test_quartiles_known_in_part_give_way_first() -> None:
    columns = placed(IN_PART, HOURS)
    in_part, hours = columns.rows
    assert [str(cell) for cell in in_part.cells] == ["≥ 6.0 n 6 (5)", "≥ 8.0 n 24 (21)", "≥ 8.0 n 24 (15)"]
    assert hours == HOURS and columns.hold()


def test_a_cell_keeps_its_distance_from_the_one_before() -> None:
    columns = placed(IN_PART, HOURS)
    for row in columns.rows:
        for number in range(1, len(columns.edges)):
            between = columns.edges[number] - cell_width(row, number, columns.size) - columns.edges[number - 1]
            assert between >= 7


def test_a_head_keeps_its_distance_from_the_one_before() -> None:
    """ "28 before" and "Change" were read as one."""
    for columns in (placed(HOURS), placed(IN_PART), placed(IN_PART, HOURS)):
        for number in range(1, len(HEADS)):
            between = columns.edges[number] - width_of(HEADS[number], columns.size) - columns.edges[number - 1]
            assert between >= 7, HEADS[number]
    touching = replace(placed(HOURS), edges=(120.1, 219.2, 314.9, 348.0))
    assert not touching.hold()
