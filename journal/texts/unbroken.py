"""Telephone numbers and amounts that no line breaks: for what is shown, never for what is kept or copied."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Groups of digits with a space or hyphen between them, as telephone numbers are written.
_GROUPS = re.compile(r"(?<![\w-])\+?\(?\d[\d()]*(?:[ \u00a0-]\(?\d[\d()]*)+(?!\w)")
_FEWEST_DIGITS, _LONGEST = 5, 20  # fewer are a range such as 0-10; longer ones are a person's own and may have to break
_UNITS = (
    r"(?:mg|mcg|µg|μg|g|kg|ml|l|%|milligrams?|grams?|capsules?|tablets?|pills?|spoons?|teaspoons?|tablespoons?|scoops?|"
    r"drops?|shots?|cups?|gummies|pieces?|doses?)"
)
_AMOUNT = re.compile(rf"(?<=\d) (?={_UNITS}(?!\w)|× )|(?<=\d ×) (?=\w)")


def unbroken(text: str) -> str:
    """The text with no place to break a line inside of a telephone number or between a number and its unit.

    Spaces become no-break spaces; after a hyphen between digits no line ends anyway. Example: in "Call 116 123." and
    "2.5 g a day" no line ends after "116" or "2.5".
    """
    if not any(map(str.isdecimal, text)):
        return text
    return _AMOUNT.sub(NO_BREAK_SPACE, _GROUPS.sub(_joined, text))


def holds_number(word: str) -> bool:
    """Whether what stands between two places to break is, or holds, a telephone number or an amount."""
    return NO_BREAK_SPACE in word or any(_is_number(match.group()) for match in _GROUPS.finditer(word))


def _joined(match: re.Match[str]) -> str:
    number = match.group()
    return number.replace(" ", NO_BREAK_SPACE) if _is_number(number) else number


def _is_number(groups: str) -> bool:
    return sum(map(str.isdecimal, groups)) >= _FEWEST_DIGITS and len(groups) <= _LONGEST
