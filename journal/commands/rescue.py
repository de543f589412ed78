"""rescue: what can be read of a damaged journal goes into a new one; the damaged one is left as it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from journal import device, paths
from journal.commands.opening import journal_path, keep_salt, passphrase
from journal.core.moments import Clock
from journal.core.rescued import Brought, Rescued
from journal.db.probe import look
from journal.logbook.rescuing import rescue
from journal.texts import Texts
from journal.texts.rescue_words import doubtful_rows, name_of_lost, table_name, what_came_back

_COLUMNS = """The columns of --tsv, without a heading:
  what it is (as in an exported file; "changes" and "change_sets" are the history), read, left out as doubtful, lost,
  and "counted", "at most" or "not known" (then with "?" before it) for the lost ones"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``rescue``."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _COLUMNS
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the damaged journal (default: the journal)")
    parser.add_argument("--to", metavar="NEW.leaf", type=Path, required=True, help="the new journal; it must not exist")
    parser.add_argument("--tsv", action="store_true", help="a table with tabs, one line for each kind")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Rescue, and say what came back."""
    damaged: Path = options.file or journal_path(options)
    settings = device.load(paths.device_file())
    known, second = device.salt_of(settings, damaged), device.second_path_of(settings, damaged)
    rescued = rescue(damaged, options.to, passphrase(options), known, name_of_lost(texts), second=second)
    keep_salt(options.to, look(options.to).salt or None)
    for line in _table(rescued) if options.tsv else _said(texts, rescued, options.to, damaged):
        print(line)
    return 0


def _said(texts: Texts, rescued: Rescued, new: Path, damaged: Path) -> list[str]:
    doubtful = doubtful_rows(texts, rescued)
    return [
        *what_came_back(texts, rescued),
        *(
            [texts("Doubtful, as they lie on the disk now; they are not in the new journal:"), *doubtful]
            if doubtful
            else []
        ),
        texts("The new journal is {path}. {damaged} was left untouched.", path=new, damaged=damaged),
    ]


def _table(rescued: Rescued) -> list[str]:
    return [
        "\t".join([table_name(brought.table), str(brought.read), str(brought.doubtful), *_lost(brought)])
        for brought in rescued.tables
    ]


def _lost(brought: Brought) -> tuple[str, str]:
    if brought.unknown:
        return "?", "not known"
    return str(brought.lost), "at most" if brought.at_most else "counted"
