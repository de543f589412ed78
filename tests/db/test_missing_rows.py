"""What a rescue says is missing is never less than what is, wherever a file was cut or damaged, or it says so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.core.entries import Dose, Note, Product, Rating, Symptom
from journal.core.moments import DAY_MS, moment_at
from journal.core.refusal import Refused
from journal.core.rescued import Rescued
from journal.db.rescue import rescue
from journal.db.row_checks import CHECKED
from journal.texts import Texts
from journal.texts.rescue_words import what_came_back
from tests.journals import MODES, PASSPHRASE, START_MS, JournalAt, new_journal, raw

PAGE = 4096
BOTH = [None, pytest.param(PASSPHRASE, marks=pytest.mark.slow)]


@pytest.fixture
def filled(tmp_path: Path, request: pytest.FixtureRequest) -> JournalAt:
    made = new_journal(tmp_path / "journal.leaf", request.param)
    symptom, product = Symptom(name="Left knee"), Product(name="Green tea")
    with made.open() as book:
        book.save(symptom, product)
        book.save_all(list(_entries(symptom, product)), label="import.done", origin="import")
    return made


def _entries(symptom: Symptom, product: Product) -> Iterator[Note | Rating | Dose]:
    for n in range(700):
        at = moment_at(START_MS - n // 10 * DAY_MS - n % 10 * 3_600_000, "Europe/Berlin")
        yield Note(at=at, text=f"note {n} " + "a day like any other " * 4)
        yield Rating(at=at, symptom=symptom.id, value=n % 11)
        yield Dose(at=at, product=product.id)


def truth(journal: JournalAt) -> dict[str, int]:
    with raw(journal) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in CHECKED}


def rescued(journal: JournalAt, content: bytes) -> Rescued | None:
    """None if nothing was made."""
    damaged, target = journal.path.with_name("damaged.leaf"), journal.path.with_name("new.leaf")
    damaged.write_bytes(content)
    try:
        return rescue(damaged, target, journal.passphrase, (content[:16].hex(),), "lost")
    except Refused:
        return None
    finally:
        target.unlink(missing_ok=True)


def understated(came: Rescued | None, there: dict[str, int]) -> list[str]:
    """The tables of which more is missing than was said, though a number was said."""
    if came is None:
        return []
    by_table = {each.table: each for each in came.tables}
    assert by_table.keys() == there.keys()
    said = {name: each.read + each.doubtful + each.lost for name, each in by_table.items() if not each.unknown}
    return [name for name, number in said.items() if number < there[name]]


@pytest.mark.quick_every(5)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("filled", BOTH, ids=MODES, indirect=True)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_of_a_file_that_was_cut_anywhere_nothing_is_understated(filled: JournalAt, tenth: int) -> None:
    there, content = truth(filled), filled.path.read_bytes()
    pages = len(content) // PAGE
    for length in (len(content) * tenth // 10, len(content) * tenth // 10 // PAGE * PAGE):
        came = rescued(filled, content[:length])
        assert understated(came, there) == []
        if came is not None:
            words = what_came_back(Texts(), came)
            assert "Nothing is missing." not in words
            assert (came.pages, came.pages_missing) == (pages, pages - length // PAGE)
            assert any(line.startswith("The file is shorter than it should be by about") for line in words)
            assert came.unknown == any("how many entries are missing is not known" in line for line in words)


@pytest.mark.quick_every(4)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("filled", BOTH, ids=MODES, indirect=True)
@pytest.mark.parametrize("seed", range(8))
def test_of_pages_that_were_overwritten_nothing_is_understated(filled: JournalAt, seed: int) -> None:
    there, content, drawn = truth(filled), bytearray(filled.path.read_bytes()), random.Random(seed)
    for page in drawn.sample(range(len(content) // PAGE), drawn.choice((1, 5, 40))):
        content[page * PAGE : (page + 1) * PAGE] = drawn.choice((bytes(PAGE), drawn.randbytes(PAGE)))
    assert understated(rescued(filled, bytes(content)), there) == []


@pytest.mark.parametrize("filled", [None], ids=["plain"], indirect=True)
def test_a_page_that_hides_its_rows_and_a_seal_that_is_lost_are_not_called_whole(filled: JournalAt) -> None:
    """A page of a plain file that says it has no rows is passed over by SQLite without a word."""
    there = truth(filled)
    with raw(filled) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE name IN ('note', 'seal')"))
    content = bytearray(filled.path.read_bytes())
    child = int.from_bytes(content[(roots["note"] - 1) * PAGE + 8 :][:4], "big")
    for page in (child, roots["seal"]):
        content[(page - 1) * PAGE + 3 : (page - 1) * PAGE + 5] = bytes(2)
    came = rescued(filled, bytes(content))
    assert came is not None and understated(came, there) == []
    assert "Nothing is missing." not in what_came_back(Texts(), came)


@pytest.mark.parametrize("filled", [None], ids=["plain"], indirect=True)
def test_of_a_whole_file_everything_is_counted(filled: JournalAt) -> None:
    came = rescued(filled, filled.path.read_bytes())
    assert came is not None and not came.unknown and not came.pages_missing
    assert "Nothing is missing." in what_came_back(Texts(), came)
