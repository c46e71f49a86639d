"""Crops and feature maps of what is looked at, cut by the network's process; only the newest wish is fulfilled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from wsl_annotator.gui.inspector.jobs import CropPictures, CropsJob, EnergyJob, EnergyResult
from wsl_annotator.gui.inspector.look_controller import LookController
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.services.job_service import JobService


class PictureController(QObject):
    """Asks the network's process for crops and feature maps.

    Signals:
        network_missing: the network of the run is not open.
        failed: an exception.
    """

    network_missing = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        window: InspectorWindow,
        look: LookController,
        network: JobService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._look = look
        self._network = network
        self._crops_job = 0
        self._energy_job = 0
        look.pictures_wanted.connect(self._on_pictures_wanted)
        look.energy_wanted.connect(self._on_energy_wanted)
        network.done.connect(self._on_done)
        network.failed.connect(self._on_failed)

    @Slot(str)
    def _on_pictures_wanted(self, side: str) -> None:
        pane = self._look.pane(side)
        self._network.drop(self._crops_job)
        rows = pane.wanted_rows()
        if rows and pane.image is not None and pane.run is not None and pane.index is not None:
            boxes = pane.index.trace.boxes[list(rows)]
            self._crops_job = self._network.submit(CropsJob(side, pane.image, rows, boxes, pane.run.filled))
        if self._window.card.energy.isChecked():
            self._on_energy_wanted(side)

    @Slot(str)
    def _on_energy_wanted(self, side: str) -> None:
        pane = self._look.pane(side)
        if pane.run is not None and pane.image is not None and pane.selected is not None:
            self._network.drop(self._energy_job)
            self._energy_job = self._network.submit(EnergyJob(side, pane.run, pane.selected, pane.image))

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        if job_id == self._crops_job and isinstance(result, CropPictures):
            self._look.add_crops(result)
        elif job_id == self._energy_job and isinstance(result, EnergyResult):
            self._on_energy(result)

    def _on_energy(self, result: EnergyResult) -> None:
        if result.energy is None:
            self._window.card.energy.setChecked(False)
            self.network_missing.emit()
        else:
            self._look.show_energy(result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        if job_id == self._energy_job:
            self._window.card.energy.setChecked(False)
        if job_id in (self._crops_job, self._energy_job):
            self.failed.emit(error)
