"""What a check of the file finds wrong: with entries, or with nothing but the search index beside them."""

from __future__ import annotations

from collections.abc import Sequence


class SearchProblem(str):
    """Of the search index, which repeats the words of entries: it can be built anew from them."""

    __slots__ = ()


def only_in_search(problems: Sequence[str]) -> bool:
    """Whether something is wrong, and nothing but the search index."""
    return bool(problems) and all(isinstance(problem, SearchProblem) for problem in problems)
