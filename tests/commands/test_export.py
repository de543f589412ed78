"""export writes what is chosen, in a known format, never over the journal, and nothing private unasked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal import demo
from journal.core.entries import Dose, Help, Note, Product, Rating, Symptom
from journal.logbook import Logbook
from tests.command_line import Run, refused
from tests.exchange.spreadsheets import sheets_of
from tests.journals import FixedClock, JournalAt, ago, note, raw


def test_an_export_never_overwrites_the_journal(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    odd = tmp_path / "odd.json"
    Logbook.open(odd, clock=clock, create=True).close()
    before = odd.read_bytes()
    (tmp_path / "link.json").symlink_to(odd)
    for name in ("odd.json", "link.json"):
        assert "is the journal itself" in refused(run("--journal", odd, "export", tmp_path / name))
    assert odd.read_bytes() == before


@pytest.mark.parametrize("name", ["out.odt", "out", "out.leaf"])
def test_an_unknown_ending_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, name: str) -> None:
    assert ".json" in refused(run("--journal", plain_journal.path, "export", tmp_path / name))
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["out.json", "out.csv", "out.zip", "out.xlsx", "pages.pdf", "list.pdf", "card.pdf"])
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


# --- what of the journal -----------------------------------------------------------------------------------------


@pytest.fixture
def with_notes(plain_journal: JournalAt) -> JournalAt:
    """A private note and an open one of today, one of a week ago, and a product."""
    with plain_journal.open() as book:
        note(book, "open")
        note(book, "a week ago", 7 * 24 * 60)
        book.save(Note(at=ago(book, 5), text="secret", private=True), Product(name="Green"))
    return plain_journal


def _texts(file: Path) -> list[str]:
    return sorted(each["text"] for each in json.loads(file.read_text(encoding="utf-8"))["notes"])


def test_days_and_kinds_are_chosen(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    command = ["export", out, "--force", "--journal", with_notes.path]
    assert run(*command, "--from", "yesterday")[0] == 0
    assert _texts(out) == ["open", "secret"]
    assert run(*command, "--to", "2026-11-20", "--kinds", "Notes, dose")[0] == 0
    read = json.loads(out.read_text(encoding="utf-8"))
    assert [each["text"] for each in read["notes"]] == ["a week ago"] and read["products"] == []
    assert run(*command, "--without-private")[0] == 0
    assert _texts(out) == ["a week ago", "open"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "2026-11-21", "--to", "2026-11-20"], "after the last"),
        (["--kinds", "doses,dreams"], "“dreams” is not one of: persons, products"),
        (["--from", "32.13."], "32.13."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run: Run, with_notes: JournalAt, tmp_path: Path, arguments: list[str], said: str
) -> None:
    assert said in refused(run("--journal", with_notes.path, "export", tmp_path / "out.json", *arguments))
    assert not (tmp_path / "out.json").exists()


def test_private_entries_go_to_others_only_after_a_second_yes(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    command = ["export", out, "--force", "--journal", with_notes.path]
    code, words, _ = run(*command)
    assert code == 0 and "Not in it: what is marked private" in words and "not encrypted" in words
    assert len(sheets_of(out.read_bytes())["notes"]) == 2
    before = out.read_bytes()
    assert "--private-confirmed" in refused(run(*command, "--private"))
    assert out.read_bytes() == before
    code, words, _ = run(*command, "--private", "--private-confirmed")
    assert code == 0 and "private are in it" in words
    assert len(sheets_of(out.read_bytes())["notes"]) == 3


@pytest.mark.parametrize("ending", ["zip", "json"])
def test_what_was_exported_makes_the_same_journal(run: Run, with_notes: JournalAt, tmp_path: Path, ending: str) -> None:
    with with_notes.open() as book:
        book.save_all(
            demo.made_up_entries(3, book.today(), 10, "Europe/Berlin", with_notes.clock.ms),
            label="many.demo",
            origin="demo",
        )
        gone = note(book, "gone", 50)
        book.delete([gone.id])
    for name in (f"out.{ending}", "before.json"):
        assert run("export", tmp_path / name, "--force", "--journal", with_notes.path)[0] == 0
    new = tmp_path / "new.leaf"
    code, words, _ = run("import", tmp_path / f"out.{ending}", "--journal", new)
    assert code == 0 and "refused: 0" in words
    assert run("export", tmp_path / "after.json", "--journal", new)[0] == 0
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()


def test_the_separator_of_a_table_can_be_said(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    for said, sign in (("semicolon", b";"), ("tab", b"\t"), ("comma", b",")):
        out = tmp_path / f"{said}.csv"
        assert run("export", out, "--separator", said, "--journal", with_notes.path)[0] == 0
        assert out.read_bytes().splitlines()[0].startswith(b"\xef\xbb\xbfid" + sign + b"kind" + sign)


@pytest.mark.parametrize(("name", "begins"), [("a.md", b"# "), ("a.fhir.json", b'{"resourceType":"Bundle"')])
def test_other_formats_hold_what_is_not_private(
    run: Run, with_notes: JournalAt, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert run("export", tmp_path / name, "--journal", with_notes.path)[0] == 0
    content = (tmp_path / name).read_bytes()
    assert content.startswith(begins) and b"secret" not in content


def test_a_calendar_without_a_plan_is_refused(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    said = refused(run("export", tmp_path / "a.ics", "--journal", with_notes.path))
    assert "no planned operation" in said and not (tmp_path / "a.ics").exists()


def test_an_export_of_days_can_be_imported(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    with with_notes.open() as book:
        (product,) = book.products()
        dose = Dose(at=ago(book, 8 * 24 * 60), product=product.id)
        pain = Symptom(name="Pain")
        book.save(dose, pain, Rating(at=ago(book, 1), symptom=pain.id, value=3, dose=dose.id))
    part = tmp_path / "part.json"
    assert run("export", part, "--journal", with_notes.path, "--from", "today", "--kinds", "ratings")[0] == 0
    new = tmp_path / "new.leaf"
    Logbook.open(new, clock=with_notes.clock, create=True).close()
    code, words, _ = run("import", part, "--journal", new)
    assert code == 0 and "refused: 0" in words
    with Logbook.open(new, clock=with_notes.clock) as book:
        assert book.get(dose.id) is not None and len(book.symptoms()) == 1


@pytest.mark.parametrize("name", ["out.json", "out.zip", "out.xlsx", "out.md", "out.fhir.json"])
def test_a_separator_without_cells_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    said = refused(run("--journal", plain_journal.path, "export", out, "--separator", "semicolon"))
    assert said.startswith("--separator says what stands between the cells of a .csv")
    assert not out.exists()


def test_of_chosen_days_it_says_what_comes_along(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    command = ["export", tmp_path / "a.json", "--force", "--journal", with_notes.path]
    words = "What belongs to no day is in it all the same"
    assert [words in run(*command, *days)[1] for days in ((), ("--from", "today"), ("--to", "today"))] == [
        False, True, True
    ]  # fmt: skip


def test_what_goes_to_others_only_if_it_is_named_is_said(run: Run, with_notes: JournalAt, tmp_path: Path) -> None:
    with with_notes.open() as book:
        book.save(Help(text="a walk"))
    assert "in files for others only if named: helps, contacts, plans" in " ".join(run("export", "--help")[1].split())
    out = tmp_path / "out.xlsx"
    command = ["export", out, "--force", "--journal", with_notes.path]
    assert "what helps, people to call" in run(*command)[1] and "helps" not in sheets_of(out.read_bytes())
    said = run(*command, "--kinds", "helps,notes")[1]
    assert "what helps" not in said and [row["text"] for row in sheets_of(out.read_bytes())["helps"]] == ["a walk"]
