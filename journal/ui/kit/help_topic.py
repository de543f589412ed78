"""What the help is about: the Help menu and Settings offer the same ones."""

from __future__ import annotations

from enum import StrEnum


class HelpTopic(StrEnum):
    """One of the help dialogs."""

    MANUAL = "manual"
    SHORTCUTS = "shortcuts"
    FORMATS = "formats"
    LICENCES = "licences"
    CHANGES = "changes"
    ABOUT = "about"
