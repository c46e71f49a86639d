"""The boxes of another run lie beside those of the newest one, to be looked at only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.helpers.desk import Hands, dump
from wsl_annotator.gui.canvas.values import GhostRun
from wsl_annotator.gui.settings import SearchChoice


def run_all(hands: Hands, preset: str) -> None:
    """Search every image by another preset."""
    settings = hands.desk.settings
    settings.search = SearchChoice(network=settings.search.network, preset=preset, device="cpu")
    hands.propose_all()


def ghost(hands: Hands) -> GhostRun | None:
    return hands.desk.canvas.canvas_scene.ghost.run


def test_that_a_key_shows_the_runs_one_after_the_other_and_then_none(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    for preset in ("paper", "default", "fast"):
        run_all(hands, preset)
    assert ghost(hands) is None
    before, shown = dump(hands.desk.session.project), hands.desk.session.boxes()
    hands.key(Qt.Key.Key_O)
    assert "default" in ghost(hands).legend
    assert ghost(hands).legend.endswith("(1 of 2)")
    assert ghost(hands).boxes
    hands.key(Qt.Key.Key_O)
    assert "paper" in ghost(hands).legend
    hands.next_image()
    assert "paper" in ghost(hands).legend
    hands.key(Qt.Key.Key_O)
    assert ghost(hands) is None
    hands.key(Qt.Key.Key_A)
    hands.until(hands.picture_shown)
    assert hands.desk.session.boxes() == shown
    assert dump(hands.desk.session.project) == before


def test_that_boxes_of_another_run_follow_class_and_threshold(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    run_all(hands, "paper")
    run_all(hands, "fast")
    hands.key(Qt.Key.Key_O)
    session, wide = hands.desk.session, ghost(hands)
    session.preview_threshold(session.class_id, 0.95)
    assert ghost(hands).legend == wide.legend
    assert sum(box.area for box in ghost(hands).boxes) < sum(box.area for box in wide.boxes)
    unsearched = next(record for record in session.classes if record.id not in session.localizations)
    session.set_class(unsearched.id)
    assert ghost(hands) == GhostRun((), f"No other run of {unsearched.name} in this image")


def test_that_an_image_with_one_run_says_that_there_is_no_other(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    run_all(hands, "fast")
    hands.key(Qt.Key.Key_O)
    assert ghost(hands).boxes == ()
    assert ghost(hands).legend.startswith("No other run of ")
    # A second run while it is on is shown at once.
    run_all(hands, "paper")
    assert "fast" in ghost(hands).legend
