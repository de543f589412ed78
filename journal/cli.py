"""The command line; without a subcommand it opens the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal import __version__, paths
from journal.core import limits
from journal.core.refusal import Refused
from journal.texts import Texts, english
from journal.texts.regions import dates_and_numbers

if TYPE_CHECKING:
    from journal.core.moments import Clock

DEMO_FOLDER = "leaf-journal-demo"
# Each does its work and answers with the exit code; what it needs is imported when it runs, because the window's first
# paint waits for whatever is imported here. No clock given: this computer's.
Command = Callable[[argparse.Namespace, "Clock | None", Texts], int]


def main(arguments: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Run the program. 0: done; 1: refused, with the reason in plain words on standard error; 2: wrong usage."""
    paths.private_files_only()
    _print_any_text()
    try:
        options = _parser().parse_args(_with_joined_times(sys.argv[1:] if arguments is None else arguments))
        command: Command = options.command
        return command(options, clock, _texts())
    except SystemExit as stop:  # from argparse: --help, --version, wrong usage
        return stop.code if isinstance(stop.code, int) else 2
    except Refused as refused:
        from journal.texts.refusals import explain

        print(explain(_texts(), refused), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(_texts()("Stopped."), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has read enough; without this Python complains once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _texts() -> Texts:
    """English with the dates and numbers that LC_TIME and LC_NUMERIC ask for."""
    return english(*dates_and_numbers(os.environ))


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


def _running(clock: Clock | None) -> Clock:
    from journal.clock import SystemClock

    return clock or SystemClock()


# --- the commands ----------------------------------------------------------------------------------------------------


def _window(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    if not has_display():
        print(texts("There is no display, so a journal of made-up entries is written instead of opening the window."))
        options.folder, options.days, options.seed, options.until = DEMO_FOLDER, limits.DEMO_DAYS, 1, None
        return _demo(options, clock, texts)
    try:
        from journal import app
    except ImportError as problem:
        raise Refused("window-failed", reason=problem) from problem
    return app.run(Path(options.journal) if options.journal else None, clock=clock)


def has_display() -> bool:
    """Whether a window would be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _demo(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.demo import demo

    return demo(options, _running(clock), texts)


def _log(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.log import log

    return log(options, _running(clock), texts)


def _export(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.files import export

    return export(options, _running(clock), texts)


def _import(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.files import bring_in

    return bring_in(options, _running(clock), texts)


def _report(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.report import report

    return report(options, _running(clock), texts)


def _guidance(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.guidance import guidance

    return guidance(options, _running(clock), texts)


def _check(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.files import check

    return check(options, _running(clock), texts)


def _backup(options: argparse.Namespace, clock: Clock | None, texts: Texts) -> int:
    from journal.commands.files import backup

    return backup(options, _running(clock), texts)


class _Exact(argparse.ArgumentParser):
    """A parser that takes no option's beginning for it: ``--passphrase WORDS`` must not pass for the file's name."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)


# --- the arguments ---------------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = _Exact(
        prog="leaf-journal",
        description="A private, offline journal. Without a subcommand it opens the window.",
        parents=[_common(None)],
    )
    parser.add_argument("--version", action="version", version=f"leaf-journal {__version__}")
    parser.set_defaults(command=_window)
    # Not given after the subcommand must not undo what was given before it.
    common = _common(argparse.SUPPRESS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Exact)
    _add_demo(commands.add_parser("demo", parents=[common], help="write a journal of made-up entries"))
    _add_log(commands.add_parser("log", parents=[common], help="save an entry"), common)
    _add_export(commands.add_parser("export", parents=[common], help="write everything to a file"))
    _add_import(
        commands.add_parser(
            "import", parents=[common], help="add what a file holds",
            epilog=_MAPPING, formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )  # fmt: skip
    _add_report(commands.add_parser("report", parents=[common], help="write the pages for a clinician as a PDF"))
    commands.add_parser("check", parents=[common], help="verify the journal").set_defaults(command=_check)
    backup = commands.add_parser("backup", parents=[common], help="make a verified copy of the journal")
    backup.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: backups beside the journal)")
    backup.set_defaults(command=_backup)
    guidance = commands.add_parser("guidance", help="print every statement of the safety pages with its sources")
    guidance.add_argument(
        "--due", action="store_true", help="only the pages past their review date; 1 if there are any"
    )
    guidance.set_defaults(command=_guidance)
    return parser


def _common(default: str | None) -> _Exact:
    common = _Exact(add_help=False, argument_default=default)
    common.add_argument("--journal", metavar="FILE", help="the journal (default: this account's own)")
    common.add_argument(
        "--passphrase-file", metavar="F", help="a file whose first line is the passphrase; - reads standard input"
    )
    return common


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the folder to write into; made if it is missing")
    parser.add_argument("--days", type=_days, default=limits.DEMO_DAYS, help="how many days (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed and end give the same entries (default: 1)")
    parser.add_argument("--until", metavar="DATE", help="the last day (default: today)")
    parser.set_defaults(command=_demo)


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 20_000:
        raise argparse.ArgumentTypeError("1 to 20000 days")
    return days


def _add_log(parser: argparse.ArgumentParser, common: _Exact) -> None:
    kinds = parser.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=_Exact)
    entry = _Exact(add_help=False, parents=[common])
    entry.add_argument("--create", action="store_true", help="make the journal if there is none")
    timed = _Exact(add_help=False)
    timed.add_argument("--at", metavar="TIME", help="ISO 8601, or as in the window: 8:10, -15 min, yesterday 21:30")
    timed.add_argument("--private", action="store_true", default=None, help="keep it out of what is shown to others")
    _add_log_dose(kinds.add_parser("dose", parents=[entry, timed], help="something taken"))
    rating = kinds.add_parser("rating", parents=[entry, timed], help="how strong symptoms are, from 0 to 10")
    rating.add_argument("rate", metavar="SYMPTOM=N", nargs="*", help='for example "Lower back pain=6"')
    rating.add_argument("--rate", metavar="SYMPTOM=N", dest="more", action="append", default=[], help=argparse.SUPPRESS)
    none = kinds.add_parser("none", parents=[entry], help="nothing was taken on a day")
    none.add_argument("--day", metavar="DATE", help="the day: today (default), yesterday, or an ISO date")
    note = kinds.add_parser("note", parents=[entry, timed], help="free text")
    note.add_argument("text", metavar="TEXT", nargs="?", help="the text")
    kinds.add_parser(
        "-", parents=[entry], help="JSON lines from standard input, all or nothing",
        description=_LINES, epilog=_LINES_EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.set_defaults(command=_log)


_LINES = """\
Saves JSON lines from standard input as one step, or nothing if one of them is refused.

Each line is an object. "log" says what it is; the other keys are called as the options of "log dose", "log rating",
"log none" and "log note", with _ for -, and can be left out where the options can:
  dose    product, new_product (true), kind, content, amount, basis, preparation, stomach, at, rate, note,
          private (true)
  rating  rate, at, private
  none    day
  note    text, at, private
"rate" is an object of symptoms and whole numbers from 0 to 10; every other value is a text."""
_LINES_EXAMPLE = """\
example:
  {"log": "dose", "product": "Green", "new_product": true, "kind": "leaf_powder", "amount": "2.5 g", "at": "-15 min"}
  {"log": "dose", "product": "Green", "amount": "2 g", "at": "2026-11-22T08:10:00+01:00", "rate": {"Nausea": 2}}
  {"log": "rating", "rate": {"Lower back pain": 6, "Nausea": 1}, "at": "yesterday 21:30"}
  {"log": "none", "day": "2026-11-21"}
  {"log": "note", "text": "Slept badly.", "private": true}"""


def _add_log_dose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--product", metavar="NAME", required=True, help="the product's name")
    parser.add_argument("--new-product", action="store_true", help="make the product if there is none of that name")
    parser.add_argument(
        "--kind",
        help="of a new product: leaf_powder, crushed_leaf, capsule, tea, extract, shot, tablet, seven_oh or other",
    )
    parser.add_argument("--content", help="of a new tablet, by its label: leaf, extract or seven_oh")
    parser.add_argument("--amount", metavar="TEXT", help='for example "2.5 g"; left out: not known')
    parser.add_argument("--basis", help="weighed, label, counted, guessed, as_last_time or unknown")
    parser.add_argument("--preparation", help="toss_and_wash, tea, food_or_drink, capsule, extract or other")
    parser.add_argument("--stomach", help="empty, light or full")
    parser.add_argument("--note", metavar="TEXT")
    parser.add_argument("--rate", metavar="SYMPTOM=N", action="append", help="how strong a symptom is before the dose")


def _add_report(parser: argparse.ArgumentParser) -> None:
    from journal.core import warned_facts

    parser.add_argument("out", metavar="OUT.pdf", help="the file to write")
    usual = f"the first day (default: {limits.DEFAULT_DAYS} days in all)"
    parser.add_argument("--from", metavar="DATE", dest="from_", help=usual)
    parser.add_argument("--to", metavar="DATE", help="the last day (default: yesterday)")
    parser.add_argument("--paper", choices=("a4", "letter"), help="default: as usual in the country that is set")
    span = f"warnings: those of the period and of the {warned_facts.DAYS_LOOKED_BACK} days up to now"
    for option, words in (("--show", f"print this too ({span})"), ("--hide", "leave this out")):
        parser.add_argument(option, metavar="SECTION", action="append", default=[], choices=_SECTIONS, help=words)
    for option, words, letters in (
        ("--words", "the patient's own words", limits.WORDS_LETTERS),
        ("--goal", "the goal", limits.GOAL_LETTERS),
        ("--planned", "an operation or visit that is planned", limits.PLANNED_LETTERS),
    ):
        parser.add_argument(option, metavar="TEXT", help=f"{words}, up to {letters} letters")
    parser.add_argument("--name", metavar="TEXT", help="the name; left out unless given")
    parser.add_argument("--birth-year", type=int, metavar="YEAR", help="the birth year; left out unless given")
    parser.add_argument("--password-file", metavar="F", help="a file whose first line locks the PDF")
    parser.set_defaults(command=_report)


# Warning symptoms are shown; the notes beside them and thoughts of suicide are not, unless said otherwise.
_SECTIONS = ("warnings", "notes", "suicidal-thoughts")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", help="OUT.json holds everything, OUT.csv the diary, OUT.zip tables")
    parser.set_defaults(command=_export)


_MAPPING = """\
A mapping is a JSON object. "columns" says of each column that is read what it holds, by its name in the first row, or
"Column 1" and so on where there are no names:
  instant (day and time), date, time, product, strain, amount, unit, preparation, note, or rating:SYMPTOM
The rest may be left out:
  date_order  dmy, mdy or ymd
  decimal     "." or ","
  unit        g, mg, ml or pieces: of amounts that name none
  zone        where the times were lived, such as Europe/Berlin; --zone is used where the mapping names none
  midday      true: rows without a time of day are put at 12:00, to be completed later

example of a table:
  Date;Time;What;How much;Back
  20.11.2026;08:10;Green;2,5;6
  20.11.2026;13:40;Green;2;4

and of its mapping:
  {"columns": {"Date": "date", "Time": "time", "What": "product", "How much": "amount",
               "Back": "rating:Lower back pain"},
   "date_order": "dmy", "decimal": ",", "unit": "g"}"""


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a file that export wrote, a Herbal Tracker+ backup, or a table")
    formats = ("json", "csv", "herbal-tracker", "table")
    parser.add_argument("--format", choices=formats, help="if the content does not say (json and csv: the own ones)")
    parser.add_argument("--zone", metavar="NAME", help="where times without an offset were lived (default: here)")
    parser.add_argument("--mapping", metavar="F", help="a JSON file that says what the columns of a table are: below")
    parser.add_argument("--dry-run", action="store_true", help="say what would be imported and write nothing")
    parser.add_argument("--skip-refused", action="store_true", help="leave refused rows out instead of stopping")
    parser.set_defaults(command=_import)
