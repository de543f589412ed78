"""The screens that the navigation leads to: each is made when somebody goes there for the first time."""

from __future__ import annotations

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
LOWER_PLACES = (("emergency", "Emergency", "safety"), ("settings", "Settings", "settings"))
WITHOUT_JOURNAL = "emergency"  # the one that is there before a journal is open


def make_screen(body: Body, bridge: Bridge, place: str) -> QWidget:
    """The screen of a place, connected with the others."""
    return _MAKERS[place](body, bridge)


def _diary(_body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.diary.screen import DiaryScreen

    return DiaryScreen(bridge)


def _trends(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.trends.screen import TrendsScreen

    screen = TrendsScreen(bridge)
    screen.log_wanted.connect(lambda: body.act("open_dose"))
    screen.day_wanted.connect(body.open_day)
    return screen


def _report(body: Body, bridge: Bridge) -> QWidget:
    from journal.core.preferences import paper_of
    from journal.ui.report.screen import ReportScreen

    return ReportScreen(bridge, paper_of(bridge.logbook.preferences.paper, body.computer.settings.country))


def _products(_body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.products.screen import ProductsScreen

    return ProductsScreen(bridge)


def _safety(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.safety.screen import SafetyScreen

    screen = SafetyScreen(bridge, body.computer.settings.country or None, body.computer.settings.help_lines)
    screen.country_chosen.connect(body.set_country)
    return screen


def _settings(body: Body, bridge: Bridge) -> QWidget:
    from journal.ui.settings.screen import SettingsScreen

    screen = SettingsScreen(bridge, body.computer)
    screen.appearance_changed.connect(body.set_look)
    screen.country_changed.connect(body.set_country)
    screen.lines_changed.connect(body.show_whom_to_call)
    screen.open_other.connect(body.open_other)
    screen.journal_moved.connect(body.journal_moved)
    screen.journal_erased.connect(body.journal_erased)
    return screen


_MAKERS = {
    "diary": _diary, "trends": _trends, "report": _report, "products": _products, "safety": _safety,
    "settings": _settings,
}  # fmt: skip
