"""Moments at which a window is closed. Each function runs inside the program and returns in the middle of something.

It says `closing` last, with whether that something was truly under way; the window is closed right after it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.journey_child import JourneyHands
from wsl_annotator.core.config import PAPER
from wsl_annotator.gui.dialogs.export_dialog import ExportRequest
from wsl_annotator.gui.dialogs.import_dialog import ImportRequest
from wsl_annotator.gui.dialogs.new_project import NewProjectRequest
from wsl_annotator.gui.inspector.rerun import Target
from wsl_annotator.gui.services.network_jobs import ProjectSearchJob
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import EngineOptions
from wsl_annotator.workflow.export import ExportOptions


def _draw_first(hands: JourneyHands) -> None:
    """Open the project, and draw the box that must be kept whatever comes."""
    hands.until(hands.picture_shown)
    hands.until(lambda: not hands.desk.queue.busy)
    hands.draw((5, 5), (25, 20))


def _begin(hands: JourneyHands) -> None:
    """Draw that box, and wait for the network's process to have loaded torch."""
    _draw_first(hands)
    _loaded(hands)


def _loaded(hands: JourneyHands) -> None:
    hands.until(lambda: hands.desk.propose.warmed_up and not hands.desk.network.busy)


def nothing(hands: JourneyHands) -> None:
    _begin(hands)
    hands.say(closing=True)


def loading_torch(hands: JourneyHands) -> None:
    _draw_first(hands)
    hands.until(lambda: hands.desk.propose.warmed_up)
    hands.say(closing=hands.desk.network.busy)


def proposing_one(hands: JourneyHands) -> None:
    _begin(hands)
    searching: list[int] = []
    hands.desk.network.started.connect(
        lambda job_id, job: searching.append(job_id) if isinstance(job, ProjectSearchJob) else None
    )
    hands.key(Qt.Key.Key_P)
    hands.until(lambda: bool(searching))
    hands.qtbot.wait(200)
    hands.say(closing=hands.desk.propose.running)


def stubborn_network(hands: JourneyHands) -> None:
    """Close while the user's own network computes for longer than the window may wait."""
    proposing_one(hands)


def batch(hands: JourneyHands) -> None:
    _begin(hands)
    hands.ctrl(Qt.Key.Key_B)
    hands.until(lambda: sum(row.localizations for row in hands.desk.images.summaries()) >= 2)
    hands.say(closing=hands.desk.propose.running)


def search_ahead(hands: JourneyHands) -> None:
    _begin(hands)
    hands.desk.actions["search_ahead"].setChecked(True)
    hands.key(Qt.Key.Key_P)
    hands.until(lambda: not hands.desk.propose.running and hands.desk.searches.ahead.running)
    hands.say(closing=hands.desk.searches.ahead.running)


def another_instance(hands: JourneyHands) -> None:
    _begin(hands)
    hands.key(Qt.Key.Key_I)
    hands.until(lambda: hands.desk.searches.again.running)
    hands.say(closing=hands.desk.searches.again.running)


def inspector_rerun(hands: JourneyHands) -> None:
    _begin(hands)
    hands.ctrl(Qt.Key.Key_R)
    desk = hands.desk
    options = EngineOptions(network=NetworkSpec(desk.settings.search.network), localizer=PAPER, device="cpu")
    photo = desk.session.project.path.parent / "images" / desk.session.image.path
    desk.inspector.run_again(options, Target(photo, "red"))
    hands.until(lambda: "level" in desk.inspector.window.status.text())
    hands.say(closing=desk.inspector.window.isVisible())


def calibration(hands: JourneyHands) -> None:
    _begin(hands)
    hands.ctrl(Qt.Key.Key_B)
    hands.until(lambda: not hands.desk.propose.running)
    hands.ctrl(Qt.Key.Key_K)
    hands.say(closing=hands.desk.calibration.busy)


def export(hands: JourneyHands, *, to: str) -> None:
    _begin(hands)
    hands.desk.projects.export(ExportRequest("voc", Path(to), ExportOptions(empty_images="all", images="copy")))
    hands.say(closing=hands.desk.projects.busy)


def importing(hands: JourneyHands, *, source: str) -> None:
    _begin(hands)
    hands.desk.projects.import_(ImportRequest(Path(source), labels_only=False, profile="spec"))
    hands.say(closing=hands.desk.projects.busy)


def new_project(hands: JourneyHands, *, images: str, to: str) -> None:
    _begin(hands)
    hands.desk.projects.create(NewProjectRequest(Path(to), Path(images), None, ("red",)))
    hands.say(closing=hands.desk.projects.busy)


def opening(hands: JourneyHands) -> None:
    _begin(hands)
    path = hands.desk.session.project.path
    hands.ctrl(Qt.Key.Key_W)
    hands.desk.projects.open_path(path)
    hands.say(closing=not hands.picture_shown() or hands.desk.queue.busy)


def half_a_box(hands: JourneyHands) -> None:
    _begin(hands)
    hands.key(Qt.Key.Key_W)
    viewport, none = hands.desk.canvas.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, hands.at(30, 20))
    QTest.mouseMove(viewport, hands.at(40, 30))
    hands.say(closing=len(hands.desk.session.owned) == 1)


def half_a_move(hands: JourneyHands) -> None:
    _begin(hands)
    viewport, none = hands.desk.canvas.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, hands.at(15, 12))
    QTest.mouseMove(viewport, hands.at(22, 20))
    hands.say(closing=True)


def modal_dialog(hands: JourneyHands) -> None:
    """Close the main window while a dialog stands before it, as the end of a session does."""
    _begin(hands)

    def close_all(dialog: object) -> None:
        hands.say(closing=QApplication.activeModalWidget() is dialog)
        QApplication.closeAllWindows()
        hands.desk.window.close()

    answer = hands.answer(close_all)
    hands.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert answer.error is None, answer.error


def training(hands: JourneyHands, *, code: str) -> None:
    _begin(hands)
    hands.ctrl(Qt.Key.Key_T)
    dialog = hands.desk.training.dialog
    hands.until(lambda: dialog.setup.preview is not None)
    form = dialog.setup.form
    form.network.set_network(code)
    form.network.trust.setChecked(True)
    form.epochs.setValue(50)
    form.device.setCurrentText("cpu")
    dialog.start_button.click()
    hands.until(lambda: len(dialog.run.history) >= 1 or not hands.desk.training.process.running)
    hands.say(closing=hands.desk.training.process.running)


def evaluation(hands: JourneyHands) -> None:
    _begin(hands)
    hands.key(Qt.Key.Key_Space)
    hands.desk.actions["evaluate"].trigger()
    dialog = hands.desk.evaluation.dialog
    hands.until(dialog.isVisible)
    dialog.start_button.click()
    hands.say(closing=hands.desk.evaluation.process.running)
