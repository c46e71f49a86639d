"""Boxes leave a project and come into one."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.toy_project import toy_engine, write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError, WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import FINAL_STATES, BoxState, ImageStatus
from wsl_annotator.store.edits import SetStatus
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.export import ExportOptions, build_export_set, export_project, parse_states
from wsl_annotator.workflow.import_ import import_path
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.propose import propose_project

DRAWN = Box(1.25, 2.5, 30.75, 40.125)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Four images: one with a drawn box, one with a rejected one, one verified without boxes, one untouched."""
    write_squares(tmp_path / "images", 4)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    with Project.open(tmp_path / "p.wsl") as made:
        made.apply(review.draw(made, 1, 1, DRAWN))
        made.apply(review.draw(made, 2, 2, Box(0, 0, 9, 9)))
        (record,) = made.boxes(2)
        made.apply(review.PutBoxes((dataclasses.replace(record, state=BoxState.REJECTED),)))
        made.apply(SetStatus(image_id=3, status=ImageStatus.VERIFIED))
        yield made


def coco(path: Path) -> dict[str, list[dict[str, object]]]:
    values: dict[str, list[dict[str, object]]] = json.loads(path.read_text())
    return values


def empty_twin(tmp_path: Path) -> Path:
    path = tmp_path / "twin.wsl"
    create_project(path, images=tmp_path / "images", classes=("red", "green", "blue"))
    return path


def test_that_final_boxes_and_verified_images_leave_and_untouched_ones_stay(project: Project, tmp_path: Path) -> None:
    report = export_project(project, export_format="coco", to=tmp_path / "c.json")
    out = coco(tmp_path / "c.json")
    assert [image["id"] for image in out["images"]] == [1, 3]
    assert [box["bbox"] for box in out["annotations"]] == [list(DRAWN.xywh)]
    assert (report.images, report.boxes) == (2, 1)
    assert any("2 images" in sentence for sentence in report.skipped)


def test_that_ids_are_the_same_in_every_export(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "a.json")
    project.apply(review.draw(project, 3, 3, Box(5, 5, 9, 9)))
    export_project(project, export_format="coco", to=tmp_path / "b.json")
    first = {box["id"]: box["bbox"] for box in coco(tmp_path / "a.json")["annotations"]}
    second = {box["id"]: box["bbox"] for box in coco(tmp_path / "b.json")["annotations"]}
    assert first.items() < second.items()


def test_that_proposals_leave_only_when_asked_and_at_the_present_threshold(project: Project, tmp_path: Path) -> None:
    propose_project(project, toy_engine(tmp_path))
    assert {box.state for image in build_export_set(project).images for box in image.boxes} == {BoxState.DRAWN}
    leaving = build_export_set(project, states=(*FINAL_STATES, BoxState.PROPOSED))
    boxes = [box for image in leaving.images for box in image.boxes]
    assert BoxState.PROPOSED in {box.state for box in boxes}
    assert len({box.id for box in boxes}) == len(boxes)
    assert min(box.id for box in boxes if box.state is BoxState.PROPOSED) > 2
    proposed = [box for box in boxes if box.state is BoxState.PROPOSED]
    expected = [found for record in project.images() for found in review.image_proposals(project, record.id)]
    assert [box.box for box in proposed] == [found.box for found in expected]


def test_that_a_rejected_box_leaves_only_when_asked(project: Project, tmp_path: Path) -> None:
    options = ExportOptions(states=(BoxState.REJECTED,))
    export_project(project, export_format="coco", to=tmp_path / "c.json", options=options)
    assert [box["image_id"] for box in coco(tmp_path / "c.json")["annotations"]] == [2]


def test_that_voc_needs_a_folder_and_coco_takes_one(project: Project, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FormatError, match="file"):
        export_project(project, export_format="voc", to=tmp_path / "file")
    (tmp_path / "folder").mkdir()
    report = export_project(project, export_format="coco", to=tmp_path / "folder")
    assert report.written == (tmp_path / "folder" / "instances.json",)


def test_that_states_are_parsed_and_wrong_ones_named() -> None:
    assert parse_states("drawn, accepted,drawn") == (BoxState.DRAWN, BoxState.ACCEPTED)
    with pytest.raises(WslError, match=r"'good'.*proposed, accepted"):
        parse_states("drawn,good")
    with pytest.raises(WslError, match="States are"):
        parse_states(",")


