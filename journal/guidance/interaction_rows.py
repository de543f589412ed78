"""What the command line tells about a name: one row for each, whatever is or is not known of it."""

from __future__ import annotations

from dataclasses import dataclass

from journal.guidance.interactions import RANK, InteractionClass, Level, classes_of, is_only_the_product, levels_of
from journal.guidance.recognising import Recognised, recognise


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """A name as it was given, what it is, and both columns of levels, the highest first."""

    given: str
    generics: tuple[str, ...]
    classes: tuple[InteractionClass, ...]
    not_prescribed: tuple[Level, ...]
    prescribed: tuple[Level, ...]
    sources: tuple[str, ...]
    meant: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether the name was recognised."""
        return bool(self.generics)

    @property
    def is_product(self) -> bool:
        """Whether the journal itself is about it, with or without a class."""
        return Level.PRODUCT in self.not_prescribed or any(class_.product for class_ in self.classes)

    @property
    def has_own_level(self) -> bool:
        """Whether a level is proposed by this program alone."""
        return any(not set(class_.own_level).isdisjoint(self.generics) for class_ in self.classes)

    def cells(self) -> tuple[str, ...]:
        """The seven cells of a table; lists and levels under a condition are joined by ";"."""
        return (
            " ".join(self.given.split()) if _breaks(self.given) else self.given,
            "recognised" if self.is_known else "not-recognised",
            ";".join(self.generics), ";".join(class_.id for class_ in self.classes),
            ";".join(self.not_prescribed), ";".join(self.prescribed), ";".join(self.sources),
        )  # fmt: skip


def row_of(given: str) -> InteractionRow:
    """The row of one name."""
    return row_of_recognised(recognise(given))


def row_of_recognised(recognised: Recognised) -> InteractionRow:
    """The row of a name that was looked up."""
    if not recognised.is_known:
        return InteractionRow(recognised.given, (), (), (Level.NONE,), (Level.NONE,), (), recognised.meant)
    if is_only_the_product(recognised.generics):
        return InteractionRow(recognised.given, recognised.generics, (), (Level.PRODUCT,), (Level.PRODUCT,), (), ())
    of = classes_of(recognised.generics)
    generics = tuple(sorted(recognised.generics, key=_highest))
    sources = tuple(dict.fromkeys(source for class_ in of for source in class_.sources_about(generics)))
    return InteractionRow(recognised.given, generics, of, levels_of(of, False), levels_of(of, True), sources, ())


def _highest(generic: str) -> int:
    of = classes_of([generic])
    return min(RANK[level] for column in (True, False) for level in levels_of(of, column))


def _breaks(given: str) -> bool:
    return any(letter in given for letter in "\t\n\r\v\f\x85\u2028\u2029")
