"""The window in German: it is German all over, each key has one entry in a menu, and no word is cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_translations import I18N, messages
from PySide6.QtCore import QSize, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QMenu,
    QMenuBar,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, open_desk
from tests.helpers.german import GERMAN, speaking
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog
from wsl_annotator.gui.dialogs.sheets import AboutSheet, KeySheet
from wsl_annotator.gui.evaluation.dialog import EvaluationDialog
from wsl_annotator.gui.inspector.rerun_dialog import RerunDialog
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.models.box_model import CLASS
from wsl_annotator.gui.progress_words import progress_text
from wsl_annotator.gui.settings import SearchChoice, Settings
from wsl_annotator.gui.shortcuts import LABELIMG
from wsl_annotator.gui.statistics.page import StatisticsPage
from wsl_annotator.gui.training.code_memory import CodeMemory
from wsl_annotator.gui.training.train_dialog import TrainDialog

SMALL_SCREEN = QSize(1366, 768)
FRAME = QSize(16, 80)
"""What the system takes: a frame with a title, and a bar at the edge of the screen."""
SAME = {"AP50", "mAP", "p", "CorLoc", "Log-odds", "log-odds", "Name"}
"""Words of the field that both languages write alike, or nearly."""


class Marks(QTranslator):
    """Puts every text that asks to be translated between marks, so that the others stand out."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, _: str | None = None, n: int = -1) -> str:
        # names of keys are read back by Qt
        return text if context == "QShortcut" else f"⟦{text.replace('%n', str(n))}⟧"


@pytest.fixture
def dialogs(german: None, qtbot: QtBot, tmp_path: Path) -> list[QWidget]:
    choice = SearchChoice(network="bundled", preset="fast", device="cpu")
    made = [
        NewProjectDialog(),
        ImportDialog(),
        ExportDialog(folder=tmp_path, name="voc", counts=dict.fromkeys(BoxState, 12)),
        NetworkDialog(choice),
        RerunDialog(choice, class_name="red"),
        RerunDialog(choice, class_name="red", part="⟦in the region⟧: ⟦120 × 90 at 70, 40⟧"),
        AboutSheet(device="cpu"),
        StatisticsPage(),
        EvaluationDialog(),
        TrainDialog(CodeMemory(Settings())),
    ]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
    return made


def texts_of(root: QWidget) -> set[str]:
    """Return what can be read, pointed at or heard in a window."""
    readers = ("text", "toolTip", "statusTip", "accessibleName", "placeholderText", "windowTitle", "title")
    found: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        known = (getattr(widget, reader, "") for reader in readers)
        found |= {text for read in known if callable(read) and isinstance(text := read(), str)}
        for action in widget.actions():
            found |= {action.text(), action.statusTip(), action.toolTip(), action.iconText()}
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(row) for row in range(widget.count())}
        if isinstance(widget, QHeaderView) and widget.model() is not None:
            heads = (widget.model().headerData(part, widget.orientation()) for part in range(widget.count()))
            found |= {head for head in heads if isinstance(head, str)}
    return found - {""}


