"""What the menus do from every place: find, letters of another size, a new journal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, SAFETY, TODAY
from tests.ui.conftest import ctrl, keys, target
from tests.ui.workers import let_workers_end


def test_find_is_reached_from_every_place(body: Body, qtbot: QtBot) -> None:
    keys(ctrl(Qt.Key.Key_F))
    diary = body._screens.seen(DIARY)
    assert diary is not None
    let_workers_end()
    qtbot.waitUntil(lambda: target() is diary.bar.field)
    body.reach(TODAY)
    keys(ctrl(Qt.Key.Key_F))
    assert body.stack.currentWidget() is diary and target() is diary.bar.field


def test_safety_is_searched_where_it_is_shown(body: Body) -> None:
    safety = body.reach(SAFETY)
    keys(ctrl(Qt.Key.Key_F))
    assert body.stack.currentWidget() is safety and target() is safety.search


def test_letters_grow_shrink_and_come_back(body: Body) -> None:
    def size() -> int:
        return body.computer.settings.text_size

    keys(ctrl(Qt.Key.Key_Minus))
    assert size() == 100
    keys(ctrl(Qt.Key.Key_Plus), ctrl(Qt.Key.Key_Equal))
    assert size() == 150
    keys(ctrl(Qt.Key.Key_Minus))
    assert size() == 125
    keys(ctrl(Qt.Key.Key_0))
    assert size() == 100


@pytest.mark.parametrize("there", [False, True])
def test_a_new_journal_is_begun_where_there_is_no_file(body: Body, tmp_path: Path, there: bool) -> None:
    brought: list[Path] = []
    body.journal_brought.connect(brought.append)
    file = tmp_path / "second.leaf"
    if there:
        file.write_bytes(b"something")
    body._menus._new_journal()
    (dialog,) = body.main.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert brought == ([] if there else [file])
    assert body.message.isVisible() is there
    assert not there or file.read_bytes() == b"something"
