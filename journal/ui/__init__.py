"""The window, by feature; the only room that knows Qt, and it never sees the database."""