def english_left(root: QWidget) -> set[str]:
    """Return the texts of a window that are still as in the source."""
    sources = {
        message.findtext("source", "")
        for _, message in messages(I18N / "wsl_annotator_de.ts")
        if message.findtext("translation", "") != message.findtext("source", "")
    }
    return texts_of(root) & sources - SAME


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of buttons, labels and choices that are wider or higher than their place."""
    cut = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height():
                cut.append(widget.text())
        elif isinstance(widget, QLabel | QAbstractButton) and widget.text():
            if widget.sizeHint().width() > widget.width():
                cut.append(widget.text())
        elif isinstance(widget, QComboBox) and not widget.isEditable():
            room = widget.width() - 34
            texts = [widget.itemText(row) for row in range(widget.count())]
            cut += [text for text in texts if widget.fontMetrics().horizontalAdvance(text) > room]
    return cut


def menus_of(bar: QMenuBar) -> Iterator[tuple[str, QMenu | QMenuBar]]:
    """Give the bar and each menu below it, by name."""
    yield "bar", bar
    for menu in bar.findChildren(QMenu):
        yield menu.title(), menu


def shared_mnemonics(bar: QMenuBar) -> list[tuple[str, str]]:
    """Return (menu, letter) wherever two entries of a menu have the same letter."""
    found = []
    for title, menu in menus_of(bar):
        letters = Counter(
            match[1].lower() for action in menu.actions() if (match := re.search(r"&(\w)", action.text()))
        )
        found += [(title, letter) for letter, count in letters.items() if count > 1]
    return found


def test_that_the_menus_and_the_toolbar_are_german(german_hands: Hands) -> None:
    window = german_hands.desk.window
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["Datei", "Bearbeiten", "Vorschlagen", "Prüfen", "Ansicht", "Hilfe"]
    words = {button.text() for button in window.toolbar.findChildren(QToolButton) if button.text()}
    assert {"Vorschlagen", "Annehmen", "Ablehnen", "Geprüft", "Exportieren"} <= words


def test_that_no_english_is_left_in_the_window(german_hands: Hands, squares: Path) -> None:
    german_hands.open(squares)
    german_hands.propose_all()
    german_hands.desk.review.accept_all()
    window = german_hands.desk.window
    assert "Bilder" in texts_of(window)
    assert english_left(window) == set()


def test_that_no_english_is_left_in_the_dialogs_and_the_inspector(dialogs: list[QWidget], qtbot: QtBot) -> None:
    inspector = InspectorWindow(LABELIMG)
    qtbot.addWidget(inspector)
    assert {type(one).__name__: english_left(one) for one in (*dialogs, inspector) if english_left(one)} == {}


def test_that_every_text_of_the_window_asks_to_be_translated(qtbot: QtBot, tmp_path: Path, squares: Path) -> None:
    with speaking(Marks()), open_desk(qtbot, tmp_path) as hands:
        hands.open(squares)
        hands.propose_all()
        bare = {re.sub(r"⟦.*?⟧|<[^>]*>", "", text) for text in texts_of(hands.desk.window)}
        project = squares.stem
    data = re.compile(
        rf"red|green|blue|WSL Annotator|{project}|\S+\.(png|jpg|wsl|py)\S*|cpu|auto|fast|bundled|build\w*"
        r"|Viridis|Inferno|Magma|Cividis|Turbo|Unspecified|Frontal|Rear|Left|Right|qt_\w+"
        r"|(Ctrl|Shift|Alt|Space|Return|Enter|Tab|Esc|Del|PgUp|PgDown|F\d)\b"
    )
    assert {text for text in bare if re.search(r"[A-Za-z]{3,}", data.sub("", text))} == set()


@pytest.mark.parametrize("translators", [(), GERMAN], ids=["english", "german"])
def test_that_a_letter_calls_one_entry_of_each_menu(
    qtbot: QtBot, tmp_path: Path, translators: tuple[Path, ...], squares: Path
) -> None:
    loaded = [QTranslator() for _ in translators]
    assert all(translator.load(str(path)) for translator, path in zip(loaded, translators, strict=True))
    with speaking(*loaded), open_desk(qtbot, tmp_path) as hands:
        hands.open(squares)
        hands.propose_all()
        hands.desk.review.accept_all()
        inspector = InspectorWindow(LABELIMG)
        qtbot.addWidget(inspector)
        for window in (hands.desk.window, inspector):
            assert shared_mnemonics(window.menuBar()) == []
            assert len(list(menus_of(window.menuBar()))) > 3


def test_that_an_undo_is_named_and_that_nothing_dangles_without_one(german_hands: Hands, squares: Path) -> None:
    german_hands.open(squares)
    german_hands.draw((10, 10), (60, 60))
    german_hands.until(german_hands.desk.stack.canUndo)
    undo, redo = german_hands.desk.actions["undo"], german_hands.desk.actions["redo"]
    assert undo.text() == "&Rückgängig: Zeichnen"
    assert redo.text() == "&Wiederholen"


def test_that_german_names_of_keys_are_the_same_keys(german_hands: Hands, squares: Path) -> None:
    actions = german_hands.desk.actions
    assert actions["undo"].shortcut().toString() == "Ctrl+Z"
    assert "Strg+Z" in actions["undo"].toolTip()
    assert actions["verify"].shortcut().toString() == "Space"
    assert "Leertaste" in actions["verify"].toolTip()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("finished", "fertig"),
        ("scene_1.jpg: level 3 of 16", "scene_1.jpg: Ebene 3 von 16"),
        ("epoch 2 of 5, loss 0.4312", "Epoche 2 von 5, Verlust 0.4312"),
        ("epoch 2 of 5, loss 0.4312, mAP 0.512", "Epoche 2 von 5, Verlust 0.4312, mAP 0.512"),
        ("level {x} of my holidays.jpg", "level {x} of my holidays.jpg"),
    ],
)
def test_that_running_work_speaks_german_and_names_of_files_stay(german: None, message: str, said: str) -> None:
    assert progress_text(message) == said


def test_that_the_bundled_network_is_described_in_german(german: None, qtbot: QtBot) -> None:
    dialog = NetworkDialog(SearchChoice(network="bundled"))
    qtbot.addWidget(dialog)
    described = [label.text() for label in dialog.findChildren(QLabel) if "AlexNet" in label.text()]
    assert described
    assert all("liegt dem Programm bei" in text for text in described)


def test_that_nothing_is_cut_off_at_the_default_size(german_hands: Hands, squares: Path) -> None:
    window = german_hands.desk.window
    window.resize(1440, 900)
    german_hands.open(squares)
    german_hands.propose_all()
    german_hands.qtbot.wait(50)
    toolbar = window.findChild(QToolBar)
    hidden = [action.text() for action in toolbar.actions() if not toolbar.widgetForAction(action).isVisible()]
    assert hidden == []
    bar = window.menuBar()
    assert bar.actionGeometry(bar.actions()[-1]).right() < bar.width()
    assert cut_off(window) == []
    table = german_hands.desk.box_panel.table
    assert table.columnWidth(CLASS) >= table.sizeHintForColumn(CLASS)
    assert table.horizontalScrollBar().maximum() == 0


def test_that_nothing_is_cut_off_in_the_dialogs(dialogs: list[QWidget], qtbot: QtBot) -> None:
    qtbot.wait(50)
    assert {type(dialog).__name__: cut_off(dialog) for dialog in dialogs if cut_off(dialog)} == {}


def test_that_a_text_without_room_is_found(german: None, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel("Boxen und Vorschläge dieses Bildes", page)
    page.show()
    label.resize(40, 20)
    assert cut_off(page) == [label.text()]


@pytest.mark.parametrize("preset", ["labelImg", "CVAT"])
def test_that_every_key_is_seen_at_once_on_a_small_screen(german_hands: Hands, preset: str) -> None:
    keys = german_hands.desk.keys
    keys.choose(preset)
    sheet = KeySheet(keys.keys, name=preset)
    german_hands.qtbot.addWidget(sheet)
    scrolls = [sheet.pages.widget(at) for at in range(sheet.pages.count())]
    around = sheet.sizeHint() - scrolls[0].minimumSize().expandedTo(scrolls[1].minimumSize())
    for scroll in scrolls:
        wanted = scroll.widget().sizeHint() + around + FRAME
        assert wanted.boundedTo(SMALL_SCREEN) == wanted
    assert {"Datei", "Auf dem Bild", "Kante eine Stufe nach außen", "Heatmap bis hier"} <= texts_of(sheet)
