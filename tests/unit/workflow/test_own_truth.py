"""The boxes of a project's own people as truth: which count, and what the report says of them."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import numpy as np
import pytest

from wsl_annotator.cli.console import Console
from wsl_annotator.cli.evaluate import VERB
from wsl_annotator.cli.verb import UsageError
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import FormatError, StoreError
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.records import BoxRecord, BoxState, ImageRecord, ImageStatus, LocalizationKey
from wsl_annotator.store.edits import PutBoxes, SetStatus
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.evaluate import EvaluationRun, evaluate, write_report
from wsl_annotator.workflow.own_truth import read_own_truth

HOT = (10.0, 20.0, 50.0, 60.0)


def record(number: int, image: int, state: BoxState, box: tuple[float, ...] = HOT, **more: object) -> BoxRecord:
    return BoxRecord(id=number, image_id=image, class_id=1, box=Box(*box), state=state, **more)  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Images 1 to 4, searched alike: hot in HOT. 1 and 2 are verified, 3 is under way, 4 is untouched."""
    path = tmp_path / "dogs.wsl"
    heat = HeatMap(
        np.array([0.0, 10, 50, 100]), np.array([0.0, 20, 60, 80]), np.array([[0.0, 0, 0], [0, 1.0, 0], [0, 0, 0]])
    )
    with Project.create(path, image_root=tmp_path, classes=["dog"]) as made:
        made.add_images([ImageRecord(id=0, path=f"{i}.jpg", width=100, height=80) for i in range(1, 5)])
        for image_id in range(1, 5):
            made.save_localization(
                LocalizationKey(image_id=image_id, class_id=1, network_hash="aa", config_digest=FAST.digest),
                Localization("dog", 2.0, (30.0, 40.0), heat, None),
                image_sha256="bb",
                network_name="toy",
                config=FAST,
                proposals=[],
                threshold=0.5,
            )
        boxes = (
            record(1, 1, BoxState.ACCEPTED),
            record(2, 1, BoxState.REJECTED, (0.0, 0.0, 9.0, 9.0)),
            record(3, 2, BoxState.DRAWN, (60.0, 0.0, 90.0, 18.0), attributes={"difficult": True}),
            record(4, 2, BoxState.ADJUSTED, (12.0, 20.0, 50.0, 60.0)),
            record(5, 3, BoxState.ACCEPTED),
        )
        made.apply(PutBoxes(boxes))
        for image_id, status in ((1, ImageStatus.VERIFIED), (2, ImageStatus.VERIFIED), (3, ImageStatus.IN_PROGRESS)):
            made.apply(SetStatus(image_id=image_id, status=status))
    return path


def test_that_kept_boxes_of_verified_images_are_the_truth(project: Path) -> None:
    truth = read_own_truth(project)
    assert (truth.images, truth.count) == (2, 3)
    assert [(image.file_name, [box.state for box in image.boxes]) for image in truth.boxes.images] == [
        ("1.jpg", [BoxState.ACCEPTED]),
        ("2.jpg", [BoxState.DRAWN, BoxState.ADJUSTED]),
    ]
    assert read_own_truth(project, verified_only=False).images == 3


def test_that_a_project_is_judged_by_its_own_boxes_where_no_truth_is_given(project: Path) -> None:
    report = evaluate(EvaluationRun(answers=project)).report
    assert report.images == 2
    assert (report.classes[0].objects, report.classes[0].ignored) == (2, 1)
    assert report.classes[0].figures.ap50 == 1.0
    assert report.truth == f"the boxes that people accepted, adjusted or drew in {project} (verified images)"
    assert "flatter the proposals" in report.notes[0]


def test_that_unverified_images_are_taken_with_a_warning(project: Path) -> None:
    report = evaluate(EvaluationRun(answers=project, verified_only=False)).report
    assert report.images == 3
    assert any("nobody verified" in note for note in report.notes)
    assert not any("nobody verified" in note for note in evaluate(EvaluationRun(answers=project)).report.notes)


def test_that_the_page_says_whose_boxes_the_truth_is(project: Path, tmp_path: Path) -> None:
    write_report(evaluate(EvaluationRun(answers=project)), tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "the boxes that people accepted, adjusted or drew" in text
    assert "flatter the proposals" in text


def test_that_a_project_without_such_a_box_is_told(project: Path) -> None:
    with Project.open(project) as opened:
        for image_id in (1, 2):
            opened.apply(SetStatus(image_id=image_id, status=ImageStatus.IN_PROGRESS))
    with pytest.raises(StoreError, match="holds no box that a person accepted, adjusted or drew in a verified image"):
        evaluate(EvaluationRun(answers=project))


def test_that_a_proposals_file_has_no_boxes_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "proposals.json"
    path.write_text(
        '{"settings": {}, "images": [{"id": 1, "file_name": "1.jpg", "width": 9, "height": 9}], "categories": '
        '[{"id": 1, "name": "dog"}], "localizations": [{"image_id": 1, "category_id": 1, "class_score": 1.0, '
        '"point": [1, 1], "heat_max": 0.5, "boxes": []}]}'
    )
    with pytest.raises(FormatError, match="is no project") as caught:
        evaluate(EvaluationRun(answers=path))
    assert "--truth" in caught.value.hint


def test_that_judging_by_its_own_boxes_leaves_the_project_as_it_is(project: Path) -> None:
    before = project.read_bytes()
    with Project.open(project):
        evaluate(EvaluationRun(answers=project))
    assert project.read_bytes() == before


def command(*words: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    VERB.add(parser)
    out = io.StringIO()
    code = VERB.run(parser.parse_args(list(words)), Console(out=out, err=io.StringIO()), CancelToken())
    return code, out.getvalue()


def test_that_the_command_needs_no_truth_for_a_project(project: Path) -> None:
    code, text = command(str(project))
    assert code == 0
    assert "against the boxes that people accepted, adjusted or drew" in text
    assert "note: The truth is the project's own boxes" in text


def test_that_unverified_images_are_of_no_account_beside_a_truth_file(project: Path) -> None:
    with pytest.raises(UsageError, match="--unverified"):
        command(str(project), "--truth", "x.json", "--unverified")
