"""How each dialog and window besides the main one is brought to show something."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.config import FAST
from wsl_annotator.core.paths import resource
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.dialogs.calibration_dialog import CalibrationDialog
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog
from wsl_annotator.gui.dialogs.query_help import QueryHelp
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.inspector.rerun import Target
from wsl_annotator.gui.shortcuts import LABELIMG
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import EngineOptions

if TYPE_CHECKING:
    from screenshot_views import Studio

HOME = Path("/home/ada")
"""Whose folders the pictures show, in place of the temporary one."""
EPOCHS = 40


def export(studio: Studio) -> None:
    """What an export will write."""
    project = studio.desk.session.project
    assert project is not None
    counts = Counter(record.state for record in project.all_boxes())
    dialog = ExportDialog(folder=HOME / "export", name="sample", counts=counts, parent=studio.window)
    studio.shoot_sheet("export", dialog)


def plain_dialogs(studio: Studio) -> None:
    """Dialogs that need nothing but themselves."""
    studio.shoot_sheet("network", NetworkDialog(studio.desk.settings.search, parent=studio.window))
    studio.shoot_sheet("keys", KeySheet(LABELIMG, name="labelImg", parent=studio.window))
    studio.shoot_sheet("import", ImportDialog(parent=studio.window))
    studio.shoot_sheet("new-project", NewProjectDialog(parent=studio.window))
    studio.shoot_sheet("query-help", QueryHelp(parent=studio.window))


def statistics(studio: Studio) -> None:
    """What was decided, and how long it took."""
    controller = studio.desk.statistics.controller
    controller.open_page()
    studio.until(lambda: controller.page is not None and controller.page.isVisible())
    assert controller.page is not None
    studio.shoot("statistics", controller.page)
    controller.page.close()


def calibration(studio: Studio) -> None:
    """The thresholds that fit the boxes."""
    controller = studio.desk.calibration
    controller.fit_all()
    studio.until(lambda: controller._dialog is not None)
    dialog = controller._dialog
    assert isinstance(dialog, CalibrationDialog)
    studio.shoot("calibration", dialog)
    dialog.reject()


def evaluation(studio: Studio) -> None:
    """The choices of an evaluation, and its figures."""
    controller = studio.desk.evaluation
    controller.ask()
    dialog = controller.dialog
    page = dialog.setup.page.path
    assert page is not None
    dialog.setup.file.click()
    dialog.setup.truth.set_path(resource("sample", "truth.json"))
    dialog.setup.page.set_path(HOME / "sample-evaluation.html")
    shown = dialog.setup.truth.line
    shown.blockSignals(True)
    shown.setText(str(HOME / "instances.json"))
    studio.shoot("evaluation-choices", dialog)
    shown.setText(str(resource("sample", "truth.json")))
    shown.blockSignals(False)
    dialog.setup.page.set_path(page)
    dialog.start_button.click()
    studio.until(lambda: not controller.process.running and dialog.result.isVisible())
    summary = dialog.summary
    assert summary is not None
    dialog.result.show_summary(dataclasses.replace(summary, truth=str(HOME / "instances.json")))
    studio.shoot("evaluation", dialog)
    dialog.close()


def training(studio: Studio) -> None:
    """The settings of a training, its curves, and the network's card."""
    controller = studio.desk.training
    controller.ask()
    dialog = controller.dialog
    studio.until(lambda: dialog.setup.preview is not None)
    form = dialog.setup.form
    form.epochs.setValue(EPOCHS)
    out = form.out.path
    assert out is not None
    form.out.set_path(HOME / "sample-network")
    dialog.setup.look()
    studio.shoot("training", dialog)
    form.out.set_path(out)
    dialog.setup.look()
    form.device.setCurrentText("cpu")
    dialog.setup.complete.setChecked(True)
    dialog.start_button.click()
    studio.until(lambda: not controller.process.running and dialog.card is not None)
    card = dialog.card
    assert card is not None
    # A new head on the sample learns faster than a picture is taken: its own epochs once more, up to the middle.
    dialog.show_run()
    for figures in card.history[: len(card.history) * 2 // 3]:
        dialog.run.show_event(figures)
    done = len(dialog.run.history)
    dialog.run.show_event(Progress(done, EPOCHS, f"epoch {done}", 1.0))
    studio.shoot("training-run", dialog)
    dialog.show_card(dataclasses.replace(card, folder=HOME / "sample-network"), line="", usable=True)
    for index, name in enumerate(("card", "card-cooccurrence", "card-curves")):
        dialog.card_view.tabs.setCurrentIndex(index)
        studio.shoot(name, dialog)
    dialog.close()
    studio.window.message_bar.hide()


def inspector(studio: Studio) -> None:
    """One search level by level, then another beside it."""
    studio.show_image(studio.showcase.image_id)
    controller = studio.desk.inspector
    controller.open_current()
    window = controller.window
    window.resize(1380, 900)
    studio.until(lambda: window.first.run is not None)
    window.transport.set_level(7)
    studio.until(lambda: bool(window.first.crops))
    studio.pause(500)
    studio.shoot("inspector", window)
    run, photo = window.first.run, window.first.photo
    assert run is not None
    assert photo is not None
    beam = dataclasses.replace(FAST.beam, beam_width=2, depth=8)
    options = EngineOptions(
        network=NetworkSpec(studio.desk.settings.search.network),
        localizer=dataclasses.replace(FAST, preset="custom", beam=beam),
        device="cpu",
    )
    controller.run_again(options, Target(photo, run.localization.class_name))
    studio.until(lambda: window.second.run is not None and bool(window.difference_head.text()))
    studio.pause(500)
    studio.shoot("inspector-two", window)
    window.close()


DIALOGS: tuple[tuple[tuple[str, ...], Callable[[Studio], None]], ...] = (
    (("export",), export),
    (("network", "keys", "import", "new-project", "query-help"), plain_dialogs),
    (("statistics",), statistics),
    (("calibration",), calibration),
    (("evaluation-choices", "evaluation"), evaluation),
    (("inspector", "inspector-two"), inspector),
    (("training", "training-run", "card", "card-cooccurrence", "card-curves"), training),
)
"""The pictures that each of them makes, in this order."""
