"""Finds pages, their sentences and help lines by some words, also by the words that people use for the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from journal.guidance.help_lines import KINDS, HelpLine, Kind
from journal.guidance.interactions import InteractionClass, classes
from journal.guidance.synonyms import Synonyms, Words, synonyms, words_of
from journal.guidance.values import Page, Passage, Statement
from journal.guidance.warning_signs import signs

# What is typed is taken for the beginning of a known word from so many letters on.
_LEAST_BEGINNING = 3
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
# Up to so many letters a word stands for itself and its plural alone: "category" is not about a cat.
_SHORT = 3
_BEGINNING = "*"
_ITEMS = 3  # of a list are shown below the sentence that leads in to it
_MOST_CLASSES = 5
_TO_DO_FIRST = "What to do first"  # the heading with which pages begin
_NO_TITLE = 3  # place of what neither a sign nor a title says
_KEPT = 8192  # sentences and titles

# One thing that is asked for, as the words that stand for it: those of any one of them have to be there. A word that
# ends in _BEGINNING stands for every word that begins like it, however short it is.
Wanted = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, and the passage of a page in which it stands."""

    page: Page
    passage: Passage
    statement: Statement

    @property
    def heading(self) -> str:
        """What it stands under; "" above a page's first heading."""
        return self.passage.heading

    @property
    def words(self) -> str:
        """The whole passage, so that no sentence is read without what it speaks of.

        A list below is shown with its first items, and an item of a list with the sentence that leads in to it.
        """
        said = [statement.text for statement in self.passage.statements]
        items = [" ".join(each.text for each in item.statements) for item in self.passage.items[:_ITEMS]]
        more = ["…"] if len(self.passage.items) > _ITEMS else []
        return " ".join(filter(None, (self.passage.lead_in, *said, *items, *more)))


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. ``some``: nothing holds all of the words, and this holds some of them.

    ``kinds``: the kinds of help lines that were asked for, whether the country has them or not. ``classes``: those of
    the list of interactions whose name says it, or where no sentence does how they act; ``classes_first`` where no
    sign and no title says what was asked for, or a class is called so.
    """

    lines: tuple[HelpLine, ...] = ()
    pages: tuple[Page, ...] = ()
    hits: tuple[Hit, ...] = ()
    some: bool = False
    kinds: tuple[Kind, ...] = ()
    classes: tuple[InteractionClass, ...] = ()
    classes_first: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines or self.kinds or self.pages or self.hits or self.classes)


def find(pages: Iterable[Page], lines: Iterable[HelpLine], words: str, language: str = "en") -> Found:
    """Help lines, pages by their title, and statements for ``words``; nothing typed finds nothing.

    Example: "can i take xanax" finds what is said of benzodiazepines.
    """
    pages, lines, known = tuple(pages), tuple(lines), synonyms(language)
    typed = words_of(words)
    for beginnings in (False, True):
        wanted = wanted_in(typed, known, beginnings)
        if answer := _found(pages, lines, wanted):
            return answer
    acting = _acting_classes(wanted_in(typed, known))
    # Shown only where more than one thing was asked for; the most helpful words may not be those of the pages.
    parts = [_found(pages, lines, (one,)) for one in wanted] if len(wanted) > 1 else []
    return replace(_together(parts), classes=acting, classes_first=True)


def search(pages: Iterable[Page], words: str) -> list[Hit]:
    """Statements in which every one of ``words`` begins a word or, up to three letters, is one; or others for the same.

    The titles above a statement count as well: "withdrawal sleep" finds a sentence on sleep under "Withdrawal". What
    the statements say themselves comes first; nothing typed finds nothing.
    """
    return list(_hits(tuple(pages), wanted_in(words_of(words), synonyms())))


def by_passage(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Each passage once, by the first of its statements that was found."""
    first: dict[tuple[str, Passage], Hit] = {}
    for hit in hits:
        first.setdefault((hit.page.code, hit.passage), hit)
    return tuple(first.values())


def wanted_in(typed: Words, known: Synonyms, beginnings: bool = False) -> tuple[Wanted, ...]:
    """The things that are asked for by what is typed; words such as "can I" ask for none, unless they stand alone.

    With ``beginnings`` the last word may be the beginning of a known one, because it is still being typed.
    """
    wanted: list[Wanted] = []
    place = 0
    while place < len(typed):
        phrase = _known_phrase(typed[place:], known)
        if phrase:
            wanted.append((phrase, *known.alternatives[phrase]))
        elif typed[place] not in known.unasked:
            begun = beginnings and place == len(typed) - 1
            wanted.append(_begun(typed[place], known) if begun else (typed[place : place + 1],))
        place += max(1, len(phrase))
    return tuple(wanted) or tuple(((word,),) for word in typed)


def _known_phrase(typed: Words, known: Synonyms) -> Words:
    """The longest known phrase at the beginning of what is typed; () for none."""
    lengths = range(min(known.longest, len(typed)), 0, -1)
    return next((typed[:length] for length in lengths if typed[:length] in known.alternatives), ())


def _begun(word: str, known: Synonyms) -> Wanted:
    """Every word that begins like this, and what is said for the known ones."""
    if len(word) < _LEAST_BEGINNING:
        return ((word,),)
    phrases = (
        phrase
        for typed, alternatives in known.alternatives.items()
        if typed[0].startswith(word)
        for phrase in alternatives
    )
    return ((word + _BEGINNING,), *dict.fromkeys(phrases))


