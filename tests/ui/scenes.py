"""How to come to every screen of the window, and to each form on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journal.reports.sheet_options import SheetKind
from journal.ui.backups.rescue_page import RescuePage
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.rating_form import RatingForm
from journal.ui.health.screen import HealthScreen
from journal.ui.health.substances_card import SubstancesCard
from journal.ui.lock import UnlockScreen
from journal.ui.products.screen import ProductsScreen
from journal.ui.report.screen import ReportScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.prose import MarkButton
from journal.ui.safety.register_view import RegisterView
from journal.ui.safety.screen import SafetyScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.places import SCREENS
from journal.ui.today.screen import TodayScreen
from journal.ui.trends.screen import TrendsScreen
from journal.ui.welcome import WelcomeScreen
from tests.journals import FixedClock
from tests.signs import all_noted
from tests.ui.fits import settle
from tests.ui.workers import let_workers_end

Scene = Callable[[Body], object]


def screen_of(body: Body, place: str) -> QWidget:
    if body.navigation.current() != place:
        body.reach(SCREENS[place])
        settle()  # what it does once it is painted
        let_workers_end()
        settle()
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
    shown = today(body)
    shown.act("dose")
    form = shown.panel.form
    assert isinstance(form, DoseForm)
    form.picker.show_new()


def adding_symptom(body: Body) -> None:
    shown = today(body)
    shown.act("rating")
    form = shown.panel.form
    assert isinstance(form, RatingForm)
    form._show_add()


def diary(body: Body) -> DiaryScreen:
    shown = screen_of(body, "diary")
    assert isinstance(shown, DiaryScreen)
    return shown


def trash(body: Body) -> None:
    shown = diary(body)
    if shown.pane.host.form is not None:
        shown.pane.host.form.cancel()
    shown.bar.trash.setChecked(True)


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
    shown.together.setChecked(False)
    shown.list.choose(shown.list.lines()[0].key)
    return shown


def report(body: Body, kind: SheetKind | None = None) -> ReportScreen:
    """The pages for a visit, or a sheet, made and drawn."""
    shown = screen_of(body, "report")
    assert isinstance(shown, ReportScreen)
    shown.what.choose(kind)
    let_workers_end()
    settle()
    let_workers_end()
    return shown


def health(body: Body, section: str = "medicines") -> HealthScreen:
    shown = screen_of(body, "health")
    assert isinstance(shown, HealthScreen)
    if shown.host.form is not None:
        shown.host.form.cancel()
    shown.sections.set_value(section)
    shown._show_section()
    return shown


def same_medicine(body: Body) -> None:
    card = health(body).card("substance")
    assert isinstance(card, SubstancesCard)
    card.line.days_chip.setChecked(True)
    card.line.name.setText(card.views()[0].row.title)
    card.line.save()


def safety(body: Body) -> SafetyScreen:
    shown = screen_of(body, "safety")
    assert isinstance(shown, SafetyScreen)
    if shown.view is not None:
        shown.view.complete()
    return shown


def source_card(body: Body) -> None:
    view = safety(body).show_page(safety(body).pages[0].code)
    view.complete()
    view.source.choose(view.findChildren(MarkButton)[0])


def statements(body: Body) -> None:
    safety(body)._choose("register")
    for each in body.findChildren(RegisterView):
        each.items["in-the-product"].setChecked(True)


def emergency_sources(body: Body) -> None:
    body.go("emergency")
    for each in body.findChildren(EmergencyScreen):
        each.behind.turn.setChecked(True)


def section(body: Body, name: str) -> SettingsScreen:
    shown = screen_of(body, "settings")
    assert isinstance(shown, SettingsScreen)
    shown.show_section(name)
    return shown


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
    "dose": lambda body: today(body).act("dose"),
    "dose, new product": new_product,
    "rating": lambda body: today(body).act("rating"),
    "rating, another symptom": adding_symptom,
    "note": lambda body: today(body).act("note"),
    "happening now": lambda body: today(body).ask_about(all_noted("chest_pain", "dark_urine")),
    "diary": diary,
    "diary, changing": lambda body: diary(body).pane.edit_selected(),
    "diary, trash": trash,
    "trends": trends("overview"),
    "trends, calendar": trends("calendar"),
    "trends, each by itself": trends("series"),
    "trends, table": trends("overview", table=True),
    "report": report,
    "report, pharmacist": lambda body: report(body, SheetKind.PHARMACIST),
    "report, card": lambda body: report(body, SheetKind.EMERGENCY),
    "products": products,
    "products, changing": lambda body: products(body).edit_selected(),
    "products, own unit": lambda body: products(body)._add_unit(None),
    "products, side by side": lambda body: products(body).together.setChecked(True),
    "health": health,
    "health, a medicine twice": same_medicine,
    "health, a condition": lambda body: health(body).add("condition"),
    "health, help": partial(health, section="help"),
    "health, about me": partial(health, section="about"),
    "safety": safety,
    "safety, source": source_card,
    "safety, found": lambda body: safety(body).search.setText("liver"),
    "safety, sources": lambda body: safety(body)._choose("sources"),
    "safety, statements": statements,
    **{
        f"settings, {each}": partial(section, name=each)
        for each in ("symptoms", "day", "report", "lines", "look", "journal", "help")
    },
    "settings, a symptom": lambda body: section(body, "symptoms").symptoms.add_symptom(),
    "settings, erasing": lambda body: section(body, "journal").journal.erase_button.click(),
    "flare": partial(screen_of, place="flare"),
    "emergency": lambda body: body.go("emergency"),
    "emergency, sources": emergency_sources,
    # These come last: they leave the journal.
    "unlock": lambda body: body.show_page(UnlockScreen(body.texts, Path("journal.leaf"))),
    "cannot open": lambda body: body.show_page(CannotOpenPage(body.texts, "It is damaged.", list, list, list)),
    "rescue": lambda body: body.show_page(RescuePage(body.texts, True, list)),
    **{f"welcome, step {step + 1}": welcome(step) for step in range(4)},
}
