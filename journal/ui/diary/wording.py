"""A row of the diary in words: time, title, quiet detail, the fact at the right, and the whole as one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journal.core import warning_words
from journal.core.amounts import Amount, Basis, Dimension, said_in_milligrams
from journal.core.entries import DayMark, Dose, Entry, Note, Phase, Product, Rating, Symptom, Timed, Unit
from journal.core.queries import Day
from journal.insights.groups import Group
from journal.insights.today import Total, day_totals, group_of
from journal.texts import Texts
from journal.texts.amounts import amount_text, quantity_text
from journal.texts.names import BASES, DAY_MARKS, PREPARATIONS, PRIVATE_RATING, STOMACHS, shown_name, symptom_name
from journal.ui.diary.names import Names
from journal.ui.diary.rows import Row, RowKind

_ICONS = {
    RowKind.DOSE: "cup", RowKind.RATINGS: "rating", RowKind.MARK: "none", RowKind.NOTE: "note", RowKind.OTHER: "edit",
}  # fmt: skip
_OF_GROUP = {
    "leaf": "{amount} leaf", "extract": "{amount} extract", "seven_oh": "{amount} 7-OH",
    "not_said": "{amount} of a kind not said",
}  # fmt: skip
_LONGEST = 300  # letters of a note that a row looks at: it shows far fewer


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows. ``spoken`` is the same for a screen reader, with the day."""

    title: str
    detail: str = ""
    fact: str = ""
    time: str = ""
    icon: str = ""
    spoken: str = ""


def line_of(texts: Texts, names: Names, row: Row) -> Line:
    """The words of any row."""
    if row.kind is RowKind.RUN:
        return _run_line(texts, row)
    if row.kind is RowKind.DAY:
        return _day_line(texts, names, row)
    line = _entry_line(texts, names, row)
    private = texts("private") if row.entries[0].private else ""
    fact = " · ".join(each for each in (line.fact, private) if each)
    parts = (texts.full_day(row.day), line.time, line.title, line.detail, fact)
    spoken = ", ".join(each for each in parts if each)
    return Line(line.title, line.detail, fact, line.time, _ICONS[row.kind], spoken)


# --- headers ---


def _day_line(texts: Texts, names: Names, row: Row) -> Line:
    day = texts.full_day(row.day)
    shown = texts.day(row.day) if row.day.year == names.year else day
    said = texts.plural("{n} found", "{n} found", row.found) if row.found else day_facts(texts, names, row.contents)
    return Line(shown, fact=said, spoken=f"{day}, {said}")


def _run_line(texts: Texts, row: Row) -> Line:
    first, last = row.oldest or row.day, row.day
    if first.year == last.year:
        begin = f"{first.day} {texts.month(first)}" if first.month != last.month else str(first.day)
    else:
        begin = f"{first.day} {texts.month(first)} {first.year}"
    end = f"{last.day} {texts.month(last)} {last.year}"
    said = texts("Nothing recorded from {first} to {last}", first=begin, last=end)
    return Line("", detail=said, spoken=said)


def day_facts(texts: Texts, names: Names, day: Day | None) -> str:
    """A day in short: "3 doses · at least 6.5 g, 1 unknown", "none today, confirmed", "nothing recorded"."""
    if day is None or day.empty:
        return texts("nothing recorded")
    if day.doses:
        count = texts.plural("{n} dose", "{n} doses", len(day.doses))
        return " · ".join(each for each in (count, _totals(texts, names, day.doses)) if each)
    if day.marks:
        said = texts(DAY_MARKS[day.marks[0].mark])
        return texts("{mark}, confirmed", mark=said) if day.marks[0].mark == "none_today" else said
    return texts("no dose recorded")


def _totals(texts: Texts, names: Names, doses: tuple[Dose, ...]) -> str:
    """The day's amounts; what may not be added is named and set apart."""
    products = {each.product or "": found for each in doses if (found := names.product(each.product))}
    totals = [each for each in day_totals(doses, products) if each.quantity is not None]
    apart = len({each.group for each in totals}) > 1
    milligrams = groups_in_milligrams(doses, products)
    said = " + ".join(_total(texts, each, apart, each.group in milligrams) for each in totals)
    unknown = sum(not dose.amount.known for dose in doses)
    if not unknown:
        return said
    missing = texts.plural("{n} unknown", "{n} unknown", unknown)
    return texts("at least {amounts}, {missing}", amounts=said, missing=missing) if said else missing


def groups_in_milligrams(doses: Iterable[Dose], products: Mapping[str, Product]) -> frozenset[Group]:
    """The groups whose weighed amounts are all spoken of in milligrams, so that their sum is, too."""
    weighed: dict[Group, bool] = {}
    for dose in doses:
        if dose.amount.known and dose.amount.dimension is Dimension.MASS:
            group = group_of(dose, products)
            weighed[group] = weighed.get(group, True) and said_in_milligrams(dose.amount)
    return frozenset(group for group, all_of_them in weighed.items() if all_of_them)


