"""What every entry of a journal is, whatever its kind: frozen values that go everywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
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
    """The identity of an entry of another program, the same at every import of it.

    A file may hold half of a letter of two (a lone surrogate), which has no bytes.
    """
    name = f"{source}\x1f{foreign_id}".encode("utf-8", "replace").decode()
    return str(uuid5(_NAMESPACE, name))


def is_of_another_program(entry_id: str) -> bool:
    """Whether an identity was made by ``origin_id``."""
    return entry_id[14:15] == "5"  # the version of the UUID


# By class, made with the first entry of each that is compared.
_VALUES: dict[type["Entry"], Callable[[object], object]] = {}


def _values_of(entry: "Entry") -> object:
    values = _VALUES.get(type(entry))
    if values is None:
        values = _VALUES[type(entry)] = attrgetter(*(own.name for own in fields(entry)))
    return values(entry)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Entry:
    """What every entry has. ``deleted_ms`` is the UTC time at which it went to the trash.

    Of its kind, ``plural`` is the name of its list in files, ``in_diary`` whether the Diary lists it, ``deletable``
    whether a person can move it to the trash, ``printed`` whether a report may ever show it. ``shows_day_written``: its
    day counts as recorded; not so of a value or a statement that only bears a date. ``only_for``: fields that belong to
    some options of a choice alone, by the choice and these options.
    """

    plural: ClassVar[str]
    in_diary: ClassVar[bool] = False
    deletable: ClassVar[bool] = True
    printed: ClassVar[bool] = True
    shows_day_written: ClassVar[bool] = True
    only_for: ClassVar[Mapping[str, tuple[str, frozenset[str]]]] = {}

    id: Annotated[str, Identity()] = field(default_factory=new_id)
    origin: Annotated[str | None, Code(NAME_LIMIT)] = None
    private: bool = False
    complete_later: bool = False
    deleted_ms: Annotated[int | None, Instant()] = None

    # Said once for every kind (``repr=False, eq=False``): ``dataclass`` would write and compile them for each of two
    # dozen kinds, for which every start waited.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry) or type(other) is not type(self):
            return NotImplemented
        return self is other or _values_of(self) == _values_of(other)

    def __hash__(self) -> int:
        return hash(_values_of(self))

    def __repr__(self) -> str:
        names = [own.name for own in fields(self)]
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Timed(Entry):
    """An entry at a moment; ``recorded_ms`` is the UTC time at which it was written down (0: set by the logbook)."""

    in_diary: ClassVar[bool] = True

    at: Moment
    recorded_ms: Annotated[int, Recorded()] = 0
