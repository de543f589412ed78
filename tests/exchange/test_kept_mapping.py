"""The meaning of a table's columns, kept in the journal and read from text."""

from __future__ import annotations

import json

import pytest

from journal.assets import asset
from journal.core.refusal import Refused
from journal.exchange.foreign_values import DateOrder
from journal.exchange.kept_mapping import as_setting, from_text, remembered, setting_key, to_text
from journal.exchange.mapping import Column, Meaning, TableMapping, refuse_unfit
from journal.logbook import Logbook
from tests.exchange.foreign import BERLIN

HEAD = "date,time,product,amount,pain,note"
MAPPING = TableMapping(
    (Column(Meaning.DATE), Column(Meaning.TIME), Column(Meaning.PRODUCT), Column(Meaning.AMOUNT),
     Column(Meaning.RATING, "Pain"), Column(Meaning.NOTE)),
    BERLIN,
    DateOrder.DMY,
    ".",
    "g",
)  # fmt: skip


def test_a_mapping_is_kept_in_the_journal(plain_book: Logbook) -> None:
    columns = tuple(HEAD.split(","))
    assert remembered(plain_book.get, columns, "UTC") is None
    setting = as_setting(columns, MAPPING)
    assert setting is not None
    plain_book.save(setting)
    assert remembered(plain_book.get, columns, "UTC") == MAPPING
    assert remembered(plain_book.get, columns[1:], "UTC") is None
    assert setting_key(columns) != setting_key(columns[1:])
    plain_book.undo()
    assert remembered(plain_book.get, columns, "UTC") is None


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"columns": 1}', '{"columns": {"date": "feast"}}', '{"columns": {"date": 5}}', "[" * 100_000,
     '{"columns": {"date": "date"}, "decimal": ";"}', '{"columns": {"date": "date"}, "date_order": "ddd"}',
     '{"columns": {"date": "date"}, "unit": 5}'],
)  # fmt: skip
def test_a_mapping_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="mapping-(broken|field|no-columns)"):
        from_text(text, ("date",), BERLIN)


def test_a_mapping_without_columns_says_what_is_missing() -> None:
    with pytest.raises(Refused, match="mapping-no-columns"):
        from_text('{"decimal": ","}', ("date",), BERLIN)


def test_the_examples_of_the_page_can_be_read() -> None:
    page = asset("formats", "mapping.md").read_text(encoding="utf-8")
    blocks = [block for block in page.split("\n\n") if block.startswith('    {"columns"')]
    for block in blocks:
        said = json.loads(block)
        each = [said, *said.get("rows", {}).values()]
        names = tuple(dict.fromkeys(name for part in each for name in part["columns"]))
        refuse_unfit(from_text(block, names, BERLIN))
    assert len(blocks) == 3


def test_a_mapping_names_columns_that_are_there() -> None:
    with pytest.raises(Refused, match="mapping-column"):
        from_text(to_text(tuple(HEAD.split(",")), MAPPING), ("date",), BERLIN)
    assert json.loads(to_text(("a",), TableMapping((Column(),), BERLIN))) == {"columns": {}, "zone": BERLIN}
