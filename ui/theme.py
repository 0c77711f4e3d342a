"""How everything looks: colours, type scale, spacing, and the style sheet made of them.

After the Digital Agency's design system (デジタル庁デザインシステム); contrasts are WCAG 2.2 AA.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from exports.palette import GROUND as GROUND
from exports.palette import NOTE_FILL as NOTE_FILL
from exports.palette import NOTE_LINE as NOTE_LINE
from exports.palette import NOTE_MARK as NOTE_MARK
from exports.palette import NOTE_RADIUS as NOTE_RADIUS
from exports.palette import SECOND_TEXT as SECOND_TEXT
from exports.palette import TEXT as TEXT
from exports.palette import WHITE as WHITE

DISABLED_TEXT = "#767676"
HAIRLINE = "#cccccc"
FIELD_LINE = "#767676"
KEY = "#0017c1"
KEY_HOVER = "#00118f"
KEY_PRESSED = "#000060"
KEY_TINT = "#e8f1fe"
SUCCESS = "#197a4b"
ERROR = "#ce0000"
ERROR_TINT = "#fdeeee"
WARNING_TEXT = "#927200"
WARNING_TINT = "#fbf5e0"
FOCUS = "#ffd43d"

UNIT = 8
RADIUS = 8
TARGET = 44
"""The least height and width of a thing to press, px."""

SMALL, BODY, LEAD, HEADING, TITLE, DISPLAY = 14, 16, 18, 22, 28, 36
"""The interface's sizes out of the scale 14 16 17 18 20 22 24 28 32 36 45 48 57 64, px."""

TEXT_FAMILY = "BIZ UDPGothic"
FIGURE_FAMILY = "BIZ UDGothic"

TICK = (Path(__file__).parent.parent / "assets" / "icons" / "tick.svg").as_posix()
FONTS = Path(__file__).parent.parent / "assets" / "fonts"


def font(px: int = BODY, *, bold: bool = False, figures: bool = False) -> QFont:
    """The house's type at a size; `figures` is the fixed-width face for clocks and tables."""
    chosen = QFont(FIGURE_FAMILY if figures else TEXT_FAMILY)
    chosen.setPixelSize(px)
    chosen.setBold(bold)
    return chosen


def load_fonts() -> None:
    """Make the shipped fonts known to Qt."""
    for path in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: WHITE,
        QPalette.ColorRole.AlternateBase: GROUND,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.Button: WHITE,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.Highlight: KEY,
        QPalette.ColorRole.HighlightedText: WHITE,
        QPalette.ColorRole.PlaceholderText: DISABLED_TEXT,
        QPalette.ColorRole.ToolTipBase: WHITE,
        QPalette.ColorRole.ToolTipText: TEXT,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette


def apply_theme(app: QApplication) -> None:
    """Dress the application: fonts, palette, style sheet. The same on every system and in dark mode."""
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(STYLE_SHEET)
    app.focusChanged.connect(_ring)


def _ring(left: QWidget | None, entered: QWidget | None) -> None:
    """Ring the button that the keyboard came to; who presses with the mouse sees where it is."""
    by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    for widget, ringed in ((left, False), (entered, not by_mouse)):
        if isinstance(widget, QAbstractButton) and bool(widget.property("ring")) != ringed:
            widget.setProperty("ring", ringed)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            widget.update()


