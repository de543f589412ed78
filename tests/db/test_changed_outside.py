"""What others do to the file of an open journal: told by its cause, and nothing that was shown as saved is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db import changed_outside, journal_file
from journal.errors import UserError
from journal.logbook import Logbook
from journal.texts.lacking import lacked_by
from tests.journals import FixedClock, JournalAt, new_journal, note, raw


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def open_book(journal: JournalAt, told: list[str]) -> Iterator[Logbook]:
    """With one entry, and whatever it is told of the file."""
    book = journal.open()
    book.on_changed_outside(lambda refused: told.append(refused.code))
    note(book, "first")
    yield book
    book.close()


def notes(book: Logbook) -> list[str]:
    return [each.text for part in book.slices("note") for each in part]  # type: ignore[attr-defined]


def refusal(book: Logbook) -> str:
    before = notes(book)
    with pytest.raises(Refused) as refused:
        note(book, "second")
    assert not isinstance(refused.value, UserError)
    assert notes(book) == before
    return refused.value.code


def put_in_place(journal: JournalAt, other: Path) -> None:
    """As programs that keep folders in step do it: another file takes the name."""
    os.replace(other, journal.path)  # noqa: PTH105


def an_other(journal: JournalAt, folder: Path) -> Path:
    """A journal of the same passphrase with an entry of its own."""
    other = new_journal(folder / "other.leaf", journal.passphrase)
    with other.open() as book:
        note(book, "elsewhere")
    return other.path


def test_a_replaced_file_gets_nothing_and_what_was_shown_is_still_there(
    journal: JournalAt, open_book: Logbook, told: list[str], tmp_path: Path
) -> None:
    put_in_place(journal, an_other(journal, tmp_path))
    before = journal.sha256()
    assert not open_book.file_as_left
    assert refusal(open_book) == "journal-replaced" and told == ["journal-replaced"]
    found = open_book.changed_outside()
    assert found is not None and found.code == "journal-replaced"
    assert journal.sha256() == before
    copy = open_book.backup()
    with JournalAt(copy, journal.passphrase, journal.clock).open() as kept:
        assert notes(kept) == ["first"]


def test_what_was_saved_on_another_computer_is_told_as_that(journal: JournalAt, tmp_path: Path) -> None:
    with Logbook.open(journal.path, journal.passphrase, clock=journal.clock, computer="c1") as here:
        note(here, "first")
        shutil.copyfile(journal.path, tmp_path / "there.leaf")
        there = Logbook.open(tmp_path / "there.leaf", journal.passphrase, clock=journal.clock, computer="c2")
        with there:
            note(there, "from there")
        put_in_place(journal, there.path)
        assert refusal(here) == "journal-other-computer"


def test_the_same_content_in_another_file_is_only_a_hint(
    journal: JournalAt, open_book: Logbook, told: list[str]
) -> None:
    copy = journal.path.with_name("copy.leaf")
    shutil.copyfile(journal.path, copy)
    put_in_place(journal, copy)
    assert not open_book.file_as_left
    assert open_book.changed_outside() is None and open_book.file_as_left
    note(open_book, "second")
    assert told == []
    with journal.open(read_only=True) as again:
        assert notes(again) == ["first", "second"]


@pytest.mark.parametrize("way", ["deleted", "moved", "folder gone"])
def test_a_file_that_is_gone_is_not_made_anew(
    tmp_path: Path, told: list[str], way: str, templates: Callable[[str | None], Path]
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copyfile(templates(None), folder / "journal.leaf")
    at = JournalAt(folder / "journal.leaf", None, FixedClock())
    with at.open() as book:
        book.on_changed_outside(lambda refused: told.append(refused.code))
        note(book, "first")
        if way == "deleted":
            at.path.unlink()
        elif way == "moved":
            at.path.rename(tmp_path / "moved.leaf")
        else:
            folder.rename(tmp_path / "elsewhere")
        assert refusal(book) == "journal-gone" and told == ["journal-gone"]
        assert not at.path.exists()
        copy = book.backup(tmp_path / "kept")
        if way == "folder gone":
            (tmp_path / "elsewhere").rename(folder)  # the drive is there again
            note(book, "second")
            assert notes(book) == ["first", "second"]
    with JournalAt(copy, None, at.clock).open() as kept:
        assert notes(kept) == ["first"]


def saved_step(book: Logbook, text: str) -> int:
    """The number of the step that saved it."""
    note(book, text)
    assert book.undo_step is not None
    return book.undo_step.seq


def copy_over(journal: JournalAt, other: Path) -> None:
    """As cp does it: the same file, other bytes."""
    with other.open("rb") as old, journal.path.open("r+b") as file:
        file.write(old.read())
        file.truncate()


def test_a_copy_written_over_the_open_file_is_told_as_that_and_what_it_lacks_is_named(
    journal: JournalAt, tmp_path: Path
) -> None:
    """It was told as cut short where it was smaller, and as another program's writing where it was not."""
    earlier = tmp_path / "earlier"
    shutil.copyfile(journal.path, earlier)
    with journal.open() as book:
        saved = [saved_step(book, "first"), saved_step(book, "second")]
        copy_over(journal, earlier)
        before = journal.sha256()
        with pytest.raises(Refused) as refused:
            note(book, "third")
        found = book.changed_outside()
    assert journal.sha256() == before
    for problem in (refused.value, found):
        assert problem is not None and problem.code == "journal-copied-over"
        assert [step.seq for step in lacked_by(problem)] == saved[::-1]


