"""log: every kind of entry that is written down, from arguments or as JSON lines from standard input."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable
from functools import partial
from typing import Any

from journal.commands import declared_entries
from journal.commands.entries import EntryMaker
from journal.commands.log_lines import LinesRead, from_lines, lines_not_read, read_any_bytes, refuse_bytes
from journal.commands.log_outcome import marks_taken_back, not_known_yet, saved_line, too_strong_now
from journal.commands.notices import notice_on
from journal.commands.opening import made_or_opened
from journal.commands.options import ExactParser, common_options
from journal.commands.printing import printed_or_told
from journal.commands.products import newest_of_each, still_to_say
from journal.commands.read_aside import ReadAside
from journal.commands.signs import (
    advice_in_pregnancy,
    advice_on,
    advice_on_overdose,
    advice_on_pressures,
    advice_on_pressures_alone,
    advice_on_signs_alone,
    chosen_country,
    codes_of,
    first_of_all,
    listed_signs,
)
from journal.commands.unknown_symptom import every_built_in
from journal.commands.unsaved_signs import unsaved_advice
from journal.core.entries import Entry
from journal.core.kinds import refuse_other_kinds
from journal.core.moments import Clock, moment_now
from journal.core.plaintext import shortened
from journal.core.refusal import Refused
from journal.core.warning_words import sign_meant
from journal.guidance.if_pregnant import lines_if_pregnant
from journal.guidance.notes_read import lines_after_notes
from journal.guidance.warning_signs import noted_in
from journal.guidance.whom_to_talk_to import help_lines_of, help_stands_with
from journal.logbook import Logbook
from journal.texts import Texts

_KEYS = {
    "dose": {
        "product",
        "new_product",
        "kind",
        "content",
        "amount",
        "basis",
        "preparation",
        "stomach",
        "reasons",
        "at",
        "rate",
        "note",
        "private",
    },
    "rating": {"rate", "at", "private"},
    "none": {"day"},
    "note": {"text", "at", "private"},
    **{word: declared_entries.keys_of(code) for word, code in declared_entries.WORDS.items()},
}
# What is logged under which word; other kinds are not logged from the command line.
LOGGED = {"dose": "dose", "rating": "rating", "none": "day_mark", "note": "note", **declared_entries.WORDS}
_NOT_LOGGED = ("prompt", "setting")
refuse_other_kinds([*LOGGED.values(), *_NOT_LOGGED], "whether it is logged from the command line")
assert _KEYS.keys() == LOGGED.keys()

_MADE_IN_PASSING = (
    "A product is made by log dose --new-product, too, with the unit in which its pieces are counted, and a built-in "
    "symptom when it is first rated. Settings are chosen in the window, and questions about now are answered there."
)

_LINES = f"""\
Saves JSON lines from standard input as one step, or nothing if one of them is refused.

