"""The command line; without a subcommand it opens the window."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from journal import __version__, memory, paths
from journal.commands.options import ExactParser, common_options
from journal.core import limits
from journal.core.refusal import Refused
from journal.texts import Texts, english
from journal.texts.regions import dates_and_numbers

if TYPE_CHECKING:
    from journal.core.moments import Clock

DEMO_FOLDER = "leaf-journal-demo"
SELDOM = 100  # times less often


class Command(Protocol):
    """What a module of ``journal.commands`` does for its command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what may stand behind the command's name."""

    def run(self, options: argparse.Namespace, clock: Clock, texts: Texts) -> int:
        """Do it; the exit code."""


class Subcommand(NamedTuple):
    """A command's name, its words in the list of commands, its module, and whether it is about a journal."""

    name: str
    words: str
    module: str
    about_journal: bool = True

    def load(self) -> Command:
        """Its module, imported when it is asked for: the window's first paint waits for what is imported before."""
        with collecting_seldom():
            return cast(Command, import_module(f"journal.commands.{self.module}"))


DEMO = Subcommand("demo", "write a journal of made-up entries", "demo")
SUBCOMMANDS = (
    DEMO,
    Subcommand("new", "make an empty journal, with or without a passphrase", "new"),
    Subcommand("log", "save an entry", "log"),
    Subcommand("export", "write everything to a file", "export"),
    Subcommand("import", "add what a file holds", "import_file"),
    Subcommand("report", "write the pages for a clinician as a PDF", "report"),
    Subcommand("check", "verify the journal", "check"),
    Subcommand("backup", "make a verified copy of the journal", "backup"),
    Subcommand("restore", "list the backups, or go back to one of them", "restore"),
    Subcommand("passphrase", "set, change or remove the journal's passphrase", "passphrase"),
    Subcommand("rescue", "write what can be read of a damaged journal into a new one", "rescue"),
    Subcommand(
        "guidance", "print every statement of the safety pages with its sources", "guidance", about_journal=False
    ),
    Subcommand("interactions", "print what is known of medicines and other things with kratom", "interactions"),
)


