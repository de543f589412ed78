"""report --sheet: the sheet for a pharmacist and the emergency card on the command line."""

from __future__ import annotations

import dataclasses
import datetime as dt
import stat
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError

from journal import device, paths
from journal.core.entries import Condition, Dose, Intake, Product, ProductKind, Question, Substance
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, moment_now
from journal.core.substances import Source, Taken
from tests.command_line import Run
from tests.journals import JournalAt
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def report(plain_journal: JournalAt, run_report: Run) -> Run:
    """Runs ``report`` on a journal with a medicine, an allergy, a liver and a drink: exit code, output, error."""
    with plain_journal.open() as book:
        book.save(
            Substance(name="sertraline", source=Source.PRESCRIBED),
            Condition(what=ConditionKind.ALLERGY, name="penicillin"),
            Condition(what=ConditionKind.LIVER, name="fatty liver"),
            Question(text="May I take both?"),
            Intake(at=noon(2), what=Taken.ALCOHOL, drinks=4000),
        )

    return run_report


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "sheet.pdf"


def words(out: Path, password: str | None = None) -> str:
    return " ".join(" ".join(pages_of(out.read_bytes(), password)).split())


def test_the_pharmacists_sheet_is_written_whole_for_its_owner_alone(report: Run, out: Path) -> None:
    code, said, problem = report(out, "--sheet", "pharmacist", "--name", "Sam Doe")
    assert code == 0
    assert f"Written: {out}" in said
    assert "This file is not locked." in said
    assert problem.splitlines() == [
        "Left out, because a command cannot ask: alcohol. --show prints a section, --hide leaves it out.",
        "Left out: Liver, kidney, heart, breathing, seizures; private entries, if there are any.",
    ]
    assert words(out).startswith("For the pharmacist: please check this list Made 22 Nov 2026 Name: Sam Doe")
    assert "sertraline" in words(out)
    assert "4+ drinks" not in words(out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [each.name for each in out.parent.iterdir()] == [out.name]


def test_a_planned_visit_stands_on_the_pharmacists_sheet(report: Run, out: Path) -> None:
    code, *_ = report(out, "--sheet", "pharmacist", "--planned", "visit on 3 Dec")
    assert code == 0
    assert "Planned operation or visit visit on 3 Dec" in words(out)


def test_sections_are_shown_and_hidden(report: Run, out: Path) -> None:
    assert report(out, "--sheet", "pharmacist")[0] == 0
    assert "fatty liver" not in words(out)
    assert "May I take both?" in words(out)
    shown = ("--show", "conditions", "--show", "alcohol", "--hide", "questions")
    code, _, problem = report(out, "--sheet", "pharmacist", *shown)
    assert (code, problem) == (0, "Left out: Your questions; private entries, if there are any.\n")
    assert "Liver fatty liver" in words(out)
    assert "at least 4 drinks in 28 days" in words(out)
    assert "May I take both?" not in words(out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--sheet", "everything"),
        ("--sheet", "pharmacist", "--show", "attempts"),
        ("--sheet", "pharmacist", "--show", "contact"),
        ("--sheet", "pharmacist", "--from", "2026-11-01"),
        ("--sheet", "pharmacist", "--words", "nights"),
        ("--sheet", "pharmacist", "--wording", "plant"),
        ("--sheet", "pharmacist", "--preset", "doctor"),
        ("--sheet", "emergency", "--show", "private"),
        ("--sheet", "emergency", "--hide", "symptom:pain"),
        ("--sheet", "emergency", "--name", "Sam Doe"),
        ("--sheet", "emergency", "--planned", "visit on 3 Dec"),
        ("--sheet", "emergency", "--show", "questions"),
        ("--sheet", "emergency", "--birth-year", "1980"),
        ("--show", "contact"),
        ("--naloxone", "drawer"),
    ],
)
def test_what_a_paper_does_not_have_is_wrong_usage(report: Run, out: Path, arguments: tuple[str, ...]) -> None:
    code, said, problem = report(out, *arguments)
    assert (code, said) == (2, "")
    assert problem
    assert not out.exists()


