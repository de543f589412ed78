"""These screens hold hundreds of widgets: those of one test go before the next begins."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def swept(light: None) -> Iterator[None]:
    """Without an event loop nobody deletes what was closed, and every change of the theme would visit it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
