"""Thresholds fitted on boxes: of a person in a project, of a truth file, of a card; and how a card's are used."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.helpers.toy_card import write_truth
from tests.helpers.toy_project import toy_engine, write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.core.errors import Cancelled, FormatError, NetworkError, StoreError, WslError
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.records import ImageStatus, LocalizationKey
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.networks.calibrations import ClassThreshold
from wsl_annotator.networks.card_file import CARD, WEIGHTS
from wsl_annotator.store.edits import SetStatus, SetThreshold
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.calibrate import (
    ClassFit,
    apply_fits,
    boxes_of_person,
    boxes_of_truth,
    check_some_box,
    fit_classes,
    movable,
)
from wsl_annotator.workflow.calibrate_card import CardRun, calibration_of, fit_card, read_truth, write_to_card
from wsl_annotator.workflow.card_thresholds import CardThresholds, apply_card_thresholds, card_thresholds
from wsl_annotator.workflow.import_ import read_annotations
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.threshold_origin import ThresholdOrigin, read_origins, write_origins

RED, GREEN = 1, 2
OBJECT = Box(4, 4, 34, 24)
HEAT = HeatMap(
    x_edges=np.array([0.0, 4.0, 14.0, 24.0, 34.0, 64.0]),
    y_edges=np.array([0.0, 4.0, 24.0, 48.0]),
    values=np.array([[0, 0, 0, 0, 0], [0, 0.32, 0.8, 0.32, 0.1], [0, 0, 0, 0, 0]], np.float64),
)
"""At .5 its box is one column of the object's three; from .15 to .35 it is the object."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project of eight pictures in which red was searched."""
    write_squares(tmp_path / "images", 8)
    made = create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv").path
    with Project.open(made) as project:
        for record in project.images():
            search(project, record.id)
    return made


def search(project: Project, image_id: int, class_id: int = RED) -> None:
    project.save_localization(
        LocalizationKey(image_id=image_id, class_id=class_id, network_hash="toy", config_digest=FAST.digest),
        Localization(class_name="red", class_score=2.0, point=(19.0, 14.0), heat=HEAT, trace=None),
        image_sha256="",
        network_name="toy",
        config=FAST,
        proposals=(),
        threshold=0.5,
    )


def adjust(project: Project, *image_ids: int) -> None:
    """Adjust the proposal of red in these images to the object."""
    for image_id in image_ids:
        (proposal,) = review.image_proposals(project, image_id)
        project.apply(review.adjust(project, proposal, image_id, OBJECT))


def fit_red(project: Project) -> ClassFit:
    (fit,) = fit_classes(project, boxes_of_person(project), class_ids=[RED])
    return fit


def tau(project: Project, class_id: int = RED) -> float:
    return next(record.threshold for record in project.classes() if record.id == class_id)


def test_that_a_person_s_boxes_are_fitted_by_one_edit_that_the_journal_takes_back(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1, 2, 3, 4, 5)
        before = len(project.journal())
        fits = fit_classes(project, boxes_of_person(project))
        assert [(fit.name, fit.boxes, fit.judged) for fit in fits] == [("red", 5, 5), ("green", 0, 0), ("blue", 0, 0)]
        assert apply_fits(project, movable(fits)) == 1
        assert (tau(project), tau(project, GREEN)) == (0.35, 0.5)
        assert read_origins(project)[RED].boxes == 5
        entry = project.journal()[0]
        assert (len(project.journal()) - before, entry.kind) == (1, "batch")
        project.apply(entry.undo())
        assert tau(project) == 0.5


def test_that_four_boxes_are_too_few_and_five_are_enough(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1, 2, 3, 4)
        assert movable([fit_red(project)]) == []
        adjust(project, 5)
        assert [fit.name for fit in movable([fit_red(project)])] == ["red"]


