"""What every entry of a journal is, whatever its kind: frozen values that go everywhere."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar
from uuid import UUID, uuid4, uuid5

from journal.core.fields import Code, Identity, Instant, Recorded
from journal.core.moments import Moment
from journal.core.plaintext import NAME_LIMIT

_NAMESPACE = UUID("6f3f2f0e-5c1b-4b50-9d55-1f1c7a1e9a52")


def new_id() -> str:
    """A fresh random identity."""
    return str(uuid4())


def origin_id(source: str, foreign_id: str) -> str:
    """The identity of an entry of another program, the same at every import of it."""
    return str(uuid5(_NAMESPACE, f"{source}\x1f{foreign_id}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has. ``deleted_ms`` is the UTC time at which it went to the trash.

    Of its kind, ``plural`` is the name of its list in files, ``in_diary`` whether the Diary lists it, ``deletable``
    whether a person can move it to the trash, ``printed`` whether a report may ever show it.
    """

    plural: ClassVar[str]
    in_diary: ClassVar[bool] = False
    deletable: ClassVar[bool] = True
    printed: ClassVar[bool] = True

    id: Annotated[str, Identity()] = field(default_factory=new_id)
    origin: Annotated[str | None, Code(NAME_LIMIT)] = None
    private: bool = False
    complete_later: bool = False
    deleted_ms: Annotated[int | None, Instant()] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(Entry):
    """An entry at a moment; ``recorded_ms`` is the UTC time at which it was written down (0: set by the logbook)."""

    in_diary: ClassVar[bool] = True

    at: Moment
    recorded_ms: Annotated[int, Recorded()] = 0
