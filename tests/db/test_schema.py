"""What is known of the schema without its tables: its number, and the columns that facts are read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.figure_facts import DoseFact, MarkFact, RatingFact
from journal.core.records import columns_of
from journal.core.warning_facts import NearDose, SignFact
from journal.db import migrate
from journal.db.schema import SCHEMA_VERSION, newest_migration


def test_the_number_is_that_of_the_newest_migration(tmp_path: Path) -> None:
    assert newest_migration(migrate._SCRIPTS / "versions") == SCHEMA_VERSION
    for name in ("0007_more.py", "0012_most.py", "0013_draft.txt", "__init__.py", "__pycache__"):
        (tmp_path / name).touch()
    assert newest_migration(tmp_path) == 12


def test_alembic_finds_the_same_one() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrate._SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == f"{SCHEMA_VERSION:04}"


@pytest.mark.parametrize(
    ("fact", "kind"),
    [(DoseFact, "dose"), (RatingFact, "rating"), (MarkFact, "day_mark"), (SignFact, "rating"), (NearDose, "dose")],
)
def test_facts_are_called_as_their_columns(fact: type[DoseFact], kind: str) -> None:
    assert set(fact._fields) <= {*columns_of(kind), "local_ms"}
