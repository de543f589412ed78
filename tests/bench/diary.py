"""The diary's list of 50 years: opening it, a page and a deletion, against the reads and writes below it."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Iterator

from journal.clock import SystemClock
from journal.logbook import Logbook
from tests.bench.journals import made_up
from tests.bench.measure import Figure, against

YEARS = 50
PAGE = 20


def figures() -> Iterator[Figure]:
    """Opening / counting alone; a page / reading its days alone; a change shown / the change alone."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from journal.texts import english
    from journal.ui.diary.model import DiaryModel
    from journal.ui.entries.names import Names
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.tasks import wait_for_tasks

    app = QApplication.instance() or QApplication([])
    with Logbook.open(made_up(YEARS), clock=SystemClock()) as logbook:
        bridge = Bridge(logbook, english())
        model = DiaryModel(bridge, Names(bridge))

        def load() -> None:
            model.is_loaded = False
            model.load()
            wait_for_tasks()
            while not model.is_loaded:
                app.processEvents()

        yield against(f"open the diary, {YEARS} years / counting", load, logbook.day_counts, 1.5)
        yield _page(logbook, model)
        yield _change(logbook, bridge, model)
        bridge.close()


def _page(logbook: Logbook, model: object) -> Figure:
    from journal.ui.diary.model import DiaryModel
    from journal.ui.diary.row_model import LineRole

    assert isinstance(model, DiaryModel)
    starts = itertools.cycle(range(0, model.rowCount() - PAGE, model.rowCount() // 97))

    def page() -> None:
        start = next(starts)
        for number in range(start, start + PAGE):
            model.index(number).data(LineRole)

    def days() -> None:
        row = model.row(next(starts))
        assert row is not None
        logbook.days(row.day, row.day)

    return against(f"a page of {PAGE} rows, {YEARS} years / reading one day", page, days, 5.0)


def _change(logbook: Logbook, bridge: object, model: object) -> Figure:
    from journal.ui.diary.model import DiaryModel
    from journal.ui.kit.bridge import Bridge

    assert isinstance(model, DiaryModel) and isinstance(bridge, Bridge)
    doses = itertools.cycle([dose.id for day in logbook.days(*_last_month(logbook)) for dose in day.doses])

    def there_and_back() -> None:
        logbook.delete([next(doses)])
        logbook.undo()

    def shown() -> None:
        bridge.changed.connect(model.apply)
        there_and_back()
        bridge.changed.disconnect(model.apply)

    return against(f"a deletion and its undo shown, {YEARS} years / the writes alone", shown, there_and_back, 3.0)


def _last_month(logbook: Logbook) -> tuple[dt.date, dt.date]:
    newest = logbook.day_counts()[0].day
    return newest - dt.timedelta(days=30), newest
