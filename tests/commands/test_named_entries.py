"""log of what other entries name: a product and more about it, versions of its units, symptoms of one's own."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from journal.core.amounts import Dimension
from journal.core.entries import Dose, Entry, Product, ProductKind, Symptom, Unit
from journal.core.symptoms import SymptomKind
from tests.command_line import Run, refused
from tests.journals import JournalAt


def entries_of(journal: JournalAt, kind: str) -> list[Entry]:
    with journal.open(read_only=True) as book:
        return [each for part in book.slices(kind) for each in part]


@pytest.fixture
def at(plain_journal: JournalAt) -> tuple[str | Path, ...]:
    with plain_journal.open() as book:
        book.save(Product(name="Green", vendor="Shop"))
    return "--journal", plain_journal.path, "log"


def product_in(journal: JournalAt, name: str) -> Product:
    (found,) = (each for each in entries_of(journal, "product") if isinstance(each, Product) and each.name == name)
    return found


def units_in(journal: JournalAt) -> list[Unit]:
    return [each for each in entries_of(journal, "unit") if isinstance(each, Unit)]


def test_what_is_said_of_a_product_leaves_the_rest(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    before = product_in(plain_journal, "Green")
    assert run(*at, "product", "green", "--kind", "leaf_powder", "--strain", "Green Borneo")[:2] == (
        0, "Saved 1 entry.\n",
    )  # fmt: skip
    after = product_in(plain_journal, "Green")
    assert (after.id, after.vendor, after.kind, after.strain) == (
        before.id, "Shop", ProductKind.LEAF_POWDER, "Green Borneo",
    )  # fmt: skip
    assert "recorded before" in run(*at, "product", "Green", "--vendor", "Shop")[1]
    with plain_journal.open() as book:
        book.undo()
    assert product_in(plain_journal, "Green") == before


@pytest.mark.parametrize(("command", "words"), [
    (["dose", "--product", "37.5", "--new-product", "--amount", "2 g"], "Saved, but “37.5” is a number."),
    (["product", "37.5", "--kind", "leaf_powder"], "Saved, but “37.5” is a number."),
    (["unit", "Green", "--name", "5", "--quantity", "2 g"], "Saved, but “5” is a number."),
    (["unit", "Green", "--name", "scoop", "--quantity", "3 g", "--spread", "50 g"], "is spread 50 g right?"),
])  # fmt: skip
def test_a_name_or_a_spread_that_is_likely_a_slip_is_saved_and_remarked_on(
    run: Run, at: tuple[str | Path, ...], command: list[str], words: str
) -> None:
    assert run(*at, "product", "Green", "--kind", "leaf_powder")[0] == 0
    code, out, err = run(*at, *command)
    assert code == 0 and words in out + err
    code, out, err = run(*at, "unit", "Green", "--name", "spoon", "--quantity", "3 g", "--spread", "1 g")
    assert code == 0 and "but" not in out + err


def test_a_new_product_comes_with_the_unit_of_its_pieces(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    assert run(*at, "product", "Caps", "--kind", "capsule")[1].startswith("Saved 1 entry.")
    (unit,) = units_in(plain_journal)
    assert product_in(plain_journal, "Caps").default_unit == unit.id and unit.quantity is None
    assert run(*at, "unit", "Caps", "--name", "Capsule", "--quantity", "520 mg", "--spread", "20 mg")[0] == 0
    old, new = units_in(plain_journal)
    assert (old, new.quantity, new.spread, new.dimension) == (unit, 520, 20, Dimension.MASS)
    assert product_in(plain_journal, "Caps").default_unit == new.id


def test_lines_use_what_the_lines_before_made(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    lines = [
        {"log": "product", "name": "Blue", "kind": "tea", "private": True},
        {"log": "unit", "product": "blue", "name": "cup", "quantity": "200 ml", "since": "2026-11-01"},
        {"log": "dose", "product": "Blue", "amount": "2 cups"},
        {"log": "symptom", "name": "Cold hands", "kind": "side_effect", "active_from": "2026-11-01"},
        {"log": "rating", "rate": {"Cold hands": 3}},
    ]
    code, said, _ = run(*at, "-", given="\n".join(map(json.dumps, lines)))
    assert (code, said.splitlines()[0]) == (0, "Saved 5 entries.")
    (unit,), (dose,) = units_in(plain_journal), entries_of(plain_journal, "dose")
    assert isinstance(dose, Dose) and (dose.amount.quantity, dose.amount.unit) == (400_000, unit.id)
    assert product_in(plain_journal, "Blue").private and unit.since == dt.date(2026, 11, 1)
    (symptom,) = entries_of(plain_journal, "symptom")
    assert isinstance(symptom, Symptom) and symptom.kind is SymptomKind.SIDE_EFFECT and symptom.code is None


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["product"], "Needed: “name”"),
        (["product", "--kind", "tea"], "“name” is missing"),
        (["product", " ", "--kind", "tea"], "Type a name first."),
        (["product", "X", "--kind", "not_said"], "is not one of: leaf_powder"),
        (["unit", "Green"], "“name” is missing"),
        (["unit", "--name", "scoop"], "“product” is missing"),
        (["unit", "Blue", "--name", "scoop"], "no product called “Blue” yet"),
        (["unit", "Green", "--name", "mg", "--quantity", "2 g"], "one called “mg” already"),
        (["unit", "Green", "--name", "scoop", "--quantity", "2.1"], "2.1 of what?"),
        (["unit", "Green", "--name", "scoop", "--quantity", "much"], "“much”"),
        (["unit", "Green", "--name", "scoop", "--spread", "1 g"], "Say also what one holds"),
        (["unit", "Green", "--name", "scoop", "--quantity", "2 g", "--spread", "1 ml"], "Say also what one holds"),
        (["unit", "Green", "--name", "scoop", "--since", "2027-01-01"], "has not come yet"),
        (["symptom"], "Nothing was said"),
        (["symptom", "--kind", "pain"], "“name” is missing"),
        (["symptom", "Nausea"], "is built in"),
        (["symptom", "X", "--kind", "warning"], "is not one of: pain, symptom, side_effect"),
        (["symptom", "pain in my chest"], "rate the sign that was there: “Chest pain”"),
        (["symptom", "can't breathe"], "rate the sign that was there: “Hard to breathe”"),
    ],
)
def test_what_is_refused(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...], command: list[str], words: str
) -> None:
    assert words in refused(run(*at, *command))
    assert units_in(plain_journal) == entries_of(plain_journal, "symptom") == []


def test_a_symptom_is_made_once(run: Run, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "symptom", "Burning feet")[0] == 0
    assert "one called “burning feet” already" in refused(run(*at, "symptom", "burning feet"))
