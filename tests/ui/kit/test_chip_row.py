"""Tab comes to the pill that is chosen, as in any group of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.ui.kit.chip_row import ChipRow

CHOICES = [("a", "one"), ("b", "two"), ("c", "three")]


def _tab_stops(row: ChipRow) -> list[str]:
    tab = Qt.FocusPolicy.TabFocus
    return [pill.text() for pill in row._pills() if pill.focusPolicy() & tab == tab]


def test_tab_comes_to_the_chosen_pill(qtbot: QtBot, light: None) -> None:
    row = ChipRow("Row", CHOICES)
    qtbot.addWidget(row)
    assert _tab_stops(row) == ["one"]
    row.set_value("c")
    assert _tab_stops(row) == ["three"]
    row.set_choices([*CHOICES, ("d", "four")])
    assert _tab_stops(row) == ["three"]
    row.set_value(None)
    assert _tab_stops(row) == ["one"]


def test_the_arrow_keys_move_choice_and_tab_stop(qtbot: QtBot, qapp: QApplication, light: None) -> None:
    row = ChipRow("Row", CHOICES)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.set_value("b")
    row.focus()
    qtbot.keyClick(qapp.focusWidget() or row, Qt.Key.Key_Right)  # type: ignore[no-untyped-call]
    assert row.value() == "c"
    assert _tab_stops(row) == ["three"]


def test_the_arrow_keys_move_an_optional_choice_too(qtbot: QtBot, qapp: QApplication, light: None) -> None:
    row = ChipRow("Row", CHOICES, optional=True)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.focus()
    qtbot.keyClick(qapp.focusWidget() or row, Qt.Key.Key_Right)  # type: ignore[no-untyped-call]
    assert (row.value(), _focused(row)) == (None, "two")  # nothing is chosen by moving alone
    qtbot.keyClick(qapp.focusWidget() or row, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    qtbot.keyClick(qapp.focusWidget() or row, Qt.Key.Key_Left)  # type: ignore[no-untyped-call]
    assert (row.value(), _focused(row), _tab_stops(row)) == ("a", "one", ["one"])
    qtbot.keyClick(qapp.focusWidget() or row, Qt.Key.Key_Delete)  # type: ignore[no-untyped-call]
    assert row.value() is None


def test_the_arrow_keys_come_to_each_pill_where_the_row_wraps(qtbot: QtBot, qapp: QApplication, light: None) -> None:
    names = ["Overview of all", "Medicines and conditions", "Care and help", "About me", "X"]
    row = ChipRow("Row", [(name, name) for name in names])
    qtbot.addWidget(row)
    row.setFixedWidth(240)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    assert len({pill.y() for pill in row._pills()}) > 1
    row.set_value(names[0])
    row.focus()
    for key, order in ((Qt.Key.Key_Right, names[1:]), (Qt.Key.Key_Left, names[-2::-1])):
        for name in order:
            qtbot.keyClick(qapp.focusWidget() or row, key)  # type: ignore[no-untyped-call]
            assert (row.value(), _focused(row)) == (name, name)


def _focused(row: ChipRow) -> str:
    return next(pill.text() for pill in row._pills() if pill.hasFocus())


def test_what_is_checked_by_any_means_is_chosen_and_told_once(qtbot: QtBot, light: None) -> None:
    for optional in (False, True):
        row, told = ChipRow("Row", CHOICES, optional), list[object]()
        qtbot.addWidget(row)
        row.changed.connect(told.append)
        one, two, _three = row._pills()
        one.toggle()
        two.toggle()
        two.toggle()
        assert told == (["a", "b", None] if optional else ["a", "b"])
        assert row.value() == (None if optional else "b")
        row.set_value("c")
        assert len(told) == (3 if optional else 2)
