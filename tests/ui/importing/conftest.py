"""A journal and the dialog about a file of another program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.exchange.names import Names
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.sample import sample_of
from tests.exchange.foreign import FOLDER
from tests.ui.conftest import BridgeTo, Known

Ask = Callable[[str | Path], ImportDialog]


@pytest.fixture
def ask(plain_book: Logbook, known: Known, qtbot: QtBot, bridge_to: BridgeTo) -> Ask:
    """Opens the dialog about a file, or about one of the samples by name."""

    def show(file: str | Path) -> ImportDialog:
        path = FOLDER / file
        here = Names({each.id: each for each in plain_book.products()}, {},
                     {each.id: each for each in plain_book.symptoms()}, english())  # fmt: skip
        dialog = ImportDialog(bridge_to(plain_book, english()), sample_of(plain_book, path, recognised(path), here))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        with qtbot.waitActive(dialog):
            pass
        return dialog

    return show


def settle(qtbot: QtBot, dialog: ImportDialog) -> str:
    """Wait for the reading of the whole file; the counts."""
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    return dialog.outcome.state.text()
