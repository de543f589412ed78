"""Which opening of the journal wrote last, so that a file in its place that is another one is noticed; frozen."""

from alembic import op

revision = "0005"
down_revision = "0004"

WRITER = """
CREATE TABLE writer (
    seq INTEGER NOT NULL,
    opening TEXT NOT NULL,
    computer TEXT NOT NULL,
    counter INTEGER NOT NULL,
    PRIMARY KEY (seq),
    CONSTRAINT one_row CHECK (seq = 1),
    CONSTRAINT counted CHECK (counter >= 0)
)
 STRICT
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(WRITER.strip())
    op.get_bind().exec_driver_sql("INSERT INTO writer (seq, opening, computer, counter) VALUES (1, '', '', 0)")
