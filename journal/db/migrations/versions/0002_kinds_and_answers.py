"""Kinds that nobody said, what a tablet holds, and the answer to "Is this happening now?"; frozen."""

from alembic import op

revision = "0002"
down_revision = "0001"

# The command line and imports filled in "other" where nothing was said. What the window made keeps its kind; where that
# is the one its form began with, and nobody has edited the product since, the person is asked about it once.
STATEMENTS = (
    "ALTER TABLE product ADD COLUMN content TEXT",
    """
ALTER TABLE product ADD COLUMN ask_kind INTEGER DEFAULT 0 NOT NULL
    CONSTRAINT ask_kind_is_flag CHECK (ask_kind IN (0, 1))
""",
    "ALTER TABLE rating ADD COLUMN answer TEXT",
    """
CREATE TEMP TABLE unsaid AS
    SELECT change.entry AS id FROM change JOIN change_set ON change_set.seq = change.change_set
    WHERE change.kind = 'product' AND change.before IS NULL AND change_set.origin IN ('command', 'import')
        AND change.entry IN (SELECT id FROM product WHERE kind = 'other')
""",
    "UPDATE product SET kind = 'not_said' WHERE id IN (SELECT id FROM unsaid)",
    """
UPDATE product SET ask_kind = 1 WHERE kind = 'leaf_powder'
    AND id IN (
        SELECT change.entry FROM change JOIN change_set ON change_set.seq = change.change_set
        WHERE change.kind = 'product' AND change.before IS NULL AND change_set.origin = 'window'
    )
    AND id NOT IN (SELECT entry FROM change WHERE kind = 'product' AND before IS NOT NULL)
""",
    # The records that undo swaps with rows have the same columns as the rows.
    """
UPDATE change SET before = json_set(
        before, '$.content', NULL, '$.ask_kind', 0, '$.kind',
        CASE WHEN json_extract(before, '$.kind') = 'other' AND entry IN (SELECT id FROM unsaid)
            THEN 'not_said' ELSE json_extract(before, '$.kind') END
    )
    WHERE kind = 'product' AND before IS NOT NULL
""",
    "UPDATE change SET before = json_set(before, '$.answer', NULL) WHERE kind = 'rating' AND before IS NOT NULL",
    "DROP TABLE unsaid",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement.strip())
