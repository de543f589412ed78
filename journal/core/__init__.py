"""The journal's values and rules: pure, standard library only, imported by every other package."""
