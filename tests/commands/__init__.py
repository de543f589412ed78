"""What each command prints, saves, refuses and leaves as it was; the line itself is in ``tests/test_cli.py``."""
