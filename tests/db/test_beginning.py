"""Every byte of a journal's first 100, each bit of it and other values: found, told plainly, and rescued."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db.beginning import beginning_problems, can_be_written, format_of
from journal.logbook.backups import contents
from journal.logbook.rescuing import rescue
from journal.ui.shell.rescuing import is_damage
from tests.journals import JournalAt, note

# Counters and numbers that any value may stand for; a write sets them right.
COUNTED = {*range(24, 28), *range(40, 44), *range(48, 52), *range(92, 100)}
PAGES = range(28, 32)  # of a number that is too large it is not known whether the file was cut
FILES = Path(__file__).parents[1] / "files"


Changed = Callable[[int], int]  # what a byte becomes
CHANGES: dict[str, Changed] = {f"bit {bit}": lambda byte, bit=bit: byte ^ 1 << bit for bit in range(8)}  # type: ignore[misc]
CHANGES |= {"zero": lambda byte: 0, "all ones": lambda byte: 255, "letter": lambda byte: byte ^ 0x41}


def change(path: Path, place: int, changed: Changed) -> bool:
    """Whether the byte is another one now."""
    content = bytearray(path.read_bytes())
    before = content[place]
    content[place] = changed(before)
    path.write_bytes(content)
    return content[place] != before


def outcome(does: Callable[[], str]) -> str:
    """Anything but a refusal is a traceback to a person."""
    try:
        return does()
    except Refused as refused:
        return refused.code


def checked(journal: JournalAt) -> str:
    with closing(journal.open(read_only=True)) as book:
        return "damaged" if book.check() else "sound"


def saved(journal: JournalAt) -> str:
    with closing(journal.open()) as book:
        if book.view_only is not None:
            return book.view_only.code
        note(book, "beside it")
        return "saved"


@pytest.mark.quick_every(61)
@pytest.mark.slow_every(53)
@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("place", range(100))
def test_each_byte_of_the_beginning(journal: JournalAt, place: int, changed: Changed) -> None:
    with closing(journal.open()) as book:
        note(book, "before")
    salt, whole = journal.path.read_bytes()[:16].hex(), journal.path.read_bytes()
    if not change(journal.path, place, changed):
        return  # it was that already
    found = outcome(lambda: checked(journal))
    # Where the number of pages is none at all, the file's length says it, as in a journal of SQLite before 3.7.
    no_number = place in PAGES and not any(journal.path.read_bytes()[28:32])
    if not (place in COUNTED or no_number) or journal.passphrase is not None:
        assert found == "damaged" or is_damage(Refused(found)) or found == "passphrase-wrong"
    outcome(lambda: str(contents(journal.path, journal.passphrase)))
    new = journal.path.with_name("rescued.leaf")
    rescued = rescue(journal.path, new, journal.passphrase, salt, "lost")
    # The first page of an encrypted journal is lost as a whole, and with it where tables begin.
    assert journal.passphrase is not None or not rescued.unknown or place in PAGES
    with closing(JournalAt(new, journal.passphrase, journal.clock).open()) as book:
        assert [each.text for part in book.slices("note") for each in part] == ["before"]  # type: ignore[attr-defined]
    outcome(lambda: saved(journal))
    journal.path.write_bytes(whole)
    assert checked(journal) == "sound"


def test_a_number_that_no_format_has_is_not_called_newer(plain_journal: JournalAt) -> None:
    change(plain_journal.path, 60, CHANGES["bit 0"])
    assert outcome(lambda: saved(plain_journal)) == "journal-header-damaged"


def test_a_number_below_that_of_the_tables_changes_nothing(plain_journal: JournalAt) -> None:
    """An update would begin with tables that are there already; a rescue would leave out what came later."""
    change(plain_journal.path, 63, CHANGES["bit 2"])
    assert outcome(lambda: saved(plain_journal)) == "journal-header-damaged"


def test_a_file_that_sqlite_only_reads_says_so_and_not_of_its_folder(plain_journal: JournalAt) -> None:
    assert can_be_written(plain_journal.path.read_bytes())
    change(plain_journal.path, 18, CHANGES["bit 6"])
    assert not can_be_written(plain_journal.path.read_bytes())
    assert outcome(lambda: saved(plain_journal)) == "journal-header-damaged"
    assert outcome(lambda: checked(plain_journal)) == "damaged"


def test_journals_of_every_format_begin_as_they_should() -> None:
    files = sorted(FILES.glob("journal-*-plain.leaf"))
    assert [(beginning_problems(file.read_bytes()), format_of(file)) for file in files] == [
        ([], n) for n in range(1, len(files) + 1)
    ]


def test_a_file_that_is_none_has_no_format(tmp_path: Path) -> None:
    other = tmp_path / "other.leaf"
    other.write_bytes(b"SQLite format 3\0" + bytes(8176))
    assert format_of(other) is None
    assert beginning_problems(b"short") == []
