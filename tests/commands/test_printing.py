"""A full disk behind standard output takes nothing back, and a closed pipe ends a command quietly."""

from __future__ import annotations

import contextlib
import errno
import io

import pytest

from journal import cli
from tests.journals import JournalAt


class Full(io.StringIO):
    """Standard output that takes nothing when it is to be written out."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def flush(self) -> None:
        if self.number:
            raise OSError(self.number, "No space left on device")


def end(
    arguments: list[str], at: JournalAt, number: int, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
) -> tuple[int, str]:
    """The exit code and standard error of a command whose output cannot be written."""
    full = Full(number)
    patch.setattr("journal.commands.printing.write_nowhere", lambda: setattr(full, "number", 0))
    with contextlib.redirect_stdout(full):
        code = cli.main(arguments, clock=at.clock)
    return code, capsys.readouterr().err


def test_what_was_saved_is_told_with_its_danger_words(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = ["--journal", str(plain_journal.path), "log", "rating", "Hard to wake=6", "--create"]
    code, said = end(log, plain_journal, errno.ENOSPC, capsys, monkeypatch)
    assert code == 0 and "No space left" in said and "Saved 1 entry." in said and "Hard to wake. If it is" in said


@pytest.mark.parametrize("command", [["guidance"], ["interactions", "Xanax"]])
def test_other_output_is_refused_in_words_and_a_closed_pipe_is_quiet(
    plain_journal: JournalAt, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:  # fmt: skip
    code, said = end(command, plain_journal, errno.ENOSPC, capsys, monkeypatch)
    assert (code, said) == (1, "The output could not be written: No space left on device.\n")
    assert end(command, plain_journal, errno.EPIPE, capsys, monkeypatch) == (1, "")
