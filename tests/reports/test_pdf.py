"""The file: fonts embedded, repeatable to the byte, said of nobody, locked for good, and safe with any name."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtWidgets import QApplication

from journal.charts.glyphs import UNKNOWN, one_line, printable
from journal.core.entries import Dose, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_at, moment_now
from journal.core.preferences import setting_for
from journal.core.symptoms import SymptomKind
from journal.guidance.phrases import forbidden_phrases
from journal.insights.summary import Span
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import make_pdf, protect
from journal.reports.sections import TITLES
from journal.texts import english
from tests.charts.days import ODD_NAMES
from tests.journals import START_MS, JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, fill, filled_journals, noon

__all__ = ["clock", "plain_journal", "templates"]

TEXTS = english()
OPTIONS = ReportOptions(Span(LAST - dt.timedelta(days=83), LAST))
PASSWORD = "blau 🦊 ünd"
KOLKATA = moment_at(START_MS, "Asia/Kolkata")
ODD = {
    name: text for name, text in ODD_NAMES.items() if text and name not in ("controls", "lone surrogate", "long words")
}


@pytest.fixture
def full(plain_journal: JournalAt) -> JournalAt:
    with plain_journal.open() as book:
        fill(book, days=84, kept=0.9)
    return plain_journal


def made(at: JournalAt, options: ReportOptions = OPTIONS) -> bytes:
    with at.open(read_only=True) as book:
        return make_pdf(book, options, TEXTS, KOLKATA)


@pytest.fixture(scope="module")
def made_once() -> list[bytes]:
    """The pages below, once a test of this module asked for them."""
    return []


@pytest.fixture
def pdf(made_once: list[bytes], request: pytest.FixtureRequest) -> bytes:
    """The pages of the full journal, the same for each test."""
    if not made_once:
        made_once.append(made(request.getfixturevalue("full")))
    return made_once[0]


# --- the file ---------------------------------------------------------------------------------------------------------


@pytest.mark.needs("pdffonts", "qpdf")
def test_every_font_is_embedded_and_the_file_is_sound(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf)
    _sound(file)


@pytest.mark.slow
@pytest.mark.slow_every(7)
@pytest.mark.needs("pdffonts", "pdfinfo", "qpdf")
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", filled_journals())
def test_so_are_those_of_every_case(plain_journal: JournalAt, tmp_path: Path, case: str, paper: Paper) -> None:
    file = _file_of(plain_journal, tmp_path, case, paper)
    _sound(file)
    _structure_of(file)


@pytest.mark.slow
@pytest.mark.slow_every(5)
@pytest.mark.needs("pdfinfo")
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(
    "case",
    [
        "no data",
        "1 entry",
        "7 days",
        # Poppler goes through the whole page for each piece of it: a quarter of a minute, with all entries a minute.
        pytest.param("84 full days", marks=[pytest.mark.campaign, pytest.mark.timeout(600)]),
    ],
)
def test_another_reader_is_told_the_pages_in_order(
    plain_journal: JournalAt, tmp_path: Path, case: str, paper: Paper
) -> None:
    """Poppler finds in the tree the title of each page's first part, in their order."""
    told = _structure_of(_file_of(plain_journal, tmp_path, case, paper), "-struct-text")
    places = [told.find(f'"{title}"') for title in ("Kratom use and symptom summary", *TITLES)]
    found = [place for place in places if place >= 0]
    assert places[0] >= 0 and places[-1] >= 0 and found == sorted(found)


def _file_of(at: JournalAt, folder: Path, case: str, paper: Paper) -> Path:
    """The pages of a journal of this case, made twice with the same bytes."""
    fill_it, days = filled_journals()[case]
    with at.open() as book:
        fill_it(book)
    period = Span(LAST - dt.timedelta(days=days - 1), LAST)
    options = ReportOptions(period, paper, entries=paper == "letter" and days <= 84, entry_notes=True)
    file = folder / "report.pdf"
    file.write_bytes(made(at, options))
    assert file.read_bytes() == made(at, options)
    return file


def _sound(file: Path) -> None:
    said = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    fonts = said.splitlines()[2:]
    assert fonts
    assert all("DejaVuSans" in font and font.split()[-5:-2] == ["yes", "yes", "yes"] for font in fonts), said
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "WARNING" not in checked.stdout + checked.stderr


def _structure_of(file: Path, how: str = "-struct") -> str:
    """The tree of the pages as Poppler reads it, without a complaint."""
    read = subprocess.run(["pdfinfo", how, file], capture_output=True, text=True, check=True)
    assert read.stderr == "" and read.stdout.startswith("Document")
    return read.stdout