def test_a_smaller_whole_file_is_not_called_cut(journal: JournalAt, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier"
    shutil.copyfile(journal.path, earlier)
    with journal.open() as book:
        while journal.path.stat().st_size <= earlier.stat().st_size:
            note(book, "long words " * 400)
        copy_over(journal, earlier)
        found = book.changed_outside()
    assert found is not None and found.code == "journal-copied-over" and lacked_by(found)


def test_what_a_replaced_file_lacks_is_named_and_what_was_undone_is_not(
    journal: JournalAt, open_book: Logbook, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier"
    shutil.copyfile(journal.path, earlier)
    kept = saved_step(open_book, "kept")
    note(open_book, "undone")
    open_book.undo()
    put_in_place(journal, earlier)
    found = open_book.changed_outside()
    assert found is not None and found.code == "journal-replaced"
    assert [step.seq for step in lacked_by(found)] == [kept]


def test_whoever_reads_is_told_that_the_file_was_touched(
    journal: JournalAt, open_book: Logbook, tmp_path: Path
) -> None:
    """It was noticed at the next write only; the Diary showed the other file without a word."""
    touched: list[str] = []
    open_book.on_touched(lambda: touched.append("touched"))
    notes(open_book)
    note(open_book, "second")
    assert touched == []
    os.utime(journal.path, (0, 0))
    notes(open_book)
    assert touched and open_book.changed_outside() is None
    touched.clear()
    notes(open_book)
    assert touched == [], "it was looked into, and is the same"
    copy_over(journal, an_other(journal, tmp_path))
    with suppress(Refused):  # another key
        notes(open_book)
    assert touched and open_book.changed_outside() is not None


def test_a_write_of_another_program_is_noticed(plain_journal: JournalAt, told: list[str]) -> None:
    with plain_journal.open() as book:
        book.on_changed_outside(lambda refused: told.append(refused.code))
        note(book, "first")
        with raw(plain_journal) as connection:
            connection.execute("UPDATE writer SET opening = 'another', counter = counter + 1")
        found = book.changed_outside()
        assert found is not None and found.code == "journal-written-into"
        assert refusal(book) == "journal-written-into" and told == ["journal-written-into"]


def test_a_file_that_was_only_touched_is_the_same(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        note(book, "first")
        os.utime(plain_journal.path, (0, 0))
        assert not book.file_as_left and book.changed_outside() is None
        note(book, "second")
        assert book.file_as_left


@pytest.mark.parametrize(
    ("kept", "code"), [(0, "journal-emptied"), (4096, "journal-cut-meanwhile"), (8192, "journal-cut-meanwhile")]
)
def test_a_file_that_was_cut_gets_nothing_and_is_told_as_that_by_whoever_reads(
    journal: JournalAt, open_book: Logbook, kept: int, code: str
) -> None:
    told: list[Refused] = []
    open_book.on_changed_outside(told.append)
    os.truncate(journal.path, kept)
    for work in (partial(notes, open_book), partial(note, open_book, "second")):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code == code
    found = open_book.changed_outside()
    assert found is not None and found.code == code
    assert {problem.code for problem in told} == {code}
    assert journal.path.stat().st_size == kept


def test_no_connection_is_made_to_another_file(
    journal: JournalAt, open_book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_file, "_OTHER_READER_S", 0)
    put_in_place(journal, an_other(journal, tmp_path))
    with open_book._file.reading(), pytest.raises(Refused) as refused, open_book._file.reading():
        pytest.fail("a second connection would read the other file")
    assert refused.value.code == "journal-replaced"


def test_two_readers_of_a_replaced_file_take_turns(
    plain_journal: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one would need a connection, which goes to the other file: a screen that read then met an error."""
    monkeypatch.setattr(journal_file, "_OTHER_READER_S", 30)
    with plain_journal.open() as book:
        note(book, "first")
        put_in_place(plain_journal, an_other(plain_journal, tmp_path))
        with ThreadPoolExecutor(1) as others, book._file.reading():
            second = others.submit(notes, book)
            with pytest.raises(TimeoutError):
                second.result(0.05)
        assert second.result() == ["first"]


def test_control_without_the_comparison_another_file_would_be_written(
    plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the row is for: the same write, not compared, goes in among what another program wrote."""
    monkeypatch.setattr(changed_outside.Watch, "refuse_other_writes", lambda self, connection: None)
    with plain_journal.open() as book:
        with raw(plain_journal) as connection:
            connection.execute("UPDATE writer SET opening = 'another'")
        note(book, "second")
        assert notes(book) == ["second"]
