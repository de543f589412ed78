"""Page 1 counted a second time, by SQL and the standard library alone."""
