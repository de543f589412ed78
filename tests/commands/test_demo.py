"""demo writes a journal of made-up entries that says so everywhere, and replaces nothing but itself."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from journal.core.entries import Note, Phase
from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.command_line import ROOT, Run, digest, refused
from tests.journals import FixedClock, JournalAt


def test_a_demo_of_no_possible_day_is_refused(run: Run, tmp_path: Path) -> None:
    assert "between 1970 and 2100" in refused(run("demo", tmp_path / "d", "--until", "0001-01-02"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.usefixtures("no_picture")
def test_the_demo_replaces_only_itself(run: Run, tmp_path: Path, plain_journal: JournalAt) -> None:
    folder = tmp_path / "d"
    assert run("demo", folder, "--days", "3")[0] == 0
    assert run("demo", folder, "--days", "5")[0] == 0
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".lock") == [
        "demo.leaf", "entries.csv", "journal.json", "summary.pdf",
    ]  # fmt: skip
    shutil.copyfile(plain_journal.path, folder / "demo.leaf")
    before = digest(folder)
    assert "not a journal of made-up entries" in refused(run("demo", folder))
    (folder / "demo.leaf").write_text("my text")
    assert "not a journal of this program" in refused(run("demo", folder))
    shutil.copyfile(plain_journal.path, folder / "demo.leaf")
    assert digest(folder) == before
    (tmp_path / "file").write_text("x")
    assert "not a folder" in refused(run("demo", tmp_path / "file"))
    assert "is not a day" in refused(run("demo", folder, "--until", "soon"))
    assert "has not come yet" in refused(run("demo", folder, "--until", "2030-01-01"))


@pytest.mark.slow
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
