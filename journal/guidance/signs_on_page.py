"""The tables of signs and blood pressures as blocks of a page: a heading "@signs KIND" in its file stands for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from journal.guidance.blood_pressure import pressure_table
from journal.guidance.values import Block, Bullets, Heading, Paragraph, Statement
from journal.guidance.warning_signs import WarningSign, signs, stopping

_MARK = "@signs "
# A page belongs to no country.
_NUMBER, _CRISIS = "your local emergency number", "a crisis line near you"


def with_signs(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the table's rows in their places. Raises KeyError for a kind that there is not."""
    return tuple(_blocks(blocks))


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) and block.text.startswith(_MARK):
            yield _KINDS[block.text.removeprefix(_MARK)]()
        else:
            yield block


def _now(*urgencies: str) -> Callable[[], Block]:
    return lambda: _bullets(
        (sign, text)
        for sign in signs()
        if sign.now.urgency in urgencies
        for text in (sign.now.text, sign.meanwhile)
        if text
    )


def _passed(rated: bool) -> Block:
    return _bullets((sign, sign.passed.text) for sign in signs() if sign.passed is not None and sign.rated is rated)


def _why() -> Block:
    return _bullets((sign, sign.why) for sign in signs())


def _you() -> Block:
    return _bullets((sign, sign.you) for sign in signs() if sign.you)


def _bullets(rows: Iterable[tuple[WarningSign, str]]) -> Bullets:
    return Bullets(tuple(Paragraph((_statement(sign, text),)) for sign, text in rows))


def _statement(sign: WarningSign, text: str) -> Statement:
    words = text.format(number=_NUMBER, crisis=_CRISIS)
    return Statement(f"{sign.name}. {words}", sign.sources)


def in_pregnancy(openly: bool) -> Mapping[str, Statement]:
    """Of rows as they stand on the pages those that are others where a pregnancy is written down, as on the cards.

    ``openly``: it may be named.
    """
    rows = dict[str, Statement]()
    for sign in signs():
        there, passed = sign.pregnant, sign.pregnant_stays
        if sign.code == "seizure":
            passed = pressure_table().of_pregnancy("seizure", openly)
        if sign.maternity and there is not None:
            there = passed = replace(there, text=f"{sign.maternity['known' if openly else 'private']} {there.text}")
        for usual, words in ((sign.now, there), (sign.passed, passed)):
            if usual is not None and words is not None:
                rows[_statement(sign, usual.text).text] = _statement(sign, words.text)
        if sign.pregnant_you:
            rows[_statement(sign, sign.you).text] = _statement(sign, sign.pregnant_you)
    return rows


def soothing(codes: frozenset[str]) -> frozenset[str]:
    """The rows of why a sign matters that would soothe beside these signs, as they stand on the pages."""
    return frozenset(_statement(sign, sign.why).text for sign in signs() if not sign.why_not_with.isdisjoint(codes))


def _no_more(named: bool) -> Block:
    """``named``: kratom; the page that can be read before a journal is unlocked names nothing."""
    shared = stopping()
    no_more = shared.no_more if named else shared.no_more_unnamed
    sleepy = Statement(f"{shared.sleepy_with} {shared.sleepy} {shared.sleepy_others}", shared.sleepy_sources)
    statements = (
        *(() if named else (sleepy,)),
        Statement(f"{shared.no_more_with} {no_more}", shared.no_more_sources),
        Statement(f"{shared.goes_on_with} {shared.goes_on}", shared.goes_on_sources),
        Statement(f"{shared.others_of} {shared.others}", shared.others_sources),
    )
    # Each by itself: "do not stop suddenly" is not read in one go with the signs of "take no more".
    return Bullets(tuple(Paragraph((statement,)) for statement in statements))


def _pressure() -> Block:
    """What to do while it is so high: of the first one, as what was measured before is not known to a page."""
    table = pressure_table()
    first = f"A blood pressure of {table.high.systolic}/{table.high.diastolic} or more. {table.call.text}"
    lines = (first, table.pregnant.text, table.today.text, table.why)
    statements = (Statement(line.format(number=_NUMBER), table.sources) for line in lines)
    raised = f"In pregnancy, a blood pressure of {table.raised.systolic}/{table.raised.diastolic} or more. "
    with_seizure = f"With a seizure. {table.seizure.text}"
    severe = f"In pregnancy, from {table.in_pregnancy.systolic}/{table.in_pregnancy.diastolic} on. "
    in_pregnancy = (
        f"{severe}{table.severe_now.text}", f"{raised}{table.raised_now.text}", table.raised_today.text,
        table.raised_why, with_seizure,
    )  # fmt: skip
    of_raised = (Statement(line.format(number=_NUMBER), table.raised_sources) for line in in_pregnancy)
    return Paragraph((*statements, *of_raised))


def _others() -> Block:
    shared = stopping()
    return Paragraph((Statement(f"{shared.others_of} {shared.others}", shared.others_sources),))


_KINDS: dict[str, Callable[[], Block]] = {
    "call": _now("call", "department"), "depends": _now("depends"), "today": _now("today"),
    "pressure": _pressure, "passed": partial(_passed, rated=True), "passed-of-others": partial(_passed, rated=False),
    "you": _you, "why": _why, "no-more": lambda: _no_more(named=True),
    "no-more-unnamed": lambda: _no_more(named=False), "others": _others,
}  # fmt: skip
