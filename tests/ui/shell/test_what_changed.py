"""What a new version changed is told from the file that software centres read, and can be looked at at any time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel

import journal
from journal.texts import english
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.shell import what_changed
from journal.ui.shell.body import Body
from journal.ui.shell.what_changed import Release, pages_of, releases

TWO = """<component><releases>
  <release version="0.2.0" date="2027-01-10"><description><p>First
    line.</p><ul><li>One thing.</li><li>Another.</li></ul></description></release>
  <release version="0.1.0" date="2026-11-22"><description><p>Begun.</p></description></release>
</releases></component>"""


def test_the_shipped_file_tells_of_this_version_in_words() -> None:
    (this,) = [release for release in releases() if release.version == journal.__version__]
    assert this.said and all(this.said)


@pytest.mark.usefixtures("qapp")
def test_each_version_is_told_with_its_day_the_newest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "two.xml").write_text(TWO, encoding="utf-8")
    monkeypatch.setattr(what_changed, "asset", lambda *_parts: tmp_path / "two.xml")
    assert releases() == [
        Release("0.2.0", dt.date(2027, 1, 10), ("First line.", "One thing.", "Another.")),
        Release("0.1.0", dt.date(2026, 11, 22), ("Begun.",)),
    ]
    words = [each.text() for each in pages_of(english()).findChildren(QLabel)]
    assert words == ["Version 0.2.0, 10 January 2027", "First line.", "One thing.", "Another.",
                     "Version 0.1.0, 22 November 2026", "Begun."]  # fmt: skip


def test_it_is_always_under_help(body: Body) -> None:
    body.show_help(HelpTopic.CHANGES)
    (shown,) = [each for each in body.main.findChildren(QDialog) if each.isVisible()]
    assert shown.windowTitle() == "What a new version changed"
