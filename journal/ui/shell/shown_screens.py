"""The screens of an open journal: one is shown at a time, each is made when somebody goes there for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal.core.entries import Draft
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.pages import Pages
from journal.ui.kit.screen import Screen
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.shell.navigation import Navigation
from journal.ui.shell.places import SCREENS, Place, ScreenT


class ShownScreens(QObject):
    """Shows the screens that ``make`` makes, by place, and marks the place in the navigation."""

    def __init__(self, stack: Pages, navigation: Navigation, make: Callable[[Place[Screen]], Screen]) -> None:
        super().__init__(stack)
        self._stack, self._navigation, self._make = stack, navigation, make
        self._screens: dict[str, Screen] = {}
        self._coming: Place[Screen] | None = None  # the place that was asked for and is not shown yet
        self._empty: QWidget | None = None  # what is seen until then

    def begin(self, place: Place[ScreenT]) -> ScreenT:
        """A journal was opened: take over its first screen, which the caller shows."""
        self._screens[place.key] = self._make(place)
        return self._existing(place)

    def end(self) -> None:
        """Forget the screens; the caller deletes them."""
        self._coming, self._empty = None, None
        self._screens.clear()

    def seen(self, place: Place[ScreenT]) -> ScreenT | None:
        """The screen of a place, if somebody went there."""
        return self._existing(place) if place.key in self._screens else None

    def _existing(self, place: Place[ScreenT]) -> ScreenT:
        return cast("ScreenT", self._screens[place.key])  # a place has screens of its own type only: see screens.py

    def current(self) -> str:
        """The key of the place whose screen is shown; "" while it is none of them."""
        shown = self._stack.currentWidget()
        return next((key for key, screen in self._screens.items() if screen is shown), "")

    def screens(self) -> Iterable[Screen]:
        """Those that were made."""
        return self._screens.values()

    def go(self, place: Place[Screen]) -> None:
        """Go there. A screen that was not seen yet is made in slices: keys and mouse are never held up for long.

        The place is marked and empty at once, its code is imported in a worker, then its screen is made, then shown.
        """
        if place.key in self._screens:
            self.reach(place)
            return
        self._coming = place
        self._navigation.show_place(place.key)
        self._show_nothing()
        if place.is_loaded():
            once_painted(self, self._make_coming)
        else:
            run_in_background(place.load, while_alive(self, lambda _module: self._make_coming()))

    def reach(self, place: Place[ScreenT]) -> ScreenT:
        """Go there in one step, and have its screen."""
        screen = self._made(place)
        self._coming = None
        self._stack.setCurrentWidget(screen)
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        self._navigation.show_place(place.key)
        screen.shown()
        return screen

    def key_of(self, part: QWidget) -> str:
        """The place of the screen that this is a part of, or that it is itself; "" if it is in none of them."""
        return next((key for key, screen in self._screens.items() if screen is part or screen.isAncestorOf(part)), "")

    def reopen(self, key: str, typed: Draft) -> bool:
        """Go to that place, and open a form there with what was typed in it; whether it is open now."""
        if key not in SCREENS:
            return False
        screen = self._screens.get(key)
        if screen is None or not screen.isVisible():
            screen = self.reach(SCREENS[key])
        if not screen.bring_back(typed):
            return False
        if not screen.isVisible():  # an empty form that it opened by itself went, and the person with it
            self.reach(SCREENS[key])
        return True

    def arrive(self) -> None:
        """Show now what is coming, if anything is."""
        if self._coming is not None:
            self.reach(self._coming)

    def _make_coming(self) -> None:
        if self._coming is not None:
            self._made(self._coming)
            once_painted(self, self.arrive)

    def _made(self, place: Place[ScreenT]) -> ScreenT:
        if place.key not in self._screens:
            self._screens[place.key] = self._make(place)
            self._stack.addWidget(self._screens[place.key])
        return self._existing(place)

    def _show_nothing(self) -> None:
        if self._empty is None:
            self._empty = QWidget()
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
