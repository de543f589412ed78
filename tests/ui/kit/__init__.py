"""Tests of the window: kit."""
