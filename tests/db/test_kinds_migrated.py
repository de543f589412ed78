"""Products of version 0.1 get the kinds that somebody said: by how they were added and what happened to them since."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from journal.core.entries import Product, ProductKind
from journal.core.product_kinds import questions
from journal.core.records import columns_of, to_record
from journal.logbook import Logbook
from tests.db.test_released import FILES
from tests.journals import START_MS, FixedClock, JournalAt

NEW = ("content", "ask_kind")  # columns that version 0.1 did not have
Kind = tuple[ProductKind, bool]
LEAF, OTHER, TEA, NOT_SAID = ProductKind.LEAF_POWDER, ProductKind.OTHER, ProductKind.TEA, ProductKind.NOT_SAID


class Of01:
    """Writes into a file of schema 1 as version 0.1 did: a row, and in the change log what was there before."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlcipher.connect(str(path))
        # What the frozen file had undone is overtaken by what comes, as every write does.
        self._connection.execute("UPDATE change_set SET undone = 2 WHERE undone = 1")

    def close(self) -> None:
        self._connection.commit()
        self._connection.close()

    def add(self, name: str, kind: ProductKind, origin: str) -> str:
        """Add a product; its id."""
        product = Product(name=name, kind=kind)
        record = {key: value for key, value in to_record(product).items() if key not in NEW}
        names, marks = ", ".join(record), ", ".join("?" * len(record))
        self._connection.execute(f"INSERT INTO product ({names}) VALUES ({marks})", list(record.values()))
        self._log("product.added", origin, product.id, None)
        return product.id

    def edit(self, product_id: str, undone: bool = False, **values: Any) -> None:
        """Change columns in the window; ``undone``: and take that back."""
        before = self._record(product_id)
        after = {**before, **values}
        if not undone:
            for column, value in values.items():
                self._connection.execute(f"UPDATE product SET {column} = ? WHERE id = ?", (value, product_id))
        self._log("product.changed", "window", product_id, after if undone else before, 1 if undone else 0)

    def _record(self, product_id: str) -> dict[str, Any]:
        columns = [column for column in columns_of("product") if column not in NEW]
        sql = f"SELECT {', '.join(columns)} FROM product WHERE id = ?"
        return dict(zip(columns, self._connection.execute(sql, (product_id,)).fetchone(), strict=True))

    def _log(self, label: str, origin: str, entry: str, before: dict[str, Any] | None, undone: int = 0) -> None:
        made = self._connection.execute(
            "INSERT INTO change_set (at_ms, label, arguments, origin, undone) VALUES (?, ?, '{}', ?, ?)",
            (START_MS, label, origin, undone),
        )
        words = None if before is None else json.dumps(before)
        self._connection.execute(
            "INSERT INTO change (change_set, kind, entry, before) VALUES (?, 'product', ?, ?)",
            (made.lastrowid, entry, words),
        )


@pytest.fixture
def journal(tmp_path: Path) -> JournalAt:
    """A real file of version 0.1."""
    path = tmp_path / "of-0.1.leaf"
    shutil.copyfile(FILES / "journal-0001-plain.leaf", path)
    return JournalAt(path, None, FixedClock())


@pytest.fixture
def old(journal: JournalAt) -> Of01:
    return Of01(journal.path)


def kind_of(book: Logbook, product_id: str) -> Kind:
    product = book.get(product_id)
    assert isinstance(product, Product)
    return product.kind, product.ask_kind


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("origin", "kind", "wanted"),
    [
        ("command", OTHER, (NOT_SAID, False)),
        ("import", OTHER, (NOT_SAID, False)),
        ("import", LEAF, (LEAF, False)),  # a file said it
        ("window", OTHER, (OTHER, False)),
        ("window", TEA, (TEA, False)),
        ("window", LEAF, (LEAF, True)),  # what the form began with
    ],
)
def test_what_was_never_edited(journal: JournalAt, old: Of01, origin: str, kind: ProductKind, wanted: Kind) -> None:
    green = old.add("Green", kind, origin)
    old.close()
    with journal.open() as book:
        assert kind_of(book, green) == wanted
        assert book.check() == []
        book.undo()
        assert green not in [product.id for product in book.products()]
        book.redo()
        assert kind_of(book, green) == wanted
        assert book.check() == []


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("origin", "made_as", "edited", "now", "undone"),
    [
        # An edit of the vendor in the window looked at the kind; undoing it goes back to before that.
        ("window", LEAF, {"vendor": "x"}, (LEAF, False), (LEAF, True)),
        ("window", LEAF, {"kind": "tea"}, (TEA, False), (LEAF, True)),
        ("window", TEA, {"kind": "leaf_powder"}, (LEAF, False), (TEA, False)),
        ("window", TEA, {"kind": "other"}, (OTHER, False), (TEA, False)),
        ("command", OTHER, {"vendor": "x"}, (NOT_SAID, False), (NOT_SAID, False)),
        ("command", OTHER, {"kind": "tea"}, (TEA, False), (NOT_SAID, False)),
        ("import", LEAF, {"kind": "other"}, (OTHER, False), (LEAF, False)),  # a person said other
    ],
)
def test_what_was_edited_in_the_window(
    journal: JournalAt, old: Of01, origin: str, made_as: ProductKind, edited: dict[str, Any], now: Kind, undone: Kind
) -> None:
    green = old.add("Green", made_as, origin)
    old.edit(green, **edited)
    old.close()
    with journal.open() as book:
        assert kind_of(book, green) == now
        book.undo()
        assert kind_of(book, green) == undone
        book.redo()
        assert kind_of(book, green) == now
        assert book.check() == []


def test_an_edit_that_was_undone_before_can_be_redone(journal: JournalAt, old: Of01) -> None:
    green = old.add("Green", OTHER, "command")
    old.edit(green, undone=True, kind="tea")
    old.close()
    with journal.open() as book:
        assert kind_of(book, green) == (NOT_SAID, False)
        book.redo()
        assert kind_of(book, green) == (TEA, False)
        book.undo()
        assert kind_of(book, green) == (NOT_SAID, False)
        assert book.check() == []


def test_the_second_edit_has_seen_the_first(journal: JournalAt, old: Of01) -> None:
    green = old.add("Green", LEAF, "window")
    old.edit(green, vendor="x")
    old.edit(green, vendor="y")
    old.close()
    with journal.open() as book:
        assert kind_of(book, green) == (LEAF, False)
        book.undo()
        assert kind_of(book, green) == (LEAF, False)
        book.undo()
        assert kind_of(book, green) == (LEAF, True)


def test_one_that_is_not_named_in_the_log_keeps_its_kind(journal: JournalAt, old: Of01) -> None:
    green = old.add("Green", OTHER, "command")
    old._connection.execute("DELETE FROM change WHERE entry = ?", (green,))
    old.close()
    with journal.open() as book:
        assert kind_of(book, green) == (OTHER, False)


def test_every_kind_that_nobody_said_is_asked_about(journal: JournalAt, old: Of01) -> None:
    made = {origin: old.add(origin, kind, origin) for origin, kind in (("window", LEAF), ("command", OTHER))}
    old.close()
    with journal.open() as book:
        for product_id in made.values():
            product = book.get(product_id)
            assert isinstance(product, Product) and len(questions(product)) == 1


def test_the_products_of_the_frozen_file_are_as_they_were(journal: JournalAt) -> None:
    with journal.open() as book:
        (product,) = book.all_products()
        assert (product.kind, product.content, product.ask_kind) == (ProductKind.CAPSULE, None, False)
