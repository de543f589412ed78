"""The screens that the navigation leads to: each is made when somebody goes there for the first time."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal.ui.kit.bridge import Bridge

if TYPE_CHECKING:
    from journal.ui.shell.body import Body

# Key, name, icon; Today is there from the beginning.
PLACES = (
    ("today", "Today", "today"),
    ("diary", "Diary", "diary"),
    ("trends", "Trends", "trends"),
    ("report", "Report", "report"),
    ("products", "Products", "products"),
    ("safety", "Safety", "safety"),
)
LOWER_PLACES = (("emergency", "Emergency", "emergency"), ("settings", "Settings", "settings"))
WITHOUT_JOURNAL = "emergency"  # the one that is there before a journal is open


def is_loaded(place: str) -> bool:
    """Whether the code of its screen is there already."""
    return _module(place) in sys.modules


def load(place: str) -> None:
    """Import the code of its screen, in any thread: a tenth of a second, soon after the start."""
    import_module(_module(place))


def _module(place: str) -> str:
    return f"journal.ui.{place}.screen"


def make_screen(body: Body, place: str) -> QWidget:
    """The screen of a place of an open journal, connected with the others; born where it will stand."""
    assert body.bridge is not None
    return _MAKERS[place](body, body.bridge)


def _diary(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.diary.screen import DiaryScreen

    screen = DiaryScreen(bridge, body.stack)
    screen.warned.connect(body.ask_about)
    return screen


def _trends(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.trends.screen import TrendsScreen

    screen = TrendsScreen(bridge, body.stack)
    screen.log_wanted.connect(lambda: body.act("open_dose"))
    screen.day_wanted.connect(body.open_day)
    screen.kinds_wanted.connect(lambda: body.go("products"))
    return screen


def _report(body: Body, bridge: Bridge) -> QWidget:
    from journal.core.preferences import paper_of
    from journal.ui.report.screen import ReportScreen

    usual = paper_of(bridge.logbook.preferences.paper, body.computer.settings.country)
    return ReportScreen(bridge, usual, body.stack)


def _products(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.products.screen import ProductsScreen

    return ProductsScreen(bridge, body.stack)


def _safety(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.safety.screen import SafetyScreen

    settings = body.computer.settings
    screen = SafetyScreen(bridge, settings.country or None, settings.help_lines, body.stack)
    screen.country_chosen.connect(body.set_country)
    return screen


def _settings(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.settings.screen import SettingsScreen

    screen = SettingsScreen(bridge, body.computer, body.stack)
    screen.appearance_changed.connect(body.set_look)
    screen.country_changed.connect(body.set_country)
    screen.lines_changed.connect(body.show_whom_to_call)
    screen.open_other.connect(body.open_another)
    screen.journal_moved.connect(body.journal_moved)
    screen.erase_wanted.connect(body.erase_wanted)
    return screen


_MAKERS = {
    "diary": _diary, "trends": _trends, "report": _report, "products": _products, "safety": _safety,
    "settings": _settings,
}  # fmt: skip
