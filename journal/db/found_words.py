"""A typed word, as a condition of SQL and as a test of a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from journal.core.kinds import KINDS, Kind
from journal.core.letters import is_literal, is_within_words, plain_letters, spellings
from journal.core.plaintext import folded, unaccented
from journal.db.connection import Row, SqlConnection, value
from journal.db.newest import CLOCK
from journal.db.typed_beside import Typed, in_list

# Behind a row's number, instant and wall clock: for the test its words, and what it refers to by name.
WORDS, NAMED = CLOCK + 1, CLOCK + 2


class Condition(NamedTuple):
    """What stands behind WHERE, ``{kind}`` for the table, with the values of its question marks."""

    sql: str
    parameters: tuple[object, ...] = ()


NOTHING = Condition("0")
EVERY = Condition("1")


def one_of(column: str, values: Iterable[str]) -> Condition:
    """That a column holds one of these."""
    wanted = tuple(values)
    return Condition(f"{column} IN ({', '.join('?' * len(wanted))})", wanted) if wanted else NOTHING


class Word(NamedTuple):
    """A typed word as what is asked of the rows of one kind, and as a test of a row where Python can say the same.

    ``in_few_rows``: full text soon names all that have it.
    """

    condition: Condition
    test: Callable[[Row], bool] | None = None
    in_few_rows: bool = False


class Term:
    """One typed word and what it means for any kind; names are looked up once, and all full text is asked at once.

    Where names or choices hold the word, too, nobody asks in how many rows it is.
    """

    def __init__(
        self,
        typed: str,
        connection: SqlConnection,
        kinds: Collection[str],
        names: Mapping[str, str],
        beside: Mapping[str, tuple[Typed, ...]],
    ) -> None:
        self._term, self._connection = folded(typed).rstrip(_LOOKS), connection
        plain = unaccented(self._term) or self._term
        self._called = {to: _CALLED[to](connection, plain, names) for to in _referred_to(tuple(kinds))}
        self._kinds = {kind for kind in kinds if kind in names and _is_called(plain, names[kind])}
        self._measured = [column for column in _MEASURED if _is_called(plain, names.get(f"{_VALUES}.{column}", ""))]
        self._choices = [code for code, name in names.items() if plain in _compared_name(name)]
        self._expression = _match_expression(self._term, plain)
        self._in_text = _in_text(self._expression, self._term)
        self._beside = {kind: _beside(beside[kind], plain) for kind in kinds if beside[kind]}
        self._ways = {kind: ways for kind in kinds if (ways := self._elsewhere(kind))}
        self._held: Mapping[str, int] = {}
        if self._expression:
            in_text_alone = tuple(kind for kind in kinds if _SEARCHED[kind].worded and kind not in self._ways)
            self._held = _rows_with_it(connection, in_text_alone, self._expression)

    def of(self, kind: str) -> Word | None:
        """The word as what is asked of a kind's rows; None if none of them can have it."""
        if kind in self._kinds:
            return Word(EVERY, lambda _row: True)
        searched, ways = _SEARCHED[kind], list(self._ways.get(kind, ()))
        only_in_text, held = not ways, self._held.get(kind, 0)
        if searched.worded and self._in_text and (held or not (only_in_text and self._expression)):
            ways.append(self._in_text)
        if not ways:
            return None
        # In Python only where a test of the row's words and of one name gives the same result as SQL.
        by_value = kind == _VALUES and self._measured
        in_row = not by_value and not self._beside.get(kind) and not (searched.choices and self._choices)
        tested = searched.worded and in_row and len(searched.named) <= 1
        test = _beginning(self._term, self._named(searched)) if tested else None
        return Word(_any_of(ways), test, only_in_text and self._in_few_rows(kind, held))

    def _in_few_rows(self, kind: str, held: int) -> bool:
        """Fewer than half of them: looking through the latest rows would come to many without the word."""
        if held >= _MANY:
            return False
        rows = int(value(self._connection, f"SELECT max(seq) FROM {kind}"))
        return 2 * held < rows

    def _elsewhere(self, kind: str) -> list[Condition]:
        """By the names of what a kind's rows refer to, and of what was chosen in them."""
        searched = _SEARCHED[kind]
        ways = [one_of(column, self._called[to]) for column, to in searched.named if self._called[to]]
        if kind in self._beside:
            ways += self._beside[kind]
        if self._choices:
            ways += [one_of(column, self._choices) for column in searched.choices]
        if kind == _VALUES:
            ways += [Condition(f"{column} IS NOT NULL") for column in self._measured]
        return ways

    def _named(self, searched: _Searched) -> AbstractSet[str]:
        return self._called[searched.named[0][1]] if searched.named else frozenset()


