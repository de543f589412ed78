"""What questions for a visit, earlier attempts and batches are in the window."""

from __future__ import annotations

from dataclasses import replace

from journal.core.entries import Attempt, Batch, Question
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kind import Action
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names


class QuestionKind(DeclaredKind):
    """Something to ask."""

    code, cls = "question", Question
    name, plural, title_word = marked("Question for the visit"), marked("Questions for the visit"), marked("Question")
    icon, action = "question", Action(marked("Question for the visit"), "question", "Ctrl+J")
    titled_by = "text"
    captions = marked({"text": "What you want to ask", "asked_on": "Asked on"})


class AttemptKind(DeclaredKind):
    """An earlier attempt to cut down or stop."""

    code, cls = "attempt", Attempt
    name, plural = marked("Earlier attempt"), marked("Earlier attempts")
    title_word = marked("Earlier attempt to cut down or stop")
    icon, action = "attempt", Action(marked("Earlier attempt"), "attempt")
    quiet_help = True
    captions = marked({"since": "From", "until": "Until", "what_happened": "What happened"})


class BatchKind(DeclaredKind):
    """A bought lot; which product it is of is said where it is added."""

    code, cls = "batch", Batch
    name, plural, title_word = marked("Batch"), marked("Batches"), marked("Batch")
    icon, action = "batch", Action(marked("Batch"), "batch")
    placed_by = ("product",)
    titled_by = "lot"
    captions = marked({
        "lot": "Lot, as printed", "opened": "Opened", "finished": "Finished",
        "figures": "Figures of the lab report", "figures_source": "Where these figures come from",
    })  # fmt: skip

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        """With the product: a number that is printed on a bag says nothing by itself."""
        line, batch = super().line(texts, names, row), row.entries[0]
        product = names.product(batch.product) if isinstance(batch, Batch) else None
        if product is None:
            return line
        return replace(line, detail=" · ".join(part for part in (product.name, line.detail) if part))
