"""Twelve weeks made of rules, without a window: an account of them, and what the program tells of the same entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from journal import cli
from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Product, ProductKind, Rating, Symptom
from journal.core.moments import Moment, moment_from_local
from journal.core.starting import starting_symptoms
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.trends.charts import CHARTS
from journal.ui.trends.findings import read_findings
from tests.journals import FixedClock
from tests.walk.account import Account
from tests.walk.comparing import DAYS, FIRST, LEAF, MAIN, Screen, Told, pdf_text, summarised
from tests.walk.person import ZONE

# Shown is as much of a table as fits on a screen.
_ROWS_IN_SIGHT = 7
_STRONG_DAYS, _OTHER_DAY, _UNNAMED_DAY = (40, 61, 75), 6, 34


def made_up() -> Account:
    """Days of one to three doses, days without, and days on which nothing was written down."""
    account = Account()
    for n in range(DAYS):
        day = FIRST + dt.timedelta(days=n)
        if n % 7 == 3:
            account.nones.append(day)
        elif n % 14 != 6:
            account.doses += [(day, "leaf", 1000 + 500 * (n % 4 + 2 * dose)) for dose in range(1 + n * 5 % 3)]
        if n % 3 != 1 and n % 14 != 6:
            account.ratings.append((day, MAIN, 3 + n // 14 + n % 2))
    strong = [(FIRST + dt.timedelta(days=n), "strong", 400) for n in _STRONG_DAYS]
    unnamed = (FIRST + dt.timedelta(days=_UNNAMED_DAY), "unnamed", 1800)
    account.doses += [*strong, unnamed, (FIRST + dt.timedelta(days=_OTHER_DAY), "other", 3000)]
    return account


def told(account: Account, folder: Path) -> Told:
    """What the program makes of the account's entries: its Summary, the screen's words and table, the pages."""
    file, clock, pages = folder / "journal.leaf", FixedClock(), folder / "pages.pdf"
    _write(account, file, clock)
    summary, cards = summarised(file, clock)
    assert cli.main(["--journal", str(file), "report", str(pages)], clock=clock) == 0
    return Told(account, summary, cards, _screen(file, clock), pdf_text(pages))


def _write(account: Account, file: Path, clock: FixedClock) -> None:
    products = {
        "leaf": Product(name=LEAF, kind=ProductKind.LEAF_POWDER),
        "strong": Product(name="Zest <b>", kind=ProductKind.EXTRACT),
        "other": Product(name="Red Bali", kind=ProductKind.OTHER),
    }  # fmt: skip
    symptoms = starting_symptoms("back_pain")
    with Logbook.open(file, clock=clock, create=True) as book:
        book.save(*symptoms, *products.values())
        book.save_all(_entries(account, products, symptoms[0]), label="many.imported", origin="import")


def _entries(account: Account, products: dict[str, Product], main: Symptom) -> Iterator[Entry]:
    for number, (day, kind, mg) in enumerate(account.doses):
        product = products[kind].id if kind in products else None
        amount = Amount(f"{mg} mg", mg, Dimension.MASS, Basis.WEIGHED)
        yield Dose(at=_at(day, 8 + number % 12), product=product, amount=amount)
    for day, _, value in account.ratings:
        yield Rating(at=_at(day, 21), symptom=main.id, value=value)
    for day in account.nones:
        yield DayMark(day=day)


def _at(day: dt.date, hour: int) -> Moment:
    return moment_from_local(dt.datetime.combine(day, dt.time(hour)), ZONE, fold=0)


def _screen(file: Path, clock: FixedClock) -> Screen:
    with Logbook.open(file, clock=clock, read_only=True) as book:
        findings = read_findings(book, DAYS, book.today(), english(), _Unhurried())
    table = [list(row) for row in CHARTS[0].build(findings, "amount", None, english()).chart.table()[1]]
    return Screen(
        titles=[each.title for each in findings.cards_of(None)],
        said=[each.text for each in findings.cards_of(None)],
        numbers=[list(each.numbers) for each in findings.cards_of(None)],
        table=table,
        rows_seen=[list(row) for row in table[-_ROWS_IN_SIGHT:]],
    )


class _Unhurried:
    """Work that is never cancelled."""

    def report(self, n: int) -> None:
        """Ignore how many days have been read."""

    def cancelled(self) -> bool:
        """Never."""
        return False
