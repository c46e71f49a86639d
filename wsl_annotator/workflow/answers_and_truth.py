"""Proposals and true boxes -> the answers that the measures take: the images and classes that both name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.words import phrase
from wsl_annotator.evaluation.answers import Answers, ClassAnswers
from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.truth import true_boxes
from wsl_annotator.formats.export_set import ImportBox, ImportImage, ImportSet
from wsl_annotator.formats.matching import NameMatcher
from wsl_annotator.formats.proposals_json import ProposalImage, ProposalLocalization, Proposals


def build_answers(
    proposals: Proposals, truth: ImportSet, *, answers_path: Path, truth_path: Path, notes: list[str]
) -> Answers:
    """Return answers and truth of the images and classes that both name.

    Args:
        proposals: what was found.
        truth: what is true.
        answers_path: of the proposals, for messages.
        truth_path: of the truth, for messages.
        notes: a sentence is added for everything that was left out.

    Raises:
        FormatError: no image or no class is in both.
    """
    true_images = _match_images(proposals, truth, answers_path, truth_path, notes)
    names = _match_classes(proposals, truth, answers_path, truth_path, notes)
    images = sorted((image for image in proposals.images if image.id in true_images), key=lambda image: image.id)
    ids = np.array([image.id for image in images], np.int64)
    by_class: dict[int, list[ProposalLocalization]] = {}
    seen: set[tuple[int, int]] = set()
    for entry in proposals.localizations:
        if (entry.image_id, entry.category_id) in seen:
            raise FormatError(
                f"{answers_path} answers class {entry.category_id} in image {entry.image_id} twice.",
                "Write it again with propose --out.",
            )
        seen.add((entry.image_id, entry.category_id))
        if entry.image_id in true_images:
            by_class.setdefault(entry.category_id, []).append(entry)
    classes = [
        _class_answers(category.name, by_class.get(category.id, []), names[category.name], true_images)
        for category in proposals.categories
        if category.name in names
    ]
    sizes = np.array([(image.width, image.height) for image in images], np.float64).reshape(-1, 2)
    return Answers(images=ids, names=tuple(image.file_name for image in images), sizes=sizes, classes=tuple(classes))


def _match_images(
    proposals: Proposals, truth: ImportSet, answers_path: Path, truth_path: Path, notes: list[str]
) -> dict[int, list[ImportBox]]:
    """Return the true boxes of each image id that the truth describes, perhaps none."""
    by_name = {image.file_name: image for image in proposals.images}
    matcher = NameMatcher(by_name)
    found: dict[int, list[ImportBox]] = {}
    unsearched: list[str] = []
    sizes: list[str] = []
    repeated: list[str] = []
    for image in truth.images:
        name = matcher.find(image.file_name) or (matcher.find(image.fallback) if image.fallback else None)
        if name is None:
            unsearched.append(image.file_name)
            continue
        mine = by_name[name]
        if image.width > 0 and (image.width, image.height) != (mine.width, mine.height):
            sizes.append(_size_note(image, mine))
        if mine.id in found:
            repeated.append(name)
            found[mine.id] += [box for box in image.boxes if not _among(box, found[mine.id])]
        else:
            found[mine.id] = list(image.boxes)
    if not found:
        raise FormatError(
            f"{answers_path} and {truth_path} have no image in common.",
            "File names must agree; is it the truth of other photos?",
        )
    untold = [image.file_name for image in proposals.images if image.id not in found]
    if unsearched:
        notes.append(f"{_counted(unsearched, phrase('of the truth'))} not among the answers: not judged.")
    if untold:
        notes.append(f"{_counted(untold, phrase('of the answers'))} not in the truth: not judged.")
    if repeated:
        notes.append(f"{_counted(repeated, phrase('of the truth'))} described more than once: all entries were taken.")
    if sizes:
        which = sizes[0] if len(sizes) == 1 else phrase(f"{sizes[0]} (and {len(sizes) - 1} more)")
        notes.append(f"Sizes differ: {which}. Boxes may belong to another copy of the photos.")
    return found


def _among(box: ImportBox, others: Sequence[ImportBox]) -> bool:
    return any(box.class_name == other.class_name and box.box == other.box for other in others)


def _size_note(image: ImportImage, mine: ProposalImage) -> str:
    turned = phrase(", turned by a quarter") if (image.width, image.height) == (mine.height, mine.width) else ""
    return phrase(
        f"{mine.file_name} is {mine.width} x {mine.height} in the answers and {image.width} x {image.height} in the "
        f"truth{turned}"
    )


def _counted(names: Sequence[str], whose: str) -> str:
    """Return how many images a note is about, with an example and the verb."""
    if len(names) == 1:
        return phrase(f"1 image {whose} ({names[0]}) is")
    return phrase(f"{len(names)} images {whose} (such as {names[0]}) are")


def _match_classes(
    proposals: Proposals, truth: ImportSet, answers_path: Path, truth_path: Path, notes: list[str]
) -> dict[str, str]:
    """Return class of the answers -> class of the truth: the same name, else the same but for case."""
    theirs = [category.name for category in truth.categories]
    folded: dict[str, list[str]] = {}
    for name in theirs:
        folded.setdefault(name.casefold(), []).append(name)
    names: dict[str, str] = {}
    for category in proposals.categories:
        alike = folded.get(category.name.casefold(), [])
        if category.name in theirs:
            names[category.name] = category.name
        elif len(alike) == 1:
            names[category.name] = alike[0]
    if not names:
        raise FormatError(
            f"{answers_path} and {truth_path} have no class in common: {_few(c.name for c in proposals.categories)} "
            f"there, {_few(theirs)} here.",
            "Class names must agree.",
        )
    left = [name for name in theirs if name not in names.values()]
    if left:
        notes.append(f"Not judged, as the answers have no such class: {_few(left)}.")
    extra = [category.name for category in proposals.categories if category.name not in names]
    if extra:
        notes.append(f"Not judged, as the truth has no such class: {_few(extra)}.")
    return names


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    if len(listed) > 6:
        return phrase(f"{', '.join(listed[:6])} and {len(listed) - 6} more")
    return ", ".join(listed) or phrase("none")


def _class_answers(
    name: str,
    localizations: Sequence[ProposalLocalization],
    true_name: str,
    true_images: Mapping[int, Sequence[ImportBox]],
) -> ClassAnswers:
    rows = [(image, box) for image, boxes in true_images.items() for box in boxes if box.class_name == true_name]
    truth = true_boxes(
        [(image, box.box.xyxy) for image, box in rows],
        difficult=[bool(box.attributes.get("difficult", False)) for _, box in rows],
        crowd=[bool(box.attributes.get("iscrowd", False)) for _, box in rows],
        areas=[_area(box) for _, box in rows],
    )
    # Equal scores are ranked by image, however the file was ordered.
    localizations = sorted(localizations, key=lambda entry: entry.image_id)
    scored = [(entry.image_id, box) for entry in localizations for box in entry.boxes]
    return ClassAnswers(
        name=name,
        images=np.array([entry.image_id for entry in localizations], np.int64),
        class_scores=np.array([entry.class_score for entry in localizations], np.float64),
        heat_maxima=np.array([entry.heat_max for entry in localizations], np.float64),
        points=np.array([entry.point for entry in localizations], np.float64).reshape(-1, 2),
        boxes=Detections(
            np.array([image for image, _ in scored], np.int64),
            np.array([box.box.xyxy for _, box in scored], np.float64).reshape(-1, 4),
            np.array([box.score for _, box in scored], np.float64),
        ),
        truth=truth,
        combined_scores=_combined(localizations),
    )


def _combined(localizations: Sequence[ProposalLocalization]) -> NDArray[np.float64] | None:
    scores = [entry.combined_score for entry in localizations]
    if all(score is None for score in scores):
        return None
    return np.array([np.nan if score is None else score for score in scores], np.float64)


def _area(box: ImportBox) -> float:
    """Return the area that a COCO file states for the object, else the box's."""
    stated = box.attributes.get("extra", {}).get("coco", {}).get("area")
    if isinstance(stated, int | float) and not isinstance(stated, bool) and stated >= 0:
        return float(stated)
    return box.box.area
