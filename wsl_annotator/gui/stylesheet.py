"""The one stylesheet: what Fusion and the palette do not give (borders, corners, spacing, focus ring)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsl_annotator.gui.theme import ThemeColors

_TEMPLATE = """
QMainWindow::separator {{ background: {border}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {accent}; }}
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {border}; padding: 4px 8px; spacing: 4px; }}
QToolBar::separator {{ background: {border}; width: 1px; margin: 4px 4px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
QToolButton[popupMode="1"] {{ padding-right: 18px; }}
#qt_toolbar_ext_button {{ padding: 0; border-radius: 2px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed {{ background: {accent_soft}; }}
QToolButton:checked {{ background: {accent_soft}; border-color: {accent_soft}; }}
QToolButton:focus {{ border-color: {accent}; }}
QPushButton {{ background: {raised}; border: 1px solid {border}; border-radius: 6px; padding: 5px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {accent_soft}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:default, QPushButton[primary="true"] {{
    background: {accent}; color: {accent_text}; border-color: {accent}; font-weight: 600; }}
QPushButton:default:hover, QPushButton[primary="true"]:hover {{ background: {accent_hover}; }}
QPushButton:default:focus, QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 4px 13px; }}
QPushButton:disabled {{ background: {alternate}; color: {disabled}; border-color: {border}; font-weight: 400; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {border}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {raised}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 8px; border-radius: 4px; margin: 0 2px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QDockWidget {{ font-weight: 600; }}
QDockWidget::title {{ background: {window}; padding: 8px; text-align: left; border-bottom: 1px solid {border}; }}
QDockWidget > QWidget {{ font-weight: 400; }}
QTabBar::tab {{ padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: {muted}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; background: {hover}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: 2px 8px; color: {muted}; }}
QListView, QTreeView, QTableView {{
    border: none; outline: none; background: {base}; alternate-background-color: {alternate};
    selection-background-color: {accent_soft}; selection-color: {text}; gridline-color: {border}; }}
QListView:focus, QTreeView:focus, QTableView:focus {{ border: 1px solid {accent}; }}
QListView, QTreeView, QTableView {{ border: 1px solid transparent; }}
QTableView::item {{ padding: 0 6px; }}
QTreeView::item {{ padding: 2px 0; }}
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {{
    background: {accent_soft}; color: {text};
    border: 0 solid {accent}; border-top-width: 1px; border-bottom-width: 1px; }}
QHeaderView::section {{
    background: {alternate}; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 4px 8px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {base}; border: 1px solid {field}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {accent}; selection-color: {accent_text}; }}
QLineEdit:focus, QLineEdit[listens="true"], QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {accent}; padding: 3px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{ border-color: {faint}; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 4px; padding: 1px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QProgressBar {{
    background: {alternate}; border: 1px solid {field}; border-radius: 4px; text-align: center;
    min-height: 14px; max-height: {line_height}px; color: {text}; }}
QProgressBar::chunk {{ background: {progress}; border-radius: 3px; border-right: 2px solid {accent}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {disabled}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 8px; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="title"] {{ font-size: 20pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="chip"] {{
    background: {alternate}; border: 1px solid {border}; border-radius: 9px; padding: 1px 8px; color: {text}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QLabel[role="danger"] {{ color: {danger}; }}
QFrame[role="card"] {{ background: {base}; border: 1px solid {border}; border-radius: 8px; }}
"""


def build_stylesheet(colors: ThemeColors, *, line_height: int) -> str:
    """Return the stylesheet of a theme.

    Widgets opt in by properties: `role` = muted | title | heading | chip | warning | danger on a QLabel, card on a
    QFrame; `primary` = true on a QPushButton.

    Args:
        colors: of the theme.
        line_height: of the application's font, in logical pixels.
    """
    return _TEMPLATE.format(
        window=colors.window, base=colors.base, alternate=colors.alternate, raised=colors.raised, hover=colors.hover,
        border=colors.border, field=colors.field, faint=colors.faint, text=colors.text, muted=colors.muted,
        disabled=colors.disabled, accent=colors.accent, accent_text=colors.accent_text, warning=colors.warning,
        accent_soft=colors.accent_soft, danger=colors.danger, accent_hover="#82b4ff" if colors.dark else "#1d52ab",
        progress=colors.accent_soft if colors.dark else "#a9c6f5", line_height=line_height + 4,
    )  # fmt: skip
