"""The command line: every command, its exit code, its words, and what it leaves untouched."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from journal import cli, demo
from journal.core.amounts import Basis
from journal.core.entries import DayMark, Dose, Note, Phase, Product, Rating
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from journal.texts.refusals import SENTENCES
from tests import journals
from tests.journals import (
    PASSPHRASE,
    FixedClock,
    JournalAt,
    clock,
    journal,
    plain_journal,
    templates,
)

__all__ = ["clock", "journal", "passphrase", "plain_journal", "templates"]

passphrase = journals.passphrase_if_slow
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
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.txt"
    file.write_text(f"{PASSPHRASE}\nnot this line\n", encoding="utf-8")
    return file


def _with(at: JournalAt, secret: Path) -> list[str]:
    key = [] if at.passphrase is None else ["--passphrase-file", str(secret)]
    return ["--journal", str(at.path), *key]


def _digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def _refused(outcome: Outcome) -> str:
    """The words of a refusal: exit code 1, nothing like a traceback."""
    code, _, said = outcome
    assert code == 1, outcome
    assert said
    assert "Traceback" not in said
    assert "This could not be done" not in said
    return said


# --- usage ---------------------------------------------------------------------------------------------------


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, "leaf-journal 0.1.0\n", "")
    code, said, _ = run("--help")
    assert code == 0
    for command in ("demo", "log", "export", "import", "check", "backup"):
        assert command in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["feast"], ["export"], ["log"], ["log", "dose"], ["log", "feast"], ["import"], ["demo"], ["--passphrase", "x"],
        ["demo", "x", "--days", "0"], ["demo", "x", "--days", "many"], ["import", "x", "--format", "xlsx"],
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_2(run: Run, arguments: list[str]) -> None:
    code, _, said = run(*arguments)
    assert code == 2
    assert "usage:" in said


def test_common_options_work_on_both_sides(run: Run, plain_journal: JournalAt) -> None:
    assert run("--journal", plain_journal.path, "check")[0] == 0
    assert run("check", "--journal", plain_journal.path)[0] == 0
    assert run("--journal", "nowhere.leaf", "check", "--journal", plain_journal.path)[0] == 0


def test_every_refusal_of_the_command_line_has_a_sentence() -> None:
    found = set()
    for folder in ("commands", "exchange", "cli.py", "demo.py"):
        path = ROOT / "journal" / folder
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            found |= set(re.findall(r'(?:Refused|UserError)\(\s*f?"([^"]+)"', file.read_text(encoding="utf-8")))
    codes = {code for code in found if "{" not in code}
    assert len(codes) > 30
    assert codes - SENTENCES.keys() == set()
    assert {"product-unknown-of", "symptom-unknown-of"} <= SENTENCES.keys()


# --- out and in again ----------------------------------------------------------------------------------------


def _fill(at: JournalAt) -> None:
    """A bit of everything, with trash and a tombstone."""
    with at.open() as book:
        first, until = book.today(), at.clock.now_ms()
        entries = demo.made_up_entries(3, first, 20, "Europe/Berlin", until)
        book.save_all(entries, label="many.demo", origin="demo")
        gone = [each.id for each in book.find(EntryQuery(kinds=("note", "dose"), limit=3))]
        book.delete(gone)
        book.purge(gone[:1])


def test_the_same_bytes_after_import_elsewhere(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    _fill(journal)
    one, two, plain = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "plain.json"
    assert run(*_with(journal, secret), "export", one)[0] == 0
    elsewhere = ["--journal", str(tmp_path / "elsewhere.leaf"), *_with(journal, secret)[2:]]
    code, said, _ = run(*elsewhere, "import", one)
    assert code == 0
    assert "Made a new journal" in said
    assert run(*elsewhere, "export", two)[0] == 0
    assert one.read_bytes() == two.read_bytes()
    assert run("--journal", tmp_path / "plain.leaf", "import", one)[0] == 0
    assert run("--journal", tmp_path / "plain.leaf", "export", plain)[0] == 0
    assert one.read_bytes() == plain.read_bytes()
    assert b'"deleted":' in one.read_bytes()
    assert b'"purged":' in one.read_bytes()
    assert Logbook.needs_passphrase(tmp_path / "elsewhere.leaf") is (journal.passphrase is not None)


def test_the_same_bytes_after_import_into_an_empty_journal(
    run: Run, journal: JournalAt, secret: Path, tmp_path: Path, templates: Callable[[str | None], Path]
) -> None:
    _fill(journal)
    run(*_with(journal, secret), "export", tmp_path / "one.json")
    shutil.copyfile(templates(journal.passphrase), tmp_path / "empty.leaf")
    elsewhere = ["--journal", str(tmp_path / "empty.leaf"), *_with(journal, secret)[2:]]
    assert run(*elsewhere, "import", tmp_path / "one.json")[0] == 0
    assert run(*elsewhere, "export", tmp_path / "two.json")[0] == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_dry_run_changes_nothing(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    _fill(journal)
    run(*_with(journal, secret), "export", tmp_path / "one.json")
    run(*_with(journal, secret), "export", tmp_path / "one.csv")
    before = _digest(tmp_path)
    for name in ("one.json", "one.csv"):
        code, said, _ = run(*_with(journal, secret), "import", tmp_path / name, "--dry-run")
        assert code == 0
        assert "new: 0" in said
        code, said, _ = run("--journal", tmp_path / "none.leaf", "import", tmp_path / name, "--dry-run")
        assert code == 0
        assert "already here: 0" in said
    assert _digest(tmp_path) == before


def test_csv_goes_out_and_is_recognised(run: Run, plain_journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    _fill(plain_journal)
    code, said, _ = run(*_with(plain_journal, secret), "export", tmp_path / "a.csv")
    assert code == 0
    assert "the diary only" in said
    code, said, _ = run(*_with(plain_journal, secret), "import", tmp_path / "a.csv")
    assert code == 0
    assert "nothing new" in said
    code, said, _ = run("--journal", tmp_path / "other.leaf", "import", tmp_path / "a.csv")
    assert code == 0
    assert run("--journal", tmp_path / "other.leaf", "export", tmp_path / "b.csv")[0] == 0
    assert len((tmp_path / "a.csv").read_bytes().splitlines()) == len((tmp_path / "b.csv").read_bytes().splitlines())


def test_refused_rows_are_named_and_nothing_is_imported(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    _fill(plain_journal)
    out = tmp_path / "one.json"
    run("--journal", plain_journal.path, "export", out)
    lines = out.read_text(encoding="utf-8").splitlines()
    bad = next(n for n, line in enumerate(lines) if '"value":' in line and '"phase":"routine"' in line)
    lines[bad] = re.sub(r'"value":\d+', '"value":11', lines[bad])
    out.write_text("\n".join(lines), encoding="utf-8")
    target = tmp_path / "other.leaf"
    said = _refused(run("--journal", target, "import", out))
    assert re.match(rf"line {bad + 1}, ratings \d+: The value of “value” is not one that the journal can hold.", said)
    assert "--skip-refused" in said
    assert not target.exists()
    code, said, named = run("--journal", target, "import", out, "--skip-refused")
    assert code == 0
    assert "refused: 1" in said
    assert f"line {bad + 1}" in named


def test_an_import_is_backed_up_before_and_can_be_undone(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    with plain_journal.open() as book:
        journals.note(book, "ours")
    other = tmp_path / "other.leaf"
    Logbook.open(other, clock=plain_journal.clock, create=True).close()
    run("--journal", other, "log", "note", "theirs")
    run("--journal", other, "export", tmp_path / "o.json")
    code, said, _ = run("--journal", plain_journal.path, "import", tmp_path / "o.json")
    assert code == 0
    assert "Backed up" in said
    assert len(list((tmp_path / "backups").glob("*before-import*"))) == 1
    with plain_journal.open() as book:
        assert book.totals()[0] == 2
        book.undo()
        assert book.totals()[0] == 1


def test_an_export_never_overwrites_the_journal(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    odd = tmp_path / "odd.json"
    Logbook.open(odd, clock=clock, create=True).close()
    before = odd.read_bytes()
    (tmp_path / "link.json").symlink_to(odd)
    for name in ("odd.json", "link.json"):
        assert "is the journal itself" in _refused(run("--journal", odd, "export", tmp_path / name))
    assert odd.read_bytes() == before


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.leaf"])
def test_an_unknown_ending_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, name: str) -> None:
    assert ".json" in _refused(run("--journal", plain_journal.path, "export", tmp_path / name))
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["photo.png", "letter.txt"])
def test_what_is_in_no_known_format_is_not_imported(
    run: Run, plain_journal: JournalAt, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG" if name.endswith("png") else b"Dear diary,\n")
    assert "no format" in _refused(run("--journal", plain_journal.path, "import", tmp_path / name))


def test_an_import_that_fails_leaves_no_new_journal(
    run: Run, plain_journal: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(plain_journal)
    run("--journal", plain_journal.path, "export", tmp_path / "a.json")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Logbook, "save_all", fail)
    code, _, said = run("--journal", tmp_path / "new.leaf", "import", tmp_path / "a.json")
    assert (code, said) == (1, "Stopped.\n")
    assert not (tmp_path / "new.leaf").exists()


# --- refusals: told apart, and the file untouched ------------------------------------------------------------

COMMANDS = (["check"], ["export", "out.json"], ["log", "note", "x"], ["import", "in.json"], ["backup", "copies"])


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with an importable file."""
    folder = tmp_path / "beside"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "in.json").write_text('{"format": "leaf-journal", "version": 1, "notes": []}')
    return folder


