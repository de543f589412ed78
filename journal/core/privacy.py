"""What is private unless a person says otherwise: forms, the command line and files that do not say ask here."""

from journal.core.check_ins import ABOUT_MOOD, CheckIn
from journal.core.entry import Entry
from journal.core.health import PRIVATE_BY_NATURE, Condition
from journal.core.own_help import Plan


def private_by_nature(entry: Entry) -> bool:
    """Whether a new entry like this begins as private: pregnancy, breastfeeding, mood, and a plan for bad hours."""
    match entry:
        case Condition(what=what):
            return what in PRIVATE_BY_NATURE
        case CheckIn(instrument=instrument):
            return instrument in ABOUT_MOOD
        case Plan():
            return True
    return False
