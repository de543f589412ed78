"""Other ways to bring another journal in: names and equal entries kept apart or joined, its settings or not."""

from __future__ import annotations

from journal.core.plaintext import shortened
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.opening import called, may_be_named
from journal.exchange.same_names import Joining, SameNames, Twins
from journal.guidance.help_lines import Country
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural
from journal.ui.importing.exchanging import Preview, read_file
from journal.ui.kit.tasks import Task

_APART = marked("Keep all of one name apart")
_JOIN = marked("Join all of one name")
_SETTINGS = marked("Take its settings, too")
_TWO = marked("Keep what is equal as two")
_ONE = marked("Take what is equal for one")
_LONGEST = 30
_MOST_SINGLE = 4


def other_ways(plan: ImportOutcome, texts: Texts) -> list[tuple[str, Joining]]:
    """What else can be chosen for this file, each in words; nothing where it makes no difference."""
    names, ways = plan.names, _one_by_one(plan.names, texts)
    none_turned = names.joining._replace(turned=frozenset())
    if names.joining.twins is Twins.JOIN and (names.joined or names.otherwise):
        ways.append((texts(_APART), none_turned._replace(twins=Twins.APART)))
    elif names.joining.twins is Twins.APART and (names.apart or names.otherwise):
        ways.append((texts(_JOIN), none_turned._replace(twins=Twins.JOIN)))
    if plan.equal and names.joining.equal is Twins.JOIN:
        ways.append((texts(_TWO), names.joining._replace(equal=Twins.APART)))
    elif plan.equal:
        ways.append((texts(_ONE), names.joining._replace(equal=Twins.JOIN)))
    if names.settings:
        ways.append((texts(_SETTINGS), names.joining._replace(settings=True)))
    return ways


def _one_by_one(names: SameNames, texts: Texts) -> list[tuple[str, Joining]]:
    """The other way for a single one of them; where there is one that is joined, all is one."""
    several = len(names.joined) + len(names.joinable) > 1
    keep, take = marked("Keep {name} apart"), marked("Take {name} for yours")
    ways = [(take, entry) for entry in may_be_named(names.joinable)]
    ways += [(keep, entry) for entry in may_be_named(names.joined) if several]
    turned = names.joining.turned
    return [
        (texts(words, name=called(entry, texts)), names.joining._replace(turned=turned ^ {entry.id}))
        for words, entry in ways[:_MOST_SINGLE]
    ]


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
