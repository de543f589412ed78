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


def test_a_refused_intake_says_first_what_holds_if_it_was_taken(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log, late = ("--journal", plain_journal.path, "log"), ("--at", "2199-01-01 10:00")
    taken = "Taken already: if you are very drowsy or confused, get medical help now and do not stay alone."
    for what in ("zopiclone", "alcohol"):
        code, _, said = run(*log, "intake", what, *late)
        assert code == 1 and said.index(" with kratom: ") < said.index(taken), what
        assert "Slow breathing, or hard to wake: call your local emergency number." in said
        assert "Taken with kratom, and not prescribed to you: take no more of it and no more kratom now." in said
    assert "Taken already" not in run(*log, "intake", "escitalopram", *late)[2]
    ends = ("--since", "2026-10-02", "--until", "2026-10-01")
    assert "Taken already" not in run(*log, "substance", "zopiclone", *ends)[2]  # a list says nothing of tonight
