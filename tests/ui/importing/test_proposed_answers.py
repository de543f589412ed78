"""What words probably mean is shown first and answered with one press, never unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal.ui.importing.dialog import ImportDialog
from journal.ui.kit.fields import Choice
from tests.ui.importing.conftest import Ask, settle

TABLE = """Date;Time;Product;Amount;Method;Note
20.11.2026;morning;Green;2.5 TL;Tee;
20.11.2026;after work;Green;2 g;Wasser;
21.11.2026;08:10;Green;2 g;tea;fine
"""
_SAID = "4 words of this file have a likely meaning:\n" + " · ".join([
    "“morning”: 08:00", "“TL”: keep the dose, amount not known (the words in its note)", "“Tee”: tea",
    "“Wasser”: in water",
])  # fmt: skip


@pytest.fixture
def asked(tmp_path: Path, ask: Ask, qtbot: QtBot) -> ImportDialog:
    path = tmp_path / "diary.csv"
    path.write_text(TABLE, encoding="utf-8")
    dialog = ask(path)
    settle(qtbot, dialog)
    return dialog


def _words(dialog: ImportDialog) -> dict[str, Choice]:
    assert dialog.choices.columns is not None
    asked = [line.answers.words for line in dialog.choices.columns.lines]
    return {word: choice for words in asked if words is not None for word, choice in words.choices.items()}


def test_nothing_is_answered_before_it_is_pressed(asked: ImportDialog) -> None:
    assert asked.proposed.text() == _SAID
    assert {choice.value() for choice in _words(asked).values()} == {None}
    assert asked.preview is not None and asked.preview.new == 2


def test_one_press_answers_them_and_each_can_be_changed(asked: ImportDialog, qtbot: QtBot) -> None:
    asked.proposed.buttons()[0].click()
    assert {word: choice.value() for word, choice in _words(asked).items()} == {
        "morning": "08:00", "after work": None, "TL": "? TL", "Tee": "tea", "Wasser": "toss_and_wash",
    }  # fmt: skip
    assert asked.proposed.isHidden()
    assert settle(qtbot, asked).startswith("diary.csv: 3 new, 0 already here, 1 refused.")
    assert "20 Nov 2026, 08:00, to be completed" in asked.outcome.first_rows.lines()[0]
    tea = _words(asked)["Tee"]
    tea.setCurrentIndex(tea.findData("food_or_drink"))
    assert asked.proposed.isHidden()


@pytest.mark.parametrize("pressed", [0, 1], ids=["answered", "left open"])
def test_the_keyboard_goes_to_the_first_of_the_words(asked: ImportDialog, pressed: int) -> None:
    asked.proposed.buttons()[pressed].setFocus()
    asked.proposed.buttons()[pressed].click()
    assert asked.focusWidget() is _words(asked)["morning"]
    assert _words(asked)["morning"].visibleRegion().boundingRect() == _words(asked)["morning"].rect()


def test_what_was_answered_by_hand_stays(asked: ImportDialog) -> None:
    morning = _words(asked)["morning"]
    morning.setCurrentIndex(morning.findData("07:30"))
    assert asked.proposed.text().startswith("3 words of this file have a likely meaning:\n“TL”")
    asked.proposed.buttons()[0].click()
    assert morning.value() == "07:30"


def test_what_was_declined_is_not_proposed_again(asked: ImportDialog, qtbot: QtBot) -> None:
    asked.proposed.buttons()[1].click()
    assert {choice.value() for choice in _words(asked).values()} == {None}
    tea = _words(asked)["Tee"]
    tea.setCurrentIndex(tea.findData("tea"))
    settle(qtbot, asked)
    assert asked.proposed.isHidden()


def test_what_is_missing_comes_first(asked: ImportDialog) -> None:
    assert asked.choices.columns is not None
    date = asked.choices.columns.lines[0].meaning
    date.setCurrentIndex(date.findData(""))
    assert not asked.missing.isHidden()
    assert asked.proposed.isHidden()
    date.setCurrentIndex(date.findData("date"))
    assert asked.proposed.text() == _SAID


def test_words_for_a_mood_are_answered_with_one_press(tmp_path: Path, ask: Ask, qtbot: QtBot) -> None:
    moods = ("sehr gut", "gut", "mittel", "schlecht", "sehr schlecht")
    rows = "".join(f"2{day}.11.2026;08:10;{mood}\n" for day, mood in enumerate(moods))
    (tmp_path / "moods.csv").write_text(f"Datum;Uhrzeit;Stimmung\n{rows}", encoding="utf-8")
    dialog = ask(tmp_path / "moods.csv")
    assert dialog.choices.columns is not None
    line = dialog.choices.columns.lines[2]
    line.meaning.setCurrentIndex(line.meaning.findData("rating"))
    assert line.answers.scale is not None and line.answers.scale.value() == "1-5 best"
    settle(qtbot, dialog)
    assert "5 words of this file have a likely meaning" in dialog.proposed.text()
    dialog.proposed.buttons()[0].click()
    settle(qtbot, dialog)
    assert dialog.preview is not None and dialog.preview.plan.counts.new["rating"] == 5
    assert dialog.preview.plan.refused == []


def test_a_row_that_is_cut_off_is_offered_no_meaning(tmp_path: Path, ask: Ask, qtbot: QtBot) -> None:
    path = tmp_path / "diary.csv"
    path.write_text(f"{TABLE}22.11.2026;08:10;Green;3 EL", encoding="utf-8")
    dialog = ask(path)
    assert "end in the middle" in settle(qtbot, dialog) or "ends in the middle" in settle(qtbot, dialog)
    assert dialog.proposed.text() == _SAID
