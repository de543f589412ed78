"""What may happen between kratom and other things that people take: classes with levels, words and sources.

Levels and words are proposed, for review by a pharmacist and a clinician.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from journal.assets import asset
from journal.guidance.markdown import PageFault
from journal.guidance.tables import read_table
from journal.guidance.values import Statement


class Level(StrEnum):
    """How soon, in the order in which a page shows them.

    ``PRODUCT``: it is what the journal is about, and is not checked. ``NONE``: the column does not apply.
    """

    CALL_TODAY = "call-today"
    DO_NOT_MIX = "do-not-mix"
    ASK_WITHIN_DAYS = "ask-within-days"
    ASK_FIRST = "ask-first"
    GOOD_TO_KNOW = "good-to-know"
    NOT_STUDIED = "not-studied"
    NOTHING_IN_LIST = "nothing-in-list"
    PRODUCT = "product"
    NONE = "none"


RANK: Mapping[Level, int] = {level: place for place, level in enumerate(Level)}
_OF_NOT_PRESCRIBED = {Level.DO_NOT_MIX, Level.ASK_FIRST, Level.GOOD_TO_KNOW, Level.NOT_STUDIED, Level.NONE}
_OF_PRESCRIBED = {Level.CALL_TODAY, Level.ASK_WITHIN_DAYS, Level.GOOD_TO_KNOW, Level.NOT_STUDIED, Level.NONE}

# human: a study in people; case: published cases; medicine: known of the medicine itself; none: nothing was found.
Evidence = Literal["human", "case", "animal", "laboratory", "medicine", "none"]
# keep: nothing is stopped because of the page; the others are said in its place.
# What else is said of a condition than usually: where nothing is taken, in an emergency, beside what makes sleepy or a
# sign of it, and where others look on.
State = Literal["sentences", "nothing_taken", "in_emergency", "with_sedative", "sign_noted", "kept_private"]
STATES: tuple[State, ...] = get_args(State)
Advice = Literal["keep", "first-dose", "before-next", "emergency"]


class Circumstance(StrEnum):
    """What makes a level higher, or has words of its own. From ``OLDER`` on none is known from conditions alone."""

    LIVER = "liver"
    HEART = "heart"
    SEIZURES = "seizures"
    PREGNANCY = "pregnancy"
    SLEEP_APNOEA = "sleep-apnoea"
    KIDNEY = "kidney"
    LUNG_DISEASE = "lung-disease"
    BREASTFEEDING = "breastfeeding"
    MENTAL_ILLNESS = "mental-illness"
    OLDER = "older"
    EATING_DISORDER = "eating-disorder"
    SEVEN_OH = "7-oh-products"
    ANOTHER_SEDATIVE = "another-sedative"
    ANOTHER_RHYTHM_MEDICINE = "another-rhythm-medicine"
    WITH_ALCOHOL = "with-alcohol"
    ALCOHOL_STOP = "alcohol-stop"
    ABOVE_LABEL = "above-label"
    DAILY = "daily"
    WHICH_ONE = "which-one"  # of a group, such as "painkillers": the name does not say it


@dataclass(frozen=True, slots=True)
class Higher:
    """A higher level of one column, where one of these circumstances holds; ``words`` say them."""

    prescribed: bool
    level: Level
    when: tuple[Circumstance, ...]
    words: str


@dataclass(frozen=True, slots=True)
class InteractionClass:
    """One class. ``members`` are generic names; ``long`` those, and forms by their names, that count for 60 days.

    ``sedative`` and ``rhythm``: it counts as another sedative, as another medicine that acts on heart rhythm.
    ``product``: the journal itself is about it, too. ``own_level``: members whose level is this program's own.
    ``higher``: the highest first. ``member_sources``: what says of a member that it is one of this kind.
    """

    id: str
    name: str
    in_short: str
    mechanism: str
    not_prescribed: Level
    prescribed: Level
    higher: tuple[Higher, ...]
    evidence: tuple[Evidence, ...]
    sentences: tuple[Statement, ...]
    more_sources: tuple[str, ...]
    member_sources: tuple[tuple[str, tuple[str, ...]], ...]
    advice: Advice
    members: tuple[str, ...]
    long: tuple[str, ...]
    sedative: bool
    rhythm: bool
    folded: bool
    product: bool
    own_level: tuple[str, ...]
    occasion: bool
    reviewed: dt.date

    def base(self, prescribed: bool) -> Level:
        """The level of one column without any circumstance."""
        return self.prescribed if prescribed else self.not_prescribed

    def higher_of(self, prescribed: bool) -> tuple[Higher, ...]:
        """What makes the level of this column higher, the highest first."""
        return tuple(higher for higher in self.higher if higher.prescribed == prescribed)

    def levels(self, prescribed: bool) -> tuple[Level, ...]:
        """All levels of this column where there are several, the highest first."""
        return (*(higher.level for higher in self.higher_of(prescribed)), self.base(prescribed))

    @property
    def asks_which(self) -> bool:
        """Whether it is a group whose members differ, so that the name of one's own is asked for."""
        return any(Circumstance.WHICH_ONE in higher.when for higher in self.higher)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all its sources, in the order of its sentences."""
        return self.sources_about(member for member, _ in self.member_sources)

    def sources_about(self, members: Iterable[str]) -> tuple[str, ...]:
        """The same for some members: not what says of another one that it is one of this kind."""
        of_sentences = [source for statement in self.sentences for source in statement.sources]
        of_member = dict(self.member_sources)
        of_members = [source for member in members for source in of_member.get(member, ())]
        return tuple(dict.fromkeys([*of_sentences, *self.more_sources, *of_members]))


# --- the table -------------------------------------------------------------------------------------------------------


@cache
def interaction_table() -> Mapping[str, Any]:
    """The table as it lies in its file, read on first use."""
    return read_table(asset("guidance", "interactions.toml"))


@cache
def name_table() -> Mapping[str, Any]:
    """What medicines and other things are called, as it lies in its file, read on first use."""
    return read_table(asset("guidance", "medicine_names.toml"))


@cache
def classes() -> Mapping[str, InteractionClass]:
    """Every class by its id. Raises PageFault for a table that is not in order."""
    return MappingProxyType({key: _class(key, fields) for key, fields in interaction_table()["class"].items()})


@cache
def _by_member() -> Mapping[str, tuple[InteractionClass, ...]]:
    by_member: dict[str, list[InteractionClass]] = {}
    for class_ in classes().values():
        for member in class_.members:
            by_member.setdefault(member, []).append(class_)
    return {member: tuple(of) for member, of in by_member.items()}


def classes_of(generics: Iterable[str]) -> tuple[InteractionClass, ...]:
    """The classes that these medicines belong to, each once, those with the highest level first."""
    of_generics = dict.fromkeys(class_ for generic in generics for class_ in _by_member().get(generic, ()))
    return tuple(sorted(of_generics, key=lambda class_: min(RANK[level] for level in _both_columns(class_))))


def _both_columns(of: InteractionClass) -> tuple[Level, ...]:
    return (*of.levels(prescribed=True), *of.levels(prescribed=False))


@cache
def condition_sentences(state: State = "sentences") -> Mapping[Circumstance, tuple[Statement, ...]]:
    """What is said beside the list where a condition is known: first what to do. In the order of the page.

    A condition without words of its own for a state has the usual ones.
    """
    rows = interaction_table()["condition"]
    rows_by_code = {code: fields.get(state) or fields.get("sentences") for code, fields in rows.items()}
    return {Circumstance(code): _sentences(code, sentences) for code, sentences in rows_by_code.items()}


@cache
def conditions_in_short() -> Mapping[Circumstance, Statement]:
    """Why each condition is spoken of, in a few words that name no substance."""
    rows = interaction_table()["condition"]
    return {Circumstance(code): _sentences(code, [fields["in_short"]])[0] for code, fields in rows.items()}


@cache
def joined_with(code: Circumstance) -> tuple[str, Mapping[str, tuple[str, ...]]]:
    """What of a list is named beside a condition: the sentence, and members or ids of classes with their sources."""
    fields = dict(interaction_table()["condition"][code].get("joined", {"words": ""}))
    words = str(fields.pop("words"))
    return words, MappingProxyType({key: tuple(ids) for key, ids in fields.items()})


def joined_statements(code: Circumstance) -> tuple[Statement, ...]:
    """The same sentence for each of them alone, as a review reads it."""
    words, sources_by_key = joined_with(code)
    named = {key: classes()[key].name if key in classes() else key for key in sources_by_key}
    return tuple(Statement(words.replace("{names}", named[key]), sources_by_key[key]) for key in named)


@cache
def together_sentences() -> tuple[Statement, ...]:
    """What is said first where two or more things make sleepy, whatever else is said of each."""
    return _sentences("together", interaction_table()["together"]["sentences"])


@cache
def taken_sentences() -> tuple[Statement, ...]:
    """What is said first where somebody looks up what makes sleepy, as it may have been taken already."""
    return _sentences("taken", interaction_table()["taken"]["sentences"])


@cache
def for_now_sentences() -> tuple[Statement, ...]:
    """What holds where a list says to take no more now, of what was taken, and not to stop kratom, of the rest."""
    return _sentences("taken", interaction_table()["taken"]["for_now"])


def levels_of(of: Sequence[InteractionClass], prescribed: bool) -> tuple[Level, ...]:
    """The level of several classes together: the highest that always holds, behind the higher ones under a condition.

    Without a class it is NOTHING_IN_LIST. Example: gabapentin, prescribed: (CALL_TODAY, ASK_WITHIN_DAYS).
    """
    if not of:
        return (Level.NOTHING_IN_LIST,)
    always = min((class_.base(prescribed) for class_ in of), key=RANK.__getitem__)
    higher = {level for class_ in of for level in class_.levels(prescribed)[:-1]}
    return tuple(sorted({always, *(level for level in higher if RANK[level] < RANK[always])}, key=RANK.__getitem__))


def sources_of_interactions() -> frozenset[str]:
    """The ids of every source that a class or a condition names."""
    joined = chain.from_iterable(joined_with(code)[1].values() for code in condition_sentences())
    of_conditions = (condition_sentences(state).values() for state in STATES)
    sentences = chain(
        taken_sentences(),
        for_now_sentences(),
        together_sentences(),
        chain.from_iterable(chain.from_iterable(of_conditions)),
    )
    beside = (source for sentence in sentences for source in sentence.sources)
    of_joined = (source for ids in joined for source in ids)
    return frozenset([*(source for class_ in classes().values() for source in class_.sources), *beside, *of_joined])


def is_only_the_product(generics: Iterable[str]) -> bool:
    """Whether these are what the journal is about, and nothing else: kratom whose name says no more."""
    named = set(generics)
    return bool(named) and named <= name_table()["product"].keys()


# --- reading it ------------------------------------------------------------------------------------------------------


def _class(key: str, fields: Mapping[str, Any]) -> InteractionClass:
    rest = dict(fields)
    try:
        made = InteractionClass(
            key, str(rest.pop("name")), str(rest.pop("in_short")), str(rest.pop("mechanism")),
            Level(rest.pop("not_prescribed")), Level(rest.pop("prescribed")), _higher(rest.pop("higher", [])),
            tuple(rest.pop("evidence")), _sentences(key, rest.pop("sentences")), tuple(rest.pop("more_sources", ())),
            tuple((member, tuple(ids)) for member, ids in rest.pop("member_sources", {}).items()),
            cast(Advice, rest.pop("advice", "keep")), tuple(rest.pop("members")), tuple(rest.pop("long", ())),
            rest.pop("sedative", False), rest.pop("rhythm", False), rest.pop("folded", False),
            rest.pop("product", False), tuple(rest.pop("own_level", ())), rest.pop("occasion", False),
            rest.pop("reviewed"),
        )  # fmt: skip
    except (KeyError, ValueError) as problem:
        raise PageFault(f"interaction {key}: {problem}") from problem
    if rest or not _in_order(made):
        raise PageFault(f"interaction {key}: a field is unknown or of the wrong kind")
    return made


def _in_order(made: InteractionClass) -> bool:
    return (
        made.not_prescribed in _OF_NOT_PRESCRIBED
        and made.prescribed in _OF_PRESCRIBED
        and set(made.evidence) <= set(get_args(Evidence))
        and made.advice in get_args(Advice)
        and bool(made.evidence and made.members)
        and {*made.own_level, *(member for member, _ in made.member_sources)} <= set(made.members)
        and type(made.reviewed) is dt.date
        and all(_is_falling(made.levels(prescribed)) for prescribed in (True, False))
    )


def _is_falling(levels: Sequence[Level]) -> bool:
    return all(RANK[level] < RANK[lower] for level, lower in pairwise(levels))


def _higher(rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> tuple[Higher, ...]:
    return tuple(map(_one_higher, [rows] if isinstance(rows, Mapping) else rows))


def _one_higher(fields: Mapping[str, Any]) -> Higher:
    prescribed = {"prescribed": True, "not_prescribed": False}[fields["for"]]
    when = tuple(Circumstance(code) for code in fields["when"])
    return Higher(prescribed, Level(fields["level"]), when, str(fields["words"]))


def _sentences(key: str, rows: object) -> tuple[Statement, ...]:
    if not isinstance(rows, list) or not rows or not all(map(_is_sentence, rows)):
        raise PageFault(f"interaction {key}: a sentence is missing or not a list of text and sources")
    return tuple(Statement(text, tuple(sources)) for text, *sources in rows)


def _is_sentence(row: object) -> bool:
    return isinstance(row, list) and bool(row) and all(isinstance(part, str) and part for part in row)
