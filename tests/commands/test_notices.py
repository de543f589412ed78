"""What log says of a medicine, something taken or a condition: once, after it is saved."""

from __future__ import annotations

import pytest

from tests.command_line import Run
from tests.journals import JournalAt


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (("substance", "Xanax"), "Xanax with kratom: call today"),
        (("intake", "alcohol"), "alcohol with kratom: "),
        (("condition", "liver", "--name", "fatty liver"), "Liver condition and kratom"),
    ],
)
def test_what_the_window_would_say_is_said_after_saving_and_once(
    run: Run, plain_journal: JournalAt, typed: tuple[str, ...], wanted: str
) -> None:
    log = ("--journal", plain_journal.path, "log", *typed)
    code, said, _ = run(*log)
    lines = said.splitlines()
    assert code == 0 and lines[0] == "Saved 1 entry." and any(line.lower().startswith(wanted.lower()) for line in lines)
    assert any(line.startswith("Sources: ") for line in lines)
    with plain_journal.open() as book:
        book.undo()  # takes the entry back, not what was remembered
        assert book.undo_step is None
    assert wanted.lower() not in run(*log)[1].lower()


def test_what_is_private_is_not_named_and_what_is_not_in_the_list_says_nothing(
    run: Run, plain_journal: JournalAt
) -> None:
    at = ("--journal", plain_journal.path, "log")
    said = run(*at, "substance", "Xanax", "--private")[1]
    assert said.splitlines()[1] == "1 thing to ask about" and "Xanax" not in said
    assert run(*at, "substance", "magnesium")[1] == "Saved 1 entry.\n"
    assert run(*at, "note", "x")[1] == "Saved 1 entry.\n"
