"""A run over a project without classes adds those that the network knows, while the person looks at images."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.helpers.desk import Hands
from tests.helpers.toy_project import RGB
from wsl_annotator.workflow.new_project import create_project


def test_that_a_class_found_first_in_an_image_that_is_not_shown_is_known_at_once(hands: Hands, tmp_path: Path) -> None:
    images = tmp_path / "unlabelled"
    images.mkdir()
    for color in RGB.values():
        Image.new("RGB", (64, 48), color).save(images / f"{color}.png")
    path = create_project(tmp_path / "unlabelled.wsl", images=images).path
    hands.open(path)
    assert hands.desk.session.classes == ()
    known: list[tuple[set[int], set[int]]] = []

    def look(_: int) -> None:
        session = hands.desk.session
        known.append(({record.id for record in session.project.classes()}, {record.id for record in session.classes}))

    hands.desk.propose.image_saved.connect(look)
    hands.propose_all()
    assert all(stored == shown for stored, shown in known)
    assert len(known[-1][0]) == len(known) == 3
