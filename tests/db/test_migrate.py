"""Migrations: the same file as a new one, all or nothing, children and counts kept, newer files untouched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from journal.core.refusal import Refused
from journal.db import engine as engine_module
from journal.db import migrate, opening, probe
from journal.db.connection import connect
from journal.db.engine import make_engine
from journal.db.journal_file import JournalFile
from journal.db.migrate import upgrade  # as it is, not as ``tests/new_journals.py`` has it
from journal.db.schema import TEXT_COLUMNS
from journal.db.tables import METADATA
from journal.errors import UserError
from journal.logbook import Logbook
from tests import journals
from tests.journals import FixedClock, JournalAt, dose, note, product, raw, saved

passphrase = journals.passphrase_if_slow

TEXT_TABLES = tuple(f"{kind}_text" for kind in TEXT_COLUMNS)
PLANTED = """
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute("ALTER TABLE note ADD COLUMN mood TEXT")
    op.execute("UPDATE note SET mood = 'planted'")
    {last}
"""
# What a rebuild of a parent table comes down to; batch_alter_table does the same.
REBUILD_PRODUCT = """
    columns = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'product'").scalar_one()
    op.execute(columns.replace("TABLE product", "TABLE rebuilt", 1))
    op.execute("INSERT INTO rebuilt SELECT * FROM product")
    op.execute("DROP TABLE product")
    op.execute("ALTER TABLE rebuilt RENAME TO product")
"""


def structure(connection: Any) -> dict[str, str]:
    """What the file says of itself, without Alembic's own table and full text's shadows."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    shadows = tuple(f"{name}_" for name in TEXT_TABLES)
    return {
        name: re.sub(r"\s+", " ", sql).strip()
        for name, sql in rows
        if not name.startswith("alembic") and not name.startswith(shadows)
    }


def test_a_migrated_file_has_todays_tables(tmp_path: Path, journal: JournalAt) -> None:
    made = JournalAt(tmp_path / "today.sqlite", None, journal.clock)
    engine = make_engine(partial(connect, made.path, None, "rwc"))
    with engine.begin() as connection:
        METADATA.create_all(connection)
    engine.dispose()
    with raw(journal) as migrated, raw(made) as today:
        found, wanted = structure(migrated), structure(today)
    texts = {name: found.pop(name) for name in TEXT_TABLES}
    assert found == wanted
    assert set(texts.values()) == {
        f"CREATE VIRTUAL TABLE {name} USING fts5(words, tokenize='unicode61')" for name in TEXT_TABLES
    }


def test_a_new_file_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    """So that a new journal of a test may be a copy of another (``tests/new_journals.py``)."""
    paths = [tmp_path / name for name in ("first", "second")]
    for path in paths:
        file = JournalFile(path, None, "rwc")
        upgrade(file)
        file.disconnect()
    made = Logbook.open(tmp_path / "copied.leaf", clock=FixedClock(), create=True)
    made.close()
    assert paths[0].read_bytes() == paths[1].read_bytes() == made.path.read_bytes()


def test_full_text_forgets_for_good(journal: JournalAt) -> None:
    with raw(journal) as connection:
        for name in TEXT_TABLES:
            assert connection.execute(f"SELECT v FROM {name}_config WHERE k = 'secure-delete'").fetchone() == (1,)


# --- a planted sixth migration -------------------------------------------------------------------------------


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Gives the program a migration 0006 that ends with the given lines."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(migrate.__file__).with_name("migrations"), scripts)

    def planted(last: str) -> None:
        (scripts / "versions" / "0006_planted.py").write_text(PLANTED.format(last=last), encoding="utf-8")
        monkeypatch.setattr(migrate, "_SCRIPTS", scripts)
        for module in (migrate, opening, probe):
            monkeypatch.setattr(module, "SCHEMA_VERSION", 6)

    yield planted


def filled(journal: JournalAt) -> None:
    with journal.open() as book:
        green = product(book)
        dose(book, product=green, minutes=10)
        note(book, "a quiet day")


