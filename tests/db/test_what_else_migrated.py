"""The third migration: older files keep every row and every step that can be undone, and a kill leaves old or new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.core.entries import Batch, Dose, Person, Product
from journal.db.schema import SCHEMA_VERSION
from tests.db.test_released import FILES
from tests.journals import FixedClock, JournalAt, raw

CHILD = """
import sys
from pathlib import Path
from tests.journals import FixedClock, JournalAt

JournalAt(Path(sys.argv[1]), None, FixedClock()).open().close()
"""


@pytest.fixture(params=["0001", "0002"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> JournalAt:
    """A real file of an older version."""
    path = tmp_path / "older.leaf"
    shutil.copyfile(FILES / f"journal-{request.param}-plain.leaf", path)
    return JournalAt(path, None, FixedClock())


def rows(journal: JournalAt) -> dict[str, int]:
    with raw(journal) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("alembic", "sqlite"))]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in kept}


def test_every_row_is_kept_and_a_dose_may_name_its_batch(journal: JournalAt) -> None:
    before = rows(journal)
    with journal.open() as book:
        (dose, *_) = [each for part in book.slices("dose") for each in part if isinstance(each, Dose)]
        (product, *_) = book.listed(Product)
        batch = Batch(product=product.id, lot="L 7")
        book.save(batch)
        book.save(Dose(id=dose.id, at=dose.at, product=dose.product, batch=batch.id))
        assert book.check() == []
        book.undo()
        found = book.get(dose.id)
        assert isinstance(found, Dose) and found == dose and found.batch is None
        assert [person.naloxone_at_home for person in book.listed(Person)] == [None]
        while book.undo_step is not None:  # every step of the older version can be taken back
            book.undo()
        assert book.check() == []
    after = rows(journal)
    assert {name: after[name] for name in before if not name.startswith(("change", "note", "dose"))} == {
        name: n for name, n in before.items() if not name.startswith(("change", "note", "dose"))
    }


@pytest.mark.slow
@pytest.mark.slow_every(2)
def test_a_kill_leaves_the_old_file_or_the_new_one(journal: JournalAt) -> None:
    original, seen = journal.path.read_bytes(), set()
    for tenths in (4, 6, 8, 10, 14):
        journal.path.write_bytes(original)
        environment = {**os.environ, "PYTHONPATH": str(FILES.parents[1])}
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(journal.path)], env=environment)
        time.sleep(tenths / 10)
        child.kill()
        child.wait()
        with raw(journal) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            seen.add(version)
            tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'intake'").fetchone()
        assert tables == (int(version == SCHEMA_VERSION),)
        with journal.open() as book:
            assert book.check() == []
            assert book.totals()[0] > 0
    assert seen <= {1, 2, SCHEMA_VERSION}
