"""What the window tells its user: values with a level, a sentence and a remedy."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.paths import log_dir
from wsl_annotator.gui.sentences import in_users_language

log = logging.getLogger(__name__)


class Level(Enum):
    """How serious a message is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what happened, what to do about it, and a list for whoever asks."""

    level: Level
    text: str
    hint: str = ""
    details: tuple[str, ...] = ()


def message_of(error: BaseException) -> Message:
    """Return what to say about an error: a known one speaks for itself, an unknown one is ours."""
    if isinstance(error, WslError):
        return Message(Level.ERROR, error.user_text, error.hint)
    if isinstance(error, OSError) and error.filename:
        reason = in_users_language(error.strerror or type(error).__name__)
        return Message(Level.ERROR, f"{error.filename}: {reason}.")
    text = QCoreApplication.translate("Messages", "Something went wrong inside the program: {0}.").format(
        f"{type(error).__name__}: {error}".rstrip(".:")
    )
    hint = QCoreApplication.translate("Messages", "Your work is saved. The details are in {0}.").format(
        log_dir() / "wsl-annotator.log"
    )
    return Message(Level.ERROR, text, hint)


class Messages(QObject):
    """Takes messages from everywhere on the main thread; the message bar shows them.

    `key_name` says how a sentence calls an action: by its key, or by its menu text where it has none.
    """

    posted = Signal(object)

    def __init__(self, parent: QObject | None = None, *, key_name: Callable[[str], str] = str) -> None:
        super().__init__(parent)
        self.key_name = key_name

    def post(self, message: Message) -> None:
        """Show a message."""
        level = {Level.INFO: logging.INFO, Level.WARNING: logging.INFO, Level.ERROR: logging.WARNING}[message.level]
        log.log(level, "%s %s", message.text, message.hint)
        self.posted.emit(message)

    def info(self, text: str, hint: str = "") -> None:
        """Say that something is done."""
        self.post(Message(Level.INFO, text, hint))

    def report(self, text: str, details: tuple[str, ...], hint: str = "") -> None:
        """Say what a job did; where it left something out, the message stays and can show the list."""
        self.post(Message(Level.WARNING if details else Level.INFO, text, hint, details))

    def warn(self, text: str, hint: str = "") -> None:
        """Say that something was left out or is not as wanted."""
        self.post(Message(Level.WARNING, text, hint))

    def error(self, error: BaseException) -> None:
        """Say what failed."""
        self.post(message_of(error))
