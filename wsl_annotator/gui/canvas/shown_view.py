"""What the canvas shows and which boxes are selected; what mouse and keys do is a child's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.localization import HeatMap
from wsl_annotator.gui.canvas.chips import ChipPainter
from wsl_annotator.gui.canvas.crosshair import Crosshair, paint_crosshair
from wsl_annotator.gui.canvas.tone import Tone
from wsl_annotator.gui.canvas.values import CanvasBox, EdgeBars, EdgeLevels, GhostRun, TraceView
from wsl_annotator.gui.canvas.zoom_view import ZoomView
from wsl_annotator.gui.theme import ThemeColors, theme_colors


class ShownView(ZoomView):
    """One image with its boxes, heat and search. Scene coordinates are upright pixels of the original image.

    Signals:
        selection_changed: key or an empty text. Several selected boxes have one that stands for them.
        group_changed: the keys of all selected boxes where they are several, else an empty tuple.
    """

    selection_changed = Signal(str)
    group_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep_view = False
        self._chips = ChipPainter()
        self._labels_visible = True
        self._message = ""
        self._crosshair = Crosshair()
        self._samples_crosshair = False
        self._class_color = "#ffffff"
        self._colors = theme_colors()
        self.set_theme()

    # What is in the hand: the child's

    def _drop_hand(self) -> None:
        """Put back what is in the hand."""

    def _dragged_keys(self) -> tuple[str, ...]:
        """Return the keys of the boxes in the hand."""
        return ()

    def _paint_under_chips(self, painter: QPainter) -> None:
        """Paint what belongs to the boxes, in view coordinates."""

    def _kept_from_chips(self) -> list[QRectF]:
        """Return where chips would be in the way, in view coordinates."""
        return []

    def _paint_tools(self, painter: QPainter, view: QRectF) -> None:
        """Paint over boxes and chips, in view coordinates."""

    # What is shown

    def set_image(
        self, rgb: NDArray[np.uint8] | None, *, width: int, height: int, copies: Sequence[QImage] = ()
    ) -> None:
        """Show an image, or none. The boxes, heat and search of the one before go away.

        Args:
            rgb: uint8 (h, w, 3), upright; it may be a reduced copy.
            width: of the original, upright.
            height: of the original, upright.
            copies: `image_item.copies_of` of the pixels, where they were made on another thread.
        """
        self._drop_hand()
        width, height = (0, 0) if rgb is None else (width, height)
        self.set_boxes(())
        self.canvas_scene.image.set_pixels(rgb, width=width, height=height, copies=copies)
        self.canvas_scene.heat.set_heat(None)
        self.canvas_scene.trace.set_view(None, self.canvas_scene.extent)
        self.canvas_scene.ghost.set_run(None, self.canvas_scene.extent)
        self._set_extent(width=width, height=height, keep=self.keep_view)
        self.viewport().update()

    def sharpen_image(self, rgb: NDArray[np.uint8], *, copies: Sequence[QImage] = ()) -> None:
        """Show the same image from more pixels; boxes, view and what is in the hand stay.

        Args:
            rgb: uint8 (h, w, 3), upright, of the image that is shown.
            copies: as in `set_image`.
        """
        scene = self.canvas_scene
        scene.image.set_pixels(rgb, width=scene.width, height=scene.height, copies=copies)
        self.viewport().update()

    def set_tone(self, tone: Tone) -> None:
        """Show images brighter, darker or with more contrast, from now on."""
        self.canvas_scene.image.set_tone(tone)
        self.viewport().update()

    def set_message(self, text: str) -> None:
        """Say something in the middle while there is no image, as why it cannot be shown."""
        self._message = text
        self.viewport().update()

    def set_boxes(self, boxes: Sequence[CanvasBox]) -> None:
        """Show exactly these boxes. The selection stays with its key, and so do boxes in the hand."""
        before, group = self.canvas_scene.selected_key, self.canvas_scene.group
        dragged = self._dragged_keys()
        self.canvas_scene.set_boxes(boxes, dragged=dragged)
        if any(self.canvas_scene.box_item(key) is None for key in dragged):
            self._drop_hand()
        if self.canvas_scene.selected_key != before:
            self.selection_changed.emit(self.canvas_scene.selected_key)
        if self.canvas_scene.group != group:
            self.group_changed.emit(self.canvas_scene.group)
        self.viewport().update()

    def set_heat(self, heat: HeatMap | None) -> None:
        """Show a heat map over the image, or none."""
        self.canvas_scene.heat.set_heat(heat)

    def set_heat_style(self, *, colormap: str, opacity: float) -> None:
        """Set the perceptual colour map's name and the opacity, in [0, 1], of the hottest part."""
        self.canvas_scene.heat.set_style(colors=colormap, opacity=opacity)

    def set_crosshair(self, crosshair: Crosshair) -> None:
        """Draw the crosshair of the drawing tools in another colour or opacity."""
        self._crosshair = crosshair
        self.viewport().update()

    def show_sample_crosshair(self, on: bool) -> None:
        """Show a crosshair in the middle while its look is chosen, or none."""
        self._samples_crosshair = on
        self.viewport().update()

    def paint_crosshair(self, painter: QPainter, at: QPointF, view: QRectF) -> None:
        """Paint the crosshair at a point in view coordinates; called by the drawing tools."""
        paint_crosshair(painter, at, view, self._crosshair.line_color(self._class_color))

    def set_trace_view(self, view: TraceView | None) -> None:
        """Show one level of a search, or none."""
        self.canvas_scene.trace.set_view(view, self.canvas_scene.extent)

    def set_ghost(self, run: GhostRun | None) -> None:
        """Show what another search found, with its legend, or nothing; these boxes cannot be picked."""
        if run != self.canvas_scene.ghost.run:
            self.canvas_scene.ghost.set_run(run, self.canvas_scene.extent)
            self.viewport().update()

    def set_edge_levels(self, levels: EdgeLevels | None) -> None:
        """Show where an edge of the selected box may lie, until another is selected, or nothing."""
        self.canvas_scene.marks.set_levels(levels)
        self.viewport().update()

    def set_edge_bars(self, bars: EdgeBars | None) -> None:
        """Show how uncertain the edges of the selected box are, or nothing; bars of another box are not shown."""
        self.canvas_scene.marks.set_bars(bars if bars is not None and bars.key == self.selected_key else None)
        self.viewport().update()

    def set_boxes_visible(self, visible: bool) -> None:
        """Show or hide all boxes; hidden ones cannot be picked."""
        self._drop_hand()
        self.canvas_scene.set_boxes_visible(visible=visible)
        self.viewport().update()

    def set_rejected_visible(self, visible: bool) -> None:
        """Show or hide rejected boxes; they are hidden until asked for."""
        self.canvas_scene.set_rejected_visible(visible=visible)
        self.viewport().update()

    def set_labels_visible(self, visible: bool) -> None:
        """Show or hide the chips; those of the selected box and of the one under the mouse stay."""
        self._labels_visible = visible
        self.viewport().update()

    def set_theme(self, colors: ThemeColors | None = None) -> None:
        """Take over the ground's colour; without colours those of the application's palette."""
        self._colors = colors or theme_colors(self.palette())
        self.setBackgroundBrush(QColor(self._colors.canvas))

    # Selection

    @property
    def selected_key(self) -> str:
        """The selected box's key, or an empty text."""
        return self.canvas_scene.selected_key

    def select(self, key: str) -> None:
        """Select a box alone, or none with an empty key; one of several that is selected already leaves them so."""
        group = self.canvas_scene.group
        if self.canvas_scene.select(key):
            self.selection_changed.emit(self.canvas_scene.selected_key)
            if group:
                self.group_changed.emit(())
            self.viewport().update()

    def select_only(self, key: str) -> None:
        """Select a box and no other beside it."""
        self.select(key)
        self.show_group(())

    def select_all(self, keys: Iterable[str]) -> None:
        """Select several boxes, and the first of them for all where none of them was selected."""
        wanted = [key for key in dict.fromkeys(keys) if self.canvas_scene.box_item(key) is not None]
        if self.selected_key not in wanted:
            self.select(wanted[0] if wanted else "")
        self.show_group(wanted)

    def toggle(self, key: str) -> None:
        """Take a box among the selected ones, or out."""
        chosen = [*(self.canvas_scene.group or (self.selected_key,))]
        self.select_all([other for other in chosen if other != key] if key in chosen else [*chosen, key])

    def show_group(self, keys: Iterable[str]) -> None:
        """Mark several boxes, of which the selected one is one, as selected; fewer than two are none."""
        if self.canvas_scene.set_group(keys):
            self.group_changed.emit(self.canvas_scene.group)
            self.viewport().update()

    def select_next(self, step: int) -> None:
        """Select the box `step` places on, in the order they were given and around the end, and bring it into view."""
        keys = [item.key for item in self.canvas_scene.visible_items]
        if not keys:
            return
        if self.selected_key in keys:
            at = (keys.index(self.selected_key) + step) % len(keys)
        else:
            at = 0 if step > 0 else len(keys) - 1
        self.select_only(keys[at])
        item = self.canvas_scene.selected_item()
        if item is not None:
            self._zoom.reveal(item.boundingRect())

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colors"):
            self.set_theme()
        super().changeEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: ARG002
        painter.save()
        painter.resetTransform()
        view = QRectF(self.viewport().rect())
        if not self.canvas_scene.width:
            painter.setPen(QColor(self._colors.muted))
            room = view.adjusted(32, 32, -32, -32)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value, self._message)
        else:
            items = self.canvas_scene.visible_items
            if not self._labels_visible:
                items = [item for item in items if item.is_current or item.is_grouped or item.is_hovered]
            self.canvas_scene.ghost.paint_legend(painter, view)
            self._paint_under_chips(painter)
            self._chips.paint(
                painter, items, to_view=self.viewportTransform(), view=view, avoided=self._kept_from_chips()
            )
            self._paint_tools(painter, view)
            if self._samples_crosshair:
                self.paint_crosshair(painter, view.center(), view)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._colors.accent))
            painter.drawRect(view.adjusted(0, 0, -1, -1))
        painter.restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The frame says where the keys are heard: it must not stay behind.
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(960, 720)
