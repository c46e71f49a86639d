"""The child's side of a journey: the real `main()`, its window driven by keys and mouse, and what it leaves behind.

Run as `python -m tests.helpers.journey_child MODULE:FUNCTION FOLDER PROJECT JSON`; `tests.helpers.program` does so. The
function is called as `function(hands, **values)` inside the program's own event loop; the window is closed after it.
The last line of the output is a report, with every warning of Qt and every warning that was logged.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import re
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QSettings, QThread, QTimer, QtMsgType, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Hands
from tests.helpers.window import OFFSCREEN_SAYS
from wsl_annotator.__main__ import main
from wsl_annotator.gui import app
from wsl_annotator.gui.desk import Desk
from wsl_annotator.gui.services.child import Children

PATIENCE_MS = 240_000
"""A child loads torch anew, and shares its processors with whatever else runs."""
REPORT = "report "
SAID = "said "


class Bot:
    """What `Hands` needs of pytest-qt, without pytest."""

    def waitUntil(self, condition: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        until = time.monotonic() + timeout / 1000
        while not condition():
            if time.monotonic() > until:
                raise TimeoutError("what the journey waits for did not come")
            self.wait(5)

    def wait(self, timeout: int) -> None:
        # QTest.qWait keeps the interpreter while it waits, and no worker would go on
        loop = QEventLoop()
        QTimer.singleShot(timeout, loop.quit)
        loop.exec()


class JourneyHands(Hands):
    """Hands that also answer dialogs and tell the parent what they saw."""

    def until(self, condition: Callable[[], bool], *, timeout_ms: int = PATIENCE_MS) -> None:
        super().until(condition, timeout_ms=timeout_ms)

    def say(self, **values: Any) -> None:
        """Tell the parent something."""
        print(SAID + json.dumps(values), flush=True)

    def answer(self, act: Callable[[Any], None]) -> Answer:
        """Let `act` drive the next modal dialog, whose `exec` does not return before it is over."""
        return Answer(act)


class Answer(QObject):
    """Waits for a modal dialog and answers it."""

    def __init__(self, act: Callable[[Any], None]) -> None:
        super().__init__()
        self._act = act
        self.error: BaseException | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    @Slot()
    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible():
            return
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            return
        self._timer.stop()
        try:
            self._act(dialog)
            if dialog.isVisible():
                raise AssertionError("the dialog was not answered")
        except Exception as error:  # noqa: BLE001  (nothing may leave a slot)
            self.error = error
            dialog.reject()


class Watch(logging.Handler):
    """Notes what must not happen: warnings of Qt, warnings that are logged, and a journey that fails."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.qt: list[str] = []
        self.logged: list[str] = []
        self.failure = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.logged.append(self.format(record))

    def on_qt_message(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg and not re.search(OFFSCREEN_SAYS, text):
            self.qt.append(text)


class Journey(QObject):
    """Runs a function once the window is there, and closes the window after it."""

    def __init__(self, function: Callable[..., None], values: dict[str, Any], watch: Watch) -> None:
        super().__init__()
        self._function, self._values, self._watch = function, values, watch
        self.desk: Desk | None = None

    def make_desk(self, qapp: QApplication, children: Children) -> Desk:
        """Stand in for `app.make_desk`: the same, with a journey that begins in the event loop."""
        self.desk = REAL_MAKE_DESK(qapp, children)
        QTimer.singleShot(0, self, self.begin)
        return self.desk

    @Slot()
    def begin(self) -> None:
        """Do the journey, however it ends."""
        desk = self.desk
        assert desk is not None
        desk.window.activateWindow()
        hands = JourneyHands(desk, Bot())
        try:
            hands.until(desk.window.isActiveWindow)
            self._function(hands, **self._values)
        except BaseException:  # noqa: BLE001  (the parent judges)
            self._watch.failure = traceback.format_exc()
        desk.window.close()


REAL_MAKE_DESK = app.make_desk


def left_behind(desk: Desk) -> dict[str, list[str]]:
    """Return what a closed window must not leave: running threads, timers that go on and on, windows on the screen."""
    roots: tuple[QObject, ...] = (desk, desk.window, desk.app)
    threads = [one.objectName() for root in roots for one in root.findChildren(QThread) if one.isRunning()]
    timers = [_path_of(one) for root in roots for one in root.findChildren(QTimer) if _goes_on(one)]
    windows = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
    return {"threads": threads, "timers": timers, "windows": windows}


def _goes_on(timer: QTimer) -> bool:
    return timer.isActive() and not timer.isSingleShot()


def _path_of(thing: QObject) -> str:
    names = []
    one: QObject | None = thing
    while one is not None:
        names.append(one.objectName() or type(one).__name__)
        one = one.parent()
    return " of ".join(names)


def run(place: str, folder: Path, project: str, values: dict[str, Any]) -> int:
    """Run one journey and print its report."""
    module, _, name = place.partition(":")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    watch = Watch()
    qInstallMessageHandler(watch.on_qt_message)
    logging.getLogger().addHandler(watch)
    journey = Journey(getattr(importlib.import_module(module), name), values, watch)
    app.make_desk = journey.make_desk
    code = main([project] if project else [])
    left = left_behind(journey.desk) if journey.desk is not None else {}
    report = {
        "code": code,
        "qt": watch.qt,
        "logged": watch.logged,
        "failure": watch.failure,
        "left": left,
        "torch": "torch" in sys.modules,
    }
    print(REPORT + json.dumps(report), flush=True)
    qInstallMessageHandler(None)
    return code


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(run(sys.argv[1], Path(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])))
