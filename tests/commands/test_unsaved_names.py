"""A refused medicine is answered as refused signs are: what it can do is said although nothing was saved."""

from __future__ import annotations

import json

from tests.command_line import Run
from tests.journals import JournalAt

NOTHING = "Nothing was saved.\n"


def test_a_refused_medicine_is_answered(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    ends = ("--since", "2026-10-02", "--until", "2026-10-01")
    code, _, said = run(*log, "substance", "Oxycodone", *ends)
    assert code == 1 and said.startswith(
        f"{NOTHING}Oxycodone with kratom: call today if prescribed, do not mix if not. If pre"
    )
    code, _, said = run(*log, "-", given=json.dumps({"log": "substance", "name": "Oxycodone", "since": 5}) + "\n")
    assert code == 1 and said.startswith(f"{NOTHING}Oxycodone with kratom: ")
    assert "Oxycodone with" not in run(*log, "substance", "Oxycodone", *ends, "--private")[2]
    assert "alcohol with" not in run(*log, "intake", "alcohol", "--drinks", "0", "--at", "2199-01-01 10:00")[2]