def _any_of(ways: Sequence[Condition]) -> Condition:
    # Beside an OR SQLite reads every row by its time instead of those that full text names.
    if len(ways) == 1:
        return ways[0]
    sql = " OR ".join(way.sql for way in ways)
    return Condition(f"({sql})", tuple(value for way in ways for value in way.parameters))


# --- full text ------------------------------------------------------------------------------------------------------

_IN_TEXT = "seq IN (SELECT rowid FROM {kind}_text WHERE {kind}_text MATCH ?)"
_SAYING_SO = "seq IN (SELECT rowid FROM {kind}_text WHERE {kind}_text MATCH ? AND instr(words, ?))"
_ANYWHERE = "seq IN (SELECT id FROM {kind}_text_content WHERE instr(c0, ?))"
# Of a word in so many rows of a kind, looking among the latest is tried first. Full text names thousands of rows in the
# time in which the words of a hundred are looked through.
_MANY = 1000


def _match_expression(term: str, plain: str) -> str:
    """One typed word as an FTS5 prefix search; quotes are doubled, so no operator can be typed.

    Empty where FTS5 finds nothing: for signs alone, and within runs of words without spaces, which it takes for one.
    """
    if is_within_words(term) or not any(letter.isalnum() for letter in term):
        return ""
    return " OR ".join('"{}"*'.format(way.replace('"', '""')) for way in dict.fromkeys((term, *spellings(plain))))


def _in_text(expression: str, term: str) -> Condition | None:
    """The word as full text and the stored words are asked for it."""
    if not is_literal(term):
        return Condition(_IN_TEXT, (expression,)) if expression else None
    if not expression:
        return Condition(_ANYWHERE, (term,)) if term else None
    return Condition(_SAYING_SO, (expression, term))


def _rows_with_it(connection: SqlConnection, kinds: tuple[str, ...], expression: str) -> dict[str, int]:
    """How many rows of each kind hold the word, counted up to ``_MANY``."""
    return dict(connection.execute(_counted(kinds), (expression,)).fetchall()) if kinds else {}


@cache
def _counted(kinds: tuple[str, ...]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{kind}', count(*) FROM (SELECT 1 FROM {kind}_text WHERE {kind}_text MATCH ?1 LIMIT {_MANY})"
        for kind in kinds
    )


# --- words that no full text holds ----------------------------------------------------------------------------------


def _beside(columns: tuple[Typed, ...], term: str) -> list[Condition]:
    """Those of a row's typed words that stand in no full text; nothing where no row has it, which costs least."""
    if not columns or not term:
        return []
    met = [(typed.column, typed.beginning(term)) for typed in columns]
    return [_among(column, texts) for column, texts in met if texts]


def _among(column: str, texts: list[str]) -> Condition:
    """A list as one value costs SQLite more than a few values do, and many would each need a question mark."""
    if len(texts) <= _FEW:
        return one_of(column, texts)
    return Condition(f"{column} IN (SELECT value FROM json_each(?))", (in_list(texts),))


_FEW = 8


# --- the same in Python ---------------------------------------------------------------------------------------------


