"""What the arguments of all commands share: options by their whole names, and where the journal is."""

from __future__ import annotations

import argparse
from typing import Any


class ExactParser(argparse.ArgumentParser):
    """A parser without abbreviated options: ``--passphrase WORDS`` must not be read as ``--passphrase-file``."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)


def show_as_needed(parser: argparse.ArgumentParser, argument: argparse.Action) -> None:
    """Print an argument without brackets, which the parser itself can do without."""

    class _Needed(parser.formatter_class):  # type: ignore[misc, name-defined]
        def _format_args(self, action: argparse.Action, default_metavar: str) -> str:
            if action is argument:
                return str(argument.metavar)
            return str(super()._format_args(action, default_metavar))

    parser.formatter_class = _Needed


def add_force(parser: argparse.ArgumentParser) -> None:
    """The option of every command that writes a file: without it none is written over."""
    parser.add_argument("--force", action="store_true", help="replace a file that is there already")


def common_options(default: str | None) -> ExactParser:
    """The options that may stand before a command and after it; ``default``: what they are where they are not given."""
    common = ExactParser(add_help=False, argument_default=default)
    common.add_argument("--journal", metavar="FILE", help="the journal (default: this account's own)")
    common.add_argument(
        "--passphrase-file", metavar="F", help="a file whose first line is the passphrase; - reads standard input"
    )
    return common
