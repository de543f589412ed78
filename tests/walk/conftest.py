"""A virtual screen with somebody who follows the manual."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal import paths
from tests.walk.manual import Follower
from tests.walk.screen import VirtualScreen


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[Follower]:
    """Nobody has begun a journal, and the program is not running."""
    with VirtualScreen() as screen:
        follower = Follower(tmp_path, screen)
        yield follower
        if follower.program is not None:
            follower.program.kill()
    # The dialog that tells of a bug takes the keyboard: without this the walk says only that it is elsewhere.
    bugs = paths.log_file()
    assert not bugs.exists(), bugs.read_text(encoding="utf-8")


@pytest.fixture
def walk(nobody: Follower) -> Follower:
    """The window is open on a journal of six weeks."""
    nobody.keep_journal()
    nobody.run()
    return nobody
