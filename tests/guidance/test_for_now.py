"""One order where a list says to take no more, to ask first, and not to stop all at once."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import DAY_MS
from journal.guidance.for_now import for_now
from journal.guidance.interaction_words import beside
from journal.guidance.interactions import Circumstance
from journal.guidance.matching import Taken, check
from journal.texts import english

NOW = 20_000 * DAY_MS
BEER, SERTRALINE = Taken("Beer", at_ms=NOW), Taken("Sertraline", True)
NO_MORE, ASK = (
    "For now take no more kratom.",
    "Ask a doctor before you take any more, and do not stop suddenly on your own.",
)
PREGNANCY, LIVER = Circumstance.PREGNANCY, Circumstance.LIVER


@pytest.mark.parametrize(
    ("taken", "conditions", "first"),
    [
        ([BEER, SERTRALINE], [], NO_MORE),
        ([BEER], [PREGNANCY], NO_MORE),
        ([BEER, SERTRALINE], [PREGNANCY, LIVER], NO_MORE),
        ([SERTRALINE], [LIVER], ASK),
        ([], [PREGNANCY, LIVER], ASK),
        ([BEER], [], None),  # one order alone
        ([BEER], [LIVER], None),
        ([SERTRALINE], [PREGNANCY], None),
        ([Taken("magnesium")], [LIVER], None),
    ],
)
@pytest.mark.parametrize("take_no_more", [False, True])
def test_opposite_orders_are_brought_together(
    taken: list[Taken], conditions: list[Circumstance], first: str | None, take_no_more: bool
) -> None:
    of = check(taken, dt.date(2026, 11, 29), NOW, dict.fromkeys(conditions, True), take_no_more)
    said = for_now(of)
    assert (said[0].text if said else None) == (None if take_no_more else first)
    assert all(sentence.sources for sentence in said)


def test_a_medicine_that_was_taken_says_that_no_more_now_is_not_stopping() -> None:
    def said(taken: Taken) -> str:
        (name,) = check([taken], dt.date(2026, 11, 29), NOW).names
        return " ".join(beside(english(), name, take_no_more=False))

    now = said(Taken("tilidine", at_ms=NOW))
    assert "Take no more kratom now" in now and "Taking no more kratom now is not stopping it." in now
    for taken in (Taken("tilidine"), Taken("tilidine", True, at_ms=NOW), Taken("sertraline", at_ms=NOW)):
        assert "do not stop kratom all at once." in said(taken) and "Taking no more" not in said(taken)
