"""The README's promises, each with the tests that back it: a promise without one, or a test that is gone, fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from journal.bootstrap import ROOT

README = Path(ROOT, "README.md").read_text(encoding="utf-8")

# Promise: the tests without which nobody should believe it. Others may back it too.
BACKED: Mapping[str, tuple[str, ...]] = {
    "An entry shown as saved is on disk, even if the power fails a moment later.": (
        "tests/campaign/test_kills.py::test_a_few_kills_lose_nothing",
        "tests/campaign/test_kills.py::test_control_what_is_acknowledged_before_it_is_saved_is_lost",
        "tests/campaign/test_power_cuts.py::test_a_few_power_cuts_lose_nothing",
        "tests/campaign/test_power_cuts.py::test_control_a_weaker_durability_is_caught",
        "tests/campaign/test_failing_disk.py::test_a_failing_disk_loses_nothing",
    ),
    "Damage to a journal is noticed, with a passphrase and without.": (
        "tests/db/test_backup.py::test_every_flipped_bit_of_an_encrypted_journal_is_found",
        "tests/db/test_row_checks.py::test_a_changed_value_is_not_shown",
        "tests/db/test_seals.py::test_a_day_that_is_not_as_saved_is_not_shown",
        "tests/db/test_seals.py::test_control_without_checks_damage_is_shown_as_if_it_were_an_entry",
        "tests/campaign/test_bit_flips.py::test_no_flipped_bit_changes_what_is_shown_in_silence",
    ),
    "A backup was opened and counted before it is called a backup, and is never written to.": (
        "tests/db/test_backup.py::test_a_bad_copy_is_never_called_a_backup",
        "tests/db/test_backup.py::test_a_copy_with_missing_rows_is_refused",
        "tests/logbook/test_backups.py::test_nothing_can_be_written_into_a_backup",
    ),
    "A good backup is never removed before a newer good one was seen.": (
        "tests/core/test_backup_thinning.py::test_years_of_use_keep_few_and_always_a_good_one",
        "tests/core/test_backup_thinning.py::test_a_clock_that_jumped_ahead_costs_no_day",
        "tests/core/test_backup_thinning.py::test_a_damaged_one_takes_no_others_place",
        "tests/core/test_backup_thinning.py::test_the_only_good_one_stays_however_old",
        "tests/logbook/test_backups.py::test_a_damaged_one_makes_no_good_one_go",
    ),
    "Nothing leaves this computer: the program opens no connection.": (
        "tests/campaign/test_network.py::test_the_window_opens_no_socket",
        "tests/campaign/test_network.py::test_the_demo_opens_no_socket",
        "tests/campaign/test_network.py::test_control_a_planted_qt_socket_is_seen",
        "tests/test_architecture.py::test_a_socket_is_refused",
    ),
    "A day without entries is never counted as zero, on screen or on paper.": (
        "tests/insights/test_properties.py::test_forgetting_a_day_never_makes_it_a_zero",
        "tests/insights/test_properties.py::test_empty_days_inside_never_change_an_amount",
        "tests/charts/test_overview.py::test_empty_days_are_gaps_and_other_entries_are_neither_gap_nor_bar_nor_none",
        "tests/charts/test_overview.py::test_the_table_has_a_row_a_day_and_never_a_zero_for_the_unknown",
        "tests/oracle/test_numbers.py::test_random_journals_are_counted_alike",
    ),
    "No screen, sentence or page denies or softens a warning sign that was noted.": (
        "tests/truth/test_signs.py::test_every_answer_equals_the_table",
        "tests/truth/test_signs.py::test_nothing_denies_softens_or_forgets_a_sign",
        "tests/truth/test_signs.py::test_a_weaker_table_is_found",
        "tests/truth/test_page.py::test_whatever_was_noted_is_told_with_its_rating_and_answer",
        "tests/truth/test_page.py::test_nothing_private_and_withheld_are_the_same_sentence",
        "tests/truth/test_page.py::test_a_page_that_forgets_is_found",
        "tests/truth/test_screens.py::test_no_screen_denies_a_sign",
    ),
    "Every factual sentence of the safety pages names a source.": (
        "tests/guidance/test_checks.py::test_what_is_shipped_is_in_order",
        "tests/guidance/test_checks.py::test_an_unknown_source_is_found",
        "tests/guidance/test_markdown.py::test_a_faulty_body_is_refused",
    ),
    "An import is whole or nothing, and one undo takes it back.": (
        "tests/exchange/test_fuzzed.py::test_damaged_files_are_refused_or_imported_whole",
        "tests/exchange/test_plan.py::test_an_import_is_one_step_that_undo_takes_back",
    ),
    "The page for the clinician names you only if you ask for it.": (
        "tests/reports/test_pdf.py::test_name_and_year_are_printed_only_if_given",
        "tests/ui/report/test_screen.py::test_the_name_is_on_the_page_only_when_it_is_ticked",
    ),
    "If you forget the passphrase, nobody can help.": (
        "tests/ui/lock/test_unlock.py::test_neither_the_passphrase_nor_its_key_is_written_anywhere",
    ),
}


def promises(readme: str) -> list[tuple[str, str]]:
    """Every row of the table below its head: the promise, and what keeps it."""
    part = readme.partition("## What we stand behind\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| (.+?) \| (.+) \|$", part, re.MULTILINE)[1:]


def unbacked(readme: str, backed: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What is wrong between the promises and the tests; empty if all is well."""
    told = [promise for promise, _ in promises(readme)]
    return [
        *(f"no test for: {each}" for each in told if not backed.get(each)),
        *(f"no longer promised: {each}" for each in backed if each not in told),
        *(f"no such test: {test}" for tests in backed.values() for test in tests if not exists(test)),
    ]


def exists(test: str) -> bool:
    path, _, name = test.partition("::")
    file = Path(ROOT, path)
    return file.is_file() and name in {
        each.name for each in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(each, ast.FunctionDef)
    }


def test_every_promise_is_backed_by_tests_that_are_there() -> None:
    assert len(promises(README)) >= 9
    assert unbacked(README, BACKED) == []


@pytest.mark.parametrize(("promise", "kept_by"), promises(README), ids=lambda each: each[:30])
def test_the_readme_names_where_they_lie(promise: str, kept_by: str) -> None:
    places = re.findall(r"`(tests/[^`]+)`", kept_by)
    assert places
    for place in places:
        assert Path(ROOT, place).exists()
        assert [each for each in BACKED[promise] if each.startswith(place)], place


def test_a_promise_without_a_test_is_found() -> None:
    promise, tests = next(iter(BACKED.items()))
    gone = tests[0] + "_any_more"
    assert unbacked(README, {**BACKED, promise: ()}) == [f"no test for: {promise}"]
    assert unbacked(README, {**BACKED, promise: (gone,)}) == [f"no such test: {gone}"]
    assert unbacked(README, {**BACKED, "It flies.": tests}) == ["no longer promised: It flies."]
