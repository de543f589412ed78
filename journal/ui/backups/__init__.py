"""The backups of a journal, in the window."""
