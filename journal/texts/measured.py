"""Measurements in words: two numbers that are commonly written as one."""

from __future__ import annotations

from journal.texts.language import Texts


def pressure_text(texts: Texts, upper: int | None, lower: int | None) -> str:
    """A blood pressure, with "?" for the number that was not measured; "" without any. Example: "128/82 mmHg"."""
    if upper is None and lower is None:
        return ""
    numbers = [texts("?") if number is None else texts.integer(number) for number in (upper, lower)]
    return texts("{upper}/{lower} mmHg", upper=numbers[0], lower=numbers[1])
