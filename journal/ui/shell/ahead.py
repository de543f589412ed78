"""Imports what the first write and the other screens need while nothing else happens, so that neither is a wait."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from journal.ui.kit.tasks import run_in_background, while_alive

# In the order of who cannot wait. Nobody finishes an entry before the first is there; who does waits for it.
MODULES = (
    "journal.logbook.writing",
    "journal.guidance", "journal.ui.safety.prose", "journal.ui.safety.emergency", "journal.ui.diary.model",
    "journal.ui.diary.list", "journal.ui.diary.findbar", "journal.ui.diary.screen", "journal.ui.trends.chart_view",
    "journal.ui.trends.screen", "journal.ui.report.period_choice", "journal.ui.report.choices", "PySide6.QtPdf",
    "journal.ui.report.screen", "journal.ui.products.screen", "journal.ui.safety.page_view",
    "journal.ui.safety.screen", "journal.ui.settings.screen", "journal.ui.shell.transfer",
)  # fmt: skip
# What draws charts and pages: a second and 60 MB in all, so that the first of them comes at once.
DRAWING = (
    "numpy", "numpy.ma", "PIL.Image", "pyparsing", "fontTools.agl", "matplotlib.cbook", "matplotlib.cm",
    "matplotlib.text", "matplotlib.lines", "matplotlib.patches", "matplotlib.image", "matplotlib.collections",
    "matplotlib.offsetbox", "matplotlib.axis", "matplotlib.axes", "matplotlib.projections.polar",
    "matplotlib.projections.geo", "matplotlib.figure", "matplotlib.backends.backend_agg", "reportlab.lib.textsplit",
    "reportlab.pdfgen.canvas", "reportlab.platypus.paragraph", "reportlab.platypus", "pikepdf", "journal.charts",
)  # fmt: skip
_FIRST_AFTER_MS, _SECOND_AFTER_MS, _NEXT_AFTER_MS = 40, 1500, 60


class ImportAhead(QObject):
    """One module at a time in a worker, which holds the window up a little, with time for keys and mouse between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = [*MODULES, *DRAWING]
        self._pause_ms = _SECOND_AFTER_MS
        QTimer.singleShot(_FIRST_AFTER_MS, self, self._import_next)

    def _import_next(self) -> None:
        if self._left:
            name = self._left.pop(0)
            run_in_background(lambda: import_module(name), while_alive(self, self._imported))
        else:
            run_in_background(_import_reports, while_alive(self, lambda _nothing: None))

    def _imported(self, _module: object) -> None:
        QTimer.singleShot(self._pause_ms, self, self._import_next)
        self._pause_ms = _NEXT_AFTER_MS


def _import_reports() -> None:
    from journal.ui.report.making import load_reports

    load_reports()
