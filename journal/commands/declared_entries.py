"""Makes entries from the command line for the kinds that need no more than their declared fields."""

from __future__ import annotations

import datetime as dt
import textwrap
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from journal.commands.options import show_as_needed
from journal.commands.products import choice
from journal.commands.said_twice import SaidTwice
from journal.commands.values_said import refuse_empty_and_out_of_range, said_of_year, taken_apart, thousandths, whole
from journal.core.belonging import refuse_fields_of_another_option
from journal.core.entries import Entry, Person, Product, ProductKind, Statement, Substance
from journal.core.fields import (
    Choice,
    Code,
    Day,
    Field,
    Flag,
    Free,
    Identity,
    Instant,
    Lines,
    Name,
    Number,
    Quantity,
    Refers,
    Thousandths,
    When,
    Whole,
)
from journal.core.health import Stated
from journal.core.kinds import KINDS, Kind, Placed
from journal.core.moments import Moment, refuse_out_of_range
from journal.core.plaintext import clean_name, folded, typed_note
from journal.core.plausible import Doubt, Why, doubts
from journal.core.privacy import private_by_nature
from journal.core.refusal import Refused
from journal.core.rough_days import has_come
from journal.core.symptoms import SymptomKind
from journal.core.validity import refuse_invalid
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.doubts import doubt_remark
from journal.texts.statements import stated_words
from journal.texts.typed import read_day, read_rough_day

# The field whose value is given as the positional argument.
_FIRST = {
    "substance": "name", "condition": "what", "intake": "what", "check_in": "instrument", "care": "what",
    "lab_result": "what", "statement": "subject", "question": "text", "attempt": "what_happened", "help": "text",
    "contact": "name", "plan": "heading", "batch": "product",
    "product": "name", "unit": "product", "symptom": "name",
}  # fmt: skip
KINDS_LOGGED = (
    "substance", "condition", "intake", "check_in", "urge", "care", "measurement", "lab_result", "statement",
    "question", "attempt", "help", "contact", "plan", "person", "batch", "product", "unit", "symptom",
)  # fmt: skip
WORDS = {code.replace("_", "-"): code for code in KINDS_LOGGED}
assert {*_FIRST} <= {*KINDS_LOGGED}
_ABOUT = {
    "substance": "a medicine, or something else that is taken",
    "condition": "a condition, with its time",
    "intake": "alcohol, a painkiller or something else, taken at a time",
    "check_in": "answers to a questionnaire, or the daily check-in",
    "urge": "a craving without a dose",
    "care": "something done, in minutes",
    "measurement": "blood pressure, pulse, weight or sleep",
    "lab_result": "a value from a laboratory, as printed",
    "statement": "what is said as of a day, such as nothing_else",
    "question": "something to ask at the next visit",
    "attempt": "an earlier attempt to cut down or stop",
    "help": "something that helps you",
    "contact": "someone of your own to call",
    "plan": "a part of your plan for bad hours",
    "person": "about you, as one entry: what is not named stays as it is, an empty text takes an answer back",
    "batch": "a bought lot of a product, with the figures of its lab report",
    "product": "a product, or more about one that is there",
    "unit": "a product's own unit with what one holds, such as 2.1 g, from a day on",
    "symptom": "a symptom of your own, to be rated",
}
# What a field is about, where its name and what it may be do not say that.
_MEANT = {
    ("person", "since"): "since when kratom is used",
    ("batch", "lot"): "the lot's number, as it stands on the package",
    ("batch", "figures"): "what its lab report says, in words",
    ("batch", "figures_source"): "where these figures come from",
}
_A_DAY, _A_DAY_AHEAD = "today, yesterday, 20 Nov, or an ISO date", "20 Nov 2027, or an ISO date; it may lie ahead"
_A_ROUGH_DAY = "today, 20 Nov, an ISO date, or as much as is known: 2019, March 2019"
_IN_WORDS = "in your own words, or as it is printed"
_NOT_ASKED = (
    "id", "origin", "complete_later", "deleted_ms", "private", "classes", "position", "version", "code", "dimension",
    "default_unit",
)  # fmt: skip

# Choices that a person does not make: of a product whose kind nobody said, and of signs, which are built in.
_NOT_SAID_BY_HAND = (ProductKind.NOT_SAID, SymptomKind.WARNING)


def fields_asked(code: str) -> list[Field]:
    """The fields of a kind that can be said on the command line, in their order."""
    return [field for field in KINDS[code].fields if _is_asked(field)]


def _is_asked(field: Field) -> bool:
    program = isinstance(field.declared, Identity | Instant | Flag | When | Quantity)
    return not program and field.name not in _NOT_ASKED


def keys_of(code: str) -> set[str]:
    """The keys of a JSON line of this kind."""
    return {*_keys(code)}