def _beginning(term: str, named: AbstractSet[str]) -> Callable[[Row], bool] | None:
    """Whether a row names one of these, or what full text would say of it; None unless letters and digits."""
    if not (term.isascii() and term.isalnum()):
        return None
    after_space = f" {term}"

    def met(row: Row) -> bool:
        if row[NAMED] in named:
            return True
        words = row[WORDS].casefold()
        # Most words follow a space, and looking for that is ten times faster than a regular expression.
        if after_space in words:
            return True
        words = _without_accents(words)
        at = words.find(term)
        while at > 0 and words[at - 1].isalnum():
            at = words.find(term, at + 1)
        return bool(at >= 0)

    return met


_LOOKS = "\ufe0e\ufe0f"  # of an emoji, which may be written without them
_ACCENTS = re.compile("[\u0300-\u0331]")  # those that SQLite's unicode61 leaves out


# Beyond ASCII, the dashes and quotes of typography are most of what is written, and nothing in them is a letter.
_MAY_HAVE_ACCENTS = re.compile("[^\0-\x7f\u2000-\u206f]").search


def _without_accents(text: str) -> str:
    if text.isascii() or _MAY_HAVE_ACCENTS(text) is None:
        return text
    return plain_letters(_ACCENTS.sub("", unicodedata.normalize("NFD", folded(text))))


# --- names ----------------------------------------------------------------------------------------------------------


def _products_called(connection: SqlConnection, term: str, names: Mapping[str, str]) -> set[str]:
    products = connection.execute("SELECT id, name, strain, vendor FROM product")
    return {row[0] for row in products if _in_name(term, *row[1:])}


def _symptoms_called(connection: SqlConnection, term: str, names: Mapping[str, str]) -> set[str]:
    symptoms = connection.execute("SELECT id, name, code FROM symptom")
    return {symptom_id for symptom_id, name, code in symptoms if _in_name(term, name or names.get(code or "", ""))}


def _in_name(term: str, *texts: str) -> bool:
    return any(term in unaccented(text) for text in texts)


@cache
def _referred_to(kinds: tuple[str, ...]) -> frozenset[str]:
    """What these kinds refer to by name."""
    return frozenset(to for kind in kinds for _, to in _SEARCHED[kind].named)


def _is_called(term: str, kind: str) -> bool:
    """Whether a kind is called so: by the beginning of one of its words, so long that it is not met by chance."""
    wanted = term if len(term) >= _OF_A_KIND else f"{term} "
    return len(wanted) >= _OF_A_KIND and any(part.startswith(wanted) for part in _from_each_word_on(kind))


@cache
def _from_each_word_on(name: str) -> tuple[str, ...]:
    """What a name says from each of its words on; there are few names, and each letter typed asks for all of them."""
    whole = unaccented(name) + " "
    return tuple(whole[at:] for at in range(len(whole)) if at == 0 or not whole[at - 1].isalnum())


_compared_name = cache(unaccented)  # of a choice


_OF_A_KIND = 4  # letters; of three, all of a word
# What is measured together lies in one row; each is found by the name of "measurement.<column>", where it was measured.
_VALUES, _MEASURED = "measurement", ("systolic", "pulse", "weight", "sleep")

# The ids of those whose name holds a term, by the kinds that have names.
_CALLED = {"product": _products_called, "symptom": _symptoms_called}
assert _CALLED.keys() <= KINDS.keys()


class _Searched(NamedTuple):
    """Where words are looked for in a kind: its full text, choices, and columns with what they refer to by name."""

    worded: bool
    choices: tuple[str, ...]
    named: tuple[tuple[str, str], ...]


def _searched(kind: Kind) -> _Searched:
    named = tuple((reference.column, reference.to) for reference in kind.references if reference.to in _CALLED)
    return _Searched(bool(kind.searchable_words), kind.searchable_choices, named)


_SEARCHED = {kind.code: _searched(kind) for kind in KINDS.values() if kind.in_diary}


def looked_at(kind: Kind) -> str:
    """The columns ``WORDS`` and ``NAMED``, which the test of a row needs."""
    words = " || char(10) || ".join(kind.searchable_words) or "''"
    named = next((column for column, _ in _SEARCHED[kind.code].named), "NULL")
    return f"{words}, {named}"
