"""Times and amounts as people write them mean the same in the form, for `log` and in a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal import cli
from journal.core.amounts import Amount, Basis
from journal.core.entries import Dose
from journal.core.moments import Moment
from journal.exchange.file_rows import FoundRow
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.tables import Form
from journal.texts import english
from journal.ui.kit.amount_field import AmountField
from journal.ui.kit.time_field import TimeField
from tests.exchange.foreign import NOBODY
from tests.journals import FixedClock, JournalAt

ORDERS = {"en_US": DateOrder.MDY, "de_DE": DateOrder.DMY, "": None}
BERLIN = "Europe/Berlin"

# Now is Sunday 22 November 2026, 10:30.
OF_THE_DAY = {
    "8:10 am": "22 08:10", "0810": "22 08:10", "8.10": "22 08:10", "9pm": "21 21:00", "9:30 pm": "21 21:30",
    "9 pm": "21 21:00", "2130": "21 21:30", "12 am": "22 00:00", "930pm": "21 21:30",
}  # fmt: skip
BEFORE_NOW = {"15 min ago": "22 10:15", "2 h ago": "22 08:30", "yesterday 9pm": "21 21:00", "fri 0810": "20 08:10"}
BY_REGION = {
    ("de_DE", "20.11. 21:30"): "20 21:30", ("de_DE", "9.11 0810"): "09 08:10", ("en_US", "11/20 9pm"): "20 21:00",
    ("en_US", "11/9 0810"): "09 08:10", ("", "20.11. 21:30"): "20 21:30", ("", "11/20 21:30"): "20 21:30",
}  # fmt: skip
WITH_A_YEAR = {
    ("de_DE", "20.11.2026 21:30"): "20 21:30", ("de_DE", "9.11.26 2130"): "09 21:30",
    ("en_US", "11/20/2026 9pm"): "20 21:00", ("en_US", "11/9/26 9:30 PM"): "09 21:30",
    ("", "2026-11-20 0810"): "20 08:10", ("", "20 Nov 2026 9pm"): "20 21:00", ("", "20 Nov 2026 0810"): "20 08:10",
}  # fmt: skip
AMOUNTS = {
    ".5 g": (500, None), "0,5 g": (500, None), "2.5 gr": (2500, None), "½ g": (500, None), "1 1/2 g": (1500, None),
    "2500 mg": (2500, None), "2-3 g": (2500, 500), "2 to 3 g": (2500, 500), "~3 g": (3000, None),
    "about 3 g": (3000, None), "200-300 mg": (250, 50),
}  # fmt: skip


def said(moment: Moment) -> str:
    assert moment.local.strftime("%Y-%m") == "2026-11"
    return moment.local.strftime("%d %H:%M")


def in_the_form(qtbot: QtBot, clock: FixedClock, region: str, typed: str) -> Moment:
    field = TimeField(english(region, region), clock, "When")
    qtbot.addWidget(field)
    field.set_text(typed)
    assert field.understood().startswith("= ")
    return field.moment()


def logged(journal: JournalAt, clock: FixedClock, *arguments: str) -> Dose:
    product = () if journal.path.exists() else ("--create",)
    made = ("--product", "Green", "--new-product", "--kind", "leaf_powder", *arguments)
    assert cli.main(["--journal", str(journal.path), "log", "dose", *product, *made], clock=clock) == 0
    with journal.open(read_only=True) as book:
        dose = book.last_dose()
    assert dose is not None
    return dose


def imported(folder: Path, meanings: dict[Meaning, str], order: DateOrder | None = None) -> Dose:
    mapping = TableMapping(tuple(map(Column, meanings)), BERLIN, order, "", "g")
    path = folder / "table.csv"
    path.write_text("".join(";".join(line) + "\n" for line in (meanings, meanings.values())), encoding="utf-8")
    rows = list(MappedCsv(path, Form(separator=";"), mapping, NOBODY).rows())
    return next(row.entry for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Dose))


def of_region(monkeypatch: pytest.MonkeyPatch, region: str) -> None:
    monkeypatch.setenv("LC_ALL", f"{region}.UTF-8" if region else "C.UTF-8")


@pytest.mark.parametrize("typed", OF_THE_DAY)
def test_a_time_of_day(qtbot: QtBot, clock: FixedClock, plain_journal: JournalAt, tmp_path: Path, typed: str) -> None:
    meant = OF_THE_DAY[typed]
    assert said(in_the_form(qtbot, clock, "", typed)) == meant
    assert said(logged(plain_journal, clock, "--at", typed).at) == meant
    day = f"2026-11-{meant[:2]}"
    cells = {Meaning.DATE: day, Meaning.TIME: typed, Meaning.PRODUCT: "Green"}
    assert said(imported(tmp_path, cells).at) == meant


@pytest.mark.parametrize("typed", BEFORE_NOW)
def test_a_time_before_now(qtbot: QtBot, clock: FixedClock, plain_journal: JournalAt, typed: str) -> None:
    assert said(in_the_form(qtbot, clock, "", typed)) == BEFORE_NOW[typed]
    assert said(logged(plain_journal, clock, "--at", typed).at) == BEFORE_NOW[typed]


@pytest.mark.parametrize(("region", "typed"), BY_REGION)
def test_a_day_without_its_year(
    qtbot: QtBot, clock: FixedClock, plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch, region: str, typed: str
) -> None:
    of_region(monkeypatch, region)
    assert said(in_the_form(qtbot, clock, region, typed)) == BY_REGION[region, typed]
    assert said(logged(plain_journal, clock, "--at", typed).at) == BY_REGION[region, typed]


@pytest.mark.parametrize(("region", "typed"), WITH_A_YEAR)
def test_a_day_with_its_year(
    qtbot: QtBot, clock: FixedClock, plain_journal: JournalAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    region: str, typed: str,
) -> None:  # fmt: skip
    of_region(monkeypatch, region)
    meant = WITH_A_YEAR[region, typed]
    assert said(in_the_form(qtbot, clock, region, typed)) == meant
    assert said(logged(plain_journal, clock, "--at", typed).at) == meant
    cells = {Meaning.INSTANT: typed, Meaning.PRODUCT: "Green"}
    assert said(imported(tmp_path, cells, ORDERS[region]).at) == meant


@pytest.mark.parametrize("typed", AMOUNTS)
def test_an_amount(qtbot: QtBot, clock: FixedClock, plain_journal: JournalAt, tmp_path: Path, typed: str) -> None:
    def understood(amount: Amount) -> tuple[int | None, int | None, bool]:
        return amount.quantity, amount.spread, amount.basis is Basis.GUESSED

    field = AmountField(english(), "Amount")
    qtbot.addWidget(field)
    field.set_text(typed)
    meant = (*AMOUNTS[typed], typed.startswith(("~", "about")) or AMOUNTS[typed][1] is not None)
    assert understood(field.amount()) == meant
    assert understood(logged(plain_journal, clock, "--amount", typed).amount) == meant
    cells = {Meaning.INSTANT: "2026-11-20 21:30", Meaning.PRODUCT: "Green", Meaning.AMOUNT: typed}
    amount = imported(tmp_path, cells).amount
    assert (amount.text, *understood(amount)) == (typed, *meant)
