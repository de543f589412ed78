"""The first start: short, skippable, nothing preselected that matters."""

from journal.ui.welcome.screen import WelcomeScreen

__all__ = ["WelcomeScreen"]
