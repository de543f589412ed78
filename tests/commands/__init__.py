"""The commands' own parts; what a whole command says and leaves is in ``tests/test_cli.py``."""
