"""Test files lie where the code lies: tests/a/test_b.py is of journal/a/b.py, or is named here with what it covers."""

from __future__ import annotations

from pathlib import Path

from tests.bench.structure import with_own_tests

ROOT = Path(__file__).resolve().parent.parent

# Below tests/, without .py: the tests of several modules at once, each with what they cover.
ACROSS = {
    "ui/importing/test_thousand_rows": "a foreign spreadsheet, from the menu to the journal, and the actions it takes",
    "ui/entries/test_first_dose_again": "the first dose after days without, or of something new, in the form",
    "commands/test_byte_order_marks": "marks that editors put before a text, in files to import and in lines to log",
    "commands/test_foreign_files": "import of files of other programs, from the command to the journal",
    "commands/test_help_examples": "every example that --help gives, run as it stands there",
    "commands/test_kept_salts": "the salt of a journal made by log or demo, kept in the device file",
    "commands/test_made_journals": "a journal that log made and could not use is taken away again",
    "commands/test_subcommands": "the list of commands in cli, with the module of each",
    "commands/test_causes": "causes that refusals of commands name: folders, passwords, backups, times",
    "commands/test_vocabulary": "times and amounts as people write them, in the form, for log and in a table",
    "commands/test_what_was_meant": "bare numbers, two products of one name, a demonstration in use",
    "exchange/test_csv_names": "names corrected in an exported CSV, from the table to the plan and its lines",
    "db/test_independent_reader": "encrypted journals of every format, read by a library that is not ours",
    "db/test_kinds_migrated": "the second migration, on files of the first released version",
    "db/test_live_file": "backup, probing and opening while an engine has the file",
    "db/test_checks_migrated": "the fourth migration, on files of every earlier version",
    "db/test_what_else_migrated": "the third migration, on files of both earlier versions",
    "db/test_released": "opening and migrating the kept files of every released version",
    "exchange/test_byte_order_marks": "marks before CSV, JSON and tables",
    "exchange/test_csv": "the diary as CSV, out and in again",
    "exchange/test_csv_in_sheets": "the own CSV saved by a spreadsheet, from recognising it to the plan",
    "exchange/test_csv_products": "which product a CSV row is of, from its cells to the plan",
    "exchange/test_cut_files": "files cut anywhere, in every format",
    "exchange/test_formats": "the pages on file formats, the schema and the outside script, against what is written",
    "exchange/test_fuzzed": "files damaged at random, in every format",
    "exchange/test_hostile": "files made to harm, in every format",
    "exchange/test_json": "the journal as JSON, out and in again",
    "exchange/test_kinds": "kinds of product in every format",
    "exchange/test_made_up": "made-up entries in every format",
    "exchange/test_missing_columns": "CSV files without some columns, from reading to the words before an import",
    "exchange/test_odd_strings": "odd texts in every text field, through every format that is read back",
    "exchange/test_one_rule": "the same odd heads and rows in every reader of tables",
    "exchange/test_spreadsheet_numbers": "numbers as spreadsheets write them, in our own CSV",
    "exchange/test_without_ids": "rows without ids, out as CSV, changed, and recognised by the plan",
    "guidance/test_claims_checked": "one page and every claim that it must answer",
    "guidance/test_cutting_down": "one page and what it must and must not say",
    "guidance/test_levels_on_pages": "the page on mixing against the levels of the list of interactions",
    "guidance/test_reviewed": "every shipped text against the records of its review",
    "insights/test_properties": "what holds of every figure, on random journals",
    "logbook/test_days": "the days that a logbook reads, against a plain model",
    "logbook/test_entries": "every kind of entry saved and read through the logbook",
    "logbook/test_facts": "the entries that figures are made of, from tables to values",
    "logbook/test_later_entries": "entries dated after the clock, in every answer of the logbook",
    "logbook/test_model": "random saves, undo and redo against a model",
    "logbook/test_open": "opening and every refusal of it, from the file to the words",
    "logbook/test_product_uses": "how often products were used, from tables to values",
    "logbook/test_undo": "undo and redo, from the change log to the logbook",
    "logbook/test_warning_facts": "warning symptoms as they are read, from tables to values",
    "reports/test_blocks_left_out": "blocks of page 1 that a person leaves out, in the PDF",
    "reports/test_full_page": "the fullest page 1 that can be written, on both papers",
    "reports/test_names": "names of products, symptoms and people in the PDF",
    "reports/test_notes": "notes beside warning symptoms in the PDF",
    "reports/test_page_words": "the words of page 1, for journals of every kind",
    "reports/test_read_aloud": "every file that is handed over, as another reader tells it to a screen reader",
    "reports/test_short_periods": "the words of every page for a period of few days",
    "reports/test_wants": "wishes and planned operations in the PDF",
    "texts/test_amounts_in_words": "counts in the sentences of several packages",
    "texts/test_extracting": "the extraction for translators, on the whole program",
    "texts/test_texts": "sentences, names and undo words: each code has one, each number is exact",
    "ui/diary/test_masked_ratings": "hidden ratings on every screen of the window",
    "ui/diary/test_showing_a_day": "a day that another screen asks the diary for: screen, list and model",
    "ui/diary/test_rated_signs": "warning signs from the form to the diary's rows and details",
    "ui/entries/test_fields_stay": "every form of an entry while it is filled in: nothing in it moves",
    "ui/entries/test_form_as_drawn": "the form of a dose, from its time to its foot, in windows of several sizes",
    "ui/entries/test_new_product": "a product made in the dose form: picker, kind and units",
    "ui/entries/test_planted": "a planted kind of entry, in every place of the window",
    "ui/entries/test_typed_and_saved": "every field of every form of an entry: what is typed there when it is saved",
    "ui/entries/test_what_is_saved": "the line above Save, in every form and window",
    "ui/kit/test_open_list": "open lists of choices, in the screens that have them",
    "ui/kit/test_room": "words, pills, folding parts and pages where there is little room",
    "ui/kit/test_wide_words": "words wider than their place, in every piece that shows words",
    "ui/products/test_kinds": "a product's kind in the list, the form and the question",
    "ui/safety/test_level_matrix": "every level, prescribed or not, with every condition, as My list shows it",
    "ui/safety/test_own_lines": "own help lines wherever they are shown",
    "ui/shell/test_emergency_first": "what notices say while a warning sign is an emergency",
    "ui/shell/test_not_saved_yet": "what is said of a sign or a blood pressure that a form refuses or asks about",
    "ui/shell/test_desktop": "window, icon, file dialogs and folders as a desktop expects them",
    "ui/shell/test_replacing_the_journal": "another journal while any screen has something unsaved",
    "ui/test_every_action": "every action of every accessible object, on every screen",
    "ui/test_wcag": "WCAG 2.2 AA, point by point: the tests that hold each",
    "ui/test_every_screen": "names, Tab order, contrast and room, on every screen",
    "ui/test_feet_of_forms": "the buttons of every form, in every window",
    "ui/test_numbers": "a changed limit or number, on every surface",
    "reports/test_neutral": "names, titles and metadata of every file that is handed over",
    "ui/report/test_presets": "sets of choices, on the report's screen",
    "ui/report/test_private_twice": "private entries on the pages, asked twice",
    "ui/report/test_small_window": "choices and pages of the report in windows with little room",
    "ui/test_private_rows": "the mark of a private entry, in every list that shows one",
    "ui/test_twelve_tasks": "what a person does in the whole window, action by action",
    "ui/test_references": "PySide6 itself: its counts of references",
    "ui/today/test_about_day": "every mark of a day, set from Today",
    "ui/today/test_day_change": "a new journal day, in the forms and rows of Today",
    "ui/today/test_masked_rows": "hidden ratings on Today and in the rating form",
    "ui/today/test_names_nothing": "what two people see who look at the window",
    "ui/today/test_open_question": "a question that Today asks in a form, until it is answered",
    "ui/today/test_sign_question_country": "the question about a sign after another country or number is chosen",
    "ui/today/test_sign_question_in_sight": "the question about a sign, scrolled into sight",
    "ui/today/test_sign_question_stays": "the question about a sign, through further entries",
    "ui/today/test_unsaved": "Today's forms when something else happens to them",
    "ui/trends/test_groups": "groups of products in findings, cards and charts of the screen",
    "ui/trends/test_room": "chart and tables of the screen in windows of usual size",
}


