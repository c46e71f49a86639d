"""What the status bar shows at its right: the running job, the device, the zoom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from wsl_annotator.core.progress import Progress, format_duration
from wsl_annotator.gui.moved_bar import move_bar
from wsl_annotator.gui.progress_words import progress_text


class JobStatus(QWidget):
    """Progress of one job with its estimate and a stop button; hidden while nothing runs."""

    def __init__(self, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(180)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QToolButton()
        self._stop.setDefaultAction(stop)
        self._stop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._text)
        box.addWidget(self._bar)
        box.addWidget(self._stop)
        self.hide()

    @property
    def text(self) -> str:
        """The line beside the bar."""
        return self._text.text()

    def begin(self, text: str, *, stoppable: bool) -> None:
        """Show a job that has just begun."""
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._stop.setVisible(stoppable)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is and how long it will take."""
        move_bar(self._bar, done=progress.done, total=progress.total)
        parts = [progress_text(progress.message)]
        if progress.total > 1:
            parts.append(self.tr("{0} of {1}").format(progress.done, progress.total))
        if progress.eta_s is not None and progress.done < progress.total:
            parts.append(self.tr("{0} left").format(format_duration(progress.eta_s)))
        self._text.setText(" · ".join(part for part in parts if part))

    def end(self) -> None:
        """Hide it."""
        self.hide()


class StatusPanel:
    """The permanent widgets of a status bar."""

    def __init__(self, bar: QStatusBar, stop: QAction) -> None:
        self.job = JobStatus(stop)
        self.cursor = QLabel()
        self.zoom = QLabel()
        self.device = QLabel()
        self.device.setAccessibleName(QCoreApplication.translate("StatusPanel", "Device and network"))
        width = bar.fontMetrics().horizontalAdvance("00000, 00000") + 24
        self.cursor.setMinimumWidth(width)
        self.cursor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.job, self.cursor, self.zoom, self.device):
            bar.addPermanentWidget(widget)
        bar.setSizeGripEnabled(False)

    def forget_picture(self) -> None:
        """Show no zoom and no place in a picture."""
        self.zoom.clear()
        self.cursor.clear()
