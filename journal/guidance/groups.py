"""The five groups that the pages are listed in: what may not wait comes first."""

from __future__ import annotations

from typing import Literal

from journal.texts.marked import marked

# As a page's front matter names its group.
Group = Literal["now", "what-it-does", "with-other-things", "cutting-down", "facts"]

# What each is called, in the order in which they are listed.
GROUPS: dict[Group, str] = {
    "now": marked("Now"),
    "what-it-does": marked("What it does"),
    "with-other-things": marked("With other things"),
    "cutting-down": marked("Cutting down"),
    "facts": marked("Facts and sources"),
}
