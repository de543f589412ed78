"""Which region's dates and numbers a person uses, as the system's settings name it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_REGION = re.compile(r"([a-z]{2,3})(?:[_-]([A-Z][a-z]{3}))?[_-]([A-Z]{2}|[0-9]{3})")


def region_of(name: str) -> str:
    """ "de_DE" of "de_DE.UTF-8@euro"; "" where no region is named ("C", "POSIX", "en").

    >>> region_of("de_DE.UTF-8@euro"), region_of("C.UTF-8"), region_of("zh-Hant-TW")
    ('de_DE', '', 'zh_Hant_TW')
    """
    match = _REGION.match(name)
    return "_".join(part for part in match.groups() if part) if match else ""


def dates_and_numbers(environment: Mapping[str, str]) -> tuple[str, str]:
    """The regions whose dates and whose numbers the environment asks for, by POSIX's rules: LC_ALL, LC_TIME, LANG."""
    dates, numbers = (_first_set(environment, name) for name in ("LC_TIME", "LC_NUMERIC"))
    return region_of(dates), region_of(numbers)


def _first_set(environment: Mapping[str, str], name: str) -> str:
    return environment.get("LC_ALL") or environment.get(name) or environment.get("LANG") or ""
