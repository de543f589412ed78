"""What cannot be opened is told apart by every command, and the file is left as it was."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.commands import opening
from journal.logbook import Logbook
from tests import journals
from tests.command_line import ROOT, Run, digest, refused
from tests.journals import PASSPHRASE, FixedClock, JournalAt, backup_by_name, new_journal

COMMANDS = (["check"], ["export", "out.json"], ["log", "note", "x"], ["import", "in.json"], ["backup", "copies"])


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with an importable file."""
    folder = tmp_path / "beside"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "in.json").write_text('{"format": "leaf-journal", "version": 1, "notes": []}')
    return folder


def all_refuse(run: Run, at: Path, words: str, beside: Path, *options: str, given: str = "") -> None:
    before = digest(at.parent)
    for command in COMMANDS:
        assert words in refused(run("--journal", at, *options, *command, given=given)), command
    assert digest(at.parent) == before


def test_no_journal_there(run: Run, tmp_path: Path, beside: Path) -> None:
    for command in (["check"], ["export", "out.json"], ["log", "note", "x"], ["backup"]):
        assert "There is no journal at" in refused(run("--journal", tmp_path / "none.leaf", *command))
    assert not (tmp_path / "none.leaf").exists()


@pytest.mark.parametrize("command", [["check"], ["log", "note", "x"]])
def test_a_journal_that_is_gone_is_led_back_to_its_backups(run: Run, tmp_path: Path, command: list[str]) -> None:
    way = "There are backups of it. “leaf-journal restore” lists them"
    gone = tmp_path / "gone.leaf"
    assert way not in refused(run("--journal", gone, *command))
    backup_by_name(gone)
    assert way in refused(run("--journal", gone, *command))


def test_a_text_file(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "text.leaf").write_text("Dear diary, " * 1000)
    all_refuse(run, tmp_path / "text.leaf", "not", beside)


def test_a_folder(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "folder.leaf").mkdir()
    all_refuse(run, tmp_path / "folder.leaf", "is a folder", beside)


def test_an_empty_file(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "empty.leaf").write_bytes(b"")
    all_refuse(run, tmp_path / "empty.leaf", "0 bytes", beside)


@pytest.mark.parametrize(
    ("pragma", "further", "words"),
    [
        ("user_version = 99", "UPDATE alembic_version SET version_num = '0099'", "newer version"),
        ("application_id = 7", "DROP TABLE alembic_version", "not a journal"),
        ("user_version = 99", "SELECT 1", "is damaged"),
        ("application_id = 7", "SELECT 1", "is damaged"),
    ],
)
def test_a_newer_and_a_foreign_database_and_damage_that_looks_like_them(
    run: Run, plain_journal: JournalAt, beside: Path, pragma: str, further: str, words: str
) -> None:
    with journals.raw(plain_journal) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.execute(further)
    all_refuse(run, plain_journal.path, words, beside)


def test_a_damaged_header(run: Run, plain_journal: JournalAt, beside: Path) -> None:
    raw = bytearray(plain_journal.path.read_bytes())
    raw[100:2000] = b"\xff" * 1900
    plain_journal.path.write_bytes(bytes(raw))
    all_refuse(run, plain_journal.path, "damaged", beside)


def test_passphrases(run: Run, tmp_path: Path, beside: Path, templates: Callable[[str | None], Path]) -> None:
    path = tmp_path / "locked" / "journal.leaf"
    path.parent.mkdir()
    shutil.copyfile(templates(PASSPHRASE), path)
    wrong, empty = tmp_path / "wrong.txt", tmp_path / "empty.txt"
    wrong.write_text("wrong\n")
    empty.write_text("\n")
    all_refuse(run, path, "has a passphrase", beside)
    all_refuse(run, path, "does not open this journal", beside, "--passphrase-file", str(wrong))
    all_refuse(run, path, "is empty", beside, "--passphrase-file", str(empty))
    all_refuse(run, path, "There is no file", beside, "--passphrase-file", str(tmp_path / "none"))
    for command in COMMANDS[:3]:
        arguments = ("--journal", path, *command, "--passphrase-file", "-")
        assert "does not open" in refused(run(*arguments, given="wrong\n"))
        assert run(*arguments, given=PASSPHRASE + "\r\n")[0] == 0


def test_a_passphrase_for_a_journal_without(run: Run, plain_journal: JournalAt, secret: Path, beside: Path) -> None:
    all_refuse(run, plain_journal.path, "has no passphrase", beside, "--passphrase-file", str(secret))


def test_a_wrong_passphrase_is_never_shown(run: Run, tmp_path: Path, templates: Callable[[str | None], Path]) -> None:
    shutil.copyfile(templates(PASSPHRASE), tmp_path / "j.leaf")
    code, said, refused = run("--journal", tmp_path / "j.leaf", "check", "--passphrase-file", "-", given="s3cr3t-word")
    assert code == 1
    assert "s3cr3t-word" not in said + refused


def test_while_the_window_is_open(run: Run, plain_journal: JournalAt, beside: Path) -> None:
    with plain_journal.open() as book:
        journals.note(book, "open")
        book.mark_window()
        said = f"{plain_journal.path} is open in the window; close it or enter it there."
        for command in (["log", "note", "x"], ["import", "in.json"]):
            assert said in refused(run("--journal", plain_journal.path, *command))
        assert run("--journal", plain_journal.path, "export", "out.json")[0] == 0
        assert run("--journal", plain_journal.path, "check")[0] == 0
        assert run("--journal", plain_journal.path, "backup", "copies")[0] == 0
        assert book.totals()[0] == 1


