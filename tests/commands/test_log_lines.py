"""The lines of log -: each refused one is named, with its reason."""

from __future__ import annotations

import json

from tests.command_line import Run, refused
from tests.journals import JournalAt


def test_a_reason_that_many_lines_share_is_said_once(run: Run, plain_journal: JournalAt) -> None:
    """A program that writes the lines makes the same mistake in each of them; the list of all symptoms is long."""
    lines = [json.dumps({"log": "rating", "rate": {"Zzyzx": 3}})] * 3 + [json.dumps({"log": "note", "mood": "x"})]
    said = refused(run("--journal", plain_journal.path, "log", "-", given="\n".join(lines)))
    named = [line for line in said.splitlines() if line.startswith("line ")]
    assert named[0].startswith("line 1: There is no symptom") and named[3].startswith("line 4: ")
    assert named[1:3] == ["line 2: as in line 1", "line 3: as in line 1"]
