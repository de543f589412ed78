"""A kind of entry that needs nothing special in the window: form, row and details follow from what it declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from journal.core.entries import Entry, Timed
from journal.core.fields import Choice, Field, Free
from journal.core.kinds import KINDS
from journal.texts import Texts
from journal.ui.entries.brief import Brought
from journal.ui.entries.fillable import can_be_filled_in
from journal.ui.entries.kind import EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names
from journal.ui.entries.rows import Row

if TYPE_CHECKING:
    from journal.ui.entries.declared_form import DeclaredForm
    from journal.ui.entries.details import Details
    from journal.ui.kit.bridge import Bridge


class DeclaredKind(EntryKind):
    """``captions`` name the fields that a person fills in, in the order of the form; the others keep their defaults.

    ``units`` stand beside a field and after its number; ``choices`` name the options of an enumeration.
    """

    captions: ClassVar[Mapping[str, str]]
    units: ClassVar[Mapping[str, str]] = {}
    choices: ClassVar[Mapping[str, Mapping[str, str]]] = {}

    def __init__(self) -> None:
        """TypeError where words are missing: a form that lacks a field would be found out only by who needs it."""
        for field in self.shown_fields():
            if not can_be_filled_in(field):
                raise TypeError(f"{self.code}.{field.name} has no general input: the kind needs a form of its own")
            if isinstance(field.declared, Choice) and {*field.declared.options} != {*self.choices.get(field.name, {})}:
                raise TypeError(f"{self.code}.{field.name}: the words of its choices are not those of its options")
        placed = {"at", KINDS[self.code].day_column}
        needed = {field.name for field in KINDS[self.code].fields if field.required} - placed
        if missing := needed - {*self.captions}:
            raise TypeError(f"{self.code}: a form without {sorted(missing)} cannot make one")

    # --- what it declares ---

    def shown_fields(self) -> list[Field]:
        """The declared fields that have a caption, in their order."""
        declared = {field.name: field for field in KINDS[self.code].fields}
        return [declared[name] for name in self.captions]

    def values_of(self, entry: Entry) -> dict[str, Any]:
        """What an entry says in these fields."""
        return {name: getattr(entry, name) for name in self.captions}

    def entry(self, before: Entry | None, **said: object) -> Entry:
        """A new entry that says this, or the one from before changed."""
        made: Any = self.cls
        changed: Any = before
        entry: Entry = made(**said) if before is None else replace(changed, **said)
        return entry

    @property
    def day_column(self) -> str:
        """The field that holds the day of a kind that is placed on one."""
        column = KINDS[self.code].day_column
        assert column is not None
        return column

    def day_of(self, entry: Entry) -> dt.date:
        """The day that such an entry is about."""
        day = getattr(entry, self.day_column)
        assert isinstance(day, dt.date)
        return day

    # --- its form, row and details ---

    def form(self, bridge: Bridge, draft_key: str) -> DeclaredForm:
        from journal.ui.entries.declared_form import declared_form

        return declared_form(bridge, self, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        return Line(texts(self.name), " · ".join(self._said(texts, row.entries[0])))

    def title(self, texts: Texts, entry: Entry) -> str:
        if isinstance(entry, Timed):
            return super().title(texts, entry)
        return texts("{what}, {when}", what=texts(self.told), when=texts.full_day(self.day_of(entry)))

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
