"""How Alembic meets our database: always over the connection that assistant.server.store.migrate hands it."""

from alembic import context

from assistant.server.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
