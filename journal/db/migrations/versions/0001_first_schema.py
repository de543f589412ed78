"""The first schema, frozen: never imports today's tables."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
CREATE TABLE change_set (
    seq INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    label TEXT NOT NULL,
    arguments TEXT NOT NULL,
    origin TEXT NOT NULL,
    undone INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT undone_known CHECK (undone BETWEEN 0 AND 2)
)
 STRICT
""",
    """
CREATE TABLE day_mark (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    day INTEGER NOT NULL,
    mark TEXT NOT NULL,
    recorded_ms INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT day_in_range CHECK (day BETWEEN 0 AND 47846),
    CONSTRAINT recorded_in_range CHECK (recorded_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE draft (
    form TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_ms INTEGER NOT NULL,
    PRIMARY KEY (form)
)
 STRICT
""",
    """
CREATE TABLE note (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    utc_ms INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    zone TEXT NOT NULL,
    recorded_ms INTEGER NOT NULL,
    local_ms INTEGER GENERATED ALWAYS AS (utc_ms + offset_s * 1000) VIRTUAL,
    text TEXT NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT time_in_range CHECK (utc_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT offset_in_range CHECK (offset_s BETWEEN -86400 AND 86400),
    CONSTRAINT recorded_in_range CHECK (recorded_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT has_text CHECK ("text" <> ''),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE person (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    name TEXT NOT NULL,
    birth_year INTEGER,
    purpose TEXT NOT NULL,
    since INTEGER,
    goal TEXT NOT NULL,
    next_visit INTEGER,
    PRIMARY KEY (seq),
    CONSTRAINT birth_year_in_range CHECK (birth_year BETWEEN 1890 AND 2100),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE product (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    name TEXT NOT NULL,
    vendor TEXT NOT NULL,
    kind TEXT NOT NULL,
    strain TEXT NOT NULL,
    vein TEXT NOT NULL,
    default_unit TEXT NOT NULL,
    default_preparation TEXT,
    strength TEXT NOT NULL,
    strength_source TEXT NOT NULL,
    archived INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT archived_is_flag CHECK (archived IN (0, 1)),
    CONSTRAINT named CHECK (name <> ''),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE setting (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    value TEXT NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE symptom (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    code TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    low_label TEXT NOT NULL,
    high_label TEXT NOT NULL,
    higher_is_better INTEGER NOT NULL,
    active_from INTEGER,
    active_until INTEGER,
    position INTEGER NOT NULL,
    main INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT higher_is_better_is_flag CHECK (higher_is_better IN (0, 1)),
    CONSTRAINT main_is_flag CHECK (main IN (0, 1)),
    CONSTRAINT hidden_is_flag CHECK (hidden IN (0, 1)),
    CONSTRAINT named CHECK (code IS NOT NULL OR name <> ''),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE tombstone (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    purged_ms INTEGER NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE (id)
)
 STRICT
""",
    """
CREATE TABLE change (
    seq INTEGER NOT NULL,
    change_set INTEGER NOT NULL,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    "before" TEXT,
    PRIMARY KEY (seq),
    FOREIGN KEY(change_set) REFERENCES change_set (seq) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE TABLE unit (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    product TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER,
    dimension TEXT NOT NULL,
    spread INTEGER,
    measured TEXT NOT NULL,
    since INTEGER,
    PRIMARY KEY (seq),
    CONSTRAINT quantity_in_range CHECK (quantity BETWEEN 1 AND 10000000),
    CONSTRAINT spread_in_range CHECK (spread BETWEEN 0 AND 10000000),
    CONSTRAINT dimension_known CHECK (dimension IN ('mass', 'volume', 'count')),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id),
    FOREIGN KEY(product) REFERENCES product (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE TABLE dose (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    utc_ms INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    zone TEXT NOT NULL,
    recorded_ms INTEGER NOT NULL,
    local_ms INTEGER GENERATED ALWAYS AS (utc_ms + offset_s * 1000) VIRTUAL,
    product TEXT,
    amount TEXT NOT NULL,
    quantity INTEGER,
    dimension TEXT,
    basis TEXT NOT NULL,
    spread INTEGER,
    unit TEXT,
    preparation TEXT,
    stomach TEXT,
    reasons TEXT NOT NULL,
    finished_ms INTEGER,
    note TEXT NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT time_in_range CHECK (utc_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT offset_in_range CHECK (offset_s BETWEEN -86400 AND 86400),
    CONSTRAINT recorded_in_range CHECK (recorded_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT finished_in_range CHECK (finished_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT quantity_in_range CHECK (quantity BETWEEN 1 AND 10000000),
    CONSTRAINT spread_in_range CHECK (spread BETWEEN 0 AND 10000000),
    CONSTRAINT dimension_known CHECK (dimension IN ('mass', 'volume', 'count')),
    CONSTRAINT quantity_has_dimension CHECK ((quantity IS NULL) = (dimension IS NULL)),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id),
    FOREIGN KEY(product) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(unit) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    """
