"""What a kind of entry declares for the window where it needs no form of its own: captions, units, choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from journal.core.entries import Entry
from journal.core.fields import Choice, Field
from journal.core.kinds import KINDS
from journal.texts import Texts
from journal.ui.entries.fillable import can_be_filled_in
from journal.ui.entries.kind import EntryKind

if TYPE_CHECKING:
    from journal.core.plausible import Doubt


class Declaration(EntryKind):
    """``captions`` name the fields that a person fills in, in the order of the form; the others keep their defaults.
    The day of a kind that is placed on one is typed if it has a caption; else it is the day that was looked at.

    ``units`` stand beside a field and after its number, unless ``counted`` says the number with its unit, for one and
    for more; ``choices`` name the options of an enumeration. ``in_row``: a number that could be that of another field,
    as a row says it, where no caption stands.
    ``pairs``: what a field is called together with the one that is written below it in the same cell of a table.
    ``may_begin_private``: a new one can be private by what it says; the tick stands beside what says it.
    ``asked_before_choice``: fields that belong to some options of a choice alone, and may be typed before it is made.
    ``titled_by``: the field whose words begin a row, instead of the kind's name; ``named_where``: options of it that
    say less than the entry's own name, which begins the row then. ``placed_by``: fields that are said where its form is
    opened. ``says_something_empty``: it may be saved with nothing filled in. ``quiet_help``: it is
    about bad hours, so that whom to talk to stands with it.
    """

    captions: ClassVar[Mapping[str, str]]
    units: ClassVar[Mapping[str, str]] = {}
    counted: ClassVar[Mapping[str, tuple[str, str]]] = {}
    choices: ClassVar[Mapping[str, Mapping[str, str]]] = {}
    in_row: ClassVar[Mapping[str, str]] = {}
    pairs: ClassVar[Mapping[str, str]] = {}
    asked_before_choice: ClassVar[frozenset[str]] = frozenset()
    may_begin_private: ClassVar[bool] = False
    titled_by: ClassVar[str] = ""
    named_where: ClassVar[frozenset[str]] = frozenset()
    placed_by: ClassVar[tuple[str, ...]] = ()
    says_something_empty: ClassVar[bool] = False
    quiet_help: ClassVar[bool] = False

    def __init__(self) -> None:
        """TypeError where words are missing: else the form would lack a field without any error."""
        for field in self.shown_fields():
            if not can_be_filled_in(field):
                raise TypeError(f"{self.code}.{field.name} has no general input: the kind needs a form of its own")
            if isinstance(field.declared, Choice) and {*field.declared.options} != {*self.choices.get(field.name, {})}:
                raise TypeError(f"{self.code}.{field.name}: the words of its choices are not those of its options")
        placed = {"at", KINDS[self.code].day_column, *self.placed_by}
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

    def begins_private(self, values: Mapping[str, object]) -> bool:
        """Whether a new one that says this is private unless the person says otherwise."""
        return False

    def asked_about(self, texts: Texts, doubt: Doubt) -> str:
        """The question about a value that is more often a slip than true."""
        from journal.texts.doubts import doubt_question

        return doubt_question(texts, self.code, doubt, texts(self.captions[doubt.field]))

    def entry(self, before: Entry | None, **values: object) -> Entry:
        """A new entry that says this, or the one from before changed, and completed by that."""
        made: Any = self.cls
        changed: Any = before
        entry: Entry = made(**values) if before is None else replace(changed, complete_later=False, **values)
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