def _all_refuse(run: Run, at: Path, words: str, beside: Path, *options: str, given: str = "") -> None:
    before = _digest(at.parent)
    for command in COMMANDS:
        assert words in _refused(run("--journal", at, *options, *command, given=given)), command
    assert _digest(at.parent) == before


def test_no_journal_there(run: Run, tmp_path: Path, beside: Path) -> None:
    for command in (["check"], ["export", "out.json"], ["log", "note", "x"], ["backup"]):
        assert "There is no journal at" in _refused(run("--journal", tmp_path / "none.leaf", *command))
    assert not (tmp_path / "none.leaf").exists()


def test_a_text_file(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "text.leaf").write_text("Dear diary, " * 1000)
    _all_refuse(run, tmp_path / "text.leaf", "not", beside)


def test_a_folder(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "folder.leaf").mkdir()
    _all_refuse(run, tmp_path / "folder.leaf", "is a folder", beside)


def test_an_empty_file(run: Run, tmp_path: Path, beside: Path) -> None:
    (tmp_path / "empty.leaf").write_bytes(b"")
    _all_refuse(run, tmp_path / "empty.leaf", "0 bytes", beside)


@pytest.mark.parametrize(
    ("pragma", "words"), [("user_version = 99", "newer version"), ("application_id = 7", "not a journal")]
)
def test_a_newer_and_a_foreign_database(
    run: Run, plain_journal: JournalAt, beside: Path, pragma: str, words: str
) -> None:
    with journals.raw(plain_journal) as connection:
        connection.execute(f"PRAGMA {pragma}")
    _all_refuse(run, plain_journal.path, words, beside)