CREATE TABLE rating (
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    origin TEXT,
    private INTEGER NOT NULL,
    complete_later INTEGER NOT NULL,
    deleted_ms INTEGER,
    utc_ms INTEGER NOT NULL,
    offset_s INTEGER NOT NULL,
    zone TEXT NOT NULL,
    recorded_ms INTEGER NOT NULL,
    local_ms INTEGER GENERATED ALWAYS AS (utc_ms + offset_s * 1000) VIRTUAL,
    symptom TEXT NOT NULL,
    value INTEGER,
    "group" TEXT NOT NULL,
    site TEXT NOT NULL,
    side TEXT NOT NULL,
    dose TEXT,
    phase TEXT NOT NULL,
    prompted INTEGER NOT NULL,
    due_ms INTEGER,
    PRIMARY KEY (seq),
    CONSTRAINT time_in_range CHECK (utc_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT offset_in_range CHECK (offset_s BETWEEN -86400 AND 86400),
    CONSTRAINT recorded_in_range CHECK (recorded_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT prompted_is_flag CHECK (prompted IN (0, 1)),
    CONSTRAINT due_in_range CHECK (due_ms BETWEEN 0 AND 4133980800000),
    CONSTRAINT value_in_range CHECK (value BETWEEN 0 AND 10),
    CONSTRAINT private_is_flag CHECK (private IN (0, 1)),
    CONSTRAINT complete_later_is_flag CHECK (complete_later IN (0, 1)),
    CONSTRAINT deleted_in_range CHECK (deleted_ms BETWEEN 0 AND 4133980800000),
    UNIQUE (id),
    FOREIGN KEY(symptom) REFERENCES symptom (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(dose) REFERENCES dose (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
)
 STRICT
""",
    "CREATE INDEX change_set_undone ON change_set (undone) WHERE undone > 0",
    "CREATE INDEX day_mark_by_day ON day_mark (day) WHERE deleted_ms IS NULL",
    "CREATE INDEX day_mark_by_origin ON day_mark (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX day_mark_trash ON day_mark (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX note_by_local_ms ON note (local_ms) WHERE deleted_ms IS NULL",
    "CREATE INDEX note_by_origin ON note (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX note_trash ON note (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX person_by_origin ON person (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX person_trash ON person (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX product_by_origin ON product (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX product_trash ON product (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX symptom_by_origin ON symptom (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX symptom_trash ON symptom (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX change_by_entry ON change (entry)",
    "CREATE INDEX change_by_set ON change (change_set)",
    "CREATE INDEX unit_by_origin ON unit (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX unit_by_product ON unit (product)",
    "CREATE INDEX unit_trash ON unit (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX dose_by_local_ms ON dose (local_ms) WHERE deleted_ms IS NULL",
    "CREATE INDEX dose_by_origin ON dose (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX dose_by_product_local_ms ON dose (product, local_ms) WHERE deleted_ms IS NULL",
    "CREATE INDEX dose_trash ON dose (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE INDEX rating_by_dose ON rating (dose) WHERE dose IS NOT NULL",
    "CREATE INDEX rating_by_local_ms ON rating (local_ms) WHERE deleted_ms IS NULL",
    "CREATE INDEX rating_by_origin ON rating (origin) WHERE origin IS NOT NULL",
    "CREATE INDEX rating_by_symptom_local_ms ON rating (symptom, local_ms) WHERE deleted_ms IS NULL",
    "CREATE INDEX rating_trash ON rating (deleted_ms) WHERE deleted_ms IS NOT NULL",
    "CREATE VIRTUAL TABLE dose_text USING fts5(words, tokenize='unicode61')",
    "INSERT INTO dose_text(dose_text, rank) VALUES ('secure-delete', 1)",
    "CREATE VIRTUAL TABLE note_text USING fts5(words, tokenize='unicode61')",
    "INSERT INTO note_text(note_text, rank) VALUES ('secure-delete', 1)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement.strip())
