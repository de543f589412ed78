"""What a person's own help is in the window: things, people, and a plan for bad hours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.core.entries import Contact, Help, Plan
from journal.texts.marked import marked
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.kind import Action

if TYPE_CHECKING:
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class _ListedOnce(DeclaredKind):
    """What is asked about where it stands on its list already."""

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.listed_once import ListedOnceForm

        return ListedOnceForm(bridge, self, draft_key)


class HelpKind(_ListedOnce):
    """One thing that helps."""

    code, cls = "help", Help
    name, plural, title_word = marked("What helps me"), marked("What helps me"), marked("What helps me")
    icon, action = "help", Action(marked("What helps me"), "help")
    titled_by = "text"
    captions = marked({"text": "What helps"})


class ContactKind(_ListedOnce):
    """Someone to call."""

    code, cls = "contact", Contact
    name, plural, title_word = marked("Someone to call"), marked("People to call"), marked("Someone to call")
    icon, action = "contact", Action(marked("Someone to call"), "contact")
    titled_by = "name"
    captions = marked({"name": "Name", "phone": "Number", "note": "Note"})


class PlanKind(DeclaredKind):
    """A part of the plan; private unless the person says otherwise."""

    code, cls = "plan", Plan
    name, plural, title_word = marked("Part of my plan"), marked("My plan"), marked("My plan")
    icon, action = "plan", Action(marked("Part of my plan"), "plan")
    titled_by, may_begin_private = "heading", True
    quiet_help = True
    captions = marked({"heading": "Heading", "text": "In your words"})

    def begins_private(self, values: Mapping[str, object]) -> bool:
        return True
