"""Proposing in a project: real images, a real network, a real project file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.shared import MOBILENET, VOC5, needs_shared
from tests.helpers.toy_project import square, toy_engine, toy_options, write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import Cancelled, NetworkError, WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.progress import Progress
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.engine import EngineOptions, open_engine
from wsl_annotator.workflow.localize import ImageResult
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.propose import plan_project, propose_project


def make_project(folder: Path, *, count: int = 3, labelled: bool = True, classes: tuple[str, ...] = ()) -> Path:
    write_squares(folder / "images", count)
    path = folder / "p.wsl"
    labels = folder / "labels.csv" if labelled else None
    create_project(path, images=folder / "images", labels=labels, classes=classes)
    return path


def test_that_each_positive_label_is_searched_and_found_where_its_square_is(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    with Project.open(make_project(tmp_path)) as project:
        report = propose_project(project, engine)
        assert (report.images, report.localizations, report.skipped) == (3, 3, ())
        for record in project.images():
            (stored,) = project.localizations(record.id)
            index = record.id - 1
            true = Box(4 + 5 * index, 4 + 3 * index, 20 + 5 * index, 20 + 3 * index)
            assert true.contains(*stored.localization.point)
            assert stored.key.network_hash == engine.identity.network_hash
            assert stored.image_sha256 == record.sha256
            assert len(stored.proposals) == len(review.image_proposals(project, record.id))


def test_that_a_second_run_searches_nothing_and_changes_no_byte_of_the_results(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    with Project.open(make_project(tmp_path)) as project:
        propose_project(project, engine)
        before = [(stored.id, stored.created_at) for stored in project.all_localizations()]
        report = propose_project(project, engine)
        assert (report.images, report.reused) == (0, 3)
        assert [(stored.id, stored.created_at) for stored in project.all_localizations()] == before


def test_that_other_settings_are_searched_again_beside_the_old_results(tmp_path: Path) -> None:
    with Project.open(make_project(tmp_path)) as project:
        propose_project(project, toy_engine(tmp_path))
        other = toy_engine(tmp_path, config=dataclasses.replace(FAST, preset="custom"))
        assert propose_project(project, other).images == 3
        assert project.localizations(1)[0].config.beam.recompute == "never"


def test_that_an_image_whose_file_changed_is_searched_again(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    with Project.open(make_project(tmp_path)) as project:
        propose_project(project, engine)
        Image.fromarray(square("red", x=40, y=24)).save(tmp_path / "images" / "square_00.png")
        report = propose_project(project, engine)
        assert (report.images, report.reused) == (1, 2)
        assert Box(40, 24, 56, 40).contains(*project.localizations(1)[0].localization.point)


def test_that_a_cancelled_run_keeps_what_was_finished_and_goes_on_to_the_same_results(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    token = CancelToken()

    def stop(result: ImageResult) -> None:
        if result.job.image_id == 2:
            token.cancel()

    with Project.open(make_project(tmp_path, count=4)) as project:
        with pytest.raises(Cancelled):
            propose_project(project, engine, cancel=token, on_result=stop)
        assert [bool(project.localizations(record.id)) for record in project.images()] == [True, True, False, False]
        report = propose_project(project, engine)
        assert (report.images, report.reused) == (2, 2)
        resumed = [stored.localization for stored in project.all_localizations()]
    (tmp_path / "again").mkdir()
    with Project.open(make_project(tmp_path / "again", count=4)) as project:
        propose_project(project, engine)
        for one, other in zip(resumed, (s.localization for s in project.all_localizations()), strict=True):
            assert one.trace is not None
            assert other.trace is not None
            assert one.heat.values.tobytes() == other.heat.values.tobytes()
            assert one.trace.score.tobytes() == other.trace.score.tobytes()


def test_that_a_cancel_is_seen_inside_the_search_of_one_image(tmp_path: Path) -> None:
    engine = open_engine(toy_options(tmp_path, pause_s=0.02))
    token = CancelToken()
    events: list[Progress] = []

    def watch(progress: Progress) -> None:
        events.append(progress)
        if "level 2" in progress.message:
            token.cancel()

    with Project.open(make_project(tmp_path, count=1)) as project:
        with pytest.raises(Cancelled):
            propose_project(project, engine, cancel=token, progress=watch)
        assert list(project.all_localizations()) == []
    assert not any("level 3" in event.message for event in events)


def test_that_boxes_of_a_person_are_untouched_by_any_run(tmp_path: Path) -> None:
    with Project.open(make_project(tmp_path)) as project:
        propose_project(project, toy_engine(tmp_path))
        project.apply(review.draw(project, 1, 1, Box(0, 0, 5, 5)))
        project.apply(review.reject(project, review.image_proposals(project, 2)[0], 2))
        before = list(project.all_boxes())
        propose_project(project, toy_engine(tmp_path, config=FAST))
        propose_project(project, toy_engine(tmp_path), choice="all")
        assert list(project.all_boxes()) == before


def test_that_only_the_given_images_are_searched_in_the_given_order(tmp_path: Path) -> None:
    seen: list[int] = []
    with Project.open(make_project(tmp_path)) as project:
        propose_project(
            project, toy_engine(tmp_path), image_ids=(3, 1), on_result=lambda result: seen.append(result.job.image_id)
        )
    assert seen == [3, 1]


def test_that_without_labels_the_classes_over_a_twentieth_are_searched(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    picture = np.zeros((48, 64, 3), dtype=np.uint8)
    picture[:, :, 0] = 255  # p(red) = 0.98; p(green) = p(blue) = 0.018
    Image.fromarray(picture).save(folder / "red.png")
    create_project(tmp_path / "p.wsl", images=folder, classes=["green", "red", "blue"])
    with Project.open(tmp_path / "p.wsl") as project:
        report = propose_project(project, toy_engine(tmp_path))
        assert report.localizations == 1
        assert [stored.localization.class_name for stored in project.localizations(1)] == ["red"]


def test_that_a_project_without_classes_gets_those_of_the_network_that_were_found(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    Image.new("RGB", (64, 48), "blue").save(folder / "sea.png")
    create_project(tmp_path / "p.wsl", images=folder)
    with Project.open(tmp_path / "p.wsl") as project:
        propose_project(project, toy_engine(tmp_path))
        assert [record.name for record in project.classes()] == ["blue"]
        assert len(project.localizations(1)) == 1


def test_that_negative_labels_are_never_searched_and_all_searches_the_unknown(tmp_path: Path) -> None:
    with Project.open(make_project(tmp_path, count=1)) as project:
        project.import_labels([(1, 2, LabelState.UNKNOWN)])
        propose_project(project, toy_engine(tmp_path), choice="all")
        assert [stored.localization.class_name for stored in project.localizations(1)] == ["red", "green"]


def test_that_a_class_the_network_does_not_know_is_listed_and_the_others_are_searched(tmp_path: Path) -> None:
    with Project.open(make_project(tmp_path, classes=("zebra",))) as project:
        project.import_labels([(1, 1, LabelState.POSITIVE)])
        report = propose_project(project, toy_engine(tmp_path))
        assert report.localizations == 3
        assert len(report.skipped) == 1
        assert "zebra" in report.skipped[0]


def test_that_a_network_that_knows_none_of_the_classes_is_refused_before_any_search(tmp_path: Path) -> None:
    path = make_project(tmp_path, labelled=False, classes=("zebra",))
    refused = pytest.raises(
        NetworkError, match=r"red, green, blue and none of the classes zebra\..*another network.*--class-map"
    )
    with Project.open(path) as project, refused:
        propose_project(project, toy_engine(tmp_path))


def test_that_an_unknown_chosen_class_is_refused(tmp_path: Path) -> None:
    with Project.open(make_project(tmp_path)) as project, pytest.raises(WslError, match="'mauve'"):
        plan_project(project, toy_engine(tmp_path).identity, choice=("mauve",))


def write_odd_images(folder: Path) -> tuple[list[str], list[str]]:
    """Write images that are odd but good, and files that are bad; return the names of both."""
    red = Image.fromarray(square("red", x=8, y=8))
    rotated = red.getexif()
    rotated[274] = 6
    red.convert("CMYK").save(folder / "cmyk.jpg")
    red.convert("P").save(folder / "palette.png")
    Image.fromarray((np.arange(48 * 64, dtype=np.uint16) * 20).reshape(48, 64)).save(folder / "deep.png")
    red.save(folder / "rotated.jpg", exif=rotated)
    Image.new("RGB", (1, 1), "red").save(folder / "one.png")
    red.save(folder / "größe 漢字.png")
    (folder / "sub").mkdir()
    red.save(folder / "sub" / "one.png")
    good = ["cmyk.jpg", "palette.png", "deep.png", "rotated.jpg", "one.png", "größe 漢字.png", "sub/one.png"]
    (folder / "empty.png").write_bytes(b"")
    (folder / "text.jpg").write_text("no image")
    red.resize((640, 480)).save(folder / "whole.jpg")
    (folder / "cut.jpg").write_bytes((folder / "whole.jpg").read_bytes()[:2000])
    (folder / "whole.jpg").unlink()
    return good, ["empty.png", "text.jpg", "cut.jpg"]


def test_that_bad_images_are_listed_with_a_reason_and_the_rest_is_searched(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    good, bad = write_odd_images(folder)
    lost = folder / "lost.png"
    Image.fromarray(square("red", x=8, y=8)).save(lost)
    create_project(tmp_path / "p.wsl", images=folder, classes=["red"])
    lost.unlink()
    with Project.open(tmp_path / "p.wsl") as project:
        report = propose_project(project, toy_engine(tmp_path), choice=("red",))
        assert report.images == len(good)
        assert len(report.skipped) == len(bad) + 1
        for name in (*bad, "lost.png"):
            assert sum(name in sentence for sentence in report.skipped) == 1, name
            record = project.image_by_path(name)
            assert record is not None
            assert record.problem
        for name in good:
            record = project.image_by_path(name)
            assert record is not None
            assert not record.problem
            assert len(project.localizations(record.id)) == 1, name
        turned = project.image_by_path("rotated.jpg")
        assert turned is not None
        assert (turned.width, turned.height) == (48, 64)


def test_that_a_huge_image_is_searched_on_a_reduced_copy_and_boxed_in_its_own_pixels(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    huge = Image.new("RGB", (8000, 6000))
    huge.paste("red", (1000, 1000, 4000, 4000))
    huge.save(folder / "huge.png", compress_level=1)
    del huge
    create_project(tmp_path / "p.wsl", images=folder, classes=["red"])
    with Project.open(tmp_path / "p.wsl") as project:
        propose_project(project, toy_engine(tmp_path), choice=("red",))
        record = project.image(1)
        (stored,) = project.localizations(1)
    assert (record.width, record.height) == (8000, 6000)
    assert Box(1000, 1000, 4000, 4000).contains(*stored.localization.point)
    assert stored.localization.heat.x_edges[-1] == 8000
    assert stored.proposals[0].box.iou(Box(1000, 1000, 4000, 4000)) > 0.4


def test_that_a_repaired_image_loses_its_problem_when_it_is_searched(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"")
    create_project(tmp_path / "p.wsl", images=folder, classes=["red"])
    Image.fromarray(square("red", x=8, y=8)).save(folder / "a.png")
    with Project.open(tmp_path / "p.wsl") as project:
        assert project.image(1).problem
        report = propose_project(project, toy_engine(tmp_path), choice=("red",))
        assert report.skipped == ()
        assert project.image(1).problem == ""
        assert project.image(1).width == 64


def test_that_progress_counts_images_and_ends_complete(tmp_path: Path) -> None:
    events: list[Progress] = []
    with Project.open(make_project(tmp_path)) as project:
        propose_project(project, toy_engine(tmp_path), progress=events.append)
    assert (events[-1].done, events[-1].total) == (3, 3)
    assert [event.done for event in events] == sorted(event.done for event in events)
    assert any(event.eta_s is not None for event in events)


def test_that_the_engine_hash_depends_on_the_class_map(tmp_path: Path) -> None:
    options = toy_options(tmp_path)
    (tmp_path / "map.json").write_text('{"red": [0], "warm": [0, 1]}', encoding="utf-8")
    mapped = dataclasses.replace(options, class_map=str(tmp_path / "map.json"))
    plain_engine, mapped_engine = open_engine(options), open_engine(mapped)
    assert plain_engine.identity.network_hash != mapped_engine.identity.network_hash
    assert mapped_engine.identity.classes == ("red", "warm")
    assert plain_engine.identity.classes == ("red", "green", "blue")


@needs_shared
def test_that_cats_of_real_photos_are_found_by_an_imagenet_network_through_the_voc_map(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    names = ["000004.jpg", "000007.jpg", "000011.jpg"]
    for name in names:
        (folder / name).write_bytes((VOC5 / "images" / name).read_bytes())
    (tmp_path / "labels.csv").write_text("file_name,cat\n" + "".join(f"{name},1\n" for name in names))
    create_project(tmp_path / "p.wsl", images=folder, labels=tmp_path / "labels.csv")
    config = dataclasses.replace(FAST, preset="custom", beam=dataclasses.replace(FAST.beam, depth=8))
    engine = open_engine(
        EngineOptions(network=NetworkSpec(f"{MOBILENET}:build"), class_map="voc20", localizer=config, device="cpu")
    )
    with Project.open(tmp_path / "p.wsl") as project:
        report = propose_project(project, engine)
        assert (report.images, report.localizations, report.skipped) == (3, 3, ())
        for record in project.images():
            (stored,) = project.localizations(record.id)
            assert stored.proposals
            for found in stored.proposals:
                assert found.box.clipped(width=record.width, height=record.height) == found.box
