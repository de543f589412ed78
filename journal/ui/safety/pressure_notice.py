"""What to do about a blood pressure that was just saved: quiet, with the emergency numbers one button away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.guidance import Country
from journal.guidance.blood_pressure import HighPressure, pressure_advice, pressure_title, pressure_urgent
from journal.guidance.sources_in_short import first_sources
from journal.texts import Texts
from journal.texts.measured import pressure_text
from journal.ui.safety.quiet_notice import Line, QuietNotice, folded_away, in_sight


class PressureNotice(QuietNotice):
    """Says not what the numbers would be called, and them only where they were just written down.

    ``more_wanted`` leads to Emergency.

    That has the numbers to call but not what to do without any of the symptoms: where letters are large, the first
    thing to do stands with what follows, so that all of it can be reached.
    """

    never_scroll, always_in_sight = 1, 1

    def __init__(
        self,
        texts: Texts,
        high: HighPressure,
        now_ms: int,
        country: Country,
        first: Sequence[str] = (),
        adding_up: str = "",
        just_saved: bool = False,
        said_before: str = "",
        waiting: Sequence[Line] = (),
        waits: bool = True,
        urgent: Sequence[str] = (),
    ) -> None:
        """``first`` is what to do about an emergency: it stands before all that is said of the pressure, of which what
        to do first is never folded away.

        ``said_before`` is the same in one line, where the person closed a notice that had more of it.

        ``just_saved``: who wrote it down is told what was understood; later others may see the notice.

        ``adding_up`` stands behind that: what was taken makes sleepy together, and does not wait. ``waiting`` is what
        else the list said: of each thing its first line. ``waits``: the pressure gives way to what is said before it.
        ``urgent`` is what stands of it in sight of that.
        """
        lines = list(_lines(texts, high, now_ms, country, waits and bool(first or said_before), adding_up, waiting))
        if just_saved:
            lines.insert(2, ("small", _saved_as(texts, high)))  # behind what to do first
        if said_before:
            lines.insert(0, ("strong", said_before))
            self.never_scroll = 2
        if first:
            lines = self._behind_emergency(lines, first, urgent)
        name, more = texts("About a blood pressure"), texts("Emergency")
        super().__init__(texts, name, lines, more, texts("Numbers to call"), folded=bool(first))
        if first or said_before or not high.is_raised_only:
            self.stand_out()

    def _behind_emergency(self, lines: Sequence[Line], first: Sequence[str], urgent: Sequence[str]) -> list[Line]:
        title, to_do, *rest = lines
        head = [*in_sight(first), *(("", words) for words in urgent or [f"{title[1]}. {to_do[1]}"])]
        self.never_scroll, self.always_in_sight = len(head), 0
        return [*head, *folded_away(first, below=[title], then=[to_do, *rest] if urgent else rest)]


def _saved_as(texts: Texts, high: HighPressure) -> str:
    of = high.measured
    return texts("Saved as {pressure}.", pressure=pressure_text(texts, of.systolic, of.diastolic))


def _lines(
    texts: Texts,
    high: HighPressure,
    now_ms: int,
    country: Country,
    after_emergency: bool,
    adding_up: str,
    waiting: Sequence[Line],
) -> Iterator[tuple[str, str]]:
    yield "strong", pressure_title(texts, high, now_ms)
    to_hospital = pressure_urgent(texts, high, country)
    for sentence in pressure_advice(texts, high, now_ms, country, after_emergency):
        yield "strong" if sentence in to_hospital else "", sentence
    if adding_up:
        yield "", adding_up
    yield from ((role, words) for role, words in waiting if role == "strong")
    yield "small", first_sources(texts, high.sources)
