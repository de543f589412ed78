"""What the command line makes of a bare number, two products of one name, and a demonstration in use."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from journal import cli
from journal.clock import SystemClock
from journal.core.amounts import Dimension
from journal.core.entries import Dose, Note, Product, ProductKind
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, saved

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(plain_journal: JournalAt, clock: FixedClock, capsys: pytest.CaptureFixture[str]) -> Run:
    plain_journal.open().close()

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main(["--journal", str(plain_journal.path), *arguments], clock=clock)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def last(journal: JournalAt) -> Dose:
    with journal.open(read_only=True) as book:
        found = book.last_dose()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "dimension", "quantity", "said"),
    [
        ("capsule", Dimension.COUNT, 3000, ""),
        ("tablet", Dimension.COUNT, 3000, ""),
        ("shot", Dimension.COUNT, 3000, ""),
        ("seven_oh", Dimension.MASS, 3, "taken as 3 mg"),
        ("extract", Dimension.MASS, 3000, "taken as 3 g"),
        ("leaf_powder", Dimension.MASS, 3000, ""),
    ],
)
def test_a_bare_number_is_pieces_of_what_is_counted_and_else_said(
    run: Run, plain_journal: JournalAt, kind: str, dimension: Dimension, quantity: int, said: str
) -> None:
    code, out, _ = run("log", "dose", "--product", "X", "--new-product", "--kind", kind, "--amount", "3")
    assert code == 0
    dose = last(plain_journal)
    assert (dose.amount.dimension, dose.amount.quantity) == (dimension, quantity)
    assert said in out and (bool(said) == ("has no unit" in out))


def test_of_two_products_of_one_name_the_kind_decides(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        leaf = saved(book, Product(name="A", kind=ProductKind.LEAF_POWDER))
        saved(book, Product(name="A", kind=ProductKind.TEA))
    code, _, said = run("log", "dose", "--product", "A", "--amount", "1 g")
    assert code == 1 and "several products" in said
    assert run("log", "dose", "--product", "A", "--kind", "leaf_powder", "--amount", "1 g")[0] == 0
    assert last(plain_journal).product == leaf.id


def test_exactly_the_name_is_meant_before_its_letters(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        large = saved(book, Product(name="A", kind=ProductKind.LEAF_POWDER))
        saved(book, Product(name="a", kind=ProductKind.LEAF_POWDER))
    assert run("log", "dose", "--product", "A", "--amount", "1 g")[0] == 0
    assert last(plain_journal).product == large.id


def test_nothing_to_save_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("log", "-")[:2] == (0, "There was nothing to save.\n")


@pytest.mark.slow
def test_a_demonstration_with_entries_of_ones_own_is_not_replaced(
    tmp_path: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    demo = ["demo", str(folder), "--days", "3"]
    assert cli.main(demo, clock=clock) == 0
    assert cli.main(demo, clock=clock) == 0
    assert cli.main(["--journal", str(folder / "demo.leaf"), "log", "note", "mine"], clock=clock) == 0
    assert cli.main(demo, clock=clock) == 1
    assert "Entries were added" in capsys.readouterr().err
    with Logbook.open(folder / "demo.leaf", clock=clock, read_only=True) as book:
        assert "mine" in [each.text for part in book.slices("note") for each in part if isinstance(each, Note)]


@pytest.mark.parametrize(
    ("zone", "name"), [("CET-1CEST,M3.5.0,M10.5.0/3", None), ("GMT-2", "Etc/GMT-2"), ("Nope/Zone", "UTC")]
)
def test_a_zone_without_a_name_is_its_offset(monkeypatch: pytest.MonkeyPatch, zone: str, name: str | None) -> None:
    import time

    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        found = SystemClock().zone_name()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found == name if name else found.startswith("Etc/GMT-")


@pytest.mark.parametrize(
    ("region", "typed", "said"),
    [
        ("C.UTF-8", "11:58 PM", "yesterday, 21 Nov 2026, 23:58."),
        ("en_US.UTF-8", "11:58 PM", "yesterday, Nov 21, 2026, 11:58\u202fPM."),
        ("de_DE.UTF-8", "23:58", "yesterday, 21 Nov 2026, 23:58."),
    ],
)
def test_times_are_said_as_the_region_says_them(
    run: Run, monkeypatch: pytest.MonkeyPatch, region: str, typed: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", region)
    code, out, _ = run("log", "note", "x", "--at", typed)
    assert code == 0 and out.splitlines()[-1].endswith(said)
