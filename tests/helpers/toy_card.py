"""A network card on the small network of `training_photos`, untrained, and true boxes for pictures."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.helpers.training_photos import write_network
from wsl_annotator.networks.adapted import adapt
from wsl_annotator.networks.card import CARD, WEIGHTS, Card, card_weights, recipe_of
from wsl_annotator.networks.custom import open_custom
from wsl_annotator.networks.spec import NetworkSpec

CLASSES = ("red", "green", "blue")
ALIKE = ((1.0, 0.5, 0.0), (0.25, 1.0, 0.0), (0.0, 0.0, 1.0))
"""Of the pictures with green half have red too."""


def write_card(folder: Path, *, alpha: float = 0.0) -> tuple[Path, str]:
    """Write the card `card` into a folder, and return it with its `--code`."""
    code = write_network(folder)
    network, head = adapt(open_custom(NetworkSpec(code)), class_names=CLASSES, kind="single")
    card = Card(
        recipe=dataclasses.replace(recipe_of(NetworkSpec(code)), heads=(head,)),
        input_size=network.input_size,
        mean=network.mean,
        std=network.std,
        activation=network.activation,
        class_names=CLASSES,
        thresholds=dict.fromkeys(CLASSES, 0.5),
        alpha=alpha,
        cooccurrence=ALIKE,
        record={"figures": {}},
    )
    weights = card_weights(network.module)
    out = folder / "card"
    out.mkdir()
    (out / WEIGHTS).write_bytes(weights)
    (out / CARD).write_text(card.to_json(weights_sha256=hashlib.sha256(weights).hexdigest()), encoding="utf-8")
    return out, code


def write_truth(
    path: Path, boxes: Mapping[str, Sequence[tuple[str, Sequence[float]]]], *, size: tuple[int, int] = (64, 48)
) -> Path:
    """Write COCO JSON of file name -> (class, [x, y, width, height]) and return the path."""
    names = list(dict.fromkeys(name for entries in boxes.values() for name, _ in entries))
    images = [
        {"id": number, "file_name": name, "width": size[0], "height": size[1]}
        for number, name in enumerate(boxes, start=1)
    ]
    entries = [(number, *entry) for number, name in enumerate(boxes, start=1) for entry in boxes[name]]
    annotations = [
        {
            "id": number,
            "image_id": image,
            "category_id": names.index(name) + 1,
            "bbox": list(box),
            "area": box[2] * box[3],
            "iscrowd": 0,
        }
        for number, (image, name, box) in enumerate(entries, start=1)
    ]
    categories = [{"id": number, "name": name} for number, name in enumerate(names, start=1)]
    document = {"images": images, "annotations": annotations, "categories": categories}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
