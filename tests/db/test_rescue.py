"""Rescue reads a damaged journal into a new one: nearly all rows, each as it was saved, and the damaged file stays."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from journal.core.entries import Dose, Note, Product, Rating, Symptom
from journal.core.moments import DAY_MS, moment_at
from journal.core.records import Record, to_record
from journal.core.refusal import Refused
from journal.core.rescued import ALL_PARTS, Rescued
from journal.core.updating import Watched
from journal.db import damaged_rows
from journal.db.rescue import rescue
from journal.db.row_checks import CHECKED, check_of
from tests.journals import ENCRYPTED_IS_SLOW, MODES, PASSPHRASE, START_MS, FixedClock, JournalAt, new_journal, note, raw

_PAGE = 4096
_DAYS = 60
LOST = "could not be read"


@pytest.fixture
def full_journal(journal: JournalAt) -> JournalAt:
    """Some hundred pages of notes, ratings and doses."""
    with journal.open() as book:
        symptom = Symptom(name="Left knee")
        product = Product(name="Green tea")
        book.save(symptom, product)
        book.save_all(list(_weeks(symptom, product)), label="import.done", origin="import")
    return journal


def _weeks(symptom: Symptom, product: Product) -> list[Note | Rating | Dose]:
    made: list[Note | Rating | Dose] = []
    for day in range(_DAYS):
        for hour in range(8):
            at = moment_at(START_MS - day * DAY_MS - hour * 3_600_000, "Europe/Berlin")
            made += [
                Note(at=at, text=f"note {day} {hour} " + "a day like any other " * 4),
                Rating(at=at, symptom=symptom.id, value=(day + hour) % 11),
                Dose(at=at, product=product.id, note=f"with tea {day}"),
            ]
    return made


def everything(at: JournalAt) -> dict[str, Record]:
    with at.open(read_only=True) as book:
        return {
            entry.id: to_record(entry)
            for kind in ("symptom", "product", "note", "rating", "dose")
            for part in book.slices(kind)
            for entry in part
        }


def spoil(path: Path, pages: list[int]) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * _PAGE)
            file.write(random.Random(page).randbytes(_PAGE))


def rescued_from(journal: JournalAt, *salts: str) -> tuple[Rescued, JournalAt]:
    """What came of it; the damaged file was not changed, and nothing else was left beside it."""
    before = hashlib.sha256(journal.path.read_bytes()).hexdigest()
    target = journal.path.with_name("new.leaf")
    beside = set(journal.path.parent.iterdir())
    rescued = rescue(journal.path, target, journal.passphrase, salts, LOST)
    assert hashlib.sha256(journal.path.read_bytes()).hexdigest() == before
    assert set(journal.path.parent.iterdir()) == beside | {target}
    return rescued, JournalAt(target, journal.passphrase, journal.clock)


def share_read(before: dict[str, Record], after: dict[str, Record]) -> float:
    """The share of entries that are there; each of them must be what it was, but for a name in its place."""
    shared = {each for each in before.keys() & after.keys() if after[each].get("name") != LOST}
    assert all(before[each] == after[each] for each in shared)
    return len(shared) / len(before)


def sound(at: JournalAt) -> bool:
    with at.open(read_only=True) as book:
        return not book.check()


@pytest.mark.quick_every(2)
def test_of_an_undamaged_journal_all_comes_back(full_journal: JournalAt) -> None:
    rescued, new = rescued_from(full_journal)
    assert everything(new) == everything(full_journal)
    assert all(each.whole and not each.at_most for each in rescued.tables)
    assert not rescued.days
    assert not rescued.renamed
    assert not rescued.unlinked
    assert not rescued.beginning_mended
    assert sound(new)


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_the_words_of_entries_are_found_again_and_the_last_step_can_be_undone(full_journal: JournalAt) -> None:
    _, new = rescued_from(full_journal)
    with new.open() as book:
        step = book.undo_step
        assert step is not None
        book.undo()
        assert not [each for part in book.slices("note") for each in part if each.deleted_ms is None]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.parametrize("seed", range(2))
def test_with_bad_pages_nearly_all_comes_back_and_nothing_wrong(full_journal: JournalAt, seed: int) -> None:
    before = everything(full_journal)
    pages = full_journal.path.stat().st_size // _PAGE
    # The pages of the schema and of short tables lie at the beginning; each test of those is its own.
    spoil(full_journal.path, random.Random(seed).sample(range(pages // 2, pages), max(1, pages // 200)))
    rescued, new = rescued_from(full_journal)
    assert share_read(before, everything(new)) >= 0.9
    assert sound(new)
    for kind in ("note", "rating", "dose"):
        brought = rescued.of(kind)
        assert brought.at_most or brought.read + brought.doubtful + brought.lost == 8 * _DAYS


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_without_halving_far_fewer_come_back(full_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted control: reading up to the first bad page, as anything without a rescue does."""
    before = everything(full_journal)
    pages = full_journal.path.stat().st_size // _PAGE
    empty = new_journal(full_journal.path.with_name("empty.leaf"), full_journal.passphrase).path
    behind_the_schema = empty.stat().st_size // _PAGE  # whose loss is rescued in another way
    empty.unlink()
    spoil(full_journal.path, list(range(behind_the_schema, pages, 9)))
    _, new = rescued_from(full_journal)
    with_halving = share_read(before, everything(new))
    new.path.unlink()

    def only_up(table: damaged_rows.DamagedTable) -> object:
        return table._run(table._up, 0)

    monkeypatch.setattr(damaged_rows.DamagedTable, "rows", only_up)
    monkeypatch.setattr(damaged_rows.DamagedTable, "passed_over", False)
    _, new = rescued_from(full_journal)
    assert share_read(before, everything(new)) < 0.8 * with_halving  # which pages it costs depends on the random ids


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_one_bad_page_costs_what_it_held(full_journal: JournalAt) -> None:
    before = everything(full_journal)
    spoil(full_journal.path, [_page_of(full_journal, "note")])
    rescued, new = rescued_from(full_journal)
    after = everything(new)
    assert share_read(before, after) > 0.98
    notes = rescued.of("note")
    assert notes.lost + notes.doubtful == len(before) - len(after) > 0
    assert rescued.days
    assert all(each.whole for each in rescued.tables if each.table != "note")
    assert sound(new)


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_lost_products_and_symptoms_get_a_name_again(full_journal: JournalAt) -> None:
    before = everything(full_journal)
    spoil(full_journal.path, [_page_of(full_journal, "product"), _page_of(full_journal, "symptom")])
    rescued, new = rescued_from(full_journal)
    after = everything(new)
    assert rescued.renamed == 2
    assert {record["name"] for record in after.values() if "name" in record} == {LOST}
    assert len(after) == len(before)
    share_read(before, after)
    assert sound(new)


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_of_a_file_that_was_cut_what_is_left_is_read(full_journal: JournalAt) -> None:
    before = everything(full_journal)
    size = full_journal.path.stat().st_size
    with full_journal.path.open("r+b") as file:
        file.truncate(size * 3 // 4 + 100)
    rescued, new = rescued_from(full_journal)
    assert share_read(before, everything(new)) > 0.3
    assert any(not each.whole for each in rescued.tables)
    assert sound(new)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("destroyed", [16, 100])
def test_a_destroyed_beginning_of_a_plain_journal_is_put_together_again(
    plain_journal: JournalAt, destroyed: int
) -> None:
    _one_note(plain_journal)
    before = everything(plain_journal)
    _zero(plain_journal.path, destroyed)
    rescued, new = rescued_from(plain_journal)
    assert rescued.beginning_mended
    assert everything(new) == before
    assert sound(new)


def test_a_destroyed_salt_is_taken_from_where_it_is_known(
    tmp_path: Path, templates: Callable[[str | None], Path], clock: FixedClock
) -> None:
    at = _encrypted(tmp_path, templates, clock)
    _one_note(at)
    before, salt = everything(at), at.path.read_bytes()[:16].hex()
    _zero(at.path, 16)
    with pytest.raises(Refused) as refused:
        rescued_from(at, "00" * 15 + "01")
    assert refused.value.code == "rescue-no-key"
    rescued, new = rescued_from(at, "00" * 15 + "01", salt)
    assert rescued.beginning_mended
    assert everything(new) == before


def test_of_a_file_that_begins_as_its_copies_do_no_byte_is_said_to_be_lost(
    tmp_path: Path, templates: Callable[[str | None], Path], clock: FixedClock
) -> None:
    """It was sound, and only the passphrase was another one."""
    at = _encrypted(tmp_path, templates, clock)
    wrong = JournalAt(at.path, "another one", clock)
    with pytest.raises(Refused) as refused:
        rescued_from(wrong, at.path.read_bytes()[:16].hex())
    assert refused.value.code == "rescue-other-passphrase"


def test_rows_whose_check_is_wrong_are_left_out_and_named(plain_journal: JournalAt) -> None:
    _one_note(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'another one'")
    rescued, new = rescued_from(plain_journal)
    notes = rescued.of("note")
    assert (notes.read, notes.doubtful, notes.lost) == (0, 1, 0)
    assert [each.table for each in rescued.doubtful] == ["note"]
    assert "another one" in rescued.doubtful[0].values
    assert not everything(new)


def test_text_that_is_no_text_takes_only_its_own_row_away(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        for n in range(20):
            note(book, f"note {n} of twenty")
    content = plain_journal.path.read_bytes()
    plain_journal.path.write_bytes(content.replace(b"note 7 of twenty", b"note \xff of twenty"))
    rescued, new = rescued_from(plain_journal)
    assert (rescued.of("note").read, rescued.of("note").doubtful) == (19, 1)
    assert sound(new)


def test_two_rows_with_one_id_are_one_too_many(plain_journal: JournalAt) -> None:
    """As a page brings that lies where another one was."""
    _one_note(plain_journal)
    columns = ", ".join(f'"{column}"' for column in CHECKED["note"])
    with raw(plain_journal) as connection:
        connection.create_function("row_check", -1, lambda *values: check_of(values), deterministic=True)
        connection.execute("CREATE TABLE other AS SELECT * FROM note")
        connection.execute("DROP TABLE note")
        connection.execute("ALTER TABLE other RENAME TO note")
        connection.execute(
            f'INSERT INTO note ({columns}, seq, "check") SELECT {columns}, 9, row_check({columns}, 9) FROM note'
        )
    rescued, new = rescued_from(plain_journal)
    assert (rescued.of("note").read, rescued.of("note").doubtful) == (1, 1)
    assert sound(new)


@pytest.mark.parametrize("content", [b"", bytes(9 * 4096), b"\x05" * 9000], ids=["empty", "zeros", "noise"])
def test_of_what_holds_nothing_nothing_is_made(plain_journal: JournalAt, content: bytes) -> None:
    plain_journal.path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        rescue(plain_journal.path, plain_journal.path.with_name("new.leaf"), None, (), LOST)
    assert refused.value.code in ("rescue-nothing", "passphrase-missing")
    assert [path.name for path in plain_journal.path.parent.iterdir()] == [plain_journal.path.name]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has such a folder")
def test_a_folder_that_takes_no_file_is_told_as_that_folder(plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    with pytest.raises(Refused) as refused:
        rescue(plain_journal.path, Path("/proc/new.leaf"), None, (), "lost")
    assert refused.value.code == "folder-read-only" and refused.value.values["path"] == Path("/proc")


def test_an_existing_file_is_never_overwritten(journal: JournalAt) -> None:
    with pytest.raises(Refused) as refused:
        rescue(journal.path, journal.path, journal.passphrase, (), LOST)
    assert refused.value.code == "journal-exists"


def _page_of(at: JournalAt, table: str) -> int:
    """A page that holds rows of the table: the one before its root in the file is found by spoiling nothing else."""
    with raw(at) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    if rows < 5:
        return int(root) - 1
    return next(page for page in range(at.path.stat().st_size // _PAGE - 1, 0, -1) if _costs(at, page, table))


def _costs(at: JournalAt, page: int, table: str) -> bool:
    """Whether rows of this table, and nothing else, are in a page: tried on a copy."""
    copy = JournalAt(at.path.with_name("tried.leaf"), at.passphrase, at.clock)
    copy.path.write_bytes(at.path.read_bytes())
    spoil(copy.path, [page])
    try:
        with raw(copy) as connection, suppress(sqlcipher3.dbapi2.Error):
            connection.execute(f"SELECT sum(length(id)) FROM {table} NOT INDEXED").fetchone()
            return False
        return True
    finally:
        copy.path.unlink()


def _one_note(at: JournalAt) -> None:
    with at.open() as book:
        note(book, "one note")


def _zero(path: Path, length: int) -> None:
    with path.open("r+b") as file:
        file.write(bytes(length))


def _encrypted(folder: Path, templates: Callable[[str | None], Path], clock: FixedClock) -> JournalAt:
    at = JournalAt(folder / "locked.leaf", PASSPHRASE, clock)
    at.path.write_bytes(templates(PASSPHRASE).read_bytes())
    return at


@pytest.mark.quick_every(2)
def test_it_tells_how_far_it_is_and_can_be_stopped(full_journal: JournalAt) -> None:
    parts: list[int] = []
    target = full_journal.path.with_name("new.leaf")
    beside = set(full_journal.path.parent.iterdir())

    def try_it(cancelled: Callable[[], bool]) -> Rescued:
        return rescue(full_journal.path, target, full_journal.passphrase, (), LOST, Watched(parts.append, cancelled))

    with pytest.raises(Refused, match="cancelled"):
        try_it(lambda: len(parts) > 1)
    assert set(full_journal.path.parent.iterdir()) == beside
    parts.clear()
    assert all(each.whole for each in try_it(lambda: False).tables)
    assert parts == sorted(parts) and parts[-1] == ALL_PARTS