def test_a_damaged_header(run: Run, plain_journal: JournalAt, beside: Path) -> None:
    raw = bytearray(plain_journal.path.read_bytes())
    raw[100:2000] = b"\xff" * 1900
    plain_journal.path.write_bytes(bytes(raw))
    _all_refuse(run, plain_journal.path, "damaged", beside)


def test_passphrases(run: Run, tmp_path: Path, beside: Path, templates: Callable[[str | None], Path]) -> None:
    path = tmp_path / "locked" / "journal.leaf"
    path.parent.mkdir()
    shutil.copyfile(templates(PASSPHRASE), path)
    wrong, empty = tmp_path / "wrong.txt", tmp_path / "empty.txt"
    wrong.write_text("wrong\n")
    empty.write_text("\n")
    _all_refuse(run, path, "has a passphrase", beside)
    _all_refuse(run, path, "does not open this journal", beside, "--passphrase-file", str(wrong))
    _all_refuse(run, path, "is empty", beside, "--passphrase-file", str(empty))
    _all_refuse(run, path, "There is no file", beside, "--passphrase-file", str(tmp_path / "none"))
    for command in COMMANDS[:3]:
        arguments = ("--journal", path, *command, "--passphrase-file", "-")
        assert "does not open" in _refused(run(*arguments, given="wrong\n"))
        assert run(*arguments, given=PASSPHRASE + "\r\n")[0] == 0


