"""backup makes a copy that holds the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal import device, paths
from tests.command_line import Run, fill, options_for
from tests.journals import JournalAt, raw


def test_check_and_backup(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    fill(journal)
    code, said, _ = run(*options_for(journal, secret), "check")
    assert code == 0
    assert "The journal is sound" in said
    code, said, _ = run(*options_for(journal, secret), "backup", tmp_path / "copies")
    assert code == 0
    (copy,) = (tmp_path / "copies").iterdir()
    assert str(copy) in said
    assert run("--journal", copy, *options_for(journal, secret)[2:], "export", tmp_path / "copy.json")[0] == 0
    run(*options_for(journal, secret), "export", tmp_path / "ours.json")
    assert (tmp_path / "copy.json").read_bytes() == (tmp_path / "ours.json").read_bytes()


@pytest.mark.parametrize("folder", ["/proc", "/sys", "dir\udcff"])
def test_a_folder_in_which_nothing_can_be_written_is_refused_in_words(
    run: Run, plain_journal: JournalAt, secret: Path, tmp_path: Path, folder: str
) -> None:
    code, said, why = run(*options_for(plain_journal, secret), "backup", tmp_path / folder)
    assert (code, said) == (1, "")
    assert "Traceback" not in why
    assert why.strip()


def test_a_file_is_not_called_a_folder_that_is_missing(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("words", encoding="utf-8")
    code, said, why = run("--journal", plain_journal.path, "backup", file)
    assert (code, said) == (1, "") and f"{file} is a file, not a folder" in why


def test_a_folder_that_is_made_is_named_and_no_name_is_no_folder(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    code, said, _ = run("--journal", plain_journal.path, "backup", folder)
    assert code == 0 and f"The folder was made for it: {folder}" in said
    assert "was made for it" not in run("--journal", plain_journal.path, "backup", folder)[1]
    code, said, why = run("--journal", plain_journal.path, "backup", "")
    assert (code, said) == (1, "") and "No folder is named" in why


def test_a_copy_of_what_others_planted_says_so(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("CREATE TRIGGER planted AFTER INSERT ON dose BEGIN DELETE FROM note; END")
    code, said, told = run("--journal", plain_journal.path, "backup", tmp_path / "copies")
    assert code == 0 and "Backed up and verified" in said
    assert "triggers or views" in told and "so does the copy" in told


def test_it_is_copied_into_the_second_folder_too(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    second = tmp_path / "stick"
    second.mkdir()
    known = device.with_second_folder(device.Device(), plain_journal.path, device.SecondFolder(second))
    device.save(known, paths.device_file())
    code, said, _ = run("--journal", plain_journal.path, "backup")
    assert code == 0 and f"It was copied into the second folder {second}, too" in said
    assert len(list(second.iterdir())) == 1
    remembered = device.second_folder_of(device.load(paths.device_file()), plain_journal.path)
    assert remembered is not None and remembered.copied is not None
    code, said, _ = run("--journal", plain_journal.path, "restore")
    assert code == 0 and str(second) in said and said.count("opened and counted") == 2


def test_a_second_folder_that_is_gone_is_no_failure(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    gone = tmp_path / "stick"
    known = device.with_second_folder(device.Device(), plain_journal.path, device.SecondFolder(gone))
    device.save(known, paths.device_file())
    code, said, told = run("--journal", plain_journal.path, "backup")
    assert code == 0 and "Backed up and verified" in said
    assert "It was not copied into the second folder." in told and not gone.exists()
    code, said, told = run("--journal", plain_journal.path, "restore")
    assert code == 0 and said.count("opened and counted") == 1 and f"The second folder {gone} is not there now." in told
