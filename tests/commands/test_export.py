"""export writes only files of known kinds, and never over the journal itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.logbook import Logbook
from tests.command_line import Run, refused
from tests.journals import FixedClock, JournalAt, note, raw


def test_an_export_never_overwrites_the_journal(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    odd = tmp_path / "odd.json"
    Logbook.open(odd, clock=clock, create=True).close()
    before = odd.read_bytes()
    (tmp_path / "link.json").symlink_to(odd)
    for name in ("odd.json", "link.json"):
        assert "is the journal itself" in refused(run("--journal", odd, "export", tmp_path / name))
    assert odd.read_bytes() == before


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.leaf"])
def test_an_unknown_ending_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, name: str) -> None:
    assert ".json" in refused(run("--journal", plain_journal.path, "export", tmp_path / name))
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.zip", "pages.pdf", "list.pdf", "card.pdf"])
def test_a_file_that_is_there_is_replaced_only_with_force(
    run: Run, plain_journal: JournalAt, tmp_path: Path, name: str
) -> None:
    sheets = {"list.pdf": ["--sheet", "pharmacist"], "card.pdf": ["--sheet", "emergency"]}
    out = tmp_path / name
    out.write_bytes(b"mine")
    command = ["--journal", plain_journal.path, "report" if name.endswith(".pdf") else "export", out]
    command += sheets.get(name, [])
    assert "There is a file already. --force replaces it." in refused(run(*command))
    assert out.read_bytes() == b"mine"
    assert run(*command, "--force")[0] == 0
    assert out.read_bytes() != b"mine"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.zip", "pages.pdf"])
def test_a_row_that_vanished_is_told_and_not_passed_over(
    run: Run, plain_journal: JournalAt, tmp_path: Path, name: str
) -> None:
    with plain_journal.open() as book:
        for text in ("one", "two"):
            note(book, text)
    with raw(plain_journal) as connection:
        connection.execute("DELETE FROM note WHERE text = 'two'")
    command = "report" if name.endswith(".pdf") else "export"
    assert "cannot be read" in refused(run("--journal", plain_journal.path, command, tmp_path / name))
    assert not (tmp_path / name).exists()
