"""Every screen, with each of its forms: names, the way of the Tab key, colours, and room for large and long texts."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.core.amounts import Dimension
from journal.core.entries import DayMark, Dose, Note, Product, ProductKind, Rating, Symptom, Unit
from journal.core.moments import moment_now
from journal.exchange.csv_out import Names
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.diary.screen import DiaryScreen
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.sample import sample_of
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import wait_for_tasks, working
from journal.ui.kit.theme import apply_theme
from journal.ui.lock import UnlockScreen
from journal.ui.products.screen import ProductsScreen
from journal.ui.safety.prose import MarkButton
from journal.ui.safety.screen import SafetyScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.computer import Computer
from journal.ui.shell.opening import CannotOpenPage
from journal.ui.shell.window import MainWindow
from journal.ui.today.dose_form import DoseForm
from journal.ui.today.screen import TodayScreen
from journal.ui.trends.screen import TrendsScreen
from journal.ui.welcome import WelcomeScreen
from tests.exchange.foreign import FOLDER
from tests.journals import FixedClock
from tests.ui.fits import longer
from tests.ui.trends.weeks import BACK, GREEN, WEIGHED, fill

WINDOW, SMALLEST = (1240, 900), (520, 640)
Scene = Callable[[Body], object]


# --- the journal and the window -------------------------------------------------------------------------------------


@pytest.fixture
def filled_book(plain_book: Logbook) -> Logbook:
    """Five weeks, a product with an own unit, and a day with one entry of each kind."""
    fill(plain_book, 35)
    capsules = Product(name="Capsules & Co", kind=ProductKind.CAPSULE, vendor="Corner shop", strength="45 mg each")
    capsule = Unit(product=capsules.id, name="capsule", quantity=500, dimension=Dimension.MASS, spread=40)
    feet = Symptom(name="Burning feet", position=5, active_from=dt.date(2026, 1, 1))
    plain_book.save(capsules, capsule)
    plain_book.save(feet)
    now = moment_now(plain_book.clock)
    plain_book.save(Dose(at=now, product=GREEN.id, amount=WEIGHED, note="With a small breakfast."))
    plain_book.save(Rating(at=now, symptom=BACK.id, value=6), Rating(at=now, symptom=feet.id, value=3))
    plain_book.save(Note(at=now, text="Slept badly, walked the dog."))
    plain_book.save(DayMark(day=plain_book.today() - dt.timedelta(days=5)))
    deleted = Note(at=now, text="Deleted again.")
    plain_book.save(deleted)
    plain_book.delete([deleted.id])
    return plain_book


Show = Callable[[Texts, tuple[int, int]], Body]


@pytest.fixture
def show(filled_book: Logbook, qtbot: QtBot, tmp_path: Path) -> Iterator[Show]:
    windows: list[MainWindow] = []

    def made(texts: Texts, size: tuple[int, int]) -> Body:
        window = MainWindow(texts, Computer(tmp_path / "device.ini"))
        windows.append(window)
        qtbot.addWidget(window)
        window.body.show_journal(Bridge(filled_book, texts, window))
        window.resize(*size)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        return window.body

    yield made
    wait_for_tasks()
    for each in windows:
        if each.body.bridge is not None:
            each.body.bridge.close()


def settle(qtbot: QtBot) -> None:
    """Until workers have answered and what they brought is laid out."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not working(), timeout=20_000)
        qtbot.wait(1)


# --- the scenes -----------------------------------------------------------------------------------------------------


def screen_of(body: Body, place: str) -> QWidget:
    if body.navigation.current() != place:
        body.go(place)
    shown = body.stack.currentWidget()
    assert shown is not None
    return shown


def today(body: Body) -> TodayScreen:
    shown = screen_of(body, "today")
    assert isinstance(shown, TodayScreen)
    if shown.panel.form is not None:
        shown.panel.form.cancel()
    return shown


