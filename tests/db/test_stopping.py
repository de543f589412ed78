"""An update that is stopped: whenever the wish comes, the file is as it was, and so is what lies beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection

from journal.core.refusal import Refused
from journal.core.updating import NOBODY, UpdateStep, Watched
from journal.db import migrate
from journal.db.connection import connect, value
from journal.db.schema import SCHEMA_VERSION
from journal.db.stopping import stoppable
from journal.logbook import Logbook
from tests.db.test_released import FILES
from tests.journals import PASSPHRASE, FixedClock, JournalAt, raw

ENDLESS = "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT max(n) FROM counted"


@pytest.fixture(params=["0001-plain", "0002-plain", "0002-encrypted"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> JournalAt:
    """A real file of an earlier version."""
    path = tmp_path / "older.leaf"
    shutil.copyfile(FILES / f"journal-{request.param}.leaf", path)
    return JournalAt(path, PASSPHRASE if "encrypted" in request.param else None, FixedClock())


class Waiting:
    """Has had enough when a step begins; None: never."""

    def __init__(self, enough: UpdateStep | None) -> None:
        self.enough = enough
        self.heard: list[int] = []
        self.watched = Watched(self.heard.append, lambda: self.enough in self.heard)


def opened(journal: JournalAt, waiting: Waiting) -> Logbook:
    return Logbook.open(journal.path, journal.passphrase, clock=journal.clock, watched=waiting.watched)


def make_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """The update changes the file as it does, and then never ends."""
    run = migrate._run

    def run_on(connection: Connection, revision: str) -> None:
        run(connection, revision)
        connection.exec_driver_sql(ENDLESS)

    monkeypatch.setattr(migrate, "_run", run_on)


@pytest.mark.quick_every(3)
@pytest.mark.usefixtures("real_keys")
def test_whoever_waits_hears_of_every_step(older: JournalAt) -> None:
    waiting = Waiting(None)
    opened(older, waiting).close()
    assert waiting.heard == list(UpdateStep)
    with raw(older) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    again = Waiting(None)
    opened(older, again).close()
    assert again.heard == []  # today's files have no such steps


@pytest.mark.quick_every(12)
@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("step", UpdateStep)
def test_a_stop_leaves_the_file_and_its_folder_as_they_were(
    older: JournalAt, step: UpdateStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.path.read_bytes()
    make_endless(monkeypatch)
    with pytest.raises(Refused) as refused:
        opened(older, Waiting(step))
    assert refused.value.code == "update-cancelled"
    assert older.path.read_bytes() == before
    left = {path.name for path in older.path.parent.rglob("*")} - {"older.leaf", "older.leaf.lock", "backups"}
    assert left == set()
    monkeypatch.undo()
    with opened(older, Waiting(None)) as book:
        assert book.check() == []
        assert book.totals()[0] > 0


def test_other_problems_stay_what_they_are() -> None:
    connection = connect(Path(":memory:").absolute().with_name("none.sqlite"), None, "rwc&mode=memory")
    with pytest.raises(ZeroDivisionError), stoppable(connection, Watched(lambda _step: None, lambda: True)):
        raise ZeroDivisionError
    with stoppable(connection, NOBODY):
        assert value(connection, "SELECT 1") == 1
    connection.close()
