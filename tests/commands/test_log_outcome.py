"""What is said after log has saved: so many entries as were given, of every kind that it takes."""

from __future__ import annotations

import datetime as dt

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


TOO_STRONG = "The amount from before may be too strong now. If someone is with you, tell them."


def test_a_dose_after_days_without_or_of_something_new_says_what_the_form_says(
    run: Run, plain_journal: JournalAt
) -> None:
    """Only once it is new: a second dose, one of last month and the very first of all say something else or nothing."""
    journal = ["--journal", str(plain_journal.path)]

    def said(*arguments: str) -> str:
        code, out, _ = run(*journal, "log", *arguments)
        assert code == 0
        return out

    first = said("dose", "--product", "Green", "--new-product", "--kind", "leaf_powder", "--at", "2026-11-10 08:00")
    assert "may be too strong now" not in first  # written down weeks later: nothing is going to be taken
    assert TOO_STRONG not in said("dose", "--product", "Green")
    of_red = said("dose", "--product", "Red", "--new-product", "--kind", "leaf_powder")
    assert f"{TOO_STRONG} Why this is here: no dose of this product is written down yet." in of_red
    assert TOO_STRONG not in said("dose", "--product", "Red")


def test_the_first_dose_of_a_journal_names_no_amount_from_before(run: Run, plain_journal: JournalAt) -> None:
    _, out, _ = run("--journal", str(plain_journal.path), "log", "dose", "--product", "Green", "--new-product")
    assert "If you have taken some before, as much as you took then may be too strong now." in out


def test_days_without_are_counted_up_to_the_dose(run: Run, plain_journal: JournalAt) -> None:
    journal = ["--journal", str(plain_journal.path)]
    run(*journal, "log", "dose", "--product", "Green", "--new-product", "--at", "2026-11-10 08:00")
    today = plain_journal.clock.now_ms() // 86_400_000
    days = [dt.date(1970, 1, 1) + dt.timedelta(days=today - back) for back in (3, 2, 1)]
    for day in days:
        run(*journal, "log", "none", "--day", day.isoformat())
    assert TOO_STRONG in run(*journal, "log", "dose", "--product", "Green")[1]
