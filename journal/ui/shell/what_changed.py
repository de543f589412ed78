"""What each version of the program changed, as its AppStream file tells software centres: read when it is asked for."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from xml.etree import ElementTree

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.assets import asset
from journal.texts import Texts
from journal.ui.kit.widgets import heading, label

METAINFO = "arpa.home.leaf_journal.metainfo.xml"


class Release(NamedTuple):
    """A version, the day on which it was made, and what is said of it."""

    version: str
    day: dt.date
    said: tuple[str, ...]


def releases() -> list[Release]:
    """All of them, the newest first."""
    root = ElementTree.parse(asset("packaging", METAINFO)).getroot()  # noqa: S314 - a file of the program itself
    return [
        Release(element.get("version", ""), dt.date.fromisoformat(element.get("date", "")), tuple(_said(element)))
        for element in root.iterfind("releases/release")
    ]


def _said(release: ElementTree.Element) -> list[str]:
    """Its paragraphs and list items, each in one line."""
    texts = (part.text or "" for part in release.iterfind("description//*") if part.tag in ("p", "li"))
    return [" ".join(text.split()) for text in texts]


def pages_of(texts: Texts) -> QWidget:
    """Each version under a heading."""
    inside = QWidget()
    body = QVBoxLayout(inside)
    body.setSpacing(8)
    for release in releases():
        day = texts.long_day(release.day)
        body.addWidget(heading(texts("Version {version}, {day}", version=release.version, day=day)))
        for words in release.said:
            body.addWidget(label(words, wrap=True))
    body.addStretch(1)
    return inside
