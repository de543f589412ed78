"""What is asked of a column once it is known what it is: scales and words, seen at once and kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Setting
from journal.exchange.kept_mapping import from_text
from journal.logbook import Logbook
from journal.ui.importing.columns import ColumnLine
from journal.ui.importing.dialog import ImportDialog
from journal.ui.kit.fields import Choice
from tests.ui.importing.conftest import Ask, settle

TABLE = """Date;Time;Product;Amount;Method;Back
20.11.2026;morning;Green;2,5 TL;Tee;4
20.11.2026;21:30;Green;2 g;Tee;Meh
21.11.2026;08:10;Green;2 g;tea;1
"""


def choose(field: Choice | None, key: object) -> None:
    assert field is not None
    field.setCurrentIndex(field.findData(key))


def _asked(folder: Path, ask: Ask) -> tuple[ImportDialog, dict[str, ColumnLine]]:
    path = folder / "diary.csv"
    path.write_text(TABLE, encoding="utf-8")
    dialog = ask(path)
    assert dialog.choices.columns is not None
    lines = dict(zip(dialog.sample.columns, dialog.choices.columns.lines, strict=True))
    choose(lines["Back"].meaning, "rating")
    choose(lines["Back"].symptom, "Lower back pain")
    return dialog, lines


def _word(line: ColumnLine, word: str) -> Choice:
    assert line.answers.words is not None
    return line.answers.words.choices[word]


def test_words_are_asked_with_how_often_they_are_there(tmp_path: Path, ask: Ask) -> None:
    _, lines = _asked(tmp_path, ask)
    asked = {name: list(line.answers.words.choices) for name, line in lines.items() if line.answers.words}
    assert {name: words for name, words in asked.items() if words} == {
        "Time": ["morning"], "Amount": ["TL"], "Method": ["Tee"], "Back": ["Meh"],
    }  # fmt: skip
    assert _word(lines["Method"], "Tee").value() is None
    assert _word(lines["Method"], "Tee").accessibleName() == "What “Tee” stands for"


def test_an_answer_is_seen_in_the_first_rows_and_kept(
    tmp_path: Path, ask: Ask, qtbot: QtBot, plain_book: Logbook
) -> None:
    dialog, lines = _asked(tmp_path, ask)
    assert "Meh" in dialog.outcome.refused.lines()[0] or len(dialog.outcome.refused.lines()) > 1
    choose(_word(lines["Time"], "morning"), "08:00")
    choose(_word(lines["Amount"], "TL"), "g")
    choose(_word(lines["Method"], "Tee"), "tea")
    choose(lines["Back"].answers.scale, "1-5 worst")
    choose(_word(lines["Back"], "Meh"), "3")
    assert dialog.outcome.refused.lines() == []
    rows = dialog.outcome.first_rows.lines()
    assert rows[0].startswith("Line 2: 20 Nov 2026, 08:00, to be completed  ·  2.5 g Green  ·  tea")
    assert "Lower back pain 8 of 10" in rows[0]
    assert "“Lower back pain, as imported: 4, on a scale from 1 to 5”" in rows[0]
    assert "Lower back pain 5 of 10" in rows[1]
    assert settle(qtbot, dialog).startswith("diary.csv: 7 new, 0 already here, 0 refused.")
    assert dialog.preview is not None
    assert isinstance(dialog.preview.keep, Setting)
    kept = from_text(dialog.preview.keep.value, dialog.sample.columns, "UTC").columns
    assert (kept[4].words, kept[5].scale, kept[5].words) == ((("Tee", "tea"),), "1-5 worst", (("Meh", "3"),))
    plain_book.save(dialog.preview.keep)
    again, lines = _asked(tmp_path, ask)
    assert (_word(lines["Method"], "Tee").value(), _word(lines["Back"], "Meh").value()) == ("tea", "3")
    assert again.outcome.refused.lines() == []


def test_another_meaning_forgets_the_scale_and_its_words(tmp_path: Path, ask: Ask) -> None:
    dialog, lines = _asked(tmp_path, ask)
    choose(lines["Back"].answers.scale, "1-5 best")
    choose(_word(lines["Back"], "Meh"), "2")
    choose(lines["Back"].meaning, "note")
    assert lines["Back"].answers.isHidden()
    mapping = dialog.choices.mapping()
    assert mapping is not None
    assert (mapping.columns[5].scale, mapping.columns[5].words) == ("", ())


def test_a_scale_keeps_the_keyboard(tmp_path: Path, ask: Ask, qtbot: QtBot) -> None:
    dialog, lines = _asked(tmp_path, ask)
    scale = lines["Back"].answers.scale
    assert scale is not None
    scale.setFocus()
    choose(scale, "1-5 worst")
    assert dialog.focusWidget() is scale
    assert lines["Back"].answers.scale is scale


def test_where_its_numbers_run_is_said_beside_the_scale(tmp_path: Path, ask: Ask) -> None:
    _, lines = _asked(tmp_path, ask)
    said = [each.text() for each in lines["Back"].answers.findChildren(QLabel)]
    assert said[0] == "Its numbers run from 1 to 4 in the first rows."


def test_a_rating_is_of_the_symptom_that_its_row_names(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "long.csv"
    path.write_text("When;What;Value\n2026-11-20 08:10;Nausea;3\n", encoding="utf-8")
    dialog = ask(path)
    assert dialog.choices.columns is not None
    _, what, value = dialog.choices.columns.lines
    choose(what.meaning, "symptom")
    choose(value.meaning, "rating")
    assert value.symptom is not None and value.symptom.value() == ""
    assert "Nausea 3 of 10" in dialog.outcome.first_rows.lines()[0]


def test_what_stands_in_place_of_an_amount_can_keep_its_dose(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "amounts.csv"
    path.write_text(
        "Date;Time;Product;Amount\n" + "".join(
            f"2{day}.11.2026;21:30;Green;{amount}\n" for day, amount in enumerate(("2 g", "n/a", "-", "unbekannt"))
        ),
        encoding="utf-8",
    )  # fmt: skip
    dialog = ask(path)
    assert dialog.choices.columns is not None
    amount = dialog.choices.columns.lines[3]
    assert amount.answers.words is not None and list(amount.answers.words.choices) == ["n/a", "-", "unbekannt"]
    field = _word(amount, "n/a")
    assert [field.itemData(n) for n in range(field.count())] == [None, "? n/a"]
    assert [proposal.word for proposal in dialog.choices.proposals()] == ["n/a", "unbekannt"]
    choose(field, "? n/a")
    mapping = dialog.choices.mapping()
    assert mapping is not None
    taken, refused = dialog.sample.understood(mapping, dialog.sample.here.texts)
    assert len(taken) == 2 and len(refused) == 2 and "n/a" in taken[1]
