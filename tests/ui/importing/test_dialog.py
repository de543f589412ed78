"""Asking how a file is read: seen at once, nothing written before Import, everything by keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Symptom
from journal.exchange.kept_mapping import as_setting, from_text, to_text
from journal.exchange.mapped_fields import MAPPED_FIELDS
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.columns import MOST_SHOWN, ColumnLine
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.field_choice import MAPPED_KINDS, field_choices, kind_of_column
from journal.ui.importing.left_out import LeftOutDialog
from journal.ui.importing.reading_choices import TableChoices
from journal.ui.kit.fields import Choice
from journal.ui.kit.theme import apply_theme
from tests.exchange.workbooks import HEAD, ROWS, Rows, xlsx
from tests.ui.conftest import keys
from tests.ui.importing.conftest import Ask, settle

ASK_ORDER = "Choose the order of day, month and year"


def choose(field: Choice, key: object) -> None:
    field.setCurrentIndex(field.findData(key))


def table(dialog: ImportDialog) -> TableChoices:
    assert dialog.choices.table is not None
    return dialog.choices.table


def names(dialog: ImportDialog) -> list[str]:
    assert dialog.choices.columns is not None
    return [each.meaning.accessibleName() for each in dialog.choices.columns.lines]


def test_a_herbal_tracker_backup_asks_for_the_zone_only(ask: Ask, qtbot: QtBot, plain_book: Logbook) -> None:
    dialog = ask("herbal-tracker-1.json")
    said = settle(qtbot, dialog)
    assert said.splitlines()[0] == "herbal-tracker-1.json: 5 new, 0 already here, 2 refused."
    assert "read as local time in Europe/Berlin" in said
    assert dialog.outcome.refused.lines() == [
        "line 11, dosages 3: An amount of 0 is not a dose. To record a day without, use “None today”.",
        "line 5, effects 3: “timestamp” is missing",
    ]
    assert dialog.import_button.words() == "Import 5 entries"
    assert not dialog.outcome.first_rows.isVisible()
    choose(dialog.choices.reading.zone, "America/New_York")
    assert not dialog.import_button.isEnabled()
    assert "America/New_York" in settle(qtbot, dialog)
    assert plain_book.totals()[0] == 0


def test_what_comes_and_what_cannot_is_said_before_importing(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("psychonautwiki.json")
    said = [each.text() for each in dialog.choices.findChildren(QLabel)]
    assert said[:4] == [
        "A file of PsychonautWiki Journal.",
        "What names kratom, mitragynine or 7-OH comes as a dose, everything else that was taken as an intake.",
        "Texts, timed notes and ratings of effects become notes.",
        "What others took, places, colours and own substances are left out.",
    ]
    assert settle(qtbot, dialog).startswith("psychonautwiki.json: 13 new, 0 already here, 2 refused.")


def test_what_is_chosen_is_seen_in_the_first_rows_at_once(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-us.csv")
    assert dialog.outcome.first_rows.lines() == ["None of them yet."]
    assert dialog.outcome.refused.lines() and all(ASK_ORDER in each for each in dialog.outcome.refused.lines())
    choose(table(dialog).order, "mdy")
    seen = "Line 2: 8 Nov 2026, 08:10  ·  2.5 g Leaf powder, Green"
    assert dialog.outcome.first_rows.lines()[0] == f"{seen}  ·  Lower back pain 6 of 10"
    assert dialog.choices.columns is not None
    back = dialog.choices.columns.lines[6]
    choose(back.meaning, "")
    assert dialog.outcome.first_rows.lines()[0] == seen
    choose(back.meaning, "rating")
    assert back.symptom is not None
    assert back.symptom.isVisible()
    choose(back.symptom, "Lower back pain")
    assert dialog.outcome.first_rows.lines()[0].endswith("Lower back pain 6 of 10")
    assert settle(qtbot, dialog).startswith("table-us.csv: 13 new, 0 already here, 1 refused.")
    reason = "Say what the word means in this file."
    (refused,) = dialog.outcome.refused.lines()
    assert refused.startswith("line 6, “Dose”: “spoons” is not one of: g, mg, ml, l, pieces.")
    assert refused.endswith(f" {reason} · The rest of the row is taken.")


def test_import_gives_what_was_seen_and_cancel_gives_nothing(ask: Ask, qtbot: QtBot, plain_book: Logbook) -> None:
    dialog = ask("table-german.csv")
    heard: list[object] = []
    dialog.chosen.connect(heard.append)
    settle(qtbot, dialog)
    dialog.reject()
    assert heard == []
    again = ask("table-german.csv")
    again.chosen.connect(heard.append)
    settle(qtbot, again)
    seen = again.preview
    again.import_button.click()
    assert heard == [seen]
    assert plain_book.totals()[0] == 0
    assert plain_book.undo_step is not None
    assert plain_book.undo_step.label == "product.added"


def test_another_encoding_reads_the_file_anew(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-german.csv")
    settle(qtbot, dialog)
    assert "What “Rücken” is" in names(dialog)
    table(dialog).written["encoding"].setFocus()
    choose(table(dialog).written["encoding"], "utf-8")
    qtbot.waitUntil(lambda: "cannot be read as utf-8" in dialog.outcome.state.text(), timeout=10_000)
    assert not dialog.import_button.isEnabled()
    choose(table(dialog).written["encoding"], "cp1252")
    assert settle(qtbot, dialog).startswith("table-german.csv: 6 new")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table(dialog).written["encoding"])


def test_a_mapping_without_a_time_says_so(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-german.csv")
    assert dialog.choices.columns is not None
    choose(dialog.choices.columns.lines[0].meaning, "")
    assert dialog.outcome.state.text() == "Say which column holds the date."
    qtbot.wait(400)
    assert not dialog.import_button.isEnabled()
    choose(dialog.choices.columns.lines[0].meaning, "date")
    settle(qtbot, dialog)
    assert dialog.import_button.isEnabled()


def test_only_the_newest_reading_counts(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-german.csv")
    for sign in (".", ",", "."):
        choose(table(dialog).decimal, sign)
        qtbot.wait(260)
    said = settle(qtbot, dialog)
    qtbot.wait(200)
    assert dialog.outcome.state.text() == said
    assert any("2,5" in each for each in dialog.outcome.refused.lines())


@pytest.mark.slow
def test_a_kept_mapping_is_offered_again(ask: Ask, qtbot: QtBot, plain_book: Logbook) -> None:
    dialog = ask("table-us.csv")
    choose(table(dialog).order, "mdy")
    settle(qtbot, dialog)
    assert dialog.preview is not None
    assert dialog.preview.keep is not None
    plain_book.save(dialog.preview.keep)
    again = ask("table-us.csv")
    assert again.sample.kept
    assert table(again).order.value() == "mdy"
    assert "8 Nov 2026" in again.outcome.first_rows.lines()[0]


def test_symptoms_of_the_journal_come_first(ask: Ask, plain_book: Logbook) -> None:
    plain_book.save(Symptom(name="rücken"))
    dialog = ask("table-german.csv")
    assert dialog.choices.columns is not None
    for line in dialog.choices.columns.lines[5:7]:
        choose(line.meaning, "rating")
    ours, theirs = (line.symptom for line in dialog.choices.columns.lines[5:7])
    assert ours is not None
    assert theirs is not None
    assert (ours.value(), theirs.currentText()) == ("rücken", "new: Übelkeit")


def test_a_column_in_other_words_proposes_the_warning_sign(ask: Ask, tmp_path: Path) -> None:
    table = tmp_path / "ratings.csv"
    table.write_text("Date,Time,Suicidal thoughts,can't breathe,Fitness\n2026-11-08,08:10,6,2,3\n", encoding="utf-8")
    dialog = ask(table)
    assert dialog.choices.columns is not None
    lines = dialog.choices.columns.lines[2:5]
    for line in lines:
        choose(line.meaning, "rating")
    found = [line.symptom for line in lines if line.symptom is not None]
    assert [each.currentText() for each in found] == ["Thoughts of suicide", "Hard to breathe", "new: Fitness"]
    assert found[0].findText("new: Suicidal thoughts") >= 0  # it can stay what it is called
    assert dialog.outcome.first_rows.lines()[0] == (
        "Line 2: 8 Nov 2026, 08:10  ·  Hidden rating  ·  Hard to breathe 2 of 10  ·  Fitness 3 of 10"
    )
    choose(found[0], "Suicidal thoughts")
    assert "Hidden rating" in dialog.outcome.first_rows.lines()[0]


def test_everything_has_a_name_and_a_place_for_the_keyboard(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-us.csv")
    choose(table(dialog).order, "mdy")
    settle(qtbot, dialog)
    wanted = {each for kind in (QComboBox, QPushButton, QAbstractItemView) for each in dialog.findChildren(kind)
              if each.isVisible() and each.isEnabled()}  # fmt: skip
    seen: list[QWidget] = []
    while (at := QApplication.focusWidget()) not in seen:
        assert at is not None
        assert at.accessibleName()
        seen.append(at)
        keys(Qt.Key.Key_Tab)
    assert wanted <= set(seen)
    assert seen.index(table(dialog).order) < seen.index(dialog.outcome.first_rows) < seen.index(dialog.import_button)
    keys(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_its_screen(ask: Ask, qtbot: QtBot, qapp: QApplication, scheme: str, size: int) -> None:
    apply_theme(qapp, scheme, size)
    dialog = ask("table-us.csv")
    settle(qtbot, dialog)
    available = dialog.screen().availableSize()
    assert dialog.width() <= available.width()
    assert dialog.height() <= available.height()
    yes = dialog.import_button
    # Once its words have their room, which they get with the next layout.
    qtbot.waitUntil(lambda: yes.mapTo(dialog, QPoint(0, yes.height())).y() <= dialog.height())
    assert not dialog.grab().isNull()


@pytest.mark.slow
def test_very_many_columns_are_not_all_shown(ask: Ask, tmp_path: Path, qtbot: QtBot) -> None:
    wide = ["date", "time", "amount", *(f"c{n}" for n in range(200))]
    path = tmp_path / "wide.csv"
    path.write_text(",".join(wide) + "\n2026-11-20,8:10,2 g" + "," * 200 + "\n", encoding="utf-8")
    dialog = ask(path)
    assert settle(qtbot, dialog).startswith("wide.csv: 1 new")
    assert dialog.choices.columns is not None
    assert len(dialog.choices.columns.lines) == MOST_SHOWN


def test_all_refused_rows_can_be_read(qtbot: QtBot) -> None:
    dialog = LeftOutDialog(english(), Path("a.json"), [f"line {n}: no" for n in range(10_000)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(dialog.list.lines()) == 10_000


# --- what is missing ------------------------------------------------------------------------------------------------

GERMAN = """Datum;Produkt;Menge;Notiz
03.11.2026 08:15;Rot;2,5;ok
14.11.2026 09:00;Rot;3,0;
14.11.2026 09:00;Rot;3,0;
31.02.2026 09:00;Rot;2,5;bad date
"""


@pytest.fixture
def german(tmp_path: Path) -> Path:
    path = tmp_path / "x.csv"
    path.write_text(GERMAN, encoding="utf-8")
    return path


def test_what_must_be_chosen_stands_first_and_has_the_keyboard(ask: Ask, german: Path, qtbot: QtBot) -> None:
    dialog = ask(german)
    unit = table(dialog).unit
    qtbot.waitUntil(lambda: QApplication.focusWidget() is unit)
    assert dialog.choices.columns is not None
    assert (
        place(unit, dialog)
        < place(dialog.choices.columns.lines[0].meaning, dialog)
        < place(table(dialog).written["encoding"], dialog)
    )
    assert unit.visibleRegion().boundingRect() == unit.rect()
    choose(unit, "g")
    assert dialog.missing.isHidden()
    assert settle(qtbot, dialog).startswith("x.csv: 4 new, 0 already here, 1 refused.")


def place(widget: QWidget, dialog: ImportDialog) -> int:
    return widget.mapTo(dialog, QPoint(0, 0)).y()


def test_the_message_leads_to_the_missing_choice(ask: Ask, german: Path, qtbot: QtBot) -> None:
    dialog = ask(german)
    choose(table(dialog).unit, "g")
    settle(qtbot, dialog)
    assert dialog.missing.isHidden()
    choose(table(dialog).unit, "")
    assert dialog.missing.text() == "3 amounts have no unit. Say which it is."
    settle(qtbot, dialog)
    dialog.import_button.setFocus()
    dialog.missing.buttons()[0].click()
    assert QApplication.focusWidget() is table(dialog).unit
    assert table(dialog).unit.visibleRegion().boundingRect() == table(dialog).unit.rect()


def test_a_missing_column_is_led_to_as_well(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("table-german.csv")
    assert dialog.choices.columns is not None
    choose(dialog.choices.columns.lines[0].meaning, "")
    assert dialog.missing.text() == "Say which column holds the date."
    dialog.cancel_button.setFocus()
    dialog.missing.buttons()[0].click()
    assert QApplication.focusWidget() is dialog.choices.columns.lines[0].meaning


def test_what_is_left_out_is_listed_once(ask: Ask, german: Path, qtbot: QtBot) -> None:
    dialog = ask(german)
    refusals = ["2 rows, “Menge”: “3,0” has no unit", "“2,5” has no unit", "“31.02.2026” is not a day"]
    for _ in range(2):  # at once, and when the whole file was read
        found = dialog.outcome.refused.lines()
        assert [words in line for words, line in zip(refusals, found, strict=True)] == [True] * 3
        assert dialog.outcome.first_rows.lines() == ["None of them yet."]
        settle(qtbot, dialog)


def test_equal_rows_are_told_before_the_import(ask: Ask, german: Path, qtbot: QtBot) -> None:
    dialog = ask(german)
    assert "alike" not in settle(qtbot, dialog)  # none of them is taken yet
    choose(table(dialog).unit, "g")
    assert "2 rows are alike; both are taken. Look at line " in settle(qtbot, dialog)


@pytest.mark.slow
def test_at_twice_the_text_size_the_first_rows_can_be_read(
    ask: Ask, german: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "dark", 200)
    dialog = ask(german)
    choose(table(dialog).unit, "g")
    settle(qtbot, dialog)
    dialog.outcome.first_rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: dialog.outcome.first_rows.visibleRegion().boundingRect().height() >= 3 * 24 * 2)
    button = dialog.import_button
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_a_herbal_tracker_file_has_no_gap_in_its_dialog(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("herbal-tracker-2.json")
    settle(qtbot, dialog)
    qtbot.wait(20)
    assert place(dialog.outcome.state, dialog) - place(dialog.choices, dialog) - dialog.choices.height() < 20
    # Below the outcome stand the kinds that are asked for, to be scrolled to, and nothing else.
    assert place(dialog.kinds, dialog) - place(dialog.outcome.state, dialog) - dialog.outcome.state.height() < 20


def test_dates_that_may_begin_with_their_year_are_asked_about_and_a_column_of_them_decides(
    ask: Ask, tmp_path: Path
) -> None:
    one = tmp_path / "one.csv"
    one.write_text("Date,Amount (g)\n26-11-20,2\n", encoding="utf-8")
    dialog = ask(one)
    choose(table(dialog).midday, True)
    assert table(dialog).order.value() == "" and dialog.outcome.first_rows.lines() == ["None of them yet."]
    assert "2020-11-26 or 2026-11-20" in dialog.outcome.refused.lines()[0]
    many = tmp_path / "many.csv"
    many.write_text("Date,Amount (g)\n26-11-20,2\n26-11-05,3\n", encoding="utf-8")
    assert table(ask(many)).order.value() == "ymd"


def test_a_guessed_rating_says_that_it_is_a_guess_and_can_be_changed(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "guessed.csv"
    path.write_text("When,Pain,Other\n2026-11-08 08:10,6,6\n2026-11-09 08:10,7,6\n", encoding="utf-8")
    dialog = ask(path)
    assert dialog.choices.columns is not None
    pain, other = dialog.choices.columns.lines[1:]
    assert (pain.meaning.value(), other.meaning.value()) == ("rating", "")
    assert pain._examples.text() == "6  ·  7  (a guess from its name and numbers)"
    assert other._examples.text() == "6"
    assert "Pain 6 of 10" in dialog.outcome.first_rows.lines()[0]
    choose(pain.meaning, "note")
    assert "Pain 6 of 10" not in dialog.outcome.first_rows.lines()[0]
    settle(qtbot, dialog)


# --- other kinds of entry --------------------------------------------------------------------------------------------


@pytest.fixture
def pressure(tmp_path: Path) -> Path:
    """A table that another program may have written, with a slip in its second row."""
    path = tmp_path / "pressure.csv"
    path.write_text(
        "When;Upper;Lower;Kilos;ALT\n2026-11-20 08:10;128;82;71.5;34\n2026-11-21 08:10;1310;84;71.9;\n",
        encoding="utf-8",
    )
    return path


def line_of(dialog: ImportDialog, number: int) -> ColumnLine:
    assert dialog.choices.columns is not None
    return dialog.choices.columns.lines[number]


def choose_field(dialog: ImportDialog, number: int, kind: str, field: str) -> None:
    line = line_of(dialog, number)
    choose(line.meaning, kind)
    assert line.field is not None
    choose(line.field, field)


def test_columns_of_other_kinds_are_chosen_and_slips_are_asked_about(
    ask: Ask, qtbot: QtBot, pressure: Path, plain_book: Logbook
) -> None:
    dialog = ask(pressure)
    choose_field(dialog, 1, "measurement", "measurement.systolic")
    choose_field(dialog, 2, "measurement", "measurement.diastolic")
    choose_field(dialog, 3, "measurement", "measurement.weight:kg")
    choose_field(dialog, 4, "lab_result", "lab_result.value:alt")
    said = settle(qtbot, dialog)
    assert said.splitlines()[0] == "pressure.csv: 3 new, 0 already here, 0 refused."
    assert "128" in dialog.outcome.first_rows.lines()[0] and "34" in dialog.outcome.first_rows.lines()[0]
    assert dialog.outcome.doubtful.lines() == [
        "line 2: value: 34 of what? The unit is not said.",
        "line 3: systolic: is 1,310 right?",
    ]
    assert dialog.import_button.words() == "Yes, import 3 entries as written"
    mapping = dialog.choices.mapping()
    assert mapping is not None
    assert json.loads(to_text(dialog.sample.columns, mapping))["columns"] == {
        "When": "instant", "Upper": "measurement.systolic", "Lower": "measurement.diastolic",
        "Kilos": "measurement.weight:kg", "ALT": "lab_result.value:alt",
    }  # fmt: skip
    assert plain_book.totals()[0] == 0


def test_another_kind_has_other_fields(ask: Ask, pressure: Path) -> None:
    dialog = ask(pressure)
    choose(line_of(dialog, 1).meaning, "urge")
    first = line_of(dialog, 1).field
    assert first is not None and first.value() == "urge.value"
    choose(line_of(dialog, 1).meaning, "care")
    second = line_of(dialog, 1).field
    assert second is not None and second is not first and second.isVisible()
    assert second.value() == "care.minutes:Upper"
    choose(line_of(dialog, 1).meaning, "rating")
    assert line_of(dialog, 1).field is None


def test_the_questions_of_a_questionnaire_and_both_numbers_in_one_cell_are_chosen(
    ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "weekly.csv"
    path.write_text("When;Pain;Joy;Doing;BP\n2026-11-20 08:10;7;5;3;128/82\n2026-11-21 08:10;6;5;3;\n", "utf-8")
    dialog = ask(path)
    for number, item in ((1, "peg.1"), (2, "peg.2"), (3, "peg.3")):
        choose_field(dialog, number, "check_in", f"check_in.answers:{item}")
    assert kind_of_column(line_of(dialog, 4).value()) == "measurement"  # guessed from its name and cells
    said = settle(qtbot, dialog)
    assert said.splitlines()[0] == "weekly.csv: 3 new, 0 already here, 0 refused."
    field = line_of(dialog, 1).field
    assert field is not None and field.currentText() == "PEG, question 1: pain"


def test_whatever_a_column_can_hold_can_be_chosen() -> None:
    offered = {
        str(key).partition(":")[0] for kind in MAPPED_KINDS for key, _ in field_choices(english(), kind, "Column")
    }
    assert offered == MAPPED_FIELDS.keys()


def test_each_value_is_offered_once_and_names_only_for_ones_own(ask: Ask, pressure: Path) -> None:
    dialog = ask(pressure)
    choose(line_of(dialog, 4).meaning, "lab_result")
    field = line_of(dialog, 4).field
    assert field is not None
    offered = [field.itemText(number) for number in range(field.count())]
    assert offered[0] == "ALT: Value" and len(offered) == len(set(offered))
    assert [each for each in offered if each.endswith(": Name")] == ["Another value: Name"]


def test_what_was_mapped_by_hand_stays_as_it_is(ask: Ask, qtbot: QtBot, pressure: Path, plain_book: Logbook) -> None:
    columns = ("When", "Upper", "Lower", "Kilos", "ALT")
    by_hand = {"When": "instant", "Upper": "check_in.answers:phq2", "Lower": "check_in.answers:phq2"}
    setting = as_setting(columns, from_text(json.dumps({"columns": by_hand}), columns, "Europe/Berlin"))
    assert setting is not None
    plain_book.save(setting)
    mapping = ask(pressure).choices.mapping()
    assert mapping is not None
    assert json.loads(to_text(columns, mapping))["columns"] == by_hand


def test_signs_in_a_table_are_answered_above_what_is_left_out(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    rows = "Date;Time;Chest pain\n20.11.2026;08:10;7\n21.11.2026;25:99;8\n"
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    dialog = ask(tmp_path / "t.csv")
    settle(qtbot, dialog)
    outcome = dialog.outcome
    assert outcome.answers_heading.isVisible() and len(outcome.refused.lines()) == 1
    said = outcome.answers.lines()
    assert ": Chest pain. " in said[0] and said[1] == "In rows that cannot be read as a whole, as if it were now:"
    assert any(line.startswith("Chest pain. ") for line in said[2:])
    assert outcome.answers.y() < outcome.refused.y()


def test_of_a_spreadsheet_the_sheet_is_asked_for_and_not_how_letters_are_written(
    ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    old: Rows = [HEAD, ("2026-11-01", "08:00", "Old", 2.125, "g", 3)]
    dialog = ask(xlsx(tmp_path / "book.xlsx", Doses=[HEAD, *ROWS], Old=old))
    said = settle(qtbot, dialog)
    assert said.startswith("book.xlsx: 6 new, 0 already here, 0 refused.")
    assert "The sheet “Doses” was read. Not read: “Old”." in said
    assert list(table(dialog).written) == ["sheet"]
    choose(table(dialog).written["sheet"], "Old")
    qtbot.waitUntil(
        lambda: dialog.outcome.first_rows.lines()[0].startswith("Line 2: 1 Nov 2026, 08:00  ·  2.125 g Old")
    )
    assert settle(qtbot, dialog).startswith("book.xlsx: 2 new, 0 already here, 0 refused.")


def test_an_amount_of_0_asks_whether_nothing_was_taken(ask: Ask, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Time,Product,Amount (g)\n2026-11-20,08:10,Green,0\n2026-11-21,08:10,Green,2.5\n", "utf-8")
    dialog = ask(path)
    settle(qtbot, dialog)
    assert dialog.missing.text() == "1 amount is 0, which is no dose. Was nothing taken that day?"
    dialog.missing.buttons()[0].click()
    assert QApplication.focusWidget() is table(dialog).zero
    choose(table(dialog).zero, "none")
    settle(qtbot, dialog)
    assert (dialog.missing.text(), dialog.outcome.refused.lines()) == ("", [])
    choose(table(dialog).zero, "left_out")
    settle(qtbot, dialog)
    assert dialog.missing.text() == ""
    assert dialog.outcome.refused.lines() == [
        "line 2, “Amount (g)”: An amount of 0 is not a dose. It is left out, as you chose."
    ]


def test_a_file_of_a_program_asks_for_no_choice_that_it_has_not(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("herbal-tracker-1.json")
    settle(qtbot, dialog)
    assert dialog.missing.text() == ""


def test_ctrl_enter_imports_from_any_field(ask: Ask, qtbot: QtBot) -> None:
    dialog = ask("herbal-tracker-1.json")
    settle(qtbot, dialog)
    assert "Ctrl+Enter" in dialog.import_button.accessibleName()
    dialog.choices.first_field().setFocus()
    with qtbot.waitSignal(dialog.chosen, timeout=5_000):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
