"""A person trains from the window: the dialog's own fields and buttons."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.helpers.desk import WAIT_MS, Hands
from tests.helpers.training_photos import NETWORK, write_photos
from wsl_annotator.gui.training.train_dialog import TrainDialog
from wsl_annotator.workflow.new_project import create_project


def photo_project(folder: Path, *, count: int = 24) -> Path:
    """Make a project of small pictures with labels."""
    images, labels = write_photos(folder / "photos", count=count)
    return create_project(folder / "photos.wsl", images=images, labels=labels).path


def slow_network(folder: Path, *, pause_s: float) -> str:
    """Write a network that takes its time at each step of a training."""
    path = folder / "slow.py"
    source = "import time\n" + NETWORK
    path.write_text(
        source.replace(
            "        return self.last(maps.mean", f"        time.sleep({pause_s})\n        return self.last(maps.mean"
        ),
        encoding="utf-8",
    )
    return f"{path}:build_pooling"


class Trainer:
    """Drives the training dialog of one window."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    @property
    def dialog(self) -> TrainDialog:
        return self.hands.desk.training.dialog

    @property
    def running(self) -> bool:
        return self.hands.desk.training.process.running

    def open(self, *, network: str, epochs: int) -> None:
        """Open the dialog by its key and choose a network of one's own."""
        self.hands.ctrl(Qt.Key.Key_T)
        self.hands.until(lambda: self.dialog.setup.preview is not None)
        form = self.dialog.setup.form
        form.network.set_network(network)
        if form.network.trust.isVisible():
            form.network.trust.click()
        form.epochs.setValue(epochs)
        form.device.setCurrentText("cpu")

    def press(self, button: QPushButton) -> None:
        """Press a button of the dialog, which has to be there."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), (button.text(), self.dialog.problem)
        self.hands.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_for_end(self) -> None:
        self.hands.until(lambda: not self.running, timeout_ms=2 * WAIT_MS)

    def wait_for_epoch(self, epoch: int) -> None:
        self.hands.until(lambda: not self.running or len(self.dialog.run.history) >= epoch, timeout_ms=2 * WAIT_MS)
        assert self.running, self.dialog.run.error.text()


def is_alive(process_id: int) -> bool:
    """Return whether a process of this number is there."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True
