"""The image list: its rows, which one is current, and the way to the neighbours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from wsl_annotator.core.errors import WslError
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.models.image_model import ImageModel
from wsl_annotator.gui.panels.image_panel import ImagePanel
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.gui.session import Session

AHEAD = (1, 2, -1)


class ListController(QObject):
    """Keeps the list and the session in step."""

    def __init__(
        self,
        *,
        session: Session,
        model: ImageModel,
        panel: ImagePanel,
        decode: DecodeService,
        thumbnails: ThumbnailService,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._panel = panel
        self._decode = decode
        self._thumbnails = thumbnails
        self._messages = messages

    @Slot()
    def on_project_changed(self) -> None:
        """List the images of another project, or none, and show the first."""
        self._decode.forget()
        self._thumbnails.forget()
        self._panel.filter.clear()
        self.on_images_changed()
        first = self._panel.first()
        if self._session.project is not None and first:
            # After the slots that hear of the new project: they see no image before it.
            QTimer.singleShot(0, self, self._show_first)

    @Slot()
    def _show_first(self) -> None:
        if self._session.project is not None and self._session.image is None:
            first = self._panel.first()
            if first:
                self.show_image(first)

    @Slot()
    def on_images_changed(self) -> None:
        """Read the rows again."""
        project = self._session.project
        if project is None:
            self._model.set_rows([], root=Path())
            return
        self._model.set_rows(project.summaries(), root=project.image_root)
        if self._session.image is not None:
            self._panel.set_current(self._session.image.id)

    @Slot(int)
    def on_summary_changed(self, image_id: int) -> None:
        """Read one row again."""
        if self._session.project is not None:
            self._model.update_row(self._session.project.summary(image_id))

    @Slot(int)
    def on_image_saved(self, image_id: int) -> None:
        """Show what a run stored: in its row, and on the canvas where it is the current image."""
        self.on_summary_changed(image_id)
        if self._session.image is not None and self._session.image.id == image_id:
            self._session.refresh_classes()
            self._session.reload_image()

    @Slot(int)
    def show_image(self, image_id: int) -> None:
        """Make an image current and decode its neighbours ahead."""
        try:
            self._session.go_to(image_id)
        except WslError as error:
            self._messages.error(error)

    @Slot()
    def on_image_changed(self) -> None:
        """Mark the row and decode the neighbours ahead."""
        image, project = self._session.image, self._session.project
        if image is None or project is None:
            return
        self._panel.set_current(image.id)
        rows = [self._model.row_of(self._panel.neighbour(image.id, step)) for step in AHEAD]
        ahead = [self._model.summary(row) for row in rows if row >= 0]
        self._decode.prefetch([(row.id, self._model.path_of(row)) for row in ahead])

    @Slot(int)
    def step(self, step: int) -> None:
        """Show the next or previous image of the filtered list."""
        image = self._session.image
        target = self._panel.neighbour(image.id, step) if image is not None else self._panel.first()
        if target:
            self.show_image(target)
        elif step > 0 and image is not None:
            self._messages.info(self.tr("This is the last image of the list."))
