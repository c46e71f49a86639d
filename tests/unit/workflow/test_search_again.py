"""Searching again: what is filled, what a region means, and where the result is kept."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.helpers.toy_project import FAST, PAPER, TINY, square, toy_engine
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import Cancelled, NetworkError, StoreError
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.records import BoxRecord, BoxState
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.propose import propose_project
from wsl_annotator.workflow.review import DEFAULT_EXTRACT
from wsl_annotator.workflow.search_again import fill_boxes, region_of, save_scoped, search_scope, without_found

CAM = LocalizerConfig(localizer="cam", preset="custom")
FIRST, SECOND = Box(2, 4, 18, 20), Box(40, 24, 56, 40)


def two_squares(folder: Path) -> Path:
    """Write a picture with two red squares."""
    rgb = np.maximum(square("red", x=2, y=4), square("red", x=40, y=24))
    path = folder / "two.png"
    Image.fromarray(rgb).save(path)
    return path


def decoded(rgb: np.ndarray) -> DecodedImage:
    return DecodedImage(rgb=rgb, sha256="0" * 64, width=rgb.shape[1], height=rgb.shape[0], scale=1.0)


def noise(width: int = 97, height: int = 71, *, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def whole(engine, image: DecodedImage) -> Localization:
    return search_scope(engine, image, "red", WHOLE_IMAGE, cancel=CancelToken())


def record(box_id: int, box: Box, state: BoxState, *, class_id: int = 1) -> BoxRecord:
    return BoxRecord(id=box_id, image_id=1, class_id=class_id, box=box, state=state)


def test_that_another_instance_hides_what_a_person_owns_of_the_class_and_no_rejected_box() -> None:
    boxes = [
        record(1, FIRST, BoxState.ACCEPTED),
        record(2, SECOND, BoxState.REJECTED),
        record(3, SECOND, BoxState.DRAWN, class_id=2),
        record(4, Box(0, 0, 5, 5), BoxState.ADJUSTED),
    ]
    assert without_found(boxes, 1) == SearchScope(filled=(FIRST, Box(0, 0, 5, 5)))
    assert without_found(boxes, 3) == WHOLE_IMAGE


def test_that_filling_leaves_file_and_pixels_untouched_and_the_second_square_is_found(tmp_path: Path) -> None:
    path = two_squares(tmp_path)
    before, bytes_before = load_upright(path), path.read_bytes()
    image = load_upright(path)
    found = search_scope(toy_engine(tmp_path), image, "red", SearchScope(filled=(FIRST,)), cancel=CancelToken())
    assert np.array_equal(image.rgb, before.rgb)
    assert path.read_bytes() == bytes_before
    assert SECOND.contains(*found.point)
    other = search_scope(toy_engine(tmp_path), image, "red", SearchScope(filled=(SECOND,)), cancel=CancelToken())
    assert FIRST.iou(extract_boxes(other.heat, DEFAULT_EXTRACT)[0].box) > 0
    assert other.point[0] < 24 < 36 < found.point[0]


def test_that_a_filled_search_has_the_bits_of_a_search_of_the_filled_picture(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    rgb = noise()
    scope = SearchScope(filled=(Box(3.4, 10.2, 40.9, 30.5),))
    by_hand = rgb.copy()
    by_hand[10:31, 3:41] = np.round(np.array(engine.network.mean) * 255).astype(np.uint8)
    found = search_scope(engine, decoded(rgb), "red", scope, cancel=CancelToken())
    same_bits(found, whole(engine, decoded(by_hand)), Box(0, 0, 97, 71))


def test_that_a_box_is_filled_in_a_reduced_copy_where_it_lies() -> None:
    rgb = np.zeros((10, 20, 3), dtype=np.uint8)
    filled = fill_boxes(rgb, [Box(9, 9, 21, 11)], color=np.array([1, 2, 3], np.uint8), scale=(0.5, 0.5))
    assert np.argwhere(filled.any(axis=2)).min(axis=0).tolist() == [4, 4]
    assert np.argwhere(filled.any(axis=2)).max(axis=0).tolist() == [5, 10]
    assert not rgb.any()


def same_bits(found: Localization, alone: Localization, region: Box) -> None:
    """Assert that a search equals that of the picture cut out, shifted by the region's corner."""
    shift = np.array([region.x1, region.y1, region.x1, region.y1])
    assert found.class_score == alone.class_score
    if alone.trace is not None:
        assert found.trace is not None
        assert np.array_equal(found.trace.boxes, alone.trace.boxes + shift)
        for column in ("level", "parent", "child", "score", "kept"):
            assert np.array_equal(getattr(found.trace, column), getattr(alone.trace, column))
    for tau in (0.2, 0.5, 0.8):
        at_tau = type(DEFAULT_EXTRACT)(threshold=tau)
        moved = [scored.box.moved(dx=region.x1, dy=region.y1) for scored in extract_boxes(alone.heat, at_tau)]
        boxes = extract_boxes(found.heat, at_tau)
        assert sorted(scored.box for scored in boxes) == sorted(moved)
    assert found.heat.maximum == alone.heat.maximum
    assert region.contains(*found.point)


