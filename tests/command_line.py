"""Commands for tests: run in this process, with what they print, and what every test of them asks afterwards."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli, demo
from journal.core.queries import EntryQuery
from tests.journals import PASSPHRASE, FixedClock, JournalAt

ROOT = Path(cli.__file__).resolve().parent.parent
Outcome = tuple[int, str, str]
Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in this process: exit code, standard output, standard error."""

    def run(*arguments: str | Path, given: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        code = cli.main([str(each) for each in arguments], clock=clock)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def run_report(run: Run, plain_journal: JournalAt) -> Run:
    """Runs ``report --force`` on the journal, into the file that comes first: exit code, output, error."""

    def run_report(out: Path, *arguments: str | Path) -> Outcome:
        return run("report", "--force", out, "--journal", plain_journal.path, *arguments)

    return run_report


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file whose first line is the passphrase of a locked journal."""
    file = tmp_path / "secret.txt"
    file.write_text(f"{PASSPHRASE}\nnot this line\n", encoding="utf-8")
    return file


@pytest.fixture
def no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """demo without its pictures: they need Qt and half a second, and one test makes them."""
    monkeypatch.setattr("journal.commands.demo._draw", lambda *_: 0)


def options_for(at: JournalAt, secret: Path) -> list[str]:
    """The options that name this journal, and its passphrase if it has one."""
    key = [] if at.passphrase is None else ["--passphrase-file", str(secret)]
    return ["--journal", str(at.path), *key]


def digest(folder: Path) -> dict[str, str]:
    """Every file below the folder, but for locks, with a hash of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def refused(outcome: Outcome) -> str:
    """The words of a refusal: exit code 1, nothing like a traceback."""
    code, _, words = outcome
    assert code == 1, outcome
    assert words
    assert "Traceback" not in words
    assert "This could not be done" not in words
    return words


def entries_of(at: JournalAt, kind: str) -> list[object]:
    """Every entry of this kind that the journal holds."""
    with at.open(read_only=True) as book:
        return list(book.find(EntryQuery(kinds=(kind,))))


def fill(at: JournalAt) -> None:
    """A bit of everything, with trash and a tombstone."""
    with at.open() as book:
        first, until = book.today(), at.clock.now_ms()
        entries = demo.made_up_entries(3, first, 20, "Europe/Berlin", until)
        book.save_all(entries, label="many.demo", origin="demo")
        gone = [each.id for each in book.find(EntryQuery(kinds=("note", "dose"), limit=3))]
        book.delete(gone)
        book.purge(gone[:1])
