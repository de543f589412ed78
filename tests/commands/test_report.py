"""The report command: its period, its paper, what it tells, its lock, and nothing half-written when it refuses."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtWidgets import QApplication

from journal import cli
from journal.core.entries import Intake, Note, Rating, Symptom
from journal.core.substances import Taken
from journal.core.symptoms import SymptomKind
from journal.reports.options import CHOICES
from tests.command_line import Run
from tests.journals import JournalAt
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon

PASSWORD = "blau 🦊 ünd"
LEFT_OUT = "Left out: Hidden rating; private entries, if there are any."


@pytest.fixture
def report(plain_journal: JournalAt, run_report: Run) -> Run:
    """Runs ``report`` on a journal with one warning and one thought of suicide: exit code, output, error."""
    with plain_journal.open() as book:
        codes = ("chest_pain", "suicidal_thoughts")
        symptoms = [Symptom(code=code, kind=SymptomKind.WARNING) for code in codes]
        book.save(*symptoms)
        book.save(*(Rating(at=noon(2), symptom=each.id, value=7) for each in symptoms))

    return run_report


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "journal-summary.pdf"


def test_every_entry_is_listed_where_that_is_asked_for_and_notes_where_they_are(
    qapp: QApplication, plain_journal: JournalAt, report: Run, out: Path
) -> None:
    with plain_journal.open() as book:
        book.save(Note(at=noon(2), text="a walk in the wood"))

    def behind(*arguments: str) -> tuple[str, str]:
        code, _, problem = report(out, "--force", *arguments)
        assert code == 0
        return " ".join(pages_of(out.read_bytes())[1:]), problem

    usual, nothing_said = behind()
    assert "Every entry" not in usual and "list of entries" not in nothing_said
    listed, said = behind("--show", "entries")
    assert "Chest pain 7 of 10" in listed and "Thoughts of suicide" not in listed and "in the wood" not in listed
    assert "Notes in the list of entries" in said
    with_notes, said = behind("--show", "entries", "--show", "entry-notes")
    assert "Note a walk in the wood" in with_notes and "list of entries" not in said


def test_blocks_of_page_1_are_hidden_and_named_before(qapp: QApplication, report: Run, out: Path) -> None:
    assert report(out)[0] == 0
    assert "Key figures" in first_page(out)
    hidden = ("key-figures", "chart", "products", "before-after", "methods")
    code, _, problem = report(out, *(part for each in hidden for part in ("--hide", each)))
    assert code == 0
    assert "Key figures; The weeks as a chart; Products and what their labels say; Ratings before and" in problem
    assert "How the figures are made; private entries, if there are any." in problem
    assert not any(
        words in " ".join(pages_of(out.read_bytes())) for words in ("Key figures", "at a glance", "at the end")
    )


def first_page(out: Path) -> str:
    return pages_of(out.read_bytes())[0]


def test_it_is_of_the_12_weeks_up_to_yesterday(qapp: QApplication, report: Run, out: Path) -> None:
    code, said, problem = report(out)
    assert (code, problem) == (0, f"{LEFT_OUT}\n")
    assert f"Written: {out}" in said
    assert "This file is not locked." in said
    assert "Period: 30 Aug 2026 – 21 Nov 2026 (84 days)" in first_page(out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [each.name for each in out.parent.iterdir()] == [out.name]


@pytest.mark.parametrize(
    ("arguments", "period"),
    [
        (("--from", "2026-11-01"), "1 Nov 2026 – 21 Nov 2026 (21 days)"),
        (("--to", "2026-10-31"), "9 Aug 2026 – 31 Oct 2026 (84 days)"),
        (("--from", "2026-11-20", "--to", "2026-11-20"), "20 Nov 2026 – 20 Nov 2026 (1 day)"),
    ],
)
def test_the_period_is_chosen(
    qapp: QApplication, report: Run, out: Path, arguments: tuple[str, ...], period: str
) -> None:
    assert report(out, *arguments)[0] == 0
    assert f"Period: {period}" in first_page(out)


@pytest.mark.parametrize(("paper", "height"), [("a4", 841.89), ("letter", 792)])
def test_the_paper_is_chosen(report: Run, out: Path, paper: str, height: float) -> None:
    assert report(out, "--paper", paper)[0] == 0
    assert {round(float(page.mediabox[3]), 2) for page in PdfReader(out).pages} == {height}


def test_a_rating_that_is_left_out_is_told_to_the_person_and_masked(report: Run, out: Path) -> None:
    _, said, _ = report(out)
    assert "A hidden rating was left out; --show suicidal-thoughts prints it." in said.splitlines()
    assert "hidden rating" not in first_page(out)
    _, said, _ = report(out, "--hide", "warnings", "--show", "suicidal-thoughts")
    assert "hidden rating was left out" in said
    _, said, _ = report(out, "--show", "suicidal-thoughts")
    assert "hidden rating" not in said


def test_sections_are_shown_and_hidden(qapp: QApplication, report: Run, out: Path, plain_journal: JournalAt) -> None:
    assert report(out)[0] == 0
    assert "chest pain on 1 day, 7 of 10" in first_page(out)
    assert "suicide" not in first_page(out).lower()
    assert report(out, "--show", "suicidal-thoughts")[0] == 0
    assert "thoughts of suicide on 1 day, 7 of 10" in first_page(out)
    with plain_journal.open() as book:
        book.save(Note(at=noon(1), text="on the stairs"), Rating(at=noon(1), symptom=book.symptoms()[0].id, value=6))
    assert report(out, "--show", "notes")[0] == 0
    assert "6 of 10 “on the stairs”" in first_page(out)
    assert report(out)[0] == 0
    assert "on the stairs" not in first_page(out)
    assert report(out, "--hide", "warnings")[0] == 0
    assert "7 of 10" not in first_page(out)


def test_words_goal_name_and_year_are_printed_as_given(qapp: QApplication, report: Run, out: Path) -> None:
    arguments = (
        "--words",
        "<b>Nights</b> & $x$",
        "--goal",
        "Walk",
        "--planned",
        "knee",
        "--name",
        "Sam Doe",
        "--birth-year",
        "1980",
    )
    assert report(out, *arguments)[0] == 0
    page = first_page(out)
    assert all(
        each in page for each in ("“<b>Nights</b> & $x$”", "Wants Walk. Planned: knee.", "Name: Sam Doe", "Born: 1980")
    )


def test_what_cannot_be_shown_is_counted(qapp: QApplication, report: Run, out: Path) -> None:
    assert "cannot be shown" not in report(out, "--words", "Knee, כאב, ألم")[1]
    _, said, _ = report(out, "--words", "दर्द 腰痛")
    assert "6 characters cannot be shown in a PDF and are replaced." in said
    assert "6 characters of names and texts cannot be shown in this PDF" in " ".join(pages_of(out.read_bytes()))


def test_a_locked_report_is_never_on_the_disk_unlocked(
    report: Run, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{PASSWORD}\nnot this line\n", encoding="utf-8")
    written: list[bytes] = []
    replace = Path.replace

    def seen(path: Path, target: Path) -> Path:
        written.append(path.read_bytes())
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", seen)
    code, said, _ = report(out, "--password-file", secret)
    assert code == 0
    assert "not locked" not in said
    assert written == [out.read_bytes()]
    assert [each.name for each in out.parent.iterdir()] == [out.name]
    with pytest.raises(PdfiumError, match="password"):
        PdfDocument(written[0])
    assert len(PdfDocument(out, PASSWORD)) >= 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--from", "2026-11-10", "--to", "2026-11-01"), "10 Nov 2026"),
        (("--from", "someday"), "someday"),
        (("--to", "0001-01-05"), "between 1970 and 2100"),
        (("--birth-year", "-5"), "-5 is not a year of birth"),
        (("--birth-year", "long ago"), "long ago is not a year of birth. Give one from 19"),
        (("--birth-year", "2027"), "2027 is not a year of birth"),
        (("--words", "w" * 241), "240"),
        (("--goal", "w" * 121), "120"),
        (("--password-file", "/nowhere/secret"), "secret"),
    ],
)
def test_a_refusal_says_why_and_leaves_what_was_there(
    report: Run, out: Path, arguments: tuple[str, ...], words: str
) -> None:
    out.write_bytes(b"an earlier report")
    code, said, problem = report(out, *arguments)
    assert (code, said) == (1, "")
    assert words in problem
    assert "Traceback" not in problem
    assert out.read_bytes() == b"an earlier report"
    assert [each.name for each in out.parent.iterdir()] == [out.name]


def test_an_empty_password_file_is_refused(report: Run, out: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("\n", encoding="utf-8")
    assert report(out, "--password-file", secret)[0] == 1
    assert not out.exists()


def test_the_journal_is_never_replaced_by_its_report(report: Run, plain_journal: JournalAt) -> None:
    before = plain_journal.path.read_bytes()
    code, _, problem = report(plain_journal.path)
    assert (code, bool(problem)) == (1, True)
    assert plain_journal.path.read_bytes() == before


@pytest.mark.parametrize("place", ["missing/report.pdf", "a file/report.pdf", ""])
def test_a_place_that_cannot_be_written_is_refused(report: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    before = sorted(tmp_path.rglob("*"))
    code, said, problem = report(tmp_path / place)
    assert (code, said) == (1, "")
    assert problem
    assert "Traceback" not in problem
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["report.txt", "report", "report.json"])
def test_a_file_of_another_ending_is_not_written(report: Run, tmp_path: Path, name: str) -> None:
    code, said, problem = report(tmp_path / name)
    assert (code, said) == (1, "") and "does not end in .pdf" in problem
    assert not (tmp_path / name).exists()


def test_the_help_names_what_is_shown_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["report", "--help"]) == 0
    said = re.sub(r"-\n\s+", "-", capsys.readouterr().out)  # lines end behind a hyphen, too
    assert all(said.count(choice.code) >= 2 for choice in CHOICES)
    assert "notes: those beside warning symptoms" in " ".join(said.split())


@pytest.mark.parametrize("arguments", [("--paper", "a5"), ("--show", "everything")])
def test_what_is_not_an_option_is_wrong_usage(report: Run, out: Path, arguments: tuple[str, ...]) -> None:
    assert report(out, *arguments)[0] == 2
    assert not out.exists()


def test_what_a_command_cannot_ask_is_left_out_and_said(
    qapp: QApplication, plain_journal: JournalAt, report: Run, out: Path
) -> None:
    with plain_journal.open() as book:
        book.save(*(Intake(at=noon(back), what=Taken.ALCOHOL, drinks=9000) for back in range(1, 5)))
    code, said, problem = report(out)
    assert code == 0
    assert problem.splitlines() == [
        "Left out, because a command cannot ask: alcohol. --show prints a section, --hide leaves it out.",
        LEFT_OUT,
    ]
    assert "written down on" not in first_page(out)
    code, said, problem = report(out.with_name("b.pdf"), "--show", "alcohol")
    assert (code, problem) == (0, f"{LEFT_OUT}\n")
    assert "written down on 4 of" in first_page(out.with_name("b.pdf"))
    assert report(out.with_name("c.pdf"), "--hide", "alcohol")[2] == (
        "Left out: Hidden rating; Alcohol; private entries, if there are any.\n"
    )
