"""The salt of a journal that the command line makes: kept as the window keeps it, so that damage can be told apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli, device, paths
from tests.journals import PASSPHRASE, FixedClock

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the program with a passphrase: exit code and standard error."""
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")

    def command(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = cli.main([*map(str, arguments), "--passphrase-file", str(secret)], clock=FixedClock())
        return code, capsys.readouterr().err

    return command


def kept(journal: Path) -> str | None:
    return device.salt_of(device.load(paths.device_file()), journal)


def damage(journal: Path) -> None:
    content = journal.read_bytes()
    journal.write_bytes(bytes(byte ^ 0xFF for byte in content[:16]) + content[16:])


def make(run: Run, journal: Path) -> tuple[int, str]:
    return run("--journal", journal, "log", "note", "x", "--create")


def test_the_salt_of_a_new_journal_is_kept(run: Run, tmp_path: Path) -> None:
    journal = tmp_path / "new.leaf"
    assert make(run, journal) == (0, "")
    assert kept(journal) == journal.read_bytes()[:16].hex()
    damage(journal)
    code, said = run("--journal", journal, "check")
    assert (code, "begins otherwise than when it was open here last" in said) == (1, True)


def test_other_settings_of_the_computer_stay(run: Run, tmp_path: Path) -> None:
    device.save(device.Device(text_size=150, salts=()), paths.device_file())
    for name in ("a.leaf", "b.leaf"):
        assert make(run, tmp_path / name)[0] == 0
    assert device.load(paths.device_file()).text_size == 150
    assert {kept(tmp_path / name) for name in ("a.leaf", "b.leaf")} == {
        (tmp_path / name).read_bytes()[:16].hex() for name in ("a.leaf", "b.leaf")
    }


def test_the_salt_of_a_made_up_journal_is_kept(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.commands.demo._draw", lambda *_: 0)
    for _ in range(2):  # the second is a new journal in the same place
        assert run("demo", tmp_path / "demo", "--days", "3")[0] == 0
        journal = tmp_path / "demo" / "demo.leaf"
        assert kept(journal) == journal.read_bytes()[:16].hex()
        assert run("--journal", journal, "check") == (0, "")


def test_without_a_passphrase_no_device_file_is_made(tmp_path: Path) -> None:
    assert cli.main(["--journal", str(tmp_path / "x.leaf"), "log", "note", "x", "--create"], clock=FixedClock()) == 0
    assert not paths.device_file().exists()


def test_a_device_file_that_cannot_be_written_stops_no_entry(run: Run, tmp_path: Path) -> None:
    paths.device_file().parent.parent.mkdir(parents=True, exist_ok=True)
    paths.device_file().parent.write_text("a file where the folder should be")
    code, said = make(run, tmp_path / "new.leaf")
    assert (code, "could not be written" in said) == (0, True)
    assert run("--journal", tmp_path / "new.leaf", "check") == (0, "")
