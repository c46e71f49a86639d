"""What the paper's experiments are made of: data folders, printed figures, the choice of classes and thresholds."""

from __future__ import annotations

import csv
import dataclasses
import math
import threading
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.paper_data import COLORS, paint_pictures, read_pictures, write_coco, write_devkit
from tests.helpers.shared import COCO_MINI, MOBILENET, VOC5, needs_shared
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import Cancelled, FormatError
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.evaluation.calibration import TAUS
from wsl_annotator.formats.export_set import ImportBox, ImportCategory, ImportImage, ImportSet
from wsl_annotator.training.config import AugmentConfig, TrainConfig
from wsl_annotator.workflow.reproduce_data import PaperData, read_data, truth_of
from wsl_annotator.workflow.reproduce_figures import measure_test
from wsl_annotator.workflow.reproduce_log import FoundAt, SearchedImage, SearchLog
from wsl_annotator.workflow.reproduce_paper import NETWORKS, TABLES, VOC_CLASSES
from wsl_annotator.workflow.reproduce_search import likely_classes, proposals_of
from wsl_annotator.workflow.reproduce_table import TableRun, reproduce_table
from wsl_annotator.workflow.reproduce_tuning import choose_taus
from wsl_annotator.workflow.side_thread import run_aside


def read(name: str, folder: Path, *, limit: int | None = None) -> PaperData:
    return read_data(name, folder, limit=limit, seed=0, cancel=CancelToken())


# data


