"""The one way to a journal: window and command line hold a ``Logbook`` and nothing below it."""

from journal.logbook.logbook import Logbook, raise_file_of

__all__ = ["Logbook", "raise_file_of"]
