"""The bundled sample with the bundled network, as a newcomer opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.desk import open_desk
from wsl_annotator.core.paths import resource
from wsl_annotator.core.records import BoxState

needs_bundle = pytest.mark.skipif(
    not (resource("networks", "bundled.safetensors").is_file() and resource("sample", "labels.csv").is_file()),
    reason="the bundled network and sample are not built",
)


@needs_bundle
def test_that_the_sample_opens_is_searched_and_its_best_box_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, network="bundled") as hands:
        hands.desk.actions["open_sample"].trigger()
        hands.until(hands.picture_shown)
        assert len(hands.desk.images.summaries()) == 24
        assert hands.desk.canvas.hasFocus()
        hands.key(Qt.Key.Key_P)
        hands.until(hands.idle)
        assert hands.desk.session.proposals()
        assert hands.desk.canvas.canvas_scene.visible_items
        hands.key(Qt.Key.Key_Return)
        assert [record.state for record in hands.desk.session.owned.values()] == [BoxState.ACCEPTED]
        assert "bundled" in hands.desk.window.status.device.text()
