"""The journals of these tests. What a Logbook does is the same in an encrypted one, so that is slow here."""

from __future__ import annotations

import pytest

from tests.journals import MODES, PASSPHRASE, book, clock, journal, plain_book, plain_journal, templates

__all__ = ["book", "clock", "journal", "passphrase", "plain_book", "plain_journal", "templates"]


@pytest.fixture(params=[None, pytest.param(PASSPHRASE, marks=pytest.mark.slow)], ids=MODES)
def passphrase(request: pytest.FixtureRequest) -> str | None:
    found: str | None = request.param
    return found
