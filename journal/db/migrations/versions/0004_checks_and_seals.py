"""A check beside every row, and seals that count the rows of a day; frozen."""

from collections.abc import Iterator

from alembic import op

revision = "0004"
down_revision = "0003"

AT_A_MOMENT = ("dose", "rating", "note", "intake", "check_in", "urge", "care", "measurement")
ON_A_DAY = ("day_mark", "lab_result", "statement")
UNTIMED = (
    "person", "product", "unit", "batch", "symptom", "substance", "condition", "question", "attempt", "help", "contact",
    '"plan"', "prompt", "setting", "change", "change_set",
)  # fmt: skip
SEAL = """
CREATE TABLE seal (
    kind TEXT NOT NULL,
    bucket INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (bucket, kind),
    CONSTRAINT rows_counted CHECK (rows >= 0),
    CONSTRAINT total_in_range CHECK (total BETWEEN 0 AND 4611686018427387903)
)
 WITHOUT ROWID,
 STRICT
"""
# A day is added before dividing, since SQLite's division rounds towards zero.
DAY = "(local_ms + 86400000) / 86400000 - 1"


def _statements() -> Iterator[str]:
    yield SEAL
    for table in (*AT_A_MOMENT, *ON_A_DAY, *UNTIMED):
        yield f'ALTER TABLE {table} ADD COLUMN "check" INTEGER DEFAULT 0 NOT NULL'
        # row_check and checks_total are functions of the program's connections; see journal/db/row_checks.py.
        yield f'UPDATE {table} SET "check" = row_check({", ".join([*_columns(table), "seq"])})'
        bucket = DAY if table in AT_A_MOMENT else "day" if table in ON_A_DAY else "0"
        name = table.strip('"')
        yield (
            f"INSERT INTO seal (kind, bucket, rows, total) SELECT '{name}', {bucket} AS bucket, count(*), "
            f'checks_total("check") FROM {table} GROUP BY 2'
        )
    for table in AT_A_MOMENT:
        yield f"CREATE INDEX {table}_trash_by_local_ms ON {table} (local_ms) WHERE deleted_ms IS NOT NULL"
    for table in ON_A_DAY:
        yield f"CREATE INDEX {table}_trash_by_day ON {table} (day) WHERE deleted_ms IS NOT NULL"


def _columns(table: str) -> list[str]:
    """What is stored in a row, in the order of the table; SQLite leaves out what it computes itself."""
    columns = op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")
    return [f'"{name}"' for _, name, *_ in columns if name not in ("seq", "check")]


def upgrade() -> None:
    for statement in _statements():
        op.get_bind().exec_driver_sql(statement.strip())
