"""What a command says of an entry that was there already: it is saved, as nobody can be asked, and can be undone."""

from __future__ import annotations

from journal.core.entries import Batch, Condition, Contact, Entry, Help, Question, Substance
from journal.core.listed_twice import listed_already
from journal.core.plaintext import folded, shortened
from journal.core.visit import same_question
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names_on_lists import name_on_list

_ON_LIST = marked(
    "“{name}” was on the list already, so it is there twice now. Undo takes it back; Health can change it."
)


class SaidTwice:
    """Knows the medicines, questions, batches and other lists of one journal, and those that were made meanwhile."""

    def __init__(self, logbook: Logbook, texts: Texts) -> None:
        self._texts = texts
        self.batches = logbook.listed(Batch)
        self._questions = logbook.listed(Question)
        self._lists: dict[type[Entry], list[Entry]] = {
            kind: [*logbook.listed(kind)] for kind in (Condition, Contact, Help)
        }
        self._names = {folded(substance.name) for substance in logbook.listed(Substance) if substance.until is None}

    def remarks(self, entry: Entry) -> list[str]:
        """A sentence if this was there already; from now on it is."""
        match entry:
            case Substance(name=name):
                return self._of_medicine(name)
            case Question():
                return self._of_question(entry)
            case Batch():
                return self._of_lot(entry)
            case Condition() | Contact() | Help():
                return self._of_list(entry, self._lists[type(entry)])
        return []

    def _of_medicine(self, name: str) -> list[str]:
        known = folded(name) in self._names
        self._names.add(folded(name))
        return [self._texts(_ON_LIST, name=name[:40])] if known else []

    def _of_list(self, entry: Condition | Contact | Help, listed: list[Entry]) -> list[str]:
        known = listed_already(entry, listed)
        listed.append(entry)
        return [] if known is None else [self._texts(_ON_LIST, name=name_on_list(self._texts, known))]

    def _of_question(self, question: Question) -> list[str]:
        known = same_question(question.text, self._questions) is not None
        self._questions.append(question)
        sentence = "“{text}” was noted already, so it is there twice now. Undo takes it back."
        return [self._texts(sentence, text=shortened(question.text))] if known else []

    def _of_lot(self, batch: Batch) -> list[str]:
        same = [known for known in self.batches if known.product == batch.product]
        known = bool(batch.lot) and any(folded(other.lot) == folded(batch.lot) for other in same)
        self.batches.append(batch)
        sentence = (
            "Lot “{lot}” was there already, so it is there twice now. Undo takes it back; Products can change it."
        )
        return [self._texts(sentence, lot=batch.lot[:40])] if known else []
