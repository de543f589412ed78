"""Counts what a thousand of each ordinary call into Qt's binding take away from None, True and False.

A program of its own, so that another version of the binding can be held against it too: ``python references.py``
prints a line for each call that takes references which are not its own. From Python 3.12 on nothing can be counted:
these objects have no counts there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

CALLS = 1000
# The interpreter itself moves these counts by a few, a faulty call by as many as there are calls.
LEAST = CALLS // 2


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["references"])
    for name, call in _calls():
        for singleton, lost in _lost(call).items():
            if lost >= LEAST:
                print(f"{name}: {lost} of {singleton}")
    print(f"counted {len(_calls())} calls", flush=True)
    del app
    # Not by the ordinary way, in which a faulty binding would use up what is left of the singletons.
    os._exit(0)


def _calls() -> list[tuple[str, Callable[[], object]]]:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QTimer, Signal
    from PySide6.QtGui import QAction, QColor, QImage, QPainter, QStandardItemModel
    from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

    class Bell(QObject):
        rung = Signal()
        told = Signal(object)

    bell, label, timer, button, choice = Bell(), QLabel(), QTimer(), QPushButton(), QComboBox()
    box, edit, widget, action, model = QCheckBox(), QLineEdit(), QWidget(), QAction(), QStandardItemModel(2, 2)
    layout = QVBoxLayout(widget)
    choice.addItem("one")
    image = QImage(4, 4, QImage.Format.Format_ARGB32)

    def hear() -> None:
        bell.sender()

    def connect() -> None:
        bell.rung.connect(hear)
        bell.rung.disconnect(hear)

    def paint() -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, 2, 2, QColor("red"))
        painter.end()

    def start() -> None:
        timer.start(10_000)
        timer.stop()

    def single_shot() -> None:
        QTimer.singleShot(0, bell, hear)

    return [
        ("QLabel.setText", lambda: label.setText("words")),
        ("QLineEdit.setText", lambda: edit.setText("words")),
        ("setProperty", lambda: label.setProperty("role", "quiet")),
        ("property", lambda: label.property("role")),
        ("property that is not there", lambda: label.property("nothing")),
        ("QTimer.start and stop", start),
        ("isActive", timer.isActive),
        ("itemData", lambda: choice.itemData(0)),
        ("setItemData", lambda: choice.setItemData(0, "data")),
        ("setCurrentIndex", lambda: choice.setCurrentIndex(0)),
        ("model.setData", lambda: model.setData(model.index(0, 0), "x")),
        ("model.data", lambda: model.data(model.index(1, 1))),
        ("sender", bell.sender),
        ("parent", bell.parent),
        ("singleShot", single_shot),
        ("processEvents", QCoreApplication.processEvents),
        ("click", button.click),
        ("setChecked", lambda: box.setChecked(not box.isChecked())),
        ("isVisible", widget.isVisible),
        ("setVisible", lambda: widget.setVisible(False)),
        ("setEnabled", lambda: widget.setEnabled(True)),
        ("setFocus", widget.setFocus),
        ("focusWidget", widget.focusWidget),
        ("update", widget.update),
        ("adjustSize", widget.adjustSize),
        ("setStyleSheet", lambda: widget.setStyleSheet("")),
        ("setAccessibleName", lambda: widget.setAccessibleName("name")),
        ("addSpacing", lambda: layout.setSpacing(4)),
        ("itemAt that is not there", lambda: layout.itemAt(99)),
        ("setToolTip", lambda: action.setToolTip("tip")),
        ("trigger", action.trigger),
        ("postEvent", lambda: QCoreApplication.postEvent(bell, QEvent(QEvent.Type.User))),
        ("sendPostedEvents", QCoreApplication.sendPostedEvents),
        ("sendEvent", lambda: QCoreApplication.sendEvent(bell, QEvent(QEvent.Type.User))),
        ("emit", bell.rung.emit),
        ("emit of an object", lambda: bell.told.emit(None)),
        ("connect and disconnect", connect),
        ("blockSignals", lambda: bell.blockSignals(False)),
        ("installEventFilter", lambda: bell.installEventFilter(bell)),
        ("paint", paint),
        ("QSettings.value", lambda: QSettings("nowhere").value("nothing")),
        ("connect", lambda: bell.rung.connect(hear)),
    ]


def _lost(call: Callable[[], object]) -> dict[str, int]:
    singletons = (None, True, False)
    # So many references to spare that a faulty binding cannot end this program before it has told.
    spare = [list(singletons) for _ in range(10 * CALLS)]
    call()  # what a first call makes and keeps is not counted
    before = [sys.getrefcount(each) for each in singletons]
    for _ in range(CALLS):
        call()
    after = [sys.getrefcount(each) for each in singletons]
    # Given back only where nothing was taken.
    if before != after:
        _kept.append(spare)
    return {str(each): start - end for each, start, end in zip(singletons, before, after, strict=True)}


_kept: list[object] = []


if __name__ == "__main__":
    main()
