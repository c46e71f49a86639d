"""Prepares the project that the screenshots show: the sample, searched, and judged by its true boxes.

Nobody sat at this project: each step takes the seconds of the simulated annotator (`DEFAULT_COSTS`), so that the
statistics page has something to show.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.paths import resource
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS
from wsl_annotator.store.edits import Edit, SetStatus
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.active_time import spans_of
from wsl_annotator.workflow.demo import propose_sample
from wsl_annotator.workflow.review import Proposal, image_proposals

SECONDS = {
    "accept": DEFAULT_COSTS.verify_s,
    "adjust": DEFAULT_COSTS.verify_s + 2 * DEFAULT_COSTS.edge_s,
    "reject": DEFAULT_COSTS.verify_s,
    "draw": DEFAULT_COSTS.find_s + DEFAULT_COSTS.draw_s,
}
GOOD, USABLE = 0.75, 0.45
"""Overlap with the true box from which a proposal is accepted as it is, or adjusted; below it is rejected."""
VERIFIED = 13
"""So many images are judged, verified, and left out of the pictures of the desk."""


@dataclass(frozen=True, slots=True)
class Showcase:
    """What the pictures of the desk show.

    Attributes:
        image_id: of the image that goes best among those not judged.
        key: of its best proposal.
    """

    image_id: int
    key: str


def true_boxes(project: Project) -> dict[int, list[tuple[int, Box]]]:
    """Return (class id, box) of every true box, by image id."""
    truth = json.loads(resource("sample", "truth.json").read_text(encoding="utf-8"))
    names = {category["id"]: category["name"] for category in truth["categories"]}
    classes = {record.name: record.id for record in project.classes()}
    files = {image["id"]: Path(image["file_name"]).name for image in truth["images"]}
    images = {Path(record.path).name: record.id for record in project.images()}
    found: dict[int, list[tuple[int, Box]]] = {record.id: [] for record in project.images()}
    for item in truth["annotations"]:
        image_id = images.get(files[item["image_id"]])
        if image_id is not None:
            found[image_id].append((classes[names[item["category_id"]]], Box.from_xywh(*item["bbox"])))
    return found


def overlap(proposal: Proposal, truth: list[tuple[int, Box]]) -> float:
    """Return the overlap of a proposal with the best true box of its class."""
    return max((proposal.box.iou(box) for class_id, box in truth if class_id == proposal.class_id), default=0.0)


def judge(project: Project, image_id: int, truth: list[tuple[int, Box]]) -> None:
    """Do what a careful person does with one image, and note the time that each step is taken to need."""
    met: list[Box] = []
    for proposal in image_proposals(project, image_id):
        best = max(
            (box for class_id, box in truth if class_id == proposal.class_id and box not in met),
            key=proposal.box.iou,
            default=None,
        )
        share = proposal.box.iou(best) if best is not None else 0.0
        if best is None or share < USABLE:
            _apply(project, image_id, review.reject(project, proposal, image_id), SECONDS["reject"])
            continue
        met.append(best)
        if share >= GOOD:
            _apply(project, image_id, review.accept(project, proposal, image_id), SECONDS["accept"])
        else:
            _apply(project, image_id, review.adjust(project, proposal, image_id, best), SECONDS["adjust"])
    for class_id, box in truth:
        if box not in met:
            _apply(project, image_id, review.draw(project, image_id, class_id, box), SECONDS["draw"])
    project.apply(SetStatus(image_id=image_id, status=ImageStatus.VERIFIED))


def _apply(project: Project, image_id: int, edit: Edit, seconds: float) -> None:
    project.apply(edit)
    project.add_activity(spans_of(edit, image_id=image_id, seconds=seconds))


def prepare(folder: Path) -> Showcase:
    """Build, search and judge the sample in a folder; return what to show of the rest.

    Shown is the image with two or more proposals that fits the truth best: the pictures show what it looks like when it
    goes well; the card of the network says how often it does.
    """
    path = propose_sample(folder, device="cpu")
    with Project.open(path) as project:
        truth = true_boxes(project)
        fits = {
            record.id: {found.key: overlap(found, truth[record.id]) for found in image_proposals(project, record.id)}
            for record in project.images()
        }
        several = {image_id: shares for image_id, shares in fits.items() if len(shares) > 1}
        shown = max(several, key=lambda image_id: sum(several[image_id].values()) / len(several[image_id]))
        for record in [record for record in project.images() if record.id != shown][:VERIFIED]:
            judge(project, record.id, truth[record.id])
    return Showcase(shown, max(several[shown], key=lambda key: several[shown][key]))