@pytest.mark.parametrize(
    ("name", "asks_for"),
    [
        ("voc2012", "VOCtrainval_11-May-2012.tar"),
        ("voc2007", "VOCtest_06-Nov-2007.tar"),
        ("coco2014", "annotations/instances_train2014.json"),
    ],
)
def test_that_missing_data_are_told_with_what_to_download(tmp_path: Path, name: str, asks_for: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(name, tmp_path)
    assert asks_for in caught.value.hint
    assert str(tmp_path) in caught.value.hint


def test_that_a_devkit_without_its_test_set_asks_for_that_archive(tmp_path: Path) -> None:
    write_devkit(tmp_path, {"trainval": paint_pictures(tmp_path / "p", 4)}, year=2007, classes=COLORS)
    with pytest.raises(FormatError, match=r"Main/test\.txt is missing") as caught:
        read("voc2007", tmp_path)
    assert "VOCtest_06-Nov-2007.tar" in caught.value.hint


@pytest.mark.parametrize("inside", ["", "VOCdevkit", "VOCdevkit/VOC2012"])
def test_that_a_devkit_is_found_from_each_of_its_folders(tmp_path: Path, inside: str) -> None:
    sets = {name: paint_pictures(tmp_path / "p", 4) for name in ("train", "val")}
    write_devkit(tmp_path / "data", sets, classes=COLORS)
    data = read("voc2012", tmp_path / "data" / inside)
    assert data.root == tmp_path / "data" / "VOCdevkit" / "VOC2012"
    assert data.train.images.classes == COLORS


def test_that_difficult_objects_alone_leave_a_label_unknown(tmp_path: Path) -> None:
    pictures = paint_pictures(tmp_path / "p", 4)
    first = next(iter(pictures))
    pictures[first] = [("red", (1.0, 1.0, 9.0, 9.0), True), ("blue", (2.0, 3.0, 9.0, 9.0), False)]
    write_devkit(tmp_path / "data", {"train": pictures, "val": pictures}, classes=COLORS)
    data = read("voc2012", tmp_path / "data")
    assert data.train.images.labels[0].tolist() == [1, 0, -1]
    truth = truth_of(data.test, [f"{first.stem}.jpg"], cancel=CancelToken())
    assert [category.name for category in truth.categories] == list(COLORS)
    assert [(box.class_name, box.box.xyxy) for box in truth.images[0].boxes] == [
        ("red", (1, 1, 10, 10)),
        ("blue", (2, 3, 11, 12)),
    ]


def test_that_a_crowd_alone_leaves_a_label_unknown(tmp_path: Path) -> None:
    pictures = paint_pictures(tmp_path / "p", 4)
    first = next(iter(pictures))
    pictures[first] = [("red", (1.0, 1.0, 9.0, 9.0), True), ("blue", (2.0, 3.0, 9.0, 9.0), False)]
    write_coco(tmp_path / "data", {"train2014": pictures, "val2014": pictures}, classes=COLORS)
    data = read("coco2014", tmp_path / "data")
    assert data.train.images.labels[0].tolist() == [1, 0, -1]
    (image,) = truth_of(data.test, [first.name], cancel=CancelToken()).images
    assert [box.attributes["iscrowd"] for box in image.boxes] == [True, False]
    assert image.boxes[1].attributes["extra"] == {"coco": {"area": 81.0}}


def test_that_photos_which_a_set_lists_and_the_folder_lacks_are_told(tmp_path: Path) -> None:
    sets = {name: paint_pictures(tmp_path / "p", 4) for name in ("train", "val")}
    write_devkit(tmp_path / "data", sets, classes=COLORS)
    (tmp_path / "data/VOCdevkit/VOC2012/JPEGImages/000001.jpg").unlink()
    data = read("voc2012", tmp_path / "data")
    assert data.train.images.names == ("000000.jpg", "000002.jpg", "000003.jpg")
    assert data.problems[0] == "1 of 4 images of the set train are missing (000001): left out."


def test_that_a_limit_draws_the_same_images_again(tmp_path: Path) -> None:
    sets = {name: paint_pictures(tmp_path / "p", 12) for name in ("train", "val")}
    write_devkit(tmp_path / "data", sets, classes=COLORS)
    names = [read("voc2012", tmp_path / "data", limit=5).test.images.names for _ in range(2)]
    assert names[0] == names[1] == tuple(sorted(names[0]))
    assert len(names[0]) == 5
    assert names[0] != read("voc2012", tmp_path / "data").test.images.names[:5]


# the print


def test_that_the_printed_cells_average_to_the_printed_means_but_where_it_is_said() -> None:
    table = TABLES[1]
    means = {
        (network, measure): round(float(np.mean(cells)), 1)
        for network, printed in table.printed.items()
        for measure, cells in printed.by_class.items()
    }
    assert all(len(cells) == 20 for printed in table.printed.values() for cells in printed.by_class.values())
    assert means["vgg16", "classification_ap"] == table.printed["vgg16"].means["classification_ap"]
    assert means["vgg16", "point_ap"] == table.printed["vgg16"].means["point_ap"]
    assert f"its cells average {means['alexnet', 'point_ap']}" in table.errors[1]
    assert f"its cells average {means['alexnet', 'classification_ap']}" in table.errors[2]


def test_that_the_errors_told_of_table_1_are_in_its_cells() -> None:
    printed = TABLES[1].printed
    for network in NETWORKS:
        points = dict(zip(VOC_CLASSES, printed[network].by_class["point_ap"], strict=True))
        assert points["bicycle"] == points["bird"]
    alexnet = printed["alexnet"].by_class
    higher = [a > b for a, b in zip(alexnet["point_ap"][-9:], alexnet["classification_ap"][-9:], strict=True)]
    assert sum(higher) == 7


# the search


def test_that_the_five_best_and_all_likely_classes_are_searched() -> None:
    assert likely_classes(np.array([-9.0, -8.0, -7.0, -6.0, -5.0, -4.0, 3.0])) == [2, 3, 4, 5, 6]
    likely = math.log(0.05 / 0.95)
    scores = np.array([likely - 1e-6, likely, 1.0, 2.0, 3.0, 4.0, 5.0])
    assert likely_classes(scores) == [1, 2, 3, 4, 5, 6]


def searched(name: str, box: tuple[float, float, float, float], *, good_at: float) -> SearchedImage:
    """Return an image whose box of class 0 fits at one threshold and is tiny at the others."""
    tiny = ScoredBox(Box(0.0, 0.0, 1.0, 1.0), 0.5)
    cuts = {tau: (ScoredBox(Box(*box), 0.5),) if tau == good_at else (tiny,) for tau in TAUS}
    found = FoundAt(column=0, point=(5.0, 5.0), heat_max=0.5, boxes=cuts)
    return SearchedImage(name=name, width=40, height=30, scores=(1.0, -1.0), found=(found,), seconds=0.0)


def truth_at(names: list[str], box: tuple[float, float, float, float]) -> ImportSet:
    boxes = (ImportBox(class_name="a", box=Box(*box)),)
    return ImportSet(
        format="voc",
        images=tuple(ImportImage(file_name=name, width=40, height=30, boxes=boxes) for name in names),
        categories=(ImportCategory(name="a"), ImportCategory(name="b")),
    )


def test_that_the_threshold_with_the_best_ap50_is_chosen() -> None:
    box = (4.0, 4.0, 20.0, 20.0)
    images = [searched(name, box, good_at=TAUS[13]) for name in ("1.jpg", "2.jpg")]
    choices = choose_taus(images, ("a", "b"), truth_at(["1.jpg", "2.jpg"], box))
    assert choices["a"].threshold == TAUS[13]
    assert (choices["a"].ap50, choices["a"].ap50_cold, choices["a"].boxes) == (1.0, 0.0, 2)
    assert choices["b"].threshold == 0.5
    assert choices["b"].boxes == 0


def test_that_a_class_which_was_not_searched_answers_with_the_centre_and_no_box() -> None:
    image = searched("1.jpg", (4.0, 4.0, 20.0, 20.0), good_at=0.5)
    both = proposals_of([image], ("a", "b"), {"a": 0.5, "b": 0.5}, unsearched=True).localizations
    assert [(entry.category_id, entry.class_score) for entry in both] == [(1, 1.0), (2, -1.0)]
    assert (both[1].point, both[1].heat_max, both[1].boxes) == ((20.0, 15.0), 0.0, ())
    assert len(proposals_of([image], ("a", "b"), {"a": 0.5}, unsearched=False).localizations) == 1


def test_that_a_class_which_was_searched_nowhere_is_still_classified(tmp_path: Path) -> None:
    box = (4.0, 4.0, 20.0, 20.0)
    truth = truth_at(["1.jpg", "2.jpg"], box)
    only_b = dataclasses.replace(truth.images[1], boxes=(ImportBox(class_name="b", box=Box(*box)),))
    measured = measure_test(
        [searched(name, box, good_at=0.5) for name in ("1.jpg", "2.jpg")],
        ("a", "b"),
        dataclasses.replace(truth, images=(truth.images[0], only_b)),
        taus={"a": 0.5, "b": 0.5},
        alpha=0.5,
        cooccurrence=np.eye(2),
        interpolation="area",
        log=tmp_path / "log",
        root=tmp_path,
        answers_name="",
        truth_name="",
        settings={},
        notes=(),
    )
    assert [entry.searched for entry in measured.report.classes] == [2, 2]
    # equal scores rank by image: the first shows a, the second b
    assert [entry.figures.classification_ap for entry in measured.report.classes] == [1.0, 0.5]
    assert measured.classification_ap == 0.75
    assert measured.pairs == 2


def test_that_a_log_reads_back_what_it_wrote(tmp_path: Path) -> None:
    image = searched("1.jpg", (4.0, 4.25, 20.5, 20.0), good_at=0.5)
    with SearchLog(tmp_path / "log", {"a": 1}) as log:
        log.add(image)
    with SearchLog(tmp_path / "log", {"a": 1}) as log:
        assert log.images == {"1.jpg": image}
    with pytest.raises(FormatError, match=r"other settings \(a\)"):
        SearchLog(tmp_path / "log", {"a": 2})
    (tmp_path / "log").write_text("no results\n")
    with pytest.raises(FormatError, match="does not hold search results"):
        SearchLog(tmp_path / "log", {"a": 1})


# a thread that may be left behind


def test_that_work_aside_gives_back_its_result_or_its_error() -> None:
    assert run_aside(lambda: 7, cancel=CancelToken()) == 7
    with pytest.raises(FormatError, match="broken"):
        run_aside(_fail, cancel=CancelToken())


def _fail() -> None:
    raise FormatError("broken")


def test_that_a_cancel_does_not_wait_for_work_aside() -> None:
    token, may_end = CancelToken(), threading.Event()

    def work() -> None:
        token.cancel()
        may_end.wait(30)

    with pytest.raises(Cancelled):
        run_aside(work, cancel=token)
    may_end.set()


# real photos


def real_run(folder: Path, table: int) -> TableRun:
    return TableRun(
        table=table,
        data=folder / "data",
        out=folder / "out",
        networks=(f"{MOBILENET}:build",),
        train=TrainConfig(width=64, epochs=6, variants=0, patience=0, augment=AugmentConfig(flip=False)),
        search=FAST,
        device="cpu",
        threads=1,
        cache=folder / "cache",
    )


@needs_shared
def test_that_table_4_is_done_on_a_devkit_of_real_photos(tmp_path: Path) -> None:
    with (VOC5 / "labels.csv").open(encoding="utf-8") as file:
        names = [row["file_name"] for row in csv.DictReader(file)]
    sets = {
        "train": read_pictures(VOC5 / "images", VOC5 / "instances.json", names[:20]),
        "val": read_pictures(VOC5 / "images", VOC5 / "instances.json", names[20:26]),
    }
    write_devkit(tmp_path / "data", sets, classes=("bus", "car", "cat", "person", "train"))
    (entry,) = reproduce_table(real_run(tmp_path, 4)).comparisons
    report = entry.experiment.measured.report
    train, held_out, test = entry.experiment.images
    assert (train + held_out, test) == (20, 6)
    assert held_out > 0
    assert entry.means["ap50"] == (26.5, 100 * report.mean.ap50)
    assert report.mean.point_ap <= report.mean.classification_ap


@needs_shared
def test_that_table_2_is_done_on_a_coco_folder_of_real_photos(tmp_path: Path) -> None:
    instances = COCO_MINI / "annotations" / "instances_val2017.json"
    names = sorted(path.name for path in (COCO_MINI / "val2017").glob("*.jpg"))
    pictures = read_pictures(COCO_MINI / "val2017", instances, names)
    classes = ("person", "car", "chair", "bottle")
    known = {
        path: [row for row in boxes if row[0] in classes]
        for path, boxes in pictures.items()
        if any(row[0] in classes for row in boxes)
    }
    rows = list(known.items())
    write_coco(tmp_path / "data", {"train2014": dict(rows[:12]), "val2014": dict(rows[12:15])}, classes=classes)
    (entry,) = reproduce_table(real_run(tmp_path, 2)).comparisons
    assert entry.means["point_ap"][0] == 49.2
    assert entry.experiment.images[2] == 3
    assert entry.experiment.measured.report.protocol == "all"
