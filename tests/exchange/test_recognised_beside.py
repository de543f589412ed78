"""A row that says what a dose written here says, and a note besides, is not dropped as being here already."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Note, Product
from journal.exchange.changed_rows import Changed
from journal.exchange.csv_in import CsvFile
from journal.exchange.export import names_of
from journal.exchange.instants import moment_text
from journal.exchange.plan import Plan, plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests import journals
from tests.journals import ago

GRAMS = Amount("2 g", 2000, Dimension.MASS)


def _planned(book: Logbook, path: Path, notes: list[str]) -> Plan:
    when = moment_text(ago(book, 120))
    rows = [f"dose,{when},Green,2,g,{note}" for note in notes]
    path.write_text("\n".join(["kind,time,product,amount,unit,note", *rows, ""]), encoding="utf-8")
    return plan_import(CsvFile(path, names_of(book, english()), "Europe/Berlin"), book, book.clock.now_ms())


def _written(book: Logbook, *notes: str) -> None:
    green = journals.saved(book, Product(name="Green"))
    book.save(*[Dose(at=ago(book, 120), product=green.id, amount=GRAMS, note=note) for note in notes])


@pytest.mark.parametrize(
    ("ours", "theirs", "here", "differs"),
    [
        (["", "a"], ["a", ""], 2, 0), (["a", ""], ["", "b"], 1, 1), ([""], ["a"], 0, 1), (["a"], [""], 1, 0),
        (["a\nmine"], ["a"], 1, 0), (["a", "b"], ["b", "a"], 2, 0),
    ],
)  # fmt: skip
def test_every_note_of_the_file_is_here_or_named(
    plain_book: Logbook, tmp_path: Path, ours: list[str], theirs: list[str], here: int, differs: int
) -> None:
    _written(plain_book, *ours)
    plan = _planned(plain_book, tmp_path / "a.csv", theirs)
    assert (plan.total, plan.counts.here["dose"], plan.counts.differs["dose"]) == (0, here, differs)
    assert (plan.recognised, len(plan.changed)) == (here, differs)


def test_it_is_taken_by_choice_and_is_no_second_dose(plain_book: Logbook, tmp_path: Path) -> None:
    _written(plain_book, "")
    plan = _planned(plain_book, tmp_path / "a.csv", ["a"])
    assert list(plan.entries(changed=Changed.BOTH)) == []
    (taken,) = plan.entries(changed=Changed.THEIRS)
    assert isinstance(taken, Dose) and (taken.note, taken.id) == ("a", plan.changed[0].ours.id)


def test_a_text_that_is_here_as_a_note_is_not_missing(plain_book: Logbook, tmp_path: Path) -> None:
    _written(plain_book, "")
    plain_book.save(Note(at=ago(plain_book, 120), text="a"))
    plan = _planned(plain_book, tmp_path / "a.csv", ["a"])
    assert (plan.counts.here["dose"], plan.counts.differs["dose"]) == (1, 0)


@pytest.mark.parametrize(
    ("notes", "new"), [(["a"], 0), (["a\nb"], 0), (["c"], 1), (["a", "c"], 1), (["a\nc"], 1), (["a", "b"], 0)]
)
def test_words_that_are_here_beside_a_dose_are_no_second_note(
    plain_book: Logbook, tmp_path: Path, notes: list[str], new: int
) -> None:
    """The amount was left open this time, so the file's words come without their dose."""
    _written(plain_book, "a\nb")
    file, when = tmp_path / "a.csv", moment_text(ago(plain_book, 120))
    rows = [f'note,{when},"{note}"' for note in notes]
    file.write_text("\n".join(["kind,time,note", *rows, ""]), encoding="utf-8")
    source = CsvFile(file, names_of(plain_book, english()), "Europe/Berlin")
    plan = plan_import(source, plain_book, plain_book.clock.now_ms())
    assert (plan.total, plan.recognised) == (new, len(notes) - new)
