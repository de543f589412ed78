"""The lines of log -: each refused one is named, with its reason."""

from __future__ import annotations

import json

import pytest

from tests.command_line import Run, refused
from tests.journals import JournalAt


def test_a_reason_that_many_lines_share_is_said_once(run: Run, plain_journal: JournalAt) -> None:
    """A program that writes the lines makes the same mistake in each of them; the list of all symptoms is long."""
    lines = [json.dumps({"log": "rating", "rate": {"Zzyzx": 3}})] * 3 + [json.dumps({"log": "note", "mood": "x"})]
    said = refused(run("--journal", plain_journal.path, "log", "-", given="\n".join(lines)))
    named = [line for line in said.splitlines() if line.startswith("line ")]
    assert named[0].startswith("line 1: There is no symptom") and named[3].startswith("line 4: ")
    assert named[1:3] == ["line 2: as in line 1", "line 3: as in line 1"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ({"log": "rating"}, '"rate": {"Lower back pain": 6}'),
        ({"log": "note"}, "it is “text”"),
        ({"log": "note", "mood": "x"}, "“mood” is none of the keys of “note”: at, private, text."),
        ({"log": "dose"}, "“product” is missing"),
        ({"log": "condition"}, "“what”"),
        ("words", '{"log": "note", "text": "slept well"}'),
    ],
)
def test_a_line_that_lacks_something_is_told_the_key(
    run: Run, plain_journal: JournalAt, line: object, named: str
) -> None:
    said = refused(run("--journal", plain_journal.path, "log", "-", given=json.dumps(line)))
    assert said.startswith("line 1: ") and named in said and said.count("Nothing was saved") == 1


def test_that_nothing_was_saved_is_said_once_above_long_advice(run: Run, plain_journal: JournalAt) -> None:
    """A sign that was to be written down is spoken of, though another line is refused."""
    lines = [json.dumps({"log": "rating", "rate": {"Dark urine": 3}}), "{"]
    said = refused(run("--journal", plain_journal.path, "log", "-", given="\n".join(lines)))
    assert said.startswith("Nothing was saved.\n") and said.count("Nothing was saved") == 1
    assert said.endswith("Mend these lines, then give all of them again.\n") and "\nline 2: " in said