def test_what_is_said_of_the_file_is_neutral(full: JournalAt) -> None:
    pdf = made(full, ReportOptions(OPTIONS.period, name="Sam Doe", words="Kratom helps me"))
    said = PdfDocument(pdf).get_metadata_dict()
    assert said["Title"] == "Use and symptom summary"
    assert not said["Author"]
    assert said["CreationDate"] == said["ModDate"] == "D:20261122150000+05'30'"
    assert not any("kratom" in value.lower() or "doe" in value.lower() for value in said.values())


def test_readers_for_the_blind_are_told_the_title_and_the_language(pdf: bytes) -> None:
    """A second time, as XMP: nothing else is in it, and not that the file is PDF/UA, which nobody has shown."""
    told: Any = PdfReader(io.BytesIO(pdf)).root_object["/Metadata"].get_object()
    assert (told["/Type"], told["/Subtype"]) == ("/Metadata", "/XML")
    words = ElementTree.fromstring(told.get_data().decode().partition("?>")[2].rpartition("<?xpacket")[0])
    assert [text.strip() for text in words.itertext() if text.strip()] == ["Use and symptom summary", "en"]


def test_offsets_west_of_greenwich_with_half_hours_are_kept(full: JournalAt) -> None:
    with full.open(read_only=True) as book:
        pdf = make_pdf(book, OPTIONS, TEXTS, moment_at(START_MS, "America/St_Johns"))
    assert PdfDocument(pdf).get_metadata_value("CreationDate") == "D:20261122060000-03'30'"


_AGAIN = """
import datetime as dt, hashlib, sys
from pathlib import Path
from journal.core.moments import moment_at
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import START_MS, FixedClock
last = dt.date(2026, 11, 21)
with Logbook.open(Path(sys.argv[1]), None, clock=FixedClock(), read_only=True) as book:
    options = ReportOptions(Span(last - dt.timedelta(days=83), last))
    print(hashlib.sha256(make_pdf(book, options, english(), moment_at(START_MS, "Asia/Kolkata"))).hexdigest())
"""


@pytest.mark.slow
def test_the_same_entries_give_the_same_bytes_here_and_in_another_process(full: JournalAt) -> None:
    once, again = made(full), made(full)
    assert once == again
    child = subprocess.run(
        [sys.executable, "-c", _AGAIN, full.path], capture_output=True, text=True, check=True,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert child.stdout.strip() == hashlib.sha256(once).hexdigest()


def test_a_locked_file_opens_with_its_password_only(pdf: bytes) -> None:
    locked = protect(pdf, PASSWORD)
    assert b"Use and symptom" not in locked
    for wrong in (None, "", "blau", "blau 🦊 und"):
        with pytest.raises(PdfiumError, match="password"):
            PdfDocument(locked, wrong)
    assert pages_of(locked, PASSWORD) == pages_of(pdf)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("typed", "prepared"),
    [("x²", "x2"), ("½ cup", "1⁄2 cup"), ("u\u0308ber", "über"), ("a\u00a0b", "a b"), ("naïve", "naïve")],
)
def test_a_password_opens_as_it_was_typed_and_as_pdf_2_prepares_it(pdf: bytes, typed: str, prepared: str) -> None:
    locked = protect(pdf, typed)
    assert pages_of(locked, typed) == pages_of(locked, prepared) != []


def test_a_lock_is_never_the_same_twice(pdf: bytes) -> None:
    """Two files with one key would tell that they hold the same."""
    assert protect(pdf, PASSWORD) != protect(pdf, PASSWORD)


