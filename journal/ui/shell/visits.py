"""The screens of an open journal: one is shown at a time, each is made when somebody goes there for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journal.ui.kit.pages import Pages
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.turns import next_turn
from journal.ui.shell.navigation import Navigation
from journal.ui.shell.places import is_loaded, load


class Visits(QObject):
    """Shows the screens that ``make`` makes, by place, and marks the place in the navigation."""

    def __init__(self, stack: Pages, navigation: Navigation, make: Callable[[str], QWidget]) -> None:
        super().__init__(stack)
        self._stack, self._navigation, self._make = stack, navigation, make
        self._screens: dict[str, QWidget] = {}
        self._coming: str | None = None  # the place that was asked for and is not shown yet
        self._empty: QWidget | None = None  # what is seen until then

    def begin(self, place: str, screen: QWidget) -> None:
        """A journal was opened, with a first screen that is shown already."""
        self._screens[place] = screen

    def end(self) -> None:
        """Forget the screens; whoever holds them lets them go."""
        self._coming, self._empty = None, None
        self._screens.clear()

    def seen(self, place: str) -> QWidget | None:
        """The screen of a place, if somebody went there."""
        return self._screens.get(place)

    def screens(self) -> Iterable[QWidget]:
        """Those that were made."""
        return self._screens.values()

    def go(self, place: str) -> None:
        """Go there. A screen that was not seen yet comes in turns, so that keys and mouse are never held up for long.

        The place is marked and empty at once, its code is imported in a worker, then its screen is made, then shown.
        """
        if place in self._screens:
            self.reach(place)
            return
        self._coming = place
        self._navigation.show_place(place)
        self._show_nothing()
        if is_loaded(place):
            next_turn(self, self._make_coming)
        else:
            run_in_background(partial(load, place), while_alive(self, lambda _module: self._make_coming()))

    def reach(self, place: str) -> QWidget:
        """Go there in one step, and have its screen."""
        screen = self._made(place)
        self._coming = None
        self._stack.setCurrentWidget(screen)
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        self._navigation.show_place(place)
        shown = getattr(screen, "shown", None)
        if shown is not None:
            shown()
        return screen

    def arrive(self) -> None:
        """Show now what is coming, if anything is."""
        if self._coming is not None:
            self.reach(self._coming)

    def _make_coming(self) -> None:
        if self._coming is not None:
            self._made(self._coming)
            next_turn(self, self.arrive)

    def _made(self, place: str) -> QWidget:
        if place not in self._screens:
            self._screens[place] = self._make(place)
            self._stack.addWidget(self._screens[place])
        return self._screens[place]

    def _show_nothing(self) -> None:
        if self._empty is None:
            self._empty = QWidget()
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