def test_that_a_person_s_threshold_is_never_moved_and_a_fitted_one_may_move_again(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1, 2, 3, 4, 5)
        project.apply(SetThreshold(class_id=RED, threshold=0.62))
        assert fit_red(project).by_person
        assert movable([fit_red(project)]) == []
        assert len(movable([fit_red(project)], persons_too=True)) == 1
        project.apply(SetThreshold(class_id=RED, threshold=0.5))
        apply_fits(project, [fit_red(project)])
        assert not fit_red(project).by_person
        # taking the automatic change back is a person's word
        project.apply(SetThreshold(class_id=RED, threshold=0.5))
        assert fit_red(project).by_person


def test_that_origins_that_cannot_be_read_leave_moved_thresholds_alone(path: Path) -> None:
    with Project.open(path) as project:
        project.apply(SetThreshold(class_id=RED, threshold=0.35))
        for text in ("{", '{"1": {"by": "nobody", "value": 0.35}}', '{"1": 3}', "[]", '{"1": {"by": "boxes"}}'):
            project.set_setting("threshold_origins", text)
            assert read_origins(project) == {}
            assert fit_red(project).by_person


def test_that_skipped_images_are_left_out_and_drawn_boxes_taken(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1, 2)
        project.apply(review.draw(project, 3, RED, OBJECT))
        project.apply(SetStatus(image_id=2, status=ImageStatus.SKIPPED))
        fit = fit_red(project)
        assert (fit.boxes, fit.judged) == (2, 1)


def test_that_what_a_verified_image_has_no_box_for_is_wrong(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1)
        assert fit_red(project).fit.best.accepted == 1.0
        project.apply(SetStatus(image_id=2, status=ImageStatus.VERIFIED))
        assert fit_red(project).fit.best.accepted == 0.5


def test_that_a_fit_in_passing_looks_at_the_newest_images_only(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1, 2, 3)
        (fit,) = fit_classes(project, boxes_of_person(project), class_ids=[RED], newest=2)
        assert (fit.boxes, fit.unsearched) == (2, 1)


def test_that_a_fit_stops_when_asked(path: Path) -> None:
    with Project.open(path) as project:
        adjust(project, 1)
        token = CancelToken()
        token.cancel()
        with pytest.raises(Cancelled):
            fit_classes(project, boxes_of_person(project), cancel=token)


