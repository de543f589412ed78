"""The unlock screen: shown before anything of the journal is known."""

from journal.ui.lock.unlock import UnlockScreen

__all__ = ["UnlockScreen"]
