"""Two journals into one: what is called alike is joined or kept apart by choice, and settings are not taken unsaid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.entries import (
    Batch,
    Content,
    Dose,
    Entry,
    Product,
    ProductKind,
    Rating,
    Setting,
    Symptom,
    Unit,
    origin_id,
)
from journal.core.moments import moment_at, moment_now
from journal.exchange.json_in import JsonFile
from journal.exchange.losses import row_change
from journal.exchange.opening import remark_on_names
from journal.exchange.plan import Plan, plan_import
from journal.exchange.same_names import Joining, Twins
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.other_ways import other_ways, words_for_taking
from tests.exchange.texts import json_bytes
from tests.journals import FixedClock

TEXTS = english()
ImportAll = Callable[..., Plan]
OURS = Product(name="Green", kind=ProductKind.LEAF_POWDER)
THEIRS = Product(name="green", kind=ProductKind.LEAF_POWDER, vendor="Elsewhere")
JOINED = "1 product or symptom is taken for yours of its name. Its doses, ratings and units go to yours:"
SAYS_MORE = "Of 1 of these the file says a kind or a vendor, and you do not. Yours stays as it is until you say it."
APART = "1 product or symptom has a name of yours and stays apart, beside yours:"


@pytest.fixture
def import_all(plain_book: Logbook, tmp_path: Path) -> ImportAll:
    """Imports entries from a file of another journal, in their order; refused rows fail the test."""

    def imported(*entries: Entry, joining: Joining | None = None) -> Plan:
        file = tmp_path / "in.json"
        file.write_bytes(json_bytes(entries, []))
        plan = plan_import(JsonFile(file), plain_book, plain_book.clock.now_ms(), joining=joining or Joining())
        assert [row.reason.code for row in plan.refused] == []
        plain_book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
        return plan

    return imported


def _unit(product: Product, quantity: int) -> Unit:
    return Unit(product=product.id, name="tsp", quantity=quantity, dimension=Dimension.MASS, since=dt.date(2026, 1, 1))


def _dose(book: Logbook, product: Product, unit: Unit | None = None, batch: Batch | None = None) -> Dose:
    amount = Amount("1 tsp", 2100, Dimension.MASS, unit=unit.id if unit else None)
    return Dose(at=moment_now(book.clock), product=product.id, amount=amount, batch=batch.id if batch else None)


def _doses(book: Logbook) -> list[Dose]:
    return [each for part in book.slices("dose") for each in part if isinstance(each, Dose)]


def test_doses_of_a_product_of_one_name_go_to_ours(plain_book: Logbook, import_all: ImportAll) -> None:
    ours = _unit(OURS, 2100)
    plain_book.save(OURS, ours, _dose(plain_book, OURS))
    theirs, batch = _unit(THEIRS, 2100), Batch(product=THEIRS.id, lot="B2")
    at = moment_at(plain_book.clock.now_ms() - 3 * 3_600_000, "UTC")
    dose = replace(_dose(plain_book, THEIRS, theirs, batch), at=at)
    plan = import_all(THEIRS, theirs, batch, dose)
    assert remark_on_names(plan, TEXTS) == [JOINED, "“green” (Elsewhere, leaf powder)", SAYS_MORE]
    assert plain_book.products() == [OURS]
    assert [unit.id for unit in plain_book.all_units()] == [ours.id]
    came = next(each for each in _doses(plain_book) if each.id == dose.id)
    assert (came.product, came.amount.unit, came.batch) == (OURS.id, ours.id, batch.id)
    assert isinstance(kept := plain_book.get(batch.id), Batch) and kept.product == OURS.id
    assert plan.counts.here == {"product": 1, "unit": 1}


@pytest.mark.parametrize(
    ("ours", "theirs", "more"),
    [
        ({}, {"kind": ProductKind.EXTRACT}, True),
        ({}, {"vendor": "Shop B"}, True),
        ({"kind": ProductKind.TABLET}, {"kind": ProductKind.TABLET, "content": Content.EXTRACT}, True),
        ({"kind": ProductKind.EXTRACT, "vendor": "Shop B"}, {}, False),
        ({"vendor": "Shop B"}, {"vendor": "Shop B"}, False),
    ],
)
def test_a_kind_or_vendor_that_only_the_file_says_is_spoken_of(
    plain_book: Logbook, import_all: ImportAll, ours: dict[str, Any], theirs: dict[str, Any], more: bool
) -> None:
    plain_book.save(Product(name="Green", **ours))
    plan = import_all(Product(name="Green", **theirs))
    assert plan.counts.here["product"] == 1
    assert (SAYS_MORE in remark_on_names(plan, TEXTS)) is more


def test_a_unit_of_another_size_gets_a_name_of_its_own(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _unit(OURS, 2100), _dose(plain_book, OURS))
    theirs = _unit(THEIRS, 2500)
    import_all(THEIRS, theirs, _dose(plain_book, THEIRS, theirs))
    assert {(unit.name, unit.quantity, unit.product) for unit in plain_book.all_units()} == {
        ("tsp", 2100, OURS.id), ("tsp 2", 2500, OURS.id),
    }  # fmt: skip


def test_a_unit_that_came_along_is_never_the_next_amount(
    plain_book: Logbook, import_all: ImportAll, clock: FixedClock
) -> None:
    unit = _unit(OURS, 2100)
    mine = _dose(plain_book, OURS, unit)
    plain_book.save(OURS, unit, mine)
    theirs = _unit(THEIRS, 5000)
    dose = replace(_dose(plain_book, THEIRS, theirs), at=moment_at(mine.at.utc_ms + 60_000, "UTC"))
    import_all(THEIRS, theirs, dose)
    clock.tick(5 * 60_000)
    assert (plain_book.last_dose() or mine).id == dose.id
    go_by = (plain_book.dose_to_go_by(), plain_book.dose_to_go_by(OURS.id))
    assert [each and each.id for each in go_by] == [mine.id, mine.id]


def test_they_are_kept_apart_if_that_is_said(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    plan = import_all(THEIRS, _dose(plain_book, THEIRS), joining=Joining(Twins.APART))
    assert remark_on_names(plan, TEXTS) == [APART, "“green” (Elsewhere, leaf powder)"]
    assert {product.id for product in plain_book.products()} == {OURS.id, THEIRS.id}


@pytest.mark.parametrize(
    "other",
    [{"kind": ProductKind.EXTRACT}, {"private": True}],
)  # of another vendor: below
def test_what_cannot_be_the_same_stays_apart(
    plain_book: Logbook, import_all: ImportAll, other: dict[str, object]
) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    plan = import_all(replace(THEIRS, **other))  # type: ignore[arg-type]
    assert (len(plan.names.joined), len(plan.names.apart), len(plain_book.products())) == (0, 1, 2)


def test_another_vendor_stays_apart_and_can_be_joined_by_itself(plain_book: Logbook, import_all: ImportAll) -> None:
    ours = replace(OURS, vendor="Shop A")
    plain_book.save(ours, _dose(plain_book, ours))
    of_b, of_c = replace(THEIRS, vendor="Shop B"), Product(name="Green", kind=ProductKind.LEAF_POWDER, vendor="shop a")
    dose = _dose(plain_book, of_b)
    plan = import_all(of_b, of_c, dose)
    assert remark_on_names(plan, TEXTS) == [
        JOINED, "“Green” (shop a, leaf powder)", APART, "“green” (Shop B, leaf powder)",
    ]  # fmt: skip
    assert next(each.product for each in _doses(plain_book) if each.id == dose.id) == of_b.id
    assert of_c.id not in {product.id for product in plain_book.products()}


def test_each_can_be_chosen_by_itself(plain_book: Logbook, tmp_path: Path) -> None:
    green, red = replace(OURS, vendor="Shop A"), Product(name="Red", kind=ProductKind.LEAF_POWDER)
    plain_book.save(green, red)
    of_b, other_red = replace(THEIRS, vendor="Shop B"), replace(red, id=Product(name="x").id)
    (tmp_path / "in.json").write_bytes(json_bytes([of_b, other_red], []))

    def plan(joining: Joining) -> Plan:
        return plan_import(JsonFile(tmp_path / "in.json"), plain_book, plain_book.clock.now_ms(), joining=joining)

    words, ways = zip(*other_ways(plan(Joining()), TEXTS), strict=True)
    assert words == (
        "Take “green” (Shop B, leaf powder) for yours",
        "Keep “Red” (leaf powder) apart",
        "Keep all of one name apart",
    )
    turned = [plan(way).names for way in ways]
    assert [[entry.name for entry in names.joined] for names in turned] == [["green", "Red"], [], []]
    back = other_ways(plan(ways[0]), TEXTS)[0]
    assert back == ("Keep “green” (Shop B, leaf powder) apart", Joining())


def test_two_of_one_name_are_not_both_joined(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    plan = import_all(THEIRS, Product(name="GREEN"))
    assert (len(plan.names.joined), len(plan.names.apart)) == (1, 1)


def test_exactly_the_name_comes_before_its_letters(plain_book: Logbook, import_all: ImportAll) -> None:
    small = Product(name="green")
    plain_book.save(OURS, small, _dose(plain_book, OURS))
    dose = _dose(plain_book, THEIRS)
    import_all(THEIRS, dose)
    assert next(each.product for each in _doses(plain_book) if each.id == dose.id) == small.id


def test_ratings_of_an_own_symptom_go_to_ours(plain_book: Logbook, import_all: ImportAll) -> None:
    ours, theirs = Symptom(name="Foggy"), Symptom(name="foggy")
    plain_book.save(ours, OURS, _dose(plain_book, OURS))
    rating = Rating(at=moment_now(plain_book.clock), symptom=theirs.id, value=4)
    plan = import_all(theirs, rating)
    assert isinstance(kept := plain_book.get(rating.id), Rating) and kept.symptom == ours.id
    assert len(plan.names.joined) == 1
    turned = Symptom(name="Foggy", higher_is_better=True)
    assert len(import_all(turned).names.apart) == 1


def test_settings_of_another_journal_come_only_if_asked_for(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    start = Setting(id="paper", value="letter")
    plan = import_all(start)
    assert remark_on_names(plan, TEXTS) == ["1 setting of the other journal is left out."]
    assert plain_book.get("paper") is None
    import_all(start, joining=Joining(settings=True))
    assert plain_book.get("paper") is not None


def test_a_journal_without_entries_takes_settings(plain_book: Logbook, import_all: ImportAll) -> None:
    plan = import_all(Setting(id="paper", value="letter"))
    assert (plan.names.settings, plain_book.get("paper") is None) == (0, False)


def test_what_is_private_is_counted_and_not_named(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(replace(OURS, private=True), _dose(plain_book, OURS))
    assert remark_on_names(import_all(replace(THEIRS, private=True)), TEXTS) == [JOINED, SAYS_MORE]


def test_a_second_import_brings_nothing(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    dose = _dose(plain_book, THEIRS)
    import_all(THEIRS, dose)
    plan = import_all(THEIRS, dose)
    assert plan.total == 0


MADE_UP = Product(id=origin_id("csv-product", "green"), name="Green", kind=ProductKind.LEAF_POWDER)


def test_an_id_made_of_the_name_is_kept_apart_too(plain_book: Logbook, import_all: ImportAll) -> None:
    theirs = replace(MADE_UP, kind=ProductKind.EXTRACT)
    mine, dose = _dose(plain_book, MADE_UP), _dose(plain_book, theirs)
    plain_book.save(MADE_UP, mine)
    plan = import_all(theirs, dose, joining=Joining(Twins.APART))
    assert (remark_on_names(plan, TEXTS), plan.changed) == ([APART, "“Green” (extract)"], [])
    kinds = {product.id: product.kind for product in plain_book.products()}
    assert {each.id: kinds[each.product or ""] for each in _doses(plain_book)} == {
        mine.id: ProductKind.LEAF_POWDER, dose.id: ProductKind.EXTRACT,
    }  # fmt: skip
    again = import_all(theirs, dose, joining=Joining(Twins.APART))
    assert (again.total, again.changed, len(plain_book.products())) == (0, [], 2)


def test_what_was_joined_is_the_same_the_next_time(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS, _dose(plain_book, OURS))
    dose = _dose(plain_book, THEIRS)
    import_all(THEIRS, dose)
    again = import_all(THEIRS, dose)
    assert (again.total, again.changed) == (0, [])


def test_another_kind_is_said_in_words_with_its_doses(plain_book: Logbook, tmp_path: Path) -> None:
    plain_book.save(MADE_UP, _dose(plain_book, MADE_UP), _dose(plain_book, MADE_UP))
    file = tmp_path / "in.json"
    file.write_bytes(json_bytes([replace(MADE_UP, kind=ProductKind.TABLET, content=Content.EXTRACT)], []))
    plan = plan_import(JsonFile(file), plain_book, plain_book.clock.now_ms())
    said = row_change(plan.changed[0], TEXTS)
    assert said.endswith("product “Green”: leaf powder here, tablet (extract) in the file")
    assert words_for_taking(plan, TEXTS) == (
        "Import, and take what the file says of 1 entry: the kind of “Green” with 2 doses changes"
    )


@pytest.mark.parametrize("other", [{"name": "Red"}, {"kind": ProductKind.EXTRACT}], ids=["name", "kind"])
def test_one_id_of_two_things_can_be_kept_apart_too(
    plain_book: Logbook, import_all: ImportAll, other: dict[str, object]
) -> None:
    theirs = replace(OURS, **other)  # type: ignore[arg-type]
    mine, dose = _dose(plain_book, OURS), _dose(plain_book, theirs)
    plain_book.save(OURS, mine)
    plan = import_all(theirs)
    assert [each for _, each in other_ways(plan, TEXTS)] == [Joining(Twins.APART)]
    apart = import_all(theirs, dose, joining=Joining(Twins.APART))
    assert [each for _, each in other_ways(apart, TEXTS)] == [Joining(Twins.JOIN)]
    products = {product.id: product for product in plain_book.products()}
    of = {each.id: products[each.product or ""] for each in _doses(plain_book)}
    assert (of[mine.id], (of[dose.id].name, of[dose.id].kind)) == (OURS, (theirs.name, theirs.kind))
    assert import_all(theirs, dose, joining=Joining(Twins.APART)).total == 0


def test_the_same_under_one_id_is_not_asked_about(plain_book: Logbook, import_all: ImportAll) -> None:
    plain_book.save(OURS)
    assert other_ways(import_all(replace(OURS, vendor="the market")), TEXTS) == []
