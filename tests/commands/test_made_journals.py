"""A journal that a refused command made is taken away again; one that holds an entry never is."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli, device, paths
from journal.logbook import Logbook
from tests.journals import FixedClock

Run = Callable[..., int]
REFUSED = {
    "a bad amount": ["dose", "--product", "Green", "--new-product", "--amount", "some"],
    "a bad date": ["none", "--day", "2026-13-01"],
    "a bad time": ["note", "x", "--at", "noonish"],
    "a day to come": ["none", "--day", "2030-01-01"],
    "an unknown product": ["dose", "--product", "Green"],
    "an unknown symptom": ["rating", "Left knee=3"],
    "a bad rating": ["rating", "Nausea=11"],
    "an empty note": ["note", " "],
    "a refused line": ["-"],
}


@pytest.fixture
def run(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Logs into a journal that is not there yet; gives the exit code."""

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO('{"log": "note", "text": "x"}\n{"log": "dose"}\n'))
        return cli.main(["--journal", str(tmp_path / "j.leaf"), "log", *arguments, "--create"], clock=clock)

    return run


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("locked", [False, True])
def test_nothing_is_left_of_a_refused_command(run: Run, tmp_path: Path, name: str, locked: bool) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a long passphrase\n")
    assert run(*REFUSED[name], *(["--passphrase-file", str(secret)] if locked else [])) == 1
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("j.leaf")] == []
    assert device.salt_of(device.load(paths.device_file()), tmp_path / "j.leaf") is None


def test_a_journal_that_was_there_stays(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    Logbook.open(tmp_path / "j.leaf", clock=clock, create=True).close()
    assert run(*REFUSED["a bad amount"]) == 1
    assert (tmp_path / "j.leaf").exists()


def test_an_entry_stays_even_if_saying_so_fails(
    run: Run, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journal.commands.log.advice_on", interrupted)
    assert run("note", "Rain.") == 1
    with Logbook.open(tmp_path / "j.leaf", clock=clock) as book:
        assert book.totals()[0] == 1
