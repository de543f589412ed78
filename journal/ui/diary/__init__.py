"""The diary: everything ever written, by journal day; found, corrected, deleted and brought back."""
