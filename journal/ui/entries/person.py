"""What a person says about themselves, as one entry of which each field is a row."""

from journal.core.entries import Person
from journal.texts.health_names import YES_OR_NO
from journal.texts.marked import marked
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.kind import Action


class PersonKind(DeclaredKind):
    """Who keeps the journal. Name and year of birth belong to the report, which asks for them."""

    code, cls = "person", Person
    name, plural, title_word = marked("About me"), marked("About me"), marked("About me")
    icon, action = "health", Action(marked("About me"), "health")
    captions = marked({
        "since": "Taking it since", "goal": "What I want to reach", "next_visit": "Next visit",
        "naloxone_at_home": "Naloxone at home",
    })  # fmt: skip
    choices = {"naloxone_at_home": YES_OR_NO}
