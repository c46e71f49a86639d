"""A command of this program in a child process: whatever becomes of it, the window goes on."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from wsl_annotator.gui.services.command_events import ErrorSaid, EventReader, ResultSaid

log = logging.getLogger(__name__)

TERMINATE_AFTER_MS = 450
KILL_AFTER_MS = 250
_KEPT_STDERR = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandEnd:
    """How a command ended.

    Attributes:
        kind: `done` (it reported a result), `cancelled`, `failed` (it said why), `silent` (it ended without a word) or
            `not started`.
        result: what it reported, where it is done.
        text: why it failed, or the system's reason why it could not be started.
        hint: the remedy, where it said one.
        code: exit status, or the signal that ended it.
        crashed: whether a signal ended it.
        details: the last lines that it wrote to its log.
    """

    kind: Literal["done", "cancelled", "failed", "silent", "not started"]
    result: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    hint: str = ""
    code: int = 0
    crashed: bool = False
    details: str = ""


class CommandProcess(QObject):
    """Runs one command at a time and tells what it says.

    The process is asked to end by closing its input, which it also sees when the window dies; if it does not listen
    (it imports, or hangs), it is terminated, then killed, all within a second.

    A subclass gives `outcome`, which turns the end into what `ended` carries.

    Signals:
        said: an event other than an error or a result.
        ended: what `outcome` makes of the end; exactly once for each start.
    """

    said = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._reader = EventReader()
        self._stopping = False
        self._error: ErrorSaid | None = None
        self._result: ResultSaid | None = None
        self._stderr = ""
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.timeout.connect(self._on_grace_over)

    def outcome(self, end: CommandEnd) -> object:
        """Return the end in the words of this command."""
        raise NotImplementedError

    @property
    def running(self) -> bool:
        """Whether a process was started and has not ended yet."""
        return self._process is not None

    @property
    def process_id(self) -> int:
        """The system's number of the process; 0 where none runs."""
        return self._process.processId() if self._process is not None else 0

    def start(self, program: str, words: Sequence[str]) -> None:
        """Start the command; `ended` comes, also where the program cannot be started."""
        if self._process is not None:
            raise RuntimeError("a command is running already")
        self._reader = EventReader()
        self._stopping, self._error, self._result, self._stderr = False, None, None, ""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_stderr)
        self._process.errorOccurred.connect(self._on_error_occurred)
        self._process.finished.connect(self._on_finished)
        self._process.start(program, list(words))

    def cancel(self) -> None:
        """Ask the process to end; what it keeps on the disk stays."""
        if self._process is None or self._stopping:
            return
        self._stopping = True
        self._process.closeWriteChannel()
        self._grace.start(TERMINATE_AFTER_MS)

    def end(self) -> None:
        """End the process and wait for it, at most about a second: the window closes. `ended` does not come."""
        process = self._process
        if process is None:
            return
        self.cancel()
        self._grace.stop()
        process.blockSignals(True)
        if not process.waitForFinished(TERMINATE_AFTER_MS):
            process.terminate()
            if not process.waitForFinished(KILL_AFTER_MS):
                process.kill()
                process.waitForFinished()
        self._process = None
        process.deleteLater()

    @Slot()
    def _on_grace_over(self) -> None:
        if self._process is None:
            return
        log.info("the command does not end by itself")
        self._process.terminate()
        QTimer.singleShot(KILL_AFTER_MS, self._process, self._process.kill)

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        for event in self._reader.feed(self._process.readAllStandardOutput().data()):
            if isinstance(event, ErrorSaid):
                self._error = event
            elif isinstance(event, ResultSaid):
                self._result = event
            else:
                self.said.emit(event)

    @Slot()
    def _on_stderr(self) -> None:
        if self._process is not None:
            text = self._process.readAllStandardError().data().decode("utf-8", "replace")
            self._stderr = (self._stderr + text)[-_KEPT_STDERR:]

    @Slot(QProcess.ProcessError)
    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._finish(CommandEnd(kind="not started", text=self._process.errorString().rstrip(".")))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_stderr()
        if self._stderr:
            log.info("the command wrote: %s", self._stderr)
        # what was finished before the cancel was heard is finished
        if self._result is not None:
            self._finish(CommandEnd(kind="done", result=self._result.values, details=self._stderr))
        elif self._stopping:
            self._finish(CommandEnd(kind="cancelled", details=self._stderr))
        elif self._error is not None:
            error = self._error
            self._finish(CommandEnd(kind="failed", text=error.text, hint=error.hint, details=self._stderr))
        else:
            crashed = status == QProcess.ExitStatus.CrashExit
            self._finish(CommandEnd(kind="silent", code=code, crashed=crashed, details=self._stderr))

    def _finish(self, end: CommandEnd) -> None:
        self._grace.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit(self.outcome(end))
