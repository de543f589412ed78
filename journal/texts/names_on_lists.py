"""What a sentence calls something of a list: its own words, of a condition its kind with name and place."""

from __future__ import annotations

from journal.core.entries import Condition, Contact, Entry, Help
from journal.core.plaintext import shortened
from journal.texts.health_names import CONDITIONS
from journal.texts.language import Texts


def name_on_list(texts: Texts, entry: Entry) -> str:
    """Its name; TypeError for what stands on no such list."""
    match entry:
        case Help(text=text):
            return shortened(text)
        case Contact(name=name):
            return shortened(name)
        case Condition(what=what, name=name, place=place):
            return shortened(" · ".join(filter(None, (texts(CONDITIONS[what]), name, place))))
    raise TypeError(f"{type(entry).__name__} stands on no such list")