def main(arguments: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Run the program. 0: done; 1: refused, with the reason in plain words on standard error; 2: wrong usage."""
    paths.private_files_only()
    memory.no_core_files()
    _print_any_text()
    _tell_of_no_zone()
    try:
        given = _with_named_journal(_with_joined_times(sys.argv[1:] if arguments is None else arguments))
        options = _parser(given).parse_args(given)
        code = _run(options, clock, _texts())
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # from argparse: --help, --version, wrong usage
        if stop.code == 2 and "log" in given:
            _advise_on(given)
        return stop.code if isinstance(stop.code, int) else 2
    except Refused as refused:
        from journal.texts.refusals import explain

        print(" ".join([explain(_texts(), refused), *_how(refused, given)]), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(_texts()("Stopped."), file=sys.stderr)
        return 1
    except OSError as problem:
        return _not_printed(problem)
    except OverflowError:
        from journal.core import moments

        if moments.clock_can_be_said():
            raise
        words = _texts()("This computer’s clock says a year that is not supported. Nothing was saved. Set the clock.")
        print(words, file=sys.stderr)
        return 1


def _tell_of_no_zone() -> None:
    """Once, at the start: entries are written with the system's own zone."""
    if "TZ" not in os.environ:
        return
    from journal.clock import SystemClock, forget_what_is_no_zone

    if named := forget_what_is_no_zone():
        words = _texts()("TZ={named} names no time zone. {zone}, which this computer is set to, is used.", named=named,
                         zone=SystemClock().zone_name())  # fmt: skip
        print(words, file=sys.stderr)


def _not_printed(problem: OSError) -> int:
    """What is said where standard output takes no more; anything else is raised again."""
    from journal.commands.printing import is_of_a_stream, write_nowhere  # opening the window loads no command

    if isinstance(problem, BrokenPipeError):  # whoever read the output has read enough
        write_nowhere()
        return 1
    if not is_of_a_stream(problem):
        raise problem
    write_nowhere()
    words = _texts()("The output could not be written: {reason}.", reason=problem.strerror)
    print(words, file=sys.stderr)
    return 1


def _advise_on(given: Sequence[str]) -> None:
    """What to do about a warning sign in a command that was typed wrong: it was to be written down all the same."""
    from journal.commands.unsaved_signs import advice_on_arguments

    for line in advice_on_arguments(given, _texts()):
        print(line, file=sys.stderr)


def _how(refused: Refused, given: Sequence[str]) -> list[str]:
    """How a command does what the words of a refusal ask for; they are those of the window, too."""
    if refused.code == "passphrase-missing":
        return [_texts()("Use --passphrase-file FILE, or --passphrase-file - to type it.")]
    if refused.code == "journal-missing":
        from journal.commands.ways_to_a_journal import ways_to_a_journal

        return ways_to_a_journal(refused, _texts(), "log" in given)
    return []


def _texts() -> Texts:
    """English with the dates and numbers that LC_TIME and LC_NUMERIC ask for, or that were chosen in Settings."""
    from journal import device, paths

    chosen = device.load(paths.device_file()).formats
    return replace(english(*dates_and_numbers(os.environ), chosen), for_commands=True)


def _print_any_text() -> None:
    """A name that the terminal cannot show is spelled out instead of failing the command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _with_joined_times(arguments: Sequence[str]) -> list[str]:
    """``--at -15min`` as ``--at=-15min``, because argparse takes what begins with a minus for an option."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1] == "--at" and argument.startswith("-"):
            joined[-1] = f"--at={argument}"
        else:
            joined.append(argument)
    return joined


def _with_named_journal(arguments: list[str]) -> list[str]:
    """``FILE.leaf`` alone, as desktops hand over a file that was opened, is the journal of the window."""
    if len(arguments) == 1 and Path(arguments[0]).suffix.lower() == ".leaf" and not arguments[0].startswith("-"):
        return ["--journal", arguments[0]]
    return arguments


def _run(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    """Do what was asked for; no clock given: this computer's."""
    if options.desktop:
        from journal.commands import desktop

        return desktop.install(texts) if options.desktop == "install" else desktop.uninstall(texts)
    if options.completion or options.man_page:
        return _print_of_parser(options)
    command: Command | None = options.command
    if command is None and has_display():
        return _open_window(options, clock)
    if command is None and not in_checkout():
        raise Refused("no-display")
    if command is None:
        print(texts("There is no display, so a journal of made-up entries is written instead of opening the window."))
        options.folder, options.days, options.seed, options.until = DEMO_FOLDER, limits.DEMO_DAYS, 1, None
        command = DEMO.load()
    from journal.clock import SystemClock

    atexit.register(gc.freeze)  # else everything is looked through once more before the process ends
    with collecting_seldom():
        return command.run(options, clock or SystemClock(), texts)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Garbage is looked for less often: a command is short, what it imports stays, and looking through all of that
    again and again takes a tenth of its time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _open_window(options: argparse.Namespace, clock: Clock | None) -> int:
    try:
        from journal import app
    except ImportError as problem:
        raise Refused("window-failed", reason=problem) from problem
    if options.journal == "":
        raise Refused("journal-unnamed")
    return app.run(None if options.journal is None else Path(options.journal), clock=clock)


def has_display() -> bool:
    """Whether a window would be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_checkout() -> bool:
    """Whether the program runs from its source, where whoever tries it expects something to look at."""
    return Path(__file__).parent.with_name("pyproject.toml").exists()


def _add_desktop_options(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--install-desktop", dest="desktop", action="store_const", const="install",
        help="put the program into the menu of this account and let it open journals (Linux)",
    )  # fmt: skip
    either.add_argument(
        "--uninstall-desktop", dest="desktop", action="store_const", const="uninstall", help="take that back"
    )


def _add_shell_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--completion", choices=("bash", "zsh", "fish"), help="print what makes a shell complete this command"
    )
    parser.add_argument("--man-page", action="store_true", help="print the page for man")


def _print_of_parser(options: argparse.Namespace) -> int:
    """What is made of the parser with all of its commands."""
    from journal.commands import completion

    parser = _parser([subcommand.name for subcommand in SUBCOMMANDS])
    if options.man_page:
        print(completion.man_page(parser, __version__), end="")
    else:
        print(completion.completion(parser, options.completion), end="")
    return 0


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these arguments: only the commands that are named in them are loaded."""
    parser = ExactParser(
        prog="leaf-journal",
        description="A private, offline journal. Without a subcommand it opens the window.",
        parents=[common_options(None)],
    )
    parser.add_argument("--version", action="version", version=f"leaf-journal {__version__}")
    _add_desktop_options(parser)
    _add_shell_options(parser)
    parser.set_defaults(command=None)
    # Not given after the subcommand must not undo what was given before it.
    common = common_options(argparse.SUPPRESS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=ExactParser)
    for subcommand in SUBCOMMANDS:
        parents = [common] if subcommand.about_journal else []
        own = commands.add_parser(subcommand.name, parents=parents, help=subcommand.words)
        if subcommand.name in arguments:
            command = subcommand.load()
            command.add_arguments(own)
            own.set_defaults(command=command)
    return parser
