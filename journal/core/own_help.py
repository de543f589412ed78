"""What helps a person in bad hours, in their own words: things, people and a plan."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from journal.core.entry import Entry
from journal.core.fields import Free, Name, Whole

_FIRST, _LAST = -1_000_000, 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Help(Entry):
    """One thing that helps; ``position`` is its place in the list. It is for the person alone, and on no page."""

    plural: ClassVar[str] = "helps"
    printed: ClassVar[bool] = False

    text: Annotated[str, Name(required=True)]
    position: Annotated[int, Whole(_FIRST, _LAST, in_table=False)] = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Contact(Entry):
    """Someone of their own to call: shown only where the person asked for it.

    ``printed`` is False: on no page or list, only on an emergency card, and there only if that was chosen.
    """

    plural: ClassVar[str] = "contacts"
    printed: ClassVar[bool] = False

    name: Annotated[str, Name(required=True)]
    phone: Annotated[str, Name()] = ""
    note: Annotated[str, Free(searchable=False)] = ""
    position: Annotated[int, Whole(_FIRST, _LAST, in_table=False)] = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Plan(Entry):
    """A part of a plan for bad hours: free text under a heading of their own; private, and on no page."""

    plural: ClassVar[str] = "plans"
    printed: ClassVar[bool] = False

    heading: Annotated[str, Name(required=True)]
    text: Annotated[str, Free(searchable=False)] = ""
    position: Annotated[int, Whole(_FIRST, _LAST, in_table=False)] = 0
    private: bool = True