STYLE_SHEET = f"""
QWidget {{ color: {TEXT}; }}
QMainWindow, QDialog, QWidget#page {{ background: {GROUND}; }}
QToolTip {{ background: {WHITE}; color: {TEXT}; border: 1px solid {HAIRLINE}; padding: 4px 8px; }}
QLabel[role="title"] {{ font-size: {TITLE}px; font-weight: bold; }}
QLabel[role="heading"] {{ font-size: {HEADING}px; font-weight: bold; }}
QLabel[role="lead"] {{ font-size: {LEAD}px; }}
QLabel[role="second"] {{ color: {SECOND_TEXT}; }}
QLabel[role="field"] {{ font-weight: bold; }}
QLabel[role="problem"] {{ color: {ERROR}; font-weight: bold; }}
QLabel[role="success"] {{ color: {SUCCESS}; font-weight: bold; }}
QLabel[role="warning"] {{
    color: {TEXT}; background: {WARNING_TINT}; border-left: 4px solid {WARNING_TEXT}; padding: 8px 12px;
}}
QFrame[role="card"] {{ background: {WHITE}; border: 1px solid {HAIRLINE}; border-radius: {RADIUS}px; }}
QFrame[role="line"] {{ background: {HAIRLINE}; border: none; max-height: 1px; min-height: 1px; }}
QPushButton, QToolButton {{
    background: {WHITE}; color: {KEY}; border: 1px solid {KEY}; border-radius: {RADIUS}px;
    padding: 0 16px; min-height: 42px; font-weight: bold;
}}
QPushButton:hover, QToolButton:hover {{ background: {KEY_TINT}; color: {KEY_HOVER}; border-color: {KEY_HOVER}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {KEY_TINT}; color: {KEY_PRESSED}; }}
QPushButton:checked, QToolButton:checked {{ background: {KEY_TINT}; border: 2px solid {KEY}; }}
QPushButton:disabled, QToolButton:disabled {{
    background: {GROUND}; color: {DISABLED_TEXT}; border-color: {HAIRLINE};
}}
QPushButton[role="primary"] {{ background: {KEY}; color: {WHITE}; padding: 0 24px; }}
QPushButton[role="primary"]:hover {{ background: {KEY_HOVER}; }}
QPushButton[role="primary"]:pressed {{ background: {KEY_PRESSED}; }}
QPushButton[role="primary"]:disabled {{ background: {HAIRLINE}; color: {SECOND_TEXT}; border-color: {HAIRLINE}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ border-color: transparent; background: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {KEY_TINT}; }}
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled {{ background: transparent; }}
QPushButton[role="danger"] {{ color: {ERROR}; border-color: {ERROR}; }}
QPushButton[role="danger"]:hover {{ background: {ERROR_TINT}; }}
QPushButton[ring="true"], QToolButton[ring="true"] {{
    border: 2px solid {TEXT}; background: {FOCUS}; color: {TEXT};
}}
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit {{
    background: {WHITE}; border: 1px solid {FIELD_LINE}; border-radius: {RADIUS}px; padding: 4px 12px;
    selection-background-color: {KEY}; selection-color: {WHITE};
}}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit {{ min-height: 34px; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus, QTimeEdit:focus {{ border: 2px solid {TEXT}; background: #fffbea; }}
QLineEdit:disabled, QTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{
    background: {GROUND}; color: {DISABLED_TEXT};
}}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 32px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 18px; height: 18px; border: 2px solid {FIELD_LINE}; background: {WHITE};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 11px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {KEY}; }}
QCheckBox::indicator:checked {{ border-color: {KEY}; background: {KEY}; image: url({TICK}); }}
QRadioButton::indicator:checked {{
    border-color: {KEY};
    background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0 {KEY}, stop:0.5 {KEY}, stop:0.55 {WHITE}, stop:1 {WHITE});
}}
QCheckBox[ring="true"], QRadioButton[ring="true"] {{ border-color: {TEXT}; background: {FOCUS}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget#page {{ background: {GROUND}; }}
QTableView, QListView, QTreeView {{
    background: {WHITE}; border: 1px solid {HAIRLINE}; border-radius: {RADIUS}px; gridline-color: {HAIRLINE};
    selection-background-color: {KEY_TINT}; selection-color: {TEXT}; outline: none;
}}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {TEXT}; }}
QComboBoxPrivateContainer {{ background: {WHITE}; border: 1px solid {HAIRLINE}; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ border: none; border-radius: 0; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 40px; padding: 0 8px; border: none; }}
QComboBox QAbstractItemView::item:selected {{ background: {KEY_TINT}; color: {KEY_HOVER}; }}
QHeaderView::section {{
    background: {GROUND}; border: none; border-bottom: 1px solid {HAIRLINE}; padding: 8px; font-weight: bold;
}}
QMenu {{ background: {WHITE}; border: 1px solid {HAIRLINE}; padding: 4px; }}
QMenu::item {{ padding: 12px 24px; }}
QMenu::separator {{ height: 1px; background: {HAIRLINE}; margin: 4px 8px; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QMenu::item:selected {{ background: {KEY_TINT}; color: {KEY_HOVER}; }}
QMenu::item:disabled {{ color: {DISABLED_TEXT}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar::handle:vertical {{ background: #b3b3b3; border-radius: 5px; min-height: 40px; margin: 1px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle:horizontal {{ background: #b3b3b3; border-radius: 5px; min-width: 40px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
"""
