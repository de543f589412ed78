"""report --sheet: the sheet for a pharmacist or the emergency card in place of the pages for a visit."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import closing

from journal.commands.leaving_out import ON_SHEETS, left_out_one_by_one
from journal.commands.opening import open_to_read
from journal.commands.report_file import (
    not_asked,
    paper_for,
    password_of,
    pdf_path,
    say_replaced,
    unanswered,
    within,
)
from journal.commands.signs import chosen_country
from journal.core import limits
from journal.core.entries import Condition
from journal.core.moments import Clock, moment_now
from journal.core.refusal import Refused
from journal.exchange.files import whole_file
from journal.guidance.signs_in_words import known_number
from journal.logbook import Logbook
from journal.reports.as_chosen import AsChosen
from journal.reports.asked_twice import SURE, private_pregnancy_chosen
from journal.reports.dated_later import entries_later
from journal.reports.options import CHOICES as OF_PAGES
from journal.reports.options import PREGNANCY
from journal.reports.pdf import protect
from journal.reports.sheet_options import CHOICES, IN_PART, WHO_CAN_READ_IT, SheetKind, SheetOptions
from journal.reports.singles import names_left_out
from journal.texts import Texts
from journal.texts.marked import marked

ONE_PREGNANCY = marked(
    "An entry marked private, about pregnancy, was left out; --show pregnancy with --private-confirmed prints it."
)
# What only the pages for a visit have, only the card, and only what names the person.
_OF_PAGES = ("from_", "to", "words", "goal", "birth_year", "preset", "trial")
_NOT_ON: dict[SheetKind | None, tuple[str, ...]] = {
    None: ("wording", "naloxone"),
    SheetKind.PHARMACIST: (*_OF_PAGES, "wording", "naloxone"),
    SheetKind.EMERGENCY: (*_OF_PAGES, "planned", "name"),
}


def add_sheet_arguments(parser: ArgumentParser) -> None:
    """What the sheets add to ``report``."""
    parser.set_defaults(wrong_usage=parser.error)
    kinds = [*SheetKind]
    parser.add_argument("--sheet", type=_sheet, metavar="SHEET",
                        help=f"make this in place of the pages: {', '.join(kinds)}")  # fmt: skip
    for kind, choices in CHOICES.items():
        codes = ", ".join(choice.code for choice in choices)
        parser.description = f"{parser.description or ''} With --sheet {kind} the sections are: {codes}.".strip()
    parser.add_argument("--wording", choices=("kratom", "plant"), default=None,
                        help="of the emergency card: name kratom (default), or say “a plant product that acts on "
                             "opioid receptors”")  # fmt: skip
    parser.add_argument("--naloxone", metavar="TEXT", help="of the emergency card: where naloxone is kept")


def _sheet(text: str) -> SheetKind:
    """The sheet of this name; anything else is wrong usage."""
    if text not in [*SheetKind]:
        raise ArgumentTypeError(f"invalid choice: {text!r} (choose from {', '.join(SheetKind)})")
    return SheetKind(text)


def check_sections(options: Namespace) -> None:
    """Wrong usage where something was asked for that this paper does not have."""
    kind: SheetKind | None = options.sheet
    for field in _NOT_ON[kind]:
        if getattr(options, field) not in (None, False):
            options.wrong_usage(f"--{field.strip('_').replace('_', '-')} is not for {_paper_called(kind)}")
    codes = {choice.code for choice in (OF_PAGES if kind is None else CHOICES[kind])}
    for code in (*options.show, *options.hide):
        if code not in codes and (":" not in code or (kind is not None and code.partition(":")[0] not in ON_SHEETS)):
            options.wrong_usage(f"{code} is no section of {_paper_called(kind)}")


def check_said_twice(options: Namespace) -> None:
    """Refused where only one of the two things is said that print what is marked private."""
    confirmed = options.private_confirmed
    if (confirmed and not {"private", PREGNANCY} & {*options.show}) or ("private" in options.show and not confirmed):
        raise Refused("private-said-once")


def _paper_called(kind: SheetKind | None) -> str:
    return "the pages for a visit" if kind is None else f"--sheet {kind}"


def write_sheet(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write one sheet; what a card's reader learns is said before it is made."""
    # The pages for a visit do not wait for these two.
    from journal.reports.sheet_written import left_out_of_sheet, without_a_place, written_down
    from journal.reports.sheets import make_sheet

    out, password, kind = pdf_path(options), password_of(options), SheetKind(options.sheet)
    if kind is SheetKind.EMERGENCY:
        print(texts(WHO_CAN_READ_IT), file=sys.stderr)
    with closing(open_to_read(options, clock)) as logbook:
        chosen, now = _chosen(options, logbook), moment_now(clock)
        out_of_it = left_out_one_by_one(options.hide, logbook, texts)
        disclosed = AsChosen(logbook, out_of_it)
        made = make_sheet(disclosed, chosen, texts, now)
        choices_written = written_down(disclosed, chosen, now)
        names = [*without_a_place(texts, disclosed, chosen, now), *names_left_out(texts, logbook, out_of_it)]
        later = logbook.later_than_clock()
        private = private_pregnancy_chosen(logbook.listed(Condition), chosen, logbook.today())
        open_still = unanswered(options, CHOICES[kind], choices_written)
        if words := not_asked(texts, open_still):
            print(words, file=sys.stderr)
        answered = choices_written - {choice.field for choice in open_still}
        stays_out = left_out_of_sheet(texts, chosen, answered, private and bool(chosen.private_printed), names)
        print(texts("Left out: {what}.", what="; ".join(stays_out)), file=sys.stderr)
        if made.in_part:
            print(texts(IN_PART, names="; ".join(made.in_part)), file=sys.stderr)
        if private and not chosen.private_printed:
            print(texts(ONE_PREGNANCY), file=sys.stderr)
        with whole_file(out, never=logbook.path, replace=options.force) as file:
            file.write(made.pdf if password is None else protect(made.pdf, password))
    print(texts("Written: {path}", path=out))
    if later is not None:
        print(entries_later(texts, later.rows))
    _say_of_file(texts, made.replaced, password)
    return 0


def _say_of_file(texts: Texts, replaced: int, password: str | None) -> None:
    """What could not be printed as it was typed, and that whoever has the file can open it."""
    say_replaced(texts, replaced)
    if password is None:
        print(texts("This file is not locked. With --password-file it would be."))


def _chosen(options: Namespace, logbook: Logbook) -> SheetOptions:
    kind: SheetKind = options.sheet
    shown = {
        choice.field
        for choice in CHOICES[kind]
        if (choice.usual or choice.code in options.show) and choice.code not in options.hide
    }
    return SheetOptions(
        kind,
        paper_for(options, logbook),
        frozenset(shown),
        private_printed=SURE if options.private_confirmed else frozenset(),
        name=within(options.name, limits.NAME_LETTERS, "name"),
        planned=within(options.planned, limits.PLANNED_LETTERS, "planned"),
        plant=options.wording == "plant",
        naloxone=within(options.naloxone, limits.NAME_LETTERS, "naloxone"),
        emergency=known_number(chosen_country()),
    )
