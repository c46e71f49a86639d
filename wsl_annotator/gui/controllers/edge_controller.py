"""Edges and the heat map: a key takes an edge to the next level, and bars show how sure an edge is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.geometry import EDGES, with_edges_at
from wsl_annotator.gui.canvas.values import EdgeBars, EdgeLevels
from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.heat_edges import Side, edge_levels, edge_spread, next_level

APART_PX = 2.0
"""Levels closer together than this on the screen are one, in logical pixels."""


@dataclass(frozen=True, slots=True)
class _Burst:
    """The levels of an edge while one press follows another, and the box that the last one left."""

    box: Box
    side: Side
    zoom: float
    levels: tuple[float, ...]


class EdgeController(QObject):
    """Turns the keys of edges into edits, and shows what the heat map says of the selected box's edges."""

    def __init__(
        self,
        *,
        session: Session,
        canvas: AnnotationCanvas,
        review: ReviewController,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._review = review
        self._messages = messages
        self._shows_bars = True
        self._burst: _Burst | None = None
        self._measured: tuple[str, Box] | None = None

    def outwards(self) -> None:
        """Take the edge to the next level away from the box, so that it grows."""
        self._step(-1)

    def inwards(self) -> None:
        """Take the edge to the next level towards the box, so that it shrinks."""
        self._step(1)

    def _step(self, step: int) -> None:
        session = self._session
        shown, image = session.box(session.selection), session.image
        name, key = self._canvas.active_edge(), self._messages.key_name("edge_outwards")
        if session.group:
            text = self.tr("{0} moves an edge of one box along the heat map.")
            hint = self.tr("Alt+arrows and Ctrl+arrows move the edges of the frame around several.")
            self._messages.info(text.format(key), hint)
            return
        if shown is None or image is None or not name:
            self._messages.info(self.tr("Select one box first: {0} moves its edges along the heat map.").format(key))
            return
        if not shown.editable:
            self._messages.warn(
                self.tr("The box is locked, so it was left as it is."), self.tr("Unlock it first: Edit > Lock box.")
            )
            return
        burst = self._levels(shown.box, Side(name))
        target = next_level(burst.levels, burst.side.of(shown.box), step=step, apart=APART_PX / burst.zoom)
        if target is None:
            self._messages.info(
                self.tr("The heat map of {0} has no step for this edge.").format(shown.class_name)
                if self._heat_of(session.selection) is not None
                else self.tr("{0} was not searched here, so there is no heat map to follow.").format(shown.class_name)
            )
            return
        box = with_edges_at(shown.box, EDGES[name], x=target, y=target, width=image.width, height=image.height)
        self._canvas.use_edge(box, name)
        self._review.step_edges(shown.key, box)
        self._burst = _Burst(box, burst.side, burst.zoom, burst.levels)
        self._canvas.set_edge_levels(EdgeLevels(name, burst.levels))

    def _levels(self, box: Box, side: Side) -> _Burst:
        """Return the levels of an edge; while it is cycled they stay those of the box at the start."""
        burst, zoom = self._burst, self._canvas.zoom
        if burst is not None and (burst.box, burst.side, burst.zoom) == (box, side, zoom):
            return burst
        heat = self._heat_of(self._session.selection)
        levels = () if heat is None else tuple(edge_levels(heat, box, side, merge_within=APART_PX / zoom))
        return _Burst(box, side, zoom, levels)

    def _heat_of(self, key: str) -> HeatMap | None:
        """Return the heat map that a box came from, else the one of its class."""
        shown = self._session.box(key)
        found = self._session.search_of(key, shown.class_id) if shown is not None else None
        return None if found is None else found.localization.heat

    @Slot(bool)
    def on_bars_switched(self, on: bool) -> None:
        """Show or hide the bars of uncertainty."""
        self._shows_bars = on
        self._measured = None
        self.refresh_bars()

    @Slot()
    def refresh_bars(self) -> None:
        """Show how sure the edges of the selected proposal are."""
        session = self._session
        shown = session.box(session.selection) if self._shows_bars and not session.group else None
        if shown is None or shown.state is not BoxState.PROPOSED:
            self._measured = None
            self._canvas.set_edge_bars(None)
            return
        if self._measured == (shown.key, shown.box) and self._canvas.canvas_scene.marks.bars is not None:
            return
        self._measured = (shown.key, shown.box)
        heat = self._heat_of(shown.key)
        spread = edge_spread(heat, shown.box) if heat is not None else None
        self._canvas.set_edge_bars(None if spread is None else EdgeBars(shown.key, spread.outer, spread.inner))
