"""The program as a person uses it: a real window on a virtual screen, key events only, restarts between."""
