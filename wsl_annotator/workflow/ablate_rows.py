"""The rows of the ablation table: baselines, the paper's search, each change of it by itself, and the presets."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from wsl_annotator.core.config import PAPER, PRESETS, BeamConfig, HeatConfig, LocalizerConfig
from wsl_annotator.core.errors import WslError


@dataclass(frozen=True, slots=True, kw_only=True)
class AblationRow:
    """One way to find things.

    Attributes:
        key: what it is called on a command line and in files.
        title: what it is called in the table.
        config: the search; None for the middle of the image, which looks at nothing.
    """

    key: str
    title: str
    config: LocalizerConfig | None


def _baseline(localizer: str, *scales: float) -> LocalizerConfig:
    return LocalizerConfig(localizer=localizer, preset="custom", scales=scales or (1.0,))


def _paper_with(*, heat: HeatConfig = PAPER.heat, **beam: object) -> LocalizerConfig:
    changed: BeamConfig = dataclasses.replace(PAPER.beam, **beam)  # type: ignore[arg-type]
    return LocalizerConfig(preset="custom", beam=changed, heat=heat)


ROWS: tuple[AblationRow, ...] = (
    AblationRow(key="centre", title="image centre", config=None),
    AblationRow(key="cam", title="CAM", config=_baseline("cam")),
    AblationRow(key="cam-2", title="CAM, input twice as large", config=_baseline("cam", 2.0)),
    AblationRow(key="layercam", title="LayerCAM", config=_baseline("layercam")),
    AblationRow(key="cam-multiscale", title="CAM at three sizes", config=_baseline("cam-multiscale")),
    AblationRow(key="paper", title="preset paper", config=PAPER),
    AblationRow(key="paper-dedupe", title="paper, equal boxes once", config=_paper_with(dedupe="exact")),
    AblationRow(key="paper-iou", title="paper, no near duplicates", config=_paper_with(dedupe="exact", beam_iou=0.9)),
    AblationRow(key="paper-depth", title="paper, 16 levels", config=_paper_with(depth=16)),
    AblationRow(key="paper-map-8", title="paper, first 8 levels on one map", config=_paper_with(map_levels=8)),
    AblationRow(key="paper-map", title="paper, all levels on one map", config=_paper_with(recompute="never")),
    AblationRow(
        key="paper-inverse",
        title="paper, levels weigh 1 / level",
        config=_paper_with(heat=HeatConfig(level_weights="inverse")),
    ),
    AblationRow(
        key="paper-log-odds", title="paper, heat of log-odds", config=_paper_with(heat=HeatConfig(value="log_odds"))
    ),
    *(
        AblationRow(key=name, title=f"preset {name}", config=config)
        for name, config in PRESETS.items()
        if name != "paper"
    ),
)


def choose_rows(keys: tuple[str, ...]) -> tuple[AblationRow, ...]:
    """Return the rows of these keys in the table's order; all where none is named.

    Raises:
        WslError: there is no row of a name.
    """
    known = {row.key for row in ROWS}
    for key in keys:
        if key not in known:
            raise WslError(
                f"There is no row {key!r} in the table.", f"Choose from {', '.join(row.key for row in ROWS)}."
            )
    return tuple(row for row in ROWS if not keys or row.key in keys)
