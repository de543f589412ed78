"""What a draft holds, written and read again."""

from __future__ import annotations

import json

import pytest

from journal.ui.kit.draft_content import DraftContent


def test_what_is_written_is_read_again() -> None:
    content = DraftContent({"note": "“ä”", "ticked": True}, ["2026-11-22T08:00:00+01:00", "Europe/Berlin"], "abc")
    assert DraftContent.read(content.as_text()) == content
    assert "“ä”" in content.as_text()


def test_the_draft_of_an_earlier_version_does_not_say_what_was_opened() -> None:
    assert DraftContent.read(json.dumps({"state": {}, "moment": []})) == DraftContent({}, [], None)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '"text"', "{}", '{"state": {}}'])
def test_what_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        DraftContent.read(text)
