"""What a check of the file finds wrong: with entries, or with nothing but the search index beside them."""

from __future__ import annotations

from collections.abc import Sequence


class SearchProblem(str):
    """Of the search index, which repeats the words of entries: it can be built anew from them."""

    __slots__ = ()


def only_in_search(problems: Sequence[str]) -> bool:
    """Whether something is wrong, and nothing but the search index."""
    return bool(problems) and all(isinstance(problem, SearchProblem) for problem in problems)


class PlantedProblem(str):
    """Of a trigger or view, which the program does not make: nothing that was saved is damaged by its being there."""

    __slots__ = ()


def only_planted(problems: Sequence[str]) -> bool:
    """Whether something is wrong, and nothing but what others put into the file."""
    return bool(problems) and all(isinstance(problem, PlantedProblem) for problem in problems)