def _keys(code: str) -> list[str]:
    """The fields, when it was, and whether a report leaves it out: not of what no report shows."""
    kind = KINDS[code]
    at = ["at"] if kind.placed is Placed.AT_A_MOMENT else []
    private = ["private"] if kind.cls.printed else []
    return [*(field.name for field in fields_asked(code)), *at, *private]


def lines_explained() -> str:
    """Each kind with the keys of its JSON lines, for the help text."""
    lines = []
    for word, code in WORDS.items():
        wrapped = textwrap.wrap(", ".join(_keys(code)), 104)
        lines += [f"  {word}", *(f"          {line}" for line in wrapped)]
    return "\n".join(lines)


# The keys that hold several texts.
LISTS = sorted(
    {field.name for code in KINDS_LOGGED for field in fields_asked(code) if isinstance(field.declared, Lines)}
)


# The keys that hold a number.
NUMBERS = frozenset(
    field.name for code in KINDS_LOGGED for field in fields_asked(code) if isinstance(field.declared, Number | Whole)
)


def add_arguments(add: Callable[..., ArgumentParser], entry: ArgumentParser, timed: ArgumentParser) -> None:
    """A command for each of these kinds; ``add`` makes its parser."""
    for word, code in WORDS.items():
        at_a_moment = KINDS[code].placed is Placed.AT_A_MOMENT
        about, parents = _ABOUT[code], [entry, timed] if at_a_moment else [entry]
        parser = add(word, parents=parents, help=about, description=about)
        if not at_a_moment and KINDS[code].cls.printed:
            parser.add_argument("--private", action="store_true", default=None, help="keep it out of reports")
        for field in fields_asked(code):
            _add_argument(parser, code, field)


def _add_argument(parser: ArgumentParser, code: str, field: Field) -> None:
    metavar, allowed = _shown(field)
    if about := _MEANT.get((code, field.name)):
        allowed = about if allowed == _IN_WORDS else f"{about}: {allowed}"
    if field.name == _FIRST.get(code):
        # Not needed by the parser: what is missing is refused with what the other arguments may need as advice.
        action = parser.add_argument(field.name, metavar=field.name.upper(), nargs="?", help=allowed)
        if field.required:
            show_as_needed(parser, action)
        return
    several = {"action": "append"} if isinstance(field.declared, Lines) else {}
    parser.add_argument(f"--{field.name.replace('_', '-')}", metavar=metavar, help=allowed, **several)  # type: ignore[arg-type]


def _shown(field: Field) -> tuple[str, str]:
    """What stands for a field's value in a help text, and what the value may be."""
    match field.declared:
        case Thousandths():
            return "AMOUNT", "a mass or a volume, for example 2.1 g"
        case Choice(options):
            return "CODE", ", ".join(option for option in options if option not in _NOT_SAID_BY_HAND)
        case Number():
            return "NUMBER", "for example 7.5"
        case Whole(low, high):
            return "N", f"a whole number from {low} to {high}"
        case Day(rough=True, plan=False):
            return "DATE", _A_ROUGH_DAY
        case Day(plan=plan):
            return "DATE", _A_DAY_AHEAD if plan else _A_DAY
        case Lines():
            return "TEXT", "can be given several times"
        case Refers():
            return "NAME", "the name of one that the journal knows"
    return "TEXT", _IN_WORDS


def refuse_nothing_said(kind: Kind, asked: Mapping[str, Any]) -> None:
    """Refuse what says nothing at all, and what says only where it belongs; an urge needs no number.

    Empty words say nothing, unless they are needed, which is refused by name, or take an answer back.
    """
    fields = fields_asked(kind.code)
    given_names = {field.name for field in fields if field.name in asked}
    placed_by = {field.name for field in fields if isinstance(field.declared, Refers) and field.required}
    needed = [field.name for field in fields if field.required and field.name != kind.day_column]
    if not given_names and needed:
        raise Refused("nothing-said-needs", fields=", ".join(f"“{name}”" for name in needed))
    unsaid = {
        field.name for field in fields if not field.required and kind.code != "person" and _is_blank(asked, field.name)
    }
    if given_names - unsaid <= placed_by and kind.code != "urge":
        raise Refused("nothing-said")


def _is_blank(asked: Mapping[str, Any], key: str) -> bool:
    given = asked.get(key, "")
    return not any(map(str.strip, given if isinstance(given, list) else [str(given)]))


