"""Answers to the questions of a check-in that gave their place to others in the same form."""

from __future__ import annotations

from journal.core.check_ins import Instrument
from journal.ui.kit.form import State


class OtherAnswers:
    """Kept while the form is open and in its draft: whoever comes back to the questions finds them answered."""

    def __init__(self) -> None:
        self._of: dict[Instrument, State] = {}

    def keep(self, instrument: Instrument, answers: State) -> None:
        """Other questions are shown now."""
        if _says_something(answers):
            self._of[instrument] = answers

    def take(self, instrument: Instrument) -> State | None:
        """These questions are shown again; None: nothing of them was answered."""
        return self._of.pop(instrument, None)

    def instruments(self) -> frozenset[Instrument]:
        """Whose answers the form does not show."""
        return frozenset(self._of)

    def state(self) -> State:
        """As a draft holds them."""
        return {str(instrument): answers for instrument, answers in self._of.items()}

    def restore(self, state: State) -> None:
        """Those of a draft."""
        self._of = {Instrument(instrument): answers for instrument, answers in state.items()}


def _says_something(answers: State) -> bool:
    helped = answers["helped"] or {}
    return bool(
        any(value is not None or skipped for value, skipped in answers["items"])
        or answers["sleep"]
        or helped.get("chosen")
        or helped.get("other")
    )
