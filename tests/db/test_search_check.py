"""Damage in the search index is found, in real files, and known as damage of nothing but that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.problems import only_in_search
from journal.core.refusal import Refused
from journal.db import backup
from tests.journals import JournalAt, note, raw

PAGE = 4096


def begin_of(journal: JournalAt, table: str) -> int:
    """The first byte of a table's first page."""
    with raw(journal) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(page - 1) * PAGE


def flip_in(journal: JournalAt, table: str, words: bytes, bit: int) -> None:
    """Flip one bit of the last letter of these words, where the table keeps them."""
    content, begin = bytearray(journal.path.read_bytes()), begin_of(journal, table)
    content[content.index(words, begin, begin + PAGE) + len(words) - 1] ^= 1 << bit
    journal.path.write_bytes(content)


def with_a_note(journal: JournalAt) -> JournalAt:
    with journal.open() as book:
        note(book, "a quiet day")
    return journal


def found(journal: JournalAt) -> list[str]:
    with journal.open(read_only=True) as book:
        return book.check()


# SQLite's and FTS5's own checks find none of these.
FLIPS = [("content", b"quiet", 5), ("config", b"secure-delete", 0)]


@pytest.mark.parametrize(("part", "words", "bit"), FLIPS)
def test_a_flipped_bit_is_found(plain_journal: JournalAt, part: str, words: bytes, bit: int) -> None:
    with_a_note(plain_journal)
    assert found(plain_journal) == []
    flip_in(plain_journal, f"note_text_{part}", words, bit)
    problems = found(plain_journal)
    assert problems and only_in_search(problems)
    with plain_journal.open() as book:
        assert only_in_search(book.check_by_itself(thorough=True))


@pytest.mark.parametrize(("part", "words", "bit"), FLIPS)
def test_control_without_our_own_comparison_it_is_called_sound(
    plain_journal: JournalAt, part: str, words: bytes, bit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip_in(with_a_note(plain_journal), f"note_text_{part}", words, bit)
    monkeypatch.setattr(backup, "search_problems", lambda _connection: [])
    assert found(plain_journal) == []


def test_words_that_are_missing_with_all_that_belongs_to_them_are_found(journal: JournalAt) -> None:
    with_a_note(journal)
    with raw(journal) as connection:
        connection.execute("DELETE FROM note_text")
    assert only_in_search(found(journal))


def test_words_that_no_entry_has_are_found(journal: JournalAt) -> None:
    with_a_note(journal)
    with raw(journal) as connection:
        connection.execute("INSERT INTO note_text (rowid, words) VALUES (99, 'never said')")
    assert only_in_search(found(journal))


@pytest.mark.parametrize("sign", ["ß", "ﬀ", "É"])
def test_words_that_another_python_folds_otherwise_are_the_same(plain_journal: JournalAt, sign: str) -> None:
    """As if the Python that saved the entry had left these letters alone."""
    with plain_journal.open() as book:
        note(book, f"so {sign} it was")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note_text SET words = ?", (f"so {sign} it was",))
    assert found(plain_journal) == []


def test_a_missing_index_is_found(plain_journal: JournalAt) -> None:
    with raw(with_a_note(plain_journal)) as connection:
        connection.execute("DROP TABLE care_text")
    problems = found(plain_journal)
    assert problems == ["care_text: missing"] and only_in_search(problems)


@pytest.mark.parametrize("part", ["data", "content", "config"])
def test_a_page_that_cannot_be_read_is_known_as_the_indexs(journal: JournalAt, part: str) -> None:
    begin = begin_of(with_a_note(journal), f"note_text_{part}")
    with journal.path.open("r+b") as file:
        file.seek(begin)
        file.write(bytes(PAGE))
    assert only_in_search(found(journal))


@pytest.mark.parametrize(
    "damage", [lambda file: file.write(bytes(PAGE)), lambda file: file.write(b"\x0d\0\0\0\2\x0f\xff\xff\xff\xff\xff")]
)
def test_damage_of_entries_is_not_taken_for_the_indexs(
    plain_journal: JournalAt, damage: Callable[[object], object]
) -> None:
    begins = [begin_of(with_a_note(plain_journal), table) for table in ("note", "note_text_content")]
    with plain_journal.path.open("r+b") as file:
        for begin in begins:
            file.seek(begin)
            damage(file)
    problems = found(plain_journal)
    assert problems and not only_in_search(problems)


def test_a_backup_says_which_part_is_damaged(plain_journal: JournalAt) -> None:
    flip_in(with_a_note(plain_journal), "note_text_content", b"quiet", 5)
    with plain_journal.open() as book, pytest.raises(Refused) as refused:
        book.backup()
    assert refused.value.code == "search-damaged"
    assert not list((plain_journal.path.parent / "backups").iterdir())


def test_so_does_one_whose_copy_cannot_be_made(journal: JournalAt) -> None:
    begin = begin_of(with_a_note(journal), "note_text_data")
    with journal.path.open("r+b") as file:
        file.seek(begin)
        file.write(bytes(PAGE))
    with journal.open() as book, pytest.raises(Refused) as refused:
        book.backup()
    assert refused.value.code == "search-damaged"
