"""Files in, report out: names, classes, conventions, and one sentence for everything that cannot be judged."""

import argparse
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from wsl_annotator.cli.console import Console
from wsl_annotator.cli.evaluate import VERB
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import Cancelled, FormatError, StoreError
from wsl_annotator.core.localization import HeatMap, Localization, ScoredBox
from wsl_annotator.core.records import ImageRecord, LocalizationKey
from wsl_annotator.formats.proposals_json import (
    ProposalCategory,
    ProposalImage,
    ProposalLocalization,
    Proposals,
    write_proposals,
)
from wsl_annotator.store.edits import PutClass
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.evaluate import EvaluationRun, Judged, evaluate, write_report

DOG_1, DOG_2 = (10.0, 20.0, 50.0, 60.0), (0.0, 0.0, 40.0, 40.0)


def found(image: int, category: int, *boxes: tuple[float, ...], score: float = 2.0) -> ProposalLocalization:
    x1, y1, x2, y2 = boxes[0] if boxes else (0.0, 0.0, 2.0, 2.0)
    return ProposalLocalization(
        image_id=image,
        category_id=category,
        class_score=score,
        point=((x1 + x2) / 2, (y1 + y2) / 2),
        heat_max=0.9,
        boxes=tuple(ScoredBox(Box(*box), 0.8 - 0.1 * rank) for rank, box in enumerate(boxes)),
    )


def save_proposals(path: Path, *localizations: ProposalLocalization, names: tuple[str, ...] = ("dog", "cat")) -> Path:
    write_proposals(
        Proposals(
            images=tuple(ProposalImage(id=i, file_name=f"{i}.jpg", width=100, height=80) for i in (1, 2, 3)),
            categories=tuple(ProposalCategory(id=k, name=name) for k, name in enumerate(names, start=1)),
            localizations=localizations,
            settings={"network": "toy"},
        ),
        path,
    )
    return path


def save_coco(path: Path, *rows: tuple[int, str, tuple[float, ...], dict[str, object]], prefix: str = "") -> Path:
    names = sorted({row[1] for row in rows} | {"cat", "dog"})
    annotations = [
        {
            "id": number,
            "image_id": image,
            "category_id": names.index(name) + 1,
            "bbox": [box[0], box[1], box[2] - box[0], box[3] - box[1]],
            **more,
        }
        for number, (image, name, box, more) in enumerate(rows, start=1)
    ]
    images = [{"id": i, "file_name": f"{prefix}{i}.jpg", "width": 100, "height": 80} for i in (1, 2, 3)]
    categories = [{"id": k, "name": name} for k, name in enumerate(names, start=1)]
    path.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}))
    return path


@pytest.fixture
def proposals(tmp_path: Path) -> Path:
    return save_proposals(
        tmp_path / "proposals.json", found(1, 1, DOG_1), found(2, 1, (60, 40, 90, 70), DOG_2), found(3, 1, score=-2.0)
    )


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    return save_coco(tmp_path / "instances.json", (1, "dog", DOG_1, {}), (2, "dog", DOG_2, {}))


def judge(answers: Path, truth: Path, **more: object) -> Judged:
    return evaluate(EvaluationRun(answers=answers, truth=truth, **more))  # type: ignore[arg-type]


def write_voc(folder: Path, number: int, *boxes: tuple[int, ...], difficult: int = -1) -> None:
    """One file; the box of the place `difficult` is a difficult one."""
    objects = ""
    for place, box in enumerate(boxes):
        names = ("xmin", "ymin", "xmax", "ymax")
        edges = "".join(f"<{name}>{value}</{name}>" for name, value in zip(names, box, strict=True))
        flag = f"<difficult>{int(place == difficult)}</difficult>"
        objects += f"<object><name>dog</name>{flag}<bndbox>{edges}</bndbox></object>"
    size = "<size><width>100</width><height>80</height></size>"
    (folder / f"{number}.xml").write_text(f"<annotation><filename>{number}.jpg</filename>{size}{objects}</annotation>")


def test_that_proposals_are_judged_against_coco_truth(proposals: Path, truth: Path) -> None:
    report = judge(proposals, truth).report
    dog = report.classes[0]
    assert (dog.name, dog.images, dog.objects, dog.searched) == ("dog", 2, 2, 3)
    # Ranked by score: DOG_1 right (.8), a wrong box of image 2 (.8), DOG_2 right (.7).
    assert dog.figures.ap50 == pytest.approx(1 / 2 + 1 / 2 * 2 / 3)
    assert dog.figures.corloc == 1 / 2
    assert dog.figures.classification_ap == 1.0
    assert report.protocol == "all"
    assert report.settings["network"] == "toy"
    assert any("cat was searched in no image" in note for note in report.notes)


