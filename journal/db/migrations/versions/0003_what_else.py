"""Medicines, conditions, check-ins, measurements, care, and what else is kept for a visit; frozen."""

from collections.abc import Iterator

from alembic import op

revision = "0003"
down_revision = "0002"

_INSTANT = "BETWEEN 0 AND 4133980800000"
_ENTRY = (
    "seq INTEGER NOT NULL, id TEXT NOT NULL, origin TEXT, private INTEGER NOT NULL, complete_later INTEGER NOT NULL, "
    "deleted_ms INTEGER"
)
_MOMENT = (
    "utc_ms INTEGER NOT NULL, offset_s INTEGER NOT NULL, zone TEXT NOT NULL, recorded_ms INTEGER NOT NULL, "
    "local_ms INTEGER GENERATED ALWAYS AS (utc_ms + offset_s * 1000) VIRTUAL"
)
_KEY = "PRIMARY KEY (seq)"
_RECORDED_CHECKED = f"CONSTRAINT recorded_in_range CHECK (recorded_ms {_INSTANT})"
_MOMENT_CHECKED = (
    f"CONSTRAINT time_in_range CHECK (utc_ms {_INSTANT}), "
    f"CONSTRAINT offset_in_range CHECK (offset_s BETWEEN -86400 AND 86400), {_RECORDED_CHECKED}"
)
_DAY_CHECKED = f"CONSTRAINT day_in_range CHECK (day BETWEEN 0 AND 47846), {_RECORDED_CHECKED}"
_ENTRY_CHECKED = (
    "CONSTRAINT private_is_flag CHECK (private IN (0, 1)), "
    "CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)), "
    f"CONSTRAINT deleted_in_range CHECK (deleted_ms {_INSTANT}), UNIQUE (id)"
)
TABLES = (
    f"""
CREATE TABLE batch (
    {_ENTRY}, product TEXT NOT NULL, lot TEXT NOT NULL, opened INTEGER, finished INTEGER, figures TEXT NOT NULL,
    figures_source TEXT NOT NULL, {_KEY}, {_ENTRY_CHECKED}, FOREIGN KEY(product) REFERENCES product (id) ON
    DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT
""",
    f"""
CREATE TABLE substance (
    {_ENTRY}, name TEXT NOT NULL, classes TEXT NOT NULL, source TEXT, amount TEXT NOT NULL, how_often TEXT NOT
    NULL, use TEXT, reason TEXT NOT NULL, since INTEGER, until INTEGER, note TEXT NOT NULL, {_KEY},
    {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE condition (
    {_ENTRY}, what TEXT NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL, since INTEGER, until INTEGER, planned
    INTEGER, note TEXT NOT NULL, {_KEY}, {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE intake (
    {_ENTRY}, {_MOMENT}, what TEXT NOT NULL, name TEXT NOT NULL, substance TEXT, amount TEXT NOT NULL, drinks
    INTEGER, note TEXT NOT NULL, {_KEY}, {_MOMENT_CHECKED}, CONSTRAINT drinks_in_range CHECK (drinks BETWEEN 0
    AND 1000000), {_ENTRY_CHECKED},
    FOREIGN KEY(substance) REFERENCES substance (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT
""",
    f"""
CREATE TABLE check_in (
    {_ENTRY}, {_MOMENT}, instrument TEXT NOT NULL, version TEXT NOT NULL, answers TEXT NOT NULL, sleep INTEGER,
    quality INTEGER, function INTEGER, helped TEXT NOT NULL, due_ms INTEGER, note TEXT NOT NULL, {_KEY},
    {_MOMENT_CHECKED}, CONSTRAINT due_in_range CHECK (due_ms {_INSTANT}), CONSTRAINT sleep_in_range CHECK (sleep
    BETWEEN 0 AND 1000000), CONSTRAINT quality_in_range CHECK (quality BETWEEN 0 AND 10), CONSTRAINT
    function_in_range CHECK (function BETWEEN 0 AND 10), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE urge (
    {_ENTRY}, {_MOMENT}, value INTEGER, helped TEXT NOT NULL, note TEXT NOT NULL, {_KEY}, {_MOMENT_CHECKED},
    CONSTRAINT value_in_range CHECK (value BETWEEN 0 AND 10), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE care (
    {_ENTRY}, {_MOMENT}, what TEXT NOT NULL, name TEXT NOT NULL, minutes INTEGER, note TEXT NOT NULL, {_KEY},
    {_MOMENT_CHECKED}, CONSTRAINT minutes_in_range CHECK (minutes BETWEEN 0 AND 100000), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE measurement (
    {_ENTRY}, {_MOMENT}, systolic INTEGER, diastolic INTEGER, pulse INTEGER, weight INTEGER, weight_unit TEXT,
    sleep INTEGER, quality INTEGER, note TEXT NOT NULL, {_KEY}, {_MOMENT_CHECKED}, CONSTRAINT systolic_in_range
    CHECK (systolic BETWEEN 0 AND 10000), CONSTRAINT diastolic_in_range CHECK (diastolic BETWEEN 0 AND 10000),
    CONSTRAINT pulse_in_range CHECK (pulse BETWEEN 0 AND 10000), CONSTRAINT weight_in_range CHECK (weight
    BETWEEN 0 AND 10000000), CONSTRAINT sleep_in_range CHECK (sleep BETWEEN 0 AND 1000000), CONSTRAINT
    quality_in_range CHECK (quality BETWEEN 0 AND 10), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE lab_result (
    {_ENTRY}, day INTEGER NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT
    NULL, normal TEXT NOT NULL, note TEXT NOT NULL, recorded_ms INTEGER NOT NULL, {_KEY}, {_DAY_CHECKED},
    {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE statement (
    {_ENTRY}, day INTEGER NOT NULL, subject TEXT NOT NULL, answer TEXT NOT NULL, note TEXT NOT NULL, recorded_ms
    INTEGER NOT NULL, {_KEY}, {_DAY_CHECKED}, {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE question (
    {_ENTRY}, text TEXT NOT NULL, asked_on INTEGER, recorded_ms INTEGER NOT NULL, {_KEY}, {_RECORDED_CHECKED},
    CONSTRAINT has_text CHECK ("text" <> ''), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE attempt (
    {_ENTRY}, since INTEGER, until INTEGER, what_happened TEXT NOT NULL, {_KEY}, CONSTRAINT has_what_happened
    CHECK ("what_happened" <> ''), {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE help (
    {_ENTRY}, text TEXT NOT NULL, position INTEGER NOT NULL, {_KEY}, {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE contact (
    {_ENTRY}, name TEXT NOT NULL, phone TEXT NOT NULL, note TEXT NOT NULL, position INTEGER NOT NULL, {_KEY},
    {_ENTRY_CHECKED}
) STRICT
""",
    f"""
CREATE TABLE prompt (
    {_ENTRY}, symptom TEXT, due_ms INTEGER NOT NULL, outcome TEXT NOT NULL, {_KEY}, CONSTRAINT due_in_range CHECK
    (due_ms {_INSTANT}), {_ENTRY_CHECKED}, FOREIGN KEY(symptom) REFERENCES symptom (id) ON DELETE SET NULL DEFERRABLE
    INITIALLY DEFERRED
) STRICT
""",
    f"""
CREATE TABLE "plan" (
    {_ENTRY}, heading TEXT NOT NULL, text TEXT NOT NULL, position INTEGER NOT NULL, {_KEY}, {_ENTRY_CHECKED}
) STRICT
""",
)
_AT_A_MOMENT = ("intake", "check_in", "urge", "care", "measurement")
_ON_A_DAY = ("lab_result", "statement")
_IN_LISTS = ("batch", "substance", "condition", "question", "attempt", "help", "contact", '"plan"', "prompt")
ADDED = (
    # SQLite adds a column with its reference only where both are said together.
    "ALTER TABLE dose ADD COLUMN batch TEXT REFERENCES batch (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE person ADD COLUMN naloxone_at_home TEXT",
    # The records that undo swaps with rows have the same columns as the rows.
    "UPDATE change SET before = json_set(before, '$.batch', NULL) WHERE kind = 'dose' AND before IS NOT NULL",
    "UPDATE change SET before = json_set(before, '$.naloxone_at_home', NULL) WHERE kind = 'person' AND before NOTNULL",
    "CREATE INDEX dose_by_batch ON dose (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX batch_by_product ON batch (product)",
    "CREATE INDEX prompt_by_symptom ON prompt (symptom) WHERE symptom IS NOT NULL",
    "CREATE INDEX intake_by_substance ON intake (substance) WHERE substance IS NOT NULL",
)


def _indexes() -> Iterator[str]:
    for table in _AT_A_MOMENT:
        yield f"CREATE INDEX {table}_by_local_ms ON {table} (local_ms) WHERE deleted_ms IS NULL"
    for table in _ON_A_DAY:
        yield f"CREATE INDEX {table}_by_day ON {table} (day) WHERE deleted_ms IS NULL"
    for table in (*_AT_A_MOMENT, *_ON_A_DAY, *_IN_LISTS):
        name = table.strip('"')
        yield f"CREATE INDEX {name}_by_origin ON {table} (origin) WHERE origin IS NOT NULL"
        yield f"CREATE INDEX {name}_trash ON {table} (deleted_ms) WHERE deleted_ms IS NOT NULL"


def _full_text() -> Iterator[str]:
    for table in (*_AT_A_MOMENT, *_ON_A_DAY):
        yield f"CREATE VIRTUAL TABLE {table}_text USING fts5(words, tokenize='unicode61')"
        yield f"INSERT INTO {table}_text({table}_text, rank) VALUES ('secure-delete', 1)"


def upgrade() -> None:
    for statement in (*TABLES, *ADDED, *_indexes(), *_full_text()):
        op.get_bind().exec_driver_sql(statement.strip())
