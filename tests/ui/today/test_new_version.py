"""The line about a new version: hidden until then, and gone for good once it is answered."""

import pytest
from pytestqt.qtbot import QtBot

import journal
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.shell.body import Body
from journal.ui.shell.places import TODAY
from journal.ui.shell.screens import make_screen
from journal.ui.today.new_version import NewVersion
from journal.ui.today.screen import TodayScreen


@pytest.fixture
def line(qtbot: QtBot) -> NewVersion:
    made = NewVersion(english())
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("answer", ["read", "close_line"])
def test_it_stays_until_it_is_answered(line: NewVersion, qtbot: QtBot, answer: str) -> None:
    known, asked = [], []
    assert line.isHidden()
    line.tell("0.2.0", lambda: known.append("known"))
    line.reading_wanted.connect(lambda: asked.append("asked"))
    assert not line.isHidden() and line.words.text() == "This is version 0.2.0 of Leaf Journal." and known == []
    getattr(line, answer).click()
    assert line.isHidden() and known == ["known"] and asked == (["asked"] if answer == "read" else [])


@pytest.mark.parametrize(("before", "told"), [("", False), (journal.__version__, False), ("0.0.9", True)])
def test_it_is_on_today_after_another_version(body: Body, before: str, told: bool) -> None:
    body.computer.change(version=before)
    screen = make_screen(body, TODAY)  # as at the next start
    assert isinstance(screen, TodayScreen)
    assert screen.new_version.isHidden() != told
    if told:
        screen.new_version.close_line.click()
        assert not body.computer.has_new_version
    screen.deleteLater()


def test_a_computer_that_never_opened_a_journal_is_told_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("device")
    computer = Computer(folder / "device.ini")
    assert not computer.has_new_version
    computer.remember(folder / "x.leaf", None, as_last=True)
    assert computer.settings.version == journal.__version__ and not computer.has_new_version
    computer.change(version="0.0.9")
    computer.remember(folder / "x.leaf", None, as_last=True)
    assert Computer(folder / "device.ini").has_new_version
