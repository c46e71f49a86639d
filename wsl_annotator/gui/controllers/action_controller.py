"""Which action does what, and when each can be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from wsl_annotator.core.errors import WslError
from wsl_annotator.gui.action_set import ActionSet
from wsl_annotator.gui.action_spec import Needs
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session


class ActionController(QObject):
    """Dispatches actions by name and enables them as the state changes."""

    began = Signal()

    def __init__(
        self,
        *,
        actions: ActionSet,
        session: Session,
        stack: QUndoStack,
        messages: Messages,
        is_running: Callable[[], bool],
        is_busy: Callable[[], bool],
        is_unseen: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._session = session
        self._stack = stack
        self._messages = messages
        self._is_running = is_running
        self._is_busy = is_busy
        self._is_unseen = is_unseen
        self._commands: Mapping[str, Callable[[], None]] = {}

    def set_commands(self, commands: Mapping[str, Callable[[], None]]) -> None:
        """Say what each action does; switches are listened to elsewhere."""
        self._commands = commands

    @Slot()
    def on_triggered(self) -> None:
        """Do what the action that was triggered stands for."""
        name = self.sender().objectName()
        self.began.emit()
        try:
            self._commands[name]()
        except WslError as error:
            self._messages.error(error)

    @Slot()
    def refresh(self) -> None:
        """Enable what can be used now."""
        session = self._session
        held = Needs.NOTHING
        if session.project is not None:
            held |= Needs.PROJECT
        if session.writable:
            held |= Needs.WRITABLE
        if session.image is not None:
            held |= Needs.IMAGE
            held |= Needs.NOTHING if self._is_unseen() else Needs.PICTURE
        if session.selection:
            held |= Needs.SELECTION
        if session.image is not None and session.proposals():
            held |= Needs.PROPOSALS
        busy = self._is_running() or self._is_busy()
        held |= Needs.JOB if busy else Needs.NO_JOB
        self._actions.enable(held)
        self._actions["undo"].setEnabled(session.writable and self._stack.canUndo())
        self._actions["redo"].setEnabled(session.writable and self._stack.canRedo())

    @Slot(str)
    def on_undo_text_changed(self, text: str) -> None:
        """Say in the menu what would be taken back."""
        self._actions["undo"].setText(self.tr("&Undo {0}").format(text).rstrip(": "))

    @Slot(str)
    def on_redo_text_changed(self, text: str) -> None:
        """Say in the menu what would be made again."""
        self._actions["redo"].setText(self.tr("&Redo {0}").format(text).rstrip(": "))
