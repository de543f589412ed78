"""The journal notes the day of a report that a command made, and no report fails because it cannot."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from journal import cli
from journal.core.entries import Substance
from journal.core.moments import DAY_MS
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt
from tests.oracle.read_back import pages_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "journal-summary.pdf"


def report(at: JournalAt, out: Path, *arguments: str) -> int:
    return cli.main(["report", "--force", str(out), "--journal", str(at.path), *arguments], clock=at.clock)


def test_the_day_is_noted_once_and_undo_does_not_take_it_back(plain_journal: JournalAt, out: Path) -> None:
    with plain_journal.open() as book:
        before = book.undo_step
    assert report(plain_journal, out) == 0
    with plain_journal.open() as book:
        assert book.preferences.reports == (book.today(),)
        assert book.undo_step == before
    noted = plain_journal.sha256()
    assert report(plain_journal, out) == 0
    assert plain_journal.sha256() == noted


def test_the_next_one_tells_what_changed_since(plain_journal: JournalAt, clock: FixedClock, out: Path) -> None:
    report(plain_journal, out)
    assert "Since the last report" not in " ".join(pages_of(out.read_bytes()))
    clock.tick(7 * DAY_MS)
    with plain_journal.open() as book:
        book.save(Substance(name="Sertraline", since=book.today()))
    report(plain_journal, out)
    said = " ".join(pages_of(out.read_bytes()))
    assert "Since the last report New. Sertraline on 29 Nov 2026. It went out on 22 Nov 2026." in said


def test_a_trial_changes_nothing(plain_journal: JournalAt, out: Path) -> None:
    before = plain_journal.sha256()
    assert report(plain_journal, out, "--trial") == 0
    assert plain_journal.sha256() == before
    assert out.exists()


def test_beside_an_open_window_the_report_is_made_and_it_is_said(
    plain_journal: JournalAt, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with plain_journal.open() as book:
        book.mark_window()
        capsys.readouterr()
        assert report(plain_journal, out) == 0
        said = capsys.readouterr()
        assert f"Written: {out}" in said.out
        assert said.err.splitlines()[-1] == (
            "The journal could not note this report, so “Since the last report” of the next one does not begin here. "
            f"{plain_journal.path} is open in the window; close it or enter it there."
        )
        assert book.preferences.reports == ()
    assert out.exists()


def test_a_passphrase_is_read_once(journal: JournalAt, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input gives it only once, and the journal is opened twice."""
    given = [] if journal.passphrase is None else ["--passphrase-file", "-"]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{journal.passphrase}\n"))
    assert report(journal, out, *given) == 0
    with Logbook.open(journal.path, journal.passphrase, clock=journal.clock, read_only=True) as book:
        assert book.preferences.reports == (book.today(),)
