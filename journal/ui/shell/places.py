"""The places that the navigation leads to, in its order, each with the type of its screen."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from journal.texts.marked import marked
from journal.ui.kit.screen import Screen

if TYPE_CHECKING:
    from journal.ui.diary.screen import DiaryScreen
    from journal.ui.flare.screen import FlareScreen
    from journal.ui.health.screen import HealthScreen
    from journal.ui.products.screen import ProductsScreen
    from journal.ui.report.screen import ReportScreen
    from journal.ui.safety.screen import SafetyScreen
    from journal.ui.settings.screen import SettingsScreen
    from journal.ui.today.screen import TodayScreen
    from journal.ui.trends.screen import TrendsScreen

ScreenT = TypeVar("ScreenT", bound=Screen)
ScreenT_co = TypeVar("ScreenT_co", bound=Screen, covariant=True)


@dataclass(frozen=True, slots=True)
class Item:
    """What the navigation shows of a place."""

    key: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class Place(Item, Generic[ScreenT_co]):
    """A place of an open journal. Whoever asks for its screen gets it with its own type, so mypy knows its methods."""

    @property
    def module(self) -> str:
        """Where the code of its screen is."""
        return f"journal.ui.{self.key}.screen"

    def is_loaded(self) -> bool:
        """Whether the code of its screen is there already."""
        return self.module in sys.modules

    def load(self) -> None:
        """Import the code of its screen, in any thread: a tenth of a second, soon after the start."""
        import_module(self.module)


TODAY: Place[TodayScreen] = Place("today", marked("Today"), "today")
DIARY: Place[DiaryScreen] = Place("diary", marked("Diary"), "diary")
TRENDS: Place[TrendsScreen] = Place("trends", marked("Trends"), "trends")
REPORT: Place[ReportScreen] = Place("report", marked("Report"), "report")
PRODUCTS: Place[ProductsScreen] = Place("products", marked("Products"), "products")
HEALTH: Place[HealthScreen] = Place("health", marked("Health"), "health")
SAFETY: Place[SafetyScreen] = Place("safety", marked("Safety"), "safety")
SETTINGS: Place[SettingsScreen] = Place("settings", marked("Settings"), "settings")
# For a bad moment: it fills the window, and who leaves it is back where they were.
FLARE: Place[FlareScreen] = Place("flare", marked("Flare"), "flare")
FLARE_KEY = "F8"
# Emergency is there before a journal is open, so it is no screen of one.
EMERGENCY = Item("emergency", marked("Emergency"), "emergency")

PLACES: tuple[Place[Screen], ...] = (TODAY, DIARY, TRENDS, REPORT, PRODUCTS, HEALTH, SAFETY)
LOWER_PLACES: tuple[Item, ...] = (EMERGENCY, SETTINGS)
SCREENS: dict[str, Place[Screen]] = {place.key: place for place in (*PLACES, FLARE, SETTINGS)}
