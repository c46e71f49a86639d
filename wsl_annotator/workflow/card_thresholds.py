"""The thresholds of a network card at work: where a search begins, and never over what a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.networks.calibrations import ClassThreshold, read_calibrations
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.store.edits import Batch, SetThreshold
from wsl_annotator.workflow.threshold_origin import ThresholdOrigin, is_persons, read_origins, write_origins

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project
    from wsl_annotator.store.reader import ProjectReader


@dataclass(frozen=True, slots=True, kw_only=True)
class CardThresholds:
    """What a network says of its classes' thresholds for one search.

    Attributes:
        classes: class -> threshold; empty for a network that is no card or was not calibrated for this search.
        notice: one sentence where a card was calibrated for other searches only, else empty.
    """

    classes: Mapping[str, ClassThreshold] = field(default_factory=dict)
    notice: str = ""

    @property
    def thresholds(self) -> dict[str, float]:
        """Class -> tau."""
        return {name: entry.threshold for name, entry in self.classes.items()}


def card_thresholds(network: str, config: LocalizerConfig) -> CardThresholds:
    """Return the thresholds of a network for a search. Needs no torch.

    Thresholds belong to the search whose heat maps they cut; those of another search are not used.

    Args:
        network: as `NetworkSpec.network` names it; anything but a card's folder has none.
        config: of the search.

    Raises:
        NetworkError: the card is damaged.
    """
    if not is_card(network):
        return CardThresholds()
    known = read_calibrations(Path(network))
    if config.digest in known:
        return CardThresholds(classes=known[config.digest].classes)
    if not known:
        return CardThresholds()
    others = "; ".join(sorted(entry.preset for entry in known.values()))
    name = Path(network).resolve().name
    return CardThresholds(
        notice=f"The card {name} has thresholds for another search ({others}), not for this one: they are not used. "
        "`wsl-annotator calibrate` fits them."
    )


def first_thresholds(project: ProjectReader, found: CardThresholds) -> tuple[Batch, dict[int, ThresholdOrigin]]:
    """Return the edit that gives a project's classes a card's thresholds, and their origins.

    Left alone are classes whose threshold a person chose, and those whose threshold was fitted on the person's own
    boxes.
    """
    origins = read_origins(project)
    edits: list[SetThreshold] = []
    changes: dict[int, ThresholdOrigin] = {}
    for record in project.classes():
        entry, origin = found.classes.get(record.name), origins.get(record.id)
        if entry is None or is_persons(record, origin) or (origin is not None and origin.by == "boxes"):
            continue
        changes[record.id] = ThresholdOrigin(
            by="card", value=entry.threshold, boxes=entry.boxes, low=entry.low, high=entry.high
        )
        if record.threshold != entry.threshold:
            edits.append(SetThreshold(class_id=record.id, threshold=entry.threshold))
    changes = {class_id: origin for class_id, origin in changes.items() if origins.get(class_id) != origin}
    return Batch(tuple(edits)), changes


def apply_card_thresholds(project: Project, found: CardThresholds) -> int:
    """Give a project's classes a card's thresholds by one journalled edit, and return how many changed.

    Raises:
        StoreError: the project cannot be written; nothing is changed.
    """
    edit, changes = first_thresholds(project, found)
    with project.bulk():
        if edit.edits:
            project.apply(edit)
        write_origins(project, changes)
    return len(edit.edits)
