"""What parts the medicines of a combination, and where a word that could part them is the end of a name."""

from __future__ import annotations

import re

from journal.guidance.known_names import folded_name
from journal.guidance.name_words import is_dropped, says_more

MOST_WORDS, MOST_PARTS = 12, 12
# In the languages of the countries whose names are known. A comma between
# two digits parts nothing: "1,4-BD" is one name and "0,5 mg" one strength.
_SEPARATOR = re.compile(
    r"[/+&;()\[\]]|,(?!\d)|(?<!\d),|"
    r"(?<!\w)(?:and|or|with|plus|und|oder|mit|et|ou|avec|con|oraz|lub|y|i|z)(?!\w)",
    re.IGNORECASE,
)


def split_name(given: str) -> list[str]:
    """The parts of a combination as they were written. "Plus" with no name behind it is the end of one."""
    parts: list[str] = []
    start = 0
    for separator in _SEPARATOR.finditer(given):
        following = folded_name(_SEPARATOR.split(given[separator.end() :], maxsplit=1)[0]).split()
        names_nothing = all(is_dropped(following, place) for place in range(len(following)))
        if says_more(folded_name(separator[0])) and given[start : separator.start()].strip() and names_nothing:
            continue
        parts.append(given[start : separator.start()])
        start = separator.end()
    return [*parts, given[start:]]


def parts_of(given: str) -> list[list[str]]:
    """The words of each part of a combination; strengths alone are none. Nothing where there are too many."""
    parts = [folded_name(part).split()[:MOST_WORDS] for part in split_name(given)]
    parts = [part for part in parts if part and not all(is_dropped(part, place) for place in range(len(part)))]
    return parts if len(parts) <= MOST_PARTS else []