@pytest.mark.parametrize("config", [TINY, PAPER, FAST, CAM], ids=["tiny", "paper", "fast", "cam"])
def test_that_a_search_in_a_region_is_the_search_of_the_cut_out_picture_shifted(
    tmp_path: Path, config: LocalizerConfig
) -> None:
    engine = toy_engine(tmp_path, config=config)
    rgb = noise()
    for region in (Box(13, 7, 60, 58), Box(0, 0, 40, 71), Box(31, 20, 97, 71)):
        left, top, right, bottom = (int(edge) for edge in region.xyxy)
        found = search_scope(engine, decoded(rgb), "red", SearchScope(region=region), cancel=CancelToken())
        alone = whole(engine, decoded(np.ascontiguousarray(rgb[top:bottom, left:right])))
        same_bits(found, alone, region)
        assert (found.heat.x_edges[0], found.heat.x_edges[-1]) == (0, 97)
        assert (found.heat.y_edges[0], found.heat.y_edges[-1]) == (0, 71)


def test_that_a_region_of_a_reduced_copy_comes_back_in_pixels_of_the_original(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    small = np.maximum(square("red", x=2, y=4), square("red", x=40, y=24))
    image = DecodedImage(rgb=small, sha256="0" * 64, width=192, height=144, scale=1 / 3)
    found = search_scope(engine, image, "red", SearchScope(region=Box(90, 60, 192, 144)), cancel=CancelToken())
    assert Box(*(3 * edge for edge in SECOND.xyxy)).contains(*found.point)
    assert found.trace is not None
    assert found.trace.boxes[:, 2:].max(axis=0).tolist() == [192, 144]


def test_that_a_region_is_made_of_whole_pixels_inside_the_image() -> None:
    assert region_of(Box(3.2, -5, 40.1, 500), width=64, height=48) == SearchScope(region=Box(3, 0, 41, 48))
    assert region_of(Box(3, 3, 7, 40), width=64, height=48) is None
    assert region_of(Box(70, 3, 90, 40), width=64, height=48) is None


def test_that_a_class_that_the_network_does_not_know_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="zebra"):
        search_scope(toy_engine(tmp_path), decoded(noise()), "zebra", WHOLE_IMAGE, cancel=CancelToken())


def test_that_a_search_that_is_cancelled_gives_nothing(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        search_scope(toy_engine(tmp_path), decoded(noise()), "red", SearchScope(region=FIRST), cancel=token)


@pytest.fixture
def project(tmp_path: Path):
    (tmp_path / "images").mkdir()
    two_squares(tmp_path / "images")
    (tmp_path / "labels.csv").write_text("file_name,red,green\ntwo.png,1,0\n")
    made = create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    with Project.open(made.path) as opened:
        yield opened


def test_that_searches_of_parts_stand_beside_that_of_the_whole_and_replace_only_themselves(
    project: Project, tmp_path: Path
) -> None:
    engine = toy_engine(tmp_path)
    propose_project(project, engine)
    (plain,) = project.localizations(1)
    image = load_upright(project.image_file(project.image(1)))
    scopes = [SearchScope(filled=(FIRST,)), SearchScope(region=Box(30, 20, 64, 48)), SearchScope(filled=(FIRST,))]
    ids = []
    for scope in scopes:
        found = search_scope(engine, image, "red", scope, cancel=CancelToken())
        ids.append(save_scoped(project, engine.identity, found, image_id=1, image_sha256=image.sha256, scope=scope))
    assert [stored.id for stored in project.localizations(1)] == [plain.id]
    assert [stored.id for stored in project.all_localizations()] == [plain.id]
    kept = project.scoped_localizations(1)
    assert [(stored.id, stored.key.scope) for stored in kept] == [(ids[1], scopes[1]), (ids[2], scopes[2])]
    assert {stored.key.config_digest for stored in kept} == {plain.key.config_digest}
    assert project.has_localization(kept[0].key, image.sha256)
    assert propose_project(project, engine).reused == 1
    assert project.integrity() == []
    # what is stored is all that a replay needs
    again = search_scope(engine, image, "red", kept[0].key.scope, cancel=CancelToken())
    assert again.trace is not None
    assert kept[0].localization.trace is not None
    assert np.array_equal(again.trace.boxes, kept[0].localization.trace.boxes)
    assert np.array_equal(again.heat.values, kept[0].localization.heat.values)


def test_that_a_removed_search_comes_back_bit_for_bit_under_its_own_id(project: Project, tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    image = load_upright(project.image_file(project.image(1)))
    scope = SearchScope(region=Box(30, 20, 64, 48))
    found = search_scope(engine, image, "red", scope, cancel=CancelToken())
    number = save_scoped(project, engine.identity, found, image_id=1, image_sha256=image.sha256, scope=scope)
    (before,) = project.scoped_localizations(1)
    project.remove_localization(number)
    assert project.scoped_localizations(1) == []
    project.restore_localization(before)
    (after,) = project.scoped_localizations(1)
    assert (after.id, after.key, after.proposals) == (before.id, before.key, before.proposals)
    assert np.array_equal(after.localization.heat.values, before.localization.heat.values)
    other = save_scoped(
        project, engine.identity, found, image_id=1, image_sha256=image.sha256, scope=SearchScope(filled=(FIRST,))
    )
    assert other not in (number, before.id)


def test_that_the_whole_image_is_no_part_and_a_lost_class_is_told(project: Project, tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    image = load_upright(project.image_file(project.image(1)))
    found = whole(engine, image)
    with pytest.raises(ValueError, match="whole"):
        save_scoped(project, engine.identity, found, image_id=1, image_sha256="", scope=WHOLE_IMAGE)
    blue = search_scope(engine, image, "blue", SearchScope(region=FIRST), cancel=CancelToken())
    with pytest.raises(StoreError, match="blue"):
        save_scoped(project, engine.identity, blue, image_id=1, image_sha256="", scope=SearchScope(region=FIRST))
    assert list(itertools.chain(project.scoped_localizations(1), project.localizations(1))) == []
