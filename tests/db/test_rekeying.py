"""Another passphrase, a first one or none: the same journal with another key, or the journal as it was."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from journal.core.queries import EntryQuery
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, UpdateStep, Watched
from journal.db import rekeying
from journal.db.connection import connect
from journal.db.probe import FileKind, look
from journal.db.rekeying import rekey, rekey_backup
from journal.logbook import Logbook
from tests.journals import PASSPHRASE, FixedClock, JournalAt, dose, note, product, rating, raw, symptom

NEW = "quiet river stones"
WAYS = ("set", "change", "remove")


class Way(NamedTuple):
    """A filled journal, and the passphrase that it is to have."""

    at: JournalAt
    new: str | None

    def do(self, watched: Watched = NOBODY, salts: Callable[[tuple[str, ...]], object] = lambda _: None) -> None:
        rekey(self.at.path, self.at.passphrase, self.new, watched, salts)


@pytest.fixture(params=WAYS)
def way(
    request: pytest.FixtureRequest,
    new_at: Callable[[str | None], JournalAt],
    filled: Callable[[str | None], Path],
) -> Way:
    made = new_at(None if request.param == "set" else PASSPHRASE)
    shutil.copy(filled(made.passphrase), made.path)
    return Way(made, None if request.param == "remove" else NEW)


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory, templates: Callable[[str | None], Path]
) -> Callable[[str | None], Path]:
    """A journal with a bit of everything, made once for each passphrase."""
    folder = tmp_path_factory.mktemp("filled")
    made: dict[str | None, Path] = {}

    def filled(passphrase: str | None) -> Path:
        if passphrase not in made:
            path = folder / f"{len(made)}.leaf"
            shutil.copy(templates(passphrase), path)
            fill(JournalAt(path, passphrase, FixedClock()))
            made[passphrase] = path
        return made[passphrase]

    return filled


@pytest.fixture
def new_at(
    tmp_path: Path, templates: Callable[[str | None], Path], clock: FixedClock
) -> Callable[[str | None], JournalAt]:
    def new_at(passphrase: str | None) -> JournalAt:
        (tmp_path / "own").mkdir()
        return JournalAt(Path(shutil.copy(templates(passphrase), tmp_path / "own" / "journal.leaf")), passphrase, clock)

    return new_at


def fill(at: JournalAt) -> None:
    """A bit of everything that is stored in its own way: references, words, trash, a draft."""
    with at.open() as book:
        green, knee = product(book), symptom(book)
        rating(book, knee, 4, dose=dose(book, product=green, text="with tea").id)
        gone = note(book, "in the trash")
        book.delete([gone.id])
        note(book, "some words " * 50)
        book.save_draft("note", "half typed")


def everything(at: JournalAt, passphrase: str | None, problems: int = 0) -> list[object]:
    with Logbook.open(at.path, passphrase, clock=at.clock, read_only=True) as book:
        assert len(book.check()) == problems
        return [*book.find(EntryQuery()), book.undo_step]


def files(at: JournalAt) -> set[str]:
    return {path.name for path in at.path.parent.rglob("*") if not path.name.endswith(".lock")}


# --- what is there afterwards ----------------------------------------------------------------------------------------


def test_the_same_journal_opens_with_the_other_key(way: Way) -> None:
    held = everything(way.at, way.at.passphrase)
    way.do()
    assert everything(way.at, way.new) == held
    assert look(way.at.path).kind is (FileKind.PLAIN if way.new is None else FileKind.ENCRYPTED)
    assert way.at.path.stat().st_mode & 0o777 == 0o600
    assert files(way.at) == {"journal.leaf"}
    with Logbook.open(way.at.path, way.new, clock=way.at.clock) as book:
        note(book, "it goes on")
        book.undo()


def test_nothing_opens_with_the_old_key(way: Way) -> None:
    way.do()
    with pytest.raises(Refused) as refused:
        way.at.open(read_only=True)
    assert refused.value.code in ("passphrase-missing", "passphrase-wrong", "passphrase-not-needed")


def test_both_salts_are_known_before_the_replace_and_one_after(way: Way) -> None:
    old, told = look(way.at.path).salt, []

    def keep(salts: tuple[str, ...]) -> None:
        told.append((salts, look(way.at.path).salt))

    way.do(salts=keep)
    new = look(way.at.path).salt
    assert old != new
    assert told == [(tuple(filter(None, (old, new))), old), (tuple(filter(None, (new,))), new)]
    look(way.at.path, f"{old} {new}".strip() or None)


def test_a_passphrase_is_the_same_however_it_was_composed(new_at: Callable[[str | None], JournalAt]) -> None:
    at = new_at(None)
    rekey(at.path, None, unicodedata.normalize("NFD", "café über alles"), NOBODY, lambda _: None)
    everything(at, unicodedata.normalize("NFC", "café über alles"))


def test_a_quote_is_a_letter_like_others(new_at: Callable[[str | None], JournalAt]) -> None:
    at = new_at("it's ''quoted''")
    rekey(at.path, "it's ''quoted''", "o'clock\" is; --", NOBODY, lambda _: None)
    everything(at, "o'clock\" is; --")


def test_a_plain_backup_gets_the_key_and_stays_whole(new_at: Callable[[str | None], JournalAt]) -> None:
    at = new_at(None)
    fill(at)
    held = everything(at, None)
    with at.open() as book:
        backup = book.backup()
    rekey_backup(backup, None, NEW, NOBODY)
    assert look(backup).kind is FileKind.ENCRYPTED
    assert everything(JournalAt(backup, NEW, at.clock), NEW) == held
    assert {path.name for path in backup.parent.iterdir()} == {backup.name}


def test_a_backup_that_was_cut_short_is_left_to_be_deleted(new_at: Callable[[str | None], JournalAt]) -> None:
    cut = new_at(None).path.with_name("journal-2026-11-22-100000-auto.part")
    cut.write_bytes(b"SQLite format 3\x00 and no more")
    with pytest.raises(Refused, match="backup-damaged"):
        rekey_backup(cut, None, NEW, NOBODY)
    assert cut.read_bytes() == b"SQLite format 3\x00 and no more"


# --- what is refused, and what fails ---------------------------------------------------------------------------------


def refuse(way: Way, watched: Watched = NOBODY, problems: int = 0) -> Refused:
    """What was said; the journal is as it was, and nothing lies beside it."""
    before, beside = way.at.sha256(), files(way.at)
    with pytest.raises(Refused) as refused:
        way.do(watched)
    assert way.at.sha256() == before
    assert files(way.at) == beside
    everything(way.at, way.at.passphrase, problems)
    for secret in (way.at.passphrase, way.new):
        assert secret is None or secret not in f"{refused.getrepr(style='long', showlocals=False)}"
    return refused.value


def test_a_wrong_old_passphrase_changes_nothing(way: Way) -> None:
    before = way.at.sha256()
    wrong = "not this one"
    with pytest.raises(Refused) as refused:
        rekey(way.at.path, wrong, way.new, NOBODY, lambda _: None)
    expected = "passphrase-not-needed" if way.at.passphrase is None else "passphrase-wrong"
    assert refused.value.code == expected
    assert way.at.sha256() == before
    assert files(way.at) == {"journal.leaf"}


def test_an_open_journal_is_refused(way: Way) -> None:
    with way.at.open():
        assert refuse_code(way) == "journal-locked"


def refuse_code(way: Way) -> str:
    with pytest.raises(Refused) as refused:
        way.do()
    return refused.value.code


def test_twice_the_space_is_looked_for_first(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    size = way.at.path.stat().st_size
    few = shutil._ntuple_diskusage(10 * size, 8 * size, 2 * size - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: few)
    assert refuse(way).code == "passphrase-space"


def test_a_planted_trigger_is_not_run(new_at: Callable[[str | None], JournalAt]) -> None:
    at = new_at(None)
    with raw(at) as connection:
        connection.execute("CREATE TRIGGER planted AFTER INSERT ON note BEGIN DELETE FROM note; END")
    assert refuse(Way(at, NEW), problems=1).code == "journal-foreign-parts"


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("step", UpdateStep, ids=lambda step: step.name)
def test_it_can_be_stopped_at_each_step(way: Way, step: UpdateStep) -> None:
    reached: list[int] = []
    stop = Watched(reached.append, lambda: step in reached)
    if step is UpdateStep.CHANGING:
        way.do(stop)  # too late to be stopped: from here on it takes a moment
        everything(way.at, way.new)
    else:
        assert refuse(way, stop).code == "cancelled"


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("failing", ["sync_file", "_verify", "_replace", "_export"])
def test_a_step_that_fails_leaves_the_journal_as_it_was(
    way: Way, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Refused("disk-full")

    monkeypatch.setattr(rekeying, failing, fail)
    assert refuse(way).code == "disk-full"


def test_salts_that_cannot_be_kept_stop_it(way: Way) -> None:
    before = way.at.sha256()

    def fail(_salts: tuple[str, ...]) -> None:
        raise Refused("disk-full")

    with pytest.raises(Refused, match="disk-full"):
        way.do(salts=fail)
    assert way.at.sha256() == before
    assert files(way.at) == {"journal.leaf"}


def test_a_copy_that_lacks_a_row_is_not_taken(way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    export = rekeying._export

    def lossy(file: Path, copy: Path, old: str | None, new: str | None, watched: Watched) -> dict[str, int]:
        held = export(file, copy, old, new, watched)
        with closing(connect(copy, new)) as connection:
            connection.execute("DELETE FROM dose WHERE seq = (SELECT max(seq) FROM dose)")
        return held

    monkeypatch.setattr(rekeying, "_export", lossy)
    assert refuse(way).code == "passphrase-copy-unsound"


def test_a_flipped_bit_is_not_carried_over(new_at: Callable[[str | None], JournalAt]) -> None:
    at = new_at(None)
    with at.open() as book:
        note(book, "canary of the test")
    data = at.path.read_bytes()
    at.path.write_bytes(data.replace(b"canary of the test", b"canary of the tesu"))
    with pytest.raises(Refused, match="passphrase-copy-unsound"):
        rekey(at.path, None, NEW, NOBODY, lambda _: None)
    assert at.path.read_bytes() == data.replace(b"canary of the test", b"canary of the tesu")


def test_what_a_killed_one_left_is_in_nobodys_way(way: Way) -> None:
    way.at.path.with_name("journal.leaf.new").write_bytes(b"half")
    way.at.path.with_name("journal.leaf.new-journal").write_bytes(b"half")
    way.do()
    assert files(way.at) == {"journal.leaf"}
    everything(way.at, way.new)


def test_what_a_killed_one_left_goes_when_the_journal_is_opened(way: Way) -> None:
    way.at.path.with_name("journal.leaf.new").write_bytes(b"half of a copy that anyone could read")
    with way.at.open():
        assert files(way.at) == {"journal.leaf"}
