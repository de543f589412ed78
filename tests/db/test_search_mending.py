"""A damaged search index is built anew from the entries: nothing else changes, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.db import search_mending
from journal.db.search_mending import build_anew
from tests.db.test_search_check import PAGE, begin_of, flip_in, found
from tests.journals import JournalAt, dose, note, raw


def lose_words(journal: JournalAt) -> None:
    with raw(journal) as connection:
        connection.execute("DELETE FROM note_text")


def destroy(part: str) -> Callable[[JournalAt], None]:
    """A page of it that cannot be read."""

    def destroyed(journal: JournalAt) -> None:
        begin = begin_of(journal, f"note_text_{part}")
        with journal.path.open("r+b") as file:
            file.seek(begin)
            file.write(bytes(PAGE))

    return destroyed


def filled(journal: JournalAt) -> JournalAt:
    with journal.open() as book:
        kept = note(book, "a quiet day")
        dose(book, text="with toast")
        book.delete([note(book, "one in the trash").id])
        book.save_draft("note", "half a thought")
        assert book.undo_step is not None
        assert kept.text in {getattr(entry, "text", "") for entry in book.find(EntryQuery("quiet"))}
    return journal


def everything(journal: JournalAt) -> object:
    with journal.open(read_only=True) as book:
        entries = [part for kind in ("note", "dose") for part in book.slices(kind)]
        return entries, book.undo_step, book.drafts(), [entry.id for entry in book.trash()]


def searched(journal: JournalAt, word: str) -> int:
    with journal.open(read_only=True) as book:
        return len(book.find(EntryQuery(word)))


def mend(journal: JournalAt, salts: list[tuple[str, ...]] | None = None) -> Path:
    kept = journal.path.with_name("kept.leaf")
    build_anew(journal.path, journal.passphrase, kept, (salts if salts is not None else []).append)
    return kept


DAMAGES = [lose_words, *(destroy(part) for part in ("data", "content", "config"))]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("damage", DAMAGES, ids=["words", "data", "content", "config"])
def test_it_is_whole_again_and_nothing_else_changes(journal: JournalAt, damage: Callable[[JournalAt], None]) -> None:
    before = everything(filled(journal))
    damage(journal)
    damaged, salts = journal.path.read_bytes(), list[tuple[str, ...]]()
    assert found(journal)
    kept = mend(journal, salts)
    assert found(journal) == []
    assert everything(journal) == before
    assert [searched(journal, word) for word in ("quiet", "toast", "thought")] == [1, 1, 0]
    assert kept.read_bytes() == damaged
    assert sorted(path.suffix for path in journal.path.parent.iterdir() if path.is_file()) == [
        ".leaf",
        ".leaf",
        ".lock",
    ]
    begins = journal.path.read_bytes()[:16].hex()
    assert salts[-1] == ((begins,) if journal.passphrase else ()) and set(salts[-1]) <= set(salts[0])


def test_what_is_deleted_for_good_later_leaves_no_word(plain_journal: JournalAt) -> None:
    """The setting that wipes words is made again, too."""
    flip_in(filled(plain_journal), "note_text_config", b"secure-delete", 0)
    mend(plain_journal)
    with plain_journal.open() as book:
        wiped = note(book, "zanzibarine")
        book.delete([wiped.id])
        book.purge([wiped.id])
    assert b"zanzibarin" not in plain_journal.path.read_bytes()


def test_where_more_is_damaged_nothing_is_changed(plain_journal: JournalAt) -> None:
    with raw(filled(plain_journal)) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    before = plain_journal.path.read_bytes()
    with pytest.raises(Refused) as refused:
        mend(plain_journal)
    assert refused.value.code == "entries-damaged"
    assert plain_journal.path.read_bytes() == before
    assert not plain_journal.path.with_name("kept.leaf").exists()


def test_a_copy_that_is_not_sound_is_not_used(plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    lose_words(filled(plain_journal))
    before = plain_journal.path.read_bytes()
    monkeypatch.setattr(search_mending, "words_wanted", lambda _connection, _kind: iter(()))
    with pytest.raises(Refused) as refused:
        mend(plain_journal)
    assert refused.value.code == "search-not-mended"
    assert plain_journal.path.read_bytes() == before
    assert [path.name for path in plain_journal.path.parent.iterdir() if ".new" in path.name] == []


def test_it_can_be_stopped(plain_journal: JournalAt) -> None:
    lose_words(filled(plain_journal))
    before = plain_journal.path.read_bytes()
    with pytest.raises(Refused) as refused:
        build_anew(
            plain_journal.path, None, plain_journal.path.with_name("kept.leaf"), lambda _salts: None,
            Watched(lambda _step: None, lambda: True),
        )  # fmt: skip
    assert refused.value.code == "cancelled"
    assert plain_journal.path.read_bytes() == before


def test_an_open_journal_is_refused(plain_journal: JournalAt) -> None:
    with plain_journal.open(), pytest.raises(Refused) as refused:
        mend(plain_journal)
    assert refused.value.code == "journal-locked"


def test_a_write_that_was_cut_short_is_taken_back_first(plain_journal: JournalAt) -> None:
    """Its old pages lie beside the journal, and belong to the copy that is mended."""
    lose_words(filled(plain_journal))
    before = everything(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM change")
        connection.execute("CREATE TABLE bulk AS SELECT randomblob(300000)")
        hot = {ending: plain_journal.path.with_name(plain_journal.path.name + ending) for ending in ("", "-journal")}
        contents = {path: path.read_bytes() for path in hot.values()}
    for path, content in contents.items():
        path.write_bytes(content)
    mend(plain_journal)
    assert everything(plain_journal) == before