@pytest.mark.parametrize("sheet", [("--sheet", "pharmacist"), ("--sheet", "emergency"), ()])
def test_a_private_pregnancy_is_printed_only_where_that_is_said_twice(
    report: Run, out: Path, sheet: tuple[str, ...], plain_journal: JournalAt
) -> None:
    with plain_journal.open() as book:
        book.save(
            Condition(what=ConditionKind.PREGNANCY, name="weekword", private=True),
            Condition(what=ConditionKind.BREASTFEEDING, name="openword"),
        )
    how = "An entry marked private, about pregnancy, was left out; --show pregnancy with --private-confirmed prints it."
    code, _, problem = report(out, *sheet, "--show", "pregnancy")
    assert code == 0
    assert how in problem
    assert "weekword" not in words(out)
    assert "openword" in words(out), "what is not private needs no second yes"
    out.unlink()
    code, _, problem = report(out, *sheet, "--show", "pregnancy", "--private-confirmed")
    assert code == 0
    assert how not in problem
    assert "weekword" in words(out)
    assert sheet or "other private entries, if there are any." in problem
    out.unlink()
    code, _, problem = report(out, *sheet, "--private-confirmed")
    assert code == 1
    assert "only where that is said twice" in problem
    assert not out.exists()


@pytest.mark.parametrize("sheet", [("--sheet", "pharmacist"), ("--sheet", "emergency"), ()])
def test_what_is_dated_later_than_the_clock_is_told_and_said_to_be_so(
    report: Run, out: Path, sheet: tuple[str, ...], plain_journal: JournalAt
) -> None:
    later = Substance(name="zopiclone", source=Source.PRESCRIBED, since=dt.date(2026, 12, 24))
    plain_journal.clock.tick(40 * DAY_MS)
    with plain_journal.open() as book:
        book.save(later, Intake(at=moment_now(plain_journal.clock), what=Taken.OWN, name="ibuprofen"))
    plain_journal.clock.tick(-40 * DAY_MS)
    code, said, _ = report(out, *sheet)
    assert code == 0
    assert "zopiclone" in words(out)
    assert "since 24 Dec 2026 (later than this computer’s clock)" in words(out)
    assert "1 entry is dated later than this computer’s clock" in said


@pytest.mark.parametrize("sheet", ["pharmacist", "emergency"])
def test_a_medicine_and_a_product_can_be_left_out(report: Run, out: Path, sheet: str, plain_journal: JournalAt) -> None:
    leaf = Product(name="Green Leaf", kind=ProductKind.LEAF_POWDER)
    with plain_journal.open() as book:
        book.save(leaf, Substance(name="zopiclone"), *(Dose(at=noon(day), product=leaf.id) for day in range(2, 6)))
    assert report(out, "--sheet", sheet)[0] == 0
    assert all(name in words(out) for name in ("sertraline", "zopiclone"))
    taken = "Green Leaf" if sheet == "pharmacist" else "Takes kratom (acts on opioid receptors): leaf"
    assert taken in words(out)
    hidden = ("--hide", "medicine:sertraline", "--hide", "product:green leaf")
    code, _, problem = report(out, "--sheet", sheet, *hidden)
    assert code == 0
    assert "sertraline" not in words(out)
    assert taken not in words(out)
    assert "zopiclone" in words(out)
    assert "; product “Green Leaf”; medicine “sertraline”; private entries, if there are any." in problem
    assert report(out, "--sheet", sheet, "--hide", "medicine:nothing")[0] == 1


def test_the_card_is_written_after_it_was_said_who_can_read_it(report: Run, out: Path) -> None:
    code, said, problem = report(out, "--sheet", "emergency")
    assert code == 0
    assert f"Written: {out}" in said
    assert problem.splitlines()[0] == ("Whoever finds this card can read it. In some places kratom is against the law.")
    assert problem.splitlines()[1].startswith("Left out, because a command cannot ask: alcohol.")
    assert "Takes kratom (acts on opioid receptors):" in words(out)
    assert "Allergies: penicillin" in words(out)
    assert "fatty liver" not in words(out)
    assert "Alcohol" not in words(out)


