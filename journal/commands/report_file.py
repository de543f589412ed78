"""What every PDF of the report command has: a place, a password or none, a size of paper, and letters it lacks."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Iterable
from pathlib import Path

from journal import device, paths
from journal.commands.opening import first_line
from journal.core.preferences import paper_of
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.reports.options import Choice, Paper
from journal.texts import Texts


def pdf_path(options: Namespace) -> Path:
    """Where it is written; Refused if that is no name of a PDF."""
    out = Path(options.out)
    if out.name and out.suffix.casefold() != ".pdf":
        raise Refused("file-not-pdf-ending", path=out)
    return out


def password_of(options: Namespace) -> str | None:
    """What locks it; None: nothing does."""
    if options.password_file is None:
        return None
    file = Path(options.password_file)
    try:
        password = first_line(file).rstrip("\r\n")
    except Refused as refused:
        if refused.code == "passphrase-file-not-text":
            raise Refused("password-file-not-text", path=file) from refused
        raise
    if not password:
        raise Refused("password-file-empty", path=file)
    return password


def within(text: str | None, limit: int, name: str) -> str:
    """What was typed for an option, "" if nothing was; Refused if it is longer than its limit."""
    if text is not None and len(text) > limit:
        raise Refused("text-too-long", field=name, limit=limit, length=len(text))
    return text or ""


def unanswered(options: Namespace, choices: Iterable[Choice], choices_written: Collection[str]) -> list[Choice]:
    """What the window would ask and a command cannot."""
    named = {*options.show, *options.hide}
    return [
        choice for choice in choices if choice.asked and choice.field in choices_written and choice.code not in named
    ]


def not_asked(texts: Texts, choices: Iterable[Choice]) -> str:
    """That these are left out because nobody answered: said without a word on what was written down."""
    if not (codes := [choice.code for choice in choices]):
        return ""
    return texts("Left out, because a command cannot ask: {sections}. --show prints a section, --hide leaves it out.",
                 sections=", ".join(codes))  # fmt: skip


def say_replaced(texts: Texts, replaced: int) -> None:
    """How many characters the pages do not show as they were written, if any."""
    if replaced:
        print(texts.plural("{n} character cannot be shown in a PDF and is replaced.",
                           "{n} characters cannot be shown in a PDF and are replaced.", replaced))  # fmt: skip


def paper_for(options: Namespace, logbook: Logbook) -> Paper:
    """The paper that was asked for, else that of the journal or what is usual in the country."""
    if options.paper is not None:
        return "letter" if options.paper == "letter" else "a4"
    country = device.load(paths.device_file()).country
    return "letter" if paper_of(logbook.preferences.paper, country) == "letter" else "a4"
