"""Imports the other screens' modules while nothing else happens, so that the first look at them is not a wait."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

# Small steps in the order of who cannot wait: none may hold up typing. Matplotlib and ReportLab are in none of them.
MODULES = (
    "journal.guidance", "journal.ui.safety.emergency", "journal.ui.diary.model", "journal.ui.diary.list",
    "journal.ui.diary.findbar", "journal.ui.diary.screen", "journal.ui.trends.chart_view", "journal.ui.trends.screen",
    "journal.ui.report.period_choice", "journal.ui.report.choices", "PySide6.QtPdf",
    "journal.ui.report.screen", "journal.ui.products.screen", "journal.ui.safety.page_view",
    "journal.ui.safety.screen", "journal.ui.settings.screen", "journal.ui.shell.transfer",
)  # fmt: skip
_FIRST_AFTER_MS, _NEXT_AFTER_MS = 1500, 60


class ImportAhead(QObject):
    """One module at a time, with time for keys and mouse between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self, interval=_FIRST_AFTER_MS)
        self._timer.timeout.connect(self._import_next)
        self._timer.start()

    def _import_next(self) -> None:
        self._timer.setInterval(_NEXT_AFTER_MS)
        import_module(self._left.pop(0))
        if not self._left:
            self._timer.stop()
