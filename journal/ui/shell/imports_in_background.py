"""Imports what the first write and the other screens need while nothing else happens, so that neither is a wait."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from journal.ui.kit.event_loop import later
from journal.ui.kit.tasks import run_in_background, while_alive

# In order of urgency. The first is there before a person can finish an entry; otherwise saving waits for it.
MODULES = (
    "journal.logbook.writing", "journal.ui.entries.dose_form", "journal.ui.entries.rating_form",
    "journal.ui.entries.note_form", "journal.ui.entries.mark_form", "journal.ui.flare.form",
    "journal.ui.flare.screen", "journal.texts.babel_formats",
    "journal.ui.safety.prose", "journal.ui.safety.emergency", "journal.ui.diary.model",
    "journal.ui.diary.list", "journal.ui.diary.findbar", "journal.ui.diary.screen", "journal.ui.trends.chart_view",
    "journal.ui.trends.screen", "journal.ui.report.period_choice", "journal.ui.report.choices", "pypdfium2",
    "journal.ui.report.screen", "journal.ui.products.screen", "journal.ui.health.screen",
    "journal.ui.safety.page_view", "journal.ui.safety.screen", "journal.ui.settings.screen",
    "journal.ui.shell.transfer",
)  # fmt: skip
# What draws charts and pages: a second and 60 MB in all, so that the first of them comes at once.
DRAWING = (
    "numpy", "numpy.ma", "PIL.Image", "pyparsing", "fontTools.agl", "journal.charts", "matplotlib.cbook",
    "matplotlib.cm", "journal.charts.without_manual", "matplotlib.text", "matplotlib.lines", "matplotlib.patches",
    "matplotlib.image", "matplotlib.collections", "matplotlib.offsetbox", "matplotlib.axis", "matplotlib.axes",
    "matplotlib.projections.polar", "matplotlib.projections.geo", "matplotlib.figure",
    "matplotlib.backends.backend_agg", "reportlab.lib.textsplit", "reportlab.pdfgen.canvas",
    "reportlab.platypus.paragraph", "reportlab.platypus", "journal.reports.pdf",
)  # fmt: skip
_FIRST_AFTER_MS, _SECOND_AFTER_MS, _NEXT_AFTER_MS = 40, 1500, 60
_AGAIN_AFTER_MS, _LATE_MS = 400, 25
_ONCE_MORE_S = 0.2


class BackgroundImports(QObject):
    """One module at a time in a worker, which holds the window up a little, with time for keys and mouse between.

    While the window has work of its own it waits: each would take twice as long beside the other.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(_steps())
        self._pause_ms = _SECOND_AFTER_MS
        self._due = math.inf  # the first one, for writing, is never postponed
        later(self, _FIRST_AFTER_MS, self._go_on)

    def _wait(self, pause_ms: int) -> None:
        self._due = time.monotonic() + pause_ms / 1000
        later(self, pause_ms, self._go_on)

    def _go_on(self) -> None:
        late_ms = 1000 * (time.monotonic() - self._due)
        if late_ms > _LATE_MS:
            self._wait(_AGAIN_AFTER_MS)
        elif self._left:
            run_in_background(self._left.pop(0), while_alive(self, self._imported))

    def _imported(self, _module: object) -> None:
        # What was imported stays. Looking through all of it, a garbage collection took up to 70 ms at a time.
        gc.freeze()
        self._wait(self._pause_ms)
        self._pause_ms = _NEXT_AFTER_MS


def _steps() -> Iterator[Callable[[], object]]:
    first, *others = MODULES
    yield partial(_module, first)
    yield _read_guidance
    for name in (*others, *DRAWING):
        yield partial(_module, name)


def _module(name: str) -> object:
    """The module. Where the window imports a part of it at this moment, Python may end the wait of both here."""
    try:
        return import_module(name)
    except RuntimeError as problem:
        if type(problem).__name__ != "_DeadlockError":
            raise
    time.sleep(_ONCE_MORE_S)
    return import_module(name)


def _read_guidance() -> None:
    from journal import guidance

    guidance.countries()
    guidance.sources()
    guidance.pages()
