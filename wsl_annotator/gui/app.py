"""The application: Qt's set-up, the last door for exceptions, and one window."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from wsl_annotator import __version__
from wsl_annotator.core.log import set_up_logging
from wsl_annotator.gui import wiring
from wsl_annotator.gui.desk import Desk
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.language import install_language
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.child import Children
from wsl_annotator.gui.settings import APPLICATION, ORGANIZATION, Settings, stored_language
from wsl_annotator.gui.theme import apply_theme

log = logging.getLogger(__name__)

SWITCH_INTERVAL_S = 0.001


class ExceptionDoor(QObject):
    """Shows what nobody caught, and logs it; the window goes on."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception, as `sys.excepthook` does."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("uncaught", exc_info=(kind, error, trace))
        self._messages.error(error)


def make_application() -> QApplication:
    """Return the one QApplication, set up."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APPLICATION)
    app.setOrganizationName(ORGANIZATION)
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION)
    app.setWindowIcon(icon("app"))
    install_language(app, stored_language())
    return app


def make_desk(app: QApplication, children: Children) -> Desk:
    """Return a joined desk with its window as the user left it; not shown yet.

    Args:
        app: the application.
        children: the processes that work for the window.
    """
    # A worker's Python code gives the interpreter back to the window within this time.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    settings = Settings()
    apply_theme(app, settings.theme)
    desk = Desk(app, settings, children)
    wiring.connect(desk)
    desk.windows.restore()
    desk.action_desk.refresh()
    return desk


def run(project: Path | None = None) -> int:
    """Show the window until it is closed.

    Args:
        project: a project file to open; None shows the welcome page.

    Returns:
        The exit code.
    """
    set_up_logging(verbose=False)
    app = make_application()
    children = Children()
    desk = make_desk(app, children)
    door = ExceptionDoor(desk.messages, desk)
    previous = sys.excepthook
    sys.excepthook = door.handle
    desk.window.show()
    if project is not None:
        QTimer.singleShot(0, desk, OpenLater(desk, project).open)
    try:
        code = app.exec()
    finally:
        sys.excepthook = previous
    ended = desk.shut_down()
    children.close()
    if not ended:
        # A running QThread must not be destroyed. Everything is stored: the process ends with the thread in it.
        logging.shutdown()
        os._exit(code)
    return code


class OpenLater(QObject):
    """Opens a project once the event loop runs, so that the window is there before it."""

    def __init__(self, desk: Desk, project: Path) -> None:
        super().__init__(desk)
        self._desk = desk
        self._project = project

    def open(self) -> None:
        """Open it."""
        self._desk.projects.open_path(self._project)
