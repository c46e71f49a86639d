"""What persons do from the start of the program to its end. Each function runs inside the program, in a child process.

They act by keys and mouse alone, and tell the parent what they saw; the parent compares it with the files.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.helpers.heartbeat import Heartbeat
from tests.helpers.journey_child import JourneyHands
from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.store.project import Project

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
STROKE_MS = 150
"""A hand that never rests and never thinks."""
MOUSE_MS = 8
"""Between two events of a mouse that tells of itself 125 times a second."""
Rows = list[list[Any]]


def rows_of(project: Project) -> Rows:
    """Return every box of a project as JSON can hold it, in the order of their numbers."""
    images = {record.id: record.path for record in project.images()}
    classes = {record.id: record.name for record in project.classes()}
    return sorted(
        [one.id, images[one.image_id], classes[one.class_id], one.state.value, *_corners(one.box)]
        for one in project.all_boxes()
    )


def _corners(box: Box) -> tuple[float, float, float, float]:
    return (box.x1, box.y1, box.x2, box.y2)


def _rows_in_file(hands: JourneyHands) -> Rows:
    """Read the file as another program would: what is in it now is what a power cut would leave."""
    with Project.open(hands.desk.session.project.path, read_only=True) as reader:
        return rows_of(reader)


def _ready(hands: JourneyHands) -> None:
    hands.until(hands.picture_shown)
    hands.until(lambda: not hands.desk.queue.busy)


def _opened(hands: JourneyHands) -> None:
    """Wait for the first picture, and for the network's process to have loaded torch."""
    _ready(hands)
    hands.until(lambda: hands.desk.propose.warmed_up and not hands.desk.network.busy)


def _selected(hands: JourneyHands) -> list[Any]:
    """Return name, class, state and corners of the selected box."""
    session = hands.desk.session
    box = session.box(session.selection)
    assert box is not None
    return [session.image.path, box.class_name, *_corners(box.box)]


# ten images by keys


def ten_by_keys(hands: JourneyHands, *, coco: str, voc: str) -> None:
    """Search the sample, judge ten images by keys, and export twice by keys."""
    _opened(hands)
    hands.ctrl(Qt.Key.Key_B)
    hands.until(lambda: not hands.desk.propose.running)
    expected = []
    for number in range(10):
        _ready(hands)
        expected += _judge_by_keys(hands, number)
        hands.key(Qt.Key.Key_Space)
    _export_by_keys(hands, steps_down=0, to=coco)
    _export_by_keys(hands, steps_down=1, to=voc)
    verified = [row.path for row in hands.desk.images.summaries() if row.status.value == "verified"]
    hands.say(expected=expected, verified=verified)


def _judge_by_keys(hands: JourneyHands, number: int) -> Rows:
    """Accept, correct, reject and copy in turn; return what has to be in the export, as it was seen before the key."""
    session = hands.desk.session
    hands.key(Qt.Key.Key_Tab)
    kept: Rows = []
    if not session.proposals():
        return kept
    if number % 4 == 1:
        path, name, x1, y1, x2, y2 = _selected(hands)
        hands.key(Qt.Key.Key_Right if x2 + 1 <= session.image.width else Qt.Key.Key_Left)
        step = 1 if x2 + 1 <= session.image.width else -1
        return [[path, name, x1 + step, y1, x2 + step, y2]]
    if number % 4 == 2 and len(session.proposals()) > 1:
        hands.key(Qt.Key.Key_X)
        return kept
    kept.append(_selected(hands))
    hands.key(Qt.Key.Key_Return)
    if number % 4 == 3:
        hands.key(Qt.Key.Key_Escape)
        while session.owned_box(session.selection) is None:
            hands.key(Qt.Key.Key_Tab)
        hands.key(Qt.Key.Key_D, CTRL)
        kept.append(_selected(hands))
    return kept