def files_of_tests() -> set[str]:
    """Every test file below a folder that bears the name of a package of the program."""
    packages = [each for each in (ROOT / "tests").iterdir() if (ROOT / "journal" / each.name).is_dir()]
    found = (file for package in packages for file in package.rglob("test_*.py"))
    return {file.relative_to(ROOT / "tests").with_suffix("").as_posix() for file in found}


def module_of(file: str) -> Path:
    """The module that a test file of this name is of."""
    folder, _, name = file.rpartition("/")
    return ROOT / "journal" / folder / f"{name.removeprefix('test_')}.py"


def test_a_test_file_is_of_the_module_of_its_name_or_says_what_it_covers() -> None:
    found = files_of_tests()
    assert len(found) > 150
    assert {file for file in found if not module_of(file).exists()} - ACROSS.keys() == set()


def test_what_is_listed_is_there_and_has_no_module_of_its_name() -> None:
    assert ACROSS.keys() - files_of_tests() == set()
    assert {file for file in ACROSS if module_of(file).exists()} == set()


def test_what_it_covers_is_one_line() -> None:
    assert [file for file, words in ACROSS.items() if not words.strip() or "\n" in words] == []


def test_a_module_and_its_test_file_are_found_by_their_names(tmp_path: Path) -> None:
    for name in ("journal/a/b.py", "journal/a/c.py", "journal/a/__init__.py", "tests/a/test_b.py", "tests/test_c.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert with_own_tests(tmp_path) == (["a/b"], ["a/c"])
