"""The one look on every system: colours, type and metrics, light and dark, at 100 to 200 %."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from journal.ui.kit import colours
from journal.ui.kit.colours import Colours
from journal.ui.kit.widget_styles import stylesheet

TEXT_SIZES = (100, 125, 150, 175, 200)
_FAMILIES = ("Inter",)  # taken where it is installed; otherwise the system's own interface font


@dataclass(frozen=True, slots=True)
class Theme(Colours):
    """The colours with what Qt makes of them, at a text size."""

    def color(self, role: str) -> QColor:
        """The colour of a role, e.g. ``theme.color("quiet")``."""
        return QColor(getattr(self, role))

    def font(self, at_100: float = 14, bold: bool = False) -> QFont:
        """The interface font at 12.5, 14, 16 or 22 px of 100 %."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(at_100))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


LIGHT = Theme()
DARK = Theme(**asdict(colours.DARK))


def with_high_contrast(theme: Theme) -> Theme:
    """The theme for people who asked their system for more contrast: nothing quiet, every edge in full, words 7:1."""
    if theme.dark:
        words = replace(theme, accent="#a5e6d3", mark_digits="#ffc79a", caution="#ffe3b8", emergency="#ffd6d6")
        return replace(words, text="#ffffff", quiet="#ffffff", hairline="#ffffff", edge="#ffffff")
    words = replace(theme, accent="#0f4a3c", mark_digits="#6f3000", caution="#5c3200", emergency="#6a1414")
    return replace(words, text="#000000", quiet="#000000", hairline="#000000", edge="#000000")


def palette(theme: Theme) -> QPalette:
    """Qt's own roles, for everything the stylesheet does not name."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "ground"), (roles.WindowText, "text"), (roles.Base, "card"), (roles.AlternateBase, "ground"),
        (roles.Text, "text"), (roles.Button, "card"), (roles.ButtonText, "text"), (roles.ToolTipBase, "card"),
        (roles.ToolTipText, "text"), (roles.PlaceholderText, "quiet"), (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"), (roles.Link, "accent"), (roles.Mid, "edge"), (roles.Accent, "accent"),
    ):  # fmt: skip
        made.setColor(role, theme.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color("quiet"))
    return made


class Appearance(QObject):
    """Keeps the application in its theme; ``changed`` is for what paints itself."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme, self._percent, self._more_contrast = "system", 100, False
        self._family_chosen = False
        self._hints = app.styleHints()
        self.theme = LIGHT
        self._hints.colorSchemeChanged.connect(self._system_changed)
        # A reference to the wrapper must be kept: Qt's object is deleted together with its first wrapper.
        self._contrast = self._hints.accessibility()
        self._contrast.contrastPreferenceChanged.connect(self._system_changed)

    def apply(self, scheme: str, percent: int, more_contrast: bool = False) -> Theme:
        """Show this scheme (system, light, dark) at this text size; ``more_contrast`` whatever the system says."""
        self._scheme, self._percent, self._more_contrast = scheme, percent, more_contrast
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme, Qt.ColorScheme.Unknown)
        self._hints.setColorScheme(wanted)
        return self._show()

    def _system_changed(self) -> None:
        self._show()

    def _show(self) -> Theme:
        theme = self._wanted()
        if not self._family_chosen:
            self._choose_family(theme)
        if theme != self.theme or not self._app.styleSheet():
            self.theme = theme
            self._app.setFont(theme.font())
            self._app.setPalette(palette(theme))
            self._app.setStyleSheet(stylesheet(theme))
            self.changed.emit()
        return theme

    def _choose_family(self, theme: Theme) -> None:
        self._family_chosen = True
        font = QFont(self._app.font())
        font.setFamilies([*_FAMILIES, font.family()])
        self._app.setFont(font)

    def _wanted(self) -> Theme:
        dark = self._scheme == "dark" or (self._scheme == "system" and self._hints.colorScheme() is Qt.ColorScheme.Dark)
        theme = replace(DARK if dark else LIGHT, percent=self._percent)
        if self._more_contrast or self._contrast.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return with_high_contrast(theme)
        return theme


def appearance() -> Appearance:
    """The application's one appearance."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    kept = app.property("appearance")
    if isinstance(kept, Appearance):
        return kept
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    made = Appearance(app)
    app.setProperty("appearance", made)
    return made


def apply_theme(app: QApplication, scheme: str = "system", percent: int = 100, more_contrast: bool = False) -> Theme:
    """Dress the application; call it again when the person chooses otherwise."""
    return appearance().apply(scheme, percent, more_contrast)


def theme() -> Theme:
    """The theme being shown."""
    return appearance().theme