def test_a_passphrase_for_a_journal_without(run: Run, plain_journal: JournalAt, secret: Path, beside: Path) -> None:
    _all_refuse(run, plain_journal.path, "has no passphrase", beside, "--passphrase-file", str(secret))


def test_a_wrong_passphrase_is_never_shown(run: Run, tmp_path: Path, templates: Callable[[str | None], Path]) -> None:
    shutil.copyfile(templates(PASSPHRASE), tmp_path / "j.leaf")
    code, said, refused = run("--journal", tmp_path / "j.leaf", "check", "--passphrase-file", "-", given="s3cr3t-word")
    assert code == 1
    assert "s3cr3t-word" not in said + refused


def test_while_the_window_is_open(run: Run, plain_journal: JournalAt, beside: Path) -> None:
    with plain_journal.open() as book:
        journals.note(book, "open")
        for command in (["log", "note", "x"], ["import", "in.json"]):
            assert "open in another window" in _refused(run("--journal", plain_journal.path, *command))
        assert run("--journal", plain_journal.path, "export", "out.json")[0] == 0
        assert run("--journal", plain_journal.path, "check")[0] == 0
        assert run("--journal", plain_journal.path, "backup", "copies")[0] == 0
        assert book.totals()[0] == 1


@pytest.fixture
def fixed_folder() -> Iterator[Path]:
    """A folder that others may look into. Not in ``tmp_path``, which any other test run closes to them again."""
    folder = Path(tempfile.mkdtemp(prefix="leaf-fixed-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such mode")
def test_a_read_only_folder(plain_journal: JournalAt, fixed_folder: Path) -> None:
    """Run as an account that modes bind, because root may write anywhere."""
    folder = fixed_folder
    at = folder / "journal.leaf"
    shutil.copyfile(plain_journal.path, at)
    at.chmod(0o444)
    folder.chmod(0o555)
    before = at.read_bytes()
    done = _as_nobody("--journal", str(at), "log", "note", "x")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "cannot be written to" in done.stderr or "may not use" in done.stderr
    assert _as_nobody("--journal", str(at), "check").returncode == 0
    done = _as_nobody("--journal", str(at), "export", str(folder / "out.json"))
    assert done.returncode == 1
    assert "cannot be written to" in done.stderr
    assert at.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["journal.leaf"]


def _as_nobody(*arguments: str) -> subprocess.CompletedProcess[str]:
    # The interpreter's own folder may be closed to others, so the modes bind a child of this process instead.
    code = (
        "import sys, os; sys.path.insert(0, sys.argv.pop(1)); from journal import cli\n"
        "import journal.commands.check, journal.commands.export, journal.commands.log\n"
        "import journal.logbook.writing, journal.db.slices\n"
        "import encodings.idna, locale; journal.texts.english().integer(1)\n"
        "os.setegid(65534) if os.geteuid() == 0 else None; os.seteuid(65534) if os.geteuid() == 0 else None\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


# --- log -----------------------------------------------------------------------------------------------------


def _last(at: JournalAt, kind: str) -> list[object]:
    with at.open(read_only=True) as book:
        return list(book.find(EntryQuery(kinds=(kind,))))


def test_a_dose_with_everything(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        green = journals.product(book, "Green")
    code, said, _ = run(
        "--journal", plain_journal.path, "log", "dose", "--product", "green", "--amount", "2,5", "--basis", "weighed",
        "--preparation", "tea", "--stomach", "empty", "--at", "-15min", "--note", "=1+1", "--rate", "Nausea=10",
        "--rate", "lower back pain = 6", "--private",
    )  # fmt: skip
    assert (code, said) == (0, "Saved 3 entries.\n")
    (dose,) = _last(plain_journal, "dose")
    assert isinstance(dose, Dose)
    assert (dose.product, dose.amount.quantity, dose.amount.basis) == (green.id, 2500, Basis.WEIGHED)
    assert (dose.preparation, dose.stomach, dose.note, dose.private) == ("tea", "empty", "=1+1", True)
    assert dose.at.utc_ms == plain_journal.clock.now_ms() - 15 * 60_000
    ratings = _last(plain_journal, "rating")
    assert {each.value for each in ratings if isinstance(each, Rating)} == {10, 6}
    assert {(each.dose, each.phase) for each in ratings if isinstance(each, Rating)} == {(dose.id, Phase.BEFORE)}


def test_a_time_that_has_not_come_yet_is_yesterdays_and_that_is_said(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    code, said, _ = run(*log, "note", "late", "--at", "10:36")
    day = "21 Nov 2026"
    assert (code, said.splitlines()[1:]) == (
        0, [f"10:36 has not come yet today, so it was saved for yesterday, {day}, 10:36."],
    )  # fmt: skip
    # Within the minutes that clocks may differ it is now.
    assert run(*log, "note", "now", "--at", "10:34")[1] == "Saved 1 entry.\n"
    line = '{"log": "note", "text": "x", "at": "23:59"}\n'
    assert "saved for yesterday" in run(*log, "-", given=line * 2)[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dose", "--product", "Gren"], "There are: Green."),
        (["dose", "--product", " "], "name first"),
        (["dose", "--product", "Green", "--amount", "1,500"], "can mean"),
        (["dose", "--product", "Green", "--amount", "-1"], "negative"),
        (["dose", "--product", "Green", "--amount", "NaN"], "not an amount"),
        (["dose", "--product", "Green", "--amount", "9999 g"], "too large"),
        (["dose", "--product", "Green", "--amount", "1 cup"], "not a unit"),
        (["dose", "--product", "Green", "--preparation", "smoke"], "not one of"),
        (["dose", "--product", "Green", "--at", "tomorrow"], "is not a time"),
        (["dose", "--product", "Green", "--at", "2027-01-01T00:00:00+01:00"], "has not come yet"),
        (["dose", "--product", "Green", "--at", "2026-10-25 02:30"], "came twice"),
        (["dose", "--product", "Green", "--rate", "Nausea"], "not a symptom and its rating"),
        (["dose", "--product", "Green", "--rate", "Nausea=11"], "from 0 to 10"),
        (["rating"], "Say what you rate"),
        (["rating", "Joy=3"], "no symptom called"),
        (["rating", "Nausea=6", "Nausea=7"], "“Nausea” is rated twice"),
        (["rating", "Nausea=6", "nausea=7"], "“Nausea” is rated twice"),
        (["dose", "--product", "Green", "--rate", "Nausea=2", "--rate", "Nausea=9"], "“Nausea” is rated twice"),
        (["none", "--day", "2026-12-24"], "has not come yet"),
        (["none", "--day", "soon"], "is not a day"),
        (["none", "--day", "1969-12-31"], "between 1970 and 2100"),
        (["note"], "Say what to note"),
        (["note", " "], "Say what to note"),
        (["note", "x" * 200_001], "200,000"),
    ],
)  # fmt: skip
def test_what_cannot_be_logged_is_refused(run: Run, plain_journal: JournalAt, arguments: list[str], words: str) -> None:
    with plain_journal.open() as book:
        journals.product(book, "Green")
    before = plain_journal.sha256()
    assert words in _refused(run("--journal", plain_journal.path, "log", *arguments))
    assert plain_journal.sha256() == before


def test_a_new_product_only_when_asked_for(run: Run, plain_journal: JournalAt) -> None:
    asked = ["--journal", str(plain_journal.path), "log", "dose", "--product", "Red", "--amount", "1 g"]
    assert "--new-product" in _refused(run(*asked))
    assert run(*asked, "--new-product")[0] == 0
    assert run(*asked, "--new-product")[0] == 0
    with plain_journal.open() as book:
        assert [each.name for each in book.products()] == ["Red"]
        assert book.totals()[0] == 2


def test_none_is_said_once_and_not_beside_doses(run: Run, plain_journal: JournalAt) -> None:
    none = ["--journal", str(plain_journal.path), "log", "none"]
    assert run(*none) == (0, "Saved 1 entry.\n", "")
    assert run(*none) == (0, "That was recorded before. Nothing was changed.\n", "")
    assert run(*none, "--day", "yesterday")[0] == 0
    assert len(_last(plain_journal, "day_mark")) == 2
    run("--journal", plain_journal.path, "log", "dose", "--product", "Red", "--new-product")
    assert [str(each.day) for each in _last(plain_journal, "day_mark") if isinstance(each, DayMark)] == ["2026-11-21"]
    assert "doses on this day" in _refused(run(*none))


def test_a_day_without_is_one_mark_however_many_lines_name_it(run: Run, plain_journal: JournalAt) -> None:
    lines = "\n".join([json.dumps({"log": "none", "day": "yesterday"})] * 2)
    assert run("--journal", plain_journal.path, "log", "-", given=lines) == (0, "Saved 1 entry.\n", "")
    assert len(_last(plain_journal, "day_mark")) == 1


def test_ratings_are_one_group(run: Run, plain_journal: JournalAt) -> None:
    logged = run("--journal", plain_journal.path, "log", "rating", "Nausea=0", "Trouble sleeping=x")
    assert "from 0 to 10" in _refused(logged)
    code, said, _ = run("--journal", plain_journal.path, "log", "rating", "Nausea=0", "--rate", "Anxiety=7")
    assert (code, said) == (0, "Saved 2 entries.\n")
    ratings = [each for each in _last(plain_journal, "rating") if isinstance(each, Rating)]
    assert len({each.group for each in ratings}) == 1
    assert {each.value for each in ratings} == {0, 7}


def test_json_lines_all_or_nothing(run: Run, plain_journal: JournalAt) -> None:
    good = [
        {"log": "dose", "product": "Red", "new_product": True, "amount": "2 g", "rate": {"Nausea": 2}},
        {"log": "dose", "product": "red", "at": "2026-11-22T03:00:00-05:00"},
        {"log": "rating", "rate": {"Nausea": 0}, "at": "yesterday 21:30"},
        {"log": "none", "day": "2026-11-20"},
        {"log": "note", "text": "a\nb", "private": True},
    ]
    bad = [
        "{", "[]", "null",
        '{"log": "feast"}', '{"log": "note", "text": "x", "text": "y"}', '{"log": "note", "mood": 1}',
        '{"log": "note", "text": 5}', '{"log": "note", "text": "\\ud800"}', "[" * 100_000,
        '{"log": "rating", "rate": {"Nausea": 1.5}}', '{"log": "rating", "rate": {"Nausea": true}}',
        '{"log": "dose", "amount": "1 g"}', '{"log": "dose", "product": "Blue"}',
    ]  # fmt: skip
    lines = [json.dumps(each) for each in good]
    before = plain_journal.sha256()
    said = _refused(run("--journal", plain_journal.path, "log", "-", given="\n".join([*lines, "", *bad])))
    named = [int(number) for number in re.findall(r"^line (\d+): ", said, re.MULTILINE)]
    assert named == list(range(7, 7 + len(bad)))
    assert said.endswith("Nothing was saved.\n")
    assert plain_journal.sha256() == before
    code, said, complaint = run("--journal", plain_journal.path, "log", "-", given="\n".join(lines))
    assert (code, said.splitlines()[0], complaint) == (0, "Saved 6 entries.", "")
    with plain_journal.open() as book:
        assert book.totals()[0] == 6
        book.undo()
        assert book.totals()[0] == 0


def test_standard_input_gives_one_thing(run: Run, plain_journal: JournalAt) -> None:
    logged = run("--journal", plain_journal.path, "log", "-", "--passphrase-file", "-", given="x")
    assert "not both" in _refused(logged)


def test_a_journal_is_made_only_when_asked_for(run: Run, tmp_path: Path, secret: Path) -> None:
    at = tmp_path / "new" / "j.leaf"
    log = ["--journal", str(at), "log", "note", "x"]
    assert "There is no journal" in _refused(run(*log))
    assert run(*log, "--create", "--passphrase-file", secret)[0] == 0
    assert Logbook.needs_passphrase(at)
    assert stat.S_IMODE(at.stat().st_mode) == 0o600


def test_capsules_in_the_products_own_unit(run: Run, plain_journal: JournalAt) -> None:
    from journal.core.amounts import Dimension
    from journal.core.entries import Unit

    with plain_journal.open() as book:
        product = journals.product(book, "Caps")
        unit = Unit(product=product.id, name="capsule", quantity=500, dimension=Dimension.MASS)
        book.save(unit)
        book.save(Product(id=product.id, name="Caps", default_unit=unit.id))
    assert run("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount", "3")[0] == 0
    assert run("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount", "4 caps")[0] == 0
    amounts = [each.amount.quantity for each in _last(plain_journal, "dose") if isinstance(each, Dose)]
    assert sorted(amount for amount in amounts if amount) == [1500, 2000]


def test_a_dose_of_an_earlier_day_counts_in_the_unit_of_then(run: Run, plain_journal: JournalAt) -> None:
    from journal.core.amounts import Dimension
    from journal.core.entries import Unit

    with plain_journal.open() as book:
        product = journals.product(book, "Caps")
        old = Unit(product=product.id, name="capsule", quantity=500, dimension=Dimension.MASS)
        new = Unit(product=product.id, name="capsule", quantity=700, dimension=Dimension.MASS, since=book.today())
        book.save(old)
        book.save(new)
        book.save(Product(id=product.id, name="Caps", default_unit=new.id))
    log = ("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount")
    assert run(*log, "3", "--at", "2026-11-10T08:00:00+01:00")[0] == 0
    assert run(*log, "3 caps")[0] == 0
    logged = [each.amount for each in _last(plain_journal, "dose") if isinstance(each, Dose)]
    assert {(each.quantity, each.unit) for each in logged} == {(1500, old.id), (2100, new.id)}


# --- check and backup ----------------------------------------------------------------------------------------


def test_check_and_backup(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    _fill(journal)
    code, said, _ = run(*_with(journal, secret), "check")
    assert code == 0
    assert "The journal is sound" in said
    code, said, _ = run(*_with(journal, secret), "backup", tmp_path / "copies")
    assert code == 0
    (copy,) = (tmp_path / "copies").iterdir()
    assert str(copy) in said
    assert run("--journal", copy, *_with(journal, secret)[2:], "export", tmp_path / "copy.json")[0] == 0
    run(*_with(journal, secret), "export", tmp_path / "ours.json")
    assert (tmp_path / "copy.json").read_bytes() == (tmp_path / "ours.json").read_bytes()


def test_check_finds_damage(run: Run, plain_journal: JournalAt) -> None:
    _fill(plain_journal)
    raw = bytearray(plain_journal.path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\x55" * 4096
    plain_journal.path.write_bytes(bytes(raw))
    assert "damage" in _refused(run("--journal", plain_journal.path, "check"))


# --- demo ----------------------------------------------------------------------------------------------------


@pytest.fixture
def no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture needs Qt and half a second; one test below makes it."""
    monkeypatch.setattr("journal.commands.demo._draw", lambda *_: 0)


def test_a_demo_of_no_possible_day_is_refused(run: Run, tmp_path: Path) -> None:
    assert "between 1970 and 2100" in _refused(run("demo", tmp_path / "d", "--until", "0001-01-02"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_picture")
def test_the_demo_is_the_same_for_the_same_seed(run: Run, tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        assert run("demo", tmp_path / name, "--seed", seed, "--until", "2026-11-20")[0] == 0
    for file in ("journal.json", "entries.csv"):
        a, b, c = ((tmp_path / name / file).read_bytes() for name in "abc")
        assert a == b
        assert a != c


@pytest.mark.usefixtures("no_picture")
def test_the_demo_says_everywhere_that_it_is_made_up(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    code, said, _ = run("demo", tmp_path / "d")
    assert code == 0
    assert "made up" in said
    with Logbook.open(tmp_path / "d" / "demo.leaf", clock=clock, read_only=True) as book:
        assert book.preferences.demo
        assert all("Made-up" in each.name for each in book.products())
        notes = book.find(EntryQuery(kinds=("note",)))
        assert notes
        assert all(each.text.startswith("Made-up: ") for each in notes if isinstance(each, Note))
        assert book.check() == []


@pytest.mark.usefixtures("no_picture")
def test_the_demo_has_what_a_journal_has(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    assert run("demo", tmp_path / "d", "--days", "200")[0] == 0
    with Logbook.open(tmp_path / "d" / "demo.leaf", clock=clock, read_only=True) as book:
        first = book.totals()[1]
        assert first is not None
        days = book.days(first, book.today())
    assert any(day.empty for day in days)
    assert any(mark.mark == "none_today" for day in days for mark in day.marks)
    assert not any(day.doses and any(mark.mark == "none_today" for mark in day.marks) for day in days)
    doses = [dose for day in days for dose in day.doses]
    assert any(not dose.amount.known for dose in doses)
    assert any(dose.recorded_ms - dose.at.utc_ms > 3_600_000 for dose in doses)
    assert len({dose.at.zone for dose in doses}) == 2
    ratings = [rating for day in days for rating in day.ratings]
    assert any(rating.value is None for rating in ratings)
    assert any(rating.phase == Phase.BEFORE for rating in ratings)
    assert max(dose.at.utc_ms for dose in doses) <= clock.now_ms()


@pytest.mark.usefixtures("no_picture")
def test_the_demo_replaces_only_itself(run: Run, tmp_path: Path, plain_journal: JournalAt) -> None:
    folder = tmp_path / "d"
    assert run("demo", folder, "--days", "3")[0] == 0
    assert run("demo", folder, "--days", "5")[0] == 0
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".lock") == [
        "demo.leaf", "entries.csv", "journal.json", "summary.pdf",
    ]  # fmt: skip
    shutil.copyfile(plain_journal.path, folder / "demo.leaf")
    before = _digest(folder)
    assert "not a journal of made-up entries" in _refused(run("demo", folder))
    (folder / "demo.leaf").write_text("my text")
    assert "not a journal of this program" in _refused(run("demo", folder))
    shutil.copyfile(plain_journal.path, folder / "demo.leaf")
    assert _digest(folder) == before
    (tmp_path / "file").write_text("x")
    assert "not a folder" in _refused(run("demo", tmp_path / "file"))
    assert "is not a day" in _refused(run("demo", folder, "--until", "soon"))
    assert "has not come yet" in _refused(run("demo", folder, "--until", "2030-01-01"))


@pytest.mark.usefixtures("no_picture")
def test_without_a_display_the_demo_is_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    code, said, _ = run()
    assert code == 0
    assert "no display" in said
    assert (tmp_path / "leaf-journal-demo" / "demo.leaf").exists()


def test_the_demo_as_a_person_runs_it(tmp_path: Path) -> None:
    before = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "journal", "demo", str(tmp_path / "d")]
    done = subprocess.run(
        command, env={**os.environ, **before}, capture_output=True, text=True, timeout=120, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    files = {path.name: path for path in (tmp_path / "d").iterdir() if path.suffix != ".lock"}
    assert set(files) == {"demo.leaf", "journal.json", "entries.csv", "today.png", "trends.png", "summary.pdf"}
    for picture in ("today.png", "trends.png"):
        assert files[picture].read_bytes().startswith(b"\x89PNG")
    assert files["summary.pdf"].read_bytes().startswith(b"%PDF")
    assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
    connection = sqlcipher.connect(str(files["demo.leaf"]))
    assert connection.execute("SELECT count(*) FROM dose").fetchone()[0] > 300
    connection.close()


def test_what_reads_only_the_beginning_ends_it_quietly(plain_journal: JournalAt, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m journal --help | head -1'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
