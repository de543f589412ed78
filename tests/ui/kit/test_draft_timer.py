"""A draft is written although nobody pauses, and only when something was typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from journal.ui.kit.draft_timer import DRAFT_AFTER_MS, DraftTimer


def test_it_writes_while_typing_goes_on_and_once_for_what_was_typed(qtbot: QtBot) -> None:
    owner, written = QObject(), list[int]()
    timer = DraftTimer(owner, lambda: written.append(1))
    typing = QTimer(owner, interval=DRAFT_AFTER_MS // 20)
    typing.timeout.connect(timer.typed)
    typing.start()
    qtbot.waitUntil(lambda: len(written) >= 2)
    typing.stop()
    written.clear()
    timer.typed()
    qtbot.waitUntil(lambda: bool(written))
    assert not timer.isActive(), "what was written is not due again"


def test_what_is_due_is_not_put_off(qtbot: QtBot) -> None:
    owner = QObject()
    timer = DraftTimer(owner, lambda: None)
    timer.setInterval(600_000)  # not over while a slow machine is held up
    timer.typed()
    qtbot.wait(50)
    left = timer.remainingTime()
    timer.typed()
    assert 0 < timer.remainingTime() <= left < 600_000


def test_less_than_a_second_is_lost() -> None:
    assert DRAFT_AFTER_MS < 1000
