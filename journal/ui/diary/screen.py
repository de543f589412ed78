"""The diary: find, look at, correct, copy, delete and bring back everything that was ever written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journal.core.entries import DIARY_KINDS, Entry
from journal.texts.refusals import explain
from journal.ui.diary.details import DetailsPane
from journal.ui.diary.facts import Facts, facts_of
from journal.ui.diary.findbar import FindBar, years_since
from journal.ui.diary.list import LARGEST_SELECTION, DiaryList
from journal.ui.diary.model import DiaryModel, DiaryRows
from journal.ui.diary.names import Names
from journal.ui.diary.results import FoundModel, ListedRows, TrashModel
from journal.ui.diary.rows import Row, RowKind
from journal.ui.diary.search import Search
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, announce, button, heading, label, plain, row

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet

_DIARY = set(DIARY_KINDS) | {"product", "unit", "symptom", "setting", "trash"}
