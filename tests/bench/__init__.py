"""Measurements: every figure is a ratio against a floor timed in the same run; never part of the tests."""
