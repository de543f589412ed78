"""Only a newer copy of a table is compared with what came before: another program's table may share minutes with it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.core.entries import Rating
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import as_table
from journal.exchange.tables import Table
from journal.exchange.vanished_rows import remark_on_vanished
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN
from tests.journals import FixedClock

ONE = "day;hour;grams;mood"  # of one program, and of another one that rates the same
OTHER = "full_date,weekday,time,mood"
COLUMNS = {
    ONE: {"day": "date", "hour": "time", "grams": "amount", "mood": "rating:Mood"},
    OTHER: {"full_date": "date", "time": "time", "mood": "rating:Mood"},
}
Row = tuple[str, str, int]


def _rows(dice: random.Random, n: int) -> list[Row]:
    """Days, round times, and ratings; two of one minute there are not."""
    minutes = sorted(dice.sample(range(28 * 24 * 2), n))
    return [(f"2026-10-{m // 48 + 1:02}", f"{m % 48 // 2:02}:{m % 2 * 3}0", dice.randint(1, 5)) for m in minutes]


def _as_one(rows: Sequence[Row], grams: bool = True) -> list[str]:
    return [f"{day};{hour};{2 if grams else ''};{mood}" for day, hour, mood in rows]


def _as_other(rows: Sequence[Row]) -> list[str]:
    return [f"{day},Monday,{hour},{mood}" for day, hour, mood in rows]


def _planned(book: Logbook, path: Path, columns: str, rows: Sequence[str]) -> Plan:
    path.write_text("\n".join([columns, *rows, ""]), encoding="utf-8")
    found, asked = as_table(path), {"columns": COLUMNS[columns], "unit": "g", "decimal": "."}
    mapping = from_text(json.dumps(asked), Table(path, found.form).columns, BERLIN)
    return plan_import(MappedCsv(path, found.form, mapping, names_of(book, english())), book, book.clock.now_ms())


def _imported(book: Logbook, path: Path, columns: str, rows: Sequence[str], changed: Changed = Changed.OURS) -> Plan:
    plan = _planned(book, path, columns, rows)
    book.save_all(plan.entries(changed=changed), label="many.imported", origin="import")
    assert isinstance(book.clock, FixedClock)
    book.clock.tick()
    return plan


def _rated(book: Logbook) -> set[Row]:
    ratings = [each for part in book.slices("rating") for each in part if isinstance(each, Rating)]
    assert len({each.at.utc_ms for each in ratings}) == len(ratings)
    return {(f"{each.at.local:%Y-%m-%d}", f"{each.at.local:%H:%M}", each.value or 0) for each in ratings}


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("seed", range(12))
def test_a_table_of_another_program_that_shares_minutes_is_no_copy(
    plain_book: Logbook, tmp_path: Path, seed: int
) -> None:
    """However many of its ratings are those of the first table: the others are new, and nothing is gone."""
    dice, path = random.Random(seed), tmp_path / "table.csv"
    both = _rows(dice, 60)
    first = sorted(dice.sample(both, 40))
    shared = sorted(dice.sample(first, dice.randint(1, 15)))
    second = sorted([*shared, *dice.sample(sorted({*both} - {*first}), dice.randint(1, 20))])
    _imported(plain_book, path, ONE, _as_one(first))
    plan = _imported(plain_book, path, OTHER, _as_other(second))
    assert (plan.counts.new["rating"], plan.changed) == (len(second) - len(shared), [])
    assert remark_on_vanished(plan, english()) == []
    assert _rated(plain_book) == {*first, *second}
    for columns, rows in ((ONE, _as_one(first)), (OTHER, _as_other(second))):
        again = _planned(plain_book, path, columns, rows)
        assert (again.total, again.changed, again.vanished_count) == (0, [], 0)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("seed", range(8))
def test_a_row_more_of_either_is_no_corrected_row_of_the_other(plain_book: Logbook, tmp_path: Path, seed: int) -> None:
    dice, path = random.Random(seed), tmp_path / "table.csv"
    every = _rows(dice, 60)
    later = every[-4:]
    first, second = (sorted(dice.sample(every[:-4], 20)) for _ in range(2))
    second = [row for row in second if row not in first] + first[:3]
    _imported(plain_book, path, ONE, _as_one(first))
    _imported(plain_book, path, OTHER, _as_other(second))
    more = _imported(plain_book, path, ONE, _as_one([*first, *later[:2]]))
    assert (more.counts.new["rating"], more.changed, more.vanished_count) == (2, [], 0)
    more = _imported(plain_book, path, OTHER, _as_other([*second, *later[2:]]))
    assert (more.counts.new["rating"], more.changed, more.vanished_count) == (2, [], 0)


@pytest.mark.parametrize("spelled", ["as it came", "in another way"])
def test_a_corrected_row_of_the_table_is_still_ours(plain_book: Logbook, tmp_path: Path, spelled: str) -> None:
    dice, path = random.Random(1), tmp_path / "table.csv"
    first = [row for row in _rows(dice, 30) if row[1] < "22:00"]
    _imported(plain_book, path, ONE, _as_one(first, grams=False))
    _imported(plain_book, path, OTHER, _as_other([*first[:3], ("2026-11-02", "08:00", 4)]))
    day, hour, mood = first[10]
    there = [*first[:10], (day, "23:10", mood), *first[11:]]
    rows = _as_one(there, grams=False)
    if spelled != "as it came":
        rows = [f"{'.'.join(reversed(row[:10].split('-')))}{row[10:]}" for row in rows]
    plan = _planned(plain_book, path, ONE, rows)
    assert (plan.counts.new["rating"], len(plan.changed)) == (0, 1)


def test_a_table_that_grows_by_a_row_a_day_is_compared_with_each(plain_book: Logbook, tmp_path: Path) -> None:
    path, rows = tmp_path / "table.csv", _rows(random.Random(2), 12)
    for n in range(8, 13):
        _imported(plain_book, path, ONE, _as_one(rows[:n]))
    day, hour, mood = rows[-1]
    plan = _planned(plain_book, path, ONE, _as_one([*rows[:-1], (day, f"{hour[:3]}17", mood)]))
    assert (plan.counts.new["rating"], plan.counts.new["dose"], len(plan.changed)) == (0, 0, 2)


def test_a_single_new_row_of_another_table_is_not_the_next_row_of_the_first(
    plain_book: Logbook, tmp_path: Path
) -> None:
    """It alone came with the other table, as all else of that said what was here, and it says the same but its time."""
    path, rows = tmp_path / "table.csv", _rows(random.Random(3), 20)
    _imported(plain_book, path, ONE, _as_one(rows))
    _imported(plain_book, path, OTHER, _as_other([*rows[:3], ("2026-11-02", "08:00", 4)]))
    plan = _planned(plain_book, path, ONE, _as_one([*rows, ("2026-11-14", "09:00", 4)]))
    assert (plan.counts.new["rating"], plan.changed) == (1, [])
