"""check: verifies the journal's file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing

from journal.commands.opening import journal_path, keep_both_salts, passphrase, reading
from journal.core.kinds import KINDS
from journal.core.moments import Clock, utc_now
from journal.core.problems import only_in_search, only_planted
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.belongings import where_backups_lie
from journal.logbook.search_index import build_search_anew
from journal.texts import Texts
from journal.texts.rescue_words import still_missing

_ATTEMPTS = 5  # a window may save while everything is counted; then it is counted again


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``check``."""
    words = "if nothing but the search index is damaged, build it anew; the journal as it was is kept"
    parser.add_argument("--mend-search", action="store_true", help=words)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Verify the journal file, and mend its search index where that is asked for."""
    typed = passphrase(options)
    try:
        return _check(options, clock, texts, typed)
    except Refused as refused:
        if refused.code not in ("search-damaged", "search-fails") or not options.mend_search:
            raise
    journal = journal_path(options)
    kept = build_search_anew(journal, typed, utc_now(clock), lambda salts: keep_both_salts(journal, salts))
    print(texts("The search index was built anew from the entries."))
    print(texts("The journal as it was before is kept: {path}", path=kept))
    return _check(options, clock, texts, typed)


def _check(options: Namespace, clock: Clock, texts: Texts, typed: str | None) -> int:
    with closing(reading(options, clock, typed)) as logbook:
        _refuse_what_is_wrong(logbook)
        diary, first = logbook.totals()
        everything, missing = _everything(logbook), still_missing(texts, logbook.preferences.rescued)
    print(texts("The journal is sound."))
    if missing:
        print(missing)
    one = "{n} entry in all, with medicines, products, settings and the trash: what a .json file holds."
    many = "{n} entries in all, with medicines, products, settings and the trash: what a .json file holds."
    print(texts.plural(one, many, everything))
    print(texts.plural("{n} entry of the diary.", "{n} entries of the diary.", diary))
    if first is not None:
        print(texts("The first one is of {day}.", day=texts.short_day(first)))
    return 0


def _refuse_what_is_wrong(logbook: Logbook) -> None:
    """By what can be done about it; SQLite's own words say that to nobody."""
    problems = logbook.check()
    if only_in_search(problems):
        raise Refused("search-damaged", path=logbook.path)
    if only_planted(problems):
        raise Refused("journal-foreign-parts", path=logbook.path)
    if problems:
        raise Refused("check-failed", path=logbook.path, **where_backups_lie(logbook.path))


def _everything(logbook: Logbook) -> int:
    """How many entries a .json file of this journal holds."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return sum(len(part) for kind in KINDS for part in logbook.slices(kind))
        except Refused as problem:
            if problem.code != "journal-changed" or attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")
