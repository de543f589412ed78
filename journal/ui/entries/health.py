"""What conditions, lab results and statements are in the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.core.entries import Condition, Entry, LabResult, Statement
from journal.core.health import ABOUT_LISTS, PRIVATE_BY_NATURE, Lab
from journal.core.health import ConditionKind as Kind
from journal.core.moments import Moment
from journal.texts.health_names import CONDITIONS, LABS, STATED, SUBJECTS
from journal.texts.language import Texts
from journal.texts.marked import marked
from journal.texts.statements import stated_words
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kind import Action
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class ConditionKind(DeclaredKind):
    """A condition with its time; pregnancy and breastfeeding begin as private."""

    code, cls = "condition", Condition
    name, plural, title_word = marked("Condition"), marked("Conditions"), marked("Condition")
    icon, action = "condition", Action(marked("Condition"), "condition")
    titled_by, named_where, may_begin_private = "what", frozenset({Kind.OTHER}), True
    captions = marked({
        "what": "What", "name": "Name", "place": "Where in the body", "since": "Since", "until": "Until",
        "planned": "Day of the operation", "note": "Note",
    })  # fmt: skip
    choices = {"what": CONDITIONS}

    def begins_private(self, values: Mapping[str, object]) -> bool:
        return values.get("what") in PRIVATE_BY_NATURE

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.condition_form import ConditionForm

        return ConditionForm(bridge, self, draft_key)


class LabResultKind(DeclaredKind):
    """A value from a laboratory's report, as it is printed there."""

    code, cls = "lab_result", LabResult
    name, plural, title_word = marked("Lab result"), marked("Lab results"), marked("Lab result")
    icon, action, on_today = "lab_result", Action(marked("Lab result"), "lab_result"), False
    titled_by, named_where = "what", frozenset({Lab.OWN})
    captions = marked({
        "what": "What", "name": "Name", "day": "Day of the result", "value": "Value", "unit": "Unit, as printed",
        "normal": "Range, as printed", "note": "Note",
    })  # fmt: skip
    choices = {"what": LABS}
    asked_before_choice = frozenset({"name"})

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.lab_result_form import LabResultForm

        return LabResultForm(bridge, self, draft_key)


class StatementKind(DeclaredKind):
    """What is said of a list as of a day, such as that nothing else is taken."""

    code, cls = "statement", Statement
    name, plural = marked("Whether anything is missing"), marked("Whether anything is missing")
    title_word = marked("Whether anything is missing")
    icon, action, on_today = "statement", Action(marked("Nothing is missing on a list"), "statement"), False
    titled_by = "subject"
    captions = marked({"subject": "What", "answer": "Answer", "note": "Note"})
    choices = {"subject": SUBJECTS, "answer": STATED}

    def said_together(self, texts: Texts, entry: Entry) -> Mapping[str, str]:
        assert isinstance(entry, Statement)
        return {"subject": stated_words(texts, entry), "answer": ""}

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        """Of a list what was said as of when, and what has changed since: the list, and what was written beside it."""
        line, statement = super().line(texts, names, row), row.entries[0]
        assert isinstance(statement, Statement)
        words = stated_words(texts, statement)
        if statement.subject not in ABOUT_LISTS:
            return replace(line, title=words)
        changed = texts("the list has changed since then") if names.has_changed_since(statement) else ""
        # What was taken before it and is written down after it counts, too: "taken since then" would not be so.
        count = names.taken_since(texts, statement)
        written = texts("since then written down: {n} more", n=texts.integer(count)) if count else ""
        detail = " · ".join(part for part in (line.detail, changed, written) if part)
        return replace(line, title=_as_of(texts, words, statement, names.written_at(statement)), detail=detail)


def _as_of(texts: Texts, what: str, statement: Statement, written: Moment) -> str:
    """With the time if it was written down on the day that it is about."""
    day = texts.short_day(statement.day)
    if written.local.date() != statement.day:
        return texts("{what}, as of {day}", what=what, day=day)
    return texts("{what}, as of {day}, {time}", what=what, day=day, time=texts.time(written.local))
