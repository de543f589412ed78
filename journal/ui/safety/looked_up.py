"""What a search of the Safety page shows: what the list of interactions says, and what else is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.guidance import Country, Found, Page, Source, find
from journal.guidance.asked_names import check_classes, check_names, meant_in
from journal.guidance.matching import Checked
from journal.guidance.recognising import Recognised
from journal.guidance.searched_names import names_asked_about
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.results import Results


class Looking:
    """Where a search looks: the pages as they speak to this person, the sources, the country, the open journal."""

    def __init__(
        self, texts: Texts, pages: Sequence[Page], sources: Mapping[str, Source], country: Country, journal: Logbook
    ) -> None:
        self._texts, self._pages, self._sources = texts, pages, sources
        self._country, self._journal = country, journal

    def answers(self, words: str) -> list[CheckedView | Results]:
        """What is shown, in its order; something in every case. Each name that was typed has an answer of its own."""
        results = find(self._pages, self._country.lines, words)
        names = names_asked_about(words)
        if results and not results.some:  # sentences hold all of it, so that nothing in it is unknown
            names = [name for name in names if name.is_known]
        if any(name.is_known for name in names):
            below = [] if not results or results.only_classes else [self._found(results)]
            return [self._of_names(names), *below]
        return self._of_no_known_name(words, results, names)

    def _of_no_known_name(self, words: str, results: Found, unknown: list[Recognised]) -> list[CheckedView | Results]:
        made: list[CheckedView | Results] = []
        meant = [] if results else [name for name in meant_in(words) if all(name not in of.meant for of in unknown)]
        if not results.only_classes and (results or meant or not unknown):
            made.append(self._found(results, meant))
        if results.classes:
            of_classes = self._view(check_classes(self._journal, results.classes))
            made.insert(0 if results.classes_first or of_classes.adds_up else len(made), of_classes)
        if unknown:  # it is short; only a sign of an emergency stands before it
            made.insert(len(made) if results.sign_first else 0, self._of_names(unknown))
        return made

    def _of_names(self, named: Sequence[Recognised]) -> CheckedView:
        return self._view(check_names(self._journal, named))

    def _view(self, checked: Checked) -> CheckedView:
        return CheckedView(self._texts, checked, self._sources, self._country, searched=True)

    def _found(self, results: Found, meant: Sequence[str] = ()) -> Results:
        return Results(self._texts, results, self._country, meant)
