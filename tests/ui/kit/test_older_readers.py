"""What is announced reaches screen readers that know no announcements, and is said once to those that do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit import older_readers
from journal.ui.kit.older_readers import tell_older_readers, what_is_listened_to

OLD = '(ss) ":1.0", "Object:PropertyChange:AccessibleDescription"'
NEW = OLD + ', (ss) ":1.0", "Object:Announcement:"'


class Told(QPushButton):
    """Remembers every description that a screen reader is told of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Dose", parent)
        self.described: list[str] = []

    def setAccessibleDescription(self, description: str) -> None:
        self.described.append(description)
        super().setAccessibleDescription(description)


class Named(QListWidget):
    """Remembers every name that a screen reader is told of."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []

    def setAccessibleName(self, name: str) -> None:
        self.named.append(name)
        super().setAccessibleName(name)


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    asked_for = [OLD]
    monkeypatch.setattr(older_readers, "what_is_listened_to", lambda: asked_for[-1])
    yield asked_for


@pytest.fixture
def focused(qtbot: QtBot) -> Iterator[Told]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Told(window)
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made


def test_an_older_one_hears_it_where_the_keyboard_is(listening: list[str], focused: Told) -> None:
    tell_older_readers("Saved: dose at 10:04")
    assert focused.described == ["Saved: dose at 10:04", ""] and focused.accessibleDescription() == ""


@pytest.mark.parametrize("events", [NEW, ""])
def test_a_later_one_or_none_is_told_nothing_more(listening: list[str], focused: Told, events: str) -> None:
    listening.append(events)
    tell_older_readers("Saved: dose at 10:04")
    assert focused.described == []


def test_what_is_described_otherwise_is_so_again_once_the_keyboard_moves(listening: list[str], focused: Told) -> None:
    focused.setAccessibleDescription("Green Borneo, 2.5 g")
    tell_older_readers("Undone: dose")
    assert focused.accessibleDescription() == "Undone: dose"
    focused.clearFocus()
    assert focused.accessibleDescription() == "Green Borneo, 2.5 g"


def test_two_in_a_row_leave_the_description_as_it_was(listening: list[str], focused: Told) -> None:
    focused.setAccessibleDescription("Green Borneo, 2.5 g")
    tell_older_readers("Undone: dose")
    tell_older_readers("Done again: dose")
    assert focused.accessibleDescription() == "Done again: dose"
    focused.clearFocus()
    assert focused.accessibleDescription() == "Green Borneo, 2.5 g"


def test_a_description_that_says_it_already_is_not_said_again(listening: list[str], focused: Told) -> None:
    focused.setAccessibleDescription("“x” is not an amount.")
    tell_older_readers("“x” is not an amount.")
    assert focused.described == ["“x” is not an amount."]


def test_on_a_row_of_a_list_the_window_says_it(listening: list[str], qtbot: QtBot) -> None:
    rows = Named()
    qtbot.addWidget(rows)
    rows.addItems(["one", "two"])
    rows.show()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    tell_older_readers("1 entry deleted")
    assert rows.window().accessibleName() == "1 entry deleted"
    assert [name.strip() for name in rows.named] == ["1 entry deleted"] * 2 and len(set(rows.named)) == 2
    rows.clearFocus()
    assert rows.window().accessibleName() == ""


def test_without_a_bus_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert what_is_listened_to() == ""