def test_a_program_that_has_it_and_is_no_window_is_waited_for(
    run: Run, plain_journal: JournalAt, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WAIT_S", 0.2)
    with plain_journal.open():
        assert "open in another window" in refused(run("--journal", plain_journal.path, "log", "note", "x"))
    monkeypatch.setattr(opening, "_WAIT_S", 60)
    book = plain_journal.open()
    threading.Timer(0.3, book.close).start()
    assert run("--journal", plain_journal.path, "log", "note", "x")[0] == 0


def log_at_once(at: Path, options: list[str], commands: int) -> set[tuple[int, str]]:
    """How commands ended that write at the same time, and what they complained of."""
    command = [sys.executable, "-m", "journal", "--journal", str(at), *options, "log", "note", "--create"]
    together = [
        subprocess.Popen(
            [*command, f"note {number}"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for number in range(commands)
    ]
    return {(each.returncode, said[1]) for each in together for said in (each.communicate(),)}


@pytest.mark.slow
@pytest.mark.slow_every(3)  # two at once one way, eight the other way
@pytest.mark.timeout(900)  # each of them is a whole start of the program
@pytest.mark.parametrize(
    "commands",
    [
        2,
        pytest.param(8, marks=pytest.mark.slow),
        pytest.param(50, marks=[pytest.mark.slow, pytest.mark.campaign]),  # minutes of all processors
    ],
)
@pytest.mark.usefixtures("real_keys")
def test_commands_at_once_all_save(passphrase: str | None, tmp_path: Path, secret: Path, commands: int) -> None:
    options = [] if passphrase is None else ["--passphrase-file", str(secret)]
    made = JournalAt(tmp_path / "j.leaf", passphrase, FixedClock())
    if commands > 2:  # of a few the first makes the journal
        new_journal(made.path, passphrase)
    assert log_at_once(made.path, options, commands) == {(0, "")}
    with made.open(read_only=True) as book:
        assert book.totals()[0] == commands
        assert book.check() == []


@pytest.fixture
def fixed_folder() -> Iterator[Path]:
    """A folder that others may look into. Not in ``tmp_path``, which any other test run closes to them again."""
    folder = Path(tempfile.mkdtemp(prefix="leaf-fixed-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="folders have no such mode")
def test_a_read_only_folder(plain_journal: JournalAt, fixed_folder: Path) -> None:
    """Run as an account that modes bind, because root may write anywhere."""
    folder = fixed_folder
    at = folder / "journal.leaf"
    shutil.copyfile(plain_journal.path, at)
    at.chmod(0o444)
    folder.chmod(0o555)
    before = at.read_bytes()
    done = as_nobody("--journal", str(at), "log", "note", "x")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "cannot be written to" in done.stderr or "may not use" in done.stderr
    assert as_nobody("--journal", str(at), "check").returncode == 0
    done = as_nobody("--journal", str(at), "export", str(folder / "out.json"))
    assert done.returncode == 1
    assert "cannot be written to" in done.stderr
    assert at.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["journal.leaf"]


def as_nobody(*arguments: str) -> subprocess.CompletedProcess[str]:
    # The interpreter's own folder may be closed to others, so the modes bind a child of this process instead.
    code = (
        "import sys, os; sys.path.insert(0, sys.argv.pop(1)); from journal import cli\n"
        "import journal.commands.check, journal.commands.export, journal.commands.log\n"
        "import journal.logbook.writing, journal.db.slices\n"
        "import encodings.ascii, encodings.idna, locale; journal.texts.english().integer(1)\n"
        "os.setegid(65534) if os.geteuid() == 0 else None; os.seteuid(65534) if os.geteuid() == 0 else None\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_journal_is_made_only_when_asked_for(run: Run, tmp_path: Path, secret: Path) -> None:
    at = tmp_path / "new" / "j.leaf"
    log = ["--journal", str(at), "log", "note", "x"]
    assert "There is no journal" in refused(run(*log))
    assert run(*log, "--create", "--passphrase-file", secret)[0] == 0
    assert Logbook.needs_passphrase(at)
    assert stat.S_IMODE(at.stat().st_mode) == 0o600


def test_the_command_says_how_to_do_what_is_asked(run: Run, tmp_path: Path, journal: JournalAt) -> None:
    missing = ("--journal", tmp_path / "none.leaf")
    assert "log --create makes a new one." in refused(run(*missing, "log", "none"))
    assert "--create" not in refused(run(*missing, "check"))
    if journal.passphrase is not None:
        assert "--passphrase-file FILE" in refused(run("--journal", journal.path, "check"))


@pytest.mark.parametrize(
    ("backups", "words"),
    [
        (None, "There is no backup of it beside it."),
        ([], "There is no backup of it beside it."),
        (["b-2026-11-20-213000-daily.leaf"], "There is no backup of it beside it."),
        (["a-2026-11-20-213000-daily.leaf"], "backups lie in {}"),
    ],
)
def test_damage_names_where_to_look_for_backups_without_claiming_that_there_are(
    run: Run, tmp_path: Path, backups: list[str] | None, words: str
) -> None:
    (tmp_path / "a.leaf").write_bytes(b"")
    folder = tmp_path / "backups"
    if backups is not None:
        folder.mkdir()
        for name in backups:
            (folder / name).touch()
    assert words.format(folder) in refused(run("--journal", tmp_path / "a.leaf", "check"))
