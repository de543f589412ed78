"""What holds for now where one list says to take no more, to ask first, and not to stop all at once."""

from __future__ import annotations

from journal.guidance.interaction_words import says_not_to_stop
from journal.guidance.interactions import Circumstance, for_now_sentences
from journal.guidance.matching import Checked
from journal.guidance.parts_of_list import taken_now
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping

_NOT_SUDDENLY = {Circumstance.PREGNANCY, Circumstance.BREASTFEEDING}  # is kratom stopped


def for_now(checked: Checked) -> tuple[Statement, ...]:
    """One order that is true beside each of them; () where the list gives only one.

    After a sign for which kratom is left off nothing says not to stop it, so nothing is to be brought together.
    """
    conditions = {code for code, _ in checked.conditions}
    if checked.take_no_more or not (conditions & _NOT_SUDDENLY or any(map(says_not_to_stop, checked.names))):
        return ()
    if taken_now(checked):
        return for_now_sentences()
    if Circumstance.LIVER in conditions:
        return (Statement(stopping().goes_on, stopping().goes_on_sources),)
    return ()
