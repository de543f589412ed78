"""The storage below the door: real SQLite files, plain and encrypted."""