def test_that_nothing_to_fit_on_is_one_sentence(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(WslError, match=r"No box in .* was accepted, adjusted or drawn yet"):
            check_some_box(fit_classes(project, boxes_of_person(project)), where=path)
        project.apply(review.draw(project, 1, GREEN, OBJECT))
        with pytest.raises(StoreError, match="lies in an image that was searched"):
            check_some_box(fit_classes(project, boxes_of_person(project)), where=path)


def test_that_a_truth_file_takes_the_place_of_a_person_s_boxes(path: Path, tmp_path: Path) -> None:
    boxes = {f"square_{number:02d}.png": [("Red", OBJECT.xywh), ("cat", OBJECT.xywh)] for number in range(3)}
    file = write_truth(tmp_path / "truth.json", boxes)
    notes: list[str] = []
    with Project.open(path) as project:
        known = boxes_of_truth(project, read_annotations(file), path=file, notes=notes)
        (fit,) = fit_classes(project, known, class_ids=[RED])
    assert (fit.boxes, fit.fit.best.threshold) == (3, 0.35)
    assert notes == ["Not used, as there is no such class here: cat."]


@pytest.mark.parametrize(
    ("name", "label", "sentence"),
    [
        ("other.png", "red", "No image of .* is among the images that were searched"),
        ("square_00.png", "cat", "has boxes of cat only, which is no class here: red, green, blue"),
    ],
)
def test_that_a_truth_of_other_images_or_classes_is_one_sentence(
    path: Path, tmp_path: Path, name: str, label: str, sentence: str
) -> None:
    file = write_truth(tmp_path / "truth.json", {name: [(label, (0, 0, 9, 9))]})
    with Project.open(path) as project, pytest.raises(FormatError, match=sentence):
        boxes_of_truth(project, read_annotations(file), path=file, notes=[])


# a card's validation images


def squares_truth(folder: Path, count: int = 6) -> Path:
    """The true boxes of `write_squares`."""
    names = write_squares(folder / "images", count)
    boxes = {
        name: [(("red", "green", "blue")[at % 3], (4 + 5 * at, 4 + 3 * at, 16, 16))] for at, name in enumerate(names)
    }
    return write_truth(folder / "truth.json", boxes)


def card_run(folder: Path, **more: object) -> tuple[CardRun, ImportSet, Path]:
    run = CardRun(truth=folder / "truth.json", work=folder / "work", **more)
    return (run, *read_truth(run))


def test_that_validation_images_are_searched_once_and_give_the_same_fit_again(tmp_path: Path) -> None:
    squares_truth(tmp_path)
    engine = toy_engine(tmp_path)
    run, truth, images = card_run(tmp_path)
    assert images == tmp_path / "images"
    first = fit_card(run, engine, truth=truth, images=images)
    again = fit_card(run, engine, truth=truth, images=images)
    assert (first.searched, again.searched, again.reused) == (6, 0, 6)
    assert [fit.name for fit in first.classes] == ["red", "green", "blue"]
    assert again.classes == first.classes
    assert all(fit.fit.boxes == 2 for fit in first.classes)


def test_that_a_stopped_search_goes_on_where_it_was(tmp_path: Path) -> None:
    squares_truth(tmp_path)
    engine = toy_engine(tmp_path)
    run, truth, images = card_run(tmp_path)
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.done == 4:
            token.cancel()

    with pytest.raises(Cancelled):
        fit_card(run, engine, truth=truth, images=images, cancel=token, progress=stop)
    assert fit_card(run, engine, truth=truth, images=images).searched == 2


def test_that_a_truth_without_photos_or_boxes_is_one_sentence(tmp_path: Path) -> None:
    squares_truth(tmp_path)
    write_truth(tmp_path / "truth.json", {"elsewhere.png": [("red", (0, 0, 9, 9))]})
    with pytest.raises(FormatError, match=r"photos of .* were not found"):
        card_run(tmp_path)
    run, truth, images = card_run(tmp_path, images=tmp_path / "images")
    with pytest.raises(FormatError, match=r"No image of .* is in"):
        fit_card(run, toy_engine(tmp_path), truth=truth, images=images)
    write_truth(tmp_path / "truth.json", {"square_00.png": []})
    with pytest.raises(FormatError, match="holds no box"):
        card_run(tmp_path)
    with pytest.raises(FormatError, match="There is no"):
        read_truth(CardRun(truth=tmp_path / "none.json"))


def test_that_classes_unknown_to_the_network_are_one_sentence_or_a_note(tmp_path: Path) -> None:
    squares_truth(tmp_path)
    engine = toy_engine(tmp_path)
    write_truth(tmp_path / "truth.json", {"square_00.png": [("cat", (0, 0, 9, 9))]})
    run, truth, images = card_run(tmp_path)
    with pytest.raises(NetworkError, match=r"knows none of the classes of .*truth.json \(cat\); it knows red"):
        fit_card(run, engine, truth=truth, images=images)
    write_truth(tmp_path / "truth.json", {"square_00.png": [("cat", (0, 0, 9, 9)), ("red", (4, 4, 16, 16))]})
    run, truth, images = card_run(tmp_path)
    found = fit_card(run, engine, truth=truth, images=images)
    assert [fit.name for fit in found.classes] == ["red"]
    assert found.notes == ("Not fitted, as the network does not know them: cat.",)


@pytest.mark.parametrize(
    ("lost", "note"),
    [
        (["one.png"], "1 image of the truth (one.png) is not in {0}: not used."),
        (["one.png", "two.png"], "2 images of the truth (such as one.png) are not in {0}: not used."),
    ],
)
def test_that_photos_of_the_truth_that_are_not_there_are_a_note(tmp_path: Path, lost: list[str], note: str) -> None:
    squares_truth(tmp_path)
    boxes = {name: [("red", (4, 4, 16, 16))] for name in ("square_00.png", *lost)}
    write_truth(tmp_path / "truth.json", boxes)
    run, truth, images = card_run(tmp_path)
    found = fit_card(run, toy_engine(tmp_path), truth=truth, images=images)
    assert found.notes == (note.format(images),)


# how a card's thresholds are used

FITTED = ClassThreshold(
    threshold=0.35, low=0.2, high=0.4, images=5, boxes=9, average_precision=0.6, average_precision_before=0.1
)


def card_for_fast(folder: Path, *, threshold: float = 0.35) -> Path:
    """A card that was calibrated on its images for the fast search, as far as its file is read."""
    card = folder / "card"
    card.mkdir()
    (card / CARD).write_text('{"format": 1, "class_names": ["red"]}', encoding="utf-8")
    (card / WEIGHTS).write_bytes(b"weights")
    return card


def calibrate_fast(card: Path, path: Path, out: Path | None = None) -> Path:
    with Project.open(path) as project:
        adjust(project, 1, 2, 3, 4, 5)
        fits = [fit_red(project)]
    calibration = calibration_of(fits, config=FAST, rule=CardRun(truth=path).rule, truth="truth.json")
    return write_to_card(card, calibration, config=FAST, out=out)


def test_that_a_calibrated_card_serves_its_own_search_and_tells_of_others(path: Path, tmp_path: Path) -> None:
    card = card_for_fast(tmp_path)
    assert card_thresholds(str(card), FAST) == CardThresholds()
    assert calibrate_fast(card, path) == card
    found = card_thresholds(str(card), FAST)
    assert (found.thresholds, found.notice) == ({"red": 0.35}, "")
    assert found.classes["red"].boxes == 5
    other = card_thresholds(str(card), PAPER)
    assert other.thresholds == {}
    assert "thresholds for another search (beam, fast)" in other.notice
    assert card_thresholds("bundled", FAST) == CardThresholds()


def test_that_a_copy_of_a_card_gets_the_thresholds_and_the_card_stays(path: Path, tmp_path: Path) -> None:
    card = card_for_fast(tmp_path)
    before = (card / CARD).read_bytes()
    out = calibrate_fast(card, path, tmp_path / "new" / "copy")
    assert (card / CARD).read_bytes() == before
    assert (out / WEIGHTS).read_bytes() == b"weights"
    assert card_thresholds(str(out), FAST).thresholds == {"red": 0.35}


def test_that_a_card_s_thresholds_begin_a_project_but_spare_the_person_s(path: Path) -> None:
    found = CardThresholds(classes={"red": FITTED, "green": FITTED, "blue": FITTED, "cat": FITTED})
    with Project.open(path) as project:
        project.apply(SetThreshold(class_id=GREEN, threshold=0.7))
        write_origins(project, {3: ThresholdOrigin(by="boxes", value=0.5, boxes=12)})
        assert apply_card_thresholds(project, found) == 1
        assert [record.threshold for record in project.classes()] == [0.35, 0.7, 0.5]
        assert read_origins(project)[RED] == ThresholdOrigin(by="card", value=0.35, boxes=9, low=0.2, high=0.4)
        count = len(project.journal())
        assert apply_card_thresholds(project, found) == 0
        assert len(project.journal()) == count


def test_that_another_card_s_thresholds_follow_those_of_the_card_before(path: Path) -> None:
    with Project.open(path) as project:
        apply_card_thresholds(project, CardThresholds(classes={"red": FITTED}))
        other = ClassThreshold(
            threshold=0.6, low=0.5, high=0.7, images=5, boxes=9, average_precision=0.6, average_precision_before=0.1
        )
        apply_card_thresholds(project, CardThresholds(classes={"red": other}))
        assert tau(project) == 0.6
