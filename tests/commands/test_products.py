"""A product's kind on the command line: never filled in, said with --kind, and named once while it is open."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable

import pytest

from journal import cli
from journal.core.amounts import Dimension
from journal.core.entries import Content, Dose, Product, ProductKind
from journal.logbook import Logbook
from tests.command_line import Run, refused
from tests.journals import FixedClock, JournalAt

NOT_SAID = (
    "The kind of Green is not said. Figures that need it leave it out. "
    "Say it with --kind, or in the window, under Products."
)
FIRST_OF_ALL = (
    "If you have taken some before, as much as you took then may be too strong now. If someone is with you, tell them."
)
Log = Callable[..., tuple[int, str, str]]


@pytest.fixture
def log(
    capsys: pytest.CaptureFixture[str], clock: FixedClock, monkeypatch: pytest.MonkeyPatch, plain_journal: JournalAt
) -> Log:
    """Logs on the command line: exit code, standard output, standard error."""

    def log(*arguments: str, lines: tuple[dict[str, object], ...] = ()) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, lines))))
        capsys.readouterr()
        code = cli.main(["--journal", str(plain_journal.path), "log", *arguments], clock=clock)
        said = capsys.readouterr()
        return code, said.out, said.err

    return log


def only_product(book: Logbook) -> Product:
    (found,) = book.products()
    return found


def new(name: str, *more: str) -> list[str]:
    return ["dose", "--product", name, "--new-product", *more]


def test_a_kind_is_not_filled_in_and_that_is_said_once(log: Log, plain_journal: JournalAt) -> None:
    assert log(*new("Green")) == (0, f"Saved 1 entry.\n{FIRST_OF_ALL}\n{NOT_SAID}\n", "")
    assert log(*new("Green")) == (0, "Saved 1 entry.\n", "")
    with plain_journal.open() as book:
        assert only_product(book).kind is ProductKind.NOT_SAID


@pytest.mark.parametrize("kind", [each for each in ProductKind if each not in ("not_said", "tablet")])
def test_a_kind_that_is_said_is_kept(log: Log, plain_journal: JournalAt, kind: ProductKind) -> None:
    assert log(*new("Green", "--kind", kind)) == (0, f"Saved 1 entry.\n{FIRST_OF_ALL}\n", "")
    with plain_journal.open() as book:
        assert only_product(book).kind is kind


def test_one_tablet_is_counted_and_never_a_gram(log: Log, plain_journal: JournalAt) -> None:
    for amount in ("1 tablet", "1"):
        log(*new("White", "--kind", "tablet", "--content", "extract", "--amount", amount))
    with plain_journal.open() as book:
        product = only_product(book)
        assert (product.kind, product.content) == (ProductKind.TABLET, Content.EXTRACT)
        (unit,) = book.units(product.id)
        amounts = [each.amount for each in book.days(book.today(), book.today())[0].doses if isinstance(each, Dose)]
    assert [(each.quantity, each.dimension, each.unit) for each in amounts] == [(1000, Dimension.COUNT, unit.id)] * 2


def test_what_a_tablet_holds_is_named_while_it_is_open(log: Log) -> None:
    _, said, _ = log(*new("White", "--kind", "tablet"))
    assert "What a tablet of White holds is not said." in said and "--content" in said
    assert log("dose", "--product", "White", "--content", "leaf") == (0, "Saved 1 entry.\n", "")


def test_a_name_that_says_another_kind_is_named(log: Log) -> None:
    _, said, _ = log(*new("7-OH Red", "--kind", "leaf_powder"))
    assert "The name of 7-OH Red speaks of 7-OH; what was said is: leaf powder." in said


def test_a_kind_that_nobody_had_said_can_be_said_later(log: Log, plain_journal: JournalAt) -> None:
    log(*new("Green"))
    assert log("dose", "--product", "green", "--kind", "tea") == (0, "Saved 1 entry.\n", "")
    with plain_journal.open() as book:
        assert only_product(book).kind is ProductKind.TEA
        book.undo()
        assert only_product(book).kind is ProductKind.NOT_SAID


def test_a_kind_that_was_filled_in_can_be_said(log: Log, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Product(name="Green", kind=ProductKind.LEAF_POWDER, ask_kind=True))
    log("dose", "--product", "Green", "--kind", "extract")
    with plain_journal.open() as book:
        assert (only_product(book).kind, only_product(book).ask_kind) == (ProductKind.EXTRACT, False)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--kind", "extract"), "“White” is tablet in this journal, not extract. Change it in the window"),
        (("--content", "leaf"), "“White” is seven_oh in this journal, not leaf."),
        (("--kind", "not_said"), "“not_said” is not one of: leaf_powder,"),
        (("--kind", "feast"), "“feast” is not one of: leaf_powder,"),
        (("--kind", "tea", "--content", "leaf"), "Only of a tablet can it be said what it holds"),
    ],
)
def test_what_contradicts_is_refused_kindly(
    log: Log, plain_journal: JournalAt, more: tuple[str, ...], words: str
) -> None:
    log(*new("White", "--kind", "tablet", "--content", "seven_oh"))
    before = plain_journal.sha256()
    code, said, complaint = log("dose", "--product", "White", *more)
    assert (code, said) == (1, "") and words in complaint
    assert plain_journal.sha256() == before


def test_what_a_new_product_holds_needs_a_tablet(log: Log) -> None:
    assert "Only of a tablet" in log(*new("White", "--content", "leaf"))[2]


def test_lines_say_kinds_too_and_a_later_line_may_say_what_an_earlier_one_left_open(
    log: Log, plain_journal: JournalAt
) -> None:
    lines: tuple[dict[str, object], ...] = (
        {"log": "dose", "product": "Green", "new_product": True},
        {"log": "dose", "product": "White", "new_product": True, "kind": "tablet", "content": "leaf", "amount": "2"},
        {"log": "dose", "product": "Green", "kind": "crushed_leaf"},
        {"log": "dose", "product": "Red", "new_product": True},
    )
    code, said, _ = log("-", lines=lines)
    assert (code, said.splitlines()[0]) == (0, "Saved 4 entries.")
    assert said.splitlines()[1:] == [FIRST_OF_ALL, NOT_SAID.replace("Green", "Red")]
    with plain_journal.open() as book:
        kinds = {each.name: each.kind for each in book.products()}
    assert kinds == {
        "Green": ProductKind.CRUSHED_LEAF, "White": ProductKind.TABLET, "Red": ProductKind.NOT_SAID,
    }  # fmt: skip


def test_a_line_that_contradicts_is_named_and_nothing_is_saved(log: Log, plain_journal: JournalAt) -> None:
    lines: tuple[dict[str, object], ...] = (
        {"log": "dose", "product": "Green", "new_product": True, "kind": "tea"},
        {"log": "dose", "product": "Green", "kind": "extract"},
        {"log": "dose", "product": "Green", "kind": 5},
    )
    code, _, complaint = log("-", lines=lines)
    assert code == 1 and "line 2: “Green” is tea in this journal, not extract." in complaint and "line 3" in complaint
    with plain_journal.open() as book:
        assert book.products() == []


# --- counted pieces of what is not usually counted ---


@pytest.mark.parametrize(("typed", "quantity"), [("1 tablet", 1000), ("2 tablets", 2000), ("1/2 tab", 500)])
def test_a_tablet_of_7_oh_is_counted(log: Log, plain_journal: JournalAt, typed: str, quantity: int) -> None:
    code, said, refused = log(*new("Blue", "--kind", "seven_oh", "--amount", typed))
    assert (code, refused) == (0, "")
    assert "Blue is now counted in the unit “tablet”, too." in said
    assert log("dose", "--product", "Blue", "--amount", "3 tablets", "--at", "yesterday 9:00") == (
        0, "Saved 1 entry.\n", "",
    )  # fmt: skip
    with plain_journal.open() as book:
        product = only_product(book)
        (unit,) = book.units(product.id)
        amounts = [each.amount for each in doses_in(book)]
    assert (product.kind, product.default_unit, unit.name) == (ProductKind.SEVEN_OH, "mg", "tablet")
    assert {(each.quantity, each.dimension, each.unit) for each in amounts} == {
        (quantity, Dimension.COUNT, unit.id), (3000, Dimension.COUNT, unit.id),
    }  # fmt: skip


def test_a_product_that_was_there_is_counted_too(log: Log, plain_journal: JournalAt) -> None:
    assert log(*new("Blue", "--kind", "seven_oh", "--amount", "15 mg"))[0] == 0
    lines = tuple({"log": "dose", "product": "Blue", "amount": each} for each in ("1 tablet", "2 tablets", "15"))
    assert log("-", lines=lines)[0] == 0
    with plain_journal.open() as book:
        assert len(book.units(only_product(book).id)) == 1
        assert sorted(each.amount.quantity or 0 for each in doses_in(book)) == [15, 15, 1000, 2000]


@pytest.mark.parametrize(
    ("kind", "typed"), [("leaf_powder", "1 tablet"), ("seven_oh", "2 spoons"), ("seven_oh", "3 capsules")]
)
def test_what_such_a_product_is_not_counted_in_is_refused(
    log: Log, plain_journal: JournalAt, kind: str, typed: str
) -> None:
    code, _, refused = log(*new("Blue", "--kind", kind, "--amount", typed))
    assert (code, "is not a unit of this product" in refused) == (1, True)
    with plain_journal.open() as book:
        assert book.products() == [] and book.units() == []


def test_a_kind_that_is_not_said_stays_so_when_tablets_are_counted(log: Log, plain_journal: JournalAt) -> None:
    assert log(*new("Green", "--amount", "1 tablet"))[0] == 0
    with plain_journal.open() as book:
        assert only_product(book).kind is ProductKind.NOT_SAID


def doses_in(book: Logbook) -> list[Dose]:
    days = book.days(book.today() - dt.timedelta(days=2), book.today())
    return [each for day in days for each in day.doses]


def test_a_new_product_only_when_asked_for(run: Run, plain_journal: JournalAt) -> None:
    asked = ["--journal", str(plain_journal.path), "log", "dose", "--product", "Red", "--amount", "1 g"]
    assert "--new-product" in refused(run(*asked))
    assert run(*asked, "--new-product")[0] == 0
    assert run(*asked, "--new-product")[0] == 0
    with plain_journal.open() as book:
        assert [each.name for each in book.products()] == ["Red"]
        assert book.totals()[0] == 2
