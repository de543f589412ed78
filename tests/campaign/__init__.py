"""Long runs: kills, power cuts, failing disks, the network; a small count of each belongs to the quick suite."""

import pytest

from tests.journals import PASSPHRASE

# The quick suite runs its small counts on a plain journal; key derivation makes the other half long.
ENCRYPTED_IS_SLOW = (None, pytest.param(PASSPHRASE, marks=pytest.mark.slow))
