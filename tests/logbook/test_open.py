"""Opening: what is no journal, or cannot be opened, is told apart in plain words and left as it was."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.db import opening, probe
from journal.db.journal_file import JournalFile
from journal.db.lock import take_lock
from journal.db.probe import Found
from journal.db.schema import SCHEMA_VERSION
from journal.device import Device, salt_of, with_salt
from journal.logbook import Logbook, raise_file_of
from journal.texts.language import Texts
from journal.texts.refusals import SENTENCES, explain
from tests import journals
from tests.journals import ENCRYPTED_IS_SLOW, MODES, PASSPHRASE, FixedClock, JournalAt, new_journal, note, raw

passphrase = journals.passphrase  # always both
PAGE = 4096


def refusal(path: Path, passphrase: str | None = None, known_salt: str | None = None) -> Refused:
    """Why it does not open; the file is unchanged and nothing new lies beside it."""
    before, beside = _content(path), set(path.parent.iterdir())
    with pytest.raises(Refused) as refused:
        Logbook.open(path, passphrase, clock=FixedClock(), known_salt=known_salt)
    assert _content(path) == before
    assert set(path.parent.iterdir()) - beside <= {path.with_name(path.name + ".lock")}
    message = explain(Texts("en"), refused.value)
    assert refused.value.code in SENTENCES
    assert "{" not in message
    return refused.value


def _content(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def test_a_missing_journal(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.leaf").code == "journal-missing"
    assert refusal(tmp_path / "none.leaf", "words").code == "journal-missing"
    with pytest.raises(Refused):
        Logbook.open(tmp_path / "no folder" / "none.leaf", clock=FixedClock())


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["without", "with"])
@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", {"journal-empty-file"}),
        (b"Dear diary, today was quiet.\n" * 300, {"journal-not-ours"}),
        (b"x", {"journal-not-ours"}),
        (b"PK\x03\x04" + b"\0" * 5000, {"journal-not-ours"}),
        (b"%PDF-1.7\n" + bytes(range(256)) * 64, {"journal-not-ours"}),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16 + b"\0" * (PAGE - 8), {"journal-not-ours"}),
        (b"\0" * 2 * PAGE, {"journal-unlike"}),
        (bytes(range(256)) * 17, {"journal-unlike"}),
        (b"SQLite format 3\0", {"journal-cut"}),
        (b"SQLite format 3\0" + b"\0" * 200, {"journal-cut"}),
        (b"SQLite format 3\0" + b"\0" * 8176, {"journal-not-ours"}),
    ],
    ids=["0 bytes", "text", "one letter", "zip", "PDF", "picture", "zeros", "noise", "only a header", "cut header",
         "empty header"],
)  # fmt: skip
def test_what_is_no_journal(tmp_path: Path, content: bytes, codes: set[str], passphrase: str | None) -> None:
    path = tmp_path / "x.leaf"
    path.write_bytes(content)
    assert refusal(path, passphrase).code in codes
    with pytest.raises(Refused):
        Logbook.needs_passphrase(path)


def test_noise_of_whole_pages_can_only_be_an_unknown_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "x.leaf"
    path.write_bytes(os.urandom(4 * PAGE))
    assert refusal(path).code == "passphrase-missing"
    assert refusal(path, "words").code == "passphrase-wrong"


def test_noise_before_the_pages_of_a_journal_without_a_passphrase_asks_for_none(
    plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_journal.open().close()
    content = plain_journal.path.read_bytes()
    plain_journal.path.write_bytes(bytes(PAGE) + content[PAGE:])
    assert refusal(plain_journal.path).code == "journal-header-damaged"
    plain_journal.path.write_bytes(random.Random(1).randbytes(PAGE) + content[PAGE:])
    assert refusal(plain_journal.path).code == "journal-header-damaged"
    monkeypatch.setattr(probe, "is_plain_behind", lambda *_: False)
    assert refusal(plain_journal.path).code == "passphrase-missing"


def test_a_folder_and_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "folder.leaf").mkdir()
    os.mkfifo(tmp_path / "pipe.leaf")
    assert refusal(tmp_path / "folder.leaf").code == "journal-is-folder"
    assert refusal(tmp_path / "pipe.leaf").code == "journal-not-a-file"


def test_a_file_of_another_program(tmp_path: Path) -> None:
    other = JournalAt(tmp_path / "other.leaf", None, FixedClock())
    with raw(other) as connection:
        connection.execute("CREATE TABLE moz_places (url TEXT)")
    assert refusal(other.path).code == "journal-not-ours"


def test_a_foreign_application_id(journal: JournalAt) -> None:
    with raw(journal) as connection:
        connection.execute("PRAGMA application_id=1")
    # Without a passphrase that may be damage of the first bytes, as the tables are ours.
    wanted = "journal-header-damaged" if journal.passphrase is None else "journal-not-ours"
    assert refusal(journal.path, journal.passphrase).code == wanted


def test_a_newer_schema_names_both_versions(journal: JournalAt) -> None:
    with raw(journal) as connection:
        connection.execute("PRAGMA user_version=7")
        connection.execute("UPDATE alembic_version SET version_num = '0007'")
    refused = refusal(journal.path, journal.passphrase)
    assert (refused.code, refused.values["found"], refused.values["known"]) == ("journal-newer", 7, SCHEMA_VERSION)


@pytest.mark.parametrize("keep", [PAGE, 3 * PAGE + 17, 100, 5])
def test_a_cut_file(journal: JournalAt, keep: int) -> None:
    journal.path.write_bytes(journal.path.read_bytes()[:keep])
    wanted = {"journal-cut", "journal-damaged", "journal-not-ours", "journal-unlike"}
    assert refusal(journal.path, journal.passphrase).code in wanted


def test_a_cut_journal_of_a_known_salt_is_called_so(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "x.leaf", PASSPHRASE)
    content = journal.path.read_bytes()
    journal.path.write_bytes(content[: 3 * PAGE + 17])
    assert refusal(journal.path, PASSPHRASE, content[:16].hex()).code == "journal-cut"
    assert refusal(journal.path, PASSPHRASE).code == "journal-unlike"
    journal.path.write_bytes(content[:100])
    assert refusal(journal.path, PASSPHRASE, content[:16].hex()).code == "journal-cut"


def test_a_missing_and_a_wrong_passphrase(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "x.leaf", PASSPHRASE)
    assert Logbook.needs_passphrase(journal.path)
    assert refusal(journal.path).code == "passphrase-missing"
    for wrong in ("opensesame", PASSPHRASE + " ", PASSPHRASE.upper()):
        refused = refusal(journal.path, wrong)
        assert refused.code == "passphrase-wrong"
        assert wrong not in str(refused) + str(refused.values) + explain(Texts("en"), refused)
    assert refusal(journal.path, "").code == "passphrase-empty"


def test_a_passphrase_for_a_journal_without_one(plain_journal: JournalAt) -> None:
    assert not Logbook.needs_passphrase(plain_journal.path)
    assert refusal(plain_journal.path, "words").code == "passphrase-not-needed"


def test_the_kept_salt_tells_damage_from_a_wrong_passphrase(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "x.leaf", PASSPHRASE)
    with journal.open() as book:
        assert book.salt == journal.path.read_bytes()[:16].hex()
        device = with_salt(Device(), journal.path, book.salt)
    salt = salt_of(device, journal.path)
    assert refusal(journal.path, "wrong", salt).code == "passphrase-wrong"
    content = journal.path.read_bytes()
    for damage in (os.urandom(16), b"SQLite format 4\0"):
        journal.path.write_bytes(damage + content[16:])
        assert refusal(journal.path, PASSPHRASE, salt).code == "journal-begins-otherwise"
        assert refusal(journal.path, None, salt).code == "passphrase-missing"
    for wiped in (b"\0" * 16, b"\xff" * 16):
        journal.path.write_bytes(wiped + content[16:])
        for passphrase in (PASSPHRASE, None):
            assert refusal(journal.path, passphrase, salt).code == "journal-header-damaged"
    journal.path.write_bytes(content)
    journal.open(known_salt=salt).close()


def test_a_passphrase_that_was_changed_on_another_computer_is_no_damage(tmp_path: Path) -> None:
    """A folder that is kept in step brings a file with another salt: it was said that no passphrase opens it."""
    before = new_journal(tmp_path / "before.leaf", PASSPHRASE)
    known = before.path.read_bytes()[:16].hex()
    changed = new_journal(tmp_path / "x.leaf", "quiet river stones")
    assert Logbook.needs_passphrase(changed.path, known)
    changed.open(known_salt=known).close()
    assert refusal(changed.path, PASSPHRASE, known).code == "journal-begins-otherwise"


def test_damage_that_looks_like_a_wrong_passphrase_is_said_to_be_possible(tmp_path: Path) -> None:
    """Behind the salt the first page is as unreadable as with a wrong key, so the words name both."""
    journal = new_journal(tmp_path / "x.leaf", PASSPHRASE)
    content = bytearray(journal.path.read_bytes())
    content[16:600] = os.urandom(584)
    journal.path.write_bytes(content)
    refused = refusal(journal.path, PASSPHRASE, content[:16].hex())
    message = explain(Texts("en"), refused)
    assert refused.code == "passphrase-wrong"
    assert "Check caps lock" in message
    assert "may be damaged" in message
    assert "There is no backup of it" in message


def test_a_plain_journal_has_no_salt(plain_book: Logbook) -> None:
    assert plain_book.salt is None


def test_a_damaged_first_page(plain_journal: JournalAt) -> None:
    content = bytearray(plain_journal.path.read_bytes())
    content[100:600] = os.urandom(500)
    plain_journal.path.write_bytes(content)
    assert refusal(plain_journal.path).code == "journal-damaged"


def test_an_existing_file_is_never_overwritten(journal: JournalAt, tmp_path: Path) -> None:
    for path in (journal.path, tmp_path):
        before = _content(path)
        with pytest.raises(Refused) as refused:
            Logbook.open(path, clock=FixedClock(), create=True)
        assert refused.value.code == "journal-exists"
        assert _content(path) == before


def test_a_leftover_of_an_unfinished_new_journal_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.leaf.new").write_bytes(b"half a journal")
    new_journal(tmp_path / "x.leaf", None)
    assert {path.name for path in tmp_path.iterdir()} <= {"x.leaf", "x.leaf.lock"}


# --- the lock -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.usefixtures("real_keys")
def test_a_second_writer_is_refused_and_readers_are_not(journal: JournalAt) -> None:
    with journal.open() as book:
        kept = note(book, "words")
        with pytest.raises(Refused) as refused:
            journal.open()
        assert refused.value.code == "journal-locked"
        # Another process: a second open of the file in this one would drop the first one's locks.
        child = _child("hold", journal, "read")
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "1"
        child.kill()
        child.wait()
        child.stdout.close()
        assert book.get(kept.id) == kept
    journal.open().close()


def test_the_key_is_made_before_others_are_waited_for(
    journal: JournalAt, templates: Callable[[str | None], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    version, lock = opening._version, take_lock

    def watched_version(file: JournalFile, passphrase: str | None, seen: Found) -> int:
        order.append("key")
        return version(file, passphrase, seen)

    def watched_lock(path: Path, wait_s: float = 0) -> object:
        order.append("lock")
        return lock(path, wait_s)

    monkeypatch.setattr(opening, "_version", watched_version)
    monkeypatch.setattr(opening, "take_lock", watched_lock)
    with Logbook.open(journal.path, journal.passphrase, clock=journal.clock, wait_s=5) as book:
        kept = note(book, "words")
        assert book.get(kept.id) == kept
    assert order == (["lock", "key"] if journal.passphrase is None else ["key", "lock", "key"])


def test_what_was_put_in_its_place_meanwhile_is_opened(
    journal: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.leaf"
    shutil.copyfile(journal.path, other)
    with JournalAt(other, journal.passphrase, journal.clock).open() as book:
        kept = note(book, "in the other one")
    lock = take_lock

    def replaced(path: Path, wait_s: float = 0) -> object:
        other.replace(path)
        return lock(path, wait_s)

    monkeypatch.setattr(opening, "take_lock", replaced)
    with Logbook.open(journal.path, journal.passphrase, clock=journal.clock, wait_s=5) as book:
        assert book.get(kept.id) == kept


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.usefixtures("real_keys")
def test_after_kill_9_the_next_start_opens(journal: JournalAt) -> None:
    child = _child("hold", journal, "write")
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "0"
    assert refusal(journal.path, journal.passphrase).code == "journal-locked"
    child.kill()
    child.wait()
    child.stdout.close()
    assert journal.path.with_name("journal.leaf.lock").exists()
    with journal.open() as book:
        assert book.check() == []


def test_a_leftover_lock_file_does_not_keep_a_journal_closed(journal: JournalAt) -> None:
    journal.path.with_name("journal.leaf.lock").write_text("some other program's words")
    journal.open().close()


def test_the_raise_file_lies_beside_the_journal(plain_book: Logbook) -> None:
    assert plain_book.raise_file == raise_file_of(plain_book.path) == plain_book.path.with_name("plain.leaf.raise")


def _child(what: str, journal: JournalAt, *rest: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.logbook.child", what, str(journal.path), journal.passphrase or "", *rest],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


# --- view only ------------------------------------------------------------------------------------------------


def test_read_only_takes_no_lock_and_writes_nothing(journal: JournalAt) -> None:
    with journal.open() as book:
        kept = note(book, "words")
    journal.path.with_name("journal.leaf.lock").unlink(missing_ok=True)
    before = journal.sha256()
    with journal.open(read_only=True) as book:
        assert book.view_only is not None
        assert book.get(kept.id) == kept
        for write in _writes(book, kept.id):
            with pytest.raises(Refused):
                write()
        assert book.check() == []
    assert journal.sha256() == before
    assert [path.name for path in journal.path.parent.iterdir()] == ["journal.leaf"]


def _writes(book: Logbook, entry_id: str) -> list[Callable[[], object]]:
    return [
        lambda: note(book, "more"),
        lambda: book.delete([entry_id]),
        lambda: book.purge([entry_id]),
        lambda: book.save_draft("note", "x"),
        book.undo,
        book.empty_old_trash,
    ]


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.usefixtures("real_keys")
def test_reading_alone_puts_right_what_a_crash_left(journal: JournalAt) -> None:
    """A journal whose last write was cut short has a rollback file beside it: reading it must not need the window."""
    child = _child("crash", journal)
    assert child.wait() != 0
    assert child.stdout is not None
    child.stdout.close()
    assert journal.path.with_name("journal.leaf-journal").stat().st_size > 0
    if journal.passphrase is not None:
        for read_only in (True, False):
            with pytest.raises(Refused):
                Logbook.open(journal.path, "wrong", clock=journal.clock, read_only=read_only)
    with journal.open(read_only=True) as book:
        assert book.totals()[0] == 1
        assert book.check() == []


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.usefixtures("real_keys")
def test_a_torn_end_of_an_unfinished_write_is_no_damage(journal: JournalAt) -> None:
    child = _child("crash", journal)
    assert child.wait() != 0
    assert child.stdout is not None
    child.stdout.close()
    with journal.path.open("ab") as file:
        file.write(b"a page that the power cut in two")
    with journal.open() as book:
        assert book.totals()[0] == 1
        assert book.check() == []


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.needs("root", "unshare")
@pytest.mark.usefixtures("real_keys")
@pytest.mark.parametrize("how", ["read-only", "immutable"])
def test_where_it_cannot_be_written_it_can_be_read(journal: JournalAt, how: str) -> None:
    with journal.open() as book:
        note(book, "words")
    _on_own_disk("view", journal, "4m", how)


@pytest.mark.skipif(os.geteuid() == 0, reason="not run: root may write everywhere")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_without_the_right_to_write_it_can_be_read(journal: JournalAt, what: str) -> None:
    with journal.open() as book:
        note(book, "words")
    journal.path.with_name("journal.leaf.lock").unlink(missing_ok=True)
    target = journal.path if what == "file" else journal.path.parent
    usual = stat.S_IMODE(target.stat().st_mode)
    target.chmod(usual & ~0o222)
    try:
        with journal.open() as book:
            assert book.view_only is not None
            assert book.view_only.code in ("folder-read-only", "no-permission")
            assert book.totals()[0] == 1
    finally:
        target.chmod(usual)


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.needs("root", "unshare")
@pytest.mark.usefixtures("real_keys")
def test_a_full_disk_loses_nothing(journal: JournalAt) -> None:
    _on_own_disk("full", journal, "2m", "rw")


def _on_own_disk(what: str, journal: JournalAt, size: str, how: str) -> None:
    """Run a child with a small disk of its own, in a mount namespace that ends with it."""
    folder = journal.path.parent / "disk"
    folder.mkdir()
    mount = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"'
    child = [
        sys.executable,
        "-m",
        "tests.logbook.child",
        what,
        str(journal.path),
        journal.passphrase or "",
        str(folder),
        how,
    ]
    done = subprocess.run(
        ["unshare", "--mount", "--propagation", "private", "sh", "-c", mount, "sh", size, str(folder), *child],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
