"""A kind of entry that needs nothing special in the window: its form, row and details follow from its declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Entry, Timed
from journal.core.fields import Choice, Field, Free
from journal.texts import Texts
from journal.ui.entries.brief import Brought
from journal.ui.entries.declared import Declaration
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.declared_form import DeclaredForm
    from journal.ui.entries.details import Details
    from journal.ui.kit.bridge import Bridge


class DeclaredKind(Declaration):
    """One whose words are all that had to be said."""

    # --- its form, row and details ---

    def form(self, bridge: Bridge, draft_key: str) -> DeclaredForm:
        from journal.ui.entries.declared_form import declared_form

        return declared_form(bridge, self, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        return Line(texts(self.name), " · ".join(self._said(texts, row.entries[0])))

    def title(self, texts: Texts, entry: Entry) -> str:
        if isinstance(entry, Timed):
            return super().title(texts, entry)
        return texts("{what}, {when}", what=texts(self.title_word), when=texts.full_day(self.day_of(entry)))

    def below(self, details: Details) -> str:
        return super().below(details) if isinstance(details.entry, Timed) else ""

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        texts, said = details.texts, self.values_of(details.entry)
        return [
            (texts(self.captions[field.name]), details.long_text(self._words(texts, field, said[field.name])))
            for field in self.shown_fields()
        ]

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        return self._said(brought.texts, entry)

    def _said(self, texts: Texts, entry: Entry) -> list[str]:
        """Each field that says something, in a few words; of long texts the beginning."""
        said = self.values_of(entry)
        words = [(field, self._words(texts, field, said[field.name])) for field in self.shown_fields()]
        return [_beginning(each) if isinstance(field.declared, Free) else each for field, each in words if each]

    def _words(self, texts: Texts, field: Field, value: object) -> str:
        match value:
            case None | "" | () | False:
                return ""
            case True:
                return texts(self.captions[field.name])
            case int():
                unit = texts(self.units[field.name]) if field.name in self.units else ""
                return " ".join(each for each in (texts.integer(value), unit) if each)
            case dt.date():
                return texts.short_day(value)
            case tuple():
                return ", ".join(value)
        return texts(self.choices[field.name][str(value)]) if isinstance(field.declared, Choice) else str(value)


def _beginning(text: str) -> str:
    return " ".join(text[:300].split())
