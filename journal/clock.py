"""This computer's clock and zone."""

from __future__ import annotations

import time

from tzlocal import get_localzone_name, reload_localzone


class SystemClock:
    """Implements ``core.moments.Clock``; the zone is read anew because laptops travel."""

    def now_ms(self) -> int:
        """Milliseconds since 1970 in UTC."""
        return time.time_ns() // 1_000_000

    def zone_name(self) -> str:
        """The IANA name of this computer's zone; UTC where the system names none."""
        reload_localzone()
        return get_localzone_name() or "UTC"
