"""What the canvas shows: the picture, the heat map of the current class, boxes, a level of the search."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from wsl_annotator.core.localization import Localization
from wsl_annotator.gui.action_set import ActionSet
from wsl_annotator.gui.canvas.tone import Tone
from wsl_annotator.gui.canvas.values import TraceView
from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.image_problem import problem_of
from wsl_annotator.gui.panels.canvas_area import CanvasArea
from wsl_annotator.gui.panels.trace_panel import TracePanel
from wsl_annotator.gui.panels.view_bar import ViewBar
from wsl_annotator.gui.search_words import part_text
from wsl_annotator.gui.services.decode_jobs import Draft
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.turns import Turns
from wsl_annotator.imaging.decode import DecodedImage


class ViewController(QObject):
    """Shows the session on the canvas.

    Signals:
        unseen_changed: whether the current image is one that cannot be shown.
    """

    unseen_changed = Signal(bool)

    def __init__(
        self,
        *,
        session: Session,
        canvas: AnnotationCanvas,
        area: CanvasArea,
        bar: ViewBar,
        trace: TracePanel,
        decode: DecodeService,
        settings: Settings,
        actions: ActionSet,
        turns: Turns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._area = area
        self._bar = bar
        self._trace = trace
        self._decode = decode
        self._settings = settings
        self._actions = actions
        self._turns = turns
        self._shown_id = 0
        self._unseen = False
        self._traced: Localization | None = None

    def is_unseen(self) -> bool:
        """Whether the current image is known to be one that cannot be shown; not while it is still being read."""
        return self._unseen

    def _is_shown(self) -> bool:
        """Return whether the current image is on the canvas."""
        return self._session.image is not None and self._shown_id == self._session.image.id

    def _set_unseen(self, unseen: bool) -> None:
        if unseen != self._unseen:
            self._unseen = unseen
            self.unseen_changed.emit(unseen)

    @Slot()
    def on_image_changed(self) -> None:
        """Ask for the new image's pixels; until they come nothing can be drawn."""
        image = self._session.image
        self._shown_id = 0
        self._set_unseen(False)
        if image is None or self._session.project is None:
            self._canvas.set_image(None, width=1, height=1)
            self._area.show_canvas()
            self._bar.set_image("", "")
            return
        self._decode.request(image.id, self._session.project.image_root / image.path)
        if self._shown_id != image.id:
            self._canvas.set_boxes([])
            self._canvas.set_heat(None)
            self._canvas.set_trace_view(None)
            self._canvas.set_image(None, width=1, height=1)
            self.refresh_class()
        size = f"{image.width} × {image.height}" if image.width else ""
        self._bar.set_image(PurePosixPath(image.path).name, size)

    @Slot(int, object)
    def on_decoded(self, image_id: int, decoded: DecodedImage) -> None:
        """Show the pixels, if they are still wanted; boxes and view stay where a draft is shown already."""
        image = self._session.image
        if image is None or image.id != image_id:
            return
        copies = self._decode.copies(image_id)
        if self._shown_id == image_id:
            self._canvas.sharpen_image(decoded.rgb, copies=copies)
        else:
            self._show_pixels(image_id, decoded.rgb, width=decoded.width, height=decoded.height, copies=copies)
        text = f"{decoded.width} × {decoded.height}"
        if decoded.scale < 1.0:
            text += " · " + self.tr("shown at {0}").format(f"{decoded.scale:.0%}")
        self._bar.set_image(PurePosixPath(image.path).name, text)

    @Slot(int, object)
    def on_drafted(self, image_id: int, draft: Draft) -> None:
        """Show a reduced copy until the pixels are there."""
        image = self._session.image
        if image is not None and image.id == image_id and self._shown_id != image_id:
            self._show_pixels(image_id, draft.rgb, width=draft.width, height=draft.height, copies=draft.copies)
            self._bar.set_image(PurePosixPath(image.path).name, f"{draft.width} × {draft.height}")

    def _show_pixels(
        self, image_id: int, rgb: NDArray[np.uint8], *, width: int, height: int, copies: Sequence[QImage]
    ) -> None:
        self._shown_id = image_id
        self._set_unseen(False)
        self._area.show_canvas()
        self._canvas.set_image(rgb, width=width, height=height, copies=copies)
        self.refresh_boxes()
        self.refresh_class()

    @Slot(int, object)
    def on_decode_failed(self, image_id: int, error: BaseException) -> None:
        """Say in the picture's place why it cannot be shown; a draft of it goes away, and so does its size."""
        image = self._session.image
        if image is None or image.id != image_id:
            return
        self._shown_id = 0
        self._canvas.set_image(None, width=1, height=1)
        self.refresh_class()
        self._bar.set_image(PurePosixPath(image.path).name, "")
        self._area.show_problem(problem_of(error, self._actions))
        self._set_unseen(True)

    @Slot()
    def refresh_boxes(self) -> None:
        """Show the boxes as they are now."""
        if self._is_shown():
            self._canvas.set_boxes(self._session.boxes())
            self._select_shown()

    @Slot()
    def refresh_class(self) -> None:
        """Show the heat map and the name of the current class, then its search: that the selected box came from."""
        session = self._session
        record = session.class_record(session.class_id)
        stored = session.search_of(session.selection, session.class_id)
        part = part_text(stored.key.scope) if stored is not None else ""
        name = record.name if record is not None else ""
        color = record.color if record is not None else ""
        # Short here, where the image's name wants its room; the steps below say which part.
        self._bar.set_class(self.tr("{0} (part)").format(name) if part else name, color, tip=part)
        if record is not None:
            self._canvas.set_draw_color(record.color)
        shown = stored is not None and self._is_shown() and self._actions["heat"].isChecked()
        self._canvas.set_heat(stored.localization.heat if shown and stored is not None else None)
        self._turns.ask(self._show_search)

    def _show_search(self) -> None:
        stored = self._session.search_of(self._session.selection, self._session.class_id)
        searched = stored.localization if stored is not None and self._is_shown() else None
        if searched is not self._traced:
            self._traced = searched
            self._trace.set_localization(searched, part=part_text(stored.key.scope) if stored is not None else "")

    @Slot(str)
    def on_selection_changed(self, key: str) -> None:
        """Select on the canvas what the session says."""
        if key == self._session.selection:
            self._select_shown()
            self.refresh_class()

    def _select_shown(self) -> None:
        self._canvas.select(self._session.selection)
        self._canvas.show_group(self._session.group)

    @Slot(object)
    def on_tone_changed(self, tone: Tone) -> None:
        """Show pictures brighter, darker or with more contrast, in this session."""
        self._canvas.set_tone(tone)

    @Slot(object)
    def on_trace_changed(self, view: TraceView | None) -> None:
        """Show a level of the search."""
        self._canvas.set_trace_view(view if self._trace.isVisible() else None)

    @Slot(bool)
    def on_trace_visible(self, visible: bool) -> None:
        """Show the search only while its panel is open."""
        if visible:
            self.refresh_class()
        else:
            self._canvas.set_trace_view(None)

    @Slot(str)
    def on_colormap_chosen(self, name: str) -> None:
        """Draw the heat map in other colours."""
        self._settings.colormap = name
        self.apply_style()

    @Slot(float)
    def on_opacity_moved(self, opacity: float) -> None:
        """Draw the heat map stronger or weaker."""
        self._settings.heat_opacity = opacity
        self.apply_style()

    def apply_style(self) -> None:
        """Draw the heat map as the settings say."""
        self._canvas.set_heat_style(colormap=self._settings.colormap, opacity=self._settings.heat_opacity)
