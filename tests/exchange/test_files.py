"""Files appear whole under their final name or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from journal.errors import UserError
from journal.exchange.files import readable_file, whole_file


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _write(path: Path, content: bytes = b"new", never: Path | None = None) -> None:
    with whole_file(path, never=never) as file:
        file.write(content)


def test_a_file_is_private_and_replaces_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    _write(target)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert _names(tmp_path) == ["out.json"]


@pytest.mark.parametrize("problem", [RuntimeError("bug"), KeyboardInterrupt(), OSError(errno.ENOSPC, "full")])
def test_a_failure_in_between_leaves_the_old_file(tmp_path: Path, problem: BaseException) -> None:
    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    with pytest.raises((type(problem), UserError)), whole_file(target) as file:
        file.write(b"half")
        raise problem
    assert target.read_bytes() == b"old"
    assert _names(tmp_path) == ["out.json"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full-file"), (errno.EDQUOT, "disk-full-file"), (errno.EROFS, "folder-read-only"),
        (errno.EACCES, "folder-read-only"), (errno.EMFILE, "too-many-open"), (errno.EIO, "file-unwritable"),
    ],
)  # fmt: skip
def test_each_failure_has_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UserError, match=code):
        _write(tmp_path / "out.json")
    assert _names(tmp_path) == []


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    long = tmp_path / ("a" * 300 + ".json")
    with pytest.raises(UserError, match="file-name-too-long"):
        _write(long)
    with pytest.raises(UserError, match="file-name-too-long"), readable_file(long, 1):
        pass
    assert _names(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no such folder")
def test_a_folder_in_which_nothing_can_be_made_is_not_called_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder-read-only"):
        _write(Path("/proc/out.json"))
    with pytest.raises(UserError, match="folder-missing"):
        _write(tmp_path / "missing" / "out.json")


def test_the_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        printed.append("folder synced" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file synced")
        sync(descriptor)

    def replaced(path: Path, target: Path) -> Path:
        printed.append("named")
        return replace(path, target)

    monkeypatch.setattr("os.fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    _write(tmp_path / "out.json")
    assert printed == ["file synced", "named", "folder synced"]


def test_what_a_killed_export_left_goes_with_the_next_one(tmp_path: Path) -> None:
    """Only the program's own leftovers, and none that may still be written to."""
    forgotten = [".out.json.0123abcd.part", ".Diary 2026.csv.fedc9876.part"]
    others = [".out.json.part", "out.json.0123abcd.part", ".film.mkv.0123abcd.part", ".out.json.0123abcz.part"]
    fresh = ".out.json.00000000.part"
    for name in (*forgotten, *others, fresh):
        (tmp_path / name).write_bytes(b"half")
        if name != fresh:
            os.utime(tmp_path / name, (1, 1))
    (tmp_path / ".folder.json.0123abcd.part").mkdir()
    (tmp_path / ".link.json.0123abcd.part").symlink_to(tmp_path / others[0])
    _write(tmp_path / "out.json")
    wanted = {*others, fresh, ".folder.json.0123abcd.part", ".link.json.0123abcd.part", "out.json"}
    assert set(_names(tmp_path)) == wanted


def test_an_unfinished_file_is_called_as_the_next_one_expects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "out.zip"):
        patched.setattr(Path, "unlink", lambda _: None)
        raise KeyboardInterrupt
    (left,) = tmp_path.iterdir()
    os.utime(left, (1, 1))
    _write(tmp_path / "out.csv")
    assert _names(tmp_path) == ["out.csv"]


def test_what_must_not_be_written_over_is_not(tmp_path: Path) -> None:
    journal = tmp_path / "journal.json"
    journal.write_bytes(b"journal")
    (tmp_path / "link.json").symlink_to(journal)
    os.link(journal, tmp_path / "hard.json")
    for name in ("journal.json", "link.json", "hard.json"):
        with pytest.raises(UserError, match="file-is-journal"):
            _write(tmp_path / name, never=journal)
    with pytest.raises(UserError, match="file-is-folder"):
        _write(tmp_path)
    with pytest.raises(UserError, match="journal-not-a-file"):
        _write(Path(os.devnull))
    with pytest.raises(UserError, match="folder-missing"):
        _write(tmp_path / "no" / "out.json")
    assert journal.read_bytes() == b"journal"


def test_no_other_journal_is_written_over(tmp_path: Path) -> None:
    by_content, by_name = tmp_path / "report.pdf", tmp_path / "Other.LEAF"
    by_content.write_bytes(b"SQLite format 3\0 and more")
    by_name.write_bytes(b"salt and noise")
    for path in (by_content, by_name, tmp_path / "new.leaf"):
        with pytest.raises(UserError, match="file-is-other-journal"):
            _write(path)
    assert by_content.read_bytes().startswith(b"SQLite") and by_name.read_bytes() == b"salt and noise"
    (tmp_path / "old.pdf").write_bytes(b"%PDF")
    _write(tmp_path / "old.pdf")


def test_reading_leaves_no_descriptor_open(tmp_path: Path) -> None:
    before = _names(Path("/proc/self/fd"))
    for path in (tmp_path, tmp_path / "missing", Path(os.devnull)):
        with pytest.raises(UserError), readable_file(path, 1):
            pass
    assert len(_names(Path("/proc/self/fd"))) == len(before)