Each line is an object. "log" says what it is; the other keys are called as the options of "log dose", "log note" and
so on, with _ for -, and can be left out where the options can:
  dose    product, new_product (true), kind, content, amount, basis, preparation, stomach, reasons, at, rate,
          note, private (true)
  rating  rate, at, private
  none    day
  note    text, at, private
{declared_entries.lines_explained()}
"rate" is an object of symptoms and whole numbers from 0 to 10, "private" is true or false, "answers", "helped"
and "reasons" are lists of texts; every other value is a text, and a number can stand without quotes where one is
meant. Items that were not answered are "skipped"."""
_LINES_EXAMPLE = """\
example:
  {"log": "dose", "product": "Green", "new_product": true, "kind": "leaf_powder", "amount": "2.5 g", "at": "-15 min"}
  {"log": "dose", "product": "Green", "amount": "2 g", "at": "2026-11-22T08:10:00+01:00", "rate": {"Nausea": 2}}
  {"log": "rating", "rate": {"Lower back pain": 6, "Nausea": 1}, "at": "yesterday 21:30"}
  {"log": "none", "day": "2026-11-21"}
  {"log": "note", "text": "Slept badly.", "private": true}
  {"log": "intake", "what": "alcohol", "amount": "2 beers", "drinks": 2, "at": "yesterday 20:00"}
  {"log": "check-in", "instrument": "peg", "answers": ["6", "skipped", "4"]}
  {"log": "lab-result", "what": "alt", "value": "31", "unit": "U/L", "normal": "< 50", "day": "2026-11-20"}"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``log``."""
    parser.epilog = _MADE_IN_PASSING
    kinds = parser.add_subparsers(dest="log", metavar="WHAT", required=True, parser_class=ExactParser)
    entry = ExactParser(add_help=False, parents=[common_options(SUPPRESS)])
    entry.add_argument("--create", action="store_true", help="make the journal if there is none")
    entry.add_argument(
        "--clock-is-right",
        action="store_true",
        help="save although the clock is before the last change, or years after it",
    )
    timed = ExactParser(add_help=False)
    timed.add_argument("--at", metavar="TIME", help="ISO 8601, or as in the window: 8:10, 15 min ago, yesterday 21:30")
    timed.add_argument("--private", action="store_true", default=None, help="keep it out of what is shown to others")
    _add_log_dose(kinds.add_parser("dose", parents=[entry, timed], help="something taken"))
    rating = kinds.add_parser("rating", parents=[entry, timed], help="how strong symptoms are, from 0 to 10")
    rating.epilog = every_built_in()
    rating.add_argument("rate", metavar="SYMPTOM=N", nargs="*", help='for example "Lower back pain=6"')
    rating.add_argument("--rate", metavar="SYMPTOM=N", dest="more", action="append", default=[], help=SUPPRESS)
    none = kinds.add_parser("none", parents=[entry], help="nothing was taken on a day")
    none.add_argument("--day", metavar="DATE", help="the day: today (default), yesterday, 20 Nov, or an ISO date")
    note = kinds.add_parser("note", parents=[entry, timed], help="free text")
    note.add_argument("text", metavar="TEXT", nargs="?", help="the text")
    declared_entries.add_arguments(kinds.add_parser, entry, timed)
    kinds.add_parser(
        "-", parents=[entry], help="JSON lines from standard input, all or nothing",
        description=_LINES, epilog=_LINES_EXAMPLE, formatter_class=RawDescriptionHelpFormatter,
    )  # fmt: skip


