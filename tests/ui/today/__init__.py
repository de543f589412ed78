"""Tests of the window: today."""
