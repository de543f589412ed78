"""What is damaged elsewhere refuses no entry: it is saved, and what could not be read for it is said."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from tests.command_line import Run
from tests.journals import JournalAt, raw

WORDS = "part of the journal cannot be read"


def plant(journal: JournalAt, statement: str) -> None:
    with raw(journal) as connection:
        connection.execute(statement)


def logged(run: Run, journal: JournalAt, *words: str) -> tuple[str, str]:
    code, said, aside = run("--journal", journal.path, "log", *words)
    assert code == 0, aside
    return said, aside


DOSE = ("dose", "--product", "Green", "--amount", "2 g")


def test_a_dose_is_saved_beside_a_damaged_note_of_its_day(run: Run, plain_journal: JournalAt) -> None:
    assert logged(run, plain_journal, *DOSE, "--new-product", "--kind", "leaf_powder")[1] == ""
    logged(run, plain_journal, "note", "a quiet day")
    plant(plain_journal, "UPDATE note SET text = 'planted'")
    said, aside = logged(run, plain_journal, *DOSE, "--at", "1 h ago")
    assert said.startswith("Saved 1 entry.")
    assert WORDS in aside and "The command check says what can be done." in aside
    with plain_journal.open(read_only=True) as book:
        assert len([dose for part in book.slices("dose") for dose in part]) == 2


def test_what_is_urgent_is_said_though_those_before_it_cannot_be_read(run: Run, plain_journal: JournalAt) -> None:
    pressure = ("measurement", "--systolic", "205", "--diastolic", "125")
    first, aside = logged(run, plain_journal, *pressure, "--at", "1 h ago")
    assert "180/120" in first and aside == ""
    plant(plain_journal, "UPDATE measurement SET systolic = 120")
    said, aside = logged(run, plain_journal, *pressure)
    assert "A blood pressure of 180/120 or more" in said and "emergency" in first
    assert WORDS in aside


def test_control_without_damage_the_second_is_told_as_that(run: Run, plain_journal: JournalAt) -> None:
    pressure = ("measurement", "--systolic", "205", "--diastolic", "125")
    logged(run, plain_journal, *pressure, "--at", "1 h ago")
    said, aside = logged(run, plain_journal, *pressure)
    assert "Again a blood pressure" in said and aside == ""


def test_a_notice_that_cannot_be_kept_does_not_take_the_save_back(
    run: Run, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[str]:
        raise Refused("disk-full")

    monkeypatch.setattr("journal.commands.log.notice_on", full)
    said, aside = logged(run, plain_journal, "substance", "Diazepam")
    assert said.startswith("Saved 1 entry.")
    assert aside.startswith("This was saved. Not all is said") and "The disk is full" in aside
    with plain_journal.open(read_only=True) as book:
        assert len([each for part in book.slices("substance") for each in part]) == 1