def _add_log_dose(parser: ArgumentParser) -> None:
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
    parser.add_argument(
        "--reason", metavar="TEXT", dest="reasons", action="append",
        help="can be given several times: pain, normal (to feel normal, or against withdrawal), sleep, ... or words",
    )  # fmt: skip
    parser.add_argument("--note", metavar="TEXT")
    parser.add_argument("--rate", metavar="SYMPTOM=N", action="append", help="how strong a symptom is before the dose")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Save the entries of the arguments or of standard input; if refused, print what to do about signs in them."""
    read = LinesRead([], [])
    if options.log == "-":
        read_any_bytes()
    try:
        _refuse_no_text(options)
        return _log(options, clock, texts, read)
    except (Refused, KeyboardInterrupt) as problem:
        waiting = lines_not_read() if options.log == "-" and isinstance(problem, Refused) else ()
        lines = [*read.lines, *waiting]
        # What to do comes first: the refusals may be many.
        advised = unsaved_advice(options, lines, texts)
        nothing = [texts("Nothing was saved.")] if advised and isinstance(problem, Refused) else []
        for line in (*nothing, *advised, *read.complaints):
            print(line, file=sys.stderr)
        if nothing and read.complaints:  # that is said already
            raise Refused("lines-to-mend") from problem
        raise


def _refuse_no_text(options: Namespace) -> None:
    """What is logged is kept letter for letter; bytes that are none would be dropped from a name or a note."""
    for value in vars(options).values():
        for argument in [value] if isinstance(value, str) else value if isinstance(value, list) else ():
            refuse_bytes(argument, "not-utf8")


def _log(options: Namespace, clock: Clock, texts: Texts, read: LinesRead) -> int:
    if options.log == "-" and options.passphrase_file == "-":
        raise Refused("standard-input-twice")
    with made_or_opened(options, clock, options.create) as logbook:
        last = None if options.clock_is_right else logbook.clock_leap()
        if last is not None:
            raise Refused("clock-doubtful", day=moment_now(clock).local.date(), last=last)
        maker = EntryMaker(logbook, texts)
        wanted = (
            from_lines(maker, texts, read, _KEYS) if options.log == "-" else maker.entries(options.log, _asked(options))
        )
        return printed_or_told(lambda: _save(logbook, wanted, maker, texts, listed=options.log == "-"), texts)


def _asked(options: Namespace) -> dict[str, Any]:
    asked = {key: getattr(options, key) for key in _KEYS[options.log] if getattr(options, key, None) is not None}
    if "rate" in asked:
        asked["rate"] = _rates([*asked["rate"], *getattr(options, "more", [])])
    return asked


def _rates(texts: Iterable[str]) -> dict[str, str | None]:
    rates: dict[str, str | None] = {}
    for name, value in map(_rate, texts):
        if name in rates:
            raise Refused("symptom-twice", name=shortened(name))
        rates[name] = value
    return rates


def _rate(text: str) -> tuple[str, str | None]:
    """A symptom and its number; a warning sign is noted without one, too, as in the window."""
    name, sign, value = text.rpartition("=")
    if not sign and sign_meant(text) is not None:
        return text.strip(), None
    if not sign:
        raise Refused("rate-unreadable", text=shortened(text))
    return name.strip(), value.strip()


def _save(logbook: Logbook, entries: list[Entry], maker: EntryMaker, texts: Texts, listed: bool) -> int:
    new = not_known_yet(logbook, newest_of_each(entries))
    if not entries:
        print(texts("There was nothing to save."))
        return 0
    if not new:
        print(texts("That was recorded before. Nothing was changed."))
        return 0
    aside = ReadAside(texts)
    taken_back = aside.read(lambda: marks_taken_back(logbook, new, texts), list[str])
    too_strong = aside.read(lambda: too_strong_now(new, logbook, texts), list[str])
    logbook.save(*new, origin="command")
    first = aside.read(lambda: first_of_all(new, logbook, texts), list[str])
    for line in (
        *first,
        saved_line(texts, filter(maker.was_asked_for, new)),
        *taken_back,
        *too_strong,
        *advice_on_overdose(maker.also_look_for, texts),
    ):
        print(line)
    noted = noted_in(new, aside.read(lambda: codes_of(logbook), dict[str, str | None]))
    for line in aside.read(lambda: advice_in_pregnancy(new, logbook, texts), list[str]):
        print(line)
    signs = partial(listed_signs if listed else advice_on, new, logbook, texts)
    for line in aside.read(signs, partial(advice_on_signs_alone, noted, logbook, texts)):
        print(line)
    alone = partial(advice_on_pressures_alone, new, logbook, texts)
    for line in aside.read(lambda: advice_on_pressures(new, logbook, texts, noted), alone):
        print(line)
    noticed = aside.read(lambda: notice_on(new, logbook, texts), list[str])
    for line in [texts("Do that first. Then, about what you wrote down:"), *noticed] if first and noticed else noticed:
        print(line)
    _print_what_else_is_said(logbook, new, maker, texts, aside)
    return 0


def _print_what_else_is_said(
    logbook: Logbook, new: list[Entry], maker: EntryMaker, texts: Texts, aside: ReadAside
) -> None:
    """After all that is urgent: what depends on a pregnancy, help lines, remarks, and what could not be read."""
    quiet = help_lines_of(texts, chosen_country()) if help_stands_with(new) else ()
    place = chosen_country()
    if_so = aside.read(lambda: list(lines_if_pregnant(texts, new, logbook, place)), list[str])
    for line in (*if_so, *lines_after_notes(texts, new, place), *quiet):  # own people are shown in the window alone
        print(line)
    for remark in dict.fromkeys([*maker.remarks, *still_to_say(texts, new)]):
        print(remark)
    for line in aside.lines():
        print(line, file=sys.stderr)
