"""The notices themselves, each beginning with an emergency that is open: made here, shown and closed elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.core.moments import moment_now

if TYPE_CHECKING:
    from journal.guidance.blood_pressure import HighPressure
    from journal.guidance.help_lines import Country
    from journal.guidance.notices_after_saving import Speech
    from journal.ui.kit.bridge import Bridge
    from journal.ui.safety.emergency_notice import EmergencyNotice
    from journal.ui.safety.interaction_notice import InteractionNotice
    from journal.ui.safety.pressure_notice import PressureNotice
    from journal.ui.safety.quiet_notice import Line
    from journal.ui.safety.said_before_line import SaidBeforeLine
    from journal.ui.safety.same_group_line import SameGroupLine
    from journal.ui.shell.found_after_saving import Found


class NoticeMaker:
    """Guidance and notices are loaded with the first one that is made.

    ``first`` is what the last one says before all else; once the person ``close_first``, it is said in one line until
    there is something else to say.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.first: tuple[str, ...] = ()
        self._waits = False  # whether a high blood pressure gives way to it
        self._urgent: list[str] = []  # what stands of such a pressure in sight of it
        self._signs: tuple[tuple[str, ...], ...] = ()  # the ratings of which it speaks, how urgent each is, and why
        self._closed: tuple[tuple[str, ...], ...] = ()

    @property
    def begins_at_length(self) -> bool:
        """Whether what is said first has more than one line, so that it is closed for itself."""
        return bool(self.first) and self._signs != self._closed

    def close_first(self) -> None:
        """The person closed what was said first."""
        self._closed = self._signs

    def look_at_signs(self, beside: HighPressure | None = None) -> tuple[str, ...]:
        """What to do about a warning sign that is an emergency by now; ``beside`` as in ``emergency_first``."""
        from journal.guidance.emergency_lines import beside_the_call, emergency_first
        from journal.guidance.open_emergencies import open_emergencies, sees_pressure

        texts, now_ms = self._bridge.texts, self._bridge.clock.now_ms()
        emergencies = open_emergencies(self._bridge.logbook, now_ms)
        self._waits = sees_pressure(emergencies)
        self._urgent = beside_the_call(texts, emergencies, beside, now_ms, self._country()) if beside else []
        advised = ((emergency.noted.rating.id, emergency.advice) for emergency in emergencies)
        self._signs = tuple((rating, of_sign.urgency, of_sign.of_taken) for rating, of_sign in advised)
        self.first = emergency_first(texts, emergencies, now_ms, self._country(), beside)
        return self.first

    def unsaved_signs(
        self, typed: Mapping[str, object], high: HighPressure | None, waiting: Speech | None
    ) -> EmergencyNotice | None:
        """Of signs that could not be saved; None where none is an emergency."""
        from journal.guidance.around_signs import around_signs
        from journal.guidance.emergency_lines import emergency_first
        from journal.guidance.open_emergencies import emergencies_unsaved
        from journal.ui.safety.emergency_notice import EmergencyNotice

        texts, at = self._bridge.texts, moment_now(self._bridge.clock)
        unsaved = emergencies_unsaved(typed, at, around_signs(self._bridge.logbook, at.utc_ms))
        first = emergency_first(texts, unsaved, at.utc_ms, self._country(), high)
        return EmergencyNotice(texts, first, waiting=self._lines(waiting)) if first else None

    def at_form(self, high: HighPressure | None, waiting: Speech | None) -> EmergencyNotice | None:
        """Beside the form of something that is taken; None where there is nothing to say first."""
        from journal.guidance.lines_at_taking import first_at_taking
        from journal.ui.safety.emergency_notice import EmergencyNotice

        texts, now_ms = self._bridge.texts, self._bridge.clock.now_ms()
        first, more = first_at_taking(texts, self._bridge.logbook, now_ms, self._country(), high)
        if not first:
            return None
        self.first = first
        return EmergencyNotice(texts, first, True, more, self._lines(waiting))

    def of_speech(self, speech: Speech) -> InteractionNotice:
        """What the list said."""
        from journal.ui.safety.interaction_notice import InteractionNotice

        first, short = self._said_first()
        if not (first or short) and speech.makes_sleepy:
            first = self._sleepy_sign()
        return InteractionNotice(self._bridge.texts, speech, self._country(), first, short)

    def of_pressure(self, high: HighPressure, just_saved: bool, waiting: Speech | None) -> PressureNotice:
        """Of a blood pressure; ``waiting`` is what the list said besides."""
        from journal.guidance.notice_lines import adding_up
        from journal.ui.safety.pressure_notice import PressureNotice

        texts, now_ms = self._bridge.texts, self._bridge.clock.now_ms()
        together = "" if waiting is None else adding_up(texts, waiting)
        first, short = self._said_first(high)
        return PressureNotice(
            texts, high, now_ms, self._country(), first, together, just_saved, short, self._lines(waiting), self._waits,
            self._urgent,
        )  # fmt: skip

    def line_of_pressure(self, high: HighPressure) -> str:
        """Of one whose notice was closed."""
        from journal.guidance.blood_pressure import pressure_in_short

        return pressure_in_short(self._bridge.texts, high, self._bridge.clock.now_ms(), self._country())

    def of_one_line(self, after_saving: Found) -> SameGroupLine | SaidBeforeLine:
        """One quiet line about what nothing new is said of; an emergency before it stands there in full."""
        from journal.ui.safety.said_before_line import SaidBeforeLine
        from journal.ui.safety.same_group_line import SameGroupLine

        bridge, place = self._bridge, self._country()
        first, short = self._said_first()
        if after_saving.silent:
            return SameGroupLine(bridge.texts, after_saving.silent, place, first, short)
        return SaidBeforeLine(bridge.texts, after_saving.said_before, bridge.clock, place, first, short)

    def _said_first(self, beside: HighPressure | None = None) -> tuple[tuple[str, ...], str]:
        """At length, or in one line where the person closed that."""
        self.look_at_signs(beside)
        return (self.first, "") if self.begins_at_length else ((), self._in_short(beside) if self.first else "")

    def _sleepy_sign(self) -> tuple[str, ...]:
        """What was slow or hard to wake in these hours is named beside something more that makes sleepy."""
        from journal.guidance.lines_at_taking import sleepy_sign_first

        now_ms = self._bridge.clock.now_ms()
        return sleepy_sign_first(self._bridge.texts, self._bridge.logbook, now_ms, self._country())

    def _in_short(self, beside: HighPressure | None = None) -> str:
        from journal.guidance.emergency_lines import in_short
        from journal.guidance.open_emergencies import open_emergencies

        now_ms = self._bridge.clock.now_ms()
        emergencies = open_emergencies(self._bridge.logbook, now_ms)
        return in_short(self._bridge.texts, emergencies, now_ms, self._country(), beside)

    def _lines(self, speech: Speech | None) -> list[Line]:
        """What waits below something more urgent."""
        if speech is None:
            return []
        from journal.guidance.notice_lines import notice_lines
        from journal.guidance.sources_in_short import first_sources

        return list(notice_lines(self._bridge.texts, speech, self._country(), first_sources))

    def _country(self) -> Country:
        from journal.guidance.signs_in_words import country_of

        return country_of(*self._bridge.whom_to_call)
