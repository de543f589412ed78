"""A program of its own: the window with a bug in a card of Today, planted here; it prints what is seen of it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
os.environ["QT_QPA_PLATFORM"] = "offscreen"


def main(folder: Path) -> None:
    os.environ["XDG_STATE_HOME"] = os.environ["HOME"] = str(folder)  # where the log is written
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLabel

    from journal.core.entries import Symptom
    from journal.core.symptoms import SymptomKind
    from journal.logbook import Logbook
    from journal.texts import english
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.computer import Computer
    from journal.ui.kit.theme import apply_theme
    from journal.ui.shell import crash
    from journal.ui.shell.window import MainWindow
    from journal.ui.today import now_card
    from tests.journals import FixedClock

    def faulty(*_anything: object) -> None:
        raise RuntimeError("planted")

    setattr(now_card, "open_now", faulty)  # noqa: B010 - mypy knows no such name there
    app = QApplication([])
    apply_theme(app, "light", 100)
    window = MainWindow(english(), Computer(folder / "device.ini"))
    reporter = crash.install(english(), lambda: window)
    logbook = Logbook.open(folder / "journal.leaf", clock=FixedClock(), create=True)
    logbook.save(Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True), label="start.set_up")
    window.body.show_journal(Bridge(logbook, english(), window))
    window.show()
    for _ in range(200):
        QTest.qWait(5)
        window.repaint()
    if reporter.dialog is not None and reporter.dialog.isVisible():
        print(reporter.dialog.findChildren(QLabel)[0].text())
    today = window.body.today
    if today is not None and today.isVisible() and not window.grab().isNull():
        print("Today is painted", flush=True)
    os._exit(0)  # the window need not be taken down


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(made))
