"""``report --hide``: single products, symptoms, medicines and notes are on no page, and stderr lists them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal import cli
from journal.core.entries import Dose, Note, Product, ProductKind, Rating, Symptom
from journal.core.substances import Substance
from journal.core.symptoms import SymptomKind
from journal.core.typed_amounts import parse_amount
from tests.journals import FixedClock, JournalAt
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon

Outcome = tuple[int, str, str]
Hide = Callable[..., Outcome]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "journal-summary.pdf"


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory, templates: Callable[[str | None], Path]) -> Path:
    """Of every kind that can be left out, made once."""
    path = tmp_path_factory.mktemp("weeks") / "weeks.leaf"
    shutil.copyfile(templates(None), path)
    leaf = Product(name="Red Bali", kind=ProductKind.LEAF_POWDER)
    tablet = Product(name="Blue Star", kind=ProductKind.SEVEN_OH)
    back, nausea = (
        Symptom(code="back_pain", kind=SymptomKind.PAIN),
        Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT),
    )
    chest = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    with JournalAt(path, None, FixedClock()).open() as book:
        book.save(leaf, tablet, back, nausea, chest, Substance(name="Sertraline"), Substance(name="Ibuprofen"))
        for day in range(1, 40):
            book.save(Dose(at=noon(day), product=leaf.id, amount=parse_amount("3 g")))
            book.save(Dose(at=noon(day, 60), product=tablet.id, amount=parse_amount("15 mg"), note=f"star {day}"))
            book.save(Rating(at=noon(day), symptom=back.id, value=6), Rating(at=noon(day), symptom=nausea.id, value=3))
        book.save(Rating(at=noon(3), symptom=chest.id, value=5), Note(at=noon(3, 5), text="on the stairs"))
    return path


@pytest.fixture
def hide(
    qapp: QApplication,
    weeks: Path,
    plain_journal: JournalAt,
    clock: FixedClock,
    out: Path,
    capsys: pytest.CaptureFixture[str],
) -> Hide:
    """Runs ``report --show notes --hide ...``: exit code, pages, error."""
    shutil.copyfile(weeks, plain_journal.path)

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        hidden = [word for each in arguments for word in ("--hide", each)]
        command = ["report", "--force", str(out), "--journal", str(plain_journal.path), "--show", "notes", *hidden]
        code = cli.main(command, clock=clock)
        said = capsys.readouterr()
        return code, " ".join(pages_of(out.read_bytes())) if code == 0 else "", said.err

    return run


@pytest.mark.slow
def test_without_it_everything_is_told(hide: Hide) -> None:
    _, pages, said = hide()
    for words in ("Red Bali", "Blue Star", "Nausea", "Sertraline", "Ibuprofen", "on the stairs"):
        assert words in pages
    assert said == "Left out: private entries, if there are any.\n"


@pytest.mark.slow
def test_a_product_is_named_nowhere_and_its_doses_are_counted(hide: Hide) -> None:
    _, pages, said = hide("product:blue star")
    assert "Blue Star" not in pages and "7-OH tablets" not in pages and "star 3" not in pages
    assert "39 doses were written down and are left out." in pages and ": at least 3.0 g a day (" in pages
    assert said == "Left out: product “Blue Star”; private entries, if there are any.\n"


def test_a_symptom_is_neither_counted_nor_hinted_at(hide: Hide) -> None:
    _, pages, said = hide("symptom:Nausea")
    assert "Nausea" not in pages and "3 of 10" not in pages and "28 of 28, worst 3" not in pages
    assert "not told for 56 days: ask" in pages  # as where it never was: with boxes for all
    assert said == "Left out: symptom “Nausea”; private entries, if there are any.\n"
    _, pages, _ = hide("symptom:chest pain")
    assert "chest pain on 1 day, 5 of 10" not in pages and "on the stairs" not in pages
    assert "No warning symptom is listed here." in pages


@pytest.mark.slow
def test_of_a_medicine_nothing_is_said_and_nothing_denied(hide: Hide) -> None:
    _, pages, said = hide("medicine:sertraline")
    assert "Sertraline" not in pages and "Ibuprofen" in pages
    assert said == "Left out: medicine “Sertraline”; private entries, if there are any.\n"


def test_a_single_note_is_left_out(hide: Hide) -> None:
    at = noon(3, 5).local
    _, pages, said = hide(f"note:{at:%Y-%m-%dT%H:%M}")
    assert "on the stairs" not in pages and "chest pain on 1 day, 5 of 10" in pages
    assert said == "Left out: note of 18 Nov 2026, 11:05; private entries, if there are any.\n"


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("product:Green", "There is no product called “Green” in this journal."),
        ("symptom:Hope", "There is no symptom called “Hope” in this journal."),
        ("medicine:Tea", "There is no medicine or other substance called “Tea”"),
        ("note:2026-11-01T08:00", "There is no note of 2026-11-01T08:00"),
        ("note:yesterday", "“yesterday” is not a date with a time"),
    ],
)
def test_what_is_not_there_cannot_be_left_out(hide: Hide, out: Path, what: str, words: str) -> None:
    code, _, said = hide(what)
    assert code == 1 and words in said
    assert not out.exists()


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("what", ["product:", "vendor:Corner", "product", "everything"])
def test_anything_else_is_wrong_usage(hide: Hide, out: Path, what: str) -> None:
    code, _, said = hide(what)
    assert code == 2 and "product:NAME, symptom:NAME" in said
    assert not out.exists()


def test_private_entries_are_printed_only_where_it_is_said_twice(
    hide: Hide, plain_journal: JournalAt, clock: FixedClock, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = Product(name="Secret Leaf", kind=ProductKind.LEAF_POWDER)
    with plain_journal.open() as book:
        book.save(secret, Dose(at=noon(2), product=secret.id, private=True))
    _, pages, said = hide()
    assert "Secret Leaf" not in pages and "1 dose was written down and is left out." in pages
    assert "private entries, if there are any" in said
    out.unlink()
    command = ["report", "--force", str(out), "--journal", str(plain_journal.path)]
    for once in (["--show", "private"], ["--private-confirmed"]):
        assert cli.main([*command, *once], clock=clock) == 1
        said = capsys.readouterr().err
        assert "only where that is said twice" in said
        assert not out.exists()
    assert cli.main([*command, "--show", "private", "--private-confirmed"], clock=clock) == 0
    assert "private entries, if there are any" not in capsys.readouterr().err
    pages = " ".join(pages_of(out.read_bytes()))
    assert "Secret Leaf" in pages and "dose was written down" not in pages


@pytest.mark.slow
def test_a_preset_is_made_in_one_step_and_can_be_changed(
    hide: Hide, plain_journal: JournalAt, clock: FixedClock, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["report", "--force", str(out), "--journal", str(plain_journal.path), "--preset", "amounts"]
    assert cli.main(command, clock=clock) == 0
    pages = " ".join(pages_of(out.read_bytes()))
    assert "Leaf, 3.0 g" in pages and not any(each in pages for each in ("Sertraline", "Lower back", "chest pain 5"))
    assert "Left out: Warning symptoms noted; Pain and other symptoms" in capsys.readouterr().err
    assert cli.main([*command, "--show", "medicines", "--hide", "medicine:ibuprofen"], clock=clock) == 0
    pages = " ".join(pages_of(out.read_bytes()))
    assert "Sertraline" in pages and "Ibuprofen" not in pages and "Lower back" not in pages
    assert cli.main([*command[:-1], "best"], clock=clock) == 2


@pytest.mark.slow
def test_a_name_in_own_words_is_pointed_out(
    hide: Hide, plain_journal: JournalAt, clock: FixedClock, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [
        "report",
        "--force",
        str(out),
        "--journal",
        str(plain_journal.path),
        "--words",
        "more Blue Star at night",
    ]
    assert cli.main([*command, "--hide", "product:blue star"], clock=clock) == 0
    assert "Still named in your own words: “Blue Star”." in capsys.readouterr().err.splitlines()
    assert cli.main(command, clock=clock) == 0
    assert "Still named" not in capsys.readouterr().err
