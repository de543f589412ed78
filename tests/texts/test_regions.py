"""The region of dates and of numbers, as the system's settings name it."""

import pytest

from journal.texts.regions import dates_and_numbers, region_of


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("de_DE.UTF-8", "de_DE"), ("en-US", "en_US"), ("sr_RS@latin", "sr_RS"), ("zh-Hant-TW", "zh_Hant_TW"),
        ("es_419", "es_419"), ("C", ""), ("C.UTF-8", ""), ("POSIX", ""), ("en", ""), ("", ""), ("german", ""),
    ],
)  # fmt: skip
def test_names(name: str, region: str) -> None:
    assert region_of(name) == region


def test_one_variable_overrides_another() -> None:
    assert dates_and_numbers({}) == ("", "")
    assert dates_and_numbers({"LANG": "de_DE.UTF-8"}) == ("de_DE", "de_DE")
    assert dates_and_numbers({"LANG": "de_DE", "LC_TIME": "en_GB.UTF-8"}) == ("en_GB", "de_DE")
    assert dates_and_numbers({"LC_NUMERIC": "sv_SE", "LC_ALL": ""}) == ("", "sv_SE")
    assert dates_and_numbers({"LC_ALL": "C", "LC_TIME": "en_GB", "LANG": "de_DE"}) == ("", "")