def test_a_lock_says_no_letter_of_the_password(
    pdf: bytes, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    protect(pdf, "a🦊b")  # of a letter that is newer than its rules pypdf would warn by name
    assert not caplog.messages and "".join(capfd.readouterr()) == ""


@pytest.mark.needs("qpdf")
def test_the_lock_is_the_strongest_that_pdf_has_and_forbids_nothing(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(protect(pdf, PASSWORD))
    assert _qpdf(f"--password={PASSWORD}wrong", "--check", file).returncode == 2
    said = _qpdf(f"--password={PASSWORD}", "--check", file)
    assert said.returncode == 0, said.stdout + said.stderr
    lines = said.stdout.splitlines()
    assert {"R = 6", "file encryption method: AESv3", "PDF Version: 2.0"} <= set(lines)
    assert not [line for line in lines if line.endswith("not allowed")]
    assert len([line for line in lines if line.endswith(": allowed")]) == 9


def _qpdf(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["qpdf", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("password", [PASSWORD, "x²"])
def test_another_reader_finds_the_same_words_behind_the_lock(pdf: bytes, tmp_path: Path, password: str) -> None:
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(pdf)
    locked.write_bytes(protect(plain.read_bytes(), password))
    assert _words(locked, "-upw", password) == _words(plain) != ""
    assert _words(locked, "-upw", "wrong") == _words(locked) == ""


def _words(file: Path, *arguments: str) -> str:
    return subprocess.run(["pdftotext", *arguments, file, "-"], capture_output=True, text=True, check=False).stdout


# --- any name ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_found_or_visibly_replaced(qapp: QApplication, plain_journal: JournalAt, name: str) -> None:
    text = ODD[name]
    with plain_journal.open() as book:
        product = Product(name=text, kind=ProductKind.LEAF_POWDER)
        symptoms = [
            Symptom(name=text, kind=kind, main=kind == "pain") for kind in (SymptomKind.PAIN, SymptomKind.WARNING)
        ]
        book.save(product, *symptoms)
        book.save(Dose(at=noon(1), product=product.id))
        book.save(*(Rating(at=noon(day), symptom=each.id, value=5) for each in symptoms for day in (1, 2, 3)))
        options = ReportOptions(OPTIONS.period, words=text, goal=text[:120], name=text)
        first, *between, last = pages_of(make_pdf(book, options, TEXTS, moment_now(book.clock)))
    shown, replaced = printable(text)
    # Readers copy Arabic words from the right.
    assert all(word[:20] in first or word[::-1] in first for word in one_line(text).split())
    assert name == "arabic" or _letters(shown) in _letters(first + "".join(between) + last)
    assert ("cannot be shown in this PDF" in " ".join((*between, last))) == bool(replaced)
    assert (UNKNOWN in first or "[" in shown) if replaced else UNKNOWN not in first


def _letters(text: str) -> str:
    return "".join(text.split())


# --- what is told -----------------------------------------------------------------------------------------------------


def test_name_and_year_are_printed_only_if_given(qapp: QApplication, full: JournalAt) -> None:
    bare = " ".join(pages_of(made(full)))
    assert "Name: ________" in bare
    assert "Born:" not in bare
    told = pages_of(made(full, ReportOptions(OPTIONS.period, name="Sam Doe", birth_year=1980)))[0]
    assert "Name: Sam Doe" in told
    assert "Born: 1980" in told


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_page_bears_name_and_period(qapp: QApplication, full: JournalAt, paper: Paper) -> None:
    bare = pages_of(made(full, ReportOptions(OPTIONS.period, paper)))
    first = english().short_day(OPTIONS.period.first)
    assert len(bare) > 1
    assert all("Name: ________" in page and f"Period: {first} – " in page for page in bare)
    long = "Sam " * 60
    assert all("Name: Sam Sam" in page for page in pages_of(made(full, ReportOptions(OPTIONS.period, name=long))))


def test_thoughts_of_suicide_need_their_own_yes(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        noted = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING)
        book.save(noted, Rating(at=noon(2), symptom=noted.id, value=7))
    without = pages_of(made(plain_journal))
    assert "suicide" not in without[0].lower()
    assert "7 of 10" not in without[0]
    told = pages_of(made(plain_journal, ReportOptions(OPTIONS.period, suicidal=True)))[0]
    assert "thoughts of suicide on 1 day, 7 of 10" in told
    assert (
        "7 of 10" not in pages_of(made(plain_journal, ReportOptions(OPTIONS.period, warnings=False, suicidal=True)))[0]
    )


@pytest.mark.slow
@pytest.mark.parametrize("case", ["no data", "1 entry", "gaps and unknown amounts", "extract only", "many warnings"])
def test_the_pages_say_nothing_that_is_forbidden(qapp: QApplication, plain_journal: JournalAt, case: str) -> None:
    fill_it, _ = filled_journals()[case]
    with plain_journal.open() as book:
        fill_it(book)
    for page in pages_of(made(plain_journal)):
        assert not forbidden_phrases(page, "report")


def test_page_1_says_what_a_rescue_did_not_bring_back(qapp: QApplication, full: JournalAt) -> None:
    """It said "doses (takes now)" were not told, of 162 that had been."""
    said = "Part of the journal was lost to damage of its file: doses (162)."
    with full.open() as book:
        moment = moment_now(book.clock)
        before = pages_of(make_pdf(book, OPTIONS, TEXTS, moment))
        book.save(setting_for("rescued", "dose=162"))
        after = pages_of(make_pdf(book, OPTIONS, TEXTS, moment))
    assert said not in " ".join(str(before[0]).split()) and said in " ".join(str(after[0]).split())