def _export_by_keys(hands: JourneyHands, *, steps_down: int, to: str) -> None:
    def fill(dialog: ExportDialog) -> None:
        dialog.format.setFocus()
        for _ in range(steps_down):
            QTest.keyClick(dialog.format, Qt.Key.Key_Down)
        QTest.keyClick(dialog.format, Qt.Key.Key_Tab)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit), line
        QTest.keyClick(line, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(line, to)
        QTest.keyClick(line, Qt.Key.Key_Return)

    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.desk.canvas.setFocus()
    answer = hands.answer(fill)
    hands.key(Qt.Key.Key_E, CTRL | SHIFT)
    if answer.error is not None:
        raise answer.error
    assert hands.desk.projects.busy
    hands.until(lambda: not hands.desk.projects.busy)


# twenty steps back and forth


def twenty_steps(hands: JourneyHands, *, stay: bool) -> None:
    """Make twenty edits by mouse, undo them, redo them; say the file's boxes at each end."""
    _opened(hands)
    hands.draw((5, 5), (25, 20))
    hands.next_image()
    hands.draw((30, 5), (60, 40))
    start = _rows_in_file(hands)
    first = hands.desk.stack.index()
    for number in range(6):
        hands.draw((4 + number, 3), (14 + number, 12 + number))
    hands.drag((9, 8), (20, 30))
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_Right, SHIFT)
    hands.key(Qt.Key.Key_Delete)
    hands.next_image()
    for number in range(8):
        hands.draw((2 + 3 * number, 20), (12 + 3 * number, 44))
    hands.drag((2 + 21 + 5, 32), (2 + 21 + 15, 32))
    hands.key(Qt.Key.Key_Delete)
    steps = hands.desk.stack.index() - first
    end = _rows_in_file(hands)
    _ready(hands)
    for _ in range(20):
        hands.ctrl(Qt.Key.Key_Z)
    undone = _rows_in_file(hands)
    for _ in range(20):
        hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    hands.say(start=start, end=end, undone=undone, redone=_rows_in_file(hands), steps=steps)
    if stay:
        hands.until(lambda: False)


def draw_until_killed(hands: JourneyHands) -> None:
    """Draw box after box, and say what the window shows after each."""
    _opened(hands)
    for number in range(1000):
        hands.draw((2 + number % 30, 2 + number % 20), (20 + number % 30, 20 + number % 20))
        owned = hands.desk.session.owned.values()
        hands.say(boxes=sorted([one.id, *_corners(one.box)] for one in owned))


def look(hands: JourneyHands) -> None:
    """Say what is seen after opening."""
    _opened(hands)
    session = hands.desk.session
    hands.say(
        rows=rows_of(session.project),
        drawn=sorted([*_corners(item.box)] for item in hands.desk.canvas.canvas_scene.visible_items),
        title=hands.desk.window.windowTitle(),
        message=hands.desk.window.message_bar.text,
        writable=session.writable,
    )


# two windows


def hold(hands: JourneyHands, *, until: str) -> None:
    """Draw a box, keep the project open for editing until a file says otherwise."""
    _opened(hands)
    hands.draw((5, 5), (25, 20))
    hands.say(holding=True)
    hands.until(Path(until).exists)


