"""A kind of entry that needs nothing special in the window: its form, row and details follow from its declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Entry, Timed
from journal.core.fields import Choice, Day, Field, Free, Number
from journal.core.kinds import KINDS, Placed
from journal.core.plaintext import shortened
from journal.texts import Texts
from journal.texts.isolates import isolated
from journal.ui.entries.brief import Brought
from journal.ui.entries.declared import Declaration
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge
_LONGEST = 300  # letters of a text in a row; "…" says that there are more


class DeclaredKind(Declaration):
    """A kind made from its declaration and its words alone."""

    # --- its form, row and details ---

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.declared_placed import declared_form

        return declared_form(bridge, self, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        entry = row.entries[0]
        by = self._titled_by(entry)
        title = self._title_of(texts, entry, by)
        told_fields = {by, self.titled_by} if title else set[str]()
        return Line(
            title or texts(self.name), " · ".join(map(isolated, self._fields_in_words(texts, entry, told_fields)))
        )

    def _titled_by(self, entry: Entry) -> str:
        """The field that the row of this entry begins with: "zopiclone", and not "Something else"."""
        values = self.values_of(entry)
        return "name" if values.get(self.titled_by) in self.named_where and values.get("name") else self.titled_by

    def _title_of(self, texts: Texts, entry: Entry, by: str) -> str:
        """The words of the field that a row begins with; empty: nothing is said there."""
        field = next((field for field in self.shown_fields() if field.name == by), None)
        return "" if field is None else _beginning(self._words(texts, field, self.values_of(entry)[field.name]))

    def title(self, texts: Texts, entry: Entry) -> str:
        placed = KINDS[self.code].placed
        if placed is Placed.AT_A_MOMENT:
            return super().title(texts, entry)
        if placed is Placed.NOWHERE:
            return texts(self.title_word)
        return texts("{what}, {when}", what=texts(self.title_word), when=texts.full_day(self.day_of(entry)))

    def below(self, details: Details) -> str:
        if isinstance(details.entry, Timed):
            return super().below(details)
        return details.texts("private") if details.entry.private else ""

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        texts, values = details.texts, self.values_of(details.entry)
        return [
            (texts(self.captions[field.name]), details.long_text(self._words(texts, field, values[field.name])))
            for field in self.shown_fields()
        ]

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        return self._fields_in_words(brought.texts, entry)

    def _fields_in_words(self, texts: Texts, entry: Entry, but_for: Collection[str] = ()) -> list[str]:
        """Each field that says something, in a few words; of long texts the beginning."""
        values, together = self.values_of(entry), self.said_together(texts, entry)
        # Its own day is that of the row.
        fields = [field for field in self.shown_fields() if field.name not in {*but_for, KINDS[self.code].day_column}]
        words = [together.get(field.name, self._row_words(texts, field, values[field.name])) for field in fields]
        return [
            _beginning(text) if isinstance(field.declared, Free) else text
            for field, text in zip(fields, words, strict=True)
            if text
        ]

    def _row_words(self, texts: Texts, field: Field, value: object) -> str:
        words = self._words(texts, field, value)
        return texts(self.in_row[field.name], value=words) if words and field.name in self.in_row else words

    def said_in_words(self, texts: Texts, entry: Entry) -> str:
        """Everything that its fields say, days left out, whole: to be searched."""
        values = self.values_of(entry)
        fields = [field for field in self.shown_fields() if not isinstance(field.declared, Day)]
        return "\n".join(self._words(texts, field, values[field.name]) for field in fields)

    def said_together(self, texts: Texts, entry: Entry) -> Mapping[str, str]:
        """Words for fields that a row says as one: under the first of them, and "" under the others."""
        return {}

    def _words(self, texts: Texts, field: Field, value: object) -> str:
        match value:
            case None | "" | () | False:
                return ""
            case True:
                return texts(self.captions[field.name])
            case int():
                return self._number(texts, field, value)
            case dt.date():
                return texts.short_day(value)
            case tuple():
                return ", ".join(value)
        return texts(self.choices[field.name][str(value)]) if isinstance(field.declared, Choice) else str(value)

    def _number(self, texts: Texts, field: Field, value: int) -> str:
        thousandths = isinstance(field.declared, Number)
        number = texts.number(value) if thousandths else texts.integer(value)
        if field.name in self.counted:
            return texts.plural(*self.counted[field.name], _plural_of(value, 1000 if thousandths else 1), number=number)
        unit = texts(self.units[field.name]) if field.name in self.units else ""
        return " ".join(part for part in (number, unit) if part)


def _plural_of(value: int, one: int) -> int:
    """The whole number whose plural form the number takes; what is no whole number takes that of several."""
    return value // one if value % one == 0 else 2


def _beginning(text: str) -> str:
    return shortened(" ".join(text[: 2 * _LONGEST].split()), _LONGEST)
