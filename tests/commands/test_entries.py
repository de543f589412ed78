"""What log makes of its arguments: doses with amounts and ratings, times, days, and refusals that name the reason."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.amounts import Basis, Dimension
from journal.core.entries import Batch, Dose, Phase, Product, Rating, Unit
from tests import journals
from tests.command_line import Run, entries_of, refused
from tests.journals import JournalAt


def test_a_dose_with_everything(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        green = journals.product(book, "Green")
    code, said, _ = run(
        "--journal", plain_journal.path, "log", "dose", "--product", "green", "--amount", "2,5", "--basis", "weighed",
        "--preparation", "tea", "--stomach", "empty", "--at", "-15min", "--note", "=1+1", "--rate", "Nausea=10",
        "--rate", "lower back pain = 6", "--private",
    )  # fmt: skip
    assert (code, said.splitlines()[0]) == (0, "Saved 3 entries.")
    (dose,) = entries_of(plain_journal, "dose")
    assert isinstance(dose, Dose)
    assert (dose.product, dose.amount.quantity, dose.amount.basis) == (green.id, 2500, Basis.WEIGHED)
    assert (dose.preparation, dose.stomach, dose.note, dose.private) == ("tea", "empty", "=1+1", True)
    assert dose.at.utc_ms == plain_journal.clock.now_ms() - 15 * 60_000
    ratings = entries_of(plain_journal, "rating")
    assert {each.value for each in ratings if isinstance(each, Rating)} == {10, 6}
    assert {(each.dose, each.phase) for each in ratings if isinstance(each, Rating)} == {(dose.id, Phase.BEFORE)}


def test_a_dose_is_of_the_batch_that_is_open_on_its_day(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        green = journals.product(book, "Green")
        batch = Batch(product=green.id, lot="A", opened=dt.date(2026, 11, 20))
        book.save(batch)
    for at in ("2026-11-21T08:00:00+01:00", "2026-11-19T08:00:00+01:00"):
        run("--journal", plain_journal.path, "log", "dose", "--product", "Green", "--at", at)
    doses = [each for each in entries_of(plain_journal, "dose") if isinstance(each, Dose)]
    assert [each.batch for each in doses] == [batch.id, None]


def test_a_time_that_has_not_come_yet_is_yesterdays_and_that_is_said(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    code, said, _ = run(*log, "note", "late", "--at", "10:36")
    day = "21 Nov 2026"
    assert (code, said.splitlines()[1:]) == (
        0, [f"10:36 has not come yet today, so it was saved for yesterday, {day}, 10:36."],
    )  # fmt: skip
    # Within the minutes that clocks may differ it is now.
    assert run(*log, "note", "now", "--at", "10:34")[1] == "Saved 1 entry.\n"
    line = '{"log": "note", "text": "x", "at": "23:59"}\n'
    assert "saved for yesterday" in run(*log, "-", given=line * 2)[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dose", "--product", "Gren"], "There are: Green."),
        (["dose", "--product", " "], "name first"),
        (["dose", "--product", "Green", "--amount", "1,500"], "can mean"),
        (["dose", "--product", "Green", "--amount", "-1"], "negative"),
        (["dose", "--product", "Green", "--amount", "NaN"], "not an amount"),
        (["dose", "--product", "Green", "--amount", "9999 g"], "too large"),
        (["dose", "--product", "Green", "--amount", "1 cup"], "not a unit"),
        (["dose", "--product", "Green", "--preparation", "smoke"], "not one of"),
        (["dose", "--product", "Green", "--at", "tomorrow"], "is not a time"),
        (["dose", "--product", "Green", "--at", "2027-01-01T00:00:00+01:00"], "has not come yet"),
        (
            ["dose", "--product", "Green", "--at", "2026-10-25 02:30"],
            "2026-10-25T02:30:00+02:00 is the first, 2026-10-25T02:30:00+01:00 the second",
        ),
        (["dose", "--product", "Green", "--at", "2026-02-30T10:00"], "such day as “2026-02-30T10:00”: Feb 2026 has 28"),
        (["dose", "--product", "Green", "--amount", "3-2 g"], "“3-2 g” is two numbers"),
        (["dose", "--product", "Green", "--amount", "1 cup"], "Instead of “1 cup”, type a number with g, mg, ml"),
        (["dose", "--product", "Green", "--rate", "Nausea"], "not a symptom and its rating"),
        (["dose", "--product", "Green", "--rate", "Nausea=11"], "from 0 to 10"),
        (["rating"], "Say what you rate"),
        (["rating", "Joy=3"], "no symptom called"),
        (["rating", "Nausae=3"], "Did you mean “Nausea”? “leaf-journal log rating --help” lists"),
        (["rating", "chest pian=3"], "Did you mean “Chest pain”?"),
        (["rating", "Nausea=6", "Nausea=7"], "“Nausea” is rated twice"),
        (["rating", "Nausea=6", "nausea=7"], "“Nausea” is rated twice"),
        (["dose", "--product", "Green", "--rate", "Nausea=2", "--rate", "Nausea=9"], "“Nausea” is rated twice"),
        (["none", "--day", "2026-12-24"], "has not come yet"),
        (["none", "--day", "soon"], "is not a day"),
        (["none", "--day", "1969-12-31"], "between 1970 and 2100"),
        (["note"], "Say what to note"),
        (["note", " "], "Say what to note"),
        (["note", "x" * 200_001], "200,000"),
    ],
)  # fmt: skip
def test_what_cannot_be_logged_is_refused(run: Run, plain_journal: JournalAt, arguments: list[str], words: str) -> None:
    with plain_journal.open() as book:
        journals.product(book, "Green")
    before = plain_journal.sha256()
    assert words in refused(run("--journal", plain_journal.path, "log", *arguments))
    assert plain_journal.sha256() == before


def test_ratings_are_one_group(run: Run, plain_journal: JournalAt) -> None:
    logged = run("--journal", plain_journal.path, "log", "rating", "Nausea=0", "Trouble sleeping=x")
    assert "from 0 to 10" in refused(logged)
    code, said, _ = run("--journal", plain_journal.path, "log", "rating", "Nausea=0", "--rate", "Anxiety=7")
    assert (code, said) == (0, "Saved 2 entries.\n")
    ratings = [each for each in entries_of(plain_journal, "rating") if isinstance(each, Rating)]
    assert len({each.group for each in ratings}) == 1
    assert {each.value for each in ratings} == {0, 7}


def test_capsules_in_the_products_own_unit(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        product = journals.product(book, "Caps")
        unit = Unit(product=product.id, name="capsule", quantity=500, dimension=Dimension.MASS)
        book.save(unit)
        book.save(Product(id=product.id, name="Caps", default_unit=unit.id))
    assert run("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount", "3")[0] == 0
    assert run("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount", "4 caps")[0] == 0
    amounts = [each.amount.quantity for each in entries_of(plain_journal, "dose") if isinstance(each, Dose)]
    assert sorted(amount for amount in amounts if amount) == [1500, 2000]


def test_a_dose_of_an_earlier_day_counts_in_the_unit_of_then(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        product = journals.product(book, "Caps")
        old = Unit(product=product.id, name="capsule", quantity=500, dimension=Dimension.MASS)
        new = Unit(product=product.id, name="capsule", quantity=700, dimension=Dimension.MASS, since=book.today())
        book.save(old)
        book.save(new)
        book.save(Product(id=product.id, name="Caps", default_unit=new.id))
    log = ("--journal", plain_journal.path, "log", "dose", "--product", "Caps", "--amount")
    assert run(*log, "3", "--at", "2026-11-10T08:00:00+01:00")[0] == 0
    assert run(*log, "3 caps")[0] == 0
    logged = [each.amount for each in entries_of(plain_journal, "dose") if isinstance(each, Dose)]
    assert {(each.quantity, each.unit) for each in logged} == {(1500, old.id), (2100, new.id)}


def test_an_empty_time_is_not_now(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    code, _, said = run("--journal", plain_journal.path, "log", "note", "a word", "--at", " ")
    assert code == 1 and "“” is not a time" in said


def test_a_warning_sign_is_logged_without_a_number_as_in_the_window(run: Run, plain_journal: JournalAt) -> None:
    code, out, _ = run("--journal", plain_journal.path, "log", "rating", "Thoughts of suicide", "Chest pain", "Pain=3")
    assert code == 0 and "Chest pain. If it is happening now" in out and "If you may act on it: call" in out
    book = plain_journal.open()
    rated = {book.get(each.symptom).code: each.value for each in book.days(book.today(), book.today())[0].ratings}  # type: ignore[union-attr]
    book.close()
    assert rated == {"suicidal_thoughts": None, "chest_pain": None, "pain": 3}
