"""One flipped bit: whatever it changes of what a person is shown is told, in both modes; without checks it is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.campaign.bit_flips import Tally, a_journal, checks_put_out, flip, flip_at, places_of
from tests.campaign.signed_pages import Signer, a_journal_of_long_words, first_letters
from tests.journals import ENCRYPTED_IS_SLOW, MODES, JournalAt, quick_keys

__all__ = ["quick_keys"]
SEED = int(os.environ.get("JOURNAL_TEST_SEED", "20261129"))


@pytest.fixture
def made(tmp_path: Path, passphrase: str | None) -> JournalAt:
    print(f"seed {SEED} (set JOURNAL_TEST_SEED to run another one)")
    return a_journal(tmp_path, passphrase)


def all_told(tally: Tally, encrypted: bool) -> None:
    assert tally.silent == []
    assert tally.tracebacks == []
    # SQLCipher signs every page, so that no flip at all may pass.
    assert not (encrypted and tally.untold), tally.line()


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.parametrize(
    "flips",
    [200, pytest.param(1000, marks=[pytest.mark.campaign, pytest.mark.timeout(900)])],
)
def test_no_flipped_bit_changes_what_is_shown_in_silence(made: JournalAt, flips: int) -> None:
    tally = flip(made, flips, SEED)
    print(tally.line())
    all_told(tally, made.passphrase is not None)


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", [None], ids=["plain"])
def test_control_without_checks_a_flip_in_a_note_is_silent(made: JournalAt) -> None:
    """Not in a typed amount: its words follow the number beside it, which is right still."""
    places = places_of(made, b"a day like any other")[::9]
    assert places
    all_told(flip_at(made, places), encrypted=False)
    with checks_put_out():
        assert flip_at(made, places).silent


@pytest.mark.slow
def test_a_flip_beneath_the_signature_of_an_encrypted_page_is_told_and_without_our_checks_is_silent(
    tmp_path: Path,
) -> None:
    """SQLCipher's own check is put out, so that ours are alone."""
    journal = a_journal_of_long_words(tmp_path)
    places, sign = list(first_letters(journal, newest=20)), Signer(journal).sign
    assert flip_at(journal, places[:2]).untold == 0  # not signed anew: SQLCipher tells each
    told = flip_at(journal, places, sign)
    print(told.line())
    assert (told.silent, told.tracebacks) == ([], [])
    with checks_put_out():
        assert flip_at(journal, places, sign).silent