class DeclaredMaker:
    """Makes entries for one journal; ``moment`` reads what was said of the time.

    ``remarks``: what to say once they are saved, of values that may be a slip; a command saves them without asking.
    """

    def __init__(
        self,
        logbook: Logbook,
        texts: Texts,
        moment: Callable[[Mapping[str, Any]], Moment],
        product: Callable[[str], Product],
    ) -> None:
        self._logbook, self._texts, self._moment, self._product = logbook, texts, moment, product
        self.remarks: list[str] = []
        self.known = SaidTwice(logbook, texts)
        self._person = next(iter(logbook.listed(Person)), Person())

    def entry(self, code: str, asked: Mapping[str, Any]) -> Entry:
        """The entry that was asked for; Refused with the reason."""
        kind = KINDS[code]
        refuse_nothing_said(kind, asked)
        asked = taken_apart(asked, kind.fields)
        entry = self._about_you(asked) if code == "person" else self._new(kind, asked)
        refuse_empty_and_out_of_range(entry)
        refuse_invalid(entry)
        refuse_fields_of_another_option(entry)
        self.remarks += [doubt_remark(self._texts, kind.code, doubt) for doubt in self._doubts(entry, asked)]
        self.remarks += self.known.remarks(entry)
        if isinstance(entry, Statement) and entry.answer is not Stated.YES:
            self.remarks.append(self._texts("It says: {words}.", words=stated_words(self._texts, entry)))
        if isinstance(entry, Person):
            self._person = entry
        return entry

    def _doubts(self, entry: Entry, asked: Mapping[str, Any]) -> list[Doubt]:
        """A day that was said earlier may have passed since."""
        in_doubt = doubts(entry, self._logbook.today())
        return [doubt for doubt in in_doubt if doubt.why is not Why.PASSED or doubt.field in asked]

    def _new(self, kind: Kind, asked: Mapping[str, Any]) -> Entry:
        values = self.values(kind, asked)
        for field in fields_asked(kind.code):
            if field.required and field.name not in values:
                raise Refused("key-missing", key=field.name)
        if kind.placed is Placed.AT_A_MOMENT:
            values["at"] = self._moment(asked)
        if "substance" in values:
            values.setdefault("name", clean_name(asked["substance"]))
        made: Any = kind.cls(**values)
        private = asked["private"] if "private" in asked else private_by_nature(made)
        entry: Entry = replace(made, private=private)
        return entry

    def _about_you(self, asked: Mapping[str, Any]) -> Entry:
        """The one entry about the person with what was said; all else of it stays."""
        empty, fields = Person(), fields_asked("person")
        taken_back = {field.name for field in fields if field.name in asked and not asked[field.name].strip()}
        given = {key: value for key, value in asked.items() if key not in taken_back}
        values = self.values(KINDS["person"], given) | {name: getattr(empty, name) for name in taken_back}
        this_year = self._logbook.today().year
        if (values.get("birth_year") or 0) > this_year:
            raise Refused("year-in-future", text=asked["birth_year"].strip())
        private = asked.get("private", self._person.private)
        return replace(self._person, **values, private=private)

    def values(self, kind: Kind, asked: Mapping[str, Any]) -> dict[str, Any]:
        """What was said of the fields, and today where a day was not."""
        values = {field.name: self._value(kind, field, asked) for field in fields_asked(kind.code)}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, kind: Kind, field: Field, asked: Mapping[str, Any]) -> Any:
        """The value given for a field; None: none was given."""
        if field.name not in asked:
            return self._logbook.today() if field.name == kind.day_column else None
        given = asked[field.name]
        match field.declared:
            case Choice(options):
                return choice(options, asked, field.name)
            case Number(low, high):
                return thousandths(given, field, low, high)
            case Whole(low, high):
                return whole(given, field, low, high)
            case Day():
                return self._day(given, field.declared)
            case Lines():
                return tuple(name for line in given if (name := clean_name(line)))
            case Free():
                return typed_note(given)
            case Name() | Code():
                return clean_name(given)
            case Refers("substance"):
                return self._substance(clean_name(given))
            case Refers("product"):
                return self._product(given).id
        raise TypeError(f"{kind.code}.{field.name} cannot be said on the command line")

    def _day(self, text: str, declared: Day) -> dt.date:
        today = self._logbook.today()
        if declared.rough:
            day = read_rough_day(self._texts, text, today, declared.plan, bool(declared.ends))
        else:
            day = read_day(self._texts, text, today, declared.plan)
        refuse_out_of_range(day, of_life=declared.rough, may_be_ahead=declared.plan)
        if not declared.plan and not has_come(day, today):
            raise Refused("day-in-future", day=day)
        self.remarks += said_of_year(self._texts, text, day, today)
        return day

    def _substance(self, name: str) -> str:
        """The one of that name; of several the one that is still taken. Refused where that leaves more than one."""
        named = [known for known in self._logbook.listed(Substance) if folded(known.name) == folded(name)]
        fit = [known for known in named if known.until is None] or named
        if not fit:
            raise Refused("substance-unknown", name=name[:40])
        if len(fit) > 1:
            raise Refused("substance-several", name=name[:40])
        return fit[0].id
