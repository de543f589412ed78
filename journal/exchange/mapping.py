"""What the columns of a table mean, and which meanings together can make entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import TYPED_UNITS
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_fields import MAPPED_FIELDS, is_at_a_moment

UNITS = (*TYPED_UNITS, "pieces")


class Meaning(StrEnum):
    """What a column holds."""

    DATE = "date"
    TIME = "time"
    INSTANT = "instant"
    PRODUCT = "product"
    STRAIN = "strain"
    AMOUNT = "amount"
    UNIT = "unit"
    PREPARATION = "preparation"
    RATING = "rating"
    SYMPTOM = "symptom"  # names the symptom of the row's rating that names none
    CATEGORY = "category"  # says which of several kinds of row it is
    NOTE = "note"
    FIELD = "field"  # of another kind of entry; the column says which


# Several columns may be ratings, each of another symptom, fields, each of another, or notes, which are joined.
_OFTEN = (Meaning.RATING, Meaning.NOTE, Meaning.FIELD)
_WITH_TIME = (Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.PREPARATION, *_OFTEN)
_OF_A_DOSE = (Meaning.PRODUCT, Meaning.STRAIN, Meaning.AMOUNT, Meaning.PREPARATION)


class Zero(StrEnum):
    """What an amount of 0 means: nobody said it yet, nothing was taken that day, or that is not known."""

    NOT_SAID = ""
    NONE = "none"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Column:
    """One column's meaning (None: not read), and for a rating the symptom's name.

    Of a field ``of`` says which one (``measurement.pulse``), and ``symptom`` what stands behind the colon.
    ``words``: cells, and what each is to be read as. ``scale``: that of a rating, if it is not 0 to 10: "1-5", "5-1".
    """

    meaning: Meaning | None = None
    symptom: str = ""
    of: str = ""
    words: tuple[tuple[str, str], ...] = ()
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What the columns are in the rows of one category."""

    category: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How a table is read. ``decimal`` is ``.``, ``,`` or empty (not said); ``unit`` one of UNITS, a product's own
    unit, or empty (not said).

    ``midday``: rows that name a day but no time of day are put at 12:00 and marked to be completed later.
    ``zero``: what an amount of 0 means.
    ``cases``: of a table with several kinds of row, those that are read; the others are left out.
    """

    columns: tuple[Column, ...]
    zone: str
    date_order: DateOrder | None = None
    decimal: str = ""
    unit: str = ""
    midday: bool = False
    zero: Zero = Zero.NOT_SAID
    cases: tuple[Case, ...] = ()

    def of_case(self, case: Case) -> TableMapping:
        """How the rows of one category are read."""
        return replace(self, columns=case.columns, cases=())

    def place(self, meaning: Meaning) -> int | None:
        """The first column of this meaning."""
        return next((n for n, column in enumerate(self.columns) if column.meaning is meaning), None)

    @property
    def needs_clock(self) -> bool:
        """Whether it makes anything that happened at a time of day; a laboratory's values are of a day."""
        read = [column for column in self.columns if column.meaning in _WITH_TIME]
        return any(column.meaning is not Meaning.FIELD or is_at_a_moment(column.of) for column in read)

    def with_column(self, number: int, column: Column) -> TableMapping:
        """The mapping with another meaning of one column."""
        return replace(self, columns=(*self.columns[:number], column, *self.columns[number + 1 :]))


def refuse_unfit(mapping: TableMapping) -> None:
    """Raise Refused with a ``mapping-`` code for a mapping that could make no entry of any row."""
    categories = mapping.place(Meaning.CATEGORY) is not None
    if categories != bool(mapping.cases):
        raise Refused("mapping-no-rows" if categories else "mapping-no-category")
    for one_mapping in (mapping.of_case(case) for case in mapping.cases) if mapping.cases else (mapping,):
        _refuse_unfit_columns(one_mapping)


def _refuse_unfit_columns(mapping: TableMapping) -> None:
    meanings = [column.meaning for column in mapping.columns if column.meaning is not None]
    for meaning in set(meanings):
        if meaning not in _OFTEN and meanings.count(meaning) > 1:
            raise Refused("mapping-twice")
    _refuse_unfit_ratings(mapping, named_in_row=Meaning.SYMPTOM in meanings)
    if Meaning.INSTANT not in meanings and Meaning.DATE not in meanings:
        raise Refused("mapping-no-time")
    _refuse_unfit_fields(mapping)
    clock = Meaning.INSTANT in meanings or Meaning.TIME in meanings or mapping.midday
    if not clock and mapping.needs_clock:
        raise Refused("mapping-no-clock")
    if not set(meanings) & {*_OF_A_DOSE, *_OFTEN}:
        raise Refused("mapping-nothing")


def _refuse_unfit_ratings(mapping: TableMapping, named_in_row: bool) -> None:
    symptoms = [folded(clean_name(column.symptom)) for column in mapping.columns if column.meaning is Meaning.RATING]
    if "" in symptoms and not named_in_row:
        raise Refused("mapping-symptom")
    if len(symptoms) != len(set(symptoms)):
        raise Refused("mapping-twice")


def _refuse_unfit_fields(mapping: TableMapping) -> None:
    read = [column for column in mapping.columns if column.meaning is Meaning.FIELD]
    if any(not MAPPED_FIELDS[column.of].fits(column.symptom) for column in read):
        raise Refused("mapping-which")
    once = [place for column in read for place in _places(column)]
    if len(once) != len(set(once)):
        raise Refused("mapping-twice")


def _places(column: Column) -> Iterator[tuple[str, str]]:
    """What one column alone may hold: a field with what stands behind the colon; of several lines one with a number."""
    mapped = MAPPED_FIELDS[column.of]
    if not mapped.several or mapped.option_and_item(column.symptom)[1]:
        yield from ((f"{mapped.kind.code}.{field.name}", folded(column.symptom)) for field in mapped.fields)


def field_column(of: str, which: str, name: str) -> Column:
    """A column of that field; where it must be said which, and is not, it is what the column is called."""
    mapped = MAPPED_FIELDS[of]
    if not which.strip() and mapped.must_say_which and mapped.named and mapped.field.name != "name":
        which = name
    options = [
        *mapped.options,
        *(f"{option}.{n + 1}" for option in mapped.options for n in range(mapped.items(option))),
    ]
    option = next((option for option in options if folded(option) == folded(which)), which.strip())
    return Column(Meaning.FIELD, option, of)