@pytest.mark.parametrize("export_format", ["voc", "coco"])
def test_that_an_export_imported_twice_is_in_a_new_project_once(
    project: Project, tmp_path: Path, export_format: str
) -> None:
    to = tmp_path / ("voc" if export_format == "voc" else "c.json")
    export_project(project, export_format=export_format, to=to)  # type: ignore[arg-type]
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, to)
        assert (report.boxes, report.known_boxes, report.skipped) == (1, 0, ())
        (record,) = twin.all_boxes()
        assert record.state is BoxState.DRAWN
        assert record.origin.source == f"import:{export_format}"
        assert record.box == (DRAWN if export_format == "coco" else Box(1, 2, 31, 41))
        assert twin.labels(1)[1] is LabelState.POSITIVE
        assert twin.image(1).status is ImageStatus.IN_PROGRESS
        again = import_path(twin, to)
        assert (again.boxes, again.known_boxes, again.labels) == (0, 1, 0)
        assert len(list(twin.all_boxes())) == 1


def test_that_a_projects_own_export_adds_nothing_to_it(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="voc", to=tmp_path / "voc")
    report = import_path(project, tmp_path / "voc")
    assert (report.boxes, report.known_boxes) == (0, 1)


def test_that_an_import_can_be_undone(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "c.json")
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, tmp_path / "c.json")
        for edit in report.inverse:
            twin.apply(edit)
        assert list(twin.all_boxes()) == []
        assert twin.all_labels() == {}
        assert twin.image(1).status is ImageStatus.UNTOUCHED


def test_that_exported_proposals_do_not_come_in_as_a_persons_boxes(project: Project, tmp_path: Path) -> None:
    propose_project(project, toy_engine(tmp_path))
    export_project(
        project, export_format="coco", to=tmp_path / "c.json", options=ExportOptions(states=(BoxState.PROPOSED,))
    )
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, tmp_path / "c.json")
        assert report.boxes == 0
        assert any("nobody judged" in sentence for sentence in report.skipped)
        assert twin.all_labels() == {}


def test_that_classes_of_a_coco_file_keep_their_ids_where_they_are_free(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "c.json")
    values = coco(tmp_path / "c.json")
    values["categories"].append({"id": 17, "name": "cat", "supercategory": "animal"})
    values["annotations"].append(
        {"id": 90, "image_id": 1, "category_id": 17, "bbox": [3, 3, 5, 5], "area": 25, "iscrowd": 0}
    )
    (tmp_path / "c.json").write_text(json.dumps(values))
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, tmp_path / "c.json")
        assert report.classes == ("cat",)
        cat = twin.class_by_name("cat")
        assert cat is not None
        assert cat.id == 17
        export_project(twin, export_format="coco", to=tmp_path / "d.json")
        category = next(entry for entry in coco(tmp_path / "d.json")["categories"] if entry["id"] == 17)
        assert category["supercategory"] == "animal"


def test_that_images_the_project_does_not_have_are_listed(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "c.json")
    values = coco(tmp_path / "c.json")
    values["images"][0]["file_name"] = "elsewhere.png"
    (tmp_path / "c.json").write_text(json.dumps(values))
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, tmp_path / "c.json")
        assert report.boxes == 0
        assert any("elsewhere.png" in sentence for sentence in report.skipped)


def test_that_labels_alone_come_from_a_table_or_from_annotations(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "c.json")
    with Project.open(empty_twin(tmp_path)) as twin:
        report = import_path(twin, tmp_path / "labels.csv")
        assert (report.labels, report.boxes) == (12, 0)
        assert twin.labels(2)[2] is LabelState.POSITIVE
        assert import_path(twin, tmp_path / "labels.csv").labels == 0
        for edit in report.inverse:
            twin.apply(edit)
        assert twin.all_labels() == {}
        assert import_path(twin, tmp_path / "c.json", labels_only=True).labels > 0
        assert list(twin.all_boxes()) == []


def test_that_a_file_of_another_kind_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"nothing\.json"):
        import_path(project, tmp_path / "nothing.json")
    (tmp_path / "broken.json").write_text('{"images": [')
    with pytest.raises(FormatError, match=r"broken\.json"):
        import_path(project, tmp_path / "broken.json")


def test_that_a_read_only_project_exports_and_refuses_an_import(project: Project, tmp_path: Path) -> None:
    export_project(project, export_format="coco", to=tmp_path / "c.json")
    with Project.open(project.path, read_only=True) as reading:
        assert export_project(reading, export_format="coco", to=tmp_path / "d.json").boxes == 1
        with pytest.raises(WslError, match="read-only"):
            import_path(reading, tmp_path / "labels.csv")