def test_that_voc_truth_gives_the_same_figures(proposals: Path, truth: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Annotations"
    folder.mkdir()
    write_voc(folder, 1, (11, 21, 50, 60))
    write_voc(folder, 2, (1, 1, 40, 40), (95, 75, 100, 80), difficult=1)
    write_voc(folder, 3)
    voc = judge(proposals, tmp_path).report
    assert voc.classes[0].figures == judge(proposals, truth).report.classes[0].figures
    assert voc.classes[0].ignored == 1
    zero = judge(proposals, tmp_path, profile="zero-based").report
    # Boxes are one pixel smaller on the left and top.
    assert zero.worst[-1].objects[0] in ((11.0, 21.0, 50.0, 60.0), (1.0, 1.0, 40.0, 40.0))


def test_that_an_image_with_difficult_objects_alone_is_in_no_ranking(proposals: Path, tmp_path: Path) -> None:
    write_voc(tmp_path, 1, (11, 21, 50, 60))
    write_voc(tmp_path, 2)
    write_voc(tmp_path, 3, (1, 1, 2, 2), difficult=0)
    dog = judge(proposals, tmp_path).report.classes[0]
    assert (dog.images, dog.objects, dog.ignored) == (1, 1, 1)
    # Image 2 shows no dog and is as sure as image 1: of equal scores the lower image number comes first.
    assert dog.figures.classification_ap == 1.0
    assert dog.figures.point_ap == 1.0
    # CorLoc alone asks for a box there.
    assert dog.figures.corloc == 1 / 2


def test_that_the_order_of_the_file_does_not_break_ties(proposals: Path, truth: Path) -> None:
    before = judge(proposals, truth).report
    value = json.loads(proposals.read_text())
    for entry in value["localizations"]:
        entry["class_score"] = 1.0
    for step in (1, -1):
        value["localizations"] = value["localizations"][::step]
        proposals.write_text(json.dumps(value))
        figures = judge(proposals, truth).report.classes[0].figures
        # Images 1 and 2 show a dog, 3 does not.
        assert figures.classification_ap == 1.0
        assert figures.ap50 == before.classes[0].figures.ap50


def test_that_crowds_and_stated_areas_are_taken_from_coco(proposals: Path, tmp_path: Path) -> None:
    path = save_coco(
        tmp_path / "t.json",
        (1, "dog", DOG_1, {"area": 500.0}),
        (2, "dog", (50, 30, 100, 80), {"iscrowd": 1}),
        (2, "dog", DOG_2, {"area": 1600.0}),
    )
    report = judge(proposals, path).report
    dog = report.classes[0]
    assert (dog.objects, dog.ignored) == (2, 1)
    assert dog.figures.ap50 == 1.0
    # Only the first object is small by the area its file states (its box is not).
    assert report.coco["AP small"] == pytest.approx(1.0)
    assert report.coco["AP medium"] == pytest.approx(1.0)


def test_that_folders_and_case_in_names_do_not_part_images_and_classes(proposals: Path, tmp_path: Path) -> None:
    path = save_coco(tmp_path / "t.json", (1, "dog", DOG_1, {}), (2, "dog", DOG_2, {}), prefix="val2017/")
    path.write_text(path.read_text().replace('"dog"', '"Dog"'))
    assert judge(proposals, path).report.classes[0].figures.corloc == 1 / 2


def test_that_what_only_one_side_names_is_counted_in_the_notes(tmp_path: Path, truth: Path) -> None:
    value = json.loads(truth.read_text())
    value["images"] = [*value["images"][:2], {"id": 9, "file_name": "nine.jpg", "width": 5, "height": 5}]
    value["categories"].append({"id": 9, "name": "bird"})
    truth.write_text(json.dumps(value))
    answers = save_proposals(tmp_path / "p.json", found(1, 1, DOG_1), found(2, 3, DOG_2), names=("dog", "cat", "cow"))
    report = judge(answers, truth).report
    assert report.images == 2
    assert "1 image of the truth (nine.jpg) is not among the answers: not judged." in report.notes
    assert "1 image of the answers (3.jpg) is not in the truth: not judged." in report.notes
    assert "Not judged, as the answers have no such class: bird." in report.notes
    assert "Not judged, as the truth has no such class: cow." in report.notes


def test_that_other_sizes_are_told_with_the_first_image(proposals: Path, truth: Path) -> None:
    truth.write_text(truth.read_text().replace('"width": 100, "height": 80', '"width": 80, "height": 100'))
    (note,) = [note for note in judge(proposals, truth).report.notes if note.startswith("Sizes differ")]
    assert "1.jpg is 100 x 80 in the answers and 80 x 100 in the truth, turned by a quarter (and 2 more)" in note


def test_that_an_image_described_twice_has_its_boxes_once(proposals: Path, truth: Path) -> None:
    value = json.loads(truth.read_text())
    value["images"].append({"id": 7, "file_name": "sub/1.jpg", "width": 100, "height": 80})
    value["annotations"].append({"id": 70, "image_id": 7, "category_id": 2, "bbox": [10, 20, 40, 40]})
    truth.write_text(json.dumps(value))
    report = judge(proposals, truth).report
    assert report.classes[0].objects == 2
    assert any("described more than once" in note for note in report.notes)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Image 1 has heat 1 in DOG_1 and heat .4 around it."""
    path = tmp_path / "dogs.wsl"
    (tmp_path / "photos").mkdir()
    rgb = np.full((80, 100, 3), 90, np.uint8)
    Image.fromarray(rgb).save(tmp_path / "photos" / "1.jpg")
    edges_x, edges_y = np.array([0.0, 10, 50, 100]), np.array([0.0, 20, 60, 80])
    heat = HeatMap(edges_x, edges_y, np.array([[0.4, 0.4, 0.4], [0.4, 1.0, 0.4], [0.4, 0.4, 0.4]]))
    with Project.create(path, image_root=tmp_path / "photos", classes=["dog"]) as made:
        (image,) = made.add_images([ImageRecord(id=0, path="1.jpg", width=100, height=80)])
        made.save_localization(
            LocalizationKey(image_id=image.id, class_id=1, network_hash="aa", config_digest=FAST.digest),
            Localization("dog", 2.0, (30.0, 40.0), heat, None),
            image_sha256="bb",
            network_name="toy",
            config=FAST,
            proposals=[],
            threshold=0.5,
        )
    return path


def test_that_a_project_is_judged_at_its_present_thresholds(project: Path, truth: Path) -> None:
    report = judge(project, truth).report
    assert report.classes[0].figures.corloc == 1.0
    assert report.settings["network"] == "toy"
    assert report.settings["thresholds"] == {"dog": 0.5}
    with Project.open(project) as opened:
        record = opened.class_by_name("dog")
        assert record is not None
        opened.apply(PutClass(type(record)(id=record.id, name="dog", color=record.color, threshold=0.3)))
    # Now the whole image is one blob.
    lower = judge(project, truth).report
    assert lower.classes[0].figures.corloc == 0.0


def test_that_judging_a_project_changes_nothing_and_needs_no_lock(project: Path, truth: Path) -> None:
    before = project.read_bytes()
    with Project.open(project):
        judge(project, truth)
    assert project.read_bytes() == before


def test_that_the_page_holds_the_photos_of_a_project(project: Path, truth: Path, tmp_path: Path) -> None:
    judged = judge(project, truth)
    assert judged.image_root == tmp_path / "photos"
    assert write_report(judged, tmp_path / "report.html") == 1
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "data:image/jpeg;base64," in text
    # A photo that has gone or cannot be read leaves its boxes on the page.
    (tmp_path / "photos" / "1.jpg").write_bytes(b"no picture")
    assert write_report(judged, tmp_path / "report.html") == 0
    assert "data:image/jpeg" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_that_photos_are_found_beside_the_truth_or_where_asked(proposals: Path, truth: Path, tmp_path: Path) -> None:
    assert judge(proposals, truth).image_root is None
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "1.jpg").write_bytes(b"x")
    assert judge(proposals, truth).image_root == tmp_path / "images"
    notes = tmp_path / "set" / "annotations"
    notes.mkdir(parents=True)
    (tmp_path / "set" / "val2017").mkdir()
    (tmp_path / "set" / "val2017" / "1.jpg").write_bytes(b"x")
    elsewhere = save_proposals(tmp_path / "set" / "annotations" / "p.json", found(1, 1, DOG_1))
    moved = truth.rename(notes / "instances.json")
    assert judge(elsewhere, moved).image_root == tmp_path.resolve() / "set" / "val2017"
    truth = moved.rename(truth)
    (tmp_path / "other").mkdir()
    assert judge(proposals, truth, images=tmp_path / "other").image_root is None


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "none.json", "There is no"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: write(folder / "p.json", ""), "is empty"),
        (lambda folder: write(folder / "p.json", "{"), "is not valid JSON"),
        (lambda folder: write(folder / "p.json", "[]"), "is not a proposals file"),
        (lambda folder: save_proposals(folder / "p.json"), "holds no search results"),
        (lambda folder: save_proposals(folder / "p.json", found(1, 1), found(1, 1)), "twice"),
        (lambda folder: save_proposals(folder / "p.json", found(1, 1), names=("cow",)), "no class in common"),
    ],
)
def test_that_bad_answers_are_told_in_one_sentence(make: object, says: str, tmp_path: Path, truth: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    answers = make(folder)  # type: ignore[operator]
    with pytest.raises(FormatError) as caught:
        judge(answers, truth)
    assert says in caught.value.user_text
    assert str(answers) in caught.value.user_text
    assert caught.value.hint


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("none.json", None, "There is no"),
        ("t.json", "{}", "is not a COCO file"),
        ("t.txt", "dog", "neither VOC XML nor COCO JSON"),
        ("t.xml", "<annotation>", "is not valid XML"),
        ("t.json", '{"images": [], "annotations": [], "categories": []}', "no image in common"),
    ],
)
def test_that_bad_truth_is_told_in_one_sentence(
    name: str, text: str | None, says: str, tmp_path: Path, proposals: Path
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text)
    with pytest.raises(FormatError) as caught:
        judge(proposals, path)
    assert says in caught.value.user_text
    assert str(path) in caught.value.user_text


def test_that_an_empty_project_is_told(tmp_path: Path, truth: Path) -> None:
    Project.create(tmp_path / "empty.wsl", image_root=tmp_path, classes=["dog"]).close()
    with pytest.raises(StoreError, match="holds no search results"):
        judge(tmp_path / "empty.wsl", truth)


def test_that_entries_that_cannot_be_used_are_listed(proposals: Path, truth: Path) -> None:
    value = json.loads(truth.read_text())
    value["annotations"].append({"id": 70, "image_id": 1, "category_id": 2, "bbox": [10, 20, 0, 40]})
    truth.write_text(json.dumps(value))
    judged = judge(proposals, truth)
    assert len(judged.skipped) == 1
    assert "empty or inverted" in judged.skipped[0]


def test_that_a_cancel_stops_it(proposals: Path, truth: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        evaluate(EvaluationRun(answers=proposals, truth=truth), cancel=token)


def run_verb(*words: str, json_lines: bool = False) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    VERB.add(parser)
    out, err = io.StringIO(), io.StringIO()
    console = Console(json_lines=json_lines, out=out, err=err)
    code = VERB.run(parser.parse_args(words), console, CancelToken())
    return code, out.getvalue(), err.getvalue()


def test_that_the_command_prints_a_table_and_writes_the_page(proposals: Path, truth: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    code, out, err = run_verb(str(proposals), "--truth", str(truth), "--out", str(page))
    assert code == 0
    lines = out.splitlines()
    head = next(line for line in lines if line.startswith("percent"))
    dog = next(line for line in lines if line.startswith("dog"))
    columns = dict(zip(head.replace("class. AP", "class.AP").replace("point AP", "pointAP").split(),
                       dog.split(), strict=False))  # fmt: skip
    assert columns["images"] == "2"
    assert columns["class.AP"] == "100.0"
    assert any(line.startswith("drawing") and "7.00" in line for line in lines)
    assert f"written: {page}" in lines
    assert "photos were not found" in err
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_that_json_holds_the_whole_report(proposals: Path, truth: Path) -> None:
    code, out, _ = run_verb(str(proposals), "--truth", str(truth), "--json", json_lines=True)
    (result,) = [json.loads(line) for line in out.splitlines() if '"event": "result"' in line]
    assert code == 0
    assert result["mean"]["ap50"] == pytest.approx(1 / 2 + 1 / 2 * 2 / 3)
    assert result["classes"][1]["figures"]["ap50"] is None
    assert result["annotator"][0]["method"] == "proposals"
    assert result["written"] is None


def test_that_what_is_judged_is_never_written_over(proposals: Path, truth: Path, tmp_path: Path) -> None:
    before = truth.read_bytes(), proposals.read_bytes()
    for out in (truth, proposals, tmp_path):
        with pytest.raises(FormatError):
            run_verb(str(proposals), "--truth", str(truth), "--out", str(out))
    assert (truth.read_bytes(), proposals.read_bytes()) == before
