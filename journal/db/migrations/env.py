"""Alembic's entry: migrate on the connection and inside the transaction that ``db.migrate`` holds."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
