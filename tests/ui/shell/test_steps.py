"""A large step is undone by a worker, and nothing else is written meanwhile."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Note
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.ui.shell.body import Body


@pytest.mark.slow
def test_a_large_import_is_undone_and_redone(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    at = moment_now(plain_book.clock)
    before = plain_book.totals()[0]
    plain_book.save_all((Note(at=at, text=f"n {n}") for n in range(1500)), label="many.imported", origin="import")
    body.undo()
    qtbot.waitUntil(lambda: plain_book.totals()[0] == before, timeout=10_000)
    assert body._transfer is not None
    transfer = body._transfer
    qtbot.waitUntil(lambda: not transfer.busy, timeout=10_000)
    body.redo()
    qtbot.waitUntil(lambda: plain_book.totals()[0] == before + 1500, timeout=10_000)


def test_a_save_during_a_job_is_refused_at_once(plain_book: Logbook) -> None:
    at = moment_now(plain_book.clock)
    started, go_on = threading.Event(), threading.Event()

    def progress(_done: int) -> None:
        started.set()
        go_on.wait(10)

    job = threading.Thread(
        target=lambda: plain_book.save_all(
            [Note(at=at, text="of the job")], label="x", origin="import", progress=progress
        )
    )
    job.start()
    assert started.wait(10)
    with pytest.raises(Refused, match="journal-busy"):
        plain_book.save(Note(at=at, text="meanwhile"))
    go_on.set()
    job.join()
    plain_book.save(Note(at=at, text="afterwards"))
    assert plain_book.totals()[0] == 2
