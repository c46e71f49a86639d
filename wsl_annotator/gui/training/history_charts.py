"""The two charts of a training side by side: losses, and the mean average precision on held-out images."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wsl_annotator.gui.training.curve_chart import Curve, CurveChart
from wsl_annotator.training.figures import EpochFigures


class HistoryCharts(QWidget):
    """Fed with the figures of the epochs so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = CurveChart(title=self.tr("Loss"), unit=self.tr("cross-entropy, lower is better"), best_is="low")
        self.precision = CurveChart(
            title=self.tr("mAP"), unit=self.tr("on held-out images, 0 to 1, higher is better"), top=1.0, best_is="high"
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.loss, 1)
        box.addWidget(self.precision, 1)

    def show_history(self, history: Sequence[EpochFigures]) -> None:
        """Draw the epochs, rising; the best one is that with the first greatest mAP."""
        best = best_epoch(history)
        taught = tuple((figures.epoch, figures.loss) for figures in history)
        held = tuple((figures.epoch, figures.validation_loss) for figures in history if _is_finite(figures))
        means = tuple(
            (figures.epoch, figures.validation_map) for figures in history if figures.validation_map is not None
        )
        curves = [
            Curve(name=self.tr("training"), points=taught),
            Curve(name=self.tr("held out"), points=held, second=True),
        ]
        self.loss.set_curves(curves, best=best)
        self.precision.set_curves([Curve(name=self.tr("held-out mAP"), points=means, second=True)], best=best)


def _is_finite(figures: EpochFigures) -> bool:
    return figures.validation_loss is not None and math.isfinite(figures.validation_loss)


def best_epoch(history: Sequence[EpochFigures]) -> int:
    """Return the epoch whose weights are kept; 0 where no epoch was measured."""
    measured = [figures for figures in history if figures.validation_map is not None]
    return max(measured, key=lambda figures: (figures.validation_map, -figures.epoch)).epoch if measured else 0
