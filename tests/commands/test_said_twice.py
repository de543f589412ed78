"""What log says of a medicine, a question or a lot that was there already; it is saved all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.journals import JournalAt

GREEN = json.dumps({"log": "dose", "product": "Green", "new_product": True, "amount": "2 g"})


@pytest.fixture
def at(run: Run, plain_journal: JournalAt) -> tuple[str | Path, ...]:
    plain_journal.open().close()
    assert run("--journal", plain_journal.path, "log", "-", given=GREEN)[0] == 0
    return "--journal", plain_journal.path, "log"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (["substance", "Panadol"], ["substance", "panadol"], "“panadol” was on the list already"),
        (["question", "May I drive?"], ["question", "may I  drive"], "“may I  drive” was noted already"),
        (["help", "a walk"], ["help", "A walk."], "“a walk” was on the list already"),
        (["contact", "Ada"], ["contact", "ada", "--phone", "555 0100"], "“Ada” was on the list already"),
        (
            ["condition", "pain", "--place", "knee"],
            ["condition", "pain", "--place", "Knee"],
            "“Pain condition · knee” was on the list already",
        ),
        (["batch", "Green", "--lot", "A-17"], ["batch", "green", "--lot", "a-17"], "Lot “a-17” was there already"),
    ],
)
def test_what_was_there_already_is_said(
    run: Run, at: tuple[str | Path, ...], first: list[str], second: list[str], said: str
) -> None:
    assert "already" not in "".join(run(*at, *first)[1:])
    code, out, _ = run(*at, *second)
    assert code == 0 and said in out and "Undo takes it back" in out


def test_lines_know_those_before(run: Run, at: tuple[str | Path, ...]) -> None:
    line = json.dumps({"log": "question", "text": "May I drive?"})
    assert "noted already" in run(*at, "-", given=f"{line}\n{line}")[1]


def test_batches_without_a_lot_and_of_another_product_are_others(run: Run, at: tuple[str | Path, ...]) -> None:
    run(*at, "-", given=GREEN.replace("Green", "Red"))
    for batch in (["Green", "--opened", "today"], ["Green", "--finished", "today"], ["Red", "--lot", "A"],
                  ["Green", "--lot", "A"]):  # fmt: skip
        assert "already" not in run(*at, "batch", *batch)[1]