def new_product(body: Body) -> None:
    today(body).open_dose()
    form = today(body).panel.form if False else body.today.panel.form  # type: ignore[union-attr]
    assert isinstance(form, DoseForm)
    form.picker.show_new()


def adding_symptom(body: Body) -> None:
    shown = today(body)
    shown.open_rating()
    shown.panel.form._show_add()  # type: ignore[union-attr]


def diary(body: Body) -> DiaryScreen:
    shown = screen_of(body, "diary")
    assert isinstance(shown, DiaryScreen)
    return shown


def trends(view: str, table: bool = False) -> Scene:
    def scene(body: Body) -> None:
        shown = screen_of(body, "trends")
        assert isinstance(shown, TrendsScreen)
        shown.views.set_value(view)
        shown._view_chosen()
        if shown.as_table_shown() != table:
            shown.toggle_table()

    return scene


def products(body: Body) -> ProductsScreen:
    shown = screen_of(body, "products")
    assert isinstance(shown, ProductsScreen)
    if shown.pane.form is not None:
        shown.pane.form.cancel()
    shown.list.choose(shown.list.lines()[0].key)
    return shown


def safety(body: Body) -> SafetyScreen:
    shown = screen_of(body, "safety")
    assert isinstance(shown, SafetyScreen)
    return shown


def source_card(body: Body) -> None:
    view = safety(body).show_page(safety(body).pages[0].code)
    view.choose(view.findChildren(MarkButton)[0])


def section(name: str) -> Scene:
    def scene(body: Body) -> None:
        shown = screen_of(body, "settings")
        assert isinstance(shown, SettingsScreen)
        shown.show_section(name)

    return scene


def symptom_form(body: Body) -> None:
    section("symptoms")(body)
    body.stack.currentWidget().symptoms.add_symptom()  # type: ignore[union-attr]


def erasing(body: Body) -> None:
    section("journal")(body)
    body.stack.currentWidget().journal.erase_button.click()  # type: ignore[union-attr]


def welcome(step: int) -> Scene:
    def scene(body: Body) -> None:
        page = WelcomeScreen(body.texts, Path("/home/someone/Documents/Leaf Journal/journal.leaf"), FixedClock())
        page._passphrase.answer.set_value("yes")
        page._passphrase._show()
        page._symptom.choice.set_value("own")
        page._symptom._show()
        page._show(step)
        body.show_page(page)

    return scene


SCENES: dict[str, Scene] = {
    "today": today,
    "dose": lambda body: today(body).open_dose(),
    "dose, new product": new_product,
    "rating": lambda body: today(body).open_rating(),
    "rating, another symptom": adding_symptom,
    "note": lambda body: today(body).open_note(),
    "happening now": lambda body: today(body).ask_about(("chest_pain", "dark_urine")),
    "diary": diary,
    "diary, changing": lambda body: diary(body).pane.edit_selected(),  # type: ignore[attr-defined]
    "trends": trends("overview"),
    "trends, calendar": trends("calendar"),
    "trends, table": trends("overview", table=True),
    "report": lambda body: screen_of(body, "report"),
    "products": products,
    "products, changing": lambda body: products(body).edit_selected(),
    "products, own unit": lambda body: products(body)._add_unit(None),
    "safety": safety,
    "safety, source": source_card,
    "safety, found": lambda body: safety(body).search.setText("liver"),
    "safety, sources": lambda body: safety(body)._choose("sources"),
    **{f"settings, {name}": section(name) for name in ("symptoms", "day", "report", "look", "journal", "help")},
    "settings, a symptom": symptom_form,
    "settings, erasing": erasing,
    "emergency": lambda body: body.go("emergency"),
    # These come last: they leave the journal.
    "unlock": lambda body: body.show_page(UnlockScreen(body.texts, Path("journal.leaf"))),
    "cannot open": lambda body: body.show_page(CannotOpenPage(body.texts, "It is damaged.", list, list)),
    **{f"welcome, step {step + 1}": welcome(step) for step in range(4)},
}
