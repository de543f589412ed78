"""Whose emergency number and help lines are shown, on every screen that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.shell.places import SAFETY, SETTINGS, TODAY

if TYPE_CHECKING:
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.computer import Computer
    from journal.ui.shell.shown_screens import ShownScreens


def whom_to_call(computer: Computer) -> tuple[str | None, str]:
    """The country and the person's changes of its lines, as this computer knows them."""
    return computer.settings.country or None, computer.settings.help_lines


def show_whom_to_call(computer: Computer, bridge: Bridge | None, screens: ShownScreens) -> None:
    """Tell those screens that were made already; others ask the bridge when they are made."""
    country, lines = whom_to_call(computer)
    if bridge is not None:
        bridge.whom_to_call = country, lines
    if (today := screens.seen(TODAY)) is not None:
        today.show_whom_to_call(country, lines)
    if (safety := screens.seen(SAFETY)) is not None:
        safety.show_whom_to_call(country, lines)
    if (settings := screens.seen(SETTINGS)) is not None:
        settings.show_whom_to_call()
