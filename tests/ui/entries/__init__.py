"""Tests of the window: what each kind of entry is there."""
