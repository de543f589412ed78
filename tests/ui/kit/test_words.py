"""Labels: numbers and amounts in one line at any width, and copied as they are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from journal.ui.kit.widgets import label
from journal.ui.kit.words import Paragraph, Words
from journal.ui.safety.prose import Prose, Sentence
from tests.ui.conftest import keys
from tests.ui.fits import settle

SAID = "In an emergency of this kind call 1-800-222-1222 or 116 123, and say that 2.5 g were taken at 15:24."
WHOLE = ("1-800-222-1222", "116 123", "2.5 g")


def lines_of(text: str, font: QFont, width: int) -> list[str]:
    """The lines that Qt makes of a text."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    made = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        made.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return made


def as_typed(line: str) -> str:
    return line.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("width", range(110, 700, 7))
def test_no_line_ends_inside_of_a_number(qtbot: QtBot, width: int) -> None:
    made = label(SAID, wrap=True)
    qtbot.addWidget(made)
    assert isinstance(made, Words) and made.text() == SAID
    assert made.minimumSizeHint().width() <= width or width < 150
    lines = [as_typed(each) for each in lines_of(made.shown(), made.font(), width)]
    assert all(any(each in line for line in lines) for each in WHOLE)


def test_without_it_a_line_would_end_there(qtbot: QtBot) -> None:
    """A control for the test above: the plain words do break."""
    made = label(SAID, wrap=True)
    qtbot.addWidget(made)
    broken = [
        each for width in range(110, 700, 7) for each in WHOLE
        if not any(each in line for line in lines_of(SAID, made.font(), width))
    ]  # fmt: skip
    assert set(broken) == {"116 123", "2.5 g"}  # between a hyphen and a digit Qt ends no line


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("width", range(150, 700, 11))
def test_prose_breaks_no_number(qtbot: QtBot, width: int) -> None:
    made = Prose([Sentence(SAID), Sentence("Another sentence with 250 mg in it.")])
    qtbot.addWidget(made)
    layout = made._laid_out(width).layout
    text, lines = layout.text(), [layout.lineAt(number) for number in range(layout.lineCount())]
    said = [as_typed(text[each.textStart() : each.textStart() + each.textLength()]) for each in lines]
    assert all(any(each in line for line in said) for each in (*WHOLE, "250 mg"))
    assert made.text().startswith(SAID)


@pytest.mark.parametrize("wrap", [True, False])
def test_words_are_told_as_they_were_given(qtbot: QtBot, wrap: bool) -> None:
    made = label("Call 116 123.", wrap=wrap)
    qtbot.addWidget(made)
    made.setText(SAID)
    assert made.text() == SAID
    assert isinstance(made, Words) and made.shown() != SAID and len(made.shown()) == len(SAID)


def test_what_is_selected_is_copied_as_it_is_kept(qtbot: QtBot) -> None:
    made = Paragraph(SAID)
    qtbot.addWidget(made)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    made.setSelection(0, len(SAID))
    settle()
    keys((Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier))
    assert QGuiApplication.clipboard().text() == SAID
