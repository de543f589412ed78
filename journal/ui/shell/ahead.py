"""Imports what the first write and the other screens need while nothing else happens, so that neither is a wait."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from journal.ui.kit.tasks import run_in_background

# Small steps in the order of who cannot wait: none may hold up typing. Matplotlib and ReportLab come after them.
MODULES = (
    "journal.guidance", "journal.ui.safety.emergency", "journal.ui.diary.model", "journal.ui.diary.list",
    "journal.ui.diary.findbar", "journal.ui.diary.screen", "journal.ui.trends.chart_view", "journal.ui.trends.screen",
    "journal.ui.report.period_choice", "journal.ui.report.choices", "PySide6.QtPdf",
    "journal.ui.report.screen", "journal.ui.products.screen", "journal.ui.safety.page_view",
    "journal.ui.safety.screen", "journal.ui.settings.screen", "journal.ui.shell.transfer",
)  # fmt: skip
_WRITING_AFTER_MS, _FIRST_AFTER_MS, _NEXT_AFTER_MS, _DRAWING_AFTER_MS = 40, 1500, 60, 1000


class ImportAhead(QObject):
    """First what writing needs, in a worker; then one screen's module at a time, with time for keys between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self, interval=_FIRST_AFTER_MS)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()
        # Nobody finishes an entry sooner than this; who does waits for what is left of it.
        QTimer.singleShot(_WRITING_AFTER_MS, self, _import_writing)

    def _import_next(self) -> None:
        self._timer.setInterval(_NEXT_AFTER_MS)
        import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()
            QTimer.singleShot(_DRAWING_AFTER_MS, self, _import_drawing)


def _import_writing() -> None:
    run_in_background(lambda: import_module("journal.logbook.writing"), lambda _module: None)


def _import_drawing() -> None:
    """Matplotlib and ReportLab: a second in a worker and 60 MB, so that the first chart and page come at once."""
    from journal.ui.report.making import load_reports

    run_in_background(load_reports, lambda _nothing: None)
