"""Hebrew and Arabic on paper: each line in the order of its places, Arabic letters in the forms in which they join."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, zip_longest

from journal.charts.glyphs import UNKNOWN

# Around words that are a unit of their own in the sentence they are put into (Unicode's directional isolates).
_FROM_RIGHT, _FROM_LEFT, _END = "\u2067", "\u2066", "\u2069"
MARKS = frozenset((_FROM_RIGHT, _FROM_LEFT, _END))
_TO_RIGHT, _TO_LEFT = "\u200e", "\u200f"  # letters without a shape that run this way
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_DOTS = "…"
_MARK = re.compile("[\u2066-\u2069]")
_UNIT = re.compile("([\u2066\u2067])([^\u2066-\u2069]*)\u2069")
_PART = re.compile("([\u2066\u2067]?)([^\u2066-\u2069]+)")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NEEDS_CARE = re.compile(f"{_MARK.pattern}|{_RIGHT_TO_LEFT.pattern}")
_CURSIVE = range(0x0600, 0x0900)
_PRESENTED = (range(0xFB50, 0xFDD0), range(0xFE70, 0xFEFD))
_TATWEEL = "ـ"  # the line that lengthens a word joins on both sides
_LAM = "ل"
_ISOLATED, _FINAL, _INITIAL, _MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"


def needs_care(text: str) -> bool:
    """Whether a line is drawn in another order or with other letters than it is written."""
    return not text.isascii() and _NEEDS_CARE.search(text) is not None


def without_marks(text: str) -> str:
    """The text as it is copied and read aloud."""
    return text if text.isascii() else _MARK.sub("", text)


def units(text: str) -> Iterator[tuple[str, str, str]]:
    """The parts that are units of their own, with their marks, and what is between them, without."""
    at = 0
    for match in _UNIT.finditer(text):
        yield "", text[at : match.start()], ""
        yield match[1], match[2], _END
        at = match.end()
    yield "", text[at:], ""


def as_unit(text: str) -> str:
    """The text so that a sentence can hold it and keeps its own order around it.

    >>> ascii(as_unit("כאב 2 mg")), as_unit("pain")
    ("'\\\\u2067\\\\u05db\\\\u05d0\\\\u05d1 2 mg\\\\u2069'", 'pain')
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text
    strong = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return f"{_FROM_LEFT if first == 'L' else _FROM_RIGHT}{text}{_END}"


def still_open(text: str, mark: str = "") -> str:
    """The mark of the unit that a line ends within, so that the next line goes on in it; ``mark``: as it began."""
    for match in _MARK.finditer(text):
        mark = "" if match[0] == _END else match[0]
    return mark


def with_tail(cut: str, tail: str) -> str:
    """The beginning of a text with its tail: a unit that was cut ends here, its dots inside of it, our words behind it.

    >>> ascii(with_tail("\u2067\u05db", "… (page 2)"))
    "'\\u2067\\u05db\\u2026\\u2069 (page 2)'"
    """
    if not still_open(cut):
        return f"{cut}{tail}"
    dots = _DOTS if tail.startswith(_DOTS) else ""
    return f"{cut}{dots}{_END}{tail.removeprefix(dots)}"


def visual(line: str) -> str:
    """The letters of one line from its left to its right, Arabic ones joined."""
    from bidi.algorithm import get_display  # only for the few reports that need it

    parts = []
    for mark, words in (match.groups() for match in _PART.finditer(line)):
        if _RIGHT_TO_LEFT.search(words) or mark == _FROM_RIGHT:
            base = "R" if mark == _FROM_RIGHT else "L"
            ordered = str(get_display(_with_directed_brackets(joined(words), base), base_dir=base))
            words = ordered.replace(_TO_RIGHT, "").replace(_TO_LEFT, "")
        parts.append(words)
    return "".join(parts)


def _with_directed_brackets(words: str, base: str) -> str:
    """Both brackets of a pair take one direction (Unicode's rule N0, which the library does not know): marks say it."""
    letters, directions = [*words], [_direction(letter) for letter in words]
    for first, last in _bracket_pairs(words):
        inside, before = directions[first + 1 : last], [direction for direction in directions[:first] if direction]
        if base in inside:
            way = base
        elif any(inside):
            way = before[-1] if before else base
        else:
            continue
        mark = _TO_LEFT if way == "R" else _TO_RIGHT
        for place in (first, last):
            letters[place], directions[place] = f"{mark}{words[place]}{mark}", way
    return "".join(letters)


def _bracket_pairs(words: str) -> list[tuple[int, int]]:
    """Where brackets open and close, in the order in which they open."""
    pairs, waiting = list[tuple[int, int]](), list[int]()
    for place, letter in enumerate(words):
        if letter in _BRACKETS:
            waiting.append(place)
        elif waiting and letter == _BRACKETS[words[waiting[-1]]]:
            pairs.append((waiting.pop(), place))
    return sorted(pairs)


def _direction(letter: str) -> str:
    """Of a letter or digit; "" of what has none."""
    return {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}.get(unicodedata.bidirectional(letter), "")


def without_unjoinable(text: str) -> tuple[str, int]:
    """Letters whose joined forms Unicode does not name are replaced visibly, and counted."""
    if not _RIGHT_TO_LEFT.search(text):
        return text, 0
    unknown = [ord(letter) in _CURSIVE and _category(letter) == "Lo" and letter not in _forms() for letter in text]
    return "".join(UNKNOWN if bad else letter for letter, bad in zip(text, unknown, strict=True)), sum(unknown)


def joined(text: str) -> str:
    """Arabic letters in the form that each has beside its neighbours; marks above and below stay with their letter.

    >>> joined("سلام") == "\\ufeb3\\ufefc\\ufee1"
    True
    """
    letters, forms = [*text], _forms()
    bases = [at for at, letter in enumerate(letters) if _category(letter) != "Mn"]
    made = [*letters]
    before = ""
    for at, following in zip_longest(bases, bases[1:]):
        letter, after = letters[at], "" if following is None else letters[following]
        if not letter:
            continue
        from_right, to_left = _goes_on(before) and _takes(letter), _goes_on(letter) and _takes(after)
        before = letter
        if following is not None and letter == _LAM and (both := forms.get(letter + after)):
            made[at], made[following], letters[following] = both[_FINAL if from_right else _ISOLATED], "", ""
            before = ""  # no alef joins to the left
        elif letter in forms:
            made[at] = forms[letter].get(_FORMS[from_right, to_left], letter)
    return "".join(made)


_FORMS = {(False, False): _ISOLATED, (True, False): _FINAL, (False, True): _INITIAL, (True, True): _MEDIAL}


def _goes_on(letter: str) -> bool:
    return letter == _TATWEEL or _INITIAL in _forms().get(letter, {})


def _takes(letter: str) -> bool:
    return letter == _TATWEEL or _FINAL in _forms().get(letter, {})


def _category(letter: str) -> str:
    return unicodedata.category(letter) if letter else ""


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Of each letter, and of lam with alef, its forms, as Unicode's own table of characters has them."""
    forms: dict[str, dict[str, str]] = {}
    for code in chain(*_PRESENTED):
        form, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(code_point, 16)) for code_point in codes if form in _FORMS.values())
        if len(letters) == 1 or (len(letters) == 2 and code >= 0xFEF5):
            forms.setdefault(letters, {}).setdefault(form, chr(code))
    return forms
