"""What is said after log has saved: so many entries as were given, of every kind that it takes."""

from __future__ import annotations

import pytest

from journal.commands.log import LOGGED
from tests.command_line import Run
from tests.journals import JournalAt

COMMANDS = {
    "dose": ["--product", "Red", "--new-product", "--amount", "2 g"],
    "rating": ["Nausea=2"],
    "none": [],
    "note": ["Slept badly."],
    "substance": ["Panadol"],
    "condition": ["pain"],
    "intake": ["alcohol"],
    "check-in": ["peg", "--answers", "6", "--answers", "6", "--answers", "4"],
    "urge": ["--value", "4"],
    "care": ["rest"],
    "measurement": ["--pulse", "70"],
    "lab-result": ["alt", "--value", "31"],
    "statement": ["nothing_else"],
    "question": ["What of my sleep?"],
    "attempt": ["Three days without."],
    "help": ["A walk"],
    "contact": ["Ann", "--phone", "0800 123 456"],
    "plan": ["At night"],
    "person": ["--goal", "Walk."],
    "batch": ["Red", "--lot", "A-17"],
    "product": ["Red", "--vendor", "Shop"],
    "unit": ["Red", "--name", "scoop", "--quantity", "2.1 g"],
    "symptom": ["Burning feet"],
}


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("what", LOGGED)
def test_one_entry_of_every_kind_is_said_to_be_one(run: Run, plain_journal: JournalAt, what: str) -> None:
    if what in ("batch", "unit"):
        run("--journal", plain_journal.path, "log", "dose", "--create", *COMMANDS["dose"])
    code, said, _ = run("--journal", plain_journal.path, "log", what, "--create", *COMMANDS[what])
    assert (code, said.splitlines()[0]) == (0, "Saved 1 entry.")
    with plain_journal.open(read_only=True) as book:
        assert len([each for part in book.slices(LOGGED[what]) for each in part]) == 1
