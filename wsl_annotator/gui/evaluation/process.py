"""The child process that measures: its work takes nothing from the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.evaluation.request import Summary
from wsl_annotator.gui.training.events import ErrorSaid, EventReader, ResultSaid

log = logging.getLogger(__name__)

KILL_AFTER_MS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an evaluation ended.

    Attributes:
        kind: `done`, `cancelled` or `failed`.
        summary: what was measured, where it is done.
        text: one sentence where it failed.
        hint: the remedy.
    """

    kind: Literal["done", "cancelled", "failed"]
    summary: Summary | None = None
    text: str = ""
    hint: str = ""


class EvaluationProcess(QObject):
    """Runs one command at a time. It only reads the project, and its page is written whole or not at all.

    Signals:
        progressed: a `Progress`.
        ended: an `Outcome`; exactly once for each start.
    """

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._reader = EventReader()
        self._stopping = False
        self._error: ErrorSaid | None = None
        self._result: ResultSaid | None = None
        self._grace = QTimer(self)
        self._grace.setSingleShot(True)
        self._grace.setInterval(KILL_AFTER_MS)
        self._grace.timeout.connect(self._on_grace_over)

    @property
    def running(self) -> bool:
        """Whether a process was started and has not ended yet."""
        return self._process is not None

    def start(self, program: str, words: Sequence[str]) -> None:
        """Start the command; `ended` comes, also where the program cannot be started."""
        if self._process is not None:
            raise RuntimeError("an evaluation is running already")
        self._reader = EventReader()
        self._stopping, self._error, self._result = False, None, None
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.errorOccurred.connect(self._on_error_occurred)
        self._process.finished.connect(self._on_finished)
        self._process.start(program, list(words))

    def cancel(self) -> None:
        """End the process, within half a second."""
        if self._process is not None and not self._stopping:
            self._stopping = True
            self._process.terminate()
            self._grace.start()

    def end(self) -> None:
        """End the process and wait for it: the window closes. `ended` does not come."""
        process, self._process = self._process, None
        self._grace.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished()
            process.deleteLater()

    @Slot()
    def _on_grace_over(self) -> None:
        if self._process is not None:
            self._process.kill()

    @Slot()
    def _on_output(self) -> None:
        if self._process is None:
            return
        for event in self._reader.feed(self._process.readAllStandardOutput().data()):
            if isinstance(event, ErrorSaid):
                self._error = event
            elif isinstance(event, ResultSaid):
                self._result = event
            elif isinstance(event, Progress):
                self.progressed.emit(event)

    @Slot(QProcess.ProcessError)
    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            text = self.tr("The evaluation could not be started: {0}.").format(self._process.errorString().rstrip("."))
            self._finish(Outcome(kind="failed", text=text, hint=self.tr("Install WSL Annotator again.")))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        if self._result is not None:
            self._finish(self._judged(self._result))
        elif self._stopping:
            self._finish(Outcome(kind="cancelled"))
        elif self._error is not None:
            self._finish(Outcome(kind="failed", text=self._error.text, hint=self._error.hint))
        else:
            text = self.tr("The evaluation ended without saying why (code {0}).").format(code)
            hint = self.tr("Nothing was changed. If the memory ran out, close other programs.")
            self._finish(Outcome(kind="failed", text=text, hint=hint))

    def _judged(self, result: ResultSaid) -> Outcome:
        try:
            return Outcome(kind="done", summary=Summary.of(result.values))
        except (KeyError, TypeError, ValueError, IndexError) as error:
            log.warning("the evaluation reported no summary: %r", error)
            text = self.tr("The evaluation reported nothing that can be read.")
            return Outcome(kind="failed", text=text, hint=self.tr("Install WSL Annotator again."))

    def _finish(self, outcome: Outcome) -> None:
        self._grace.stop()
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.ended.emit(outcome)
