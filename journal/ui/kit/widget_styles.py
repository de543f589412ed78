"""The one stylesheet, written from the theme."""

from __future__ import annotations

from journal.assets import asset
from journal.ui.kit.colours import Colours

# Roles are the dynamic property "role", set before a widget is first shown (widgets.py).
_SHEET = """
QLabel {{ background: transparent; }}
QLabel[role="small"] {{ font-size: {small}px; color: {quiet}; }}
QLabel[role="quiet"] {{ color: {quiet}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {large}px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[role="caution"] {{ color: {caution}; }}

QFrame[role="card"] {{ background: {card}; border: 1px solid {hairline}; border-radius: 12px; }}
QFrame[role="hairline"] {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="well"] {{ background: {ground}; border: none; border-radius: 8px; }}
QFrame[role="info"] {{ background: {card}; border: 1px solid {edge}; border-radius: 8px; }}
QFrame[role="message"] {{ background: {accent_ground}; border: none; border-left: 4px solid {accent}; }}
QFrame[role="refused"] {{ background: {hover}; border: none; border-left: 4px solid {text}; }}
QFrame[role="caution"] {{ background: {caution_ground}; border: 1px solid {caution}; border-radius: 8px; }}
QFrame[role="navigation"] {{ background: {navigation}; border: none; border-right: 1px solid {hairline}; }}

QPushButton {{ background: {card}; color: {text}; border: 1px solid {edge}; border-radius: 8px;
  padding: {p6}px {p12}px; min-height: {inner}px; outline: none; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {accent_ground}; }}
QPushButton:disabled {{ color: {quiet}; border-color: {hairline}; }}
QPushButton:focus {{ border: 2px solid {text}; padding: {p5}px {p11}px; }}
QPushButton[role="action"] {{ font-weight: 600; padding: 0px; min-height: {button}px; }}
QPushButton[role="action"]:focus {{ padding: 0px; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent};
  font-weight: 600; padding: 0px; min-height: {button}px; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; padding: 0px; }}
QPushButton[role="primary"]:disabled {{ background: {hover}; color: {quiet}; border-color: {hairline}; }}
QLabel[role="on_accent"] {{ color: {on_accent}; font-weight: 600; }}
QLabel[role="on_accent_small"] {{ color: {on_accent}; font-size: {small}px; font-weight: 600; }}
QLabel[role="on_accent"]:disabled {{ color: {quiet}; }}
QLabel[role="on_accent_small"]:disabled {{ color: {quiet}; }}
QLabel[role="hint"] {{ color: {text}; font-size: {small}px; font-weight: 500; }}
QPushButton[role="plain"] {{ background: transparent; color: {quiet}; border-color: transparent; }}
QPushButton[role="plain"]:hover {{ background: {hover}; color: {text}; }}
QPushButton[role="plain"]:focus {{ border: 2px solid {accent}; color: {text}; }}
QPushButton[role="status"] {{ background: transparent; color: {quiet}; border-color: transparent;
  font-size: {small}px; padding: 0px {p8}px; min-height: 22px; }}
QPushButton[role="status"]:hover {{ background: {hover}; color: {text}; }}
QPushButton[role="status"]:focus {{ border: 2px solid {accent}; padding: 0px {p7}px; min-height: 20px; }}
QPushButton[role="icon"] {{ padding: 0px; min-width: {target}px; min-height: {chip}px; }}
QPushButton[role="icon"]:focus {{ padding: 0px; }}
QPushButton[role="bare"] {{ padding: 0px; min-width: {target}px; min-height: {chip}px;
  background: transparent; border-color: transparent; }}
QPushButton[role="bare"]:hover {{ background: {hover}; }}
QPushButton[role="bare"]:focus {{ border: 2px solid {accent}; }}
QPushButton[role="chip"] {{ border-radius: {round}px; font-size: {small}px; padding: 0px {p8}px;
  min-height: {chip}px; }}
QPushButton[role="chip"]:focus {{ border: 2px dashed {text}; padding: 0px {p7}px; }}
QPushButton[role="chip"]:checked {{ background: {accent_ground}; color: {accent_text};
  border: 1px solid {accent}; font-weight: 600; }}
QPushButton[role="chip"]:checked:focus {{ border: 2px dashed {text}; }}
QPushButton[role="answer"] {{ font-size: {large}px; padding: 0px {p8}px; min-height: {answer}px; }}
QPushButton[role="answer"]:focus {{ border: 3px dashed {text}; padding: 0px {p6}px; }}
QPushButton[role="answer"]:checked {{ background: {accent_ground}; color: {accent_text};
  border: 2px solid {accent}; font-weight: 600; }}
QPushButton[role="answer"]:checked:focus {{ border: 3px dashed {text}; }}
QPushButton[role="item"] {{ background: transparent; border-color: transparent; text-align: left;
  padding: {p6}px {p8}px; font-weight: 500; }}
QPushButton[role="item"]:hover {{ background: {hover}; }}
QPushButton[role="item"]:checked {{ background: {current}; color: {accent}; font-weight: 600; }}
QPushButton[role="item"]:focus {{ border: 2px solid {accent}; padding: {p5}px {p7}px; }}
QPushButton::menu-indicator {{ width: 0px; }}
QPushButton[role="note"] {{ background: {accent_ground}; color: {accent_text}; border: 1px solid transparent;
  margin: 2px 1px;
  border-radius: {p6}px; font-size: {small}px; font-weight: 600; padding: 0px; min-height: 0px; min-width: 0px; }}
QPushButton[role="note"]:hover {{ border-color: {accent}; }}
QPushButton[role="note"]:focus {{ border: 2px solid {accent}; padding: 0px; }}
QPushButton[role="place"] {{ background: transparent; border: 2px solid transparent; text-align: left; padding: 0px; }}
QPushButton[role="place"]:hover {{ background: {hover}; }}
QPushButton[role="place"]:checked {{ background: {accent_ground}; }}
QPushButton[role="place"]:focus {{ border: 2px solid {accent}; padding: 0px; }}
QLabel[role="place_chosen"] {{ color: {accent_text}; font-weight: 600; }}

QPushButton[role="emergency_item"] {{ background: transparent; border: 1px solid {emergency}; color: {emergency};
  text-align: left; font-weight: 600; padding: {p6}px {p8}px; }}
QPushButton[role="emergency_item"]:hover, QPushButton[role="emergency_item"]:checked {{ background: {hover}; }}
QPushButton[role="emergency_item"]:focus {{ border: 2px solid {emergency}; padding: {p5}px {p7}px; }}
QLabel[role="emergency_hint"] {{ color: {emergency}; font-size: {small}px; font-weight: 600; }}
QFrame[role="emergency"] {{ background: {emergency_ground}; border: none; border-radius: 12px; }}
QLabel[role="on_emergency"] {{ color: {on_emergency}; }}
QLabel[role="on_emergency_strong"] {{ color: {on_emergency}; font-weight: 600; }}
QLabel[role="on_emergency_title"] {{ color: {on_emergency}; font-size: {title}px; font-weight: 600; }}
QLabel[role="emergency_number"] {{ color: {on_emergency}; font-size: {number}px; font-weight: 700; }}
QPushButton[role="on_emergency"], QComboBox[role="on_emergency"] {{ background: {emergency_ground};
  color: {on_emergency}; border: 1px solid {on_emergency}; }}
QPushButton[role="on_emergency"]:hover, QPushButton[role="on_emergency"]:focus,
QComboBox[role="on_emergency"]:hover, QComboBox[role="on_emergency"]:focus {{ background: {on_emergency};
  color: {emergency_ground}; border: 2px solid {on_emergency}; }}

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit {{ background: {card}; color: {text};
  border: 1px solid {edge};
  border-radius: 8px; padding: {p5}px {p10}px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {ground}; color: {quiet}; border-color: {hairline}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {quiet}; }}
QLineEdit, QComboBox, QDateEdit, QTimeEdit {{ min-height: {inner}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus {{
  border: 2px solid {accent}; padding: {p4}px {p9}px; }}
QLineEdit[role="amount"] {{ font-size: {large}px; font-weight: 600; }}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {card}; color: {text}; border: 1px solid {edge};
  selection-background-color: {accent_ground};
  selection-color: {text}; outline: none; }}
QComboBox QAbstractItemView::item {{ background: {card}; color: {text}; min-height: {target}px;
  padding: 0px {p8}px; border: none; }}
QComboBox QAbstractItemView::item:selected {{ background: {accent_ground}; color: {text}; }}
QListView, QTreeView, QTableView {{ background: {card}; border: none; outline: none;
  selection-background-color: {accent_ground};
  selection-color: {text}; }}
QCheckBox, QRadioButton {{ spacing: {p8}px; min-height: {target}px; outline: none; }}
QCheckBox::indicator {{ width: {inner}px; height: {inner}px; background: {card}; border: 1px solid {edge};
  border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {accent}; border: 1px solid {accent}; image: url("{tick}"); }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 8px; padding: 0px {p4}px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QProgressBar {{ border: 1px solid {edge}; border-radius: 6px; background: {card}; min-height: {p12}px;
  max-height: {p12}px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 5px; }}

QTableView {{ border: 2px solid transparent; border-radius: 8px; }}
QTableView:focus {{ border-color: {accent}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[role="reader"] {{ border: 2px solid transparent; border-radius: 8px; }}
QScrollArea[role="reader"]:focus {{ border-color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: {p12}px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: {p12}px; margin: 0px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {target}px; }}
QScrollBar::handle:horizontal {{ min-width: {target}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenuBar {{ background: {navigation}; color: {text}; border-bottom: 1px solid {hairline}; }}
QMenuBar::item {{ padding: {p4}px {p10}px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_ground}; border-radius: 4px; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {edge}; padding: {p4}px; }}
QMenu::item {{ padding: {p6}px {p24}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_ground}; color: {text}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: {p4}px; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {edge}; padding: 4px; }}
"""
_LENGTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 24)


def stylesheet(theme: Colours) -> str:
    """The stylesheet in this theme's colours and sizes."""
    lengths = {f"p{length}": theme.px(length) for length in _LENGTHS}
    sizes = {"small": theme.px(12.5), "large": theme.px(16), "title": theme.px(22), "number": theme.px(44)}
    # A target is at least 32 px high in all: what stands inside of border and padding is less.
    heights = {
        "inner": theme.px(20), "target": theme.px(32), "chip": theme.px(30), "button": theme.px(34),
        "round": theme.px(15), "answer": max(theme.px(36), 48),
    }  # fmt: skip
    tick = asset("icons", "check.svg").as_posix()
    return _SHEET.format(**lengths, **sizes, **heights, **_colours(theme), tick=tick)


def _colours(theme: Colours) -> dict[str, str]:
    named = (
        "card", "ground", "navigation", "current", "text", "quiet", "hairline", "edge", "accent", "on_accent",
        "accent_ground", "caution", "caution_ground", "emergency", "emergency_ground", "on_emergency", "hover",
    )  # fmt: skip
    accent_text = theme.text if theme.dark else "#144c3f"
    return {**{name: getattr(theme, name) for name in named}, "accent_text": accent_text}
