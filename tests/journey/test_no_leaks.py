"""Nothing stays behind: no dialog that was answered, no thread or timer of a closed window, no widget of one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, make_squares_project, open_desk

ASKING = ("shortcuts", "about", "network", "new_project", "import", "export")
THREADS = {"network", "store", "calibration", "lists"}


class Closer(QObject):
    """Rejects every modal dialog that comes, as Escape does, and remembers what it was."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(10)

    @Slot()
    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self.seen.append(type(dialog).__name__)
            dialog.reject()

    def stop(self) -> None:
        self._timer.stop()


def _settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def _counts(hands: Hands) -> dict[str, int]:
    _settle()
    kinds: dict[str, int] = {}
    for widget in hands.desk.window.findChildren(QWidget):
        name = widget.metaObject().className()
        kinds[name] = kinds.get(name, 0) + 1
    return kinds


def test_that_a_dialog_that_was_answered_is_gone(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    closer = Closer()

    def ask_all() -> None:
        for name in ASKING:
            hands.desk.actions[name].trigger()

    ask_all()
    first = _counts(hands)
    ask_all()
    assert _counts(hands) == first
    closer.stop()
    assert len(closer.seen) == 2 * len(ASKING), closer.seen


def test_that_no_widget_is_added_by_going_round_and_round(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()

    def go_round() -> None:
        for _ in range(3):
            hands.draw((30, 20), (50, 40))
            hands.key(Qt.Key.Key_2)
            hands.ctrl(Qt.Key.Key_Z)
            hands.ctrl(Qt.Key.Key_Z)
            hands.next_image()
        for _ in range(3):
            hands.key(Qt.Key.Key_A)
            hands.until(hands.picture_shown)
        hands.ctrl(Qt.Key.Key_W)
        hands.open(squares)

    go_round()
    first = _counts(hands)
    go_round()
    assert _counts(hands) == first


def test_that_a_closed_window_leaves_no_thread_timer_or_widget(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    _settle()
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(project)
        hands.propose_all()
        hands.ctrl(Qt.Key.Key_R)
        hands.until(lambda: hands.desk.inspector.look.pane("A").run is not None)
        hands.desk.inspector.window.transport.play.click()
        assert not THREADS - _thread_names()
        desk, window = hands.desk, hands.desk.window
        hands.desk.window.close()
        for root in (desk, window):
            going = [one for one in root.findChildren(QTimer) if one.isActive() and not one.isSingleShot()]
            assert [_owners(timer) for timer in going] == []
    del going, root, desk, window
    _settle()
    assert not THREADS & _thread_names()
    left = [one for one in QApplication.topLevelWidgets() if id(one) not in before]
    assert [(type(one).__name__, one.objectName(), one.accessibleName()) for one in left] == []


def _owners(thing: QObject) -> str:
    names = []
    one: QObject | None = thing
    while one is not None:
        names.append(one.objectName() or type(one).__name__)
        one = one.parent()
    return " of ".join(names)


def _thread_names() -> set[str]:
    """Return the names of this process's threads, as Linux knows them."""
    return {(task / "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()}