def _total(texts: Texts, total: Total, apart: bool, milligrams: bool) -> str:
    quantity, dimension = total.quantity or 0, total.dimension or Dimension.COUNT
    said = quantity_text(texts, quantity, dimension, milligrams)
    if dimension is Dimension.COUNT:
        said = texts("{n} piece", n=said) if quantity == 1000 else texts("{n} pieces", n=said)
    return texts(_OF_GROUP[total.group], amount=said) if apart else said


# --- entries ---


def _entry_line(texts: Texts, names: Names, row: Row) -> Line:
    first = row.entries[0]
    time = texts.time(first.at.local) if isinstance(first, Timed) else ""
    if isinstance(first, Dose):
        return Line(dose_title(texts, names, first), dose_detail(texts, first), _dose_fact(texts, names, row), time)
    if isinstance(first, Rating):
        return Line(ratings_title(texts, names, row.ratings), ratings_detail(texts, names, first), "", time)
    if isinstance(first, DayMark):
        return Line(_capital(texts(DAY_MARKS[first.mark])))
    if not isinstance(first, Note):
        return _other_line(texts, first)
    beginning, _, rest = first.text.strip()[:_LONGEST].partition("\n")
    return Line(texts("Note"), f"{beginning} {' '.join(rest.split())}".strip(), "", time)


def dose_title(texts: Texts, names: Names, dose: Dose) -> str:
    """ "Green Borneo, 2.5 g"."""
    product = names.product(dose.product)
    name = product.name if product else texts("Dose")
    return f"{name}, {said_amount(texts, names, dose.amount)}"


def said_amount(texts: Texts, names: Names, amount: Amount) -> str:
    """The amount with its own unit's name."""
    unit = names.unit(amount.unit)
    return amount_text(texts, amount, unit.name if unit else "")


def dose_detail(texts: Texts, dose: Dose) -> str:
    """ "tea, on an empty stomach · to get moving"."""
    how = [PREPARATIONS[dose.preparation]] if dose.preparation else []
    how += [STOMACHS[dose.stomach]] if dose.stomach else []
    note = " ".join(dose.note[:_LONGEST].split())
    return " · ".join(each for each in (", ".join(texts(word) for word in how), ", ".join(dose.reasons), note) if each)


def _dose_fact(texts: Texts, names: Names, row: Row) -> str:
    if row.ratings:
        return texts("before: {ratings}", ratings=_lower(ratings_title(texts, names, row.ratings)))
    basis = row.dose.amount.basis if row.dose else Basis.UNKNOWN
    if basis is Basis.UNKNOWN:
        return ""
    # The full sentence of this basis belongs to the details; the row has room for its beginning.
    return texts("as last time") if basis is Basis.AS_LAST_TIME else texts(BASES[basis])


def ratings_title(texts: Texts, names: Names, ratings: Iterable[Rating]) -> str:
    """ "Lower back pain 5, nausea 2"."""
    said = [rating_text(texts, names, rating) for rating in ratings]
    return ", ".join([*said[:1], *(_lower(each) for each in said[1:])])


def is_masked(names: Names, rating: Rating) -> bool:
    """Whether neither symptom nor value may be read before the rating is opened."""
    symptom = names.symptom(rating.symptom)
    return symptom is not None and warning_words.is_masked(symptom)


def rating_text(texts: Texts, names: Names, rating: Rating, opened: bool = False) -> str:
    """ "Lower back pain 5"; a question that was skipped says so. A masked one says no more than that it is there."""
    if is_masked(names, rating) and not opened:
        return texts(PRIVATE_RATING)
    symptom = names.symptom(rating.symptom)
    name = symptom_name(texts, symptom) if symptom else texts("a deleted symptom")
    return f"{name} {texts('skipped') if rating.value is None else rating.value}"


def ratings_detail(texts: Texts, names: Names, rating: Rating) -> str:
    """Where, and before or after which dose."""
    where = " ".join(each for each in (rating.side, rating.site) if each)
    dose = names.dose(rating.dose) if rating.phase is not Phase.ROUTINE else None
    link = ""
    if dose is not None:
        time = texts.time(dose.at.local)
        before = rating.phase is Phase.BEFORE
        link = texts("before the {time} dose", time=time) if before else texts("after the {time} dose", time=time)
    return " · ".join(each for each in (where, link) if each)


def _other_line(texts: Texts, entry: Entry) -> Line:
    if isinstance(entry, Symptom):
        return Line(shown_name(texts, entry), texts("symptom"))
    if isinstance(entry, Product):
        return Line(entry.name, texts("product"))
    return Line(entry.name if isinstance(entry, Unit) else texts("Entry"), texts("own unit"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """The first letter small, unless the word is written in capitals (an own name such as TMJ)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
