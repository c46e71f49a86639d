"""The folder of the images: found again after a move, and looked into for new ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from wsl_annotator.gui.controllers.project_controller import ProjectController
from wsl_annotator.gui.controllers.view_controller import ViewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.store_jobs import AddImagesJob, LocateImagesJob
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.image_folder import AddedReport, MovedReport


class ImageFolderController(QObject):
    """Both are jobs of the store, with progress and cancel. Neither is a step of the undo; neither loses anything."""

    def __init__(
        self,
        *,
        session: Session,
        projects: ProjectController,
        view: ViewController,
        decode: DecodeService,
        thumbnails: ThumbnailService,
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._projects = projects
        self._view = view
        self._decode = decode
        self._thumbnails = thumbnails
        self._messages = messages
        self._window = window

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the actions do."""
        return {"locate_images": self.ask_moved, "add_images": self.add_new}

    def ask_moved(self) -> None:
        """Ask for the folder that the images are in now."""
        project = self._session.project
        if project is None:
            return
        start = next((place for place in (project.image_root, *project.image_root.parents) if place.is_dir()), Path())
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Where are the images now?"), str(start))
        if chosen:
            self.locate(Path(chosen))

    def locate(self, folder: Path) -> None:
        """Look for the images in a folder, or below it, from now on; the old folder can be chosen again."""
        job = LocateImagesJob(self._projects.ref(), folder)
        self._projects.run(job, self.tr("Looking for the images …"), done=self._located)

    def add_new(self) -> None:
        """Add the files that came into the image folder since; the project keeps them for good."""
        job = AddImagesJob(self._projects.ref())
        self._projects.run(job, self.tr("Looking for new images …"), done=self._added, stopped=self._session.reload)

    def _located(self, report: MovedReport) -> None:
        project = self._session.project
        if project is None:
            return
        project.refresh_image_root()
        self._decode.forget()
        self._thumbnails.forget()
        self._session.reload()
        self._view.on_image_changed()
        found = self.tr("%n image(s) found in {0}.", "", report.found).format(report.folder)
        self._messages.report(found, report.notes)

    def _added(self, report: AddedReport) -> None:
        self._session.reload()
        if report.images or report.skipped:
            self._messages.report(self.tr("%n new image(s) added.", "", report.images), report.skipped)
        else:
            self._messages.info(self.tr("There is no new image in the folder."))
