"""Reads one page: Markdown with TOML front matter, in which every sentence ends in its source marks.

A sentence ends in ``[^source]`` marks, or in ``[-]`` if it neither states a fact nor gives advice::

    Stay with the person.[^cdc-overdose][^asam-2025] What can you see?[-]

Only ``## headings``, paragraphs and ``- lists`` are understood, and text is plain: there is nothing to escape.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import tomllib
from collections.abc import Iterator

from journal.guidance.groups import GROUPS
from journal.guidance.values import Block, Bullets, Heading, Page, Paragraph, Statement

_FENCE = "+++\n"
_MARK = r"\[(?:\^[a-z0-9-]+|-)\]"
_SENTENCE = re.compile(rf"\s*(?P<text>\S.*?)(?P<marks>(?:{_MARK})+)(?=\s|$)", re.DOTALL)
_END = r"[.?!:][\"”’)]*"
# A sentence that ended before its mark: the first half of "It is so. It is not.[^a]" has none.
_INNER_END = re.compile(r"[.?!][\"”’)]*\s+\S")
_NOT_PLAIN = re.compile(r"[\[\]<>*_`|#\\]")


class PageFault(Exception):
    """A page, source or help line that came with the program is not in order. A bug, never the person's doing."""


def parse_page(name: str, text: str) -> Page:
    """The page in ``text``; ``name`` is its file's name without the ending, and its code.

    Raises PageFault for front matter that is missing, unknown, of the wrong kind or out of order, such as a page in no
    group, for a sentence without a mark, and for Markdown that is not understood.
    """
    if not text.startswith(_FENCE) or text.count(_FENCE) < 2:
        raise PageFault(f"{name}: front matter between two lines of +++ is missing")
    _, front, body = text.split(_FENCE, 2)
    page = _front_matter(name, front)
    chunks = [chunk for chunk in re.split(r"\n\s*\n", body.strip()) if chunk]
    if not chunks:
        raise PageFault(f"{name}: the page is empty")
    return dataclasses.replace(page, blocks=tuple(_block(name, chunk) for chunk in chunks))


def _front_matter(name: str, front: str) -> Page:
    """The page without its blocks."""
    try:
        fields = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        raise PageFault(f"{name}: {error}") from error
    match fields:
        case {
            "code": str(code),
            "group": str(group),
            "title": str(title),
            "summary": str(summary),
            "reviewed": dt.date() as reviewed,
            "review_by": dt.date() as review_by,
            **rest,
        } if title and summary and not rest:
            if code != name:
                raise PageFault(f"{name}: its code is {code}")
            if group not in GROUPS:
                raise PageFault(f"{name}: its group {group!r} is none of {', '.join(GROUPS)}")
            if type(reviewed) is not dt.date or type(review_by) is not dt.date or reviewed >= review_by:
                raise PageFault(f"{name}: review_by is not a day after reviewed")
            return Page(code, group, title, summary, reviewed, review_by, ())
    raise PageFault(f"{name}: a field of the front matter is missing, unknown or of the wrong kind")


def _block(name: str, chunk: str) -> Block:
    if chunk.startswith("## "):
        return Heading(_heading(name, chunk.removeprefix("## ")))
    if chunk.startswith("- "):
        return Bullets(tuple(_paragraph(name, item) for item in re.split(r"^- ", chunk, flags=re.MULTILINE)[1:]))
    if "\n- " in chunk:
        raise PageFault(f"{name}: no empty line before the list in {chunk!r}")
    return _paragraph(name, chunk)


def _heading(name: str, text: str) -> str:
    if "\n" in text or _NOT_PLAIN.search(text):
        raise PageFault(f"{name}: a heading is one line of plain text with an empty line after it: {text!r}")
    return text.strip()


def _paragraph(name: str, text: str) -> Paragraph:
    return Paragraph(tuple(_statements(name, " ".join(text.split()))))


def _statements(name: str, text: str) -> Iterator[Statement]:
    end = 0
    for match in _SENTENCE.finditer(text):
        yield _statement(name, match["text"], re.findall(_MARK, match["marks"]))
        end = match.end()
    if text[end:].strip():
        raise PageFault(f"{name}: no source mark after {text[end:].strip()!r}")


def _statement(name: str, text: str, marks: list[str]) -> Statement:
    if inner := _INNER_END.search(text):
        raise PageFault(f"{name}: no source mark after {text[: inner.start() + 1]!r}")
    if _NOT_PLAIN.search(text):
        raise PageFault(f"{name}: only plain text is understood: {text!r}")
    if not re.search(rf"{_END}$", text):
        raise PageFault(f"{name}: the sentence does not end before its mark: {text!r}")
    if "[-]" in marks and len(marks) > 1:
        raise PageFault(f"{name}: a sentence has sources or none, not both: {text!r}")
    return Statement(text, tuple(mark[2:-1] for mark in marks if mark != "[-]"))
