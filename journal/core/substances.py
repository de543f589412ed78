"""What else a person takes: medicines and other substances, and what was taken of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from journal.core.entry import Entry, Timed
from journal.core.fields import Choice, Day, Free, Gone, Lines, Name, Number, Refers


class Source(StrEnum):
    """Where a medicine or another substance comes from."""

    PRESCRIBED = "prescribed"
    OVER_THE_COUNTER = "over_the_counter"
    OTHER = "other"


class Use(StrEnum):
    """How regularly it is taken."""

    DAILY = "daily"
    AS_NEEDED = "as_needed"


class Taken(StrEnum):
    """What was taken; ``OWN`` is whatever the entry names."""

    ALCOHOL = "alcohol"
    CANNABIS = "cannabis"
    CAFFEINE = "caffeine"
    NICOTINE = "nicotine"
    PAINKILLER = "painkiller"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Substance(Entry):
    """A medicine or another substance, as its name was typed. None: not said; nothing is chosen beforehand.

    ``classes`` are the codes of recognised classes, ``amount`` and ``how_often`` the person's words, which nothing
    computes with.
    """

    plural: ClassVar[str] = "substances"

    name: Annotated[str, Name(required=True)]
    classes: Annotated[tuple[str, ...], Lines()] = ()
    source: Source | None = None
    amount: Annotated[str, Name()] = ""
    how_often: Annotated[str, Name()] = ""
    use: Use | None = None
    reason: Annotated[str, Name()] = ""
    since: Annotated[dt.date | None, Day(rough=True)] = None
    until: Annotated[dt.date | None, Day(plan=True, ends="since", rough=True)] = None
    note: Annotated[str, Free(searchable=False)] = ""

    def taken_on(self, day: dt.date) -> bool:
        """Whether the day lies in the time in which it is taken; what was not said leaves that end open."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Intake(Timed):
    """Something taken besides a dose. ``amount`` as it was typed; ``drinks`` in thousandths, if their number was said.

    ``substance`` is the id of a medicine or another substance that the journal knows; what is named stays when it goes.
    """

    plural: ClassVar[str] = "intakes"
    only_for: ClassVar[Mapping[str, tuple[str, frozenset[str]]]] = {"drinks": ("what", frozenset({Taken.ALCOHOL}))}

    what: Annotated[Taken, Choice(searchable=True)]
    name: Annotated[str, Name(searchable=True)] = ""
    substance: Annotated[str | None, Refers("substance", Gone.FORGETS)] = None
    amount: Annotated[str, Name()] = ""
    drinks: Annotated[int | None, Number(0, 1_000_000)] = None
    note: Annotated[str, Free()] = ""
