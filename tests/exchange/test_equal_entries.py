"""Two journals that say the same of a minute say it once, unless a person wants it twice; equal is no difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Entry, Phase, Preparation, Product, ProductKind, Rating, Symptom
from journal.core.kinds import recorded_at, recorded_ms
from journal.core.moments import Moment, moment_at
from journal.exchange.changed_rows import Changed
from journal.exchange.equal_entries import remark_on_equal
from journal.exchange.file_rows import FoundRow, Where
from journal.exchange.here import EmptyJournal
from journal.exchange.json_in import JsonFile
from journal.exchange.losses import row_change
from journal.exchange.matched_rows import as_kept, loses_its_mark, says_the_same
from journal.exchange.plan import Plan, plan_import
from journal.exchange.same_names import Joining, Twins
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.other_ways import other_ways
from tests.exchange.test_moved_rows import ROWS, imported
from tests.exchange.texts import json_bytes
from tests.strategies import one_of_each

TEXTS = english()
GREEN, THEIR_GREEN = (Product(name="Green", kind=ProductKind.LEAF_POWDER) for _ in range(2))
KNEE, THEIR_KNEE = (Symptom(name="Knee") for _ in range(2))
KEEP_TWO = "Keep what is equal as two"


def _at(book: Logbook, hours: float) -> Moment:
    return moment_at(book.clock.now_ms() - int(hours * 3_600_000), "UTC")


def _dose(book: Logbook, product: Product, hours: float, grams: int = 2500, note: str = "") -> Dose:
    return Dose(at=_at(book, hours), product=product.id, amount=Amount("", grams, Dimension.MASS), note=note)


def _rated(book: Logbook, symptom: Symptom, hours: float, dose: Dose | None = None, value: int = 4) -> Rating:
    phase = Phase.ROUTINE if dose is None else Phase.AFTER
    return Rating(
        at=_at(book, hours), symptom=symptom.id, value=value, dose=None if dose is None else dose.id, phase=phase
    )


def _planned(book: Logbook, tmp_path: Path, entries: Sequence[Entry], joining: Joining | None = None) -> Plan:
    file = tmp_path / "theirs.json"
    file.write_bytes(json_bytes(entries, []))
    plan = plan_import(JsonFile(file), book, book.clock.now_ms(), joining=joining or Joining())
    assert [row.reason.code for row in plan.refused] == []
    return plan


def _import(book: Logbook, plan: Plan, changed: Changed = Changed.OURS) -> None:
    book.save_all(plan.entries(changed=changed), label="many.imported", origin="import", tombstones=plan.tombstones)


def _count(book: Logbook, kind: str) -> int:
    return sum(entry.deleted_ms is None for part in book.slices(kind) for entry in part)


def test_equal_doses_and_ratings_are_one(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, KNEE, ours := _dose(plain_book, GREEN, 5), _rated(plain_book, KNEE, 5))
    theirs = _dose(plain_book, THEIR_GREEN, 5)
    after = _rated(plain_book, THEIR_KNEE, 4, theirs)
    plan = _planned(plain_book, tmp_path, [THEIR_GREEN, THEIR_KNEE, theirs, _rated(plain_book, THEIR_KNEE, 5), after])
    assert (plan.counts.new, plan.equal, plan.changed) == ({"rating": 1}, 2, [])
    (remark,) = remark_on_equal(plan, TEXTS)
    assert remark.startswith("2 entries of the file say what some of yours say of the same minutes.")
    _import(plain_book, plan)
    assert (_count(plain_book, "dose"), _count(plain_book, "rating")) == (1, 2)
    assert isinstance(came := plain_book.get(after.id), Rating) and came.dose == ours.id, "after our dose, then"


def test_they_stay_two_if_that_is_said(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, _dose(plain_book, GREEN, 5))
    entries = [THEIR_GREEN, _dose(plain_book, THEIR_GREEN, 5)]
    (keep_two,) = (way for words, way in other_ways(_planned(plain_book, tmp_path, entries), TEXTS)
                   if words == KEEP_TWO)  # fmt: skip
    plan = _planned(plain_book, tmp_path, entries, keep_two)
    assert remark_on_equal(plan, TEXTS)[0].endswith("beside yours, as a second one.")
    assert [way.equal for _, way in other_ways(plan, TEXTS)][-1] is Twins.JOIN
    _import(plain_book, plan)
    assert _count(plain_book, "dose") == 2
    assert _planned(plain_book, tmp_path, entries).total == 0


def test_as_many_as_the_file_has_more_come(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, _dose(plain_book, GREEN, 5))
    theirs = [_dose(plain_book, THEIR_GREEN, 5) for _ in range(3)]
    plan = _planned(plain_book, tmp_path, [THEIR_GREEN, *theirs])
    assert (plan.counts.new["dose"], plan.equal) == (2, 1)


def test_what_bears_our_id_is_ours_and_the_other_is_another(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, ours := _dose(plain_book, GREEN, 5))
    plan = _planned(plain_book, tmp_path, [GREEN, _dose(plain_book, GREEN, 5), ours])
    assert (plan.counts.new["dose"], plan.counts.here["dose"], plan.equal) == (1, 1, 0)


def test_what_lies_in_our_trash_is_not_one_with_theirs(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, ours := _dose(plain_book, GREEN, 5))
    plain_book.delete([ours.id])
    plan = _planned(plain_book, tmp_path, [THEIR_GREEN, _dose(plain_book, THEIR_GREEN, 5)])
    assert (plan.counts.new["dose"], plan.equal) == (1, 0)


def test_a_note_that_only_theirs_has_is_a_difference_and_can_be_taken(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(GREEN, ours := _dose(plain_book, GREEN, 5))
    theirs = replace(_dose(plain_book, THEIR_GREEN, 5, note="after work"), preparation=Preparation.TEA)
    plan = _planned(plain_book, tmp_path, [THEIR_GREEN, theirs])
    (row,) = plan.changed
    assert "after work" in row_change(row, TEXTS)
    _import(plain_book, plan, Changed.THEIRS)
    kept = plain_book.get(ours.id)
    assert isinstance(kept, Dose) and (kept.note, kept.preparation) == ("after work", Preparation.TEA)
    assert _count(plain_book, "dose") == 1


@pytest.mark.parametrize(("hours", "grams"), [(5.5, 2500), (5, 2550), (5, 2130)])
def test_a_near_one_comes_and_is_named(plain_book: Logbook, tmp_path: Path, hours: float, grams: int) -> None:
    plain_book.save(GREEN, _dose(plain_book, GREEN, 5))
    plan = _planned(plain_book, tmp_path, [THEIR_GREEN, _dose(plain_book, THEIR_GREEN, hours, grams)])
    assert (plan.counts.new["dose"], len(plan.twins)) == (1, 1)


def test_two_journals_that_imported_one_table_have_no_differences(plain_book: Logbook, tmp_path: Path) -> None:
    imported(plain_book, tmp_path / "table.csv", ROWS)
    kinds = ("product", "symptom", "dose", "rating", "note")
    entries = [entry for kind in kinds for part in plain_book.slices(kind) for entry in part]
    plan = _planned(plain_book, tmp_path, [_written_later(entry) for entry in entries])
    assert (plan.total, plan.counts.differs.total(), plan.changed) == (0, 0, [])


def _written_later(entry: Entry) -> Entry:
    later = entry if recorded_ms(entry) is None else recorded_at(entry, (recorded_ms(entry) or 0) + 90_000)
    return replace(later, origin="of another file")


@given(one_of_each())
def test_of_no_kind_equal_things_are_a_difference(entries: list[Entry]) -> None:
    for entry in entries:
        row = FoundRow(Where("", 1, 2), _written_later(entry))
        assert says_the_same(row, _written_later(entry), entry, EmptyJournal())
        in_the_open, hidden = replace(entry, private=False), replace(entry, private=True)
        assert not says_the_same(row, hidden, in_the_open, EmptyJournal())
        # What is private here stays so, whatever the file says: that is no difference to choose about.
        assert says_the_same(row, in_the_open, hidden, EmptyJournal())
        assert as_kept(in_the_open, hidden).private and not as_kept(in_the_open, in_the_open).private
        assert loses_its_mark(FoundRow(Where("", 1, 2), in_the_open), hidden)
        assert not loses_its_mark(FoundRow(Where("", 1, 2), in_the_open, without_id=True), hidden)
        assert not loses_its_mark(FoundRow(Where("", 1, 2), hidden), hidden)