def try_as_second(hands: JourneyHands, *, asked: str, free: str) -> None:
    """Try by every key and by the mouse to change what another window edits; then again once that one is closed."""
    _opened(hands)
    session, window = hands.desk.session, hands.desk.window
    before = rows_of(session.project)
    hands.say(title=window.windowTitle(), message=window.message_bar.text, rows=before, writable=session.writable)
    hands.draw((30, 20), (50, 40))
    hands.drag((15, 12), (20, 16))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_L, Qt.Key.Key_BracketLeft, Qt.Key.Key_2):
        hands.key(key)
    for key in (Qt.Key.Key_B, Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_I):
        hands.ctrl(key)
    hands.key(Qt.Key.Key_1, ALT)
    first = session.image.id
    hands.key(Qt.Key.Key_D)
    looked_on = session.image.id != first
    _ready(hands)
    hands.key(Qt.Key.Key_Space)
    enabled = sorted(
        name
        for name in ("draw", "accept", "reject", "delete", "verify", "propose_all", "import", "undo", "add_class")
        if hands.desk.actions[name].isEnabled()
    )
    hands.say(rows=rows_of(session.project), looked_on=looked_on, enabled=enabled, running=hands.desk.is_running())
    Path(asked).touch()
    hands.until(Path(free).exists)
    hands.draw((30, 20), (50, 40))
    still = session.writable
    path = session.project.path
    hands.ctrl(Qt.Key.Key_W)
    hands.desk.projects.open_path(path)
    _ready(hands)
    hands.draw((30, 20), (50, 40))
    hands.say(writable_before=still, writable_after=session.writable, rows=_rows_in_file(hands))


# a batch with annotation beside it


def _draw_in_time(hands: JourneyHands, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a box as a mouse tells it: event by event through the loop, and not all of them within one turn of it."""
    viewport = hands.desk.canvas.viewport()
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hands.key(Qt.Key.Key_W)
    hands.qtbot.wait(MOUSE_MS)
    QTest.mousePress(viewport, button, plain, hands.at(*start))
    for step in range(1, 9):
        hands.qtbot.wait(MOUSE_MS)
        point = [(8 - step) / 8 * first + step / 8 * last for first, last in zip(start, end, strict=True)]
        QTest.mouseMove(viewport, hands.at(*point))
    hands.qtbot.wait(MOUSE_MS)
    QTest.mouseRelease(viewport, button, plain, hands.at(*end))


def annotate_during_batch(hands: JourneyHands, *, images: int = 20) -> None:
    """Search the whole sample and annotate meanwhile without a rest; say how late the event loop was.

    Where the search of the sample is over before this many images were annotated, it begins again with another preset:
    how much a person does in it does not hang on how fast the machine searches. From the last image they go back.
    """
    loading = Heartbeat()
    _ready(hands)
    # Torch's own import comes once, after the first paint, and is reported apart.
    hands.until(lambda: hands.desk.propose.warmed_up and not hands.desk.network.busy)
    loading.stop()
    session, settings, steps = hands.desk.session, hands.desk.settings, len(hands.desk.images.summaries()) - 1
    others = (one for one in ("fast", "paper", "deep") if one != settings.search.preset)
    hands.ctrl(Qt.Key.Key_B)
    beat = Heartbeat()
    done = {"accepted": 0, "drawn": 0, "images": 0, "batches": 1}
    while hands.desk.propose.running or done["images"] < images:
        if not hands.desk.propose.running:
            settings.search = dataclasses.replace(settings.search, preset=next(others))
            hands.ctrl(Qt.Key.Key_B)
            done["batches"] += 1
        _ready(hands)
        # with a box of the person's own selected, the key goes to the next proposal and accepts none
        if session.proposals() and session.owned_box(session.selection) is None:
            hands.key(Qt.Key.Key_Return)
            done["accepted"] += 1
            hands.qtbot.wait(STROKE_MS)
        _draw_in_time(hands, (40, 40), (120, 110))
        done["drawn"] += 1
        hands.qtbot.wait(STROKE_MS)
        hands.key(Qt.Key.Key_D if done["images"] // steps % 2 == 0 else Qt.Key.Key_A)
        done["images"] += 1
        hands.until(hands.picture_shown)
        hands.qtbot.wait(STROKE_MS)
    beat.stop()
    searched = sum(row.localizations > 0 for row in hands.desk.images.summaries())
    gaps = {"gaps": beat.gaps_ms, "own": beat.own_ms, "work": beat.work_ms}
    hands.say(**gaps, loading=loading.gaps_ms, searched=searched, boxes=len(_rows_in_file(hands)), **done)