# --- looking for it --------------------------------------------------------------------------------------------------


def _found(pages: tuple[Page, ...], lines: tuple[HelpLine, ...], wanted: tuple[Wanted, ...]) -> Found:
    if not wanted:
        return Found()
    hits, named = _hits(pages, wanted), _named_classes(wanted)
    called_so = len(wanted) == 1 and any(words_of(of.name) in wanted[0] for of in named)
    return Found(
        tuple(
            line
            for line in lines
            if _holds(_ANY_LINE, _OF_KIND[line.kind], line.name, line.number, line.about, wanted=wanted)
        ),
        tuple(page for page in pages if _holds(page.title, wanted=wanted)),
        hits,
        kinds=tuple(kind for kind in KINDS if _holds(_ANY_LINE, _OF_KIND[kind], wanted=wanted)),
        classes=named,
        classes_first=called_so or not hits or _place(hits[0], wanted) == _NO_TITLE,
    )


def _named_classes(wanted: tuple[Wanted, ...]) -> tuple[InteractionClass, ...]:
    """Those whose name holds all of it; of these the ones that hold most of what was typed itself."""
    found = [of for of in classes().values() if _holds(of.name, wanted=wanted)]
    held = [sum(_holds(of.name, wanted=(several[:1],)) for several in wanted) for of in found]
    return tuple(of for of, count in zip(found, held, strict=True) if count == max(held))[:_MOST_CLASSES]


def _acting_classes(wanted: tuple[Wanted, ...]) -> tuple[InteractionClass, ...]:
    """By how they act: "P-gp", "CYP2C19"; only by the words that were typed, as others for them would find too many."""
    typed = tuple(several[:1] for several in wanted)
    if not typed:
        return ()
    return tuple(of for of in classes().values() if _holds(of.mechanism, wanted=typed))[:_MOST_CLASSES]


def _hits(pages: tuple[Page, ...], wanted: tuple[Wanted, ...]) -> tuple[Hit, ...]:
    """Statements that hold all of it themselves, and then those that do so together with the titles above them.

    Of the first the signs of an emergency that are meant come first, and then what stands under a title that says so;
    of what is alike in this, what to do.
    """
    if not wanted:
        return ()
    alone: list[Hit] = []
    together: list[Hit] = []
    for page in pages:
        for passage in page.passages():
            for statement in passage.statements:
                if _holds(statement.text, wanted=wanted):
                    alone.append(Hit(page, passage, statement))
                elif any(_holds(statement.text, wanted=(one,)) for one in wanted) and _holds(
                    statement.text, passage.heading, page.title, wanted=wanted
                ):
                    together.append(Hit(page, passage, statement))
    return (*sorted(alone, key=lambda hit: (_place(hit, wanted), hit.heading != _TO_DO_FIRST)), *together)


def _place(hit: Hit, wanted: tuple[Wanted, ...]) -> int:
    sign, _, _ = hit.statement.text.partition(". ")
    if sign in _sign_names() and _holds(sign, wanted=wanted):
        return 0
    above = hit.page.title if hit.heading == _TO_DO_FIRST else hit.heading
    return next(
        (place for place, title in enumerate((above, hit.page.title), 1) if _holds(title, wanted=wanted)),
        _NO_TITLE,
    )


@cache
def _sign_names() -> frozenset[str]:
    return frozenset(sign.name for sign in signs())


def _holds(*texts: str, wanted: tuple[Wanted, ...]) -> bool:
    words = "".join(map(_spaced, texts))
    return all(any(all(_is_there(start, words) for start in one) for one in several) for several in wanted)


@lru_cache(_KEPT)
def _spaced(text: str) -> str:
    """Its words with a space before and behind each: every letter that is typed asks all of the guidance."""
    return f" {' '.join(words_of(text))} "


def _is_there(start: str, words: str) -> bool:
    if start.endswith(_BEGINNING):
        return f" {start.removesuffix(_BEGINNING)}" in words
    return f" {start}" in words if len(start) > _SHORT else f" {start} " in words or f" {start}s " in words


def _held(parts: list[Found]) -> Mapping[tuple[str, Passage], tuple[int, int]]:
    """Of each passage that holds some of it: how many parts are missing, and how many hits its rarest part has."""
    sizes: dict[tuple[str, Passage], list[int]] = {}
    for part in parts:
        for key in {(hit.page.code, hit.passage) for hit in part.hits}:
            sizes.setdefault(key, []).append(len(part.hits))
    return {key: (len(parts) - len(found), min(found)) for key, found in sizes.items()}


def _together(parts: list[Found]) -> Found:
    """All of the parts as one; each thing once, what holds most of them first, and then what few others hold."""
    held = _held(parts)
    return Found(
        tuple({line.number: line for part in parts for line in part.lines}.values()),
        tuple({page.code: page for part in parts for page in part.pages}.values()),
        tuple(
            sorted(
                {(hit.page.code, hit.passage, hit.statement): hit for part in parts for hit in part.hits}.values(),
                key=lambda hit: held[hit.page.code, hit.passage],
            )
        ),
        some=True,
        kinds=tuple(kind for kind in KINDS if any(kind in part.kinds for part in parts)),
    )
