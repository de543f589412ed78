"""A child: opens the real window on a journal, visits its places and prints the longest silence of each, in ms."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from journal import app

EVERY_MS = 2
AT_LEAST_MS = 700  # at each place, and until no worker is left
STOOD_STILL_S = 0.15
TEN_YEARS = "a report of ten years"


class StallWatch(QObject):
    """Beats as often as the main thread lets it; ``longest`` is the longest time between two beats of each part."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest: dict[str, float] = {}
        self.part = "start"
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest[self.part] = max(self.longest.get(self.part, 0.0), 1000 * (now - self._last))
        self._last = now


class Visit(QObject):
    """Goes from place to place; ``planted`` stands still at its first one, as slow code would."""

    def __init__(self, program: app.Program, places: list[str], planted: bool) -> None:
        super().__init__(program.window)
        self._program, self._planted = program, planted
        self._left: Iterator[str] = iter(places)
        self.watch = StallWatch(program.window)
        self._go_on()

    def _go_on(self) -> None:
        from journal.ui.kit.tasks import working

        if working():
            QTimer.singleShot(50, self._go_on)
            return
        place = next(self._left, None)
        if place is None:
            print(json.dumps(self.watch.longest), flush=True)
            os._exit(0)
        self.watch.part = place
        if self._planted:
            time.sleep(STOOD_STILL_S)
        if place == TEN_YEARS:
            self._choose_ten_years()
        elif place != "nothing":
            self._program.window.body.go(place)
        QTimer.singleShot(AT_LEAST_MS, self, self._go_on)

    def _choose_ten_years(self) -> None:
        from journal.ui.shell.places import REPORT

        period = self._program.window.body.reach(REPORT).choices.period
        period.chips.set_value("other")
        period.chips.changed.emit("other")
        day = dt.date.today()
        period.first.edit.setText((day - dt.timedelta(days=3652)).isoformat())


def main() -> None:
    path, planted, *places = sys.argv[1:]
    usable = app.Program._usable

    def watched(program: app.Program) -> None:
        usable(program)
        QTimer.singleShot(0, program.window, lambda: Visit(program, places, planted == "planted"))

    app.Program._usable = watched  # type: ignore[method-assign, assignment]
    app.run(Path(path))


if __name__ == "__main__":
    main()