def test_that_is_said_even_where_the_card_cannot_be_written(report: Run, tmp_path: Path) -> None:
    code, _, problem = report(tmp_path / "missing" / "card.pdf", "--sheet", "emergency")
    assert code == 1
    assert problem.startswith("Whoever finds this card can read it.")


def test_the_card_bears_the_number_of_the_country_that_is_set(report: Run, out: Path) -> None:
    report(out, "--sheet", "emergency")
    assert "Not breathing well: call the emergency number and give naloxone." in words(out)
    device.change(paths.device_file(), lambda now: dataclasses.replace(now, country="AT"))
    report(out, "--sheet", "emergency")
    assert "Not breathing well: call 112 and give naloxone." in words(out)


def test_the_cards_own_options(report: Run, out: Path) -> None:
    arguments = ("--wording", "plant", "--naloxone", "left kitchen drawer", "--show", "liver", "--show", "alcohol")
    code, _, problem = report(out, "--sheet", "emergency", *arguments, "--hide", "medicines")
    assert code == 0
    assert problem.splitlines()[1:] == ["Left out: Medicines listed; private entries, if there are any."]
    assert "Takes a plant product that acts on opioid receptors:" in words(out)
    assert "kratom" not in words(out).casefold()
    assert "Naloxone is kept: left kitchen drawer" in words(out)
    assert "Liver: fatty liver" in words(out)
    assert "Also takes: Alcohol" in words(out)
    assert "sertraline" not in words(out)


def test_a_name_that_is_too_long_is_refused(report: Run, out: Path) -> None:
    code, _, problem = report(out, "--sheet", "pharmacist", "--name", "N" * 61)
    assert code == 1
    assert "60" in problem
    assert not out.exists()


@pytest.mark.parametrize(("paper", "height"), [("a4", 841.89), ("letter", 792)])
def test_the_paper_is_chosen(report: Run, out: Path, paper: str, height: float) -> None:
    assert report(out, "--sheet", "pharmacist", "--paper", paper)[0] == 0
    assert {round(float(page.mediabox[3]), 2) for page in PdfReader(out).pages} == {height}


def test_a_locked_sheet_opens_only_with_its_password(report: Run, out: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("blau 🦊 ünd\n", encoding="utf-8")
    _, said, _ = report(out, "--sheet", "pharmacist", "--password-file", secret)
    assert "not locked" not in said
    with pytest.raises(PdfiumError, match="password"):
        PdfDocument(out)
    assert "sertraline" in words(out, "blau 🦊 ünd")


def test_a_refusal_leaves_what_was_there(report: Run, out: Path, plain_journal: JournalAt) -> None:
    out.write_bytes(b"an earlier sheet")
    assert report(out, "--sheet", "pharmacist", "--password-file", "/nowhere/secret")[0] == 1
    assert out.read_bytes() == b"an earlier sheet"
    before = plain_journal.path.read_bytes()
    assert report(plain_journal.path, "--sheet", "pharmacist")[0] == 1
    assert plain_journal.path.read_bytes() == before
    assert report(out.with_suffix(".txt"), "--sheet", "pharmacist")[0] == 1


def test_what_cannot_be_shown_is_counted(report: Run, out: Path, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Substance(name="青霉素"))
    _, said, _ = report(out, "--sheet", "pharmacist")
    assert "3 characters cannot be shown in a PDF and are replaced." in said


def test_a_sheet_that_there_is_not_is_named_with_those_that_there_are(report: Run, out: Path) -> None:
    code, _, problem = report(out, "--sheet", "everything")
    assert code == 2
    assert "invalid choice: 'everything' (choose from pharmacist, emergency)" in problem
