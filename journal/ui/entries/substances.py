"""What medicines, other substances and intakes are in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.entries import Intake, Substance
from journal.core.substances import Taken
from journal.texts.health_names import SOURCES, TAKEN, USES
from journal.texts.marked import marked, marked_plural
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.kind import Action

if TYPE_CHECKING:
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class SubstanceKind(DeclaredKind):
    """A medicine or something else that is taken; its recognised classes are not asked for in the form."""

    code, cls = "substance", Substance
    name, plural = marked("Medicine or other substance"), marked("Medicines and other substances")
    title_word = marked("Medicine or other substance")
    icon, action = "substance", Action(marked("Medicine or other substance"), "substance")
    titled_by = "name"
    captions = marked({
        "name": "Name",
        "amount": "Amount, in your words",
        "how_often": "How often",
        "use": "Every day or as needed",
        "source": "Prescribed or not",
        "reason": "What it is for",
        "since": "Taken since",
        "until": "Taken until",
        "note": "Note",
    })  # fmt: skip
    choices = {"use": USES, "source": SOURCES}


class IntakeKind(DeclaredKind):
    """Alcohol, a painkiller or something else, taken at a time."""

    code, cls = "intake", Intake
    name, plural, title_word = marked("Something else taken"), marked("Other things taken"), marked("Taken")
    icon, action, on_today = "intake", Action(marked("Something else taken"), "intake"), False
    titled_by, named_where = "what", frozenset({Taken.OWN, Taken.PAINKILLER})
    captions = marked({
        "what": "What", "name": "Name", "amount": "Amount, in your words", "drinks": "Number of drinks",
        "note": "Note",
    })  # fmt: skip
    units = marked({"drinks": "drinks"})
    counted = {"drinks": marked_plural("{number} drink", "{number} drinks")}
    choices = {"what": TAKEN}

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.asks_again import TimedAskingForm

        return TimedAskingForm(bridge, self, draft_key)
