"""Which words of a day's header stand in a narrow list: an amount keeps its end, since "12" is not "12.5 g"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journal.ui.entries.line import Line

Width = Callable[[str], int]
_JOINED = " + "


def header_words(line: Line, free: int, title_width: Width, fact_width: Width) -> tuple[str, str]:
    """The title and the fact for so much width; only the title may still have to be cut."""
    choices = [(title, fact) for fact in _facts(line) for title in dict.fromkeys([line.title, line.short_title])]
    for title, fact in choices:
        if title and title_width(title) + fact_width(fact) <= free:
            return title, fact
    title = line.short_title or line.title
    return title, next((fact for fact in _facts(line) if title_width("…") + fact_width(fact) <= free), "")


def _facts(line: Line) -> Iterator[str]:
    """From all of it to its first amount; "…" says that there are more."""
    yield line.fact
    if line.short_fact:
        yield line.short_fact
    amounts = (line.short_fact or line.fact).split(_JOINED)
    for count in range(len(amounts) - 1, 0, -1):
        yield _JOINED.join([*amounts[:count], "…"])
