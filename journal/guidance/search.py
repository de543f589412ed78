"""Finds pages, their sentences and help lines by some words, also by the words that people use for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from journal.guidance.found import TO_DO_FIRST, Found, Hit, felt_on, says_what_to_do
from journal.guidance.help_lines import KINDS, HelpLine, Kind
from journal.guidance.interactions import InteractionClass, classes
from journal.guidance.synonyms import synonyms, words_of
from journal.guidance.values import Page, Passage
from journal.guidance.wanted_words import (
    Wanted,
    bare,
    holds,
    how_near,
    only_begins,
    says_as_phrase,
    wanted_in,
    without_guess,
)
from journal.guidance.warning_signs import signs

# Said of every help line, so that who types "hotline" or "telephone" finds all of them.
_ANY_LINE = "help line number"
# What a line is for, where its own words say it otherwise.
_OF_KIND: dict[Kind, str] = {
    "crisis": "crisis suicide",
    "poison": "poison overdose",
    "medical": "medical advice",
    "drug_help": "addiction substance use",
    "own": "",
}
_MOST_CLASSES = 5
_NAMING_WORDS = 2  # of a sign are enough where other words that were typed are not in its name
_OF_OTHERS = "children-and-pets"  # a page that is led to by all of its words only
_MANY_SIGNS = 3  # in whose names a word stands
_SIGN, _NO_TITLE = 0, 3  # places: of a sign that is meant, and of what neither a sign nor a title says


def find(pages: Iterable[Page], lines: Iterable[HelpLine], words: str, language: str = "en") -> Found:
    """Help lines, pages by their title, and statements for ``words``; nothing typed finds nothing.

    Example: "can i take xanax" finds what is said of benzodiazepines.
    """
    pages, lines, known = tuple(pages), tuple(lines), synonyms(language)
    typed = words_of(words)
    for beginnings in (False, True):
        wanted = wanted_in(typed, known, beginnings)
        if answer := _found(pages, lines, wanted):
            return replace(answer, hits=_beginning_with_what_to_do(pages, answer.hits, wanted))
    acting = _acting_classes(wanted_in(typed, known))
    # Shown only where more than one thing was asked for; the most helpful words may not be those of the pages.
    parts = [_found(pages, lines, (one,)) for one in wanted] if len(wanted) > 1 else []
    answer = _together(parts, wanted)
    return replace(
        answer, hits=_beginning_with_what_to_do(pages, answer.hits, wanted), classes=acting, classes_first=True
    )


def search(pages: Iterable[Page], words: str) -> list[Hit]:
    """Statements in which every one of ``words`` begins a word or, up to four letters, is one; or others for the same.

    The titles above a statement count as well: "withdrawal sleep" finds a sentence on sleep under "Withdrawal". What
    the statements say themselves comes first; nothing typed finds nothing.
    """
    pages, typed = tuple(pages), words_of(words)
    hit_lists = (_hits(pages, wanted_in(typed, synonyms(), beginnings)) for beginnings in (False, True))
    return list(next(filter(None, hit_lists), ()))


# --- looking for it --------------------------------------------------------------------------------------------------


def _found(pages: tuple[Page, ...], lines: tuple[HelpLine, ...], wanted: tuple[Wanted, ...]) -> Found:
    if not wanted:
        return Found()
    hits, named = _with_named_signs(pages, _hits(pages, wanted), wanted), _named_classes(wanted)
    sign_first = bool(hits) and (_place(hits[0], wanted) == _SIGN or _names_sign(hits[0], wanted))
    called_so = len(wanted) == 1 and any(words_of(of.name) in map(bare, wanted[0]) for of in named)
    about_things = bool(hits) and _place(hits[0], wanted) == _NO_TITLE and not sign_first and not felt_on(hits)
    return Found(
        tuple(
            line
            for line in lines
            if holds(_ANY_LINE, _OF_KIND[line.kind], line.name, line.number, line.about, wanted=wanted)
        ),
        tuple(page for page in pages if holds(page.title, wanted=wanted)),
        hits,
        kinds=tuple(kind for kind in KINDS if holds(_ANY_LINE, _OF_KIND[kind], wanted=wanted)),
        classes=named,
        classes_first=called_so or not hits or about_things,
        sign_first=sign_first,
    )


def _with_named_signs(pages: tuple[Page, ...], hits: tuple[Hit, ...], wanted: tuple[Wanted, ...]) -> tuple[Hit, ...]:
    """Before a list that happens to hold all of the words stand the signs that two of them name."""
    if not hits or _place(hits[0], wanted) == _SIGN:
        return hits
    rows = (
        Hit(page, passage, statement)
        for page in pages
        for passage in page.passages()
        for statement in passage.statements
    )
    named = [hit for hit in rows if _names_sign(hit, wanted)]
    return (*named, *(hit for hit in hits if hit not in named))


def _beginning_with_what_to_do(
    pages: tuple[Page, ...], hits: tuple[Hit, ...], wanted: tuple[Wanted, ...]
) -> tuple[Hit, ...]:
    """What to do comes before all of it where nothing that was found says that, or where it is about what is felt.

    Then it is what was found that says it, or is said for each word, or else how the page begins that lists what is
    felt: a "dry mouth" is only one of the effects in a list.
    """
    if not hits or says_what_to_do(hits[0]):
        return hits
    to_do = [hit for hit in hits if says_what_to_do(hit)]
    felt = felt_on(hits)
    if felt is None:
        return tuple(dict.fromkeys((*([] if to_do else _of_each_word(pages, wanted)), *hits)))
    phrase_hits = [hit for hit in to_do if says_as_phrase(hit.statement.text, wanted)] or to_do
    first = phrase_hits[:1] or _of_each_word(pages, wanted) or _first_of(felt)
    return tuple(dict.fromkeys((*first, *hits)))


def _of_each_word(pages: tuple[Page, ...], wanted: tuple[Wanted, ...]) -> list[Hit]:
    of_person = tuple(page for page in pages if page.code != _OF_OTHERS)
    parts = wanted if len(wanted) > 1 else ()
    hits = (next(filter(says_what_to_do, _hits(of_person, (one,))), None) for one in parts)
    return [hit for hit in hits if hit is not None]


def _first_of(page: Page) -> list[Hit]:
    """What a page begins with."""
    passages = (passage for passage in page.passages() if passage.heading in TO_DO_FIRST)
    return [Hit(page, passage, passage.statements[0]) for passage in passages][:1]


def _named_classes(wanted: tuple[Wanted, ...]) -> tuple[InteractionClass, ...]:
    """Those whose name holds all of it; of these the ones that hold most of what was typed itself."""
    named = [of for of in classes().values() if holds(of.name, wanted=wanted)]
    held = [sum(holds(of.name, wanted=(several[:1],)) for several in wanted) for of in named]
    return tuple(of for of, count in zip(named, held, strict=True) if count == max(held))[:_MOST_CLASSES]


def _acting_classes(wanted: tuple[Wanted, ...]) -> tuple[InteractionClass, ...]:
    """By how they act: "P-gp", "CYP2C19"; only by the words that were typed, as others for them would find too many."""
    typed = tuple(several[:1] for several in wanted)
    if not typed:
        return ()
    return tuple(of for of in classes().values() if holds(of.mechanism, wanted=typed))[:_MOST_CLASSES]


def _hits(pages: tuple[Page, ...], wanted: tuple[Wanted, ...]) -> tuple[Hit, ...]:
    """Statements that hold all of it themselves, and then those that do so together with the titles above them.

    Of the first the signs of an emergency that are meant come first, the one that was named before what belongs to it:
    "yellow eyes" before dark urine. Then comes what stands under a title that says so. Of what is alike in this, what
    to do comes before what is known, that with which pages begin before the rest, and then what stands under the words
    that were typed.
    """
    if not wanted:
        return ()
    alone: list[Hit] = []
    together: list[Hit] = []
    for page in pages:
        for passage in page.passages():
            for statement in passage.statements:
                if holds(statement.text, wanted=wanted):
                    alone.append(Hit(page, passage, statement))
                elif any(holds(statement.text, wanted=(one,)) for one in wanted) and holds(
                    statement.text, passage.heading, page.title, wanted=wanted
                ):
                    together.append(Hit(page, passage, statement))
    return (*sorted(alone, key=lambda hit: _order(hit, wanted)), *together)


def _order(hit: Hit, wanted: tuple[Wanted, ...]) -> tuple[int, int, bool, bool, int, int]:
    place = _place(hit, wanted)
    named = [bare(one) for several in wanted for one in several]
    if place == _SIGN:
        sign = _sign_of(hit)
        return _SIGN, how_near(sign, wanted), words_of(sign) not in named, False, 0, 0
    if words_of(hit.statement.text) in named:  # it says this and nothing else: "Poor sleep."
        return _SIGN + 1, 0, False, False, 0, 0
    begun = any(only_begins(several[0], hit.statement.text) for several in wanted)
    first = hit.heading in TO_DO_FIRST
    untitled = place == _NO_TITLE
    of_others = untitled and hit.page.code == _OF_OTHERS
    return (
        _SIGN + 2 + untitled + 2 * begun + of_others, 0, not says_what_to_do(hit), not first, place,
        how_near(hit.heading, wanted),
    )  # fmt: skip


def _sign_of(hit: Hit) -> str:
    """What a row of the table of signs begins with."""
    return hit.statement.text.partition(". ")[0]


def _place(hit: Hit, wanted: tuple[Wanted, ...]) -> int:
    sign = _sign_of(hit)
    if sign in _sign_names() and holds(sign, wanted=wanted) and not _names_many_signs(wanted):
        return _SIGN
    above = hit.page.title if hit.heading in TO_DO_FIRST else hit.heading
    return next(
        (place for place, title in enumerate((above, hit.page.title), 1) if holds(title, wanted=wanted)),
        _NO_TITLE,
    )


def _names_sign(hit: Hit, wanted: tuple[Wanted, ...]) -> bool:
    """Whether it is a row of the table of signs whose name holds two or more of the words that were typed."""
    sign = _sign_of(hit)
    if sign not in _sign_names():
        return False
    return sum(len(several[0]) for several in wanted if holds(sign, wanted=(without_guess(several),))) >= _NAMING_WORDS


@lru_cache(64)
def _names_many_signs(wanted: tuple[Wanted, ...]) -> bool:
    """Whether what was typed is in the names of so many signs that it means none of them: "pain"."""
    return sum(holds(name, wanted=tuple(several[:1] for several in wanted)) for name in _sign_names()) >= _MANY_SIGNS


@cache
def _sign_names() -> frozenset[str]:
    return frozenset(sign.name for sign in signs())


def _held(parts: list[Found]) -> Mapping[tuple[str, Passage], tuple[int, int]]:
    """Of each passage that holds some of it: how many parts are missing, and how many hits its rarest part has."""
    sizes: dict[tuple[str, Passage], list[int]] = {}
    for part in parts:
        for key in {(hit.page.code, hit.passage) for hit in part.hits}:
            sizes.setdefault(key, []).append(len(part.hits))
    return {key: (len(parts) - len(part_sizes), min(part_sizes)) for key, part_sizes in sizes.items()}


def _together(parts: list[Found], wanted: tuple[Wanted, ...]) -> Found:
    """All of the parts as one; each thing once, what holds most of them first, and then what few others hold.

    A sign of an emergency that is named by at least two words comes before all of it: pages speak of "hot" as well.
    """
    held = _held(parts)
    every = {(hit.page.code, hit.passage, hit.statement): hit for part in parts for hit in part.hits}
    hits = tuple(
        sorted(every.values(), key=lambda hit: (not _names_sign(hit, wanted), *held[hit.page.code, hit.passage]))
    )
    return Found(
        tuple({line.number: line for part in parts for line in part.lines}.values()),
        tuple({page.code: page for part in parts for page in part.pages}.values()),
        hits,
        some=True,
        kinds=tuple(kind for kind in KINDS if any(kind in part.kinds for part in parts)),
        sign_first=bool(hits) and _sign_of(hits[0]) in _sign_names(),
    )
