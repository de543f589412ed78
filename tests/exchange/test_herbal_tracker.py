"""Backups and exports of Herbal Tracker+: every age of them, whole, and recognised when they come again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.core.entries import Dose, Note, Product, ProductKind
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_formats import Format
from journal.exchange.herbal_tracker import HerbalTrackerFile
from journal.exchange.herbal_tracker_rows import grams
from journal.exchange.names import Names
from journal.exchange.opening import remark_on_kinds, remarks
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, doses, notes, products, read, source
from tests.journals import FixedClock

NEW, OLD, OLDEST = (FOLDER / f"herbal-tracker-{age}.json" for age in (2, 1, 0))
CSV = FOLDER / "herbal-tracker.csv"


def _import(book: Logbook, path: Path, zone: str = BERLIN) -> Plan:
    """Import the file as the program does; what was planned."""
    here = Names({product.id: product for product in book.products()}, {}, {}, english())
    plan = plan_import(source(path, here, zone), book, book.clock.now_ms())
    if plan.total:
        book.save_all(plan.entries(), label="many.imported", origin="import")
    return plan


def _counts(plan: Plan) -> dict[str, int]:
    counts = {name: getattr(plan.counts, name)["dose"] for name in ("new", "here", "differs")}
    return {name: n for name, n in counts.items() if n}


def _backup(tmp_path: Path, **changes: Any) -> Path:
    """The new sample with other values at its top."""
    path = tmp_path / "backup.json"
    path.write_text(json.dumps({**json.loads(NEW.read_text(encoding="utf-8")), **changes}), encoding="utf-8")
    return path


def _dose(**changes: Any) -> dict[str, Any]:
    return {"id": "d", "strainId": "s-green", "amount": 2, "timestamp": "2026-11-18T08:10:00.000", **changes}


# --- what is read ---


def test_a_backup_of_today() -> None:
    entries, refused = read(NEW)
    named = products(entries)
    assert refused == []
    assert [(dose.at.isoformat(), named.get(dose.product or ""), dose.amount.quantity, dose.note)
            for dose in doses(entries)] == [
        ("2026-11-18T08:10:00+01:00", "Green Borneo", 2500, ""),
        ("2026-11-18T21:30:12.345+01:00", "Red Bali", 3000, 'with tea, "late"'),
        ("2026-11-19T08:05:00+01:00", "Green Borneo", 2250, ""),
        ("2026-11-19T13:00:00+01:00", None, 1800, "strain deleted"),
        ("2026-10-25T02:30:00+02:00", '=Odd, "quoted"', 2000, "=1+1"),
    ]  # fmt: skip
    brought = [product for product in entries if isinstance(product, Product)]
    assert {product.kind for product in brought} == {ProductKind.NOT_SAID}
    assert [product.archived for product in brought] == [False, True, False]


def test_an_older_backup_keeps_the_effects_in_words() -> None:
    entries, refused = read(OLD)
    assert notes(entries) == [
        "Effects noted in Herbal Tracker+: mood 4, energy 3, pain relief 5, anxiety 1, lasted 180 minutes\nslow start",
        "Effects noted in Herbal Tracker+: mood 2, pain relief 3",
    ]
    times = [note.at.isoformat() for note in entries if isinstance(note, Note)]
    assert times == ["2024-01-30T10:00:00+01:00", "2024-01-30T17:45:00+01:00"]
    assert refused == ["dosages[3]@11 amount-zero", "effects[3]@5 key-missing"]
    assert [products(entries)[dose.product or ""] for dose in doses(entries)] == ["White Thai", "White Thai"]


def test_the_oldest_backup_is_a_bare_list() -> None:
    entries, refused = read(OLDEST)
    assert refused == []
    assert [(dose.product, dose.amount.quantity, dose.note) for dose in doses(entries)] == [
        (None, 2000, "first"), (None, 2500, ""),
    ]  # fmt: skip


def test_what_is_to_be_known_is_said() -> None:
    file = source(NEW)
    list(file.rows())
    assert remarks(file, english()) == [
        "Strains become products.",
        "1 dose comes without a product, because its strain is not in the file.",
        "4 times name no time zone; they were read as local time in Europe/Berlin.",
        "1 time came twice, because the clocks went back; the first was taken.",
        "The daily limit of Herbal Tracker+ is not taken over.",
    ]
    list(file.rows())
    assert len(remarks(file, english())) == 5


@pytest.mark.parametrize("path", [NEW, CSV])
def test_products_without_a_kind_are_told_once(path: Path, plain_book: Logbook) -> None:
    plan = _import(plain_book, path)
    said = remark_on_kinds(plan, english())
    assert len(plan.kindless) == sum(product.kind is ProductKind.NOT_SAID for product in plain_book.products()) > 0
    many = "The kinds of {n} products are not said. Figures that need them leave them out; say them under Products."
    assert said == [many.format(n=len(plan.kindless))]
    renamed = plain_book.products()[0]
    plain_book.save(replace(renamed, name="Renamed", kind=ProductKind.LEAF_POWDER))
    assert remark_on_kinds(_import(plain_book, path), english()) == []


def test_local_times_are_of_the_zone_that_was_chosen_and_z_is_utc() -> None:
    there = {dose.id: dose.at for dose in doses(read(NEW, "America/New_York")[0])}
    here = {dose.id: dose.at for dose in doses(read(NEW)[0])}
    assert there.keys() == here.keys()
    assert sum(here[key].utc_ms == there[key].utc_ms for key in here) == 1
    assert {entry.zone for entry in there.values()} == {"America/New_York"}


def test_the_csv_says_the_same_as_the_backup() -> None:
    of_json, of_csv = doses(read(NEW)[0]), doses(read(CSV)[0])
    by_origin = {entry.origin: entry for entry in of_json}
    assert {entry.origin for entry in of_csv} == by_origin.keys()
    for entry in of_csv:
        ours = by_origin[entry.origin]
        assert (entry.at, entry.amount.quantity, entry.product, entry.note) == (
            ours.at, ours.amount.quantity, ours.product, ours.note,
        )  # fmt: skip


# --- again ---


@pytest.mark.parametrize(("first", "second"), [(NEW, NEW), (NEW, CSV), (CSV, NEW), (CSV, CSV), (OLD, OLD)])
def test_importing_again_adds_nothing(plain_book: Logbook, first: Path, second: Path) -> None:
    n = _import(plain_book, first).counts.new["dose"]
    again = _import(plain_book, second)
    assert _counts(again) == {"here": n}
    assert again.total == 0


@pytest.mark.parametrize("first", [NEW, CSV])
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_ten_more_doses_are_ten_in_either_format(plain_book: Logbook, tmp_path: Path, first: Path, ending: str) -> None:
    _import(plain_book, first)
    days = [f"2026-11-{day}" for day in range(10, 20)]
    path = tmp_path / f"more.{ending}"
    if ending == "json":
        file = json.loads(NEW.read_text(encoding="utf-8"))
        more = [_dose(id=f"more-{day}", timestamp=f"{day}T07:07:00.000") for day in days]
        path.write_text(json.dumps({**file, "dosages": [*file["dosages"], *more]}), encoding="utf-8")
    else:
        lines = [f"{day},07:07,{day}T07:07:00.000,GB,Green Borneo,2.5,\n" for day in days]
        path.write_text(CSV.read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")
    assert dict(_import(plain_book, path).counts.new) == {"dose": 10}
    assert _import(plain_book, path).total == 0


def test_an_import_is_one_step_and_comes_back_after_it_was_undone(plain_book: Logbook) -> None:
    total = _import(plain_book, NEW).total
    assert plain_book.totals()[0] == 5
    plain_book.undo()
    assert plain_book.totals()[0] == 0
    assert plain_book.products() == []
    assert _import(plain_book, NEW).total == total
    assert plain_book.totals()[0] == 5


def test_an_undone_import_comes_back_beside_other_entries(plain_book: Logbook, clock: FixedClock) -> None:
    journals.note(plain_book, "ours")
    total = _import(plain_book, NEW).total
    plain_book.undo()
    journals.note(plain_book, "and more")
    assert _import(plain_book, NEW).total == total
    assert plain_book.totals()[0] == 7 and len(plain_book.products()) > 0
    plain_book.undo()
    clock.tick(40 * 86_400_000)
    assert plain_book.empty_old_trash() > 0
    assert list(plain_book.tombstones()) == []
    assert _import(plain_book, NEW).total == total
    assert plain_book.totals()[0] == 7 and plain_book.check() == []


def test_another_zone_the_second_time_makes_no_second_dose(plain_book: Logbook) -> None:
    _import(plain_book, NEW)
    assert _counts(_import(plain_book, NEW, "America/New_York")) == {"differs": 4, "here": 1}


def test_what_was_edited_here_stays(plain_book: Logbook) -> None:
    _import(plain_book, NEW)
    dose = next(dose for part in plain_book.slices("dose") for dose in part if isinstance(dose, Dose))
    plain_book.save(replace(dose, note="mine", amount=replace(dose.amount, quantity=3000)))
    assert _counts(_import(plain_book, NEW)) == {"here": 5}
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose)
    assert (kept.note, kept.amount.quantity) == ("mine", 3000)


def test_doses_go_to_the_product_of_that_name(plain_book: Logbook) -> None:
    ours = Product(name="green BORNEO")
    plain_book.save(ours)
    _import(plain_book, NEW)
    assert sorted(product.name for product in plain_book.products()) == ['=Odd, "quoted"', "Red Bali", "green BORNEO"]
    assert plain_book.last_dose(ours.id) is not None


def test_equal_doses_stay_two(tmp_path: Path) -> None:
    twice = _backup(tmp_path, dosages=[_dose(id="a"), _dose(id="b")])
    assert len({dose.origin for dose in doses(read(twice)[0])}) == 2
    file = source(twice)
    list(file.rows())
    remark = "2 doses have the same time and amount as another one; all of them are taken."
    assert remark in remarks(file, english())


def test_the_same_identity_on_two_telephones_is_two_doses(plain_book: Logbook, tmp_path: Path) -> None:
    _import(plain_book, _backup(tmp_path, dosages=[_dose()]))
    later = _backup(tmp_path, dosages=[_dose(timestamp="2026-11-20T08:00:00.000")])
    assert _counts(_import(plain_book, later)) == {"new": 1}


# --- what is refused ---


ODD_DOSES: dict[str, tuple[Any, str]] = {
    "a number": (5, "row-not-object"),
    "null": (None, "row-not-object"),
    "no amount": (_dose(amount=None), "key-missing"),
    "an amount in words": (_dose(amount="some"), "amount-unreadable"),
    "an amount with a thousand": (_dose(amount="1,500"), "amount-ambiguous"),
    "an amount of true": (_dose(amount=True), "invalid"),
    "a list for an amount": (_dose(amount=[2]), "invalid"),
    "an amount of zero": (_dose(amount=0.0), "amount-zero"),
    "a negative amount": (_dose(amount=-2), "amount-negative"),
    "a tiny amount": (_dose(amount=0.0001), "amount-too-fine"),
    "an absurd amount": (_dose(amount=5000), "amount-absurd"),
    "a huge amount": (_dose(amount=10**30), "invalid"),
    "no time": (_dose(timestamp=None), "key-missing"),
    "a time in words": (_dose(timestamp="noon"), "stamp-unreadable"),
    "a number for a time": (_dose(timestamp=17), "invalid"),
    "a time that never was": (_dose(timestamp="2026-03-29T02:30:00.000"), "time-skipped"),
    "the year 9999": (_dose(timestamp="9999-01-01T00:00:00Z"), "time-out-of-range"),
    "an offset of 99 hours": (_dose(timestamp="2026-01-01T00:00:00+99:00"), "stamp-unreadable"),
    "a note that is none": (_dose(notes=7), "invalid"),
    "a note that is too long": (_dose(notes="x" * 200_001), "note-too-long"),
    "an object for an id": (_dose(id={}), "invalid"),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD_DOSES)
def test_a_bad_dose_is_named_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    odd, code = ODD_DOSES[name]
    entries, refused = read(_backup(tmp_path, dosages=[_dose(), odd, _dose(amount=3)]))
    assert refused == [f"dosages[2]@1 {code}"]
    assert [dose.amount.quantity for dose in doses(entries)] == [2000, 3000]


TAKEN: dict[str, tuple[Any, int]] = {
    "computed": (2.3000000000000003, 2300), "as text": ("2.50", 2500), "three places": ("1.500", 1500),
    "a comma": ("2,5", 2500), "an exponent": (25e-1, 2500), "a whole number": (3, 3000), "spaces": (" 2 ", 2000),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_amounts_are_read_exactly(name: str) -> None:
    written, milligrams = TAKEN[name]
    assert grams(written).quantity == milligrams


FILES: dict[str, tuple[dict[str, Any], str]] = {
    "a newer version": ({"version": 2}, "file-newer-elsewhere"),
    "a newer version as text": ({"version": "3"}, "file-newer-elsewhere"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_known_is_refused(tmp_path: Path, name: str) -> None:
    changes, code = FILES[name]
    with pytest.raises(UserError) as caught:
        read(_backup(tmp_path, **changes))
    assert caught.value.code == code


def test_lists_that_are_none_are_named(tmp_path: Path) -> None:
    entries, refused = read(_backup(tmp_path, strains={"a": 1}, effects="none"))
    assert refused == ["strains[0]@1 list-expected", "effects[0]@1 list-expected"]
    assert [dose.product for dose in doses(entries)] == [None] * 5


def test_malformed_settings_and_unknown_keys_mean_nothing(tmp_path: Path) -> None:
    odd: dict[str, Any] = {"settings": [1], "version": {"a": 1}, "strains": None, "widgets": {"deep": [[[]]]}}
    assert read(_backup(tmp_path, **odd))[1] == []


def test_strains_are_bounded(tmp_path: Path) -> None:
    many = [{"id": n, "name": f"s{n}"} for n in range(20_005)]
    refused = read(_backup(tmp_path, strains=many, dosages=[]))[1]
    assert len(refused) == 5
    assert refused[0].endswith("too-many-products")


def test_a_backup_larger_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.exchange.herbal_tracker.LIMIT_MB", 0)
    with pytest.raises(Refused, match="file-too-large"):
        list(HerbalTrackerFile(NEW, NOBODY, BERLIN).rows())


# --- told apart by content ---


def test_formats_are_told_by_content(tmp_path: Path) -> None:
    for path, form in ((NEW, Format.HERBAL_TRACKER), (OLD, Format.HERBAL_TRACKER), (OLDEST, Format.HERBAL_TRACKER),
                       (CSV, Format.HERBAL_TRACKER_CSV), (FOLDER / "table-us.csv", Format.TABLE)):  # fmt: skip
        renamed = tmp_path / f"{path.stem}.bin"
        renamed.write_bytes(path.read_bytes())
        assert recognised(renamed).format is form
        assert recognised(path).format is form


def test_our_own_files_are_told_by_content(tmp_path: Path) -> None:
    own = {"own.bin": (b'{"format":"leaf-journal","version":1}', Format.OWN_JSON),
           "own.txt": (b"\xef\xbb\xbfid,kind,time\r\n", Format.OWN_CSV), "hand.txt": (b"time;kind\n", Format.OWN_CSV),
           "cut.json": (b'{"format', Format.OWN_JSON)}  # fmt: skip
    for name, (content, form) in own.items():
        (tmp_path / name).write_bytes(content)
        assert recognised(tmp_path / name).format is form
