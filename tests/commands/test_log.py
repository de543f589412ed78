"""log saves what was said once, all lines of standard input or none of them."""

from __future__ import annotations

import json
import re

import pytest

from journal.core.entries import DayMark
from journal.core.moments import DAY_MS
from tests.command_line import Run, entries_of, refused
from tests.journals import JournalAt


def test_none_is_said_once_and_not_beside_doses(run: Run, plain_journal: JournalAt) -> None:
    none = ["--journal", str(plain_journal.path), "log", "none"]
    assert run(*none) == (0, "Saved 1 entry.\n", "")
    assert run(*none) == (0, "That was recorded before. Nothing was changed.\n", "")
    assert run(*none, "--day", "yesterday")[0] == 0
    assert len(entries_of(plain_journal, "day_mark")) == 2
    dose = ("--journal", plain_journal.path, "log", "dose", "--product", "Red")
    taken_back = "22 Nov 2026 was marked “none”. That mark was taken back"
    assert taken_back in run(*dose, "--new-product")[1]
    assert "marked" not in run(*dose)[1]
    assert [str(each.day) for each in entries_of(plain_journal, "day_mark") if isinstance(each, DayMark)] == [
        "2026-11-21"
    ]
    assert "doses on this day" in refused(run(*none))


def test_a_day_without_is_one_mark_however_many_lines_name_it(run: Run, plain_journal: JournalAt) -> None:
    lines = "\n".join([json.dumps({"log": "none", "day": "yesterday"})] * 2)
    assert run("--journal", plain_journal.path, "log", "-", given=lines) == (0, "Saved 1 entry.\n", "")
    assert len(entries_of(plain_journal, "day_mark")) == 1


def test_json_lines_all_or_nothing(run: Run, plain_journal: JournalAt) -> None:
    good = [
        {"log": "dose", "product": "Red", "new_product": True, "amount": "2 g", "rate": {"Nausea": 2}},
        {"log": "dose", "product": "red", "at": "2026-11-22T03:00:00-05:00"},
        {"log": "rating", "rate": {"Nausea": 0}, "at": "yesterday 21:30"},
        {"log": "none", "day": "2026-11-20"},
        {"log": "note", "text": "a\nb", "private": True},
    ]
    bad = [
        "{", "[]", "null",
        '{"log": "feast"}', '{"log": "note", "text": "x", "text": "y"}', '{"log": "note", "mood": 1}',
        '{"log": "note", "text": 5}', '{"log": "note", "text": "\\ud800"}', "[" * 100_000,
        '{"log": "rating", "rate": {"Nausea": 1.5}}', '{"log": "rating", "rate": {"Nausea": true}}',
        '{"log": "dose", "amount": "1 g"}', '{"log": "dose", "product": "Blue"}',
    ]  # fmt: skip
    lines = [json.dumps(each) for each in good]
    before = plain_journal.sha256()
    said = refused(run("--journal", plain_journal.path, "log", "-", given="\n".join([*lines, "", *bad])))
    named = [int(number) for number in re.findall(r"^line (\d+): ", said, re.MULTILINE)]
    assert named == list(range(7, 7 + len(bad)))
    assert said.endswith("Nothing was saved.\n")
    assert plain_journal.sha256() == before
    code, said, complaint = run("--journal", plain_journal.path, "log", "-", given="\n".join(lines))
    assert (code, said.splitlines()[0], complaint) == (0, "Saved 6 entries.", "")
    with plain_journal.open() as book:
        assert book.totals()[0] == 6
        book.undo()
        assert book.totals()[0] == 0


def test_standard_input_gives_one_thing(run: Run, plain_journal: JournalAt) -> None:
    logged = run("--journal", plain_journal.path, "log", "-", "--passphrase-file", "-", given="x")
    assert "not both" in refused(logged)


def test_a_clock_that_is_years_off_is_asked_about_before_saving(run: Run, plain_journal: JournalAt) -> None:
    note = ("--journal", plain_journal.path, "log", "note", "x")
    assert run(*note)[0] == 0
    plain_journal.clock.tick(3653 * DAY_MS)
    before = plain_journal.sha256()
    said = refused(run(*note))
    assert "clock says 22 Nov 2036, and the last change in the journal is of 22 Nov 2026." in said
    assert plain_journal.sha256() == before
    assert run(*note, "--clock-is-right")[0] == 0
    assert run(*note)[0] == 0
    plain_journal.clock.tick(-3653 * DAY_MS)
    assert "--clock-is-right" in refused(run(*note))


def test_bytes_that_are_no_letters_are_not_dropped(run: Run, plain_journal: JournalAt) -> None:
    """A Latin-1 terminal sends them: "Grün" became "Grn"."""
    code, _, why = run("--journal", plain_journal.path, "log", "note", "R\udcfcckenschmerz")
    assert code == 1
    assert "no letters (UTF-8)" in why
    with plain_journal.open(read_only=True) as book:
        assert book.totals()[0] == 0


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["check-in", "phq2", "--answers", "0", "--answers", "0"], True),
        (["check-in", "gad2", "--answers", "1", "--answers", "2"], True),
        (["urge"], True),
        (["attempt", "Went back."], True),
        (["check-in", "daily", "--function", "4"], False),
        (["care", "rest"], False),
    ],
)
def test_whom_to_talk_to_stands_with_moods_urges_and_cutting_down(
    run: Run, plain_journal: JournalAt, command: list[str], said: bool
) -> None:
    at = ("--journal", plain_journal.path, "log")
    run(*at, "contact", "Ruth", "--phone", "0800 77", "--create")
    code, out, _ = run(*at, *command)
    assert code == 0 and ("If you want to talk to someone: " in out) is said
    assert "Ruth" not in out and "0800 77" not in out


@pytest.mark.parametrize(
    "command", [["note", "snow", "--at", "24.12. 10:25"], ["none", "--day", "24.12."],
                ["note", "--at", "24 Dec 10:00", "x"], ["condition", "pain", "--place", "knee", "--since", "24.12."]],
)  # fmt: skip
def test_a_day_without_its_year_that_lies_in_an_earlier_one_is_said(
    run: Run, plain_journal: JournalAt, command: list[str]
) -> None:
    plain_journal.open().close()
    code, out, _ = run("--journal", plain_journal.path, "log", *command)
    assert code == 0 and "was taken for 24 Dec 2025." in out


@pytest.mark.parametrize("day", ["24 Dec 2025", "24/12/25", "2025-12-24", "20.11.", "yesterday"])
def test_other_days_are_not_repeated(run: Run, plain_journal: JournalAt, day: str) -> None:
    plain_journal.open().close()
    assert "was taken for" not in run("--journal", plain_journal.path, "log", "note", "x", "--at", f"{day} 00:10")[1]
