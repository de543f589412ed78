"""passphrase sets, changes and removes it; what is refused changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal import device, paths
from journal.core.queries import EntryQuery
from journal.db.probe import FileKind, look
from journal.logbook import Logbook
from tests.command_line import Run, digest, options_for, refused
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, note

NEW = "quiet river stones"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "new.txt"
    file.write_text(f"{NEW}\n", encoding="utf-8")
    return file


@pytest.fixture
def journal(journal: JournalAt) -> JournalAt:
    with journal.open() as book:
        note(book, "kept")
    return journal


def holds(at: JournalAt, passphrase: str | None) -> list[str]:
    with Logbook.open(at.path, passphrase, clock=at.clock, read_only=True) as book:
        assert book.check() == []
        return [getattr(entry, "text", "") for entry in book.find(EntryQuery())]


def kept_salt(at: JournalAt) -> str:
    return device.salt_of(device.load(paths.device_file()), at.path) or ""


def test_one_is_set_or_changed(run: Run, journal: JournalAt, secret: Path, new: Path) -> None:
    code, said, _ = run(*options_for(journal, secret), "passphrase", "--new-passphrase-file", new)
    assert code == 0
    assert said.startswith("If you forget it, nobody can open the journal.")
    assert ("is encrypted now" in said) is (journal.passphrase is None)
    assert holds(journal, NEW) == ["kept"]
    assert kept_salt(journal) == look(journal.path).salt != ""
    assert NEW not in said


def test_without_its_passphrase_it_is_not_said_to_have_none(run: Run, journal: JournalAt) -> None:
    outcome = refused(run("--journal", journal.path, "passphrase", "--remove"))
    assert ("there is none to remove" in outcome) is (journal.passphrase is None)
    assert ("This journal has a passphrase." in outcome) is (journal.passphrase is not None)


def test_of_a_journal_that_is_not_there_that_is_said(run: Run, tmp_path: Path, new: Path) -> None:
    """It was said to have no passphrase."""
    for wish in (["--remove"], ["--new-passphrase-file", new]):
        code, said, why = run("--journal", tmp_path / "none.leaf", "passphrase", *wish)
        assert (code, said) == (1, "") and why.startswith("There is no journal at ")


def test_what_cannot_be_a_passphrase_is_refused_before_anything_is_said(
    run: Run, plain_journal: JournalAt, new: Path
) -> None:
    new.write_text("quiet\0river stones\n", encoding="utf-8")
    code, said, why = run("--journal", plain_journal.path, "passphrase", "--new-passphrase-file", new)
    assert (code, said) == (1, "") and "NUL" in why


def test_a_copy_that_has_it_already_is_not_called_one_from_before(
    run: Run, plain_journal: JournalAt, new: Path
) -> None:
    wish = ("--journal", plain_journal.path, "passphrase", "--new-passphrase-file", new)
    assert run(*wish)[0] == 0
    with Logbook.open(plain_journal.path, NEW, clock=plain_journal.clock) as book:
        note(book, "one")
        book.backup()
    remove = ("--journal", plain_journal.path, "--passphrase-file", new, "passphrase", "--remove")
    assert run(*remove)[0] == 0
    code, said, _ = run(*wish)
    assert code == 0 and "from before" not in said


def test_it_is_removed(run: Run, journal: JournalAt, secret: Path) -> None:
    outcome = run(*options_for(journal, secret), "passphrase", "--remove")
    if journal.passphrase is None:
        assert "there is none to remove" in refused(outcome)
        return
    assert outcome[0] == 0
    assert "has no passphrase now" in outcome[1]
    assert holds(journal, None) == ["kept"]
    assert kept_salt(journal) == ""


def test_plain_copies_are_named(run: Run, plain_journal: JournalAt, new: Path) -> None:
    with plain_journal.open() as book:
        note(book, "one")
        backup = book.backup()
    code, said, _ = run("--journal", plain_journal.path, "passphrase", "--new-passphrase-file", new)
    assert code == 0
    assert "1 copy without a passphrase is left." in said
    assert str(backup) in said.splitlines()
    assert look(backup).kind is FileKind.PLAIN


def test_copies_with_the_passphrase_from_before_are_named(
    run: Run, tmp_path: Path, secret: Path, new: Path, clock: FixedClock
) -> None:
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE, clock)
    second = tmp_path / "stick"
    second.mkdir()
    with journal.open() as book:
        note(book, "one")
        backup = book.backup()
    copy = second / backup.name
    copy.write_bytes(backup.read_bytes())
    known = device.with_second_folder(device.Device(), journal.path, device.SecondFolder(second))
    device.save(known, paths.device_file())
    code, said, _ = run(*options_for(journal, secret), "passphrase", "--new-passphrase-file", new)
    assert code == 0 and "2 copies have a passphrase from before." in said
    assert {str(backup), str(copy)} <= set(said.splitlines())


def test_exported_files_are_named_while_they_are_there(
    run: Run, plain_journal: JournalAt, new: Path, tmp_path: Path
) -> None:
    kept, lost = tmp_path / "all.json", tmp_path / "diary.csv"
    for file in (kept, lost):
        assert run("--journal", plain_journal.path, "export", file)[0] == 0
    lost.unlink()
    code, said, _ = run("--journal", plain_journal.path, "passphrase", "--new-passphrase-file", new)
    assert code == 0 and "1 exported file can be read by anyone." in said
    assert str(kept) in said.splitlines() and str(lost) not in said


def test_both_come_from_standard_input(run: Run, journal: JournalAt) -> None:
    key = [] if journal.passphrase is None else ["--passphrase-file", "-"]
    given = "".join(f"{line}\n" for line in (journal.passphrase, NEW) if line)
    arguments = ("--journal", journal.path, *key, "passphrase", "--new-passphrase-file", "-")
    assert run(*arguments, given=given)[0] == 0
    assert holds(journal, NEW) == ["kept"]


def test_an_earlier_journal_is_brought_up_to_date_first(run: Run, tmp_path: Path, new: Path) -> None:
    path = tmp_path / "journal.leaf"
    path.write_bytes((Path(__file__).parents[1] / "files" / "journal-0001-plain.leaf").read_bytes())
    assert run("--journal", path, "passphrase", "--new-passphrase-file", new)[0] == 0
    assert look(path).kind is FileKind.ENCRYPTED


# --- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "words"), [("short12", "at least 8 letters"), ("abababababab", "again and again"), ("", "is empty")]
)
def test_a_weak_one_is_refused(run: Run, journal: JournalAt, secret: Path, new: Path, typed: str, words: str) -> None:
    new.write_text(f"{typed}\n", encoding="utf-8")
    before = digest(journal.path.parent)
    assert words in refused(run(*options_for(journal, secret), "passphrase", "--new-passphrase-file", new))
    assert digest(journal.path.parent) == before


def test_a_wrong_present_one_is_refused(run: Run, journal: JournalAt, secret: Path, new: Path) -> None:
    secret.write_text("not this one\n", encoding="utf-8")
    before = digest(journal.path.parent)
    options = ("--journal", journal.path, "--passphrase-file", secret)
    words = refused(run(*options, "passphrase", "--new-passphrase-file", new))
    assert ("does not open this journal" if journal.passphrase else "has no passphrase") in words
    assert digest(journal.path.parent) == before


def test_the_same_one_is_refused(run: Run, plain_journal: JournalAt, secret: Path, new: Path) -> None:
    assert run("--journal", plain_journal.path, "passphrase", "--new-passphrase-file", new)[0] == 0
    new_again = ("--passphrase-file", new, "passphrase", "--new-passphrase-file", new)
    assert "has already" in refused(run("--journal", plain_journal.path, *new_again))


def test_a_journal_in_the_window_is_refused(run: Run, journal: JournalAt, secret: Path, new: Path) -> None:
    with journal.open() as book:
        book.mark_window()
        words = refused(run(*options_for(journal, secret), "passphrase", "--new-passphrase-file", new))
        assert "is open in the window" in words
    assert holds(journal, journal.passphrase) == ["kept"]


def test_salts_that_cannot_be_kept_leave_the_journal(
    run: Run, journal: JournalAt, secret: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(device, "change", full)
    assert "could not be written" in refused(
        run(*options_for(journal, secret), "passphrase", "--new-passphrase-file", new)
    )
    assert holds(journal, journal.passphrase) == ["kept"]


def test_one_of_both_must_be_asked_for(run: Run, journal: JournalAt, new: Path) -> None:
    assert run("--journal", journal.path, "passphrase")[0] == 2
    assert run("--journal", journal.path, "passphrase", "--remove", "--new-passphrase-file", new)[0] == 2


def test_a_copy_that_a_killed_removal_left_is_named_and_removed(run: Run, tmp_path: Path, secret: Path) -> None:
    journal = new_journal(tmp_path / "k.leaf", PASSPHRASE)
    left = tmp_path / "k.leaf.new"
    left.write_bytes(new_journal(tmp_path / "plain.leaf", None).path.read_bytes())
    _, _, aside = run(*options_for(journal, secret), "check")
    assert str(left) in aside and "Anyone can read what is in it." in aside and left.exists()
    _, _, aside = run(*options_for(journal, secret), "log", "note", "quiet")
    assert f"{left} was removed." in aside and not left.exists()