def test_an_older_file_is_backed_up_and_brought_to_today(journal: JournalAt, plant: Callable[[str], None]) -> None:
    filled(journal)
    plant("pass")
    with journal.open() as book:
        assert book.totals()[0] == 2
    (copy,) = (journal.path.parent / "backups").iterdir()
    with raw(JournalAt(copy, journal.passphrase, journal.clock)) as before, raw(journal) as after:
        assert before.execute("PRAGMA user_version").fetchone() == (5,)
        assert before.execute("SELECT text FROM note").fetchall() == [("a quiet day",)]
        assert after.execute("PRAGMA user_version").fetchone() == (6,)
        assert after.execute("SELECT mood FROM note").fetchall() == [("planted",)]
    journal.open().close()


@pytest.mark.parametrize(
    "last",
    [
        "raise RuntimeError('planted')",
        "op.execute('SELECT nonsense')",
        "op.execute('DELETE FROM note')",
        "op.execute(\"UPDATE dose SET product = 'nobody'\")",
    ],
    ids=["bug", "sql", "lost rows", "orphans"],
)
def test_a_failing_migration_leaves_the_file_as_it_was(
    journal: JournalAt, plant: Callable[[str], None], last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(journal)
    before = journal.sha256()
    plant(last)
    with pytest.raises(Exception) as failed:  # noqa: PT011 - bugs pass through as they are
        journal.open()
    if "DELETE" in last or "nobody" in last:
        assert isinstance(failed.value, UserError)
        assert failed.value.code == "update-failed"
    assert journal.sha256() == before
    monkeypatch.undo()
    with journal.open() as book:
        assert book.totals()[0] == 2


def test_rebuilding_a_parent_keeps_its_children(journal: JournalAt, plant: Callable[[str], None]) -> None:
    filled(journal)
    own_unit(journal)
    plant(REBUILD_PRODUCT.strip())
    journal.open().close()
    with raw(journal) as connection:
        assert connection.execute("SELECT count(*) FROM unit").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_control_with_foreign_keys_on_the_children_would_be_lost_and_it_is_noticed(
    journal: JournalAt, plant: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(journal)
    own_unit(journal)
    before = journal.sha256()
    monkeypatch.setattr(migrate, "_check_foreign_keys", lambda connection, check: None)
    plant(REBUILD_PRODUCT.strip())
    with pytest.raises(UserError) as failed:
        journal.open()
    assert failed.value.code == "update-failed"
    assert "unit" in failed.value.values["reason"]  # type: ignore[operator]
    assert journal.sha256() == before


def own_unit(journal: JournalAt) -> None:
    from journal.core.entries import Unit

    with journal.open() as book:
        saved(book, Unit(product=book.products()[0].id, name="capsule"))


def test_control_without_our_begin_a_failing_migration_would_leave_its_beginning(
    plain_journal: JournalAt, plant: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the transaction is for: the same failure without it changes the file."""
    filled(plain_journal)
    before = plain_journal.sha256()
    plant("raise RuntimeError('planted')")
    engine = make_engine(partial(connect, plain_journal.path, None))
    event.remove(engine, "begin", engine_module._begin)
    with pytest.raises(RuntimeError), engine.connect() as connection:
        migrate._run(connection, "head")
    engine.dispose()
    assert plain_journal.sha256() != before


def test_an_older_file_that_can_only_be_read_says_so(journal: JournalAt, plant: Callable[[str], None]) -> None:
    filled(journal)
    plant("pass")
    before = journal.sha256()
    with pytest.raises(Refused) as refused:
        journal.open(read_only=True)
    assert refused.value.code == "journal-older"
    assert journal.sha256() == before


def test_a_new_file_is_whole_or_absent(tmp_path: Path, plant: Callable[[str], None], passphrase: str | None) -> None:
    path = tmp_path / "new.leaf"
    plant("raise RuntimeError('planted')")
    with pytest.raises(RuntimeError):
        Logbook.open(path, passphrase, clock=FixedClock(), create=True)
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("new")) == ["new.leaf.lock"]
