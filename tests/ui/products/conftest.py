"""The products screen on a real journal: leaf, capsules with an own unit, and one that is archived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Product, ProductKind, Unit
from journal.core.moments import moment_from_local
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.products.screen import ProductsScreen
from tests.ui.conftest import BridgeTo
from tests.ui.workers import let_workers_end

OpenScreen = Callable[..., ProductsScreen]
WEIGHED = Amount("2.5", 2500, Dimension.MASS, Basis.WEIGHED)


@dataclass(frozen=True)
class Filled:
    """What the journal holds."""

    green: Product
    capsules: Product
    tea: Product
    capsule: Unit


@pytest.fixture
def filled(plain_book: Logbook) -> Filled:
    green = Product(
        name="green & Borneo",
        vendor="Corner <b>shop</b>",
        strain="Green Borneo",
        vein="green",
        kind=ProductKind.LEAF_POWDER,
    )
    capsules = Product(name="Capsules", kind=ProductKind.CAPSULE, strength="45 mg each", strength_source="label")
    tea = Product(name="Old tea", kind=ProductKind.TEA, archived=True)
    size = dt.date(2026, 3, 3)
    capsule = Unit(
        product=capsules.id, name="capsule", quantity=500, dimension=Dimension.MASS, spread=40, since=size,
        measured="10 weighed",
    )  # fmt: skip
    capsules = replace(capsules, default_unit=capsule.id)
    plain_book.save(green, capsules, tea, capsule)
    for hour, product, amount in (
        (8, green, WEIGHED),
        (12, green, Amount()),
        (16, capsules, WEIGHED),
        (20, None, WEIGHED),
    ):
        at = moment_from_local(dt.datetime(2026, 11, 20, hour), "Europe/Berlin")
        plain_book.save(Dose(at=at, product=product.id if product else None, amount=amount))
    return Filled(green, capsules, tea, capsule)


@pytest.fixture
def open_screen(qtbot: QtBot, bridge_to: BridgeTo) -> OpenScreen:
    def show(book: Logbook, texts: Texts | None = None, width: int = 1000) -> ProductsScreen:
        screen = ProductsScreen(bridge_to(book, texts or english()))
        qtbot.addWidget(screen)
        screen.resize(width, 800)
        screen.show()
        screen.activateWindow()
        with qtbot.waitActive(screen):
            pass
        screen.shown()
        settle(qtbot)
        screen.resize(width, 800)  # what was shown first may have needed more room
        settle(qtbot)
        return screen

    return show


@pytest.fixture
def screen(filled: Filled, plain_book: Logbook, open_screen: OpenScreen) -> ProductsScreen:
    return open_screen(plain_book)


def settle(qtbot: QtBot) -> None:
    """Until the doses are counted and forms have the keyboard."""
    for _ in range(2):
        let_workers_end()
        qtbot.wait(1)


def words(screen: ProductsScreen) -> str:
    """What the pane says of the selected product."""
    from PySide6.QtWidgets import QLabel

    shown = screen.pane.details.findChildren(QLabel)
    return "\n".join(each.text() for each in shown if each.isVisible())
