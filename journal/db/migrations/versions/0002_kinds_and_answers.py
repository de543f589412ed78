"""Kinds that nobody said, what a tablet holds, and the answer to "Is this happening now?"; frozen."""

from alembic import op

revision = "0002"
down_revision = "0001"

# The command line and imports filled in "other" where nothing was said. What the window made keeps its kind; where that
# is the one its form began with, and nobody has edited the product since, the person is asked about it once. It is the
# kind that a product was made with that counts: undoing a later edit must not bring back a kind that nobody said. The
# log keeps of an edit what was there before; of one that was undone, what came after.
STATEMENTS = (
    "ALTER TABLE product ADD COLUMN content TEXT",
    """
ALTER TABLE product ADD COLUMN ask_kind INTEGER DEFAULT 0 NOT NULL
    CONSTRAINT ask_kind_is_flag CHECK (ask_kind IN (0, 1))
""",
    "ALTER TABLE rating ADD COLUMN answer TEXT",
    """
CREATE TEMP TABLE first_edit AS
    SELECT change.entry AS id, min(change.seq) AS seq
    FROM change JOIN change_set ON change_set.seq = change.change_set
    WHERE change.kind = 'product' AND change.before IS NOT NULL AND change_set.undone = 0
    GROUP BY change.entry
""",
    """
CREATE TEMP TABLE made AS
    SELECT product.id AS id, change_set.origin AS origin, first_edit.seq AS first_edit,
        coalesce(json_extract(edit.before, '$.kind'), product.kind) AS kind
    FROM change JOIN change_set ON change_set.seq = change.change_set
        JOIN product ON product.id = change.entry
        LEFT JOIN first_edit ON first_edit.id = product.id
        LEFT JOIN change AS edit ON edit.seq = first_edit.seq
    WHERE change.kind = 'product' AND change.before IS NULL
""",
    "CREATE TEMP TABLE unsaid AS SELECT id FROM made WHERE kind = 'other' AND origin IN ('command', 'import')",
    "UPDATE product SET kind = 'not_said' WHERE kind = 'other' AND id IN (SELECT id FROM unsaid)",
    """
UPDATE product SET ask_kind = 1 WHERE kind = 'leaf_powder'
    AND id IN (SELECT id FROM made WHERE origin = 'window')
    AND id NOT IN (SELECT entry FROM change WHERE kind = 'product' AND before IS NOT NULL)
""",
    # The records that undo swaps with rows have the same columns as the rows.
    """
UPDATE change SET before = json_set(
        before, '$.content', NULL,
        '$.ask_kind',
        CASE WHEN seq IN (SELECT first_edit FROM made WHERE origin = 'window' AND kind = 'leaf_powder')
            THEN 1 ELSE 0 END,
        '$.kind',
        CASE WHEN json_extract(before, '$.kind') = 'other' AND entry IN (SELECT id FROM unsaid)
            THEN 'not_said' ELSE json_extract(before, '$.kind') END
    )
    WHERE kind = 'product' AND before IS NOT NULL
""",
    "UPDATE change SET before = json_set(before, '$.answer', NULL) WHERE kind = 'rating' AND before IS NOT NULL",
    "DROP TABLE unsaid",
    "DROP TABLE made",
    "DROP TABLE first_edit",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement.strip())
