"""Makes the screens of an open journal, each connected with the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from journal import __version__
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.screen import Screen
from journal.ui.shell.places import (
    DIARY,
    EMERGENCY,
    FLARE,
    HEALTH,
    PRODUCTS,
    REPORT,
    SAFETY,
    SETTINGS,
    TODAY,
    TRENDS,
    Place,
)

if TYPE_CHECKING:
    from journal.ui.diary.screen import DiaryScreen
    from journal.ui.flare.screen import FlareScreen
    from journal.ui.health.screen import HealthScreen
    from journal.ui.products.screen import ProductsScreen
    from journal.ui.report.screen import ReportScreen
    from journal.ui.safety.screen import SafetyScreen
    from journal.ui.settings.screen import SettingsScreen
    from journal.ui.shell.shell import Shell
    from journal.ui.today.screen import TodayScreen
    from journal.ui.trends.screen import TrendsScreen


def make_screen(shell: Shell, place: Place[Screen]) -> Screen:
    """The screen of a place of an open journal; born where it will stand."""
    assert shell.bridge is not None
    return _MAKERS[place.key](shell, shell.bridge)


def _today(shell: Shell, bridge: Bridge) -> TodayScreen:
    from journal.ui.today.screen import TodayScreen

    screen = TodayScreen(bridge, shell.stack)
    screen.emergency_wanted.connect(lambda: shell.go(EMERGENCY.key))
    screen.country_chosen.connect(shell.set_country)
    screen.day_wanted.connect(shell.open_day)
    screen.list_wanted.connect(shell.show_list)
    screen.new_version.reading_wanted.connect(lambda: shell.show_help(HelpTopic.CHANGES))
    if shell.computer.has_new_version:
        screen.new_version.tell(__version__, shell.computer.know_version)
    return screen


def _diary(shell: Shell, bridge: Bridge) -> DiaryScreen:
    from journal.ui.diary.screen import DiaryScreen

    screen = DiaryScreen(bridge, shell.stack)
    screen.warned.connect(shell.ask_about)
    return screen


def _trends(shell: Shell, bridge: Bridge) -> TrendsScreen:
    from journal.ui.trends.screen import TrendsScreen

    screen = TrendsScreen(bridge, shell.stack)
    screen.log_wanted.connect(lambda: shell.act("dose"))
    screen.day_wanted.connect(shell.open_day)
    screen.kinds_wanted.connect(lambda: shell.go(PRODUCTS.key))
    return screen


def _report(shell: Shell, bridge: Bridge) -> ReportScreen:
    from journal.core.preferences import paper_of
    from journal.ui.report.screen import ReportScreen

    usual = paper_of(bridge.logbook.preferences.paper, shell.computer.settings.country)
    return ReportScreen(bridge, usual, shell.stack)


def _products(shell: Shell, bridge: Bridge) -> ProductsScreen:
    from journal.ui.products.screen import ProductsScreen

    return ProductsScreen(bridge, shell.stack)


def _health(shell: Shell, bridge: Bridge) -> HealthScreen:
    from journal.ui.health.screen import HealthScreen

    screen = HealthScreen(bridge, shell.stack)
    screen.check_wanted.connect(shell.show_list)
    return screen


def _safety(shell: Shell, bridge: Bridge) -> SafetyScreen:
    from journal.ui.safety.screen import SafetyScreen

    settings = shell.computer.settings
    screen = SafetyScreen(bridge, settings.country or None, settings.help_lines, shell.stack)
    screen.country_chosen.connect(shell.set_country)
    screen.emergency_wanted.connect(lambda: shell.go(EMERGENCY.key))
    return screen


def _flare(shell: Shell, bridge: Bridge) -> FlareScreen:
    from journal.ui.flare.screen import FlareScreen

    screen = FlareScreen(bridge, shell.stack)
    screen.emergency_wanted.connect(lambda: shell.go(EMERGENCY.key))
    screen.left.connect(shell.leave_flare)
    screen.saved.connect(shell.flare_saved)
    screen.taking.connect(shell.tell_at_taking)
    screen.warned.connect(shell.ask_about)
    return screen


def _settings(shell: Shell, bridge: Bridge) -> SettingsScreen:
    from journal.ui.settings.screen import SettingsScreen

    screen = SettingsScreen(bridge, shell.computer, shell.stack)
    screen.appearance_changed.connect(shell.set_look)
    screen.country_changed.connect(shell.set_country)
    screen.lines_changed.connect(shell.show_whom_to_call)
    screen.open_other.connect(shell.open_another)
    screen.journal_moved.connect(shell.journal_moved)
    screen.erase_wanted.connect(shell.erase_wanted)
    screen.restore_wanted.connect(shell.restore_wanted)
    screen.passphrase_wanted.connect(shell.passphrase_wanted)
    screen.hide_wanted.connect(shell.hide_now)
    screen.help_wanted.connect(shell.show_help)
    return screen


_MAKERS: dict[str, Callable[[Shell, Bridge], Screen]] = {
    TODAY.key: _today, DIARY.key: _diary, TRENDS.key: _trends, REPORT.key: _report, PRODUCTS.key: _products,
    HEALTH.key: _health, SAFETY.key: _safety, FLARE.key: _flare, SETTINGS.key: _settings,
}  # fmt: skip
