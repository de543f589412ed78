"""Rows come back though nothing says any more which tables there are and where they begin."""

from __future__ import annotations

import random

import pytest

from journal.core.kinds import KINDS
from journal.core.refusal import Refused
from journal.core.rescued import Rescued
from journal.db.lost_schema import EmptySchema
from journal.db.rescue import rescue
from tests.files.make import write
from tests.journals import ENCRYPTED_IS_SLOW, MODES, JournalAt, raw

PAGE, HEADER = 4096, 100
_LEADS_FURTHER = 5  # how a page begins that leads to pages of rows


@pytest.fixture
def every_kind(journal: JournalAt) -> JournalAt:
    with journal.open() as book:
        write(book)
    return journal


@pytest.fixture
def plain_kinds(plain_journal: JournalAt) -> JournalAt:
    with plain_journal.open() as book:
        write(book)
    return plain_journal


def destroy(journal: JournalAt, page: int, begin: int = 0) -> None:
    with journal.path.open("r+b") as file:
        file.seek((page - 1) * PAGE + begin)
        file.write(bytes(PAGE - begin))


def pages_of_schema(plain: JournalAt) -> list[int]:
    """Those that the first page leads to, in order; a journal with a passphrase has the same ones."""
    content = plain.path.read_bytes()
    assert content[HEADER] == _LEADS_FURTHER
    cells = int.from_bytes(content[HEADER + 3 : HEADER + 5], "big")
    places = [int.from_bytes(content[at : at + 2], "big") for at in range(HEADER + 12, HEADER + 12 + 2 * cells, 2)]
    return [int.from_bytes(content[at : at + 4], "big") for at in places]


def counts(rescued: Rescued) -> dict[str, int]:
    return {kind: rescued.of(kind).read for kind in (*KINDS, "change", "change_set")}


def rescued_to(journal: JournalAt, name: str) -> Rescued:
    return rescue(journal.path, journal.path.with_name(name), journal.passphrase, (), "lost")


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_lost_page_of_the_schema_costs_no_row(every_kind: JournalAt, plain_kinds: JournalAt) -> None:
    whole = counts(rescued_to(every_kind, "whole.leaf"))
    destroy(every_kind, pages_of_schema(plain_kinds)[0])
    with pytest.raises(Refused) as refused, every_kind.open():
        pass
    assert refused.value.code == "journal-damaged"
    before = every_kind.sha256()
    came = rescued_to(every_kind, "new.leaf")
    assert counts(came) == whole
    assert every_kind.sha256() == before
    with JournalAt(every_kind.path.with_name("new.leaf"), every_kind.passphrase, every_kind.clock).open() as book:
        assert book.check() == []
    left = {path.name for path in every_kind.path.parent.iterdir() if "damaged" in path.name}
    assert not left


def test_how_many_are_missing_is_not_known_without_it(plain_kinds: JournalAt) -> None:
    """The seals that count the rows of each day are not found without the schema."""
    with plain_kinds.open() as book:
        note = next(each for part in book.slices("note") for each in part if each.deleted_ms is None)
        book.delete([note.id])
        book.purge([note.id])
    destroy(plain_kinds, pages_of_schema(plain_kinds)[0])
    (notes,) = (each for each in rescued_to(plain_kinds, "new.leaf").tables if each.table == "note")
    assert notes.unknown and not notes.whole


@pytest.mark.parametrize("begin", [0, HEADER])
def test_nor_does_a_lost_first_page_of_a_plain_journal(plain_kinds: JournalAt, begin: int) -> None:
    whole = counts(rescued_to(plain_kinds, "whole.leaf"))
    destroy(plain_kinds, 1, begin)
    assert counts(rescued_to(plain_kinds, "new.leaf")) == whole


def places_in_schema(journal: JournalAt, table: str) -> list[int]:
    """Each byte of the words that make a table, in the file, and of the name and number before them."""
    content, words = journal.path.read_bytes(), f"CREATE TABLE {table} (".encode()
    begin = content.index(words)
    with raw(journal) as connection:
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return list(range(begin - 2 * len(table) - 2, begin + len(made.encode())))


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("nth", range(97))
def test_nor_does_a_byte_of_the_words_that_make_a_table(plain_kinds: JournalAt, nth: int) -> None:
    """One letter of a column's name hid all 330 ratings, and "lost 330" was said, while each page was whole."""
    whole, content = counts(rescued_to(plain_kinds, "whole.leaf")), bytearray(plain_kinds.path.read_bytes())
    places = places_in_schema(plain_kinds, "note")
    content[places[nth * len(places) // 97]] ^= random.Random(nth).choice((1, 4, 0x20, 0x80))
    plain_kinds.path.write_bytes(content)
    assert counts(rescued_to(plain_kinds, "new.leaf")) == whole


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("nth", range(12))
def test_nor_does_a_bit_of_what_keeps_the_pages_of_the_schema(plain_kinds: JournalAt, nth: int) -> None:
    """Where it could be read in part and not written, the rescue ended with "is damaged" and made nothing."""
    whole, content = counts(rescued_to(plain_kinds, "whole.leaf")), bytearray(plain_kinds.path.read_bytes())
    pages, chance = pages_of_schema(plain_kinds), random.Random(nth)
    content[(pages[nth % len(pages)] - 1) * PAGE + 8 + chance.randrange(12)] ^= 1 << chance.randrange(8)
    plain_kinds.path.write_bytes(content)
    assert counts(rescued_to(plain_kinds, "new.leaf")) == whole


def test_nor_does_a_number_that_leads_past_them(plain_kinds: JournalAt) -> None:
    """The root of a table says that it is another page: SQLite reads on there without a word."""
    whole = counts(rescued_to(plain_kinds, "whole.leaf"))
    with raw(plain_kinds) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        (empty,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'lab_result'").fetchone()
        connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = 'note'", (empty,))
    assert counts(rescued_to(plain_kinds, "new.leaf")) == whole


def test_control_without_the_schema_of_a_new_journal_nothing_comes(
    plain_kinds: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    destroy(plain_kinds, pages_of_schema(plain_kinds)[0])
    monkeypatch.setattr(EmptySchema, "put_into", lambda *_: None)
    with pytest.raises(Refused):
        rescued_to(plain_kinds, "new.leaf")
