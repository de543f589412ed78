"""Every visible text goes through here: translation, numbers, dates, and codes turned into words."""

from journal.texts.language import Texts, english

__all__ = ["Texts", "english"]
