"""Other ways to bring another journal in: names kept apart or joined, its settings with it or without."""

from __future__ import annotations

from journal.core.plaintext import shortened
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.same_names import Joining, Twins
from journal.guidance.help_lines import Country
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural
from journal.ui.importing.exchanging import Preview, read_file
from journal.ui.kit.tasks import Task

_APART = marked("Keep what is called alike apart")
_JOIN = marked("Join what is called alike")
_SETTINGS = marked("Take its settings, too")
_LONGEST = 30


def other_ways(plan: ImportOutcome) -> list[tuple[str, Joining]]:
    """What else can be chosen for this file, each in words to be translated; nothing where it makes no difference."""
    names, ways = plan.names, list[tuple[str, Joining]]()
    if names.joining.twins is Twins.JOIN and (names.joined or names.otherwise):
        ways.append((_APART, names.joining._replace(twins=Twins.APART)))
    elif names.joining.twins is Twins.APART and (names.apart or names.otherwise):
        ways.append((_JOIN, names.joining._replace(twins=Twins.JOIN)))
    if names.settings:
        ways.append((_SETTINGS, names.joining._replace(settings=True)))
    return ways


def words_for_taking(plan: ImportOutcome, texts: Texts) -> str:
    """On the button that takes what the file says of what differs; another kind says so of all doses of a product."""
    n = len(plan.changed)
    words = texts.plural("Import, and take what the file says of {n} entry",
                         "Import, and take what the file says of {n} entries", n)  # fmt: skip
    kinds = plan.kinds_changed
    if len(kinds) == 1:
        one, many = marked_plural("{take}: the kind of “{name}” with {n} dose changes",
                                  "{take}: the kind of “{name}” with {n} doses changes")  # fmt: skip
        name = shortened(kinds[0].name, _LONGEST)
        return texts.plural(one, many, plan.doses_here[kinds[0].id], take=words, name=name)
    if kinds:
        one, many = marked_plural("{take}: the kinds of {products} products with {n} dose change",
                                  "{take}: the kinds of {products} products with {n} doses change")  # fmt: skip
        return texts.plural(one, many, plan.doses_here.total(), take=words, products=texts.integer(len(kinds)))
    return words


def read_again(
    logbook: Logbook, preview: Preview, texts: Texts, place: Country | None, joining: Joining, task: Task
) -> Preview:
    """The same file, brought in that way; for a worker."""
    return read_file(logbook, preview.source, preview.name, texts, task, place, joining)
