"""The window at 1, 1.25, 1.5 and 2: the same pixels of the image, one size on the screen, sharp, nothing cut."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from tests.helpers.hidpi_child import cut_texts
from wsl_annotator.gui.canvas.handles import HANDLE_SIDE

ROOT = Path(__file__).resolve().parents[2]
SCALES = (1.0, 1.25, 1.5, 2.0)


def start(scale: float, folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.helpers.hidpi_child", str(folder)]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> dict[float, dict]:
    """What the window is like at each scale."""
    found = {}
    # Two at once: so many processors has the smallest machine that the tests run on.
    for pair in (SCALES[:2], SCALES[2:]):
        running = {scale: start(scale, tmp_path_factory.mktemp("hidpi")) for scale in pair}
        for scale, process in running.items():
            out, _ = process.communicate(timeout=120)
            assert process.returncode == 0, scale
            found[scale] = json.loads(out.splitlines()[-1])
    return found


def test_that_qt_takes_every_scale_as_it_is(windows: dict[float, dict]) -> None:
    assert {scale: window["ratio"] for scale, window in windows.items()} == {scale: scale for scale in SCALES}
    assert all(abs(window["picture"] - scale) < 0.01 for scale, window in windows.items())


def test_that_the_same_drag_gives_the_same_box_in_pixels_of_the_image(windows: dict[float, dict]) -> None:
    assert {tuple(window["box"]) for window in windows.values()} == {(120.0, 140.0, 300.0, 260.0)}


def test_that_handles_have_one_size_on_the_screen(windows: dict[float, dict]) -> None:
    for scale, window in windows.items():
        # the frame around the white is 1.5 px thick, half of it inside
        assert all(abs(side - (HANDLE_SIDE - 1.5)) <= 1.5 / scale + 0.5 for side in window["sides"]), (
            scale,
            window["sides"],
        )


def test_that_icons_have_as_many_pixels_as_the_screen_has_there(windows: dict[float, dict]) -> None:
    for scale, window in windows.items():
        assert len(window["icons"]) > 20
        assert [icon for icon in window["icons"] if icon[1] != round(icon[0] * scale) or icon[2] != scale] == []


def test_that_no_text_of_a_button_or_label_is_cut(windows: dict[float, dict]) -> None:
    assert {scale: window["cut"] for scale, window in windows.items()} == {scale: [] for scale in SCALES}
    assert all(window["toolbar"] for window in windows.values())


def test_that_a_planted_text_without_room_is_found(qtbot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button, label = QPushButton("Set the thresholds", dialog), QLabel("Set the thresholds", dialog)
    button.setDefault(True)
    dialog.show()
    button.resize(button.sizeHint().width() + 30, 30)
    label.adjustSize()
    assert cut_texts(dialog) == []
    button.resize(110, 30)
    label.resize(60, 20)
    assert [text.split()[0] for text in cut_texts(dialog)] == ["QPushButton", "QLabel"]
