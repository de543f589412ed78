"""The storage below the logbook: real SQLite files, plain and encrypted."""
