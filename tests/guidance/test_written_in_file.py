"""A file that cannot be imported as a whole: what to do about a sign in it stands beside the refusal."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from journal.assets import asset
from journal.core.entries import Rating, Symptom
from journal.core.symptoms import SymptomKind
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import sign_of
from journal.guidance.written_in_file import advice_in_file
from journal.texts import english
from tests.command_line import Run, run
from tests.journals import JournalAt, now

__all__ = ["run"]

ADVICE = f"Chest pain. {filled(english(), sign_of('chest_pain').now.text, country_of(None))}"


def exported(run: Run, plain_journal: JournalAt, tmp_path: Path, ending: str, value: int = 5) -> Path:
    with plain_journal.open() as book:
        pain = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
        book.save(pain, Rating(at=now(book), symptom=pain.id, value=value))
    out = tmp_path / f"out.{ending}"
    assert run("--journal", plain_journal.path, "export", out)[0] == 0
    return out


@pytest.mark.parametrize("broken", [b"\xff\xfe\xfa", b""])
def test_an_own_file_that_is_broken(run: Run, plain_journal: JournalAt, tmp_path: Path, broken: bytes) -> None:
    out = exported(run, plain_journal, tmp_path, "json")
    out.write_bytes(out.read_bytes()[:-9] + broken)
    code, told, said = run("--journal", tmp_path / "new.leaf", "import", out)
    assert code == 1 and ADVICE in told + said and not (tmp_path / "new.leaf").exists()


def test_a_table_without_a_mapping(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Date;Time;Chest pain;Nausea\n20.11.2026;08:10;5;6\n", encoding="utf-8")
    code, _, said = run("--journal", tmp_path / "new.leaf", "import", table)
    lines = said.splitlines()
    assert code == 1 and ADVICE in lines and "mapping" in lines[-1]
    table.write_text("Date;Time;Chest pain;Nausea\n20.11.2026;08:10;0;6\n", encoding="utf-8")
    assert "Chest pain. " not in run("--journal", tmp_path / "new.leaf", "import", table)[2]


@pytest.mark.parametrize("value", [0, 5])
def test_each_is_looked_for_by_its_number(run: Run, plain_journal: JournalAt, tmp_path: Path, value: int) -> None:
    for ending in ("json", "csv"):
        said = advice_in_file(exported(run, plain_journal, tmp_path, ending, value), english(), country_of(None))
        assert (ADVICE in said) is bool(value)
        (tmp_path / f"out.{ending}").unlink()


def test_a_high_pressure_and_a_sign_stand_there_the_more_urgent_first(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    rows = [
        {"id": "1", "systolic": 195, "diastolic": 100}, {"id": "a", "code": "chest_pain"},
        {"id": "b", "symptom": "a", "value": 3}, {"id": "c", "symptom": "none", "value": 3},
    ]  # fmt: skip
    file.write_text("{\n" + ",\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = advice_in_file(file, english(), country_of(None))
    one_line = tmp_path / "y.json"
    one_line.write_text(file.read_text("utf-8").replace("\n", " "), encoding="utf-8")
    assert advice_in_file(one_line, english(), country_of(None)) == said
    assert said[1] == ADVICE and said[-1].startswith("A blood pressure of 180/120 or more.")


@pytest.mark.parametrize("name", ["none.json", ""])
def test_what_cannot_be_opened_says_nothing(tmp_path: Path, name: str) -> None:
    assert advice_in_file(tmp_path / name, english(), country_of(None)) == []


def _archive(path: Path, files: Mapping[str, bytes | str], packed: bool = True) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_without_entries_names_no_sign(tmp_path: Path, packed: bool) -> None:
    pages = {f"formats/{page.name}": page.read_bytes() for page in asset("formats").glob("*.*")}
    readme = {"readme.md": "Symptom,Value\nThis app can log seizure days.,5\n"}
    archives: tuple[Mapping[str, bytes | str], ...] = (pages, readme, {**pages, "doses.csv": "id,at\r\n"})
    for number, files in enumerate(archives):
        file = _archive(tmp_path / f"{number}.zip", files, packed)
        assert advice_in_file(file, english(), country_of(None)) == []


@pytest.mark.parametrize("value", [0, 5])
def test_a_rating_in_an_archive_of_ours_is_found(
    run: Run, plain_journal: JournalAt, tmp_path: Path, value: int
) -> None:
    out = exported(run, plain_journal, tmp_path, "zip", value)
    with zipfile.ZipFile(out) as whole:
        tables = {name: whole.read(name) for name in whole.namelist() if name != "doses.csv"}
    told = run("--journal", tmp_path / "new.leaf", "import", _archive(tmp_path / "less.zip", tables))[2]
    assert (ADVICE in told) is bool(value) and "doses.csv is missing" in told


def test_what_is_no_text_names_no_sign(tmp_path: Path) -> None:
    rows = b"Symptom,Value\nSeizure,5\nChest pain,5\n"
    for number, begin in enumerate((bytes(range(128, 256)) * 3, b"SQLite format 3\0")):
        file = tmp_path / str(number)
        file.write_bytes(begin + rows)
        assert advice_in_file(file, english(), country_of(None)) == []
    file.write_bytes(b"\xff\xfa" + rows)
    assert ADVICE in advice_in_file(file, english(), country_of(None))
