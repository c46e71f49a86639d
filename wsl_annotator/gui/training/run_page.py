"""A training under way: how far it is, its curves, and what it says."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from wsl_annotator.core.progress import Progress, format_duration
from wsl_annotator.gui.moved_bar import move_bar
from wsl_annotator.gui.progress_words import progress_text
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.command_events import NoticeSaid
from wsl_annotator.gui.training.history_charts import HistoryCharts
from wsl_annotator.training.figures import EpochFigures

_LINES_KEPT = 500
_REDRAW_AFTER_MS = 50


class RunPage(QWidget):
    """Fed with the events of the process."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: list[EpochFigures] = []
        # a training that resumes tells all its epochs at once
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_REDRAW_AFTER_MS)
        self._redraw.timeout.connect(self._draw)
        self.stage = QLabel()
        self.stage.setProperty("role", "heading")
        self.left = QLabel()
        self.left.setProperty("role", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.error = QLabel()
        self.error.setWordWrap(True)
        self.error.setProperty("role", "danger")
        self.error.setAccessibleName(self.tr("Why the training ended"))
        self.charts = HistoryCharts()
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(_LINES_KEPT)
        self.log.setMaximumHeight(7 * self.fontMetrics().height())
        self.log.setAccessibleName(self.tr("What the training says"))
        self.log.setPlaceholderText(
            self.tr("What you should know appears here: images that cannot be read, and the like.")
        )
        line = QHBoxLayout()
        line.addWidget(self.stage, 1)
        line.addWidget(self.left)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(line)
        box.addWidget(self.bar)
        box.addWidget(self.error)
        box.addWidget(self.charts, 1)
        box.addWidget(self.log)
        self.begin()

    @property
    def history(self) -> tuple[EpochFigures, ...]:
        """The epochs so far."""
        return tuple(self._history)

    def begin(self) -> None:
        """Show a training that has just been started."""
        self._history = []
        self._draw()
        self.log.clear()
        self.error.hide()
        self._show_running(on=True)
        self.left.setText("")
        self.stage.setText(self.tr("Starting …"))
        self.bar.setRange(0, 0)

    @Slot()
    def _draw(self) -> None:
        self.charts.show_history(self._history)

    def show_event(self, event: object) -> None:
        """Show what the process said."""
        if isinstance(event, Progress):
            self._show_progress(event)
        elif isinstance(event, EpochFigures):
            self._history.append(event)
            if not self._redraw.isActive():
                self._redraw.start()
        elif isinstance(event, NoticeSaid):
            self.log.appendPlainText(in_users_language(event.text))

    def _show_progress(self, progress: Progress) -> None:
        move_bar(self.bar, done=progress.done, total=progress.total)
        self.stage.setText(progress_text(progress.message))
        parts = []
        if progress.total > 1:
            parts.append(self.tr("{0:,} of {1:,}").format(progress.done, progress.total))
        if progress.eta_s is not None and progress.done < progress.total:
            parts.append(self.tr("{0} left in this step").format(format_duration(progress.eta_s)))
        self.left.setText(" · ".join(parts))

    def stopping(self) -> None:
        """Show that it was asked to stop."""
        self.stage.setText(self.tr("Stopping …"))
        self.left.setText("")
        self.bar.setRange(0, 0)

    def show_end(self, problem: str) -> None:
        """Show that it ended before it was done, and why where it failed."""
        self._show_running(on=False)
        self.error.setText(problem)
        self.error.setVisible(bool(problem))

    def _show_running(self, *, on: bool) -> None:
        for widget in (self.stage, self.left, self.bar):
            widget.setVisible(on)
